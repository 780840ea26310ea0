#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <set>

#include "engine/library/found_sign.h"
#include "engine/patient/derive.h"
#include "engine/patient/moment.h"
#include "engine/patient/patient.h"

namespace palpera::patient {
namespace {

using library::ActPattern;
using library::CaseFile;
using library::ConditionModel;
using library::Library;
using library::Picture;
using library::Response;
using library::ScriptedResponse;
using library::Verb;
using library::Where;

// The values of a seed on the axes along which a case varies.
struct Variant {
    bool mirrored = false;
    int age = 0;
    std::optional<int> severity;
    const library::Comorbidity* also = nullptr;
};

Variant variant_of(const CaseFile& file, std::uint64_t seed) {
    const library::Variation& axes = file.vary;
    std::uint64_t index = seed % axes.count();
    const auto pick = [&](std::size_t size) {
        const std::size_t count = std::max<std::size_t>(size, 1);
        const std::size_t chosen = static_cast<std::size_t>(index % count);
        index /= count;
        return chosen;
    };
    Variant variant;
    variant.age = file.age;
    const std::size_t side = pick(axes.side.size());
    if (!axes.side.empty()) variant.mirrored = axes.side[side] != axes.side[0];
    const std::size_t age = pick(axes.age.size());
    if (!axes.age.empty()) variant.age = axes.age[age];
    const std::size_t severity = pick(axes.severity.size());
    if (!axes.severity.empty()) variant.severity = axes.severity[severity];
    const std::size_t also = pick(axes.also.size());
    if (!axes.also.empty()) variant.also = &axes.also[also];
    return variant;
}

// `severity` in a condition's own file is that condition's.
void make_local(script::Condition& condition, std::size_t course) {
    for (auto& node : condition.nodes) {
        if (node.operation != script::Condition::Operation::fact) continue;
        if (node.name == "severity" || node.name == "improvement") node.name += "_" + std::to_string(course);
    }
}

// One picture of the composition: whose it is, and which side it affects.
struct Layer {
    const Picture* picture = nullptr;
    std::string prefix;  // of text ids; says nothing of which condition it is
    Side side = Side::none;
    std::optional<std::size_t> course;
};

class Compiler {
public:
    Compiler(const Library& library, const CaseFile& file, std::uint64_t seed, base::Diagnostics& diagnostics)
        : library_(library), file_(file), variant_(variant_of(file, seed)), diagnostics_(diagnostics) {
        patient_.seed = seed;
    }

    Patient run() {
        person();
        layers();
        declare_facts();
        for (const Layer& layer : layers_) set_facts(layer);
        derivation_ = std::make_unique<Derivation>(
            library_, lesions(), Sufferer{patient_.seed % file_.vary.count(), patient_.female, patient_.age});
        derive_facts();
        take_medicines();
        questions();
        examinations();
        tests();
        plans();
        courses();
        return std::move(patient_);
    }

private:
    Side mirrored(Side side) const { return variant_.mirrored ? library::opposite(side) : side; }

    void person() {
        patient_.case_id = file_.id;
        patient_.case_version = file_.version;
        patient_.title = file_.title;
        patient_.complaint = file_.complaint;
        patient_.name = file_.name;
        patient_.occupation = file_.occupation;
        patient_.work = file_.work;
        patient_.home = file_.home;
        patient_.setting = file_.setting;
        patient_.area = file_.area;
        patient_.female = file_.female;
        patient_.age = variant_.age;
        patient_.height = file_.height;
        patient_.weight = file_.weight;
        patient_.horizon = file_.horizon;
        for (const library::Phrasing& phrasing : file_.phrasings)
            patient_.phrasings.emplace(phrasing.question, phrasing.words);
        patient_.medicines = file_.medicines;
        if (!file_.conditions.empty()) patient_.side = mirrored(file_.conditions[0].side);
        if (variant_.also) {
            const auto& more = variant_.also->medicines;
            patient_.medicines.insert(patient_.medicines.end(), more.begin(), more.end());
        }
    }

