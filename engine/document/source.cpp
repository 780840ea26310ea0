#include "engine/document/source.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "engine/base/text.h"
#include "engine/document/characters.h"

namespace palpera::document {
namespace {

constexpr std::string_view extension = ".yaml";

// NAME.LANG.yaml: what stands for LANG; empty for any other form of name.
std::string language_part(std::string_view name) {
    if (!name.ends_with(extension)) return "";
    name.remove_suffix(extension.size());
    name = name.substr(name.find_last_of('/') + 1);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? "" : std::string(name.substr(dot + 1));
}

std::string hint_for_language(std::string_view found) {
    return found == "no" || found == "nn" ? "use nb" : "use sv, nb or en";
}

// NAME.LANG.yaml for NAME.yaml.
std::string translation_name(std::string name, std::string_view language) {
    if (name.ends_with(extension)) name.resize(name.size() - extension.size());
    return name + "." + std::string(language) + std::string(extension);
}

// The parts LANG of every NAME.LANG.yaml beside NAME.yaml, in order.
std::vector<std::string> languages_beside(const std::filesystem::path& file) {
    const std::string begin = file.stem().string() + ".";
    std::vector<std::string> result;
    std::error_code failed;
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    for (std::filesystem::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(begin) || !name.ends_with(extension)) continue;
        if (name.size() <= begin.size() + extension.size()) continue;
        const std::string part = name.substr(begin.size(), name.size() - begin.size() - extension.size());
        if (part.find('.') == std::string::npos) result.push_back(part);
    }
    std::sort(result.begin(), result.end());
    return result;
}

struct Leaf {
    std::string path;
    const Node* node;
};

void collect_leaves(const Node& node, const std::string& path, bool in_list, std::vector<Leaf>& leaves) {
    const auto below = [&](const std::string& step) { return path.empty() ? step : path + "/" + step; };
    switch (node.kind) {
        case Node::Kind::text: leaves.push_back({path, &node}); return;
        case Node::Kind::list:
            for (std::size_t i = 0; i < node.items.size(); ++i) {
                collect_leaves(node.items[i], below(item_step(node.items[i], i)), true, leaves);
            }
            return;
        case Node::Kind::map:
            for (const Entry& entry : node.entries) {
                const bool names_it = (in_list && entry.key == "id") || (path.empty() && entry.key == "language");
                if (!names_it) collect_leaves(entry.value, below(entry.key), false, leaves);
            }
    }
}

// {name}: small letters, digits and _ between braces.
std::set<std::string> place_holders(std::string_view text) {
    std::set<std::string> result;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) break;
        const std::string_view name = text.substr(open + 1, close - open - 1);
        if (base::is_id(name)) result.emplace(name);
    }
    return result;
}

std::string listed(const std::set<std::string>& names) {
    if (names.empty()) return "none";
    std::string result;
    for (const std::string& name : names) result += (result.empty() ? "{" : ", {") + name + "}";
    return result;
}

const Node* node_at(const Node& root, std::string_view path) {
    const Node* node = &root;
    for (std::string_view step : base::split(path, '/')) {
        const Node* next = node->find(step);
        for (std::size_t i = 0; i < node->items.size() && !next; ++i) {
            if (item_step(node->items[i], i) == step) next = &node->items[i];
        }
        if (!next) return nullptr;
        node = next;
    }
    return node;
}

std::optional<base::Language> stated_language(const Document& document, base::Diagnostics& diagnostics) {
    const auto complain = [&](const Position& place, std::string message, std::string hint) {
        diagnostics.add({document.name, place.line, place.column, base::Severity::error, "language", std::move(message),
                         std::move(hint)});
        return std::nullopt;
    };
    const Node& root = document.root;
    if (root.kind != Node::Kind::map)
        return complain(root.begin, "expected keys and values", "begin with `language: sv`");
    const Node* stated = root.find("language");
    if (!stated) return complain({}, "required part `language` is missing", "begin with `language: sv`, nb or en");
    const std::optional<base::Language> language = base::language_of(stated->text);
    if (!language) {
        return complain(stated->begin, "unknown language " + base::quoted(stated->text),
                        hint_for_language(stated->text));
    }
    return language;
}

