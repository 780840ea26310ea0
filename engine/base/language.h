#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace palpera::base {

// The languages of Palpera. Every text exists in all of them.
enum class Language { sv, nb, en };
inline constexpr std::array<Language, 3> every_language{Language::sv, Language::nb, Language::en};

// "sv", "nb", "en": as in file names, on the command line and in journals.
std::string_view code(Language language);
// Nothing for any other word; "no" is refused on purpose, the code is "nb".
std::optional<Language> language_of(std::string_view code);

// One text in every language. An empty string means "not written yet"; readers report it.
struct LocalText {
    std::array<std::string, 3> words;

    const std::string& in(Language language) const { return words[static_cast<std::size_t>(language)]; }
    std::string& in(Language language) { return words[static_cast<std::size_t>(language)]; }
    bool empty() const { return words[0].empty() && words[1].empty() && words[2].empty(); }
    friend bool operator==(const LocalText&, const LocalText&) = default;
};

}  // namespace palpera::base
