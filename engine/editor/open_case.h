#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/document/edit.h"

namespace palpera::editor {

// One text file of the case: case.yaml or a translation.
struct OpenFile {
    std::string name;                            // within the case's folder
    std::string bytes;                           // as they are now
    std::string saved;                           // as they stand on the disk, as far as this program knows
    std::optional<document::Document> document;  // nothing while the text is no sound YAML
    bool is_new = false;                         // not on the disk yet
    bool is_changed() const { return is_new || bytes != saved; }
};

struct FileEdit {
    std::size_t file = 0;  // in OpenCase::files
    document::Edit edit;
};

// A case that an author works on. Its files are the only truth; every change goes through `change` and can be taken
// back, also after saving.
class OpenCase {
public:
    // Every readable text of the folder. An error where it holds no case.yaml; a text that is no sound YAML is kept as
    // it is, to be mended.
    static base::Result<OpenCase> open(std::filesystem::path folder);
    // One that is on no disk yet: its main file, which is sound.
    static OpenCase make(std::filesystem::path folder, std::string bytes);

    // The same texts, without a past, to be saved to another folder.
    OpenCase copied_to(std::filesystem::path folder) const;

    const std::filesystem::path& folder() const { return folder_; }
    const std::vector<OpenFile>& files() const { return files_; }  // case.yaml first
    const OpenFile& main() const { return files_.front(); }
    std::optional<std::size_t> file_named(std::string_view name) const;
    // Counts up with every change, to tell what was made of an earlier state.
    std::size_t version() const { return version_; }

    // All of the edits or, with the reason, none. Changes with the same tag one after another are taken back as one:
    // the letters typed into one field.
    base::Outcome change(const std::vector<FileEdit>& edits, const std::string& tag = {});
    // The whole text of a file, sound or not.
    void change_text(std::size_t file, std::string bytes);
    bool can_undo() const { return done_ > 0; }
    bool can_redo() const { return done_ < steps_.size(); }
    void undo();
    void redo();
    // The bytes that the last change, undo or redo put into a file; none in the others.
    struct Touched {
        std::size_t file = 0, begin = 0, end = 0;
    };
    const std::optional<Touched>& touched() const { return touched_; }

    bool is_changed() const;
    // The names of files that somebody else has changed or removed since they were read.
    std::vector<std::string> changed_elsewhere() const;
    // Writes each changed file, whole or not at all. Refuses where a file was changed elsewhere, unless `over`.
    base::Outcome save(bool over = false);

    // Texts kept in side files by an earlier run that ended without saving, newer than those on the disk.
    std::vector<std::string> recoverable() const;
    void recover();  // a change like any other: it can be taken back
    void forget_side_files() const;
    base::Outcome keep_side_files() const;

private:
    struct Step {
        std::vector<std::pair<std::size_t, document::Splice>> splices;
        std::string tag;
    };
    OpenCase() = default;
    void set_bytes(std::size_t file, std::string bytes);
    void take_over(std::size_t file, const document::Splice& splice);
    void remember(Step step);

    std::filesystem::path folder_;
    std::vector<OpenFile> files_;
    std::vector<Step> steps_;
    std::size_t done_ = 0, version_ = 0;
    std::optional<Touched> touched_;
};

// The edit of a key or entry of the main file, and what the translations need to follow it: the texts below a renamed
// key move with it, those of a removed entry go with it.
std::vector<FileEdit> with_translations(const OpenCase& open, const document::Edit& edit);

}  // namespace palpera::editor
