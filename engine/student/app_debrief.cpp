// The debrief of a finished visit: shown, saved, rewound from.
#include "engine/exchange/debrief_report.h"
#include "engine/student/app.h"

namespace palpera::student {

const App::Shown& App::shown_debrief() {
    if (shown_ && shown_->language == language()) return *shown_;
    const present::Context words = context();
    shown_ = Shown{
        words.language,
        present::debrief(words, *practice_.file(), *practice_.encounter(), *practice_.sheet(), practice_.revision()),
        present::journal_lines(words, *practice_.encounter())};
    return *shown_;
}

void App::draw_debrief_screen(ui::Ui& ui) {
    const present::Context words = context();
    const Shown& shown = shown_debrief();
    if (debrief_.file.empty()) {
        debrief_.file = "palpera-" + practice_.journal_name();
        debrief_.folder = parts_.folders.documents.string();
    }
    const std::optional<DebriefAsk> asked = draw_debrief(ui, ui::window_rect(), words, shown.debrief, shown.journal,
                                                         debrief_, {&bodies_, practice_.encounter()});
    if (!asked) return;
    switch (asked->kind) {
        case DebriefAsk::Kind::close: return leave();
        case DebriefAsk::Kind::again:
            enter_visit(practice_.begin(*practice_.file(), language(), practice_.seed()), "error/case_broken", {});
            return;
        case DebriefAsk::Kind::save: return save_debrief(ui);
        case DebriefAsk::Kind::rewind: {
            const base::Outcome entered = practice_.rewind(asked->action, language());
            if (!entered) return show_trouble(words("error/save_failed"), entered.error().message());
            return enter_visit(entered, "", std::nullopt);
        }
    }
}

void App::save_debrief(ui::Ui& ui) {
    const present::Context words = context();
    const Shown& shown = shown_debrief();
    const exchange::DebriefReport report{words, shown.debrief, shown.journal, words.in(practice_.file()->title)};
    base::Result<std::string> bytes = std::string();
    if (debrief_.as_text)
        bytes = exchange::debrief_text(report);
    else
        bytes = exchange::debrief_pdf(report, parts_.fonts);
    if (!bytes) return show_trouble(words("debrief/not_saved"), bytes.error().message());
    const auto place = exchange::save_anew(debrief_.folder, debrief_.file, debrief_.as_text ? "txt" : "pdf", *bytes);
    if (!place) return show_trouble(words("debrief/not_saved"), place.error().message());
    toast_.show(ui, words.fill("debrief/saved", {{"place", place->string()}}));
}

}  // namespace palpera::student
