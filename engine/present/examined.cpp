// What acts of examination gave: the read-out of one, and the table of all.
#include <algorithm>
#include <cmath>

#include "engine/base/text.h"
#include "engine/present/body_answers.h"
#include "engine/present/examination.h"

namespace palpera::present {
namespace {

using encounter::Encounter;
using encounter::Event;
using encounter::Piece;
using library::Side;
using library::Verb;

const Event* event_of(const Encounter& encounter, int action) {
    if (action < 1 || action > static_cast<int>(encounter.events.size())) return nullptr;
    return &encounter.events[static_cast<std::size_t>(action - 1)];
}

// The tool's own sentence where it has sides: right, left, or the one for all.
std::vector<Side> sides_of(const Event& event) {
    std::vector<Side> sides;
    for (const Piece& piece : event.response.pieces) {
        if (piece.kind == Piece::Kind::notice) continue;
        if (std::find(sides.begin(), sides.end(), piece.side) == sides.end()) sides.push_back(piece.side);
    }
    return sides;
}

std::optional<int> pain_of(const Event& event, Side side) {
    std::optional<int> worst;
    for (const Piece& piece : event.response.pieces) {
        if (piece.side == side && piece.pain) worst = std::max(worst.value_or(0), *piece.pain);
    }
    return worst;
}

// Pain that was provoked, or a fact that departs from what a healthy patient has. A fact without sides speaks for both.
bool abnormal(const Context& context, const Event& event, Side side) {
    if (pain_of(event, side).value_or(0) > 0) return true;
    if (side != Side::none && is_healthy_answer(context, event, side)) return false;
    for (const encounter::Shown& shown : event.response.revealed) {
        const bool here = shown.side == Side::none || side == Side::none || shown.side == side;
        if (here && is_abnormal(shown, context.library.catalogue)) return true;
    }
    return false;
}

std::string joined_text(const Context& context, const Encounter& encounter, const Event& event, Side side,
                        Piece::Kind kind) {
    std::vector<std::string> parts;
    for (const Piece& piece : event.response.pieces) {
        if (piece.kind != kind || piece.side != side) continue;
        std::string text = text_of(piece, encounter, context);
        if (!text.empty()) parts.push_back(std::move(text));
    }
    return base::joined(parts, " ");
}

std::string finding_text(const Context& context, const Encounter& encounter, const Event& event, Side side) {
    std::string text = joined_text(context, encounter, event, side, Piece::Kind::finds);
    if (text.empty()) text = joined_text(context, encounter, event, side, Piece::Kind::value);
    const std::optional<int> pain = pain_of(event, side);
    if (text.empty() && pain) text = context.fill("examination/provoked_pain", {{"n", std::to_string(*pain)}});
    return text;
}

// What the patient says of both sides, each sentence once.
std::string words_of_the_patient(const Context& context, const Encounter& encounter, const Event& event) {
    std::vector<std::string> parts;
    for (const Piece& piece : event.response.pieces) {
        if (piece.kind != Piece::Kind::says) continue;
        std::string text = text_of(piece, encounter, context);
        if (std::find(parts.begin(), parts.end(), text) == parts.end()) parts.push_back(std::move(text));
    }
    return base::joined(parts, " ");
}

std::string side_heading(const Context& context, Side side) {
    if (side == Side::right) return context("general/right");
    return side == Side::left ? context("general/left") : std::string();
}

std::string_view modality(const library::Action& action) {
    return action.verb == Verb::sensation ? std::string_view(action.subject).substr(0, action.subject.find(' '))
                                          : std::string_view();
}

// What was examined, without the tool: "Talocruralled, plantarflexion" of a movement.
std::string target_name(const Context& context, const library::Action& action) {
    const std::string name =
        context.in(library::name_of(context.library.catalogue, context.library.atlas, action.verb, action.subject));
    if (action.verb != Verb::move) return name;
    const anatomy::Joint* joint =
        find(context.library.atlas.joints, action.subject.substr(0, action.subject.find(' ')));
    return joint ? context.in(joint->name) + ", " + name : name;
}

// "156/94 mmHg, sitting." -> "156/94 mmHg": what a measurement gave, where it is short enough for a table.
std::string short_measure(const std::string& text) {
    constexpr std::size_t most = 16;
    std::string first = text.substr(0, std::min(text.find(", "), text.find(". ")));
    if (!first.empty() && first.back() == '.') first.pop_back();
    return base::code_points(first).size() <= most ? first : std::string();
}

std::string short_text(const Context& context, const Encounter& encounter, const Event& event, Side side) {
    if (event.action.verb == Verb::measure) {
        std::string text = short_measure(finding_text(context, encounter, event, side));
        if (text.empty()) text = joined_text(context, encounter, event, side, Piece::Kind::value);
        if (!text.empty()) return text;
    }
    for (const BodyAnswer& answer : body_answers(context, encounter, event.n)) {
        if (answer.side == side && !answer.grade.empty()) return answer.grade;
    }
    const int pain = pain_of(event, side).value_or(0);
    if (pain > 0) return context.fill("encounter/pain_nrs", {{"n", std::to_string(pain)}});
    if (!abnormal(context, event, side)) return context("examination/short_normal");
    return context(event.action.verb == Verb::sensation ? "examination/reduced" : "examination/short_abnormal");
}

void add_finding(const Context& context, const Encounter& encounter, const Event& event, FindingRow& row) {
    row.action = event.n;
    for (Side side : sides_of(event)) {
        const bool departs = abnormal(context, event, side);
        std::string text = short_text(context, encounter, event, side);
        switch (side) {
            case Side::right:
                row.sided = true;
                row.right = std::move(text);
                row.right_abnormal = departs;
                break;
            case Side::left:
                row.sided = true;
                row.left = std::move(text);
                row.left_abnormal = departs;
                break;
            default:
                row.whole = std::move(text);
                row.whole_abnormal = departs;
                break;
        }
    }
}

FindingGroup findings_of(const Context& context, const Encounter& encounter, const ToolRow& tool) {
    FindingGroup group{tool.name, tool.icon, {}};
    std::vector<std::string> subjects;
    for (const Event& event : encounter.events) {
        if (event.action.verb != tool.verb || modality(event.action) != tool.modality) continue;
        const auto known = std::find(subjects.begin(), subjects.end(), event.action.subject);
        const auto at = static_cast<std::size_t>(known - subjects.begin());
        if (known == subjects.end()) {
            subjects.push_back(event.action.subject);
            group.rows.emplace_back().name = target_name(context, event.action);
        }
        add_finding(context, encounter, event, group.rows[at]);
    }
    return group;
}

}  // namespace

std::optional<ReadOut> read_out(const Context& context, const Encounter& encounter, int action) {
    const Event* event = event_of(encounter, action);
    if (!event || !library::is_examination(event->action.verb)) return std::nullopt;
    library::Action whole = event->action;
    whole.side = Side::none;
    ReadOut out;
    out.title = act_text(whole, context);
    out.time = moment(event->at, context);
    for (Side side : sides_of(*event)) {
        ReadOut::Row row;
        row.side = side_heading(context, side);
        row.finds = finding_text(context, encounter, *event, side);
        row.pain = pain_of(*event, side);
        row.abnormal = abnormal(context, *event, side);
        if (row.pain) out.pain = std::max(out.pain.value_or(0), *row.pain);
        out.rows.push_back(std::move(row));
    }
    out.says = words_of_the_patient(context, encounter, *event);
    out.action = action;
    out.can_note = !event->response.pieces.empty() || !event->response.revealed.empty();
    out.noted = std::any_of(encounter.noted.begin(), encounter.noted.end(),
                            [&](const auto& noted) { return noted.first == action; });
    return out;
}

int last_examination(const Encounter& encounter) {
    for (auto event = encounter.events.rbegin(); event != encounter.events.rend(); ++event) {
        if (library::is_examination(event->action.verb)) return event->n;
    }
    return 0;
}

std::vector<FindingGroup> finding_groups(const Context& context, const Encounter& encounter) {
    std::vector<FindingGroup> groups;
    for (const ToolGroup& tools : tool_groups(context)) {
        for (const ToolRow& tool : tools.tools) {
            FindingGroup group = findings_of(context, encounter, tool);
            if (!group.rows.empty()) groups.push_back(std::move(group));
        }
    }
    return groups;
}

std::vector<BodyMark> body_marks(const Context& context, const Encounter& encounter) {
    std::vector<BodyMark> marks;
    for (const Event& event : encounter.events) {
        const bool noted = std::any_of(encounter.noted.begin(), encounter.noted.end(),
                                       [&](const auto& pair) { return pair.first == event.n; });
        for (Side side : {Side::right, Side::left}) {
            if (event.action.side != Side::none && event.action.side != side) continue;
            BodyMark mark{event.action.verb, event.action.subject, side, abnormal(context, event, side), noted};
            const auto same = std::find_if(marks.begin(), marks.end(), [&](const BodyMark& other) {
                return other.verb == mark.verb && other.subject == mark.subject && other.side == side;
            });
            if (same == marks.end()) {
                marks.push_back(std::move(mark));
            } else {
                *same = std::move(mark);
            }
        }
    }
    return marks;
}

}  // namespace palpera::present
