#include "engine/base/time.h"

#include <array>
#include <charconv>
#include <string>

#include "engine/base/text.h"

namespace palpera::base {
namespace {

constexpr std::array<std::string_view, 6> plural{"minutes", "hours", "days", "weeks", "months", "years"};

}  // namespace

std::optional<TimeUnit> time_unit_of(std::string_view word) {
    for (std::size_t i = 0; i < plural.size(); ++i) {
        if (word == plural[i] || word == plural[i].substr(0, plural[i].size() - 1)) return static_cast<TimeUnit>(i);
    }
    return std::nullopt;
}

std::string_view name(TimeUnit unit) { return plural[static_cast<std::size_t>(unit)]; }

std::optional<Minutes> span_of(std::string_view text) {
    text = trimmed(text);
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    std::int64_t count = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + space, count);
    const std::optional<TimeUnit> unit = time_unit_of(trimmed(text.substr(space)));
    if (failed != std::errc{} || end != text.data() + space || !unit || count < 0) return std::nullopt;
    if (count > one(TimeUnit::years).value * 100 / one(*unit).value) return std::nullopt;
    return Minutes{count * one(*unit).value};
}

}  // namespace palpera::base
