// The lists of a debrief on paper. A row never breaks over two pages.
#include <algorithm>

#include "engine/base/text.h"
#include "engine/exchange/debrief_pdf_parts.h"

namespace palpera::exchange {
namespace {

constexpr Type body{9}, quiet{9, false, inks::ink2}, strong{9, true}, small{7.5, false, inks::ink3},
    head{7.5, true, inks::ink3};
constexpr double right_edge = Paper::width - Paper::margin;

void divide(Paper& paper) {
    paper.line(Paper::margin, paper.y, right_edge, paper.y, inks::line);
    paper.y += 5;
}

std::string sources_of(const present::DebriefLine& line) {
    std::vector<std::string> parts;
    for (const present::DebriefLine::Source& source : line.sources)
        parts.push_back(source.id.empty() ? source.title : source.title + " " + source.id);
    return base::joined(parts, "; ");
}

double widest(const Paper& paper, const std::vector<std::string>& all, const Type& type) {
    double wide = 0;
    for (const std::string& one : all) wide = std::max(wide, paper.width_of(one, type));
    return wide;
}

template <class Rows, class Of>
std::vector<std::string> each(const Rows& rows, Of of) {
    std::vector<std::string> words;
    for (const auto& row : rows) words.push_back(row.*of);
    return words;
}

void draw_line(Paper& paper, const present::DebriefLine& line, double times) {
    const double x = Paper::margin + 18 + times, wide = right_edge - 64 - x;
    const std::string sources = sources_of(line);
    double high = paper.height_of(wide, line.title, strong) + 2;
    if (!line.why.empty()) high += paper.height_of(wide, line.why, quiet) + 2;
    if (!sources.empty()) high += paper.height_of(wide, sources, small);
    paper.need(high + 10);
    divide(paper);
    draw_mark(paper, Paper::margin + 5, paper.y + 6, line.mark, 9);
    paper.text(Paper::margin + 18, paper.y, times, line.time, quiet);
    const Ink& ink = line.mark == pathway::Mark::harmful ? inks::harm
                     : line.points.starts_with("+")      ? inks::ok
                                                         : inks::ink;
    paper.text(right_edge - 60, paper.y, 60, line.points, {9, true, ink}, 1);
    if (!line.of.empty()) paper.text(right_edge - 60, paper.y + 12, 60, line.of, small, 1);
    double y = paper.y;
    y += paper.text(x, y, wide, line.title, strong) + 2;
    if (!line.why.empty()) y += paper.text(x, y, wide, line.why, quiet) + 2;
    if (!sources.empty()) y += paper.text(x, y, wide, sources, small);
    paper.y = std::max(y, paper.y + 24) + 5;
}

void draw_two(Paper& paper, double x, const std::string& title, const std::string& told) {
    const double wide = right_edge - x;
    paper.y += paper.text(x, paper.y, wide, title, body) + 1;
    if (!told.empty()) paper.y += paper.text(x, paper.y, wide, told, quiet);
    paper.y += 5;
}

double height_of_two(const Paper& paper, double x, const std::string& title, const std::string& told) {
    const double wide = right_edge - x;
    return paper.height_of(wide, title, body) + (told.empty() ? 0 : paper.height_of(wide, told, quiet)) + 12;
}

}  // namespace

void draw_lines(Paper& paper, const DebriefReport& report) {
    draw_heading(paper, report.context("debrief/explanations"));
    const double times = widest(paper, each(report.debrief.lines, &present::DebriefLine::time), quiet) + 12;
    for (const present::DebriefLine& line : report.debrief.lines) draw_line(paper, line, times);
    paper.need(24);
    divide(paper);
    const std::string sum = report.context.fill("debrief/lines_sum", {{"points", report.debrief.score_text}});
    paper.y += paper.text(Paper::margin, paper.y, Paper::inner, sum, strong, 1) + 4;
}

void draw_course(Paper& paper, const DebriefReport& report) {
    draw_heading(paper, report.context("debrief/course_title"));
    paper.y += paper.text(Paper::margin, paper.y, Paper::inner, report.debrief.course_summary, quiet) + 6;
    const double times = widest(paper, each(report.debrief.course, &present::DebriefStep::time), quiet) + 12;
    const double x = Paper::margin + 40 + times;
    int number = 0;
    for (const present::DebriefStep& step : report.debrief.course) {
        paper.need(height_of_two(paper, x, step.title, step.act));
        divide(paper);
        paper.text(Paper::margin, paper.y, 18, std::to_string(++number), {9, false, inks::ink3}, 1);
        draw_mark(paper, Paper::margin + 28, paper.y + 6, step.mark, 9);
        paper.text(Paper::margin + 40, paper.y, times, step.time, quiet);
        draw_two(paper, x, step.title, step.act);
    }
}

void draw_told(Paper& paper, const DebriefReport& report) {
    const present::DebriefReasoning& reasoning = report.debrief.reasoning;
    if (reasoning.told.empty()) return;
    draw_heading(paper, report.context("debrief/told_title"), 90);
    paper.y += paper.text(Paper::margin, paper.y, Paper::inner, reasoning.summary, body) + 3;
    paper.y += paper.text(Paper::margin, paper.y, Paper::inner, report.context("debrief/told_note"), small) + 6;
    const double times = widest(paper, each(reasoning.told, &present::DebriefTold::time), quiet) + 10;
    const double costs = widest(paper, each(reasoning.told, &present::DebriefTold::cost), quiet) + 4;
    const double act = Paper::margin + times, bits = act + 190, change = bits + 44,
                 room = right_edge - costs - change - 8;
    paper.text(act, paper.y, 180, report.context("debrief/column_act"), head);
    paper.text(bits, paper.y, 36, report.context("debrief/column_bits"), head, 1);
    paper.text(change, paper.y, room, report.context("debrief/column_change"), head);
    paper.text(right_edge - costs, paper.y, costs, report.context("debrief/column_cost"), head, 1);
    paper.y += 13;
    for (const present::DebriefTold& told : reasoning.told) {
        const double name = paper.height_of(180, told.act, body);
        const double below = told.published.empty() ? 0 : paper.height_of(180, told.published, small);
        const double high = std::max(name + below, paper.height_of(room, told.change, quiet));
        paper.need(high + 10);
        divide(paper);
        paper.text(Paper::margin, paper.y, times, told.time, quiet);
        paper.text(act, paper.y, 180, told.act, body);
        if (below > 0) paper.text(act, paper.y + name, 180, told.published, small);
        paper.text(bits, paper.y, 36, told.bits, strong, 1);
        paper.text(change, paper.y, room, told.change, quiet);
        paper.text(right_edge - costs, paper.y, costs, told.cost, quiet, 1);
        paper.y += high + 5;
    }
}

void draw_borders(Paper& paper, const DebriefReport& report) {
    if (report.debrief.borders.empty()) return;
    draw_heading(paper, report.context("debrief/border_title"));
    for (const present::DebriefBorder& border : report.debrief.borders) {
        std::vector<std::string> rows = present::border_lines(report.context, border);
        rows.insert(rows.begin(), border.title);
        for (std::size_t i = 0; i < rows.size(); ++i)
            paper.y += paper.text(Paper::margin, paper.y, Paper::inner, rows[i], {9, i == 0, inks::ink2}) + 3;
        paper.y += 4;
    }
}

void draw_journal(Paper& paper, const DebriefReport& report) {
    draw_heading(paper, report.context("debrief/log_title"));
    const double times = widest(paper, each(report.journal, &present::JournalLine::time), quiet) + 12;
    const double x = Paper::margin + times;
    for (const present::JournalLine& line : report.journal) {
        paper.need(height_of_two(paper, x, line.act, line.response));
        divide(paper);
        paper.text(Paper::margin, paper.y, times, line.time, quiet);
        draw_two(paper, x, line.act, line.response);
    }
}

void draw_sources(Paper& paper, const DebriefReport& report) {
    draw_heading(paper, report.context("debrief/tab_sources"));
    std::string document;
    for (const present::DebriefLine::Source& source : report.debrief.sources) {
        const std::string group = source.id.empty() ? report.context("debrief/beyond_title") : source.title;
        const std::string& words = source.id.empty() ? source.title : source.quote;
        const double x = Paper::margin + (source.id.empty() ? 0 : 52);
        const double high = paper.height_of(right_edge - x, words, quiet);
        if (group != document) {
            paper.need(high + 30);
            paper.y += paper.text(Paper::margin, paper.y + 4, Paper::inner, group, strong) + 7;
            document = group;
        }
        paper.need(high + 4);
        if (!source.id.empty()) paper.text(Paper::margin, paper.y, 50, source.id, strong);
        paper.y += paper.text(x, paper.y, right_edge - x, words, quiet) + 3;
    }
}

}  // namespace palpera::exchange
