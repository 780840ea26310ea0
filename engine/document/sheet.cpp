#include "engine/document/sheet.h"

#include <algorithm>
#include <utility>

#include "engine/document/characters.h"
#include "engine/document/number.h"
#include "engine/document/scalar_check.h"
#include "engine/document/view.h"

namespace palpera::document {
namespace {

class Checker {
public:
    Checker(const Source& source, const Names& names, base::Diagnostics& diagnostics,
            std::unordered_set<const Node*>& unsound)
        : file_(source.main().name), names_(names), diagnostics_(diagnostics), unsound_(unsound) {}

    // `step` is the last of the value's path: what the author calls it; empty for the whole file.
    void check(const Node& node, const Form& given, std::string_view step) {
        const Form& form = chosen(given, &node);
        switch (form.kind) {
            case Form::Kind::anything: return;
            case Form::Kind::map: return check_map(node, form, step);
            case Form::Kind::entries: return check_entries(node, form, step);
            case Form::Kind::values: return check_values(node, form, step);
            case Form::Kind::list: return check_list(node, form, step);
            default:
                // Its label is only made for what is wrong: most is not.
                if (fault_of(node, form, "", names_)) refuse(node, *fault_of(node, form, label(step), names_));
        }
    }

private:
    static std::string label(std::string_view step) { return step.empty() ? "the file" : marked(step); }

    void complain(const Position& place, Fault fault) {
        diagnostics_.add({file_, place.line, place.column, base::Severity::error, std::move(fault.rule),
                          std::move(fault.message), std::move(fault.hint)});
    }
    void refuse(const Node& node, Fault fault) {
        complain(node.begin, std::move(fault));
        unsound_.insert(&node);
    }

    bool is_map(const Node& node, std::string_view step) {
        if (node.kind == Node::Kind::map) return true;
        refuse(node,
               {"wrong-kind", label(step) + ": expected keys, found " + found_in(node), "write `key: value` below it"});
        return false;
    }

    void check_map(const Node& node, const Form& form, std::string_view step) {
        if (!is_map(node, step)) return;
        for (const Entry& entry : node.entries) {
            if (const Part* part = form.part(entry.key)) {
                check(entry.value, part->form, entry.key);
                continue;
            }
            std::vector<std::string> keys;
            for (const Part& part : form.parts) keys.push_back(part.key);
            complain(entry.place, {"unknown-key", "unknown key " + marked(entry.key), nearest_hint(entry.key, keys)});
        }
        for (const Part& part : form.parts) {
            if (!part.required || node.find(part.key)) continue;
            complain(node.begin,
                     {"missing", "required part " + marked(part.key) + " is missing", "add " + marked(part.key)});
        }
        const auto is_there = [&](const std::string& key) { return node.find(key) != nullptr; };
        if (form.one_of.empty() || std::any_of(form.one_of.begin(), form.one_of.end(), is_there)) return;
        complain(node.begin, {form.rule, form.message, form.hint});
    }

    void check_entries(const Node& node, const Form& form, std::string_view step) {
        if (!is_map(node, step)) return;
        for (const Entry& entry : node.entries) {
            if (const auto fault = fault_of_key(entry.key, form, names_)) {
                complain(fault->rule == "id" ? entry.place : entry.value.begin, *fault);
                unsound_.insert(&entry.value);
            }
            check(entry.value, form.inner[0], entry.key);
        }
    }

    void check_values(const Node& node, const Form& form, std::string_view step) {
        if (!is_map(node, step)) return;
        Form keys = form;
        keys.keys = Form::Keys::references;
        for (const Entry& entry : node.entries) {
            if (const auto fault = fault_of_key(entry.key, keys, names_)) {
                complain(fault->rule == "id" ? entry.place : entry.value.begin, *fault);
                unsound_.insert(&entry.value);
            } else {
                check(entry.value, names_.value(form.what, entry.key), entry.key);
            }
        }
    }

    void check_list(const Node& node, const Form& form, std::string_view step) {
        std::size_t count = 1;
        if (node.kind == Node::Kind::list) {
            count = node.items.size();
            for (std::size_t i = 0; i < count; ++i) check(node.items[i], form.inner[0], item_step(node.items[i], i));
        } else if (node.kind == Node::Kind::text && !node.text.empty()) {
            check(node, form.inner[0], step);
        } else {
            return refuse(node, {"wrong-kind", label(step) + ": expected a list, found " + found_in(node),
                                 "write each item after `- `"});
        }
        const auto size = static_cast<double>(count);
        if (size >= form.least && size <= form.most) return;
        if (!form.rule.empty()) return refuse(node, {form.rule, form.message, form.hint});
        refuse(node,
               {"length",
                label(step) + ": holds " + std::to_string(count) + ", must hold " + range_text(form.least, form.most),
                ""});
    }

    const std::string& file_;
    const Names& names_;
    base::Diagnostics& diagnostics_;
    std::unordered_set<const Node*>& unsound_;
};

std::size_t count_values(const Node& node) {
    std::size_t count = 1;
    for (const Node& item : node.items) count += count_values(item);
    for (const Entry& entry : node.entries) count += count_values(entry.value);
    return count;
}

}  // namespace

const Form& chosen(const Form& form, const Node* node) {
    if (form.kind != Form::Kind::either) return form;
    const Form& map = form.inner[0];
    const Form& otherwise = form.inner[1];
    if (!node) return map;
    if (otherwise.kind != Form::Kind::entries) return node->kind == Node::Kind::map ? map : otherwise;
    const auto holds_map = [](const Entry& entry) { return entry.value.kind == Node::Kind::map; };
    const bool several = !node->entries.empty() && std::all_of(node->entries.begin(), node->entries.end(), holds_map);
    return several ? otherwise : map;
}

Sheet::Sheet(const Source& source, const Form& form, const Names& names, base::Diagnostics& diagnostics)
    : source_(&source), form_(&form), diagnostics_(&diagnostics) {
    Checker(source, names, diagnostics, unsound_).check(source.main().root, form, "");
    values_ = count_values(source.main().root);
}

View Sheet::root() const { return {*this, *form_, &source_->main().root, ""}; }

}  // namespace palpera::document
