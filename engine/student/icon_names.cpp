#include "engine/student/icon_names.h"

#include <algorithm>
#include <utility>

#include "engine/ui/icons.h"

namespace palpera::student {
namespace {

namespace icon = ui::icon;

constexpr std::pair<std::string_view, const char*> named[] = {
    {"biotech", icon::biotech},
    {"bloodtype", icon::bloodtype},
    {"brush", icon::brush},
    {"chat", icon::chat},
    {"directions_walk", icon::directions_walk},
    {"electric_bolt", icon::electric_bolt},
    {"family_restroom", icon::family_restroom},
    {"fitness_center", icon::fitness_center},
    {"hardware", icon::hardware},
    {"healing", icon::healing},
    {"history", icon::history},
    {"medication", icon::medication},
    {"monitor_heart", icon::monitor_heart},
    {"person", icon::person},
    {"place", icon::place},
    {"psychology", icon::psychology},
    {"push_pin", icon::push_pin},
    {"rotation_3d", icon::rotation_3d},
    {"rule", icon::rule},
    {"science", icon::science},
    {"straighten", icon::straighten},
    {"thermostat", icon::thermostat},
    {"touch_app", icon::touch_app},
    {"vibration", icon::vibration},
    {"visibility", icon::visibility},
    {"volume_up", icon::volume_up},
};

}  // namespace

const char* icon_named(std::string_view name) {
    const auto* found = std::ranges::find(named, name, [](const auto& entry) { return entry.first; });
    return found == std::end(named) ? icon::chat : found->second;
}

}  // namespace palpera::student
