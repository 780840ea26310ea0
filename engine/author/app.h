#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/author/case_screen.h"
#include "engine/author/start.h"
#include "engine/store/user.h"

namespace palpera::author {

// What the editor lives on. All of it outlives the application.
struct AppParts {
    const library::Library& library;
    const present::Words& words;  // assets/text/editor.yaml
    std::filesystem::path cases;  // the folder of case folders that new ones go into
    store::UserFolders folders;
    base::Language desktop_language = base::Language::en;
};

// The teacher's application: the start page, then one case at a time. Panels say what the author asked for; it is
// carried out when the frame has been drawn.
class App {
public:
    explicit App(AppParts parts);

    void draw(ui::Ui& ui);
    const store::Settings& settings() const { return settings_; }  // theme and text size, for the window to follow
    const std::optional<editor::OpenCase>& open() const { return open_; }
    const std::vector<editor::Problem>& problems() const { return problems_; }
    // The window is to be closed: true when nothing would be lost; asks the author otherwise.
    bool may_close();
    bool is_closed() const { return closed_; }

private:
    enum class Asking { nothing, leave, close, save_over, recover };

    base::Language language() const;
    void carry_out(ui::Ui& ui, const StartAsk& ask);
    void carry_out(ui::Ui& ui, const CaseAsk& ask);
    void carry_out_look(bool theme);  // else the text size
    void set_language(base::Language language);
    void put_on_desk(ui::Ui& ui, base::Result<editor::OpenCase> opened);
    void save(ui::Ui& ui, bool over);
    void tell(ui::Ui& ui, const base::Error& why);
    void check_when_due(ui::Ui& ui);
    void draw_question(ui::Ui& ui);
    void answer(ui::Ui& ui, bool go);

    AppParts parts_;
    store::Settings settings_;
    StartState start_;
    CaseState case_;
    std::optional<editor::OpenCase> open_;
    std::vector<editor::Problem> problems_;
    std::size_t seen_ = 0, checked_ = 0;  // versions of the open case
    double changed_at_ = 0;               // on the window's clock
    Asking asking_ = Asking::nothing;
    bool closed_ = false;
    ui::Toast toast_;
};

}  // namespace palpera::author
