#include <algorithm>
#include <set>

#include "engine/proof/policy.h"

namespace palpera::proof {
namespace {

void append(Actions& to, const Actions& from) { to.insert(to.end(), from.begin(), from.end()); }

// Equal probabilities over every diagnosis of the catalogue, as far as whole percents go.
Actions hedge(const Stage& stage) {
    Action differential;
    differential.verb = Verb::differential;
    const auto& diagnoses = stage.library().catalogue.diagnoses;
    const std::size_t each = diagnoses.empty() ? 0 : std::max<std::size_t>(1, 100 / diagnoses.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(100, diagnoses.size()); ++i)
        differential.probabilities.emplace_back(diagnoses[i].id, static_cast<int>(each));
    Action diagnose = differential;
    diagnose.verb = Verb::diagnose;
    return {differential, diagnose};
}

Actions only(const Actions& actions, const std::set<Verb>& verbs) {
    Actions chosen;
    std::copy_if(actions.begin(), actions.end(), std::back_inserter(chosen),
                 [&](const Action& one) { return verbs.contains(one.verb); });
    return chosen;
}

// What is left when everything that is scored as harmful, now or in hindsight, has been struck out.
Actions harmless(Stage& stage, Actions actions) {
    for (bool any = true; any;) {
        const Played played = stage.play(actions);
        std::set<std::string> harmful;
        for (const pathway::Entry& entry : stage.score().ledger.entries) {
            if (pathway::mark_of(entry.reason) != pathway::Mark::harmful) continue;
            for (const std::uint32_t act : stage.score().ledger.acts_of(entry))
                harmful.insert(library::print(played.actions[stage.course().acts[act].action - 1]));
        }
        any = std::erase_if(actions, [&](const Action& one) { return harmful.contains(library::print(one)); }) > 0;
    }
    return actions;
}

bool accepts(const library::Step& step, const Action& action) {
    return std::any_of(step.acts.begin(), step.acts.end(), [&](const library::StepAct& accepted) {
        if (accepted.act.verb != action.verb) return false;
        return action.verb == Verb::diagnose || action.verb == Verb::differential ||
               accepted.act.subject == action.subject;
    });
}

// The first act of every step that a guideline of the case may require, as the guidelines declare them, then the rest.
Actions required_first(const Stage& stage, const Actions& all) {
    Actions ordered;
    std::set<std::string> taken;
    const auto take = [&](const Action& one) {
        if (taken.insert(library::print(one)).second) ordered.push_back(one);
    };
    for (const pathway::Statement& statement : stage.rubric().statements()) {
        const library::Step& step = *statement.step;
        if (step.severity > 0 || step.strength == library::Strength::may) continue;
        const auto wanted = std::find_if(all.begin(), all.end(), [&](const Action& one) { return accepts(step, one); });
        if (wanted != all.end()) take(*wanted);
    }
    for (const Action& one : all) take(one);
    return ordered;
}

Actions random_handful(const Stage& stage, std::size_t count, Random random) {
    const Actions& all = stage.everything();
    Actions chosen;
    for (std::size_t i = 0; i < count && !all.empty(); ++i) chosen.push_back(all[random.below(all.size())]);
    const auto& diagnoses = stage.library().catalogue.diagnoses;
    if (diagnoses.empty()) return chosen;
    Action diagnose;
    diagnose.verb = Verb::diagnose;
    diagnose.probabilities.emplace_back(diagnoses[random.below(diagnoses.size())].id, 90);
    chosen.push_back(diagnose);
    return chosen;
}

Actions cancelled_orders(const Actions& all) {
    Actions orders;
    for (const Action& one : only(all, {Verb::order})) {
        orders.push_back(one);
        orders.push_back(action_of("cancel " + one.subject));
    }
    return orders;
}

// All acts, the guess standing between examination and orders.
Actions all_with_guess(const Stage& stage) {
    Actions all = stage.everything();
    const Actions guess = hedge(stage);
    const auto examined =
        std::find_if(all.begin(), all.end(), [](const Action& one) { return one.verb > Verb::measure; });
    all.insert(examined, guess.begin(), guess.end());
    return all;
}

Actions tests_then_treats(const Stage& stage, bool tests) {
    const Actions& all = stage.everything();
    Actions actions = tests ? only(all, {Verb::order}) : Actions{};
    append(actions, hedge(stage));
    append(actions, only(all, {Verb::treat, Verb::prescribe, Verb::advise, Verb::refer}));
    return actions;
}

}  // namespace

Bot bot(Stage& stage, std::string_view id, const Actions& elsewhere, Random random) {
    constexpr std::size_t often = 100, weeks = 12;
    const auto is = [&](std::string_view name) { return id == name; };
    Bot made{std::string(id), {}};
    if (is("all")) made.actions = all_with_guess(stage);
    if (is("all_ordered")) made.actions = required_first(stage, all_with_guess(stage));
    if (is("all_safe")) made.actions = harmless(stage, all_with_guess(stage));
    if (is("all_safe_ordered")) made.actions = required_first(stage, harmless(stage, all_with_guess(stage)));
    if (is("random_10")) made.actions = random_handful(stage, 10, random);
    if (is("random_30")) made.actions = random_handful(stage, 30, random);
    if (is("random_60")) made.actions = random_handful(stage, 60, random);
    if (is("memorised")) made.actions = elsewhere;
    if (is("test_nothing_treat_all")) made.actions = tests_then_treats(stage, false);
    if (is("test_all_then_treat")) made.actions = tests_then_treats(stage, true);
    if (is("hedge")) made.actions = hedge(stage);
    if (is("repeat_spam")) made.actions = Actions(often, action_of("ask presenting_complaint"));
    if (is("cancel_spam")) made.actions = cancelled_orders(stage.everything());
    if (is("clock_wait")) made.actions = Actions(weeks, action_of("wait 1 weeks"));
    return made;
}

}  // namespace palpera::proof
