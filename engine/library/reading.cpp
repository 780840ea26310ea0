#include "engine/library/reading.h"

#include <algorithm>

#include "engine/base/text.h"

namespace palpera::library {
namespace {

using document::View;

template <class List>
std::vector<std::string> ids_of(const List& list) {
    std::vector<std::string> ids;
    for (const auto& item : list) ids.push_back(item.id);
    return ids;
}

void complain_unknown(const View& view, const std::string& what, const std::string& id,
                      const std::vector<std::string>& known) {
    const std::vector<std::string> near = base::nearest(id, known);
    view.complain("unknown-" + what, "no " + what + " is called " + base::quoted(id),
                  near.empty() ? "" : "nearest: " + base::joined(near, ", "));
}

void check_dose(const View& view, double dose, const std::string& unit, const Drug* drug) {
    if (dose <= 0) view.complain("dose", "a dose must be above 0");
    if (!drug || unit.empty()) return;
    if (unit != drug->dose_unit) {
        view.complain("dose-unit",
                      "the dose of " + drug->id + " is given in " + drug->dose_unit + ", not in " + base::quoted(unit));
    } else if (dose > drug->most) {
        view.warn("dose-high", "above the highest single dose of " + drug->id + " in the catalogue");
    }
}

void complain_of_too_many_images(const View& view, const std::vector<ScriptedResponse>& results) {
    constexpr std::size_t most = 20;
    std::size_t images = 0;
    for (const ScriptedResponse& result : results) {
        for (const Response& response : result.responses) images += response.images.size();
    }
    if (images > most) {
        view.complain("too-many-images", "the results show more than " + std::to_string(most) + " images");
    }
}

}  // namespace

script::Condition Reading::condition(const View& view) const {
    if (!view) return {};
    const auto check_act = [&](std::string_view text) -> std::string {
        const base::Result<ActPattern> pattern = parse_pattern(text);
        if (!pattern) return pattern.error().what;
        return trouble_with(catalogue, atlas, pattern->verb, pattern->subject);
    };
    script::Parsed parsed = script::parse(view.text(), terms_.empty() ? catalogue.vocabulary : own_words_, check_act);
    for (const script::Complaint& complaint : parsed.complaints) {
        view.complain(complaint.rule,
                      "in the condition at character " + std::to_string(complaint.column) + ": " + complaint.message,
                      complaint.hint);
    }
    return terms_.empty() ? parsed.condition : script::with_terms(parsed.condition, terms_);
}

void Reading::read_terms(const View& view) {
    own_words_ = catalogue.vocabulary;
    for (const auto& [id, item] : view.entries()) {
        if (own_words_.contains(id)) item.complain("term-twice", "the term " + id + " is a fact or a term already");
        terms_[id] = condition(item);
        own_words_[id] = script::FactType{};
    }
}

script::Value Reading::value(const View& view, const std::string& id) const {
    const Fact* fact = find(catalogue.facts, id);
    if (!fact) {
        complain_unknown(view, "fact", id, ids_of(catalogue.facts));
        return false;
    }
    switch (fact->type.kind) {
        case script::Kind::flag: return view.flag();
        case script::Kind::number: return view.number(-1e9, 1e9);
        case script::Kind::span: return view.span();
        case script::Kind::word: break;
    }
    std::string word = view.id();
    const auto& words = fact->type.words;
    if (std::find(words.begin(), words.end(), word) == words.end()) complain_unknown(view, "word", word, words);
    return word;
}

std::map<std::string, script::Value> Reading::facts(const View& view) const {
    std::map<std::string, script::Value> result;
    for (const auto& [id, item] : view.entries()) result[id] = value(item, id);
    return result;
}

std::vector<std::string> Reading::fact_ids(const View& view) const {
    std::vector<std::string> result;
    for (const View& item : view.items()) {
        std::string id = item.id();
        if (!catalogue.vocabulary.contains(id)) {
            std::vector<std::string> known;
            for (const auto& [name, type] : catalogue.vocabulary) known.push_back(name);
            complain_unknown(item, "fact", id, known);
            continue;
        }
        result.push_back(std::move(id));
    }
    return result;
}

std::optional<ActPattern> Reading::act(const View& view, const std::string& text) const {
    const base::Result<ActPattern> pattern = parse_pattern(text);
    if (!pattern) {
        view.complain("act", pattern.error().what, pattern.error().hint);
        return std::nullopt;
    }
    const std::string trouble = trouble_with(catalogue, atlas, pattern->verb, pattern->subject);
    if (!trouble.empty()) {
        view.complain("unknown-act", trouble);
        return std::nullopt;
    }
    return *pattern;
}

void Reading::sources(const View& view, std::vector<std::string>& claims_out, std::string& beyond) const {
    for (const View& item : view["claims"].items()) {
        const std::string id = item.text();
        if (!find(claims, id)) complain_unknown(item, "claim", id, ids_of(claims));
        claims_out.push_back(id);
    }
    if (view["beyond"] && !view["beyond"].is_list()) beyond = view["beyond"].text();
}

std::vector<std::string> Reading::images(const View& view) const {
    std::vector<std::string> result;
    if (!view) return result;
    for (const View& item : view.items()) {
        std::string id = item.id();
        if (!find(catalogue.drawings, id)) complain_unknown(item, "drawing", id, ids_of(catalogue.drawings));
        result.push_back(std::move(id));
    }
    return result;
}

Response Reading::response(const View& view, Verb of) const {
    view.only({"when", "says", "finds", "pain", "value", "image", "reveals", "claims", "beyond"});
    Response response;
    response.id = view.path();
    response.when = condition(view["when"]);
    if (view["says"]) response.says = view["says"].words();
    if (view["finds"]) response.finds = view["finds"].words();
    if (view["pain"]) response.pain = static_cast<int>(view["pain"].whole(0, 10));
    if (view["value"]) response.value = view["value"].number(-1e9, 1e9);
    response.images = images(view["image"]);
    if (!response.images.empty() && of != Verb::order) {
        view["image"].complain("image-of-no-test", "only the result of a test shows an image");
    }
    response.reveals = fact_ids(view["reveals"]);
    sources(view, response.claims, response.beyond);
    return response;
}

Responses Reading::responses(const View& view, Verb of) const {
    const bool single =
        view["says"] || view["finds"] || view["value"] || view["image"] || view["reveals"] || view["pain"];
    if (single) return {response(view, of)};
    Responses result;
    for (const auto& [id, variant] : view.entries()) {
        if (!result.empty() && result.back().when.always()) {
            variant.complain("unreachable-variant", "the variant before it has no `when`, so this one is never given");
        }
        result.push_back(response(variant, of));
    }
    if (result.empty()) view.complain("empty-response", "a response has says, finds, value or named variants");
    return result;
}

std::vector<ScriptedResponse> Reading::scripted(const View& view, Verb verb) const {
    std::vector<ScriptedResponse> result;
    for (const auto& [key, item] : view.entries(true)) {
        const std::optional<ActPattern> pattern = act(item, std::string(name(verb)) + " " + key);
        Responses given = responses(item, verb);
        if (pattern) result.push_back({*pattern, std::move(given)});
    }
    return result;
}

std::vector<ScriptedResponse> Reading::findings(const View& view) const {
    std::vector<ScriptedResponse> result;
    for (const auto& [key, item] : view.entries(true)) {
        const std::optional<ActPattern> pattern = act(item, key);
        Responses given = responses(item, pattern ? pattern->verb : Verb::palpate);
        if (!pattern) continue;
        if (!is_examination(pattern->verb)) {
            item.complain("not-an-examination", "a finding belongs to an act of examination, such as palpate or test");
        }
        result.push_back({*pattern, std::move(given)});
    }
    return result;
}

std::vector<Contraindication> Reading::contraindications(const View& view) const {
    std::vector<Contraindication> result;
    for (const auto& [id, item] : view.entries()) {
        item.only({"when", "severity", "why", "claims", "beyond"});
        Contraindication one;
        one.id = id;
        one.when = condition(item.required("when"));
        one.severity = static_cast<int>(item.required("severity").whole(1, 3));
        one.why = item.required("why").words();
        sources(item, one.claims, one.beyond);
        result.push_back(std::move(one));
    }
    return result;
}

std::vector<Medicine> Reading::medicines(const View& view) const {
    std::vector<Medicine> result;
    for (const auto& [id, item] : view.entries()) {
        item.only({"dose", "times", "as_needed"});
        Medicine medicine;
        medicine.drug = id;
        const Drug* drug = find(catalogue.drugs, id);
        if (!drug) complain_unknown(item, "drug", id, ids_of(catalogue.drugs));
        const auto [dose, unit] = item.required("dose").quantity();
        medicine.dose = dose;
        medicine.unit = unit;
        if (item["dose"]) check_dose(item["dose"], dose, unit, drug);
        if (item["times"]) medicine.times = static_cast<int>(item["times"].whole(1, 24));
        if (item["as_needed"]) medicine.as_needed = item["as_needed"].flag();
        result.push_back(std::move(medicine));
    }
    return result;
}

Picture Reading::picture(const View& root) const {
    Picture picture;
    picture.facts = facts(root["facts"]);
    picture.answers = scripted(root["answers"], Verb::ask);
    picture.findings = findings(root["findings"]);
    picture.results = scripted(root["results"], Verb::order);
    complain_of_too_many_images(root["results"], picture.results);
    for (const auto& [id, view] : root["course"]["weekly"].entries()) {
        view.only({"when", "change"});
        picture.weekly.push_back(
            {id, condition(view["when"]), static_cast<int>(view.required("change").whole(-100, 100))});
    }
    for (const auto& [id, view] : root["returns"].entries()) {
        view.only({"when", "says", "reveals"});
        picture.returns.push_back(
            {view.path(), condition(view["when"]), view.required("says").words(), fact_ids(view["reveals"])});
    }
    for (const auto& [id, view] : root["events"].entries()) {
        view.only({"when", "sets", "says", "tells"});
        Event event;
        event.id = view.path();
        event.when = condition(view.required("when"));
        event.sets = facts(view["sets"]);
        if (view["says"]) event.says = view["says"].words();
        if (view["tells"]) event.tells = view["tells"].words();
        picture.events.push_back(std::move(event));
    }
    for (const auto& [id, view] : root["outcome"].entries()) {
        view.only({"when", "tells"});
        picture.outcome.push_back({view.path(), condition(view["when"]), view.required("tells").words()});
    }
    const View from = root["sources"];
    std::string unused;
    sources(from, picture.claims, unused);
    picture.beyond.clear();
    for (const View& item : from["beyond"].items()) picture.beyond.push_back(item.text());
    return picture;
}

}  // namespace palpera::library
