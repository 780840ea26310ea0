#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace palpera::base {

// Simulated time: whole minutes, as a moment (since the first arrival) or as a span. A month is 30 days and a year
// 365, so that windows and conditions mean the same everywhere.
struct Minutes {
    std::int64_t value = 0;

    friend auto operator<=>(Minutes, Minutes) = default;
    friend constexpr Minutes operator+(Minutes a, Minutes b) { return {a.value + b.value}; }
    friend constexpr Minutes operator-(Minutes a, Minutes b) { return {a.value - b.value}; }
    constexpr Minutes& operator+=(Minutes other) {
        value += other.value;
        return *this;
    }
};

enum class TimeUnit { minutes, hours, days, weeks, months, years };

constexpr Minutes one(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::minutes: return {1};
        case TimeUnit::hours: return {60};
        case TimeUnit::days: return {24 * 60};
        case TimeUnit::weeks: return {7 * 24 * 60};
        case TimeUnit::months: return {30 * 24 * 60};
        case TimeUnit::years: return {365 * 24 * 60};
    }
    return {0};
}

constexpr Minutes days(std::int64_t count) { return {count * one(TimeUnit::days).value}; }
constexpr Minutes weeks(std::int64_t count) { return {count * one(TimeUnit::weeks).value}; }

// "minute", "minutes" ... "years"; nothing for any other word.
std::optional<TimeUnit> time_unit_of(std::string_view word);
std::string_view name(TimeUnit unit);  // in the plural
// "4 months", "30 minutes": a whole number not below 0 and a unit, at most 100 years.
std::optional<Minutes> span_of(std::string_view text);

}  // namespace palpera::base
