// What the findings supported beside what the student thought, and what each act told.
#include "engine/present/debrief_reasoning.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/base/text.h"
#include "engine/present/debrief_axis.h"
#include "engine/present/debrief_parts.h"
#include "engine/reasoning/trace.h"

namespace palpera::present {
namespace {

using base::Minutes;
using library::Verb;
using reasoning::TraceStep;

constexpr std::size_t most_named = 4;  // hypotheses beside something else: more lines cannot be told apart
constexpr int worth_showing = 100;     // thousandths that the findings or the student gave it at some time
constexpr int nothing_told = 10;       // millibits below which an act moved nothing

// An act that gave probabilities, each diagnosis counted as the condition that it stands for.
struct Statement {
    int action = 0;
    Minutes at;
    std::map<std::string, int> thousandths;  // by condition; something else is what is missing to 1000
};

// The condition that a diagnosis of the student counts as; something else where it is none of those.
std::string condition_of(const DebriefInput& input, const std::string& diagnosis) {
    const auto& conditions = input.context.library.likelihoods.conditions;
    if (library::find(conditions, diagnosis)) return diagnosis;
    for (const std::string& id : input.file.guidelines) {
        const library::Guideline* guideline = library::find(input.context.library.guidelines, id);
        if (!guideline) continue;
        for (const auto& [condition, accepted] : guideline->accept) {
            if (std::ranges::find(accepted, diagnosis) != accepted.end() && library::find(conditions, condition))
                return condition;
        }
    }
    return reasoning::something_else;
}

std::vector<Statement> statements_of(const DebriefInput& input) {
    std::vector<Statement> statements;
    for (const encounter::Event& event : input.encounter.events) {
        if (event.action.verb != Verb::differential && event.action.verb != Verb::diagnose) continue;
        Statement statement{event.n, event.at, {}};
        int rest = 1000;
        for (const auto& [diagnosis, percent] : event.action.probabilities) {
            const std::string condition = condition_of(input, diagnosis);
            if (condition == reasoning::something_else) continue;
            rest -= percent * 10;
            statement.thousandths[condition] += percent * 10;
        }
        statement.thousandths[reasoning::something_else] = std::max(0, rest);
        statements.push_back(std::move(statement));
    }
    return statements;
}

class Reasoning {
public:
    explicit Reasoning(const DebriefInput& input)
        : input_(input),
          axis_(input.encounter),
          statements_(statements_of(input)),
          before_(reasoning::posterior(input.context.library, input.encounter, 0)),
          steps_(reasoning::trace(input.context.library, input.encounter)) {}

    DebriefReasoning told() {
        DebriefReasoning result;
        result.asked_student = !statements_.empty();
        for (const std::string& condition : chosen()) result.hypotheses.push_back(hypothesis(condition));
        result.choice = choice(result.hypotheses.size() - 1);
        result.moments = moments(result.hypotheses);
        result.told = acts();
        result.turn = turn();
        result.summary = summary(result.told);
        return result;
    }

private:
    const Context& context() const { return input_.context; }
    std::string bits_text(int millibits) const { return number(millibits / 1000.0, 2, context().language); }
    std::string share_text(int thousandths) const { return percent((thousandths + 5) / 10, context().language); }

    const encounter::Event& event(const TraceStep& step) const { return *event_of(input_.encounter, step.action); }

    bool is_right(const std::string& condition) const {
        const auto conditions = input_.file.to_diagnose();
        return std::ranges::any_of(conditions, [&](const auto& one) { return one.condition == condition; });
    }

    // What the patient had, then what weighed most at some time with either of the two; something else last.
    std::vector<std::string> chosen() const {
        std::map<std::string, int> most;
        const auto weigh = [&](const std::string& condition, int thousandths) {
            most[condition] = std::max(most[condition], thousandths);
        };
        const auto weigh_all = [&](const reasoning::Differential& differential) {
            const std::vector<int> parts = differential.thousandths();
            for (std::size_t i = 0; i < parts.size(); ++i) weigh(differential.conditions[i], parts[i]);
        };
        // How common conditions are says nothing of this patient: the first finding does.
        for (const TraceStep& step : steps_)
            if (step.after.probability != before_.probability) weigh_all(step.after);
        for (const Statement& statement : statements_)
            for (const auto& [condition, thousandths] : statement.thousandths) weigh(condition, thousandths);
        std::vector<std::string> named;
        for (const std::string& condition : before_.conditions)
            if (condition != reasoning::something_else && (is_right(condition) || most[condition] >= worth_showing))
                named.push_back(condition);
        std::ranges::stable_sort(named, [&](const std::string& a, const std::string& b) {
            return is_right(a) != is_right(b) ? is_right(a) : most[a] > most[b];
        });
        named.resize(std::min(named.size(), most_named));
        named.emplace_back(reasoning::something_else);
        return named;
    }

