#pragma once

#include "engine/encounter/encounter.h"
#include "tests/patient/example.h"

namespace palpera::encounter {

using library::SmallLibrary;
using patient::patient_of;
using patient::the_case;
using patient::the_condition;
using script::Value;

inline Action action_of(std::string_view line) {
    const base::Result<Action> action = library::parse_action(line);
    EXPECT_TRUE(action) << line << ": " << action.error().message();
    return action ? *action : Action{};
}

// Why the line is refused; empty: it is not.
inline std::string refusal(const Encounter& encounter, std::string_view line) {
    const std::optional<Refusal> refused = find_refusal(encounter, action_of(line));
    return refused ? refused->key : "";
}

// Carries the line out; a refusal fails the test.
inline Response act(Encounter& encounter, std::string_view line) {
    const Action action = action_of(line);
    const std::optional<Refusal> refused = find_refusal(encounter, action);
    if (refused) {
        ADD_FAILURE() << line << " is refused: " << refused->key;
        return {};
    }
    return carry_out(encounter, action);
}

// What the patient says and the examiner finds, in English.
inline std::vector<std::string> texts(const Response& response) {
    std::vector<std::string> result;
    for (const Piece& piece : response.pieces) {
        if (piece.kind != Piece::Kind::notice && piece.kind != Piece::Kind::value)
            result.push_back(piece.text ? piece.text->in(base::Language::en) : "");
    }
    return result;
}
inline std::vector<std::string> facts(const Response& response) {
    std::vector<std::string> result;
    for (const Shown& shown : response.revealed) result.push_back(shown.fact);
    return result;
}

// A small library's patient at the door.
class AtTheClinic : public testing::Test {
protected:
    SmallLibrary small_;
    patient::Patient patient_ = patient_of(small_);
    Encounter encounter_{patient_};
    Response act(std::string_view line) { return encounter::act(encounter_, line); }
    std::string refusal(std::string_view line) const { return encounter::refusal(encounter_, line); }
};

using Words = std::vector<std::string>;

}  // namespace palpera::encounter
