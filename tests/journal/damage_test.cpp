#include "tests/journal/example.h"

namespace palpera::journal {
namespace {

std::size_t records_before(const Example& journal, std::size_t byte) {
    std::size_t records = 0;
    while (records + 1 < journal.ends.size() && journal.ends[records + 1] <= byte) ++records;
    return records;
}

std::vector<std::string> first(std::size_t count) {
    const std::vector<std::string> all = twenty_records();
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)};
}

TEST_F(JournalFiles, EachPrefixGivesItsWholeRecordsAndTellsOfTheTornOne) {
    const Example journal = journal_of(twenty_records());
    for (std::size_t length = 0; length <= journal.bytes.size(); ++length) {
        const Contents contents = read(std::string_view(journal.bytes).substr(0, length));
        if (length < journal.ends[0]) {
            EXPECT_FALSE(contents.damage.empty()) << length;
            EXPECT_TRUE(contents.records.empty());
            continue;
        }
        const std::size_t whole = records_before(journal, length);
        ASSERT_EQ(contents.damage, "") << length;
        EXPECT_EQ(contents.records, first(whole)) << length;
        EXPECT_EQ(contents.head, read(journal_of(first(whole)).bytes).head);
        EXPECT_EQ(contents.whole_bytes, journal.ends[whole]);
        EXPECT_EQ(contents.torn_bytes, length - journal.ends[whole]);
    }
}

TEST_F(JournalFiles, EachPrefixIsOpenedWithItsTornEndKeptBesideAndGoesOn) {
    const Example journal = journal_of(twenty_records());
    for (std::size_t length = journal.ends[17]; length < journal.ends[18]; ++length) {
        put(journal.bytes.substr(0, length));
        std::filesystem::remove(file.string() + ".tail");
        {
            base::Result<Writer> writer = Writer::open(file);
            ASSERT_TRUE(writer) << writer.error().message();
            EXPECT_EQ(writer->contents().torn_bytes, length - journal.ends[17]);
            EXPECT_EQ(writer->contents().records, first(17));
            ASSERT_TRUE(writer->append(record_of(18)));
        }
        EXPECT_EQ(bytes_of(file), journal.bytes.substr(0, journal.ends[18]));
        const std::filesystem::path tail = file.string() + ".tail";
        EXPECT_EQ(std::filesystem::exists(tail), length > journal.ends[17]);
        if (length > journal.ends[17]) {
            EXPECT_EQ(bytes_of(tail), journal.bytes.substr(journal.ends[17], length - journal.ends[17]));
        }
    }
}

TEST_F(JournalFiles, EachFlippedByteIsToldAndNothingBehindItIsTakenForWhole) {
    const Example journal = journal_of(twenty_records());
    for (std::size_t at = 0; at < journal.bytes.size(); ++at) {
        for (const int bit : {0x01, 0x80, 0xFF}) {
            std::string bytes = journal.bytes;
            bytes[at] = static_cast<char>(bytes[at] ^ bit);
            const Contents contents = read(bytes);
            const std::size_t whole = at < journal.ends[0] ? 0 : records_before(journal, at);
            EXPECT_EQ(contents.records, first(whole)) << "byte " << at;
            if (at >= journal.ends[19]) {
                EXPECT_TRUE(!contents.damage.empty() || contents.torn_bytes == bytes.size() - journal.ends[19]);
            } else if (at >= journal.ends[0]) {
                const std::string place =
                    "record " + std::to_string(whole + 1) + " at byte " + std::to_string(journal.ends[whole]) + ": ";
                EXPECT_EQ(contents.damage.substr(0, place.size()), place) << "byte " << at;
                EXPECT_EQ(contents.torn_bytes, 0u);
            } else {
                EXPECT_FALSE(contents.damage.empty()) << "byte " << at;
            }
        }
    }
}

TEST_F(JournalFiles, DamageInTheMiddleIsNamedAndTheFileIsLeftAsItIs) {
    const Example journal = journal_of(twenty_records());
    std::string bytes = journal.bytes;
    bytes[journal.ends[6] + 9] ^= 1;
    put(bytes);
    const base::Result<Writer> writer = Writer::open(file);
    ASSERT_FALSE(writer);
    EXPECT_NE(writer.error().what.find("record 7 at byte " + std::to_string(journal.ends[6])), std::string::npos)
        << writer.error().message();
    EXPECT_EQ(bytes_of(file), bytes);
    EXPECT_FALSE(std::filesystem::exists(file.string() + ".tail"));
    EXPECT_EQ(read_file(file)->records, first(6));
}

