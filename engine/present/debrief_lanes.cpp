// The student's acts against the guideline's windows, lane by lane.
#include <algorithm>
#include <array>
#include <map>

#include "engine/present/debrief_parts.h"

namespace palpera::present {
namespace {

using base::Minutes;
using library::Domain;
using library::Verb;
using pathway::LedgerLine;
using pathway::Mark;

constexpr std::array<Domain, 5> lanes{Domain::history, Domain::examination, Domain::investigations, Domain::diagnosis,
                                      Domain::treatment};
constexpr Minutes between_visits{5};
constexpr Minutes one_visit{60};  // acts further apart than this stand apart on the axis

std::size_t lane_of(Verb verb) {
    if (library::is_question(verb)) return 0;
    if (library::is_examination(verb)) return 1;
    switch (verb) {
        case Verb::order:
        case Verb::cancel:
        case Verb::read: return 2;
        case Verb::link:
        case Verb::differential:
        case Verb::diagnose: return 3;
        default: return 4;
    }
}

std::size_t lane_of(Domain domain) {
    const auto found = std::find(lanes.begin(), lanes.end(), domain);
    return found == lanes.end() ? lanes.size() - 1 : static_cast<std::size_t>(found - lanes.begin());
}

// Where a step belongs is told by what would have fulfilled it: asking about tolerance is safety, but a question.
std::size_t lane_of(const DebriefInput& input, const LedgerLine& line) {
    const library::Step* step = step_of(input, line.statement);
    return step && !step->acts.empty() ? lane_of(step->acts.front().act.verb) : lane_of(line.domain);
}

// Simulated time to places on the axis: visits side by side, what lies between them left out.
class Axis {
public:
    explicit Axis(const encounter::Encounter& encounter) {
        for (const encounter::Event& event : encounter.events) add(event);
        if (visits_.empty()) visits_.push_back({});
        for (std::size_t i = 1; i < visits_.size(); ++i)
            visits_[i].place = visits_[i - 1].place + (visits_[i - 1].until - visits_[i - 1].from) + between_visits;
    }

    Minutes place(Minutes moment) const {
        Minutes place = visits_.front().place;
        for (const Visit& visit : visits_) {
            if (moment < visit.from) break;
            place = visit.place + (std::min(moment, visit.until) - visit.from);
        }
        return place;
    }
    Minutes end() const { return visits_.back().place + (visits_.back().until - visits_.back().from); }
    Minutes first_end() const { return visits_.front().until; }

    std::vector<DebriefTick> ticks(const Context& context) const {
        const std::int64_t all = end().value;
        const Minutes step{all <= 40 ? 5 : all <= 90 ? 10 : all <= 180 ? 20 : 60};
        std::vector<DebriefTick> ticks;
        const Visit& first = visits_.front();
        for (Minutes at = first.from; at <= first.until; at += step) ticks.push_back({place(at), clock(at)});
        for (std::size_t i = 1; i < visits_.size(); ++i) {
            const std::int64_t day = visits_[i].from.value / base::days(1).value + 1;
            ticks.push_back({visits_[i].place, day == 1
                                                   ? clock(visits_[i].from)
                                                   : context.fill("debrief/axis_day", {{"n", std::to_string(day)}})});
        }
        return ticks;
    }

private:
    struct Visit {
        Minutes from, until, place;
    };

    void add(const encounter::Event& event) {
        const bool passes = event.action.verb == Verb::wait || event.action.verb == Verb::finish ||
                            event.until - event.at >= base::days(1);
        if (passes) return;
        // A result read at home weeks later belongs to no visit, yet has its place.
        if (visits_.empty() || event.at - visits_.back().until > one_visit) visits_.push_back({event.at, event.at, {}});
        visits_.back().until = std::max(visits_.back().until, event.until);
    }

    std::vector<Visit> visits_;
};

// Of several marks on one act the gravest is shown.
int gravity(Mark mark) {
    switch (mark) {
        case Mark::harmful: return 4;
        case Mark::late: return 3;
        case Mark::unneeded: return 2;
        case Mark::matched: return 1;
        default: return 0;
    }
}

std::string lateness(const Context& context, Minutes by) {
    if (by >= base::days(1)) return context.count("debrief/days_late", by.value / base::days(1).value);
    return context.count("debrief/minutes_late", by.value);
}

// When full points ended, of a step that was late.
std::optional<Minutes> due_of(const DebriefInput& input, const LedgerLine& line, const Axis& axis) {
    const library::Step* step = step_of(input, line.statement);
    if (!step || line.reason != pathway::Reason::late) return std::nullopt;
    if (step->until) return *step->until;
    return step->until_visit == 1 ? std::optional(axis.first_end()) : std::nullopt;
}

class Laying {
public:
    Laying(const DebriefInput& input, const DebriefLines& lines, Debrief& debrief)
        : input_(input), lines_(lines), debrief_(debrief), axis_(input.encounter) {}

