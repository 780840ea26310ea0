#include "engine/base/history.h"

#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>
#include <thread>

namespace palpera::base {
namespace {

std::vector<int> items(const History<int>& history) { return {history.begin(), history.end()}; }

TEST(History, KeepsWhatWasAddedInItsOrder) {
    History<int> history;
    EXPECT_TRUE(history.empty());
    std::vector<int> expected;
    for (int i = 0; i < 500; ++i) {
        history.push_back(i * i);
        expected.push_back(i * i);
    }
    EXPECT_EQ(items(history), expected);
    EXPECT_EQ(history.back(), 499 * 499);
    EXPECT_EQ(history[250], 250 * 250);
    EXPECT_EQ((std::vector<int>(history.rbegin(), history.rend())),
              (std::vector<int>(expected.rbegin(), expected.rend())));
    EXPECT_THROW(history.at(500), std::out_of_range);
}

TEST(History, ACopyGoesItsOwnWayAndLeavesTheOtherAsItWas) {
    History<int> trunk;
    for (int i = 0; i < 10; ++i) trunk.push_back(i);
    History<int> branch = trunk;
    branch.push_back(100);
    trunk.push_back(200);
    EXPECT_EQ(trunk.size(), 11u);
    EXPECT_EQ(trunk.back(), 200);
    EXPECT_EQ(branch.back(), 100);
    EXPECT_NE(trunk, branch);
    EXPECT_EQ(&trunk[3], &branch[3]) << "what they have in common is there once";
}

TEST(History, WhatItHoldsNeverMoves) {
    History<std::string> history;
    history.push_back("first");
    const std::string* first = &history[0];
    const History<std::string> copy = history;
    for (int i = 0; i < 1000; ++i) history.push_back("more");
    EXPECT_EQ(first, &history[0]);
    EXPECT_EQ(first, &copy[0]);
}

TEST(History, AgreesWithAPlainListHoweverItIsCopiedAndAddedTo) {
    std::mt19937 draw(5);
    std::vector<History<int>> shared(1);
    std::vector<std::vector<int>> plain(1);
    for (int round = 0; round < 5'000; ++round) {
        const std::size_t one = draw() % shared.size(), other = draw() % 20;
        if (draw() % 8 != 0) {
            shared[one].push_back(round);
            plain[one].push_back(round);
        } else if (other < shared.size()) {
            shared[other] = shared[one];
            plain[other] = plain[one];
        } else {
            shared.push_back(shared[one]);
            plain.push_back(plain[one]);
        }
    }
    for (std::size_t i = 0; i < shared.size(); ++i) ASSERT_EQ(items(shared[i]), plain[i]) << i;
}

TEST(History, LetsGoOfEverythingWithTheLastCopy) {
    const auto alive = std::make_shared<int>(1);
    {
        History<std::shared_ptr<int>> history;
        for (int i = 0; i < 100; ++i) history.push_back(alive);
        History<std::shared_ptr<int>> branch = history;
        branch.push_back(alive);
        history.push_back(alive);
        EXPECT_EQ(alive.use_count(), 103);
    }
    EXPECT_EQ(alive.use_count(), 1);
}

TEST(History, MovedFromIsEmptyAndCanBeAddedTo) {
    History<int> history;
    history.push_back(1);
    const History<int> taken = std::move(history);
    history = History<int>();
    history.push_back(2);
    EXPECT_EQ(items(taken), std::vector<int>{1});
    EXPECT_EQ(items(history), std::vector<int>{2});
}

TEST(History, CopiesAreAddedToByDifferentThreadsAtOnce) {
    History<int> trunk;
    trunk.push_back(-1);
    std::vector<History<int>> branches(4, trunk);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < branches.size(); ++i) {
        threads.emplace_back([&branch = branches[i], i] {
            for (int n = 0; n < 1'000; ++n) branch.push_back(static_cast<int>(i) * 1'000 + n);
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (std::size_t i = 0; i < branches.size(); ++i) {
        ASSERT_EQ(branches[i].size(), 1'001u);
        EXPECT_EQ(branches[i][0], -1);
        for (int n = 0; n < 1'000; ++n)
            ASSERT_EQ(branches[i][static_cast<std::size_t>(n) + 1], static_cast<int>(i) * 1'000 + n);
    }
}

TEST(SharedVector, IsOneUntilItIsChanged) {
    SharedVector<int> orders;
    orders.edit().push_back(1);
    const SharedVector<int> before = orders;
    EXPECT_EQ(&before.all(), &orders.all());
    orders.edit().push_back(2);
    EXPECT_EQ(before.all(), std::vector<int>{1});
    EXPECT_EQ(orders.all(), (std::vector<int>{1, 2}));
    EXPECT_TRUE(SharedVector<int>().empty());
}

}  // namespace
}  // namespace palpera::base
