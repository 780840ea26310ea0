#pragma once

#include <imgui.h>

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "engine/image/image.h"

namespace palpera::ui {

// A picture of a file as the window draws it.
struct Picture {
    ImTextureID texture = nullptr;
    float width = 0, height = 0;  // of the file, in its own pixels
    std::string trouble = {};     // why there is none
};

// Each file is read and its texture made once, when it is first asked for; all are taken back at the end. One for each
// window.
class Pictures {
public:
    using Make = std::function<ImTextureID(const image::Image&)>;
    using TakeBack = std::function<void(ImTextureID)>;

    Pictures() = default;
    ~Pictures() { clear(); }
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;

    // Where the pictures lie, and who makes textures of them: the window, or a test. Before the first `of`.
    void draw_with(std::filesystem::path folder, Make make, TakeBack take_back);
    // NAME.png of the folder.
    const Picture& of(const std::string& name);
    // While the window still can take textures back.
    void clear();

private:
    std::filesystem::path folder_;
    Make make_;
    TakeBack take_back_;
    std::map<std::string, Picture> pictures_;
};

}  // namespace palpera::ui
