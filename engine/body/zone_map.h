#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/body/chart.h"

namespace palpera::body {

// An area of a chart: a closed polygon of places (along, around in degrees). An outline may run over the back and on
// beyond 180 degrees.
struct Outline {
    Chart chart = Chart::leg;
    struct Corner {
        float along = 0, around = 0;
    };
    std::vector<Corner> corners;
};

// A zone of the atlas as it lies on the skin; of the perineal ones there is no outline.
struct ZoneOutline {
    std::string id;
    std::string follows;  // the authority
    std::vector<Outline> outlines;
};

// Every outline, and a picture of the charts in which each place holds the number of its zone.
class ZoneMap {
public:
    static constexpr int width = 1024, height = 1536;

    ZoneMap() = default;
    explicit ZoneMap(std::vector<ZoneOutline> zones);

    const std::vector<ZoneOutline>& zones() const { return zones_; }
    // Index among zones(); -1 where no zone lies.
    int at(Chart chart, const Coordinates& place) const;
    int at(Chart chart, float along, float around) const;
    // Index of a zone by the atlas's id; -1 where it has no outline.
    int index(std::string_view id) const;

    // The picture, row after row: 0 none, else 1 + the index. A chart lies in cells of it: along to the right, around
    // downwards from -180.
    const std::vector<std::uint8_t>& picture() const { return picture_; }
    struct Cell {
        int x = 0, y = 0, width = 1, height = 1;
    };
    static Cell cell(Chart chart);

    // How much of the skin's chart a zone covers, in the picture's places.
    std::size_t area(int zone) const;

private:
    void fill(const Outline& outline, float turn, std::uint8_t number);
    std::vector<ZoneOutline> zones_;
    std::vector<std::uint8_t> picture_;
};

// assets/body/zones.yaml
ZoneMap read_zone_map(const std::filesystem::path& file, base::Diagnostics& diagnostics);

}  // namespace palpera::body