    DebriefHypothesis hypothesis(const std::string& condition) const {
        DebriefHypothesis made;
        made.condition = condition;
        made.right = is_right(condition);
        made.name = condition == reasoning::something_else ? context()("debrief/something_else")
                                                           : diagnosis_name(condition, context());
        const auto add = [](std::vector<DebriefBelief>& line, Minutes at, int thousandths) {
            if (!line.empty() && line.back().at == at) line.pop_back();
            line.push_back({at, thousandths});
        };
        add(made.supported, {0}, before_.thousandths(condition));
        for (const TraceStep& step : steps_) {
            const int now = step.after.thousandths(condition);
            if (now != made.supported.back().thousandths) add(made.supported, axis_.place(step.until), now);
        }
        for (const Statement& statement : statements_) {
            const auto given = statement.thousandths.find(condition);
            add(made.student, axis_.place(statement.at), given == statement.thousandths.end() ? 0 : given->second);
        }
        return made;
    }

    std::string choice(std::size_t shown) const {
        const std::size_t all = context().library.likelihoods.conditions.size();
        return context().fill("debrief/hypotheses_shown",
                              {{"shown", std::to_string(shown)}, {"all", std::to_string(all)}});
    }

    std::string what_of(int action, Minutes moment_of) const {
        const encounter::Event* done = event_of(input_.encounter, action);
        return moment(moment_of, context()) + " · " + (done ? act_text(done->action, context()) : "");
    }

    // One a minute of the axis: of several acts in it the last speaks.
    std::vector<DebriefMoment> moments(const std::vector<DebriefHypothesis>& hypotheses) const {
        std::map<Minutes, DebriefMoment> all;
        all[{0}] = {{0}, 0, clock({0}) + " · " + context()("debrief/on_arrival"), ""};
        for (const TraceStep& step : steps_) {
            const bool said =
                event(step).action.verb == Verb::differential || event(step).action.verb == Verb::diagnose;
            if (step.millibits < nothing_told && !said) continue;
            const Minutes at = axis_.place(said ? step.from : step.until);
            all[at] = {at, step.action, what_of(step.action, said ? step.from : step.until), ""};
        }
        std::vector<DebriefMoment> made;
        for (auto& [at, one] : all) {
            one.readout = one.what;
            for (const DebriefHypothesis& hypothesis : hypotheses) one.readout += "\n" + readout(hypothesis, at);
            made.push_back(std::move(one));
        }
        return made;
    }

    static const DebriefBelief* held(const std::vector<DebriefBelief>& line, Minutes at) {
        const DebriefBelief* last = nullptr;
        for (const DebriefBelief& belief : line)
            if (belief.at <= at) last = &belief;
        return last;
    }

    std::string readout(const DebriefHypothesis& hypothesis, Minutes at) const {
        const DebriefBelief *supported = held(hypothesis.supported, at), *student = held(hypothesis.student, at);
        const std::string findings = share_text(supported ? supported->thousandths : 0);
        if (!student)
            return context().fill("debrief/readout_alone", {{"name", hypothesis.name}, {"findings", findings}});
        return context().fill(
            "debrief/readout",
            {{"name", hypothesis.name}, {"findings", findings}, {"student", share_text(student->thousandths)}});
    }

    // Which hypothesis moved most, in whole per cent.
    std::string change_of(std::size_t index) const {
        const reasoning::Differential& after = steps_[index].after;
        const std::vector<int> was = (index == 0 ? before_ : steps_[index - 1].after).thousandths(),
                               is = after.thousandths();
        std::size_t most = 0;
        for (std::size_t i = 0; i < is.size(); ++i)
            if (std::abs(is[i] - was[i]) > std::abs(is[most] - was[most])) most = i;
        if (is.empty() || (was[most] + 5) / 10 == (is[most] + 5) / 10) return {};
        const std::string& condition = after.conditions[most];
        const std::string name = condition == reasoning::something_else ? context()("debrief/something_else")
                                                                        : diagnosis_name(condition, context());
        return name + " " + share_text(was[most]) + " → " + share_text(is[most]);
    }

