#pragma once

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "engine/student/examination.h"
#include "tests/student/screens.h"
#include "tests/student/ward.h"
#include "tests/ui/driver.h"
#include "tests/ui/gl_artist.h"

namespace palpera::student_test {

// Each body is made once for all tests, in a cache of their own.
inline student::Bodies& bodies() {
    static student::Bodies all(PALPERA_SOURCE_DIR "/assets/body",
                               std::filesystem::path(testing::TempDir()) / "examined_bodies");
    return all;
}

// Draws nothing: where only places on the screen matter.
class BlankArtist : public ui::BodyArtist {
public:
    ImTextureID draw(const ui::BodyScene&) override { return this; }
    bool is_slow() const override { return false; }
};

// The examination with the patient's body, drawn with an OpenGL of no display.
class BodyScreen {
public:
    explicit BodyScreen(Ward& ward, Screen screen = {}, ui::Appearance appearance = ui::Appearance::light,
                        bool reduce_motion = true, ui::BodyArtist* drawn_by = nullptr)
        : ward_(ward),
          drawn_by_(drawn_by),
          driver([this](ui::Ui& ui) { draw(ui); }, {.width = screen.width,
                                                    .height = screen.height,
                                                    .text_scale = screen.text_scale,
                                                    .appearance = appearance,
                                                    .reduce_motion = reduce_motion}) {
        // As long as it takes the worker; there is a body at the end.
        while (!bodies().of(*ward_.encounter().patient).full) std::this_thread::yield();
        driver.frame(6);
    }

    std::string last() const { return asked.empty() ? "" : library::print(asked.back()); }
    void take(library::Verb verb, std::string modality = "") {
        state.verb = verb;
        state.modality = std::move(modality);
        driver.frame(4);
    }
    // Where a corner of the skin is on the screen.
    ImVec2 place_of(std::uint32_t corner) {
        const ui::Rect at = driver.item("examination.body")->rect;
        const body::Seen seen = body::seen(state.body.camera(), state.body.posed().points[corner]);
        return {at.middle().x + seen.x * at.height() / 2, at.middle().y - seen.y * at.height() / 2};
    }
    void look_at(std::uint32_t corner, float height) {
        const auto clear = body::clear_view(state.body.body(), state.body.posed(), corner, height, state.body.lies());
        state.body.fly_to(clear.camera, driver.ui());
        driver.frame(4);
    }

private:
    void draw(ui::Ui& ui) {
        ui.artist = drawn_by_ ? drawn_by_ : &artist;
        ui::Rect place = ui::window_rect();
        ui::cut_top(ui, place, 56);
        student::VisitView view = ward_.view();
        view.bodies = &bodies();
        for (const library::Action& action : student::draw_examination(ui, place, view, state)) {
            asked.push_back(action);
            ward_.act(action);
        }
    }

    Ward& ward_;
    ui::BodyArtist* drawn_by_;

public:
    ui_test::GlArtist artist;
    student::ExaminationState state;
    student::Actions asked;
    ui_test::UiDriver driver;
};

}  // namespace palpera::student_test
