#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace palpera::acceptance {

// How one run of the built program ended.
struct Ended {
    int code = -1;    // its exit code; -1 where it did not exit by itself
    int signal = 0;   // what ended it, if anything did
    double cpu = 0;   // seconds
    std::string out;  // what it wrote
    std::string err;
};

// Runs `palpera ARGUMENTS`, in `folder`, with the bytes of `input` before it, at most 512 MB of memory and 20 seconds.
// Its home lies in `folder` too.
Ended run_program(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
                const std::filesystem::path& input = "/dev/null");

// The most seconds of work that any input may cost, here.
double most_seconds();

}  // namespace palpera::acceptance
