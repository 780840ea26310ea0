// Bodies kept in the user's cache: half the surface, its numbers cut to what the eye can tell, column by column and as
// differences, deflated.
#include <zlib.h>

#include <chrono>
#include <cstring>
#include <limits>
#include <system_error>

#include "engine/base/digest.h"
#include "engine/base/file.h"
#include "engine/base/sealed.h"
#include "engine/body/body.h"

namespace palpera::body {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kind = "palpera-body-1\n";
constexpr std::size_t most_bytes = 1024 * 1024, most_unpacked = 16 * 1024 * 1024, most_files = 24;
constexpr float position_step = 0.004f;  // cm

class Columns {
public:
    explicit Columns(std::string bytes = {}) : bytes_(std::move(bytes)) {}
    const std::string& bytes() const { return bytes_; }

    // Differences, the small ones in one byte.
    void put(std::int64_t value) {
        const std::int64_t change = value - last_;
        last_ = value;
        auto rest = static_cast<std::uint64_t>(change < 0 ? -2 * change - 1 : 2 * change);
        for (; rest >= 128; rest >>= 7) bytes_.push_back(static_cast<char>(rest | 128));
        bytes_.push_back(static_cast<char>(rest));
    }
    std::int64_t take() {
        std::uint64_t rest = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at_ >= bytes_.size()) {
                ok_ = false;
                return 0;
            }
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            rest |= static_cast<std::uint64_t>(byte & 127) << shift;
            if (byte < 128) break;
        }
        const auto half = static_cast<std::int64_t>(rest >> 1);
        last_ += (rest & 1) != 0 ? -half - 1 : half;
        return last_;
    }
    void begin_column() { last_ = 0; }
    bool ok() const { return ok_; }

private:
    std::string bytes_;
    std::size_t at_ = 0;
    std::int64_t last_ = 0;
    bool ok_ = true;
};

std::int64_t rounded(float value) { return static_cast<std::int64_t>(std::lround(value)); }

// Every number of a point as a whole one: `visit(number, step)` for each column in turn.
template <class Point, class Visit>
void each_number(Point& point, const Visit& visit, int column) {
    switch (column) {
        case 0: return visit(point.at.x, position_step);
        case 1: return visit(point.at.y, position_step);
        case 2: return visit(point.at.z, position_step);
        case 3: return visit(point.normal.x, 1 / 4000.0f);
        case 4: return visit(point.normal.y, 1 / 4000.0f);
        case 5: return visit(point.normal.z, 1 / 4000.0f);
        case 6: return visit(point.light, 1 / 255.0f);
        case 7: return visit(point.cover, 0.02f);
        default: return visit(point.weights[static_cast<std::size_t>(column - 8)], 1 / 255.0f);
    }
}
constexpr int number_columns = 12;

std::string packed(const HalfSurface& half, const std::vector<Chart>& owners) {
    Columns columns;
    columns.put(static_cast<std::int64_t>(half.points.size()));
    columns.begin_column();
    columns.put(static_cast<std::int64_t>(half.quads.size()));
    for (int column = 0; column < number_columns; ++column) {
        columns.begin_column();
        for (const SurfacePoint& point : half.points) {
            each_number(
                point, [&](const float& number, float step) { columns.put(rounded(number / step)); }, column);
        }
    }
    for (std::size_t k = 0; k < 4; ++k) {
        columns.begin_column();
        for (const SurfacePoint& point : half.points) columns.put(point.joints[k]);
    }
    columns.begin_column();
    for (Chart chart : owners) columns.put(static_cast<std::int64_t>(chart));
    columns.begin_column();
    for (const Quad& quad : half.quads) {
        for (std::uint32_t corner : quad.corners) columns.put(corner);
    }
    const std::string& bytes = columns.bytes();
    auto size = compressBound(static_cast<uLong>(bytes.size()));
    std::string small(size, '\0');
    if (compress2(reinterpret_cast<Bytef*>(small.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                  static_cast<uLong>(bytes.size()), 6) != Z_OK) {
        return {};
    }
    small.resize(size);
    base::CanonicalWriter writer;
    writer.number(bytes.size()).text(small);
    return writer.bytes();
}

bool unpack(std::string_view content, const Skeleton& skeleton, HalfSurface& half, std::vector<Chart>& owners) {
    base::CanonicalReader reader(content);
    auto size = static_cast<uLongf>(reader.number());
    const std::string_view small = reader.view(most_bytes);
    if (!reader.ok() || size > most_unpacked) return false;
    std::string bytes(size, '\0');
    if (uncompress(reinterpret_cast<Bytef*>(bytes.data()), &size, reinterpret_cast<const Bytef*>(small.data()),
                   static_cast<uLong>(small.size())) != Z_OK) {
        return false;
    }
    Columns columns(std::move(bytes));
    const std::int64_t points = columns.take();
    columns.begin_column();
    const std::int64_t quads = columns.take();
    if (points < 0 || quads < 0 || points > 1'000'000 || quads > 1'000'000) return false;
    half.points.resize(static_cast<std::size_t>(points));
    half.quads.resize(static_cast<std::size_t>(quads));
    for (int column = 0; column < number_columns; ++column) {
        columns.begin_column();
        for (SurfacePoint& point : half.points) {
            each_number(
                point, [&](float& number, float step) { number = static_cast<float>(columns.take()) * step; }, column);
        }
    }
    bool sound = true;
    for (std::size_t k = 0; k < 4; ++k) {
        columns.begin_column();
        for (SurfacePoint& point : half.points) {
            const std::int64_t joint = columns.take();
            sound = sound && joint >= 0 && joint < static_cast<std::int64_t>(skeleton.joints.size());
            point.joints[k] = static_cast<std::uint8_t>(sound ? joint : 0);
        }
    }
    columns.begin_column();
    for (std::int64_t i = 0; i < points; ++i) {
        const std::int64_t chart = columns.take();
        sound = sound && chart >= 0 && chart < chart_count;
        owners.push_back(static_cast<Chart>(sound ? chart : 0));
    }
    columns.begin_column();
    for (Quad& quad : half.quads) {
        for (std::uint32_t& corner : quad.corners) {
            const std::int64_t index = columns.take();
            sound = sound && index >= 0 && index < points;
            corner = static_cast<std::uint32_t>(sound ? index : 0);
        }
    }
    for (SurfacePoint& point : half.points) {
        point.normal = unit(point.normal);
        float sum = 0;
        for (float weight : point.weights) sum += weight;
        for (float& weight : point.weights) weight /= std::max(1e-3f, sum);
    }
    return sound && columns.ok();
}

// The table, in every number that a body is made from.
void write(base::CanonicalWriter& to, float value) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    to.number(bits);
}
void write(base::CanonicalWriter& to, Vector v) {
    for (float part : {v.x, v.y, v.z}) write(to, part);
}

