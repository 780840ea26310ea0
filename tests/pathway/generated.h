#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/pathway/small_library.h"

namespace palpera::pathway {

// Guidelines and sessions as chance has them, each from its seed.
inline const std::vector<std::string> every_act{"ask place",
                                                "ask night",
                                                "ask stomach",
                                                "ask wishes",
                                                "ask weather",
                                                "ask food",
                                                "ask travel",
                                                "palpate heel right",
                                                "palpate heel left",
                                                "palpate knee right",
                                                "order film",
                                                "order blood",
                                                "advise shoes",
                                                "advise rest",
                                                "advise promise",
                                                "treat injection",
                                                "refer physiotherapist routine",
                                                "prescribe naproxen 500 mg 2",
                                                "prescribe naproxen 500 mg 4",
                                                "note something",
                                                "diagnose fasciitis 70, fracture 20",
                                                "diagnose fracture 90"};
inline const std::vector<std::string> every_pattern{
    "ask place",          "ask night",       "ask stomach",          "ask wishes",  "palpate heel",
    "order film",         "order blood",     "advise shoes",         "advise rest", "diagnose any",
    "prescribe naproxen", "treat injection", "refer physiotherapist"};

struct Generated {
    SmallCase heel;
    std::vector<std::string> session;
};

inline Generated generated(unsigned seed) {
    std::mt19937 random(seed);
    const auto pick = [&](const auto& list) { return list[random() % list.size()]; };
    Generated made;
    const std::vector<Strength> strengths{Strength::must, Strength::should, Strength::should, Strength::may,
                                          Strength::avoid};
    const std::vector<std::string> conditions{"", "", "wants_film", "not ulcer", "heel_tender or hidden"};
    const std::size_t steps = 1 + random() % 6;
    for (std::size_t i = 0; i < steps; ++i) {
        std::vector<std::string> acts;
        for (std::size_t k = 0; k <= random() % 3; ++k) acts.push_back(pick(every_pattern));
        const Strength strength = pick(strengths);
        const std::string condition = pick(conditions);
        library::Step& step = made.heel.step("step" + std::to_string(i), strength, acts, condition);
        for (library::StepAct& act : step.acts) act.credit = random() % 3 == 0 ? 50 : 100;
        if (random() % 3 == 0) step.until = Minutes{static_cast<std::int64_t>(random() % 30)};
        if (step.until && random() % 2) step.lost = Minutes{static_cast<std::int64_t>(random() % 30)};
    }
    for (std::size_t i = 1; i < steps; i += 2) {
        made.heel.before("step" + std::to_string(i - 1), "step" + std::to_string(i));
    }
    for (const char* fact : {"heel_tender", "ulcer", "hidden", "wants_film"}) {
        if (random() % 2) made.heel.is_true(fact);
    }
    for (std::size_t i = 0; i < random() % 15; ++i) made.session.push_back(pick(every_act));
    made.session.push_back("finish");
    return made;
}

inline std::string printed(const ScoreSheet& sheet) {
    std::string text = std::to_string(sheet.millipoints) + "\n";
    for (const LedgerLine& line : sheet.ledger) {
        text += line.statement + " " + std::string(name(line.reason)) + " " + std::to_string(line.points) + "\n";
    }
    return text;
}

}  // namespace palpera::pathway
