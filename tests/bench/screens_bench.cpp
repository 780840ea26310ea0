// What building a frame costs, of every page of the application: all that the program itself does for a frame, without
// the drawing of its triangles. The visit is a full one: the history asked, the body examined, the results come.
#include <benchmark/benchmark.h>
#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "tests/student/desk.h"

namespace {

using namespace palpera;
using student_test::Desk;

constexpr std::array pages{"library", "history", "examination", "investigations", "assessment_and_plan", "debrief"};
constexpr std::size_t debrief_page = 5;

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

// The debrief of a visit that was finished.
Desk& finished_visit() {
    static Desk& desk = *[] {
        auto* made = new Desk({.folder = "bench_debrief"});
        made->meet();
        for (const char* words : {"Var gör det ont?", "Hur länge har du haft ont?", "Gör det ont på morgonen?"})
            made->ask(words);
        made->driver.click("visit.end");
        made->driver.click("end.finish");
        made->driver.click("end.go");
        return made;
    }();
    return desk;
}

// What of a triangle lies within `clip`, in square pixels.
double area_within(std::vector<ImVec2> corners, const ImVec4& clip) {
    const float limits[] = {clip.x, clip.y, -clip.z, -clip.w};
    for (int side = 0; side < 4 && !corners.empty(); ++side) {
        const auto inside = [&](ImVec2 p) {
            const float along = side % 2 == 0 ? p.x : p.y;
            return (side < 2 ? along : -along) - limits[side];
        };
        std::vector<ImVec2> kept;
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const ImVec2 a = corners[i], b = corners[(i + 1) % corners.size()];
            const float from = inside(a), to = inside(b);
            if (from >= 0) kept.push_back(a);
            if ((from < 0) == (to < 0)) continue;
            const float t = from / (from - to);
            kept.push_back({a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t});
        }
        corners = std::move(kept);
    }
    double twice = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const ImVec2 a = corners[i], b = corners[(i + 1) % corners.size()];
        twice += static_cast<double>(a.x) * b.y - static_cast<double>(b.x) * a.y;
    }
    return std::abs(twice) / 2;
}

// What a software rasteriser pays for: how often the window is painted over, and in how many triangles.
void count_paint(benchmark::State& state, const ImDrawData& drawn) {
    double painted = 0;
    for (int i = 0; i < drawn.CmdListsCount; ++i) {
        const ImDrawList& list = *drawn.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            for (unsigned at = 0; at + 2 < command.ElemCount; at += 3) {
                std::vector<ImVec2> corners;
                for (unsigned corner = 0; corner < 3; ++corner) {
                    const unsigned index = list.IdxBuffer[static_cast<int>(command.IdxOffset + at + corner)];
                    corners.push_back(list.VtxBuffer[static_cast<int>(command.VtxOffset + index)].pos);
                }
                painted += area_within(std::move(corners), command.ClipRect);
            }
        }
    }
    state.counters["triangles"] = drawn.TotalIdxCount / 3;
    state.counters["windows_painted"] = painted / (drawn.DisplaySize.x * drawn.DisplaySize.y);
}

void BuildOneFrame(benchmark::State& state) {
    const auto page = static_cast<std::size_t>(state.range(0));
    static Desk library({.folder = "bench_library"});
    Desk& desk = page == 0 ? library : page == debrief_page ? finished_visit() : full_visit();
    constexpr std::array stages{ui::Key::digit_1, ui::Key::digit_2, ui::Key::digit_3, ui::Key::digit_4};
    if (page > 0 && page != debrief_page) desk.driver.key(stages[page - 1], true);
    desk.settle();
    for (auto _ : state) desk.driver.frame();
    count_paint(state, *ImGui::GetDrawData());
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
