// What the student made of what was learnt: noted findings, the differential and its evidence.
#include <algorithm>

#include "engine/base/text.h"
#include "engine/present/visit.h"

namespace palpera::present {
namespace {

using encounter::Encounter;
using encounter::Event;
using encounter::Shown;
using library::Verb;

NotedRow::Kind kind_of(const Shown& shown) {
    const bool* flag = std::get_if<bool>(&shown.value);
    if (!flag) return NotedRow::Kind::value;
    return *flag ? NotedRow::Kind::present : NotedRow::Kind::absent;
}

bool same_finding(const NotedRow& a, const NotedRow& b) {
    return a.kind == b.kind && a.fact == b.fact && a.text == b.text;
}

void add_noted(const Context& context, const Encounter& encounter, int action, std::vector<NotedRow>& rows) {
    const Event& event = encounter.events[static_cast<std::size_t>(action - 1)];
    std::vector<NotedRow> found;
    for (const Shown& shown : event.response.revealed) {
        found.push_back({text_of(shown, context), moment(shown.at, context), kind_of(shown), shown.fact, action});
    }
    if (found.empty()) {
        for (const encounter::Piece& piece : event.response.pieces) {
            if (is_told_in_words(piece, event)) continue;
            if (piece.kind == encounter::Piece::Kind::image) continue;
            found.push_back(
                {text_of(piece, encounter, context), moment(event.at, context), NotedRow::Kind::value, "", action});
        }
    }
    for (NotedRow& row : found) {
        const auto same = [&](const NotedRow& known) { return same_finding(known, row); };
        if (std::none_of(rows.begin(), rows.end(), same)) rows.push_back(std::move(row));
    }
}

// The differentials in the order in which they were said.
std::vector<const library::Action*> differentials(const Encounter& encounter) {
    std::vector<const library::Action*> said;
    for (const Event& event : encounter.events) {
        const Verb verb = event.action.verb;
        if (verb == Verb::differential || verb == Verb::diagnose) said.push_back(&event.action);
    }
    return said;
}

int percent_before(const library::Action* before, const std::string& condition) {
    if (!before) return -1;
    for (const auto& [id, percent] : before->probabilities) {
        if (id == condition) return percent;
    }
    return -1;
}

// As the student learnt it last; a fact that has not been shown by its own name.
std::string finding_text(const Context& context, const Encounter& encounter, const std::string& fact) {
    for (auto shown = encounter.shown.rbegin(); shown != encounter.shown.rend(); ++shown) {
        if (shown->fact == fact) return text_of(*shown, context);
    }
    const library::Fact* known = find(context.library.catalogue.facts, fact);
    return !known ? fact : context.in(known->label.empty() ? known->yes : known->label);
}

std::vector<DifferentialRow::Evidence> evidence(const Context& context, const Encounter& encounter,
                                                const std::string& condition) {
    std::vector<DifferentialRow::Evidence> list;
    for (const Event& event : encounter.events) {
        const std::string& subject = event.action.subject;
        const std::size_t space = subject.find(' ');
        if (event.action.verb != Verb::link || space == std::string::npos) continue;
        if (subject.substr(space + 1) != condition) continue;
        const std::string fact = subject.substr(0, space);
        const auto same = [&](const DifferentialRow::Evidence& one) { return one.fact == fact; };
        const auto known = std::find_if(list.begin(), list.end(), same);
        if (known != list.end()) {
            known->against = event.action.against;
        } else {
            list.push_back({finding_text(context, encounter, fact), event.action.against, fact});
        }
    }
    return list;
}

}  // namespace

std::vector<NotedRow> noted_rows(const Context& context, const Encounter& encounter) {
    std::vector<NotedRow> rows;
    for (const Event& event : encounter.events) {
        if (event.action.verb == Verb::note_finding) add_noted(context, encounter, event.action.number, rows);
        if (event.action.verb == Verb::note) {
            rows.push_back({event.action.text, moment(event.at, context), NotedRow::Kind::own, "", event.n});
        }
    }
    return rows;
}

std::vector<DifferentialRow> differential_rows(const Context& context, const Encounter& encounter) {
    const std::vector<const library::Action*> said = differentials(encounter);
    if (said.empty()) return {};
    const library::Action* before = said.size() > 1 ? said[said.size() - 2] : nullptr;
    std::vector<DifferentialRow> rows;
    for (const auto& [id, percent] : said.back()->probabilities) {
        const library::Diagnosis* diagnosis = find(context.library.catalogue.diagnoses, id);
        DifferentialRow row;
        row.condition = id;
        row.name = diagnosis ? context.in(diagnosis->name) : id;
        row.code = diagnosis ? base::joined(diagnosis->icd10, ", ") : std::string();
        row.percent = percent;
        row.before = percent_before(before, id);
        row.evidence = evidence(context, encounter, id);
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.percent > b.percent; });
    return rows;
}

}  // namespace palpera::present
