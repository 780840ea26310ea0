#include "engine/proof/calendar.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace palpera::proof {
namespace {

using Operation = script::Condition::Operation;
using patient::Patient;

constexpr double endless = std::numeric_limits<double>::infinity();
const double week = static_cast<double>(base::weeks(1).value);

// "severity_2" -> 2; "severity" -> 0; nothing for another fact.
std::optional<std::size_t> course_of(std::string_view fact, std::string_view stem) {
    if (!fact.starts_with(stem)) return std::nullopt;
    fact.remove_prefix(stem.size());
    if (fact.empty()) return 0;
    std::size_t index = 0;
    const auto [end, failed] = std::from_chars(fact.data() + 1, fact.data() + fact.size(), index);
    if (fact[0] != '_' || failed != std::errc{} || end != fact.data() + fact.size()) return std::nullopt;
    return index;
}

double improvement(int first, double now) { return first <= 0 ? 0 : std::round(100.0 * (first - now) / first); }

Range of_value(const std::optional<script::Value>& value) {
    return value ? Range::only(number_of(*value)) : Range::unknown();
}

// On whichever side, and of all sides together.
Range of_fact(const patient::PatientFact& fact) {
    if (!fact.sided) return of_value(fact.whole);
    return of_value(fact.right).joined(of_value(fact.left)).joined(of_value(fact.whole));
}

// Every condition by which something happens to this patient or is told of them.
template <class Look>
void look_at_conditions(const Patient& patient, const Look& look) {
    for (const auto& entry : patient.acts)
        for (const auto* responses : {&entry.second.whole, &entry.second.right, &entry.second.left})
            for (const auto& one : *responses) look(one.when);
    for (const auto& course : patient.courses)
        for (const auto& rule : course.weekly) look(rule.when);
    for (const auto& one : patient.returns) look(one.when);
    for (const auto& one : patient.events) look(one.when);
    for (const auto& one : patient.outcome) look(one.when);
}

}  // namespace

// What may be asked in one state; `exactly`: at the turn of a week, when the weekly rules are looked at.
class Calendar::Facts : public RangedFacts {
public:
    Facts(const Calendar& calendar, const State& state, const std::vector<Range>& severity, bool exactly)
        : calendar_(calendar), patient_(calendar.patient_), state_(state), severity_(severity), exactly_(exactly) {}

    Range fact(std::string_view name) const override {
        if (const auto own = own_value(name)) return *own;
        const auto known = patient_.facts.find(name);
        const auto moved = calendar_.moving_.find(name);
        Range range = known == patient_.facts.end() ? Range::unknown() : of_fact(known->second);
        if (known != patient_.facts.end() && known->second.grows && !range.empty()) range.high += elapsed().high;
        return moved == calendar_.moving_.end() ? range : range.joined(moved->second);
    }

    Range since(std::string_view act) const override {
        Range since = Range::between(0, elapsed().high);
        const auto& told = calendar_.acts_;
        const auto found = std::find(told.begin(), told.end(), act);
        if (found == told.end()) {
            since.may_be_unknown = true;
            return since;
        }
        return (state_.acts >> (found - told.begin()) & 1u) != 0 ? since : Range::unknown();
    }

    Range shown(std::string_view) const override { return Range::between(0, 1); }

private:
    Range elapsed() const {
        const double from = week * state_.week;
        if (state_.week == calendar_.weeks_) return Range::between(from, endless);
        return Range::between(from, exactly_ ? from : from + week);
    }

    std::optional<Range> own_value(std::string_view name) const {
        if (name == "elapsed") return elapsed();
        if (name == "visit")
            return Range::between(state_.visit, state_.visit == calendar_.visits_ ? endless : state_.visit);
        if (name == "pain_now" || name == "pain_rating") return pain();
        if (const auto course = course_of(name, "severity"); course && *course < severity_.size())
            return severity_[*course];
        if (const auto course = course_of(name, "improvement"); course && *course < severity_.size()) {
            const int first = patient_.courses[*course].severity;
            return Range::between(improvement(first, severity_[*course].high),
                                  improvement(first, severity_[*course].low));
        }
        const auto fixed = calendar_.fixed_.find(name);
        return fixed == calendar_.fixed_.end() ? std::nullopt : std::optional(fixed->second);
    }

