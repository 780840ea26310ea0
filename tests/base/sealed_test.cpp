#include "engine/base/sealed.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "engine/base/file.h"

namespace palpera::base {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view label = "palpera-example-1\n";

class KeyFile : public testing::Test {
protected:
    KeyFile() { fs::remove_all(folder); }
    ~KeyFile() override { fs::remove_all(folder); }
    Key key() const {
        const Result<Key> key = key_in(file);
        EXPECT_TRUE(key) << key.error().message();
        return key ? *key : Key{};
    }

    const fs::path folder = fs::path(testing::TempDir()) /
                            (std::string("key_") + testing::UnitTest::GetInstance()->current_test_info()->name());
    const fs::path file = folder / "below" / "a.key";
};

using Seal = KeyFile;

TEST_F(KeyFile, IsMadeOnceForTheUserAloneAndIsAnotherForEveryUser) {
    const Key first = key();
    EXPECT_EQ(key().bytes, first.bytes);
    EXPECT_NE(first.bytes, Digest{});
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::file_size(file), 32u);
    fs::remove(file);
    EXPECT_NE(key().bytes, first.bytes);
}

TEST_F(KeyFile, ThatOthersMayReadOrThatIsNoKeyIsMadeAnew) {
    const Key first = key();
    fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
    EXPECT_NE(key().bytes, first.bytes);
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);

    ASSERT_TRUE(write_file(file, std::string(31, 'k'), 0600));
    EXPECT_EQ((key(), fs::file_size(file)), 32u);

    fs::remove(file);
    ASSERT_TRUE(write_file(folder / "planted", std::string(32, 'k'), 0600));
    fs::create_symlink(folder / "planted", file);
    EXPECT_NE(key().bytes.hex().substr(0, 4), "6b6b");
    EXPECT_FALSE(fs::is_symlink(file));
    EXPECT_EQ(*read_file(folder / "planted", 64), std::string(32, 'k')) << "the link's target is left alone";

    fs::remove(file);
    ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
    key();
    EXPECT_TRUE(fs::is_regular_file(file));
}

TEST_F(KeyFile, ThatCannotBeKeptIsAnError) {
    ASSERT_TRUE(write_file(folder, "a file where the folder should be"));
    EXPECT_FALSE(key_in(file));
    fs::remove(folder);
}

TEST_F(Seal, GivesBackWhatWasSealedToWhoHasKeyAndLabel) {
    const Key mine = key();
    for (const std::string& content : {std::string(), std::string("a\0b", 3), std::string(100'000, 'x')}) {
        const std::string bytes = sealed(mine, label, content);
        EXPECT_EQ(unsealed(mine, label, bytes), content);
        EXPECT_FALSE(unsealed(mine, "palpera-example-2\n", bytes));
        Key other = mine;
        other.bytes.bytes[31] ^= 1;
        EXPECT_FALSE(unsealed(other, label, bytes));
    }
}

TEST_F(Seal, IsBrokenByEachChangedByteEachPrefixAndAnythingBehind) {
    const Key mine = key();
    const std::string bytes = sealed(mine, label, "the content, of some length");
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        EXPECT_FALSE(unsealed(mine, label, std::string_view(bytes).substr(0, at))) << at;
        for (const int bits : {0x01, 0x80, 0xFF}) {
            std::string changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ bits);
            EXPECT_FALSE(unsealed(mine, label, changed)) << at;
        }
    }
    EXPECT_FALSE(unsealed(mine, label, bytes + "x"));
    EXPECT_FALSE(unsealed(mine, label, bytes + bytes));
}

}  // namespace
}  // namespace palpera::base
