#include "tests/student/ward.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "engine/dialogue/questions.h"
#include "engine/library/library.h"
#include "engine/patient/patient.h"

namespace palpera::student_test {
namespace {

// Read once for the whole program: it never changes.
const library::Library& shipped() {
    static const library::Library library = [] {
        base::Diagnostics diagnostics;
        const std::filesystem::path root = PALPERA_SOURCE_DIR;
        return library::read_library({root / "cases", root / "assets" / "anatomy"}, diagnostics);
    }();
    return library;
}

const present::Words& words() {
    static const present::Words words = [] {
        base::Diagnostics diagnostics;
        return present::Words::read(std::filesystem::path(PALPERA_SOURCE_DIR) / "assets/text/interface.yaml",
                                    diagnostics);
    }();
    return words;
}

const patient::Patient& patient_of(const std::string& case_id) {
    static std::map<std::string, patient::Patient> patients;
    const auto [entry, fresh] = patients.try_emplace(case_id);
    if (!fresh) return entry->second;
    base::Diagnostics diagnostics;
    for (const library::CaseFile& file : shipped().cases) {
        if (file.id == case_id) entry->second = patient::compile(shipped(), file, 0, diagnostics).value();
    }
    return entry->second;
}

const dialogue::Model& model() {
    static const dialogue::Model read = *dialogue::read_model(PALPERA_MODEL);
    return read;
}

}  // namespace

struct Ward::State {
    State(base::Language language, const char* case_id)
        : context{shipped(), words(), language},
          finder(shipped().catalogue, language, model()),
          encounter(patient_of(case_id)) {}
    present::Context context;
    dialogue::QuestionFinder finder;
    encounter::Encounter encounter;
};

Ward::Ward(base::Language language, std::initializer_list<const char*> acts, const char* case_id)
    : state_(std::make_unique<State>(language, case_id)) {
    for (const char* line : acts) act(std::string(line));
}

Ward::~Ward() = default;

void Ward::act(const std::string& line) {
    const auto action = library::parse_action(line);
    ASSERT_TRUE(action) << line;
    act(*action);
}

void Ward::act(const library::Action& action) {
    const auto refusal = encounter::find_refusal(state_->encounter, action);
    ASSERT_FALSE(refusal) << library::print(action) << ": " << refusal->key;
    encounter::carry_out(state_->encounter, action);
}

student::VisitView Ward::view() const { return {state_->context, state_->encounter, state_->finder}; }
const encounter::Encounter& Ward::encounter() const { return state_->encounter; }
const present::Context& Ward::context() const { return state_->context; }

}  // namespace palpera::student_test
