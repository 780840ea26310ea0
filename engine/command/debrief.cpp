#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/file.h"
#include "engine/command/visit.h"
#include "engine/exchange/debrief_report.h"

namespace palpera::command {
namespace {

using nlohmann::ordered_json;

ordered_json beliefs(const std::vector<present::DebriefBelief>& line) {
    ordered_json json = ordered_json::array();
    for (const present::DebriefBelief& one : line)
        json.push_back({{"at", one.at.value}, {"thousandths", one.thousandths}});
    return json;
}

// Places on the axis are those of the swim-lanes: visits side by side.
ordered_json to_json(const present::DebriefReasoning& reasoning) {
    ordered_json json{{"covered", reasoning.why_not.empty()}};
    if (!reasoning.why_not.empty()) json["why_not"] = reasoning.why_not;
    json["hypotheses"] = ordered_json::array();
    for (const present::DebriefHypothesis& one : reasoning.hypotheses) {
        ordered_json row{{"condition", nullptr}, {"name", one.name}, {"right", one.right}};
        if (!one.condition.empty()) row["condition"] = one.condition;
        row["supported"] = beliefs(one.supported);
        row["student"] = beliefs(one.student);
        json["hypotheses"].push_back(std::move(row));
    }
    json["told"] = ordered_json::array();
    for (const present::DebriefTold& one : reasoning.told) {
        json["told"].push_back({{"action", one.action},
                                {"act", one.act},
                                {"millibits", one.millibits},
                                {"change", one.change},
                                {"cost", one.cost}});
    }
    return json;
}

ordered_json to_json(const present::Debrief& debrief, const std::string& case_id) {
    ordered_json json{{"case", case_id},
                      {"score", debrief.score_text},
                      {"passed", debrief.passed},
                      {"verdict", debrief.verdict},
                      {"headline", debrief.headline},
                      {"summary", debrief.summary},
                      {"biggest_win", debrief.biggest_win},
                      {"story", debrief.story}};
    json["lines"] = ordered_json::array();
    for (const present::DebriefLine& line : debrief.lines) {
        ordered_json sources = ordered_json::array();
        for (const auto& source : line.sources) sources.push_back(source.id.empty() ? source.title : source.id);
        json["lines"].push_back({{"mark", pathway::name(line.mark)},
                                 {"time", line.time},
                                 {"title", line.title},
                                 {"why", line.why},
                                 {"points", line.points},
                                 {"sources", std::move(sources)}});
    }
    json["course"] = ordered_json::array();
    for (const present::DebriefStep& step : debrief.course) {
        json["course"].push_back(
            {{"mark", pathway::name(step.mark)}, {"title", step.title}, {"time", step.time}, {"act", step.act}});
    }
    json["reasoning"] = to_json(debrief.reasoning);
    return json;
}

}  // namespace

int debrief(const Options& options, const Surroundings& surroundings) {
    const auto fail = [&](const base::Error& error) { return unreadable(error, options, surroundings); };
    const std::string place = options.names.size() > 2 ? options.names[2] : "";
    const bool pdf = place.ends_with(".pdf");
    if (!place.empty() && !pdf && !place.ends_with(".txt"))
        return fail({place, "the name of a debrief ends in .pdf or .txt", "name it debrief.pdf"});
    int code = 0;
    const std::optional<Visit> visit = replay_visit(options, surroundings, code);
    if (!visit) return code;
    const present::Context context = visit->context();
    const pathway::ScoreSheet sheet = pathway::score(context.library, visit->file, visit->encounter());
    const auto revision =
        pathway::revision(context.library, visit->file, visit->encounter(), sheet, visit->replayed.guidelines);
    const present::Debrief told =
        present::debrief(context, visit->file, visit->encounter(), sheet, revision ? &*revision : nullptr);
    const auto journal = present::journal_lines(context, visit->encounter());
    const exchange::DebriefReport report{context, told, journal, context.in(visit->file.title)};
    if (!place.empty()) {
        base::Result<std::string> bytes = exchange::debrief_text(report);
        if (pdf) bytes = exchange::debrief_pdf(report, surroundings.fonts);
        if (!bytes) return fail(bytes.error());
        if (const base::Outcome written = base::write_file(place, *bytes); !written) return fail(written.error());
    }
    if (options.json) {
        ordered_json json = to_json(told, visit->file.id);
        if (!place.empty()) json["place"] = place;
        surroundings.out << json.dump(2, ' ', false, ordered_json::error_handler_t::replace) << "\n";
    } else {
        surroundings.out << (place.empty() ? exchange::debrief_text(report) : place + "\n");
    }
    return 0;
}

}  // namespace palpera::command
