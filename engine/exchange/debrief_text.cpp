// A debrief as plain text, and where reports are put.
#include <algorithm>
#include <system_error>

#include "engine/base/file.h"
#include "engine/base/text.h"
#include "engine/exchange/debrief_report.h"

namespace palpera::exchange {
namespace {

constexpr std::size_t most_columns = 80;

std::size_t columns_of(std::string_view text) { return base::code_points(text).size(); }

class Sheet {
public:
    void line(std::string_view text = {}) { text_ += std::string(text) + "\n"; }
    void heading(std::string_view text) {
        line();
        line(text);
        line(std::string(columns_of(text), '='));
    }
    // Broken at words; `first` stands before the first line and as much space before the rest.
    void paragraph(std::string_view text, const std::string& first = {}) {
        const std::string space(columns_of(first), ' ');
        std::string row = first;
        bool empty = true;
        for (std::string_view word : base::split(text, ' ')) {
            if (!empty && columns_of(row) + 1 + columns_of(word) > most_columns) {
                line(row);
                row = space;
                empty = true;
            }
            if (!empty) row += ' ';
            row += word;
            empty = false;
        }
        line(row);
    }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

std::string padded(const std::string& text, std::size_t columns, bool right = false) {
    const std::size_t wide = columns_of(text);
    const std::string space(columns > wide ? columns - wide : 0, ' ');
    return right ? space + text : text + space;
}

void tell_bars(Sheet& sheet, const std::vector<present::DebriefBar>& bars) {
    std::size_t name = 0;
    for (const present::DebriefBar& bar : bars) name = std::max(name, columns_of(bar.name));
    for (const present::DebriefBar& bar : bars) sheet.line("  " + padded(bar.name, name + 2) + bar.value);
}

std::string outcome(const DebriefReport& report, pathway::Mark mark) {
    return report.context("outcome/" + std::string(pathway::name(mark)));
}

void tell_lines(Sheet& sheet, const DebriefReport& report) {
    sheet.heading(report.context("debrief/explanations"));
    for (const present::DebriefLine& one : report.debrief.lines) {
        sheet.line();
        const std::string points = one.points + (one.of.empty() ? "" : " " + one.of);
        sheet.paragraph(one.title + " (" + outcome(report, one.mark) + ", " + points + ")", one.time + "  ");
        if (!one.why.empty()) sheet.paragraph(one.why, "       ");
        for (const present::DebriefLine::Source& source : one.sources)
            sheet.paragraph(source.id.empty() ? source.title : source.title + ", " + source.id, "       ");
    }
    sheet.line();
    sheet.line(report.context.fill("debrief/lines_sum", {{"points", report.debrief.score_text}}));
}

void tell_reasoning(Sheet& sheet, const DebriefReport& report) {
    const present::DebriefReasoning& reasoning = report.debrief.reasoning;
    sheet.heading(report.context("debrief/chart_title"));
    if (!reasoning.why_not.empty()) return sheet.paragraph(reasoning.why_not);
    for (const present::DebriefMoment& moment : reasoning.moments) {
        sheet.line();
        bool first = true;
        for (std::string_view row : base::split(moment.readout, '\n')) {
            sheet.paragraph(row, first ? "" : "  ");
            first = false;
        }
    }
    sheet.heading(report.context("debrief/told_title"));
    if (!reasoning.summary.empty()) sheet.paragraph(reasoning.summary);
    sheet.paragraph(report.context("debrief/told_note"));
    for (const present::DebriefTold& told : reasoning.told) {
        sheet.paragraph(told.act, told.time + "  " + padded(told.bits, 6, true) + "  ");
        sheet.paragraph(told.cost + (told.change.empty() ? "" : "; " + told.change), "               ");
        if (!told.published.empty()) sheet.paragraph(told.published, "               ");
    }
}

void tell_borders(Sheet& sheet, const DebriefReport& report) {
    if (report.debrief.borders.empty()) return;
    const present::Context& words = report.context;
    sheet.heading(words("debrief/border_title"));
    for (const present::DebriefBorder& border : report.debrief.borders) {
        sheet.line();
        sheet.paragraph(border.title);
        for (const std::string& row : present::border_lines(words, border)) sheet.paragraph(row, "  ");
    }
}

void tell_revision(Sheet& sheet, const DebriefReport& report) {
    const present::DebriefRevision& revision = *report.debrief.revision;
    sheet.heading(report.context("debrief/revision_title"));
    for (const std::string& guideline : revision.guidelines) sheet.paragraph(guideline);
    sheet.paragraph(revision.scores);
    for (const present::DebriefRevision::Line& line : revision.lines) {
        sheet.paragraph(line.title);
        sheet.paragraph(report.context.fill("debrief/revision_line", {{"then", line.then}, {"now", line.now}}), "  ");
    }
    if (!revision.rest.empty()) sheet.paragraph(revision.rest);
}

void tell_course(Sheet& sheet, const DebriefReport& report) {
    sheet.heading(report.context("debrief/course_title"));
    sheet.line(report.debrief.course_summary);
    int number = 0;
    for (const present::DebriefStep& step : report.debrief.course) {
        sheet.paragraph(step.title + " (" + outcome(report, step.mark) + ")",
                        padded(std::to_string(++number), 3, true) + ". ");
        sheet.paragraph(step.act, "     " + step.time + "  ");
    }
}

void tell_journal(Sheet& sheet, const DebriefReport& report) {
    sheet.heading(report.context("debrief/log_title"));
    for (const present::JournalLine& line : report.journal) {
        sheet.paragraph(line.act, line.time + "  ");
        if (!line.response.empty()) sheet.paragraph(line.response, "       ");
    }
}

void tell_sources(Sheet& sheet, const DebriefReport& report) {
    sheet.heading(report.context("debrief/tab_sources"));
    std::string document;
    for (const present::DebriefLine::Source& source : report.debrief.sources) {
        if (source.id.empty()) {
            sheet.paragraph(source.title, report.context("debrief/beyond_title") + ": ");
            continue;
        }
        if (source.title != document) sheet.paragraph(source.title);
        document = source.title;
        sheet.paragraph(source.quote, "  " + source.id + "  ");
    }
}

}  // namespace

std::string debrief_text(const DebriefReport& report) {
    const present::Debrief& debrief = report.debrief;
    const present::Context& words = report.context;
    Sheet sheet;
    sheet.line(words("debrief/title"));
    sheet.line(debrief.person + " · " + report.case_title);
    sheet.line();
    sheet.line(words("debrief/score") + ": " + debrief.score_text + " " + words("debrief/of_hundred") + ". " +
               debrief.verdict);
    sheet.paragraph(debrief.headline);
    sheet.paragraph(debrief.summary);
    if (!debrief.biggest_win.empty()) sheet.paragraph(debrief.biggest_win, words("debrief/biggest_win") + ": ");
    sheet.heading(words("debrief/domains"));
    tell_bars(sheet, debrief.domains);
    sheet.heading(words("debrief/components"));
    tell_bars(sheet, debrief.components);
    if (!debrief.story.empty()) sheet.heading(debrief.story_title);
    for (const std::string& line : debrief.story) sheet.paragraph(line);
    if (debrief.revision) tell_revision(sheet, report);
    tell_lines(sheet, report);
    tell_course(sheet, report);
    tell_reasoning(sheet, report);
    tell_borders(sheet, report);
    tell_journal(sheet, report);
    tell_sources(sheet, report);
    sheet.line();
    sheet.paragraph(debrief.version);
    sheet.line(words("program/name") + ". " + words("program/teaching_notice"));
    return sheet.take();
}

base::Result<std::filesystem::path> save_anew(const std::filesystem::path& folder, const std::string& name,
                                              std::string_view ending, std::string_view bytes) {
    std::filesystem::path place = folder / (name + "." + std::string(ending));
    std::error_code failed;
    for (int n = 2; std::filesystem::exists(place, failed) && n < 10'000; ++n)
        place = folder / (name + "-" + std::to_string(n) + "." + std::string(ending));
    const base::Outcome written = base::write_file(place, bytes);
    if (!written) return written.error();
    return place;
}

}  // namespace palpera::exchange
