#include "engine/patient/moment.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace palpera::patient {
namespace {

using script::Slots;
using script::Value;

// "severity_2" -> 2; "severity" -> 0.
std::optional<std::size_t> course_of(std::string_view fact, std::string_view stem) {
    if (!fact.starts_with(stem)) return std::nullopt;
    fact.remove_prefix(stem.size());
    if (fact.empty()) return 0;
    std::size_t index = 0;
    const auto [end, failed] = std::from_chars(fact.data() + 1, fact.data() + fact.size(), index);
    if (fact[0] != '_' || failed != std::errc{} || end != fact.data() + fact.size()) return std::nullopt;
    return index;
}

double improvement(int first, int now) { return first <= 0 ? 0 : std::round(100.0 * (first - now) / first); }

std::optional<Value> own_value(const Patient& patient, const Progress& progress, std::string_view fact) {
    if (fact == "age") return static_cast<double>(patient.age);
    if (fact == "sex") return std::string(patient.female ? "female" : "male");
    if (fact == "height") return patient.height;
    if (fact == "weight") return patient.weight;
    if (fact == "bmi") return std::round(10'000.0 * 10 * patient.weight / (patient.height * patient.height)) / 10;
    if (fact == "side" && patient.side != Side::none) return std::string(library::name(patient.side));
    if (fact == "elapsed") return progress.now;
    if (fact == "visit") return static_cast<double>(progress.visit);
    // pain_rating is what the patient says of it when asked.
    if (fact == "pain_now" || fact == "pain_rating") {
        int worst = 0;
        for (int severity : progress.severity) worst = std::max(worst, severity);
        return std::round(worst / 10.0);
    }
    if (const auto course = course_of(fact, "severity"); course && *course < progress.severity.size()) {
        return static_cast<double>(progress.severity[*course]);
    }
    if (const auto course = course_of(fact, "improvement"); course && *course < progress.severity.size()) {
        return improvement(patient.courses[*course].severity, progress.severity[*course]);
    }
    return std::nullopt;
}

void change_week(const Patient& patient, Progress& progress) {
    const Moment moment(patient, progress);
    std::vector<int> severity = progress.severity;
    for (std::size_t i = 0; i < patient.courses.size(); ++i) {
        int change = 0;
        for (const auto& rule : patient.courses[i].weekly) {
            if (moment.holds(rule.program)) change += rule.change;
        }
        severity[i] = std::clamp(severity[i] + change, 0, 100);
    }
    progress.become(std::move(severity));
}

void let_happen(const Patient& patient, Progress& progress) {
    for (std::size_t i = 0; i < patient.events.size(); ++i) {
        const int index = static_cast<int>(i);
        const auto& happened = progress.happened;
        if (std::find(happened.begin(), happened.end(), index) != happened.end()) continue;
        if (!Moment(patient, progress).holds(patient.events[i].program)) continue;
        progress.happened.push_back(index);
        for (const auto& [fact, value] : patient.events[i].sets) progress.set(fact, value);
    }
}

bool reveals(const Responses& responses, const Moment& moment, std::string_view fact) {
    const auto named = [&](const library::Response& response) {
        return std::find(response.reveals.begin(), response.reveals.end(), fact) != response.reveals.end();
    };
    if (std::none_of(responses.begin(), responses.end(), named)) return false;
    const library::Response* response = chosen(responses, moment);
    return response && named(*response);
}

}  // namespace

Progress::Progress(const Patient& patient) : Progress(patient, patient.layout) {}

Progress::Progress(const Patient& patient, std::shared_ptr<const Layout> layout)
    : patient_(&patient), layout_(std::move(layout)), record_(layout_->arrival) {
    for (const Course& course : patient.courses) severity.push_back(course.severity);
}

void Progress::refresh(Slot slot) {
    const Slots& slots = layout_->slots;
    record_[slot] = slots.number(slot, Moment(*patient_, *this).value(slots.name(slot)));
}

std::optional<Layout::Slot> Progress::id_of(std::string_view fact) const {
    return layout_->slots.find(Slots::Asks::shown, fact);
}

void Progress::advance(Minutes span) {
    now += span;
    const auto minutes = static_cast<double>(span.value);
    for (Slot slot : layout_->clock) record_[slot] += minutes;
    for (const Layout::Growing& it : layout_->growing) {
        if (!set_value(it.shown)) record_[it.fact] += minutes;
    }
}

void Progress::open_visit() {
    ++visit;
    if (layout_->visit) refresh(*layout_->visit);
}

void Progress::become(std::vector<int> severity_now) {
    if (severity_now == severity) return;
    severity = std::move(severity_now);
    for (Slot slot : layout_->of_severity) refresh(slot);
}

void Progress::restore(std::string_view fact, const Value* value) {
    const std::optional<Slot> id = id_of(fact);
    if (!id) return;
    std::erase_if(set_, [&](const auto& one) { return one.first == *id; });
    if (value) set_.emplace_back(*id, *value);
    if (const std::optional<Slot> slot = layout_->slots.find(Slots::Asks::fact, fact)) refresh(*slot);
}

void Progress::set(std::string_view fact, const Value& value) { restore(fact, &value); }

void Progress::show(std::string_view fact) {
    if (const std::optional<Slot> id = id_of(fact)) record_[*id] = 1;
}

void Progress::carry_out(std::string act, Minutes at) {
    const std::optional<Slot> slot = layout_->slots.find(Slots::Asks::since, act);
    if (slot && std::isnan(record_[*slot])) record_[*slot] = static_cast<double>((now - at).value);
    done_.push_back({std::move(act), at});
}

const Value* Progress::set_value(std::string_view fact) const {
    const std::optional<Slot> id = set_.empty() ? std::nullopt : id_of(fact);
    return id ? set_value(*id) : nullptr;
}

const Value* Progress::set_value(Slot id) const {
    const auto found = std::find_if(set_.begin(), set_.end(), [&](const auto& one) { return one.first == id; });
    return found == set_.end() ? nullptr : &found->second;
}

bool Progress::has_shown(std::string_view fact) const {
    const std::optional<Slot> id = id_of(fact);
    return id && record_[*id] == 1;
}

std::optional<Minutes> Progress::done_at(std::string_view act) const {
    const auto found = std::find_if(done_.begin(), done_.end(), [&](const Done& done) { return done.act == act; });
    return found == done_.end() ? std::nullopt : std::optional(found->at);
}

Progress Progress::without_act(const Progress& before, Minutes at, const std::vector<std::string>& facts) const {
    Progress result = *this;
    result.now = at;
    result.done_ = before.done_;
    for (const std::string& fact : facts) result.restore(fact, before.set_value(fact));
    const Slots& slots = layout_->slots;
    for (Slot slot = 0; slot < slots.size(); ++slot) {
        if (slots.asks(slot) == Slots::Asks::fact) result.refresh(slot);
        if (slots.asks(slot) != Slots::Asks::since) continue;
        const std::optional<Minutes> done = result.done_at(slots.name(slot));
        result.record_[slot] = done ? static_cast<double>((at - *done).value) : std::nan("");
    }
    return result;
}

std::optional<Value> Moment::value(std::string_view fact) const {
    if (std::optional<Value> own = own_value(*patient_, *progress_, fact)) return own;
    const auto found = patient_->facts.find(fact);
    if (found == patient_->facts.end()) return std::nullopt;
    const PatientFact& known = found->second;
    if (!known.sided) return value(fact, known, Side::none);
    if (known.type.kind == script::Kind::flag) {
        const std::optional<Value> right = value(fact, known, Side::right), left = value(fact, known, Side::left);
        if (right == Value(true) || left == Value(true)) return true;
        return right && left ? std::optional<Value>(false) : std::nullopt;
    }
    return value(fact, known, patient_->side == Side::left ? Side::left : Side::right);
}

std::optional<Value> Moment::value(std::string_view fact, Side side) const {
    if (std::optional<Value> own = own_value(*patient_, *progress_, fact)) return own;
    const auto found = patient_->facts.find(fact);
    return found == patient_->facts.end() ? std::nullopt : value(fact, found->second, side);
}

std::optional<Value> Moment::value(std::string_view fact, const PatientFact& known, Side side) const {
    const bool one_sided = patient_->side == Side::right || patient_->side == Side::left;
    const bool on_complaint = !known.sided || !one_sided || patient_->side == side;
    const Value* changed = progress_->set_value(fact);
    if (changed && on_complaint) return *changed;
    const std::optional<Value>& value = !known.sided ? known.whole : side == Side::left ? known.left : known.right;
    if (value && known.grows && std::holds_alternative<Minutes>(*value)) {
        return std::get<Minutes>(*value) + progress_->now;
    }
    return value;
}

bool Moment::shown(std::string_view fact) const { return progress_->has_shown(fact); }

std::optional<Minutes> Moment::since(std::string_view act) const {
    const std::optional<Minutes> done = progress_->done_at(act);
    return done ? std::optional(progress_->now - *done) : std::nullopt;
}

const library::Response* chosen(const Responses& responses, const Moment& moment) {
    for (const auto& response : responses) {
        if (moment.holds(response.program)) return &response;
    }
    return nullptr;
}

const Responses* responses_of(const Patient& patient, std::string_view act, Side side) {
    const auto found = patient.acts.find(act);
    return found == patient.acts.end() ? nullptr : &found->second.responses(side);
}

void pass_time(const Patient& patient, Progress& progress, Minutes span) {
    const Minutes end = progress.now + span;
    while (progress.now < end) {
        const Minutes next_day{(progress.now.value / base::days(1).value + 1) * base::days(1).value};
        progress.advance(std::min(end, next_day) - progress.now);
        const int weeks = static_cast<int>(progress.now.value / base::weeks(1).value);
        if (weeks > progress.weeks_passed) {
            change_week(patient, progress);
            progress.weeks_passed = weeks;
        }
        let_happen(patient, progress);
    }
}

bool is_findable(const Patient& patient, const Progress& progress, std::string_view fact) {
    if (!patient.facts.contains(fact)) return own_value(patient, progress, fact).has_value();
    const Moment moment(patient, progress);
    return std::any_of(patient.acts.begin(), patient.acts.end(), [&](const auto& entry) {
        const PatientAct& act = entry.second;
        return reveals(act.whole, moment, fact) || reveals(act.right, moment, fact) || reveals(act.left, moment, fact);
    });
}

}  // namespace palpera::patient
