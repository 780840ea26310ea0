#include "engine/dialogue/follow_ups.h"

#include <algorithm>
#include <set>

#include "engine/base/text.h"
#include "engine/dialogue/traits.h"

namespace palpera::dialogue {
namespace {

// What stands around a follow-up without meaning anything, in plain letters.
bool is_filler(std::string_view word) {
    static const std::set<std::string, std::less<>> words{"och", "og", "and",  "men", "but", "da",  "then", "sa",
                                                          "so",  "ja", "jaha", "ok",  "okej", "mm", "nu",   "na"};
    return words.contains(word);
}

}  // namespace

std::string matter_of(std::string_view typed) {
    std::vector<std::string> words = plain_words(typed);
    while (!words.empty() && is_filler(words.back())) words.pop_back();
    while (!words.empty() && is_filler(words.front())) words.erase(words.begin());
    return base::joined(words, " ");
}

bool is_one_of(std::string_view typed, std::string_view ways) {
    const std::string matter = matter_of(typed);
    if (matter.empty()) return false;
    const std::vector<std::string_view> each = base::split(ways, ';');
    return std::any_of(each.begin(), each.end(), [&](std::string_view way) { return matter_of(way) == matter; });
}

FollowUps::FollowUps(const library::Catalogue& catalogue) {
    for (const library::FollowUp& follow_up : catalogue.follow_ups) {
        for (const base::Language language : base::every_language) {
            for (const std::string_view words : base::split(follow_up.words.in(language), ';')) {
                if (std::string plain = matter_of(words); !plain.empty()) {
                    ways_.push_back({std::move(plain), follow_up.asks, follow_up.after});
                }
            }
        }
    }
    for (const library::Question& question : catalogue.questions) topics_.emplace_back(question.id, question.group);
}

std::string FollowUps::question(std::string_view typed, const std::string& last) const {
    const auto before = std::find_if(topics_.begin(), topics_.end(), [&](const auto& one) { return one.first == last; });
    if (before == topics_.end()) return {};
    const std::string words = matter_of(typed);
    for (const Way& way : ways_) {
        const auto may_follow = [&](const std::string& one) { return one == before->first || one == before->second; };
        const bool fits = way.after.empty() || std::any_of(way.after.begin(), way.after.end(), may_follow);
        if (fits && way.words == words) return way.asks;
    }
    return {};
}

}  // namespace palpera::dialogue
