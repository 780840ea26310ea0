#include "engine/proof/examination.h"

#include <algorithm>

namespace palpera::proof {
namespace {

constexpr std::int64_t excellent = 95'000, all_points = 100'000;
constexpr auto care = static_cast<std::size_t>(pathway::Component::necessary_care);
constexpr auto order = static_cast<std::size_t>(pathway::Component::order);
constexpr auto diagnosis = static_cast<std::size_t>(pathway::Component::diagnosis);

bool is_full(const pathway::Share& share) { return share.points == share.of; }

Actions without_finish(Actions actions) {
    if (!actions.empty() && actions.back().verb == Verb::finish) actions.pop_back();
    return actions;
}

void append(Actions& to, const Actions& from) { to.insert(to.end(), from.begin(), from.end()); }

// Facts of which a question or an examination tells at arrival, or a test whose result is there by then.
class InTime : public script::Facts {
public:
    InTime(const Stage& stage, std::int64_t due) : patient_(stage.patient()), arrival_(patient_) {
        const patient::Moment moment(patient_, arrival_);
        for (const auto& [name, act] : patient_.acts) {
            if (act.minutes + act.delay.value > due) continue;
            for (const patient::Responses* responses : {&act.whole, &act.right, &act.left}) {
                const auto* response = patient::chosen(*responses, moment);
                if (response) known_.insert(response->reveals.begin(), response->reveals.end());
            }
        }
    }

