// A cohort scored again: 10,000 visits of 60 actions against one SQL query that comes to the same totals over rows that
// lie in memory already.
#include <sqlite3.h>

#include <cstdlib>
#include <iostream>

#include "engine/encounter/session.h"
#include "engine/journal/layout.h"
#include "tests/bench/rounds.h"
#include "tests/bench/scoring_case.h"

namespace {

using namespace palpera;

constexpr std::size_t visits = 10'000, actions_of_a_visit = 60, steps = 30, concurrency = 4;

// As a session writes it, but for the syncs.
std::string journal_of(const patient::Patient& patient, const base::Digest& digest,
                       const std::vector<library::Action>& actions) {
    const encounter::JournalHeader header{patient.case_id, patient.case_version,     patient.seed, "sv",
                                          digest,          encounter::replay_version};
    std::string bytes = std::string(journal::first_line) + journal::framed(encode(header));
    encounter::Encounter encounter(patient);
    for (const library::Action& action : actions) {
        encounter::carry_out(encounter, action);
        const encounter::Event& event = encounter.events.back();
        const base::Digest response = event.response.digest();
        encounter::JournalRecord record;
        record.n = event.n;
        record.boot_milliseconds = 1'000'000 + 7'000 * event.n;
        record.wall_milliseconds = 1'700'000'000'000 + 7'000 * event.n;
        record.simulated_minutes = event.at.value;
        record.action = library::print(action);
        record.response.assign(response.bytes.begin(), response.bytes.begin() + 16);
        bytes += journal::framed(encode(record));
    }
    return bytes;
}

struct Cohort {
    Cohort() : made(steps, concurrency) {
        std::mt19937 random(23);
        const base::Digest digest = patient::digest(made.patient());
        for (std::size_t i = 0; i < visits; ++i) {
            const std::vector<library::Action> visit = made.visit(random, actions_of_a_visit);
            journals.push_back(journal_of(made.patient(), digest, visit));
            courses.push_back(made.course(visit));
        }
    }
    bench::ScoringCase made;
    std::vector<std::string> journals;
    std::vector<pathway::Course> courses;
};

const Cohort& cohort() {
    static const Cohort cohort;
    return cohort;
}

// The score of every visit by one query over loaded rows.
class Query {
public:
    explicit Query(const Cohort& of) {
        sqlite3_open(":memory:", &database_);
        run("CREATE TABLE event(session INTEGER, n INTEGER, at INTEGER, act INTEGER, PRIMARY KEY(session, n)) WITHOUT "
            "ROWID;"
            "CREATE TABLE stated(session INTEGER, n INTEGER, place INTEGER, diagnosis INTEGER, percent INTEGER, "
            "PRIMARY "
            "KEY(session, n, place)) WITHOUT ROWID;"
            "CREATE TABLE kind(act INTEGER PRIMARY KEY, step INTEGER, burden INTEGER, severity INTEGER, never INTEGER);"
            "CREATE TABLE step(step INTEGER PRIMARY KEY, share INTEGER, due INTEGER, lost INTEGER);"
            "CREATE TABLE precedence(first INTEGER, later INTEGER, share INTEGER, PRIMARY KEY(first, later)) WITHOUT "
            "ROWID;"
            "BEGIN");
        load_rubric(of);
        for (std::size_t i = 0; i < of.courses.size(); ++i) load(i, of.courses[i]);
        run("COMMIT; ANALYZE");
        if (sqlite3_prepare_v2(database_, text, -1, &statement_, nullptr) != SQLITE_OK) fail();
    }
    ~Query() {
        sqlite3_finalize(statement_);
        sqlite3_close(database_);
    }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    std::vector<std::int64_t> totals() const {
        std::vector<std::int64_t> totals(visits);
        sqlite3_reset(statement_);
        while (sqlite3_step(statement_) == SQLITE_ROW)
            totals[static_cast<std::size_t>(sqlite3_column_int64(statement_, 0))] = sqlite3_column_int64(statement_, 1);
        return totals;
    }

private:
    static constexpr const char* text = R"(
WITH served AS MATERIALIZED (
    SELECT session, step, MIN(n) AS n, at, burden FROM event CROSS JOIN kind USING(act)
    WHERE step IS NOT NULL GROUP BY session, step),
care AS MATERIALIZED (
    SELECT session, SUM(burden) AS needed, SUM(share * (CASE WHEN at <= due THEN 1000000 WHEN at - due >= lost THEN 0
        ELSE 1000000 * (lost - (at - due)) / lost END / 100 * 100) / 1000000) AS points
    FROM served JOIN step USING(step) GROUP BY session),
ordered AS MATERIALIZED (
    SELECT a.session, SUM(share) AS points FROM served a JOIN precedence ON first = a.step
    JOIN served b ON b.session = a.session AND b.step = later WHERE a.n < b.n GROUP BY a.session),
burdened AS MATERIALIZED (
    SELECT session, SUM(burden) AS burden, SUM(CASE WHEN severity > 0 THEN 0 ELSE burden END) AS harmless,
        MAX(never) AS never
    FROM event CROSS JOIN kind USING(act) GROUP BY session),
harmed AS MATERIALIZED (
    SELECT session, SUM(times * severity * 2500 + severity * 2500) AS points FROM (
        SELECT session, severity, COUNT(*) AS times FROM event CROSS JOIN kind USING(act)
        WHERE severity > 0 GROUP BY session, act)
    GROUP BY session),
diagnosed AS MATERIALIZED (
    SELECT session, SUM(percent) AS all_percent, SUM(CASE WHEN diagnosis = 0 THEN (100 - percent) * (100 - percent)
        ELSE percent * percent END) + CASE WHEN MAX(diagnosis = 0) THEN 0 ELSE 10000 END AS off,
        MAX(CASE WHEN diagnosis = 0 THEN percent ELSE 0 END) AS right, MAX(percent) AS main
    FROM stated GROUP BY session),
scored AS (
    SELECT session, care.points AS care, COALESCE(ordered.points, 0) AS ordered, burden - needed AS burden,
        harmless - needed AS harmless, COALESCE(harmed.points, 0) AS harm, never,
        20000 * care.points / 40000 AS covered,
        MAX(0, 20000 - off - (100 - all_percent) * (100 - all_percent)) AS near, right < main AS wrong
    FROM care JOIN burdened USING(session) LEFT JOIN ordered USING(session) LEFT JOIN harmed USING(session)
    JOIN diagnosed USING(session)),
summed AS (
    SELECT session, care + ordered + CASE WHEN burden >= 12000 THEN 0 ELSE covered - covered * burden / 12000 END
        + 25000 * near / 20000 - harm - CASE WHEN harmless > 12000 THEN CAST(ROUND((harmless - 12000) * 0.5) AS INTEGER)
        ELSE 0 END AS points, never OR (wrong AND 2000 * near / 20000 < 1000) AS capped
    FROM scored)
SELECT session, MAX(0, CASE WHEN capped THEN MIN(49000, points) ELSE points END) FROM summed)";

