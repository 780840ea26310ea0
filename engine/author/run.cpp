#include "engine/author/run.h"

#include <iostream>

#include "engine/author/app.h"
#include "engine/store/desktop.h"
#include "engine/ui/window.h"

namespace palpera::author {
namespace {

ui::Appearance appearance(const store::Settings& settings) {
    return settings.dark ? ui::Appearance::dark : ui::Appearance::light;
}

ui::WindowOptions window_options(const App& app, const AuthorOptions& options, const std::string& title,
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
    before = now;
}

// Unsaved work is asked about first; the window stays meanwhile.
bool goes_on(ui::Window& window, App& app) {
    if (app.is_closed()) return false;
    if (!window.close_asked()) return true;
    if (app.may_close()) return false;
    window.clear_close_asked();
    window.wake();
    return true;
}

int say(const std::string& trouble) {
    std::cerr << "palpera-editor: " << trouble << '\n';
    return 2;
}

}  // namespace

int run_author(const AuthorOptions& options) {
    const store::UserFolders folders = store::user_folders(options.environment);
    base::Diagnostics diagnostics;
    const present::Words words = present::Words::read(options.assets / "text" / "editor.yaml", diagnostics);
    const library::Library library = library::read_library(options.places, diagnostics);
    for (const base::Diagnostic& complaint : diagnostics.sorted()) {
        if (complaint.severity == base::Severity::error) std::cerr << base::format(complaint) << '\n';
    }
    if (words.keys().empty()) return say((options.assets / "text").string() + " has no texts; install Palpera again");
    App app({library, words, options.places.cases / "library", folders,
             store::desktop_language(options.environment).value_or(base::Language::en)});
    store::Settings followed = app.settings();
    const std::string title = words.text("editor/program", base::Language::en);
    base::Result<ui::Window> window = ui::Window::open(window_options(app, options, title, folders.cache));
    if (!window) return say(window.error().message());
    const base::Outcome closed = window->run([&](ui::Ui& ui) {
        app.draw(ui);
        follow(*window, app.settings(), followed);
        return goes_on(*window, app);
    });
    return closed ? 0 : say(closed.error().message());
}

}  // namespace palpera::author
