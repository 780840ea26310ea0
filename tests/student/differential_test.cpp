#include "engine/student/differential.h"

#include <gtest/gtest.h>

namespace palpera::student {
namespace {

using Rows = std::vector<present::DifferentialRow>;

Rows rows_of(std::initializer_list<std::pair<const char*, int>> entries) {
    Rows rows;
    for (const auto& [condition, percent] : entries) {
        present::DifferentialRow row;
        row.condition = condition;
        row.percent = percent;
        rows.push_back(std::move(row));
    }
    return rows;
}

TEST(Differential, GivesANewDiagnosisWhatIsMissingToAHundred) {
    const auto action = with_diagnosis(rows_of({{"gout", 45}, {"sprain", 25}}), "fracture");
    ASSERT_TRUE(action);
    EXPECT_EQ(library::print(*action), "differential gout 45, sprain 25, fracture 30");
    EXPECT_EQ(library::print(*with_diagnosis({}, "gout")), "differential gout 100");
}

TEST(Differential, GivesANewDiagnosisNothingWhereNothingIsLeft) {
    EXPECT_EQ(library::print(*with_diagnosis(rows_of({{"gout", 100}}), "sprain")), "differential gout 100, sprain 0");
}

TEST(Differential, NamesNoDiagnosisTwice) { EXPECT_FALSE(with_diagnosis(rows_of({{"gout", 45}}), "gout")); }

TEST(Differential, NamesNoMoreThanTheActionLanguageCan) {
    Rows rows;
    for (std::size_t i = 0; i < most_diagnoses; ++i) {
        present::DifferentialRow row;
        row.condition = "condition_" + std::to_string(i);
        rows.push_back(std::move(row));
    }
    EXPECT_TRUE(library::parse_action(library::print(differential_of(library::Verb::differential, rows))));
    EXPECT_FALSE(with_diagnosis(rows, "one_more"));
}

TEST(Differential, KeepsItsLastDiagnosis) {
    EXPECT_FALSE(without_diagnosis(rows_of({{"gout", 45}}), "gout"));
    EXPECT_EQ(library::print(*without_diagnosis(rows_of({{"gout", 45}, {"sprain", 5}}), "gout")),
              "differential sprain 5");
}

TEST(Differential, NeverSumsToMoreThanAHundredWhileASliderMoves) {
    Rows rows = rows_of({{"gout", 45}, {"sprain", 25}});
    take_over(rows, {.condition = "sprain", .percent = 90});
    EXPECT_EQ(rows[1].percent, 55);
    EXPECT_EQ(sum_of(rows), 100);
}

TEST(Differential, IsEvenedOutInTheSameProportionsToExactlyAHundred) {
    EXPECT_EQ(library::print(evened_out(rows_of({{"a", 45}, {"b", 25}, {"c", 10}}))), "differential a 56, b 31, c 13");
    EXPECT_EQ(library::print(evened_out(rows_of({{"a", 0}, {"b", 0}, {"c", 0}}))), "differential a 34, b 33, c 33");
}

}  // namespace
}  // namespace palpera::student
