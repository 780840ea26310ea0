#include "tests/command/example.h"

namespace palpera::command {
namespace {

TEST(Ask, TellsTheQuestionItsConfidenceAndWhatElseItMayBe) {
    const Ran call =
        ran({"ask", "ward_nurse", "--lang", "sv", "--json"}, "Röker du?\nVad är huvudstaden i Australien?\n");
    EXPECT_EQ(call.code, 0) << call.err;
    const std::vector<ordered_json> lines = call.lines();
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(keys(lines[0]), (Words{"text", "question", "questions", "confidence", "alternatives"}));
    EXPECT_EQ(lines[0]["text"], "Röker du?");
    EXPECT_EQ(lines[0]["question"], "smoking");
    EXPECT_GT(lines[0]["confidence"].get<double>(), 0.5);
    ASSERT_FALSE(lines[0]["alternatives"].empty());
    EXPECT_EQ(keys(lines[0]["alternatives"][0]), (Words{"question", "confidence"}));
    EXPECT_TRUE(lines[1]["question"].is_null());
}

TEST(Ask, TwoQuestionsInOneLineAreBothTold) {
    const Ran call = ran({"ask", "ward_nurse", "--lang", "en", "--json"}, "Do you smoke? And do you have diabetes?\n");
    EXPECT_EQ(call.lines().at(0)["questions"], (Words{"smoking", "diabetes"}));
}

TEST(Ask, ForPeopleSaysWhatWasUnderstood) {
    const Ran call = ran({"ask", "ward_nurse", "--lang", "nb"}, "Røyker du?\nasdf qwer\n");
    EXPECT_NE(call.out.find("smoking"), std::string::npos);
    EXPECT_NE(call.out.find("not understood"), std::string::npos);
}

TEST(Ask, AnUnknownCaseAndADamagedLineAreTold) {
    EXPECT_EQ(ran({"ask", "nobody"}, "Hej\n").code, 2);
    EXPECT_EQ(ran({"ask", "ward_nurse", "--json"}, "\xff\xfe\x00\n").code, 0);
    EXPECT_EQ(ran({"ask", "ward_nurse"}, std::string(3u << 20, 'a')).code, 2);
}

}  // namespace
}  // namespace palpera::command
