#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/language.h"
#include "engine/document/sheet.h"

namespace palpera::document {

// A typed look at one value of a Sheet. What it may be has been checked, so a reader only takes it. A view of something
// that is absent, or not what its form says, is empty (false) and reads as the default.
class View {
public:
    View(const Sheet& sheet, const Form& form, const Node* node, std::string path);

    explicit operator bool() const { return node_ != nullptr; }
    bool is_text() const { return node_ && node_->kind == Node::Kind::text; }
    bool is_map() const { return node_ && node_->kind == Node::Kind::map; }
    bool is_empty() const { return !node_ || (node_->items.empty() && node_->entries.empty()); }  // of a list or map
    bool has(std::string_view key) const { return node_ && node_->find(key); }  // also where it is not sound
    base::Language language() const { return sheet_->source().language(); }
    // Of a `one_or_named`: several, by names of their own.
    bool is_named() const { return node_ && form_->kind == Form::Kind::entries; }
    const std::string& path() const { return path_; }  // of something absent only its last step
    const std::string& file() const { return sheet_->source().main().name; }
    Position place() const;

    // A part of a map. To ask for one that the form does not have is a fault of the program: std::logic_error.
    View operator[](std::string_view key) const;
    std::vector<std::pair<std::string, View>> entries() const;  // in file order
    std::vector<View> items() const;                            // of a list; a single text is a list of one

    std::string text() const;  // of any text as it is written
    std::vector<std::string> texts() const;
    double number(double otherwise = 0) const;
    int whole(int otherwise = 0) const;  // also of a share, in percent
    bool flag(bool otherwise = false) const;
    base::Minutes span() const;
    std::size_t one_of() const;                       // the index in the form's words
    std::pair<double, std::string> quantity() const;  // "500 mg"
    base::LocalText words() const;                    // in every language

    // This text by a form that only its reader can know. Complains, and is empty, where it is not that.
    View by(const Form& form) const;

    void complain(std::string rule, std::string message, std::string hint = {}) const;

private:
    View inside(const Form& form, const Node* node, std::string_view step) const;
    std::string label() const;
    const Sheet* sheet_;
    const Form* form_;
    const Node* node_;
    const Node* parent_ = nullptr;  // of something absent: where to complain
    std::string path_;
};

// Opens FILE with its translations, holds it against its form, reads it through `read(View)`, and complains of
// translations of nothing. Gives how many values it holds; nothing where it could not be opened.
template <class Read>
std::optional<std::size_t> read_file(const std::filesystem::path& file, const Limits& limits, const Form& form,
                                     const Names& names, base::Diagnostics& diagnostics, const Read& read) {
    const std::optional<Source> source = Source::read(file, file.string(), limits, diagnostics);
    if (!source) return std::nullopt;
    const Sheet sheet(*source, form, names, diagnostics);
    read(sheet.root());
    source->complain_of_unused(diagnostics);
    return sheet.values();
}

}  // namespace palpera::document
