#include "engine/pathway/coverage.h"

namespace palpera::pathway {
namespace {

using Ids = std::set<std::string>;

void add(const std::vector<std::string>& claims, Ids& to) { to.insert(claims.begin(), claims.end()); }

void add_cited(const library::Library& library, const std::string& guideline_id, Ids& to) {
    const library::Guideline* guideline = library::find(library.guidelines, guideline_id);
    if (!guideline) return;
    for (const library::Step& step : guideline->steps) add(step.claims, to);
    for (const library::Precedence& rule : guideline->order) add(rule.claims, to);
}

void add_written(const library::Picture& picture, Ids& to) {
    add(picture.claims, to);
    for (const auto* acts : {&picture.answers, &picture.findings, &picture.results}) {
        for (const library::ScriptedResponse& act : *acts) {
            for (const library::Response& response : act.responses) add(response.claims, to);
        }
    }
}

template <class Wanted>
std::vector<const library::Claim*> claims_where(const library::Library& library, const Wanted& wanted) {
    std::vector<const library::Claim*> found;
    for (const library::Claim& claim : library.claims) {
        if (wanted(claim.id)) found.push_back(&claim);
    }
    return found;
}

}  // namespace

Coverage coverage_of_files(const library::Library& library) {
    Coverage coverage;
    for (const library::CaseFile& file : library.cases) {
        for (const std::string& guideline : file.guidelines) add_cited(library, guideline, coverage.cited);
        add_written(file.picture, coverage.exercised);
        for (const library::Comorbidity& one : file.vary.also) add_written(one.picture, coverage.exercised);
        for (const library::CaseCondition& one : file.conditions) {
            const library::ConditionModel* model = library::find(library.conditions, one.condition);
            if (model) add_written(model->picture, coverage.exercised);
        }
    }
    for (const library::ExcusedClaim& one : library.excused) coverage.excused.insert(one.claim);
    return coverage;
}

void add_visit(const ScoreSheet& sheet, Coverage& coverage) {
    for (const LedgerLine& line : sheet.ledger) {
        if (line.points != 0) add(line.claims, coverage.exercised);
    }
}

std::vector<const library::Claim*> uncited(const library::Library& library, const Coverage& coverage) {
    return claims_where(library, [&](const std::string& id) {
        return !coverage.cited.contains(id) && !coverage.exercised.contains(id) && !coverage.excused.contains(id);
    });
}

std::vector<const library::Claim*> unexercised(const library::Library& library, const Coverage& coverage) {
    return claims_where(library, [&](const std::string& id) {
        return coverage.cited.contains(id) && !coverage.exercised.contains(id);
    });
}

}  // namespace palpera::pathway
