#include "tests/acceptance/played_case.h"

#include <algorithm>
#include <charconv>

#include "engine/base/file.h"
#include "engine/base/text.h"

namespace palpera {
namespace {

using library::Action;
using library::Verb;

constexpr std::size_t most_bytes = 1 << 20;

struct Read {
    base::Diagnostics diagnostics;
    library::Library library =
        library::read_library({cases(), cases().parent_path() / "assets" / "anatomy"}, diagnostics);
};
const Read& read() {
    static const Read read;
    return read;
}

// "# at most 55"
std::optional<double> claimed_most(std::string_view text) {
    constexpr std::string_view claim = "# at most ";
    for (const std::string_view whole : base::split(text, '\n')) {
        const std::string_view line = base::trimmed(whole);
        if (!line.starts_with(claim)) continue;
        double most = 0;
        const auto [end, failed] = std::from_chars(line.data() + claim.size(), line.data() + line.size(), most);
        if (failed == std::errc{} && end == line.data() + line.size()) return most;
    }
    return std::nullopt;
}

void complete(Action& action) {
    if (action.verb == Verb::refer) action.urgency = library::Urgency::routine;
    if (action.verb != Verb::prescribe) return;
    const library::Drug* drug = library::find(shipped().catalogue.drugs, action.subject);
    action.dose = drug->choices.empty() ? 1 : drug->choices.front();
    action.unit = drug->dose_unit;
    action.times = drug->usual_times;
}

std::optional<Action> action_of(const std::string& act) {
    std::string line = act;
    if (act.starts_with("refer ")) line += " routine";
    if (act.starts_with("prescribe ")) line += " 1 mg 1";
    const auto parsed = library::parse_action(line);
    EXPECT_TRUE(parsed) << line;
    if (!parsed) return std::nullopt;
    Action action = *parsed;
    complete(action);
    return action;
}

library::Side side_of(const std::string& case_id, std::uint64_t seed) {
    const library::CaseFile* file = library::find(shipped().cases, case_id);
    base::Diagnostics diagnostics;
    const auto patient = file ? patient::compile(shipped(), *file, seed, diagnostics) : std::nullopt;
    return patient ? patient->side : library::Side::none;
}

Action finishing() {
    Action action;
    action.verb = Verb::finish;
    return action;
}

}  // namespace

std::filesystem::path cases() { return std::filesystem::path(PALPERA_SOURCE_DIR) / "cases"; }
const library::Library& shipped() { return read().library; }
const base::Diagnostics& complaints() { return read().diagnostics; }

std::vector<std::string> case_ids() {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(cases() / "library")) {
        if (entry.is_directory()) found.push_back(entry.path().filename().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::string case_test_name(const testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

std::vector<RecordedCourse> recorded_courses(const std::string& case_id) {
    std::vector<RecordedCourse> courses;
    for (const auto& entry : std::filesystem::directory_iterator(cases() / "library" / case_id)) {
        if (entry.path().extension() != ".journal") continue;
        const auto text = base::read_file(entry.path(), most_bytes);
        EXPECT_TRUE(text) << entry.path();
        if (!text) continue;
        const auto journal = library::parse_journal(*text);
        EXPECT_TRUE(journal) << entry.path();
        if (!journal) continue;
        EXPECT_EQ(journal->case_id, case_id) << entry.path();
        RecordedCourse course{entry.path().stem().string(), claimed_most(*text), side_of(case_id, journal->seed), {}};
        for (const auto& line : journal->lines) course.lines.push_back(line.text);
        courses.push_back(std::move(course));
    }
    std::sort(courses.begin(), courses.end(),
              [](const RecordedCourse& a, const RecordedCourse& b) { return a.name < b.name; });
    return courses;
}

PlayedCase::PlayedCase(const library::CaseFile& file, std::uint64_t seed) : file_(&file) {
    base::Diagnostics diagnostics;
    patient_ = patient::compile(shipped(), file, seed, diagnostics);
    for (const base::Diagnostic& one : diagnostics.sorted()) ADD_FAILURE() << base::format(one);
    if (!patient_) throw std::runtime_error(file.id + " does not compile");
}

std::vector<Action> PlayedCase::actions_of(const RecordedCourse& course) const {
    const bool mirrored = course.side != patient_->side && course.side == library::opposite(patient_->side);
    std::vector<Action> actions;
    for (const std::string& line : course.lines) {
        auto action = library::parse_action(line);
        EXPECT_TRUE(action) << course.name << ": " << line;
        if (!action) continue;
        if (mirrored) action->side = library::opposite(action->side);
        actions.push_back(*action);
    }
    return actions;
}

encounter::Encounter PlayedCase::played(const RecordedCourse& course) const {
    const auto encounter = encounter::replay(*patient_, actions_of(course));
    EXPECT_TRUE(encounter) << course.name << ": " << encounter.error().message();
    return encounter ? *encounter : played_nothing();
}

std::vector<Action> PlayedCase::everything() const {
    std::vector<Action> actions;
    for (const auto& [act, entry] : patient_->acts) {
        if (const auto action = action_of(act)) actions.push_back(*action);
    }
    std::stable_sort(actions.begin(), actions.end(), [](const Action& a, const Action& b) { return a.verb < b.verb; });
    return actions;
}

encounter::Encounter PlayedCase::played(const std::vector<Action>& actions) const {
    encounter::Encounter encounter(*patient_);
    for (const Action& action : actions) {
        if (!encounter::find_refusal(encounter, action)) encounter::carry_out(encounter, action);
    }
    if (!encounter.finished) encounter::carry_out(encounter, finishing());
    return encounter;
}

encounter::Encounter PlayedCase::played_nothing() const { return played(std::vector<Action>{}); }

pathway::ScoreSheet PlayedCase::scored(const encounter::Encounter& encounter) const {
    return pathway::score(shipped(), *file_, encounter);
}

std::string printed(const pathway::ScoreSheet& sheet) {
    std::string text = "score " + std::to_string(sheet.score()) + "\n";
    for (const pathway::LedgerLine& line : sheet.ledger) {
        text += line.statement + " " + std::string(pathway::name(line.reason)) + " " + std::to_string(line.points) +
                " of " + std::to_string(line.of) + "\n";
    }
    return text;
}

}  // namespace palpera
