#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/student/app.h"
#include "tests/ui/driver.h"

namespace palpera::student_test {

// Remembers what was played.
class HeardAudio : public audio::Audio {
public:
    void play(audio::Sound sound, float loudness) override {
        if (enabled_) played.push_back({sound, loudness});
    }
    void set_enabled(bool enabled) override { enabled_ = enabled; }
    bool is_enabled() const override { return enabled_; }
    bool rest() override { return true; }

    std::vector<audio::Cue> played;

private:
    bool enabled_ = true;
};

inline store::Settings swedish() {
    store::Settings settings;
    settings.language = "sv";
    return settings;
}

struct DeskOptions {
    std::string folder = "desk";  // of the user, below the tests' scratch folder
    bool keep = false;            // what the user has from before stays
    store::Settings settings = swedish();
    int width = 1440, height = 900, hour = 8;
};

// The whole application in front of a student with a folder of their own: the shipped library, no window, a clock that
// moves a second each time it is read. Theme and text size follow the settings, as the window does.
class Desk {
public:
    explicit Desk(DeskOptions options = {});
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    // Begins a case from the library; the history is on the screen then.
    void meet(const std::string& case_id = "ward_nurse");
    // Asks a question by typing it, as the history panel takes it.
    void ask(const std::string& words);
    // Frames until nothing changes, at the text size that the settings now say.
    void settle();
    const encounter::Encounter& encounter() const { return *app.practice().encounter(); }
    bool done(const std::string& act) const;  // "palpate heel_centre"

    static store::UserFolders folders(const std::string& name);
    std::filesystem::path journal() const;  // the newest

private:
    void draw(ui::Ui& ui);
    DeskOptions options_;
    std::int64_t now_ = 1'790'000'000'000;

public:
    HeardAudio audio;
    student::App app;
    ui_test::UiDriver driver;  // draws as soon as it is made, so it is made last
};

}  // namespace palpera::student_test
