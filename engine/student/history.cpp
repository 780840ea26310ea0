#include "engine/student/history_parts.h"
#include "engine/ui/column_edge.h"

namespace palpera::student {
namespace {

constexpr int findings_page = 3;

struct ColumnWidths {
    float left = 224, right = 296;
};

ColumnWidths column_widths(ui::Width width) {
    if (width == ui::Width::extra) return {280, 400};
    if (width == ui::Width::wide) return {256, 336};
    return {};
}

void draw_patient_column(HistoryPart& part, ui::Rect place, bool is_short) {
    ui::Area area(part.ui, "history.patient", place, {.ground = ui::Role::surface2, .padding = 16, .line_left = true});
    draw_patient_card(part, present::patient_card(part.words(), part.view.encounter));
    draw_noted(part);
    draw_differential(part, is_short);
}

void draw_page(HistoryPart& part, ui::Rect place, const present::PatientCard& card) {
    if (part.state.page == 0) return draw_conversation(part, place);
    if (part.state.page == 1) return draw_topics(part, place);
    ui::Area area(part.ui, "history.page", place, {.padding = 16});
    if (part.state.page == 2) draw_patient_card(part, card);
    if (part.state.page == findings_page) draw_noted(part);
    if (part.state.page == 4) draw_differential(part, false);
}

void draw_compact(HistoryPart& part, ui::Rect place) {
    const present::Context& words = part.words();
    const present::PatientCard card = present::patient_card(words, part.view.encounter);
    const ui::Rect bar = ui::cut_bottom(part.ui, place, 56);
    draw_page(part, place, card);
    const std::string findings = words.count("encounter/findings_count", card.noted);
    part.state.page = ui::bottom_bar(part.ui, bar,
                                     {{"history.page.conversation", ui::icon::forum, words("history/conversation")},
                                      {"history.page.topics", ui::icon::list, words("history/topics")},
                                      {"history.page.patient", ui::icon::person, words("encounter/patient")},
                                      {"history.page.findings", ui::icon::edit_note, findings},
                                      {"history.page.diagnoses", ui::icon::query_stats, words("history/diagnoses")}},
                                     part.state.page);
}

}  // namespace

Actions draw_history(ui::Ui& ui, ui::Rect place, const VisitView& view, HistoryState& state) {
    Actions asked;
    HistoryPart part{ui, view, state, asked};
    const ui::SizeClass size = ui::size_class(ui);
    if (ui.key(ui::Key::n, true)) {
        state.writing_own = true;
        state.page = findings_page;
    }
    if (size.width == ui::Width::compact) {
        draw_compact(part, place);
    } else {
        const ColumnWidths widths = column_widths(size.width);
        const ui::ThreeColumns columns =
            ui::three_columns(ui, place, widths.left * state.topics_share, widths.right * state.patient_share);
        draw_topics(part, columns.left);
        draw_conversation(part, columns.centre);
        draw_patient_column(part, columns.right, size.is_short);
        ui::column_edge(ui, "history.topics.edge", columns.left, true, state.topics_share);
        ui::column_edge(ui, "history.patient.edge", columns.right, false, state.patient_share);
    }
    draw_history_overlays(part);
    return asked;
}

}  // namespace palpera::student
