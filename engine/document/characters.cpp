#include "engine/document/characters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>

#include "engine/base/text.h"

namespace palpera::document {
namespace {

std::uint8_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

// The length of the well-formed UTF-8 character at `at`, or 0. Overlong forms, surrogates and values above U+10FFFF
// are malformed (Unicode 15, table 3-7).
std::size_t well_formed_length(std::string_view bytes, std::size_t at) {
    const std::uint8_t first = byte_at(bytes, at);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > bytes.size()) return 0;
    const std::uint8_t second = byte_at(bytes, at + 1);
    const std::uint8_t least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const std::uint8_t most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) return 0;
    for (std::size_t i = 2; i < length; ++i) {
        if ((byte_at(bytes, at + i) & 0xC0) != 0x80) return 0;
    }
    return length;
}

// How many printable ASCII characters `bytes` begins with: eight at a time, as most of a file is such.
std::size_t plain_run(std::string_view bytes) {
    constexpr std::uint64_t each = 0x0101010101010101, high = 0x80 * each;
    std::size_t length = 0;
    for (std::uint64_t eight = 0; length + 8 <= bytes.size(); length += 8) {
        std::memcpy(&eight, bytes.data() + length, 8);
        // A byte from 0x80 on, one below 0x20, or 0x7F.
        if (((eight | (eight - 0x20 * each) | (eight + each)) & high) != 0) break;
    }
    while (length < bytes.size() && bytes[length] >= 0x20 && bytes[length] < 0x7F) ++length;
    return length;
}

// Of a well-formed character of two to four bytes.
char32_t decoded(std::string_view character) {
    char32_t value = byte_at(character, 0) & (0x7Fu >> character.size());
    for (std::size_t i = 1; i < character.size(); ++i) value = (value << 6) | (byte_at(character, i) & 0x3F);
    return value;
}

bool is_control(char32_t c) {
    return (c < 0x20 && c != U'\n' && c != U'\t' && c != U'\r') || (c >= 0x7F && c < 0xA0) || c == 0xFFFE ||
           c == 0xFFFF;
}

// Marks that make a line read otherwise than it is stored, and tags, which show nothing at all.
bool is_direction_mark(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           (c >= 0xE0000 && c <= 0xE007F);
}

std::string code_name(char32_t c) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(c));
    return text.data();
}

std::string byte_name(std::uint8_t byte) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "0x%02X", static_cast<unsigned>(byte));
    return text.data();
}

std::string wide_encoding(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return "UTF-16";
    if (bytes.size() < 4) return "";
    // Without a mark: the zero bytes between Latin letters give it away.
    const std::array<bool, 4> zero{bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0};
    if (zero == std::array{false, true, true, true} || zero == std::array{true, true, true, false}) return "UTF-32";
    if (zero == std::array{false, true, false, true} || zero == std::array{true, false, true, false}) return "UTF-16";
    return "";
}

bool is_plain_byte(std::string_view bytes, std::size_t at, std::size_t length) {
    return length > 1 || (length == 1 && !is_control(byte_at(bytes, at)));
}

// Where the first byte that is no text stands, if the file as a whole is no text: it begins with such a byte, or
// three in ten of its first 512 bytes are such.
std::size_t binary_from(std::string_view bytes) {
    const std::size_t looked_at = std::min<std::size_t>(bytes.size(), 512);
    std::size_t bad = 0, first = std::string_view::npos;
    for (std::size_t at = 0; at < looked_at;) {
        const std::size_t length = well_formed_length(bytes, at);
        if (!is_plain_byte(bytes, at, length)) {
            ++bad;
            first = std::min(first, at);
        }
        at += std::max<std::size_t>(length, 1);
    }
    const bool binary = first == 0 || bad * 10 > looked_at * 3;
    return binary ? first : std::string_view::npos;
}

class Reader {
public:
    Reader(const std::string& name, std::string_view bytes, base::Diagnostics& diagnostics)
        : name_(name), bytes_(bytes), diagnostics_(diagnostics) {}