    [[noreturn]] void fail() const {
        std::cerr << "sqlite: " << sqlite3_errmsg(database_) << "\n";
        std::abort();
    }
    void run(const std::string& sql) const {
        if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
    }
    static std::string row(std::initializer_list<std::int64_t> values) {
        std::string text_of_row;
        for (const std::int64_t value : values)
            text_of_row += (text_of_row.empty() ? "(" : ",") + (value < 0 ? "NULL" : std::to_string(value));
        return text_of_row + ")";
    }

    void load_rubric(const Cohort& of) const {
        const pathway::Rubric& rubric = of.made.rubric();
        pathway::Scorer scorer(rubric);
        for (const pathway::Entry& entry : scorer.score(of.courses.front()).ledger.entries) {
            if (entry.kind == pathway::Entry::Kind::step) {
                const library::Step& step = *rubric.statements()[entry.about].step;
                run("INSERT INTO step VALUES" + row({entry.about, entry.of, step.until->value, step.lost.value}));
            } else if (entry.kind == pathway::Entry::Kind::precedence) {
                const pathway::PrecedenceRule& rule = rubric.precedences()[entry.about];
                run("INSERT INTO precedence VALUES" + row({rule.first, rule.then, entry.of}));
            }
        }
        for (pathway::Number number = 0; number < rubric.numbering().patient_acts(); ++number) {
            pathway::Act act;
            act.number = number;
            std::int64_t step = -1, severity = -1, never = 0;
            for (const pathway::Fit& fit : rubric.fits(number, pathway::Act::no_sides)) {
                const pathway::Statement& statement = rubric.statements()[fit.statement];
                if (!rubric.terms(fit.statement).warns) step = fit.statement;
                if (rubric.terms(fit.statement).warns) severity = statement.step->severity;
                if (statement.step->strength == library::Strength::never) never = 1;
            }
            run("INSERT INTO kind VALUES" + row({number, step, rubric.burden(act), severity, never}));
        }
    }

