#include "engine/base/time.h"

#include <gtest/gtest.h>

namespace palpera::base {
namespace {

TEST(SimulatedTime, ASpanIsAWholeNumberAndAUnitInSingularOrPlural) {
    EXPECT_EQ(span_of("4 months"), Minutes{4 * 30 * 24 * 60});
    EXPECT_EQ(span_of("1 month"), one(TimeUnit::months));
    EXPECT_EQ(span_of(" 30 minutes "), Minutes{30});
}

TEST(SimulatedTime, WhatIsNoSpanIsRefused) {
    for (const char* text : {"", "4", "months", "-1 days", "4.5 days", "4 moons", "99999999999 years"}) {
        EXPECT_FALSE(span_of(text)) << text;
    }
}

}  // namespace
}  // namespace palpera::base
