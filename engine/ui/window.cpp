#include "engine/ui/window.h"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <GLFW/glfw3.h>

#include "engine/ui/body_painter.h"
#include "engine/ui/key_taps.h"

namespace palpera::ui {
namespace {

constexpr const char* no_display_hint =
    "start it in a desktop session, or use the commands that need no window: palpera --help";

struct Density {
    float scale = 1;    // of sizes in the window's own units
    float backing = 1;  // pixels of the frame buffer for one unit
};

Density density(GLFWwindow* window) {
    float content = 1, other = 1;
    glfwGetWindowContentScale(window, &content, &other);
    int width = 0, height = 0, pixels = 0, rows = 0;
    glfwGetWindowSize(window, &width, &height);
    glfwGetFramebufferSize(window, &pixels, &rows);
    float backing = width > 0 && pixels > 0 ? static_cast<float>(pixels) / static_cast<float>(width) : 1;
    return {std::max(0.5f, content / backing), std::max(1.0f, backing)};
}

std::string glfw_trouble() {
    const char* words = nullptr;
    glfwGetError(&words);
    return words != nullptr ? words : "no reason given";
}

// The brand mark on a rounded plate, for the task bar.
std::vector<unsigned char> icon_pixels(int size) {
    std::vector<unsigned char> rgba(static_cast<std::size_t>(size) * static_cast<std::size_t>(size) * 4, 0);
    auto put = [&](int x, int y, Colour c, float cover) {
        unsigned char* at =
            &rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(size) + static_cast<std::size_t>(x)) * 4];
        auto mix = [&](unsigned char from, unsigned char to) {
            return static_cast<unsigned char>(
                std::lround(static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * cover));
        };
        at[0] = mix(at[3] == 0 ? c.red : at[0], c.red);
        at[1] = mix(at[3] == 0 ? c.green : at[1], c.green);
        at[2] = mix(at[3] == 0 ? c.blue : at[2], c.blue);
        at[3] = static_cast<unsigned char>(std::max<long>(at[3], std::lround(255 * cover)));
    };
    Colour primary = colour(Appearance::light, Role::primary), accent = colour(Appearance::light, Role::brand_accent);
    float unit = static_cast<float>(size) / 24, cx = 5.5f * unit, cy = 18 * unit;
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            float dx = static_cast<float>(x) + 0.5f - cx, dy = cy - (static_cast<float>(y) + 0.5f),
                  d = std::hypot(dx, dy);
            auto cover = [&](float distance) { return std::clamp(0.5f - distance, 0.0f, 1.0f); };
            put(x, y, primary, cover(d - 4.5f * unit));
            if (dx < 0 || dy < 0) continue;
            put(x, y, primary, cover(std::abs(d - 9 * unit) - 1.3f * unit));
            put(x, y, accent, cover(std::abs(d - 15.3f * unit) - 1.3f * unit));
        }
    return rgba;
}

}  // namespace

namespace {

// The backend would upload the glyphs as four bytes a pixel and keep as many in memory, and draws the fonts unasked to
// do so. It is given one white pixel instead when it makes its shaders; the glyphs go up by themselves.
bool start_backend(ImFontAtlas& atlas) {
    atlas.TexPixelsRGBA32 = static_cast<unsigned*>(IM_ALLOC(sizeof(unsigned)));
    *atlas.TexPixelsRGBA32 = ~0u;
    atlas.TexWidth = atlas.TexHeight = 1;
    return ImGui_ImplOpenGL3_CreateDeviceObjects();
}

// One byte a pixel: how much of it the glyph covers. The copy in memory is let go.
void upload(ImFontAtlas& atlas, GLuint& texture) {
    constexpr GLint white_with_cover[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    if (texture == 0) glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, white_with_cover);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
    atlas.SetTexID(reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(texture)));
    atlas.ClearTexData();
}

