#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/base/language.h"
#include "engine/document/document.h"

namespace palpera::document {

// The step of a path that stands for an item of a list: its `id`, or without one its number from 1.
std::string item_step(const Node& item, std::size_t index);

// A file in its own language together with its translations: NAME.yaml, NAME.nb.yaml, NAME.en.yaml ...
// A translation mirrors the paths of the texts it translates and holds nothing else. The id of a text is its path:
// the keys joined by '/', for an item of a list its `id`.
class Source {
public:
    // Reads FILE and every translation beside it. `name` is how FILE is shown in diagnostics.
    static std::optional<Source> read(const std::filesystem::path& file, const std::string& name, const Limits& limits,
                                      base::Diagnostics& diagnostics);
    // The same from memory, for tests: the first document is the main one, the others are its translations.
    static std::optional<Source> parse(std::vector<std::pair<std::string, std::string>> names_and_bytes,
                                       const Limits& limits, base::Diagnostics& diagnostics);

    // Views and translations point into the documents: a Source is moved, never copied.
    Source(Source&&) = default;
    Source& operator=(Source&&) = default;

    const Document& main() const { return main_; }
    base::Language language() const { return language_; }

    // The text at `path` whose original stands at `node`, in every language. Warns where a translation is missing
    // ("untranslated"; once for a file that is not there); complains where one is empty ("empty-translation") or has
    // other place-holders than the original ("place-holder"), and where two texts have one path ("text-path").
    base::LocalText words(const std::string& path, const Node& node, base::Diagnostics& diagnostics) const;
    // Call when all has been read: complains of translations of nothing ("translates-nothing").
    void complain_of_unused(base::Diagnostics& diagnostics) const;

private:
    using Texts = std::unordered_map<std::string, const Node*>;  // by path
    struct Translation {
        Document document;
        base::Language language;
        Texts texts;
    };
    Source() = default;
    static std::optional<Source> with_main(std::optional<Document> main, base::Diagnostics& diagnostics);
    // A file that is no sound translation is complained of and left out.
    void add_translation(std::optional<Document> document, const std::string& name, base::Diagnostics& diagnostics);
    void complain(base::Diagnostics& diagnostics, const Document& document, const Position& place, std::string rule,
                  std::string message, std::string hint) const;
    void translate(base::Language language, const std::string& path, const Node& node, base::LocalText& text,
                   base::Diagnostics& diagnostics) const;

    Document main_;
    base::Language language_ = base::Language::en;
    std::vector<Translation> translations_;
    std::set<base::Language> refused_;                      // their files are there but not sound
    mutable Texts used_;                                    // the texts asked for
    mutable std::set<base::Language> without_translation_;  // complained of once a file, not once a text
};

}  // namespace palpera::document
