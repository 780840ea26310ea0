#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/anatomy/deficit.h"
#include "engine/library/library.h"

namespace palpera::patient {

// A lesion of this patient, its sides resolved and its severity what it is at arrival.
struct OwnLesion {
    anatomy::Lesion lesion;
    script::Condition when{};              // it is there where this holds
    std::optional<std::size_t> follows{};  // the course whose severity it has
};

// Does an act look for that sign? Walking on the heels, for one, shows whether `heel_walk` is positive.
bool looks_for(library::Verb verb, const std::string& subject, const library::FoundSign& sign);

// What the lesions of a patient make of the examination.
class Derivation {
public:
    // `variant` settles what differs between patients with the same lesion, for every repeat alike. Of the courses that
    // lesions follow only the first moves here; others keep the severity of arrival. The library outlives it.
    Derivation(const library::Library& library, const std::vector<OwnLesion>& lesions, std::uint64_t variant);

    bool is_empty() const { return states_.empty(); }
    // What an act finds on that side where that is not normal: for each state of the lesions, the first that holds.
    library::Responses responses(library::Verb verb, const std::string& subject, library::Side side) const;
    // Is the fact true on that side (of no side: on either) at arrival? And does that act show it there?
    bool holds(const library::Fact& fact, library::Side side) const;
    bool shows(const library::Fact& fact, library::Verb verb, const std::string& subject, library::Side side) const;
    // What becomes of the fact as lesions come, grow and heal.
    std::vector<library::Event> changes(const library::Fact& fact) const;

private:
    // Which lesions there are and how severe, while `when` holds.
    struct State {
        script::Condition when;
        bool usual = false;  // without the lesions that are there only sometimes
        std::optional<int> severity;
        anatomy::Deficit deficit;
    };
    void add_state(const std::vector<OwnLesion>& lesions, const std::vector<std::size_t>& sometimes, std::size_t subset,
                   std::optional<int> severity);
    bool holds(const State& state, const library::Fact& fact, library::Side side) const;
    library::Response response(const State& state, library::Verb verb, const std::string& subject,
                               library::Side side) const;
    const State& arrival() const { return states_[arrival_]; }

    const library::Library& library_;
    std::uint64_t variant_;
    std::vector<State> states_;  // the first whose condition holds is the one
    std::size_t arrival_ = 0;
};

}  // namespace palpera::patient
