#include "engine/exchange/package.h"

#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "engine/base/text.h"
#include "engine/exchange/entry_names.h"
#include "engine/exchange/zip_library.h"

namespace palpera::exchange {
namespace {

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using OpenEntry = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

constexpr unsigned dos_folder = 0x10;

const base::Error no_libzip{PALPERA_LIBZIP,
                            "the library that packages are made and read with is not there, or is too old",
                            "install libzip 1.7.3 or later"};

// zip_error_t holds memory, and libzip leaves it to the caller.
class ZipError {
public:
    ZipError() { zip().zip_error_init(&error_); }
    ~ZipError() { zip().zip_error_fini(&error_); }
    ZipError(const ZipError&) = delete;
    ZipError& operator=(const ZipError&) = delete;
    zip_error_t* get() { return &error_; }
    std::string text() { return zip().zip_error_strerror(&error_); }

private:
    zip_error_t error_;
};

Archive open_archive(std::string_view bytes, ZipError& error) {
    zip_source_t* source = zip().zip_source_buffer_create(bytes.data(), bytes.size(), 0, error.get());
    zip_t* archive = source ? zip().zip_open_from_source(source, ZIP_RDONLY, error.get()) : nullptr;
    if (source && !archive) zip().zip_source_free(source);
    return {archive, zip().zip_discard};
}

// What the directory says of an entry.
struct Entry {
    std::string name;
    zip_uint64_t bytes = 0, packed = 0;
    zip_uint16_t method = 0, encryption = 0;
    zip_uint32_t attributes = 0;

    bool folder() const { return name.ends_with('/'); }
};

class Unpacker {
public:
    Unpacker(const std::string& name, std::string_view bytes, base::Diagnostics& diagnostics)
        : name_(name), bytes_(bytes), diagnostics_(diagnostics) {}

    std::optional<Package> run() {
        if (const auto trouble = trouble_with_archive(bytes_)) {
            complain(trouble->rule, trouble->what, trouble->hint);
            return std::nullopt;
        }
        if (!zip().is_whole()) {
            complain("no-libzip", no_libzip.what, no_libzip.hint);
            return std::nullopt;
        }
        ZipError error;
        archive_ = open_archive(bytes_, error);
        if (!archive_) {
            complain("unreadable", "the package is damaged: " + error.text(), "fetch it again");
            return std::nullopt;
        }
        read_directory();
        check_whole();
        if (complaints_ == 0) unpack_entries();
        if (complaints_ > 0) return std::nullopt;
        std::sort(package_.files.begin(), package_.files.end(),
                  [](const File& a, const File& b) { return a.name < b.name; });
        return std::move(package_);
    }

private:
    void complain(const char* rule, std::string what, std::string hint) {
        ++complaints_;
        diagnostics_.add({name_, 0, 0, base::Severity::error, rule, std::move(what), std::move(hint)});
    }
    void complain_of(const Entry& entry, const char* rule, const std::string& what, std::string hint) {
        complain(rule, "entry " + base::quoted(entry.name) + ": " + what, std::move(hint));
    }

    void read_directory() {
        const auto count = static_cast<zip_uint64_t>(zip().zip_get_num_entries(archive_.get(), 0));
        for (zip_uint64_t index = 0; index < count; ++index) {
            zip_stat_t status;
            zip().zip_stat_init(&status);
            const char* name = zip().zip_get_name(archive_.get(), index, ZIP_FL_ENC_RAW);
            constexpr zip_uint64_t needed =
                ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
            const bool known = name && zip().zip_stat_index(archive_.get(), index, 0, &status) == 0 &&
                               (status.valid & needed) == needed;
            if (!known) {
                complain("package-damaged", "entry " + std::to_string(index + 1) + " cannot be read", "fetch it again");
                continue;
            }
            zip_uint8_t system = 0;
            Entry entry{name, status.size, status.comp_size, status.comp_method, status.encryption_method, 0};
            zip().zip_file_get_external_attributes(archive_.get(), index, 0, &system, &entry.attributes);
            check(entry);
            entries_.push_back(std::move(entry));
        }
    }

    void check(const Entry& entry) {
        if (const auto trouble = trouble_with_entry_name(entry.name)) {
            complain_of(entry, "package-name", trouble->what, trouble->hint);
        }
        check_kind(entry);
        check_size(entry);
    }

