#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ui/context.h"

namespace palpera::ui_test {

struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;
};

struct Complaint {
    std::string rule;  // "outside", "overlap", "cut", "small"
    std::string text;
};

// Draws panels without a window and without OpenGL, presses what is named, and makes pictures. Deterministic: a frame
// is 1/60 s, the cursor does not blink.
class UiDriver {
public:
    struct Options {
        int width = 1440, height = 900;
        float text_scale = 1;
        ui::Appearance appearance = ui::Appearance::light;
        bool reduce_motion = true;
    };
    explicit UiDriver(std::function<void(ui::Ui&)> panel);
    UiDriver(std::function<void(ui::Ui&)> panel, Options options);
    ~UiDriver();
    UiDriver(const UiDriver&) = delete;
    UiDriver& operator=(const UiDriver&) = delete;

    ui::Ui& ui();
    const ui::Ui& ui() const;
    void frame(int count = 1);
    void resize(int width, int height);

    // False, with a test failure, when there is no such item, it is disabled or cannot be seen.
    bool click(std::string_view name);
    bool hover(std::string_view name);
    bool type(std::string_view name, std::string_view words);  // into a field, after what is there
    void type(std::string_view words);                         // where the keyboard is
    void key(ui::Key key, bool ctrl = false, bool shift = false);
    void press(ImVec2 from, ImVec2 to);          // press, drag, let go
    void draw(const std::vector<ImVec2>& line);  // press, follow the line, let go
    void scroll(std::string_view name, float wheel);
    void pass(double seconds);

    bool shows(std::string_view name) const;  // in the last frame
    const ui::Item* item(std::string_view name) const;
    bool reads(std::string_view words) const;  // some text or label has these words
    std::string focus() const;

    Picture picture() const;
    bool png(const std::filesystem::path& path) const;
    // Items outside the window, interactive ones that overlap, texts that are cut, targets that are too small.
    std::vector<Complaint> lint() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Compares with tests/ui/golden/NAME.png, or writes it when PALPERA_UPDATE_GOLDEN is set. At most `share` of the pixels
// may differ by more than a little. Makes a test failure and writes the picture beside the test program.
void expect_golden(const UiDriver& driver, std::string_view name, double share = 0.002);

}  // namespace palpera::ui_test
