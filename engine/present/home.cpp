#include "engine/present/home.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/dialogue/word_index.h"
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
    row.minutes = context.fill("home/card_minutes", {{"n", std::to_string(file.minutes)}});
    describe_progress(context, progress, row);
    return row;
}

// The words by which a case is found, in every language: what is on its card and nothing that hints at the answer.
void add_words(const Context& context, const CaseFile& file, std::size_t entry, dialogue::WordIndex& index) {
    for (base::Language language : base::every_language) {
        index.add(entry, file.name.in(language), 3);
        index.add(entry, file.title.in(language), 2);
        index.add(entry, file.complaint.in(language), 2);
        index.add(entry, file.occupation.in(language), 2);
        index.add(entry, context.words.text("area/" + file.area, language), 1);
        index.add(entry, context.words.text("setting_place/" + file.setting, language), 1);
    }
}

std::vector<std::size_t> matching(const std::vector<CaseRow>& rows, const Context& context, std::string_view typed) {
    std::vector<std::size_t> order;
    if (base::words_of(typed).empty()) {
        for (std::size_t i = 0; i < rows.size(); ++i) order.push_back(i);
        return order;
    }
    dialogue::WordIndex index;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (const CaseFile* file = find(context.library.cases, rows[i].id)) add_words(context, *file, i, index);
    }
    for (const dialogue::WordIndex::Hit& hit : index.find(typed, rows.size())) order.push_back(hit.entry);
    return order;
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

std::vector<CaseRow> filtered(const std::vector<CaseRow>& rows, const Context& context, std::string_view typed,
                              std::string_view area_id, std::string_view setting_id) {
    std::vector<CaseRow> result;
    for (std::size_t i : matching(rows, context, typed)) {
        const bool in_area = area_id.empty() || rows[i].area_id == area_id;
        const bool in_setting = setting_id.empty() || rows[i].setting_id == setting_id;
        if (in_area && in_setting) result.push_back(rows[i]);
    }
    return result;
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
