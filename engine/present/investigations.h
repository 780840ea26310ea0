#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/present/context.h"

namespace palpera::present {

struct TestRow {
    std::string id, name, detail;  // detail: another name; where it was found by one, that
    std::string cost, delay;
    int radiation = 0;
    bool sided = false;
    bool ordered = false;
};
struct TestGroup {
    std::string name, kind;  // kind: laboratory, imaging, physiology
    std::vector<TestRow> tests;
};
// The catalogue: all in its own order, or what matches the typed words, best first within its group and the groups
// with the best first.
std::vector<TestGroup> test_groups(const Context& context, const encounter::Encounter& encounter,
                                   std::string_view typed, std::string_view kind);
int test_count(const Context& context);

struct InboxRow {
    std::size_t order = 0;           // index in Encounter::orders
    std::string test, name, detail;  // "10:46 · 620 kr", "Svar i morgon 10:30"
    enum class State { fresh, awaited, read, cancelled } state = State::awaited;
    double waited = 0;  // of what is awaited: 0 to 1
};
std::vector<InboxRow> inbox_rows(const Context& context, const encounter::Encounter& encounter);

// A result that has been read.
struct DrawingRow {
    std::string id;                            // assets/radiographs/ID.png
    std::string name;                          // what it shows, in words
    std::string view;                          // how it was taken: "Side view"
    library::Side side = library::Side::none;  // of the patient; the drawing itself shows a right one
};
struct LabRow {
    std::string name, value, unit, reference;
    enum class Flag { none, low, high } flag = Flag::none;
    double position = 0.5;  // on a bar whose middle half is the reference interval; 0 to 1
    bool has_low = true;    // the interval has a lower end above nothing
    std::string time;
    bool awaited = false;
    std::size_t order = 0;  // index in Encounter::orders
};
struct ReportView {
    std::string title, time, text, side, who;
    bool imaging = false;
    std::vector<DrawingRow> drawings;
    std::optional<LabRow> lab;  // of a test that gives a number
    int action = 0;             // that read it
    bool can_note = false, noted = false;
};
std::vector<LabRow> lab_rows(const Context& context, const encounter::Encounter& encounter);
std::optional<ReportView> report_view(const Context& context, const encounter::Encounter& encounter, std::size_t order);
// The moment at which the next awaited result comes; nothing awaited: nothing.
std::optional<base::Minutes> next_result(const encounter::Encounter& encounter);

}  // namespace palpera::present
