#include "engine/base/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace palpera::base {
namespace {

class Files : public testing::Test {
protected:
    std::filesystem::path folder =
        std::filesystem::path(testing::TempDir()) /
        (std::string("palpera_") + testing::UnitTest::GetInstance()->current_test_info()->name());
    void SetUp() override { std::filesystem::remove_all(folder); }
    void TearDown() override { std::filesystem::remove_all(folder); }
};

TEST_F(Files, WhatIsWrittenIsReadBackAndNothingElseIsLeftInTheFolder) {
    ASSERT_TRUE(write_file(folder / "deep" / "x.txt", "åäö"));
    ASSERT_TRUE(write_file(folder / "deep" / "x.txt", "again"));
    EXPECT_EQ(*read_file(folder / "deep" / "x.txt", 100), "again");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder / "deep"), {}), 1);
}

TEST_F(Files, ANamedPipeIsRefusedAtOnce) {
    std::filesystem::create_directories(folder);
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(read_file(folder / "pipe", 100).error().what, "not a regular file");
    EXPECT_EQ(read_file(folder, 100).error().what, "not a regular file");
    EXPECT_FALSE(read_file("/dev/zero", 100));
}

TEST_F(Files, AFileOverItsBoundIsRefusedUnread) {
    ASSERT_TRUE(write_file(folder / "x", std::string(2000, 'a')));
    EXPECT_EQ(read_file(folder / "x", 1024).error().what, "the file is over 1 KiB");
}

}  // namespace
}  // namespace palpera::base
