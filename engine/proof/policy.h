#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/proof/random.h"
#include "engine/proof/stage.h"

namespace palpera::proof {

// How well a simulated student knows the work. Error rates in thousandths: assumptions, stated here and in
// docs/proofs.md, shaped on what experts, residents and students did in PMC1924750 (relevance of findings 0.60, 0.41,
// 0.43); they have not been fitted to people.
struct Skill {
    std::string_view id;
    int forgets_must = 0;      // a step that the guideline says must be done
    int forgets_should = 0;    // one that it says should be done
    int second_choice = 0;     // takes another of the acts that a step accepts than the first
    int hasty = 0;             // orders and treats before having examined
    int falls_for = 0;         // does what a guideline in play warns of
    int beside_the_point = 0;  // questions, examinations: their number is even between 0 and twice this
    int needless_orders = 0;   // orders, treatments, advice: the same
    int looks_for = 0;         // signs of each of the two diagnoses in mind that are looked for on purpose
    int misjudges = 0;   // quarters of a doubling by which the weight of a diagnosis is off, one standard deviation
    bool sharp = false;  // knows how strong the evidence is; others shrink back to what they began with
};
inline constexpr std::array<Skill, 3> skills{{
    {"expert", 30, 60, 60, 0, 2, 2, 0, 5, 2, true},
    {"intermediate", 180, 320, 150, 80, 12, 5, 1, 4, 6, true},
    {"novice", 380, 560, 300, 250, 40, 10, 2, 2, 10, false},
}};

// A student of that skill meets the patient: takes a history and examines as the guidelines of the complaint and of the
// diagnoses in mind say, weighs what was found by the likelihoods of the condition models, orders, commits and treats
// by the guidelines of the diagnosis believed in. Knows nothing of the case but what was shown, no label and no point.
Played simulate_student(Stage& stage, const Skill& skill, Random random);

// A way of collecting points without thinking of the patient (SCORING.md 4.4).
struct Bot {
    std::string id;
    Actions actions;
};
inline constexpr std::array<std::string_view, 15> bot_ids{"nothing",
                                                          "all",
                                                          "all_ordered",
                                                          "all_safe",
                                                          "all_safe_ordered",
                                                          "random_10",
                                                          "random_30",
                                                          "random_60",
                                                          "memorised",
                                                          "test_nothing_treat_all",
                                                          "test_all_then_treat",
                                                          "hedge",
                                                          "repeat_spam",
                                                          "cancel_spam",
                                                          "clock_wait"};
// The same each time. `random` gives the handfuls; `elsewhere` is the right course of a patient who has something else.
Bot bot(Stage& stage, std::string_view id, const Actions& elsewhere, Random random);

}  // namespace palpera::proof
