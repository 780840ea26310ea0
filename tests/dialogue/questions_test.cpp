#include "engine/dialogue/questions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "engine/library/library.h"

namespace palpera::dialogue {
namespace {

using base::Language;

const library::Catalogue& catalogue() {
    static const library::Library library = [] {
        base::Diagnostics diagnostics;
        const std::filesystem::path root(PALPERA_SOURCE_DIR);
        return library::read_library({root / "cases", root / "assets" / "anatomy"}, diagnostics);
    }();
    return library.catalogue;
}

bool among(const std::vector<Suggestion>& suggestions, const std::string& question) {
    return std::any_of(suggestions.begin(), suggestions.end(),
                       [&](const Suggestion& one) { return one.question == question; });
}

// What the finder makes of a wording that it has not been told.
struct Measured {
    int asked = 0, first = 0, among_four = 0, understood = 0, misunderstood = 0;
    double share(int count) const { return static_cast<double>(count) / asked; }
};

void ask(const QuestionFinder& finder, const std::string& question, const std::string& wording, Measured& measured) {
    const std::vector<Suggestion> four = finder.suggest(wording, 4);
    const std::vector<std::string> resolved = finder.resolve(wording);
    ++measured.asked;
    measured.first += !four.empty() && four[0].question == question;
    measured.among_four += among(four, question);
    measured.understood += resolved == std::vector<std::string>{question};
    measured.misunderstood += !resolved.empty() && resolved[0] != question;
}

// Of the wordings of every question each of this number is held out.
constexpr std::size_t held_out_each = 20;

// The finder learns all but the wordings held out, and is asked in these.
Measured hold_out(Language language) {
    library::Catalogue learner = catalogue();
    std::vector<std::pair<std::string, std::string>> held_out;
    for (library::Question& question : learner.questions) {
        std::vector<std::string> kept;
        for (std::size_t i = 0; const std::string& wording : question.phrasings[language]) {
            if (i++ % held_out_each == 0) {
                held_out.emplace_back(question.id, wording);
            } else {
                kept.push_back(wording);
            }
        }
        question.phrasings[language] = std::move(kept);
    }
    const QuestionFinder finder(learner, language);
    Measured measured;
    for (const auto& [question, wording] : held_out) ask(finder, question, wording, measured);
    std::cout << base::code(language) << ": of " << measured.asked << " wordings held out " << measured.first
              << " first, " << measured.among_four << " among four, " << measured.understood << " understood, "
              << measured.misunderstood << " misunderstood\n";
    return measured;
}

// Floors a little below what was measured when they were set: sv 214, 244 of 267; nb 284, 320 of 344; en 293, 325 of
// 345. The wordings of one hand resemble each other: those of people never seen are found less often.
TEST(Questions, AskedInWordsNeverHeardBeforeStandFirstThreeTimesInFourAndAmongFourSixTimesInSeven) {
    for (Language language : base::every_language) {
        const Measured measured = hold_out(language);
        EXPECT_GE(measured.share(measured.first), 0.75) << base::code(language);
        EXPECT_GE(measured.share(measured.among_four), 0.86) << base::code(language);
        // Careful: what is taken to be understood is right far more often than not.
        EXPECT_GE(measured.understood, 2 * measured.misunderstood) << base::code(language);
        EXPECT_GE(measured.share(measured.understood), 0.35) << base::code(language);
    }
}

TEST(Questions, EveryKnownWordingIsUnderstood) {
    for (Language language : base::every_language) {
        const QuestionFinder finder(catalogue(), language);
        for (library::Question question : catalogue().questions) {
            const std::string& canonical = question.name.in(language);
            EXPECT_EQ(finder.resolve(canonical), std::vector<std::string>{question.id}) << canonical;
            EXPECT_EQ(finder.suggest(canonical, 1).at(0).question, question.id) << canonical;
            for (const std::string& phrasing : question.phrasings[language]) {
                EXPECT_EQ(finder.resolve(phrasing), std::vector<std::string>{question.id}) << phrasing;
            }
        }
    }
}

// The question with two neighbouring letters of its longest word swapped.
std::string with_typing_error(const std::string& text) {
    std::string wrong = text;
    std::size_t from = 0, best = 0, length = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool plain = at < text.size() && static_cast<unsigned char>(text[at]) < 0x80 && text[at] >= 'a';
        if (plain) continue;
        if (at - from > length) length = at - from, best = from;
        from = at + 1;
    }
    std::swap(wrong[best + length / 2 - 1], wrong[best + length / 2]);
    return wrong;
}

TEST(Questions, AreSuggestedFirstDespiteATypingErrorInTheirLongestWord) {
    for (Language language : base::every_language) {
        const QuestionFinder finder(catalogue(), language);
        int first = 0, understood = 0;
        for (const library::Question& question : catalogue().questions) {
            const std::string typed = with_typing_error(question.name.in(language));
            first += finder.suggest(typed, 1).at(0).question == question.id;
            understood += finder.resolve(typed) == std::vector<std::string>{question.id};
        }
        std::cout << base::code(language) << ": with a typing error " << first << " first, " << understood
                  << " understood of " << catalogue().questions.size() << "\n";
        EXPECT_GE(first, static_cast<int>(catalogue().questions.size()) - 3) << base::code(language);
        EXPECT_GE(understood, 70) << base::code(language);
    }
}

TEST(Questions, AreFoundByTheBeginningsOfTheirWords) {
    const QuestionFinder finder(catalogue(), Language::sv);
    EXPECT_TRUE(among(finder.suggest("hur län", 4), "duration"));
    EXPECT_TRUE(among(finder.suggest("förs steg morg", 4), "first_steps_pain"));
}

TEST(Questions, ThatHaveNothingInCommonWithWhatIsTypedAreNotUnderstood) {
    for (Language language : base::every_language) {
        const QuestionFinder finder(catalogue(), language);
        for (const char* nonsense : {"", " ", "?!", "xqzw", "zzzz yyyy", "\xff\xfe", "a", "42"}) {
            EXPECT_TRUE(finder.resolve(nonsense).empty()) << nonsense;
        }
        EXPECT_TRUE(finder.suggest("", 4).empty());
    }
}

TEST(Questions, AreSuggestedTheSameEveryTime) {
    const QuestionFinder one(catalogue(), Language::nb), other(catalogue(), Language::nb);
    const std::vector<Suggestion> a = one.suggest("har du vondt om natten", 83);
    const std::vector<Suggestion> b = other.suggest("har du vondt om natten", 83);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_EQ(a[i].question, b[i].question);
        EXPECT_EQ(a[i].confidence, b[i].confidence);
    }
}

TEST(Questions, SurviveAVeryLongText) {
    const QuestionFinder finder(catalogue(), Language::sv);
    std::string text;
    for (int i = 0; i < 200; ++i) text += "ont ";
    EXPECT_LE(finder.suggest(text, 4).size(), 4u);
}

std::vector<std::string> stressed(std::string_view text, std::string_view typed) {
    std::vector<std::string> parts;
    for (const auto& [from, to] : matched_parts(text, typed)) parts.emplace_back(text.substr(from, to - from));
    return parts;
}

TEST(MatchedParts, AreTheWordsThatWereTypedBegunOrMistyped) {
    const std::string text = "Hur länge har du haft ont?";
    EXPECT_EQ(stressed(text, "hur länge ont"), (std::vector<std::string>{"Hur", "länge", "ont"}));
    EXPECT_EQ(stressed(text, "län"), std::vector<std::string>{"länge"});
    EXPECT_EQ(stressed(text, "lägne"), std::vector<std::string>{"länge"});
    EXPECT_TRUE(stressed(text, "").empty());
}

}  // namespace
}  // namespace palpera::dialogue
