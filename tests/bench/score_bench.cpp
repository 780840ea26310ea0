// A whole score in numbers: every line of the ledger, and the nearest course that conforms.
#include <benchmark/benchmark.h>

#include <fstream>
#include <sstream>

#include "tests/bench/allocations.h"
#include "tests/bench/scoring_case.h"

namespace {

using namespace palpera;

void score_all(benchmark::State& state, const pathway::Rubric& rubric, const std::vector<pathway::Course>& courses) {
    pathway::Scorer scorer(rubric);
    std::size_t next = 0;
    double lines = 0;
    const auto one = [&] {
        lines = static_cast<double>(scorer.score(courses[next++ % courses.size()]).ledger.entries.size());
        benchmark::DoNotOptimize(scorer.align());
    };
    for (std::size_t i = 0; i < courses.size(); ++i) one();
    const std::size_t before = bench::allocations().count;
    for (std::size_t i = 0; i < courses.size(); ++i) one();
    state.counters["allocations"] = static_cast<double>(bench::allocations().count - before);
    for (auto _ : state) one();
    state.counters["lines"] = lines;
    state.counters["statements"] = static_cast<double>(rubric.statements().size());
    state.SetItemsProcessed(state.iterations());
}

void Score(benchmark::State& state) {
    const bench::ScoringCase made(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(2)));
    std::mt19937 random(17);
    std::vector<pathway::Course> courses;
    for (int i = 0; i < 200; ++i)
        courses.push_back(made.course(made.visit(random, static_cast<std::size_t>(state.range(1)))));
    score_all(state, made.rubric(), courses);
}
BENCHMARK(Score)
    ->ArgNames({"steps", "events", "concurrent"})
    ->Args({25, 40, 4})
    ->Args({12, 20, 4})
    ->Args({25, 80, 4})
    ->Args({50, 40, 4})
    ->Args({50, 80, 4})
    ->Args({25, 40, 1})
    ->Args({25, 40, 12})
    ->Args({25, 40, 0})
    ->Args({64, 200, 4})
    ->Args({64, 200, 16})
    ->Args({128, 400, 8});

// Every journal that lies beside a shipped case.
struct Shipped {
    base::Diagnostics diagnostics;
    library::Library library = library::read_library({std::filesystem::path(PALPERA_SOURCE_DIR) / "cases",
                                                      std::filesystem::path(PALPERA_SOURCE_DIR) / "assets" / "anatomy"},
                                                     diagnostics);
};

std::vector<library::Action> recorded(const library::CaseFile& file, const std::string& name) {
    std::ifstream stream(std::filesystem::path(PALPERA_SOURCE_DIR) / "cases" / "library" / file.id / name);
    std::stringstream text;
    text << stream.rdbuf();
    std::vector<library::Action> actions;
    const library::RecordedJournal journal = *library::parse_journal(text.str());
    for (const auto& line : journal.lines) actions.push_back(*library::parse_action(line.text));
    return actions;
}

struct FirstCase {
    FirstCase() : file(shipped.library.cases.front()) {
        base::Diagnostics diagnostics;
        patient = *patient::compile(shipped.library, file, 0, diagnostics);
        for (const char* name : {"expert.journal", "novice.journal"}) visits.push_back(recorded(file, name));
    }
    pathway::Course course(const pathway::Numbering& numbering, const std::vector<library::Action>& actions) const {
        pathway::CourseWriter writer(numbering, shipped.library.catalogue, patient);
        for (const library::Action& action : actions) writer.carry_out(action);
        return writer.take();
    }
    Shipped shipped;
    const library::CaseFile& file;
    patient::Patient patient;
    std::vector<std::vector<library::Action>> visits;
};

void ScoreShippedCase(benchmark::State& state) {
    const FirstCase first;
    const pathway::Rubric rubric(first.shipped.library, first.file, first.patient);
    std::vector<pathway::Course> courses;
    for (const auto& visit : first.visits) courses.push_back(first.course(rubric.numbering(), visit));
    score_all(state, rubric, courses);
}
BENCHMARK(ScoreShippedCase);

void MakeRubric(benchmark::State& state) {
    const FirstCase first;
    for (auto _ : state)
        benchmark::DoNotOptimize(pathway::Rubric(first.shipped.library, first.file, first.patient).guidelines());
}
BENCHMARK(MakeRubric)->Unit(benchmark::kMillisecond);

void WriteCourse(benchmark::State& state) {
    const FirstCase first;
    const pathway::Numbering numbering(first.shipped.library.catalogue, first.patient);
    pathway::CourseWriter writer(numbering, first.shipped.library.catalogue, first.patient);
    for (auto _ : state) {
        for (const library::Action& action : first.visits.front()) writer.carry_out(action);
        benchmark::DoNotOptimize(writer.take());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * first.visits.front().size()));
}
BENCHMARK(WriteCourse)->Unit(benchmark::kMicrosecond);

void SheetInWords(benchmark::State& state) {
    const FirstCase first;
    const pathway::Rubric rubric(first.shipped.library, first.file, first.patient);
    const pathway::Course course = first.course(rubric.numbering(), first.visits.front());
    for (auto _ : state) benchmark::DoNotOptimize(pathway::sheet_of(rubric, course));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(SheetInWords)->Unit(benchmark::kMicrosecond);

}  // namespace
