#pragma once

#include <string>

#include "engine/base/language.h"

namespace palpera::student_test {

struct Screen {
    int width = 1440, height = 900;
    float text_scale = 1;
};
// The sizes that every panel must fit: laptop, small laptop, and large text on both.
inline constexpr Screen screens[] = {{1440, 900, 1}, {1280, 720, 1}, {1440, 900, 2}, {1280, 720, 2}};

inline std::string name_of(base::Language language, const Screen& screen) {
    return std::string(base::code(language)) + "-" + std::to_string(screen.width) + "x" +
           std::to_string(screen.height) + (screen.text_scale > 1 ? "-200" : "");
}

}  // namespace palpera::student_test
