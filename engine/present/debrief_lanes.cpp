// The student's acts against the guideline's windows, lane by lane.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "engine/present/debrief_axis.h"
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
        debrief_.axis_end = axis_.whole_end();
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
                const Minutes at = free_place(lane, {axis_.place(axis_.first_end()).value * (i + 1) / (count + 1)});
                debrief_.lanes[lane].marks.push_back({Mark::missed, at, line, lines_.lines[line].title, {}});
            }
        }
    }

    // The nearest place of the first visit where no other mark of the lane stands; the one asked for where all are
    // taken.
    Minutes free_place(std::size_t lane, Minutes wanted) const {
        const std::int64_t last = axis_.place(axis_.first_end()).value;
        const std::int64_t apart = std::max<std::int64_t>(1, debrief_.axis_end.value / 60);
        const auto is_free = [&](std::int64_t at) {
            return at >= 0 && at <= last &&
                   std::ranges::none_of(debrief_.lanes[lane].marks,
                                        [&](const DebriefMark& one) { return std::abs(one.at.value - at) < apart; });
        };
        for (std::int64_t off = 0; off <= last; ++off) {
            if (is_free(wanted.value + off)) return {wanted.value + off};
            if (is_free(wanted.value - off)) return {wanted.value - off};
        }
        return wanted;
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
