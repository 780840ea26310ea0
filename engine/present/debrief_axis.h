#pragma once

#include <vector>

#include "engine/present/debrief.h"

namespace palpera::present {

// Simulated time to places on the axis of a debrief: visits side by side, what lies between them left out.
class Axis {
public:
    explicit Axis(const encounter::Encounter& encounter);

    base::Minutes place(base::Minutes moment) const;
    base::Minutes end() const { return visits_.back().place + (visits_.back().until - visits_.back().from); }
    // As it is drawn: to the next five minutes.
    base::Minutes whole_end() const;
    base::Minutes first_end() const { return visits_.front().until; }
    std::vector<DebriefTick> ticks(const Context& context) const;

private:
    struct Visit {
        base::Minutes from, until, place;
    };

    void add(const encounter::Event& event);

    std::vector<Visit> visits_;
};

}  // namespace palpera::present
