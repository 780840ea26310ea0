#pragma once

#include "engine/anatomy/atlas.h"
#include "engine/document/view.h"

// The tissues of the atlas's files. What they speak of has been read before.
namespace palpera::anatomy {

void read_tissues(const document::View& root, Atlas& atlas);

}  // namespace palpera::anatomy
