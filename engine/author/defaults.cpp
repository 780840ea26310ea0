#include "engine/author/defaults.h"

#include <algorithm>
#include <string>

namespace palpera::author {

using document::Form;
using document::Node;
using document::text_value;
using document::word_value;

namespace {

Node default_map(const Form& form, std::string_view kind) {
    std::vector<std::pair<std::string, Node>> entries;
    const auto add = [&](const std::string& key) {
        if (const document::Part* part = form.part(key)) entries.emplace_back(key, default_value(part->form, kind));
    };
    for (const document::Part& part : form.parts) {
        if (part.required) add(part.key);
    }
    if (!form.one_of.empty()) {
        const std::string wanted = kind == "question" || kind.empty() ? form.one_of.front() : "finds";
        const bool is_offered = std::find(form.one_of.begin(), form.one_of.end(), wanted) != form.one_of.end();
        add(is_offered ? wanted : form.one_of.front());
    }
    return document::map_value(std::move(entries));
}

}  // namespace

Node default_value(const Form& form, std::string_view kind) {
    switch (form.kind) {
        case Form::Kind::flag: return word_value("yes");
        case Form::Kind::number:
        case Form::Kind::whole: return word_value(std::to_string(static_cast<long>(std::max(form.least, 0.0))));
        case Form::Kind::span: return word_value("1 weeks");
        case Form::Kind::quantity: return word_value("50 " + form.words.front());
        case Form::Kind::share: return word_value("50 %");
        case Form::Kind::word: return word_value(form.words.front());
        case Form::Kind::list: return document::list_value({});
        case Form::Kind::map: return default_map(form, kind);
        case Form::Kind::entries:
        case Form::Kind::values: return document::map_value({});
        case Form::Kind::either: {
            const bool named = form.inner[1].kind == Form::Kind::entries;
            return default_value(form.inner[named ? 0 : 1], kind);
        }
        default: return text_value("");
    }
}

}  // namespace palpera::author
