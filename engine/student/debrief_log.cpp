// The whole journal, and everything that is cited.
#include <algorithm>

#include "engine/student/debrief_parts.h"

namespace palpera::student {
namespace {

constexpr float most_width = 1100;

// Running text keeps to a readable part of a wide window.
class Measure {
public:
    explicit Measure(ui::Ui& ui) : outer_(ui::box()) {
        const float spare = std::max(0.0f, (outer_.right - outer_.left - ui.px(most_width)) / 2);
        ui::set_box({outer_.left + spare, outer_.right - spare});
        ImGui::SetCursorScreenPos({outer_.left + spare, ImGui::GetCursorScreenPos().y});
    }
    ~Measure() {
        ui::set_box(outer_);
        ImGui::SetCursorScreenPos({outer_.left, ImGui::GetCursorScreenPos().y});
    }
    Measure(const Measure&) = delete;
    Measure& operator=(const Measure&) = delete;

private:
    ui::Box outer_;
};

void draw_act(DebriefPart& part, const present::JournalLine& line, const std::vector<float>& widths) {
    ui::Ui& ui = part.ui;
    ui::Columns columns(ui, widths, 12);
    columns.next();
    ui::text(ui, line.time, {ui::Type::body, ui::Weight::regular, ui::Role::ink2, true});
    columns.next();
    ui::paragraph(ui, line.act, ui::body_strong);
    columns.next();
    if (!line.response.empty()) ui::paragraph(ui, line.response, ui::body_quiet);
    columns.next();
    draw_rewind(part, "debrief.journal." + std::to_string(line.action), line.action);
}

void draw_act_narrow(DebriefPart& part, const present::JournalLine& line) {
    ui::Ui& ui = part.ui;
    {
        ui::Line top(ui, 32);
        top.from_right();
        draw_rewind(part, "debrief.journal." + std::to_string(line.action), line.action);
        top.from_left();
        ui::text(ui, line.time, ui::body_quiet);
    }
    ui::paragraph(ui, line.act, ui::body_strong);
    if (!line.response.empty()) ui::paragraph(ui, line.response, ui::body_quiet);
}

void draw_claim(DebriefPart& part, const present::DebriefLine::Source& source) {
    ui::Columns columns(part.ui, {72, 0}, 8);
    columns.next();
    ui::text(part.ui, source.id, ui::body_strong);
    columns.next();
    ui::paragraph(part.ui, source.quote, ui::body_quiet);
}

}  // namespace

void draw_journal(DebriefPart& part) {
    ui::Ui& ui = part.ui;
    const bool narrow = ui::size_class(ui).width == ui::Width::compact;
    float time = 0;
    for (const present::JournalLine& line : part.journal)
        time = std::max(time, ui::measure(ui, line.time, ui::body).x / ui.scale);
    const float rewind = ui::button_width(ui, part.words("debrief/rewind_here"),
                                          {.size = ui::ButtonSize::small, .icon = ui::icon::replay}) /
                         ui.scale;
    Measure measure(ui);
    ui::Card card(ui);
    for (const present::JournalLine& line : part.journal) {
        if (&line != &part.journal.front()) ui::divider(ui, 6);
        if (narrow)
            draw_act_narrow(part, line);
        else
            draw_act(part, line, {time + 8, ui::width_left(ui) / ui.scale * 0.32f, 0, rewind + 1});
    }
}

void draw_sources(DebriefPart& part) {
    ui::Ui& ui = part.ui;
    Measure measure(ui);
    {
        ui::Card card(ui);
        ui::paragraph(ui, part.words("debrief/claims_title"), ui::card_heading);
        std::string document;
        for (const present::DebriefLine::Source& source : part.debrief.sources) {
            if (source.id.empty()) continue;
            if (source.title != document) {
                ui::gap(ui, 8);
                ui::paragraph(ui, source.title, ui::caption_strong);
                document = source.title;
            }
            draw_claim(part, source);
        }
    }
    const bool any = std::ranges::any_of(part.debrief.sources, [](const auto& source) { return source.id.empty(); });
    if (any) {
        ui::Card card(ui);
        ui::paragraph(ui, part.words("debrief/beyond_title"), ui::card_heading);
        for (const present::DebriefLine::Source& source : part.debrief.sources)
            if (source.id.empty()) ui::paragraph(ui, source.title, ui::body_quiet);
    }
    ui::paragraph(ui, part.debrief.version, ui::caption);
}

}  // namespace palpera::student