    bool read() {
        at_ = byte_order_mark(bytes_);
        while (true) {
            skip_plain_letters();
            if (at_ == bytes_.size()) break;
            const std::size_t length = well_formed_length(bytes_, at_);
            if (length == 0) {
                complain("not-utf8", "not UTF-8: byte " + byte_name(byte_at(bytes_, at_)), "save the file as UTF-8");
                return false;
            }
            look_at(length == 1 ? byte_at(bytes_, at_) : decoded(bytes_.substr(at_, length)));
            at_ += length;
        }
        return sound_;
    }

private:
    // Most of a file is spaces before a line and ASCII inside it: nothing to look at.
    void skip_plain_letters() {
        const std::string_view rest = bytes_.substr(at_);
        const std::size_t length = indenting_ ? std::min(rest.find_first_not_of(' '), rest.size()) : plain_run(rest);
        at_ += length;
        column_ += static_cast<int>(length);
    }

    void look_at(char32_t c) {
        if (c == U'\n') {
            ++line_;
            column_ = 1;
            indenting_ = true;
            return;
        }
        if (c == U'\t' && indenting_) look_at_tab();
        if (c == U'%' && column_ == 1) {
            complain("directive", "directives are not used here", "remove the line that begins with %");
        }
        if (c != U' ') indenting_ = false;
        if (c == U'\r' && !bytes_.substr(at_ + 1).starts_with('\n')) {
            complain("stray-character", "stray line end: a carriage return alone", "end lines with LF or CRLF");
        } else if (c == 0x2028 || c == 0x2029) {
            complain("stray-character", "stray line end " + code_name(c), "end lines with LF or CRLF");
        } else if (c == 0xFEFF) {
            complain("stray-character", "stray byte order mark inside the text", "remove it");
        } else if (is_control(c)) {
            complain("control-character", "control character " + code_name(c), "remove it");
        } else if (is_direction_mark(c)) {
            complain("hidden-character", "hidden direction mark " + code_name(c), "remove it");
        }
        ++column_;
    }

    void look_at_tab() {
        const std::size_t next = bytes_.find_first_not_of(" \t", at_);
        const bool blank = next == std::string_view::npos || bytes_[next] == '\n' || bytes_[next] == '\r';
        if (!blank) complain("tab", "a tab in the indentation", "use spaces");
    }

    void complain(std::string rule, std::string message, std::string hint) {
        sound_ = false;
        diagnostics_.add(
            {name_, line_, column_, base::Severity::error, std::move(rule), std::move(message), std::move(hint)});
    }

    const std::string& name_;
    std::string_view bytes_;
    base::Diagnostics& diagnostics_;
    std::size_t at_ = 0;
    int line_ = 1;
    int column_ = 1;
    bool indenting_ = true;
    bool sound_ = true;
};

}  // namespace

std::size_t byte_order_mark(std::string_view bytes) { return bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

bool is_readable(const std::string& name, std::string_view bytes, base::Diagnostics& diagnostics) {
    const auto complain = [&](std::string rule, std::string message, std::string hint) {
        diagnostics.add({name, 1, 1, base::Severity::error, std::move(rule), std::move(message), std::move(hint)});
        return false;
    };
    const std::string wide = wide_encoding(bytes);
    if (!wide.empty()) return complain("not-utf8", "the file is " + wide, "save the file as UTF-8");
    const std::size_t binary = binary_from(bytes);
    if (binary != std::string_view::npos) {
        return complain(
            "not-text",
            "not a text file: byte " + byte_name(byte_at(bytes, binary)) + " at " + std::to_string(binary + 1),
            "give a YAML file");
    }
    return Reader(name, bytes, diagnostics).read();
}

std::string unreadable_character(std::string_view text) {
    for (std::size_t at = plain_run(text); at < text.size(); at += plain_run(text.substr(at))) {
        const std::size_t length = well_formed_length(text, at);
        if (length == 0) return "a byte that is not UTF-8: " + byte_name(byte_at(text, at));
        const char32_t c = length == 1 ? byte_at(text, at) : decoded(text.substr(at, length));
        if (is_control(c) || c == U'\r') return "control character " + code_name(c);
        if (is_direction_mark(c)) return "hidden direction mark " + code_name(c);
        if (c == 0xFEFF || c == 0x2028 || c == 0x2029) return "hidden character " + code_name(c);
        at += length;
    }
    return "";
}

std::string marked(std::string_view text) {
    std::string result = base::quoted(text);
    result.front() = '`';
    if (result.back() == '"')
        result.back() = '`';
    else
        result += '`';
    return result;
}

}  // namespace palpera::document
