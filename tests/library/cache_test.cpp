#include "engine/library/cache.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>

#include "engine/base/file.h"
#include "engine/base/sealed.h"
#include "engine/patient/patient.h"
#include "tests/faults/child.h"
#include "tests/faults/disk.h"
#include "tests/library/small_library.h"

namespace palpera::library {
namespace {

namespace fs = std::filesystem;

// A small library on the disk, and a cache folder of the test's own.
class CompiledLibrary : public testing::Test {
protected:
    CompiledLibrary() {
        fs::remove_all(cache);
        small.write();
    }
    CachedLibrary read() {
        diagnostics = {};
        return read_library_cached(small.places(), cache, diagnostics);
    }
    // As an author's edit: the same bytes, another time.
    void touch(const std::string& file) {
        const fs::path path = small.places().cases / file;
        fs::last_write_time(path, fs::last_write_time(path) + std::chrono::seconds(2));
    }
    fs::path file() const { return cache / "library.bin"; }
    std::string bytes() const { return *base::read_file(file(), 1 << 26); }

    const fs::path cache = fs::path(testing::TempDir()) /
                           (std::string("cache_") + testing::UnitTest::GetInstance()->current_test_info()->name());
    SmallLibrary small;
    base::Diagnostics diagnostics;
};

std::vector<base::Digest> patients_of(const Library& library) {
    std::vector<base::Digest> digests;
    for (const CaseFile& file : library.cases) {
        for (std::uint64_t seed = 0; seed < file.vary.count(); ++seed) {
            base::Diagnostics diagnostics;
            const auto patient = patient::compile(library, file, seed, diagnostics);
            if (patient) digests.push_back(patient::digest(*patient));
        }
    }
    return digests;
}

TEST_F(CompiledLibrary, IsTakenOnTheSecondReadingAndHoldsTheSamePatients) {
    const CachedLibrary first = read(), second = read();
    EXPECT_FALSE(first.compiled);
    EXPECT_TRUE(second.compiled);
    ASSERT_FALSE(patients_of(first.library).empty());
    EXPECT_EQ(patients_of(first.library), patients_of(second.library));
}

TEST_F(CompiledLibrary, FindsWhatTheWrittenOneFinds) {
    const CachedLibrary first = read(), second = read();
    ASSERT_TRUE(second.compiled);
    for (const library::Test& test : first.library.catalogue.tests) {
        const auto by_name = [&](const Library& library) {
            return library.index().tests.find(test.name.in(base::Language::en), base::Language::en).at(0).entry;
        };
        EXPECT_EQ(by_name(first.library), by_name(second.library)) << test.id;
    }
}

TEST_F(CompiledLibrary, IsMadeAnewWhenAFileWasTouched) {
    read();
    touch("conditions/sore_heel.yaml");
    EXPECT_FALSE(read().compiled);
    EXPECT_TRUE(read().compiled);
}

TEST_F(CompiledLibrary, IsNotTakenWhenAFileCame) {
    read();
    const fs::path more = small.places().cases / "conditions" / "sore_heel.da.yaml";
    ASSERT_TRUE(base::write_file(more, "{}\n"));
    EXPECT_FALSE(read().compiled);
    fs::remove(more);
    EXPECT_TRUE(read().compiled);
}

TEST_F(CompiledLibrary, ThatIsDamagedIsPassedOver) {
    const std::size_t cases = read().library.cases.size();
    const std::string whole = bytes();
    for (std::size_t at = 0; at < whole.size(); at += whole.size() / 40 + 1) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        ASSERT_TRUE(base::write_file(file(), damaged));
        const CachedLibrary again = read();
        EXPECT_FALSE(again.compiled) << "byte " << at;
        EXPECT_EQ(again.library.cases.size(), cases);
        EXPECT_EQ(diagnostics.errors(), 0u) << "silently";
    }
    ASSERT_TRUE(base::write_file(file(), whole.substr(0, whole.size() / 2)));
    EXPECT_FALSE(read().compiled);
    ASSERT_TRUE(base::write_file(file(), ""));
    EXPECT_FALSE(read().compiled);
    EXPECT_EQ(bytes(), whole) << "and is mended";
}

TEST_F(CompiledLibrary, ThatSomebodyElseMadeIsPassedOver) {
    read();
    const std::string whole = bytes(), label = whole.substr(0, whole.find('\n') + 1);
    const std::string content = whole.substr(label.size() + 32);
    fs::remove(cache / "library.key");
    EXPECT_FALSE(read().compiled) << "sealed with a key that is no more";
    const std::string mine = bytes();
    EXPECT_NE(mine, whole);
    EXPECT_EQ(mine.substr(label.size() + 32), content);
    base::Key other;
    for (const std::string& planted : {whole, base::sealed(other, label, content), label + content,
                                       label + std::string(32, '\0') + content, label, std::string(1000, '\xff')}) {
        ASSERT_TRUE(base::write_file(file(), planted));
        EXPECT_FALSE(read().compiled);
        EXPECT_EQ(bytes(), mine) << "and is mended";
    }
    EXPECT_TRUE(read().compiled);
}

TEST_F(CompiledLibrary, WhoseKeyOthersMayReadIsMadeAnewWithAnother) {
    read();
    fs::permissions(cache / "library.key", fs::perms::others_read, fs::perm_options::add);
    EXPECT_FALSE(read().compiled);
    EXPECT_TRUE(read().compiled);
}

TEST_F(CompiledLibrary, ThatIsHugeALinkOrAPipeIsPassedOver) {
    read();
    fs::resize_file(file(), std::uintmax_t{8} << 30);
    EXPECT_FALSE(read().compiled);
    EXPECT_TRUE(read().compiled);
    fs::remove(file());
    ASSERT_EQ(::mkfifo(file().c_str(), 0600), 0);
    EXPECT_FALSE(read().compiled);
    EXPECT_TRUE(fs::is_regular_file(file()));
    fs::remove(file());
    fs::create_symlink("/dev/zero", file());
    EXPECT_FALSE(read().compiled);
    EXPECT_FALSE(fs::is_symlink(file()));
}

TEST_F(CompiledLibrary, WithErrorsIsNotKept) {
    small.where("conditions/sore_heel.yaml", "language", "tongue");
    small.write();
    EXPECT_FALSE(read().compiled);
    EXPECT_GT(diagnostics.errors(), 0u);
    EXPECT_FALSE(read().compiled);
    EXPECT_GT(diagnostics.errors(), 0u) << "told each time";
}

TEST_F(CompiledLibrary, GivesItsWarningsAgain) {
    read();
    const std::vector<base::Diagnostic> first = diagnostics.sorted();
    ASSERT_FALSE(first.empty()) << "the small library is written in one language only";
    EXPECT_TRUE(read().compiled);
    EXPECT_EQ(diagnostics.sorted(), first);
}

TEST_F(CompiledLibrary, ThatCannotBeWrittenIsDoneWithout) {
    ASSERT_TRUE(base::write_file(cache, "a file where the folder should be"));
    EXPECT_FALSE(read().library.cases.empty());
    EXPECT_EQ(diagnostics.errors(), 0u);
    EXPECT_FALSE(read().compiled);
}

// On a disk that fails at every call in turn there is a library all the same, silently, and the next start is well.
TEST_F(CompiledLibrary, OnAFailingDiskIsDoneWithoutAndMadeLater) {
    using faults::Kind;
    const auto expected = patients_of(read().library);
    const std::size_t told = diagnostics.all().size();
    for (const Kind kind : {Kind::full, Kind::io_error, Kind::short_write, Kind::kill, Kind::kill_midway}) {
        for (int at = 1;; ++at) {
            fs::remove_all(cache);
            const faults::Ended ended = faults::in_child([&](const std::function<void(char)>&) {
                faults::watch(cache, {kind, at});
                const CachedLibrary library = read();
                const bool is_whole = patients_of(library.library) == expected && diagnostics.all().size() == told;
                return !faults::has_happened() ? 9 : is_whole ? 0 : 1;
            });
            if (ended.code == 9) {
                EXPECT_GT(at, 6);
                break;
            }
            const bool kills = kind == Kind::kill || kind == Kind::kill_midway;
            EXPECT_TRUE(kills ? ended.killed : ended.code == 0) << "call " << at;
            EXPECT_EQ(patients_of(read().library), expected) << "after call " << at;
            EXPECT_TRUE(read().compiled) << "after call " << at;
            EXPECT_EQ(diagnostics.all().size(), told);
        }
    }
}

TEST(ShippedLibrary, IsTheSameFromItsCompiledForm) {
    const fs::path root(PALPERA_SOURCE_DIR), cache = fs::path(testing::TempDir()) / "cache_shipped";
    fs::remove_all(cache);
    const Places places{root / "cases", root / "assets" / "anatomy"};
    base::Diagnostics diagnostics;
    const CachedLibrary first = read_library_cached(places, cache, diagnostics);
    const CachedLibrary second = read_library_cached(places, cache, diagnostics);
    ASSERT_TRUE(diagnostics.all().empty()) << base::format(diagnostics.all().front());
    EXPECT_TRUE(second.compiled);
    EXPECT_EQ(patients_of(first.library), patients_of(second.library));
    EXPECT_EQ(first.library.guidelines.size(), second.library.guidelines.size());
    EXPECT_EQ(first.library.catalogue.questions.size(), second.library.catalogue.questions.size());
}

}  // namespace
}  // namespace palpera::library
