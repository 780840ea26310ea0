#include <algorithm>
#include <array>

#include "engine/base/text.h"
#include "engine/student/history_parts.h"

namespace palpera::student {
namespace {

constexpr float widest_conversation = 880;

using Line = present::TranscriptLine;

// What typed words were taken to mean, with the way back.
void draw_understanding(HistoryPart& part, const Line& line) {
    ui::Ui& ui = part.ui;
    const std::vector<int>& taken = part.view.encounter.taken_back.all();
    if (std::find(taken.begin(), taken.end(), line.action) != taken.end()) {
        ui::paragraph(ui, line.text, ui::caption);
        return;
    }
    const std::string& back = part.words()("history/take_back");
    const ui::ButtonLook look{.kind = ui::ButtonKind::text, .size = ui::ButtonSize::small};
    const float needed = ui::measure(ui, line.text, ui::caption).x + ui::button_width(ui, back, look) + ui.px(8);
    const std::string name = "history.take_back." + std::to_string(line.action);
    bool pressed = false;
    if (needed < ui::width_left(ui)) {
        pressed = ui::understood_as(ui, line.text, name, back);
    } else {
        ui::paragraph(ui, line.text, ui::caption);
        pressed = ui::button(ui, name, back, look);
    }
    if (!pressed) return;
    part.asked.push_back(act(library::Verb::take_back));
    part.asked.back().number = line.action;
}

// Words that order something: where that is done, and the way there. Nothing is spent.
void draw_pointer(HistoryPart& part, const Line& line) {
    static constexpr std::array<std::pair<Stage, const char*>, 3> stages{{
        {Stage::examination, "encounter/stage_examination"},
        {Stage::investigations, "encounter/stage_investigations"},
        {Stage::assessment, "encounter/stage_assessment"},
    }};
    const auto& [stage, key] = stages.at(static_cast<std::size_t>(line.pointer->stage));
    const std::string go = part.words().fill("history/go_there", {{"stage", part.words()(key)}});
    if (ui::understood_as(part.ui, line.text, "history.go." + std::to_string(line.action), go))
        part.state.go_to = stage;
    ui::gap(part.ui, 12);
}

void draw_remark(HistoryPart& part, const Line& line) {
    ui::Line place(part.ui, 28);
    place.from_right();
    ui::text(part.ui, line.text, ui::caption);
}

void draw_answer(HistoryPart& part, const present::PatientCard& card, const Line& line) {
    const std::string note =
        line.can_note || line.noted ? "history.note." + std::to_string(line.action) : std::string();
    const ui::Answer answer{.patient_id = card.id,
                            .patient_name = card.name,
                            .words = line.text,
                            .time = line.time,
                            .note_name = note,
                            .note_label = part.words()(line.noted ? "encounter/noted" : "encounter/note"),
                            .noted = line.noted,
                            .quiet = line.kind == Line::Kind::notice};
    // A finding that was noted stays so: the journal has no act that takes it away.
    if (!ui::patient_speech(part.ui, answer) || line.noted) return;
    part.asked.push_back(act(library::Verb::note_finding));
    part.asked.back().number = line.action;
}

void draw_notice(HistoryPart& part, const present::PatientCard& card, const Line& line) {
    const library::Action& action = part.view.encounter.events.at(static_cast<std::size_t>(line.action - 1)).action;
    if (line.pointer)
        draw_pointer(part, line);
    else if (action.verb == library::Verb::say && !encounter::understood(action).empty())
        draw_understanding(part, line);
    else if (action.verb == library::Verb::take_back)
        draw_remark(part, line);
    else
        draw_answer(part, card, line);
}

void draw_line(HistoryPart& part, const present::PatientCard& card, const Line& line) {
    switch (line.kind) {
        case Line::Kind::divider:
            ui::divider_with_words(part.ui, line.text);
            ui::gap(part.ui, 8);
            break;
        case Line::Kind::student: ui::student_speech(part.ui, line.text, line.time); break;
        case Line::Kind::patient: draw_answer(part, card, line); break;
        case Line::Kind::notice: draw_notice(part, card, line); break;
    }
}

// Nothing said yet: the catalogue's first question, which opens any visit.
void draw_opening(HistoryPart& part) {
    const auto& questions = part.words().library.catalogue.questions;
    if (questions.empty()) return;
    ui::gap(part.ui, 24);
    if (ui::empty_state(part.ui, ui::icon::forum, part.words()("history/empty"), part.words()("history/empty_hint"),
                        "history.open", part.words().in(questions.front().name)))
        part.asked.push_back(act(library::Verb::ask, questions.front().id));
}

const std::vector<Line>& told_lines(HistoryPart& part) {
    HistoryState::Told& told = part.state.told;
    const encounter::Encounter& encounter = part.view.encounter;
    const base::Language language = part.words().language;
    if (told.of != &encounter || told.acts != encounter.events.size() || told.language != language) {
        told = {&encounter, encounter.events.size(), language, present::transcript(part.words(), encounter)};
    }
    return told.lines;
}

void draw_transcript(HistoryPart& part, ui::Rect place, float padding) {
    const std::vector<Line>& lines = told_lines(part);
    const present::PatientCard card = present::patient_card(part.words(), part.view.encounter);
    ui::Area area(part.ui, "history.conversation", place, {.padding = padding, .padding_y = 16, .follow_end = true});
    for (const Line& line : lines) draw_line(part, card, line);
    const bool silent = std::ranges::none_of(lines, [](const Line& line) { return line.kind == Line::Kind::student; });
    if (silent) draw_opening(part);
    // The end of the conversation is a thing of its own, or its area would not know that it is there; it is as high as
    // the suggestions, so that the last answer stays in sight above them.
    const ui::Item* sheet = part.ui.registry.find_before("history.suggestions");
    ui::claim(part.ui, {1, sheet != nullptr ? sheet->rect.height() : 1});
}

std::vector<ui::Suggestion> suggestions_for(HistoryPart& part) {
    std::vector<ui::Suggestion> list;
    if (part.view.is_exam || part.state.suggestions_closed || base::trimmed(part.state.typed).empty()) return list;
    const ui::SizeClass size = ui::size_class(part.ui);
    const std::size_t most = size.width != ui::Width::compact ? 4 : size.logical.y < 400 ? 2 : 3;
    for (present::SuggestionRow& row :
         present::suggestion_rows(part.words(), part.view.finder, part.state.typed, most)) {
        list.push_back({row.question, row.text, row.matched, row.topic});
    }
    return list;
}

void ask(HistoryPart& part, const std::string& question) {
    part.asked.push_back(act(library::Verb::ask, question));
    part.state.typed.clear();
    part.ui.focus.leave();
    part.ui.focus.move_to("history.field");
}

void say(HistoryPart& part) {
    library::Action action = act(library::Verb::say);
    action.text = std::string(base::trimmed(part.state.typed));
    if (action.text.empty()) return;
    present::understand(action, part.view.encounter, part.view.finder);
    part.asked.push_back(std::move(action));
    part.state.typed.clear();
}

struct Field {
    ui::Rect rect = {};
    bool entered = false, sent = false;
};

Field draw_field(HistoryPart& part) {
    ui::Ui& ui = part.ui;
    const present::Context& words = part.words();
    const bool empty = base::trimmed(part.state.typed).empty();
    Field field;
    ui::Line line(ui, 52);
    field.rect = line.rect();
    line.from_right();
    field.sent = ui::button(ui, "history.ask", words("history/ask"),
                            {.kind = ui::ButtonKind::primary,
                             .size = ui::ButtonSize::large,
                             .height = 52,
                             .disabled_because = empty ? std::string_view(words("history/empty_question")) : ""});
    line.from_left();
    const ui::FieldTouch touch = ui::question_field(ui, "history.field", part.state.typed, words("history/field_hint"));
    field.entered = touch.entered;
    if (touch.changed) {
        part.state.suggestion = 0;
        part.state.suggestions_closed = false;
    }
    return field;
}

void draw_key_hints(HistoryPart& part) {
    ui::gap(part.ui, 4);
    ui::Line line(part.ui, 20);
    ui::key_cap(part.ui, "F6");
    ui::text(part.ui, part.words()("encounter/next_column"), ui::caption);
    line.space(8);
    ui::key_cap(part.ui, part.words()("keyboard/key_ctrl"));
    ui::key_cap(part.ui, "N");
    ui::text(part.ui, part.words()("encounter/new_note"), ui::caption);
}

void draw_question(HistoryPart& part, ui::Rect place, float padding, bool hints) {
    ui::Ui& ui = part.ui;
    HistoryState& state = part.state;
    ui::Area area(ui, "history.question_area", place,
                  {.padding = padding, .padding_y = 12, .scrolls = false, .new_column = false});
    const std::vector<ui::Suggestion> list = suggestions_for(part);
    // Esc closes the suggestions first; ImGui's own Esc would put back what stood there before the typing.
    const std::string kept = state.typed;
    const bool closes = !list.empty() && ui.focus.is_on("history.field") && ui.key(ui::Key::escape);
    const Field field = draw_field(part);
    if (closes) {
        state.typed = kept;
        state.suggestions_closed = true;
        ui.focus.leave();
        ui.focus.move_to("history.field");
    }
    if (hints) draw_key_hints(part);
    int taken = -1;
    if (!list.empty() && !closes) {
        const present::Context& words = part.words();
        taken = ui::suggestions(ui, "history.suggestions", field.rect, list, state.suggestion,
                                {words("history/did_you_mean"), words("history/choose"), words("history/ask_key")});
        if (field.entered) taken = state.suggestion;
    }
    if (taken >= 0)
        ask(part, list[static_cast<std::size_t>(taken)].name);
    else if (field.entered || field.sent)
        say(part);
}

}  // namespace

void draw_conversation(HistoryPart& part, ui::Rect place) {
    const bool compact = ui::size_class(part.ui).width == ui::Width::compact;
    const bool hints = !compact && !ui::size_class(part.ui).is_short;
    float padding = compact ? 16 : 32;
    const float spare = place.width() / part.ui.scale - widest_conversation - 2 * padding;
    if (spare > 0) padding += spare / 2;
    const ui::Rect foot = ui::cut_bottom(part.ui, place, hints ? 100 : 76);
    draw_transcript(part, place, padding);
    draw_question(part, foot, padding, hints);
}

}  // namespace palpera::student
