#include "tests/command/example.h"

namespace palpera::command {
namespace {

class Debrief : public WithFolder {};

TEST_F(Debrief, WithoutAFileIsTextOnStandardOutputInTheLanguageAskedFor) {
    const Ran call = ran({"debrief", "ward_nurse", shipped_journal("expert").string(), "--lang", "nb"});
    ASSERT_EQ(call.code, 0) << call.err;
    EXPECT_TRUE(call.out.starts_with("Tilbakemelding")) << call.out.substr(0, 80);
}

TEST_F(Debrief, TellsWhatTheFindingsSupportedAndWhatEachActToldAsJson) {
    const Ran call = ran({"debrief", "ward_nurse", shipped_journal("expert").string(), "--json"});
    ASSERT_EQ(call.code, 0) << call.err;
    const ordered_json json = call.document();
    EXPECT_TRUE(json["reasoning"]["covered"].get<bool>());
    EXPECT_EQ(json["reasoning"]["hypotheses"].front()["condition"], "plantar_fasciitis");
    EXPECT_TRUE(json["reasoning"]["hypotheses"].back()["condition"].is_null());
    EXPECT_FALSE(json["reasoning"]["told"].empty());
    EXPECT_FALSE(json["course"].empty());
}

TEST_F(Debrief, IsWrittenAsPdfOrTextByTheEndOfTheName) {
    for (const char* name : {"visit.pdf", "visit.txt"}) {
        const std::string place = at(name);
        const Ran call = ran({"debrief", "ward_nurse", shipped_journal("expert").string(), place});
        ASSERT_EQ(call.code, 0) << call.err;
        EXPECT_GT(std::filesystem::file_size(place), 1000u);
    }
    EXPECT_EQ(ran({"debrief", "ward_nurse", shipped_journal("expert").string(), at("visit.doc")}).code, 2);
}

}  // namespace
}  // namespace palpera::command