    // In the order in which they answer: the case, what also ails this variant, the conditions.
    void layers() {
        layers_.push_back({&file_.picture, "case:", patient_.side, std::nullopt});
        if (variant_.also) layers_.push_back({&variant_.also->picture, "also:", patient_.side, std::nullopt});
        for (std::size_t i = 0; i < file_.conditions.size(); ++i) {
            const ConditionModel* model = library::find(library_.conditions, file_.conditions[i].condition);
            if (!model) continue;
            layers_.push_back({&model->picture, "c" + std::to_string(i) + ":", mirrored(file_.conditions[i].side), i});
        }
    }

    void declare_facts() {
        for (const library::Fact& fact : library_.catalogue.facts) {
            PatientFact own;
            own.type = fact.type;
            own.sided = fact.sided;
            own.grows = fact.grows;
            if (fact.sided) {
                own.right = own.left = fact.normal;
            } else {
                own.whole = fact.normal;
            }
            patient_.facts[fact.id] = std::move(own);
        }
    }

    // Later layers give way to earlier ones: what the case says of itself stands. Among conditions a presence outweighs
    // an absence, as 1 - product of (1 - x) would have it.
    void set_facts(const Layer& layer) {
        for (const auto& [id, value] : layer.picture->facts) {
            const auto found = patient_.facts.find(id);
            if (found == patient_.facts.end()) continue;
            const auto set = [&, &name = id, &what = value](std::optional<script::Value>& place, Side side) {
                const auto [first, fresh] = set_.insert({{name, side}, layer.course.has_value()});
                const bool combines = first->second && layer.course && what == script::Value(true);
                if (fresh || combines) place = what;
            };
            PatientFact& fact = found->second;
            if (!fact.sided) {
                set(fact.whole, Side::none);
                continue;
            }
            if (layer.side != Side::left) set(fact.right, Side::right);
            if (layer.side != Side::right) set(fact.left, Side::left);
        }
    }

    // Of lesions of one name the first layer's is the one.
    std::vector<OwnLesion> lesions() const {
        std::vector<OwnLesion> own;
        std::set<std::string> named;
        for (const Layer& layer : layers_) {
            for (const library::DeclaredLesion& declared : layer.picture->lesions) {
                if (!named.insert(declared.id).second) continue;
                OwnLesion one{declared.lesion, declared.when, std::nullopt};
                const std::size_t course = layer.course.value_or(0);
                if (declared.follows_severity) {
                    one.follows = course;
                    one.lesion.severity = severity_at_arrival(course) / 100.0;
                }
                if (layer.course) make_local(one.when, course);
                one.lesion.sides = sides_of(mirrored(declared.where), layer.side);
                own.push_back(std::move(one));
            }
        }
        return own;
    }

    static anatomy::Sides sides_of(Where where, Side affected) {
        const bool right = reaches(where, affected, Side::right), left = reaches(where, affected, Side::left);
        if (right != left) return right ? anatomy::Sides::right : anatomy::Sides::left;
        return anatomy::Sides::both;
    }

    int severity_at_arrival(std::size_t course) const {
        return course == 0 && variant_.severity ? *variant_.severity : file_.conditions[course].severity;
    }

    // What no layer says of itself follows from the lesions.
    void derive_facts() {
        if (derivation_->is_empty()) return;
        for (const library::Fact& fact : library_.catalogue.facts) {
            if (fact.derived.empty()) continue;
            const auto derive = [&](std::optional<script::Value>& place, Side side) {
                const bool scripted = set_.contains({fact.id, side});
                if (!scripted) place = derivation_->holds(fact, side);
                return scripted;
            };
            PatientFact& own = patient_.facts.at(fact.id);
            bool scripted = derive(fact.sided ? own.right : own.whole, fact.sided ? Side::right : Side::none);
            if (fact.sided && derive(own.left, Side::left)) scripted = true;
            if (scripted) continue;
            for (library::Event& event : derivation_->changes(fact)) patient_.events.push_back({std::move(event), {}});
        }
    }

    void set_flag(const std::string& id) {
        const auto found = patient_.facts.find(id);
        if (found != patient_.facts.end()) found->second.whole = true;
    }

