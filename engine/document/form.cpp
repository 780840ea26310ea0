#include "engine/document/form.h"

#include <algorithm>
#include <utility>

namespace palpera::document {

const Part* Form::part(std::string_view key) const {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.key == key; });
    return found == parts.end() ? nullptr : &*found;
}

Form Form::with_one_of(std::vector<std::string> keys_of_which_one, std::string rule_id, std::string complaint,
                       std::string how_to_mend) const {
    Form form = *this;
    form.one_of = std::move(keys_of_which_one);
    form.rule = std::move(rule_id);
    form.message = std::move(complaint);
    form.hint = std::move(how_to_mend);
    return form;
}

Form Form::named(std::string shared_name) const {
    Form form = *this;
    form.name = std::move(shared_name);
    return form;
}

namespace form {
namespace {

Form of(Form::Kind kind) {
    Form form;
    form.kind = kind;
    return form;
}

Form of(Form::Kind kind, double least, double most) {
    Form form = of(kind);
    form.least = least;
    form.most = most;
    return form;
}

Form holding(Form::Kind kind, Form inner) {
    Form form = of(kind);
    form.inner.push_back(std::move(inner));
    return form;
}

}  // namespace

Form anything() { return {}; }
Form text(std::size_t most) { return of(Form::Kind::text, 1, static_cast<double>(most)); }
Form words(std::size_t most) { return of(Form::Kind::words, 1, static_cast<double>(most)); }

Form written(std::string what, std::string pattern) {
    Form form = of(Form::Kind::written);
    form.what = std::move(what);
    form.pattern = std::move(pattern);
    return form;
}

Form id() { return of(Form::Kind::id); }

Form reference(std::string kind) {
    Form form = of(Form::Kind::reference);
    form.what = std::move(kind);
    return form;
}

Form reference_by_any(std::string kind) {
    Form form = reference(std::move(kind));
    form.keys = Form::Keys::any;
    return form;
}

Form flag() { return of(Form::Kind::flag); }
Form number(double least, double most) { return of(Form::Kind::number, least, most); }
Form whole(int least, int most) { return of(Form::Kind::whole, least, most); }

Form span(base::Minutes least, base::Minutes most) {
    return of(Form::Kind::span, static_cast<double>(least.value), static_cast<double>(most.value));
}

Form quantity(std::string dimension, std::vector<std::string> units, double least, double most) {
    Form form = of(Form::Kind::quantity, least, most);
    form.dimension = std::move(dimension);
    form.words = std::move(units);
    return form;
}

Form share() { return of(Form::Kind::share, 0, 100); }

Form one_of(std::vector<std::string> words) {
    Form form = of(Form::Kind::word);
    form.words = std::move(words);
    return form;
}

Form list(Form item, std::size_t least, std::size_t most) {
    Form form = holding(Form::Kind::list, std::move(item));
    form.least = static_cast<double>(least);
    form.most = static_cast<double>(most);
    return form;
}

Form tuple(Form item, std::size_t count, std::string rule, std::string complaint) {
    Form form = list(std::move(item), count, count);
    form.rule = std::move(rule);
    form.message = std::move(complaint);
    return form;
}

Form map(std::vector<Part> parts) {
    Form form = of(Form::Kind::map);
    form.parts = std::move(parts);
    return form;
}

Form file(std::vector<Part> parts) {
    parts.insert(parts.begin(), required("language", one_of({"sv", "nb", "en"}), "The language of the file's texts."));
    return map(std::move(parts));
}

Form entries(Form of_entries) { return holding(Form::Kind::entries, std::move(of_entries)); }

Form entries_by(std::string kind, Form of_entries) {
    Form form = entries(std::move(of_entries));
    form.keys = Form::Keys::references;
    form.what = std::move(kind);
    return form;
}

Form entries_by_any(std::string kind, Form of_entries) {
    Form form = entries_by(std::move(kind), std::move(of_entries));
    form.keys = Form::Keys::any;
    return form;
}

Form values_of(std::string kind) {
    Form form = of(Form::Kind::values);
    form.what = std::move(kind);
    return form;
}

Form either(Form map, Form otherwise) {
    Form form = holding(Form::Kind::either, std::move(map));
    form.inner.push_back(std::move(otherwise));
    return form;
}

Form one_or_named(Form single) {
    Form named = entries(single);
    return either(std::move(single), std::move(named));
}

Part required(std::string key, Form form, std::string about) {
    return {std::move(key), std::move(form), std::move(about), true};
}
Part optional(std::string key, Form form, std::string about) {
    return {std::move(key), std::move(form), std::move(about), false};
}

}  // namespace form
}  // namespace palpera::document
