#pragma once

#include <string>
#include <vector>

#include "engine/present/context.h"

namespace palpera::present {

// A root or a nerve whose area may be what was drawn.
struct BorderFit {
    std::string lesion;  // as anatomy::name_of
    std::string name;    // "Nerve root L5"
    int overlap = 0;     // per cent: the zones in both, of those in either
    std::string overlap_text;
    std::vector<std::string> zones;  // where it takes sensation, in the order of the atlas
};

// The border that the student drew on the skin, against what was not felt there when it was drawn.
struct DebriefBorder {
    int action = 0;
    std::string title;  // "10:31 · Pinprick, right"
    library::Side side = library::Side::right;
    std::string modality;
    std::vector<std::string> both, drawn_only, true_only;  // zones by id
    std::string both_names, drawn_only_names, true_only_names;
    int overlap = 0;              // per cent, of the drawn area with the true one
    std::string summary;          // "The area you drew covers 60% ..."
    std::vector<BorderFit> fits;  // the best first, at most three
};

// One for every modality and side that a border was drawn of, the newest, in the order in which they were drawn.
std::vector<DebriefBorder> debrief_borders(const Context& context, const encounter::Encounter& encounter);

// The same in lines of words: how it covers, which zones, what it fits.
std::vector<std::string> border_lines(const Context& context, const DebriefBorder& border);

}  // namespace palpera::present
