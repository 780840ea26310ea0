// What newer guidelines make of a visit that was begun under older ones, in words.
#include "engine/present/debrief_parts.h"

namespace palpera::present {
namespace {

using pathway::LedgerLine;
using pathway::Revision;

std::string points_text(std::int64_t thousandths, const Context& context) {
    const std::int64_t tenths = thousandths >= 0 ? (thousandths + 50) / 100 : -((-thousandths + 50) / 100);
    return signed_tenths_text(tenths, context.language);
}

std::string title_of_guideline(const Revision::Step& step, const Context& context) {
    const library::Guideline* guideline = library::find_version(context.library, step.guideline, step.now);
    if (!guideline) guideline = library::find_version(context.library, step.guideline, step.then);
    return guideline ? context.in(guideline->title) : step.guideline;
}

std::string text_of(const Revision::Step& step, const char* key, const Context& context) {
    return context.fill(key, {{"title", title_of_guideline(step, context)},
                              {"then", std::to_string(step.then)},
                              {"now", std::to_string(step.now)}});
}

std::string version_change(const Revision::Step& step, const Context& context) {
    const char* key = step.then == 0  ? "debrief/revision_added"
                      : step.now == 0 ? "debrief/revision_gone"
                                      : "debrief/revision_version";
    return text_of(step, key, context);
}

std::string scores_text(const DebriefInput& input, const Revision& revision) {
    const Context& context = input.context;
    const auto tenths = [&](std::int64_t millipoints) {
        return tenths_text((millipoints + 50) / 100, context.language);
    };
    std::string text = context.fill("debrief/revision_scores",
                                    {{"then", tenths(revision.millipoints)}, {"now", tenths(input.sheet.millipoints)}});
    if (revision.passed && !input.sheet.passed) text += " " + context("debrief/revision_no_longer_passes");
    if (!revision.passed && input.sheet.passed) text += " " + context("debrief/revision_passes_now");
    return text;
}

// "Utelatt, 0", or that nothing was said of it.
std::string judged(const std::optional<LedgerLine>& line, const Context& context) {
    if (!line) return context("debrief/revision_not_judged");
    const auto mark = pathway::mark_of(line->reason);
    const std::string points = points_text(line->points, context);
    if (mark == pathway::Mark::none) return points;
    return context("outcome/" + std::string(pathway::name(mark))) + ", " + points;
}

DebriefRevision::Line line_of(const DebriefInput& input, const Revision::Change& change) {
    const LedgerLine& about = change.now ? *change.now : *change.then;
    return {pathway::mark_of(about.reason), title_of(input, about), judged(change.then, input.context),
            judged(change.now, input.context), input.context.in(about.why)};
}

}  // namespace

DebriefRevision debrief_revision(const DebriefInput& input, const Revision& revision) {
    const Context& context = input.context;
    DebriefRevision told;
    for (const Revision::Step& step : revision.guidelines) told.guidelines.push_back(version_change(step, context));
    for (const Revision::Step& step : revision.not_kept) {
        if (!told.scores.empty()) told.scores += " ";
        told.scores += text_of(step, "debrief/revision_not_kept", context);
    }
    if (!revision.not_kept.empty()) return told;
    told.scores = scores_text(input, revision);
    for (const Revision::Change& change : revision.changes) told.lines.push_back(line_of(input, change));
    if (revision.shifted != 0)
        told.rest = context.fill("debrief/revision_rest", {{"points", points_text(revision.shifted, context)}});
    return told;
}

}  // namespace palpera::present