TEST_F(JournalFiles, ATailOfZerosIsCutOffHoweverLong) {
    const Example journal = journal_of(twenty_records());
    for (const std::size_t zeros : {1u, 7u, 8u, 9u, 4096u, 1024u * 1024u}) {
        put(journal.bytes + std::string(zeros, '\0'));
        const base::Result<Writer> writer = Writer::open(file);
        ASSERT_TRUE(writer) << writer.error().message();
        EXPECT_EQ(writer->contents().records, twenty_records());
        EXPECT_EQ(writer->contents().torn_bytes, zeros);
        EXPECT_EQ(bytes_of(file), journal.bytes);
        EXPECT_EQ(bytes_of(file.string() + ".tail"), std::string(zeros, '\0'));
    }
}

TEST_F(JournalFiles, ARecordOfWhichOnlyPartsReachedTheDiskIsCutOff) {
    const Example journal = journal_of({"first", std::string(3000, 'x')});
    const std::size_t begin = journal.ends[1];
    std::string late = journal.bytes, early = journal.bytes;
    late.replace(begin, 512, 512, '\0');
    early.replace(begin + 512, early.size() - begin - 512, early.size() - begin - 512, '\0');
    for (const std::string& bytes : {late, early, early + std::string(5000, '\0')}) {
        const Contents contents = read(bytes);
        EXPECT_EQ(contents.damage, "");
        EXPECT_EQ(contents.records, std::vector<std::string>{"first"});
        EXPECT_EQ(contents.torn_bytes, bytes.size() - begin);
    }
}

TEST_F(JournalFiles, AHoleOfZerosBetweenRecordsIsDamage) {
    const Example journal = journal_of(twenty_records());
    std::string bytes = journal.bytes;
    bytes.replace(journal.ends[4], journal.ends[5] - journal.ends[4], journal.ends[5] - journal.ends[4], '\0');
    const Contents contents = read(bytes);
    EXPECT_EQ(contents.records, first(4));
    EXPECT_NE(contents.damage.find("a whole record follows it at byte " + std::to_string(journal.ends[5])),
              std::string::npos)
        << contents.damage;
}

TEST_F(JournalFiles, TheWholeFileTwiceIsDamageAfterTheFirst) {
    const Example journal = journal_of(twenty_records());
    const Contents contents = read(journal.bytes + journal.bytes);
    EXPECT_EQ(contents.records, twenty_records());
    EXPECT_EQ(contents.damage.substr(0, 10), "record 21 ") << contents.damage;
    EXPECT_EQ(contents.whole_bytes, journal.bytes.size());
}

TEST_F(JournalFiles, ADamagedRecordIsNotTakenForTornBecauseTheOneBehindItIs) {
    const Example journal = journal_of({"first", "second"});
    std::string bytes = journal.bytes.substr(0, journal.bytes.size() - 2);
    bytes[journal.ends[0] + 8] ^= 1;
    const Contents contents = read(bytes);
    EXPECT_TRUE(contents.records.empty());
    EXPECT_EQ(contents.damage, "record 1 at byte " + std::to_string(journal.ends[0]) +
                                   ": its checksum does not match, and more follows it");
}

TEST_F(JournalFiles, ForeignBytesBehindTheLastRecordAreDamageAndNotATornRecord) {
    const Example journal = journal_of({"first"});
    const Contents contents = read(journal.bytes + "written by another program");
    EXPECT_EQ(contents.records, std::vector<std::string>{"first"});
    EXPECT_NE(contents.damage.find("its length is given as"), std::string::npos) << contents.damage;
}

TEST_F(JournalFiles, AnythingLongerThanARecordBehindTheLastIsDamage) {
    const Contents contents = read(journal_of({"first"}).bytes + std::string(most_record_bytes + 9, '\x01'));
    EXPECT_EQ(contents.records, std::vector<std::string>{"first"});
    EXPECT_FALSE(contents.damage.empty());
}

}  // namespace
}  // namespace palpera::journal
