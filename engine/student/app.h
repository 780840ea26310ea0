#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/audio/audio.h"
#include "engine/dialogue/questions.h"
#include "engine/student/bodies.h"
#include "engine/student/debrief.h"
#include "engine/student/examination.h"
#include "engine/student/history.h"
#include "engine/student/home.h"
#include "engine/student/investigations.h"
#include "engine/student/notices.h"
#include "engine/student/plan.h"
#include "engine/student/practice.h"
#include "engine/student/visit_frame.h"

namespace palpera::student {

// What the application lives on. All of it outlives the application.
struct AppParts {
    const library::Library& library;
    const present::Words& words;
    store::UserFolders folders;
    audio::Audio& audio;
    encounter::Clocks clocks;
    std::function<int()> hour;  // of the day where the student is, 0 to 23
    base::Language desktop_language = base::Language::en;
    std::filesystem::path fonts = {};  // that a PDF is written with
    std::filesystem::path model = {};  // that understands typed questions; read when the first question is typed
    std::filesystem::path body = {};   // the assets of the body; empty: the flat figure serves
    // As they were read for the window; where nothing is given, the application reads them itself.
    std::optional<store::Loaded<store::Settings>> settings = {};
};

// The student's application: library, visit and debrief, one frame at a time. Panels say what the student asked for;
// it is carried out when the frame has been drawn.
class App {
public:
    explicit App(AppParts parts);
    ~App();

    void draw(ui::Ui& ui);

    // Theme, text size and motion are the window's to follow before its next frame.
    const store::Settings& settings() const { return settings_; }
    const Practice& practice() const { return practice_; }

private:
    enum class Screen { home, visit, debrief };
    struct VisitStates {
        FrameState frame;
        HistoryState history;
        ExaminationState examination;
        InvestigationsState investigations;
        PlanState plan;
    };
    // What the first page shows, made anew when visits or the language change.
    struct HomeRows {
        base::Language language = base::Language::en;
        std::vector<present::CaseRow> cases;
        std::optional<present::CaseSearch> search;
        std::vector<OngoingRow> ongoing;
        std::optional<present::ResumeRow> resume;
        present::ProgressSummary progress;
    };
    struct Shown {
        base::Language language = base::Language::en;
        present::Debrief debrief;
        std::vector<present::JournalLine> journal;
    };

    base::Language language() const;
    present::Context context() const { return {parts_.library, parts_.words, language()}; }
    const dialogue::QuestionFinder& finder();

    const HomeRows& home_rows();
    void draw_home_screen(ui::Ui& ui);
    void answer(const HomeAsk& ask);
    void start(const std::string& case_id, std::optional<std::uint64_t> seed);
    void resume(std::size_t index);
    void review(const std::string& case_id);

    void draw_visit_screen(ui::Ui& ui);
    Actions draw_stage(ui::Ui& ui, ui::Rect place, const VisitView& view);
    void enter_visit(const base::Outcome& entered, const char* what, std::optional<std::size_t> anew);
    void carry_out(ui::Ui& ui, Actions actions);
    void tell(ui::Ui& ui, const Deed& deed);
    void leave();

    void draw_debrief_screen(ui::Ui& ui);
    const Shown& shown_debrief();
    void save_debrief(ui::Ui& ui);

    void draw_overlays(ui::Ui& ui);
    void keep_settings();
    void show_trouble(std::string what, std::string detail);

    AppParts parts_;
    store::Settings settings_;
    Practice practice_;
    Bodies bodies_;
    Screen screen_ = Screen::home;
    HomeState home_;
    VisitStates visit_;
    DebriefState debrief_;
    std::optional<HomeRows> home_rows_;
    std::optional<Shown> shown_;
    std::optional<dialogue::Model> model_;
    std::unique_ptr<dialogue::QuestionFinder> finder_;
    base::Language finder_language_ = base::Language::en;

    bool settings_open_ = false, keyboard_open_ = false, settings_unsaved_ = false;
    std::vector<Trouble> troubles_;    // the first is on the screen
    std::optional<std::size_t> anew_;  // the visit that the first trouble offers to begin again
    Actions pending_;                  // the first of them could not be saved
    ui::Toast toast_;
    bool told_restored_ = true;
    Caption caption_;
};

}  // namespace palpera::student