    void check_kind(const Entry& entry) {
        // The upper half is the mode of Unix, nothing where the package was made elsewhere.
        const unsigned kind = entry.attributes >> 16 & S_IFMT;
        const bool says_folder = kind == S_IFDIR || (entry.attributes & dos_folder) != 0;
        if (kind == S_IFLNK) {
            complain_of(entry, "package-kind", "it is a link, a plain file was expected", "put the file itself there");
        } else if (kind != 0 && kind != S_IFREG && kind != S_IFDIR) {
            complain_of(entry, "package-kind", "it is a device or a pipe, a plain file was expected", "leave it out");
        } else if (!entry.folder() && says_folder) {
            complain_of(entry, "package-kind", "it is a folder by its kind and a file by its name", "leave it out");
        } else if (entry.folder() && (entry.bytes > 0 || kind == S_IFREG)) {
            complain_of(entry, "package-kind", "it is a folder by its name and a file by its kind", "leave it out");
        }
        if (entry.encryption != ZIP_EM_NONE) {
            complain_of(entry, "package-kind", "it is locked with a password", "zip the case folder without one");
        } else if (entry.method != ZIP_CM_STORE && entry.method != ZIP_CM_DEFLATE) {
            complain_of(entry, "package-kind",
                        "it is packed by method " + std::to_string(entry.method) + ", 0 or 8 (deflate) was expected",
                        "zip it in the ordinary way");
        }
    }

    void check_size(const Entry& entry) {
        const std::size_t most = most_bytes_of(entry.name);
        if (entry.bytes > most) {
            complain_of(entry, "package-size",
                        "it unpacks to " + std::to_string(entry.bytes / 1024) + " KiB, at most " +
                            std::to_string(most / 1024) + " KiB were expected",
                        "shorten it");
        } else if (entry.bytes / most_ratio > entry.packed) {
            complain_of(entry, "package-size",
                        "it unpacks to more than " + std::to_string(most_ratio) + " times its size",
                        "a case is text, which packs to a tenth at the least");
        }
    }

    // What only shows when the entries are seen together.
    void check_whole() {
        std::map<std::string, const Entry*> names;
        zip_uint64_t total = 0;
        const Entry* first = nullptr;
        for (const Entry& entry : entries_) {
            std::string small = entry.name;
            for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            const auto [other, fresh] = names.emplace(std::move(small), &entry);
            if (!fresh && other->second->name == entry.name) {
                complain_of(entry, "package-name", "it stands there twice", "leave one of them out");
            } else if (!fresh) {
                complain_of(entry, "package-name",
                            "it differs from " + base::quoted(other->second->name) + " in capitals only",
                            "many systems keep one of them only: leave one out");
            }
            total += std::min<zip_uint64_t>(entry.bytes, most_package_bytes + 1);
            if (!first) first = &entry;
            if (folder_of(entry) != folder_of(*first)) {
                complain_of(entry, "package-name",
                            "it lies in another folder than " + base::quoted(first->name) + ", one was expected",
                            "make a package of each case");
            }
        }
        check_total(total);
        if (complaints_ == 0 && !first) complain("package-empty", "the package holds no case", "zip a case folder");
        if (complaints_ == 0 && names.count(std::string(folder_of(*first)) + "/case.yaml") == 0) {
            complain("package-empty",
                     "the package holds no case: " + std::string(folder_of(*first)) + "/case.yaml was expected",
                     "zip a case folder");
        }
    }

    void check_total(zip_uint64_t total) {
        if (total > most_package_bytes) {
            complain("package-size",
                     "the package unpacks to more than " + std::to_string(most_package_bytes >> 20) + " MiB",
                     "leave journals out");
        } else if (total / most_ratio > bytes_.size()) {
            complain("package-size",
                     "the package unpacks to more than " + std::to_string(most_ratio) + " times its size",
                     "a case is text, which packs to a tenth at the least");
        }
    }

    static std::string_view folder_of(const Entry& entry) {
        return std::string_view(entry.name).substr(0, entry.name.find('/'));
    }

    void unpack_entries() {
        for (std::size_t index = 0; index < entries_.size(); ++index) {
            const Entry& entry = entries_[index];
            package_.id = folder_of(entry);
            if (entry.folder()) continue;
            std::optional<std::string> bytes = contents(index, entry);
            if (!bytes) {
                complain_of(entry, "package-damaged", "it is damaged: its bytes are not those it was packed from",
                            "fetch the package again");
                return;
            }
            package_.files.push_back({entry.name.substr(package_.id.size() + 1), *std::move(bytes)});
        }
    }

