#include "engine/base/digest.h"

#include <gtest/gtest.h>

namespace palpera::base {
namespace {

TEST(Digest, IsBlake2bOf256Bits) {
    // The published value for the empty message.
    EXPECT_EQ(digest("").hex(), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    EXPECT_EQ(digest_from_hex(digest("x").hex()), digest("x"));
    EXPECT_FALSE(digest_from_hex("12"));
}

TEST(Digest, ALinkOfAChainIsTheDigestOfBothJoined) {
    const Digest before = digest("a");
    const std::string joined(before.bytes.begin(), before.bytes.end());
    EXPECT_EQ(digest(before, "b"), digest(joined + "b"));
}

TEST(CanonicalBytes, AreReadBackAndAShortOrOverlongReadIsSaid) {
    CanonicalWriter writer;
    writer.number(7).text("häl").signed_number(-3);
    CanonicalReader reader(writer.bytes());
    EXPECT_EQ(reader.number(), 7u);
    EXPECT_EQ(reader.text(10), "häl");
    EXPECT_EQ(reader.signed_number(), -3);
    EXPECT_TRUE(reader.ok() && reader.at_end());
    CanonicalReader cut(std::string_view(writer.bytes()).substr(0, 10));
    cut.number();
    EXPECT_EQ(cut.text(10), "");
    EXPECT_FALSE(cut.ok());
}

}  // namespace
}  // namespace palpera::base
