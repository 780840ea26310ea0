#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/language.h"
#include "engine/base/time.h"
#include "engine/encounter/encounter.h"
#include "engine/library/library.h"

namespace palpera::present {

// The words of the interface (assets/text), by key: "home/title". A test finds keys that are used but missing, or kept
// but unused.
class Words {
public:
    static Words read(const std::filesystem::path& file, base::Diagnostics& diagnostics);
    // The key itself where there is no such text.
    const std::string& text(std::string_view key, base::Language language) const;
    bool has(std::string_view key) const { return texts_.contains(key); }
    std::vector<std::string> keys() const;

private:
    std::map<std::string, base::LocalText, std::less<>> texts_;
    mutable std::set<std::string> missing_;  // keys that were asked for in vain: what text() then refers to
};

// What every row is made from: who is spoken to, in which words.
struct Context {
    const library::Library& library;
    const Words& words;
    base::Language language = base::Language::en;

    const std::string& operator()(std::string_view key) const { return words.text(key, language); }
    const std::string& in(const base::LocalText& text) const { return text.in(language); }
    // The text of a key with its {place-holders} filled.
    std::string fill(std::string_view key, const std::vector<std::pair<std::string, std::string>>& values) const;
    // "1 fynd", "6 fynd": key/one or key/other with {n}.
    std::string count(std::string_view key, std::int64_t n) const;
};

// Numbers as the language writes them: decimal comma in sv and nb, thin space in thousands.
std::string number(double value, int decimals, base::Language language);
std::string percent(double value, base::Language language);     // "45 %", in English "45%"
std::string money(int kronor, const Context& context);          // "1 340 kr"
std::string clock(base::Minutes moment);                        // "10:09": visits begin at 10:00
std::string span(base::Minutes value, const Context& context);  // "3 månader", "40 min"
// "10:09", and from the second visit on with the day: "dag 15, 10:09".
std::string moment(base::Minutes value, const Context& context);
// "12,5 mg", "62,5 µg": a dose with the decimals it has, at most three.
std::string dose_text(double dose, const std::string& unit, base::Language language);
std::string value_text(const script::Value& value, const script::FactType& type, const Context& context);

// What a piece says, its place-holders filled: numbers as of then, {work}, {home}, {complaint}, {medicines} the
// patient's. Of a value: the number with its unit. Of a notice: the interface's words.
std::string text_of(const encounter::Piece& piece, const encounter::Encounter& encounter, const Context& context);

// Has it been said already? The words of a measurement hold its number: alone it is not told again.
bool is_told_in_words(const encounter::Piece& piece, const encounter::Event& event);

// How a fact reads among the findings: "Ömmar medialt framför hälen, höger".
std::string text_of(const encounter::Shown& shown, const Context& context);
// Does it depart from what is normal in a healthy patient?
bool is_abnormal(const encounter::Shown& shown, const library::Catalogue& catalogue);

// In the quotation marks of the language: ”…”, «…», “…”.
std::string quotation(std::string_view text, base::Language language);

// "right" -> "höger"; none -> "".
std::string side_text(library::Side side, const Context& context);
// "Palpera hälens mitt, höger": an act as a line of the journal reads.
std::string act_text(const library::Action& action, const Context& context);
std::string initials(std::string_view name);

}  // namespace palpera::present