    std::optional<script::Value> value(std::string_view fact) const override {
        const std::string name(fact);
        if (patient_.facts.contains(name) && !known_.contains(name)) return std::nullopt;
        return patient::Moment(patient_, arrival_).value(fact);
    }
    bool shown(std::string_view fact) const override { return known_.contains(std::string(fact)); }
    std::optional<base::Minutes> since(std::string_view) const override { return std::nullopt; }

private:
    const patient::Patient& patient_;
    patient::Progress arrival_;
    std::set<std::string> known_;
};

}  // namespace

Examination::Examination(Stage& stage, const Actions& elsewhere, const ProofRequest& request)
    : stage_(stage), elsewhere_(elsewhere), request_(request) {}

std::optional<Proof> Examination::run(const Progress& progress) {
    const auto goes_on = [&](double share) { return !progress || progress(share); };
    Calendar calendar(stage_.patient());
    calendar.explore(request_.most_states, progress);
    proof_.states = calendar.states();
    proof_.bytes_per_state = calendar.bytes_per_state();
    if (!goes_on(0.1)) return std::nullopt;
    prove_courses();
    bound();
    prove_bots();
    if (!goes_on(0.7)) return std::nullopt;
    prove_harm();
    prove_no_dead_end();
    prove_red_flags();
    prove_features();
    return std::move(proof_);
}

Property Examination::property(std::string_view id) const {
    Property made;
    made.id = std::string(id);
    return made;
}

Property Examination::found(std::string_view id, bool holds, const Actions& course) const {
    Property made = property(id);
    made.holds = holds ? Holds::yes : Holds::unknown;
    made.witness = journal_of(stage_, course);
    return made;
}

// That a course was not found is no proof that there is none, but for the bound.
void Examination::prove_courses() {
    plan_ = conforming_course(stage_);
    best_ = best_course(stage_);
    Property solvable = found("solvable", best_.millipoints >= excellent, best_.actions);
    proof_.properties.push_back(std::move(solvable));
    const auto conforms = [](const Played& played, std::int64_t fitness) {
        return fitness == 1000 && is_full(played.components[care]) && is_full(played.components[order]);
    };
    stage_.play(without_finish(best_.actions));
    const bool by_best = conforms(best_, stage_.sheet().process_fitness);
    const bool by_plan = conforms(plan_.played, plan_.fitness);
    Property conforming =
        found("conforming_course", by_plan || by_best, by_plan ? plan_.played.actions : best_.actions);
    if (!by_plan && !by_best) conforming.about = plan_.left_undone;
    proof_.properties.push_back(std::move(conforming));
}

// No component exceeds what it is out of, and the diagnosis not what the truth earns, said in whole percents: the
// quadratic score is strictly proper. Harm and caps only lower.
void Examination::bound() {
    ScoreBounds& bounds = proof_.bounds;
    const Played nothing = stage_.play({});
    for (std::size_t i = 0; i < pathway::component_count; ++i) {
        bounds.most[i] = best_.components[i].of;
        bounds.reached[i] = best_.components[i].points;
    }
    bounds.most[diagnosis] = std::max(best_.components[diagnosis].points, plan_.played.components[diagnosis].points);
    bounds.low = 0;
    bounds.high = all_points - best_.components[diagnosis].of + bounds.most[diagnosis];
    bounds.exact = nothing.millipoints == 0 && best_.millipoints == bounds.high;
    bounds.lowest = journal_of(stage_, nothing.actions);
    bounds.highest = journal_of(stage_, best_.actions);
    if (bounds.high < excellent) proof_.properties.front().holds = Holds::no;
}

Property Examination::bots(std::string_view id, const std::vector<std::string_view>& policies, std::int64_t least) {
    Property made = property(id);
    made.holds = Holds::yes;
    constexpr std::uint64_t handfuls = 5;
    for (const std::string_view policy : policies) {
        const bool draws = policy.starts_with("random_");
        for (std::uint64_t drawn = 0; drawn < (draws ? handfuls : 1); ++drawn) {
            const Played played = stage_.play(bot(stage_, policy, elsewhere_, Random(20, policy, drawn)).actions);
            if (played.millipoints < least) continue;
            made.holds = Holds::no;
            made.about.emplace_back(policy);
            made.witness = journal_of(stage_, played.actions);
        }
    }
    return made;
}

// Five points and a quarter of a standard deviation below the mean of the novices (SCORING.md 4.4).
void Examination::prove_bots() {
    const SimulatedCohort novices = simulate(stage_, "novice", request_.novices);
    const double margin = std::max(5.0, novices.sd() / 4);
    const auto least = static_cast<std::int64_t>(1000 * (novices.mean() - margin));
    const auto add = [&](std::string_view id, const std::vector<std::string_view>& policies) {
        proof_.properties.push_back(bots(id, policies, least));
    };
    add("nothing", {"nothing"});
    add("everything", {"all", "all_ordered", "random_10", "random_30", "random_60"});
    add("everything_harmless", {"all_safe", "all_safe_ordered"});
    add("tests_then_treats", {"test_all_then_treat", "test_nothing_treat_all"});
    add("hedging", {"hedge"});
    add("repeating", {"repeat_spam"});
    add("cancelling", {"cancel_spam"});
    add("waiting", {"clock_wait"});
    add("memorised", {"memorised"});
}

// What tells of the facts that the condition asks about.
Actions Examination::revealing(const script::Condition& condition) const {
    Actions actions;
    for (const std::string& fact : script::facts_of(condition)) {
        const std::vector<std::string>& ways = stage_.ways_to(fact);
        if (ways.empty()) continue;
        const auto action = action_for(stage_, ways.front());
        if (action && action->verb != Verb::order) actions.push_back(*action);
    }
    return actions;
}

// An act that harms has a line of its own with words in every language, and where it could be known the score falls.
bool Examination::harm_shows(const Actions& before, const Action& act) {
    Actions course = before;
    course.push_back(act);
    const Played with = stage_.play(course);
    bool harmful = false, known = false, has_words = true;
    for (const pathway::LedgerLine& line : stage_.sheet().ledger) {
        if (pathway::mark_of(line.reason) != pathway::Mark::harmful || line.actions.empty()) continue;
        if (!(with.actions[static_cast<std::size_t>(line.actions.front() - 1)] == act)) continue;
        harmful = true;
        known = known || line.reason == pathway::Reason::harmful;
        for (const base::Language language : base::every_language)
            has_words = has_words && !line.text.in(language).empty() && !line.why.in(language).empty();
    }
    if (!harmful) return true;
    return has_words && (!known || with.millipoints < stage_.play(before).millipoints);
}

void Examination::prove_harm() {
    Property made = property("harm_is_shown");
    made.holds = Holds::yes;
    const Actions base = without_finish(plan_.actions);
    const pathway::Rubric& rubric = stage_.rubric();
    for (const Action& act : stage_.everything()) {
        const pathway::Number number = rubric.numbering().act(act.act());
        Actions before = base;
        bool may_harm = false;
        for (const auto& fit : rubric.fits(number, pathway::Act::both_sides)) {
            if (!rubric.terms(fit.statement).warns) continue;
            may_harm = true;
            append(before, revealing(rubric.statements()[fit.statement].step->when));
        }
        for (const pathway::Against& against : rubric.against(number)) {
            may_harm = true;
            append(before, revealing(against.what->when));
        }
        if (!may_harm || harm_shows(before, act)) continue;
        made.holds = Holds::no;
        made.about.push_back(act.act());
        before.push_back(act);
        made.witness = journal_of(stage_, before);
    }
    proof_.properties.push_back(std::move(made));
}

// `finish` is refused nowhere (encounter/refusal.cpp); what is left is that what was ordered at arrival can be read.
void Examination::prove_no_dead_end() {
    Property made = property("no_dead_end");
    made.holds = Holds::yes;
    for (const Action& order_act : stage_.everything()) {
        if (order_act.verb != Verb::order) continue;
        const std::int64_t delay = stage_.patient().acts.at(order_act.act()).delay.value;
        const std::int64_t days = (delay + base::days(1).value - 1) / base::days(1).value;
        stage_.act(order_act);
        const Action wait = action_of("wait " + std::to_string(std::max<std::int64_t>(1, days)) + " days");
        const Action read = action_of("read " + order_act.subject);
        const bool waited = delay == 0 || stage_.act(wait), was_read = waited && stage_.act(read);
        const bool finished = stage_.act(Action{});
        const Played played = stage_.finish();
        if (waited && was_read && finished) continue;
        made.holds = Holds::no;
        made.about.push_back(order_act.act());
        made.witness = journal_of(stage_, played.actions);
    }
    proof_.properties.push_back(std::move(made));
}

void Examination::prove_red_flags() {
    Property made = property("red_flags_in_time");
    made.holds = Holds::yes;
    const pathway::Rubric& rubric = stage_.rubric();
    const Played nothing = stage_.play({});
    for (std::uint32_t s = 0; s < rubric.statements().size(); ++s) {
        if (!rubric.terms(s).vital || !stage_.scorer().resolved().holds_at_arrival(s)) continue;
        const std::int64_t until = rubric.terms(s).until;
        // What is due at the end of the visit must be found within it: a visit is held to last an hour at the most.
        const InTime in_time(stage_, until >= 0 ? until : 60);
        if (script::evaluate(rubric.statements()[s].step->when, in_time) == script::Truth::yes) continue;
        made.holds = Holds::no;
        made.about.push_back(rubric.statements()[s].id);
        made.witness = journal_of(stage_, nothing.actions);
    }
    proof_.properties.push_back(std::move(made));
}

std::set<std::string> Examination::ways_now(const std::string& fact) const {
    std::set<std::string> ways;
    const patient::Moment moment(stage_.patient(), stage_.encounter().progress);
    for (const std::string& act : stage_.ways_to(fact)) {
        const patient::PatientAct& known = stage_.patient().acts.at(act);
        for (const patient::Responses* responses : {&known.whole, &known.right, &known.left}) {
            const auto* response = patient::chosen(*responses, moment);
            if (response && std::count(response->reveals.begin(), response->reveals.end(), fact) > 0) ways.insert(act);
        }
    }
    return ways;
}

// At arrival, or where the conforming course has led six weeks later.
void Examination::prove_features() {
    std::map<std::string, std::set<std::string>> ways;
    const auto look = [&] {
        for (const library::Feature& feature : stage_.file().features)
            for (const std::string& fact : feature.shows) ways[fact].merge(ways_now(fact));
    };
    look();
    for (const Action& action : without_finish(plan_.actions)) stage_.act(action);
    stage_.act(action_of("wait 6 weeks"));
    stage_.act(action_of("ask presenting_complaint"));
    look();
    const Played played = stage_.finish();
    Property made = property("features_discoverable");
    made.holds = Holds::yes;
    for (const library::Feature& feature : stage_.file().features) {
        for (const std::string& fact : feature.shows) {
            if (ways[fact].size() >= (feature.two_ways ? 2u : 1u)) continue;
            made.holds = Holds::no;
            made.about.push_back(feature.id + ": " + fact);
            made.witness = journal_of(stage_, played.actions);
        }
    }
    proof_.properties.push_back(std::move(made));
}

}  // namespace palpera::proof
