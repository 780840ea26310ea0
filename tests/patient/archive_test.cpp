// A compiled patient is kept in a file and comes back the same.
#include "tests/patient/example.h"

namespace palpera::patient {
namespace {

using library::SmallLibrary;

const base::Key key{base::digest("a key of this test")};

TEST(PatientDigest, IsTheSameTwiceAndOfItsOwnForEverySeed) {
    SmallLibrary small;
    small.more(the_case, "vary: {side: [right, left], age: [50, 44]}\n");
    EXPECT_EQ(digest(patient_of(small)), digest(patient_of(small)));
    for (std::uint64_t a = 0; a < 4; ++a) {
        for (std::uint64_t b = a + 1; b < 4; ++b) EXPECT_NE(digest(patient_of(small, a)), digest(patient_of(small, b)));
    }
}

TEST(PatientDigest, ChangesWithAnyWordThePatientSays) {
    SmallLibrary small;
    const base::Digest before = digest(patient_of(small));
    small.where(the_condition, "Under the heel.", "Under the heel!");
    EXPECT_NE(digest(patient_of(small)), before);
}

TEST(PatientFile, ComesBackAsItWasSaved) {
    SmallLibrary small;
    const Patient patient = patient_of(small);
    const base::Result<Patient> again = load(save(patient, key), key);
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ(digest(*again), digest(patient));
    EXPECT_EQ(says(*again, Progress(*again), "ask mornings"), "Yes!");
    EXPECT_EQ(save(*again, key), save(patient, key));
}

TEST(PatientFile, EveryPrefixAndEveryFlippedByteOfItIsRefused) {
    SmallLibrary small;
    const std::string bytes = save(patient_of(small), key);
    for (std::size_t length = 0; length < bytes.size(); length += 1 + bytes.size() / 500) {
        EXPECT_FALSE(load(std::string_view(bytes).substr(0, length), key)) << length;
    }
    for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 500) {
        std::string flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x41);
        EXPECT_FALSE(load(flipped, key)) << at;
    }
    EXPECT_FALSE(load(bytes, {base::digest("another key")}));
    EXPECT_FALSE(load(bytes + "x", key));
    EXPECT_FALSE(load(std::string(4096, '\xff'), key));
}

}  // namespace
}  // namespace palpera::patient
