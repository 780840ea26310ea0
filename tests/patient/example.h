#pragma once

#include <gtest/gtest.h>

#include "engine/patient/moment.h"
#include "engine/patient/patient.h"
#include "tests/library/small_library.h"

namespace palpera::patient {

inline constexpr const char* the_case = "library/sore_morning/case.yaml";
inline constexpr const char* the_condition = "conditions/sore_heel.yaml";

// The only case of a small library as a patient; a case that cannot be read or composed fails the test.
inline Patient patient_of(library::SmallLibrary& small, std::uint64_t seed = 0) {
    const library::Library library = small.read();
    EXPECT_EQ(small.errors(), std::vector<std::string>{});
    if (library.cases.empty()) return {};
    base::Diagnostics diagnostics;
    std::optional<Patient> patient = compile(library, library.cases.front(), seed, diagnostics);
    for (const base::Diagnostic& one : diagnostics.sorted()) ADD_FAILURE() << base::format(one);
    return patient.value_or(Patient{});
}

inline std::string says(const Patient& patient, const Progress& progress, std::string_view act,
                        Side side = Side::none) {
    const Responses* responses = responses_of(patient, act, side);
    const library::Response* response = responses ? chosen(*responses, Moment(patient, progress)) : nullptr;
    return response ? response->says.in(base::Language::en) : "(nothing)";
}
inline std::string finds(const Patient& patient, const Progress& progress, std::string_view act,
                         Side side = Side::none) {
    const Responses* responses = responses_of(patient, act, side);
    const library::Response* response = responses ? chosen(*responses, Moment(patient, progress)) : nullptr;
    return response ? response->finds.in(base::Language::en) : "(nothing)";
}

}  // namespace palpera::patient