// The texts whose path may have been meant: those beside it and those of the same name. Bounded, as comparing long
// paths is slow and a hostile file may hold many.
std::string nearest_text(const std::string& path, const std::map<std::string_view, const Node*>& texts) {
    constexpr std::size_t most_compared = 200, longest = 128;
    const auto parent = [](std::string_view p) { return p.substr(0, p.rfind('/') + 1); };
    const auto last = [](std::string_view p) { return p.substr(p.rfind('/') + 1); };
    std::vector<std::string> candidates;
    for (const auto& [text, node] : texts) {
        if (candidates.size() == most_compared || path.size() > longest) break;
        const bool near = parent(text) == parent(path) || last(text) == last(path);
        if (near && text.size() <= longest) candidates.emplace_back(text);
    }
    const std::vector<std::string> nearest = base::nearest(path, candidates, 1);
    return nearest.empty() ? "" : nearest.front();
}

}  // namespace

std::string item_step(const Node& item, std::size_t index) {
    const Node* id = item.find("id");
    const bool named = id && id->kind == Node::Kind::text && base::is_id(id->text);
    return named ? id->text : std::to_string(index + 1);
}

std::optional<Source> Source::with_main(std::optional<Document> main, base::Diagnostics& diagnostics) {
    if (!main) return std::nullopt;
    const std::optional<base::Language> language = stated_language(*main, diagnostics);
    if (!language) return std::nullopt;
    Source source;
    source.main_ = *std::move(main);
    source.language_ = *language;
    return source;
}

std::optional<Source> Source::read(const std::filesystem::path& file, const std::string& name, const Limits& limits,
                                   base::Diagnostics& diagnostics) {
    std::optional<Source> source = with_main(document::read(file, name, limits, diagnostics), diagnostics);
    if (!source) return source;
    for (const std::string& part : languages_beside(file)) {
        const std::string beside = translation_name(name, part);
        std::optional<Document> document;
        if (base::language_of(part)) {
            const std::filesystem::path path = file.parent_path() / translation_name(file.filename().string(), part);
            document = document::read(path, beside, limits, diagnostics);
        }
        source->add_translation(std::move(document), beside, diagnostics);
    }
    return source;
}

std::optional<Source> Source::parse(std::vector<std::pair<std::string, std::string>> names_and_bytes,
                                    const Limits& limits, base::Diagnostics& diagnostics) {
    if (names_and_bytes.empty()) return std::nullopt;
    auto& [main_name, main_bytes] = names_and_bytes.front();
    std::optional<Source> source =
        with_main(document::parse(main_name, std::move(main_bytes), limits, diagnostics), diagnostics);
    for (std::size_t i = 1; source && i < names_and_bytes.size(); ++i) {
        auto& [name, bytes] = names_and_bytes[i];
        source->add_translation(document::parse(name, std::move(bytes), limits, diagnostics), name, diagnostics);
    }
    return source;
}

void Source::add_translation(std::optional<Document> document, const std::string& name,
                             base::Diagnostics& diagnostics) {
    const std::string part = language_part(name);
    const std::optional<base::Language> named = base::language_of(part);
    if (!named) {
        diagnostics.add({name, 0, 0, base::Severity::error, "language",
                         "unknown language " + marked(part) + " in the file's name", hint_for_language(part)});
        return;
    }
    refused_.insert(*named);
    if (!document) return;
    const std::optional<base::Language> language = stated_language(*document, diagnostics);
    if (!language) return;
    const Position place = document->root.find("language")->begin;
    if (language != named) {
        complain(diagnostics, *document, place, "language",
                 "the file's name says " + part + ", its `language` " + std::string(base::code(*language)),
                 "let them agree");
        return;
    }
    if (language == language_) {
        complain(diagnostics, *document, place, "language", marked(main_.name) + " is in " + part + " already",
                 "remove this file");
        return;
    }
    refused_.erase(*named);
    Translation translation{*std::move(document), *language, {}};
    std::vector<Leaf> leaves;
    collect_leaves(translation.document.root, "", false, leaves);
    for (const Leaf& leaf : leaves) {
        const auto [first, fresh] = translation.texts.emplace(leaf.path, leaf.node);
        if (fresh) continue;
        complain(diagnostics, translation.document, leaf.node->begin, "text-path",
                 marked(leaf.path) + " given twice, first at line " + std::to_string(first->second->begin.line),
                 "give each item of a list its own `id`");
    }
    translations_.push_back(std::move(translation));
}

