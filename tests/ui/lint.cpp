#include <algorithm>
#include <cmath>

#include "engine/ui/layout.h"
#include "tests/ui/driver.h"

namespace palpera::ui_test {
namespace {

constexpr float tolerance = 1.5f;  // pixels

std::string named(const ui::Item& item) { return item.name.empty() ? "\"" + item.label + "\"" : item.name; }

bool holds(const ui::Rect& outer, const ui::Rect& inner) {
    return inner.min.x >= outer.min.x - tolerance && inner.max.x <= outer.max.x + tolerance &&
           inner.min.y >= outer.min.y - tolerance && inner.max.y <= outer.max.y + tolerance;
}

// The edge between two columns is as thin as a border and lies on both.
bool is_edge(const ui::Item& item) { return item.name.ends_with(".edge.grip"); }

void find_outside(const ui::Item& item, const ui::Rect& window, std::vector<Complaint>& found) {
    if (item.rect.empty()) return;
    ui::Rect place = item.clip.empty() ? window : item.clip;
    bool sideways = item.rect.min.x < place.min.x - tolerance || item.rect.max.x > place.max.x + tolerance ||
                    item.rect.min.x < window.min.x - tolerance || item.rect.max.x > window.max.x + tolerance;
    bool upright =
        !item.scrolls && (item.rect.min.y < place.min.y - tolerance || item.rect.max.y > place.max.y + tolerance);
    if (sideways || upright) found.push_back({"outside", named(item) + " reaches out of its place"});
}

}  // namespace

std::vector<Complaint> UiDriver::lint() const {
    const auto& items = ui().registry.items();
    float scale = ui().scale;
    ui::Rect window = ui::window_rect();
    std::vector<Complaint> found;
    std::vector<const ui::Item*> pressed;
    for (const ui::Item& item : items) {
        if (item.kind == ui::ItemKind::area || item.kind == ui::ItemKind::picture || is_edge(item)) continue;
        find_outside(item, window, found);
        if (item.cut) found.push_back({"cut", named(item) + " does not fit: \"" + item.label + "\""});
        if (!item.interactive()) continue;
        if (std::min(item.rect.width(), item.rect.height()) < 16 * scale)
            found.push_back({"small", named(item) + " is too small to press"});
        if (item.visible()) pressed.push_back(&item);
    }
    for (std::size_t i = 0; i < pressed.size(); ++i)
        for (std::size_t j = i + 1; j < pressed.size(); ++j) {
            const ui::Item &a = *pressed[i], &b = *pressed[j];
            if (a.layer != b.layer || (a.crowded && b.crowded) || holds(a.rect, b.rect) || holds(b.rect, a.rect))
                continue;
            ui::Rect both = a.rect.within(a.clip).within(b.rect.within(b.clip));
            if (both.width() > tolerance && both.height() > tolerance)
                found.push_back({"overlap", named(a) + " and " + named(b) + " lie on one another"});
        }
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t j = i + 1; j < items.size(); ++j)
            if (!items[i].name.empty() && items[i].name == items[j].name)
                found.push_back({"name", items[i].name + " is on the screen twice"});
    return found;
}

}  // namespace palpera::ui_test