std::string fingerprint(const Table& table, const Physique& physique, bool is_full) {
    base::CanonicalWriter to;
    // Another program may make another body from the same table.
    std::error_code failed;
    const auto changed = fs::last_write_time("/proc/self/exe", failed);
    to.signed_number(failed ? 0
                            : std::chrono::duration_cast<std::chrono::nanoseconds>(changed.time_since_epoch()).count());
    for (const Bone& bone : table.bones) {
        to.text(bone.name).signed_number(bone.parent).number(bone.sided).number(bone.local).number(bone.spine);
        for (Vector v : {bone.head, bone.tail, bone.anterior}) write(to, v);
    }
    for (const Group& group : table.groups) {
        to.text(group.name).signed_number(group.parent).number(group.sided);
        write(to, group.blend);
    }
    for (const Shape& shape : table.shapes) {
        to.number(static_cast<std::uint64_t>(shape.kind)).signed_number(shape.group).signed_number(shape.bone);
        to.number(shape.carve).number(shape.pair).signed_number(shape.end_bone);
        to.number(shape.when ? 1 + static_cast<std::uint64_t>(*shape.when) : 0);
        for (float value : {shape.blend, shape.tilt, shape.lean, shape.plane}) write(to, value);
        for (Vector v : {shape.centre, shape.radii, shape.end}) write(to, v);
        for (const auto* stations : {&shape.stations, &shape.female}) {
            for (const Station& s : *stations) {
                for (float value : {s.distal, s.centre_anterior, s.centre_lateral, s.anterior, s.posterior, s.lateral,
                                    s.medial, s.exponent}) {
                    write(to, value);
                }
            }
        }
        for (const Ball& ball : shape.points) {
            write(to, ball.centre);
            write(to, ball.radius);
        }
    }
    for (const Proportion& proportion : table.proportions) {
        to.number(static_cast<std::uint64_t>(proportion.parameter)).signed_number(proportion.bone);
        to.number(static_cast<std::uint64_t>(proportion.of));
        write(to, proportion.share);
    }
    for (float value : {is_full ? full.body : coarse.body, is_full ? full.hands_and_feet : coarse.hands_and_feet}) {
        write(to, value);
    }
    to.number(physique.female).signed_number(physique.age).signed_number(physique.pregnancy);
    write(to, physique.height);
    write(to, physique.weight);
    return base::digest(to.bytes()).hex();
}

// The oldest go when there are too many.
void prune(const fs::path& folder) {
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        if (entry.path().extension() == ".body") files.emplace_back(entry.last_write_time(failed), entry.path());
    }
    std::sort(files.begin(), files.end());
    for (std::size_t i = 0; i + most_files < files.size(); ++i) fs::remove(files[i].second, failed);
}

}  // namespace

std::shared_ptr<const Body> cached_body(std::shared_ptr<const Table> table, const Physique& physique, bool is_full,
                                        const fs::path& cache, const std::atomic<bool>& stop) {
    if (cache.empty()) return make_body(std::move(table), physique, is_full, stop);
    auto body = std::make_shared<Body>();
    body->table = std::move(table);
    body->physique = physique;
    body->is_full = is_full;
    body->skeleton = skeleton(*body->table, physique);
    const Charts charts(*body->table, body->skeleton);
    const std::string of = fingerprint(*body->table, physique, is_full);
    const fs::path file = cache / "bodies" / (of.substr(0, 32) + ".body");
    const base::Result<base::Key> key = base::key_in(cache / "body.key");
    HalfSurface half;
    std::vector<Chart> owner;
    if (key) {
        const base::Result<std::string> bytes = base::read_file(file, most_bytes);
        const auto content = bytes ? base::unsealed(*key, kind, *bytes) : std::nullopt;
        if (content && content->starts_with(of) && unpack(content->substr(of.size()), body->skeleton, half, owner)) {
            body->skin = whole(half, owner, charts);
            return body;
        }
    }
    const Field field(*body->table, body->skeleton, physique);
    half = extract(field, is_full ? full : coarse, stop);
    if (stop) return nullptr;
    owner = owners(field, half);
    body->skin = whole(half, owner, charts);
    if (key) {
        const std::string sealed = base::sealed(*key, kind, of + packed(half, owner));
        if (sealed.size() <= most_bytes) static_cast<void>(base::write_file(file, sealed, 0600));
        prune(file.parent_path());
    }
    return body;
}

}  // namespace palpera::body
