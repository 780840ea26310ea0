#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace palpera::app {

// share/palpera beside the folder of the program: in the build tree as in an installed one. Empty where it is not.
std::filesystem::path share_folder();
std::map<std::string, std::string> environment();

}  // namespace palpera::app