    Range pain() const {
        Range worst = Range::only(0);
        for (const Range& one : severity_)
            worst = {std::max(worst.low, one.low), std::max(worst.high, one.high), false};
        return Range::between(std::round(worst.low / 10), std::round(worst.high / 10));
    }

    const Calendar& calendar_;
    const Patient& patient_;
    const State& state_;
    const std::vector<Range>& severity_;
    bool exactly_;
};

Calendar::Calendar(const Patient& patient) : patient_(patient) {
    weeks_ = static_cast<std::uint32_t>(std::max<std::int64_t>(1, patient.horizon.value / base::weeks(1).value + 1));
    find_acts();
    find_moving();
    look_at_conditions(patient, [&](const script::Condition& condition) { find_bounds(condition); });
    const std::size_t count = static_cast<std::size_t>(weeks_ + 1) * visits_ << acts_.size();
    severity_.resize(count * patient.courses.size());
    waits_.resize(count);
}

// The acts that the weekly rules ask about, those that more rules ask about first.
void Calendar::find_acts() {
    std::map<std::string, int> asked;
    for (const auto& course : patient_.courses)
        for (const auto& rule : course.weekly)
            for (const auto& node : rule.when.nodes)
                if (node.operation == Operation::done || node.operation == Operation::since) ++asked[node.name];
    std::vector<std::pair<int, std::string>> ranked;
    for (const auto& [act, times] : asked) ranked.emplace_back(-times, act);
    std::sort(ranked.begin(), ranked.end());
    for (std::size_t i = 0; i < std::min(most_acts, ranked.size()); ++i) acts_.push_back(ranked[i].second);
}

// Visits are told apart as far as some condition does.
void Calendar::find_bounds(const script::Condition& condition) {
    constexpr std::uint32_t most_visits = 6;
    bool visits = false;
    double most = 0;
    for (const auto& node : condition.nodes) {
        if (node.operation == Operation::fact && node.name == "visit") visits = true;
        if (node.operation == Operation::constant && std::holds_alternative<double>(node.constant))
            most = std::max(most, std::get<double>(node.constant));
    }
    if (visits && most < most_visits) visits_ = std::max(visits_, static_cast<std::uint32_t>(most) + 1);
}

void Calendar::find_moving() {
    const patient::Progress arrival(patient_);
    for (const char* name : {"age", "sex", "height", "weight", "bmi", "side"})
        if (const auto value = patient::Moment(patient_, arrival).value(name))
            fixed_.emplace(name, Range::only(number_of(*value)));
    for (const auto& event : patient_.events) {
        for (const auto& [fact, value] : event.sets) {
            const auto [known, is_new] = moving_.emplace(fact, Range::only(number_of(value)));
            if (!is_new) known->second = known->second.joined(Range::only(number_of(value)));
        }
    }
    for (const auto& entry : patient_.acts)
        for (const std::string& fact : entry.second.facts) moving_[fact] = Range::between(0, 1);
}

std::size_t Calendar::index_of(const State& state) const {
    return (static_cast<std::size_t>(state.week) * visits_ + state.visit - 1) << acts_.size() | state.acts;
}

Calendar::State Calendar::state_of(std::size_t index) const {
    const std::size_t place = index >> acts_.size();
    return {static_cast<std::uint32_t>(place / visits_), static_cast<std::uint32_t>(place % visits_) + 1,
            static_cast<std::uint32_t>(index & ((std::size_t{1} << acts_.size()) - 1))};
}

std::vector<Range> Calendar::severity_at(std::size_t index) const {
    const std::size_t courses = patient_.courses.size();
    const auto first = severity_.begin() + static_cast<std::ptrdiff_t>(index * courses);
    return {first, first + static_cast<std::ptrdiff_t>(courses)};
}

