#pragma once

#include "engine/pathway/antichain.h"
#include "engine/pathway/care.h"

namespace palpera::pathway {

// The nearest course that conforms to each guideline: the cheapest alignment of what was done with the steps expected
// of this patient, in their order. Every unmatched act and every step left out costs the same; among equally cheap ones
// that of more credit, then that of earlier acts. Keeps its room between courses.
class NearestCourse {
public:
    void align(const Resolved& resolved, const Care& care);

    // The first act that the alignment puts in the statement's place; nothing: it was not done, or not in its order.
    std::optional<std::uint32_t> act(std::uint32_t statement) const {
        return act_of_[statement] == none ? std::nullopt : std::optional(act_of_[statement]);
    }
    bool is_matched(std::size_t act) const { return matched_[act] != 0; }
    int filled() const { return filled_; }  // of the wanted acts of all guidelines

private:
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    void align_guideline(const Resolved& resolved, std::span<const Care::Possible> possible);

    Chooser chooser_;
    std::vector<Candidate> candidates_;
    std::vector<std::uint32_t> statement_of_, act_of_;  // by candidate; by statement
    std::vector<std::uint8_t> matched_;
    int filled_ = 0;
};

}  // namespace palpera::pathway
