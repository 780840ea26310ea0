#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "engine/base/text.h"
#include "engine/present/context.h"

namespace palpera::present {
namespace {

using base::Language;
using base::Minutes;
using base::TimeUnit;

constexpr std::string_view thin_space = "\u202F";      // narrow and without a line break
constexpr std::string_view unbroken_space = "\u00A0";  // a number and its sign stay on one line
constexpr std::string_view minus = "\u2212";
constexpr Minutes visit_begins{10 * 60};

std::string digits(double value, int decimals) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, std::fabs(value));
    return text;
}

std::int64_t count_of(Minutes value, TimeUnit unit) { return value.value / base::one(unit).value; }
bool divides(Minutes value, TimeUnit unit) { return value.value % base::one(unit).value == 0; }
std::int64_t rounded_count(Minutes value, TimeUnit unit) {
    return (value.value + base::one(unit).value / 2) / base::one(unit).value;
}

std::string counted(const Context& context, TimeUnit unit, std::int64_t n) {
    switch (unit) {
        case TimeUnit::minutes:
            return number(static_cast<double>(n), 0, context.language) + std::string(unbroken_space) +
                   context("units/minute_short");
        case TimeUnit::hours: return context.count("units/hour", n);
        case TimeUnit::days: return context.count("units/day", n);
        case TimeUnit::weeks: return context.count("units/week", n);
        case TimeUnit::months: return context.count("units/month", n);
        case TimeUnit::years: return context.count("units/year", n);
    }
    return {};
}

// A day or more: the unit that says it exactly, else the one that a person would round to.
std::string days_and_more(Minutes value, const Context& context) {
    const Minutes whole = base::days(count_of(value, TimeUnit::days));
    for (TimeUnit unit : {TimeUnit::years, TimeUnit::months, TimeUnit::weeks}) {
        if (divides(whole, unit)) return counted(context, unit, count_of(whole, unit));
    }
    if (whole < base::days(21)) return counted(context, TimeUnit::days, count_of(whole, TimeUnit::days));
    if (whole < base::days(90)) return counted(context, TimeUnit::weeks, rounded_count(whole, TimeUnit::weeks));
    const TimeUnit unit = whole < base::days(2 * 365) ? TimeUnit::months : TimeUnit::years;
    return counted(context, unit, rounded_count(whole, unit));
}

// Units of the files (UCUM) as people read them.
std::string unit_text(const std::string& unit) {
    static constexpr std::pair<std::string_view, std::string_view> known[]{
        {"kg/m2", "kg/m²"}, {"Cel", "°C"}, {"deg", "°"}, {"ug", "µg"}, {"mm[Hg]", "mmHg"}};
    for (const auto& [from, to] : known) {
        if (unit == from) return std::string(to);
    }
    return unit;
}

// The word of a word fact: the label its author gave it.
std::string word_text(const std::string& word, const script::FactType& type, const Context& context) {
    if (const std::optional<library::Side> side = library::side_of(word)) return side_text(*side, context);
    if (word == "female") return context("sex/female");
    if (word == "male") return context("sex/male");
    for (const library::Fact& fact : context.library.catalogue.facts) {
        if (fact.type.words != type.words) continue;
        for (std::size_t i = 0; i < fact.words.size() && i < type.words.size(); ++i) {
            if (type.words[i] == word) return context.in(fact.words[i]);
        }
    }
    return word;
}

std::string number_text(double value, const std::string& unit, const Context& context) {
    if (unit == "years") return context.count("units/year", std::llround(value));
    if (unit == "%") return percent(value, context.language);
    const bool whole = std::fabs(value - std::round(value)) < 0.05;
    std::string text = number(value, whole ? 0 : 1, context.language);
    // A pain score is said as a bare number: "a six".
    if (unit.empty() || unit == "NRS") return text;
    return text + std::string(unbroken_space) + unit_text(unit);
}

}  // namespace

std::string number(double value, int decimals, Language language) {
    std::string text = digits(value, decimals);
    const std::size_t point = text.find('.');
    std::string fraction = point == std::string::npos ? std::string() : text.substr(point + 1);
    std::string whole = text.substr(0, point);
    const bool is_zero = text.find_first_not_of("0.") == std::string::npos;
    for (std::size_t at = whole.size(); at > 3;) {
        at -= 3;
        whole.insert(at, thin_space);
    }
    if (value < 0 && !is_zero) whole.insert(0, minus);
    if (fraction.empty()) return whole;
    return whole + (language == Language::en ? "." : ",") + fraction;
}

std::string percent(double value, Language language) {
    const std::string text = number(value, 0, language);
    return language == Language::en ? text + "%" : text + std::string(unbroken_space) + "%";
}

std::string money(int kronor, const Context& context) {
    return context.fill("units/kronor", {{"n", number(kronor, 0, context.language)}});
}

std::string clock(Minutes moment) {
    const std::int64_t of_day = (moment + visit_begins).value % base::days(1).value;
    char text[32];
    std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(of_day / 60), static_cast<int>(of_day % 60));
    return text;
}

std::string span(Minutes value, const Context& context) {
    if (value >= base::days(2)) return days_and_more(value, context);
    if (value == base::days(1)) return counted(context, TimeUnit::days, 1);
    const std::int64_t hours = count_of(value, TimeUnit::hours);
    const std::int64_t minutes = value.value - hours * 60;
    if (hours == 0) return counted(context, TimeUnit::minutes, minutes);
    if (minutes == 0) return counted(context, TimeUnit::hours, hours);
    return counted(context, TimeUnit::hours, hours) + " " + counted(context, TimeUnit::minutes, minutes);
}

std::string moment(Minutes value, const Context& context) {
    const std::int64_t day = (value + visit_begins).value / base::days(1).value;
    if (day == 0) return clock(value);
    return context.fill("units/moment",
                        {{"day", number(static_cast<double>(day + 1), 0, context.language)}, {"time", clock(value)}});
}

std::string dose_text(double dose, const std::string& unit, Language language) {
    int decimals = 0;
    for (double scaled = dose; decimals < 3 && std::fabs(scaled - std::round(scaled)) > 1e-6; scaled *= 10) ++decimals;
    return number(dose, decimals, language) + std::string(unbroken_space) + unit_text(unit);
}

std::string value_text(const script::Value& value, const script::FactType& type, const Context& context) {
    if (const bool* flag = std::get_if<bool>(&value)) return context(*flag ? "general/yes" : "general/no");
    if (const double* amount = std::get_if<double>(&value)) return number_text(*amount, type.unit, context);
    if (const Minutes* time = std::get_if<Minutes>(&value)) {
        return time->value == 0 ? counted(context, TimeUnit::days, 0) : span(*time, context);
    }
    return word_text(std::get<std::string>(value), type, context);
}

std::string quotation(std::string_view text, Language language) {
    const std::string inner(text);
    switch (language) {
        case Language::sv: return "”" + inner + "”";
        case Language::nb: return "«" + inner + "»";
        case Language::en: return "“" + inner + "”";
    }
    return inner;
}

std::string initials(std::string_view name) {
    std::vector<std::u32string> words;
    for (std::string_view word : base::split(name, ' ')) {
        if (std::u32string letters = base::code_points(word); !letters.empty()) words.push_back(std::move(letters));
    }
    if (words.empty()) return {};
    std::u32string first{words.front()[0]};
    if (words.size() > 1) first.push_back(words.back()[0]);
    return base::utf8(first);
}

}  // namespace palpera::present
