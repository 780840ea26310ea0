#include "tests/acceptance/bots.h"

#include <algorithm>
#include <random>
#include <set>

namespace palpera {
namespace {

using library::Action;
using library::Verb;
using Actions = std::vector<Action>;

Action action(const std::string& line) { return *library::parse_action(line); }

void append(Actions& to, const Actions& from) { to.insert(to.end(), from.begin(), from.end()); }

// Equal probabilities over every diagnosis of the catalogue, as far as whole percents go.
Actions hedge() {
    Action differential;
    differential.verb = Verb::differential;
    const auto& diagnoses = shipped().catalogue.diagnoses;
    const auto each = std::max<std::size_t>(1, 100 / diagnoses.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(100, diagnoses.size()); ++i) {
        differential.probabilities.emplace_back(diagnoses[i].id, static_cast<int>(each));
    }
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

// What is left when everything that the sheet calls harmful, now or in hindsight, has been struck out.
Actions harmless(const PlayedCase& played, Actions actions) {
    for (bool any = true; any;) {
        const encounter::Encounter encounter = played.played(actions);
        std::set<std::string> harmful;
        for (const pathway::LedgerLine& line : played.scored(encounter).ledger) {
            if (pathway::mark_of(line.reason) != pathway::Mark::harmful) continue;
            for (int n : line.actions) {
                harmful.insert(library::print(encounter.events[static_cast<std::size_t>(n - 1)].action));
            }
        }
        any = std::erase_if(actions, [&](const Action& one) { return harmful.contains(library::print(one)); }) > 0;
    }
    return actions;
}

// The first act of every step that a guideline of the case may require, as the guidelines declare them, then the rest.
Actions required_first(const PlayedCase& played, const Actions& all) {
    Actions ordered;
    std::set<std::string> taken;
    const auto take = [&](const Action& one) {
        if (taken.insert(library::print(one)).second) ordered.push_back(one);
    };
    for (const std::string& id : played.file().guidelines) {
        for (const library::Step& step : library::find(shipped().guidelines, id)->steps) {
            if (step.severity > 0 || step.strength == library::Strength::may) continue;
            const auto wanted = std::find_if(all.begin(), all.end(), [&](const Action& one) {
                return std::any_of(step.acts.begin(), step.acts.end(), [&](const library::StepAct& accepted) {
                    if (accepted.act.verb != one.verb) return false;
                    return one.verb == Verb::diagnose || one.verb == Verb::differential ||
                           accepted.act.subject == one.subject;
                });
            });
            if (wanted != all.end()) take(*wanted);
        }
    }
    for (const Action& one : all) take(one);
    return ordered;
}

Actions random_handful(const Actions& all, std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    Actions chosen;
    for (std::size_t i = 0; i < count; ++i) chosen.push_back(all[random() % all.size()]);
    const auto& diagnoses = shipped().catalogue.diagnoses;
    chosen.push_back(action("diagnose " + diagnoses[random() % diagnoses.size()].id + " 90"));
    return chosen;
}

Actions cancelled_orders(const Actions& all) {
    Actions orders;
    for (const Action& one : only(all, {Verb::order})) {
        orders.push_back(one);
        orders.push_back(action("cancel " + one.subject));
    }
    return orders;
}

// Every question as typed words that were understood, and each of them taken back.
Actions questions_taken_back(const Actions& all, std::size_t before) {
    Actions actions;
    for (const Action& one : only(all, {Verb::ask})) {
        Action say = action("say " + one.subject);
        encounter::understand(say, {one.subject});
        actions.push_back(say);
        actions.push_back(action("take_back " + std::to_string(before + actions.size())));
    }
    return actions;
}

// Every step of the case's guidelines declined for every reason that a condition of theirs speaks of.
Actions everything_declined(const PlayedCase& played) {
    Actions actions;
    for (const std::string& id : played.file().guidelines) {
        const library::Guideline& guideline = *library::find(shipped().guidelines, id);
        std::set<std::string> reasons;
        for (const library::Step& step : guideline.steps) {
            for (const std::string& fact : script::facts_of(step.when)) reasons.insert(fact);
        }
        for (const library::Step& step : guideline.steps) {
            if (step.severity > 0 || step.strength == library::Strength::may) continue;
            for (const std::string& reason : reasons) actions.push_back(action("decline " + step.id + " " + reason));
        }
    }
    return actions;
}

std::set<std::string> conditions_of(const library::CaseFile& file) {
    std::set<std::string> conditions;
    for (const library::CaseCondition& one : file.to_diagnose()) conditions.insert(one.condition);
    return conditions;
}

// The experts of the next few cases whose patients have something else.
std::vector<Bot> memorised(const PlayedCase& played) {
    constexpr std::size_t most = 4;
    std::vector<Bot> bots;
    const auto& all = shipped().cases;
    const auto own = static_cast<std::size_t>(&*library::find(all, played.file().id) - all.data());
    for (std::size_t i = 1; i < all.size() && bots.size() < most; ++i) {
        const library::CaseFile& other = all[(own + i) % all.size()];
        if (conditions_of(other) == conditions_of(played.file())) continue;
        for (const RecordedCourse& course : recorded_courses(other.id)) {
            if (course.name == "expert") bots.push_back({"expert of " + other.id, played.actions_of(course)});
        }
    }
    return bots;
}

}  // namespace

std::vector<Bot> bots_against(const PlayedCase& played) {
    Actions all = played.everything();
    Actions with_diagnosis = all;
    const auto examined = std::find_if(with_diagnosis.begin(), with_diagnosis.end(),
                                       [](const Action& one) { return one.verb > Verb::measure; });
    const Actions guess = hedge();
    with_diagnosis.insert(examined, guess.begin(), guess.end());
    const Actions safe = harmless(played, with_diagnosis);

    std::vector<Bot> bots{{"nothing", {}},
                          {"all", with_diagnosis},
                          {"all, required first", required_first(played, with_diagnosis)},
                          {"all that is harmless", safe},
                          {"all that is harmless, required first", required_first(played, safe)}};
    for (const std::size_t count : {10u, 30u, 60u}) {
        for (unsigned seed = 0; seed < 3; ++seed) {
            bots.push_back(
                {std::to_string(count) + " at random, " + std::to_string(seed), random_handful(all, count, seed)});
        }
    }
    Actions untested = only(safe, {Verb::treat, Verb::prescribe, Verb::advise, Verb::refer});
    append(untested, guess);
    bots.push_back({"treats all and tests nothing", untested});
    bots.push_back({"equal probabilities", guess});
    bots.push_back({"one question a hundred times", Actions(100, action("ask presenting_complaint"))});
    bots.push_back({"orders and cancels", cancelled_orders(all)});
    bots.push_back({"waits", Actions(12, action("wait 1 weeks"))});
    bots.push_back({"declines everything", everything_declined(played)});
    bots.push_back({"takes every question back", questions_taken_back(all, 0)});
    for (Bot& bot : memorised(played)) bots.push_back(std::move(bot));
    return bots;
}

std::vector<Bot> padded(const PlayedCase& played, const Actions& course) {
    const Actions all = played.everything();
    Actions repeated;
    for (const Action& one : course) {
        const bool again = library::is_question(one.verb) || library::is_examination(one.verb) ||
                           one.verb == Verb::treat || one.verb == Verb::refer || one.verb == Verb::advise;
        repeated.insert(repeated.end(), again ? 3 : 1, one);
    }
    Actions late{action("wait 1 weeks")};
    append(late, course);
    Actions cancelling(course.begin(), course.end() - 1), taking_back = cancelling, declining = cancelling;
    append(cancelling, cancelled_orders(all));
    append(taking_back, questions_taken_back(all, taking_back.size()));
    append(declining, everything_declined(played));
    return {{"each act three times", repeated},
            {"a week later", late},
            {"orders and cancels", cancelling},
            {"takes every question back", taking_back},
            {"declines everything", declining}};
}

}  // namespace palpera
