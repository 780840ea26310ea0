#include "engine/base/late_library.h"

#include <cmath>

#include <gtest/gtest.h>

extern "C" double no_such_function_of_mathematics(double);

namespace palpera::base {
namespace {

struct Mathematics : LateLibrary {
    explicit Mathematics(const char* name = "libm.so.6") : LateLibrary(name) {}
    double (*cosine)(double) = find<double (*)(double)>("cos");
};

struct MoreThanThereIs : Mathematics {
    PALPERA_LATE(no_such_function_of_mathematics);
    double (*sine)(double) = find<double (*)(double)>("sin");
};

TEST(LateLibrary, GivesItsFunctions) {
    const Mathematics mathematics;
    ASSERT_TRUE(mathematics.is_whole());
    EXPECT_DOUBLE_EQ(mathematics.cosine(0), 1);
}

TEST(LateLibrary, IsNotWholeWhereItIsMissing) { EXPECT_FALSE(Mathematics("libno_such_library.so.7").is_whole()); }

TEST(LateLibrary, IsNotWholeWhereAFunctionIsMissing) {
    const MoreThanThereIs mathematics;
    EXPECT_FALSE(mathematics.is_whole());
    EXPECT_EQ(mathematics.no_such_function_of_mathematics, nullptr);
}

}  // namespace
}  // namespace palpera::base
