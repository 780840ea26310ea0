#pragma once

#include <filesystem>
#include <memory>

#include "engine/body/skin.h"

namespace palpera::body {

// The body of one patient: made from the table, never changed.
struct Body {
    std::shared_ptr<const Table> table;
    Physique physique;
    Skeleton skeleton;
    Skin skin;
    bool is_full = false;  // else the coarse one, shown until the full one is there
};

// Nothing once `stop` is set.
std::shared_ptr<const Body> make_body(std::shared_ptr<const Table> table, const Physique& physique, bool is_full,
                                      const std::atomic<bool>& stop);

// As make_body, from CACHE/bodies where this program has made this very body before, and else kept there. What cannot
// be kept is made again the next time. The files are sealed with the user's key: one that is damaged, planted or of
// another table is passed over. At most 24 are kept, each under 1 MB.
std::shared_ptr<const Body> cached_body(std::shared_ptr<const Table> table, const Physique& physique, bool is_full,
                                        const std::filesystem::path& cache, const std::atomic<bool>& stop);

// In this position: "standing", "sitting", "supine", "prone", "side", or another of the table's poses; standing where
// there is no such pose. An old back is bent in each of them.
Pose pose_of(const Body& body, std::string_view name);
PosedSkin posed(const Body& body, const Pose& pose);

}  // namespace palpera::body
