#include "engine/present/home.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/present/visit.h"

namespace palpera::present {
namespace {

using library::CaseFile;
using store::Attempt;
using store::Progress;

// Rounded down: a best that fell short of the pass mark never reads as the pass mark.
int whole_points(std::int64_t millipoints) { return static_cast<int>(millipoints / 1000); }

// A branch that was rewound is practice: it is never the best.
const Attempt* best_attempt(const Progress& progress, const std::string& case_id) {
    const Attempt* best = nullptr;
    for (const Attempt& attempt : progress.attempts) {
        if (attempt.case_id != case_id || attempt.branched) continue;
        if (!best || attempt.millipoints > best->millipoints) best = &attempt;
    }
    return best;
}

std::int64_t times_done(const Progress& progress, const std::string& case_id) {
    return std::count_if(progress.attempts.begin(), progress.attempts.end(),
                         [&](const Attempt& attempt) { return attempt.case_id == case_id; });
}

bool is_open(const Progress& progress, const std::string& case_id) {
    return std::any_of(progress.open.begin(), progress.open.end(),
                       [&](const store::OpenVisit& visit) { return visit.case_id == case_id; });
}

int bars(int difficulty) { return difficulty <= 1 ? 1 : difficulty <= 3 ? 2 : 3; }

std::string_view difficulty_key(int bars) {
    return bars == 1 ? "difficulty/basic" : bars == 2 ? "difficulty/medium" : "difficulty/hard";
}

void describe_progress(const Context& context, const Progress& progress, CaseRow& row) {
    if (const Attempt* best = best_attempt(progress, row.id)) {
        row.best = whole_points(best->millipoints);
        row.passed = best->passed;
    }
    const std::int64_t times = times_done(progress, row.id);
    if (is_open(progress, row.id)) {
        row.state = CaseRow::State::open;
        row.done_text = context("home/card_ongoing");
    } else if (times > 0) {
        row.state = CaseRow::State::done;
        row.done_text = context.count("home/card_done", times);
    } else {
        row.done_text = context("home/card_new");
    }
}

CaseRow case_row(const Context& context, const Progress& progress, const CaseFile& file) {
    CaseRow row;
    row.id = file.id;
    row.name = context.in(file.name);
    row.initials = initials(row.name);
    row.person = context.count("units/years_old", file.age) + ", " + context.in(file.occupation);
    row.complaint = quotation(context.in(file.complaint), context.language);
    row.title = context.in(file.title);
    row.area_id = file.area;
    row.area = context("area/" + file.area);
    row.setting_id = file.setting;
    row.setting = context("setting_place/" + file.setting);
    row.difficulty = bars(file.difficulty);
    row.difficulty_text = context(difficulty_key(row.difficulty));
    row.minutes_long = file.minutes;
    row.language_id = base::code(file.language);
    row.minutes = context.fill("home/card_minutes", {{"n", std::to_string(file.minutes)}});
    describe_progress(context, progress, row);
    return row;
}

// In the order of the group, and within it by the number, then by id.
std::pair<int, int> recommended_rank(const CaseRow& row, const std::vector<std::string>& open) {
    if (row.state == CaseRow::State::open) {
        const auto place = std::ranges::find(open, row.id) - open.begin();
        return {0, static_cast<int>(place)};
    }
    if (!row.best) return {1, row.difficulty * 1000 + row.minutes_long};
    return {row.passed ? 3 : 2, *row.best};
}

std::pair<int, int> rank(const CaseRow& row, CaseOrder order, const std::vector<std::string>& open) {
    switch (order) {
        case CaseOrder::recommended: return recommended_rank(row, open);
        case CaseOrder::easiest: return {row.difficulty, row.minutes_long};
        case CaseOrder::hardest: return {-row.difficulty, row.minutes_long};
        case CaseOrder::shortest: return {row.minutes_long, row.difficulty};
    }
    return {};
}

bool passes(const CaseRow& row, const CaseFilter& filter) {
    const auto fits = [](const std::string& wanted, const std::string& has) { return wanted.empty() || wanted == has; };
    return fits(filter.area, row.area_id) && fits(filter.setting, row.setting_id) &&
           fits(filter.language, row.language_id) && (filter.difficulty == 0 || filter.difficulty == row.difficulty) &&
           !(filter.only_undone && row.best);
}

// Over the best attempts: a domain in which nothing was expected counts for none.
std::optional<int> domain_percent(const std::vector<const Attempt*>& best, std::size_t domain) {
    std::int64_t sum = 0, count = 0;
    for (const Attempt* attempt : best) {
        if (domain >= attempt->domains.size() || attempt->domains[domain] < 0) continue;
        sum += attempt->domains[domain];
        ++count;
    }
    if (count == 0) return std::nullopt;
    return static_cast<int>((sum + 5 * count) / (10 * count));
}

}  // namespace

std::vector<CaseRow> case_rows(const Context& context, const Progress& progress) {
    std::vector<CaseRow> rows;
    for (const CaseFile& file : context.library.cases) rows.push_back(case_row(context, progress, file));
    return rows;
}

CaseSearch::CaseSearch(const std::vector<CaseRow>& rows, base::Language shown) : shown_(shown) {
    using Field = library::Search::Field;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto add = [&](const std::string& words, Field field) {
            base::LocalText text;
            text.in(shown) = words;
            search_.add(i, text, field);
        };
        add(rows[i].name, Field::name);
        add(rows[i].title, Field::also);
        add(rows[i].complaint, Field::also);
        add(rows[i].person, Field::also);
        add(rows[i].area, Field::group);
        add(rows[i].setting, Field::group);
    }
}

