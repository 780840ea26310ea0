#include "engine/document/trouble.h"

#include <algorithm>

#include "engine/base/text.h"

namespace palpera::document {
namespace {

// YAML gives up on a key after so many characters.
constexpr std::size_t longest_key_libyaml_sees = 1024;

std::string at_line(const Position& place) { return "line " + std::to_string(place.line); }

bool says(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

Explanation unclosed_text(const Position& opened) {
    return {opened, "unclosed-text", "the text opened at " + at_line(opened) + " is never closed",
            "close it on its line; a long text is written after `|`"};
}

Explanation unclosed_bracket(const Position& opened, const Places& places) {
    const bool brace = places.byte_at(opened) == '{';
    return {opened, "unclosed-bracket",
            (brace ? "the brace" : "the bracket") + (" opened at " + at_line(opened)) + " is never closed",
            brace ? "close it by `}`" : "close it by `]`"};
}

Explanation explained_bracket(const Trouble& trouble, const Places& places) {
    const Position& opened = trouble.context_place;
    const std::string closing = places.byte_at(opened) == '{' ? "`}`" : "`]`";
    if (trouble.place.line != opened.line) return unclosed_bracket(opened, places);
    return {trouble.place, "syntax",
            "expected `,` or " + closing + ", found " + base::quoted(places.rest_of_line(trouble.place)),
            "separate by `, ` and quote texts that hold signs"};
}

Explanation explained_scan(const Trouble& trouble, const Places& places) {
    const Position& place = trouble.place;
    const std::string_view rest = places.rest_of_line(place);
    const std::string_view problem = trouble.problem;
    if (says(problem, "tab character") || rest.starts_with('\t')) {
        return {place, "tab", "a tab in the indentation", "use spaces"};
    }
    if (says(trouble.context, "block scalar")) {
        return {place, "syntax", "expected a line end after `|`, found " + base::quoted(rest),
                "begin the text on the next line, indented"};
    }
    if (says(problem, "cannot start any token")) {
        return {place, "syntax", "a text cannot begin with " + base::quoted(rest.substr(0, 1)), "put it in quotes"};
    }
    if (says(problem, "sequence entries are not allowed")) {
        return {place, "list-and-keys", "a list item cannot begin here", "begin every item on a line of its own"};
    }
    if (says(problem, "mapping values are not allowed")) {
        const std::string_view line = places.line_before(place);
        const std::string_view before = base::trimmed(line);
        if (before.size() > longest_key_libyaml_sees) {
            const Position begin{place.line, static_cast<int>(line.find_first_not_of(' ')) + 1, 0};
            return {begin, "too-long", "a key of " + std::to_string(before.size()) + " bytes: " + base::quoted(before),
                    "at most " + std::to_string(trouble.key_bytes) + " bytes"};
        }
        return {place, "syntax", "a key cannot begin here: " + base::quoted(before) + " stands before the colon",
                "put texts with a colon in quotes, and keys of one map in one column"};
    }
    if (says(problem, "mapping keys are not allowed")) {
        return {place, "key-not-a-word", "a key must be a word", "write `key: value`"};
    }
    return {place, "syntax", "cannot be read here: " + base::quoted(rest), "put the text in quotes"};
}

Explanation explained_quoted(const Trouble& trouble, const Places& places) {
    if (says(trouble.problem, "end of stream") || says(trouble.problem, "document indicator")) {
        return unclosed_text(trouble.context_place);
    }
    return {trouble.place, "escape", "unknown escape in a text: " + base::quoted(places.rest_of_line(trouble.place), 6),
            "write \\\\ for one \\, or put the text in single quotes"};
}

Explanation explained_key(const Trouble& trouble, const Places& places) {
    const Position& place = trouble.context_place;
    const std::string_view line = places.rest_of_line(place);
    if (!line.empty() && (line.front() == '"' || line.front() == '\'') && trouble.place.line != place.line &&
        line.find(line.front(), 1) == std::string_view::npos) {
        return unclosed_text(place);
    }
    const std::size_t colon = line.find(": ");
    if (colon != std::string_view::npos && colon > trouble.key_bytes) {
        return {place, "too-long", "a key of " + std::to_string(colon) + " bytes: " + base::quoted(line),
                "at most " + std::to_string(trouble.key_bytes) + " bytes"};
    }
    if (line.starts_with('&') || line.starts_with('*')) {
        return {place, "anchor", "anchors and aliases are not used here", "write the value out"};
    }
    return {place, "syntax", "expected `key: value`, found " + base::quoted(line),
            "write a colon and a space after the key"};
}

Explanation explained_missing_key(const Trouble& trouble, std::string_view found) {
    if (found.starts_with(':')) {
        return {trouble.place, "key-not-a-word", "a key must be a word, found nothing before the colon",
                "write `key: value`"};
    }
    return {trouble.place, "syntax", "expected a key, found " + base::quoted(found),
            "line it up with the keys from " + at_line(trouble.context_place)};
}

Explanation explained_parse(const Trouble& trouble, const Places& places) {
    const Position& place = trouble.place;
    const std::string_view rest = places.rest_of_line(place);
    if (!trouble.last_quoted.empty() && place.line == trouble.last_quoted_end.line && !rest.empty()) {
        return {place, "text-after-text",
                "unexpected text after " + std::string(trouble.last_quoted.substr(0, 80)) + ": " + base::quoted(rest),
                "put the whole text in one pair of quotes"};
    }
    if (says(trouble.problem, "expected ',' or")) return explained_bracket(trouble, places);
    const bool in_list = says(trouble.context, "block collection");
    if (in_list || (says(trouble.context, "block mapping") && rest.starts_with("-"))) {
        return {place, "list-and-keys",
                in_list ? "list and keys mixed: expected `- ` as in the list from " + at_line(trouble.context_place)
                        : "list and keys mixed: expected a key as in the keys from " + at_line(trouble.context_place),
                "give the list a key of its own, or line the text up with what it belongs to"};
    }
    if (says(trouble.problem, "<document start>")) {
        if (trouble.ended_by_dots) {
            return {place, "one-document", "only one document in a file, found after its end: " + base::quoted(rest),
                    "remove it"};
        }
        return {place, "syntax", "does not belong to what stands above it: " + base::quoted(rest),
                "line it up with what it belongs to"};
    }
    if (rest.starts_with("}") || rest.starts_with("]")) {
        return {place, "syntax", "a closing " + base::quoted(rest.substr(0, 1)) + " that nothing opened", "remove it"};
    }
    if (says(trouble.problem, "expected key")) return explained_missing_key(trouble, rest);
    return {place, "syntax", "expected a value, found " + base::quoted(rest),
            "put texts that begin with a sign in quotes"};
}

}  // namespace

Explanation explained(const Trouble& trouble, const Places& places) {
    const std::string_view context = trouble.context;
    if (says(context, "quoted scalar")) return explained_quoted(trouble, places);
    if (says(context, "simple key")) return explained_key(trouble, places);
    if (says(context, "an anchor") || says(context, "an alias")) {
        return {trouble.context_place, "anchor", "anchors and aliases are not used here",
                "put a text that begins with & or * in quotes"};
    }
    if (says(context, " tag") || says(trouble.problem, "tag handle")) {
        return {says(context, " tag") ? trouble.context_place : trouble.place, "tag", "tags are not used here",
                "put a text that begins with ! in quotes"};
    }
    if (says(context, "while scanning") || says(trouble.problem, "not allowed in this context")) {
        return explained_scan(trouble, places);
    }
    const bool at_end = places.offset(trouble.place) >= places.bytes().size();
    if (at_end && trouble.open_bracket) return unclosed_bracket(*trouble.open_bracket, places);
    return explained_parse(trouble, places);
}

}  // namespace palpera::document
