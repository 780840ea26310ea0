// What a debrief says in sentences.
#include <algorithm>

#include "engine/base/text.h"
#include "engine/present/debrief_parts.h"

namespace palpera::present {
namespace {

using library::Verb;
using pathway::LedgerLine;
using pathway::Mark;

// The diagnosis that was given most weight, last.
struct Committed {
    std::string diagnosis;
    int percent = 0;
};
std::optional<Committed> committed(const encounter::Encounter& encounter) {
    for (auto event = encounter.events.rbegin(); event != encounter.events.rend(); ++event) {
        if (event->action.verb != Verb::diagnose) continue;
        const auto& chances = event->action.probabilities;
        const auto most = std::max_element(chances.begin(), chances.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most == chances.end() || most->second == 0) return std::nullopt;
        return Committed{most->first, most->second};
    }
    return std::nullopt;
}

enum class Verdict { right, near, other, none };

bool counts_as(const DebriefInput& input, const std::string& diagnosis, const std::string& condition) {
    if (diagnosis == condition) return true;
    for (const std::string& id : input.file.guidelines) {
        const library::Guideline* guideline = library::find(input.context.library.guidelines, id);
        if (!guideline) continue;
        const auto accepted = guideline->accept.find(condition);
        if (accepted == guideline->accept.end()) continue;
        if (std::find(accepted->second.begin(), accepted->second.end(), diagnosis) != accepted->second.end())
            return true;
    }
    return false;
}

bool of_one_kind(const DebriefInput& input, const std::string& a, const std::string& b) {
    const auto& diagnoses = input.context.library.catalogue.diagnoses;
    const library::Diagnosis* one = library::find(diagnoses, a);
    const library::Diagnosis* other = library::find(diagnoses, b);
    return one && other && !one->group.empty() && one->group == other->group;
}

Verdict verdict_on(const DebriefInput& input, const std::optional<Committed>& committed) {
    if (!committed) return Verdict::none;
    const std::vector<library::CaseCondition> conditions = input.file.to_diagnose();
    const auto any = [&](auto holds) {
        return std::any_of(conditions.begin(), conditions.end(),
                           [&](const library::CaseCondition& one) { return holds(one.condition); });
    };
    if (any([&](const std::string& id) { return counts_as(input, committed->diagnosis, id); })) return Verdict::right;
    if (any([&](const std::string& id) { return of_one_kind(input, committed->diagnosis, id); })) return Verdict::near;
    return Verdict::other;
}

std::string headline(const DebriefInput& input, Verdict verdict, const std::string& diagnosis) {
    const Context& context = input.context;
    const std::vector<std::pair<std::string, std::string>> name{{"diagnosis", diagnosis}};
    if (verdict == Verdict::right) return context.fill("debrief/headline_right", name);
    const std::string was = context.fill("debrief/diagnosis_was", name);
    if (verdict == Verdict::none) return context("debrief/no_diagnosis") + " " + was;
    return context(verdict == Verdict::near ? "debrief/diagnosis_near" : "debrief/diagnosis_other") + ". " + was;
}

std::string summary(const DebriefInput& input, const DebriefLines& lines, Verdict verdict,
                    const std::optional<Committed>& committed) {
    const Context& context = input.context;
    std::vector<std::string> parts;
    if (committed && verdict != Verdict::right)
        parts.push_back(
            context.fill("debrief/your_diagnosis", {{"diagnosis", diagnosis_name(committed->diagnosis, context)},
                                                    {"percent", number(committed->percent, 0, context.language)}}));
    if (input.sheet.cap)
        parts.push_back(context.fill("debrief/capped", {{"limit", number(input.sheet.cap->at, 0, context.language)},
                                                        {"reason", context.in(input.sheet.cap->reason)}}));
    if (!lines.lines.empty() && lines.lines.front().to_learn) {
        const DebriefLine& heaviest = lines.lines.front();
        const std::string points = heaviest.points + (heaviest.of.empty() ? "" : " " + heaviest.of);
        parts.push_back(context.fill("debrief/weighed_most", {{"step", heaviest.title + " (" + points + ")"}}));
    } else {
        parts.push_back(context("debrief/nothing_to_learn"));
    }
    return base::joined(parts, " ");
}

// A missing step is to be done, a late one in time, what was not needed left out.
std::string biggest_win(const DebriefInput& input, const DebriefLines& lines) {
    if (!input.sheet.biggest_win) return {};
    const auto& ledger = input.sheet.ledger;
    const auto line = std::find_if(ledger.begin(), ledger.end(), [&](const LedgerLine& one) {
        return one.statement == input.sheet.biggest_win->statement;
    });
    if (line == ledger.end()) return {};
    // More confidence in what was right already is no advice.
    const bool right = line->reason == pathway::Reason::done_in_time;
    if (right && line->component == pathway::Component::diagnosis) return {};
    const std::int64_t tenths = (input.sheet.biggest_win->gain + 50) / 100;
    if (tenths == 0) return {};
    std::string key = "debrief/win_more";
    const Mark mark = pathway::mark_of(line->reason);
    if (mark == Mark::missed) key = "debrief/win_done";
    if (mark == Mark::late) key = "debrief/win_in_time";
    if (mark == Mark::unneeded || mark == Mark::harmful) key = "debrief/win_without";
    const auto entry = static_cast<std::size_t>(line - ledger.begin());
    return input.context.fill(key, {{"step", lines.lines[lines.line_of_entry[entry]].title},
                                    {"points", tenths_text(tenths, input.context.language)}});
}

void tell_story(const DebriefInput& input, Debrief& debrief) {
    const Context& context = input.context;
    debrief.story_title = context("debrief/outcome_title");
    const base::Minutes horizon = input.encounter.patient->horizon;
    for (const encounter::Event& event : input.encounter.events) {
        if (event.action.verb != Verb::finish) continue;
        if (event.until >= horizon && horizon.value > 0)
            debrief.story_title += " · " + context.fill("debrief/outcome_horizon", {{"span", span(horizon, context)}});
        for (const encounter::Piece& piece : event.response.pieces) {
            if (piece.kind == encounter::Piece::Kind::tells)
                debrief.story.push_back(text_of(piece, input.encounter, context));
        }
    }
}

}  // namespace

void tell(const DebriefInput& input, const DebriefLines& lines, Debrief& debrief) {
    const std::optional<Committed> last = committed(input.encounter);
    const Verdict verdict = verdict_on(input, last);
    if (!input.file.conditions.empty())
        debrief.diagnosis = diagnosis_name(input.file.conditions.front().condition, input.context);
    debrief.headline = headline(input, verdict, debrief.diagnosis);
    debrief.summary = summary(input, lines, verdict, last);
    debrief.biggest_win = biggest_win(input, lines);
    tell_story(input, debrief);
}

}  // namespace palpera::present
