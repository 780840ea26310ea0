#include "engine/journal/layout.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "engine/base/file.h"

namespace palpera::journal {
namespace {

constexpr std::size_t frame_bytes = 8;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

void put_number(std::string& bytes, std::size_t value) {
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xFF);
}

// The body of the whole record that begins at `at`, or nothing.
std::optional<std::string_view> body_at(std::string_view bytes, std::size_t at) {
    if (bytes.size() - at < frame_bytes) return std::nullopt;
    const std::size_t length = number_at(bytes, at);
    if (length == 0 || length > most_record_bytes || length > bytes.size() - at - frame_bytes) return std::nullopt;
    const std::string_view body = bytes.substr(at + frame_bytes, length);
    if (base::checksum(body) != number_at(bytes, at + 4)) return std::nullopt;
    return body;
}

// Why what begins at `at`, and is no whole record, cannot be what a broken append leaves; empty if it can. Each append
// is synced before the next begins, so it leaves at most one record, whose parts may be there or be zeros.
std::string damage_at(std::string_view bytes, std::size_t at) {
    const std::size_t last = bytes.find_last_not_of('\0');
    const std::size_t end = last == std::string_view::npos || last < at ? at : last + 1;
    if (end - at > frame_bytes + most_record_bytes) return "not whole, and followed by more than one record can hold";
    if (end - at < frame_bytes) return {};
    const std::size_t length = number_at(bytes, at);
    if (length > most_record_bytes) return "its length is given as " + std::to_string(length) + " bytes";
    if (length > 0 && at + frame_bytes + length < end) return "its checksum does not match, and more follows it";
    for (std::size_t next = at + 1; next < end; ++next) {
        if (body_at(bytes, next)) return "not whole, and a whole record follows it at byte " + std::to_string(next);
    }
    return {};
}

void read_records(std::string_view bytes, Bodies& bodies) {
    while (bodies.whole_bytes < bytes.size()) {
        const std::size_t at = bodies.whole_bytes;
        const std::optional<std::string_view> body = body_at(bytes, at);
        const bool too_many = body && bodies.records.size() == most_records;
        if (!body || too_many) {
            const std::string damage = too_many ? "a journal holds at most 10,000 records" : damage_at(bytes, at);
            if (damage.empty()) {
                bodies.torn_bytes = bytes.size() - at;
            } else {
                bodies.damage = "record " + std::to_string(bodies.records.size() + 1) + " at byte " +
                                std::to_string(at) + ": " + damage;
            }
            return;
        }
        bodies.records.push_back(*body);
        bodies.whole_bytes += frame_bytes + body->size();
    }
}

}  // namespace

std::string framed(std::string_view body) {
    std::string bytes;
    bytes.reserve(frame_bytes + body.size());
    put_number(bytes, body.size());
    put_number(bytes, base::checksum(body));
    return bytes.append(body);
}

base::Digest head_of_header(std::string_view header) {
    return base::digest(std::string("palpera/journal/1").append(header));
}

base::Digest head_after(const base::Digest& before, std::string_view record) { return base::digest(before, record); }

bool looks_like_journal(std::string_view bytes) { return bytes.starts_with(first_line); }

bool was_never_begun(std::string_view bytes) {
    if (bytes.size() > first_line.size() + frame_bytes + most_record_bytes) return false;
    const std::string_view written = bytes.substr(0, bytes.find_last_not_of('\0') + 1);
    if (written.size() <= first_line.size()) return first_line.starts_with(written);
    return looks_like_journal(bytes) && !body_at(bytes, first_line.size()) &&
           damage_at(bytes, first_line.size()).empty();
}

Bodies bodies_of(std::string_view bytes) {
    Bodies bodies;
    if (!looks_like_journal(bytes)) {
        bodies.damage = "not a journal: it does not begin with \"palpera-journal-1\"";
        return bodies;
    }
    if (bytes.size() > most_file_bytes) {
        bodies.damage = "the journal is over 16 MiB";
        return bodies;
    }
    const std::optional<std::string_view> header = body_at(bytes, first_line.size());
    if (!header) {
        bodies.damage = "header at byte " + std::to_string(first_line.size()) + ": it is not whole";
        return bodies;
    }
    bodies.header = *header;
    bodies.whole_bytes = first_line.size() + frame_bytes + header->size();
    read_records(bytes, bodies);
    return bodies;
}

Contents read(std::string_view bytes) {
    Bodies bodies = bodies_of(bytes);
    Contents contents;
    contents.header = bodies.header;
    contents.whole_bytes = bodies.whole_bytes;
    contents.torn_bytes = bodies.torn_bytes;
    contents.damage = std::move(bodies.damage);
    if (contents.header.empty()) return contents;
    contents.head = head_of_header(contents.header);
    for (const std::string_view record : bodies.records) {
        contents.records.emplace_back(record);
        contents.head = head_after(contents.head, record);
    }
    return contents;
}

base::Result<Contents> read_file(const std::filesystem::path& file) {
    const base::Result<std::string> bytes = base::read_file(file, most_file_bytes);
    if (!bytes) return bytes.error();
    Contents contents = read(*bytes);
    if (!looks_like_journal(*bytes)) return base::Error{file.string(), contents.damage, "name a journal of Palpera"};
    return contents;
}

}  // namespace palpera::journal
