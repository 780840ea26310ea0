#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/encounter/session.h"
#include "engine/pathway/score.h"

namespace palpera {

std::filesystem::path cases();  // the shipped ones

// Read once for all tests of the program; what the reading complained of.
const library::Library& shipped();
const base::Diagnostics& complaints();

// The folders of cases/library, sorted, and how a test of one of them is named.
std::vector<std::string> case_ids();
std::string case_test_name(const testing::TestParamInfo<std::string>& info);

// A journal as an author has put it beside a case.
struct RecordedCourse {
    std::string name;                // of its file
    std::optional<double> most;      // the score it claims not to exceed: a comment line "# at most 55"
    library::Side side;              // of the complaint in the variant it was recorded in
    std::vector<std::string> lines;  // the actions
};
// The journals of a case by name; complains through the tests where one cannot be read.
std::vector<RecordedCourse> recorded_courses(const std::string& case_id);

// One variant of a case, ready to be played.
class PlayedCase {
public:
    PlayedCase(const library::CaseFile& file, std::uint64_t seed);

    const library::CaseFile& file() const { return *file_; }
    const patient::Patient& patient() const { return *patient_; }
    // A journal recorded on the right is played on the left where this variant has its trouble there.
    std::vector<library::Action> actions_of(const RecordedCourse& course) const;
    encounter::Encounter played(const RecordedCourse& course) const;
    // Everything that can be asked, examined, ordered, prescribed, done, advised and referred to, each once, in this
    // order.
    std::vector<library::Action> everything() const;
    // But for what is refused, and finished after the last.
    encounter::Encounter played(const std::vector<library::Action>& actions) const;
    encounter::Encounter played_nothing() const;
    pathway::ScoreSheet scored(const encounter::Encounter& encounter) const;

private:
    const library::CaseFile* file_;
    std::optional<patient::Patient> patient_;
};

// For the message of a failed test.
std::string printed(const pathway::ScoreSheet& sheet);

}  // namespace palpera
