#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

namespace palpera::base {
namespace {

struct Decoded {
    char32_t value;
    std::size_t length;
};

Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
    if (length == 1 || at + length > text.size()) return {0xFFFD, 1};
    char32_t value = first & (0x7F >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return {0xFFFD, 1};
        value = (value << 6) | (byte(at + i) & 0x3F);
    }
    return {value, length};
}

// How many code points, at the least: bytes that go on no other are counted.
std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

struct Accent {
    char32_t from;
    char32_t to;
};
// Latin letters with accents that a reader may leave out. å ä ö æ ø are letters of their own and stay.
constexpr std::array<Accent, 22> accents{{
    {U'é', U'e'}, {U'è', U'e'}, {U'ê', U'e'}, {U'ë', U'e'}, {U'á', U'a'}, {U'à', U'a'}, {U'â', U'a'}, {U'ã', U'a'},
    {U'í', U'i'}, {U'ì', U'i'}, {U'î', U'i'}, {U'ï', U'i'}, {U'ó', U'o'}, {U'ò', U'o'}, {U'ô', U'o'}, {U'õ', U'o'},
    {U'ú', U'u'}, {U'ù', U'u'}, {U'û', U'u'}, {U'ü', U'u'}, {U'ç', U'c'}, {U'ñ', U'n'},
}};

char32_t small_letter(char32_t c) {
    if (c >= U'A' && c <= U'Z') return c + 32;
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
    return c;
}

char32_t folded_letter(char32_t c) {
    c = small_letter(c);
    if (c < 0x80) return c;
    for (const Accent& accent : accents) {
        if (accent.from == c) return accent.to;
    }
    return c;
}

// Nothing that moves the cursor, turns the direction of reading or shows nothing at all.
void append_printable(std::string& text, char32_t c) {
    const bool hidden = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
                        (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c >= 0xE0000;
    if (!hidden) {
        text += utf8(std::u32string_view(&c, 1));
        return;
    }
    std::array<char, 16> code{};
    std::snprintf(code.data(), code.size(), "\\u{%X}", static_cast<unsigned>(c));
    text += code.data();
}

bool is_word_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || (c >= 0xDF && c <= 0x24F && c != 0xF7) ||
           (c >= 0x3B1 && c <= 0x3C9);
}

}  // namespace

bool is_id(std::string_view text) {
    if (text.empty() || text.size() > 64 || text[0] < 'a' || text[0] > 'z') return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

std::u32string code_points(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode(text, at);
        result.push_back(next.value);
        at += next.length;
    }
    return result;
}

std::string utf8(std::u32string_view text) {
    std::string result;
    result.reserve(text.size());
    for (char32_t c : text) {
        if (c < 0x80) {
            result += static_cast<char>(c);
        } else if (c < 0x800) {
            result += static_cast<char>(0xC0 | (c >> 6));
            result += static_cast<char>(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            result += static_cast<char>(0xE0 | (c >> 12));
            result += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
            result += static_cast<char>(0x80 | (c & 0x3F));
        } else {
            result += static_cast<char>(0xF0 | (c >> 18));
            result += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
            result += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
            result += static_cast<char>(0x80 | (c & 0x3F));
        }
    }
    return result;
}

std::string folded(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (char32_t c : code_points(text)) {
        const char32_t letter = folded_letter(c);
        if (is_word_letter(letter)) {
            result.push_back(letter);
        } else if (!result.empty() && result.back() != U' ') {
            result.push_back(U' ');
        }
    }
    if (!result.empty() && result.back() == U' ') result.pop_back();
    return utf8(result);
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> result;
    const std::string line = folded(text);
    for (std::string_view word : split(line, ' ')) {
        if (!word.empty()) result.emplace_back(word);
    }
    return result;
}

std::size_t edit_distance(std::string_view left, std::string_view right) {
    const std::u32string a = code_points(left), b = code_points(right);
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                now[j] = std::min(now[j], before[j - 2] + 1);
            }
        }
        before.swap(last);
        last.swap(now);
    }
    return last[b.size()];
}

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates, std::size_t most) {
    const std::size_t farthest = std::max<std::size_t>(2, word.size() / 3), length = letters(word);
    std::vector<std::pair<std::size_t, const std::string*>> ranked;
    for (const std::string& candidate : candidates) {
        // Every letter that one has more is an edit: most candidates need no look, and a hostile file asks for many.
        const std::size_t other = letters(candidate);
        if (std::max(length, other) - std::min(length, other) > farthest) continue;
        const std::size_t distance = edit_distance(word, candidate);
        if (distance <= farthest) ranked.emplace_back(distance, &candidate);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> result;
    for (std::size_t i = 0; i < ranked.size() && i < most; ++i) result.push_back(*ranked[i].second);
    return result;
}

std::string printable(std::string_view text) {
    std::string result;
    for (const char32_t c : code_points(text)) append_printable(result, c);
    return result;
}

std::string quoted(std::string_view text, std::size_t most) {
    const std::u32string points = code_points(text.substr(0, (most + 1) * 4));
    std::string result = "\"";
    for (std::size_t i = 0; i < points.size() && i < most; ++i) {
        if (points[i] == U'"' || points[i] == U'\\') result += '\\';
        append_printable(result, points[i]);
    }
    if (points.size() > most) result += "…";
    return result + "\"";
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> result;
    for (std::size_t from = 0;;) {
        const std::size_t to = text.find(separator, from);
        result.push_back(text.substr(from, to == std::string_view::npos ? to : to - from));
        if (to == std::string_view::npos) return result;
        from = to + 1;
    }
}

std::string_view trimmed(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) result += separator;
        result += parts[i];
    }
    return result;
}

}  // namespace palpera::base
