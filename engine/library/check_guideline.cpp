#include "engine/library/check_guideline.h"

#include <algorithm>

#include "engine/base/text.h"

namespace palpera::library {
namespace {

using document::View;

void check_size(const View& view, std::size_t count, std::size_t most, const char* rule, const char* what) {
    if (count <= most) return;
    view.complain(rule, std::string("a guideline has at most ") + std::to_string(most) + " " + what + ", found " +
                            std::to_string(count));
}

// The relations of order as a graph: from each step to those that come after it, and by which relation.
class Order {
public:
    explicit Order(const Guideline& guideline) : guideline_(guideline) {
        for (std::size_t i = 0; i < guideline.order.size(); ++i) {
            from_[guideline.order[i].first].push_back(i);
        }
    }

    // One circle for each relation that closes one, as the relations in their order. Iterative: a hostile chain of
    // thousands of steps must not exhaust the stack.
    std::vector<std::vector<std::size_t>> circles() {
        std::vector<std::vector<std::size_t>> found;
        for (const Precedence& relation : guideline_.order) {
            if (state_[relation.first] == State::unseen) walk(relation.first, found);
        }
        return found;
    }

private:
    enum class State { unseen, on_the_way, done };
    struct Stop {
        const std::string* step;
        std::size_t next = 0;  // which of its relations is taken next
    };

    void walk(const std::string& start, std::vector<std::vector<std::size_t>>& found) {
        std::vector<Stop> way{{&start}};
        std::vector<std::size_t> relations;  // that led along the way
        state_[start] = State::on_the_way;
        while (!way.empty()) {
            Stop& here = way.back();
            const std::vector<std::size_t>& out = from_[*here.step];
            if (here.next == out.size()) {
                state_[*here.step] = State::done;
                way.pop_back();
                if (!relations.empty()) relations.pop_back();
                continue;
            }
            const std::size_t relation = out[here.next++];
            const std::string& then = guideline_.order[relation].then;
            State& state = state_[then];
            if (state == State::on_the_way) {
                const auto begin =
                    std::find_if(way.begin(), way.end(), [&](const Stop& stop) { return *stop.step == then; });
                std::vector<std::size_t> circle(relations.begin() + (begin - way.begin()), relations.end());
                circle.push_back(relation);
                found.push_back(std::move(circle));
            } else if (state == State::unseen) {
                state = State::on_the_way;
                relations.push_back(relation);
                way.push_back({&then});
            }
        }
    }

    const Guideline& guideline_;
    std::map<std::string, std::vector<std::size_t>> from_;
    std::map<std::string, State> state_;
};

void check_circles(const View& view, const Guideline& guideline) {
    constexpr std::size_t most_told = 10;
    const auto entries = view.entries();
    for (const std::vector<std::size_t>& circle : Order(guideline).circles()) {
        std::string told;
        for (std::size_t i = 0; i < std::min(circle.size(), most_told); ++i) {
            told += guideline.order[circle[i]].first + " -> ";
        }
        told += circle.size() > most_told ? "... (" + std::to_string(circle.size()) + " steps)"
                                          : guideline.order[circle.front()].first;
        const std::string& closing = guideline.order[circle.back()].id;
        for (const auto& [id, relation] : entries) {
            if (id == closing) relation.complain("circle", "circle: " + told, "leave one of these orders out");
        }
    }
}

bool same_guard(const script::Condition& one, const script::Condition& other) {
    const auto same = [](const script::Condition::Node& a, const script::Condition::Node& b) {
        return a.operation == b.operation && a.name == b.name && a.constant == b.constant && a.left == b.left &&
               a.right == b.right;
    };
    return std::equal(one.nodes.begin(), one.nodes.end(), other.nodes.begin(), other.nodes.end(), same);
}

// The acts of `must` that `never` forbids of every patient of whom it asks them; nothing where enough others are left.
std::vector<std::string> contradicted(const Step& must, const Step& never) {
    if (!never.when.always() && !same_guard(must.when, never.when)) return {};
    std::vector<std::string> forbidden;
    for (const StepAct& wanted : must.acts) {
        const auto same = [&](const StepAct& act) { return act.act == wanted.act; };
        if (std::any_of(never.acts.begin(), never.acts.end(), same)) forbidden.push_back(wanted.act.act());
    }
    const std::size_t left = must.acts.size() - forbidden.size();
    return left < static_cast<std::size_t>(must.at_least) ? forbidden : std::vector<std::string>{};
}

void check_contradictions(const View& view, const Guideline& guideline) {
    const auto entries = view.entries();
    const auto view_of = [&](const Step& step) {
        return std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.first == step.id; });
    };
    for (const Step& never : guideline.steps) {
        if (never.strength != Strength::never) continue;
        for (const Step& must : guideline.steps) {
            if (must.strength != Strength::must) continue;
            const std::vector<std::string> acts = contradicted(must, never);
            if (acts.empty()) continue;
            const View& one = view_of(must)->second;
            const View& other = view_of(never)->second;
            const bool first = one.place().line <= other.place().line;
            (first ? other : one)
                .complain("contradiction",
                          "`must` and `never` on one act: " + base::joined(acts, ", ") + "; " + must.id + " at line " +
                              std::to_string(one.place().line) + ", " + never.id + " at line " +
                              std::to_string(other.place().line),
                          "give one of them a `when` that keeps them apart");
        }
    }
}

}  // namespace

void check_guideline(const View& root, const Guideline& guideline) {
    check_size(root["steps"], guideline.steps.size(), most_steps, "too-many-steps", "steps");
    check_size(root["order"], guideline.order.size(), most_relations, "too-many-relations", "relations of order");
    if (guideline.order.size() <= most_relations) check_circles(root["order"], guideline);
    if (guideline.steps.size() <= most_steps) check_contradictions(root["steps"], guideline);
}

}  // namespace palpera::library
