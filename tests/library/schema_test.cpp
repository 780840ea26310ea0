// The schemas that editors use say the same as the readers: both come from the forms.
#include "engine/library/schema.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <memory>

#include "tests/library/small_library.h"

namespace palpera::library {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

const fs::path root(PALPERA_SOURCE_DIR);

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write_all(const std::map<std::string, std::string>& files, const fs::path& folder) {
    fs::create_directories(folder);
    for (const auto& [name, text] : files) std::ofstream(folder / name, std::ios::binary) << text;
}

bool has_validator() { return std::system("python3 -c 'import jsonschema, yaml' >/dev/null 2>&1") == 0; }

// What an independent validator says of each file.
Lines validated(const fs::path& schemas, const std::vector<fs::path>& files) {
    std::string command =
        "python3 -B -W ignore '" + (root / "tests" / "library" / "validate.py").string() + "' '" + schemas.string() + "'";
    for (const fs::path& file : files) command += " '" + file.string() + "'";
    Lines lines(1);
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) {
        if (c == '\n') lines.emplace_back();
        if (c != '\n') lines.back().push_back(static_cast<char>(c));
    }
    lines.pop_back();
    return lines;
}

std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const bool glossary = entry.path().filename().string().starts_with("glossary");  // no file of the program's
        if (entry.path().extension() == ".yaml" && !glossary) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

TEST(Schema, TheKeptFilesAreThoseOfTheFormsAndOfTheShippedIds) {
    base::Diagnostics diagnostics;
    const Library library = read_library({root / "cases", root / "assets" / "anatomy"}, diagnostics);
    const std::map<std::string, std::string> made = schemas(library);
    for (const auto& [name, text] : made) {
        EXPECT_TRUE(text == text_of(root / "cases" / "schema" / name))
            << name << " is not up to date: run `palpera schema cases/schema`";
    }
    for (const auto& entry : fs::directory_iterator(root / "cases" / "schema")) {
        EXPECT_TRUE(made.contains(entry.path().filename().string())) << entry.path() << " is of no form";
    }
}

TEST(Schema, KnowsTheIdsOfItsOwnLibraryAndWhatTheyStandFor) {
    SmallLibrary small;
    const std::map<std::string, std::string> made = schemas(small.read());
    for (const char* id : {"\"HS-001\"", "\"palpate plantar_fascia_insertion\"", "\"order xray_heel\"",
                           "\"Do the first steps hurt?\"", "\"A spur\"", "\"stable\""}) {
        EXPECT_NE(made.at("ids.schema.json").find(id), std::string::npos) << id;
    }
    EXPECT_NE(made.at("case.schema.json").find("\"maximum\": 120"), std::string::npos) << "the age's range";
}

TEST(Schema, AnIndependentValidatorAcceptsEveryShippedFile) {
    if (!has_validator()) GTEST_SKIP() << "there is no python3 with jsonschema and yaml here";
    const std::vector<fs::path> files = files_below(root / "cases");
    const Lines lines = validated(root / "cases" / "schema", files);
    ASSERT_EQ(lines.size(), files.size());
    for (std::size_t i = 0; i < files.size(); ++i) EXPECT_EQ(lines[i], "sound") << files[i];
}

