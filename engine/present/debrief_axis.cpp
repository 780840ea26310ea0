#include "engine/present/debrief_axis.h"

#include <algorithm>

namespace palpera::present {
namespace {

using base::Minutes;
using library::Verb;

constexpr Minutes between_visits{5};
constexpr Minutes one_visit{60};  // acts further apart than this stand apart on the axis

}  // namespace

Axis::Axis(const encounter::Encounter& encounter) {
    for (const encounter::Event& event : encounter.events) add(event);
    if (visits_.empty()) visits_.push_back({});
    for (std::size_t i = 1; i < visits_.size(); ++i)
        visits_[i].place = visits_[i - 1].place + (visits_[i - 1].until - visits_[i - 1].from) + between_visits;
}

Minutes Axis::place(Minutes moment) const {
    Minutes place = visits_.front().place;
    for (const Visit& visit : visits_) {
        if (moment < visit.from) break;
        place = visit.place + (std::min(moment, visit.until) - visit.from);
    }
    return place;
}

Minutes Axis::whole_end() const { return {std::max<std::int64_t>(5, (end().value + 4) / 5 * 5)}; }

std::vector<DebriefTick> Axis::ticks(const Context& context) const {
    const std::int64_t all = end().value;
    const Minutes step{all <= 40 ? 5 : all <= 90 ? 10 : all <= 180 ? 20 : 60};
    std::vector<DebriefTick> ticks;
    const Visit& first = visits_.front();
    for (Minutes at = first.from; at <= first.until; at += step) ticks.push_back({place(at), clock(at)});
    for (std::size_t i = 1; i < visits_.size(); ++i) {
        const std::int64_t day = visits_[i].from.value / base::days(1).value + 1;
        ticks.push_back({visits_[i].place, day == 1 ? clock(visits_[i].from)
                                                    : context.fill("debrief/axis_day", {{"n", std::to_string(day)}})});
    }
    return ticks;
}

void Axis::add(const encounter::Event& event) {
    const bool passes =
        event.action.verb == Verb::wait || event.action.verb == Verb::finish || event.until - event.at >= base::days(1);
    if (passes) return;
    // A result read at home weeks later belongs to no visit, yet has its place.
    if (visits_.empty() || event.at - visits_.back().until > one_visit) visits_.push_back({event.at, event.at, {}});
    visits_.back().until = std::max(visits_.back().until, event.until);
}

}  // namespace palpera::present
