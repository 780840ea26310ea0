#include "engine/journal/journal.h"

#include <sys/stat.h>

#include "tests/journal/example.h"

namespace palpera::journal {
namespace {

TEST_F(JournalFiles, WhatIsAppendedIsReadBackInOrderWithTheSameHead) {
    base::Digest head;
    {
        base::Result<Writer> writer = Writer::create(file, "case 1");
        ASSERT_TRUE(writer) << writer.error().message();
        for (const std::string& record : twenty_records()) ASSERT_TRUE(writer->append(record));
        head = writer->contents().head;
    }
    EXPECT_EQ(bytes_of(file), journal_of(twenty_records()).bytes);
    const base::Result<Contents> contents = read_file(file);
    ASSERT_TRUE(contents);
    EXPECT_EQ(contents->header, "case 1");
    EXPECT_EQ(contents->records, twenty_records());
    EXPECT_EQ(contents->head, head);
    EXPECT_EQ(contents->whole_bytes, bytes_of(file).size());
    EXPECT_EQ(contents->torn_bytes, 0u);
    EXPECT_EQ(contents->damage, "");
}

TEST_F(JournalFiles, AnOpenedJournalGoesOnWhereItEnded) {
    {
        base::Result<Writer> writer = Writer::create(file, "case 1");
        ASSERT_TRUE(writer);
        ASSERT_TRUE(writer->append("first"));
    }
    {
        base::Result<Writer> writer = Writer::open(file);
        ASSERT_TRUE(writer) << writer.error().message();
        EXPECT_EQ(writer->contents().records, std::vector<std::string>{"first"});
        ASSERT_TRUE(writer->append(std::string("se\0ond", 6)));
    }
    EXPECT_EQ(read_file(file)->records, (std::vector<std::string>{"first", std::string("se\0ond", 6)}));
}

TEST_F(JournalFiles, TheHeadIsTheChainOfDigestsOverHeaderAndRecords) {
    const Contents contents = read(journal_of({"a", "b"}).bytes);
    const base::Digest start = base::digest("palpera/journal/1case 1");
    EXPECT_EQ(contents.head, base::digest(base::digest(start, "a"), "b"));
    EXPECT_EQ(read(journal_of({}).bytes).head, start);
}

TEST_F(JournalFiles, DuplicatedSwappedRemovedOrChangedRecordsChangeTheHead) {
    const std::vector<std::string> records = twenty_records();
    const base::Digest head = read(journal_of(records).bytes).head;
    EXPECT_NE(read(journal_of(records, "case 2").bytes).head, head);
    for (std::size_t i = 0; i < records.size(); ++i) {
        std::vector<std::string> removed = records, twice = records, swapped = records, changed = records;
        removed.erase(removed.begin() + static_cast<std::ptrdiff_t>(i));
        twice.insert(twice.begin() + static_cast<std::ptrdiff_t>(i), records[i]);
        std::swap(swapped[i], swapped[(i + 1) % records.size()]);
        changed[i] += "!";
        for (const std::vector<std::string>& other : {removed, twice, swapped, changed}) {
            const Contents contents = read(journal_of(other).bytes);
            ASSERT_EQ(contents.damage, "");
            ASSERT_EQ(contents.records, other);
            EXPECT_NE(contents.head, head) << "at record " << i + 1;
        }
    }
}

TEST_F(JournalFiles, AnExistingFileIsNeverMadeAnew) {
    put("thesis");
    const base::Result<Writer> writer = Writer::create(file, "case 1");
    ASSERT_FALSE(writer);
    EXPECT_EQ(writer.error().what, "there is a file of that name already");
    EXPECT_EQ(bytes_of(file), "thesis");
}

TEST_F(JournalFiles, AFileThatIsNoJournalIsRefusedAndLeftAsItIs) {
    for (const std::string& bytes :
         {std::string(), std::string("palpera"), std::string("palpera-journal-2\n"), std::string(4096, '\0'),
          std::string(4096, '\xFF'), std::string("\x89PNG\r\n\x1a\n"), std::string("<!DOCTYPE html><html>")}) {
        put(bytes);
        EXPECT_FALSE(looks_like_journal(bytes));
        const base::Result<Contents> contents = read_file(file);
        ASSERT_FALSE(contents);
        EXPECT_NE(contents.error().what.find("not a journal"), std::string::npos);
        const base::Result<Writer> writer = Writer::open(file);
        ASSERT_FALSE(writer);
        EXPECT_NE(writer.error().what.find("not a journal"), std::string::npos);
        EXPECT_EQ(bytes_of(file), bytes);
    }
}

TEST_F(JournalFiles, WhatIsNoPlainFileIsRefusedAtOnce) {
    std::filesystem::create_directories(folder);
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    for (const std::filesystem::path& path :
         {folder / "pipe", folder, std::filesystem::path("/dev/zero"), folder / "nothing"}) {
        EXPECT_FALSE(read_file(path)) << path;
        EXPECT_FALSE(Writer::open(path)) << path;
    }
}

TEST_F(JournalFiles, AFileOverItsBoundIsRefusedUnread) {
    put("palpera-journal-1\n");
    std::filesystem::resize_file(file, 8ull * 1024 * 1024 * 1024);
    EXPECT_FALSE(read_file(file));
    const base::Result<Writer> writer = Writer::open(file);
    ASSERT_FALSE(writer);
    EXPECT_EQ(writer.error().what, "the journal is over 16 MiB");
}

TEST_F(JournalFiles, RecordsAndHeadersHaveOneToEightThousandBytes) {
    EXPECT_FALSE(Writer::create(file, ""));
    EXPECT_FALSE(Writer::create(file, std::string(most_record_bytes + 1, 'x')));
    EXPECT_FALSE(std::filesystem::exists(file));
    base::Result<Writer> writer = Writer::create(file, std::string(most_record_bytes, 'h'));
    ASSERT_TRUE(writer);
    EXPECT_FALSE(writer->append(""));
    EXPECT_FALSE(writer->append(std::string(most_record_bytes + 1, 'x')));
    EXPECT_TRUE(writer->append(std::string(most_record_bytes, 'x')));
    EXPECT_EQ(read_file(file)->records.size(), 1u);
}

TEST_F(JournalFiles, AJournalHoldsTenThousandRecords) {
    std::vector<std::string> records(most_records, "x");
    put(journal_of(records).bytes);
    {
        base::Result<Writer> writer = Writer::open(file);
        ASSERT_TRUE(writer) << writer.error().message();
        const base::Outcome appended = writer->append("one more");
        ASSERT_FALSE(appended);
        EXPECT_NE(appended.error().what.find("full"), std::string::npos);
    }
    records.push_back("x");
    const Contents contents = read(journal_of(records).bytes);
    EXPECT_EQ(contents.records.size(), most_records);
    EXPECT_NE(contents.damage.find("record 10001"), std::string::npos) << contents.damage;
}

TEST_F(JournalFiles, AJournalIsFullBeforeItIsOverSixteenMebibytes) {
    const std::vector<std::string> records(2045, std::string(most_record_bytes, 'x'));
    put(journal_of(records).bytes);
    base::Result<Writer> writer = Writer::open(file);
    ASSERT_TRUE(writer) << writer.error().message();
    EXPECT_FALSE(writer->append(std::string(most_record_bytes, 'y')));
    EXPECT_TRUE(writer->append("y"));
}

TEST_F(JournalFiles, ASecondOpenerIsRefusedWhileTheFirstWritesAndMayReadMeanwhile) {
    {
        base::Result<Writer> first = Writer::create(file, "case 1");
        ASSERT_TRUE(first);
        ASSERT_TRUE(first->append("before"));
        const base::Result<Writer> second = Writer::open(file);
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().what.find("the journal is open in another window or program: process " +
                                           std::to_string(::getpid()) + " on "),
                  0u)
            << second.error().what;
        EXPECT_TRUE(holder(file));
        EXPECT_NE(second.error().hint.find("close it there"), std::string::npos);
        EXPECT_EQ(read_file(file)->records.size(), 1u);
        Writer moved = std::move(*first);
        ASSERT_TRUE(moved.append("after"));
        EXPECT_FALSE(Writer::open(file));
    }
    EXPECT_TRUE(Writer::open(file));
}

}  // namespace
}  // namespace palpera::journal
