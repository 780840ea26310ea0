// A student who works by what the guidelines and the condition models say, with lapses.
#include <algorithm>
#include <set>

#include "engine/proof/belief.h"
#include "engine/proof/known.h"
#include "engine/script/condition.h"

namespace palpera::proof {
namespace {

using library::Guideline;
using library::Step;
using library::Strength;

// When in a visit an act has its place.
enum class Stretch : std::uint8_t { history_and_examination, investigation, diagnosis, plan };

Stretch stretch_of(Verb verb) {
    if (library::is_question(verb) || library::is_examination(verb)) return Stretch::history_and_examination;
    if (verb == Verb::order) return Stretch::investigation;
    if (verb == Verb::differential || verb == Verb::diagnose) return Stretch::diagnosis;
    return Stretch::plan;
}

class Student {
public:
    Student(Stage& stage, const Skill& skill, Random random) : stage_(stage), skill_(skill), random_(random) {
        for (std::size_t i = 0; i < hypotheses(stage.library()); ++i)
            off_.push_back(random_.around_zero(skill.misjudges));
    }

    Played visit() {
        // What kind of complaint it is, is plain to all; what else its guidelines are for, only to those who think of
        // it.
        for (const std::string& id : stage_.file().guidelines) {
            const Guideline* guideline = library::find(stage_.library().guidelines, id);
            if (guideline && guideline->concerns.size() != 1) in_play_.push_back(guideline);
        }
        stage_.act(action_of("ask presenting_complaint"));
        work(Stretch::history_and_examination);
        constexpr int thoughts = 2;  // what is found may bring something else to mind
        for (int thought = 0; thought < thoughts; ++thought) {
            for (const std::string& condition : belief().at_least(0, 2)) look_for(condition);
            think_of_guidelines(belief().at_least(10, 2));
            work(Stretch::history_and_examination);
        }
        wander(skill_.beside_the_point, Verb::ask, Verb::measure);
        think_of_guidelines({belief().first()});
        work(Stretch::investigation);
        commit();
        work(Stretch::plan);
        wander(skill_.needless_orders, Verb::order, Verb::refer);
        fall_for();
        return stage_.finish();
    }

private:
    Belief belief() const { return {supported_by(stage_.library(), stage_.encounter()), off_, skill_.sharp}; }

    // What should be there if it is that: by the first question or examination that may tell.
    void look_for(const std::string& condition) {
        int left = skill_.looks_for;
        for (const std::string& fact : signs_of(stage_.library(), condition)) {
            const std::vector<std::string>& ways = stage_.ways_to(fact);
            if (left == 0) return;
            if (ways.empty() || stage_.encounter().progress.has_shown(fact)) continue;
            const auto pattern = library::parse_pattern(ways.front());
            if (!pattern || pattern->verb == Verb::order || !done_.insert(ways.front()).second) continue;
            if (const auto action = action_for(stage_, *pattern)) stage_.act(*action);
            --left;
        }
    }

    void think_of_guidelines(const std::vector<std::string>& conditions) {
        for (const Guideline& guideline : stage_.library().guidelines) {
            const bool concerned = std::any_of(conditions.begin(), conditions.end(), [&](const std::string& one) {
                return std::find(guideline.concerns.begin(), guideline.concerns.end(), one) != guideline.concerns.end();
            });
            const bool known = std::find(in_play_.begin(), in_play_.end(), &guideline) != in_play_.end();
            if (concerned && !known) in_play_.push_back(&guideline);
        }
    }

    // Each step is remembered or forgotten once.
    bool remembers(const Step& step) {
        const auto known = remembered_.find(&step);
        if (known != remembered_.end()) return known->second;
        const int forgets = step.strength == Strength::must ? skill_.forgets_must : skill_.forgets_should;
        return remembered_[&step] = !random_.chance(forgets);
    }

    static bool is_wanted(const Step& step) {
        return step.strength == Strength::must || step.strength == Strength::should;
    }

    // Goes on for as long as what was found brings up further steps.
    void work(Stretch stretch) {
        constexpr int most_rounds = 4;
        bool any = true;
        for (int round = 0; round < most_rounds && any; ++round) {
            any = false;
            const Known known(stage_.encounter());
            for (const Guideline* guideline : in_play_)
                for (const Step* step : in_order(*guideline)) any = take_up(*step, stretch, known) || any;
        }
    }

