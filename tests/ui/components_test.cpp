#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/ui/driver.h"
#include "tests/ui/sheets.h"

namespace palpera::ui_test {
namespace {

using ui::Appearance;
using Sheet = void (*)(ui::Ui&, SheetState&);

struct Look {
    const char* name;
    Appearance appearance;
    float text_scale;
};
constexpr Look looks[] = {{"light-100", Appearance::light, 1},
                          {"dark-100", Appearance::dark, 1},
                          {"light-200", Appearance::light, 2},
                          {"dark-200", Appearance::dark, 2}};

// Where PALPERA_SHEETS names a folder, the pictures stay there to be looked at.
std::string folder() {
    const char* named = std::getenv("PALPERA_SHEETS");
    return named != nullptr ? std::string(named) + "/" : testing::TempDir();
}

struct NamedSheet {
    const char* name;
    Sheet draw;
    int width, height;
    bool grows;  // larger text on a larger sheet; else laid out anew
};
constexpr NamedSheet sheets[] = {{"components", draw_components, 760, 900, true},
                                 {"conversation", draw_conversation, 1440, 900, false},
                                 {"debrief", draw_debrief, 1440, 900, true},
                                 {"results", draw_results, 1440, 900, true}};

TEST(Sheets, AreDrawnInBothAppearancesAndBothTextSizes) {
    for (const NamedSheet& sheet : sheets)
        for (const Look& look : looks) {
            SheetState state;
            int by = sheet.grows ? static_cast<int>(look.text_scale) : 1;
            UiDriver driver([&](ui::Ui& context) { sheet.draw(context, state); }, {.width = sheet.width * by,
                                                                                   .height = sheet.height * by,
                                                                                   .text_scale = look.text_scale,
                                                                                   .appearance = look.appearance});
            EXPECT_TRUE(driver.png(folder() + sheet.name + "-" + look.name + ".png"));
        }
}

// What shows only while something is in use: list, suggestions, toast, question, tip, ring.
TEST(Sheets, AreDrawnInUse) {
    for (const Look& look : {looks[0], looks[1]}) {
        std::string end = std::string("-") + look.name + ".png";
        SheetState state;
        bool asking = false;
        UiDriver talk(
            [&](ui::Ui& context) {
                draw_conversation(context, state);
                if (asking)
                    ui::ask(context,
                            {.name = "end",
                             .question = "Avsluta besöket?",
                             .consequence = "Ett svar har inte kommit än. Du kan fortfarande boka ett återbesök.",
                             .safe = "Stanna",
                             .go = "Avsluta besöket"});
            },
            {.width = 1440, .height = 900, .appearance = look.appearance});
        talk.type("history.question", "hur länge ont");
        EXPECT_TRUE(talk.png(folder() + "use-suggestions" + end));
        state.question.clear();
        state.toast.show(talk.ui(), "Fynd noterat: domnad stortå, höger", "Ångra");
        talk.ui().focus.move_to("topic.drugs");
        talk.frame(3);
        EXPECT_TRUE(talk.png(folder() + "use-toast" + end));
        asking = true;
        talk.frame(4);
        EXPECT_TRUE(talk.png(folder() + "use-question" + end));

        SheetState parts;
        UiDriver small([&](ui::Ui& context) { draw_components(context, parts); },
                       {.width = 760, .height = 900, .appearance = look.appearance});
        small.click("sheet.priority");
        small.hover("sheet.off");
        small.frame(40);
        EXPECT_TRUE(small.png(folder() + "use-list" + end));
    }
}

TEST(Sheets, KeepTheirLook) {
    for (const Look& look : {looks[0], looks[1]}) {
        SheetState state;
        UiDriver parts([&](ui::Ui& context) { draw_components(context, state); },
                       {.width = 760, .height = 900, .appearance = look.appearance});
        expect_golden(parts, std::string("components-") + look.name);
    }
    SheetState state;
    UiDriver debrief([&](ui::Ui& context) { draw_debrief(context, state); }, {.width = 1440, .height = 900});
    expect_golden(debrief, "debrief-light-100");
    UiDriver compact([&](ui::Ui& context) { draw_conversation(context, state); },
                     {.width = 1280, .height = 720, .text_scale = 2});
    expect_golden(compact, "conversation-light-200");
}

}  // namespace
}  // namespace palpera::ui_test
