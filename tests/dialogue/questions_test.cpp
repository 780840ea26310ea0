#include "engine/dialogue/questions.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/library/wordings.h"
#include "tests/dialogue/shipped.h"

namespace palpera::dialogue {
namespace {

using base::Language;
using dialogue_test::shipped_library;
using dialogue_test::shipped_model;
using Questions = std::vector<std::string>;

QuestionFinder finder(Language language = Language::sv) {
    return {shipped_library().catalogue, language, shipped_model()};
}

Questions understood(std::string_view typed, Language language = Language::sv) {
    return finder(language).understand(typed).questions;
}

bool among(const std::vector<Suggestion>& suggestions, const std::string& question) {
    return std::any_of(suggestions.begin(), suggestions.end(),
                       [&](const Suggestion& one) { return one.question == question; });
}

TEST(TypedQuestions, AreUnderstoodAsTheCatalogueAsksThem) {
    for (const Language language : base::every_language) {
        const QuestionFinder finds = finder(language);
        for (const library::Question& question : shipped_library().catalogue.questions) {
            const std::string& asked = question.name.in(language);
            EXPECT_EQ(finds.understand(asked).questions, Questions{question.id}) << asked;
        }
    }
}

TEST(TypedQuestions, AreUnderstoodInEveryLanguageWhicheverIsShown) {
    EXPECT_EQ(understood("Hvor lenge har du hatt vondt?", Language::en), Questions{"duration"});
    EXPECT_EQ(understood("Do you smoke?", Language::nb), Questions{"smoking"});
    EXPECT_EQ(understood("Röker du?", Language::en), Questions{"smoking"});
}

TEST(TypedQuestions, AreUnderstoodWithoutAccentsAndWithTypingErrors) {
    EXPECT_EQ(understood("gor det ont pa natten"), Questions{"night_pain"});
    EXPECT_EQ(understood("Strålar smärttan någonstans?"), Questions{"pain_radiation"});
    EXPECT_EQ(understood("roker du"), Questions{"smoking"});
    EXPECT_EQ(understood("har du hatt blodprop", Language::nb), Questions{"clot_history"});
    EXPECT_EQ(understood("do you drink alchohol", Language::en), Questions{"alcohol"});
}

TEST(TypedQuestions, TwoInOneLineAreBothUnderstood) {
    const Questions asked = understood("Röker du? Och hur mycket alkohol dricker du?");
    EXPECT_EQ(asked, (Questions{"smoking", "alcohol"}));
    EXPECT_EQ(understood("Do you smoke and do you have diabetes?", Language::en), (Questions{"smoking", "diabetes"}));
}

TEST(TypedQuestions, AChoiceWithinOneQuestionIsNotTakenForTwo) {
    EXPECT_EQ(understood("Blir det bättre eller sämre?"), Questions{"course"});
    EXPECT_EQ(understood("Is it getting better or worse?", Language::en), Questions{"course"});
    EXPECT_EQ(understood("Er det i det ene beinet eller i begge?", Language::nb), Questions{"side_both_legs"});
}

TEST(TypedQuestions, WhatAsksNothingIsNotUnderstoodAsAQuestion) {
    for (const char* line : {"", " ", "?!", "xqzw", "zzzz yyyy", "\xff\xfe", "Hej!", "Tack så mycket",
                             "Ta av dig skorna", "Vad är huvudstaden i Australien?", "Thank you", "Ta blodtryck"}) {
        EXPECT_TRUE(understood(line).empty()) << line;
    }
}

TEST(Courtesies, AreToldFromQuestionsAndFromEachOther) {
    const auto courtesy = [](std::string_view typed, Language language) {
        const Understanding understanding = finder(language).understand(typed);
        EXPECT_TRUE(understanding.questions.empty()) << typed;
        return understanding.courtesy;
    };
    EXPECT_EQ(courtesy("Hej!", Language::sv), "greeting");
    EXPECT_EQ(courtesy("God dag", Language::nb), "greeting");
    EXPECT_EQ(courtesy("Jag heter Karin och är läkarstudent", Language::sv), "introduction");
    EXPECT_EQ(courtesy("Tusen takk", Language::nb), "thanks");
    EXPECT_EQ(courtesy("That must be really hard for you", Language::en), "empathy");
    EXPECT_EQ(courtesy("Du är i goda händer", Language::sv), "reassurance");
    EXPECT_EQ(courtesy("Ha det bra", Language::nb), "farewell");
    EXPECT_EQ(courtesy("Ta av dig skorna", Language::sv), "");
    EXPECT_EQ(courtesy("xqzw", Language::en), "");
}

TEST(Courtesies, BesideAQuestionLeaveTheQuestion) {
    EXPECT_EQ(finder(Language::sv).understand("Tack. Röker du?").meanings(), Questions{"smoking"});
    EXPECT_EQ(finder(Language::sv).understand("Hej!").meanings(), Questions{"greeting"});
}

TEST(TypedQuestions, MostLinesThatAskNothingAreToldFromQuestions) {
    base::Diagnostics diagnostics;
    int lines = 0, rejected = 0, questions = 0, right = 0;
    const QuestionFinder finds = finder();
    for (const library::WordingLine& line :
         library::read_wordings(dialogue_test::places(), shipped_library(), diagnostics)) {
        const Questions asked = finds.understand(line.text).questions;
        if (line.question.empty()) {
            ++lines;
            rejected += asked.empty();
        } else {
            ++questions;
            right += !asked.empty() && asked.front() == line.question;
        }
    }
    EXPECT_EQ(diagnostics.errors(), 0u);
    EXPECT_GT(lines, 1000);
    EXPECT_GT(rejected, lines * 95 / 100);
    EXPECT_GT(right, questions * 95 / 100);
}

TEST(TypedQuestions, AreSuggestedWhileTheyAreTyped) {
    EXPECT_TRUE(among(finder().suggest("hur länge har du", 4), "duration"));
    EXPECT_TRUE(among(finder().suggest("ont på nat", 4), "night_pain"));
    EXPECT_LE(finder().suggest("ont", 4).size(), 4u);
    EXPECT_TRUE(finder().suggest("", 4).empty());
}

TEST(TypedQuestions, AreUnderstoodTheSameEveryTime) {
    const Understanding one = finder(Language::nb).understand("har du vondt om natten");
    const Understanding other = finder(Language::nb).understand("har du vondt om natten");
    EXPECT_EQ(one.questions, other.questions);
    EXPECT_EQ(one.confidence, other.confidence);
}

TEST(TypedQuestions, AVeryLongTextHarmsNobody) {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "ont ";
    EXPECT_LE(finder().understand(text).nearest.size(), 4u);
}

TEST(TypedQuestions, AQuestionOfOnesOwnLibraryIsFoundByItsWords) {
    library::Catalogue catalogue;
    library::Question own;
    own.id = "pets_at_home";
    own.name.in(Language::en) = "Do you keep any pets?";
    own.also.in(Language::en) = "animals; dog; parrot";
    catalogue.questions = {own};
    const QuestionFinder finds(catalogue, Language::en, shipped_model());
    EXPECT_TRUE(among(finds.suggest("parrot", 4), "pets_at_home"));
    EXPECT_FALSE(among(finds.suggest("Do you smoke?", 4), "smoking"));
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
