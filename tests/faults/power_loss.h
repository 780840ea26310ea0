#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/faults/disk.h"

namespace palpera::faults {

// Power is lost after each of the steps, which began in an empty folder. What was synced is on the disk; of what was
// not, any part may be: each 512 bytes of a write, the new size of a file with zeros in it, a name in a folder. For
// every such state (where there are more than 64 at one step: for 64 of them) the folder is laid out anew and `look` is
// called with how much had been acknowledged by then. Gives the number of states.
int after_each_power_loss(const std::vector<Step>& steps, const std::filesystem::path& folder,
                          const std::function<void(int acknowledged, const std::string& what)>& look);

}  // namespace palpera::faults
