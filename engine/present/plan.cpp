#include "engine/present/plan.h"

#include <algorithm>

namespace palpera::present {
namespace {

using encounter::Encounter;
using encounter::Event;
using library::Action;
using library::Verb;

// What the student knows: shown facts as they were shown last, what stands on the patient's card, and what medicines
// the student has prescribed put into the patient.
class KnownFacts : public script::Facts {
public:
    KnownFacts(const Context& context, const Encounter& encounter, std::string_view without_drug)
        : encounter_(encounter) {
        for (const Event& event : encounter.events) {
            if (event.action.verb == Verb::prescribe && event.action.subject != without_drug)
                take(context, event.action);
            if (event.action.verb == Verb::stop) drop(context, event.action);
        }
    }

    std::optional<script::Value> value(std::string_view fact) const override {
        if (fact == "age") return static_cast<double>(encounter_.patient->age);
        if (fact == "sex") return std::string(encounter_.patient->female ? "female" : "male");
        if (std::find(taken_.begin(), taken_.end(), fact) != taken_.end()) return true;
        std::optional<script::Value> known;
        for (const encounter::Shown& shown : encounter_.shown) {
            if (shown.fact != fact) continue;
            // Of two sides the one that is affected counts.
            const bool other_side = known == script::Value(true) && shown.value == script::Value(false);
            if (!other_side || shown.side == library::Side::none) known = shown.value;
        }
        return known;
    }
    bool shown(std::string_view fact) const override { return encounter_.progress.has_shown(fact); }
    std::optional<base::Minutes> since(std::string_view act) const override {
        const std::optional<base::Minutes> done = encounter_.progress.done_at(act);
        return done ? std::optional(encounter_.progress.now - *done) : std::nullopt;
    }

private:
    void take(const Context& context, const Action& action) {
        const library::Drug* drug = find(context.library.catalogue.drugs, action.subject);
        if (drug) taken_.insert(taken_.end(), drug->facts.begin(), drug->facts.end());
    }
    void drop(const Context& context, const Action& action) {
        const library::Drug* drug = find(context.library.catalogue.drugs, action.subject);
        if (!drug) return;
        for (const std::string& fact : drug->facts) std::erase(taken_, fact);
    }

    const Encounter& encounter_;
    std::vector<std::string> taken_;
};

std::string times_text(int times, const Context& context) {
    return context.fill("plan/dose_pattern", {{"times", std::to_string(times)}});
}

std::string days_text(int days, const Context& context) {
    return days > 0 ? context.count("units/day", days) : context("plan/until_further_notice");
}

const library::Contraindication* worst_known(const library::Drug& drug, const KnownFacts& facts) {
    const library::Contraindication* worst = nullptr;
    for (const library::Contraindication& one : drug.contraindicated) {
        if (script::evaluate(one.when, facts) != script::Truth::yes) continue;
        if (!worst || one.severity > worst->severity) worst = &one;
    }
    return worst;
}

std::string dose_warning(const Context& context, const library::Drug& drug, const Action& action) {
    const auto told = [&](const char* key, double dose, double most) {
        return context.fill(key, {{"dose", dose_text(dose, drug.dose_unit, context.language)},
                                  {"most", dose_text(most, drug.dose_unit, context.language)}});
    };
    if (action.unit != drug.dose_unit) return {};
    if (drug.most > 0 && action.dose > drug.most) return told("plan/single_dose_too_high", action.dose, drug.most);
    const double daily = action.dose * action.times;
    if (drug.most_a_day > 0 && daily > drug.most_a_day) return told("plan/daily_dose_too_high", daily, drug.most_a_day);
    return {};
}

// Builds the plan, act by act.
class Planning {
public:
    Planning(const Context& context, const Encounter& encounter) : context_(context), encounter_(encounter) {}

