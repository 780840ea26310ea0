// For a program that is not linked with the failing disk: LD_PRELOAD this. The environment says what is to happen:
// PALPERA_FAULT="KIND AT LASTING FOLDER", KIND as in faults::Kind by number; PALPERA_FAULT_REPORT names the file that
// gets "CALLS HAPPENED" at the end, where the program lives to its end.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/faults/disk.h"

namespace {

struct Watching {
    Watching() {
        const char* plan = std::getenv("PALPERA_FAULT");
        if (plan == nullptr) return;
        std::istringstream words(plan);
        int kind = 0;
        palpera::faults::Fault fault;
        std::string folder;
        words >> kind >> fault.at >> fault.lasting >> folder;
        fault.kind = static_cast<palpera::faults::Kind>(kind);
        palpera::faults::watch(folder, fault);
    }
    ~Watching() {
        const int calls = palpera::faults::calls();
        const bool happened = palpera::faults::has_happened();
        palpera::faults::stop();
        if (const char* report = std::getenv("PALPERA_FAULT_REPORT")) {
            std::ofstream(report) << calls << ' ' << happened << '\n';
        }
    }
};
const Watching watching;

}  // namespace
