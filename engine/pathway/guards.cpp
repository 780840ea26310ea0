#include "engine/pathway/guards.h"

namespace palpera::pathway {

using library::Contraindication;
using script::Slots;

const std::vector<Contraindication>* contraindications(const Course& course, Verb verb, const std::string& subject) {
    const library::Catalogue& catalogue = course.library->catalogue;
    const auto of = [](const auto* entry) { return entry ? &entry->contraindicated : nullptr; };
    switch (verb) {
        case Verb::prescribe:
        case Verb::change: return of(library::find(catalogue.drugs, subject));
        case Verb::treat: return of(library::find(catalogue.treatments, subject));
        case Verb::advise: return of(library::find(catalogue.advice, subject));
        default: return nullptr;
    }
}

Guards::Guards(const Course& course) {
    Slots slots = course.patient().layout->slots;
    const auto add = [&](const script::Condition& condition) {
        if (!programs_.contains(&condition)) programs_.emplace(&condition, script::compile(condition, slots));
    };
    const auto add_against = [&](Verb verb, const std::string& subject) {
        const auto* against = contraindications(course, verb, subject);
        if (!against) return;
        for (const Contraindication& one : *against) add(one.when);
    };
    for (const Statement& statement : course.statements) {
        add(statement.step->when);
        for (const library::StepAct& accepted : statement.step->acts) {
            add_against(accepted.act.verb, accepted.act.subject);
        }
    }
    for (const encounter::Event& event : course.encounter->events) {
        add_against(event.action.verb, event.action.subject);
    }
    for (Slots::Slot slot = 0; slot < slots.size(); ++slot) {
        if (slots.asks(slot) == Slots::Asks::fact) facts_.push_back(slot);
    }
    layout_ = patient::layout_of(course.patient(), std::move(slots));
}

std::vector<double> Guards::record(const patient::Progress& progress, const script::Facts& facts) const {
    const Slots& slots = layout_->slots;
    std::vector<double> record(progress.record(), progress.record() + slots.size());
    for (const Slots::Slot slot : facts_) record[slot] = slots.number(slot, facts.value(slots.name(slot)));
    return record;
}

}  // namespace palpera::pathway
