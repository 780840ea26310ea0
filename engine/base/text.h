#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpera::base {

// Small letters, digits, - and _, 1 to 64 of them, beginning with a letter: the form of every id in the project.
bool is_id(std::string_view text);

// Code points of UTF-8; malformed bytes count as one each.
std::u32string code_points(std::string_view utf8);
std::string utf8(std::u32string_view code_points);

// For comparing what people type: small letters, no accents but å ä ö æ ø, runs of anything else as one space.
// "Lasègues  test" and "lasegues test" fold alike.
std::string folded(std::string_view text);
// The words of folded(text).
std::vector<std::string> words_of(std::string_view text);

// Optimal string alignment distance (Damerau-Levenshtein without repeated edits of one place), in code points.
std::size_t edit_distance(std::string_view a, std::string_view b);
// The candidates nearest to a misspelt word, nearest first, ties in the order given; only those near enough to help.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t most = 3);

// As it is, but control characters and hidden marks escaped and malformed bytes shown as U+FFFD: for foreign text that
// goes to a terminal.
std::string printable(std::string_view text);
// At most `most` code points, printable and with quotes escaped: for quoting foreign text in a complaint.
std::string quoted(std::string_view text, std::size_t most = 80);

std::vector<std::string_view> split(std::string_view text, char separator);
std::string_view trimmed(std::string_view text);
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace palpera::base
