#pragma once

#include "engine/anatomy/atlas.h"
#include "engine/ui/body_scene.h"
#include "engine/ui/widgets.h"

namespace palpera::student {

// How a root's skin is painted: neighbours differ in pattern and in colour.
struct RootLook {
    ui::ZonePaint::Pattern pattern = ui::ZonePaint::Pattern::none;
    ui::Role role = ui::Role::zone_l4;
};
RootLook look_of(anatomy::Root root);
// The root that most of a zone's fibres come from; the zone has some.
anatomy::Root heaviest(const anatomy::Zone& zone);

// The pattern small, beside words that say what it means.
void draw_swatch(const ui::Ui& ui, ui::Rect place, ui::ZonePaint::Pattern pattern, ui::Role role);

}  // namespace palpera::student
