#include "engine/body/zone_map.h"

#include "engine/body/forms.h"
#include "engine/document/view.h"

namespace palpera::body {
namespace {

bool is_inside(const std::vector<Outline::Corner>& corners, float along, float around) {
    bool inside = false;
    for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
        const auto &a = corners[i], &b = corners[j];
        if ((a.around > around) == (b.around > around)) continue;
        const float cut = a.along + (around - a.around) / (b.around - a.around) * (b.along - a.along);
        if (along < cut) inside = !inside;
    }
    return inside;
}

}  // namespace

ZoneMap::Cell ZoneMap::cell(Chart chart) {
    switch (chart) {
        case Chart::leg: return {0, 0, 512, 512};
        case Chart::foot: return {512, 0, 512, 512};
        case Chart::trunk: return {0, 512, 512, 512};
        case Chart::arm: return {512, 512, 256, 512};
        case Chart::hand: return {768, 512, 256, 512};
        case Chart::head: return {0, 1024, 256, 512};
        default: break;
    }
    const bool toe = chart >= Chart::toe_1;
    const int digit = static_cast<int>(chart) - static_cast<int>(toe ? Chart::toe_1 : Chart::finger_1);
    return {toe ? 512 : 256, 1024 + digit * 100, 256, 100};
}

ZoneMap::ZoneMap(std::vector<ZoneOutline> zones)
    : zones_(std::move(zones)), picture_(static_cast<std::size_t>(width) * height, 0) {
    for (std::size_t i = 0; i < zones_.size(); ++i) {
        for (const Outline& outline : zones_[i].outlines) {
            for (float turn : {-360.0f, 0.0f, 360.0f}) fill(outline, turn, static_cast<std::uint8_t>(i + 1));
        }
    }
}

void ZoneMap::fill(const Outline& outline, float turn, std::uint8_t number) {
    const Cell in = cell(outline.chart);
    const Extent reach = extent(outline.chart);
    const auto column = [&](float along) {
        return (along - reach.from) / (reach.to - reach.from) * static_cast<float>(in.width) - 0.5f;
    };
    const auto row = [&](float around) { return (around + turn + 180) / 360 * static_cast<float>(in.height) - 0.5f; };
    float left = 1e9f, right = -1e9f, top = 1e9f, foot = -1e9f;
    for (const Outline::Corner& corner : outline.corners) {
        left = std::min(left, column(corner.along));
        right = std::max(right, column(corner.along));
        top = std::min(top, row(corner.around));
        foot = std::max(foot, row(corner.around));
    }
    const auto first = [](float from) { return std::max(0, static_cast<int>(std::floor(from))); };
    const auto last = [](float to, int most) { return std::min(most - 1, static_cast<int>(std::ceil(to))); };
    for (int y = first(top); y <= last(foot, in.height); ++y) {
        const float around = (static_cast<float>(y) + 0.5f) / static_cast<float>(in.height) * 360 - 180 - turn;
        for (int x = first(left); x <= last(right, in.width); ++x) {
            const float along =
                mixed(reach.from, reach.to, (static_cast<float>(x) + 0.5f) / static_cast<float>(in.width));
            if (!is_inside(outline.corners, along, around)) continue;
            picture_[static_cast<std::size_t>(in.y + y) * width + static_cast<std::size_t>(in.x + x)] = number;
        }
    }
}

int ZoneMap::at(Chart chart, float along, float around) const {
    if (picture_.empty()) return -1;
    const Cell in = cell(chart);
    const Extent reach = extent(chart);
    const float x = (along - reach.from) / (reach.to - reach.from) * static_cast<float>(in.width);
    const float y = (around + 180) / 360 * static_cast<float>(in.height);
    const int column = std::clamp(static_cast<int>(std::floor(x)), 0, in.width - 1);
    const int row = (static_cast<int>(std::floor(y)) % in.height + in.height) % in.height;
    return static_cast<int>(
               picture_[static_cast<std::size_t>(in.y + row) * width + static_cast<std::size_t>(in.x + column)]) -
           1;
}

int ZoneMap::at(Chart chart, const Coordinates& place) const { return at(chart, place.along, place.around()); }

int ZoneMap::index(std::string_view id) const {
    const auto found =
        std::find_if(zones_.begin(), zones_.end(), [&](const ZoneOutline& zone) { return zone.id == id; });
    return found == zones_.end() ? -1 : static_cast<int>(found - zones_.begin());
}

std::size_t ZoneMap::area(int zone) const {
    return static_cast<std::size_t>(std::count(picture_.begin(), picture_.end(), static_cast<std::uint8_t>(zone + 1)));
}

ZoneMap read_zone_map(const std::filesystem::path& file, base::Diagnostics& diagnostics) {
    std::vector<ZoneOutline> zones;
    const auto read = [&](const document::View& root) {
        for (const auto& [id, view] : root["zones"].entries()) {
            ZoneOutline zone{id, view["follows"].text(), {}};
            for (const document::View& part : view["outlines"].items()) {
                Outline outline;
                const auto chart = chart_named(part["chart"].text());
                if (!chart) continue;
                outline.chart = *chart;
                for (const document::View& corner : part["corners"].items()) {
                    const std::vector<document::View> n = corner.items();
                    if (n.size() == 2) {
                        outline.corners.push_back(
                            {static_cast<float>(n[0].number()), static_cast<float>(n[1].number())});
                    }
                }
                zone.outlines.push_back(std::move(outline));
            }
            zones.push_back(std::move(zone));
        }
    };
    document::read_file(file, document::catalogue_limits, forms::zones(), document::Names(), diagnostics, read);
    if (zones.size() > 250) zones.resize(250);
    return ZoneMap(std::move(zones));
}

}  // namespace palpera::body
