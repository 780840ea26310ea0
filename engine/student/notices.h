#pragma once

#include <optional>
#include <string>

#include "engine/audio/audio.h"
#include "engine/encounter/session.h"
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

// What is wrong with how the visit is kept, and what to do; empty: nothing.
std::string words_of(const present::Context& context, const encounter::Keeping& keeping);
// The same over the visit for as long as it is so. Takes its place from the top of `place`. Where acts are waiting to
// be saved, true when that is to be tried again.
bool draw_keeping(ui::Ui& ui, ui::Rect& place, const present::Context& context, const encounter::Keeping& keeping,
                  bool waiting);

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
