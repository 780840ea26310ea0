#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/anatomy/deficit.h"
#include "engine/anatomy/tissue_signs.h"
#include "engine/library/library.h"
#include "engine/patient/derive_tissue.h"

namespace palpera::patient {

// A lesion of this patient, its sides resolved and its severity what it is at arrival.
struct OwnLesion {
    anatomy::Lesion lesion;
    script::Condition when{};              // it is there where this holds
    std::optional<std::size_t> follows{};  // the course whose severity it has
};

// What the lesions of a patient make of the examination.
class Derivation {
public:
    // Of the courses that lesions follow only the first moves here; others keep the severity of arrival. The library
    // outlives it.
    Derivation(const library::Library& library, const std::vector<OwnLesion>& lesions, const Sufferer& sufferer);

    bool is_empty() const { return states_.empty(); }
    // What an act finds on that side where that is not normal: for each state of the lesions, the first that holds.
    library::Responses responses(library::Verb verb, const std::string& subject, library::Side side) const;
    // The same of the lesions of tissues. Whoever looks there sees what also a normal finding would have shown
    // (`otherwise`), but nothing that is found elsewhere.
    library::Responses tissue_responses(library::Verb verb, const std::string& subject, library::Side side,
                                        const std::vector<std::string>& otherwise) const;
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
        anatomy::TissueSigns tissues;
        std::vector<double> severities;  // of each lesion, 0 where it is not there
    };
    void add_state(const std::vector<OwnLesion>& lesions, const std::vector<std::size_t>& sometimes, std::size_t subset,
                   std::optional<int> severity);
    bool holds(const State& state, const library::Fact& fact, library::Side side) const;
    bool is_there(const State& state, const library::FoundSign& sign, library::Side side) const;
    // What `respond` gives for each state, together where a milder one gives the same.
    template <class Respond>
    library::Responses over_states(const Respond& respond) const;
    library::Response response(const State& state, library::Verb verb, const std::string& subject,
                               library::Side side) const;
    library::Response tissue_response(const State& state, library::Verb verb, const std::string& subject,
                                      library::Side side, const std::vector<std::string>& otherwise) const;
    bool tissues_show(const State& state, const library::Fact& fact, library::Verb verb, const std::string& subject,
                      library::Side side) const;
    int pain_of(const State& state, const anatomy::SpecialTest& test, library::Side side) const;
    const State& arrival() const { return states_[arrival_]; }

    const library::Library& library_;
    Sufferer sufferer_;
    std::vector<anatomy::Deficit> alone_;  // of each lesion, as severe as it can be
    std::vector<State> states_;            // the first whose condition holds is the one
    std::size_t run_ = 1;                  // so many, from severe to mild, have the same lesions
    std::size_t arrival_ = 0;
};

}  // namespace palpera::patient
