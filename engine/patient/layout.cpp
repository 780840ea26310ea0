#include "engine/patient/layout.h"

#include <limits>

#include "engine/patient/moment.h"

namespace palpera::patient {
namespace {

using script::Slots;

bool follows_severity(std::string_view fact) {
    return fact.starts_with("severity") || fact.starts_with("improvement") || fact == "pain_now" ||
           fact == "pain_rating";
}

bool grows(const Patient& patient, const std::string& fact) {
    const auto found = patient.facts.find(fact);
    return found != patient.facts.end() && found->second.grows;
}

void intern_words(const Patient& patient, Slots& slots) {
    for (const auto& [name, fact] : patient.facts) {
        for (const std::string& word : fact.type.words) slots.intern_word(word);
    }
    for (const char* word : {"female", "male"}) slots.intern_word(word);
    for (Side side : {Side::right, Side::left, Side::both, Side::midline}) slots.intern_word(library::name(side));
}

void intern_shown(const Responses& responses, Slots& slots) {
    for (const library::Response& response : responses) {
        for (const std::string& fact : response.reveals) slots.intern(Slots::Asks::shown, fact);
    }
}

}  // namespace

std::shared_ptr<const Layout> layout_of(const Patient& patient, Slots slots) {
    const auto layout = std::make_shared<Layout>();
    layout->arrival.assign(slots.size(), std::numeric_limits<double>::quiet_NaN());
    layout->slots = std::move(slots);
    const Slots& all = layout->slots;
    const Progress progress(patient, layout);
    const Moment moment(patient, progress);
    for (Layout::Slot slot = 0; slot < all.size(); ++slot) {
        const std::string& name = all.name(slot);
        if (all.asks(slot) == Slots::Asks::since || name == "elapsed") layout->clock.push_back(slot);
        if (all.asks(slot) == Slots::Asks::shown) layout->arrival[slot] = 0;
        if (all.asks(slot) != Slots::Asks::fact) continue;
        const bool known = slot < patient.layout->arrival.size();
        layout->arrival[slot] = known ? patient.layout->arrival[slot] : all.number(slot, moment.value(name));
        if (follows_severity(name)) layout->of_severity.push_back(slot);
        if (grows(patient, name)) layout->growing.push_back({slot, *all.find(Slots::Asks::shown, name)});
        if (name == "visit") layout->visit = slot;
    }
    return layout;
}

void compile_conditions(Patient& patient) {
    Slots slots;
    intern_words(patient, slots);
    for (const auto& [name, fact] : patient.facts) slots.intern(Slots::Asks::shown, name);
    const auto compile = [&](auto& list) {
        for (auto& one : list) one.program = script::compile(one.when, slots);
    };
    for (auto& [name, act] : patient.acts) {
        for (Responses* responses : {&act.whole, &act.right, &act.left}) {
            compile(*responses);
            intern_shown(*responses, slots);
        }
    }
    for (Course& course : patient.courses) compile(course.weekly);
    compile(patient.returns);
    compile(patient.events);
    compile(patient.outcome);
    for (const library::Return& one : patient.returns) {
        for (const std::string& fact : one.reveals) slots.intern(Slots::Asks::shown, fact);
    }
    patient.layout = std::make_shared<const Layout>();  // what an older one knew at arrival may have changed
    patient.layout = layout_of(patient, std::move(slots));
}

}  // namespace palpera::patient
