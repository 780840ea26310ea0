#include <algorithm>
#include <cmath>

#include "engine/ui/charts.h"
#include "engine/ui/paint.h"
#include "engine/ui/text.h"

namespace palpera::ui {
namespace {

struct Axes {
    Rect plot;
    double first, last;

    ImVec2 at(double minute, double per_cent) const {
        double x = last > first ? (minute - first) / (last - first) : 0;
        return {plot.min.x + plot.width() * static_cast<float>(std::clamp(x, 0.0, 1.0)),
                plot.max.y - plot.height() * static_cast<float>(std::clamp(per_cent / 100, 0.0, 1.0))};
    }
};

void draw_grid(Ui& ui, Rect rect, const Axes& axes, const std::vector<std::pair<double, std::string>>& times) {
    for (int value : {0, 50, 100}) {
        float y = axes.at(axes.first, value).y;
        horizontal_line(ui, axes.plot.min.x, axes.plot.max.x, y);
        draw_text(ui, {{rect.min.x, y - ui.px(8)}, {axes.plot.min.x - ui.px(8), y + ui.px(8)}}, std::to_string(value),
                  caption, 1);
    }
    float room = times.empty() ? 0 : axes.plot.width() / static_cast<float>(times.size());
    for (const auto& [minute, label] : times) {
        float x = axes.at(minute, 0).x, half = std::min(room, ui.px(80)) / 2;
        draw_text(ui, {{x - half, axes.plot.max.y + ui.px(6)}, {x + half, axes.plot.max.y + ui.px(22)}}, label, caption,
                  0.5f);
    }
}

void draw_supported(const Ui& ui, const Axes& axes, const ProbabilitySeries& series) {
    std::vector<ImVec2> points;
    for (auto [minute, value] : series.supported) {
        ImVec2 at = axes.at(minute, value);
        if (!points.empty()) points.push_back({at.x, points.back().y});
        points.push_back(at);
    }
    if (!points.empty()) points.push_back({axes.plot.max.x, points.back().y});
    // Segments apart: a joined line thins at its corners.
    for (std::size_t i = 1; i < points.size(); ++i)
        ImGui::GetWindowDrawList()->AddLine(points[i - 1], points[i], ui.colour(series.role), ui.px(2.5f));
}

void draw_student(const Ui& ui, const Axes& axes, const ProbabilitySeries& series) {
    std::vector<ImVec2> points;
    for (auto [minute, value] : series.student) points.push_back(axes.at(minute, value));
    dashed(ui, points, series.role, 1.8f, 5, 4);
    for (ImVec2 at : points) {
        ImGui::GetWindowDrawList()->AddCircleFilled(at, ui.px(3.5f), ui.colour(Role::surface));
        ImGui::GetWindowDrawList()->AddCircle(at, ui.px(3.5f), ui.colour(series.role), 0, ui.px(1.8f));
    }
}

// At the right end, each beside its line, moved apart so that none lies on another.
void draw_labels(Ui& ui, Rect rect, const Axes& axes, const std::vector<ProbabilitySeries>& series) {
    struct Label {
        const ProbabilitySeries* series;
        float y;
    };
    std::vector<Label> labels;
    for (const ProbabilitySeries& one : series) {
        const auto& line = one.supported.empty() ? one.student : one.supported;
        if (!line.empty()) labels.push_back({&one, axes.at(axes.last, line.back().second).y});
    }
    std::ranges::stable_sort(labels, {}, &Label::y);
    float least = ui.px(15);
    for (std::size_t i = 1; i < labels.size(); ++i) labels[i].y = std::max(labels[i].y, labels[i - 1].y + least);
    float foot = axes.plot.max.y - ui.px(3);
    for (std::size_t i = labels.size(); i-- > 0; foot = labels[i].y - least) labels[i].y = std::min(labels[i].y, foot);
    for (const Label& label : labels)
        draw_text(ui, {{axes.plot.max.x + ui.px(8), label.y - ui.px(8)}, {rect.max.x, label.y + ui.px(8)}},
                  label.series->label, {Type::caption, Weight::strong, label.series->role});
}

}  // namespace

void probability_chart(Ui& ui, Rect rect, const std::vector<ProbabilitySeries>& series, double first, double last,
                       const std::vector<std::pair<double, std::string>>& times,
                       const std::vector<ProbabilityEvent>& events) {
    float names = 0;
    for (const ProbabilitySeries& one : series) names = std::max(names, measure(ui, one.label, caption_strong).x);
    names = std::min(names + ui.px(12), rect.width() / 3);
    Axes axes{
        {{rect.min.x + ui.px(36), rect.min.y + ui.px(8)}, {rect.max.x - names, rect.max.y - ui.px(24)}}, first, last};
    draw_grid(ui, rect, axes, times);
    for (const ProbabilityEvent& event : events) {
        float x = std::round(axes.at(event.minute, 0).x);
        ImVec2 line[] = {{x, axes.plot.min.y}, {x, axes.plot.max.y}};
        dashed(ui, line, Role::ink3, 1, 2, 2);
        draw_text(ui, {{axes.plot.min.x, axes.plot.min.y}, {x - ui.px(6), axes.plot.min.y + ui.px(16)}}, event.label,
                  caption, 1);
    }
    for (const ProbabilitySeries& one : series) draw_supported(ui, axes, one);
    for (const ProbabilitySeries& one : series) draw_student(ui, axes, one);
    draw_labels(ui, rect, axes, series);
}

}  // namespace palpera::ui
