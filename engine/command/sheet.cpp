#include "engine/command/sheet.h"

#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/present/debrief.h"

namespace palpera::command {
namespace {

using nlohmann::ordered_json;

double points(std::int64_t millipoints) { return static_cast<double>(millipoints) / 1000; }

ordered_json share(std::string_view id, const pathway::Share& share) {
    return {{"id", id}, {"points", points(share.points)}, {"of", points(share.of)}};
}

ordered_json line_json(const pathway::LedgerLine& line, base::Language language) {
    ordered_json row;
    row["statement"] = line.statement;
    row["kind"] = pathway::name(line.component);
    row["reason"] = pathway::name(line.reason);
    row["points"] = points(line.points);
    row["millipoints"] = line.points;
    row["of"] = points(line.of);
    row["at"] = nullptr;
    if (line.at) row["at"] = line.at->value;
    row["actions"] = line.actions;
    row["claims"] = line.claims;
    if (!line.beyond.empty()) row["beyond"] = line.beyond;
    row["domain"] = library::name(line.domain);
    row["text"] = line.text.in(language);
    row["why"] = line.why.in(language);
    return row;
}

ordered_json to_json(const std::vector<pathway::Revision::Step>& steps) {
    ordered_json json = ordered_json::array();
    for (const auto& [id, then, now] : steps) json.push_back({{"id", id}, {"then", then}, {"now", now}});
    return json;
}

// How the student worked, without a judgement: how much of each, for how long, at what cost.
ordered_json profile(const encounter::Encounter& encounter) {
    int questions = 0, examinations = 0;
    std::int64_t minutes = 0;
    for (const encounter::Event& event : encounter.events) {
        const library::Verb verb = event.action.verb;
        if (library::is_question(verb)) ++questions;
        if (library::is_examination(verb)) ++examinations;
        if (verb != library::Verb::wait && verb != library::Verb::finish) minutes += event.until.value - event.at.value;
    }
    return {{"actions", encounter.events.size()},
            {"questions", questions},
            {"examinations", examinations},
            {"tests", encounter.orders.size()},
            {"visits", encounter.progress.visit},
            {"minutes", minutes},
            {"cost", encounter.cost}};
}

}  // namespace

ordered_json to_json(const pathway::ScoreSheet& sheet, const encounter::Encounter& encounter, base::Language language) {
    ordered_json json;
    json["case"] = sheet.case_id;
    json["case_version"] = sheet.case_version;
    json["guidelines"] = ordered_json::array();
    for (const auto& [id, version] : sheet.guidelines) json["guidelines"].push_back({{"id", id}, {"version", version}});
    json["scoring_version"] = sheet.scoring_version;
    json["seed"] = sheet.seed;
    json["score"] = sheet.score();
    json["millipoints"] = sheet.millipoints;
    json["passed"] = sheet.passed;
    json["pass_mark"] = sheet.pass_mark;
    json["cap"] = nullptr;
    if (sheet.cap) json["cap"] = {{"at", sheet.cap->at}, {"reason", sheet.cap->reason.in(language)}};
    json["components"] = ordered_json::array();
    for (std::size_t i = 0; i < pathway::component_count; ++i) {
        json["components"].push_back(share(pathway::name(static_cast<pathway::Component>(i)), sheet.components[i]));
    }
    json["ledger"] = ordered_json::array();
    for (const pathway::LedgerLine& line : sheet.ledger) json["ledger"].push_back(line_json(line, language));
    json["nearest_course"] = ordered_json::array();
    for (const pathway::CourseStep& step : sheet.nearest_course) {
        ordered_json row{{"step", step.step}, {"action", nullptr}};
        if (step.action > 0) row["action"] = step.action;
        json["nearest_course"].push_back(std::move(row));
    }
    json["process_fitness"] = points(sheet.process_fitness);
    json["biggest_win"] = nullptr;
    if (sheet.biggest_win) {
        json["biggest_win"] = {{"statement", sheet.biggest_win->statement}, {"gain", points(sheet.biggest_win->gain)}};
    }
    json["domains"] = ordered_json::array();
    for (std::size_t i = 0; i < library::domain_count; ++i) {
        json["domains"].push_back(share(library::name(static_cast<library::Domain>(i)), sheet.domains[i]));
    }
    json["profile"] = profile(encounter);
    return json;
}

ordered_json to_json(const pathway::Revision& revision, const pathway::ScoreSheet& now, base::Language language) {
    ordered_json json{{"guidelines", to_json(revision.guidelines)}, {"not_kept", to_json(revision.not_kept)}};
    if (!revision.not_kept.empty()) return json;
    json["millipoints_then"] = revision.millipoints;
    json["millipoints_now"] = now.millipoints;
    json["passed_then"] = revision.passed;
    json["passed_now"] = now.passed;
    json["changes"] = ordered_json::array();
    for (const pathway::Revision::Change& change : revision.changes) {
        ordered_json row{{"then", nullptr}, {"now", nullptr}};
        if (change.then) row["then"] = line_json(*change.then, language);
        if (change.now) row["now"] = line_json(*change.now, language);
        json["changes"].push_back(std::move(row));
    }
    json["shifted_millipoints"] = revision.shifted;
    return json;
}

namespace {

void print(const present::DebriefRevision& revision, const present::Context& context, std::ostream& out) {
    out << "\n" << context("debrief/revision_title") << "\n";
    for (const std::string& guideline : revision.guidelines) out << "  " << guideline << "\n";
    out << revision.scores << "\n";
    for (const present::DebriefRevision::Line& line : revision.lines) {
        out << "  " << line.title << "\n    "
            << context.fill("debrief/revision_line", {{"then", line.then}, {"now", line.now}}) << "\n";
    }
    if (!revision.rest.empty()) out << revision.rest << "\n";
}

}  // namespace

void print(const pathway::ScoreSheet& sheet, const library::CaseFile& file, const encounter::Encounter& encounter,
           const present::Context& context, std::ostream& out, const pathway::Revision* revision) {
    const present::Debrief debrief = present::debrief(context, file, encounter, sheet, revision);
    out << "\n" << context("debrief/title") << "\n\n";
    out << context("debrief/score") << ": " << debrief.score_text << " / 100. " << debrief.verdict << "\n";
    out << debrief.headline << "\n";
    if (!debrief.summary.empty()) out << debrief.summary << "\n";
    for (const std::string& line : debrief.story) out << line << "\n";
    out << "\n";
    for (const present::DebriefBar& bar : debrief.components) out << "  " << bar.name << ": " << bar.value << "\n";
    out << "\n";
    for (const present::DebriefLine& line : debrief.lines) {
        out << std::setw(8) << line.points << "  " << context("outcome/" + std::string(pathway::name(line.mark)))
            << ": " << line.title << "\n";
        if (line.to_learn && !line.why.empty()) out << "          " << line.why << "\n";
        for (const auto& source : line.sources) {
            if (line.to_learn) out << "          " << source.id << " " << source.title << "\n";
        }
    }
    if (!debrief.biggest_win.empty()) out << "\n" << debrief.biggest_win << "\n";
    if (debrief.revision) print(*debrief.revision, context, out);
}

}  // namespace palpera::command