void Calendar::reach(const State& state, const std::vector<Range>& severity) {
    const std::size_t index = index_of(state), courses = severity.size();
    bool grown = false, is_new = true;
    for (std::size_t i = 0; i < courses; ++i) {
        Range& known = severity_[index * courses + i];
        is_new = is_new && known.empty();
        const Range joined = known.joined(severity[i]);
        grown = grown || !(joined == known);
        known = joined;
    }
    if (is_new && courses > 0) ++reached_;
    if (!grown || waits_[index]) return;
    waits_[index] = true;
    waiting_.push_back(static_cast<std::uint32_t>(index));
}

// By each rule that may hold and each that must.
void Calendar::let_week_pass(std::size_t index, const State& state) {
    State next = state;
    next.week = std::min(state.week + 1, weeks_);
    std::vector<Range> severity = severity_at(index);
    const Facts facts(*this, next, severity, true);
    std::vector<Range> after;
    for (std::size_t i = 0; i < severity.size(); ++i) {
        double low = 0, high = 0;
        for (const auto& rule : patient_.courses[i].weekly) {
            const Outcomes out = outcomes(rule.when, facts);
            if (!out.yes) continue;
            const bool must = !out.no && !out.unknown;
            low += must ? rule.change : std::min(0, rule.change);
            high += must ? rule.change : std::max(0, rule.change);
        }
        after.push_back(Range::between(std::clamp(severity[i].low + low, 0.0, 100.0),
                                       std::clamp(severity[i].high + high, 0.0, 100.0)));
    }
    reach(next, after);
}

bool Calendar::explore(std::size_t most_states, const Progress& progress) {
    complete_ = false;
    std::vector<Range> arrival;
    for (const auto& course : patient_.courses) arrival.push_back(Range::only(course.severity));
    // A patient in whom nothing runs its course has one thing to be kept all the same.
    if (arrival.empty()) return complete_ = true;
    reach({}, arrival);
    for (std::size_t steps = 0; !waiting_.empty(); ++steps) {
        constexpr std::size_t often = 1024;
        if (reached_ > most_states) return false;
        if (steps % often == 0 && progress && !progress(0)) return false;
        const std::size_t index = waiting_.back();
        waiting_.pop_back();
        waits_[index] = false;
        const State state = state_of(index);
        for (std::uint32_t act = 0; act < acts_.size(); ++act)
            reach({state.week, state.visit, state.acts | 1u << act}, severity_at(index));
        reach({state.week, std::min(state.visit + 1, visits_), state.acts}, severity_at(index));
        let_week_pass(index, state);
    }
    return complete_ = true;
}

std::size_t Calendar::bytes_per_state() const { return patient_.courses.size() * sizeof(Range) + 1; }

bool Calendar::may_hold(const script::Condition& condition) const {
    if (condition.always() || !complete_ || patient_.courses.empty()) return true;
    for (std::size_t index = 0; index < waits_.size(); ++index) {
        const std::vector<Range> severity = severity_at(index);
        if (severity.front().empty()) continue;
        const State state = state_of(index);
        if (outcomes(condition, Facts(*this, state, severity, false)).yes) return true;
    }
    return false;
}

bool Calendar::holds(const encounter::Encounter& encounter) const {
    if (patient_.courses.empty()) return true;
    const patient::Progress& progress = encounter.progress;
    State state;
    state.week = std::min(static_cast<std::uint32_t>(progress.weeks_passed), weeks_);
    state.visit = std::min(static_cast<std::uint32_t>(progress.visit), visits_);
    for (std::size_t i = 0; i < acts_.size(); ++i)
        if (progress.done_at(acts_[i])) state.acts |= 1u << i;
    const std::vector<Range> severity = severity_at(index_of(state));
    for (std::size_t i = 0; i < severity.size(); ++i)
        if (progress.severity[i] < severity[i].low || progress.severity[i] > severity[i].high) return false;
    return true;
}

}  // namespace palpera::proof
