#include "engine/student/practice.h"

#include <algorithm>
#include <ctime>
#include <system_error>

#include "engine/encounter/journal_place.h"
#include "engine/journal/journal.h"

namespace palpera::student {
namespace {

using encounter::Encounter;
using store::Attempt;
using store::OpenVisit;

int results_come(const Encounter& encounter) {
    return static_cast<int>(std::ranges::count_if(encounter.orders, [&](const encounter::Order& order) {
        return !order.cancelled && order.due <= encounter.progress.now;
    }));
}

std::optional<int> worst_pain(const encounter::Response& response) {
    std::optional<int> worst;
    for (const encounter::Piece& piece : response.pieces) {
        if (piece.pain && *piece.pain > worst.value_or(-1)) worst = piece.pain;
    }
    return worst;
}

// "20261124-013000", in UTC: names of journals, never shown as a time.
std::string stamp(std::int64_t seconds) {
    const std::time_t time = seconds;
    std::tm parts{};
    ::gmtime_r(&time, &parts);
    char text[32];
    const std::size_t size = std::strftime(text, sizeof text, "%Y%m%d-%H%M%S", &parts);
    return {text, size};
}

std::vector<std::int64_t> domains_of(const pathway::ScoreSheet& sheet) {
    std::vector<std::int64_t> permille;
    for (const pathway::Share& share : sheet.domains) {
        permille.push_back(share.of > 0 ? std::clamp<std::int64_t>(share.points * 1000 / share.of, 0, 1000) : -1);
    }
    return permille;
}

}  // namespace

Practice::Practice(const library::Library& library, store::UserFolders folders, encounter::Clocks clocks)
    : library_(library), folders_(std::move(folders)), clocks_(std::move(clocks)) {
    store::Loaded<store::Progress> loaded = store::load_progress(folders_);
    progress_ = std::move(loaded.value);
    trouble_ = std::move(loaded.trouble);
}

const library::CaseFile* Practice::find_case(const std::string& id) const { return library::find(library_.cases, id); }

base::Result<std::unique_ptr<patient::Patient>> Practice::compile(const std::string& case_id,
                                                                  std::uint64_t seed) const {
    const library::CaseFile* file = find_case(case_id);
    if (!file) return base::Error{case_id, "the case is no longer in the library", ""};
    base::Diagnostics diagnostics;
    std::optional<patient::Patient> patient = patient::compile(library_, *file, seed, diagnostics);
    if (!patient) {
        const auto all = diagnostics.sorted();
        return base::Error{case_id, all.empty() ? "the case cannot be put together" : base::format(all.front()), ""};
    }
    return std::make_unique<patient::Patient>(std::move(*patient));
}

std::filesystem::path Practice::path_of(const std::string& journal) const {
    // A name only, never a path out of the folder, whatever the file of progress says.
    return store::journals(folders_) / std::filesystem::path(journal).filename();
}

std::string Practice::new_journal(const std::string& case_id) const {
    const std::string stem = case_id + "-" + stamp(clocks_.wall_milliseconds() / 1000);
    std::string name = stem + ".journal";
    std::error_code failed;
    for (int n = 2; std::filesystem::exists(path_of(name), failed); ++n) {
        name = stem + "-" + std::to_string(n) + ".journal";
    }
    return name;
}

base::Result<Practice::Open> Practice::open(const OpenVisit& entry, base::Language language) const {
    auto patient = compile(entry.case_id, entry.seed);
    if (!patient) return patient.error();
    const library::CaseFile& file = *find_case(entry.case_id);
    base::Result<encounter::Session> session =
        encounter::Session::open(path_of(entry.journal), **patient, std::string(base::code(language)), clocks_,
                                 folders_.second, library::guideline_versions(library_, file));
    if (!session) return session.error();
    return Open{&file, std::move(*patient), std::move(*session), entry, std::nullopt, std::nullopt};
}

base::Outcome Practice::change(std::function<void(store::Progress&)> change) {
    unsaved_.push_back(std::move(change));
    base::Outcome saved = store::change_progress(folders_, progress_, [this](store::Progress& progress) {
        for (const auto& each : unsaved_) each(progress);
    });
    if (saved) unsaved_.clear();
    return saved;
}

// Takes its place among the open visits, the last touched last.
base::Outcome Practice::enter(Open visit) {
    visit.entry.touched = clocks_.wall_milliseconds() / 1000;
    open_.emplace(std::move(visit));
    // What can only be read is not gone on with, and never graded as if it were whole.
    if (open_->session.keeping().is_read_only()) return base::Done{};
    if (!open_->session.encounter().finished) {
        return change([entry = open_->entry](store::Progress& progress) {
            std::erase_if(progress.open, [&](const OpenVisit& one) { return one.journal == entry.journal; });
            progress.open.push_back(entry);
        });
    }
    // It ended, but that was not written down: the program was stopped between the two.
    const std::string trouble = finish();
    return trouble.empty() ? base::Outcome(base::Done{}) : base::Outcome(base::Error{"", trouble, ""});
}

base::Outcome Practice::begin(const library::CaseFile& file, base::Language language,
                              std::optional<std::uint64_t> seed) {
    OpenVisit entry;
    entry.case_id = file.id;
    const auto before = std::ranges::count(progress_.attempts, file.id, &Attempt::case_id);
    entry.seed = seed.value_or(static_cast<std::uint64_t>(before) % file.vary.count());
    entry.journal = new_journal(file.id);
    base::Result<Open> opened = open(entry, language);
    if (!opened) return opened.error();
    return enter(std::move(*opened));
}

base::Outcome Practice::resume(std::size_t index, base::Language language) {
    if (index >= progress_.open.size()) return base::Error{"", "there is no such visit", ""};
    open_.reset();  // a journal is held by one session at a time
    base::Result<Open> opened = open(progress_.open[index], language);
    if (!opened) return opened.error();
    return enter(std::move(*opened));
}

base::Outcome Practice::abandon(std::size_t index) {
    if (index >= progress_.open.size()) return base::Error{"", "there is no such visit", ""};
    return change([journal = progress_.open[index].journal](store::Progress& progress) {
        std::erase_if(progress.open, [&](const OpenVisit& one) { return one.journal == journal; });
    });
}

base::Outcome Practice::rewind(int action, base::Language language) {
    if (!open_) return base::Error{"", "no visit is open", ""};
    std::vector<library::Action> actions = encounter::actions_of(open_->session.encounter());
    actions.resize(std::min(actions.size(), static_cast<std::size_t>(std::max(0, action - 1))));
    OpenVisit entry{open_->entry.case_id, open_->entry.seed, 0, true, new_journal(open_->entry.case_id)};
    base::Result<Open> opened = open(entry, language);
    if (!opened) return opened.error();
    for (const library::Action& one : actions) {
        const encounter::Session::Reply reply = opened->session.act(one);
        if (!reply.not_saved.what.empty()) return reply.not_saved;
        if (reply.refused) return base::Error{library::print(one), reply.refused->key, ""};
    }
    return enter(std::move(*opened));
}

std::optional<Practice::Glance> Practice::glance(std::size_t index) const {
    if (index >= progress_.open.size()) return std::nullopt;
    const OpenVisit& entry = progress_.open[index];
    auto patient = compile(entry.case_id, entry.seed);
    const base::Result<journal::Contents> contents =
        journal::read_file(encounter::place_of(path_of(entry.journal), folders_.second));
    if (!patient || !contents || !contents->damage.empty()) return std::nullopt;
    std::vector<encounter::JournalRecord> records;
    for (const std::string& bytes : contents->records) {
        base::Result<encounter::JournalRecord> record = encounter::decode_record(bytes);
        if (!record) return std::nullopt;
        records.push_back(std::move(*record));
    }
    base::Result<Encounter> encounter = encounter::replay(**patient, records);
    if (!encounter) return std::nullopt;
    return Glance{std::move(*patient), std::move(*encounter)};
}

base::Outcome Practice::review(const Attempt& attempt) {
    OpenVisit entry{attempt.case_id, attempt.seed, attempt.finished, attempt.branched, attempt.journal};
    std::error_code failed;
    const std::filesystem::path place = encounter::place_of(path_of(attempt.journal), folders_.second);
    if (!std::filesystem::exists(place, failed)) {
        return base::Error{place.string(), "the journal of the visit is gone", ""};
    }
    open_.reset();
    base::Result<Open> opened = open(entry, base::Language::en);
    if (!opened) return opened.error();
    // Points for a part of a visit would be taken for those of the whole.
    const encounter::Keeping keeping = opened->session.keeping();
    if (keeping.way == encounter::Keeping::Way::damaged) return keeping.reason;
    open_.emplace(std::move(*opened));
    score();
    return base::Done{};
}

void Practice::score() {
    const Encounter& encounter = open_->session.encounter();
    open_->sheet = pathway::score(library_, *open_->file, encounter);
    open_->revision = pathway::revision(library_, *open_->file, encounter, *open_->sheet, open_->session.guidelines());
}

const Encounter* Practice::encounter() const { return open_ ? &open_->session.encounter() : nullptr; }

// The visit becomes an attempt. Gives why that could not be written down; empty: it was.
std::string Practice::finish() {
    score();
    const pathway::ScoreSheet& sheet = *open_->sheet;
    const OpenVisit& entry = open_->entry;
    const Attempt attempt{entry.case_id,     entry.seed,       clocks_.wall_milliseconds() / 1000,
                          sheet.millipoints, sheet.passed,     entry.branched,
                          entry.journal,     domains_of(sheet)};
    const base::Outcome saved = change([attempt](store::Progress& progress) {
        std::erase_if(progress.open, [&](const OpenVisit& one) { return one.journal == attempt.journal; });
        std::erase_if(progress.attempts, [&](const Attempt& one) { return one.journal == attempt.journal; });
        progress.attempts.push_back(attempt);
    });
    return saved ? "" : saved.error().message();
}

Deed Practice::act(const library::Action& action) {
    Deed deed;
    if (!open_) return deed;
    const int come = results_come(open_->session.encounter());
    const encounter::Session::Reply reply = open_->session.act(action);
    deed.refused = reply.refused;
    deed.not_saved = !reply.not_saved.what.empty();
    if (!reply.response) return deed;
    if (library::is_examination(action.verb)) deed.pain = worst_pain(*reply.response);
    deed.results = results_come(open_->session.encounter()) - come;
    if (open_->session.encounter().finished) deed.progress_trouble = finish();
    return deed;
}

}  // namespace palpera::student
