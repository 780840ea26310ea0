#include "engine/document/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "engine/base/text.h"

namespace palpera::document {
namespace {

constexpr std::size_t most_digits = 15;  // every such number is exact in a double's 53 bits
constexpr double widest = 1e15;          // bounds from here on are no bounds

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<double> converted(std::string_view text, std::chars_format format = std::chars_format::general) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, format);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value + 0.0;  // turns -0 into 0
}

std::string without_leading_zeros(std::string_view text) {
    while (text.size() > 1 && text[0] == '0' && is_digit(text[1])) text.remove_prefix(1);
    return std::string(text);
}

std::string meant_hexadecimal(std::string_view digits) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    const bool whole = error == std::errc() && end == digits.data() + digits.size() && !digits.empty();
    return whole && value < static_cast<std::uint64_t>(widest) ? std::to_string(value) : "";
}

}  // namespace

std::optional<double> number_of(std::string_view text) {
    std::string_view rest = text;
    if (rest.starts_with('-')) rest.remove_prefix(1);
    const std::size_t point = std::min(rest.find('.'), rest.size());
    const std::string_view before = rest.substr(0, point);
    const std::string_view after = rest.substr(std::min(point + 1, rest.size()));
    const bool digits = std::all_of(before.begin(), before.end(), is_digit) && !before.empty() &&
                        std::all_of(after.begin(), after.end(), is_digit) && (point == rest.size() || !after.empty());
    if (!digits || before.size() + after.size() > most_digits || (before.size() > 1 && before[0] == '0')) {
        return std::nullopt;
    }
    return converted(text);
}

std::string meant_number(std::string_view text, bool fraction) {
    text = base::trimmed(text);
    if (text.empty() || text.size() > 40) return "";
    const bool negative = text[0] == '-';
    if (negative || text[0] == '+') text.remove_prefix(1);
    const bool percent = text.ends_with('%');
    if (percent) text = base::trimmed(text.substr(0, text.size() - 1));
    const std::string sign = negative ? "-" : "";
    if (text.starts_with("0x") || text.starts_with("0X")) {
        const std::string meant = meant_hexadecimal(text.substr(2));
        return meant.empty() ? "" : sign + meant;
    }
    // Base 60 of YAML 1.1: what stands before the colon was meant.
    const std::size_t colon = text.find(':');
    if (colon != std::string_view::npos) text = text.substr(0, colon);
    std::string plain(text);
    if (plain.starts_with("0_")) plain[1] = '.';
    std::erase(plain, '_');
    std::erase(plain, ' ');
    std::replace(plain.begin(), plain.end(), ',', '.');
    if (plain.starts_with('.')) plain = "0" + plain;
    if (plain.ends_with('.')) plain.pop_back();
    if (plain.empty() || !is_digit(plain[0])) return "";
    const std::optional<double> value = converted(without_leading_zeros(plain));
    if (!value) return "";
    const std::string meant = sign + number_text(percent && fraction ? *value / 100 : *value);
    return number_of(meant) ? meant : "";
}

std::string number_text(double value) {
    std::array<char, 400> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return error == std::errc() ? std::string(text.data(), end) : "";
}

std::string range_text(double least, double most) {
    const bool below = least > -widest, above = most < widest;
    if (below && above) return number_text(least) + " to " + number_text(most);
    if (below) return "at least " + number_text(least);
    return above ? "at most " + number_text(most) : "";
}

}  // namespace palpera::document
