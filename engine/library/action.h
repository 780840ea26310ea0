#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/result.h"
#include "engine/base/time.h"

namespace palpera::library {

// The action language of CLI.md: what a student can do, in the same words everywhere.
enum class Verb : std::uint8_t {
    say,
    ask,
    take_back,
    position,
    inspect,
    palpate,
    move,
    gait,
    strength,
    reflex,
    sensation,
    border,
    test,
    pulse,
    auscultate,
    measure,
    order,
    cancel,
    read,
    note_finding,
    note,
    link,
    differential,
    diagnose,
    prescribe,
    change,
    stop,
    treat,
    advise,
    refer,
    follow_up,
    sick_note,
    decline,
    wait,
    end_visit,
    finish
};
inline constexpr std::size_t verb_count = 36;

std::string_view name(Verb verb);
std::optional<Verb> verb_of(std::string_view word);
// history: ask, say. examination: inspect ... measure. The rest is neither.
bool is_question(Verb verb);
bool is_examination(Verb verb);

enum class Side : std::uint8_t { none, right, left, both, midline };
std::string_view name(Side side);
std::optional<Side> side_of(std::string_view word);
Side opposite(Side side);  // right <-> left, others unchanged

enum class Urgency : std::uint8_t { routine, urgent, emergency };
std::string_view name(Urgency urgency);
std::optional<Urgency> urgency_of(std::string_view word);

// One act of the student. Which fields mean something depends on the verb (CLI.md, "Actions"); others stay as they are.
struct Action {
    Verb verb = Verb::finish;
    std::string subject;  // the ids between verb and side, by single spaces: "pain_location", "ankle plantarflexion",
                          // "light_touch heel_sole"; of link "FINDING CONDITION", of note and say empty
    Side side = Side::none;
    Urgency urgency = Urgency::routine;
    bool light = false;      // palpate ... light
    bool as_needed = false;  // prescribe
    bool against = false;    // link
    int number = 0;          // take_back, note_finding: the action; sick_note: percent
    double dose = 0;         // prescribe, change: one dose in `unit`
    std::string unit;
    int times = 0;   // a day
    int amount = 0;  // follow_up, sick_note, wait, prescribe (days): how many of `span_unit`; 0 none
    base::TimeUnit span_unit = base::TimeUnit::days;
    std::vector<std::pair<std::string, int>> probabilities;  // differential, diagnose: whole percents
    std::string reason;                                      // decline
    std::string text;                                        // say, note, decline
    std::string understood_by;                               // say: digest of the model, in hex

    base::Minutes span() const { return {amount * base::one(span_unit).value}; }
    // "VERB SUBJECT": what it is without side and options; how done("...") and guidelines know it.
    std::string act() const;
    friend bool operator==(const Action&, const Action&) = default;
};

inline constexpr std::size_t most_text_characters = 500;

// What keeps typed words from being taken: too many, a control character, a hidden mark, bytes that are no text. Empty:
// nothing. What an action holds passes it, or a journal of it could not be read again.
std::string trouble_with_text(std::string_view text);

// One line of the action language, by form only: ids are not looked up. At most 4,000 bytes, 500 characters of text.
base::Result<Action> parse_action(std::string_view line);
// In canonical form: parse_action(print(a)) == a.
std::string print(const Action& action);

// An act as guidelines, conditions and cases write it: VERB SUBJECT and, where it matters, which side of the patient.
enum class Where : std::uint8_t { affected, other, both, right, left, any };
struct ActPattern {
    Verb verb = Verb::ask;
    std::string subject;  // "any" for diagnose
    Where where = Where::affected;
    friend bool operator==(const ActPattern&, const ActPattern&) = default;
    std::string act() const;
};
base::Result<ActPattern> parse_pattern(std::string_view text);

// A journal in text form: "journal 1 CASE seed N lang L", then a line an action; empty lines and # comments are left
// out.
struct RecordedJournal {
    std::string case_id;
    std::uint64_t seed = 0;
    std::string language;
    struct Line {
        int number = 0;
        std::string text;
    };
    std::vector<Line> lines;
};
base::Result<RecordedJournal> parse_journal(std::string_view text);

}  // namespace palpera::library
