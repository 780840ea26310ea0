#include "engine/student/app.h"

#include <algorithm>
#include <utility>

#include "engine/student/settings.h"

namespace palpera::student {

App::App(AppParts parts)
    : parts_(std::move(parts)),
      practice_(parts_.library, parts_.folders, parts_.clocks),
      bodies_(parts_.body, parts_.folders.cache) {
    store::Loaded<store::Settings> loaded =
        parts_.settings ? *std::exchange(parts_.settings, {}) : store::load_settings(parts_.folders);
    settings_ = std::move(loaded.value);
    parts_.audio.set_enabled(settings_.sound);
    const present::Context words = context();
    if (!loaded.trouble.empty()) show_trouble(words("error/settings_anew"), loaded.trouble);
    if (!practice_.trouble().empty()) show_trouble(words("error/progress_anew"), practice_.trouble());
}

App::~App() {
    if (settings_unsaved_) static_cast<void>(store::save_settings(parts_.folders, settings_));
}

base::Language App::language() const { return base::language_of(settings_.language).value_or(parts_.desktop_language); }

const dialogue::QuestionFinder& App::finder() {
    if (!model_) {
        base::Result<dialogue::Model> read = dialogue::read_model(parts_.model);
        if (!read) show_trouble(context()("error/no_model"), read.error().message());
        model_ = read ? std::move(*read) : dialogue::Model{};
    }
    if (!finder_ || finder_language_ != language()) {
        finder_language_ = language();
        finder_ = std::make_unique<dialogue::QuestionFinder>(parts_.library.catalogue, finder_language_, *model_);
    }
    return *finder_;
}

void App::show_trouble(std::string what, std::string detail) {
    troubles_.push_back({std::move(what), std::move(detail), ""});
}

void App::keep_settings() {
    settings_unsaved_ = false;
    parts_.audio.set_enabled(settings_.sound);
    const base::Outcome saved = store::save_settings(parts_.folders, settings_);
    if (!saved) show_trouble(context()("error/save_failed"), saved.error().message());
}

void App::draw(ui::Ui& ui) {
    if (ui.key(ui::Key::f1)) keyboard_open_ = true;
    if (ui.key(ui::Key::m, true)) {
        settings_.sound = !settings_.sound;
        keep_settings();
        toast_.show(ui, context()(settings_.sound ? "sound/on" : "sound/off"), "", ui::icon::volume_up, ui::Role::ink2);
    }
    switch (screen_) {
        case Screen::home: draw_home_screen(ui); break;
        case Screen::visit: draw_visit_screen(ui); break;
        case Screen::debrief: draw_debrief_screen(ui); break;
    }
    draw_overlays(ui);
    // A sound card that has nothing to play is let go.
    if (!parts_.audio.rest()) ui.redraw.in(1);
}

void App::draw_overlays(ui::Ui& ui) {
    const present::Context words = context();
    ui::Rect column = ui::window_rect();
    const bool compact = ui::size_class(ui).width == ui::Width::compact;
    // Above the question field, the foot of the plan and a compact window's bar.
    ui::cut_bottom(ui, column, screen_ == Screen::visit ? (compact ? 116.0f : 96.0f) : 8.0f);
    if (settings_open_) {
        const SettingsReply reply = draw_settings(ui, words, store::journals(parts_.folders), settings_);
        settings_unsaved_ |= reply == SettingsReply::changed;
        if (reply == SettingsReply::changed) parts_.audio.set_enabled(settings_.sound);
        if (reply == SettingsReply::closed) {
            settings_open_ = false;
            keep_settings();
        }
    }
    if (keyboard_open_) keyboard_open_ = draw_keyboard_help(ui, words);
    if (!troubles_.empty()) {
        const TroubleReply reply = draw_trouble(ui, words, Trouble(troubles_.front()));
        if (reply != TroubleReply::none) troubles_.erase(troubles_.begin());
        const std::optional<std::size_t> anew =
            reply == TroubleReply::none ? std::nullopt : std::exchange(anew_, std::nullopt);
        if (reply == TroubleReply::go && anew) answer({HomeAsk::Kind::begin_anew, "", *anew});
    }
    if (screen_ == Screen::visit && !told_restored_) {
        told_restored_ = true;
        toast_.show(ui, words("encounter/restored"), "", ui::icon::info, ui::Role::focus);
    }
    toast_.draw(ui, column, words("general/close"));
    // A caption stands where nothing is read: on the edge of the foot, or over the upper end of a compact page.
    ui::Rect page = ui::window_rect();
    ui::cut_top(ui, page, 56);
    ui::cut_bottom(ui, page, 8);
    caption_.draw(ui, page, compact);
}

}  // namespace palpera::student
