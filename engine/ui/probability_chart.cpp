#include "engine/ui/probability_chart.h"

#include <algorithm>
#include <cmath>

#include "engine/ui/interaction.h"
#include "engine/ui/paint.h"
#include "engine/ui/text.h"

namespace palpera::ui {
namespace {

constexpr TextLook label_look{Type::caption, Weight::strong, Role::ink};
constexpr float shape_size = 4;

ImDrawList& list() { return *ImGui::GetWindowDrawList(); }

struct Axes {
    Rect plot;
    double first, last;

    ImVec2 at(double minute, double per_cent) const {
        double x = last > first ? (minute - first) / (last - first) : 0;
        return {plot.min.x + plot.width() * static_cast<float>(std::clamp(x, 0.0, 1.0)),
                plot.max.y - plot.height() * static_cast<float>(std::clamp(per_cent / 100, 0.0, 1.0))};
    }
};

// Hollow: what the student thought. Filled: what the findings supported.
void draw_shape(const Ui& ui, ImVec2 at, SeriesShape shape, Role role, bool filled) {
    const float r = ui.px(shape_size), width = ui.px(1.6f);
    const ImU32 ink = ui.colour(role), ground = ui.colour(filled ? role : Role::surface);
    const ImVec2 top{at.x, at.y - r * 1.15f}, left{at.x - r * 1.05f, at.y + r * 0.8f},
        right{at.x + r * 1.05f, at.y + r * 0.8f};
    const ImVec2 up{at.x, at.y - r * 1.25f}, east{at.x + r * 1.25f, at.y}, down{at.x, at.y + r * 1.25f},
        west{at.x - r * 1.25f, at.y};
    switch (shape) {
        case SeriesShape::disc: list().AddCircleFilled(at, r, ground); return list().AddCircle(at, r, ink, 0, width);
        case SeriesShape::square:
            list().AddRectFilled({at.x - r, at.y - r}, {at.x + r, at.y + r}, ground);
            return list().AddRect({at.x - r, at.y - r}, {at.x + r, at.y + r}, ink, 0, 0, width);
        case SeriesShape::triangle:
            list().AddTriangleFilled(top, right, left, ground);
            return list().AddTriangle(top, right, left, ink, width);
        case SeriesShape::diamond:
            list().AddQuadFilled(up, east, down, west, ground);
            return list().AddQuad(up, east, down, west, ink, width);
        case SeriesShape::cross:
            list().AddLine({at.x - r, at.y - r}, {at.x + r, at.y + r}, ink, ui.px(filled ? 2.4f : 1.6f));
            list().AddLine({at.x - r, at.y + r}, {at.x + r, at.y - r}, ink, ui.px(filled ? 2.4f : 1.6f));
    }
}

void draw_grid(Ui& ui, Rect rect, const Axes& axes, const std::vector<std::pair<double, std::string>>& times) {
    const bool quarters = axes.plot.height() >= ui.px(200);
    for (int value : {0, 25, 50, 75, 100}) {
        if (value % 50 != 0 && !quarters) continue;
        float y = axes.at(axes.first, value).y;
        horizontal_line(ui, axes.plot.min.x, axes.plot.max.x, y);
        draw_text(ui, {{rect.min.x, y - ui.px(8)}, {axes.plot.min.x - ui.px(8), y + ui.px(8)}}, std::to_string(value),
                  caption, 1);
    }
    // Times that would lie on one another are left out.
    float free = axes.plot.min.x - ui.px(40);
    for (const auto& [minute, label] : times) {
        float x = axes.at(minute, 0).x, half = measure(ui, label, caption).x / 2 + ui.px(1);
        if (x - half < free || x + half > rect.max.x) continue;
        draw_text(ui, {{x - half, axes.plot.max.y + ui.px(6)}, {x + half, axes.plot.max.y + ui.px(22)}}, label, caption,
                  0.5f);
        free = x + half + ui.px(12);
    }
}

void draw_supported(const Ui& ui, const Axes& axes, const ProbabilitySeries& series) {
    std::vector<ImVec2> points;
    for (auto [minute, value] : series.supported) {
        ImVec2 at = axes.at(minute, value);
        if (!points.empty()) points.push_back({at.x, points.back().y});
        points.push_back(at);
    }
    if (points.empty()) return;
    points.push_back({axes.plot.max.x, points.back().y});
    // Segments apart: a joined line thins at its corners. A hair longer, so that steps meet.
    for (std::size_t i = 1; i < points.size(); ++i) {
        const float reach = points[i - 1].y == points[i].y ? ui.px(1.25f) : 0;
        list().AddLine({points[i - 1].x - reach, points[i - 1].y}, {points[i].x + reach, points[i].y},
                       ui.colour(series.role), ui.px(2.5f));
    }
    draw_shape(ui, points.back(), series.shape, series.role, true);
}

void draw_student(const Ui& ui, const Axes& axes, const ProbabilitySeries& series) {
    std::vector<ImVec2> points;
    for (auto [minute, value] : series.student) points.push_back(axes.at(minute, value));
    if (!points.empty()) points.push_back({axes.plot.max.x, points.back().y});
    dashed(ui, points, series.role, 1.8f, 5, 4);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) draw_shape(ui, points[i], series.shape, series.role, false);
}

struct Label {
    const ProbabilitySeries* series;
    Lines words;
    float y;
};

// Beside their lines, moved apart so that none lies on another and none leaves the plot.
std::vector<Label> place_labels(const Ui& ui, const Axes& axes, const ProbabilityChart& chart, float width) {
    std::vector<Label> labels;
    for (const ProbabilitySeries& one : chart.series) {
        const auto& line = one.supported.empty() ? one.student : one.supported;
        if (line.empty()) continue;
        labels.push_back({&one, wrap(ui, one.label, label_look, width, 2), axes.at(axes.last, line.back().second).y});
    }
    std::ranges::stable_sort(labels, {}, &Label::y);
    const auto apart = [](const Label& a, const Label& b) { return (a.words.size.y + b.words.size.y) / 2; };
    for (std::size_t i = 1; i < labels.size(); ++i)
        labels[i].y = std::max(labels[i].y, labels[i - 1].y + apart(labels[i - 1], labels[i]));
    float foot = axes.plot.max.y + ui.px(8);
    for (std::size_t i = labels.size(); i-- > 0;) {
        labels[i].y = std::min(labels[i].y, foot - labels[i].words.size.y / 2);
        foot = labels[i].y - labels[i].words.size.y / 2;
    }
    return labels;
}

void draw_labels(Ui& ui, const Axes& axes, const ProbabilityChart& chart, float width) {
    for (const Label& label : place_labels(ui, axes, chart, width)) {
        TextLook look = label_look;
        look.role = label.series->role;
        const ImVec2 at{axes.plot.max.x + ui.px(12), std::round(label.y - label.words.size.y / 2)};
        draw_lines(ui, at, label.words, look);
        ui.registry.add({.kind = ItemKind::text,
                         .label = label.series->label,
                         .rect = rect(at, label.words.size),
                         .scrolls = true,
                         .cut = label.words.cut});
    }
}

int nearest(const Axes& axes, const std::vector<ProbabilityMoment>& moments, float x) {
    const auto near = std::ranges::min_element(
        moments, {}, [&](const ProbabilityMoment& one) { return std::abs(axes.at(one.minute, 0).x - x); });
    return static_cast<int>(near - moments.begin());
}

int walked(Ui& ui, const ProbabilityChart& chart, int at) {
    const int last = static_cast<int>(chart.moments.size()) - 1;
    if (at < 0 || at > last) at = last;
    if (ui.key(Key::left)) return std::max(0, at - 1);
    if (ui.key(Key::right)) return std::min(last, at + 1);
    if (ui.key(Key::home)) return 0;
    return ui.key(Key::end) ? last : at;
}

double held(const std::vector<std::pair<double, double>>& line, double minute) {
    double value = -1;
    for (auto [from, per_cent] : line)
        if (from <= minute) value = per_cent;
    return value;
}

void draw_moment(Ui& ui, const Axes& axes, const ProbabilityChart& chart, double minute) {
    const float x = std::round(axes.at(minute, 0).x);
    vertical_line(ui, x, axes.plot.min.y, axes.plot.max.y, Role::ink2);
    for (const ProbabilitySeries& one : chart.series)
        if (const double value = held(one.supported, minute); value >= 0)
            draw_shape(ui, {x, axes.at(minute, value).y}, one.shape, one.role, true);
}

// A riser of a stepped line.
bool rises_through(const Ui& ui, const Axes& axes, const ProbabilitySeries& series, Rect words) {
    for (std::size_t i = 1; i < series.supported.size(); ++i) {
        const ImVec2 from = axes.at(series.supported[i].first, series.supported[i - 1].second),
                     to = axes.at(series.supported[i].first, series.supported[i].second);
        const bool across = from.x > words.min.x - ui.px(4) && from.x < words.max.x + ui.px(4);
        if (across && std::min(from.y, to.y) < words.max.y && std::max(from.y, to.y) > words.min.y) return true;
    }
    return false;
}

bool lies_on_a_line(const Ui& ui, const Axes& axes, const ProbabilityChart& chart, Rect words) {
    constexpr int samples = 12;
    const double span = axes.last - axes.first;
    for (const ProbabilitySeries& one : chart.series)
        if (rises_through(ui, axes, one, words)) return true;
    for (int i = 0; i <= samples; ++i) {
        const float x = words.min.x + words.width() * static_cast<float>(i) / samples;
        const double minute = axes.first + span * static_cast<double>((x - axes.plot.min.x) / axes.plot.width());
        for (const ProbabilitySeries& one : chart.series)
            for (const auto* line : {&one.supported, &one.student}) {
                const double value = held(*line, minute);
                const float y = axes.at(minute, value).y;
                if (value >= 0 && y > words.min.y - ui.px(4) && y < words.max.y + ui.px(4)) return true;
            }
    }
    return false;
}

// What happened there, beside its line on the side with more room, as high as no line crosses it.
void draw_event(Ui& ui, const Axes& axes, const ProbabilityChart& chart, const ProbabilityEvent& event) {
    const float x = std::round(axes.at(event.minute, 0).x);
    const ImVec2 line[] = {{x, axes.plot.min.y}, {x, axes.plot.max.y}};
    dashed(ui, line, Role::ink3, 1, 2, 2);
    const float left = x - axes.plot.min.x, right = axes.plot.max.x - x;
    const Lines words = wrap(ui, event.label, caption, std::max(left, right) - ui.px(8), 2);
    Rect place = rect({left > right ? x - ui.px(6) - words.size.x : x + ui.px(6), axes.plot.min.y}, words.size);
    const float step = ui.px(8);
    for (Rect next = place; next.max.y <= axes.plot.max.y; next = next.moved(0, step)) {
        if (lies_on_a_line(ui, axes, chart, next)) continue;
        place = next;
        break;
    }
    fill(ui, place.grown(ui.px(1)), Role::surface, 3, 0.85f);
    draw_lines(ui, place.min, words, caption);
}

}  // namespace

