#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/anatomy/examiner.h"
#include "engine/anatomy/tissue_signs.h"
#include "engine/library/catalogue.h"

namespace palpera::library {

// "numb ZONE", "weak MUSCLE", "reduced REFLEX", "positive SPECIAL_TEST"; of tissues "tender SITE", "swollen SITE" and
// the other looks, "faint ARTERY", "limited JOINT MOVEMENT".
std::optional<FoundSign> found_sign(std::string_view written);
// Which words those are, for messages and forms: "numb|weak|...".
std::string sign_words();
bool is_known(const FoundSign& sign, const anatomy::Atlas& atlas);

// Is it there on that side, of the lesions of nerves or of those of tissues?
bool is_there(const FoundSign& sign, const anatomy::Examiner& examiner, anatomy::Side side);
bool is_there(const FoundSign& sign, const anatomy::Atlas& atlas, const anatomy::TissueSigns& tissues,
              anatomy::Side side, std::uint64_t variant);

// What a hand feels and an eye sees of a site.
inline constexpr std::array felt{anatomy::Look::swelling,   anatomy::Look::warmth, anatomy::Look::coolness,
                                 anatomy::Look::thickening, anatomy::Look::gap,    anatomy::Look::tension};
inline constexpr std::array seen{anatomy::Look::swelling, anatomy::Look::redness, anatomy::Look::bruising,
                                 anatomy::Look::pallor, anatomy::Look::thickening};

// Some special tests are done as another act: walking on the heels is `heel_walk`. Empty where the act is none.
std::string test_of(Verb verb, const std::string& subject);
// Does an act look for that sign?
bool looks_for(Verb verb, const std::string& subject, const FoundSign& sign);

}  // namespace palpera::library
