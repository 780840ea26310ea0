#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/anatomy/atlas.h"
#include "engine/base/language.h"

namespace palpera::library {

struct Catalogue;

// Finds entries of one list by what they are called, in every language at once: by a name, another name, a code, any of
// their words, the beginning or a part of a word, and despite one typing error in words of four to seven letters, two
// in longer ones. å, ä, æ may be written a, aa or ae, and ö, ø o or oe. Free text is found by dialogue::WordIndex.
class Search {
public:
    enum class Field { name, also, code, group };
    struct Hit {
        std::size_t entry = 0;
        double score = 0;  // how well it meets what was typed; comparable between lists
        std::string by;    // the other name, or the name in another language, that was meant; empty: the name shown
    };

    // What an entry is called, beside what has been added of it before; `text` may hold several names separated by
    // semicolons. Entries are numbered by the caller and added in their order.
    void add(std::size_t entry, const base::LocalText& text, Field field);
    void add_code(std::size_t entry, std::string_view code);  // the same in every language: "M77.3", an id

    // Best first: the very name before its beginning, words before beginnings, typing errors last; within these the
    // language shown before the others; equals in the order of entries. Where several words are typed, only entries
    // that have the most of them. Nothing typed finds nothing.
    std::vector<Hit> find(std::string_view typed, base::Language shown) const;

private:
    static constexpr int every_language = -1;
    struct Word {
        std::string letters;
        std::uint64_t mask = 0;  // which letters it has: words far apart are told without measuring
    };
    struct Term {
        std::size_t entry = 0;
        Field field = Field::name;
        int language = every_language;
        std::string written, run;  // run: its letters without spaces
        std::vector<std::uint32_t> words;
    };
    struct Rating {
        std::size_t words = 0;  // of the typed ones that are matched
        double score = 0;
        const Term* by = nullptr;
        bool shown_name = false;  // the name on the screen has what was typed
    };
    struct Typed {
        std::string run, single_run;
        std::vector<std::vector<float>> qualities;  // of each typed word: how well each known word matches it
    };

    void add_term(std::size_t entry, std::string_view written, Field field, int language);
    std::vector<float> qualities(const std::string& typed) const;
    Typed typed_of(const std::vector<std::string>& words) const;
    void rate(const Term& term, const Typed& typed, int shown, Rating& rating, std::vector<float>& best) const;
    static void rate_together(const std::vector<float>& best, Rating& rating);
    std::vector<Rating> ratings(const std::vector<std::string>& words, int shown) const;

    std::vector<Word> words_;
    std::unordered_map<std::string, std::uint32_t> known_;  // only looked up, never walked through
    std::vector<Term> terms_;                               // of one entry side by side
    std::size_t entries_ = 0;
};

// Everything that can be looked up, by the places in the lists of the catalogue and the atlas. Movements are numbered
// through all joints; gaits and measurements among the examinations of their verb.
struct Index {
    Search tests, drugs, treatments, advice, services, diagnoses;
    Search sites, zones, movements, muscles, reflexes, arteries, special_tests, gaits, measurements;
};
Index make_index(const Catalogue& catalogue, const anatomy::Atlas& atlas);

// An index that is made when it is first asked for, by whichever thread: no start of the program needs it. Copies share
// it.
class IndexOnDemand {
public:
    const Index& of(const Catalogue& catalogue, const anatomy::Atlas& atlas) const;

private:
    struct Made {
        std::once_flag once;
        Index index;
    };
    std::shared_ptr<Made> made_ = std::make_shared<Made>();
};

}  // namespace palpera::library
