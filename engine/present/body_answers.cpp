#include "engine/present/body_answers.h"

#include <algorithm>
#include <array>

namespace palpera::present {
namespace {

using encounter::Event;
using encounter::Piece;
using library::Side;

// The wordings of assets/anatomy/findings.yaml, from the longest name to the shortest; power as the share of the
// movement that is made and held, in the order of the MRC grades.
struct Graded {
    const char* wording;
    double extent;
};
constexpr std::array grades{
    Graded{"power_four_plus", 0.92}, Graded{"power_four_minus", 0.65}, Graded{"power_no_gravity", 0.22},
    Graded{"power_four", 0.8},       Graded{"power_gravity", 0.5},     Graded{"power_flicker", 0.05},
    Graded{"power_none", 0},         Graded{"function_reduced", 0.4},  Graded{"function_absent", 0},
    Graded{"reflex_reduced", 0.35},  Graded{"reflex_absent", 0},       Graded{"superficial_reduced", 0.35},
    Graded{"superficial_absent", 0}, Graded{"plantar_mute", 0}};
constexpr double reduced = 0.35;  // a reflex or a muscle that is only known not to be as it should

bool is_of(Side side, Side of) { return of == side || of == Side::none; }

std::optional<double> graded(const std::string& id) {
    const std::string last = id.substr(id.rfind('/') + 1);
    for (const Graded& grade : grades) {
        if (last.starts_with(grade.wording)) return grade.extent;
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
    std::optional<double> extent;
    for (const Piece& piece : event.response.pieces) {
        if (!is_of(side, piece.side)) continue;
        answer.pain = std::max(answer.pain, piece.pain.value_or(0));
        const std::string id = without_part(piece.id);
        if (!extent) extent = graded(id);
        answer.sign = answer.sign || id.ends_with("/positive");
    }
    const bool healthy = is_healthy_answer(context, event, side);
    for (const encounter::Shown& shown : event.response.revealed) {
        if (!healthy && is_of(side, shown.side) && is_abnormal(shown, context.library.catalogue)) answer.sign = true;
    }
    const bool has_grade = event.action.verb == library::Verb::reflex || event.action.verb == library::Verb::strength;
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
