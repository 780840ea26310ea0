#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/file.h"
#include "engine/journal/journal.h"

namespace palpera::journal {

// A folder of its own for each test, gone afterwards.
class JournalFiles : public testing::Test {
protected:
    std::filesystem::path folder =
        std::filesystem::path(testing::TempDir()) /
        (std::string("palpera_journal_") + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::path file = folder / "encounter.journal";
    void SetUp() override { std::filesystem::remove_all(folder); }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::string bytes_of(const std::filesystem::path& path) const {
        const base::Result<std::string> bytes = base::read_file(path, most_file_bytes);
        EXPECT_TRUE(bytes) << path;
        return bytes ? *bytes : std::string();
    }
    void put(std::string_view bytes) const { EXPECT_TRUE(base::write_file(file, bytes)); }
};

inline std::string record_of(int n) {
    return "act " + std::to_string(n) + std::string(static_cast<std::size_t>(n % 7), '.');
}

// The bytes of a journal, laid out here apart from the code under test.
struct Example {
    std::string bytes;
    std::vector<std::size_t> ends;  // where the header and each record end

    void add(std::string_view body) {
        for (std::size_t number : {body.size(), static_cast<std::size_t>(base::checksum(body))}) {
            for (int i = 0; i < 4; ++i) bytes += static_cast<char>((number >> (8 * i)) & 0xFF);
        }
        bytes += body;
        ends.push_back(bytes.size());
    }
};

inline Example journal_of(const std::vector<std::string>& records, std::string_view header = "case 1") {
    Example example;
    example.bytes = "palpera-journal-1\n";
    example.add(header);
    for (const std::string& record : records) example.add(record);
    return example;
}

inline std::vector<std::string> twenty_records() {
    std::vector<std::string> records;
    for (int n = 1; n <= 20; ++n) records.push_back(record_of(n));
    return records;
}

}  // namespace palpera::journal
