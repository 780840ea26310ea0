#include "engine/library/reading.h"

#include <algorithm>
#include <tuple>

#include "engine/anatomy/deficit.h"
#include "engine/base/text.h"
#include "engine/document/number.h"

namespace palpera::library {
namespace {

using document::View;

// How much a dose is in micrograms; 0 where the unit is none of mass.
double micrograms(double dose, std::string_view unit) {
    if (unit == "ug") return dose;
    if (unit == "mg") return dose * 1e3;
    return unit == "g" ? dose * 1e6 : 0;
}

void check_dose(const View& view, const Medicine& medicine, const Drug* drug, bool unusual) {
    if (!view) return;
    if (medicine.dose <= 0) return view.complain("dose", "a dose must be above 0");
    if (!drug) return;
    const double one_unit = micrograms(1, drug->dose_unit);
    const double dose = micrograms(medicine.dose, medicine.unit) / one_unit;
    const auto as_written = [&](double amount) { return document::number_text(amount) + " " + drug->dose_unit; };
    if (dose > drug->most && !unusual) {
        view.complain("dose-high",
                      "above the catalogue's highest single dose of " + drug->id + ", " + as_written(drug->most),
                      "write `unusual: yes` beside it if it is meant");
    } else if (medicine.unit != drug->dose_unit) {
        view.complain(
            "dose-unit",
            "the dose of " + drug->id + " is given in " + drug->dose_unit + ", not in " + base::quoted(medicine.unit),
            "write " + as_written(dose));
    }
}

void read_sources(const View& view, std::vector<std::string>& claims, std::string& beyond) {
    claims = view["claims"].texts();
    beyond = view["beyond"].text();
}

Where where_of(std::string_view word) {
    if (word == "other") return Where::other;
    if (word == "right") return Where::right;
    if (word == "left") return Where::left;
    return word == "both" || word == "midline" ? Where::both : Where::affected;
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

void expect_known(const View& view, const std::string& word, const std::string& id,
                  const std::vector<std::string>& known) {
    if (!view || std::find(known.begin(), known.end(), id) != known.end()) return;
    const std::vector<std::string> near = base::nearest(id, known);
    view.complain("unknown-" + word, "no " + word + " is called " + base::quoted(id),
                  near.empty() ? "" : "nearest: " + base::joined(near, ", "));
}

bool Desk::is_full(const std::filesystem::path& file) {
    if (values_ <= most_values) return false;
    if (!told_) {
        diagnostics.add({file.string(), 0, 0, base::Severity::error, "too-large",
                         "the files before this one hold more than " + std::to_string(most_values) + " values",
                         "no further file is read: split the library"});
    }
    told_ = true;
    return true;
}

script::Condition Reading::condition(const View& view) const {
    if (!view) return {};
    const std::string text = view.text();
    if (const auto read = read_.find(text); read != read_.end()) return read->second;
    const auto check_act = [&](std::string_view act) -> std::string {
        const base::Result<ActPattern> pattern = parse_pattern(act);
        if (!pattern) return pattern.error().what;
        return trouble_with(catalogue, atlas, pattern->verb, pattern->subject);
    };
    script::Parsed parsed = script::parse(text, terms_.empty() ? catalogue.vocabulary : own_words_, check_act);
    for (const script::Complaint& complaint : parsed.complaints) {
        view.complain(complaint.rule,
                      "in the condition at character " + std::to_string(complaint.column) + ": " + complaint.message,
                      complaint.hint);
    }
    if (!terms_.empty()) parsed.condition = script::with_terms(parsed.condition, terms_);
    if (parsed.complaints.empty()) read_.emplace(text, parsed.condition);
    return std::move(parsed.condition);
}

void Reading::read_terms(const View& view) {
    own_words_ = catalogue.vocabulary;
    for (const auto& [id, item] : view.entries()) {
        if (own_words_.contains(id)) item.complain("term-twice", "the term " + id + " is a fact or a term already");
        terms_[id] = condition(item);
        own_words_[id] = script::FactType{};
        read_.clear();  // it may have meant something else without the term
    }
}

std::map<std::string, script::Value> Reading::facts(const View& view) const {
    std::map<std::string, script::Value> result;
    for (const auto& [id, item] : view.entries()) {
        switch (find(catalogue.facts, id)->type.kind) {
            case script::Kind::flag: result[id] = item.flag(); break;
            case script::Kind::number: result[id] = item.number(); break;
            case script::Kind::span: result[id] = item.span(); break;
            case script::Kind::word: result[id] = item.text(); break;
        }
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

Response Reading::response(const View& view, Verb of) const {
    Response response;
    response.id = view.path();
    response.when = condition(view["when"]);
    response.says = view["says"].words();
    response.finds = view["finds"].words();
    if (view["pain"]) response.pain = view["pain"].whole();
    if (view["value"]) response.value = view["value"].number();
    if (of == Verb::order) response.images = view["image"].texts();
    response.reveals = view["reveals"].texts();
    read_sources(view, response.claims, response.beyond);
    return response;
}

Responses Reading::responses(const View& view, Verb of) const {
    if (!view) return {};
    Responses result;
    if (!view.is_named()) {
        result.push_back(response(view, of));
        return result;
    }
    const auto variants = view.entries();
    result.reserve(variants.size());
    for (const auto& [id, variant] : variants) {
        if (!result.empty() && result.back().when.always()) {
            variant.complain("unreachable-variant", "the variant before it has no `when`, so this one is never given");
        }
        result.push_back(response(variant, of));
    }
    return result;
}

std::vector<ScriptedResponse> Reading::scripted(const View& view, Verb verb) const {
    std::vector<ScriptedResponse> result;
    const auto entries = view.entries();
    result.reserve(entries.size());
    for (const auto& [key, item] : entries) {
        std::optional<ActPattern> pattern = act(item, std::string(name(verb)) + " " + key);
        Responses given = responses(item, verb);
        if (pattern) result.push_back({std::move(*pattern), std::move(given)});
    }
    return result;
}

std::vector<ScriptedResponse> Reading::findings(const View& view) const {
    std::vector<ScriptedResponse> result;
    const auto entries = view.entries();
    result.reserve(entries.size());
    for (const auto& [key, item] : entries) {
        std::optional<ActPattern> pattern = act(item, key);
        Responses given = responses(item, Verb::palpate);
        if (!pattern) continue;
        if (!is_examination(pattern->verb)) {
            item.complain("not-an-examination", "a finding belongs to an act of examination, such as palpate or test");
        }
        result.push_back({std::move(*pattern), std::move(given)});
    }
    return result;
}

std::vector<Contraindication> Reading::contraindications(const View& view) const {
    std::vector<Contraindication> result;
    for (const auto& [id, item] : view.entries()) {
        Contraindication one;
        one.id = id;
        one.when = condition(item["when"]);
        one.severity = item["severity"].whole();
        one.why = item["why"].words();
        read_sources(item, one.claims, one.beyond);
        result.push_back(std::move(one));
    }
    return result;
}

std::vector<Medicine> Reading::medicines(const View& view) const {
    std::vector<Medicine> result;
    for (const auto& [id, item] : view.entries()) {
        Medicine medicine;
        medicine.drug = id;
        std::tie(medicine.dose, medicine.unit) = item["dose"].quantity();
        medicine.times = item["times"].whole(1);
        medicine.as_needed = item["as_needed"].flag();
        check_dose(item["dose"], medicine, find(catalogue.drugs, id), item["unusual"].flag());
        result.push_back(std::move(medicine));
    }
    return result;
}

std::vector<DeclaredLesion> Reading::lesions(const View& view) const {
    static const document::Form share = document::form::share();
    std::vector<DeclaredLesion> result;
    for (const auto& [id, item] : view.entries()) {
        DeclaredLesion one;
        one.id = id;
        one.lesion.structures = item["structure"].texts();
        one.lesion.level = item["level"].text();
        if (item["side"]) one.where = where_of(item["side"].text());
        const std::string completeness = item["completeness"].text();
        one.follows_severity = completeness == "severity";
        if (completeness == "partial") {
            one.lesion.severity = anatomy::partial;
        } else if (completeness == "irritative") {
            one.lesion.severity = anatomy::irritative;
        } else if (completeness != "complete" && !one.follows_severity) {
            one.lesion.severity = item["completeness"].by(share).whole() / 100.0;
        }
        one.when = condition(item["when"]);
        const std::string trouble = anatomy::trouble_with(atlas, one.lesion);
        if (!trouble.empty()) item.complain("unknown-lesion", trouble);
        if (trouble.empty()) result.push_back(std::move(one));
    }
    const auto sometimes =
        std::count_if(result.begin(), result.end(), [](const DeclaredLesion& one) { return !one.when.always(); });
    if (sometimes > 3) view.complain("too-many-lesions", "at most three lesions have a `when`");
    return result;
}

Picture Reading::picture(const View& root) const {
    Picture picture;
    picture.facts = facts(root["facts"]);
    picture.lesions = lesions(root["lesions"]);
    picture.answers = scripted(root["answers"], Verb::ask);
    picture.findings = findings(root["findings"]);
    picture.results = scripted(root["results"], Verb::order);
    complain_of_too_many_images(root["results"], picture.results);
    return picture;
}

Picture Reading::picture_with_course(const View& root) const {
    Picture picture = this->picture(root);
    for (const auto& [id, view] : root["course"]["weekly"].entries()) {
        picture.weekly.push_back({id, condition(view["when"]), view["change"].whole()});
    }
    for (const auto& [id, view] : root["returns"].entries()) {
        picture.returns.push_back(
            {view.path(), condition(view["when"]), view["says"].words(), view["reveals"].texts()});
    }
    for (const auto& [id, view] : root["events"].entries()) {
        picture.events.push_back(
            {view.path(), condition(view["when"]), facts(view["sets"]), view["says"].words(), view["tells"].words()});
    }
    for (const auto& [id, view] : root["outcome"].entries()) {
        picture.outcome.push_back({view.path(), condition(view["when"]), view["tells"].words()});
    }
    picture.claims = root["sources"]["claims"].texts();
    picture.beyond = root["sources"]["beyond"].texts();
    return picture;
}

}  // namespace palpera::library
