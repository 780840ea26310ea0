// The explained lines of a debrief: one a statement, small unneeded questions and examinations taken together.
#include <algorithm>
#include <map>

#include "engine/base/text.h"
#include "engine/present/debrief_parts.h"

namespace palpera::present {
namespace {

using library::Verb;
using pathway::Component;
using pathway::LedgerLine;
using pathway::Mark;
using pathway::Reason;

constexpr std::int64_t worth_a_second_look = 1000;  // thousandths: a whole point lost by an act that was right
constexpr std::size_t acts_named = 4;

// A line and what it is sorted by.
struct Row {
    DebriefLine line;
    std::int64_t lost = 0;
    std::int64_t tenths = 0;
    std::optional<base::Minutes> at;
    std::vector<std::size_t> entries;  // of the ledger
};

// The share of expected care that was done: what it lost is told by the steps that are missing.
bool is_coverage(const LedgerLine& line) { return line.statement == "stewardship/coverage"; }

// Why a line is to learn from: something was left out, came late, was not needed or could harm, and that it cost
// nothing has no good reason.
bool is_to_learn(const LedgerLine& line) {
    if (is_coverage(line)) return false;
    switch (line.reason) {
        case Reason::missing_justified: return false;
        case Reason::cancelled_in_time: return line.points < 0;
        case Reason::done_in_time: return lost(line) >= worth_a_second_look;
        case Reason::not_scorable: return line.component == Component::harm;
        default: return true;
    }
}

// The step that would have wanted the act, had its condition been met: why it was not needed here.
const library::Step* step_for(const DebriefInput& input, const LedgerLine& line) {
    const encounter::Event* event = line.actions.empty() ? nullptr : event_of(input.encounter, line.actions.front());
    if (!event || line.reason == Reason::duplicate || line.reason == Reason::cancelled_in_time) return nullptr;
    for (const auto& [id, version] : input.sheet.guidelines) {
        const library::Guideline* guideline = library::find(input.context.library.guidelines, id);
        if (!guideline) continue;
        for (const library::Step& step : guideline->steps) {
            const bool wants = step.strength == library::Strength::must || step.strength == library::Strength::should;
            const bool accepts = std::any_of(step.acts.begin(), step.acts.end(), [&](const library::StepAct& one) {
                return one.act.verb == event->action.verb && one.act.subject == event->action.subject;
            });
            if (wants && accepts) return &step;
        }
    }
    return nullptr;
}

// What a step wants done: of a medicine without a dose, of a diagnosis without a percentage.
std::string wanted_text(const library::ActPattern& act, const Context& context) {
    const library::Catalogue& catalogue = context.library.catalogue;
    const auto* drug = act.verb == Verb::prescribe ? library::find(catalogue.drugs, act.subject) : nullptr;
    if (drug) {
        const std::string text = context.fill("act/prescribe", {{"name", context.in(drug->name)}, {"dose", ""}});
        return std::string(base::trimmed(text));
    }
    const bool of_diagnosis = act.verb == Verb::differential || act.verb == Verb::diagnose;
    const auto* diagnosis = of_diagnosis ? library::find(catalogue.diagnoses, act.subject) : nullptr;
    if (diagnosis) {
        return context.fill("act/" + std::string(library::name(act.verb)),
                            {{"diagnoses", context.in(diagnosis->name)}});
    }
    library::Action action;
    action.verb = act.verb;
    action.subject = act.subject;
    return act_text(action, context);
}

// "Fråga om vikten, mät vikten", of a step.
std::string acts_of(const DebriefInput& input, const library::Step& step) {
    std::vector<std::string> names;
    for (const library::StepAct& accepted : step.acts) {
        if (accepted.act.subject == "any") return {};
        std::string name = wanted_text(accepted.act, input.context);
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
        if (names.size() == acts_named) break;
    }
    std::string joined = base::joined(names, " / ");
    if (step.acts.size() > acts_named) joined += " …";
    return joined;
}

std::string sentences(const std::vector<std::string>& parts) {
    std::string joined;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!joined.empty())
            joined += std::string_view(".?!…").find(joined.back()) != std::string_view::npos ? " " : ". ";
        joined += part;
    }
    return joined;
}

std::string why_of(const DebriefInput& input, const LedgerLine& line) {
    const Context& context = input.context;
    const library::Step* step = step_of(input, line.statement);
    const std::string& why = context.in(line.why);
    if (line.component == Component::harm && step) return sentences({context.in(step->text), why});
    if (line.reason == Reason::missing && step) return sentences({why, missing_text(input, *step)});
    if (is_coverage(line)) return context.in(line.text);
    if (line.component == Component::stewardship) {
        if (const library::Step* wanting = step_for(input, line)) return sentences({context.in(wanting->why), why});
        const bool told = line.reason == Reason::unneeded;
        return sentences({told ? "" : context("reason/" + std::string(pathway::name(line.reason))), why});
    }
    return why;
}

std::vector<DebriefLine::Source> sources_of(const DebriefInput& input, const LedgerLine& line) {
    const library::Step* wanting = line.component == Component::stewardship ? step_for(input, line) : nullptr;
    const std::string& beyond = wanting ? wanting->beyond : line.beyond;
    std::vector<DebriefLine::Source> sources;
    for (const std::string& claim : wanting ? wanting->claims : line.claims)
        sources.push_back(source_of(input.context, claim));
    if (!beyond.empty()) sources.push_back({"", beyond, ""});
    return sources;
}

// Out of how many; never less than what is shown as earned, which is rounded with its neighbours.
std::string of_text(const Context& context, std::int64_t of, std::int64_t tenths) {
    if (of == 0) return {};
    return context.fill("debrief/out_of", {{"of", tenths_text(std::max((of + 50) / 100, tenths), context.language)}});
}

