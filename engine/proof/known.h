#pragma once

#include "engine/reasoning/seen.h"

namespace palpera::proof {

// What somebody knows who has been there: what was shown, what one has done oneself, and what stands on the card and
// the clock. A condition that asks for anything else is not known to hold.
class Known : public script::Facts {
public:
    explicit Known(const encounter::Encounter& encounter)
        : seen_(encounter, static_cast<int>(encounter.events.size())), encounter_(&encounter) {}

    std::optional<script::Value> value(std::string_view fact) const override {
        if (auto seen = seen_.value(fact)) return seen;
        if (encounter_->patient->facts.contains(fact)) return std::nullopt;
        return patient::Moment(*encounter_->patient, encounter_->progress).value(fact);
    }
    bool shown(std::string_view fact) const override { return seen_.shown(fact); }
    std::optional<base::Minutes> since(std::string_view act) const override {
        const auto done = encounter_->progress.done_at(act);
        return done ? std::optional(encounter_->progress.now - *done) : std::nullopt;
    }

private:
    reasoning::Seen seen_;
    const encounter::Encounter* encounter_;
};

}  // namespace palpera::proof
