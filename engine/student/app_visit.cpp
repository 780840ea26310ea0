#include <algorithm>
#include <utility>

#include "engine/student/app.h"

namespace palpera::student {

// Into a visit that has been begun or taken up. `anew`: the open visit that may be begun again if that failed.
void App::enter_visit(const base::Outcome& entered, const char* what, std::optional<std::size_t> anew) {
    home_rows_.reset();
    shown_.reset();
    const present::Context words = context();
    if (!entered) {
        show_trouble(words(what), entered.error().message());
        if (anew && troubles_.size() == 1) {
            troubles_.back().go = words("home/begin_anew");
            troubles_.back().detail += "\n" + words("home/begin_anew_text");
            anew_ = anew;
        }
    }
    if (!practice_.encounter()) return;
    const encounter::Keeping keeping = practice_.keeping();
    if (entered && anew && keeping.way == encounter::Keeping::Way::damaged) {
        show_trouble(words(what), words_of(words, keeping) + "\n" + words("home/begin_anew_text"));
        troubles_.back().go = words("home/begin_anew");
        anew_ = anew;
    }
    visit_ = {};
    debrief_ = {};
    pending_.clear();
    told_restored_ = !practice_.was_torn();
    screen_ = practice_.sheet() ? Screen::debrief : Screen::visit;
}

void App::leave() {
    practice_.leave();
    home_rows_.reset();
    shown_.reset();
    pending_.clear();
    screen_ = Screen::home;
}

Actions App::draw_stage(ui::Ui& ui, ui::Rect place, const VisitView& view) {
    switch (visit_.frame.stage) {
        case Stage::history: {
            Actions asked = draw_history(ui, place, view, visit_.history);
            if (visit_.history.go_to) {
                visit_.frame.stage = *std::exchange(visit_.history.go_to, std::nullopt);
                ui.redraw.now();
            }
            return asked;
        }
        case Stage::examination: return draw_examination(ui, place, view, visit_.examination);
        case Stage::investigations: return draw_investigations(ui, place, view, visit_.investigations);
        case Stage::assessment: return draw_plan(ui, place, view, visit_.plan);
    }
    return {};
}

void App::draw_visit_screen(ui::Ui& ui) {
    const present::Context words = context();
    const VisitView view{words, *practice_.encounter(), finder(), &bodies_};
    // Esc belongs to a field or an open list first.
    const bool busy = ui.in_field() || !ui.open_list.empty();
    ui::Rect place = ui::window_rect();
    FrameAsk asked = draw_visit_bar(ui, place, view, practice_.is_branch(), visit_.frame);
    const bool again = draw_keeping(ui, place, words, practice_.keeping(), !pending_.empty());
    Actions actions = draw_stage(ui, place, view);
    const FrameAsk ended = draw_visit_end(ui, view, visit_.frame);
    actions.insert(actions.end(), ended.actions.begin(), ended.actions.end());
    if (asked.keyboard) keyboard_open_ = true;
    if (asked.settings) settings_open_ = true;
    if (again) actions = std::exchange(pending_, {});
    if (!actions.empty()) carry_out(ui, std::move(actions));
    const bool escaped = !busy && !visit_.frame.ending && ui.key(ui::Key::escape);
    if (screen_ == Screen::visit && (asked.back || escaped)) leave();
}

void App::carry_out(ui::Ui& ui, Actions actions) {
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const Deed deed = practice_.act(actions[i]);
        if (deed.not_saved) {
            // Nothing has happened: the rest waits with it until it can be written, if ever.
            if (practice_.keeping().is_read_only()) break;
            pending_.assign(actions.begin() + static_cast<std::ptrdiff_t>(i), actions.end());
            break;
        }
        pending_.clear();
        tell(ui, deed);
        if (deed.refused) break;
    }
    if (practice_.sheet()) {
        debrief_ = {};
        shown_.reset();
        screen_ = Screen::debrief;
    }
    ui.redraw.now();
}

void App::tell(ui::Ui& ui, const Deed& deed) {
    const present::Context words = context();
    if (deed.refused) toast_.show(ui, words(deed.refused->key), "", ui::icon::info, ui::Role::focus);
    if (!deed.progress_trouble.empty()) show_trouble(words("error/save_failed"), deed.progress_trouble);
    std::string caption;
    if (deed.pain.value_or(0) > 0) {
        const bool female = practice_.encounter()->patient->female;
        parts_.audio.play(audio::pain_cue(*deed.pain / 10.0, female ? audio::Voice::higher : audio::Voice::lower));
        caption = words(caption_of_pain(*deed.pain));
    } else if (deed.results > 0 && screen_ == Screen::visit) {
        parts_.audio.play(audio::Sound::result_arrived, 0.6f);
        caption = words("sound/result_arrives");
    }
    if (!caption.empty() && settings_.captions) caption_.show(ui, std::move(caption));
}

}  // namespace palpera::student
