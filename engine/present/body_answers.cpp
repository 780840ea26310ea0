#include "engine/present/body_answers.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace palpera::present {
namespace {

using encounter::Event;
using encounter::Piece;
using library::Side;
using library::Verb;

// What a wording of assets/anatomy/findings.yaml says of power or of a reflex: the grade as it is written, and how much
// of the movement is made and held, or of the jerk is seen. A scripted answer that has a grade is named by the wording.
struct Graded {
    const char *wording, *written;
    double extent;
};
constexpr std::array powers{Graded{"power_full", "5/5", 1},           Graded{"power_four_plus", "4+/5", 0.92},
                            Graded{"power_four_minus", "4-/5", 0.65}, Graded{"power_four", "4/5", 0.8},
                            Graded{"power_gravity", "3/5", 0.5},      Graded{"power_no_gravity", "2/5", 0.22},
                            Graded{"power_flicker", "1/5", 0.05},     Graded{"power_none", "0/5", 0},
                            Graded{"function_reduced", "", 0.4},      Graded{"function_absent", "", 0}};
constexpr std::array jerks{Graded{"reflex_reduced", "1+", 0.35}, Graded{"reflex_absent", "0", 0},
                           Graded{"superficial_reduced", "", 0.35}, Graded{"superficial_absent", "", 0},
                           Graded{"plantar_mute", "", 0}};
constexpr double reduced = 0.35;  // a reflex or a muscle that is only known not to be as it should

bool is_of(Side side, Side of) { return of == side || of == Side::none; }

template <class List>
const Graded* find_graded(const List& list, std::string_view wording) {
    for (const Graded& one : list) {
        if (wording.starts_with(one.wording)) return &one;
    }
    return nullptr;
}

// How a healthy muscle or stretch reflex is written; others have no grade.
std::string healthy_grade(const Context& context, const library::Action& action) {
    const anatomy::Muscle* muscle = find(context.library.atlas.muscles, action.subject);
    if (action.verb == Verb::strength) return muscle && muscle->by_function ? "" : "5/5";
    const anatomy::Reflex* reflex = find(context.library.atlas.reflexes, action.subject);
    return reflex && reflex->kind == anatomy::Reflex::Kind::stretch ? "2+" : "";
}

// "lesions/reflex ankle_jerk/reflex_absent/finds": the wording stands before the part.
std::string without_part(const std::string& id) {
    for (const char* part : {"/finds", "/says", "/value"}) {
        if (id.ends_with(part)) return id.substr(0, id.size() - std::string_view(part).size());
    }
    return id;
}

// "tissues/move ankle plantarflexion/movement_reduced_painful/30/3", or of a script ".../to_30_degrees".
std::optional<int> degrees_in(std::string_view id) {
    std::size_t at = id.rfind("/movement_reduced");
    if (at != std::string_view::npos) {
        at = id.find('/', at + 1);
    } else if (at = id.rfind("/to_"); at != std::string_view::npos && id.ends_with("_degrees")) {
        at += 3;
    } else {
        return std::nullopt;
    }
    if (at == std::string_view::npos) return std::nullopt;
    int degrees = 0;
    const char* from = id.data() + at + 1;
    const auto read = std::from_chars(from, id.data() + id.size(), degrees);
    return read.ec == std::errc() ? std::optional(degrees) : std::nullopt;
}

// Where the movement stopped, as a share of an adult's; one that hurts and has no degrees goes to its end.
double extent_of_movement(const Context& context, const Event& event, Side side) {
    const std::string_view subject = event.action.subject;
    const std::size_t space = subject.find(' ');
    const anatomy::Joint* joint = find(context.library.atlas.joints, subject.substr(0, space));
    if (!joint || space == std::string::npos) return 1;
    const anatomy::Movement* movement = find(joint->movements, subject.substr(space + 1));
    if (!movement || movement->normal_to <= 0) return 1;
    double extent = 1;
    for (const Piece& piece : event.response.pieces) {
        const std::optional<int> degrees = is_of(side, piece.side) ? degrees_in(without_part(piece.id)) : std::nullopt;
        if (degrees) extent = std::min(extent, *degrees / movement->normal_to);
    }
    return extent;
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
    const Graded* graded = nullptr;
    for (const Piece& piece : event.response.pieces) {
        if (!is_of(side, piece.side)) continue;
        answer.pain = std::max(answer.pain, piece.pain.value_or(0));
        const std::string id = without_part(piece.id);
        answer.sign = answer.sign || id.ends_with("/positive");
        if (!has_grade || graded) continue;
        const std::string_view wording = std::string_view(id).substr(id.rfind('/') + 1);
        graded = verb == Verb::strength ? find_graded(powers, wording) : find_graded(jerks, wording);
    }
    const bool healthy = is_healthy_answer(context, event, side);
    for (const encounter::Shown& shown : event.response.revealed) {
        if (!healthy && is_of(side, shown.side) && is_abnormal(shown, context.library.catalogue)) answer.sign = true;
    }
    if (graded) {
        answer.grade = graded->written;
        answer.extent = graded->extent;
    } else if (has_grade) {
        if (healthy) answer.grade = healthy_grade(context, event.action);
        answer.extent = answer.sign ? reduced : 1;
    } else if (verb == Verb::move) {
        answer.extent = extent_of_movement(context, event, side);
    }
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
