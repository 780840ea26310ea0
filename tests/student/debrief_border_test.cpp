// The numb area that was drawn, in the debrief.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "engine/pathway/score.h"
#include "engine/student/debrief.h"
#include "tests/student/body_screen.h"

namespace palpera::student {
namespace {

using base::Language;
using student_test::Ward;

// S1 on the left.
Ward ill(Language language = Language::en) { return Ward(language, {}, "surgical_nurse"); }

std::string drawn(const std::vector<std::string>& zones) {
    std::string act = "border pinprick left";
    for (const std::string& zone : zones) act += " " + zone;
    return act;
}

std::vector<std::string> truly_lost() {
    Ward ward = ill();
    ward.act("border pinprick left thigh_groin_triangle");
    return present::debrief_borders(ward.context(), ward.encounter()).at(0).true_only;
}

TEST(DebriefBorder, CoversItselfWhollyAndFitsItsRoot) {
    const std::vector<std::string> lost = truly_lost();
    ASSERT_GT(lost.size(), 1u) << "S1 takes the prick from more than one zone";
    Ward ward = ill();
    ward.act(drawn(lost));
    const auto borders = present::debrief_borders(ward.context(), ward.encounter());
    ASSERT_EQ(borders.size(), 1u);
    EXPECT_EQ(borders[0].overlap, 100);
    EXPECT_EQ(borders[0].both, lost);
    EXPECT_TRUE(borders[0].drawn_only.empty());
    EXPECT_TRUE(borders[0].true_only.empty());
    ASSERT_FALSE(borders[0].fits.empty());
    const auto root = std::find_if(borders[0].fits.begin(), borders[0].fits.end(),
                                   [](const present::BorderFit& fit) { return fit.lesion == "root_S1"; });
    ASSERT_NE(root, borders[0].fits.end()) << borders[0].fits.front().name << " of " << borders[0].both_names;
    EXPECT_EQ(root->name, "Nerve root S1");
    const auto common = std::count_if(lost.begin(), lost.end(), [&](const std::string& zone) {
        return std::find(root->zones.begin(), root->zones.end(), zone) != root->zones.end();
    });
    const auto either = static_cast<double>(lost.size() + root->zones.size()) - static_cast<double>(common);
    EXPECT_EQ(root->overlap, std::lround(100 * static_cast<double>(common) / either));
    EXPECT_GE(borders[0].fits.front().overlap, root->overlap) << "the best stands first";
}

TEST(DebriefBorder, TellsWhatWasForgottenAndWhatIsTooMuch) {
    std::vector<std::string> lost = truly_lost();
    const std::string forgotten = lost.back();
    lost.back() = "thigh_groin_triangle";
    Ward ward = ill();
    ward.act(drawn(lost));
    const auto border = present::debrief_borders(ward.context(), ward.encounter()).at(0);
    EXPECT_EQ(border.true_only, std::vector<std::string>{forgotten});
    EXPECT_EQ(border.drawn_only, std::vector<std::string>{"thigh_groin_triangle"});
    EXPECT_LT(border.overlap, 100);
}

TEST(DebriefBorder, OnAHealthySideThereWasNothingToDraw) {
    Ward ward(Language::en, {"border light_touch right sole_lateral"});
    const auto border = present::debrief_borders(ward.context(), ward.encounter()).at(0);
    EXPECT_EQ(border.overlap, 0);
    EXPECT_EQ(border.summary, ward.context()("debrief/border_nothing_lost"));
}

TEST(DebriefBorder, OfEachModalityAndSideTheNewestCounts) {
    Ward ward(Language::en, {"border light_touch right sole_lateral", "border pinprick right sole_lateral",
                             "border light_touch right sole_arch_medial"});
    const auto borders = present::debrief_borders(ward.context(), ward.encounter());
    ASSERT_EQ(borders.size(), 2u);
    EXPECT_EQ(borders[0].modality, "pinprick");
    EXPECT_EQ(borders[1].drawn_only, std::vector<std::string>{"sole_arch_medial"});
}

// The debrief's page with the body.
class BorderScreen {
public:
    explicit BorderScreen(Ward& ward, student_test::Screen screen = {})
        : ward_(ward),
          driver([this](ui::Ui& ui) { draw(ui); },
                 {.width = screen.width, .height = screen.height, .text_scale = screen.text_scale}) {
        while (!student_test::bodies().of(*ward_.encounter().patient).full) std::this_thread::yield();
        debrief_.borders = present::debrief_borders(ward_.context(), ward_.encounter());
        debrief_.reasoning.why_not = ward_.context()("debrief/chart_title");
        state.page = DebriefPage::reasoning;
        state.compact_page = 1;
        driver.frame(6);
    }

private:
    void draw(ui::Ui& ui) {
        ui.artist = &artist_;
        draw_debrief(ui, ui::window_rect(), ward_.context(), debrief_, {}, state,
                     {&student_test::bodies(), &ward_.encounter()});
    }
    Ward& ward_;
    ui_test::GlArtist artist_;
    present::Debrief debrief_;

public:
    DebriefState state;
    ui_test::UiDriver driver;
};

TEST(DebriefBorder, LiesOverTheTrueOneOnTheBody) {
    const std::vector<std::string> lost = truly_lost();
    for (Language language : base::every_language) {
        for (const student_test::Screen& size : student_test::screens) {
            Ward ward = ill(language);
            std::vector<std::string> zones(lost.begin(), lost.end() - 1);
            zones.push_back("leg_anterior_shin");
            ward.act(drawn(zones));
            BorderScreen screen(ward, size);
            EXPECT_NE(screen.driver.item("debrief.border.body"), nullptr);
            for (const auto& complaint : screen.driver.lint()) {
                ADD_FAILURE() << student_test::name_of(language, size) << ": " << complaint.rule << " "
                              << complaint.text;
            }
            if (const char* folder = std::getenv("PALPERA_SHEETS")) {
                const std::string name = "border-" + student_test::name_of(language, size) + ".png";
                ASSERT_TRUE(screen.driver.png(std::string(folder) + "/" + name));
            }
        }
    }
}

}  // namespace
}  // namespace palpera::student
