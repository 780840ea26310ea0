#pragma once

#include <set>

#include "engine/proof/calendar.h"
#include "engine/proof/plan.h"
#include "engine/proof/prove.h"

namespace palpera::proof {

// One variant looked at for every property but the texts, which the variants of a case answer together.
class Examination {
public:
    // `elsewhere`: the right course of a patient who has something else.
    Examination(Stage& stage, const Actions& elsewhere, const ProofRequest& request);
    // Nothing where it was told to stop.
    std::optional<Proof> run(const Progress& progress);

private:
    Property property(std::string_view id) const;
    Property found(std::string_view id, bool holds, const Actions& course) const;
    void prove_courses();
    void bound();
    void prove_bots();
    void prove_harm();
    void prove_no_dead_end();
    void prove_red_flags();
    void prove_features();
    Property bots(std::string_view id, const std::vector<std::string_view>& policies, std::int64_t least);
    Actions revealing(const script::Condition& condition) const;
    bool harm_shows(const Actions& before, const Action& act);
    std::set<std::string> ways_now(const std::string& fact) const;

    Stage& stage_;
    const Actions& elsewhere_;
    const ProofRequest& request_;
    Plan plan_;
    Played best_;
    Proof proof_;
};

}  // namespace palpera::proof