// A ui::Ui::clear_ground.
void clear_ground(const ImDrawList*, const ImDrawCmd* command) {
    const ImDrawData& drawn = *ImGui::GetDrawData();
    const ImVec2 scale = drawn.FramebufferScale;
    const auto pixel = [](float at, float from, float by) { return static_cast<GLint>(std::lround((at - from) * by)); };
    const ImVec4& at = command->ClipRect;
    const GLint left = pixel(at.x, drawn.DisplayPos.x, scale.x), right = pixel(at.z, drawn.DisplayPos.x, scale.x);
    const GLint top = pixel(at.y, drawn.DisplayPos.y, scale.y), foot = pixel(at.w, drawn.DisplayPos.y, scale.y);
    if (right <= left || foot <= top) return;
    const ImVec4 colour =
        ImGui::ColorConvertU32ToFloat4(static_cast<ImU32>(reinterpret_cast<std::uintptr_t>(command->UserCallbackData)));
    glScissor(left, static_cast<GLint>(drawn.DisplaySize.y * scale.y) - foot, right - left, foot - top);
    glClearColor(colour.x, colour.y, colour.z, colour.w);
    glClear(GL_COLOR_BUFFER_BIT);
}

ImTextureID texture_of(const image::Image& image) {
    GLint bound = 0;
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &bound);
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, image.width, image.height, 0, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(bound));
    return reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(texture));
}

void take_back(ImTextureID id) {
    const auto texture = static_cast<GLuint>(reinterpret_cast<std::intptr_t>(id));
    glDeleteTextures(1, &texture);
}

}  // namespace

struct Window::State {
    GLuint glyphs = 0;  // texture
    GLFWwindow* window = nullptr;
    ImGuiContext* context = nullptr;
    WindowOptions options;
    Density density;
    float built_scale = 0, built_backing = 0;
    Appearance styled = Appearance::light;
    Pacing pacing;
    Ui ui;
    bool backend = false;
    KeyTaps taps;
    BodyPainter painter;

    ~State();
    base::Outcome rebuild();
    void watch();
    bool draw(const std::function<bool(Ui&)>& panel);
};

namespace {

// The user pointer is a Window::State, whose type is private.
template <class State>
State& state_of(GLFWwindow* window) {
    return *static_cast<State*>(glfwGetWindowUserPointer(window));
}

}  // namespace

Window::State::~State() {
    if (context != nullptr) {
        ImGui::SetCurrentContext(context);
        ui.pictures.clear();
        painter.clear();
        if (backend) {
            glDeleteTextures(1, &glyphs);
            ImGui_ImplOpenGL3_Shutdown();
            ImGui_ImplGlfw_Shutdown();
        }
        ImGui::DestroyContext(context);
    }
    if (window != nullptr) glfwDestroyWindow(window);
    glfwTerminate();
}

// Any event is a reason to draw. ImGui's own callbacks are chained after these.
void Window::State::watch() {
    glfwSetWindowUserPointer(window, this);
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int, int action, int modifiers) {
        State& state = state_of<State>(w);
        state.pacing.input();
        if (action == GLFW_PRESS) state.taps.pressed(key, modifiers);
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned) { state_of<State>(w).pacing.input(); });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int, int) { state_of<State>(w).pacing.input(); });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double, double) { state_of<State>(w).pacing.input(); });
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { state_of<State>(w).pacing.input(); });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int) { state_of<State>(w).pacing.input(); });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int) { state_of<State>(w).pacing.input(); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { state_of<State>(w).pacing.input(); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { state_of<State>(w).pacing.input(); });
    glfwSetWindowContentScaleCallback(window, [](GLFWwindow* w, float, float) { state_of<State>(w).pacing.input(); });
    glfwSetWindowCloseCallback(window, [](GLFWwindow* w) { state_of<State>(w).pacing.input(); });
}

base::Outcome Window::State::rebuild() {
    density = ui::density(window);
    float scale = std::clamp(options.text_scale, 1.0f, 2.0f) * density.scale;
    if (scale != built_scale || density.backing != built_backing) {
        ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
        const std::filesystem::path drawn = options.cache.empty() ? options.cache : options.cache / "glyphs.bin";
        auto fonts = build_fonts(atlas, options.fonts, scale, density.backing, drawn);
        if (!fonts) return fonts.error();
        ui.fonts = *fonts;
        upload(atlas, glyphs);
    }
    ui.scale = scale;
    ui.appearance = options.appearance;
    ui.reduce_motion = options.reduce_motion;
    if (scale != built_scale || styled != ui.appearance) apply_style(ui);
    built_scale = scale;
    built_backing = density.backing;
    styled = ui.appearance;
    return base::Done{};
}

