#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/encounter/session.h"
#include "engine/pathway/numbering.h"

namespace palpera::pathway {

using base::Minutes;
using library::Verb;

// One thing done. A `say` that was understood as three questions is three acts.
struct Act {
    enum Sides : std::uint8_t { no_sides, right, left, both_sides };
    std::int64_t at = 0;                                     // minutes: when the action began
    std::int64_t done = 0;                                   // when this act of it did
    Number number = 0;                                       // of the numbering, or from its end on Course::other_names
    std::uint32_t action = 0;                                // from 1, as the journal numbers them
    std::uint32_t probabilities = 0, probability_count = 0;  // of differential and diagnose: in Course::probabilities
    std::uint16_t visit = 1;
    Verb verb = Verb::finish;
    Sides sides = no_sides;   // it was done on
    bool cancelled = false;   // an order taken back before it was carried out
    bool taken_back = false;  // words that were understood as something else than was meant
    bool overdose = false;    // above the highest dose of the catalogue
    bool wrong_unit = false;  // so that its dose cannot be judged

    std::uint32_t before() const { return action - 1; }  // actions that had been done
};

// What one encounter comes to, in numbers: acts with their times, and what was true, findable and shown when. Holds no
// guideline's opinion, so it can be kept and scored again by other guidelines, for the same patient. Where something
// counts "from" a number, it does so when that many actions have been done.
struct Course {
    static constexpr std::uint32_t never = ~std::uint32_t{0};

    // The beginning or end of a visit: what can be found out then is expected to be.
    struct Look {
        std::uint32_t before = 0;  // actions done
        std::int64_t now = 0;
        std::uint16_t visit = 1;
        std::uint32_t findable = 0;  // where its bits begin in Course::findable, one a fact
    };
    // What time, an event or a drug made of something; nothing: it is as it was at arrival.
    struct Change {
        std::uint32_t from = 0;
        std::uint32_t fact = 0;  // of Course::moving
        std::optional<script::Value> value;
    };
    struct Since {
        Number fact = 0;
        std::uint32_t from = 0;
    };
    struct Probability {
        Number diagnosis = 0;  // of the numbering, or from its end on Course::other_diagnoses
        int percent = 0;
    };
    // `decline` for a reason that is a flag and true of the patient.
    struct Declined {
        std::string step, fact;
    };

    std::vector<Act> acts;
    std::vector<Look> looks;
    std::vector<std::uint64_t> findable;
    std::vector<std::uint32_t> shown;  // by fact: from when; or never
    std::vector<Since> brought_about;  // facts of drugs prescribed
    std::vector<Change> changes;       // by from
    std::vector<Probability> probabilities;
    std::vector<Declined> declined;
    std::vector<std::int64_t> visit_ends;  // of visit 1, 2 ...: the moment at which it was closed, or the last we know
    std::vector<std::string> other_names, other_diagnoses;
};

// The names whose values move by themselves, in the order of Course::Change::fact: what follows from how severe the
// conditions are, and the facts that events and drugs set.
std::vector<std::string> moving(const patient::Patient& patient);

// What act would reveal which facts, so that not every act is looked at for every fact.
class Findable {
public:
    Findable(const Numbering& numbering, const patient::Patient& patient);
    std::size_t words() const { return always_.size(); }
    // Adds one bit a fact: would some act that is open at the moment reveal it?
    void append(const patient::Moment& moment, std::vector<std::uint64_t>& bits) const;

private:
    using Bits = std::vector<std::uint64_t>;
    struct Choice {
        const patient::Responses* responses;
        std::vector<Bits> reveals;  // by response
    };
    Bits always_;
    std::vector<Choice> choices_;
};

// Plays encounters with one patient and writes down their courses.
class CourseWriter {
public:
    // What is given must outlive it.
    CourseWriter(const Numbering& numbering, const library::Catalogue& catalogue, const patient::Patient& patient);

    // find_refusal has found none.
    void carry_out(const library::Action& action);
    const encounter::Encounter& encounter() const { return running_; }
    // The course so far; the writer then begins anew.
    Course take();
    // The course of a whole journal, instead of what has been carried out so far. Where the journal says that it was
    // written with this very patient by these rules, its responses are not compared again.
    base::Result<Course> read(std::string_view journal);

private:
    base::Outcome carry_out_records(std::string_view journal);
    base::Result<const library::Action*> action_of(const encounter::JournalRecord& record);
    void begin();
    void look(std::uint32_t before);
    bool has_moved(const library::Action& action) const;  // anything that moves by itself
    void note_changes(const patient::Progress& progress, std::uint32_t from);
    void note_shown(const encounter::Response& response, std::uint32_t from);
    void note_drug(const library::Action& action, std::uint32_t from);
    void add_acts(const encounter::Event& event);
    void add_act(Act act, const std::string& name, const library::Action& action);
    void place(Act& act, const library::Action& action) const;
    void judge_dose(Act& act, const library::Action& action) const;
    void mark_undone();
    Number number_of(const std::string& name);
    Number number_of_diagnosis(const std::string& id);
    static Number other(std::unordered_map<std::string, Number>& numbers, std::vector<std::string>& names,
                        const std::string& name, std::size_t first);

    const Numbering& numbering_;
    const library::Catalogue& catalogue_;
    const patient::Patient& patient_;
    Findable findable_;
    std::vector<std::string> moving_;
    std::vector<bool> sided_;  // by act of the patient
    encounter::Encounter running_;
    Course course_;
    std::vector<std::optional<script::Value>> arrival_, last_;  // of what moves
    std::vector<int> severity_;
    std::size_t happened_ = 0;
    std::unordered_map<std::string, Number> other_names_, other_diagnoses_;
    std::optional<base::Digest> digest_;                        // of the patient, once it was asked for
    std::unordered_map<std::string, library::Action> actions_;  // that have been read, by their text
    library::Action said_;
};

Course course_of(const Numbering& numbering, const library::Catalogue& catalogue,
                 const encounter::Encounter& encounter);

}  // namespace palpera::pathway
