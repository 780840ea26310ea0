#include "engine/document/view.h"

#include <algorithm>
#include <cmath>

#include "engine/base/text.h"
#include "engine/document/characters.h"
#include "engine/document/number.h"

namespace palpera::document {
namespace {

constexpr std::string_view id_form = "small letters, digits, - and _, 1 to 64, beginning with a letter";

std::vector<std::string> as_list(std::initializer_list<std::string_view> words) { return {words.begin(), words.end()}; }

// What other readers of YAML take for a flag or for nothing.
bool reads_as_flag(std::string_view text) {
    constexpr std::string_view flags[] = {"yes", "no", "true", "false", "on", "off", "null", "y", "n"};
    return std::find(std::begin(flags), std::end(flags), text) != std::end(flags);
}

std::string nearest_hint(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t longest_compared = 128;
    std::vector<std::string> near;
    if (word.size() <= longest_compared) near = base::nearest(word, candidates, 1);
    if (near.empty()) return "one of: " + base::joined(candidates, ", ");
    const bool foreign = std::any_of(word.begin(), word.end(), [](char c) { return (c & 0x80) != 0; });
    return foreign ? "looks like " + marked(near.front()) + ", but holds other letters"
                   : "did you mean " + marked(near.front()) + "?";
}

}  // namespace

View::View(const Source& source, base::Diagnostics& diagnostics) : View(source, diagnostics, &source.main().root, "") {}

View::View(const Source& source, base::Diagnostics& diagnostics, const Node* node, std::string path)
    : source_(&source), diagnostics_(&diagnostics), node_(node), path_(std::move(path)) {}

View View::inside(const Node* node, std::string_view step) const {
    std::string path = path_.empty() ? std::string(step) : path_ + "/" + std::string(step);
    View view(*source_, *diagnostics_, node, std::move(path));
    view.parent_ = node_ ? node_ : parent_;
    return view;
}

Position View::place() const {
    if (node_) return node_->begin;
    return parent_ ? parent_->begin : Position{};
}

// The last step of the path: what the author calls it.
std::string View::label() const {
    return path_.empty() ? "the file" : marked(std::string_view(path_).substr(path_.find_last_of('/') + 1));
}

std::string View::found() const {
    switch (node_->kind) {
        case Node::Kind::list: return "a list";
        case Node::Kind::map: return "keys";
        case Node::Kind::text: break;
    }
    return node_->text.empty() ? "nothing" : "the text " + base::quoted(node_->text);
}

bool View::expect_map() const {
    if (!node_) return false;
    if (is_map()) return true;
    complain("wrong-kind", label() + ": expected keys, found " + found(), "write `key: value` below it");
    return false;
}

View View::operator[](std::string_view key) const { return inside(expect_map() ? node_->find(key) : nullptr, key); }

View View::required(std::string_view key) const {
    View view = (*this)[key];
    if (!view && is_map()) complain("missing", "required part " + marked(key) + " is missing", "add " + marked(key));
    return view;
}

std::vector<std::pair<std::string, View>> View::entries(bool any_key) const {
    std::vector<std::pair<std::string, View>> result;
    if (!expect_map()) return result;
    for (const Entry& entry : node_->entries) {
        if (any_key || base::is_id(entry.key)) {
            result.emplace_back(entry.key, inside(&entry.value, entry.key));
        } else {
            add(base::Severity::error, entry.place, "id", "expected an id, found " + base::quoted(entry.key),
                "an id is " + std::string(id_form));
        }
    }
    return result;
}

void View::only(std::initializer_list<std::string_view> keys) const {
    if (!expect_map()) return;
    for (const Entry& entry : node_->entries) {
        if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
        add(base::Severity::error, entry.place, "unknown-key", "unknown key " + marked(entry.key),
            nearest_hint(entry.key, as_list(keys)));
    }
}

std::vector<View> View::items() const {
    std::vector<View> result;
    if (is_list()) {
        for (std::size_t i = 0; i < node_->items.size(); ++i) {
            result.push_back(inside(&node_->items[i], item_step(node_->items[i], i)));
        }
    } else if (is_text() && !node_->text.empty()) {
        result.push_back(*this);
    } else if (node_) {
        complain("wrong-kind", label() + ": expected a list, found " + found(), "write each item after `- `");
    }
    return result;
}

const std::string* View::expect_text(std::string_view what) const {
    if (!node_) return nullptr;
    if (is_text() && !node_->text.empty()) return &node_->text;
    complain("wrong-kind", label() + ": expected " + std::string(what) + ", found " + found());
    return nullptr;
}

std::string View::text() const {
    const std::string* text = expect_text("a text");
    return text ? *text : "";
}

std::string View::id() const {
    if (!node_) return "";
    const bool plain_flag = is_text() && node_->plain && reads_as_flag(node_->text);
    if (is_text() && base::is_id(node_->text) && !plain_flag) return node_->text;
    std::string hint = "an id is " + std::string(id_form);
    if (plain_flag) hint = "choose another id: this one reads as a flag or as nothing elsewhere";
    complain("id", label() + ": expected an id, found " + found(), hint);
    return "";
}

std::vector<std::string> View::ids() const {
    std::vector<std::string> result;
    for (const View& item : items()) {
        std::string id = item.id();
        if (!id.empty()) result.push_back(std::move(id));
    }
    return result;
}

void View::complain_of_number(const std::string& text, const std::string& wanted, bool fraction) const {
    const bool endless = text.find("inf") != std::string::npos || text.find("nan") != std::string::npos ||
                         text.find("Inf") != std::string::npos || text.find("NaN") != std::string::npos;
    const std::string meant = meant_number(text, fraction);
    const bool huge = meant.empty() && !text.empty() && text.find_first_not_of("0123456789eE+-.") == std::string::npos;
    complain("number",
             label() +
                 (endless || huge ? ": not a finite number of at most 15 digits: " : ": expected a number, found ") +
                 base::quoted(text),
             meant.empty() ? (wanted.empty() ? "write a number" : "write a number, " + wanted) : "write " + meant);
}

double View::number(double least, double most) const {
    const std::string* text = expect_text("a number");
    if (!text) return 0;
    const std::string range = range_text(least, most);
    const std::optional<double> value = number_of(*text);
    if (!value) {
        complain_of_number(*text, range, most <= 1);
        return 0;
    }
    if (*value >= least && *value <= most) return *value;
    complain("range", label() + ": must be " + range + ", found " + *text);
    return 0;
}

std::int64_t View::whole(std::int64_t least, std::int64_t most) const {
    const std::string* text = expect_text("a whole number");
    if (!text) return 0;
    std::string range = range_text(static_cast<double>(least), static_cast<double>(most));
    range += range.empty() ? "whole" : ", whole";
    const std::optional<double> value = number_of(*text);
    const bool digits = text->find_first_not_of("0123456789-") == std::string::npos;
    if (!value && !(digits && text->size() > 15)) {
        complain_of_number(*text, range, false);
        return 0;
    }
    const bool whole = value && std::floor(*value) == *value && text->find('.') == std::string::npos;
    if (whole && static_cast<std::int64_t>(*value) >= least && static_cast<std::int64_t>(*value) <= most) {
        return static_cast<std::int64_t>(*value);
    }
    complain("range", label() + ": must be " + range + ", found " + base::quoted(*text));
    return 0;
}

bool View::flag() const {
    const std::string* text = expect_text("yes or no");
    if (!text || *text == "yes" || *text == "no") return text && *text == "yes";
    const std::string word = base::folded(*text);
    const auto is_any = [&](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    const bool yes = is_any({"yes", "true", "on", "y", "1", "ja"});
    const bool no = is_any({"no", "false", "off", "n", "0", "nej", "nei"});
    complain("flag", label() + ": expected yes or no, found " + base::quoted(*text),
             yes  ? "write yes"
             : no ? "write no"
                  : "write yes or no");
    return false;
}

base::Minutes View::span() const {
    const std::string* text = expect_text("a span of time");
    if (!text) return {};
    const std::optional<base::Minutes> span = base::span_of(*text);
    if (span) return *span;
    complain("span", label() + ": expected a span of time, found " + base::quoted(*text),
             "write a whole number and minutes, hours, days, weeks, months or years, such as `4 months`");
    return {};
}

std::size_t View::one_of(std::initializer_list<std::string_view> words) const {
    const std::string* text = expect_text("a word");
    if (!text) return 0;
    const auto found = std::find(words.begin(), words.end(), *text);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    complain("unknown-word", label() + ": unknown word " + base::quoted(*text), nearest_hint(*text, as_list(words)));
    return 0;
}

std::pair<double, std::string> View::quantity() const {
    const std::string* text = expect_text("a number and a unit");
    if (!text) return {};
    const std::string_view trimmed = base::trimmed(*text);
    const std::size_t space = trimmed.find(' ');
    const std::string number(trimmed.substr(0, space));
    const std::optional<double> value = number_of(number);
    if (!value) {
        complain_of_number(number, "then a unit, such as `500 mg`", false);
        return {};
    }
    const std::string_view unit =
        space == std::string_view::npos ? std::string_view() : base::trimmed(trimmed.substr(space));
    if (!unit.empty() && unit.find(' ') == std::string_view::npos) return {*value, std::string(unit)};
    complain("quantity",
             unit.empty() ? label() + ": unit missing after " + base::quoted(number)
                          : label() + ": expected one word as a unit, found " + base::quoted(unit),
             "write a number and a unit, such as `500 mg`");
    return {};
}

base::LocalText View::words() const {
    return expect_text("a text") ? source_->words(path_, *node_, *diagnostics_) : base::LocalText{};
}

void View::complain(std::string rule, std::string message, std::string hint) const {
    add(base::Severity::error, place(), std::move(rule), std::move(message), std::move(hint));
}

void View::warn(std::string rule, std::string message, std::string hint) const {
    add(base::Severity::warning, place(), std::move(rule), std::move(message), std::move(hint));
}

void View::add(base::Severity severity, const Position& where, std::string rule, std::string message,
               std::string hint) const {
    base::Diagnostic diagnostic{file(),          where.line,         where.column,   severity,
                                std::move(rule), std::move(message), std::move(hint)};
    // Each key asked of what is no map would complain of the same thing.
    const auto& all = diagnostics_->all();
    if (std::find(all.begin(), all.end(), diagnostic) == all.end()) diagnostics_->add(std::move(diagnostic));
}

}  // namespace palpera::document
