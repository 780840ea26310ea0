// What a student waits for, without a window: reading the library, meeting a patient, one act, a whole visit, its
// score.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/encounter/session.h"
#include "engine/library/cache.h"
#include "engine/library/library.h"
#include "engine/pathway/score.h"
#include "engine/patient/moment.h"
#include "tests/bench/allocations.h"

namespace {

using namespace palpera;

const library::Places places{std::filesystem::path(PALPERA_SOURCE_DIR) / "cases",
                             std::filesystem::path(PALPERA_SOURCE_DIR) / "assets" / "anatomy"};

const library::Library& shipped() {
    static const library::Library library = [] {
        base::Diagnostics diagnostics;
        return library::read_library(places, diagnostics);
    }();
    return library;
}

const library::CaseFile& first_case() { return shipped().cases.front(); }

const patient::Patient& first_patient() {
    static const patient::Patient patient = [] {
        base::Diagnostics diagnostics;
        return *patient::compile(shipped(), first_case(), 0, diagnostics);
    }();
    return patient;
}

const std::vector<library::Action>& expert_visit() {
    static const std::vector<library::Action> actions = [] {
        std::ifstream file(places.cases / "library" / first_case().id / "expert.journal");
        std::stringstream text;
        text << file.rdbuf();
        std::vector<library::Action> result;
        const library::RecordedJournal journal = *library::parse_journal(text.str());
        for (const auto& line : journal.lines) {
            result.push_back(*library::parse_action(line.text));
        }
        return result;
    }();
    return actions;
}

void ReadLibraryFromText(benchmark::State& state) {
    for (auto _ : state) {
        base::Diagnostics diagnostics;
        benchmark::DoNotOptimize(library::read_library(places, diagnostics));
    }
}
BENCHMARK(ReadLibraryFromText)->Unit(benchmark::kMillisecond);

// As the program does from its second start on: the compiled library in the cache folder.
void ReadLibraryFromCache(benchmark::State& state) {
    const std::filesystem::path cache = std::filesystem::temp_directory_path() / "palpera_bench_cache";
    std::filesystem::remove_all(cache);
    base::Diagnostics diagnostics;
    library::read_library_cached(places, cache, diagnostics);
    bool compiled = true;
    for (auto _ : state) compiled = library::read_library_cached(places, cache, diagnostics).compiled && compiled;
    if (!compiled) state.SkipWithError("the compiled library was not taken");
    std::filesystem::remove_all(cache);
}
BENCHMARK(ReadLibraryFromCache)->Unit(benchmark::kMillisecond);

void CompilePatient(benchmark::State& state) {
    for (auto _ : state) {
        base::Diagnostics diagnostics;
        benchmark::DoNotOptimize(patient::compile(shipped(), first_case(), 0, diagnostics));
    }
}
BENCHMARK(CompilePatient)->Unit(benchmark::kMillisecond);

void OneQuestion(benchmark::State& state) {
    const encounter::Encounter before(first_patient());
    const library::Action ask = *library::parse_action("ask first_steps_pain");
    for (auto _ : state) {
        encounter::Encounter encounter = before;
        benchmark::DoNotOptimize(encounter::carry_out(encounter, ask));
    }
}
BENCHMARK(OneQuestion)->Unit(benchmark::kMicrosecond);

// The expert's visit, and questions after it, up to 60 acts.
encounter::Encounter after_sixty_acts() {
    constexpr std::size_t wanted = 60;
    encounter::Encounter encounter(first_patient());
    const auto act = [&](const library::Action& action) {
        if (encounter.events.size() == wanted || encounter::find_refusal(encounter, action)) return;
        encounter::carry_out(encounter, action);
    };
    for (const library::Action& action : expert_visit()) {
        if (action.verb != library::Verb::finish) act(action);
    }
    for (const library::Question& question : shipped().catalogue.questions) {
        act(*library::parse_action("ask " + question.id));
    }
    return encounter;
}

void ForkAfterSixtyActs(benchmark::State& state) {
    const encounter::Encounter encounter = after_sixty_acts();
    const bench::Allocations before = bench::allocations();
    benchmark::DoNotOptimize(encounter::Encounter(encounter));
    const bench::Allocations after = bench::allocations();
    for (auto _ : state) benchmark::DoNotOptimize(encounter::Encounter(encounter));
    state.counters["acts"] = static_cast<double>(encounter.events.size());
    state.counters["allocations"] = static_cast<double>(after.count - before.count);
    state.counters["bytes"] = static_cast<double>(after.bytes - before.bytes + sizeof(encounter::Encounter));
}
BENCHMARK(ForkAfterSixtyActs)->Unit(benchmark::kMicrosecond);

// What a session does for each act, and a "what if" for each branch.
void ForkAndAskAfterSixtyActs(benchmark::State& state) {
    const encounter::Encounter encounter = after_sixty_acts();
    const library::Action ask = *library::parse_action("ask first_steps_pain");
    for (auto _ : state) {
        encounter::Encounter next = encounter;
        benchmark::DoNotOptimize(encounter::carry_out(next, ask));
    }
}
BENCHMARK(ForkAndAskAfterSixtyActs)->Unit(benchmark::kMicrosecond);

void ReplayExpertVisit(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(encounter::replay(first_patient(), expert_visit()));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * expert_visit().size()));
}
BENCHMARK(ReplayExpertVisit)->Unit(benchmark::kMillisecond);

void ScoreExpertVisit(benchmark::State& state) {
    const encounter::Encounter encounter = *encounter::replay(first_patient(), expert_visit());
    for (auto _ : state) benchmark::DoNotOptimize(pathway::score(shipped(), first_case(), encounter));
}
BENCHMARK(ScoreExpertVisit)->Unit(benchmark::kMillisecond);

// Every list of the catalogue and the atlas, with a word that is known, one that is misspelt, and two words.
void SearchEverything(benchmark::State& state) {
    const library::Index& index = shipped().index();
    const library::Search* lists[] = {&index.tests,     &index.drugs,        &index.treatments,   &index.advice,
                                      &index.services,  &index.diagnoses,    &index.sites,        &index.zones,
                                      &index.movements, &index.muscles,      &index.reflexes,     &index.arteries,
                                      &index.gaits,     &index.measurements, &index.special_tests};
    const std::string typed[] = {"hälsporre", "plantarfasciti", "röntgen fot"};
    const std::string& words = typed[static_cast<std::size_t>(state.range(0))];
    for (auto _ : state) {
        for (const library::Search* list : lists) benchmark::DoNotOptimize(list->find(words, base::Language::sv));
    }
}
BENCHMARK(SearchEverything)->DenseRange(0, 2)->Unit(benchmark::kMicrosecond);

void MakeIndex(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(library::make_index(shipped().catalogue, shipped().atlas));
}
BENCHMARK(MakeIndex)->Unit(benchmark::kMillisecond);

void OneActOnTheDisk(benchmark::State& state) {
    const std::filesystem::path file = std::filesystem::temp_directory_path() / "palpera_bench.journal";
    std::filesystem::remove(file);
    auto session = encounter::Session::open(file, first_patient(), "sv", encounter::machine_clocks());
    const library::Action note = *library::parse_action("note x");
    for (auto _ : state) benchmark::DoNotOptimize(session->act(note));
    std::filesystem::remove(file);
}
BENCHMARK(OneActOnTheDisk)->Unit(benchmark::kMicrosecond)->Iterations(500);

}  // namespace
