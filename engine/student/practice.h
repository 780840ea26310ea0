#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/encounter/session.h"
#include "engine/library/library.h"
#include "engine/pathway/revision.h"
#include "engine/store/user.h"

namespace palpera::student {

// What became of an act.
struct Deed {
    std::optional<encounter::Refusal> refused;
    bool not_saved = false;        // nothing has happened; Practice::keeping() says why
    std::optional<int> pain;       // NRS that an examination provoked
    int results = 0;               // how many results have come since the act before
    std::string progress_trouble;  // the case ended, but that could not be written down
};

// The student's visits: begins them, goes on with them, carries out what is asked, and keeps the score. What has been
// done is on the disk before it is shown, so a visit can be left at any moment. Draws nothing.
class Practice {
public:
    Practice(const library::Library& library, store::UserFolders folders, encounter::Clocks clocks);

    const store::Progress& progress() const { return progress_; }
    // Why the progress kept on the disk could not be read; empty: it could.
    const std::string& trouble() const { return trouble_; }

    // A new visit with the next variant of the case, or with the variant given.
    base::Outcome begin(const library::CaseFile& file, base::Language language, std::optional<std::uint64_t> seed = {});
    // Takes up Progress::open[index]; everything that was shown is there again. It may be to be read only, as keeping()
    // tells.
    base::Outcome resume(std::size_t index, base::Language language);
    // Progress::open[index] is no longer gone on with; its journal stays on the disk.
    base::Outcome abandon(std::size_t index);
    // Shows a finished visit again.
    base::Outcome review(const store::Attempt& attempt);
    // From the visit that is open or shown: everything before this action is done again in a new visit, which is
    // practice and never the best score.
    base::Outcome rewind(int action, base::Language language);
    void leave() { open_.reset(); }

    Deed act(const library::Action& action);

    // Of what is open or shown; nothing: no visit is.
    const encounter::Encounter* encounter() const;
    const library::CaseFile* file() const { return open_ ? open_->file : nullptr; }
    std::uint64_t seed() const { return open_ ? open_->entry.seed : 0; }
    // Of its journal's file, without the end: "ward_nurse-20261124-013000".
    std::string journal_name() const {
        return open_ ? std::filesystem::path(open_->entry.journal).stem().string() : std::string();
    }
    bool is_branch() const { return open_ && open_->entry.branched; }
    // How its journal is kept; well where none is open.
    encounter::Keeping keeping() const { return open_ ? open_->session.keeping() : encounter::Keeping{}; }
    // The visit ended unfinished last time: bytes of a torn last record were cut off.
    bool was_torn() const { return open_ && open_->session.torn_bytes() > 0; }
    // Of a finished one.
    const pathway::ScoreSheet* sheet() const { return open_ && open_->sheet ? &*open_->sheet : nullptr; }

    // What newer guidelines made of a visit that was begun under older ones; null: they are the same.
    const pathway::Revision* revision() const { return open_ && open_->revision ? &*open_->revision : nullptr; }

    // Where an unfinished visit stands, read from its journal without taking it up.
    struct Glance {
        std::unique_ptr<patient::Patient> patient;  // the encounter refers to it
        encounter::Encounter encounter;
    };
    std::optional<Glance> glance(std::size_t index) const;

private:
    struct Open {
        const library::CaseFile* file = nullptr;
        std::unique_ptr<patient::Patient> patient;
        encounter::Session session;
        store::OpenVisit entry;
        std::optional<pathway::ScoreSheet> sheet;
        std::optional<pathway::Revision> revision;
    };

    base::Result<std::unique_ptr<patient::Patient>> compile(const std::string& case_id, std::uint64_t seed) const;
    const library::CaseFile* find_case(const std::string& id) const;
    std::filesystem::path path_of(const std::string& journal) const;
    std::string new_journal(const std::string& case_id) const;
    base::Result<Open> open(const store::OpenVisit& entry, base::Language language) const;
    base::Outcome enter(Open visit);
    // With what could not be written before.
    base::Outcome change(std::function<void(store::Progress&)> change);
    void score();
    std::string finish();

    const library::Library& library_;
    store::UserFolders folders_;
    encounter::Clocks clocks_;
    store::Progress progress_;
    std::vector<std::function<void(store::Progress&)>> unsaved_;
    std::string trouble_;
    std::optional<Open> open_;
};

}  // namespace palpera::student
