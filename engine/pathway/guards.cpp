#include "engine/pathway/guards.h"

#include <algorithm>
#include <limits>

namespace palpera::pathway {
namespace {

using script::Slots;
using Operation = script::Condition::Operation;

constexpr std::uint32_t no_place = no_number;

// What a condition asks about, to be found among the slots.
std::vector<Slots::Slot> slots_of(const script::Condition& condition, const Slots& slots) {
    std::vector<Slots::Slot> found;
    for (const auto& node : condition.nodes) {
        std::optional<Slots::Slot> slot;
        if (node.operation == Operation::fact) slot = slots.find(Slots::Asks::fact, node.name);
        if (node.operation == Operation::shown) slot = slots.find(Slots::Asks::shown, node.name);
        if (node.operation == Operation::done || node.operation == Operation::since)
            slot = slots.find(Slots::Asks::since, node.name);
        if (slot && std::find(found.begin(), found.end(), *slot) == found.end()) found.push_back(*slot);
    }
    return found;
}

}  // namespace

Guards::Guards(const patient::Patient& patient) : slots_(patient.layout->slots), guards_(1) {}

Guards::Id Guards::add(const script::Condition& condition) {
    if (condition.always()) return always;
    const auto [known, is_new] = by_text_.emplace(condition.text, static_cast<Id>(guards_.size()));
    // Terms of a guideline may give one text two meanings.
    if (!is_new && conditions_[known->second - 1] == condition) return known->second;
    conditions_.push_back(condition);
    Guard guard;
    guard.program = script::compile(condition, slots_);
    guard.slots = slots_of(condition, slots_);
    guards_.push_back(std::move(guard));
    return static_cast<Id>(guards_.size() - 1);
}

Guards::Source Guards::source_of(Slot slot, const patient::Layout& layout, const std::vector<std::string>& names,
                                 const Numbering& numbering) {
    Source source;
    const std::string& name = slots_.name(slot);
    source.arrival = layout.arrival[slot];
    if (slots_.asks(slot) == Slots::Asks::shown) {
        source.kind = Source::Kind::shown;
        source.place = numbering.fact(name);
    } else if (slots_.asks(slot) == Slots::Asks::since) {
        source.kind = Source::Kind::since;
        source.place = place_of_name_.emplace(name, static_cast<std::uint32_t>(place_of_name_.size())).first->second;
    } else {
        source.fact = numbering.fact(name);
        const auto moves = std::find(names.begin(), names.end(), name);
        if (moves != names.end()) source.moving = static_cast<std::uint32_t>(moves - names.begin());
        if (name == "elapsed") source.kind = Source::Kind::elapsed;
        if (name == "visit") source.kind = Source::Kind::visit;
        for (const auto& growing : layout.growing)
            if (growing.fact == slot) source.kind = Source::Kind::growing;
    }
    return source;
}

void Guards::settle(const patient::Patient& patient, const Numbering& numbering) {
    const auto layout = patient::layout_of(patient, slots_);
    const std::vector<std::string> names = moving(patient);
    for (Slot slot = 0; slot < slots_.size(); ++slot) sources_.push_back(source_of(slot, *layout, names, numbering));
    place_of_act_.assign(numbering.acts().size(), no_place);
    place_of_diagnosis_.assign(numbering.diagnoses().size(), no_place);
    for (const auto& [name, place] : place_of_name_) {
        const Number act = numbering.act(name);
        if (act != no_number) place_of_act_[act] = place;
        const bool diagnoses = name.starts_with("diagnose ");
        const Number diagnosis = diagnoses ? numbering.diagnosis(std::string_view(name).substr(9)) : no_number;
        if (diagnosis != no_number) place_of_diagnosis_[diagnosis] = place;
    }
}

void Guards::note_done(const Act& act, std::uint32_t place, Memory& memory) const {
    if (place == no_place || memory.done[place].before != Course::never) return;
    memory.done[place] = {act.before(), act.done};
}

void Guards::begin(const Course& course, Memory& memory) const {
    memory.record.resize(slots_.size());
    memory.done.assign(place_of_name_.size(), {});
    if (place_of_name_.empty()) return;
    const auto place_of = [&](std::string_view name) {
        const auto found = place_of_name_.find(name);
        return found == place_of_name_.end() ? no_place : found->second;
    };
    for (const Act& act : course.acts) {
        const std::size_t known = place_of_act_.size();
        note_done(act,
                  act.number < known ? place_of_act_[act.number] : place_of(course.other_names[act.number - known]),
                  memory);
        if (act.verb != Verb::diagnose) continue;
        note_done(act, place_of("diagnose any"), memory);
        for (std::uint32_t i = 0; i < act.probability_count; ++i) {
            const Number diagnosis = course.probabilities[act.probabilities + i].diagnosis;
            if (diagnosis < place_of_diagnosis_.size()) note_done(act, place_of_diagnosis_[diagnosis], memory);
        }
    }
}

bool Guards::is_open(const Source& source, View view, const Course& course, const Instant& instant) const {
    if (view == View::truth || source.fact == no_number || course.shown[source.fact] <= instant.before) return true;
    if (view == View::findable) return (instant.findable[source.fact / 64] >> (source.fact % 64) & 1) != 0;
    return std::any_of(course.brought_about.begin(), course.brought_about.end(),
                       [&](const Course::Since& one) { return one.fact == source.fact && one.from <= instant.before; });
}

double Guards::value(Slot slot, View view, const Course& course, const Instant& instant, const Memory& memory) const {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const Source& source = sources_[slot];
    if (source.kind == Source::Kind::shown)
        return source.place != no_number && course.shown[source.place] <= instant.before ? 1 : 0;
    if (source.kind == Source::Kind::since) {
        const Memory::Done& done = memory.done[source.place];
        return done.before < instant.before ? static_cast<double>(instant.now - done.at) : unknown;
    }
    if (!is_open(source, view, course, instant)) return unknown;
    if (source.moving != no_number) {
        for (auto change = course.changes.rbegin(); change != course.changes.rend(); ++change) {
            if (change->fact != source.moving || change->from > instant.before) continue;
            if (change->value) return slots_.number(slot, change->value);
            break;
        }
    }
    switch (source.kind) {
        case Source::Kind::growing:
        case Source::Kind::elapsed: return source.arrival + static_cast<double>(instant.now);
        case Source::Kind::visit: return slots_.number(slot, script::Value(static_cast<double>(instant.visit)));
        default: return source.arrival;
    }
}

bool Guards::hold(Id guard, View view, const Course& course, const Instant& instant, Memory& memory) const {
    if (guard == always) return true;
    const Guard& it = guards_[guard];
    for (const Slot slot : it.slots) memory.record[slot] = value(slot, view, course, instant, memory);
    return it.program.run(memory.record.data()) == script::Truth::yes;
}

}  // namespace palpera::pathway