Row row_of(const DebriefInput& input, std::size_t entry, std::int64_t tenths) {
    const Context& context = input.context;
    const LedgerLine& ledger = input.sheet.ledger[entry];
    Row row;
    row.lost = lost(ledger);
    row.tenths = tenths;
    row.at = ledger.at;
    row.entries = {entry};
    row.line.mark = pathway::mark_of(ledger.reason);
    row.line.component = ledger.component;
    row.line.time = ledger.at ? moment(*ledger.at, context) : "–";
    row.line.at = ledger.at;
    row.line.title = title_of(input, ledger);
    row.line.why = why_of(input, ledger);
    row.line.sources = sources_of(input, ledger);
    row.line.points = signed_tenths_text(tenths, context.language);
    row.line.of = of_text(context, ledger.of, tenths);
    if (ledger.at && !ledger.actions.empty()) row.line.action = ledger.actions.front();
    row.line.to_learn = is_to_learn(ledger);
    return row;
}

// Which lines go together: 'q' questions, 'e' examinations that no step asks for; 0 stands alone.
char group_of(const DebriefInput& input, const LedgerLine& line) {
    if (line.component != Component::stewardship || line.actions.size() != 1) return 0;
    if (line.reason != Reason::unneeded && line.reason != Reason::duplicate) return 0;
    const encounter::Event* event = event_of(input.encounter, line.actions.front());
    if (!event) return 0;
    return library::is_question(event->action.verb) ? 'q' : library::is_examination(event->action.verb) ? 'e' : 0;
}

Row grouped(const DebriefInput& input, char group, const std::vector<std::size_t>& entries, const Tenths& tenths) {
    const Context& context = input.context;
    Row row = row_of(input, entries.front(), 0);
    row.entries = entries;
    row.line.sources.clear();
    row.lost = 0;
    std::vector<std::string> names;
    for (std::size_t entry : entries) {
        const LedgerLine& ledger = input.sheet.ledger[entry];
        row.lost += lost(ledger);
        row.tenths += tenths.lines[entry];
        std::string name = title_of(input, ledger);
        if (group == 'e' && std::string_view(".?!").find(name.back()) == std::string_view::npos) name += ".";
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    row.line.title = context.count(group == 'q' ? "debrief/stepless_questions" : "debrief/stepless_examinations",
                                   static_cast<std::int64_t>(entries.size()));
    row.line.why = sentences({context.in(input.sheet.ledger[entries.front()].why), base::joined(names, " ")});
    row.line.points = signed_tenths_text(row.tenths, context.language);
    return row;
}

bool comes_before(const Row& a, const Row& b) {
    if (a.line.to_learn != b.line.to_learn) return a.line.to_learn;
    if (a.line.to_learn && a.lost != b.lost) return a.lost > b.lost;
    if (a.at && b.at) return *a.at < *b.at;
    return a.at.has_value() && !b.at.has_value();
}

}  // namespace

std::string title_of(const DebriefInput& input, const LedgerLine& line) {
    const Context& context = input.context;
    if (line.statement.starts_with("diagnosis/") && !input.file.conditions.empty()) {
        const std::string& condition = input.file.conditions.front().condition;
        return context.fill(
            line.statement.starts_with("diagnosis/main") ? "debrief/diagnosis_line" : "debrief/category_line",
            {{"diagnosis", diagnosis_name(condition, context)}});
    }
    if (is_coverage(line)) return context("component/stewardship");
    const bool of_an_act = line.component == Component::stewardship || line.component == Component::harm;
    const encounter::Event* event = line.actions.empty() ? nullptr : event_of(input.encounter, line.actions.front());
    if (!of_an_act || !event) return context.in(line.text);
    switch (event->action.verb) {
        // A typed line may be several questions, each with its own name.
        case Verb::say: return context.in(line.text);
        case Verb::order:
        case Verb::treat:
        case Verb::advise: {
            const std::string side = side_text(event->action.side, context);
            return context.in(line.text) + (side.empty() ? "" : ", " + side);
        }
        default: return act_text(event->action, context);
    }
}

std::string missing_text(const DebriefInput& input, const library::Step& step) {
    const Context& context = input.context;
    const std::string acts = acts_of(input, step);
    std::string until = context("debrief/any_time");
    if (step.until) until = context.fill("debrief/until_span", {{"span", span(*step.until, context)}});
    if (step.until_visit > 0)
        until = context.fill("debrief/until_visit", {{"n", number(step.until_visit, 0, context.language)}});
    if (acts.empty()) return context.fill("debrief/would_count", {{"until", until}});
    return context.fill("debrief/would_earn", {{"acts", acts}, {"until", until}});
}

DebriefLines debrief_lines(const DebriefInput& input, const Tenths& tenths) {
    const auto& ledger = input.sheet.ledger;
    std::map<char, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < ledger.size(); ++i) {
        if (const char group = group_of(input, ledger[i])) groups[group].push_back(i);
    }
    std::vector<Row> rows;
    for (std::size_t i = 0; i < ledger.size(); ++i) {
        const char group = group_of(input, ledger[i]);
        if (!group || groups[group].size() == 1)
            rows.push_back(row_of(input, i, tenths.lines[i]));
        else if (groups[group].front() == i)
            rows.push_back(grouped(input, group, groups[group], tenths));
    }
    std::stable_sort(rows.begin(), rows.end(), comes_before);
    DebriefLines result;
    result.line_of_entry.resize(ledger.size());
    for (Row& row : rows) {
        for (std::size_t entry : row.entries) result.line_of_entry[entry] = result.lines.size();
        result.lines.push_back(std::move(row.line));
    }
    return result;
}

}  // namespace palpera::present
