// The lanes and the probabilities on paper.
#include <algorithm>
#include <cmath>

#include "engine/exchange/debrief_pdf_parts.h"

namespace palpera::exchange {
namespace {

constexpr Type small{7.5, false, inks::ink3}, label{7.5, true}, name{9, true};
constexpr double lane_height = 32, lane_names = 78;

// Minutes of the axis to places on the page.
struct Scale {
    double left, right, last;
    double x(base::Minutes at) const {
        return left + (right - left) * std::clamp(static_cast<double>(at.value) / last, 0.0, 1.0);
    }
};

Scale scale_of(const DebriefReport& report, double left, double right) {
    return {left, right, std::max(1.0, static_cast<double>(report.debrief.axis_end.value))};
}

// Times that would lie on one another are left out.
void draw_times(Paper& paper, const DebriefReport& report, const Scale& scale, double top, double foot, bool lines) {
    double free = 0;
    for (const present::DebriefTick& tick : report.debrief.ticks) {
        const double x = scale.x(tick.at), half = paper.width_of(tick.label, small) / 2 + 1;
        if (x - half < free) continue;
        if (lines) paper.line(x, top, x, foot, inks::line, 0.5, true);
        paper.text(x - half - 4, foot + 3, 2 * half + 8, tick.label, small, 0.5);
        free = x + half + 6;
    }
}

void draw_legend(Paper& paper, const DebriefReport& report) {
    double x = Paper::margin;
    for (const auto& [mark, count] : report.debrief.counts) {
        const std::string words =
            report.context("outcome/" + std::string(pathway::name(mark))) + " " + std::to_string(count);
        draw_mark(paper, x + 4, paper.y + 5.5, mark);
        paper.text(x + 12, paper.y, 120, words, small);
        x += paper.width_of(words, small) + 28;
    }
    paper.fill(x, paper.y + 1.5, 16, 8, inks::primary_tint, 2);
    paper.text(x + 20, paper.y, 200, report.context("debrief/guideline_window"), small);
    paper.y += 16;
}

// Marks nearer than their size stand below one another.
double stacked(std::vector<std::pair<double, double>>& placed, double x, double base) {
    double y = base;
    for (const auto& [other_x, other_y] : placed)
        if (std::abs(other_x - x) < 6.4 && std::abs(other_y - y) < 4) y = y < base - 8 ? base : y - 5;
    placed.emplace_back(x, y);
    return y;
}

void draw_lane(Paper& paper, const present::DebriefLane& lane, const Scale& scale, double top) {
    const double track = top + 9, base = top + 24;
    paper.text(Paper::margin, top + 10, lane_names - 6, lane.name, name);
    paper.line(scale.left, base, scale.right, base, inks::sunken, 1.4);
    for (const present::DebriefWindow& window : lane.windows) {
        const double from = scale.x(window.from), wide = scale.x(window.until) - from;
        if (wide <= 0) continue;
        paper.fill(from, track - 6.5, wide, 13, inks::primary_tint, 3.5);
        if (paper.width_of(window.label, small) + 8 < wide)
            paper.text(from + 5, track - 5, wide, window.label, {7.5, false, inks::primary});
    }
    std::vector<std::pair<double, double>> placed;
    for (const present::DebriefMark& mark : lane.marks) {
        const double x = scale.x(mark.at), y = stacked(placed, x, base);
        if (mark.due) {
            paper.line(scale.x(*mark.due), track, x, track, inks::late, 1, true);
            paper.line(x, track, x, y - 5, inks::late, 1, true);
        }
        draw_mark(paper, x, y, mark.mark, 7.5);
    }
}

struct Look {
    Ink ink;
    int shape;  // disc, square, triangle, diamond, cross
};
Look look_of(const present::DebriefHypothesis& one, std::size_t index) {
    constexpr Ink order[] = {inks::primary, inks::missed, inks::late, inks::focus};
    if (one.condition.empty() || index >= std::size(order)) return {inks::ink3, 4};
    return {order[index], static_cast<int>(index)};
}

void draw_shape(Paper& paper, double x, double y, const Look& look, bool filled) {
    constexpr double r = 2.6;
    const Typesetting& typesetting = paper.typesetting();
    cairo_t* pen = paper.pen();
    typesetting.cairo_new_path(pen);
    if (look.shape == 4) {
        paper.line(x - r, y - r, x + r, y + r, look.ink, 1.1);
        return paper.line(x - r, y + r, x + r, y - r, look.ink, 1.1);
    }
    if (look.shape == 0) typesetting.cairo_arc(pen, x, y, r, 0, 6.2831853);
    if (look.shape == 1) typesetting.cairo_rectangle(pen, x - r, y - r, 2 * r, 2 * r);
    if (look.shape == 2) {
        typesetting.cairo_move_to(pen, x, y - r * 1.15);
        typesetting.cairo_line_to(pen, x + r * 1.05, y + r * 0.8);
        typesetting.cairo_line_to(pen, x - r * 1.05, y + r * 0.8);
        typesetting.cairo_close_path(pen);
    }
    if (look.shape == 3) {
        typesetting.cairo_move_to(pen, x, y - r * 1.25);
        typesetting.cairo_line_to(pen, x + r * 1.25, y);
        typesetting.cairo_line_to(pen, x, y + r * 1.25);
        typesetting.cairo_line_to(pen, x - r * 1.25, y);
        typesetting.cairo_close_path(pen);
    }
    paper.use(filled ? look.ink : inks::white);
    typesetting.cairo_fill_preserve(pen);
    paper.use(look.ink);
    typesetting.cairo_set_line_width(pen, 1);
    typesetting.cairo_stroke(pen);
}

struct Plot {
    Scale scale;
    double top, foot;
    double y(int thousandths) const { return foot - (foot - top) * thousandths / 1000.0; }
};

void draw_supported(Paper& paper, const Plot& plot, const present::DebriefHypothesis& one, const Look& look) {
    for (std::size_t i = 0; i < one.supported.size(); ++i) {
        const bool last = i + 1 == one.supported.size();
        const double x = plot.scale.x(one.supported[i].at), y = plot.y(one.supported[i].thousandths);
        const double to = last ? plot.scale.right : plot.scale.x(one.supported[i + 1].at);
        paper.line(x - 0.7, y, to + 0.7, y, look.ink, 1.5);
        if (!last) paper.line(to, y, to, plot.y(one.supported[i + 1].thousandths), look.ink, 1.5);
        if (last) draw_shape(paper, plot.scale.right, y, look, true);
    }
}

void draw_student(Paper& paper, const Plot& plot, const present::DebriefHypothesis& one, const Look& look) {
    for (std::size_t i = 0; i < one.student.size(); ++i) {
        const bool last = i + 1 == one.student.size();
        const double x = plot.scale.x(one.student[i].at), y = plot.y(one.student[i].thousandths);
        const double to_x = last ? plot.scale.right : plot.scale.x(one.student[i + 1].at);
        paper.line(x, y, to_x, last ? y : plot.y(one.student[i + 1].thousandths), look.ink, 1, true);
    }
    for (const present::DebriefBelief& belief : one.student)
        draw_shape(paper, plot.scale.x(belief.at), plot.y(belief.thousandths), look, false);
}

// Beside the ends of their lines, moved apart.
void draw_names(Paper& paper, const Plot& plot, const std::vector<present::DebriefHypothesis>& all, double wide) {
    struct Name {
        std::size_t index;
        double y, high;
    };
    std::vector<Name> names;
    for (std::size_t i = 0; i < all.size(); ++i)
        names.push_back({i, plot.y(all[i].supported.back().thousandths), paper.height_of(wide, all[i].name, label)});
    std::ranges::stable_sort(names, {}, &Name::y);
    for (std::size_t i = 1; i < names.size(); ++i)
        names[i].y = std::max(names[i].y, names[i - 1].y + (names[i - 1].high + names[i].high) / 2);
    double foot = plot.foot + 6;
    for (std::size_t i = names.size(); i-- > 0; foot = names[i].y - names[i].high / 2)
        names[i].y = std::min(names[i].y, foot - names[i].high / 2);
    for (const Name& one : names) {
        Type type = label;
        type.ink = look_of(all[one.index], one.index).ink;
        paper.text(plot.scale.right + 8, one.y - one.high / 2, wide, all[one.index].name, type);
    }
}

void draw_chart_legend(Paper& paper, const DebriefReport& report) {
    const auto entry = [&](double x, const std::string& words, bool dashed) {
        paper.line(x, paper.y + 5.5, x + 20, paper.y + 5.5, inks::ink2, dashed ? 1 : 1.5, dashed);
        paper.text(x + 25, paper.y, 200, words, small);
        return x + 25 + paper.width_of(words, small) + 18;
    };
    const double next = entry(Paper::margin, report.context("debrief/legend_findings"), false);
    if (report.debrief.reasoning.asked_student) entry(next, report.context("debrief/legend_student"), true);
    paper.y += 16;
}

}  // namespace

void draw_lanes(Paper& paper, const DebriefReport& report) {
    const auto& lanes = report.debrief.lanes;
    const double high = lane_height * static_cast<double>(lanes.size());
    draw_heading(paper, report.context("debrief/steps_title"), high + 50);
    draw_legend(paper, report);
    const Scale scale = scale_of(report, Paper::margin + lane_names, Paper::width - Paper::margin - 8);
    const double top = paper.y;
    draw_times(paper, report, scale, top, top + high, true);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const double y = top + lane_height * static_cast<double>(i);
        if (i > 0) paper.line(Paper::margin, y, Paper::width - Paper::margin, y, inks::line);
        draw_lane(paper, lanes[i], scale, y);
    }
    paper.y = top + high + 14;
}

