#pragma once

#include "engine/reasoning/seen.h"

namespace palpera::proof {

// What somebody goes by who has been there: what was shown, what one has done oneself, and what stands on the card and
// the clock. A flag that nothing was heard of is taken for absent; of anything else nothing is assumed.
class Known : public script::Facts {
public:
    explicit Known(const encounter::Encounter& encounter)
        : seen_(encounter, static_cast<int>(encounter.events.size())), encounter_(&encounter) {}

    std::optional<script::Value> value(std::string_view fact) const override {
        if (auto seen = seen_.value(fact)) return seen;
        const auto unseen = encounter_->patient->facts.find(fact);
        if (unseen != encounter_->patient->facts.end()) {
            return unseen->second.type.kind == script::Kind::flag ? std::optional<script::Value>(false) : std::nullopt;
        }
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
