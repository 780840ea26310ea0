// How each act reads as a line of the journal.
#include <cmath>

#include "engine/base/text.h"
#include "engine/present/context.h"

namespace palpera::present {
namespace {

using library::Action;
using library::Urgency;
using library::Verb;

std::string name_of(Verb verb, const std::string& subject, const Context& context) {
    const std::string name =
        context.in(library::name_of(context.library.catalogue, context.library.atlas, verb, subject));
    return name.empty() ? subject : name;
}

std::string sided(std::string text, const Action& action, const Context& context) {
    const std::string side = side_text(action.side, context);
    return side.empty() ? text : text + ", " + side;
}

std::string_view modality_key(std::string_view subject) {
    if (subject.starts_with("pinprick")) return "examination/tool_pinprick";
    if (subject.starts_with("vibration")) return "examination/tool_vibration";
    if (subject.starts_with("temperature")) return "examination/tool_temperature";
    return "examination/tool_light_touch";
}

std::string tool_name(const Action& action, const Context& context) {
    if (action.verb == Verb::sensation) return context(modality_key(action.subject));
    const library::Tool* tool = library::tool_of(context.library.catalogue, action.verb);
    return tool ? context.in(tool->name) : std::string(library::name(action.verb));
}

// "ankle dorsiflexion": the movement alone does not say of what.
std::string target_name(const Action& action, const Context& context) {
    std::string name = name_of(action.verb, action.subject, context);
    if (action.verb != Verb::move) return name;
    const std::string joint = action.subject.substr(0, action.subject.find(' '));
    const anatomy::Joint* found = find(context.library.atlas.joints, joint);
    return found ? context.in(found->name) + ", " + name : name;
}

std::string examination_text(const Action& action, const Context& context) {
    std::string text = sided(tool_name(action, context) + ": " + target_name(action, context), action, context);
    if (action.light) text += ", " + context("act/lightly");
    return text;
}

std::string border_text(const Action& action, const Context& context) {
    std::vector<std::string> zones;
    const std::vector<std::string_view> parts = base::split(action.subject, ' ');
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const anatomy::Structure* zone = find(context.library.atlas.zones, parts[i]);
        zones.push_back(zone ? context.in(zone->name) : std::string(parts[i]));
    }
    return sided(context.fill("act/border", {{"zones", base::joined(zones, ", ")}}), action, context);
}

// Routine goes without saying.
std::string with_urgency(std::string text, Urgency urgency, const Context& context) {
    if (urgency == Urgency::routine) return text;
    return text + ", " + context(urgency == Urgency::urgent ? "act/urgent" : "act/emergency");
}

std::string condition_name(const std::string& id, const Context& context) {
    const library::Diagnosis* diagnosis = find(context.library.catalogue.diagnoses, id);
    return diagnosis ? context.in(diagnosis->name) : id;
}

std::string fact_name(const std::string& id, const Context& context) {
    const library::Fact* fact = find(context.library.catalogue.facts, id);
    if (!fact) return context.words.has("fact/" + id) ? context("fact/" + id) : id;
    return context.in(fact->label.empty() ? fact->yes : fact->label);
}

std::string probabilities(const Action& action, const Context& context) {
    std::vector<std::string> parts;
    for (const auto& [condition, chance] : action.probabilities) {
        parts.push_back(condition_name(condition, context) + " " + percent(chance, context.language));
    }
    return base::joined(parts, ", ");
}

std::string dosage(const Action& action, const Context& context) {
    std::string text = dose_text(action.dose, action.unit, context.language);
    text += " × " + std::to_string(action.times);
    if (action.amount > 0) text += ", " + span(action.span(), context);
    if (action.as_needed) text += ", " + context("act/as_needed");
    return text;
}

std::string link_text(const Action& action, const Context& context) {
    const std::size_t space = action.subject.find(' ');
    const std::string finding = action.subject.substr(0, space);
    const std::string condition = space == std::string::npos ? std::string() : action.subject.substr(space + 1);
    return context.fill(action.against ? "act/link_against" : "act/link_for",
                        {{"finding", fact_name(finding, context)}, {"diagnosis", condition_name(condition, context)}});
}

std::string position_text(const std::string& position, const Context& context) {
    if (position == "sitting") return context("encounter/sitting");
    if (position == "supine") return context("encounter/supine");
    if (position == "prone") return context("encounter/prone");
    if (position == "side") return context("encounter/side");
    return context("encounter/standing");
}

// Acts that are called KEY: NAME.
std::string with_name(std::string_view key, const Action& action, const Context& context) {
    return sided(context.fill(key, {{"name", name_of(action.verb, action.subject, context)}}), action, context);
}

std::string decline_text(const Action& action, const Context& context) {
    const std::string reason = action.text.empty() ? action.reason : action.text;
    return context.fill("act/decline", {{"name", action.subject}, {"reason", reason}});
}

std::string desk_text(const Action& action, const Context& context) {
    const std::string number = std::to_string(action.number);
    switch (action.verb) {
        case Verb::take_back: return context.fill("act/take_back", {{"n", number}});
        case Verb::note_finding: return context.fill("act/note_finding", {{"n", number}});
        case Verb::note: return context.fill("act/note", {{"text", action.text}});
        case Verb::link: return link_text(action, context);
        case Verb::differential:
            return context.fill("act/differential", {{"diagnoses", probabilities(action, context)}});
        case Verb::diagnose: return context.fill("act/diagnose", {{"diagnoses", probabilities(action, context)}});
        case Verb::follow_up: return context.fill("act/follow_up", {{"span", span(action.span(), context)}});
        case Verb::sick_note:
            return context.fill("act/sick_note", {{"percent", percent(action.number, context.language)},
                                                  {"span", span(action.span(), context)}});
        case Verb::decline: return decline_text(action, context);
        case Verb::wait: return context.fill("act/wait", {{"span", span(action.span(), context)}});
        case Verb::end_visit: return context("act/end_visit");
        default: return context("act/finish");
    }
}

}  // namespace

std::string act_text(const Action& action, const Context& context) {
    const auto drug = [&] { return name_of(Verb::prescribe, action.subject, context); };
    switch (action.verb) {
        case Verb::say: return quotation(action.text, context.language);
        case Verb::ask: return name_of(action.verb, action.subject, context);
        case Verb::position:
            return context.fill("act/position", {{"position", position_text(action.subject, context)}});
        case Verb::border: return border_text(action, context);
        case Verb::order: return with_urgency(with_name("act/order", action, context), action.urgency, context);
        case Verb::cancel: return with_name("act/cancel", action, context);
        case Verb::read: return with_name("act/read", action, context);
        case Verb::stop: return with_name("act/stop", action, context);
        case Verb::treat: return with_name("act/treat", action, context);
        case Verb::advise: return with_name("act/advise", action, context);
        case Verb::prescribe:
            return context.fill("act/prescribe", {{"name", drug()}, {"dose", dosage(action, context)}});
        case Verb::change: return context.fill("act/change", {{"name", drug()}, {"dose", dosage(action, context)}});
        case Verb::refer: return with_urgency(with_name("act/refer", action, context), action.urgency, context);
        default: break;
    }
    return library::is_examination(action.verb) ? examination_text(action, context) : desk_text(action, context);
}

}  // namespace palpera::present
