#include "engine/pathway/knowledge.h"

#include "tests/pathway/small_library.h"

namespace palpera::pathway {
namespace {

std::optional<patient::Patient> patient_of(SmallCase& heel) {
    base::Diagnostics diagnostics;
    return patient::compile(heel.library, heel.file, 0, diagnostics);
}

TEST(Findable, TheIndexAgreesWithThePatient) {
    SmallCase heel;
    const auto patient = patient_of(heel);
    ASSERT_TRUE(patient);
    const patient::Progress progress(*patient);
    const patient::Moment moment(*patient, progress);
    const Findable::Index index(*patient);
    int findable = 0;
    for (const auto& [fact, value] : patient->facts) {
        EXPECT_EQ(index.is_findable(moment, fact), patient::is_findable(*patient, progress, fact)) << fact;
        findable += index.is_findable(moment, fact) ? 1 : 0;
    }
    EXPECT_EQ(findable, 3);
}

TEST(Findable, HidesWhatNoActWouldReveal) {
    SmallCase heel;
    heel.is_true("hidden").is_true("ulcer");
    const auto patient = patient_of(heel);
    ASSERT_TRUE(patient);
    const patient::Progress progress(*patient);
    const patient::Moment moment(*patient, progress);
    const Findable::Index index(*patient);
    const Findable findable(*patient, index, moment);
    EXPECT_EQ(findable.value("hidden"), std::nullopt);
    EXPECT_EQ(findable.value("ulcer"), script::Value(true));
    EXPECT_EQ(findable.value("visit"), script::Value(1.0));
}

TEST(Known, IsWhatWasShownOrBroughtAbout) {
    SmallCase heel;
    heel.is_true("ulcer").is_true("wants_film");
    const auto patient = patient_of(heel);
    ASSERT_TRUE(patient);
    patient::Progress progress(*patient);
    progress.show("ulcer");
    const patient::Moment moment(*patient, progress);
    const std::set<std::string> brought_about{"hidden"};
    const Known known(*patient, moment, brought_about);
    EXPECT_EQ(known.value("ulcer"), script::Value(true));
    EXPECT_EQ(known.value("wants_film"), std::nullopt);
    EXPECT_EQ(known.value("hidden"), script::Value(false));
}

}  // namespace
}  // namespace palpera::pathway
