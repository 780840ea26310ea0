#include "engine/library/schema_values.h"

#include <algorithm>
#include <cmath>

#include "engine/base/text.h"

namespace palpera::library {
namespace {

using document::Form;

constexpr double widest = 1e8;  // bounds from here on are no help to an author

// Numbers that are whole are written without a point.
Json bound(double value) {
    if (std::floor(value) == value && std::abs(value) < widest) return static_cast<std::int64_t>(value);
    return value;
}

Json pattern(const std::string& expression) { return {{"type", "string"}, {"pattern", expression}}; }

Json any_scalar() { return {{"type", Json::array({"string", "number"})}}; }

Json of_text(const Form& form) {
    Json text = form.kind == Form::Kind::words ? Json{{"type", "string"}} : any_scalar();
    text["minLength"] = 1;
    if (form.most < static_cast<double>(document::form::any_length)) text["maxLength"] = bound(form.most);
    return text;
}

Json of_number(const Form& form) {
    Json value{{"type", form.kind == Form::Kind::whole ? "integer" : "number"}};
    if (form.least > -widest) value["minimum"] = bound(form.least);
    if (form.most < widest) value["maximum"] = bound(form.most);
    return value;
}

}  // namespace

Json scalar_schema(const Form& form) {
    switch (form.kind) {
        case Form::Kind::text:
        case Form::Kind::words: return of_text(form);
        case Form::Kind::written:
            if (form.what == "an act") return ids_reference("", "act");
            return form.pattern.empty() ? any_scalar() : pattern(form.pattern);
        case Form::Kind::id: return pattern(id_pattern);
        case Form::Kind::reference: return has_ids(form.what) ? ids_reference("", form.what) : pattern(id_pattern);
        case Form::Kind::flag: return {{"enum", Json::array({"yes", "no"})}};
        case Form::Kind::number:
        case Form::Kind::whole: return of_number(form);
        case Form::Kind::span: return pattern("^[0-9]+ (minute|hour|day|week|month|year)s?$");
        case Form::Kind::quantity: return pattern("^-?[0-9]+([.][0-9]+)? (" + base::joined(form.words, "|") + ")$");
        case Form::Kind::share: return pattern("^(100|[1-9]?[0-9]) ?%$");
        case Form::Kind::word: return {{"enum", form.words}};
        default: return Json::object();
    }
}

Json ids_reference(const std::string& prefix, std::string_view kind) {
    std::string name = prefix.empty() ? "" : prefix + "_";
    name += kind;
    std::replace(name.begin(), name.end(), ' ', '_');
    return {{"$ref", "ids.schema.json#/definitions/" + name}};
}

}  // namespace palpera::library