    static std::string number(double value) {
        std::array<char, 32> buffer{};
        const auto [end, failed] =
            std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
        return failed == std::errc{} ? std::string(buffer.data(), end) : std::string();
    }

    void take_medicines() {
        for (const library::Medicine& medicine : patient_.medicines) {
            const library::Drug* drug = library::find(library_.catalogue.drugs, medicine.drug);
            if (!drug) continue;
            set_flag("takes_medicines");
            for (const std::string& fact : drug->facts) set_flag(fact);
            for (base::Language language : base::every_language) {
                std::string& told = patient_.medicines_told.in(language);
                if (!told.empty()) told += ", ";
                std::string dose = number(medicine.dose);
                if (language != base::Language::en) std::replace(dose.begin(), dose.end(), '.', ',');
                told += drug->name.in(language) + " " + dose + " " + (medicine.unit == "ug" ? "µg" : medicine.unit);
            }
        }
    }

    static bool reaches(Where where, Side affected, Side side) {
        switch (where) {
            case Where::both:
            case Where::any: return true;
            case Where::right: return side == Side::right;
            case Where::left: return side == Side::left;
            case Where::affected: return affected == side || affected == Side::both || affected == Side::none;
            case Where::other: return affected == library::opposite(side);
        }
        return false;
    }

    Where mirrored(Where where) const {
        if (!variant_.mirrored) return where;
        return where == Where::right ? Where::left : where == Where::left ? Where::right : where;
    }

    void append(Responses& to, const library::Responses& from, const Layer& layer) const {
        for (Response response : from) {
            response.id = layer.prefix + response.id;
            response.claims.clear();
            response.beyond.clear();
            if (layer.course) make_local(response.when, *layer.course);
            to.push_back({std::move(response), {}});
        }
    }

    // What the layers script for an act on one side. Findings and results of two conditions must not meet.
    Responses scripted(const std::vector<ScriptedResponse> Picture::*part, const std::string& act, Side side) {
        Responses result;
        std::set<std::size_t> answering;  // conditions
        for (const Layer& layer : layers_) {
            for (const ScriptedResponse& one : layer.picture->*part) {
                if (one.act.act() != act) continue;
                if (side != Side::none && !reaches(mirrored(one.act.where), layer.side, side)) continue;
                if (layer.course) answering.insert(*layer.course);
                append(result, one.responses, layer);
            }
        }
        const bool overridden = !result.empty() && result.front().id.starts_with("case:");
        if (answering.size() > 1 && !overridden && part != &Picture::answers && collided_.insert(act).second) {
            diagnostics_.add({file_.folder + "/case.yaml", 0, 0, base::Severity::error, "conditions-collide",
                              "two conditions say what '" + act + "' gives", "override it in the case"});
        }
        return result;
    }

    // `unscripted(side)`: what it gives where no layer says anything.
    template <class Unscripted>
    void add_act(const std::string& act, PatientAct entry, const std::vector<ScriptedResponse> Picture::*part,
                 const Unscripted& unscripted) {
        const Layer catalogue{nullptr, "catalogue:", Side::none, std::nullopt};
        const auto fill = [&](Responses& to, Side side) {
            to = scripted(part, act, side);
            append(to, unscripted(side), catalogue);
        };
        if (entry.sided) {
            fill(entry.right, Side::right);
            fill(entry.left, Side::left);
        } else {
            fill(entry.whole, Side::none);
        }
        patient_.acts[act] = std::move(entry);
    }

    void questions() {
        for (const library::Question& question : library_.catalogue.questions) {
            PatientAct entry;
            entry.minutes = question.minutes;
            add_act("ask " + question.id, std::move(entry), &Picture::answers, [&](Side) { return question.answers; });
        }
        for (const library::Courtesy& courtesy : library_.catalogue.courtesies) {
            add_act("say " + courtesy.id, {}, &Picture::answers, [&](Side) { return courtesy.answers; });
        }
    }

