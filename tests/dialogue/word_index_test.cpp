#include "engine/dialogue/word_index.h"

#include <gtest/gtest.h>

namespace palpera::dialogue {
namespace {

WordIndex shelf() {
    WordIndex index;
    index.add(0, "naproxen tablett", 1);
    index.add(1, "paracetamol tablett", 1);
    index.add(2, "diklofenak gel", 1);
    return index;
}

std::vector<std::size_t> entries(const WordIndex& index, std::string_view typed, std::size_t most = 10) {
    std::vector<std::size_t> found;
    for (const WordIndex::Hit& hit : index.find(typed, most)) found.push_back(hit.entry);
    return found;
}

using Entries = std::vector<std::size_t>;

TEST(WordIndex, FindsAWordItsBeginningAndItsMisspelling) {
    EXPECT_EQ(entries(shelf(), "naproxen"), Entries{0});
    EXPECT_EQ(entries(shelf(), "nap"), Entries{0});
    EXPECT_EQ(entries(shelf(), "naporxen"), Entries{0});
    EXPECT_EQ(entries(shelf(), "paracetmaoll"), Entries{1}) << "two errors in a long word";
}

TEST(WordIndex, ForgivesNoErrorInAShortWord) {
    EXPECT_TRUE(entries(shelf(), "gle").empty());
    EXPECT_EQ(entries(shelf(), "gel"), Entries{2});
}

TEST(WordIndex, AKnownWordIsNoMisspellingOfAnother) {
    WordIndex index;
    index.add(0, "foten", 1);
    index.add(1, "roten", 1);
    EXPECT_EQ(entries(index, "foten"), Entries{0});
}

TEST(WordIndex, ARareWordWeighsMoreThanACommonOne) {
    WordIndex index;
    for (std::size_t i = 0; i < 20; ++i) index.add(i, i == 13 ? "har ulcus" : "har ont", 1);
    EXPECT_EQ(entries(index, "har ulcus", 1), Entries{13});
    index.add(20, "ulcus", 1);
    index.add(21, "har", 1);
    EXPECT_EQ(index.find("har ulcus", 22).at(1).entry, 20u) << "before the twenty that only have the common word";
}

TEST(WordIndex, WhatMatchesEveryTypedWordComesBeforeWhatMatchesSome) {
    EXPECT_EQ(entries(shelf(), "tablett paracetamol"), (Entries{1, 0}));
    const WordIndex index = shelf();
    EXPECT_GT(index.find("naproxen", 1).at(0).score, index.find("naproxen xyzzy", 1).at(0).score);
}

TEST(WordIndex, AHeavierTextWins) {
    WordIndex index;
    index.add(0, "smärta", 1);
    index.add(1, "smärta", 3);
    EXPECT_EQ(entries(index, "smärta"), (Entries{1, 0}));
}

TEST(WordIndex, EqualScoresKeepTheOrderOfEntries) {
    EXPECT_EQ(entries(shelf(), "tablett"), (Entries{0, 1}));
    EXPECT_EQ(entries(shelf(), "tablett", 1), Entries{0});
}

TEST(WordIndex, NothingTypedFindsNothing) {
    EXPECT_TRUE(entries(shelf(), "").empty());
    EXPECT_TRUE(entries(shelf(), " ?! ").empty());
    EXPECT_TRUE(entries(WordIndex(), "gel").empty());
}

TEST(WordIndex, NordicLettersAreLettersOfTheirOwnButOneErrorAway) {
    WordIndex index;
    index.add(0, "hälen", 1);
    EXPECT_EQ(entries(index, "HÄLEN"), Entries{0});
    EXPECT_EQ(entries(index, "halen"), Entries{0});
    EXPECT_EQ(entries(index, "hælen"), Entries{0});
}

}  // namespace
}  // namespace palpera::dialogue
