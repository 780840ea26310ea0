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

TEST(Text, WhatGoesToATerminalMovesNoCursorAndHidesNothing) {
    EXPECT_EQ(printable("h\xc3\xa4l \x1b[2J\xc2\x9b\n"), "h\xc3\xa4l \\u{1B}[2J\\u{9B}\\u{A}");
    EXPECT_EQ(printable("\xff\xfe"), "\xef\xbf\xbd\xef\xbf\xbd") << "a malformed byte is shown as one";
    EXPECT_EQ(printable("a\u2028b\u202e"), "a\\u{2028}b\\u{202E}");
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
