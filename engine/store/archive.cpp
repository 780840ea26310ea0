#include "engine/store/archive.h"

#include <cereal/archives/portable_binary.hpp>
#include <cstdint>
#include <exception>
#include <sstream>
#include <stdexcept>

#include "engine/base/digest.h"

namespace palpera::store {
namespace {

using Output = cereal::PortableBinaryOutputArchive;
using Input = cereal::PortableBinaryInputArchive;

constexpr std::uint64_t most_text_bytes = 4096;
constexpr std::uint64_t most_visits = 100'000;
constexpr std::uint64_t most_domains = 64;

std::uint64_t checked(std::uint64_t count, std::uint64_t most) {
    if (count > most) throw std::length_error("more than a file of this kind can hold");
    return count;
}

void put(Output& archive, const std::string& text) {
    archive(static_cast<std::uint64_t>(text.size()));
    archive.saveBinary<1>(text.data(), static_cast<std::streamsize>(text.size()));
}
void put(Input& archive, std::string& text) {
    std::uint64_t size = 0;
    archive(size);
    text.resize(checked(size, most_text_bytes));
    archive.loadBinary<1>(text.data(), static_cast<std::streamsize>(text.size()));
}

// A byte other than 0 and 1 is no flag: to hold it in a bool is undefined.
void put(Output& archive, const bool& flag) { archive(static_cast<std::uint8_t>(flag ? 1 : 0)); }
void put(Input& archive, bool& flag) {
    std::uint8_t byte = 0;
    archive(byte);
    flag = checked(byte, 1) == 1;
}

template <class Item, class Put>
void put(Output& archive, const std::vector<Item>& list, std::uint64_t, const Put& each) {
    archive(static_cast<std::uint64_t>(list.size()));
    for (const Item& item : list) each(archive, item);
}
// Items are taken one by one, so that a short file with a large count ends before the memory does.
template <class Item, class Put>
void put(Input& archive, std::vector<Item>& list, std::uint64_t most, const Put& each) {
    std::uint64_t size = 0;
    archive(size);
    checked(size, most);
    for (std::uint64_t i = 0; i < size; ++i) each(archive, list.emplace_back());
}

template <class Archive, class Of>
void put_settings(Archive& archive, Of& settings) {
    put(archive, settings.language);
    put(archive, settings.dark);
    archive(settings.text_percent);
    put(archive, settings.sound);
    put(archive, settings.captions);
    put(archive, settings.reduce_motion);
    put(archive, settings.name);
}

constexpr auto put_attempt = [](auto& archive, auto& attempt) {
    put(archive, attempt.case_id);
    archive(attempt.seed, attempt.finished, attempt.millipoints);
    put(archive, attempt.passed);
    put(archive, attempt.branched);
    put(archive, attempt.journal);
    put(archive, attempt.domains, most_domains, [](auto& into, auto& permille) { into(permille); });
};

constexpr auto put_open = [](auto& archive, auto& visit) {
    put(archive, visit.case_id);
    archive(visit.seed, visit.touched);
    put(archive, visit.branched);
    put(archive, visit.journal);
};

template <class Archive, class Of>
void put_progress(Archive& archive, Of& progress) {
    put(archive, progress.attempts, most_visits, put_attempt);
    put(archive, progress.open, most_visits, put_open);
}

std::string framed(std::string_view kind, int version, const std::string& body) {
    base::CanonicalWriter writer;
    writer.signed_number(version).number(base::checksum(body)).text(body);
    return std::string(kind) + writer.bytes();
}

constexpr std::string_view settings_kind = "palpera-settings\n";
constexpr std::string_view progress_kind = "palpera-progress\n";

template <class Of, class Put>
base::Result<Of> unframed(std::string_view bytes, std::string_view kind, int newest, const Put& read) {
    if (!bytes.starts_with(kind))
        return base::Error{"", "the file is damaged: it does not begin as one of its kind", ""};
    base::CanonicalReader reader(bytes.substr(kind.size()));
    const std::int64_t version = reader.signed_number();
    if (reader.ok() && version > newest) {
        return base::Error{"", "the file was written by a newer version of Palpera", "update Palpera to read it"};
    }
    const std::uint64_t checksum = reader.number();
    const std::string body = reader.text(most_file_bytes);
    if (!reader.ok() || !reader.at_end() || version < 1 || base::checksum(body) != checksum) {
        return base::Error{"", "the file is damaged or cut", ""};
    }
    try {
        std::istringstream stream(body);
        Input archive(stream);
        Of value;
        read(archive, value);
        return value;
    } catch (const std::exception&) {
        return base::Error{"", "the file is damaged inside", ""};
    }
}

template <class Put>
std::string body(const Put& write) {
    std::ostringstream stream;
    {
        Output archive(stream, Output::Options::LittleEndian());
        write(archive);
    }
    return std::move(stream).str();
}

}  // namespace

std::string pack(const Settings& settings) {
    return framed(settings_kind, settings_version, body([&](Output& archive) { put_settings(archive, settings); }));
}

std::string pack(const Progress& progress) {
    return framed(progress_kind, progress_version, body([&](Output& archive) { put_progress(archive, progress); }));
}

base::Result<Settings> unpack_settings(std::string_view bytes) {
    return unframed<Settings>(bytes, settings_kind, settings_version,
                              [](Input& archive, Settings& settings) { put_settings(archive, settings); });
}

base::Result<Progress> unpack_progress(std::string_view bytes) {
    return unframed<Progress>(bytes, progress_kind, progress_version,
                              [](Input& archive, Progress& progress) { put_progress(archive, progress); });
}

}  // namespace palpera::store
