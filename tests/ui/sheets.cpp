#include "tests/ui/sheets.h"

namespace palpera::ui_test {
namespace {

using namespace ui;

void draw_roles(Ui& ui) {
    struct Swatch {
        const char* name;
        Role role;
    };
    constexpr Swatch swatches[] = {{"canvas", Role::canvas},
                                   {"surface", Role::surface},
                                   {"surface2", Role::surface2},
                                   {"sunken", Role::sunken},
                                   {"line", Role::line},
                                   {"edge", Role::edge},
                                   {"ink", Role::ink},
                                   {"ink2", Role::ink2},
                                   {"ink3", Role::ink3},
                                   {"primary", Role::primary},
                                   {"tint", Role::primary_tint},
                                   {"focus", Role::focus},
                                   {"ok", Role::ok},
                                   {"missed", Role::missed},
                                   {"late", Role::late},
                                   {"unneeded", Role::unneeded}};
    Columns columns(ui, 8, 8);
    for (const Swatch& swatch : swatches) {
        columns.next();
        Rect place = claim(ui, {width_left(ui), ui.px(32)});
        fill(ui, place, swatch.role, 6);
        outline(ui, place, Role::line, 6);
        text(ui, swatch.name, {Type::caption, Weight::regular, Role::ink2});
    }
}

void draw_buttons(Ui& ui, SheetState& state) {
    text(ui, "Buttons: rest, disabled, secondary, text, quiet", caption_strong);
    Line line(ui, 36);
    if (button(ui, "sheet.ask", "Ask", {.kind = ButtonKind::primary})) state.pressed = "ask";
    button(ui, "sheet.off", "Ask", {.kind = ButtonKind::primary, .disabled_because = "Write a question first"});
    if (button(ui, "sheet.cancel", "Cancel")) state.pressed = "cancel";
    if (button(ui, "sheet.note", "Note", {.kind = ButtonKind::text, .icon = icon::add})) state.pressed = "note";
    if (icon_button(ui, "sheet.undo", icon::undo, "Undo", {.border = true})) state.pressed = "undo";
    button(ui, "sheet.key", "Note finding", {.kind = ButtonKind::primary, .key_cap = "Enter"});
}

void draw_chips(Ui& ui) {
    text(ui, "Marks and chips: shape, word and colour together", caption_strong);
    Line line(ui, 28);
    outcome_chip(ui, Outcome::matched, "Matched");
    outcome_chip(ui, Outcome::missed, "Missed");
    outcome_chip(ui, Outcome::late, "Late");
    outcome_chip(ui, Outcome::unneeded, "Unneeded");
    outcome_chip(ui, Outcome::harmful, "Harmful");
    chip(ui, "HS-041", {.ink = Role::primary, .icon = icon::menu_book, .outlined = true});
}

void draw_choices(Ui& ui, SheetState& state) {
    Columns columns(ui, {0, 260}, 24);
    columns.next();
    text(ui, "Segmented, slider, field", caption_strong);
    state.side = segmented(ui, "sheet.side", {{"left", "Left"}, {"right", "Right"}, {"both", "Both"}}, state.side);
    gap(ui, 6);
    {
        Line line(ui, 32);
        line.from_right();
        text(ui, std::to_string(state.percent) + "%", title);
        line.from_left();
        slider(ui, "sheet.slider", "Probability", state.percent, {.leading = true});
    }
    search_field(ui, "sheet.search", state.field, "Search complaint, name or area", "Empty the field");
    columns.next();
    text(ui, "Rings and pain faces", caption_strong);
    {
        Line line(ui, 64, 12);
        score_ring(ui, 0.86, "86", 64, {.role = Role::ok});
        score_ring(ui, std::nullopt, "", 64);
        pain_face(ui, 2, 42);
        pain_face(ui, 7, 42);
    }
    Line line(ui, 24);
    for (int level : {1, 2}) difficulty(ui, level, "");
    difficulty(ui, 3, "difficulty");
}

void draw_flags(Ui& ui) {
    text(ui, "Table with flags", caption_strong);
    Card card(ui, {.padding = 4});
    Table table(ui, {{"Test", 0}, {"Value", 96, true}, {"", 72}, {"Reference", 110, true}, {"Unit", 96}, {"Place", 96}},
                false);
    table.row();
    table.text("CRP");
    table.value("<4");
    table.skip();
    table.text("<5", body_quiet);
    table.text("mg/L", body_quiet);
    table.range({.low = 0, .high = 5, .has_low = false, .value = 3});
    table.row({.flagged = true});
    table.text("Kalium");
    table.value("3,4", Flag::low);
    table.flag(Flag::low, "Low");
    table.text("3,5–4,4", body_quiet);
    table.text("mmol/L", body_quiet);
    table.range({.low = 3.5, .high = 4.4, .value = 3.4});
}

void draw_empty_and_question(Ui& ui, SheetState& state) {
    Columns columns(ui, 2, 12);
    columns.next();
    {
        Card card(ui, {.least_height = 160});
        if (empty_state(ui, icon::inbox, "No results yet", "Answers to what you order come here.", "sheet.catalogue",
                        "Open the catalogue"))
            state.pressed = "catalogue";
    }
    columns.next();
    Card card(ui, {.padding = 20, .least_height = 160});
    text(ui, "End the visit?", card_heading);
    paragraph(ui, "One answer has not come. You can still book a return visit.", body_quiet);
    gap(ui, 12);
    Line line(ui, 36);
    line.from_right();
    button(ui, "sheet.end", "End the visit", {.kind = ButtonKind::primary});
    button(ui, "sheet.stay", "Stay");
}

}  // namespace

void draw_components(Ui& ui, SheetState& state) {
    Rect all = window_rect();
    Area area(ui, "sheet", all, {.padding = 28, .padding_y = 20});
    {
        Line line(ui, 36);
        line.from_right();
        text(ui, "12 14 16 20 28 40", caption);
        line.from_left();
        brand_mark(ui, 26, ui.appearance == Appearance::light ? "Light" : "Dark");
    }
    gap(ui, 8);
    text(ui, "Roles", caption_strong);
    draw_roles(ui);
    gap(ui, 8);
    draw_buttons(ui, state);
    gap(ui, 12);
    draw_chips(ui);
    gap(ui, 8);
    draw_choices(ui, state);
    gap(ui, 12);
    draw_flags(ui);
    draw_empty_and_question(ui, state);
    Line line(ui, 40);
    if (filter_pill(ui, "sheet.all", "All", true, 35)) state.pressed = "all";
    filter_pill(ui, "sheet.back", "Back & leg", false);
    state.priority =
        combo(ui, "sheet.priority", {{"planned", "Planned"}, {"soon", "Soon"}, {"today", "Today"}}, state.priority);
    stepper(ui, "sheet.weeks", state.weeks, 1, 26, 1, "v", "Fewer weeks", "More weeks");
    if (checkbox(ui, "sheet.training", "Training", state.training)) state.training = !state.training;
}

namespace {

void draw_topics(Ui& ui, Rect place) {
    Area area(ui, "history.topics", place, {.ground = Role::surface2, .padding = 12, .line_right = true});
    {
        Line line(ui, 36);
        line.space(8);
        line.from_right();
        line.space(8);
        text(ui, "14 ställda", caption);
        line.from_left();
        text(ui, "Ämnen", card_heading);
    }
    list_row(ui, "topic.reason", "Kontaktorsak",
             {.icon = icon::chat, .trailing = "2", .trailing_icon = icon::chevron_right});
    list_row(ui, "topic.pain", "Smärtan",
             {.icon = icon::place, .trailing = "6", .trailing_icon = icon::expand_less, .open = true});
    gap(ui, 4);
    list_row(ui, "q.where", "Var gör det ont?", {.done = true, .height = 32, .most_lines = 2});
    list_row(ui, "q.radiate", "Strålar smärtan någonstans?", {.done = true, .height = 32, .most_lines = 2});
    list_row(ui, "q.long", "Hur länge har du haft besvären?", {.height = 32, .indent = 28, .most_lines = 2});
    list_row(ui, "topic.drugs", "Läkemedel & allergi",
             {.icon = icon::medication, .trailing = "1", .trailing_icon = icon::chevron_right});
    list_row(ui, "topic.family", "Ärftlighet & socialt",
             {.icon = icon::family_restroom, .trailing_icon = icon::chevron_right});
}

void draw_patient(Ui& ui, Rect place) {
    Area area(ui, "history.patient", place, {.ground = Role::surface2, .padding = 16, .line_left = true});
    {
        Card card(ui);
        Columns columns(ui, {64, 0}, 16);
        columns.next();
        pain_face(ui, 6);
        columns.next();
        text(ui, "Karin Holmgren", card_heading);
        text(ui, "46 år, florist", body_quiet);
        bar_row(ui, "NRS", 0.6, "6", Role::missed, 40);
    }
    {
        Card card(ui);
        {
            Line line(ui, 28);
            line.from_right();
            button(ui, "findings.own", "Egen",
                   {.kind = ButtonKind::text, .size = ButtonSize::small, .icon = icon::add});
            line.from_left();
            text(ui, "Noterade fynd", card_heading);
        }
        list_row(ui, "finding.toe", "Domnad stortå, höger",
                 {.icon = icon::add_circle,
                  .icon_role = Role::primary,
                  .trailing = "10:00",
                  .height = 32,
                  .icon_size = 16,
                  .flush = true});
        list_row(ui, "finding.trip", "Snubblar, svag fotlyftning?",
                 {.icon = icon::flag,
                  .icon_role = Role::missed,
                  .trailing = "10:00",
                  .height = 32,
                  .icon_size = 16,
                  .flush = true});
    }
    Card card(ui);
    text(ui, "Din differentialdiagnos", card_heading);
    bar_row(ui, "L5-radikulopati", 0.45, "45 %", Role::primary, 140, icon::arrow_upward);
    bar_row(ui, "Peroneusneuropati", 0.25, "25 %", Role::edge, 140);
    notice(ui, icon::lightbulb, "Du beställer bilder tidigt. Pröva ett ryggfall utan röntgen.", Role::missed,
           Role::missed_tint);
}

void draw_talk(Ui& ui, Rect place, SheetState& state) {
    Rect foot = cut_bottom(ui, place, 100);
    {
        Area area(ui, "history.talk", place, {.padding = 32, .padding_y = 16, .follow_end = true});
        divider_with_words(ui, "Besöket började 10:00");
        gap(ui, 8);
        student_speech(ui, "Vad söker du för i dag?", "10:00");
        Answer answer{.patient_id = "l5_florist",
                      .patient_name = "Karin Holmgren",
                      .words =
                          "Ryggen har krånglat ett tag, men nu är det stortån som oroar mig. Den känns liksom "
                          "bortdomnad, och jag har snubblat på mattan ett par gånger.",
                      .note_name = "note.1",
                      .note_label = state.noted ? "Noterat" : "Notera",
                      .noted = state.noted};
        if (patient_speech(ui, answer)) state.noted = !state.noted;
        student_speech(ui, "Hur ont har du på en skala från 0 till 10?", "10:08");
        if (understood_as(ui, "Förstått som: Hur ont har du, 0 till 10?", "not_meant", "Inte det jag menade"))
            state.pressed = "not_meant";
        patient_speech(ui, {.patient_id = "l5_florist",
                            .patient_name = "Karin Holmgren",
                            .words = "Just nu kanske en sexa. Värst när jag har suttit och bundit kransar en stund.",
                            .note_name = "note.2",
                            .note_label = "Notera"});
    }
    Area area(ui, "history.ask_area", foot, {.padding = 32, .padding_y = 12, .scrolls = false});
    ButtonLook ask{.kind = ButtonKind::primary, .size = ButtonSize::large, .height = 52};
    Rect field;
    {
        Line line(ui, 52);
        field = line.rect();
        line.from_right();
        if (button(ui, "history.ask", "Fråga", ask)) state.pressed = "ask";
        line.from_left();
        FieldTouch t = question_field(ui, "history.question", state.question, "Fråga med egna ord");
        if (t.entered) state.pressed = "entered:" + state.question;
    }
    gap(ui, 6);
    {
        Line line(ui, 20);
        key_cap(ui, "Tab");
        text(ui, "nästa ruta", caption);
    }
    if (state.question.empty()) return;
    int taken = suggestions(ui, "history.suggestions", field,
                            {{"duration", "Hur länge har du haft ont?", {{0, 10}, {23, 26}}, "Smärtan"},
                             {"toe", "Hur länge har stortån varit bortdomnad?", {{0, 10}}, "Känsel & kraft"},
                             {"walk", "Hur länge kan du gå innan det gör ont?", {{0, 10}}, "Belastning"}},
                            state.chosen, {"Menar du", "välj", "fråga"});
    if (taken >= 0) state.pressed = "suggestion:" + std::to_string(taken);
}

void draw_top_bar(Ui& ui, Rect place, SheetState& state) {
    Area area(ui, "top", place,
              {.ground = Role::surface, .padding = 16, .padding_y = 0, .scrolls = false, .line_bottom = true});
    Rect tabs;
    {
        Line line(ui, 55, 12);
        if (size_class(ui).width != Width::compact) brand_mark(ui, 24);
        if (icon_button(ui, "back", icon::arrow_back, "Tillbaka")) state.pressed = "back";
        avatar(ui, "l5_florist", "Karin Holmgren");
        line.from_right();
        button(ui, "visit.end", "Avsluta besöket");
        text(ui, "10:09", {Type::body, Weight::strong, Role::ink, true});
        icon_picture(ui, icon::schedule);
        line.from_left();
        if (size_class(ui).width == Width::compact) text(ui, "Karin Holmgren, 46", body_strong);
        tabs = claim(ui, {line.left(), ui.px(56)});
    }
    tabs.min.y = place.min.y;
    tabs.max.y = place.max.y;
    if (size_class(ui).width != Width::compact)
        state.stage = stage_tabs(ui, tabs,
                                 {{"stage.history", "Anamnes", icon::forum, 14},
                                  {"stage.examination", "Undersökning", icon::touch_app},
                                  {"stage.investigations", "Utredning", icon::biotech},
                                  {"stage.plan", "Bedömning och plan", icon::fact_check}},
                                 state.stage);
}

}  // namespace

void draw_conversation(Ui& ui, SheetState& state) {
    Rect all = window_rect();
    draw_top_bar(ui, cut_top(ui, all, 56), state);
    if (size_class(ui).width == Width::compact) {
        bottom_bar(ui, cut_bottom(ui, all, 56),
                   {{"page.talk", icon::forum, "Samtal"},
                    {"page.topics", icon::list, "Ämnen"},
                    {"page.patient", icon::person, "Patient"}},
                   0);
        return draw_talk(ui, all, state);
    }
    bool wide = size_class(ui).width != Width::medium;
    ThreeColumns columns = three_columns(ui, all, wide ? 256 : 224, wide ? 320 : 296);
    draw_topics(ui, columns.left);
    draw_talk(ui, columns.centre, state);
    draw_patient(ui, columns.right);
    if (state.toast.draw(ui, columns.centre, "Stäng")) state.pressed = "undo";
}

void draw_debrief(Ui& ui, SheetState& state) {
    Area area(ui, "debrief", window_rect(), {.padding = 16});
    {
        Columns columns(ui, {360, 340, 0}, 12);
        columns.next();
        {
            Card card(ui, {.least_height = 210});
            Columns inner(ui, {128, 0}, 16);
            inner.next();
            score_ring(ui, 0.78, "78", 128, {.pass_mark = 0.7, .note = "av 100"});
            inner.next();
            chip(ui, "Godkänt, gräns 70", {.tint = Role::ok_tint, .ink = Role::ok, .icon = icon::check_circle});
            paragraph(ui, "Rätt diagnos och säker undersökning.", card_heading);
            paragraph(ui, "Frågan om blåsa och tarm kom sent, och en dos var för hög.", body_quiet);
        }
        columns.next();
        {
            Card card(ui, {.least_height = 210});
            for (auto [label, value] : {std::pair{"Anamnes", 84},
                                        {"Undersökning", 91},
                                        {"Utredning", 55},
                                        {"Diagnos", 95},
                                        {"Behandling", 60},
                                        {"Säkerhet", 58}})
                bar_row(ui, label, value / 100.0, std::to_string(value), value < 65 ? Role::missed : Role::primary, 104,
                        value < 65 ? icon::south_east : nullptr);
        }
        columns.next();
        Card card(ui, {.least_height = 210});
        text(ui, "Så växte sannolikheten, %", card_heading);
        Rect chart = claim(ui, {width_left(ui), ui.px(146)});
        probability_chart(ui, chart, "debrief.chart",
                          {{{"L5-radikulopati",
                             Role::primary,
                             SeriesShape::disc,
                             {{0, 20}, {8, 38}, {22, 55}, {27, 72}, {38, 86}},
                             {{0, 22}, {9, 45}, {31, 60}, {56, 68}}},
                            {"Peroneusneuropati",
                             Role::missed,
                             SeriesShape::square,
                             {{0, 18}, {8, 26}, {27, 14}, {38, 8}},
                             {{0, 30}, {9, 25}, {31, 20}, {56, 14}}},
                            {"Spinal stenos",
                             Role::late,
                             SeriesShape::triangle,
                             {{0, 16}, {8, 8}, {38, 4}},
                             {{0, 25}, {9, 15}, {31, 10}, {56, 10}}}},
                           0,
                           60,
                           {{0, "10:00"}, {15, "10:15"}, {30, "10:30"}, {45, "10:45"}, {60, "11:00"}},
                           {{27, "Svag inåtvridning"}},
                           {}},
                          -1);
    }
    {
        Card card(ui);
        {
            Line line(ui, 28, 16);
            line.from_right();
            outcome_legend(ui, Outcome::harmful, "Skadligt", 1);
            outcome_legend(ui, Outcome::unneeded, "Onödigt", 1);
            outcome_legend(ui, Outcome::late, "Sent", 1);
            outcome_legend(ui, Outcome::missed, "Missat", 1);
            outcome_legend(ui, Outcome::matched, "Rätt", 22);
            line.from_left();
            text(ui, "Dina steg mot riktlinjen", card_heading);
        }
        std::vector<Lane> lanes{
            {"Anamnes",
             {{0, 20, "Symtom och belastning"}, {21, 30, "Blåsa, tarm"}},
             {{"act.a", 0, Outcome::matched, "Var gör det ont?", {}},
              {"act.b", 2, Outcome::matched, "Strålar det?", {}},
              {"act.c", 4, Outcome::matched, "Domnat?", {}},
              {"act.late", 52, Outcome::late, "22 min för sent", 30.0}}},
            {"Undersökning",
             {{14, 34, "Känsel, kraft, nervtest"}},
             {{"act.d", 16, Outcome::matched, "Kraft", {}},
              {"act.miss", 29, Outcome::missed, "Gång på tå", {}},
              {"act.d2", 16.3, Outcome::matched, "Reflex", {}}}},
            {"Utredning",
             {},
             {{"act.plain_film", 34.5, Outcome::unneeded, "Slätröntgen", {}},
              {"act.e", 41.5, Outcome::matched, "HbA1c", {}}}},
            {"Behandling",
             {{46, 60, "Aktivitet, träning, skyddsnät"}},
             {{"act.f", 48, Outcome::matched, "Råd", {}}, {"act.dose", 54.6, Outcome::harmful, "Dos", {}}}}};
        state.selected_act = swim_lane(
            ui, "debrief.lanes", lanes,
            {{0, "10:00"}, {10, "10:10"}, {20, "10:20"}, {30, "10:30"}, {40, "10:40"}, {50, "10:50"}, {60, "11:00"}},
            state.selected_act, state.view, 0, 60);
    }
    Card card(ui);
    {
        Line line(ui, 32);
        line.from_right();
        state.side =
            segmented(ui, "debrief.filter", {{"learn", "Att lära av 4"}, {"right", "Rätt 22"}, {"all", "Alla 26"}},
                      state.side, true);
        line.from_left();
        text(ui, "Förklaringar", card_heading);
    }
    Table table(ui, {{"", 32}, {"", 56}, {"", 220}, {"", 0}, {"", 140}, {"", 48, true}, {"", 108}}, false);
    auto row = [&](const char* name, Outcome outcome, const char* time, const char* act, const char* why,
                   const char* points) {
        if (table.row({.selected = state.selected_act == name, .name = name, .label = act, .height = 44}))
            state.selected_act = name;
        draw_outcome(ui, {table.cell().min.x + ui.px(10), table.cell().middle().y}, outcome);
        (void)time;
        table.text(act, body_strong);
        table.text(why, body_quiet);
        table.skip();
        table.text(points, body_strong);
    };
    row("line.plain_film", Outcome::unneeded, "10:34", "Slätröntgen ländrygg", "Bild tas bara när fynden ger skäl.",
        "−4");
    row("line.bladder", Outcome::late, "10:52", "Blåsa, tarm och underliv",
        "Frågas före undersökningen vid ryggsmärta.", "−5");
}

void draw_results(Ui& ui, SheetState& state) {
    Area area(ui, "results", window_rect(), {.padding = 16});
    Columns columns(ui, {0, 400}, 12);
    columns.next();
    {
        Card card(ui, {.padding = 12});
        text(ui, "Blodprover", card_heading);
        Table table(ui, {{"Analys", 0},
                         {"Kod", 100},
                         {"Värde", 72, true},
                         {"", 68},
                         {"Referens", 100, true},
                         {"Enhet", 84},
                         {"Läge", 96}});
        table.row();
        table.text("Hb");
        table.text("NPU28309", caption);
        table.value("136");
        table.skip();
        table.text("117–153", body_quiet);
        table.text("g/L", caption);
        table.range({.low = 117, .high = 153, .value = 136});
        table.row({.flagged = true});
        table.text("HbA1c");
        table.text("NPU27300", caption);
        table.value("45", Flag::high);
        table.flag(Flag::high, "Högt");
        table.text("27–42", body_quiet);
        table.text("mmol/mol", caption);
        table.range({.low = 27, .high = 42, .value = 45});
        table.row();
        table.text("Kobalamin (B12)");
        table.text("NPU01700", caption);
        table.awaited("");
        table.skip();
        table.text("140–650", body_quiet);
        table.text("pmol/L", caption);
        table.text("i morgon", caption);
    }
    {
        Card card(ui, {.selected = true, .button = "diagnosis.l5", .label = "L5-radikulopati"});
        if (card.pressed()) state.pressed = "diagnosis.l5";
        {
            Line line(ui, 32, 12);
            icon_picture(ui, icon::drag_indicator, 20, Role::ink3);
            text(ui, "1", body_quiet);
            line.from_right();
            text(ui, std::to_string(state.percent) + " %", title);
            chip(ui, "Huvuddiagnos", {.tint = Role::primary_tint, .ink = Role::primary, .icon = icon::flag});
            line.from_left();
            text(ui, "L5-radikulopati, höger", card_heading);
            text(ui, "M54.1", caption);
        }
        slider(ui, "diagnosis.l5.slider", "L5-radikulopati", state.percent, {.leading = true});
        bool first = true;
        for (const char* evidence :
             {"Svag inåtvridning", "Domnad fotrygg och stortå", "Lasègue + 40°", "Höftens utåtförare 4+"}) {
            ChipLook look{.tint = Role::ok_tint, .ink = Role::ok, .icon = icon::add};
            flow(ui, chip_width(ui, evidence, look), first, 6);
            chip(ui, evidence, look);
        }
        ChipLook against{.icon = icon::remove},
            place{.icon = icon::add, .name = "diagnosis.l5.finding", .dashed = true};
        flow(ui, chip_width(ui, "Akillesreflex bevarad", against), first, 6);
        chip(ui, "Akillesreflex bevarad", against);
        flow(ui, chip_width(ui, "Fynd", place), first, 6);
        if (chip(ui, "Fynd", place).pressed) state.pressed = "finding";
    }
    columns.next();
    {
        Card card(ui);
        finding_head(ui, "Fynd", "9", "Höger", "Vänster");
        finding_group(ui, icon::fitness_center, "Kraft (MRC)");
        finding_row(ui, "Stortåns sträckare", {"3/5", true}, {"5/5"});
        finding_row(ui, "Fotens lyftare", {"4/5", true}, {"5/5"}, {.name = "finding.ankle"});
        divider(ui);
        finding_group(ui, icon::rule, "Specialtest");
        finding_row(ui, "Lasègue", {"+ 40°", true}, {"− 80°"}, {.second_line = "Smärta till fotryggen"});
    }
    {
        Card card(ui);
        text(ui, "Behandling och råd", card_heading);
        divider(ui);
        if (checkbox(ui, "plan.active", "Håll dig i gång, undvik sängläge", state.training))
            state.training = !state.training;
        divider(ui, 4);
        checkbox(ui, "plan.training", "Anpassad träning", false, "Fysioterapeut gör programmet");
        divider(ui, 4);
        radio(ui, "plan.one", "Återbesök hos mig", true);
        if (toggle(ui, "plan.sides", "Jämför sidor", state.both_sides)) state.both_sides = !state.both_sides;
        remark(ui, icon::check_circle, "Inga hinder i journalen", Role::ok);
        remark(ui, icon::warning, "Dygnsdos 1 800 mg. Över högsta dos, 600 mg.", Role::harm);
        gap(ui, 4);
        text_field(ui, "plan.note", state.note, {.hint = "Frågeställning till röntgen"});
    }
    Card card(ui, {.ground = Role::hero});
    text(ui, "”Ont i ryggen, och stortån känns bortdomnad”", {Type::reading, Weight::strong, Role::hero_text});
    text(ui, "Karin Holmgren, 46 år", {Type::body, Weight::regular, Role::hero_text2});
}

}  // namespace palpera::ui_test
