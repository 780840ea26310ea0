#include "engine/exchange/case_package.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "engine/base/file.h"
#include "engine/base/text.h"
#include "engine/encounter/session.h"
#include "engine/exchange/entry_names.h"
#include "engine/exchange/package.h"
#include "engine/journal/journal.h"
#include "engine/patient/patient.h"

namespace palpera::exchange {
namespace {

namespace fs = std::filesystem;

void complain(base::Diagnostics& diagnostics, const std::string& file, const char* rule, std::string what,
              std::string hint = "") {
    diagnostics.add({file, 0, 0, base::Severity::error, rule, std::move(what), std::move(hint)});
}

// The case a journal in either form is of.
base::Result<std::string> case_of_journal(const std::string& bytes) {
    if (!journal::looks_like_journal(bytes)) {
        base::Result<library::RecordedJournal> recorded = library::parse_journal(bytes);
        if (!recorded) return recorded.error();
        return recorded->case_id;
    }
    const journal::Contents contents = journal::read(bytes);
    if (!contents.damage.empty()) return base::Error{"", contents.damage, ""};
    const base::Result<encounter::JournalHeader> header = encounter::decode_header(contents.header);
    if (!header) return header.error();
    return header->case_id;
}

void check_journals(const fs::path& folder, const Package& package, base::Diagnostics& diagnostics) {
    for (const File& file : package.files) {
        if (!file.name.ends_with(".journal")) continue;
        const std::string place = (folder / file.name).string();
        const base::Result<std::string> case_id = case_of_journal(file.bytes);
        if (!case_id) {
            complain(diagnostics, place, "journal", "no journal: " + case_id.error().what, "leave it out");
        } else if (*case_id != package.id) {
            complain(diagnostics, place, "journal",
                     "a journal of " + package.id + " was expected, it is of " + base::quoted(*case_id),
                     "leave it out");
        }
    }
}

// All that `palpera check` asks of a case, and that its journals are its own.
bool holds(const fs::path& folder, const Package& package, const library::Library& library,
           base::Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    const std::optional<library::CaseFile> file = library::read_case(folder, library, diagnostics);
    if (file) patient::compose_every_variant(library, *file, diagnostics);
    check_journals(folder, package, diagnostics);
    return diagnostics.errors() == before;
}

// The files of a case folder; what else lies there is told.
Package package_of(const fs::path& folder, base::Diagnostics& diagnostics) {
    Package package;
    package.id = (fs::absolute(folder).lexically_normal() / "").parent_path().filename().string();
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        const std::string name = entry->path().filename().string(), place = entry->path().string();
        std::error_code unknown;
        if (!is_case_file(name)) {
            diagnostics.add({place, 0, 0, base::Severity::warning, "left-out", "it is no file of a case and left out",
                             "case.yaml, case.LANG.yaml and NAME.journal are packed"});
        } else if (!fs::is_regular_file(entry->symlink_status(unknown))) {
            complain(diagnostics, place, "link", "a plain file was expected", "put the file itself in the folder");
        } else {
            base::Result<std::string> bytes = base::read_file(entry->path(), most_bytes_of(name));
            if (bytes) package.files.push_back({name, *std::move(bytes)});
            if (!bytes) complain(diagnostics, place, "unreadable", bytes.error().what, bytes.error().hint);
        }
    }
    if (failed) complain(diagnostics, folder.string(), "unreadable", "the folder cannot be read: " + failed.message());
    return package;
}

std::vector<std::string> names_of(const Package& package) {
    std::vector<std::string> names;
    for (const File& file : package.files) names.push_back(file.name);
    return names;
}

// A new folder below another, gone again with all in it when this goes; what is wanted has been moved out by then.
class FreshFolder {
public:
    explicit FreshFolder(fs::path above) : above_(std::move(above)) {
        std::error_code failed;
        made_above_ = fs::create_directory(above_, failed);
        std::string name = (above_ / ".import-XXXXXX").string();
        if (::mkdtemp(name.data()) != nullptr) path_ = name;
        if (path_.empty()) trouble_ = std::strerror(errno);
    }
    ~FreshFolder() {
        std::error_code failed;
        if (!path_.empty()) fs::remove_all(path_, failed);
        if (made_above_) fs::remove(above_, failed);  // only where it is empty
    }
    FreshFolder(const FreshFolder&) = delete;
    FreshFolder& operator=(const FreshFolder&) = delete;
    const fs::path& path() const { return path_; }  // empty: it could not be made
    const std::string& trouble() const { return trouble_; }

private:
    fs::path above_, path_;
    bool made_above_ = false;
    std::string trouble_;
};

// What was said of a folder that will not be there when it is read, said of the package.
void tell_of_package(const base::Diagnostics& of_folder, const std::string& folder, const std::string& package,
                     base::Diagnostics& diagnostics) {
    for (base::Diagnostic one : of_folder.all()) {
        if (one.file.starts_with(folder)) one.file = package + one.file.substr(folder.size());
        diagnostics.add(std::move(one));
    }
}

bool write_files(const Package& package, const fs::path& folder, base::Diagnostics& diagnostics) {
    for (const File& file : package.files) {
        const base::Outcome written = base::write_file(folder / file.name, file.bytes);
        if (written) continue;
        complain(diagnostics, written.error().where, "unreadable", written.error().what, written.error().hint);
        return false;
    }
    return true;
}

}  // namespace

