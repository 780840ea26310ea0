#include "engine/student/run.h"

#include <ctime>
#include <iostream>

#include "engine/audio/audio.h"
#include "engine/library/cache.h"
#include "engine/store/desktop.h"
#include "engine/student/app.h"
#include "engine/ui/window.h"

namespace palpera::student {
namespace {

int local_hour() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::localtime_r(&now, &parts);
    return parts.tm_hour;
}

ui::Appearance appearance(const store::Settings& settings) {
    return settings.dark ? ui::Appearance::dark : ui::Appearance::light;
}

ui::WindowOptions window_options(const App& app, const StudentOptions& options, const std::string& title,
                                 const std::filesystem::path& cache) {
    ui::WindowOptions window;
    window.title = title;
    window.fonts = options.fonts;
    window.cache = cache;
    window.pictures = options.places.radiographs();
    window.text_scale = static_cast<float>(app.settings().text_percent) / 100;
    window.appearance = appearance(app.settings());
    window.reduce_motion = app.settings().reduce_motion;
    return window;
}

// The window follows the settings from its next frame on.
void follow(ui::Window& window, const store::Settings& now, store::Settings& before) {
    if (now.text_percent != before.text_percent) window.set_text_scale(static_cast<float>(now.text_percent) / 100);
    if (now.dark != before.dark) window.set_appearance(appearance(now));
    if (now.reduce_motion != before.reduce_motion) window.set_reduce_motion(now.reduce_motion);
    before = now;
}

int say(const std::string& trouble) {
    std::cerr << "palpera: " << trouble << '\n';
    return 2;
}

}  // namespace

int run_student(const StudentOptions& options) {
    const store::UserFolders folders = store::user_folders(options.environment);
    base::Diagnostics diagnostics;
    const present::Words words = present::Words::read(options.assets / "text" / "interface.yaml", diagnostics);
    const library::CachedLibrary cached = library::read_library_cached(options.places, folders.cache, diagnostics);
    for (const base::Diagnostic& complaint : diagnostics.sorted()) {
        if (complaint.severity == base::Severity::error) std::cerr << base::format(complaint) << '\n';
    }
    if (words.keys().empty()) return say((options.assets / "text").string() + " has no texts; install Palpera again");
    const std::unique_ptr<audio::Audio> audio = audio::mixer_audio(options.assets / "sound");
    App app({cached.library, words, folders, *audio, encounter::machine_clocks(), local_hour,
             store::desktop_language(options.environment).value_or(base::Language::en), options.fonts, options.model,
             options.assets / "body"});
    store::Settings followed = app.settings();
    const std::string title = words.text("program/name", base::Language::en);
    base::Result<ui::Window> window = ui::Window::open(window_options(app, options, title, folders.cache));
    if (!window) return say(window.error().message());
    const base::Outcome closed = window->run([&](ui::Ui& ui) {
        app.draw(ui);
        follow(*window, app.settings(), followed);
        return !window->close_asked();
    });
    return closed ? 0 : say(closed.error().message());
}

}  // namespace palpera::student
