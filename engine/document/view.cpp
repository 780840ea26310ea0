#include "engine/document/view.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "engine/base/text.h"
#include "engine/document/characters.h"
#include "engine/document/number.h"
#include "engine/document/scalar_check.h"

namespace palpera::document {
namespace {

const Form& of_anything() {
    static const Form form;
    return form;
}

}  // namespace

View::View(const Sheet& sheet, const Form& form, const Node* node, std::string path)
    : sheet_(&sheet),
      form_(&chosen(form, node)),
      node_(node && sheet.is_sound(*node) ? node : nullptr),
      parent_(node),
      path_(std::move(path)) {}

View View::inside(const Form& form, const Node* node, std::string_view step) const {
    if (!node) {
        View absent(*sheet_, form, nullptr, std::string(step));
        absent.parent_ = node_ ? node_ : parent_;
        return absent;
    }
    std::string path;
    path.reserve(path_.size() + 1 + step.size());
    path.append(path_).append(path_.empty() ? "" : "/").append(step);
    return View(*sheet_, form, node, std::move(path));
}

// The last step of the path: what the author calls it.
std::string View::label() const { return marked(std::string_view(path_).substr(path_.find_last_of('/') + 1)); }

Position View::place() const {
    if (node_) return node_->begin;
    return parent_ ? parent_->begin : Position{};
}

View View::operator[](std::string_view key) const {
    const Part* part = form_->part(key);
    if (!part && form_->kind != Form::Kind::anything) {
        throw std::logic_error("the form of '" + path_ + "' has no part '" + std::string(key) + "'");
    }
    return inside(part ? part->form : of_anything(), node_ ? node_->find(key) : nullptr, key);
}

std::vector<std::pair<std::string, View>> View::entries() const {
    std::vector<std::pair<std::string, View>> result;
    if (!is_map()) return result;
    const Form& form = form_->kind == Form::Kind::entries ? form_->inner[0] : of_anything();
    result.reserve(node_->entries.size());
    for (const Entry& entry : node_->entries) {
        if (sheet_->is_sound(entry.value)) result.emplace_back(entry.key, inside(form, &entry.value, entry.key));
    }
    return result;
}

std::vector<View> View::items() const {
    std::vector<View> result;
    if (!node_) return result;
    const Form& form = form_->kind == Form::Kind::list ? form_->inner[0] : of_anything();
    if (is_text()) result.push_back(View(*sheet_, form, node_, path_));
    result.reserve(node_->items.size());
    for (std::size_t i = 0; i < node_->items.size(); ++i) {
        const Node& item = node_->items[i];
        if (sheet_->is_sound(item)) result.push_back(inside(form, &item, item_step(item, i)));
    }
    return result;
}

std::string View::text() const { return is_text() ? node_->text : ""; }

std::vector<std::string> View::texts() const {
    std::vector<std::string> result;
    if (!node_) return result;
    if (is_text()) result.push_back(node_->text);
    result.reserve(node_->items.size());
    for (const Node& item : node_->items) {
        if (sheet_->is_sound(item)) result.push_back(item.text);
    }
    return result;
}

double View::number(double otherwise) const {
    return is_text() ? number_of(node_->text).value_or(otherwise) : otherwise;
}

int View::whole(int otherwise) const {
    if (!is_text()) return otherwise;
    std::string_view digits = base::trimmed(node_->text);
    if (digits.ends_with('%')) digits = base::trimmed(digits.substr(0, digits.size() - 1));
    const std::optional<double> value = number_of(digits);
    return value ? static_cast<int>(*value) : otherwise;
}

bool View::flag(bool otherwise) const { return is_text() ? node_->text == "yes" : otherwise; }

base::Minutes View::span() const {
    return is_text() ? base::span_of(node_->text).value_or(base::Minutes{}) : base::Minutes{};
}

std::size_t View::one_of() const {
    const auto& words = form_->words;
    const auto found = is_text() ? std::find(words.begin(), words.end(), node_->text) : words.end();
    return found == words.end() ? 0 : static_cast<std::size_t>(found - words.begin());
}

std::pair<double, std::string> View::quantity() const {
    const std::string_view text = is_text() ? base::trimmed(node_->text) : std::string_view();
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) return {};
    return {number_of(text.substr(0, space)).value_or(0), std::string(base::trimmed(text.substr(space)))};
}

base::LocalText View::words() const {
    if (!is_text()) return {};
    base::LocalText text = sheet_->source().words(path_, *node_, sheet_->diagnostics());
    if (form_->kind != Form::Kind::words) return text;
    for (base::Language language : base::every_language) {
        if (static_cast<double>(text.in(language).size()) <= form_->most || language == sheet_->source().language()) {
            continue;
        }
        const std::size_t length = base::code_points(text.in(language)).size();
        if (static_cast<double>(length) <= form_->most) continue;
        complain("too-long",
                 "its translation to " + std::string(base::code(language)) + " has " + std::to_string(length) +
                     " characters: " + base::quoted(text.in(language)),
                 "at most " + number_text(form_->most));
    }
    return text;
}

View View::by(const Form& form) const {
    View view = *this;
    view.form_ = &form;
    const std::optional<Fault> fault = node_ ? fault_of(*node_, form, label(), Names()) : std::nullopt;
    if (!fault) return view;
    complain(fault->rule, fault->message, fault->hint);
    view.node_ = nullptr;
    return view;
}

void View::complain(std::string rule, std::string message, std::string hint) const {
    const Position where = place();
    sheet_->diagnostics().add({file(), where.line, where.column, base::Severity::error, std::move(rule),
                               std::move(message), std::move(hint)});
}

}  // namespace palpera::document