struct Broken {
    const char *file, *what, *by;
};
constexpr Broken broken_examples[] = {
    {"library/sore_morning/case.yaml", "difficulty: 1", "dificulty: 1"},
    {"library/sore_morning/case.yaml", "difficulty: 1", "difficulty: 9"},
    {"library/sore_morning/case.yaml", "minutes: 20\n", ""},
    {"library/sore_morning/case.yaml", "minutes: 20", "minutes: many"},
    {"library/sore_morning/case.yaml", "age: 50", "age: 430"},
    {"library/sore_morning/case.yaml", "age: 50", "age: 43.5"},
    {"library/sore_morning/case.yaml", "weight: 80 kg", "weight: 80"},
    {"library/sore_morning/case.yaml", "weight: 80 kg", "weight: 80 mmHg"},
    {"library/sore_morning/case.yaml", "severity: 60 %", "severity: 1.7"},
    {"library/sore_morning/case.yaml", "side: right", "side: richt"},
    {"library/sore_morning/case.yaml", "sex: female", "sex: [female]"},
    {"library/sore_morning/case.yaml", "sore_heel: {side", "sore_hel: {side"},
    {"library/sore_morning/case.yaml", "guidelines: [sore_heel]", "guidelines: [sore_heal]"},
    {"library/sore_morning/case.yaml", "symptom_duration: 3 months", "symptom_duration: 3 moons"},
    {"library/sore_morning/case.yaml", "symptom_duration: 3 months", "symptom_duration: yes"},
    {"library/sore_morning/case.yaml", "horizon: 26 weeks", "horizon: long"},
    {"conditions/sore_heel.yaml", "reveals: [heel_tender]", "reveals: [heel_tendr]"},
    {"conditions/sore_heel.yaml", "where: {says: \"Under the heel.\"}", "where: {sais: \"Under the heel.\"}"},
    {"conditions/sore_heel.yaml", "where: {says: \"Under the heel.\"}", "whre: {says: \"Under the heel.\"}"},
    {"conditions/sore_heel.yaml", "where: {says: \"Under the heel.\"}", "where: \"Under the heel.\""},
    {"conditions/sore_heel.yaml", "pain: 7", "pain: 11"},
    {"conditions/sore_heel.yaml", "sources: {claims: [HS-001]}\n", ""},
    {"conditions/sore_heel.yaml", "claims: [HS-001]", "claims: [HS-099]"},
    {"conditions/sore_heel.yaml", "facts: {first_step_pain: yes", "facts: {first_step_pain: true"},
    {"guidelines/sore_heel.yaml", "strength: should", "strength: shuold"},
    {"guidelines/sore_heel.yaml", "acts: [ask mornings]", "acts: [ask evenings]"},
    {"guidelines/sore_heel.yaml", "beyond: \"A book\"", "at_least: 1"},
    {"guidelines/sore_heel.yaml", "concerns: [sore_heel]", "concerns: [sore_hell]"},
    {"guidelines/sore_heel.yaml", "version: 1", "version: one"},
    {"catalogue/drugs.yaml", "usual_times: 2", "usual_times: 0"},
    {"catalogue/tests.yaml", "radiation: 1", "radation: 1"},
    {"catalogue/facts/facts.yaml", "kind: span", "kind: spam"},
};

TEST(Schema, WhatTheReaderRefusesAnEditorRefusesToo) {
    if (!has_validator()) GTEST_SKIP() << "there is no python3 with jsonschema and yaml here";
    SmallLibrary sound;
    const Library library = sound.read();
    ASSERT_EQ(sound.errors(), Lines{});
    write_all(schemas(library), sound.folder() / "schema");
    std::vector<fs::path> files = files_below(sound.folder());
    const std::size_t sound_files = files.size();
    std::vector<std::unique_ptr<SmallLibrary>> kept;
    for (const Broken& one : broken_examples) {
        SmallLibrary& small = *kept.emplace_back(std::make_unique<SmallLibrary>());
        small.where(one.file, one.what, one.by).read();
        ASSERT_FALSE(small.errors().empty()) << one.by;
        EXPECT_TRUE(small.errors()[0].starts_with(one.file)) << one.by << ": " << small.errors()[0];
        files.push_back(small.folder() / one.file);
    }
    const Lines lines = validated(sound.folder() / "schema", files);
    ASSERT_EQ(lines.size(), files.size());
    for (std::size_t i = 0; i < sound_files; ++i) EXPECT_EQ(lines[i], "sound") << files[i];
    for (std::size_t i = sound_files; i < files.size(); ++i) {
        EXPECT_TRUE(lines[i].starts_with("refused")) << broken_examples[i - sound_files].by;
    }
}

TEST(Schema, ATranslationHoldsTextsOnly) {
    if (!has_validator()) GTEST_SKIP() << "there is no python3 with jsonschema and yaml here";
    SmallLibrary small;
    write_all(schemas(small.read()), small.folder() / "schema");
    write_all({{"case.nb.yaml", "language: nb\ntitle: \"Vondt\"\nanswers: {where: {says: \"Her.\"}}\n"},
               {"case.sv.yaml", "language: sv\npatient: {age: 50}\n"},
               {"case.en.yaml", "title: \"Sore\"\n"}},
              small.folder() / "other");
    const Lines lines = validated(small.folder() / "schema", files_below(small.folder() / "other"));
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_TRUE(lines[0].starts_with("refused")) << "a translation names its language";
    EXPECT_EQ(lines[1], "sound");
    EXPECT_TRUE(lines[2].starts_with("refused")) << "an age is no text";
}

}  // namespace
}  // namespace palpera::library