    void lay() {
        const auto ticks_end = axis_.end();
        debrief_.axis_end = {std::max<std::int64_t>(5, (ticks_end.value + 4) / 5 * 5)};
        debrief_.ticks = axis_.ticks(input_.context);
        for (Domain domain : lanes)
            debrief_.lanes.push_back({input_.context("domain/" + std::string(library::name(domain))), {}, {}});
        lay_windows();
        lay_acts();
        lay_missing();
        for (DebriefLane& lane : debrief_.lanes)
            std::stable_sort(lane.marks.begin(), lane.marks.end(),
                             [](const DebriefMark& a, const DebriefMark& b) { return a.at < b.at; });
        count();
    }

private:
    int steps_in(std::size_t lane) const {
        return static_cast<int>(
            std::count_if(input_.sheet.ledger.begin(), input_.sheet.ledger.end(), [&](const LedgerLine& line) {
                return line.component == pathway::Component::necessary_care && lane_of(line.domain) == lane;
            }));
    }

    void lay_windows() {
        for (const pathway::Window& window : input_.sheet.windows) {
            const std::size_t index = lane_of(window.domain);
            std::vector<DebriefWindow>& laid = debrief_.lanes[index].windows;
            DebriefWindow next{axis_.place(window.from), axis_.place(window.until), input_.context.in(window.text)};
            // A course that is longer than the visits was never over: its window goes to the edge.
            if (next.until == axis_.end()) next.until = debrief_.axis_end;
            if (next.label.empty()) next.label = input_.context.count("debrief/steps", steps_in(index));
            if (!laid.empty() && next.from <= laid.back().until && laid.back().from <= next.until) {
                laid.back() = {std::min(laid.back().from, next.from), std::max(laid.back().until, next.until),
                               input_.context.count("debrief/steps", steps_in(index))};
            } else {
                laid.push_back(std::move(next));
            }
        }
    }

    void lay_acts() {
        std::map<int, std::size_t> gravest;  // of each action the entry that its mark speaks of
        for (std::size_t i = 0; i < input_.sheet.ledger.size(); ++i) {
            const LedgerLine& line = input_.sheet.ledger[i];
            for (int action : line.actions) {
                // What is missing in part has a mark of its own for what was not done.
                if (gravity(mark_shown(line)) == 0) continue;
                // Only the later of two acts can have come in the wrong order.
                if (line.component == pathway::Component::order && action != line.actions.back()) continue;
                const auto known = gravest.find(action);
                if (known == gravest.end() ||
                    gravity(mark_shown(line)) > gravity(mark_shown(input_.sheet.ledger[known->second])))
                    gravest[action] = i;
            }
        }
        for (const auto& [action, entry] : gravest) {
            const encounter::Event* event = event_of(input_.encounter, action);
            if (event) lay_act(*event, entry);
        }
    }

    // A step that was done in part shows what was done as right.
    static Mark mark_shown(const LedgerLine& line) {
        const Mark mark = pathway::mark_of(line.reason);
        const bool in_part = line.reason == pathway::Reason::missing && line.points > 0;
        return in_part ? Mark::matched : mark;
    }

    void lay_act(const encounter::Event& event, std::size_t entry) {
        const LedgerLine& line = input_.sheet.ledger[entry];
        DebriefMark mark{mark_shown(line),
                         axis_.place(event.at),
                         lines_.line_of_entry[entry],
                         act_text(event.action, input_.context),
                         {}};
        if (const auto due = due_of(input_, line, axis_); due && *due < event.at) {
            mark.due = axis_.place(*due);
            mark.label = lateness(input_.context, event.at - *due);
        }
        debrief_.lanes[lane_of(event.action.verb)].marks.push_back(std::move(mark));
    }

    // What was not done has no time: such marks share their lane's first visit evenly.
    void lay_missing() {
        std::array<std::vector<std::size_t>, lanes.size()> missing;
        for (std::size_t i = 0; i < input_.sheet.ledger.size(); ++i) {
            const LedgerLine& line = input_.sheet.ledger[i];
            if (pathway::mark_of(line.reason) != Mark::missed || line.component == pathway::Component::order) continue;
            if (line.component == pathway::Component::diagnosis && !line.actions.empty()) continue;
            missing[lane_of(input_, line)].push_back(i);
        }
        for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
            const auto count = static_cast<std::int64_t>(missing[lane].size());
            for (std::int64_t i = 0; i < count; ++i) {
                const std::size_t entry = missing[lane][static_cast<std::size_t>(i)];
                const std::size_t line = lines_.line_of_entry[entry];
                const Minutes at{axis_.place(axis_.first_end()).value * (i + 1) / (count + 1)};
                debrief_.lanes[lane].marks.push_back({Mark::missed, at, line, lines_.lines[line].title, {}});
            }
        }
    }

    void count() {
        for (Mark mark : {Mark::matched, Mark::missed, Mark::late, Mark::unneeded, Mark::harmful}) {
            int sum = 0;
            for (const DebriefLane& lane : debrief_.lanes)
                for (const DebriefMark& one : lane.marks) sum += one.mark == mark;
            debrief_.counts.emplace_back(mark, sum);
        }
    }

    const DebriefInput& input_;
    const DebriefLines& lines_;
    Debrief& debrief_;
    Axis axis_;
};

}  // namespace

void lay_lanes(const DebriefInput& input, const DebriefLines& lines, Debrief& debrief) {
    Laying(input, lines, debrief).lay();
}

}  // namespace palpera::present
