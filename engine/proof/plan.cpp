#include "engine/proof/plan.h"

#include <algorithm>
#include <map>
#include <set>

namespace palpera::proof {
namespace {

using pathway::Statement;

constexpr const char* differential_node = "differential";
constexpr const char* diagnose_node = "diagnose";

std::string node_of(const library::ActPattern& pattern) {
    if (pattern.verb == Verb::differential) return differential_node;
    if (pattern.verb == Verb::diagnose) return diagnose_node;
    return pattern.act();
}

// History and examination, orders, diagnosis, plan.
int stretch(Verb verb) {
    if (library::is_question(verb)) return 0;
    if (library::is_examination(verb)) return 1;
    if (verb == Verb::order) return 2;
    return verb == Verb::differential ? 3 : verb == Verb::diagnose ? 4 : 5;
}

// What the case has, each condition with an equal part of the whole percents.
Action truth(const Stage& stage, Verb verb) {
    Action action;
    action.verb = verb;
    const auto conditions = stage.file().to_diagnose();
    const int count = static_cast<int>(conditions.size());
    for (int i = 0; i < count; ++i)
        action.probabilities.emplace_back(conditions[static_cast<std::size_t>(i)].condition,
                                          100 / count + (i < 100 % count ? 1 : 0));
    return action;
}

// Which act is done for which step, and what follows from it: a list of acts in a right order.
class Planner {
public:
    explicit Planner(Stage& stage) : stage_(stage), rubric_(stage.rubric()) {}

    Plan plan() {
        constexpr int most_rounds = 8;
        Plan best;
        best.played.millipoints = -1;
        for (int round = 0; round < most_rounds; ++round) {
            const Actions actions = in_order();
            const Played played = stage_.play(actions);
            if (played.millipoints > best.played.millipoints) best = {actions, played, 0, {}};
            if (!take_up_what_is_missing()) break;
        }
        best.played = stage_.play(best.actions);
        best.fitness = stage_.sheet().process_fitness;
        best.left_undone = {unserved_.begin(), unserved_.end()};
        return best;
    }

private:
    // What the last course was asked for and has not done gets an act; what harmed is not done again.
    bool take_up_what_is_missing() {
        bool any = false;
        const pathway::Ledger& ledger = stage_.score().ledger;
        for (const pathway::Entry& entry : ledger.entries) {
            if (pathway::mark_of(entry.reason) != pathway::Mark::harmful) continue;
            for (const std::uint32_t act : ledger.acts_of(entry)) any = forbid(stage_.course().acts[act]) || any;
        }
        std::vector<std::pair<std::size_t, std::uint32_t>> lacking;
        for (const pathway::Entry& entry : ledger.entries) {
            if (entry.kind != pathway::Entry::Kind::step || entry.points == entry.of || entry.of == 0) continue;
            lacking.emplace_back(choices(entry.about), entry.about);
        }
        // What has the least choice chooses first, so that an act that must be done anyway serves others, too.
        std::sort(lacking.begin(), lacking.end());
        for (const auto& one : lacking) any = serve(one.second) || any;
        return any;
    }

    // How many acts would earn the step's most.
    std::size_t choices(std::uint32_t statement) const {
        const auto& acts = rubric_.statements()[statement].step->acts;
        int most = 0;
        for (const library::StepAct& one : acts) most = std::max(most, one.credit);
        return static_cast<std::size_t>(
            std::count_if(acts.begin(), acts.end(), [&](const auto& one) { return one.credit == most; }));
    }

    bool forbid(const pathway::Act& act) {
        const auto& names = rubric_.numbering().acts();
        if (act.number >= names.size() || !forbidden_.insert(names[act.number]).second) return false;
        nodes_.erase(names[act.number]);
        for (auto& entry : serving_) std::erase(entry.second, names[act.number]);
        return true;
    }

