#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/present/home.h"
#include "engine/ui/widgets.h"

namespace palpera::student {

// A visit that waits to be gone on with.
struct OngoingRow {
    present::CaseRow patient;
    std::size_t open_index = 0;  // in store::Progress::open
    bool branched = false;
};

// What the first page is drawn from.
struct HomeView {
    const present::Context& context;
    const std::vector<present::CaseRow>& cases;
    const present::CaseSearch& search;
    const std::vector<OngoingRow>& ongoing;  // the last touched first
    const std::optional<present::ResumeRow>& resume;
    const present::ProgressSummary& progress;
    const std::string& name;  // of the student; may be empty
    int hour = 12;            // of the day where the student is
    bool dark = false;
    int text_percent = 100;
};

// What the student left on the screen.
struct HomeState {
    enum class Page { library, ongoing } page = Page::library;
    present::CaseFilter filter;
    std::string chosen;  // the case whose sheet is open: it has been begun or done before
    bool menu = false;   // of a compact window
    bool languages = false;
    // How high what stands on each card was when it was last drawn, by its case: those of a row end on one line.
    std::map<std::string, float> heights;
};

struct HomeAsk {
    enum class Kind { start, resume, begin_anew, review, language, theme, text_size, keyboard, settings };
    Kind kind = Kind::start;
    std::string case_id = {};
    std::size_t index = 0;  // of resume and begin_anew in Progress::open
    base::Language language = base::Language::en;
};

// The library of patients, the visit to go on with, and how the student is getting on (look/01-home.png).
std::optional<HomeAsk> draw_home(ui::Ui& ui, ui::Rect place, const HomeView& view, HomeState& state);

// The text size after this one: 100, 125, 150, 175, 200, and 100 again.
int next_text_size(int percent);

}  // namespace palpera::student