    // As they are written, but that what belongs first comes first.
    static std::vector<const Step*> in_order(const Guideline& guideline) {
        std::vector<const Step*> steps;
        for (const Step& step : guideline.steps) steps.push_back(&step);
        for (const library::Precedence& rule : guideline.order) {
            const auto named = [&](const std::string& id) {
                return std::find_if(steps.begin(), steps.end(), [&](const Step* one) { return one->id == id; });
            };
            const auto first = named(rule.first), then = named(rule.then);
            if (first != steps.end() && then != steps.end() && then < first) std::rotate(then, first, first + 1);
        }
        return steps;
    }

    bool take_up(const Step& step, Stretch stretch, const Known& known) {
        if (!is_wanted(step) || step.acts.empty() || taken_up_.contains(&step)) return false;
        if (script::evaluate(step.when, known) != script::Truth::yes || !remembers(step)) return false;
        Stretch own = stretch_of(step.acts.front().act.verb);
        const bool hasty = own == Stretch::investigation || own == Stretch::plan;
        if (hasty && hasty_.try_emplace(&step, random_.chance(skill_.hasty)).first->second)
            own = Stretch::history_and_examination;
        if (own != stretch) return false;
        taken_up_.insert(&step);
        do_acts(step);
        return true;
    }

    void do_acts(const Step& step) {
        std::vector<library::StepAct> acts = step.acts;
        std::stable_sort(acts.begin(), acts.end(), [](const auto& a, const auto& b) { return a.credit > b.credit; });
        if (acts.size() > 1 && random_.chance(skill_.second_choice))
            std::swap(acts.front(), acts[1 + random_.below(acts.size() - 1)]);
        int done = 0;
        for (const library::StepAct& one : acts) {
            if (done == step.at_least) break;
            if (stretch_of(one.act.verb) == Stretch::diagnosis) {
                if (one.act.verb == Verb::differential) weighed_.push_back(one.act.subject);
                ++done;
            } else if (done_.contains(one.act.act())) {
                ++done;
            } else if (const auto action = action_for(stage_, one.act); action && stage_.act(*action)) {
                done_.insert(one.act.act());
                ++done;
                read_result(*action);
            }
        }
    }

    void read_result(const Action& action) {
        if (action.verb == Verb::order) stage_.act(action_of("read " + action.subject));
    }

    void commit() {
        work(Stretch::diagnosis);
        const Belief held = belief();
        Action differential;
        differential.verb = Verb::differential;
        differential.probabilities = held.stated(3);
        int rest = 100;
        for (const auto& one : differential.probabilities) rest -= one.second;
        Action diagnose = differential;
        diagnose.verb = Verb::diagnose;
        for (const std::string& other : weighed_) {
            const bool there = std::any_of(differential.probabilities.begin(), differential.probabilities.end(),
                                           [&](const auto& one) { return one.first == other; });
            if (there || other == "any" || rest < 1) continue;
            differential.probabilities.emplace_back(other, 1);
            --rest;
        }
        stage_.act(differential);
        stage_.act(diagnose);
    }

    // Acts that somebody thinks of who is not sure what matters.
    void wander(int about, Verb from, Verb to) {
        const Actions& all = stage_.everything();
        Actions choice;
        std::copy_if(all.begin(), all.end(), std::back_inserter(choice),
                     [&](const Action& one) { return one.verb >= from && one.verb <= to; });
        if (choice.empty()) return;
        for (std::uint64_t left = random_.below(2 * static_cast<std::uint64_t>(about) + 1); left > 0; --left) {
            const Action& action = choice[random_.below(choice.size())];
            if (done_.insert(action.act()).second) stage_.act(action);
        }
    }

    void fall_for() {
        for (const Guideline* guideline : in_play_) {
            for (const Step& step : guideline->steps) {
                if (step.severity == 0 || step.acts.empty() || !random_.chance(skill_.falls_for)) continue;
                const auto action = action_for(stage_, step.acts[random_.below(step.acts.size())].act);
                if (action) stage_.act(*action);
            }
        }
    }

    Stage& stage_;
    const Skill& skill_;
    Random random_;
    std::vector<int> off_;
    std::vector<const Guideline*> in_play_;
    std::map<const Step*, bool> remembered_, hasty_;
    std::set<const Step*> taken_up_;
    std::set<std::string> done_;
    std::vector<std::string> weighed_;
};

}  // namespace

Played simulate_student(Stage& stage, const Skill& skill, Random random) {
    return Student(stage, skill, random).visit();
}

}  // namespace palpera::proof
