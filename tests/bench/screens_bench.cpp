// What building a frame costs, of every page of the application: all that the program itself does for a frame, without
// the drawing of its triangles. The visit is a full one: the history asked, the body examined, the results come.
#include <benchmark/benchmark.h>
#include <gtest/gtest.h>

#include <array>

#include "tests/student/desk.h"

namespace {

using namespace palpera;
using student_test::Desk;

constexpr std::array pages{"library", "history", "examination", "investigations", "assessment_and_plan"};

// A visit in which much has been asked, examined and ordered.
Desk& full_visit() {
    static Desk& desk = *[] {
        auto* made = new Desk({.folder = "bench"});
        made->meet();
        for (const char* words :
             {"Var gör det ont?", "Hur länge har du haft ont?", "Gör det ont på morgonen?", "Har du ont på natten?",
              "Hur började det?", "Vad arbetar du med?", "Vilka mediciner tar du?", "Vad har du provat?",
              "Har du ont i vila?", "Vad är du orolig för?", "Har du haft det förut?", "Hur är dina skor?"})
            made->ask(words);
        return made;
    }();
    return desk;
}

void BuildOneFrame(benchmark::State& state) {
    const auto page = static_cast<std::size_t>(state.range(0));
    static Desk library({.folder = "bench_library"});
    Desk& desk = page == 0 ? library : full_visit();
    constexpr std::array stages{ui::Key::digit_1, ui::Key::digit_2, ui::Key::digit_3, ui::Key::digit_4};
    if (page > 0) desk.driver.key(stages[page - 1], true);
    desk.settle();
    for (auto _ : state) desk.driver.frame();
    state.SetLabel(pages[page]);
}
BENCHMARK(BuildOneFrame)->DenseRange(0, pages.size() - 1)->Unit(benchmark::kMicrosecond);

}  // namespace

int main(int count, char** words) {
    testing::InitGoogleTest(&count, words);
    benchmark::Initialize(&count, words);
    benchmark::RunSpecifiedBenchmarks();
    return testing::Test::HasFailure() ? 1 : 0;
}
