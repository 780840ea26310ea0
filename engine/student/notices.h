#pragma once

#include <optional>
#include <string>

#include "engine/audio/audio.h"
#include "engine/present/context.h"
#include "engine/ui/widgets.h"

namespace palpera::student {

// Something that went wrong and needs an answer: what happened, where and why, and what to do.
struct Trouble {
    std::string what, detail;
    std::string go;  // what can be done about it, as a verb; empty: nothing but to read it
};
enum class TroubleReply { none, closed, go };
TroubleReply draw_trouble(ui::Ui& ui, const present::Context& context, const Trouble& trouble);

// What could not be saved, over the visit, until it is tried again: nothing has happened yet. Takes its place from the
// top of `place`. True when it is to be tried again.
bool draw_not_saved(ui::Ui& ui, ui::Rect& place, const present::Context& context, const base::Error& error);

// A sound in words, for some seconds. Not in the way of anything: it takes neither mouse nor keys.
class Caption {
public:
    void show(ui::Ui& ui, std::string words);
    // At the foot of the place, or at its top.
    void draw(ui::Ui& ui, ui::Rect place, bool at_top);

private:
    std::string words_;
    double until_ = 0;
};

// What a pain of this strength (NRS, above 0) sounds like in words: a key of the interface's texts.
const char* caption_of_pain(int pain);

}  // namespace palpera::student
