#include "engine/pathway/score.h"

#include <algorithm>

#include "engine/pathway/parts.h"

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

LedgerLine correction(const Course& course, const std::string& statement, const std::string& why, std::int64_t points) {
    LedgerLine line;
    line.statement = statement;
    line.component = Component::harm;
    line.domain = library::Domain::safety;
    line.reason = points < 0 ? Reason::harmful : Reason::not_scorable;
    line.points = points;
    line.text = why_of(course, why);
    return line;
}

bool is_correction(const LedgerLine& line) { return line.statement == "cap" || line.statement == "floor"; }

void append(Lines& to, const Lines& from) { to.insert(to.end(), from.begin(), from.end()); }

void fill_ledger(const Course& course, const Parts& parts, ScoreSheet& sheet) {
    append(sheet.ledger, parts.care.lines);
    append(sheet.ledger, parts.order.lines);
    append(sheet.ledger, parts.stewardship.lines);
    append(sheet.ledger, parts.diagnosis);
    append(sheet.ledger, parts.harm);
    sheet.cap = parts.cap();
    const std::int64_t sum = sum_of_points(sheet.ledger), most = sheet.cap ? sheet.cap->at * thousandths : sum;
    if (sum > most) {
        const char* why = sheet.cap->statement == "diagnosis/main" ? "cap_when_wrong" : "cap_when_never";
        sheet.ledger.push_back(correction(course, "cap", why, most - sum));
    }
    if (sum < 0) sheet.ledger.push_back(correction(course, "floor", "floor", -sum));
    for (const LedgerLine& line : sheet.ledger) sheet.correction += is_correction(line) ? line.points : 0;
    sheet.millipoints = sum_of_points(sheet.ledger);
    sheet.passed = sheet.millipoints >= course.library->blueprint.pass * thousandths && !sheet.cap;
}

void add_up(ScoreSheet& sheet) {
    for (const LedgerLine& line : sheet.ledger) {
        if (is_correction(line)) continue;
        sheet.components[static_cast<std::size_t>(line.component)].points += line.points;
        Share& domain = sheet.domains[static_cast<std::size_t>(line.domain)];
        domain.points += line.points;
        domain.of += line.of;
    }
}

void fill_course(const Course& course, const Parts& parts, ScoreSheet& sheet) {
    for (std::size_t s : parts.care.statement_of_line) {
        if (!course.statements[s].asks_for_credit()) continue;
        const auto& acts = parts.care.acts[s];
        sheet.nearest_course.push_back({course.statements[s].id, acts.empty() ? 0 : course.acts[acts.front()].n});
    }
}

// 1 - cost / all that it could cost, where every unneeded act and every missing one costs the same.
std::int64_t fitness(const Parts& parts) {
    const auto used = static_cast<std::int64_t>(std::count(parts.care.used.begin(), parts.care.used.end(), true));
    const auto unneeded = static_cast<std::int64_t>(parts.stewardship.lines.size()) - 1;
    const std::int64_t missing = parts.care.slots - parts.care.filled;
    const std::int64_t all = used + unneeded + parts.care.slots;
    return all == 0 ? 1000 : 1000 - 1000 * (unneeded + missing) / all;
}

// From arrival until the last step of a domain is due; what has no bound belongs to the first visit.
void fill_windows(const Course& course, const Parts& parts, ScoreSheet& sheet) {
    for (std::size_t d = 0; d < library::domain_count; ++d) {
        const auto domain = static_cast<library::Domain>(d);
        Window window;
        window.statement = "domain/" + std::string(library::name(domain));
        window.domain = domain;
        bool any = false;
        for (std::size_t s : parts.care.statement_of_line) {
            const Statement& statement = course.statements[s];
            if (statement.step->domain != domain || !statement.asks_for_credit()) continue;
            any = true;
            const Minutes end_of_first = course.visit_ends.empty() ? Minutes{} : course.visit_ends.front();
            window.until = std::max(window.until, statement.has_due ? statement.due : end_of_first);
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

ScoreSheet score(const library::Library& library, const library::CaseFile& file,
                 const encounter::Encounter& encounter) {
    const Course course = course_of(library, file, encounter);
    const Parts parts = parts_of(course);

    ScoreSheet sheet;
    sheet.case_id = file.id;
    sheet.case_version = file.version;
    sheet.seed = encounter.patient->seed;
    sheet.pass_mark = library.blueprint.pass;
    for (const std::string& id : file.guidelines) {
        const library::Guideline* guideline = library::find(library.guidelines, id);
        if (guideline) sheet.guidelines.emplace_back(id, guideline->version);
    }
    fill_ledger(course, parts, sheet);
    for (std::size_t i = 0; i < component_count; ++i) sheet.components[i].of = parts.of[i];
    add_up(sheet);
    fill_course(course, parts, sheet);
    fill_windows(course, parts, sheet);
    sheet.process_fitness = fitness(parts);
    sheet.biggest_win = biggest_win(course, parts, sheet.ledger);
    return sheet;
}

}  // namespace palpera::pathway
