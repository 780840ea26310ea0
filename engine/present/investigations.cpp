#include "engine/present/investigations.h"

#include <algorithm>

#include "engine/base/text.h"

namespace palpera::present {
namespace {

using base::Minutes;
using encounter::Encounter;
using encounter::Order;
using encounter::Piece;
using library::Side;
using library::Test;

const Test* test_of(const Context& context, const Order& order) {
    return find(context.library.catalogue.tests, order.test);
}

std::string name_of(const Context& context, const Order& order) {
    const Test* test = test_of(context, order);
    const std::string name = test ? context.in(test->name) : order.test;
    const bool sided = order.side == Side::right || order.side == Side::left || order.side == Side::both;
    return sided ? name + ", " + side_text(order.side, context) : name;
}

std::string kind_of(const Context& context, const Test& test) {
    const library::Group* group = find(context.library.catalogue.test_groups, test.group);
    return group ? group->kind : std::string();
}

bool is_ordered(const Encounter& encounter, const std::string& test) {
    return std::any_of(encounter.orders.begin(), encounter.orders.end(),
                       [&](const Order& order) { return order.test == test && !order.cancelled; });
}

// The first other name: "Hb" of "Hb; blood count".
std::string other_name(const std::string& also) { return std::string(base::trimmed(also.substr(0, also.find(';')))); }

TestRow row_of(const Context& context, const Encounter& encounter, const Test& test) {
    TestRow row;
    row.id = test.id;
    row.name = context.in(test.name);
    row.detail = other_name(context.in(test.also));
    row.cost = money(test.cost, context);
    row.delay = test.delay.value == 0 ? context("units/at_once") : span(test.delay, context);
    row.radiation = test.radiation;
    row.sided = test.sided;
    row.ordered = is_ordered(encounter, test.id);
    return row;
}

// The tests to be shown, as the catalogue has them or best first, each with the word it was found by.
std::vector<library::Search::Hit> wanted(const Context& context, std::string_view typed) {
    if (!base::words_of(typed).empty()) return context.library.index().tests.find(typed, context.language);
    std::vector<library::Search::Hit> all(context.library.catalogue.tests.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i].entry = i;
    return all;
}

// Groups in which something was found, that with the best hit first; all of them where nothing is typed.
std::vector<const library::Group*> groups_of(const Context& context, std::string_view typed,
                                             const std::vector<library::Search::Hit>& hits) {
    const library::Catalogue& catalogue = context.library.catalogue;
    std::vector<const library::Group*> groups;
    if (base::words_of(typed).empty()) {
        for (const library::Group& group : catalogue.test_groups) groups.push_back(&group);
        return groups;
    }
    for (const library::Search::Hit& hit : hits) {
        const library::Group* group = find(catalogue.test_groups, catalogue.tests[hit.entry].group);
        if (group && std::ranges::find(groups, group) == groups.end()) groups.push_back(group);
    }
    return groups;
}

// "10:30", "i morgon 10:30", "dag 15, 10:30".
std::string due_text(const Context& context, const Encounter& encounter, Minutes due) {
    const auto day = [](Minutes at) { return (at + Minutes{10 * 60}).value / base::days(1).value; };
    const std::int64_t ahead = day(due) - day(encounter.progress.now);
    if (ahead == 0) return clock(due);
    if (ahead == 1) return context("units/tomorrow") + " " + clock(due);
    return moment(due, context);
}

InboxRow inbox_row(const Context& context, const Encounter& encounter, std::size_t index) {
    const Order& order = encounter.orders[index];
    const Minutes now = encounter.progress.now;
    InboxRow row;
    row.order = index;
    row.test = order.test;
    row.name = name_of(context, order);
    const Test* test = test_of(context, order);
    if (order.cancelled) {
        row.state = InboxRow::State::cancelled;
        row.detail = context("investigations/cancelled");
    } else if (order.due > now) {
        row.state = InboxRow::State::awaited;
        row.detail = context.fill("investigations/result_at", {{"time", due_text(context, encounter, order.due)}});
        const auto whole = static_cast<double>((order.due - order.ordered).value);
        row.waited = whole > 0 ? static_cast<double>((now - order.ordered).value) / whole : 1;
    } else {
        row.state = order.read == 0 ? InboxRow::State::fresh : InboxRow::State::read;
        row.detail = moment(order.due, context) + (test ? " · " + money(test->cost, context) : std::string());
        row.waited = 1;
    }
    return row;
}

struct Shown {  // a value as the country writes it
    double factor = 1;
    int decimals = 0;
    std::string unit;
};

Shown units_of(const Context& context, const Test& test) {
    const auto local = test.units.find(context.language);
    if (local == test.units.end()) return {1, test.decimals, test.unit};
    return {local->second.factor, local->second.decimals, local->second.unit};
}

// Units of the files (UCUM) as a laboratory writes them.
std::string unit_text(const std::string& unit, base::Language language) {
    struct Written {
        std::string_view file, shown;
    };
    static constexpr Written written[]{{"10*9/L", "×10⁹/L"}, {"10*12/L", "×10¹²/L"}, {"umol/L", "µmol/L"},
                                       {"ug/L", "µg/L"},     {"ukat/L", "µkat/L"},   {"1", ""}};
    const bool english = language == base::Language::en;
    if (unit == "mL/min/{1.73_m2}") return english ? "mL/min/1.73 m²" : "mL/min/1,73 m²";
    if (unit == "m[IU]/L") return english ? "mIU/L" : "mIE/L";
    for (const Written& one : written) {
        if (unit == one.file) return std::string(one.shown);
    }
    return unit;
}

const library::Range* range_of(const Test& test, const Encounter& encounter) {
    const patient::Moment moment(*encounter.patient, encounter.progress);
    for (const library::Range& range : test.ranges) {
        if (script::evaluate(range.when, moment) == script::Truth::yes) return &range;
    }
    return nullptr;
}

void add_reference(const Context& context, const library::Range& range, const Shown& shown, double value, LabRow& row) {
    const auto written = [&](double amount) { return number(amount * shown.factor, shown.decimals, context.language); };
    row.has_low = range.from > 0;
    row.reference = row.has_low ? written(range.from) + "–" + written(range.to) : "<" + written(range.to);
    row.flag = value < range.from ? LabRow::Flag::low : value > range.to ? LabRow::Flag::high : LabRow::Flag::none;
    const double width = range.to - range.from;
    if (width > 0) row.position = std::clamp(0.25 + 0.5 * (value - range.from) / width, 0.0, 1.0);
}

std::optional<double> value_of(const Order& order) {
    for (const Piece& piece : order.pieces) {
        if (piece.kind == Piece::Kind::value && piece.value) return piece.value;
    }
    return std::nullopt;
}

// Nothing for a test that does not give a number.
std::optional<LabRow> lab_row(const Context& context, const Encounter& encounter, std::size_t index) {
    const Order& order = encounter.orders[index];
    const Test* test = test_of(context, order);
    const std::optional<double> value = value_of(order);
    if (!test || !value || order.cancelled) return std::nullopt;
    const Shown shown = units_of(context, *test);
    LabRow row;
    row.order = index;
    row.name = name_of(context, order);
    row.unit = unit_text(shown.unit, context.language);
    row.awaited = order.due > encounter.progress.now;
    row.time = due_text(context, encounter, order.due);
    const bool told = order.read != 0;
    if (const library::Range* range = range_of(*test, encounter)) {
        add_reference(context, *range, shown, *value, row);
        if (!told) row.flag = LabRow::Flag::none;
    }
    if (told) {
        row.value = number(*value * shown.factor, shown.decimals, context.language);
    } else {
        row.position = 0.5;
    }
    return row;
}

std::string report_text(const Context& context, const Encounter& encounter, const Order& order) {
    std::vector<std::string> parts;
    for (const Piece& piece : order.pieces) {
        if (piece.kind == Piece::Kind::image) continue;
        std::string text = text_of(piece, encounter, context);
        const bool of_two = order.side == Side::both && piece.side != Side::none && !text.empty();
        if (of_two) {
            const char* heading = piece.side == Side::right ? "general/right" : "general/left";
            text.insert(0, context(heading) + ": ");
        }
        if (!text.empty()) parts.push_back(std::move(text));
    }
    return base::joined(parts, "\n");
}

std::vector<DrawingRow> drawing_rows(const Context& context, const Order& order) {
    std::vector<DrawingRow> rows;
    for (const Piece& piece : order.pieces) {
        if (piece.kind != Piece::Kind::image) continue;
        const library::Drawing* drawing = find(context.library.catalogue.drawings, piece.id);
        if (drawing) rows.push_back({piece.id, context.in(drawing->name), context.in(drawing->view), piece.side});
    }
    return rows;
}

}  // namespace

std::vector<TestGroup> test_groups(const Context& context, const Encounter& encounter, std::string_view typed,
                                   std::string_view kind) {
    const std::vector<library::Search::Hit> hits = wanted(context, typed);
    std::vector<TestGroup> groups;
    for (const library::Group* group : groups_of(context, typed, hits)) {
        if (!kind.empty() && group->kind != kind) continue;
        TestGroup row{context.in(group->name), group->kind, {}};
        for (const library::Search::Hit& hit : hits) {
            const Test& test = context.library.catalogue.tests[hit.entry];
            if (test.group != group->id) continue;
            row.tests.push_back(row_of(context, encounter, test));
            if (!hit.by.empty()) row.tests.back().detail = hit.by;
        }
        if (!row.tests.empty()) groups.push_back(std::move(row));
    }
    return groups;
}

int test_count(const Context& context) { return static_cast<int>(context.library.catalogue.tests.size()); }

std::vector<InboxRow> inbox_rows(const Context& context, const Encounter& encounter) {
    std::vector<InboxRow> rows;
    for (std::size_t i = 0; i < encounter.orders.size(); ++i) rows.push_back(inbox_row(context, encounter, i));
    return rows;
}

std::vector<LabRow> lab_rows(const Context& context, const Encounter& encounter) {
    std::vector<LabRow> rows;
    for (std::size_t i = 0; i < encounter.orders.size(); ++i) {
        const Order& order = encounter.orders[i];
        const bool waits = order.due > encounter.progress.now;
        if (order.read == 0 && !waits) continue;
        if (std::optional<LabRow> row = lab_row(context, encounter, i)) rows.push_back(std::move(*row));
    }
    return rows;
}

std::optional<ReportView> report_view(const Context& context, const Encounter& encounter, std::size_t index) {
    if (index >= encounter.orders.size() || encounter.orders[index].read == 0) return std::nullopt;
    const Order& order = encounter.orders[index];
    const Test* test = test_of(context, order);
    ReportView view;
    view.title = name_of(context, order);
    view.time = moment(order.due, context);
    view.side = side_text(order.side, context);
    view.imaging = test && kind_of(context, *test) == "imaging";
    if (view.imaging) view.who = context.fill("investigations/reported_by", {{"time", view.time}});
    view.lab = lab_row(context, encounter, index);
    if (!view.lab) view.text = report_text(context, encounter, order);
    view.drawings = drawing_rows(context, order);
    view.action = order.read;
    view.can_note = true;
    view.noted = std::any_of(encounter.noted.begin(), encounter.noted.end(),
                             [&](const auto& noted) { return noted.first == order.read; });
    return view;
}

std::optional<Minutes> next_result(const Encounter& encounter) {
    std::optional<Minutes> next;
    for (const Order& order : encounter.orders) {
        if (order.cancelled || order.due <= encounter.progress.now) continue;
        if (!next || order.due < *next) next = order.due;
    }
    return next;
}

}  // namespace palpera::present