std::optional<Exchanged> export_case(const fs::path& folder, const fs::path& package, const library::Library& library,
                                     base::Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    const Package packed = package_of(folder, diagnostics);
    if (!holds(folder, packed, library, diagnostics) || diagnostics.errors() != before) return std::nullopt;
    const base::Result<std::string> bytes = pack(packed);
    if (!bytes) {
        complain(diagnostics, package.string(), "unreadable", bytes.error().what, bytes.error().hint);
        return std::nullopt;
    }
    // What is written can be read: the bounds and the names are looked at in one place only.
    const std::optional<Package> again = unpack(package.string(), *bytes, diagnostics);
    if (!again) return std::nullopt;
    const base::Outcome written = base::write_file(package, *bytes);
    if (written) return Exchanged{packed.id, package, names_of(*again)};
    complain(diagnostics, written.error().where, "unreadable", written.error().what, written.error().hint);
    return std::nullopt;
}

std::optional<Exchanged> import_case(const fs::path& package, const fs::path& cases, const library::Library& library,
                                     base::Diagnostics& diagnostics) {
    const std::string name = package.string();
    const base::Result<std::string> bytes = base::read_file(package, most_package_bytes);
    if (!bytes) {
        complain(diagnostics, name, "unreadable", bytes.error().what, bytes.error().hint);
        return std::nullopt;
    }
    const std::optional<Package> unpacked = unpack(name, *bytes, diagnostics);
    if (!unpacked) return std::nullopt;
    const fs::path target = cases / "library" / unpacked->id;
    std::error_code failed;
    if (fs::exists(fs::symlink_status(target, failed))) {
        complain(diagnostics, name, "case-exists",
                 "a case " + unpacked->id + " is in the library already and has been kept: " + target.string(),
                 "take that one away first");
        return std::nullopt;
    }
    const FreshFolder fresh(cases / "library");
    if (fresh.path().empty()) {
        complain(diagnostics, (cases / "library").string(), "unreadable",
                 "the case cannot be written there: " + fresh.trouble(), "give a library that you may write to");
        return std::nullopt;
    }
    const fs::path folder = fresh.path() / unpacked->id;
    if (!write_files(*unpacked, folder, diagnostics)) return std::nullopt;
    base::Diagnostics of_folder;
    const bool sound = holds(folder, *unpacked, library, of_folder);
    tell_of_package(of_folder, fresh.path().string(), name, diagnostics);
    if (!sound) return std::nullopt;
    fs::rename(folder, target, failed);
    if (!failed) return Exchanged{unpacked->id, target, names_of(*unpacked)};
    complain(diagnostics, target.string(), "unreadable", "the case cannot be put in place: " + failed.message());
    return std::nullopt;
}

}  // namespace palpera::exchange