std::vector<std::size_t> CaseSearch::find(std::string_view typed) const {
    std::vector<std::size_t> found;
    for (const library::Search::Hit& hit : search_.find(typed, shown_)) found.push_back(hit.entry);
    return found;
}

bool CaseFilter::narrows() const {
    return !base::words_of(typed).empty() || !area.empty() || !setting.empty() || !language.empty() ||
           difficulty != 0 || only_undone;
}

void CaseFilter::clear() {
    const CaseOrder kept = order;
    *this = {};
    order = kept;
}

std::vector<const CaseRow*> shown(const std::vector<CaseRow>& rows, const CaseSearch& search, const CaseFilter& filter,
                                  const std::vector<std::string>& open) {
    std::vector<const CaseRow*> found;
    const bool typed = !base::words_of(filter.typed).empty();
    if (typed) {
        for (const std::size_t i : search.find(filter.typed)) found.push_back(&rows[i]);
    } else {
        for (const CaseRow& row : rows) found.push_back(&row);
    }
    std::erase_if(found, [&](const CaseRow* row) { return !passes(*row, filter); });
    if (typed && filter.order == CaseOrder::recommended) return found;
    std::ranges::stable_sort(found, {}, [&](const CaseRow* row) { return rank(*row, filter.order, open); });
    return found;
}

ProgressSummary progress_summary(const Context& context, const Progress& progress) {
    std::vector<const Attempt*> best;
    std::int64_t sum = 0;
    for (const CaseFile& file : context.library.cases) {
        if (const Attempt* attempt = best_attempt(progress, file.id)) {
            best.push_back(attempt);
            sum += attempt->millipoints;
        }
    }
    ProgressSummary summary;
    const std::int64_t count = static_cast<std::int64_t>(best.size());
    if (count > 0) summary.mean = whole_points((sum + count / 2) / count);
    summary.line = context.fill("home/progress_done", {{"done", std::to_string(count)},
                                                       {"total", std::to_string(context.library.cases.size())}});
    for (std::size_t i = 0; i < library::domain_count; ++i) {
        const std::optional<int> percent = domain_percent(best, i);
        if (!percent) continue;
        const std::string key = "domain/" + std::string(library::name(static_cast<library::Domain>(i)));
        summary.domains.push_back({context(key), *percent, *percent < context.library.blueprint.pass});
    }
    return summary;
}

ResumeRow resume_row(const Context& context, const Progress& progress, std::size_t open_index,
                     const encounter::Encounter& encounter) {
    const PatientCard card = patient_card(context, encounter);
    ResumeRow row;
    row.open_index = open_index;
    row.when = context("home/resume_title");
    const CaseFile* file = find(context.library.cases, progress.open[open_index].case_id);
    if (file) row.patient = case_row(context, progress, *file);
    const auto add = [&](std::string_view name, std::string_view counted, int n) {
        row.stages.push_back({context(name), context.count(counted, n), n > 0});
    };
    add("encounter/stage_history", "history/questions", card.questions);
    add("encounter/stage_examination", "home/stage_examinations", card.examinations);
    add("encounter/stage_investigations", "investigations/ordered_count", card.orders);
    add("encounter/stage_assessment", "plan/choices", card.plans);
    return row;
}

}  // namespace palpera::present
