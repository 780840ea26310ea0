#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/dialogue/questions.h"
#include "engine/present/spoken.h"

namespace palpera::present {

// The patient at the head of every stage.
struct PatientCard {
    std::string id, name, initials, person;  // "52 år, undersköterska"
    std::string heading;                     // "Anna Lindqvist, 52"
    std::string place;                       // "Vårdcentral, besök 1"
    std::string position;                    // "Står"
    std::optional<int> pain;                 // NRS, once the student has asked
    int pain_face = 0;                       // 0 to 10, always shown as a face
    std::string time, elapsed, cost;         // "10:09", "9 min", "0 kr"
    int noted = 0;
    int questions = 0, examinations = 0, orders = 0, plans = 0;  // counts on the stage tabs
    bool visit_open = true, finished = false;
    int awaited = 0;  // results that have not come
};
PatientCard patient_card(const Context& context, const encounter::Encounter& encounter);

struct TranscriptLine {
    enum class Kind { divider, student, patient, notice } kind = Kind::student;
    std::string text;
    std::string time;
    int action = 0;
    bool can_note = false, noted = false;  // of the last line of an answer
    std::optional<Pointer> pointer;        // of a notice: where what was ordered is done
};
// What was said, in order; dividers where a visit begins.
std::vector<TranscriptLine> transcript(const Context& context, const encounter::Encounter& encounter);

struct TopicRow {
    std::string id, name, icon;
    struct Question {
        std::string id, text;
        bool asked = false;
    };
    std::vector<Question> questions;
    int asked = 0;
};
std::vector<TopicRow> topic_rows(const Context& context, const encounter::Encounter& encounter);

struct SuggestionRow {
    std::string question, text, topic;
    std::vector<std::pair<std::size_t, std::size_t>> matched;  // byte ranges of text to stress
};
std::vector<SuggestionRow> suggestion_rows(const Context& context, const dialogue::QuestionFinder& finder,
                                           std::string_view typed, std::size_t most);

struct NotedRow {
    std::string text, time;
    enum class Kind { present, absent, value, own } kind = Kind::present;
    std::string fact;
    int action = 0;  // that showed it
};
// What the student noted, oldest first, own notes among them.
std::vector<NotedRow> noted_rows(const Context& context, const encounter::Encounter& encounter);

struct DifferentialRow {
    std::string condition, name, code;  // "M77.3, M72.2"
    int percent = 0;
    int before = -1;  // in the differential before this one; -1: was not in it
    struct Evidence {
        std::string text;
        bool against = false;
        std::string fact;
    };
    std::vector<Evidence> evidence;
};
// The student's current differential, as last said, highest first.
std::vector<DifferentialRow> differential_rows(const Context& context, const encounter::Encounter& encounter);

// Anything that can be added by a search: a diagnosis, a treatment, an advice, a drug, a service.
struct ChoiceRow {
    std::string act;                  // "advise supportive_shoes"; of a diagnosis its id
    std::string name, detail, group;  // detail begins with the word it was found by, where that is not its name
    double score = 0;                 // how well it meets the typed words: orders rows of several lists
};
enum class Choices { diagnoses, treatments, advice, drugs, services };
// In catalogue order when nothing is typed, else the best match first.
std::vector<ChoiceRow> choice_rows(const Context& context, Choices which, std::string_view typed, std::size_t most);

}  // namespace palpera::present
