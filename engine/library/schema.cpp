#include "engine/library/schema.h"

#include <utility>

#include "engine/library/forms.h"
#include "engine/library/schema_values.h"

namespace palpera::library {
namespace {

using document::Form;
using document::Part;

class Writer {
public:
    std::string file(const Form& form, const std::string& title) {
        Json schema{{"$schema", schema_draft}, {"title", title}};
        schema.update(of(form));
        if (!definitions_.empty()) schema["definitions"] = definitions_;
        return schema.dump(1) + "\n";
    }

private:
    Json of(const Form& form) {
        if (form.name.empty()) return plain(form);
        if (!definitions_.contains(form.name)) {
            const Json made = plain(form);
            definitions_[form.name] = made;
        }
        return {{"$ref", "#/definitions/" + form.name}};
    }

    Json plain(const Form& form) {
        switch (form.kind) {
            case Form::Kind::list: return of_list(form);
            case Form::Kind::map: return of_map(form);
            case Form::Kind::entries: return of_entries(form);
            case Form::Kind::values: return ids_reference("values_of", form.what);
            case Form::Kind::either: return {{"anyOf", Json::array({of(form.inner[0]), of(form.inner[1])})}};
            default: return scalar_schema(form);
        }
    }

    Json of_list(const Form& form) {
        const Form& item = form.inner[0];
        Json list{{"type", "array"}, {"items", of(item)}};
        if (form.least > 0) list["minItems"] = static_cast<int>(form.least);
        if (form.most == form.least) list["maxItems"] = static_cast<int>(form.most);
        if (item.kind == Form::Kind::list || item.kind == Form::Kind::map) return list;
        return {{"anyOf", Json::array({list, of(item.kind == Form::Kind::either ? item.inner[1] : item)})}};
    }

    Json of_map(const Form& form) {
        Json properties = Json::object();
        Json required = Json::array();
        for (const Part& part : form.parts) {
            Json schema{{"description", part.about}};
            Json value = of(part.form);
            if (value.contains("$ref")) value = {{"allOf", Json::array({value})}};
            schema.update(value);
            properties[part.key] = schema;
            if (part.required) required.push_back(part.key);
        }
        Json map{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
        if (!required.empty()) map["required"] = required;
        Json one_of = Json::array();
        for (const std::string& key : form.one_of) {
            if (form.part(key)) one_of.push_back({{"required", Json::array({key})}});
        }
        if (!one_of.empty()) map["anyOf"] = one_of;
        return map;
    }

    Json of_entries(const Form& form) {
        Json entries{{"type", "object"}, {"additionalProperties", of(form.inner[0])}};
        if (form.keys == Form::Keys::ids) {
            entries["propertyNames"] = {{"pattern", id_pattern}};
        } else if (has_ids(form.what)) {
            entries["allOf"] = Json::array({ids_reference("keys_of", form.what)});
        }
        return entries;
    }

    Json definitions_ = Json::object();
};

// Nothing but the language and texts, at any depth.
std::string translation() {
    const Json texts{{"$ref", "#/definitions/texts"}};
    const Json text{{"type", "string"}, {"minLength", 1}};
    const Json map{{"type", "object"}, {"additionalProperties", texts}};
    const Json list{{"type", "array"}, {"items", texts}};
    const Json definition{{"anyOf", Json::array({text, map, list})}};
    const Json language{{"description", "The language of this translation."},
                        {"enum", Json::array({"sv", "nb", "en"})}};
    const Json schema{{"$schema", schema_draft},
                      {"title", "A translation: the paths of the original, with nothing but texts"},
                      {"type", "object"},
                      {"properties", {{"language", language}}},
                      {"required", Json::array({"language"})},
                      {"additionalProperties", texts},
                      {"definitions", {{"texts", definition}}}};
    return schema.dump(1) + "\n";
}

}  // namespace

std::map<std::string, std::string> schemas(const Library& library) {
    const std::vector<std::pair<std::string, Form>> forms{{"case", forms::patient_case()},
                                                          {"condition", forms::condition()},
                                                          {"guideline", forms::guideline()},
                                                          {"claims", forms::claims()},
                                                          {"blueprint", forms::blueprint()},
                                                          {"likelihoods", forms::likelihoods()},
                                                          {"uncited", forms::uncited()},
                                                          {"facts", forms::facts()},
                                                          {"questions", forms::questions()},
                                                          {"phrasings", forms::phrasings()},
                                                          {"out_of_scope", forms::out_of_scope()},
                                                          {"examinations", forms::examinations()},
                                                          {"tests", forms::tests()},
                                                          {"drugs", forms::drugs()},
                                                          {"treatments", forms::treatments()},
                                                          {"advice", forms::advice()},
                                                          {"services", forms::services()},
                                                          {"diagnoses", forms::diagnoses()}};
    std::map<std::string, std::string> files;
    for (const auto& [name, form] : forms) files[name + ".schema.json"] = Writer().file(form, "Palpera: " + name);
    files["translation.schema.json"] = translation();
    files["ids.schema.json"] = ids_schema(library);
    return files;
}

}  // namespace palpera::library