    Plan made() {
        if (medicines_told()) take_over_medicines();
        for (const Event& event : encounter_.events) decide(event);
        for (DrugLine& line : plan_.drugs) warn(line);
        plan_.decisions = decisions();
        return std::move(plan_);
    }

private:
    const library::Catalogue& catalogue() const { return context_.library.catalogue; }

    // The answer that lists them has been given.
    bool medicines_told() const {
        for (const Event& event : encounter_.events) {
            for (const encounter::Piece& piece : event.response.pieces) {
                if (piece.text && piece.text->in(context_.language).find("{medicines}") != std::string::npos)
                    return true;
            }
        }
        return false;
    }

    void take_over_medicines() {
        for (const library::Medicine& medicine : encounter_.patient->medicines) from_before(medicine);
    }

    DrugLine& from_before(const library::Medicine& medicine) {
        Action taken;
        taken.verb = Verb::prescribe;
        taken.subject = medicine.drug;
        taken.dose = medicine.dose;
        taken.unit = medicine.unit;
        taken.times = medicine.times;
        taken.as_needed = medicine.as_needed;
        DrugLine& line = drug_line(taken, 0);
        line.from_before = true;
        line.detail = context_("plan/from_before");
        return line;
    }

    DrugLine* line_of(const std::string& drug) {
        const auto found = std::ranges::find(plan_.drugs, drug, &DrugLine::drug);
        return found == plan_.drugs.end() ? nullptr : &*found;
    }

    // A new line, or the one of the same drug with what is new of it.
    DrugLine& drug_line(const Action& action, int n) {
        DrugLine* line = line_of(action.subject);
        if (!line) line = &plan_.drugs.emplace_back();
        const library::Drug* drug = find(catalogue().drugs, action.subject);
        line->drug = action.subject;
        line->name = drug ? context_.in(drug->name) : action.subject;
        line->atc = drug ? drug->atc : std::string();
        line->form = drug ? context_.in(drug->form) : std::string();
        line->dose = dose_text(action.dose, action.unit, context_.language);
        line->times = times_text(action.times, context_);
        line->action = n;
        line->act = action.act();
        line->stopped = false;
        prescriptions_[action.subject] = action;
        return *line;
    }

    void prescribe(const Event& event) {
        DrugLine& line = drug_line(event.action, event.n);
        line.days = event.action.as_needed ? context_("plan/as_needed") : days_text(event.action.amount, context_);
        line.from_before = false;
        line.detail.clear();
    }

    // A medicine of the patient's that nobody has asked about yet, but whose name the student knew.
    DrugLine* touched(const std::string& drug) {
        if (DrugLine* line = line_of(drug)) return line;
        for (const library::Medicine& medicine : encounter_.patient->medicines) {
            if (medicine.drug == drug) return &from_before(medicine);
        }
        return nullptr;
    }

    void change(const Event& event) {
        const DrugLine* known = touched(event.action.subject);
        if (!known) return;
        DrugLine kept = *known;
        DrugLine& line = drug_line(event.action, event.n);
        line.days = kept.days;
        line.from_before = kept.from_before;
        line.detail = kept.detail;
    }

    void stop(const Event& event) {
        DrugLine* line = touched(event.action.subject);
        if (!line) return;
        line->stopped = true;
        line->action = event.n;
        line->detail = context_("plan/stopped");
    }

    void warn(DrugLine& line) const {
        if (!line.stopped) line.warning = prescription_warning(context_, encounter_, prescriptions_.at(line.drug));
    }

    // The same act twice is one line, at its first place, with what was said last.
    void put(std::vector<PlanLine>& lines, const Event& event, std::string detail = {}) {
        const std::string act = event.action.act();
        const auto known = std::ranges::find(lines, act, &PlanLine::act);
        PlanLine& line = known == lines.end() ? lines.emplace_back() : *known;
        const base::LocalText name =
            name_of(catalogue(), context_.library.atlas, event.action.verb, event.action.subject);
        line = {context_.in(name), std::move(detail), event.n, act};
    }

