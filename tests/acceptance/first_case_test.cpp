// The first case as shipped: what an expert, nobody and somebody who orders everything come to, in every variant.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/base/file.h"
#include "engine/encounter/session.h"
#include "engine/pathway/score.h"

namespace palpera {
namespace {

using library::Action;
using library::Verb;

constexpr std::size_t most_bytes = 1 << 20;

std::filesystem::path root() { return PALPERA_SOURCE_DIR; }

const library::Library& shipped() {
    static const library::Library library = [] {
        base::Diagnostics diagnostics;
        return library::read_library({root() / "cases", root() / "assets" / "anatomy"}, diagnostics);
    }();
    return library;
}

std::string printed(const pathway::ScoreSheet& sheet) {
    std::string text = "score " + std::to_string(sheet.score()) + "\n";
    for (const pathway::LedgerLine& line : sheet.ledger) {
        text += line.statement + " " + std::string(pathway::name(line.reason)) + " " + std::to_string(line.points) +
                " of " + std::to_string(line.of) + "\n";
    }
    return text;
}

class FirstCase : public testing::TestWithParam<std::uint64_t> {
protected:
    void SetUp() override {
        file_ = library::find(shipped().cases, "ward_nurse");
        ASSERT_NE(file_, nullptr);
        base::Diagnostics diagnostics;
        patient_ = patient::compile(shipped(), *file_, GetParam(), diagnostics);
        ASSERT_TRUE(patient_.has_value());
    }

    // Recorded on the right; a variant may have its trouble on the left.
    std::vector<Action> recorded(const std::filesystem::path& path) const {
        const auto text = base::read_file(path, most_bytes);
        if (!text) return {};
        const auto journal = library::parse_journal(*text);
        if (!journal) return {};
        std::vector<Action> actions;
        for (const library::RecordedJournal::Line& line : journal->lines) {
            auto action = library::parse_action(line.text);
            EXPECT_TRUE(action) << line.text;
            if (!action) continue;
            if (patient_->side == library::Side::left) action->side = library::opposite(action->side);
            actions.push_back(*action);
        }
        return actions;
    }

    pathway::ScoreSheet played(const std::vector<Action>& actions) const {
        const auto encounter = encounter::replay(*patient_, actions);
        EXPECT_TRUE(encounter) << encounter.error().message();
        return encounter ? pathway::score(shipped(), *file_, *encounter) : pathway::ScoreSheet{};
    }

    // Everything that can be asked, examined, ordered, prescribed, done, advised and referred to, each once.
    std::vector<Action> everything() const {
        std::vector<Action> actions;
        for (const auto& [act, entry] : patient_->acts) {
            std::string line = act;
            if (act.starts_with("refer ")) line += " routine";
            if (act.starts_with("prescribe ")) line += " 1 mg 1";
            auto action = library::parse_action(line);
            EXPECT_TRUE(action) << line;
            if (!action) continue;
            if (action->verb == Verb::prescribe) {
                const library::Drug* drug = library::find(shipped().catalogue.drugs, action->subject);
                action->dose = drug->choices.empty() ? 1 : drug->choices.front();
                action->unit = drug->dose_unit;
                action->times = drug->usual_times;
            }
            actions.push_back(*action);
        }
        std::stable_sort(actions.begin(), actions.end(),
                         [](const Action& a, const Action& b) { return a.verb < b.verb; });
        Action finish;
        finish.verb = Verb::finish;
        actions.push_back(finish);
        return actions;
    }

    const library::CaseFile* file_ = nullptr;
    std::optional<patient::Patient> patient_;
};

TEST_P(FirstCase, TheExpertScoresAtLeastNinety) {
    const auto sheet = played(recorded(root() / "cases/library/ward_nurse/expert.journal"));
    EXPECT_GE(sheet.score(), 90) << printed(sheet);
    EXPECT_TRUE(sheet.passed);
}

TEST_P(FirstCase, WhoDoesNothingScoresUnderTwenty) {
    const auto sheet = played(recorded(root() / "tests/acceptance/journals/empty.journal"));
    ASSERT_FALSE(sheet.ledger.empty());
    EXPECT_LT(sheet.score(), 20) << printed(sheet);
    EXPECT_FALSE(sheet.passed);
}

TEST_P(FirstCase, WhoOrdersEverythingScoresUnderForty) {
    const auto sheet = played(everything());
    EXPECT_LT(sheet.score(), 40) << printed(sheet);
    EXPECT_FALSE(sheet.passed);
}

TEST_P(FirstCase, TheDemonstrationLiesBetweenThem) {
    const auto expert = played(recorded(root() / "cases/library/ward_nurse/expert.journal"));
    const auto demonstration = played(recorded(root() / "cases/library/ward_nurse/demonstration.journal"));
    EXPECT_LT(demonstration.millipoints, expert.millipoints) << printed(demonstration);
    EXPECT_GT(demonstration.millipoints, played(everything()).millipoints) << printed(demonstration);
}

TEST_P(FirstCase, TheScoreIsTheSumOfTheLedger) {
    for (const auto& actions : {recorded(root() / "cases/library/ward_nurse/demonstration.journal"), everything()}) {
        const auto sheet = played(actions);
        std::int64_t sum = 0;
        for (const pathway::LedgerLine& line : sheet.ledger) sum += line.points;
        EXPECT_EQ(sheet.millipoints, sum);
    }
}

// Two sides, three ages, two severities, three kinds of other health.
INSTANTIATE_TEST_SUITE_P(EveryVariant, FirstCase, testing::Range<std::uint64_t>(0, 36));

TEST(FirstCaseFile, ItsVariantsAreThoseThatAreTested) {
    const library::CaseFile* file = library::find(shipped().cases, "ward_nurse");
    ASSERT_NE(file, nullptr);
    EXPECT_EQ(file->vary.count(), 36u);
}

}  // namespace
}  // namespace palpera
