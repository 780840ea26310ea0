#pragma once

#include "engine/anatomy/atlas.h"
#include "engine/document/sheet.h"

namespace palpera::anatomy {

// The ids of an atlas by kind, as far as it has been read: root, nerve, muscle, zone, lesion site, special test,
// site, joint, artery.
class AtlasNames : public document::Names {
public:
    explicit AtlasNames(const Atlas& atlas) : atlas_(atlas) {}
    bool has(std::string_view kind) const override;
    bool knows(std::string_view kind, std::string_view id) const override;
    std::vector<std::string> all(std::string_view kind) const override;

private:
    const Atlas& atlas_;
};

}  // namespace palpera::anatomy