    bool is_taken(const std::string& node, std::uint32_t statement) const {
        return std::any_of(serving_.begin(), serving_.end(), [&](const auto& entry) {
            return rubric_.terms(entry.first).guideline == rubric_.terms(statement).guideline &&
                   std::find(entry.second.begin(), entry.second.end(), node) != entry.second.end();
        });
    }

    // One more act for the step: of those that earn most one that is done anyway, else the lightest.
    bool serve(std::uint32_t statement) {
        const library::Step& step = *rubric_.statements()[statement].step;
        std::vector<std::string>& serving = serving_[statement];
        if (static_cast<int>(serving.size()) >= step.at_least) return false;
        const library::StepAct* best = nullptr;
        for (const library::StepAct& one : step.acts) {
            const std::string node = node_of(one.act);
            const bool weighs = node == differential_node || node == diagnose_node;
            if (forbidden_.contains(node) || (!weighs && is_taken(node, statement))) continue;
            if (!weighs && !action_for(stage_, one.act)) continue;
            if (!best || rank(one) < rank(*best)) best = &one;
        }
        if (!best) {
            unserved_.insert(rubric_.statements()[statement].id);
            return false;
        }
        serving.push_back(node_of(best->act));
        add_node(best->act);
        return true;
    }

    std::tuple<int, int, std::int64_t> rank(const library::StepAct& one) const {
        pathway::Act act;
        act.number = rubric_.numbering().act(one.act.act());
        act.verb = one.act.verb;
        const bool is_there = nodes_.contains(node_of(one.act));
        return {-one.credit, is_there ? 0 : 1, rubric_.burden(act)};
    }

    void add_node(const library::ActPattern& pattern) {
        const std::string node = node_of(pattern);
        if (pattern.verb == Verb::differential) {
            if (pattern.subject != "any") weighed_.insert(pattern.subject);
            nodes_.emplace(node, truth(stage_, Verb::differential));
        } else if (pattern.verb == Verb::diagnose) {
            nodes_.emplace(node, truth(stage_, Verb::diagnose));
        } else {
            const Action action = *action_for(stage_, pattern);
            const auto [known, is_new] = nodes_.emplace(node, action);
            if (!is_new && known->second.side != action.side) known->second.side = library::Side::both;
        }
    }

    Action finished(const std::string& node) const {
        Action action = nodes_.at(node);
        if (node != differential_node) return action;
        for (const std::string& other : weighed_) {
            const bool there = std::any_of(action.probabilities.begin(), action.probabilities.end(),
                                           [&](const auto& one) { return one.first == other; });
            if (there) continue;
            --action.probabilities.front().second;
            action.probabilities.emplace_back(other, 1);
        }
        return action;
    }

    // When an act is due, at the earliest of its steps.
    std::map<std::string, std::int64_t> dues() const {
        std::map<std::string, std::int64_t> due;
        for (const auto& [statement, nodes] : serving_) {
            const std::int64_t until = rubric_.terms(statement).until;
            for (const std::string& node : nodes) {
                const std::int64_t own = until >= 0 ? until : pathway::Resolved::no_bound;
                const auto [known, is_new] = due.emplace(node, own);
                if (!is_new) known->second = std::min(known->second, own);
            }
        }
        return due;
    }

    std::set<std::pair<std::string, std::string>> edges() const {
        std::set<std::pair<std::string, std::string>> edges;
        for (const pathway::PrecedenceRule& rule : rubric_.precedences()) {
            const auto first = serving_.find(rule.first), then = serving_.find(rule.then);
            if (first == serving_.end() || then == serving_.end()) continue;
            for (const std::string& a : first->second)
                for (const std::string& b : then->second)
                    if (a != b) edges.emplace(a, b);
        }
        return edges;
    }

