#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/library/search.h"
#include "engine/present/context.h"
#include "engine/store/user.h"

namespace palpera::present {

// One patient in the library.
struct CaseRow {
    std::string id;
    std::string name;  // "Anna Lindqvist"
    std::string initials;
    std::string person;     // "52 år, undersköterska"
    std::string complaint;  // in quotation marks of the language
    std::string title;
    std::string area, area_id;        // "Fot och häl"
    std::string setting, setting_id;  // "Vårdcentral"
    int difficulty = 1;               // 1 to 3 bars: 1 -> 1, 2-3 -> 2, 4-5 -> 3
    std::string difficulty_text;
    std::string minutes;  // "20 min"
    int minutes_long = 0;
    std::string language_id;  // in which the case is written; the others are translations
    enum class State { fresh, open, done } state = State::fresh;
    std::optional<int> best;  // whole points of the best attempt that was no branch
    bool passed = false;
    std::string done_text;  // "Klar 2 gånger", "Ny", "Pågår"
};

// The visit to go on with, and how far it came.
struct ResumeRow {
    CaseRow patient;
    std::string when;  // "Fortsätt där du slutade"
    struct Stage {
        std::string name, count;  // "Anamnes", "14 frågor"
        bool begun = false;
    };
    std::vector<Stage> stages;
    std::size_t open_index = 0;  // in Progress::open
};

struct DomainBar {
    std::string name;
    int percent = 0;
    bool weak = false;  // below the pass mark
};

struct ProgressSummary {
    std::optional<int> mean;  // of the best attempts
    std::string line;         // "1 av 1 fall gjorda"
    std::vector<DomainBar> domains;
};

// Of every case, in the order of their ids.
std::vector<CaseRow> case_rows(const Context& context, const store::Progress& progress);

// Finds patients by what is written on their cards and by the neutral title, in the language shown, despite typing
// errors as the catalogue's search does. Nothing that hints at the answer is looked through.
class CaseSearch {
public:
    explicit CaseSearch(const std::vector<CaseRow>& rows, base::Language shown);
    // Best first, as places in the rows it was made of.
    std::vector<std::size_t> find(std::string_view typed) const;

private:
    library::Search search_;
    base::Language shown_;
};

// In which order patients stand. Recommended: open visits, the last touched first; then those not met, from easy to
// hard; then those not passed, those passed, the lowest score first.
enum class CaseOrder { recommended, easiest, hardest, shortest };
inline constexpr int case_order_count = 4;

// What the student has narrowed the library to; nothing given: everything.
struct CaseFilter {
    std::string typed = {};
    std::string area = {}, setting = {}, language = {};  // ids
    int difficulty = 0;                                  // bars; 0: any
    bool only_undone = false;
    CaseOrder order = CaseOrder::recommended;

    bool narrows() const;  // something is left out
    void clear();          // but for the order
};
// The patients to show. What was typed brings the best match first, unless another order than the recommended is asked
// for. `open`: ids of the cases with an open visit, the last touched first.
std::vector<const CaseRow*> shown(const std::vector<CaseRow>& rows, const CaseSearch& search, const CaseFilter& filter,
                                  const std::vector<std::string>& open);
ProgressSummary progress_summary(const Context& context, const store::Progress& progress);
// Counts of an open visit: questions asked, examinations done, tests ordered, plans made.
ResumeRow resume_row(const Context& context, const store::Progress& progress, std::size_t open_index,
                     const encounter::Encounter& encounter);

}  // namespace palpera::present
