// What the patient's body costs: making it, posing it, finding what is under the pointer, drawing it while it turns.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "engine/ui/body_raster.h"
#include "tests/ui/gl_artist.h"

namespace palpera {
namespace {

std::shared_ptr<const body::Table> table() {
    static const auto read = [] {
        base::Diagnostics diagnostics;
        return std::make_shared<const body::Table>(body::read_table(PALPERA_SOURCE_DIR "/assets/body", diagnostics));
    }();
    return read;
}

std::shared_ptr<const body::Body> made(bool is_full) {
    static std::shared_ptr<const body::Body> both[2];
    const std::atomic<bool> stop{false};
    auto& body = both[is_full ? 1 : 0];
    if (!body) body = body::make_body(table(), {}, is_full, stop);
    return body;
}

void make_body(benchmark::State& state) {
    const std::atomic<bool> stop{false};
    for (auto _ : state) benchmark::DoNotOptimize(body::make_body(table(), {}, state.range(0) == 1, stop));
}
BENCHMARK(make_body)->ArgName("full")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void read_body_from_cache(benchmark::State& state) {
    const auto cache = std::filesystem::temp_directory_path() / "palpera_body_bench";
    const std::atomic<bool> stop{false};
    body::cached_body(table(), {}, true, cache, stop);
    for (auto _ : state) benchmark::DoNotOptimize(body::cached_body(table(), {}, true, cache, stop));
    std::filesystem::remove_all(cache);
}
BENCHMARK(read_body_from_cache)->Unit(benchmark::kMillisecond);

void read_zones(benchmark::State& state) {
    for (auto _ : state) {
        base::Diagnostics diagnostics;
        benchmark::DoNotOptimize(body::read_zone_map(PALPERA_SOURCE_DIR "/assets/body/zones.yaml", diagnostics));
    }
}
BENCHMARK(read_zones)->Unit(benchmark::kMillisecond);

void pose_body(benchmark::State& state) {
    const auto body = made(true);
    for (auto _ : state) benchmark::DoNotOptimize(body::posed(*body, body::pose_of(*body, "sitting")));
}
BENCHMARK(pose_body)->Unit(benchmark::kMillisecond);

void hit_body(benchmark::State& state) {
    const auto body = made(true);
    const auto posed = body::posed(*body, body::pose_of(*body, "standing"));
    const body::Charts charts(*body->table, body->skeleton);
    for (auto _ : state) benchmark::DoNotOptimize(body::hit(body->skin, posed, charts, body::ray({}, 0.05f, 0.1f)));
}
BENCHMARK(hit_body)->Unit(benchmark::kMillisecond);

// Before marks are laid on a body that turns: what of it is seen.
void see_body(benchmark::State& state) {
    const auto body = made(true);
    const auto posed = body::posed(*body, body::pose_of(*body, "standing"));
    body::Camera camera;
    for (auto _ : state) {
        camera.turn += 3;
        benchmark::DoNotOptimize(body::Sight(posed, camera));
    }
}
BENCHMARK(see_body)->Unit(benchmark::kMillisecond);

// The plain picture where OpenGL 3.2 is missing.
void raster_body(benchmark::State& state) {
    ui::BodyScene scene;
    scene.body = made(state.range(0) == 1);
    scene.posed = std::make_shared<body::PosedSkin>(body::posed(*scene.body, body::pose_of(*scene.body, "standing")));
    scene.width = 850;
    scene.height = 844;
    for (auto _ : state) benchmark::DoNotOptimize(ui::rasterised(scene));
}
BENCHMARK(raster_body)->ArgName("full")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

// Of the process: the rasteriser has threads of its own. Turning is drawn from the coarse body where the processor
// draws; `full` 1 is what a graphics card is given.
void turn_body(benchmark::State& state) {
    ui_test::GlArtist artist;
    if (!artist.is_sound()) return state.SkipWithError("no OpenGL without a display");
    ui::BodyScene scene;
    scene.body = made(state.range(0) == 1);
    scene.posed = std::make_shared<body::PosedSkin>(body::posed(*scene.body, body::pose_of(*scene.body, "standing")));
    scene.width = 850;
    scene.height = 844;
    scene.moving = state.range(1) == 1;
    for (auto _ : state) {
        scene.camera.turn += 3;
        benchmark::DoNotOptimize(artist.draw(scene));
    }
}
BENCHMARK(turn_body)
    ->ArgNames({"full", "moving"})
    ->Args({0, 1})
    ->Args({1, 1})
    ->Args({1, 0})
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace palpera
