#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "engine/base/result.h"
#include "engine/ui/context.h"

namespace palpera::ui {

struct WindowOptions {
    std::string title = {};
    int width = 1440, height = 900;       // in pixels at 100 %; made smaller where the display is
    std::filesystem::path fonts;          // the folder with the font files
    std::filesystem::path pictures = {};  // the folder with the pictures that panels show
    std::filesystem::path cache = {};     // the user's folder for what can be made again; empty: none
    float text_scale = 1;                 // 1 to 2
    Appearance appearance = Appearance::light;
    bool reduce_motion = false;
};

// A window of the desktop. It sleeps while nothing happens.
class Window {
public:
    // An error when there is no display, no OpenGL 3 or no fonts: it says which and what to do.
    static base::Result<Window> open(const WindowOptions& options);
    Window(Window&&) noexcept;
    ~Window();

    // Draws with `draw` until the window is closed or `draw` says false; gives an error when fonts cannot be rebuilt.
    base::Outcome run(const std::function<bool(Ui&)>& draw);

    // Taken over before the next frame.
    void set_text_scale(float scale);
    void set_appearance(Appearance appearance);
    void set_reduce_motion(bool reduce);
    void set_title(const std::string& title);
    // Asked by the user with the window's close button; `draw` may answer with a question by clearing it.
    bool close_asked() const;
    void clear_close_asked();
    // From another source of events than the keyboard and mouse: draw soon.
    void wake();

private:
    struct State;
    explicit Window(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace palpera::ui