    void advise(const Event& event) {
        const library::Treatment* advice = find(catalogue().advice, event.action.subject);
        put(advice && advice->group == "safety_net" ? plan_.safety_net : plan_.advice, event);
    }

    void refer(const Event& event) {
        const library::Service* service = find(catalogue().services, event.action.subject);
        const std::string urgency = context_("plan/" + std::string(name(event.action.urgency)));
        const std::string waiting =
            service ? context_.fill("plan/waiting", {{"span", span(service->delay, context_)}}) : std::string();
        const bool at_once = event.action.urgency != library::Urgency::routine;
        put(plan_.referrals, event, at_once || waiting.empty() ? urgency : urgency + " · " + waiting);
    }

    void write_sick_note(const Event& event) {
        plan_.sick_notes.push_back({percent(event.action.number, context_.language),
                                    span(event.action.span(), context_), event.n, event.action.act()});
    }

    void decide(const Event& event) {
        switch (event.action.verb) {
            case Verb::treat: put(plan_.treatments, event); break;
            case Verb::advise: advise(event); break;
            case Verb::refer: refer(event); break;
            case Verb::prescribe: prescribe(event); break;
            case Verb::change: change(event); break;
            case Verb::stop: stop(event); break;
            case Verb::sick_note: write_sick_note(event); break;
            case Verb::follow_up:
                plan_.follow_up = context_.fill("plan/follow_up_in", {{"span", span(event.action.span(), context_)}});
                break;
            default: break;
        }
    }

    int decisions() const {
        std::size_t count = plan_.treatments.size() + plan_.advice.size() + plan_.safety_net.size() +
                            plan_.referrals.size() + plan_.sick_notes.size() + (plan_.follow_up.empty() ? 0 : 1);
        for (const DrugLine& line : plan_.drugs) count += line.action > 0 ? 1 : 0;
        return static_cast<int>(count);
    }

    const Context& context_;
    const Encounter& encounter_;
    Plan plan_;
    std::map<std::string, Action> prescriptions_;  // by drug, as it stands
};

std::size_t place_of(const std::vector<int>& list, int wanted) {
    const auto found = std::ranges::find(list, wanted);
    return found == list.end() ? 0 : static_cast<std::size_t>(found - list.begin());
}

}  // namespace

Plan plan(const Context& context, const Encounter& encounter) { return Planning(context, encounter).made(); }

DrugChoices drug_choices(const Context& context, std::string_view id) {
    DrugChoices choices;
    const library::Drug* drug = find(context.library.catalogue.drugs, id);
    if (!drug) return choices;
    choices.drug = drug->id;
    choices.name = context.in(drug->name);
    choices.atc = drug->atc;
    choices.form = context.in(drug->form);
    choices.unit = drug->dose_unit;
    choices.doses = drug->choices;
    for (double dose : drug->choices) choices.dose_texts.push_back(dose_text(dose, drug->dose_unit, context.language));
    choices.times = {1, 2, 3, 4};
    for (int times : choices.times) choices.time_texts.push_back(times_text(times, context));
    choices.days = {3, 5, 7, 10, 14, 28, 90, 0};
    for (int days : choices.days) choices.day_texts.push_back(days_text(days, context));
    choices.usual_times = place_of(choices.times, drug->usual_times);
    choices.usual_days = place_of(choices.days, 14);
    return choices;
}

std::string prescription_warning(const Context& context, const Encounter& encounter, const Action& prescription) {
    const library::Drug* drug = find(context.library.catalogue.drugs, prescription.subject);
    if (!drug) return {};
    const std::string dose = dose_warning(context, *drug, prescription);
    const library::Contraindication* against = worst_known(*drug, KnownFacts(context, encounter, prescription.subject));
    if (!against) return dose;
    const std::string why = context.fill("plan/contraindicated", {{"reason", context.in(against->why)}});
    return dose.empty() ? why : dose + " " + why;
}

}  // namespace palpera::present
