#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <sstream>

#include "tests/architecture/source_tree.h"

namespace palpera::architecture {
namespace {

const SourceFile& file_named(const std::vector<SourceFile>& tree, const std::string& path) {
    for (const SourceFile& file : tree) {
        if (file.path == path) return file;
    }
    throw std::runtime_error("there is no " + path);
}

// "path:line" of each line of the tree that has the pattern in it.
std::vector<std::string> lines_with(const std::vector<SourceFile>& tree, const std::regex& pattern) {
    std::vector<std::string> places;
    for (const SourceFile& file : tree) {
        std::istringstream lines(file.text);
        std::string line;
        for (int number = 1; std::getline(lines, line); ++number) {
            // A regular expression over a very long line would exhaust the stack; no line of ours is that long.
            if (std::regex_search(line.substr(0, 4000), pattern)) {
                places.push_back(file.path + ":" + std::to_string(number));
            }
        }
    }
    return places;
}

// The patterns are put together from parts, so that this file does not find itself.
const std::string unfinished = std::string(R"(\b(TO)") + "DO|FIX" + R"(ME)\b)";
const std::string machine_path = std::string("/(wo") + "rk|ho" + "me|ro" + "ot|tm" + "p|Users)/[A-Za-z0-9_.-]";
const std::string registry_host = std::string("deb\\.deb") + "ian\\.org|security\\.deb" + "ian\\.org|registry\\.np" +
                                  "mjs|py" + "pi\\.org|pythonho" + "sted|crat" + "es\\.io|proxy\\.gol" + "ang|ghcr\\." +
                                  "io|docker\\." + "io";

TEST(Repository, HoldsNoMarkOfUnfinishedWork) {
    EXPECT_EQ(lines_with(source_tree(), std::regex(unfinished)), std::vector<std::string>{});
}

TEST(Repository, NamesNoPathOfOneMachine) {
    EXPECT_EQ(lines_with(source_tree(), std::regex(machine_path)), std::vector<std::string>{});
}

TEST(Repository, NamesNoRegistryHost) {
    EXPECT_EQ(lines_with(source_tree(), std::regex(registry_host)), std::vector<std::string>{});
}

TEST(Repository, WhatItMustNotHoldWouldBeFound) {
    const std::vector<SourceFile> bad{{"a", std::string("x\n// TO") + "DO: later"},
                                      {"b", std::string("/ho") + "me/someone"},
                                      {"c", std::string("deb.deb") + "ian.org"}};
    EXPECT_EQ(lines_with(bad, std::regex(unfinished)), std::vector<std::string>{"a:2"});
    EXPECT_EQ(lines_with(bad, std::regex(machine_path)), std::vector<std::string>{"b:1"});
    EXPECT_EQ(lines_with(bad, std::regex(registry_host)), std::vector<std::string>{"c:1"});
}

TEST(ThirdParty, EveryDependencyHasItsRowInTheReadme) {
    const auto tree = source_tree();
    const std::string readme = file_named(tree, "third_party/README.md").text;
    int dependencies = 0;
    for (const SourceFile& file : tree) {
        const std::filesystem::path path = file.path;
        if (path.parent_path() != "third_party" || path.extension() != ".cmake" || path.stem() == "find") continue;
        ++dependencies;
        EXPECT_NE(readme.find("\n| " + path.stem().string() + " |"), std::string::npos) << file.path;
    }
    EXPECT_GE(dependencies, 10);
}

TEST(ThirdParty, EveryPackageThatIsInstalledIsNamedInTheReadme) {
    const auto tree = source_tree();
    const std::string readme = file_named(tree, "third_party/README.md").text;
    const std::string script = file_named(tree, "third_party/packages.sh").text;
    const std::regex list(R"((build|test)_packages=\(([^)]*)\))");
    int packages = 0;
    for (std::sregex_iterator found(script.begin(), script.end(), list), end; found != end; ++found) {
        std::istringstream words((*found)[2].str());
        for (std::string package; words >> package; ++packages) {
            EXPECT_NE(readme.find(package), std::string::npos) << package;
        }
    }
    EXPECT_GE(packages, 20);
}

TEST(ThirdParty, RoomsLinkLibrariesByTheNameGivenThere) {
    std::vector<SourceFile> build_files;
    for (SourceFile& file : source_tree()) {
        if (file.path.ends_with("CMakeLists.txt")) build_files.push_back(std::move(file));
    }
    EXPECT_EQ(lines_with(build_files, std::regex("find_package|pkg_check_modules|FetchContent|ExternalProject")),
              std::vector<std::string>{});
}

TEST(Licences, CodeIsApacheAndCasesAndAssetsAreCreativeCommons) {
    const auto tree = source_tree();
    EXPECT_NE(file_named(tree, "LICENSE").text.find("Apache License"), std::string::npos);
    for (const char* folder : {"cases", "assets"}) {
        EXPECT_NE(file_named(tree, std::string(folder) + "/LICENSE").text.find("CC-BY-4.0"), std::string::npos);
    }
}

}  // namespace
}  // namespace palpera::architecture