    std::string cost_text(Minutes minutes, int cost) const {
        std::string text = span(minutes, context());
        if (cost != 0) text += " · " + money(cost, context());
        return text;
    }

    bool is_unread(int action) const {
        return std::ranges::any_of(input_.encounter.orders, [&](const encounter::Order& order) {
            return order.action == action && order.read == 0 && !order.cancelled;
        });
    }

    // How often the special test is right, as published. In the decimals of the language.
    std::string published(const library::Action& action) const {
        const anatomy::SpecialTest* test =
            action.verb == Verb::test ? find(context().library.atlas.special_tests, action.subject) : nullptr;
        if (!test || test->statistics.empty()) return {};
        std::string figures = test->statistics;
        const bool comma = context().language != base::Language::en;
        for (std::size_t i = 0; comma && i + 2 < figures.size(); ++i)
            if (figures[i] == '0' && figures[i + 1] == '.') figures[i + 1] = ',';
        return context().fill("debrief/test_statistics", {{"figures", figures}});
    }

    std::vector<DebriefTold> acts() {
        std::vector<DebriefTold> rows;
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            const TraceStep& step = steps_[i];
            const Verb verb = event(step).action.verb;
            const bool reads = verb == Verb::read && step.ordered > 0;
            const bool unread = verb == Verb::order && is_unread(step.action);
            if (!library::is_question(verb) && !library::is_examination(verb) && !reads && !unread) continue;
            const int cost = reads ? steps_[static_cast<std::size_t>(step.ordered - 1)].cost : step.cost;
            DebriefTold row;
            row.action = step.action;
            row.at = axis_.place(step.until);
            row.time = moment(step.from, context());
            row.act = act_text(event(step).action, context());
            row.published = published(event(step).action);
            row.millibits = step.millibits;
            row.bits = bits_text(step.millibits);
            row.change = change_of(i);
            row.cost = cost_text(step.until - step.from, cost);
            row.never_read = unread;
            if (unread) row.change = context()("debrief/never_read");
            if (step.millibits < nothing_told) {
                ++idle_;
                idle_minutes_ += step.until - step.from;
                idle_cost_ += cost;
            }
            rows.push_back(std::move(row));
        }
        return rows;
    }

    std::optional<DebriefMoment> turn() const {
        const auto most = std::ranges::max_element(steps_, {}, &TraceStep::millibits);
        if (most == steps_.end() || most->millibits < nothing_told) return std::nullopt;
        return DebriefMoment{axis_.place(most->until), most->action, act_text(event(*most).action, context()), ""};
    }

    std::string summary(const std::vector<DebriefTold>& told) const {
        std::vector<std::string> sentences;
        const auto most = std::ranges::max_element(told, {}, &DebriefTold::millibits);
        if (most != told.end() && most->millibits >= nothing_told)
            sentences.push_back(context().fill(
                "debrief/told_most", {{"act", quotation(most->act, context().language)}, {"bits", most->bits}}));
        if (idle_ > 0)
            sentences.push_back(
                context().fill("debrief/told_nothing", {{"n", std::to_string(idle_)},
                                                        {"all", std::to_string(told.size())},
                                                        {"cost", cost_text(idle_minutes_, idle_cost_)}}));
        if (statements_.empty()) sentences.push_back(context()("debrief/no_probabilities"));
        return base::joined(sentences, " ");
    }

    const DebriefInput& input_;
    Axis axis_;
    std::vector<Statement> statements_;
    reasoning::Differential before_;
    std::vector<TraceStep> steps_;
    int idle_ = 0, idle_cost_ = 0;
    Minutes idle_minutes_;
};

// The conditions of the case that no probabilities are known of.
std::string uncovered(const DebriefInput& input) {
    std::vector<std::string> names;
    for (const library::CaseCondition& one : input.file.to_diagnose())
        if (!library::find(input.context.library.likelihoods.conditions, one.condition))
            names.push_back(diagnosis_name(one.condition, input.context));
    return base::joined(names, ", ");
}

}  // namespace

DebriefReasoning debrief_reasoning(const DebriefInput& input) {
    if (reasoning::covers(input.context.library, input.file)) return Reasoning(input).told();
    DebriefReasoning none;
    const std::string names = uncovered(input);
    none.why_not = names.empty() ? input.context("debrief/no_diagnosis_in_case")
                                 : input.context.fill("debrief/not_covered", {{"conditions", names}});
    return none;
}

}  // namespace palpera::present
