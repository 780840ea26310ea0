#include <algorithm>

#include "engine/student/app.h"

namespace palpera::student {

const App::HomeRows& App::home_rows() {
    if (home_rows_ && home_rows_->language == language()) return *home_rows_;
    const present::Context words = context();
    const store::Progress& progress = practice_.progress();
    HomeRows rows;
    rows.language = words.language;
    rows.cases = present::case_rows(words, progress);
    rows.search.emplace(rows.cases, words.language);
    rows.progress = present::progress_summary(words, progress);
    for (std::size_t i = progress.open.size(); i-- > 0;) {
        const auto row = std::ranges::find(rows.cases, progress.open[i].case_id, &present::CaseRow::id);
        if (row != rows.cases.end()) rows.ongoing.push_back({*row, i, progress.open[i].branched});
    }
    if (!rows.ongoing.empty()) {
        const std::size_t last = rows.ongoing.front().open_index;
        if (const auto glance = practice_.glance(last)) {
            rows.resume = present::resume_row(words, progress, last, glance->encounter);
        }
    }
    home_rows_ = std::move(rows);
    return *home_rows_;
}

void App::draw_home_screen(ui::Ui& ui) {
    const present::Context words = context();
    const HomeRows& rows = home_rows();
    const HomeView view{words,         rows.cases,     *rows.search,  rows.ongoing,   rows.resume,
                        rows.progress, settings_.name, parts_.hour(), settings_.dark, settings_.text_percent};
    const std::optional<HomeAsk> asked = draw_home(ui, ui::window_rect(), view, home_);
    if (asked) answer(*asked);
}

void App::answer(const HomeAsk& ask) {
    switch (ask.kind) {
        case HomeAsk::Kind::start: return start(ask.case_id, std::nullopt);
        case HomeAsk::Kind::resume: return resume(ask.index);
        case HomeAsk::Kind::begin_anew: {
            if (ask.index >= practice_.progress().open.size()) return;
            const store::OpenVisit before = practice_.progress().open[ask.index];
            const base::Outcome gone = practice_.abandon(ask.index);
            if (!gone) return show_trouble(context()("error/save_failed"), gone.error().message());
            return start(before.case_id, before.seed);
        }
        case HomeAsk::Kind::review: return review(ask.case_id);
        case HomeAsk::Kind::language: settings_.language = base::code(ask.language); return keep_settings();
        case HomeAsk::Kind::theme: settings_.dark = !settings_.dark; return keep_settings();
        case HomeAsk::Kind::text_size:
            settings_.text_percent = next_text_size(settings_.text_percent);
            return keep_settings();
        case HomeAsk::Kind::keyboard: keyboard_open_ = true; return;
        case HomeAsk::Kind::settings: settings_open_ = true; return;
    }
}

void App::start(const std::string& case_id, std::optional<std::uint64_t> seed) {
    const library::CaseFile* file = library::find(parts_.library.cases, case_id);
    if (!file) return;
    enter_visit(practice_.begin(*file, language(), seed), "error/case_broken", std::nullopt);
}

void App::resume(std::size_t index) { enter_visit(practice_.resume(index, language()), "home/cannot_continue", index); }

void App::review(const std::string& case_id) {
    const auto& attempts = practice_.progress().attempts;
    const store::Attempt* best = nullptr;
    for (const store::Attempt& attempt : attempts) {
        const bool better = !best || attempt.millipoints >= best->millipoints;
        if (attempt.case_id == case_id && !attempt.branched && better) best = &attempt;
    }
    if (!best) return;
    const base::Outcome shown = practice_.review(store::Attempt(*best));
    if (!shown) return show_trouble(context()("home/cannot_review"), shown.error().message());
    shown_.reset();
    debrief_ = {};
    screen_ = Screen::debrief;
}

}  // namespace palpera::student
