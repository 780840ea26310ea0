#pragma once

#include <functional>
#include <string>

namespace palpera::faults {

// What came of a process.
struct Ended {
    std::string told;     // what it had told before it ended
    bool killed = false;  // by SIGKILL
    int code = -1;        // where it ended by itself
};

// Runs `act` in a process of its own, which ends with the code that it gives. What it tells is not lost when it is
// killed.
Ended in_child(const std::function<int(const std::function<void(char)>& tell)>& act);

}  // namespace palpera::faults
