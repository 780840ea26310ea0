#include "engine/dialogue/orders.h"

#include <algorithm>
#include <set>

#include "engine/base/text.h"
#include "engine/dialogue/traits.h"

namespace palpera::dialogue {
namespace {

using library::Search;
using library::Verb;

// Every word of the name is meant, but for beginnings and errors; below it something only resembles what was typed.
constexpr double least_score = 2.9;
// The whole name, as it was typed.
constexpr double whole_name = 6;

struct Find {
    double score = 0;
    Order order;
};

class Finder {
public:
    Finder(const library::Library& library, base::Language language, const std::vector<std::string>& matter)
        : library_(library), language_(language), matter_(matter), typed_(base::joined(matter, " ")) {}

    std::optional<Find> best() {
        const library::Index& index = library_.index();
        const library::Catalogue& catalogue = library_.catalogue;
        const anatomy::Atlas& atlas = library_.atlas;
        look(index.measurements, Verb::measure, examinations(Verb::measure));
        look(index.tests, Verb::order, ids(catalogue.tests));
        look(index.services, Verb::refer, ids(catalogue.services));
        look(index.drugs, Verb::prescribe, ids(catalogue.drugs));
        look(index.treatments, Verb::treat, ids(catalogue.treatments));
        look(index.advice, Verb::advise, ids(catalogue.advice));
        look(index.special_tests, Verb::test, ids(atlas.special_tests));
        look(index.reflexes, Verb::reflex, ids(atlas.reflexes));
        look(index.arteries, Verb::pulse, ids(atlas.arteries));
        look(index.muscles, Verb::strength, ids(atlas.muscles));
        look(index.gaits, Verb::gait, examinations(Verb::gait));
        look(index.sites, Verb::palpate, ids(atlas.sites));
        return best_;
    }

private:
    template <class List>
    static std::vector<std::string> ids(const List& list) {
        std::vector<std::string> all;
        for (const auto& one : list) all.push_back(one.id);
        return all;
    }

    std::vector<std::string> examinations(Verb verb) const {
        std::vector<std::string> all;
        for (const library::Examination& one : library_.catalogue.examinations) {
            if (one.verb == verb) all.push_back(one.subject);
        }
        return all;
    }

    // Of two entries that are meant as well, neither is named.
    void look(const Search& search, Verb verb, const std::vector<std::string>& ids) {
        const std::vector<Search::Hit> hits = search.find(typed_, language_);
        if (hits.empty() || hits[0].score < least_score || (best_ && hits[0].score <= best_->score)) return;
        if (!names_every_word(search, hits[0].entry)) return;
        const bool one = hits.size() == 1 || hits[0].score >= whole_name || hits[1].score < hits[0].score - 0.3;
        best_ = Find{hits[0].score, {verb, one ? ids.at(hits[0].entry) : std::string()}};
    }

    // "vad blir det för väder" names a calf among much else: that is no order.
    bool names_every_word(const Search& search, std::size_t entry) const {
        return std::all_of(matter_.begin(), matter_.end(), [&](const std::string& word) {
            const std::vector<Search::Hit> hits = search.find(word, language_);
            return std::any_of(hits.begin(), hits.end(), [&](const Search::Hit& hit) { return hit.entry == entry; });
        });
    }

    const library::Library& library_;
    base::Language language_;
    const std::vector<std::string>& matter_;
    std::string typed_;
    std::optional<Find> best_;
};

// "blodtrykket", "pulsen": without the article at its end.
std::string indefinite(std::string word) {
    constexpr std::size_t least_letters = 6;
    const bool has_article = word.ends_with("et") || word.ends_with("en");
    if (word.size() >= least_letters && has_article) word.resize(word.size() - 2);
    return word;
}

}  // namespace

std::optional<Order> order_in(const library::Library& library, base::Language language, std::string_view typed) {
    std::set<std::string> order_words;
    for (const base::Language each : base::every_language) {
        // One by one: an utterance is read to a certain length only, and the list is longer.
        for (const std::string_view part : base::split(library.catalogue.order_words.in(each), ';')) {
            for (std::string& word : plain_words(part)) order_words.insert(std::move(word));
        }
    }
    std::vector<std::string> matter;
    const std::vector<std::string> words = plain_words(typed);
    for (const std::string& word : words) {
        if (!order_words.contains(word)) matter.push_back(word);
    }
    // A long line is an explanation or advice in the student's own words.
    constexpr std::size_t most_words = 8;
    if (matter.empty() || words.size() > most_words) return std::nullopt;
    std::optional<Find> found = Finder(library, language, matter).best();
    if (!found) {
        for (std::string& word : matter) word = indefinite(std::move(word));
        found = Finder(library, language, matter).best();
    }
    if (!found || (matter.size() == words.size() && found->score < whole_name)) return std::nullopt;
    return found->order;
}

}  // namespace palpera::dialogue
