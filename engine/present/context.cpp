#include "engine/present/context.h"

#include <algorithm>

#include "engine/base/text.h"

namespace palpera::present {
namespace {

using encounter::Encounter;
using encounter::Piece;
using library::Side;

const std::string* value_of(const std::vector<std::pair<std::string, std::string>>& values, std::string_view name) {
    for (const auto& [known, value] : values) {
        if (known == name) return &value;
    }
    return nullptr;
}

// `text` with every {name} that `values` knows replaced; others stay as they are.
std::string filled(const std::string& text, const std::vector<std::pair<std::string, std::string>>& values) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text[at] == '{' ? text.find('}', at) : std::string::npos;
        const std::string* value =
            end == std::string::npos ? nullptr : value_of(values, std::string_view(text).substr(at + 1, end - at - 1));
        if (!value) {
            result += text[at++];
            continue;
        }
        result += *value;
        at = end + 1;
    }
    return result;
}

std::vector<std::pair<std::string, std::string>> place_holders(const Piece& piece, const Encounter& encounter,
                                                               const Context& context) {
    const patient::Patient& patient = *encounter.patient;
    std::vector<std::pair<std::string, std::string>> values{{"work", context.in(patient.work)},
                                                            {"home", context.in(patient.home)},
                                                            {"complaint", context.in(patient.complaint)},
                                                            {"medicines", context.in(patient.medicines_told)}};
    const script::Vocabulary& vocabulary = context.library.catalogue.vocabulary;
    for (const auto& [name, value] : piece.numbers) {
        const auto type = vocabulary.find(name);
        values.emplace_back(name,
                            value_text(value, type == vocabulary.end() ? script::FactType{} : type->second, context));
    }
    return values;
}

bool holds(const std::vector<Piece>& pieces, const Piece& piece) {
    for (const Piece& one : pieces) {
        if (&one == &piece || one.id == piece.id) return true;
    }
    return false;
}

// The act whose value a piece is: nothing if the encounter does not hold it.
std::optional<std::pair<library::Verb, std::string>> origin(const Piece& piece, const Encounter& encounter) {
    for (const encounter::Order& order : encounter.orders) {
        if (holds(order.pieces, piece)) return std::pair{library::Verb::order, order.test};
    }
    for (const encounter::Event& event : encounter.events) {
        if (holds(event.response.pieces, piece)) return std::pair{event.action.verb, event.action.subject};
    }
    return std::nullopt;
}

std::string with_unit(double value, int decimals, const std::string& unit, const Context& context) {
    const std::string text = number(value, decimals, context.language);
    if (unit.empty()) return text;
    if (unit == "Cel") return text + "\u00A0°C";
    return text + "\u00A0" + unit;
}

std::string measured(const Piece& piece, const Encounter& encounter, const Context& context) {
    const auto act = origin(piece, encounter);
    if (!act) return number(*piece.value, 0, context.language);
    const library::Catalogue& catalogue = context.library.catalogue;
    if (act->first == library::Verb::order) {
        const library::Test* test = find(catalogue.tests, act->second);
        if (!test) return number(*piece.value, 0, context.language);
        const auto local = test->units.find(context.language);
        if (local == test->units.end()) return with_unit(*piece.value, test->decimals, test->unit, context);
        return with_unit(*piece.value * local->second.factor, local->second.decimals, local->second.unit, context);
    }
    const std::string id = std::string(library::name(act->first)) + " " + act->second;
    const library::Examination* examination = find(catalogue.examinations, id);
    return examination ? with_unit(*piece.value, examination->decimals, examination->unit, context)
                       : number(*piece.value, 0, context.language);
}

std::string notice_text(const Piece& piece, const Context& context) {
    if (!piece.value) return context(piece.id);
    const base::Minutes due{static_cast<std::int64_t>(*piece.value)};
    return context.fill(piece.id, {{"time", moment(due, context)}});
}

std::string with_side(std::string text, Side side, const Context& context) {
    const std::string words = side_text(side, context);
    return words.empty() ? text : text + ", " + words;
}

std::string label_of(const std::string& fact, const library::Fact* known, const Context& context) {
    if (known && !known->label.empty()) return context.in(known->label);
    return context("fact/" + fact);
}

// A drawing put into words: "[drawing: heel from the side, spur]".
std::string drawing_text(const Piece& piece, const Context& context) {
    const library::Drawing* drawing = find(context.library.catalogue.drawings, piece.id);
    return context.fill("investigations/drawing_of", {{"name", drawing ? context.in(drawing->name) : piece.id}});
}

}  // namespace

std::string Context::fill(std::string_view key, const std::vector<std::pair<std::string, std::string>>& values) const {
    return filled((*this)(key), values);
}

std::string Context::count(std::string_view key, std::int64_t n) const {
    return fill(std::string(key) + (n == 1 ? "/one" : "/other"), {{"n", number(static_cast<double>(n), 0, language)}});
}

std::string text_of(const Piece& piece, const Encounter& encounter, const Context& context) {
    switch (piece.kind) {
        case Piece::Kind::notice: return notice_text(piece, context);
        case Piece::Kind::value: return piece.value ? measured(piece, encounter, context) : std::string();
        case Piece::Kind::image: return drawing_text(piece, context);
        default: return filled(piece.text ? context.in(*piece.text) : "", place_holders(piece, encounter, context));
    }
}

bool is_told_in_words(const Piece& piece, const encounter::Event& event) {
    if (event.action.verb != library::Verb::measure || piece.kind != Piece::Kind::value) return false;
    return std::ranges::any_of(event.response.pieces, [&](const Piece& other) {
        return other.kind == Piece::Kind::finds && other.side == piece.side && other.text && !other.text->empty();
    });
}

std::string text_of(const encounter::Shown& shown, const Context& context) {
    const library::Fact* fact = find(context.library.catalogue.facts, shown.fact);
    if (const bool* flag = std::get_if<bool>(&shown.value)) {
        const std::string text = !fact ? context("fact/" + shown.fact) : context.in(*flag ? fact->yes : fact->no);
        return with_side(text, shown.side, context);
    }
    const script::Vocabulary& vocabulary = context.library.catalogue.vocabulary;
    const auto type = vocabulary.find(shown.fact);
    const script::FactType& known = type == vocabulary.end() ? script::FactType{} : type->second;
    std::string value = value_text(shown.value, known, context);
    if (known.unit == "NRS") value = "NRS\u00A0" + value;
    return with_side(label_of(shown.fact, fact, context) + ": " + value, shown.side, context);
}

bool is_abnormal(const encounter::Shown& shown, const library::Catalogue& catalogue) {
    const library::Fact* fact = find(catalogue.facts, shown.fact);
    if (!fact) return false;
    if (fact->normal) return shown.value != *fact->normal;
    const bool* flag = std::get_if<bool>(&shown.value);
    return flag && *flag;
}

std::string side_text(Side side, const Context& context) {
    switch (side) {
        case Side::none: return {};
        case Side::right: return context("side/right");
        case Side::left: return context("side/left");
        case Side::both: return context("side/both");
        case Side::midline: return context("side/midline");
    }
    return {};
}

}  // namespace palpera::present
