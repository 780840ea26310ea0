#include "engine/pathway/revision.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace palpera::pathway {
namespace {

using library::GuidelineVersions;

int version_in(const GuidelineVersions& versions, const std::string& guideline) {
    const auto found =
        std::find_if(versions.begin(), versions.end(), [&](const auto& one) { return one.first == guideline; });
    return found == versions.end() ? 0 : found->second;
}

std::vector<Revision::Step> differing(const GuidelineVersions& then, const GuidelineVersions& now) {
    std::vector<Revision::Step> steps;
    for (const auto& [id, version] : now) {
        const int before = version_in(then, id);
        if (before != version) steps.push_back({id, before, version});
    }
    for (const auto& [id, version] : then) {
        if (version_in(now, id) == 0) steps.push_back({id, version, 0});
    }
    return steps;
}

// All that a score rests on, with the guidelines of then.
library::Library library_of(const library::Library& library, const GuidelineVersions& then) {
    library::Library past;
    past.atlas = library.atlas;
    past.catalogue = library.catalogue;
    past.blueprint = library.blueprint;
    for (const auto& [id, version] : then) past.guidelines.push_back(*library::find_version(library, id, version));
    return past;
}

ScoreSheet score_of(const library::Library& library, const library::CaseFile& file,
                    const encounter::Encounter& encounter, const GuidelineVersions& then) {
    library::CaseFile past = file;
    past.guidelines.clear();
    for (const auto& [id, version] : then) past.guidelines.push_back(id);
    return score(library_of(library, then), past, encounter);
}

// A statement may have several lines, one for each act that was not needed: they are told apart by their order.
using Key = std::tuple<Component, std::string, int>;

std::map<Key, const LedgerLine*> lines_of(const ScoreSheet& sheet, std::vector<Key>& order) {
    std::map<Key, const LedgerLine*> lines;
    std::map<std::pair<Component, std::string>, int> count;
    for (const LedgerLine& line : sheet.ledger) {
        const Key key{line.component, line.statement, count[{line.component, line.statement}]++};
        lines[key] = &line;
        order.push_back(key);
    }
    return lines;
}

bool tells_something(const LedgerLine& line) { return line.points != 0 || line.of != 0; }

// Line by line: first those of now in their order, then those that are gone.
void compare(const ScoreSheet& before, const ScoreSheet& now, Revision& revision) {
    std::vector<Key> order_then, order_now;
    const auto then_lines = lines_of(before, order_then), now_lines = lines_of(now, order_now);
    for (const Key& key : order_now) {
        const LedgerLine& line = *now_lines.at(key);
        const auto old = then_lines.find(key);
        if (old == then_lines.end()) {
            if (tells_something(line)) revision.changes.push_back({std::nullopt, line});
        } else if (old->second->reason != line.reason) {
            revision.changes.push_back({*old->second, line});
        } else {
            revision.shifted += line.points - old->second->points;
        }
    }
    for (const Key& key : order_then) {
        const LedgerLine& line = *then_lines.at(key);
        if (!now_lines.contains(key) && tells_something(line)) revision.changes.push_back({line, std::nullopt});
    }
}

}  // namespace

std::optional<Revision> revision(const library::Library& library, const library::CaseFile& file,
                                 const encounter::Encounter& encounter, const ScoreSheet& now,
                                 const GuidelineVersions& then) {
    if (then.empty()) return std::nullopt;
    Revision revision;
    revision.guidelines = differing(then, now.guidelines);
    if (revision.guidelines.empty()) return std::nullopt;
    for (const Revision::Step& step : revision.guidelines) {
        const bool kept = step.then == 0 || library::find_version(library, step.guideline, step.then);
        if (!kept) revision.not_kept.push_back(step);
    }
    if (!revision.not_kept.empty()) return revision;
    const ScoreSheet before = score_of(library, file, encounter, then);
    revision.millipoints = before.millipoints;
    revision.passed = before.passed;
    compare(before, now, revision);
    return revision;
}

}  // namespace palpera::pathway
