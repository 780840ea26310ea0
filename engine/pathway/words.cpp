#include "engine/pathway/words.h"

#include <algorithm>

namespace palpera::pathway {
namespace {

using library::Domain;
using Kind = Entry::Kind;

std::string why_it_costs(const Act& act) {
    if (act.verb == Verb::ask) return "question";
    if (act.verb == Verb::advise) return "per_10_minutes";
    return library::is_examination(act.verb) ? "examination" : "other_act";
}

}  // namespace

std::string cap_key(CapReason reason) {
    switch (reason) {
        case CapReason::never: return "cap_when_never";
        case CapReason::missed: return "cap_when_missed";
        case CapReason::wrong: return "cap_when_wrong";
    }
    return {};
}

LocalText why_of(const library::Blueprint& blueprint, const std::string& number) {
    const auto found = blueprint.why.find(number);
    return found == blueprint.why.end() ? LocalText{} : found->second;
}

LocalText LineWriter::why_of(const std::string& number) const { return pathway::why_of(rubric_.blueprint(), number); }

const std::string& LineWriter::name_of(const Act& act) const {
    const std::vector<std::string>& known = rubric_.numbering().acts();
    return act.number < known.size() ? known[act.number] : course_.other_names[act.number - known.size()];
}

LocalText LineWriter::named(const Act& act) const {
    return library::name_of(rubric_.library().catalogue, rubric_.library().atlas, act.verb,
                            parts_of_name(name_of(act)).second);
}

LedgerLine LineWriter::line(const Entry& entry) const {
    LedgerLine line;
    line.component = component_of(entry.kind);
    line.reason = entry.reason;
    line.points = entry.points;
    line.of = entry.of;
    if (entry.at != Entry::never) line.at = Minutes{entry.at};
    for (const std::uint32_t act : ledger_.acts_of(entry))
        line.actions.push_back(static_cast<int>(course_.acts[act].action));
    const Act* act = entry.act_count > 0 ? &course_.acts[ledger_.acts_of(entry).front()] : nullptr;
    switch (entry.kind) {
        case Kind::step:
        case Kind::avoided:
            line.statement = rubric_.statements()[entry.about].id;
            write_step(*rubric_.statements()[entry.about].step, line);
            break;
        case Kind::precedence: write_precedence(rubric_.precedences()[entry.about], line); break;
        case Kind::coverage:
            line.statement = "stewardship/coverage";
            line.domain = Domain::efficiency;
            line.text = why_of("stewardship");
            line.why = why_of("budget");
            break;
        case Kind::unneeded: write_unneeded(*act, line); break;
        case Kind::diagnosis:
        case Kind::category: write_diagnosis(entry, line); break;
        case Kind::contraindicated: write_contraindicated(rubric_.all_against()[entry.about], *act, line); break;
        case Kind::overdose:
        case Kind::unit: write_dose(entry, *act, line); break;
        case Kind::over_budget:
        case Kind::cap:
        case Kind::floor: write_correction(entry, line); break;
    }
    return line;
}

void LineWriter::write_step(const library::Step& step, LedgerLine& line) const {
    line.domain = step.domain;
    line.claims = step.claims;
    line.beyond = step.beyond;
    line.text = step.text;
    line.why = step.why;
}

void LineWriter::write_precedence(const PrecedenceRule& rule, LedgerLine& line) const {
    line.statement = rule.guideline->id + "/" + rule.precedence->id;
    line.domain = rubric_.statements()[rule.first].step->domain;
    line.claims = rule.precedence->claims;
    line.beyond = rule.precedence->beyond;
    line.text = rule.precedence->text;
    line.why = rule.precedence->why;
}

void LineWriter::write_unneeded(const Act& act, LedgerLine& line) const {
    std::string name = name_of(act);
    std::replace(name.begin(), name.end(), ' ', '/');
    line.statement = "stewardship/" + name;
    line.domain = Domain::efficiency;
    line.text = named(act);
    line.why = why_of(why_it_costs(act));
}

void LineWriter::write_contraindicated(const Against& against, const Act& act, LedgerLine& line) const {
    line.statement = "contraindication/" + parts_of_name(name_of(act)).second + "/" + against.what->id;
    line.domain = Domain::safety;
    line.claims = against.what->claims;
    line.beyond = against.what->beyond;
    line.text = named(act);
    line.why = against.what->why;
}

void LineWriter::write_dose(const Entry& entry, const Act& act, LedgerLine& line) const {
    const std::string subject = parts_of_name(name_of(act)).second;
    line.statement = "dose/" + subject;
    line.domain = Domain::safety;
    line.text = named(act);
    line.why = why_of(entry.kind == Kind::overdose ? "dose" : "dose_unit");
    if (entry.kind == Kind::unit) return;
    const library::Drug* drug = library::find(rubric_.library().catalogue.drugs, subject);
    line.beyond = drug->reference;
    line.text = drug->name;
}

void LineWriter::write_diagnosis(const Entry& entry, LedgerLine& line) const {
    const bool exact = entry.kind == Kind::diagnosis;
    line.statement = exact ? "diagnosis/main" : "diagnosis/category";
    line.domain = Domain::diagnosis;
    line.why = why_of(exact ? "diagnosis" : "category_credit");
    const library::CaseFile& file = rubric_.file();
    if (file.conditions.empty()) return;
    line.text = library::name_of(rubric_.library().catalogue, rubric_.library().atlas, Verb::diagnose,
                                 file.conditions.front().condition);
}

void LineWriter::write_correction(const Entry& entry, LedgerLine& line) const {
    line.domain = Domain::safety;
    if (entry.kind == Kind::over_budget) {
        line.statement = "stewardship/over_budget";
        line.domain = Domain::efficiency;
        line.text = why_of("over_budget");
        line.why = why_of("budget");
    } else if (entry.kind == Kind::floor) {
        line.statement = "floor";
        line.text = why_of("floor");
    } else {
        line.statement = "cap";
        line.text = why_of(cap_key(static_cast<CapReason>(entry.about)));
    }
}

}  // namespace palpera::pathway
