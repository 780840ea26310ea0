#pragma once

#include <cstddef>
#include <cstdint>

namespace palpera::anatomy {

// What an examiner finds where so much is lost. In an uncertain band patients differ.
struct Reading {
    int grade = 0;
    bool uncertain = false;
};

enum class Power : std::uint8_t { none, flicker, no_gravity, gravity, four_minus, four, four_plus, five };

struct PowerReading {
    Power power = Power::five;
    bool uncertain = false;
};

PowerReading read_power(double loss);   // uncertain: 4+ or 5
Reading read_light_touch(double loss);  // as in ISNCSCI: 2 normal, 1 altered, 0 absent
Reading read_pinprick(double loss);     // as light touch, but lost first
Reading read_reflex(double loss);       // 2 normal, 1 reduced, 0 absent

const char* written(Power power);  // "4-"

}  // namespace palpera::anatomy
