#include "engine/base/text.h"

#include <gtest/gtest.h>

namespace palpera::base {
namespace {

TEST(Text, FoldingForgetsCaseAccentsAndSignsButKeepsTheNordicLetters) {
    EXPECT_EQ(folded("  Lasègues   TEST!"), "lasegues test");
    EXPECT_EQ(folded("Hälsporre/Hælspore"), "hälsporre hælspore");
    EXPECT_EQ(folded("…"), "");
}

TEST(Text, AMisspeltWordFindsItsNearestCandidates) {
    EXPECT_EQ(nearest("examinatoin", {"history", "examination", "tests"}), std::vector<std::string>{"examination"});
    EXPECT_TRUE(nearest("quite_other", {"history", "tests"}).empty());
}

TEST(Text, SwappedNeighboursCountAsOneError) {
    EXPECT_EQ(edit_distance("palpera", "palepra"), 1u);
    EXPECT_EQ(edit_distance("häl", "hal"), 1u);
}

TEST(Text, QuotingNeverLetsControlCharactersThrough) {
    EXPECT_EQ(quoted("a\x1b[2Jb"), "\"a\\u{1B}[2Jb\"");
    EXPECT_EQ(quoted("x\xe2\x80\xaey"), "\"x\\u{202E}y\"");
    EXPECT_EQ(quoted("abcdef", 3), "\"abc…\"");
}

TEST(Text, AnIdIsSmallLettersDigitsHyphenAndUnderscore) {
    EXPECT_TRUE(is_id("plantar_fasciitis"));
    EXPECT_FALSE(is_id("../x"));
    EXPECT_FALSE(is_id(""));
    EXPECT_FALSE(is_id("A"));
    EXPECT_FALSE(is_id(std::string(65, 'a')));
}

}  // namespace
}  // namespace palpera::base
