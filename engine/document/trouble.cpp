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

Explanation unclosed_bracket(const Trouble& trouble, const Places& places) {
    const Position& opened = trouble.context_place;
    const std::string_view rest = places.rest_of_line(opened);
    const bool brace = rest.starts_with('{');
    const std::string closing = brace ? "`}`" : "`]`";
    if (trouble.place.line != opened.line || places.rest_of_line(trouble.place).empty()) {
        return {opened, "unclosed-bracket",
                (brace ? "the brace" : "the bracket") + (" opened at " + at_line(opened)) + " is never closed",
                "close it by " + closing};
    }
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
    if (says(problem, "cannot start any token")) {
        if (rest.starts_with('%')) return {place, "directive", "directives are not used here", "remove the line"};
        return {place, "syntax", "a text cannot begin with " + base::quoted(rest.substr(0, 1)), "put it in quotes"};
    }
    if (says(problem, "sequence entries are not allowed")) {
        return {place, "list-and-keys", "a list item cannot begin here", "begin every item on a line of its own"};
    }
    if (says(problem, "mapping values are not allowed")) {
        const std::string_view before = base::trimmed(places.line_before(place));
        if (before.size() > longest_key_libyaml_sees) {
            return {place, "too-long", "a key of " + std::to_string(before.size()) + " bytes: " + base::quoted(before),
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

Explanation explained_parse(const Trouble& trouble, const Places& places) {
    const Position& place = trouble.place;
    const std::string_view rest = places.rest_of_line(place);
    if (!trouble.last_quoted.empty() && place.line == trouble.last_quoted_end.line && !rest.empty()) {
        return {place, "text-after-text",
                "unexpected text after " + std::string(trouble.last_quoted.substr(0, 80)) + ": " + base::quoted(rest),
                "put the whole text in one pair of quotes"};
    }
    if (says(trouble.problem, "expected ',' or")) return unclosed_bracket(trouble, places);
    const bool in_list = says(trouble.context, "block collection");
    if (in_list || (says(trouble.context, "block mapping") && rest.starts_with("-"))) {
        return {place, "list-and-keys",
                in_list ? "list and keys mixed: expected `- ` as in the list from " + at_line(trouble.context_place)
                        : "list and keys mixed: expected a key as in the keys from " + at_line(trouble.context_place),
                "give the list a key of its own, or line the text up with what it belongs to"};
    }
    if (says(trouble.problem, "<document start>")) {
        if (trouble.document_over) {
            return {place, "one-document",
                    "only one document in a file, a second one begins here: " + base::quoted(rest),
                    "remove it; if it belongs to the first, line it up with that"};
        }
        return {place, "syntax", "expected the first key, found " + base::quoted(rest), ""};
    }
    if (says(trouble.problem, "expected key")) {
        return {place, "syntax", "expected a key, found " + base::quoted(rest),
                "line it up with the keys from " + at_line(trouble.context_place)};
    }
    return {place, "syntax", "expected a value, found " + base::quoted(rest),
            "put texts that begin with a sign in quotes"};
}

}  // namespace

Explanation explained(const Trouble& trouble, const Places& places) {
    const std::string_view context = trouble.context;
    if (says(trouble.problem, "directive") || says(context, "directive") ||
        says(trouble.problem, "incompatible YAML")) {
        const bool inside = says(context, "directive");
        return {inside ? trouble.context_place : trouble.place, "directive", "directives are not used here",
                "remove the line that begins with %"};
    }
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
    return explained_parse(trouble, places);
}

}  // namespace palpera::document
