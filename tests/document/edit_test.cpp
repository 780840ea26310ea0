#include "engine/document/edit.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace palpera::document {
namespace {

const std::string heel =
    "# schema\n"
    "language: sv   # of the teacher\n"
    "patient:\n"
    "    name: \"Eva\"\n"
    "    # in years\n"
    "    age: 44\n"
    "\n"
    "    work: |\n"
    "        Jag står.\n"
    "        Hela dagen.\n"
    "\n"
    "facts: {diabetes: yes, smokes: no}\n"
    "steps:\n"
    "    - id: first\n"
    "      acts: [ask a, ask b]\n"
    "    # why\n"
    "    - second   # behind\n";

Document document_of(const std::string& bytes) {
    base::Diagnostics diagnostics;
    std::optional<Document> document = parse("case.yaml", bytes, case_limits, diagnostics);
    EXPECT_TRUE(document) << bytes << (diagnostics.all().empty() ? "" : base::format(diagnostics.all().front()));
    return document ? *std::move(document) : Document{};
}

// The text after the edit, or why there is none.
std::string after(const std::string& bytes, const Edit& edit) {
    const base::Result<Edited> result = edited(document_of(bytes), edit, case_limits);
    return result ? result->document.bytes : result.error().message();
}

std::string with(std::string bytes, const std::string& old, const std::string& now) {
    return bytes.replace(bytes.find(old), old.size(), now);
}

TEST(Edit, OfATextChangesNothingElse) {
    EXPECT_EQ(after(heel, Replace{{"patient", "age"}, word_value("52")}), with(heel, "44", "52"));
    EXPECT_EQ(after(heel, Replace{{"patient", "name"}, text_value("Bo \"Bosse\" Ek")}),
              with(heel, "\"Eva\"", "\"Bo \\\"Bosse\\\" Ek\""));
    EXPECT_EQ(after(heel, Replace{{"facts", "smokes"}, word_value("yes")}), with(heel, "smokes: no", "smokes: yes"));
    EXPECT_EQ(after(heel, Replace{{"steps", 0u, "acts", 1u}, word_value("ask c")}), with(heel, "ask b", "ask c"));
    EXPECT_EQ(after(heel, Replace{{"steps", 1u}, word_value("third")}), with(heel, "- second", "- third"));
}

TEST(Edit, OfATextOfSeveralLinesStaysABlock) {
    EXPECT_EQ(after(heel, Replace{{"patient", "work"}, text_value("Jag går.\nIbland.\n")}),
              with(heel, "        Jag står.\n        Hela dagen.", "        Jag går.\n        Ibland."));
    EXPECT_EQ(after(heel, Replace{{"patient", "work"}, text_value("Jag går.")}),
              with(heel, "|\n        Jag står.\n        Hela dagen.", "\"Jag går.\""));
}

TEST(Edit, AWordThatYamlWouldMisreadIsQuoted) {
    EXPECT_EQ(after(heel, Replace{{"facts", "smokes"}, word_value("a, b")}),
              with(heel, "smokes: no", "smokes: \"a, b\""));
    EXPECT_EQ(after(heel, Replace{{"patient", "age"}, word_value("44: 3 # x")}), with(heel, "44", "\"44: 3 # x\""));
    EXPECT_EQ(after(heel, Replace{{"patient", "age"}, word_value("")}), with(heel, "44", "\"\""));
}

TEST(Edit, InsertsWhereTheFileWouldHaveIt) {
    EXPECT_EQ(after(heel, Insert{{"patient"}, 2, "sex", word_value("female")}),
              with(heel, "age: 44\n", "age: 44\n    sex: female\n"));
    EXPECT_EQ(after(heel, Insert{{"patient"}, 0, "sex", word_value("female")}),
              with(heel, "name: ", "sex: female\n    name: "));
    EXPECT_EQ(after(heel, Insert{{"facts"}, 2, "fever", word_value("no")}), with(heel, "no}", "no, fever: no}"));
    EXPECT_EQ(
        after(heel, Insert{{}, 3, "vary", map_value({{"age", list_value({word_value("44"), word_value("50")})}})}),
        with(heel, "smokes: no}\n", "smokes: no}\nvary:\n    age: [44, 50]\n"));
    EXPECT_EQ(after(heel, Insert{{"steps"}, 1, "", word_value("between")}),
              with(heel, "ask b]\n", "ask b]\n    - between\n"));
    EXPECT_EQ(after(heel, Insert{{"steps"}, 2, "", word_value("last")}),
              with(heel, "# behind\n", "# behind\n    - last\n"));
}

TEST(Edit, RemovesAnEntryWithItsCommentsAndNoOther) {
    EXPECT_EQ(after(heel, Remove{{"patient", "age"}}), with(heel, "    # in years\n    age: 44\n", ""));
    EXPECT_EQ(after(heel, Remove{{"language"}}), with(heel, "language: sv   # of the teacher\n", ""));
    EXPECT_EQ(after(heel, Remove{{"facts", "diabetes"}}), with(heel, "diabetes: yes, ", ""));
    EXPECT_EQ(after(heel, Remove{{"facts", "smokes"}}), with(heel, ", smokes: no", ""));
    EXPECT_EQ(after(heel, Remove{{"steps", 0u, "id"}}), with(heel, "id: first\n      ", ""));
    EXPECT_EQ(after(heel, Remove{{"steps", 1u}}), with(heel, "    # why\n    - second   # behind\n", ""));
    const std::string alone = "language: sv\nfacts:\n    a: yes\nage: 3\n";
    EXPECT_EQ(after(alone, Remove{{"facts", "a"}}), "language: sv\nfacts: {}\nage: 3\n");
}

TEST(Edit, AnEmptyMapIsFilledAsABlock) {
    const std::string bytes = "language: sv\nfacts: {}\nage: 3\n";
    EXPECT_EQ(after(bytes, Insert{{"facts"}, 0, "a", word_value("yes")}), "language: sv\nfacts:\n    a: yes\nage: 3\n");
}

TEST(Edit, MovesAnEntryWithItsComments) {
    EXPECT_EQ(after(heel, Move{{"patient", "age"}, 0}), with(heel, "name: \"Eva\"\n    # in years\n    age: 44\n",
                                                             "# in years\n    age: 44\n    name: \"Eva\"\n"));
    EXPECT_EQ(after(heel, Move{{"facts", "smokes"}, 0}),
              with(heel, "{diabetes: yes, smokes: no}", "{smokes: no, diabetes: yes}"));
    EXPECT_EQ(after(heel, Move{{"steps", 1u}, 0}),
              with(heel, "- id: first\n      acts: [ask a, ask b]\n    # why\n    - second   # behind\n",
                   "# why\n    - second   # behind\n    - id: first\n      acts: [ask a, ask b]\n"));
}

TEST(Edit, RenamesAKey) {
    EXPECT_EQ(after(heel, Rename{{"facts", "diabetes"}, "gout"}), with(heel, "diabetes", "gout"));
    EXPECT_EQ(after(heel, Rename{{"patient"}, "palpate heel: x"}), with(heel, "patient:", "'palpate heel: x':"));
}

TEST(Edit, ThatCannotBeIsRefusedWithItsReason) {
    EXPECT_EQ(after(heel, Replace{{"nobody"}, word_value("x")}), "there is no `nobody` in this file");
    EXPECT_EQ(after(heel, Insert{{"patient"}, 0, "age", word_value("3")}),
              "`age` is there already (choose another name)");
    EXPECT_EQ(after(heel, Rename{{"facts", "smokes"}, "diabetes"}),
              "`diabetes` is there already (choose another name)");
    EXPECT_NE(after(heel, Replace{{"patient", "name"}, text_value(std::string(20'000, 'x'))}).find("at most 16384"),
              std::string::npos);
    EXPECT_EQ(after(heel, Replace{{"patient", "name"}, text_value("a\x01")}).substr(0, 10), "case.yaml:");
}

TEST(Edit, KeepsWindowsLineEnds) {
    EXPECT_EQ(after("a: 1\r\nb: 2\r\n", Insert{{}, 1, "c", word_value("3")}), "a: 1\r\nc: 3\r\nb: 2\r\n");
    EXPECT_EQ(after("a: 1\r\nb: 2", Remove{{"b"}}), "a: 1");
}

// ---- random edits -------------------------------------------------------------------------------------------------

void collect(const Node& node, const Path& path, std::vector<Path>& paths) {
    paths.push_back(path);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        Path below = path;
        below.emplace_back(i);
        collect(node.items[i], below, paths);
    }
    for (const Entry& entry : node.entries) {
        Path below = path;
        below.emplace_back(entry.key);
        collect(entry.value, below, paths);
    }
}

const std::vector<std::string> words{"yes",        "12",           "a, b",  "x: y",       "# no", "",
                                     " led",       "åäö",          "it's",  "say \"oj\"", "[a]",  "- a",
                                     "two\nlines", "two\nlines\n", "{age}", "null",       "50 %", "|"};

Node random_value(std::mt19937& random, int depth = 0) {
    const auto word = [&] { return words[random() % words.size()]; };
    switch (random() % (depth > 2 ? 2 : 4)) {
        case 0: return text_value(word());
        case 1: return word_value(word());
        case 2: return list_value({random_value(random, depth + 1), random_value(random, depth + 1)});
        default: return map_value({{"one", random_value(random, depth + 1)}, {"two", random_value(random, depth + 1)}});
    }
}

Edit random_edit(const Document& document, std::mt19937& random) {
    std::vector<Path> paths;
    collect(document.root, {}, paths);
    const Path at = paths[random() % paths.size()];
    const Node& node = *node_at(document.root, at);
    const std::size_t size = node.items.size() + node.entries.size();
    switch (random() % 5) {
        case 0: return Replace{at, random_value(random)};
        case 1: return Insert{at, random() % (size + 1), "key" + std::to_string(random() % 100), random_value(random)};
        case 2: return Remove{at};
        case 3: return Move{at, random() % 4};
        default: return Rename{at, "name" + std::to_string(random() % 100)};
    }
}

// Makes `count` edits, and takes them back. Gives how many were carried out.
std::size_t edit_and_undo(const std::string& bytes, const Limits& limits, unsigned seed, int count) {
    base::Diagnostics diagnostics;
    std::optional<Document> document = parse("file.yaml", bytes, limits, diagnostics);
    EXPECT_TRUE(document);
    if (!document) return 0;
    std::mt19937 random(seed);
    std::vector<Splice> done;
    for (int i = 0; i < count; ++i) {
        base::Result<Edited> result = edited(*document, random_edit(*document, random), limits);
        if (!result) continue;
        EXPECT_EQ(result->document.bytes, spliced(document->bytes, result->splice));
        done.push_back(result->splice);
        *document = std::move(result->document);
    }
    std::string back = document->bytes;
    for (auto splice = done.rbegin(); splice != done.rend(); ++splice) back = spliced(back, splice->inverse());
    EXPECT_EQ(back, bytes);
    return done.size();
}

TEST(Edit, RandomEditsTakenBackGiveTheOriginalBytes) {
    std::size_t carried_out = 0;
    for (unsigned seed = 0; seed < 60; ++seed) carried_out += edit_and_undo(heel, case_limits, seed, 40);
    EXPECT_GT(carried_out, 1000u);
}

TEST(Edit, AlmostEveryPossibleEditCanBeWritten) {
    std::mt19937 random(7);
    int possible = 0, refused = 0;
    std::string first;
    for (int i = 0; i < 3000; ++i) {
        const Document document = document_of(heel);
        const Edit edit = random_edit(document, random);
        const base::Result<Edited> result = edited(document, edit, case_limits);
        const std::string why = result ? "" : result.error().message();
        if (why.starts_with("there is no") || why.find("already") != std::string::npos) continue;
        ++possible;
        if (result) continue;
        ++refused;
        if (first.empty()) first = why + " edit kind " + std::to_string(edit.index());
    }
    EXPECT_GT(possible, 1000);
    EXPECT_LT(refused, possible / 50) << refused << " of " << possible << ": " << first;
}

// Every shipped file: what stands at each place is written anew as it is, and not a byte changes.
TEST(Edit, ARoundTripOfEveryShippedFileChangesNothing) {
    int files = 0;
    for (const char* folder : {"cases", "assets"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::filesystem::path(PALPERA_SOURCE_DIR) / folder)) {
            if (entry.path().extension() != ".yaml") continue;
            std::ostringstream bytes;
            bytes << std::ifstream(entry.path()).rdbuf();
            base::Diagnostics diagnostics;
            const auto document = parse(entry.path().string(), bytes.str(), catalogue_limits, diagnostics);
            if (!document) continue;
            ++files;
            EXPECT_EQ(document->bytes, bytes.str());
            std::mt19937 random(static_cast<unsigned>(files));
            std::vector<Path> paths;
            collect(document->root, {}, paths);
            for (int i = 0; i < 3; ++i) {
                const Path& at = paths[random() % paths.size()];
                const Node& node = *node_at(document->root, at);
                if (node.kind != Node::Kind::text || at.empty()) continue;
                const auto result = edited(*document, Replace{at, node}, catalogue_limits);
                ASSERT_TRUE(result) << entry.path() << result.error().message();
                EXPECT_TRUE(same_value(result->document.root, document->root));
            }
            edit_and_undo(bytes.str(), catalogue_limits, static_cast<unsigned>(files), 2);
        }
    }
    EXPECT_GT(files, 200);
}

}  // namespace
}  // namespace palpera::document
