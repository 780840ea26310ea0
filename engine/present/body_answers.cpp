#include "engine/present/body_answers.h"

#include <algorithm>
#include <array>

namespace palpera::present {
namespace {

using encounter::Event;
using encounter::Piece;
using library::Side;
using library::Verb;

// Grades as they are written, and how much of the movement is made and held, or of the jerk is seen.
struct Graded {
    const char* written;
    double extent;
};
constexpr std::array powers{Graded{"5/5", 1},   Graded{"4+/5", 0.92}, Graded{"4-/5", 0.65}, Graded{"4/5", 0.8},
                            Graded{"3/5", 0.5}, Graded{"2/5", 0.22},  Graded{"1/5", 0.05},  Graded{"0/5", 0}};
constexpr std::array jerks{Graded{"0", 0}, Graded{"1+", 0.35}, Graded{"2+", 1}, Graded{"3+", 1}, Graded{"4+", 1}};
// Wordings of assets/anatomy/findings.yaml that have no number.
constexpr std::array functions{Graded{"function_reduced", 0.4}, Graded{"function_absent", 0},
                               Graded{"superficial_reduced", 0.35}, Graded{"superficial_absent", 0},
                               Graded{"plantar_mute", 0}};
constexpr double reduced = 0.35;  // a reflex or a muscle that is only known not to be as it should

bool is_of(Side side, Side of) { return of == side || of == Side::none; }

// The grade that the words give: "MRC 4-", "4/5"; of a reflex the number that ends its sentence, "1+." or "0.".
std::string grade_in(const std::string& words, Verb verb) {
    if (verb == Verb::strength) {
        if (const std::size_t at = words.find("MRC "); at != std::string::npos && at + 4 < words.size()) {
            const bool has_sign = at + 5 < words.size() && (words[at + 5] == '+' || words[at + 5] == '-');
            return words.substr(at + 4, has_sign ? 2 : 1) + "/5";
        }
        const std::size_t at = words.find("/5");
        if (at == std::string::npos || at == 0) return {};
        const bool has_sign = at >= 2 && (words[at - 1] == '+' || words[at - 1] == '-');
        return words.substr(at - (has_sign ? 2 : 1), has_sign ? 4 : 3);
    }
    for (const Graded& jerk : jerks) {
        for (const char* after : {".", ","}) {
            const std::string number = std::string(jerk.written) + after;
            const std::size_t at = words.find(number);
            const bool alone = at != std::string::npos && (at == 0 || words[at - 1] == ' ');
            if (alone) return jerk.written;
        }
    }
    return {};
}

template <class List>
std::optional<double> extent_of(const List& list, std::string_view word) {
    for (const Graded& one : list) {
        if (word.starts_with(one.written)) return one.extent;
    }
    return std::nullopt;
}

// "lesions/reflex ankle_jerk/reflex_absent/finds": the wording stands before the part.
std::string without_part(const std::string& id) {
    for (const char* part : {"/finds", "/says", "/value"}) {
        if (id.ends_with(part)) return id.substr(0, id.size() - std::string_view(part).size());
    }
    return id;
}

// The catalogue's words for a healthy body; nothing where it has more than one answer.
const base::LocalText* healthy_words(const Context& context, const library::Action& action) {
    const library::Examination* own = library::find(context.library.catalogue.examinations, action.act());
    if (own && own->responses.size() > 1) return nullptr;
    if (own && !own->responses.empty() && !own->responses.front().finds.empty()) return &own->responses.front().finds;
    const library::Tool* tool = library::tool_of(context.library.catalogue, action.verb);
    return tool ? &tool->finds : nullptr;
}

BodyAnswer answer_of(const Context& context, const Event& event, Side side) {
    BodyAnswer answer;
    answer.side = side;
    const Verb verb = event.action.verb;
    const bool has_grade = verb == Verb::reflex || verb == Verb::strength;
    std::optional<double> extent;
    for (const Piece& piece : event.response.pieces) {
        if (!is_of(side, piece.side)) continue;
        answer.pain = std::max(answer.pain, piece.pain.value_or(0));
        const std::string id = without_part(piece.id);
        answer.sign = answer.sign || id.ends_with("/positive");
        if (!has_grade || extent) continue;
        extent = extent_of(functions, id.substr(id.rfind('/') + 1));
        if (piece.text) answer.grade = grade_in(piece.text->in(base::Language::en), verb);
        if (!answer.grade.empty())
            extent = verb == Verb::strength ? extent_of(powers, answer.grade) : extent_of(jerks, answer.grade);
    }
    const bool healthy = is_healthy_answer(context, event, side);
    for (const encounter::Shown& shown : event.response.revealed) {
        if (!healthy && is_of(side, shown.side) && is_abnormal(shown, context.library.catalogue)) answer.sign = true;
    }
    if (has_grade) answer.extent = extent.value_or(answer.sign ? reduced : 1);
    answer.sign = answer.sign || answer.extent < 1;
    return answer;
}

}  // namespace

bool is_healthy_answer(const Context& context, const Event& event, Side side) {
    const base::LocalText* healthy = healthy_words(context, event.action);
    if (!healthy) return false;
    bool any = false;
    for (const Piece& piece : event.response.pieces) {
        if (piece.kind != Piece::Kind::finds || !is_of(side, piece.side)) continue;
        if (!piece.text || context.in(*piece.text) != context.in(*healthy)) return false;
        any = true;
    }
    return any;
}

std::vector<BodyAnswer> body_answers(const Context& context, const encounter::Encounter& encounter, int action) {
    std::vector<BodyAnswer> answers;
    if (action < 1 || action > static_cast<int>(encounter.events.size())) return answers;
    const Event& event = encounter.events[static_cast<std::size_t>(action - 1)];
    if (!library::is_examination(event.action.verb)) return answers;
    for (Side side : {Side::right, Side::left}) {
        const Side asked = event.action.side;
        if (asked == library::opposite(side)) continue;
        answers.push_back(answer_of(context, event, side));
    }
    return answers;
}

bool has_sign(const encounter::Encounter& encounter, const std::string& fact, Side side) {
    const patient::Patient& patient = *encounter.patient;
    const patient::Moment moment(patient, encounter.progress);
    const auto known = patient.facts.find(fact);
    if (known == patient.facts.end()) return false;
    const Side of_complaint = patient.side == Side::left ? Side::left : Side::right;
    if (!known->second.sided && side != of_complaint) return false;
    const auto value = known->second.sided ? moment.value(fact, side) : moment.value(fact);
    return value && *value == script::Value(true);
}

}  // namespace palpera::present
