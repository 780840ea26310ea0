#include "engine/anatomy/reading.h"

#include "engine/anatomy/limits.h"

namespace palpera::anatomy {
namespace {

// The bands of skin and of stretch reflexes: normal below, patients differ between, abnormal above.
constexpr double unsure_from = 0.15, sure_from = 0.25;

}  // namespace

PowerReading read_power(double loss) {
    if (!reaches(loss, 0.12)) return {Power::five, false};
    if (!reaches(loss, 0.20)) return {Power::four_plus, true};
    if (!reaches(loss, 0.30)) return {Power::four_plus, false};
    if (!reaches(loss, 0.50)) return {Power::four, false};
    if (!reaches(loss, 0.65)) return {Power::four_minus, false};
    if (!reaches(loss, 0.80)) return {Power::gravity, false};
    if (!reaches(loss, 0.90)) return {Power::no_gravity, false};
    return {exceeds(loss, 0.97) ? Power::none : Power::flicker, false};
}

Reading read_light_touch(double loss) {
    if (exceeds(loss, 0.90)) return {0, false};
    return {reaches(loss, sure_from) ? 1 : 2, false};
}

Reading read_pinprick(double loss) {
    if (exceeds(loss, 0.90)) return {0, false};
    if (reaches(loss, sure_from)) return {1, false};
    return reaches(loss, unsure_from) ? Reading{1, true} : Reading{2, false};
}

Reading read_reflex(double loss) {
    if (exceeds(loss, 0.75)) return {0, false};
    if (reaches(loss, sure_from)) return {1, false};
    return reaches(loss, unsure_from) ? Reading{1, true} : Reading{2, false};
}

const char* written(Power power) {
    constexpr const char* grades[] = {"0", "1", "2", "3", "4-", "4", "4+", "5"};
    return grades[static_cast<std::size_t>(power)];
}

}  // namespace palpera::anatomy
