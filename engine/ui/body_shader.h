#pragma once

// The shaders of BodyPainter: GLSL 1.50.
namespace palpera::ui::body_shader {

extern const char* const skin_vertex;
extern const char* const skin_plain, *const skin_painted;  // the two beginnings of:
extern const char* const skin_fragment;
extern const char* const ground_vertex;
extern const char* const ground_fragment;
extern const char* const couch_vertex;
extern const char* const couch_fragment;

}  // namespace palpera::ui::body_shader
