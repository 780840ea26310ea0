#include <gtest/gtest.h>

#include "tests/ui/driver.h"
#include "tests/ui/sheets.h"

namespace palpera::ui_test {
namespace {

using ui::Appearance;

struct Look {
    std::string name;
    Appearance appearance;
    float text_scale;
};

using Sheet = void (*)(ui::Ui&, SheetState&);

void draw_to(const std::string& folder, const char* name, Sheet sheet, int width, int height) {
    for (const Look& look : {Look{"light-100", Appearance::light, 1}, Look{"dark-100", Appearance::dark, 1},
                             Look{"light-200", Appearance::light, 2}}) {
        SheetState state;
        UiDriver driver(
            [&](ui::Ui& ui) { sheet(ui, state); },
            {.width = width, .height = height, .text_scale = look.text_scale, .appearance = look.appearance});
        ASSERT_TRUE(driver.png(folder + "/" + name + "-" + look.name + ".png"));
    }
}

// Pictures to look at: PALPERA_SHEETS names the folder.
TEST(Components, CanBeDrawnOnSheets) {
    const char* folder = std::getenv("PALPERA_SHEETS");
    std::string to = folder != nullptr ? folder : testing::TempDir();
    draw_to(to, "components", draw_components, 720, 900);
    draw_to(to, "conversation", draw_conversation, 1440, 900);
    draw_to(to, "debrief", draw_debrief, 1440, 900);
    draw_to(to, "results", draw_results, 1440, 900);
}

}  // namespace
}  // namespace palpera::ui_test