    void load(std::size_t session, const pathway::Course& course) const {
        std::string events, stated;
        for (const pathway::Act& act : course.acts) {
            events += events.empty() ? "" : ",";
            events += row({static_cast<std::int64_t>(session), act.action, act.at, act.number});
            for (std::uint32_t i = 0; i < act.probability_count; ++i) {
                const auto& one = course.probabilities[act.probabilities + i];
                stated += stated.empty() ? "" : ",";
                stated += row({static_cast<std::int64_t>(session), act.action, i, one.diagnosis, one.percent});
            }
        }
        run("INSERT INTO event VALUES" + events);
        run("INSERT INTO stated VALUES" + stated);
    }

    sqlite3* database_ = nullptr;
    sqlite3_stmt* statement_ = nullptr;
};

const Query& query() {
    static const Query query(cohort());
    return query;
}

std::vector<std::int64_t> totals_of_courses() {
    pathway::Scorer scorer(cohort().made.rubric());
    std::vector<std::int64_t> totals;
    for (const pathway::Course& course : cohort().courses) totals.push_back(scorer.millipoints(course));
    return totals;
}

std::vector<std::int64_t> totals_of_journals() {
    const pathway::Rubric& rubric = cohort().made.rubric();
    pathway::Scorer scorer(rubric);
    pathway::CourseWriter writer(rubric.numbering(), cohort().made.library().catalogue, cohort().made.patient());
    std::vector<std::int64_t> totals;
    for (const std::string& journal : cohort().journals) {
        const base::Result<pathway::Course> course = writer.read(journal);
        if (!course) std::abort();
        totals.push_back(scorer.millipoints(*course));
    }
    return totals;
}

template <class Ours>
void compare(benchmark::State& state, const Ours& ours) {
    const std::vector<std::int64_t> expected = query().totals(), found = ours();
    for (std::size_t i = 0; i < visits; ++i) {
        if (found[i] == expected[i]) continue;
        const std::string told = "visit " + std::to_string(i) + ": " + std::to_string(found[i]) + " points, by SQL " +
                                 std::to_string(expected[i]);
        return state.SkipWithError(told.c_str());
    }
    bench::in_turns(
        state, visits, [&] { benchmark::DoNotOptimize(ours()); }, [] { benchmark::DoNotOptimize(query().totals()); });
}

void CohortFromCourses(benchmark::State& state) { compare(state, totals_of_courses); }
BENCHMARK(CohortFromCourses)->Iterations(7)->Unit(benchmark::kMillisecond);

void CohortFromJournals(benchmark::State& state) { compare(state, totals_of_journals); }
BENCHMARK(CohortFromJournals)->Iterations(7)->Unit(benchmark::kMillisecond);

}  // namespace
