#include "engine/editor/open_case.h"

#include <algorithm>

#include "engine/base/file.h"
#include "engine/editor/side_file.h"

namespace palpera::editor {
namespace {

namespace fs = std::filesystem;

constexpr const char* main_name = "case.yaml";

// case.yaml and case.LANG.yaml, in order.
std::vector<std::string> text_names(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        const std::string name = entry->path().filename().string();
        if (name != main_name && name.starts_with("case.") && name.ends_with(".yaml")) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    names.insert(names.begin(), main_name);
    return names;
}

std::optional<document::Document> parsed(const std::string& name, const std::string& bytes) {
    base::Diagnostics diagnostics;
    return document::parse(name, bytes, document::case_limits, diagnostics);
}

}  // namespace

base::Result<OpenCase> OpenCase::open(fs::path folder) {
    OpenCase result;
    result.folder_ = std::move(folder);
    for (const std::string& name : text_names(result.folder_)) {
        base::Result<std::string> bytes = base::read_file(result.folder_ / name, document::case_limits.bytes);
        if (!bytes) return bytes.error();
        result.files_.push_back({name, *bytes, *bytes, parsed(name, *bytes)});
    }
    return result;
}

OpenCase OpenCase::make(fs::path folder, std::string bytes) {
    OpenCase result;
    result.folder_ = std::move(folder);
    std::optional<document::Document> document = parsed(main_name, bytes);
    result.files_.push_back({main_name, std::move(bytes), "", std::move(document), true});
    return result;
}

OpenCase OpenCase::copied_to(fs::path folder) const {
    OpenCase result;
    result.folder_ = std::move(folder);
    result.files_ = files_;
    for (OpenFile& file : result.files_) {
        file.saved.clear();
        file.is_new = true;
    }
    return result;
}

std::optional<std::size_t> OpenCase::file_named(std::string_view name) const {
    const auto found =
        std::find_if(files_.begin(), files_.end(), [&](const OpenFile& file) { return file.name == name; });
    return found == files_.end() ? std::nullopt : std::optional<std::size_t>(found - files_.begin());
}

void OpenCase::set_bytes(std::size_t file, std::string bytes) {
    files_[file].document = parsed(files_[file].name, bytes);
    files_[file].bytes = std::move(bytes);
}

void OpenCase::take_over(std::size_t file, const document::Splice& splice) {
    set_bytes(file, document::spliced(files_[file].bytes, splice));
    touched_ = Touched{file, splice.byte, splice.byte + splice.inserted.size()};
    ++version_;
}

void OpenCase::remember(Step step) {
    steps_.resize(done_);
    if (!step.tag.empty() && !steps_.empty() && steps_.back().tag == step.tag) {
        for (auto& splice : step.splices) steps_.back().splices.push_back(std::move(splice));
        return;
    }
    steps_.push_back(std::move(step));
    ++done_;
}

base::Outcome OpenCase::change(const std::vector<FileEdit>& edits, const std::string& tag) {
    std::vector<OpenFile> before = files_;
    Step step{{}, tag};
    for (const FileEdit& one : edits) {
        OpenFile& file = files_[one.file];
        const auto refuse = [&](base::Error why) {
            files_ = std::move(before);
            return base::Outcome(std::move(why));
        };
        if (!file.document) return refuse({file.name, "the text of this file cannot be read", "mend it first"});
        base::Result<document::Edited> result = document::edited(*file.document, one.edit, document::case_limits);
        if (!result) return refuse(result.error());
        file.bytes = result->document.bytes;
        file.document = std::move(result->document);
        step.splices.emplace_back(one.file, std::move(result->splice));
    }
    std::erase_if(step.splices, [](const auto& one) { return one.second.removed == one.second.inserted; });
    if (step.splices.empty()) return base::Done{};
    const auto& [file, splice] = step.splices.front();
    touched_ = Touched{file, splice.byte, splice.byte + splice.inserted.size()};
    ++version_;
    remember(std::move(step));
    return base::Done{};
}

void OpenCase::change_text(std::size_t file, std::string bytes) {
    if (bytes == files_[file].bytes) return;
    document::Splice splice{0, files_[file].bytes, std::move(bytes)};
    take_over(file, splice);
    remember({{{file, std::move(splice)}}, ""});
}

void OpenCase::undo() {
    if (!can_undo()) return;
    const Step& step = steps_[--done_];
    for (auto one = step.splices.rbegin(); one != step.splices.rend(); ++one)
        take_over(one->first, one->second.inverse());
    steps_[done_].tag.clear();  // what is typed next is a step of its own
    if (done_ > 0) steps_[done_ - 1].tag.clear();
}

void OpenCase::redo() {
    if (!can_redo()) return;
    for (const auto& [file, splice] : steps_[done_++].splices) take_over(file, splice);
}

bool OpenCase::is_changed() const {
    return std::any_of(files_.begin(), files_.end(), [](const OpenFile& file) { return file.is_changed(); });
}

std::vector<std::string> OpenCase::changed_elsewhere() const {
    std::vector<std::string> names;
    for (const OpenFile& file : files_) {
        const base::Result<std::string> now = base::read_file(folder_ / file.name, document::case_limits.bytes);
        const bool is_there = now.has_value();
        if (file.is_new ? is_there : !is_there || *now != file.saved) names.push_back(file.name);
    }
    return names;
}

base::Outcome OpenCase::save(bool over) {
    const std::vector<std::string> elsewhere = over ? std::vector<std::string>{} : changed_elsewhere();
    if (!elsewhere.empty()) {
        return base::Error{(folder_ / elsewhere.front()).string(), "the file was changed by another program",
                           "save over it, or open the case again"};
    }
    for (OpenFile& file : files_) {
        if (!file.is_changed() && !over) continue;
        base::Outcome written = base::write_file(folder_ / file.name, file.bytes);
        if (!written) return written;
        file.saved = file.bytes;
        file.is_new = false;
    }
    if (done_ > 0) steps_[done_ - 1].tag.clear();
    forget_side_files();
    return base::Done{};
}

std::vector<std::string> OpenCase::recoverable() const {
    std::vector<std::string> names;
    for (const OpenFile& file : files_) {
        const std::optional<std::string> kept = read_side_file(folder_ / file.name);
        if (kept && *kept != file.bytes) names.push_back(file.name);
    }
    return names;
}

void OpenCase::recover() {
    for (std::size_t i = 0; i < files_.size(); ++i) {
        if (std::optional<std::string> kept = read_side_file(folder_ / files_[i].name))
            change_text(i, *std::move(kept));
    }
}

void OpenCase::forget_side_files() const {
    for (const OpenFile& file : files_) remove_side_file(folder_ / file.name);
}

base::Outcome OpenCase::keep_side_files() const {
    for (const OpenFile& file : files_) {
        if (!file.is_changed()) {
            remove_side_file(folder_ / file.name);
            continue;
        }
        base::Outcome kept = write_side_file(folder_ / file.name, file.bytes);
        if (!kept) return kept;
    }
    return base::Done{};
}

std::vector<FileEdit> with_translations(const OpenCase& open, const document::Edit& edit) {
    std::vector<FileEdit> edits{{0, edit}};
    const auto* renamed = std::get_if<document::Rename>(&edit);
    const auto* removed = std::get_if<document::Remove>(&edit);
    if (!renamed && !removed) return edits;
    const document::Path& at = renamed ? renamed->at : removed->at;
    for (std::size_t i = 1; i < open.files().size(); ++i) {
        const std::optional<document::Document>& document = open.files()[i].document;
        if (document && document::node_at(document->root, at)) edits.push_back({i, edit});
    }
    return edits;
}

}  // namespace palpera::editor