bool Window::State::draw(const std::function<bool(Ui&)>& panel) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    const bool shows_tap = taps.show_next(ImGui::GetIO());
    ImGui::NewFrame();
    ui.now = glfwGetTime();
    ui.begin_frame();
    bool more = panel(ui);
    ui.end_frame();
    ImGui::Render();
    int width = 0, height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    Colour canvas = colour(ui.appearance, Role::canvas);
    glViewport(0, 0, width, height);
    glClearColor(static_cast<float>(canvas.red) / 255, static_cast<float>(canvas.green) / 255,
                 static_cast<float>(canvas.blue) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
    pacing.drawn(ui.redraw.wish(), glfwGetTime());
    if (shows_tap) {
        taps.show_now(ImGui::GetIO());
        pacing.input();
    }
    return more;
}

Window::Window(std::unique_ptr<State> state) : state_(std::move(state)) {}
Window::Window(Window&&) noexcept = default;
Window::~Window() = default;

base::Result<Window> Window::open(const WindowOptions& options) {
    if (glfwInit() != GLFW_TRUE)
        return base::Error{"window", "there is no display: " + glfw_trouble(), no_display_hint};
    auto state = std::make_unique<State>();
    state->options = options;
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    int x = 0, y = 0, width = 0, height = 0;
    if (GLFWmonitor* monitor = glfwGetPrimaryMonitor()) glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
    width = width > 0 ? std::min(width, options.width) : options.width;
    height = height > 0 ? std::min(height, options.height) : options.height;
    state->window = glfwCreateWindow(width, height, options.title.c_str(), nullptr, nullptr);
    if (state->window == nullptr)
        return base::Error{"window", "no window with OpenGL 3.2 can be opened: " + glfw_trouble(), no_display_hint};
    glfwSetWindowSizeLimits(state->window, 480, 320, GLFW_DONT_CARE, GLFW_DONT_CARE);
    std::vector<unsigned char> small = icon_pixels(32), large = icon_pixels(64);
    GLFWimage icons[] = {{32, 32, small.data()}, {64, 64, large.data()}};
    glfwSetWindowIcon(state->window, 2, icons);
    glfwMakeContextCurrent(state->window);
    glfwSwapInterval(1);

    state->context = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;  // a blinking cursor would wake the window twice a second
    state->watch();
    ImGui_ImplGlfw_InitForOpenGL(state->window, true);
    ImGui_ImplOpenGL3_Init("#version 150");
    if (!start_backend(*io.Fonts))
        return base::Error{"window", "the OpenGL of this display cannot draw", no_display_hint};
    state->backend = true;
    state->ui.pictures.draw_with(options.pictures, texture_of, take_back);
    state->ui.artist = &state->painter;
    state->ui.clear_ground = clear_ground;
    map_keys();
    if (base::Outcome built = state->rebuild(); !built) return built.error();
    apply_style(state->ui);
    return Window(std::move(state));
}

base::Outcome Window::run(const std::function<bool(Ui&)>& draw) {
    bool more = true;
    while (more && glfwWindowShouldClose(state_->window) == GLFW_FALSE) {
        std::optional<double> sleep = state_->pacing.sleep(glfwGetTime());
        if (!sleep)
            glfwWaitEvents();
        else if (*sleep > 0)
            glfwWaitEventsTimeout(*sleep);
        else
            glfwPollEvents();
        if (!state_->pacing.must_draw(glfwGetTime())) continue;
        if (base::Outcome built = state_->rebuild(); !built) return built;
        more = state_->draw(draw);
    }
    return base::Done{};
}

void Window::set_text_scale(float scale) {
    state_->options.text_scale = scale;
    state_->pacing.input();
}
void Window::set_appearance(Appearance appearance) {
    state_->options.appearance = appearance;
    state_->pacing.input();
}
void Window::set_reduce_motion(bool reduce) {
    state_->options.reduce_motion = reduce;
    state_->pacing.input();
}
void Window::set_title(const std::string& title) { glfwSetWindowTitle(state_->window, title.c_str()); }
bool Window::close_asked() const { return glfwWindowShouldClose(state_->window) == GLFW_TRUE; }
void Window::clear_close_asked() { glfwSetWindowShouldClose(state_->window, GLFW_FALSE); }
void Window::wake() { glfwPostEmptyEvent(); }

}  // namespace palpera::ui
