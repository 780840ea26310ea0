// What the file of likelihoods may say, and what is complained of.
#include <gtest/gtest.h>

#include "tests/library/small_library.h"

namespace palpera::library {
namespace {

constexpr const char* file = "conditions/likelihoods.yaml";
constexpr const char* sound = R"(language: en
levels: {rare: {p: 0.05}, uncommon: {p: 0.15}, typical: {p: 0.85}}
frequencies: {common: 1, uncommon: 0.2}
elsewhere: 0.05
something_else: {prior: 15 %, at_least: uncommon}
damping: [1, 0.5]
groups: {place: "Where"}
findings:
    h_tender: {text: "Tender", kind: exam, group: place, background: rare, when: heel_tender}
    h_odd: {text: "Odd", kind: exam, group: place, background: typical, not_mapped: "No fact yet."}
conditions:
    sore_heel: {frequency: common, areas: [foot], findings: {h_tender: typical}}
    broken_heel:
        frequency: uncommon
        areas: [foot, leg]
        findings: {h_tender: {level: uncommon, basis: claim, claims: [HS-001]}}
)";

class LikelihoodsFile : public testing::Test {
protected:
    std::vector<std::string> errors_where(const std::string& what, const std::string& by) {
        SmallLibrary small;
        small.with(file, sound).where(file, what, by);
        EXPECT_TRUE(small.read().likelihoods.conditions.empty()) << "a file in error is left out";
        return small.errors();
    }
};
using Lines = std::vector<std::string>;

TEST_F(LikelihoodsFile, GivesEveryConditionItsOwnLevelsAndOtherwiseTheBackground) {
    SmallLibrary small;
    const Likelihoods read = small.with(file, sound).read().likelihoods;
    ASSERT_EQ(small.errors(), Lines{});
    ASSERT_EQ(read.conditions.size(), 2u);
    EXPECT_EQ(read.conditions[0].likely, (std::vector<double>{0.85, 0.85}));
    EXPECT_EQ(read.conditions[1].likely, (std::vector<double>{0.15, 0.85}));
    EXPECT_EQ(read.conditions[1].weight, 0.2);
    EXPECT_EQ(read.findings[0].otherwise, 0.15) << "no rarer with something else than the data's least";
    EXPECT_EQ(read.findings[1].otherwise, 0.85);
    EXPECT_TRUE(read.findings[0].mapped);
    EXPECT_FALSE(read.findings[1].mapped);
    EXPECT_EQ(read.something_else, 15);
}

TEST_F(LikelihoodsFile, NeedNotBeThere) {
    SmallLibrary small;
    EXPECT_TRUE(small.read().likelihoods.conditions.empty());
    EXPECT_EQ(small.errors(), Lines{});
}

TEST_F(LikelihoodsFile, NamesNothingThatIsNotKnown) {
    EXPECT_EQ(errors_where("h_tender: typical", "h_tender: typicl"),
              Lines{"conditions/likelihoods.yaml:12:72 unknown-level"});
    EXPECT_EQ(errors_where("{h_tender: typical}", "{h_tendr: typical}"),
              Lines{"conditions/likelihoods.yaml:12:71 unknown-finding"});
    EXPECT_EQ(errors_where("frequency: common", "frequency: daily"),
              Lines{"conditions/likelihoods.yaml:12:28 unknown-frequency"});
    EXPECT_EQ(errors_where("group: place, background: rare", "group: plase, background: rare"),
              Lines{"conditions/likelihoods.yaml:9:51 unknown-group"});
    EXPECT_EQ(errors_where("sore_heel: {freq", "sore_heal: {freq"),
              Lines{"conditions/likelihoods.yaml:12:16 unknown-diagnosis"});
    EXPECT_EQ(errors_where("[HS-001]", "[XX-001]"), Lines{"conditions/likelihoods.yaml:16:71 unknown-source"});
}

TEST_F(LikelihoodsFile, SpeaksOnlyOfWhatCanBeShown) {
    EXPECT_EQ(errors_where("when: heel_tender", "when: severity > 20"),
              Lines{"conditions/likelihoods.yaml:9:82 not-shown"});
    EXPECT_EQ(errors_where("when: heel_tender", "when: done(\"ask where\")"),
              Lines{"conditions/likelihoods.yaml:9:82 not-shown"});
}

TEST_F(LikelihoodsFile, HasDampingThatNeverGrowsAndLikelihoodsThatAreNeverCertain) {
    EXPECT_EQ(errors_where("[1, 0.5]", "[0.5, 1]"), Lines{"conditions/likelihoods.yaml:6:10 damping"});
    EXPECT_EQ(errors_where("{p: 0.05}", "{p: 0}"), Lines{"conditions/likelihoods.yaml:2:20 range"});
}

TEST_F(LikelihoodsFile, SaysWhereAPublishedFigureStandsAndWhyAFindingIsNotMapped) {
    EXPECT_EQ(errors_where("basis: claim, claims: [HS-001]", "basis: study"),
              Lines{"conditions/likelihoods.yaml:16:30 no-source"});
    EXPECT_EQ(errors_where("basis: claim, claims: [HS-001]", "basis: claim"),
              Lines{"conditions/likelihoods.yaml:16:30 no-source"});
    EXPECT_EQ(errors_where(", not_mapped: \"No fact yet.\"", ""),
              Lines{"conditions/likelihoods.yaml:10:12 not-mapped"});
}

}  // namespace
}  // namespace palpera::library