    // Nothing where it is not whole, its checksum is wrong, or it is longer than it says.
    std::optional<std::string> contents(std::size_t index, const Entry& entry) {
        const OpenEntry file(zip().zip_fopen_index(archive_.get(), index, 0), zip().zip_fclose);
        if (!file) return std::nullopt;
        std::string bytes(entry.bytes + 1, '\0');
        std::size_t filled = 0;
        while (filled < bytes.size()) {
            const zip_int64_t got = zip().zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled);
            if (got < 0) return std::nullopt;
            if (got == 0) break;
            filled += static_cast<std::size_t>(got);
        }
        if (filled != entry.bytes) return std::nullopt;
        bytes.resize(filled);
        return bytes;
    }

    const std::string& name_;
    std::string_view bytes_;
    base::Diagnostics& diagnostics_;
    Archive archive_{nullptr, nullptr};
    std::vector<Entry> entries_;
    Package package_;
    std::size_t complaints_ = 0;
};

bool add(zip_t* archive, const std::string& name, const std::string& bytes) {
    zip_source_t* source = zip().zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    if (!source) return false;
    const zip_int64_t index = zip().zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip().zip_source_free(source);
        return false;
    }
    constexpr zip_uint16_t first_of_1980 = 0x21;
    constexpr zip_uint32_t plain_file = (S_IFREG | 0644u) << 16;
    const auto at = static_cast<zip_uint64_t>(index);
    // Stored: what deflate makes of the same bytes differs from one version of zlib to the next. But a file that holds
    // what ends a zip's directory would be taken for a second directory.
    const bool ends_directory = bytes.find("PK\5\6") != std::string::npos;
    return zip().zip_set_file_compression(archive, at, ends_directory ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) == 0 &&
           zip().zip_file_set_dostime(archive, at, 0, first_of_1980, 0) == 0 &&
           zip().zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, plain_file) == 0;
}

std::optional<std::string> bytes_of(zip_source_t* source) {
    zip_stat_t status;
    zip().zip_stat_init(&status);
    if (zip().zip_source_stat(source, &status) != 0 || zip().zip_source_open(source) != 0) return std::nullopt;
    std::string bytes(status.size, '\0');
    const zip_int64_t got = zip().zip_source_read(source, bytes.data(), bytes.size());
    zip().zip_source_close(source);
    return got == static_cast<zip_int64_t>(bytes.size()) ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace

std::optional<Package> unpack(const std::string& name, std::string_view bytes, base::Diagnostics& diagnostics) {
    return Unpacker(name, bytes, diagnostics).run();
}

base::Result<std::string> pack(Package package) {
    if (!zip().is_whole()) return no_libzip;
    std::sort(package.files.begin(), package.files.end(), [](const File& a, const File& b) { return a.name < b.name; });
    ZipError error;
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> target(
        zip().zip_source_buffer_create(nullptr, 0, 0, error.get()), zip().zip_source_free);
    if (!target) return base::Error{"", "the package cannot be made: " + error.text(), ""};
    zip().zip_source_keep(target.get());  // the archive takes one hold on it, the other is ours
    Archive archive(zip().zip_open_from_source(target.get(), ZIP_TRUNCATE, error.get()), zip().zip_discard);
    if (!archive) {
        zip().zip_source_free(target.get());
        return base::Error{"", "the package cannot be made: " + error.text(), ""};
    }
    for (const File& file : package.files) {
        if (add(archive.get(), package.id + "/" + file.name, file.bytes)) continue;
        return base::Error{"", "the package cannot be made: " + std::string(zip().zip_strerror(archive.get())), ""};
    }
    if (zip().zip_close(archive.get()) != 0) {
        return base::Error{"", "the package cannot be made: " + std::string(zip().zip_strerror(archive.get())), ""};
    }
    static_cast<void>(archive.release());  // closed, so that there is nothing to discard
    std::optional<std::string> bytes = bytes_of(target.get());
    if (!bytes) return base::Error{"", "the package cannot be made", ""};
    return *std::move(bytes);
}

}  // namespace palpera::exchange
