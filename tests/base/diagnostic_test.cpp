#include "engine/base/diagnostic.h"

#include <gtest/gtest.h>

namespace palpera::base {
namespace {

Diagnostic complaint(int line, Severity severity, std::string message = "x") {
    return {"case.yaml", line, 1, severity, "rule", std::move(message), std::string(1000, 'h')};
}

TEST(Diagnostics, WarningsMakeRoomForErrors) {
    Diagnostics diagnostics;
    for (int i = 0; i < 150; ++i) diagnostics.add(complaint(i + 1, Severity::warning));
    diagnostics.add(complaint(500, Severity::error));
    EXPECT_EQ(diagnostics.errors(), 1u);
    EXPECT_EQ(diagnostics.warnings(), 150u);
    const std::vector<Diagnostic> sorted = diagnostics.sorted();
    ASSERT_EQ(sorted.size(), 101u);
    EXPECT_EQ(sorted[99].line, 500);
    EXPECT_EQ(sorted[100].message, "51 more");
}

TEST(Diagnostics, AreOfFewHundredBytesAndCutBetweenLetters) {
    Diagnostics diagnostics;
    std::string long_text;
    for (int i = 0; i < 400; ++i) long_text += "\u00e4";
    diagnostics.add(complaint(1, Severity::error, long_text));
    const Diagnostic& one = diagnostics.all().front();
    EXPECT_LE(one.message.size() + one.hint.size(), 512u);
    EXPECT_EQ(one.message, long_text.substr(0, 316) + "...");
}

}  // namespace
}  // namespace palpera::base
