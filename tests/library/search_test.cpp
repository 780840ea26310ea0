#include "engine/library/search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "engine/base/text.h"
#include "engine/library/library.h"

namespace palpera::library {
namespace {

using base::Language;
using Field = Search::Field;
using Entries = std::vector<std::size_t>;

LocalText text(const char* sv, const char* nb, const char* en) { return {{sv, nb, en}}; }

Search shelf() {
    Search search;
    search.add(0, text("Hälsporre", "Hælspore", "Heel spur"), Field::name);
    search.add(0, text("plantarfasciit", "plantarfasciitt; hælsmerter", "plantar fasciitis"), Field::also);
    search.add_code(0, "M77.3");
    search.add(1, text("Hälfettkudde", "Hælpute", "Heel fat pad"), Field::name);
    search.add(2, text("Hemoglobin", "Hemoglobin", "Haemoglobin"), Field::name);
    search.add(2, text("Hb; blodvärde", "Hb; blodprosent", "Hb; blood count"), Field::also);
    search.add(3, text("Ödem", "Ødem", "Oedema"), Field::name);
    return search;
}

Entries entries(const Search& search, std::string_view typed, Language shown = Language::sv) {
    Entries found;
    for (const Search::Hit& hit : search.find(typed, shown)) found.push_back(hit.entry);
    return found;
}

TEST(Search, FindsANameAnotherNameACodeAndTheirBeginnings) {
    EXPECT_EQ(entries(shelf(), "hälsporre"), Entries{0});
    EXPECT_EQ(entries(shelf(), "plantar"), Entries{0});
    EXPECT_EQ(entries(shelf(), "m77.3"), Entries{0});
    EXPECT_EQ(entries(shelf(), "M773"), Entries{0});
    EXPECT_EQ(entries(shelf(), "Hb"), Entries{2});
    EXPECT_EQ(entries(shelf(), "häl"), (Entries{0, 1}));
}

TEST(Search, FindsTheWordsOfEveryLanguageWhicheverIsShown) {
    for (Language shown : base::every_language) {
        for (const char* typed : {"hälsporre", "hælspore", "heel spur", "spur"})
            EXPECT_EQ(entries(shelf(), typed, shown).at(0), 0u) << typed;
    }
}

TEST(Search, TellsTheWordItWentByOnlyWhereTheNameShownHasItNot) {
    EXPECT_EQ(shelf().find("plantarfasciit", Language::sv).at(0).by, "plantarfasciit");
    EXPECT_EQ(shelf().find("spur", Language::sv).at(0).by, "Heel spur");
    EXPECT_EQ(shelf().find("spur", Language::en).at(0).by, "");
    EXPECT_EQ(shelf().find("hælsmerter", Language::en).at(0).by, "hælsmerter");
    EXPECT_EQ(shelf().find("m77.3", Language::sv).at(0).by, "") << "codes stand in the row anyway";
}

TEST(Search, ForgivesOneErrorInAWordOfFourLettersAndTwoFromEightOn) {
    EXPECT_EQ(entries(shelf(), "ödme"), Entries{3});
    EXPECT_EQ(entries(shelf(), "hemolgobni"), Entries{2});
    EXPECT_EQ(entries(shelf(), "hälspore"), Entries{0});
    EXPECT_TRUE(entries(shelf(), "bh").empty());
    EXPECT_TRUE(entries(shelf(), "dmeö").empty()) << "two errors in a short word";
}

TEST(Search, NordicLettersMayBeWrittenAsTheKeyboardHasThem) {
    for (const char* typed : {"hälsporre", "halsporre", "haelsporre", "hælsporre", "HÄLSPORRE"})
        EXPECT_EQ(entries(shelf(), typed), Entries{0}) << typed;
    for (const char* typed : {"ödem", "odem", "oedem", "ødem"}) EXPECT_EQ(entries(shelf(), typed), Entries{3}) << typed;
}

TEST(Search, TheVeryNameComesBeforeItsBeginningAndThatBeforeAMisspelling) {
    Search search;
    search.add(0, text("foten", "", ""), Field::name);
    search.add(1, text("fotens valv", "", ""), Field::name);
    search.add(2, text("fot", "", ""), Field::name);
    EXPECT_EQ(entries(search, "fot"), (Entries{2, 0, 1}));
    search.add(3, text("rote", "", ""), Field::name);
    EXPECT_EQ(entries(search, "fote"), (Entries{0, 1, 3}))
        << "a beginning, then a misspelling; fot is too short to hold one";
}

TEST(Search, TheLanguageShownComesBeforeTheOthers) {
    Search search;
    search.add(0, text("Ben", "", ""), Field::name);
    search.add(1, text("", "", "Ben"), Field::name);
    EXPECT_EQ(entries(search, "ben", Language::sv), (Entries{0, 1}));
    EXPECT_EQ(entries(search, "ben", Language::en), (Entries{1, 0}));
}

TEST(Search, AKnownWordIsNoMisspellingOfAnother) {
    Search search;
    search.add(0, text("foten", "", ""), Field::name);
    search.add(1, text("roten", "", ""), Field::name);
    EXPECT_EQ(entries(search, "foten"), Entries{0});
}

TEST(Search, OnlyWhatHasTheMostOfTheTypedWordsIsFound) {
    Search search;
    search.add(0, text("Röntgen fot", "", ""), Field::name);
    search.add(1, text("Röntgen knä", "", ""), Field::name);
    EXPECT_EQ(entries(search, "röntgen fot"), Entries{0});
    EXPECT_EQ(entries(search, "fot röntgen stående"), Entries{0});
    EXPECT_EQ(entries(search, "röntgen"), (Entries{0, 1}));
}

TEST(Search, NothingTypedFindsNothing) {
    EXPECT_TRUE(entries(shelf(), "").empty());
    EXPECT_TRUE(entries(shelf(), " ?! ").empty());
    EXPECT_TRUE(entries(Search(), "gel").empty());
}

// ---- the whole catalogue as it is shipped --------------------------------------------------------------------------

struct Called {
    std::size_t entry = 0;
    std::string id, name, folded;
    Language language = Language::sv;
};
struct Shelf {
    const char* title;
    const Search* search;
    std::vector<Called> called;
};

template <class List>
Shelf shelf_of(const char* title, const Search& search, const List& list) {
    Shelf shelf{title, &search, {}};
    for (std::size_t i = 0; i < list.size(); ++i) {
        for (Language language : base::every_language) {
            const std::string& own = list[i].name.in(language);
            shelf.called.push_back({i, list[i].id, own, base::folded(own), language});
            for (std::string_view other : base::split(list[i].also.in(language), ';')) {
                const std::string_view name = base::trimmed(other);
                if (!name.empty())
                    shelf.called.push_back({i, list[i].id, std::string(name), base::folded(name), language});
            }
        }
    }
    return shelf;
}

class WholeCatalogue : public testing::Test {
protected:
    WholeCatalogue() {
        base::Diagnostics diagnostics;
        const std::filesystem::path root(PALPERA_SOURCE_DIR);
        library_ = read_library({root / "cases", root / "assets" / "anatomy"}, diagnostics);
        const Catalogue& catalogue = library_.catalogue;
        const anatomy::Atlas& atlas = library_.atlas;
        const Index& index = library_.index();
        shelves_ = {shelf_of("tests", index.tests, catalogue.tests),
                    shelf_of("drugs", index.drugs, catalogue.drugs),
                    shelf_of("treatments", index.treatments, catalogue.treatments),
                    shelf_of("advice", index.advice, catalogue.advice),
                    shelf_of("services", index.services, catalogue.services),
                    shelf_of("diagnoses", index.diagnoses, catalogue.diagnoses),
                    shelf_of("sites", index.sites, atlas.sites),
                    shelf_of("zones", index.zones, atlas.zones),
                    shelf_of("muscles", index.muscles, atlas.muscles),
                    shelf_of("reflexes", index.reflexes, atlas.reflexes),
                    shelf_of("arteries", index.arteries, atlas.arteries),
                    shelf_of("special tests", index.special_tests, atlas.special_tests),
                    shelf_of("movements", index.movements, movements(atlas)),
                    shelf_of("gaits", index.gaits, examinations(catalogue, Verb::gait)),
                    shelf_of("measurements", index.measurements, examinations(catalogue, Verb::measure))};
    }