    void examine(Verb verb, const std::string& subject) {
        const std::string act = std::string(library::name(verb)) + " " + subject;
        const library::Tool* tool = library::tool_of(library_.catalogue, verb);
        const library::Examination* own = library::find(library_.catalogue.examinations, act);
        PatientAct entry;
        entry.minutes = own ? own->minutes : tool ? tool->minutes : 1;
        entry.cost = own ? own->cost : 0;
        entry.sided = library::is_sided(library_.catalogue, library_.atlas, verb, subject);
        library::Responses normal = own ? own->responses : library::Responses{Response{}};
        for (Response& response : normal) {
            if (response.id.empty()) response.id = "tools/" + std::string(library::name(verb));
            if (response.finds.empty() && tool) response.finds = tool->finds;
            if (act == "measure weight") response.value = patient_.weight;
            if (act == "measure height") response.value = patient_.height;
        }
        add_act(act, std::move(entry), &Picture::findings,
                [&](Side side) { return with_lesions(verb, subject, side, normal); });
    }

    // Who looks for a sign and finds all normal has shown that the facts that follow from it are not so.
    void reveal_absent(Verb verb, const std::string& subject, Side side, library::Responses& normal) const {
        for (const library::Fact& fact : library_.catalogue.facts) {
            const bool looked_for =
                std::any_of(fact.derived.begin(), fact.derived.end(),
                            [&](const library::FoundSign& sign) { return library::looks_for(verb, subject, sign); });
            if (!looked_for) continue;
            const PatientFact& own = patient_.facts.at(fact.id);
            const auto& value = !fact.sided ? own.whole : side == Side::left ? own.left : own.right;
            if (value != script::Value(false)) continue;
            for (Response& response : normal) {
                const bool told =
                    std::find(response.reveals.begin(), response.reveals.end(), fact.id) != response.reveals.end();
                if (!told) response.reveals.push_back(fact.id);
            }
        }
    }

    // Every fact that one of them reveals.
    static std::vector<std::string> shown_by(const library::Responses& responses) {
        std::set<std::string> shown;
        for (const Response& one : responses) shown.insert(one.reveals.begin(), one.reveals.end());
        return {shown.begin(), shown.end()};
    }

    // What the lesions give, and where they give nothing what is normal; that does not reveal what is found elsewhere.
    library::Responses with_lesions(Verb verb, const std::string& subject, Side side, library::Responses normal) const {
        reveal_absent(verb, subject, side, normal);
        if (derivation_->is_empty()) return normal;
        const std::vector<std::string> shown = shown_by(normal);
        for (Response& response : normal) {
            std::erase_if(response.reveals, [&](const std::string& id) {
                const library::Fact* fact = library::find(library_.catalogue.facts, id);
                return fact && derivation_->holds(*fact, fact->sided ? side : Side::none) &&
                       !derivation_->shows(*fact, verb, subject, side);
            });
        }
        library::Responses all = derivation_->responses(verb, subject, side);
        const library::Responses tissues = derivation_->tissue_responses(verb, subject, side, shown);
        all.insert(all.end(), tissues.begin(), tissues.end());
        all.insert(all.end(), normal.begin(), normal.end());
        return all;
    }

    void examinations() {
        const anatomy::Atlas& atlas = library_.atlas;
        for (const anatomy::Site& site : atlas.sites) {
            for (Verb verb : {Verb::inspect, Verb::palpate, Verb::auscultate}) examine(verb, site.id);
            examine(Verb::sensation, "vibration " + site.id);
        }
        for (const anatomy::Joint& joint : atlas.joints) {
            for (const anatomy::Movement& movement : joint.movements) {
                examine(Verb::move, joint.id + " " + movement.id);
            }
        }
        for (const auto& muscle : atlas.muscles) examine(Verb::strength, muscle.id);
        for (const auto& reflex : atlas.reflexes) examine(Verb::reflex, reflex.id);
        for (const auto& zone : atlas.zones) {
            for (const char* modality : {"light_touch ", "pinprick ", "vibration ", "temperature "}) {
                examine(Verb::sensation, modality + zone.id);
            }
        }
        for (const auto& test : atlas.special_tests) examine(Verb::test, test.id);
        for (const auto& artery : atlas.arteries) examine(Verb::pulse, artery.id);
        for (const library::Examination& entry : library_.catalogue.examinations) {
            if (entry.verb == Verb::gait || entry.verb == Verb::measure) examine(entry.verb, entry.subject);
        }
    }