    // What has nothing before it that is still to be done: of those what is due soon, then as a visit goes.
    Actions in_order() {
        nodes_.try_emplace(diagnose_node, truth(stage_, Verb::diagnose));
        const auto due = dues();
        const auto before = edges();
        constexpr std::int64_t soon = 24 * 60;
        const auto key = [&](const std::string& node) {
            const auto own = due.find(node);
            const std::int64_t until = own == due.end() ? pathway::Resolved::no_bound : own->second;
            return std::tuple(until < soon ? until : soon, stretch(nodes_.at(node).verb), node);
        };
        std::set<std::string> left;
        for (const auto& entry : nodes_) left.insert(entry.first);
        Actions actions;
        while (!left.empty()) {
            const std::string* next = nullptr;
            for (const bool heed : {true, false}) {
                for (const std::string& node : left) {
                    const bool waits = heed && std::any_of(before.begin(), before.end(), [&](const auto& edge) {
                                           return edge.second == node && left.contains(edge.first);
                                       });
                    if (!waits && (!next || key(node) < key(*next))) next = &node;
                }
                if (next) break;
            }
            actions.push_back(finished(*next));
            left.erase(std::string(*next));
        }
        return actions;
    }

    Stage& stage_;
    const pathway::Rubric& rubric_;
    std::map<std::string, Action> nodes_;
    std::map<std::uint32_t, std::vector<std::string>> serving_;  // by statement: nodes
    std::set<std::string> forbidden_, weighed_, unserved_;
};

// Puts in, leaves out, exchanges and moves single acts for as long as it pays.
class Climber {
public:
    Climber(Stage& stage, Played from) : stage_(stage), best_(std::move(from)) {
        if (!best_.actions.empty() && best_.actions.back().verb == Verb::finish) best_.actions.pop_back();
    }

    Played climb() {
        constexpr std::int64_t all = 100'000;
        constexpr int most_rounds = 12;
        for (int round = 0; round < most_rounds && best_.millipoints < all; ++round)
            if (!leave_out() && !put_in() && !move()) break;
        return stage_.play(best_.actions);
    }

private:
    bool try_out(const Actions& actions) {
        Played played = stage_.play(actions);
        if (played.millipoints <= best_.millipoints) return false;
        best_ = std::move(played);
        best_.actions.pop_back();
        return true;
    }

    bool leave_out() {
        bool any = false;
        for (std::size_t i = 0; i < best_.actions.size(); ++i) {
            Actions without = best_.actions;
            without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
            any = try_out(without) || any;
        }
        return any;
    }

    bool put_in() {
        stage_.play(best_.actions);
        std::vector<std::uint32_t> lacking;
        for (const pathway::Entry& entry : stage_.score().ledger.entries)
            if (entry.kind == pathway::Entry::Kind::step && entry.points < entry.of) lacking.push_back(entry.about);
        bool any = false;
        for (const std::uint32_t statement : lacking) {
            for (const library::StepAct& one : stage_.rubric().statements()[statement].step->acts) {
                const auto action = action_for(stage_, one.act);
                if (!action || stretch(action->verb) == 3 || stretch(action->verb) == 4) continue;
                any = put_in_somewhere(*action) || any;
            }
        }
        return any;
    }

    bool put_in_somewhere(const Action& action) {
        const std::size_t count = best_.actions.size();
        for (std::size_t at = 0; at <= count; at += std::max<std::size_t>(1, count / 6)) {
            Actions with = best_.actions;
            with.insert(with.begin() + static_cast<std::ptrdiff_t>(at), action);
            if (try_out(with)) return true;
        }
        return false;
    }

    bool move() {
        for (std::size_t from = 0; from < best_.actions.size(); ++from) {
            for (const std::size_t to : {std::size_t{0}, best_.actions.size() - 1}) {
                Actions moved = best_.actions;
                const Action action = moved[from];
                moved.erase(moved.begin() + static_cast<std::ptrdiff_t>(from));
                moved.insert(moved.begin() + static_cast<std::ptrdiff_t>(to), action);
                if (try_out(moved)) return true;
            }
        }
        return false;
    }

    Stage& stage_;
    Played best_;
};

}  // namespace

Plan conforming_course(Stage& stage) { return Planner(stage).plan(); }

Played best_course(Stage& stage) { return Climber(stage, conforming_course(stage).played).climb(); }

}  // namespace palpera::proof
