#include "engine/pathway/score.h"

#include <algorithm>

#include "engine/pathway/words.h"

namespace palpera::pathway {
namespace {

constexpr std::array<std::string_view, 13> reason_names{"done_in_time",      "late",
                                                        "too_early",         "out_of_order",
                                                        "missing",           "missing_justified",
                                                        "unneeded",          "duplicate",
                                                        "cancelled_in_time", "unjustified_when_ordered",
                                                        "harmful",           "harmful_in_hindsight",
                                                        "not_scorable"};
constexpr std::array<std::string_view, 6> mark_names{"matched", "missed", "late", "unneeded", "harmful", "none"};
constexpr std::array<std::string_view, component_count> component_names{"necessary_care", "order", "stewardship",
                                                                        "diagnosis", "harm"};

bool is_correction(const Entry& entry) { return entry.kind == Entry::Kind::cap || entry.kind == Entry::Kind::floor; }

void fill_ledger(const Rubric& rubric, const Course& course, const Score& score, ScoreSheet& sheet) {
    const LineWriter writer(rubric, course, score.ledger);
    for (const Entry& entry : score.ledger.entries) {
        sheet.ledger.push_back(writer.line(entry));
        if (is_correction(entry)) continue;
        Share& domain = sheet.domains[static_cast<std::size_t>(sheet.ledger.back().domain)];
        domain.points += entry.points;
        domain.of += entry.of;
    }
    sheet.millipoints = score.millipoints;
    sheet.correction = score.correction;
    sheet.components = score.components;
    sheet.passed = score.millipoints >= rubric.blueprint().pass * thousandths && !score.cap;
    if (!score.cap) return;
    const bool wrong = score.cap->why == CapReason::wrong;
    const Statement* statement = wrong ? nullptr : &rubric.statements()[score.cap->statement];
    sheet.cap = ScoreSheet::Cap{score.cap->at, wrong ? "diagnosis/main" : statement->id,
                                wrong ? why_of(rubric.blueprint(), cap_key(CapReason::wrong)) : statement->step->text};
}

// What version 1 called the nearest course: the acts that care was earned by, whatever their order.
void fill_course_by_care(const Scorer& scorer, const Score& score, ScoreSheet& sheet) {
    const Resolved& resolved = scorer.resolved();
    const Care& care = scorer.care();
    for (const Entry& entry : score.ledger.entries) {
        if (entry.kind != Entry::Kind::step || !resolved.asks_for_credit(entry.about)) continue;
        const auto acts = care.acts(entry.about);
        const auto action = acts.empty() ? 0 : static_cast<int>(resolved.act(acts.front()).action);
        sheet.nearest_course.push_back({resolved.rubric().statements()[entry.about].id, action});
    }
    std::int64_t used = 0;
    for (std::size_t act = 0; act < resolved.acts(); ++act) used += care.is_used(act) ? 1 : 0;
    const auto unneeded = static_cast<std::int64_t>(scorer.stewardship().unneeded());
    const std::int64_t missing = care.slots() - care.filled(), all = used + unneeded + care.slots();
    sheet.process_fitness = all == 0 ? 1000 : 1000 - 1000 * (unneeded + missing) / all;
}

// Fitness: 1 - cost / all that it could cost, where every unmatched act and every step left out costs the same.
void fill_course(Scorer& scorer, const Score& score, ScoreSheet& sheet) {
    const Resolved& resolved = scorer.resolved();
    const NearestCourse& nearest = scorer.align();
    std::vector<bool> is_event(resolved.acts());
    for (const Entry& entry : score.ledger.entries) {
        if (entry.kind == Entry::Kind::unneeded) is_event[entry.about] = true;
        if (entry.kind != Entry::Kind::step || !resolved.asks_for_credit(entry.about)) continue;
        const auto act = nearest.act(entry.about);
        const auto action = act ? static_cast<int>(resolved.act(*act).action) : 0;
        sheet.nearest_course.push_back({resolved.rubric().statements()[entry.about].id, action});
    }
    std::int64_t events = 0, matched = 0;
    for (std::size_t act = 0; act < resolved.acts(); ++act) {
        events += is_event[act] || scorer.care().is_used(act) || nearest.is_matched(act) ? 1 : 0;
        matched += nearest.is_matched(act) ? 1 : 0;
    }
    const std::int64_t slots = scorer.care().slots(), cost = events - matched + slots - nearest.filled();
    sheet.process_fitness = events + slots == 0 ? 1000 : 1000 - 1000 * cost / (events + slots);
}

// From arrival until the last step of a domain is due; what has no bound belongs to the first visit.
void fill_windows(const Resolved& resolved, const Score& score, ScoreSheet& sheet) {
    const Course& course = resolved.course();
    const std::int64_t end_of_first = course.visit_ends.empty() ? 0 : course.visit_ends.front();
    for (std::size_t d = 0; d < library::domain_count; ++d) {
        const auto domain = static_cast<library::Domain>(d);
        Window window;
        window.statement = "domain/" + std::string(library::name(domain));
        window.domain = domain;
        bool any = false;
        for (const Entry& entry : score.ledger.entries) {
            if (entry.kind != Entry::Kind::step || !resolved.asks_for_credit(entry.about)) continue;
            if (resolved.rubric().statements()[entry.about].step->domain != domain) continue;
            any = true;
            const std::int64_t bound = resolved.due(entry.about);
            const Minutes due{bound == Resolved::no_bound ? end_of_first : bound};
            window.until = std::max(window.until, due);
        }
        if (any) sheet.windows.push_back(std::move(window));
    }
}

}  // namespace

std::string_view name(Reason reason) { return reason_names[static_cast<std::size_t>(reason)]; }
std::string_view name(Mark mark) { return mark_names[static_cast<std::size_t>(mark)]; }
std::string_view name(Component component) { return component_names[static_cast<std::size_t>(component)]; }

Mark mark_of(Reason reason) {
    switch (reason) {
        case Reason::done_in_time: return Mark::matched;
        case Reason::late:
        case Reason::too_early:
        case Reason::out_of_order: return Mark::late;
        case Reason::missing:
        case Reason::missing_justified: return Mark::missed;
        case Reason::unneeded:
        case Reason::duplicate:
        case Reason::cancelled_in_time:
        case Reason::unjustified_when_ordered: return Mark::unneeded;
        case Reason::harmful:
        case Reason::harmful_in_hindsight: return Mark::harmful;
        case Reason::not_scorable: return Mark::none;
    }
    return Mark::none;
}

double ScoreSheet::score() const { return static_cast<double>((millipoints + 50) / 100) / 10; }

ScoreSheet sheet_of(const Rubric& rubric, const Course& course) {
    Scorer scorer(rubric);
    const Score score = scorer.score(course);
    const library::CaseFile& file = rubric.file();
    ScoreSheet sheet;
    sheet.case_id = file.id;
    sheet.case_version = file.version;
    sheet.seed = rubric.patient().seed;
    sheet.scoring_version = rubric.blueprint().scoring_version;
    sheet.pass_mark = rubric.blueprint().pass;
    for (const std::string& id : file.guidelines) {
        const library::Guideline* guideline = library::find(rubric.library().guidelines, id);
        if (guideline) sheet.guidelines.emplace_back(id, guideline->version);
    }
    fill_ledger(rubric, course, score, sheet);
    if (sheet.scoring_version == 1) {
        fill_course_by_care(scorer, score, sheet);
    } else {
        fill_course(scorer, score, sheet);
    }
    fill_windows(scorer.resolved(), score, sheet);
    if (const std::optional<Win> win = biggest_win(scorer, score))
        sheet.biggest_win = ScoreSheet::Win{sheet.ledger[win->entry].statement, win->gain};
    return sheet;
}

ScoreSheet score(const library::Library& library, const library::CaseFile& file,
                 const encounter::Encounter& encounter) {
    const Rubric rubric(library, file, *encounter.patient);
    return sheet_of(rubric, course_of(rubric.numbering(), library.catalogue, encounter));
}

}  // namespace palpera::pathway
