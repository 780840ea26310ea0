#include "engine/student/debrief.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "engine/base/file.h"
#include "engine/library/action.h"
#include "tests/student/screens.h"
#include "tests/student/ward.h"
#include "tests/ui/driver.h"

namespace palpera::student {
namespace {

using base::Language;
using student_test::Screen;
using student_test::Ward;

// A visit of the shipped case, played to its end.
std::unique_ptr<Ward> played(Language language, const std::string& journal) {
    auto ward = std::make_unique<Ward>(language);
    const std::filesystem::path root(PALPERA_SOURCE_DIR);
    const auto text = base::read_file(root / "cases/library/ward_nurse" / journal, 1 << 20);
    EXPECT_TRUE(text);
    const auto recorded = library::parse_journal(*text);
    EXPECT_TRUE(recorded);
    for (const auto& line : recorded->lines) ward->act(line.text);
    return ward;
}

const library::CaseFile& file_of(const Ward& ward) {
    return *library::find(ward.context().library.cases, "ward_nurse");
}

class DebriefScreen {
public:
    explicit DebriefScreen(const Ward& ward, Screen screen = {}, ui::Appearance appearance = ui::Appearance::light)
        : ward_(ward),
          sheet(pathway::score(ward.context().library, file_of(ward), ward.encounter())),
          debrief(present::debrief(ward.context(), file_of(ward), ward.encounter(), sheet)),
          journal(present::journal_lines(ward.context(), ward.encounter())),
          driver([this](ui::Ui& ui) { draw(ui); }, {.width = screen.width,
                                                    .height = screen.height,
                                                    .text_scale = screen.text_scale,
                                                    .appearance = appearance}) {
        driver.frame(4);
    }

private:
    void draw(ui::Ui& ui) {
        const auto ask = draw_debrief(ui, ui::window_rect(), ward_.context(), debrief, journal, state);
        if (ask) asked.push_back(*ask);
    }
    const Ward& ward_;

public:
    pathway::ScoreSheet sheet;
    present::Debrief debrief;
    std::vector<present::JournalLine> journal;
    DebriefState state;
    std::vector<DebriefAsk> asked;
    ui_test::UiDriver driver;  // draws as soon as it is made, so it is made last
};

// Walks act by act from the first one on the lanes.
void choose(DebriefScreen& shown, int steps) {
    shown.driver.ui().focus.move_to("debrief.act.0.0");
    shown.driver.frame(2);
    for (int i = 0; i < steps; ++i) shown.driver.key(ui::Key::right);
    shown.driver.frame(3);
}

// Pictures to look at: PALPERA_SHEETS names the folder.
TEST(DebriefPictures, CanBeDrawn) {
    const char* folder = std::getenv("PALPERA_SHEETS");
    const std::string to = folder != nullptr ? folder : testing::TempDir();
    for (const char* journal : {"demonstration", "expert"}) {
        const auto ward = played(Language::sv, std::string(journal) + ".journal");
        for (const Screen& screen : student_test::screens) {
            DebriefScreen shown(*ward, screen);
            const std::string name = to + "/" + journal + "-" + student_test::name_of(Language::sv, screen);
            ASSERT_TRUE(shown.driver.png(name + ".png"));
            const bool compact = screen.text_scale > 1;
            for (const char* page : {"parts", "steps", "log", "sources"}) {
                const std::string item = std::string(compact ? "debrief.page." : "debrief.") + page;
                if (!shown.driver.shows(item)) continue;
                shown.driver.click(item);
                shown.driver.frame(2);
                ASSERT_TRUE(shown.driver.png(name + "-" + page + ".png"));
            }
            if (compact) continue;
            shown.driver.click("debrief.overview");
            shown.state.filter = 2;
            choose(shown, 5);
            ASSERT_TRUE(shown.driver.png(name + "-chosen.png"));
        }
    }
}

}  // namespace
}  // namespace palpera::student
