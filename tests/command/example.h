#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "engine/command/command.h"

namespace palpera::command {

namespace fs = std::filesystem;
using nlohmann::ordered_json;
using Words = std::vector<std::string>;

// What came of one call.
struct Ran {
    int code = -1;
    std::string out, err;

    ordered_json document() const { return ordered_json::parse(out); }
    std::vector<ordered_json> lines() const {
        std::vector<ordered_json> result;
        std::istringstream stream(out);
        for (std::string line; std::getline(stream, line);) result.push_back(ordered_json::parse(line));
        return result;
    }
};

inline Ran ran(const Words& arguments, const std::string& input = "",
               std::map<std::string, std::string> environment = {}, const fs::path& model = PALPERA_MODEL) {
    const fs::path root(PALPERA_SOURCE_DIR);
    std::istringstream in(input);
    std::ostringstream out, err;
    Ran result;
    result.code = run(arguments, {{root / "cases", root / "assets" / "anatomy"},
                                  root / "assets" / "text",
                                  PALPERA_FONT_FOLDER,
                                  model,
                                  std::move(environment),
                                  in,
                                  out,
                                  err});
    result.out = out.str();
    result.err = err.str();
    return result;
}

inline std::string file_text(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline fs::path shipped_journal(const std::string& name) {
    return fs::path(PALPERA_SOURCE_DIR) / "cases" / "library" / "ward_nurse" / (name + ".journal");
}

// The actions of a journal in text form.
inline std::string actions_of(const std::string& journal) {
    std::istringstream stream(journal);
    std::string actions, line;
    while (std::getline(stream, line)) {
        if (!line.starts_with("journal ") && !line.starts_with("#")) actions += line + "\n";
    }
    return actions;
}

inline Words keys(const ordered_json& json) {
    Words result;
    for (const auto& [key, value] : json.items()) result.push_back(key);
    return result;
}

// A folder of its own for each test.
class WithFolder : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) / ("command_" + std::to_string(::getpid()) + "_" +
                                                  testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }
    void write(const std::string& file, const std::string& text) const {
        fs::create_directories((folder_ / file).parent_path());
        std::ofstream(folder_ / file, std::ios::binary) << text;
    }
    std::string at(const std::string& file) const { return (folder_ / file).string(); }
    fs::path folder_;
};

}  // namespace palpera::command
