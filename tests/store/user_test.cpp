#include "engine/store/user.h"

#include <gtest/gtest.h>

#include "engine/base/digest.h"
#include "engine/base/file.h"
#include "engine/store/archive.h"
#include "tests/faults/disk.h"

namespace palpera::store {
namespace {

namespace fs = std::filesystem;

UserFolders fresh_folders(const std::string& name) {
    const fs::path root = fs::path(testing::TempDir()) / ("store_" + name);
    fs::remove_all(root);
    return {root / "config" / "palpera", root / "data" / "palpera", root / "cache" / "palpera"};
}

Settings some_settings() {
    Settings settings;
    settings.language = "nb";
    settings.dark = true;
    settings.text_percent = 175;
    settings.sound = false;
    settings.captions = false;
    settings.reduce_motion = true;
    settings.name = "Åse Bjørn";
    return settings;
}

Progress some_progress() {
    Progress progress;
    progress.attempts.push_back({"ward_nurse",
                                 0,
                                 1'700'000'000,
                                 78'400,
                                 true,
                                 false,
                                 "ward_nurse-1.journal",
                                 {840, 910, -1, 550, 0, 1000, 7, 8}});
    progress.attempts.push_back({"ward_nurse", 3, 1'700'000'900, -500, false, true, "ward_nurse-2.journal", {}});
    progress.open.push_back({"ward_nurse", 1, 1'700'001'000, true, "ward_nurse-3.journal"});
    return progress;
}

void expect_same(const Settings& a, const Settings& b) {
    EXPECT_EQ(a.language, b.language);
    EXPECT_EQ(a.dark, b.dark);
    EXPECT_EQ(a.text_percent, b.text_percent);
    EXPECT_EQ(a.sound, b.sound);
    EXPECT_EQ(a.captions, b.captions);
    EXPECT_EQ(a.reduce_motion, b.reduce_motion);
    EXPECT_EQ(a.name, b.name);
}

void expect_same(const Progress& a, const Progress& b) {
    ASSERT_EQ(a.attempts.size(), b.attempts.size());
    for (std::size_t i = 0; i < a.attempts.size(); ++i) {
        const Attempt &x = a.attempts[i], &y = b.attempts[i];
        EXPECT_EQ(std::tie(x.case_id, x.seed, x.finished, x.millipoints, x.passed, x.branched, x.journal, x.domains),
                  std::tie(y.case_id, y.seed, y.finished, y.millipoints, y.passed, y.branched, y.journal, y.domains));
    }
    ASSERT_EQ(a.open.size(), b.open.size());
    for (std::size_t i = 0; i < a.open.size(); ++i) {
        const OpenVisit &x = a.open[i], &y = b.open[i];
        EXPECT_EQ(std::tie(x.case_id, x.seed, x.touched, x.branched, x.journal),
                  std::tie(y.case_id, y.seed, y.touched, y.branched, y.journal));
    }
}

fs::path sample(const std::string& name) { return fs::path(PALPERA_SOURCE_DIR) / "tests/store/samples" / name; }

std::string bytes_of(const fs::path& file) {
    const auto bytes = base::read_file(file, most_file_bytes);
    EXPECT_TRUE(bytes) << file;
    return bytes ? *bytes : std::string();
}

TEST(UserFolders, FollowTheEnvironmentAndElseStandBelowHome) {
    const UserFolders below = user_folders({{"HOME", "/users/elin"}});
    EXPECT_EQ(below.config, "/users/elin/.config/palpera");
    EXPECT_EQ(below.data, "/users/elin/.local/share/palpera");
    EXPECT_EQ(below.cache, "/users/elin/.cache/palpera");
    const UserFolders set = user_folders(
        {{"HOME", "/users/elin"}, {"XDG_CONFIG_HOME", "/a"}, {"XDG_DATA_HOME", "/b"}, {"XDG_CACHE_HOME", "c"}});
    EXPECT_EQ(set.config, "/a/palpera");
    EXPECT_EQ(set.data, "/b/palpera");
    EXPECT_EQ(set.cache, "/users/elin/.cache/palpera") << "a relative path counts as none";
    EXPECT_EQ(journals(set), "/b/palpera/journals");
}

TEST(UserFolders, DocumentsAreWhereTheDesktopKeepsThemAndElseAtHome) {
    const fs::path home = fs::path(testing::TempDir()) / "documents-home";
    fs::remove_all(home);
    EXPECT_EQ(user_folders({{"HOME", home.string()}}).documents, home);
    ASSERT_TRUE(base::write_file(home / ".config/user-dirs.dirs",
                                 "# written by the desktop\nXDG_MUSIC_DIR=\"$HOME/Musik\"\n"
                                 "XDG_DOCUMENTS_DIR=\"$HOME/Dokument\"\n"));
    EXPECT_EQ(user_folders({{"HOME", home.string()}}).documents, home / "Dokument");
}

TEST(Settings, ThatWereNeverSavedAreTheDefaultsWithoutTrouble) {
    const auto loaded = load_settings(fresh_folders("never"));
    EXPECT_EQ(loaded.trouble, "");
    expect_same(loaded.value, Settings{});
}

TEST(Settings, ComeBackAsTheyWereSaved) {
    const UserFolders folders = fresh_folders("settings");
    ASSERT_TRUE(save_settings(folders, some_settings()));
    const auto loaded = load_settings(folders);
    EXPECT_EQ(loaded.trouble, "");
    expect_same(loaded.value, some_settings());
}

TEST(Settings, KeepTheTextSizeWithinItsBounds) {
    const UserFolders folders = fresh_folders("bounds");
    Settings settings;
    settings.text_percent = 900;
    ASSERT_TRUE(save_settings(folders, settings));
    EXPECT_EQ(load_settings(folders).value.text_percent, 200);
}

TEST(Progress, ComesBackAsItWasSaved) {
    const UserFolders folders = fresh_folders("progress");
    ASSERT_TRUE(save_progress(folders, some_progress()));
    const auto loaded = load_progress(folders);
    EXPECT_EQ(loaded.trouble, "");
    expect_same(loaded.value, some_progress());
}

TEST(Progress, ThatIsDamagedAnywhereIsPutAsideAndDefaultsAreGiven) {
    const std::string whole = pack(some_progress());
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
        EXPECT_FALSE(unpack_progress(bytes)) << "byte " << at;
        EXPECT_FALSE(unpack_progress(std::string_view(whole).substr(0, at))) << "cut at " << at;
    }
    const UserFolders folders = fresh_folders("damaged");
    ASSERT_TRUE(base::write_file(folders.data / "progress.bin", whole.substr(0, whole.size() - 3)));
    const auto loaded = load_progress(folders);
    EXPECT_TRUE(loaded.value.attempts.empty());
    EXPECT_NE(loaded.trouble.find("progress.bin"), std::string::npos) << loaded.trouble;
    EXPECT_FALSE(fs::exists(folders.data / "progress.bin"));
    EXPECT_EQ(bytes_of(folders.data / "progress.bin.unreadable"), whole.substr(0, whole.size() - 3));
    EXPECT_EQ(load_progress(folders).trouble, "") << "told once";
}

TEST(Progress, PutAsideTwiceIsThereTwice) {
    const UserFolders folders = fresh_folders("twice_damaged");
    for (const char* bytes : {"first", "second", "third"}) {
        ASSERT_TRUE(base::write_file(folders.data / "progress.bin", bytes));
        EXPECT_NE(load_progress(folders).trouble, "");
    }
    EXPECT_EQ(bytes_of(folders.data / "progress.bin.unreadable"), "first");
    EXPECT_EQ(bytes_of(folders.data / "progress.bin.unreadable-2"), "second");
    EXPECT_EQ(bytes_of(folders.data / "progress.bin.unreadable-3"), "third");
}

TEST(Progress, ThatTheDiskDoesNotGiveIsPutAsideAndNotWrittenOver) {
    const UserFolders folders = fresh_folders("disk_error");
    ASSERT_TRUE(save_progress(folders, some_progress()));
    faults::watch(folders.data, {faults::Kind::io_error, 1});
    const auto loaded = load_progress(folders);
    faults::stop();
    EXPECT_NE(loaded.trouble.find("progress.bin.unreadable"), std::string::npos) << loaded.trouble;
    ASSERT_TRUE(save_progress(folders, loaded.value));
    EXPECT_EQ(bytes_of(folders.data / "progress.bin.unreadable"), pack(some_progress()));
}

TEST(Progress, OfTwoWindowsIsThatOfBoth) {
    const UserFolders folders = fresh_folders("two_windows");
    ASSERT_TRUE(save_progress(folders, some_progress()));
    Progress one = load_progress(folders).value, other = one;
    const auto finish = [](const std::string& journal) {
        return [journal](Progress& progress) {
            progress.attempts.emplace_back();
            progress.attempts.back().journal = journal;
        };
    };
    ASSERT_TRUE(change_progress(folders, one, finish("one")));
    ASSERT_TRUE(change_progress(folders, other, finish("other")));
    const Progress both = load_progress(folders).value;
    ASSERT_EQ(both.attempts.size(), some_progress().attempts.size() + 2);
    EXPECT_EQ(both.attempts[2].journal, "one");
    EXPECT_EQ(both.attempts[3].journal, "other");
    expect_same(other, both);
}

TEST(Progress, ThatCannotBeSavedIsChangedInTheWindowAllTheSame) {
    const UserFolders folders = fresh_folders("unsaved");
    ASSERT_TRUE(base::write_file(folders.data, "a file where a folder should be"));
    Progress progress = some_progress();
    EXPECT_FALSE(change_progress(folders, progress, [](Progress& now) { now.open.clear(); }));
    EXPECT_EQ(progress.attempts.size(), some_progress().attempts.size());
    EXPECT_TRUE(progress.open.empty());
}

TEST(Settings, OfANewerPalperaArePutAsideWithASentenceAboutIt) {
    const UserFolders folders = fresh_folders("newer");
    base::CanonicalWriter writer;
    writer.signed_number(settings_version + 1).number(0).text("of tomorrow");
    ASSERT_TRUE(base::write_file(folders.config / "settings.bin", "palpera-settings\n" + writer.bytes()));
    const auto loaded = load_settings(folders);
    EXPECT_NE(loaded.trouble.find("newer version"), std::string::npos) << loaded.trouble;
    EXPECT_TRUE(fs::exists(folders.config / "settings.bin.unreadable"));
}

TEST(Progress, WithCountsBeyondAllBoundsIsDamagedWhateverItsChecksumSays) {
    std::string body = pack(some_progress());
    body = body.substr(body.find('\n') + 1 + 8 + 8 + 4);
    // The first count stands behind cereal's mark of the byte order.
    for (std::size_t i = 1; i < 9; ++i) body[i] = '\x7f';
    base::CanonicalWriter writer;
    writer.signed_number(1).number(base::checksum(body)).text(body);
    const auto read = unpack_progress("palpera-progress\n" + writer.bytes());
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().what.find("damaged inside"), std::string::npos);
}

// Written by hand, with a checksum that is right: whatever the body holds is bounded.
TEST(Progress, OfAnyBodyBehindARightChecksumIsReadWithinItsBoundsOrRefused) {
    const auto with_body = [](std::string_view kind, const std::string& body) {
        base::CanonicalWriter writer;
        writer.signed_number(1).number(base::checksum(body)).text(body);
        return std::string(kind) + writer.bytes();
    };
    const auto body_of = [](const std::string& packed) { return packed.substr(packed.find('\n') + 1 + 8 + 8 + 4); };
    std::size_t refused = 0, taken = 0;
    for (const int byte : {0x00, 0x01, 0x02, 0x7f, 0x80, 0xff}) {
        const std::string progress = body_of(pack(some_progress())), settings = body_of(pack(some_settings()));
        for (std::size_t at = 0; at < progress.size(); ++at) {
            std::string body = progress;
            body[at] = static_cast<char>(byte);
            const auto read = unpack_progress(with_body("palpera-progress\n", body));
            EXPECT_LE(read ? read->attempts.size() + read->open.size() : 0, progress.size());
            ++(read ? taken : refused);
        }
        for (std::size_t at = 0; at < settings.size(); ++at) {
            std::string body = settings;
            body[at] = static_cast<char>(byte);
            const auto read = unpack_settings(with_body("palpera-settings\n", body));
            EXPECT_LE(read ? read->name.size() : 0, settings.size());
            ++(read ? taken : refused);
        }
    }
    EXPECT_GT(refused, 100u);
    EXPECT_GT(taken, 100u);
}

TEST(Settings, ThatAreAFolderAreLeftAloneAndTold) {
    const UserFolders folders = fresh_folders("folder");
    fs::create_directories(folders.config / "settings.bin");
    EXPECT_NE(load_settings(folders).trouble, "");
    EXPECT_TRUE(fs::is_directory(folders.config / "settings.bin"));
}

TEST(Settings, ThatCannotBeWrittenSaySo) {
    UserFolders folders = fresh_folders("no_room");
    ASSERT_TRUE(base::write_file(folders.data, "a file where a folder should be"));
    const auto saved = save_progress(folders, some_progress());
    ASSERT_FALSE(saved);
    EXPECT_NE(saved.error().message().find(folders.data.string()), std::string::npos) << saved.error().message();
}

// Written by the first release; later ones read them for ever.
TEST(Samples, OfVersionOneLoad) {
    const auto settings = unpack_settings(bytes_of(sample("settings-1.bin")));
    ASSERT_TRUE(settings);
    expect_same(*settings, some_settings());
    const auto progress = unpack_progress(bytes_of(sample("progress-1.bin")));
    ASSERT_TRUE(progress);
    expect_same(*progress, some_progress());
}

TEST(Samples, AreWhatThisVersionWrites) {
    EXPECT_EQ(pack(some_settings()), bytes_of(sample("settings-1.bin")))
        << "the layout changed: raise settings_version, keep this sample and add one of the new version";
    EXPECT_EQ(pack(some_progress()), bytes_of(sample("progress-1.bin")))
        << "the layout changed: raise progress_version, keep this sample and add one of the new version";
}

}  // namespace
}  // namespace palpera::store
