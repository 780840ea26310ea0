#pragma once

#include <string>
#include <vector>

#include "engine/anatomy/atlas.h"
#include "engine/document/view.h"

// The nervous part of the atlas's files. What an index points to has been read before.
namespace palpera::anatomy {

void read_nerves(const document::View& root, Atlas& atlas);

// A special test that a lesion site speaks of, and where: the tests are read after the sites.
struct Mention {
    std::string id, file;
    document::Position place;
};
std::vector<Mention> read_lesion_sites(const document::View& root, Atlas& atlas);
void complain_of_unknown(const std::vector<Mention>& mentions, const Atlas& atlas, base::Diagnostics& diagnostics);

void read_supply(const document::View& view, const Atlas& atlas, Muscle& muscle);
void read_supply(const document::View& view, const Atlas& atlas, Reflex& reflex);
void read_supply(const document::View& view, const Atlas& atlas, Zone& zone);
Criterion read_criterion(const document::View& view, const Atlas& atlas);

}  // namespace palpera::anatomy