void probability_legend(Ui& ui, std::string_view words, bool dashed_line) {
    const TextLook look{Type::caption, Weight::regular, Role::ink2};
    const Rect place = claim(ui, {measure(ui, words, look).x + ui.px(34), ui.px(20)});
    const float y = std::round(place.middle().y);
    const ImVec2 line[] = {{place.min.x, y}, {place.min.x + ui.px(24), y}};
    if (dashed_line)
        dashed(ui, line, Role::ink2, 1.8f, 5, 4);
    else
        list().AddLine(line[0], line[1], ui.colour(Role::ink2), ui.px(2.5f));
    draw_text(ui, {{place.min.x + ui.px(32), place.min.y}, {place.max.x + 1, place.max.y}}, words, look);
}

int probability_chart(Ui& ui, Rect rect, std::string_view name, const ProbabilityChart& chart, int at) {
    float names = 0;
    for (const ProbabilitySeries& one : chart.series) names = std::max(names, measure(ui, one.label, label_look).x + 1);
    names = std::min(names, rect.width() * 0.36f);
    const Axes axes{
        {{rect.min.x + ui.px(36), rect.min.y + ui.px(8)}, {rect.max.x - names - ui.px(12), rect.max.y - ui.px(24)}},
        chart.first,
        chart.last};
    const Rect target{{axes.plot.min.x, rect.min.y}, {axes.plot.max.x, axes.plot.max.y}};
    std::string_view told;
    if (!chart.moments.empty())
        told = chart
                   .moments[at < 0 ? chart.moments.size() - 1
                                   : std::min(static_cast<std::size_t>(at), chart.moments.size() - 1)]
                   .readout;
    const Touch touched = touch(ui, target, {.name = name, .kind = ItemKind::slider, .label = told, .rounding = 6});
    draw_grid(ui, rect, axes, chart.times);
    for (const ProbabilityEvent& event : chart.events) draw_event(ui, axes, chart, event);
    // The first hypothesis lies on top.
    for (auto one = chart.series.rbegin(); one != chart.series.rend(); ++one) draw_supported(ui, axes, *one);
    for (auto one = chart.series.rbegin(); one != chart.series.rend(); ++one) draw_student(ui, axes, *one);
    draw_labels(ui, axes, chart, names);
    if (chart.moments.empty()) return at;
    if (touched.ring) at = walked(ui, chart, at);
    const int shown = touched.hovered ? nearest(axes, chart.moments, ImGui::GetIO().MousePos.x) : at;
    if (!touched.hovered && !touched.ring) return at;
    const ProbabilityMoment& moment = chart.moments[static_cast<std::size_t>(std::max(0, shown))];
    draw_moment(ui, axes, chart, moment.minute);
    tooltip(ui, touched, moment.readout);
    return shown;
}

}  // namespace palpera::ui
