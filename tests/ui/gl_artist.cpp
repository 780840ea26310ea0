#include "tests/ui/gl_artist.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>

#include <cstdint>

namespace palpera::ui_test {

struct GlArtist::State {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    ui::BodyPainter painter;

    bool open() {
        display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
        if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) == EGL_FALSE) return false;
        eglBindAPI(EGL_OPENGL_API);
        const EGLint wanted[] = {
            EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 2, EGL_CONTEXT_OPENGL_PROFILE_MASK,
            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
        context = eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, wanted);
        return context != EGL_NO_CONTEXT && take();
    }
    bool take() { return eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_TRUE; }
    ~State() {
        if (context == EGL_NO_CONTEXT) return;
        take();
        painter.clear();
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(display, context);
    }
};

GlArtist::GlArtist() : state_(std::make_unique<State>()) {
    if (!state_->open()) state_.reset();
}
GlArtist::~GlArtist() = default;

ImTextureID GlArtist::draw(const ui::BodyScene& scene) {
    if (!state_ || !state_->take()) return nullptr;
    const ImTextureID texture = state_->painter.draw(scene);
    if (texture == nullptr) return nullptr;
    if (scene == last_) return &picture_;
    last_ = scene;
    ++drawn_;
    picture_.width = scene.width;
    picture_.height = scene.height;
    picture_.rgba.resize(static_cast<std::size_t>(scene.width) * static_cast<std::size_t>(scene.height) * 4);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(reinterpret_cast<std::intptr_t>(texture)));
    glGetTexImage(GL_TEXTURE_2D, 0, GL_RGBA, GL_UNSIGNED_BYTE, picture_.rgba.data());
    return &picture_;
}

}  // namespace palpera::ui_test
