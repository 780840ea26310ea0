// A whole case file, read against a small library, composed in each of its variants and lived to its end.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>

#include "engine/encounter/encounter.h"
#include "tests/fuzz/demand.h"
#include "tests/library/small_library.h"

namespace palpera::fuzz {
namespace {

// The small library, read once, and a folder for the case.
struct Desk {
    Desk() : library(small.read()), folder(small.folder() / "library" / "fuzzed") {
        demand(small.diagnostics().errors() == 0, "the small library is sound");
        std::filesystem::create_directories(folder);
    }
    library::SmallLibrary small;
    library::Library library;
    std::filesystem::path folder;
};

void live(const patient::Patient& patient) {
    encounter::Encounter encounter(patient);
    for (const char* line : {"ask where", "ask mornings", "palpate plantar_fascia_insertion right",
                             "order xray_heel right", "prescribe naproxen 500 mg 2", "advise good_shoes",
                             "wait 5 weeks", "read xray_heel", "diagnose sore_heel 80", "finish"}) {
        const auto action = library::parse_action(line);
        demand(static_cast<bool>(action), "the acts of the fuzzer are acts");
        if (!encounter::find_refusal(encounter, *action)) encounter::carry_out(encounter, *action);
    }
    demand(encounter.finished, "every case can be finished");
}

const base::Key key{};

void read_case(Desk& desk, const std::string& bytes) {
    std::ofstream(desk.folder / "case.yaml", std::ios::binary) << bytes;
    base::Diagnostics diagnostics;
    const auto file = library::read_case(desk.folder, desk.library, diagnostics);
    demand(file.has_value() == (diagnostics.errors() == 0), "a case is read or complained of");
    demand_sound(diagnostics);
    if (!file) return;
    demand(file->vary.count() <= 64, "variants are bounded");
    for (std::uint64_t seed = 0; seed < file->vary.count(); ++seed) {
        base::Diagnostics of_variant;
        const auto patient = patient::compile(desk.library, *file, seed, of_variant);
        demand(patient.has_value() || of_variant.errors() > 0, "a variant is composed or complained of");
        if (!patient) continue;
        const auto again = patient::load(patient::save(*patient, key), key);
        demand(again && patient::digest(*again) == patient::digest(*patient), "a patient comes back as it was saved");
        live(*patient);
    }
}

}  // namespace
}  // namespace palpera::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static palpera::fuzz::Desk desk;
    palpera::fuzz::read_case(desk, palpera::fuzz::text_of(data, size));
    return 0;
}
