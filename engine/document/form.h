#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/time.h"

namespace palpera::document {

struct Part;

// What a file, or a value in it, may hold: the one description that checks it (sheet.h) and that editors complete it
// by (library/schema.h). Made by the functions below.
struct Form {
    enum class Kind : std::uint8_t {
        text,       // for those who read the file
        words,      // for people, in every language
        written,    // in a small language that its reader knows, such as a condition
        id,         // base::is_id
        reference,  // an id of the kind `what`
        flag,       // yes or no
        number,
        whole,
        span,      // "4 months"
        quantity,  // "500 mg"
        share,     // "60 %", whole
        word,      // one of `words`
        list,      // of inner[0]; a single text reads as a list of one
        map,       // `parts`
        entries,   // keys to inner[0]
        values,    // ids of the kind `what` to the value that each of them has
        either,    // see `either` and `one_or_named`
        anything
    };
    enum class Keys : std::uint8_t { ids, references, any };

    Kind kind = Kind::anything;
    std::string what;                 // of references and values: the kind of id; of written: how it is called
    std::string pattern;              // of written, for editors: a regular expression
    std::string dimension;            // of a quantity: mass, length
    std::vector<std::string> words;   // of word; of a quantity its units
    double least = 0, most = 0;       // numbers; spans in minutes; texts in characters; lists and entries in values
    std::vector<Part> parts;          // of a map
    std::vector<Form> inner;          // of list and entries one; of either two
    Keys keys = Keys::ids;            // of entries; of a reference `any`: its ids have a form of their own
    std::vector<std::string> one_of;  // of a map: keys of which there must be one at the least
    std::string rule, message, hint;  // the complaint where none of them is there, or where a list has another length
    std::string name;                 // of a form that occurs in several places, for editors

    const Part* part(std::string_view key) const;
    // A map that has at least one of these parts; the complaint where it has none of them.
    Form with_one_of(std::vector<std::string> keys_of_which_one, std::string rule_id, std::string complaint,
                     std::string how_to_mend = {}) const;
    Form named(std::string shared_name) const;
};

struct Part {
    std::string key;
    Form form;
    std::string about;  // a sentence: what it is
    bool required = false;
};

namespace form {

inline constexpr std::size_t any_length = 16 * 1024;

Form anything();
Form text(std::size_t most = any_length);
Form words(std::size_t most = any_length);
Form written(std::string what, std::string pattern);
Form id();
Form reference(std::string kind);
Form reference_by_any(std::string kind);  // whose ids have a form of their own, such as claims
Form flag();
Form number(double least, double most);
Form whole(int least, int most);
Form span(base::Minutes least = {}, base::Minutes most = {100 * base::one(base::TimeUnit::years).value});
// `units`: UCUM words, the first being the one that `least` and `most` are in.
Form quantity(std::string dimension, std::vector<std::string> units, double least, double most);
Form share();
Form one_of(std::vector<std::string> words);
Form list(Form item, std::size_t least = 0, std::size_t most = 50'000);
// So many items, neither more nor fewer; the complaint otherwise.
Form tuple(Form item, std::size_t count, std::string rule, std::string complaint);
Form map(std::vector<Part> parts);
// The whole of a file: a map that says its language first.
Form file(std::vector<Part> parts);
Form entries(Form of);                           // the keys are ids of their own
Form entries_by(std::string kind, Form of);      // the keys are ids of this kind
Form entries_by_any(std::string kind, Form of);  // as above for editors; the reader looks at the keys
Form values_of(std::string kind);
// A map where one stands, and otherwise the other.
Form either(Form map, Form otherwise);
// A single one, or several by names of their own: a map in which every key holds a map. The single one holds none.
Form one_or_named(Form single);

Part required(std::string key, Form form, std::string about);
Part optional(std::string key, Form form, std::string about);

}  // namespace form
}  // namespace palpera::document
