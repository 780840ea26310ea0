#include "engine/student/root_look.h"

#include <algorithm>
#include <array>

namespace palpera::student {

using Pattern = ui::ZonePaint::Pattern;

RootLook look_of(anatomy::Root root) {
    // L4 is the first of the looks, and the roots above and below it follow in turn.
    constexpr std::array<RootLook, 6> looks{{{Pattern::lines, ui::Role::zone_l4},
                                             {Pattern::dots, ui::Role::zone_l5},
                                             {Pattern::diagonals, ui::Role::zone_s1},
                                             {Pattern::cross, ui::Role::zone_l4},
                                             {Pattern::cross, ui::Role::zone_s1},
                                             {Pattern::lines, ui::Role::zone_l5}}};
    constexpr auto l4 = static_cast<std::size_t>(anatomy::Root::L4);
    return looks[(static_cast<std::size_t>(root) + looks.size() * 4 - l4) % looks.size()];
}

anatomy::Root heaviest(const anatomy::Zone& zone) {
    return std::max_element(zone.dermatomes.begin(), zone.dermatomes.end(),
                            [](const auto& a, const auto& b) { return a.share < b.share; })
        ->root;
}

void draw_swatch(const ui::Ui& ui, ui::Rect place, Pattern pattern, ui::Role role) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ui::fill(ui, place, role, 3);
    const ImU32 light = ui.colour(ui::Role::surface);
    const float thick = ui.px(1.5f), lean = ui.px(4);
    for (int i = 0; i < 3; ++i) {
        const float step = ui.px(4.5f * static_cast<float>(i) + 2.5f);
        const bool falls = pattern == Pattern::cross, rises = falls || pattern == Pattern::diagonals;
        if (pattern == Pattern::lines)
            list.AddLine({place.min.x, place.min.y + step}, {place.max.x, place.min.y + step}, light, thick);
        if (rises)
            list.AddLine({place.min.x + step, place.max.y}, {place.min.x + step + lean, place.min.y}, light, thick);
        if (falls)
            list.AddLine({place.min.x + step, place.min.y}, {place.min.x + step + lean, place.max.y}, light, thick);
        if (pattern == Pattern::dots)
            list.AddCircleFilled({place.min.x + step + ui.px(1), place.middle().y}, ui.px(1.6f), light);
    }
}

}  // namespace palpera::student
