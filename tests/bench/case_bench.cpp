// A case read from text and checked against what yaml-cpp needs to make nodes of the same files.
#include <yaml-cpp/yaml.h>

#include <filesystem>

#include "engine/base/file.h"
#include "engine/document/source.h"
#include "engine/library/library.h"
#include "tests/bench/rounds.h"

namespace {

using namespace palpera;
namespace fs = std::filesystem;

const library::Places places{fs::path(PALPERA_SOURCE_DIR) / "cases",
                             fs::path(PALPERA_SOURCE_DIR) / "assets" / "anatomy"};

const library::Library& shipped() {
    static const library::Library library = [] {
        base::Diagnostics diagnostics;
        return library::read_library(places, diagnostics);
    }();
    return library;
}

// A case of about 64 KB in one language: what a patient says to every question of the catalogue, then findings.
fs::path large_case() {
    constexpr std::size_t wanted = 63'600;
    std::string text =
        "language: en\nversion: 1\ntitle: \"A large case\"\nsetting: primary_care\narea: foot\ndifficulty: 1\n"
        "minutes: 20\nhorizon: 26 weeks\npatient:\n    name: \"Annika Lindberg\"\n    sex: female\n    age: 52\n"
        "    height: 165 cm\n    weight: 84 kg\n    occupation: \"nursing assistant\"\n    work: \"On a ward.\"\n"
        "    home: \"In a flat.\"\ncomplaint: \"It stabs under the heel in the morning.\"\n"
        "conditions:\n    plantar_fasciitis: {side: right, severity: 60 %}\nguidelines: [heel_spur]\nanswers:\n";
    const auto add = [&](const std::string& key, const std::string& part) {
        if (text.size() >= wanted) return;
        text += "    " + key +
                ":\n        later:\n            when: visit >= 2 and done(\"advise supportive_shoes\")\n" +
                "            " + part + ": \"It has become better than it was, and I walk more than I did.\"\n" +
                "        first:\n            " + part +
                ": \"It came slowly, over some weeks. In the beginning I only felt it in the morning.\"\n" +
                "            reveals: [worn_shoes, hard_floors_at_work]\n";
    };
    for (const library::Question& question : shipped().catalogue.questions) add(question.id, "says");
    text += "findings:\n";
    for (const char* verb : {"palpate ", "inspect "}) {
        for (const anatomy::Site& site : shipped().atlas.sites) add(verb + site.id, "finds");
    }
    const fs::path folder = fs::temp_directory_path() / "palpera_bench_cases" / "large_case";
    fs::create_directories(folder);
    if (!base::write_file(folder / "case.yaml", text)) fs::remove(folder / "case.yaml");
    return folder;
}

std::vector<std::string> files_of(const fs::path& folder) {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
    }
    return files;
}

double bytes_of(const std::vector<std::string>& files) {
    double bytes = 0;
    for (const std::string& file : files) bytes += static_cast<double>(fs::file_size(file));
    return bytes;
}

void compare(benchmark::State& state, const fs::path& folder) {
    const std::vector<std::string> files = files_of(folder);
    base::Diagnostics diagnostics;
    if (!library::read_case(folder, shipped(), diagnostics)) return state.SkipWithError("the case is not sound");
    bench::in_turns(
        state, 1,
        [&] {
            base::Diagnostics own;
            benchmark::DoNotOptimize(library::read_case(folder, shipped(), own));
        },
        [&] {
            for (const std::string& file : files) benchmark::DoNotOptimize(YAML::LoadFile(file));
        });
    state.counters["KB"] = bytes_of(files) / 1000;
}

void LargeCaseAgainstYamlCpp(benchmark::State& state) { compare(state, large_case()); }
BENCHMARK(LargeCaseAgainstYamlCpp)->Iterations(60);

void FirstCaseInThreeLanguagesAgainstYamlCpp(benchmark::State& state) {
    compare(state, places.cases / "library" / "ward_nurse");
}
BENCHMARK(FirstCaseInThreeLanguagesAgainstYamlCpp)->Iterations(200);

// Without the library's checks: text to nodes with places and translations, ours and theirs.
void LargeDocumentAgainstYamlCpp(benchmark::State& state) {
    const fs::path file = large_case() / "case.yaml";
    bench::in_turns(
        state, 1,
        [&] {
            base::Diagnostics diagnostics;
            benchmark::DoNotOptimize(document::Source::read(file, file.string(), document::case_limits, diagnostics));
        },
        [&] { benchmark::DoNotOptimize(YAML::LoadFile(file.string())); });
}
BENCHMARK(LargeDocumentAgainstYamlCpp)->Iterations(60);

}  // namespace
