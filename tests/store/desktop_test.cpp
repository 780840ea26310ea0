#include "engine/store/desktop.h"

#include <gtest/gtest.h>

namespace palpera::store {
namespace {

base::Language or_english(const std::map<std::string, std::string>& environment) {
    return desktop_language(environment).value_or(base::Language::en);
}

TEST(DesktopLanguage, IsTheFirstThatIsSet) {
    EXPECT_EQ(or_english({{"LANG", "sv_SE.UTF-8"}}), base::Language::sv);
    EXPECT_EQ(or_english({{"LANG", "sv_SE.UTF-8"}, {"LC_ALL", "nb_NO.UTF-8"}}), base::Language::nb);
    EXPECT_EQ(or_english({{"LANG", "no_NO"}}), base::Language::nb);
    EXPECT_EQ(or_english({{"LC_ALL", ""}, {"LC_MESSAGES", "de_DE"}, {"LANG", "sv_SE"}}), base::Language::en);
    EXPECT_EQ(or_english({}), base::Language::en);
}

TEST(DesktopLanguage, IsNothingWhereItIsNoneOfOurs) {
    EXPECT_EQ(desktop_language({{"LANG", "de_DE.UTF-8"}}), std::nullopt);
    EXPECT_EQ(desktop_language({}), std::nullopt);
}

}  // namespace
}  // namespace palpera::store
