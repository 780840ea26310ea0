#include "engine/author/app.h"

#include <utility>

namespace palpera::author {
namespace {

constexpr double pause = 0.15;  // seconds without typing after which the case is checked and kept in its side files

}  // namespace

App::App(AppParts parts) : parts_(std::move(parts)), settings_(store::load_settings(parts_.folders).value) {
    start_.wanted.language = language();
    if (!parts_.library.conditions.empty()) start_.wanted.condition = parts_.library.conditions.front().id;
}

base::Language App::language() const { return base::language_of(settings_.language).value_or(parts_.desktop_language); }

void App::draw(ui::Ui& ui) {
    const present::Context context{parts_.library, parts_.words, language()};
    if (open_) {
        check_when_due(ui);
        const MaybeCaseAsk ask = draw_case(ui, ui::window_rect(), {context, *open_, problems_}, case_);
        draw_question(ui);
        if (ask) carry_out(ui, *ask);
    } else {
        const std::optional<StartAsk> ask = draw_start(ui, ui::window_rect(), context, parts_.cases, start_);
        if (ask) carry_out(ui, *ask);
    }
    ui::Rect column = ui::window_rect();
    ui::cut_bottom(ui, column, 8);
    toast_.draw(ui, column, context("editor/close"));
}

void App::check_when_due(ui::Ui& ui) {
    if (open_->version() != seen_) {
        seen_ = open_->version();
        changed_at_ = ui.now;
    }
    if (checked_ == seen_) return;
    const double due = changed_at_ + pause - ui.now;
    if (due > 0) return ui.redraw.in(due);
    checked_ = seen_;
    problems_ = editor::problems(*open_, parts_.library);
    if (!open_->main().is_new) {
        if (const base::Outcome kept = open_->keep_side_files(); !kept) tell(ui, kept.error());
    }
}

void App::carry_out(ui::Ui& ui, const StartAsk& ask) {
    using Kind = StartAsk::Kind;
    switch (ask.kind) {
        case Kind::create: return put_on_desk(ui, editor::new_case(parts_.cases, start_.wanted, parts_.library));
        case Kind::open: return put_on_desk(ui, editor::OpenCase::open(parts_.cases / ask.case_id));
        case Kind::copy:
            return put_on_desk(
                ui, editor::copy_of_case(parts_.cases / ask.case_id, parts_.cases, std::exchange(start_.copy_id, "")));
        case Kind::language: return set_language(ask.language);
        case Kind::theme: return carry_out_look(true);
        case Kind::text_size: return carry_out_look(false);
    }
}

void App::carry_out(ui::Ui& ui, const CaseAsk& ask) {
    using Kind = CaseAsk::Kind;
    switch (ask.kind) {
        case Kind::edit: {
            const base::Outcome done = open_->change(editor::with_translations(*open_, ask.edit.edit), ask.edit.tag);
            if (!done) tell(ui, done.error());
            return;
        }
        case Kind::save: return save(ui, false);
        case Kind::undo: return open_->undo();
        case Kind::redo: return open_->redo();
        case Kind::leave:
            asking_ = Asking::leave;
            if (!open_->is_changed()) answer(ui, true);
            return;
        case Kind::language: return set_language(ask.language);
        case Kind::theme: return carry_out_look(true);
        case Kind::text_size: return carry_out_look(false);
    }
}

void App::carry_out_look(bool theme) {
    if (theme) {
        settings_.dark = !settings_.dark;
    } else {
        settings_.text_percent = settings_.text_percent >= 200 ? 100 : settings_.text_percent + 25;
    }
    static_cast<void>(store::save_settings(parts_.folders, settings_));
}

void App::set_language(base::Language language) {
    settings_.language = base::code(language);
    static_cast<void>(store::save_settings(parts_.folders, settings_));
}

void App::put_on_desk(ui::Ui& ui, base::Result<editor::OpenCase> opened) {
    if (!opened) return tell(ui, opened.error());
    open_ = *std::move(opened);
    start_.copying.clear();
    case_ = {};
    problems_ = editor::problems(*open_, parts_.library);
    seen_ = checked_ = open_->version();
    asking_ = open_->recoverable().empty() ? Asking::nothing : Asking::recover;
    ui.redraw.now();
}

void App::save(ui::Ui& ui, bool over) {
    if (!over && !open_->changed_elsewhere().empty()) {
        asking_ = Asking::save_over;
        return;
    }
    const base::Outcome saved = open_->save(over);
    if (!saved) tell(ui, saved.error());
}

void App::tell(ui::Ui& ui, const base::Error& why) {
    const present::Context context{parts_.library, parts_.words, language()};
    toast_.show(ui, context.fill("editor/refused", {{"why", why.message()}}), "", ui::icon::error, ui::Role::harm);
}

bool App::may_close() {
    if (!open_ || !open_->is_changed()) return true;
    asking_ = Asking::close;
    return false;
}

void App::draw_question(ui::Ui& ui) {
    const present::Context words{parts_.library, parts_.words, language()};
    ui::Question question;
    switch (asking_) {
        case Asking::nothing: return;
        case Asking::leave:
        case Asking::close:
            question = {"leave",
                        words("editor/leave_question"),
                        words("editor/leave_consequence"),
                        words("editor/leave_stay"),
                        words("editor/leave_go"),
                        true,
                        true};
            break;
        case Asking::save_over:
            question = {"over",
                        words("editor/over_question"),
                        words("editor/over_consequence"),
                        words("editor/over_keep"),
                        words("editor/over_go"),
                        true,
                        true};
            break;
        case Asking::recover:
            question = {"recover", words("editor/recover_question"), words("editor/recover_consequence"),
                        words("editor/recover_drop"), words("editor/recover_go")};
            break;
    }
    const ui::Reply reply = ui::ask(ui, question);
    if (reply != ui::Reply::none) answer(ui, reply == ui::Reply::go);
}

void App::answer(ui::Ui& ui, bool go) {
    const Asking asked = std::exchange(asking_, Asking::nothing);
    ui.redraw.now();
    switch (asked) {
        case Asking::nothing: return;
        case Asking::leave:
        case Asking::close:
            if (!go) return;
            open_->forget_side_files();
            open_.reset();
            closed_ = asked == Asking::close;
            return;
        case Asking::save_over:
            if (go) save(ui, true);
            return;
        case Asking::recover:
            if (go) return open_->recover();
            open_->forget_side_files();
    }
}

}  // namespace palpera::author
