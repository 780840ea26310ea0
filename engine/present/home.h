#pragma once

#include <optional>
#include <string>
#include <vector>

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

std::vector<CaseRow> case_rows(const Context& context, const store::Progress& progress);
// Rows that match what was typed (any word, any language) and the filters (empty: all).
std::vector<CaseRow> filtered(const std::vector<CaseRow>& rows, const Context& context, std::string_view typed,
                              std::string_view area_id, std::string_view setting_id);
ProgressSummary progress_summary(const Context& context, const store::Progress& progress);
// Counts of an open visit: questions asked, examinations done, tests ordered, plans made.
ResumeRow resume_row(const Context& context, const store::Progress& progress, std::size_t open_index,
                     const encounter::Encounter& encounter);

}  // namespace palpera::present
