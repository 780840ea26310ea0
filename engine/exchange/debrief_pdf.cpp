// A debrief on A4 pages: the first page, and what follows it.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/exchange/debrief_pdf_parts.h"

namespace palpera::exchange {
namespace {

constexpr double pi = std::numbers::pi;
constexpr Type heading{12, true}, body{9}, quiet{9, false, inks::ink2}, strong{9, true}, small{8, false, inks::ink3};

void draw_title(Paper& paper, const DebriefReport& report) {
    paper.y += paper.text(Paper::margin, paper.y, Paper::inner, report.context("debrief/title"), {20, true}) + 2;
    paper.y += paper.text(Paper::margin, paper.y, Paper::inner, report.debrief.person + " · " + report.case_title,
                          {10, false, inks::ink2});
    paper.y += 14;
}

void draw_arc(Paper& paper, double x, double y, double radius, double from, double to, const Ink& ink) {
    const Typesetting& typesetting = paper.typesetting();
    paper.use(ink);
    typesetting.cairo_new_sub_path(paper.pen());
    typesetting.cairo_arc(paper.pen(), x, y, radius, from, to);
    typesetting.cairo_stroke(paper.pen());
}

void draw_ring(Paper& paper, const DebriefReport& report, double x, double y, double radius) {
    const present::Debrief& debrief = report.debrief;
    const Typesetting& typesetting = paper.typesetting();
    typesetting.cairo_set_line_cap(paper.pen(), CAIRO_LINE_CAP_ROUND);
    typesetting.cairo_set_line_width(paper.pen(), radius / 5);
    draw_arc(paper, x, y, radius, 0, 2 * pi, inks::sunken);
    if (debrief.score > 0)
        draw_arc(paper, x, y, radius, -pi / 2, -pi / 2 + 2 * pi * debrief.score / 100.0, inks::primary);
    typesetting.cairo_set_line_cap(paper.pen(), CAIRO_LINE_CAP_BUTT);
    const double mark = -pi / 2 + 2 * pi * debrief.pass_mark / 100.0;
    paper.line(x + radius * 0.88 * std::cos(mark), y + radius * 0.88 * std::sin(mark),
               x + radius * 1.12 * std::cos(mark), y + radius * 1.12 * std::sin(mark), inks::ink, 1.4);
    paper.text(x - radius, y - 17, 2 * radius, std::to_string(debrief.score), {22, true}, 0.5);
    paper.text(x - radius, y + 9, 2 * radius, report.context("debrief/of_hundred"), small, 0.5);
}

void draw_score(Paper& paper, const DebriefReport& report) {
    constexpr double radius = 38;
    const present::Debrief& debrief = report.debrief;
    const double top = paper.y, x = Paper::margin + 2 * radius + 28, wide = Paper::width - Paper::margin - x;
    draw_ring(paper, report, Paper::margin + radius + 4, top + radius + 4, radius);
    double y = top;
    y += paper.text(x, y, wide, debrief.verdict, {9, true, debrief.passed ? inks::ok : inks::missed}) + 3;
    y += paper.text(x, y, wide, debrief.headline, {11, true}) + 3;
    y += paper.text(x, y, wide, debrief.summary, quiet) + 5;
    if (!debrief.biggest_win.empty()) {
        y += paper.text(x, y, wide, report.context("debrief/biggest_win"), {9, true, inks::primary}) + 1;
        y += paper.text(x, y, wide, debrief.biggest_win, quiet);
    }
    paper.y = std::max(y, top + 2 * radius + 8) + 10;
}

double draw_bars(Paper& paper, const std::vector<present::DebriefBar>& bars, double x, double y, double wide) {
    double names = 0, values = 0;
    for (const present::DebriefBar& bar : bars) {
        names = std::max(names, paper.width_of(bar.name, quiet) + 10);
        values = std::max(values, paper.width_of(bar.value, strong) + 10);
    }
    for (const present::DebriefBar& bar : bars) {
        paper.text(x, y, names, bar.name, quiet);
        const double from = x + names, room = wide - names - values;
        paper.fill(from, y + 4, room, 4, inks::sunken, 2);
        if (bar.percent > 0)
            paper.fill(from, y + 4, std::max(4.0, room * std::min(bar.percent, 100) / 100), 4,
                       bar.weak ? inks::missed : inks::primary, 2);
        paper.text(x + wide - values, y, values, bar.value, strong, 1);
        y += 14;
    }
    return y;
}

void draw_parts(Paper& paper, const DebriefReport& report) {
    constexpr double gap = 24, wide = (Paper::inner - gap) / 2;
    const double right = Paper::margin + wide + gap, top = paper.y;
    double left_y = top + paper.text(Paper::margin, top, wide, report.context("debrief/domains"), heading) + 5;
    const std::string points = report.context("debrief/components") + ": " + report.debrief.score_text;
    double right_y = top + paper.text(right, top, wide, points, heading) + 5;
    left_y = draw_bars(paper, report.debrief.domains, Paper::margin, left_y, wide);
    right_y = draw_bars(paper, report.debrief.components, right, right_y, wide);
    paper.y = std::max(left_y, right_y) + 2;
}

void draw_story(Paper& paper, const DebriefReport& report) {
    if (report.debrief.story.empty()) return;
    draw_heading(paper, report.debrief.story_title, 40);
    for (const std::string& line : report.debrief.story) {
        paper.need(paper.height_of(Paper::inner, line, body));
        paper.y += paper.text(Paper::margin, paper.y, Paper::inner, line, body) + 3;
    }
}

void draw_paragraph(Paper& paper, const std::string& words, const Type& type, double indent = 0) {
    const double wide = Paper::inner - indent;
    paper.need(paper.height_of(wide, words, type));
    paper.y += paper.text(Paper::margin + indent, paper.y, wide, words, type) + 3;
}

void draw_revision(Paper& paper, const DebriefReport& report) {
    if (!report.debrief.revision) return;
    const present::DebriefRevision& revision = *report.debrief.revision;
    draw_heading(paper, report.context("debrief/revision_title"), 40);
    for (const std::string& guideline : revision.guidelines) draw_paragraph(paper, guideline, strong);
    draw_paragraph(paper, revision.scores, body);
    for (const present::DebriefRevision::Line& line : revision.lines) {
        draw_paragraph(paper, line.title, strong);
        draw_paragraph(paper, report.context.fill("debrief/revision_line", {{"then", line.then}, {"now", line.now}}),
                       quiet, 12);
    }
    if (!revision.rest.empty()) draw_paragraph(paper, revision.rest, quiet);
}

base::Result<std::unique_ptr<Paper>> drawn(const DebriefReport& report, const std::filesystem::path& fonts, int pages) {
    const present::Context& words = report.context;
    base::Result<std::unique_ptr<Paper>> opened =
        Paper::open({words("debrief/title") + " · " + report.case_title, words("program/name"),
                     words("program/name") + ". " + words("program/teaching_notice") + ". " + report.debrief.version,
                     words("debrief/page_of"), pages},
                    fonts);
    if (!opened) return opened;
    Paper& paper = **opened;
    draw_title(paper, report);
    draw_score(paper, report);
    draw_parts(paper, report);
    draw_story(paper, report);
    draw_revision(paper, report);
    draw_lanes(paper, report);
    draw_chart(paper, report);
    draw_lines(paper, report);
    draw_course(paper, report);
    draw_told(paper, report);
    draw_borders(paper, report);
    draw_journal(paper, report);
    draw_sources(paper, report);
    return opened;
}

}  // namespace

void draw_heading(Paper& paper, std::string_view words, double keep_with) {
    const bool fresh = paper.need(keep_with + 30);
    if (!fresh && paper.y > Paper::margin) paper.y += 9;
    paper.y += paper.text(Paper::margin, paper.y, Paper::inner, words, heading) + 5;
}

void draw_mark(Paper& paper, double x, double y, pathway::Mark mark, double size) {
    const double r = size / 2;
    const Typesetting& typesetting = paper.typesetting();
    cairo_t* pen = paper.pen();
    switch (mark) {
        case pathway::Mark::matched:
            paper.fill(x - r, y - r, size, size, inks::ok, r);
            paper.line(x - 0.45 * r, y + 0.02 * r, x - 0.12 * r, y + 0.36 * r, inks::white, 0.24 * r);
            return paper.line(x - 0.12 * r, y + 0.36 * r, x + 0.48 * r, y - 0.3 * r, inks::white, 0.24 * r);
        case pathway::Mark::missed:
            typesetting.cairo_set_line_width(pen, r * 0.28);
            for (int i = 0; i < 8; ++i) draw_arc(paper, x, y, r * 0.86, i * pi / 4, i * pi / 4 + pi / 7, inks::missed);
            return;
        case pathway::Mark::late:
            paper.fill(x - r, y - r, size, size, inks::late, r);
            paper.line(x, y - 0.55 * r, x, y, inks::white, 0.24 * r);
            return paper.line(x, y, x + 0.42 * r, y + 0.2 * r, inks::white, 0.24 * r);
        case pathway::Mark::unneeded:
            paper.use(inks::unneeded);
            typesetting.cairo_set_line_width(pen, r * 0.28);
            typesetting.cairo_move_to(pen, x, y - 0.95 * r);
            typesetting.cairo_line_to(pen, x + 0.95 * r, y);
            typesetting.cairo_line_to(pen, x, y + 0.95 * r);
            typesetting.cairo_line_to(pen, x - 0.95 * r, y);
            typesetting.cairo_close_path(pen);
            return typesetting.cairo_stroke(pen);
        case pathway::Mark::harmful:
            paper.use(inks::harm);
            typesetting.cairo_move_to(pen, x, y - 0.95 * r);
            typesetting.cairo_line_to(pen, x + r, y + 0.8 * r);
            typesetting.cairo_line_to(pen, x - r, y + 0.8 * r);
            typesetting.cairo_close_path(pen);
            typesetting.cairo_fill(pen);
            return paper.line(x, y - 0.3 * r, x, y + 0.5 * r, inks::white, 0.26 * r);
        case pathway::Mark::none: return paper.fill(x - 1, y - 1, 2, 2, inks::ink3, 1);
    }
}

base::Result<std::string> debrief_pdf(const DebriefReport& report, const std::filesystem::path& fonts) {
    // Once to count the pages, once to number them.
    auto counted = drawn(report, fonts, 0);
    if (!counted) return counted.error();
    auto paper = drawn(report, fonts, (*counted)->pages());
    if (!paper) return paper.error();
    return (*paper)->finish();
}

}  // namespace palpera::exchange
