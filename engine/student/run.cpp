#include "engine/student/run.h"

#include <ctime>
#include <functional>
#include <future>
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

// What the application shows, and what was wrong with it.
struct Contents {
    base::Diagnostics diagnostics = {};
    present::Words words = {};
    library::CachedLibrary cached = {};
};

Contents read_contents(const StudentOptions& options, const std::filesystem::path& cache) {
    Contents contents;
    contents.words = present::Words::read(options.assets / "text" / "interface.yaml", contents.diagnostics);
    contents.cached = library::read_library_cached(options.places, cache, contents.diagnostics);
    return contents;
}

ui::WindowOptions window_options(const store::Settings& settings, const StudentOptions& options,
                                 const std::filesystem::path& cache) {
    ui::WindowOptions window;
    window.fonts = options.fonts;
    window.cache = cache;
    window.pictures = options.places.radiographs();
    window.text_scale = static_cast<float>(settings.text_percent) / 100;
    window.appearance = appearance(settings);
    window.reduce_motion = settings.reduce_motion;
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
    // While the display is opened, which is mostly the graphics driver's time.
    std::future<Contents> read = std::async(std::launch::async, read_contents, std::cref(options), folders.cache);
    const store::Loaded<store::Settings> settings = store::load_settings(folders);
    base::Result<ui::Window> window = ui::Window::open(window_options(settings.value, options, folders.cache));
    const Contents contents = read.get();
    for (const base::Diagnostic& complaint : contents.diagnostics.sorted()) {
        if (complaint.severity == base::Severity::error) std::cerr << base::format(complaint) << '\n';
    }
    if (contents.words.keys().empty()) {
        return say((options.assets / "text").string() + " has no texts; install Palpera again");
    }
    if (!window) return say(window.error().message());
    window->set_title(contents.words.text("program/name", base::Language::en));
    const std::unique_ptr<audio::Audio> audio = audio::mixer_audio(options.assets / "sound");
    App app({contents.cached.library, contents.words, folders, *audio, encounter::machine_clocks(), local_hour,
             store::desktop_language(options.environment).value_or(base::Language::en), options.fonts, options.model,
             options.assets / "body", settings});
    store::Settings followed = app.settings();
    const base::Outcome closed = window->run([&](ui::Ui& ui) {
        app.draw(ui);
        follow(*window, app.settings(), followed);
        return !window->close_asked();
    });
    return closed ? 0 : say(closed.error().message());
}

}  // namespace palpera::student
