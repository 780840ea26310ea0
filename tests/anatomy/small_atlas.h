#pragma once

#include <map>
#include <string>

namespace palpera::anatomy {

// The files of an atlas of one leg below the knee, by name: small enough to reckon by hand.
std::map<std::string, std::string> small_atlas();

}  // namespace palpera::anatomy