    // What a healthy patient of this sex and age has.
    std::optional<double> normal_value(const library::Test& test) const {
        const Progress progress(patient_);
        const Moment moment(patient_, progress);
        for (const library::Range& range : test.ranges) {
            if (script::evaluate(range.when, moment) != script::Truth::yes) continue;
            const auto found = test.normal.find(range.id);
            if (found != test.normal.end()) return found->second;
        }
        const auto otherwise = test.normal.find(library::Test::otherwise);
        return otherwise == test.normal.end() ? std::nullopt : std::optional(otherwise->second);
    }

    void tests() {
        for (const library::Test& test : library_.catalogue.tests) {
            PatientAct entry;
            entry.minutes = test.minutes;
            entry.cost = test.cost;
            entry.delay = test.delay;
            entry.sided = test.sided;
            library::Responses normal = test.responses;
            for (Response& response : normal) {
                if (!response.value) response.value = normal_value(test);
            }
            add_act("order " + test.id, std::move(entry), &Picture::results, [&](Side) { return normal; });
        }
    }

    void plan(const std::string& verb, const library::Entry& entry, Minutes delay, std::vector<std::string> facts) {
        PatientAct act;
        act.minutes = entry.minutes;
        act.cost = entry.cost;
        act.delay = delay;
        act.facts = std::move(facts);
        patient_.acts[verb + " " + entry.id] = std::move(act);
    }

    void plans() {
        const library::Catalogue& catalogue = library_.catalogue;
        for (const auto& drug : catalogue.drugs) plan("prescribe", drug, {}, drug.facts);
        for (const auto& treatment : catalogue.treatments) plan("treat", treatment, {}, {});
        for (const auto& advice : catalogue.advice) plan("advise", advice, {}, {});
        for (const auto& service : catalogue.services) plan("refer", service, service.delay, {});
    }

    void courses() {
        for (std::size_t i = 0; i < file_.conditions.size(); ++i) {
            patient_.courses.push_back({severity_at_arrival(i), {}});
        }
        for (const Layer& layer : layers_) {
            const std::size_t course = layer.course.value_or(0);
            const auto own = [&](script::Condition condition) {
                make_local(condition, course);
                return condition;
            };
            if (course < patient_.courses.size()) {
                for (library::WeeklyChange change : layer.picture->weekly) {
                    change.when = own(change.when);
                    patient_.courses[course].weekly.push_back({std::move(change), {}});
                }
            }
            const auto take = [&](auto& to, const auto& from) {
                for (auto item : from) {
                    item.id = layer.prefix + item.id;
                    item.when = own(item.when);
                    to.push_back({std::move(item), {}});
                }
            };
            take(patient_.returns, layer.picture->returns);
            take(patient_.events, layer.picture->events);
            take(patient_.outcome, layer.picture->outcome);
        }
    }

    const Library& library_;
    const CaseFile& file_;
    Variant variant_;
    base::Diagnostics& diagnostics_;
    Patient patient_;
    std::vector<Layer> layers_;
    std::unique_ptr<Derivation> derivation_;
    std::set<std::string> collided_;                    // acts that have been complained of
    std::map<std::pair<std::string, Side>, bool> set_;  // facts that a layer has set; was it a condition?
};

}  // namespace

std::optional<Patient> compile(const Library& library, const CaseFile& file, std::uint64_t seed,
                               base::Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    Patient patient = Compiler(library, file, seed, diagnostics).run();
    if (diagnostics.errors() != before) return std::nullopt;
    compile_conditions(patient);
    return patient;
}

void compose_every_variant(const Library& library, const CaseFile& file, base::Diagnostics& diagnostics) {
    for (std::uint64_t seed = 0; seed < file.vary.count(); ++seed) {
        if (!compile(library, file, seed, diagnostics)) return;
    }
}

}  // namespace palpera::patient