void Source::complain(base::Diagnostics& diagnostics, const Document& document, const Position& place, std::string rule,
                      std::string message, std::string hint) const {
    diagnostics.add({document.name, place.line, place.column, base::Severity::error, std::move(rule),
                     std::move(message), std::move(hint)});
}

base::LocalText Source::words(const std::string& path, const Node& node, base::Diagnostics& diagnostics) const {
    base::LocalText text;
    text.in(language_) = node.text;
    const auto [first, fresh] = used_.emplace(path, &node);
    if (!fresh && first->second != &node) {
        complain(diagnostics, main_, node.begin, "text-path",
                 "two texts at " + marked(path) + ", the first at line " + std::to_string(first->second->begin.line),
                 "give each item of a list its own `id`");
        return text;
    }
    for (base::Language language : base::every_language) {
        if (language != language_) translate(language, path, node, text, diagnostics);
    }
    return text;
}

void Source::translate(base::Language language, const std::string& path, const Node& node, base::LocalText& text,
                       base::Diagnostics& diagnostics) const {
    const std::string code(base::code(language));
    const auto warn = [&](std::string message, std::string hint) {
        diagnostics.add({main_.name, node.begin.line, node.begin.column, base::Severity::warning, "untranslated",
                         std::move(message), std::move(hint)});
    };
    const auto translation = std::find_if(translations_.begin(), translations_.end(),
                                          [&](const Translation& t) { return t.language == language; });
    if (translation == translations_.end()) {
        if (refused_.contains(language) || !without_translation_.insert(language).second) return;
        return warn("no text of this file is translated to " + code,
                    "write " + marked(translation_name(main_.name, code)));
    }
    const auto found = translation->texts.find(path);
    if (found == translation->texts.end()) {
        return warn(marked(path) + " is not translated to " + code, "add it to " + marked(translation->document.name));
    }
    const Node& translated = *found->second;
    if (translated.text.empty()) {
        return complain(diagnostics, translation->document, translated.begin, "empty-translation",
                        marked(path) + " is empty", "translate it, or remove the line");
    }
    text.in(language) = translated.text;
    const std::set<std::string> wanted = place_holders(node.text), has = place_holders(translated.text);
    if (wanted == has) return;
    complain(diagnostics, translation->document, translated.begin, "place-holder",
             marked(path) + " has the place-holders " + listed(has) + ", the original " + listed(wanted),
             "use the place-holders of the original");
}

void Source::complain_of_unused(base::Diagnostics& diagnostics) const {
    for (const Translation& translation : translations_) {
        std::map<std::string, const Node*> unused;
        for (const auto& [path, node] : translation.texts) {
            if (!used_.contains(path)) unused.emplace(path, node);
        }
        if (unused.empty()) continue;
        const std::map<std::string_view, const Node*> used(used_.begin(), used_.end());
        std::size_t complaints = 0;
        for (const auto& [path, node] : unused) {
            // What is not kept needs no search for what was meant.
            const bool kept = ++complaints <= base::Diagnostics::most_per_file;
            const bool no_text = kept && node_at(main_.root, path) != nullptr;
            const std::string near = kept && !no_text ? nearest_text(path, used) : "";
            complain(diagnostics, translation.document, node->begin, "translates-nothing",
                     no_text ? "a translation holds texts only, and " + marked(path) + " is no text for people"
                             : marked(path) + " is not in the original",
                     near.empty() ? "remove it" : "did you mean " + marked(near) + "?");
        }
    }
}

}  // namespace palpera::document
