#include "engine/document/scalar_check.h"

#include <algorithm>
#include <cmath>

#include "engine/base/text.h"
#include "engine/document/characters.h"
#include "engine/document/number.h"

namespace palpera::document {
namespace {

constexpr std::string_view id_form = "small letters, digits, - and _, 1 to 64, beginning with a letter";
constexpr std::size_t longest_compared = 128;

// What other readers of YAML take for a flag or for nothing.
bool reads_as_flag(std::string_view text) {
    constexpr std::string_view flags[] = {"yes", "no", "true", "false", "on", "off", "null", "y", "n"};
    return std::find(std::begin(flags), std::end(flags), text) != std::end(flags);
}

std::size_t characters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::optional<Fault> fault_of_length(const std::string& text, const Form& form, const std::string& label) {
    if (static_cast<double>(text.size()) <= form.most) return std::nullopt;
    const std::size_t length = characters_in(text);
    if (static_cast<double>(length) <= form.most) return std::nullopt;
    return Fault{"too-long", label + ": " + std::to_string(length) + " characters: " + base::quoted(text),
                 "at most " + number_text(form.most)};
}

std::optional<Fault> fault_of_id(const Node& node, const std::string& label) {
    const bool plain_flag = node.plain && reads_as_flag(node.text);
    if (base::is_id(node.text) && !plain_flag) return std::nullopt;
    return Fault{"id", label + ": expected an id, found " + found_in(node),
                 plain_flag ? "choose another id: this one reads as a flag or as nothing elsewhere"
                            : "an id is " + std::string(id_form)};
}

std::optional<Fault> fault_of_name(const std::string& id, const std::string& kind, const Names& names) {
    if (!names.has(kind) || names.knows(kind, id)) return std::nullopt;
    const std::string word = kind.substr(kind.find(' ') + 1);  // a "declared fact" is called a fact
    return Fault{"unknown-" + word, "no " + word + " is called " + base::quoted(id), nearest_names(names, kind, id)};
}

Fault fault_of_digits(const std::string& text, const std::string& label, const std::string& wanted, bool fraction) {
    const auto has = [&](const char* part) { return text.find(part) != std::string::npos; };
    const bool endless = has("inf") || has("nan") || has("Inf") || has("NaN");
    const std::string meant = meant_number(text, fraction);
    const bool huge = meant.empty() && !text.empty() && text.find_first_not_of("0123456789eE+-.") == std::string::npos;
    return {"number",
            label + (endless || huge ? ": not a finite number of at most 15 digits: " : ": expected a number, found ") +
                base::quoted(text),
            meant.empty() ? (wanted.empty() ? "write a number" : "write a number, " + wanted) : "write " + meant};
}

std::optional<Fault> fault_of_number(const std::string& text, const Form& form, const std::string& label) {
    const std::optional<double> value = number_of(text);
    if (value && *value >= form.least && *value <= form.most) return std::nullopt;
    const std::string range = range_text(form.least, form.most);
    if (!value) return fault_of_digits(text, label, range, form.most <= 1);
    return Fault{"range", label + ": must be " + range + ", found " + text, ""};
}

std::optional<Fault> fault_of_whole(const std::string& text, const Form& form, const std::string& label) {
    const std::optional<double> value = number_of(text);
    const bool whole = value && std::floor(*value) == *value && text.find('.') == std::string::npos;
    if (whole && *value >= form.least && *value <= form.most) return std::nullopt;
    const std::string range = range_text(form.least, form.most) + ", whole";
    const bool digits = text.find_first_not_of("0123456789-") == std::string::npos;
    if (!value && !(digits && text.size() > 15)) return fault_of_digits(text, label, range, false);
    return Fault{"range", label + ": must be " + range + ", found " + base::quoted(text), ""};
}

std::optional<Fault> fault_of_flag(const std::string& text, const std::string& label) {
    if (text == "yes" || text == "no") return std::nullopt;
    const std::string word = base::folded(text);
    const auto is_any = [&](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    const bool yes = is_any({"yes", "true", "on", "y", "1", "ja"});
    const bool no = is_any({"no", "false", "off", "n", "0", "nej", "nei"});
    return Fault{"flag", label + ": expected yes or no, found " + base::quoted(text),
                 yes  ? "write yes"
                 : no ? "write no"
                      : "write yes or no"};
}

std::string days_text(double minutes) {
    return number_text(std::floor(minutes / static_cast<double>(base::one(base::TimeUnit::days).value))) + " days";
}

std::optional<Fault> fault_of_span(const std::string& text, const Form& form, const std::string& label) {
    const std::optional<base::Minutes> span = base::span_of(text);
    if (!span) {
        return Fault{"span", label + ": expected a span of time, found " + base::quoted(text),
                     "write a whole number and minutes, hours, days, weeks, months or years, such as `4 months`; at "
                     "most 100 years"};
    }
    const auto minutes = static_cast<double>(span->value);
    if (minutes >= form.least && minutes <= form.most) return std::nullopt;
    return Fault{"range",
                 label + ": must be " + (minutes < form.least ? "above nothing" : "at most " + days_text(form.most)) +
                     ", found " + base::quoted(text),
                 ""};
}

std::string units_of(const Form& form) { return base::joined(form.words, ", "); }

std::optional<Fault> fault_of_quantity(const std::string& text, const Form& form, const std::string& label) {
    const std::string_view trimmed = base::trimmed(text);
    const std::size_t space = trimmed.find(' ');
    const std::string number(trimmed.substr(0, space));
    const std::optional<double> value = number_of(number);
    const std::string such = "`" + (number_of(number) ? number : std::string("500")) + " " + form.words.front() + "`";
    if (!value) return fault_of_digits(number, label, "then a unit, such as " + such, false);
    const std::string_view unit =
        space == std::string_view::npos ? std::string_view() : base::trimmed(trimmed.substr(space));
    if (unit.empty()) {
        return Fault{"quantity", label + ": unit missing after " + base::quoted(number) + ": " + units_of(form),
                     "write a number and a unit, such as " + such};
    }
    if (std::find(form.words.begin(), form.words.end(), unit) == form.words.end()) {
        return Fault{"quantity", label + ": " + base::quoted(unit) + " is not a unit of " + form.dimension + " here",
                     "write " + such + (form.words.size() > 1 ? ", in " + units_of(form) : "")};
    }
    if (unit != form.words.front() || (*value >= form.least && *value <= form.most)) return std::nullopt;
    return Fault{"quantity",
                 label + ": must be " + range_text(form.least, form.most) + " " + form.words.front() + ", found " +
                     base::quoted(text),
                 ""};
}

std::optional<Fault> fault_of_share(const std::string& text, const std::string& label) {
    std::string_view digits = base::trimmed(text);
    const bool percent = digits.ends_with('%');
    if (percent) digits = base::trimmed(digits.substr(0, digits.size() - 1));
    const std::optional<double> value = number_of(digits);
    const bool whole = value && std::floor(*value) == *value && *value >= 0 && *value <= 100;
    if (percent && whole) return std::nullopt;
    const std::optional<double> meant = number_of(meant_number(text, true));
    std::string hint;
    if (meant && *meant > 0 && *meant < 1) hint = "write " + number_text(std::round(*meant * 100)) + " %";
    if (whole && *value >= 1) hint = "write " + number_text(*value) + " %";
    return Fault{"percent", label + ": a share is written '60 %', whole, from 0 to 100, found " + base::quoted(text),
                 hint};
}

std::optional<Fault> fault_of_word(const std::string& text, const Form& form, const std::string& label) {
    if (std::find(form.words.begin(), form.words.end(), text) != form.words.end()) return std::nullopt;
    return Fault{"unknown-word", label + ": unknown word " + base::quoted(text), nearest_hint(text, form.words)};
}

std::string expected_by(const Form& form) {
    switch (form.kind) {
        case Form::Kind::number: return "a number";
        case Form::Kind::whole: return "a whole number";
        case Form::Kind::flag: return "yes or no";
        case Form::Kind::span: return "a span of time";
        case Form::Kind::word: return "a word";
        case Form::Kind::quantity: return "a number and a unit";
        case Form::Kind::written: return form.what;
        case Form::Kind::id:
        case Form::Kind::reference: return "an id";
        default: return "a text";
    }
}

}  // namespace

std::string found_in(const Node& node) {
    switch (node.kind) {
        case Node::Kind::list: return "a list";
        case Node::Kind::map: return "keys";
        case Node::Kind::text: break;
    }
    return node.text.empty() ? "nothing" : "the text " + base::quoted(node.text);
}

std::string nearest_hint(std::string_view word, const std::vector<std::string>& candidates) {
    std::vector<std::string> near;
    if (word.size() <= longest_compared) near = base::nearest(word, candidates, 1);
    if (near.empty()) return "one of: " + base::joined(candidates, ", ");
    const bool foreign = std::any_of(word.begin(), word.end(), [](char c) { return (c & 0x80) != 0; });
    return foreign ? "looks like " + marked(near.front()) + ", but holds other letters"
                   : "did you mean " + marked(near.front()) + "?";
}

std::string nearest_names(const Names& names, std::string_view kind, std::string_view id) {
    if (id.size() > longest_compared) return "";
    const std::vector<std::string> near = base::nearest(id, names.all(kind));
    return near.empty() ? "" : "nearest: " + base::joined(near, ", ");
}

std::optional<Fault> fault_of(const Node& node, const Form& form, const std::string& label, const Names& names) {
    const std::string& text = node.text;
    const bool is_id = form.kind == Form::Kind::id || form.kind == Form::Kind::reference;
    if (node.kind != Node::Kind::text || (text.empty() && !is_id)) {
        return Fault{is_id ? "id" : "wrong-kind",
                     label + ": expected " + expected_by(form) + ", found " + found_in(node),
                     is_id ? "an id is " + std::string(id_form) : ""};
    }
    switch (form.kind) {
        case Form::Kind::text:
        case Form::Kind::words: return fault_of_length(text, form, label);
        case Form::Kind::id: return fault_of_id(node, label);
        case Form::Kind::reference: {
            const bool free = form.keys == Form::Keys::any || (names.has(form.what) && names.knows(form.what, text));
            std::optional<Fault> fault = free ? std::nullopt : fault_of_id(node, label);
            return fault ? fault : fault_of_name(text, form.what, names);
        }
        case Form::Kind::flag: return fault_of_flag(text, label);
        case Form::Kind::number: return fault_of_number(text, form, label);
        case Form::Kind::whole: return fault_of_whole(text, form, label);
        case Form::Kind::span: return fault_of_span(text, form, label);
        case Form::Kind::quantity: return fault_of_quantity(text, form, label);
        case Form::Kind::share: return fault_of_share(text, label);
        case Form::Kind::word: return fault_of_word(text, form, label);
        default: return std::nullopt;
    }
}

std::optional<Fault> fault_of_key(const std::string& key, const Form& form, const Names& names) {
    const bool known = form.keys == Form::Keys::references && names.has(form.what) && names.knows(form.what, key);
    if (form.keys == Form::Keys::any || known) return std::nullopt;
    if (!base::is_id(key)) {
        return Fault{"id", "expected an id, found " + base::quoted(key), "an id is " + std::string(id_form)};
    }
    return form.keys == Form::Keys::references ? fault_of_name(key, form.what, names) : std::nullopt;
}

}  // namespace palpera::document