void draw_chart(Paper& paper, const DebriefReport& report) {
    constexpr double high = 116, names = 110;
    const present::DebriefReasoning& reasoning = report.debrief.reasoning;
    draw_heading(paper, report.context("debrief/chart_title"), reasoning.why_not.empty() ? high + 32 : 30);
    if (!reasoning.why_not.empty()) {
        paper.y += paper.text(Paper::margin, paper.y, Paper::inner, reasoning.why_not, {9, false, inks::ink2}) + 4;
        return;
    }
    draw_chart_legend(paper, report);
    const Plot plot{scale_of(report, Paper::margin + 26, Paper::width - Paper::margin - names), paper.y + 4,
                    paper.y + high};
    for (int value : {0, 250, 500, 750, 1000}) {
        paper.line(plot.scale.left, plot.y(value), plot.scale.right, plot.y(value), inks::line);
        if (value % 500 == 0) paper.text(Paper::margin, plot.y(value) - 5, 20, std::to_string(value / 10), small, 1);
    }
    draw_times(paper, report, plot.scale, plot.top, plot.foot, false);
    const auto& all = reasoning.hypotheses;
    for (std::size_t i = all.size(); i-- > 0;) draw_supported(paper, plot, all[i], look_of(all[i], i));
    for (std::size_t i = all.size(); i-- > 0;) draw_student(paper, plot, all[i], look_of(all[i], i));
    draw_names(paper, plot, all, names - 8);
    if (reasoning.turn) {
        const double x = plot.scale.x(reasoning.turn->at);
        const bool on_left = x - plot.scale.left > (plot.scale.right - plot.scale.left) / 2;
        const double wide = on_left ? x - plot.scale.left - 6 : plot.scale.right - x - 6;
        paper.line(x, plot.top, x, plot.foot, inks::ink3, 0.7, true);
        // Half way up, where lines seldom stay.
        const double y = (plot.top + plot.foot) / 2 - 18;
        const double said = std::min(wide, paper.width_of(reasoning.turn->what, small) + 2);
        paper.fill(on_left ? x - 5 - said : x + 4, y, said + 2, 11, inks::white);
        paper.text(on_left ? plot.scale.left : x + 5, y, wide, reasoning.turn->what, small, on_left ? 1 : 0);
    }
    paper.y = plot.foot + 20;
}

}  // namespace palpera::exchange
