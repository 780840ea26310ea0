#include "tests/ui/driver.h"

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstdlib>

#include "engine/base/text.h"
#include "engine/ui/layout.h"
#include "tests/ui/raster.h"

namespace palpera::ui_test {
namespace {

constexpr double frame_seconds = 1.0 / 60;
constexpr int settling_frames = 3;

}  // namespace

struct UiDriver::State {
    std::function<void(ui::Ui&)> panel;
    Options options;
    ImGuiContext* context = nullptr;
    ui::Ui ui;
};

UiDriver::UiDriver(std::function<void(ui::Ui&)> panel) : UiDriver(std::move(panel), Options{}) {}

UiDriver::UiDriver(std::function<void(ui::Ui&)> panel, Options options) : state_(std::make_unique<State>()) {
    state_->panel = std::move(panel);
    state_->options = options;
    state_->context = ImGui::CreateContext();
    ImGui::SetCurrentContext(state_->context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;
    io.DeltaTime = static_cast<float>(frame_seconds);
    io.DisplaySize = {static_cast<float>(options.width), static_cast<float>(options.height)};
    io.MousePos = {-FLT_MAX, -FLT_MAX};
    // 32-bit offsets for 16-bit indices: a page has more than 65,536 corners.
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    ui::map_keys();
    auto fonts = ui::build_fonts(*io.Fonts, PALPERA_FONT_FOLDER, options.text_scale);
    if (!fonts) {
        ADD_FAILURE() << fonts.error().message();
        std::abort();
    }
    state_->ui.fonts = *fonts;
    state_->ui.scale = options.text_scale;
    state_->ui.appearance = options.appearance;
    state_->ui.reduce_motion = options.reduce_motion;
    state_->ui.pictures.draw_with(
        PALPERA_PICTURE_FOLDER, [](const image::Image& picture) { return new image::Image(picture); },
        [](ImTextureID texture) { delete static_cast<image::Image*>(texture); });
    // As in a window; raster.cpp does the clearing.
    state_->ui.clear_ground = [](const ImDrawList*, const ImDrawCmd*) {};
    ui::apply_style(state_->ui);
    frame(settling_frames);
}

UiDriver::~UiDriver() { ImGui::DestroyContext(state_->context); }

ui::Ui& UiDriver::ui() { return state_->ui; }

const ui::Ui& UiDriver::ui() const { return state_->ui; }

void UiDriver::frame(int count) {
    ImGui::SetCurrentContext(state_->context);
    for (int i = 0; i < count; ++i) {
        state_->ui.now += frame_seconds;
        ImGui::NewFrame();
        state_->ui.begin_frame();
        state_->panel(state_->ui);
        state_->ui.end_frame();
        ImGui::Render();
    }
}

void UiDriver::resize(int width, int height) {
    ImGui::SetCurrentContext(state_->context);
    ImGui::GetIO().DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    frame(settling_frames);
}

const ui::Item* UiDriver::item(std::string_view name) const { return state_->ui.registry.find(name); }

bool UiDriver::shows(std::string_view name) const {
    const ui::Item* found = item(name);
    return found != nullptr && found->visible();
}

bool UiDriver::reads(std::string_view words) const {
    return std::ranges::any_of(state_->ui.registry.items(), [&](const ui::Item& item) {
        return item.label.find(words) != std::string::npos || item.value.find(words) != std::string::npos;
    });
}

std::string UiDriver::focus() const { return state_->ui.focus.name(); }

bool UiDriver::hover(std::string_view name) {
    ImGui::SetCurrentContext(state_->context);
    const ui::Item* found = item(name);
    if (found == nullptr) {
        ADD_FAILURE() << "there is no \"" << name << "\" on the screen";
        return false;
    }
    if (found->rect.within(found->clip).empty()) {
        // As a person would, scroll until it shows.
        state_->ui.focus.leave();
        state_->ui.focus.move_to(name, false);
        frame(settling_frames);
        found = item(name);
    }
    if (found == nullptr || !found->visible()) {
        ADD_FAILURE() << "\"" << name << "\" cannot be seen";
        return false;
    }
    ImGui::GetIO().MousePos = found->rect.within(found->clip).middle();
    frame(2);
    return true;
}

bool UiDriver::click(std::string_view name) {
    if (!hover(name)) return false;
    if (!item(name)->enabled) {
        ADD_FAILURE() << "\"" << name << "\" is disabled";
        return false;
    }
    ImGui::GetIO().MouseDown[0] = true;
    frame();
    ImGui::GetIO().MouseDown[0] = false;
    frame();
    frame(settling_frames);
    return true;
}

bool UiDriver::type(std::string_view name, std::string_view words) {
    if (!click(name)) return false;
    key(ui::Key::end);
    type(words);
    return true;
}

void UiDriver::type(std::string_view words) {
    ImGui::SetCurrentContext(state_->context);
    for (char32_t c : base::code_points(words)) {
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(c));
        frame();
    }
    frame(settling_frames);
}

void UiDriver::key(ui::Key key, bool ctrl, bool shift) {
    ImGui::SetCurrentContext(state_->context);
    ImGuiIO& io = ImGui::GetIO();
    auto modify = [&](bool down) {
        io.KeyCtrl = down && ctrl;
        io.KeyShift = down && shift;
        io.KeyMods = static_cast<ImGuiKeyModFlags>((io.KeyCtrl ? ImGuiKeyModFlags_Ctrl : 0) |
                                                   (io.KeyShift ? ImGuiKeyModFlags_Shift : 0));
    };
    modify(true);
    io.KeysDown[static_cast<int>(key)] = true;
    frame();
    io.KeysDown[static_cast<int>(key)] = false;
    modify(false);
    frame(settling_frames);
}

void UiDriver::press(ImVec2 from, ImVec2 to) {
    ImGui::SetCurrentContext(state_->context);
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = from;
    frame(2);
    io.MouseDown[0] = true;
    frame();
    io.MousePos = to;
    frame(2);
    io.MouseDown[0] = false;
    frame(settling_frames);
}

void UiDriver::draw(const std::vector<ImVec2>& line) {
    ImGui::SetCurrentContext(state_->context);
    ImGuiIO& io = ImGui::GetIO();
    if (line.empty()) return;
    io.MousePos = line.front();
    frame(2);
    io.MouseDown[0] = true;
    for (const ImVec2& at : line) {
        io.MousePos = at;
        frame();
    }
    io.MouseDown[0] = false;
    frame(settling_frames);
}

void UiDriver::scroll(std::string_view name, float wheel) {
    ImGui::SetCurrentContext(state_->context);
    const ui::Item* found = item(name);
    if (found == nullptr) {
        ADD_FAILURE() << "there is no \"" << name << "\" to scroll";
        return;
    }
    ImGui::GetIO().MousePos = found->rect.within(found->clip).middle();
    frame();
    ImGui::GetIO().MouseWheel = wheel;
    frame(settling_frames);
}

void UiDriver::pass(double seconds) {
    state_->ui.now += seconds;
    frame(settling_frames);
}

Picture UiDriver::picture() const {
    ImGui::SetCurrentContext(state_->context);
    return rasterise(*ImGui::GetDrawData(), ui::colour(state_->ui.appearance, ui::Role::canvas));
}

bool UiDriver::png(const std::filesystem::path& path) const { return write_png(path, picture()); }

void expect_golden(const UiDriver& driver, std::string_view name, double share) {
    std::filesystem::path path = std::filesystem::path(PALPERA_GOLDEN_FOLDER) / (std::string(name) + ".png");
    Picture now = driver.picture();
    if (std::getenv("PALPERA_UPDATE_GOLDEN") != nullptr) {
        EXPECT_TRUE(write_png(path, now)) << path;
        return;
    }
    Picture kept = read_png(path);
    std::string beside = std::string(name) + ".now.png";
    if (kept.width != now.width || kept.height != now.height) {
        write_png(beside, now);
        ADD_FAILURE() << name << ": there is no picture of this size to compare with; see " << beside
                      << " and run with PALPERA_UPDATE_GOLDEN=1 if it is right";
        return;
    }
    std::size_t differing = 0;
    for (std::size_t i = 0; i < now.rgb.size(); i += 3)
        for (std::size_t c = 0; c < 3; ++c)
            if (std::abs(now.rgb[i + c] - kept.rgb[i + c]) > 24) {
                ++differing;
                break;
            }
    double part = static_cast<double>(differing) / static_cast<double>(now.rgb.size() / 3);
    if (part > share) write_png(beside, now);
    EXPECT_LE(part, share) << name << ": " << differing << " pixels differ; see " << beside
                           << " and run with PALPERA_UPDATE_GOLDEN=1 if it is right";
}

}  // namespace palpera::ui_test