    static std::vector<anatomy::Movement> movements(const anatomy::Atlas& atlas) {
        std::vector<anatomy::Movement> all;
        for (const anatomy::Joint& joint : atlas.joints)
            all.insert(all.end(), joint.movements.begin(), joint.movements.end());
        return all;
    }
    static std::vector<Examination> examinations(const Catalogue& catalogue, Verb verb) {
        std::vector<Examination> of_verb;
        std::ranges::copy_if(catalogue.examinations, std::back_inserter(of_verb),
                             [&](const Examination& entry) { return entry.verb == verb; });
        return of_verb;
    }

    Library library_;
    std::vector<Shelf> shelves_;
};

// The entries that bear this very name in any language.
Entries bearers(const Shelf& shelf, const std::string& folded) {
    Entries found;
    for (const Called& one : shelf.called) {
        if (one.folded == folded) found.push_back(one.entry);
    }
    return found;
}

// Among the first three, not counting others that bear the same name.
bool is_found(const Shelf& shelf, const Called& wanted, const std::string& typed, Language shown) {
    const Entries same = bearers(shelf, wanted.folded);
    int before = 0;
    for (const Search::Hit& hit : shelf.search->find(typed, shown)) {
        if (hit.entry == wanted.entry) return before < 3;
        if (std::ranges::find(same, hit.entry) == same.end()) ++before;
    }
    return false;
}

TEST_F(WholeCatalogue, IsFoundByEveryNameInEveryLanguageWhicheverIsShown) {
    for (const Shelf& shelf : shelves_) {
        for (const Called& one : shelf.called) {
            for (Language shown : base::every_language) {
                EXPECT_TRUE(is_found(shelf, one, one.name, shown))
                    << shelf.title << ": " << one.id << " by \"" << one.name << "\" in " << base::code(shown);
            }
        }
    }
}

// The typing errors of a word: two letters swapped, one lost, one doubled, one that is another; none in its first.
std::vector<std::u32string> misspelt(const std::u32string& word) {
    const std::size_t at = word.size() / 2;
    std::vector<std::u32string> result(4, word);
    std::swap(result[0][at - 1], result[0][at]);
    result[1].erase(at, 1);
    result[2].insert(at, 1, word[at]);
    result[3][at] = word[at] == U'x' ? U'z' : U'x';
    return result;
}

// Is it as it stands the beginning of a word of another entry, or written with two letters for a Nordic one? Then that
// is what is meant.
bool means_another(const Shelf& shelf, std::size_t entry, const std::string& wrong) {
    for (const char* two : {"aa", "ae", "oe"}) {
        if (wrong.find(two) != std::string::npos) return true;
    }
    return std::ranges::any_of(shelf.called, [&](const Called& one) {
        return one.entry != entry && (" " + one.folded).find(" " + wrong) != std::string::npos;
    });
}

// A text with one of its words misspelt: its longest, if that has four letters or more and no digit.
std::vector<std::string> with_an_error(const Shelf& shelf, const Called& called) {
    std::vector<std::string> words = base::words_of(called.name);
    const auto longest =
        std::ranges::max_element(words, {}, [](const std::string& word) { return base::code_points(word).size(); });
    if (longest == words.end()) return {};
    const std::u32string whole = base::code_points(*longest);
    const bool has_digit = std::ranges::any_of(whole, [](char32_t c) { return c < U'a'; });
    if (whole.size() < 4 || has_digit) return {};
    std::vector<std::string> result;
    for (const std::u32string& wrong : misspelt(whole)) {
        *longest = base::utf8(wrong);
        if (!means_another(shelf, called.entry, *longest)) result.push_back(base::joined(words, " "));
    }
    return result;
}

TEST_F(WholeCatalogue, IsFoundByEveryNameWithATypingError) {
    for (const Shelf& shelf : shelves_) {
        for (const Called& one : shelf.called) {
            for (const std::string& typed : with_an_error(shelf, one)) {
                EXPECT_TRUE(is_found(shelf, one, typed, one.language))
                    << shelf.title << ": " << one.id << " by \"" << typed << "\" for \"" << one.name << '"';
            }
        }
    }
}

// Every word of four letters or more, without digits, of every name, and the entries that have it.
std::map<std::string, std::set<std::size_t>> entries_by_word(const Shelf& shelf) {
    std::map<std::string, std::set<std::size_t>> entries;
    for (const Called& one : shelf.called) {
        for (const std::string& word : base::words_of(one.name)) {
            const std::u32string letters = base::code_points(word);
            if (letters.size() >= 4 && std::ranges::none_of(letters, [](char32_t c) { return c < U'a'; }))
                entries[word].insert(one.entry);
        }
    }
    return entries;
}

// As whoever has no Nordic letters writes it.
std::string without_nordic_letters(const std::string& text) {
    std::u32string plain = base::code_points(text);
    for (char32_t& c : plain) c = c == U'å' || c == U'ä' || c == U'æ' ? U'a' : c == U'ö' || c == U'ø' ? U'o' : c;
    return base::utf8(plain);
}

// All that the entries are called, each name after a space.
std::string all_names(const Shelf& shelf) {
    std::string all;
    for (const Called& one : shelf.called) all += ' ' + one.folded;
    return without_nordic_letters(all);
}

std::string missing(const Shelf& shelf, const std::set<std::size_t>& wanted, const std::string& typed) {
    std::set<std::size_t> found;
    for (const Search::Hit& hit : shelf.search->find(typed, Language::nb)) found.insert(hit.entry);
    for (std::size_t entry : wanted) {
        if (!found.contains(entry)) return std::to_string(entry);
    }
    return "";
}

TEST_F(WholeCatalogue, IsFoundByAnyWordOfANameAlsoWithATypingError) {
    std::size_t words = 0;
    for (const Shelf& shelf : shelves_) {
        const std::string all = all_names(shelf);
        for (const auto& [word, entries] : entries_by_word(shelf)) {
            ++words;
            EXPECT_EQ(missing(shelf, entries, word), "") << shelf.title << ": " << word;
            for (const std::u32string& letters : misspelt(base::code_points(word))) {
                const std::string wrong = base::utf8(letters);
                // A slip that is another word means that word: "tråna" is "träna" as well as "tårna", "form" is not
                // "from".
                if (letters.size() < 5 || all.find(' ' + without_nordic_letters(wrong)) != std::string::npos) continue;
                EXPECT_EQ(missing(shelf, entries, wrong), "") << shelf.title << ": " << wrong << " for " << word;
            }
        }
    }
    EXPECT_GT(words, 2'000u);
}

TEST_F(WholeCatalogue, IsFoundByItsCodes) {
    const Catalogue& catalogue = library_.catalogue;
    for (std::size_t i = 0; i < catalogue.drugs.size(); ++i) {
        if (catalogue.drugs[i].atc.empty()) continue;
        EXPECT_EQ(library_.index().drugs.find(catalogue.drugs[i].atc, Language::nb).at(0).entry, i);
    }
    for (std::size_t i = 0; i < catalogue.diagnoses.size(); ++i) {
        for (const std::string& code : catalogue.diagnoses[i].icd10) {
            const auto hits = library_.index().diagnoses.find(code, Language::sv);
            const auto by_code = [&](const Search::Hit& hit) {
                const auto& codes = catalogue.diagnoses[hit.entry].icd10;
                return std::ranges::find(codes, code) != codes.end();
            };
            EXPECT_TRUE(std::ranges::any_of(hits, [&](const Search::Hit& hit) { return hit.entry == i; })) << code;
            EXPECT_TRUE(!hits.empty() && by_code(hits.front())) << code;
        }
    }
}

}  // namespace
}  // namespace palpera::library
