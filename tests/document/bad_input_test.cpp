#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/document/document.h"
#include "tests/document/complaints.h"

namespace palpera::document {
namespace {

using namespace std::string_literals;

// A file, and the complaint wanted about it: where, what (a part of the message), which rule.
struct Row {
    std::string bytes;
    std::string where;
    std::string what;
    std::string rule;
};

void expect(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        base::Diagnostics diagnostics;
        const bool accepted = parse("case.yaml", row.bytes, case_limits, diagnostics).has_value();
        EXPECT_FALSE(accepted) << row.bytes.substr(0, 200);
        EXPECT_THAT(
            complaints(diagnostics),
            testing::Contains(testing::AllOf(testing::StartsWith("case.yaml" + row.where + ": error: "),
                                             testing::HasSubstr(row.what), testing::EndsWith("[" + row.rule + "]"))))
            << row.bytes.substr(0, 200);
    }
}

void expect_accepted(const std::string& bytes) {
    base::Diagnostics diagnostics;
    EXPECT_TRUE(parse("case.yaml", bytes, case_limits, diagnostics)) << bytes.substr(0, 200);
    EXPECT_THAT(complaints(diagnostics), testing::IsEmpty());
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

TEST(BadInput, AnEmptyFileIsSaidToBeEmpty) {
    expect({{"", ":1:1", "the file is empty", "empty"},
            {"# x", ":1:1", "the file is empty", "empty"},
            {"---\n", ":1:1", "the file is empty", "empty"}});
}

TEST(BadInput, AnImageOrAProgramIsNoTextFile) {
    std::string random;
    for (unsigned i = 0; i < 3000; ++i) random += static_cast<char>((i * 167 + 13) % 256);
    expect({{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s, ":1:1", "not a text file: byte 0x89 at 1", "not-text"},
            {"\x7f"
             "ELF\2\1\1\0"s,
             ":1:1", "not a text file: byte 0x7F at 1", "not-text"},
            {random, ":1:1", "not a text file: byte 0xB4 at 2", "not-text"}});
}

TEST(BadInput, WhatIsNotUtf8IsNamedWithItsPlace) {
    expect({{"language: sv\ntitle: H\xe4l\n", ":2:9", "not UTF-8: byte 0xE4 - save the file as UTF-8", "not-utf8"},
            {"title: \xc0\xaf\n", ":1:8", "not UTF-8: byte 0xC0", "not-utf8"},
            {"title: \xed\xa0\x80\n", ":1:8", "not UTF-8: byte 0xED", "not-utf8"},
            {"title: pain \xf5\x80\x80\x80\n", ":1:13", "not UTF-8: byte 0xF5", "not-utf8"},
            {"title: ä\xe2\x82", ":1:9", "not UTF-8: byte 0xE2", "not-utf8"}});
}

TEST(BadInput, ControlCharactersAreNamedAndNeverEchoed) {
    expect({{"title: a\0b\n"s, ":1:9", "control character U+0000", "control-character"},
            {"title: \x07\n", ":1:8", "control character U+0007", "control-character"},
            {"title: \"\x1b[2J\"\n", ":1:9", "control character U+001B", "control-character"},
            {"title: \"\\x1b[2J\"\n", ":1:8", "control character U+001B in `title`", "control-character"},
            {"title: \xc2\x85x\n", ":1:8", "control character U+0085", "control-character"}});
}

TEST(BadInput, HiddenDirectionMarksAreNamed) {
    expect({{"title: a\u202eb\n", ":1:9", "hidden direction mark U+202E", "hidden-character"},
            {"title: a\u2067b\n", ":1:9", "hidden direction mark U+2067", "hidden-character"},
            {"title: a\U000e0041b\n", ":1:9", "hidden direction mark U+E0041", "hidden-character"},
            {"title: \"a\\u202eb\"\n", ":1:8", "hidden direction mark U+202E in `title`", "hidden-character"}});
}

TEST(BadInput, WideEncodingsAreNamed) {
    expect({{"\xff\xfe" + "a\0:\0"s, ":1:1", "the file is UTF-16 - save the file as UTF-8", "not-utf8"},
            {"\0a\0:\0 \0b"s, ":1:1", "the file is UTF-16", "not-utf8"},
            {"\xff\xfe\0\0a\0\0\0"s, ":1:1", "the file is UTF-32", "not-utf8"},
            {"a\0\0\0:\0\0\0"s, ":1:1", "the file is UTF-32", "not-utf8"}});
}

TEST(BadInput, AByteOrderMarkAtTheStartCarriageReturnsBeforeLineFeedsAndAMissingLastLineEndAreAccepted) {
    base::Diagnostics diagnostics;
    const auto document =
        parse("case.yaml", "\xef\xbb\xbfå: b\r\nc: |\r\n  x\r\n  y\r\nd: 1", case_limits, diagnostics);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->root.begin, (Position{1, 1, 3}));
    EXPECT_EQ(document->root.find("c")->text, "x\ny\n");
    EXPECT_EQ(document->root.find("d")->begin, (Position{5, 4, 29}));
    EXPECT_EQ(document->bytes.substr(document->root.find("d")->begin.byte), "1");
}

TEST(BadInput, AByteOrderMarkInsideOrALoneCarriageReturnIsStray) {
    expect({{"a: b\ufeff\n", ":1:5", "stray byte order mark", "stray-character"},
            {"a: b\rc: d\n", ":1:5", "stray line end", "stray-character"},
            {"a: b\u2028c: d\n", ":1:5", "stray line end U+2028", "stray-character"}});
}

TEST(BadInput, ATabAsIndentationIsNamedWithItsLine) {
    expect({{"a:\n\tb: 1\n", ":2:1", "a tab in the indentation - use spaces", "tab"},
            {"a:\n  \tb: 1\n", ":2:3", "a tab in the indentation", "tab"},
            {"a:\n  - b\n  -\tc\n", ":3:4", "a tab in the indentation", "tab"}});
    expect_accepted("a: b\tc\n");
}

TEST(BadInput, AQuotedTextThatDoesNotEndOnItsLineIsNamedWhereItWasOpened) {
    const std::string what = "the text opened at line 2 is never closed";
    expect({{"a: 1\ntitle: \"abc\nage: 4\nname: \"x\"\n", ":2:8", what, "unclosed-text"},
            {"a: 1\ntitle: 'abc\nage: 4\n", ":2:8", what, "unclosed-text"},
            {"a: 1\ntitle: \"abc\nage: 4", ":2:8", what, "unclosed-text"},
            {"a: 1\n\"abc\nd\": 1\n", ":2:1", what, "unclosed-text"},
            {"a: 1\nb: [\"x, y]\nc: 1\n", ":2:5", what, "unclosed-text"},
            {"a: 1\nb: \"two\n  lines\"\n", ":2:4", what, "unclosed-text"},
            {"a: 1\nb: \"x\n---\n", ":2:4", what, "unclosed-text"}});
}

TEST(BadInput, ABraceThatIsNeverClosedIsNamedWhereItWasOpened) {
    expect({{"a: {b: 1, c: ", ":1:4", "the brace opened at line 1 is never closed", "unclosed-bracket"},
            {"a: {b: 1\nc: 2\nd: 4\n", ":1:4", "the brace opened at line 1 is never closed", "unclosed-bracket"},
            {"x: 1\na: [1, 2\nb: 3\n", ":2:4", "the bracket opened at line 2 is never closed", "unclosed-bracket"},
            {"a: [1, {b", ":1:8", "the brace opened at line 1 is never closed", "unclosed-bracket"},
            {"a: [1 2}\n", ":1:8", "expected `,` or `]`, found \"}\"", "syntax"},
            {"a: {b: 1}}\n", ":1:10", "a closing \"}\" that nothing opened", "syntax"}});
}

TEST(BadInput, AFileCutInsideABraceIsNeverTakenForAWholeOne) {
    const std::string whole = "a: {b: 1, c: [d, \"e\", 'f']}";
    for (std::size_t size = 4; size < whole.size(); ++size) {
        base::Diagnostics diagnostics;
        EXPECT_FALSE(parse("case.yaml", whole.substr(0, size), case_limits, diagnostics));
        EXPECT_THAT(complaints(diagnostics),
                    testing::ElementsAre(testing::HasSubstr("opened at line 1 is never closed")))
            << whole.substr(0, size);
    }
}

TEST(BadInput, AListAndKeysAreNotMixed) {
    expect({{"- a\nb: 1\n", ":2:1", "list and keys mixed", "list-and-keys"},
            {"b: 1\n- a\n", ":2:1", "list and keys mixed", "list-and-keys"},
            {"l:\n  - a\n  b: 1\n", ":3:3", "list and keys mixed", "list-and-keys"},
            {"b: x\n  - a\n", ":2:3", "a list item after a text", "list-and-keys"},
            {"a: - b\n", ":1:4", "a list item cannot begin here", "list-and-keys"}});
}

TEST(BadInput, ASecondDocumentIsRefused) {
    expect({{"a: 1\n---\nb: 2\n", ":2:1", "only one document", "one-document"},
            {"a: 1\n...\nb: 2\n", ":3:1", "only one document", "one-document"}});
    expect_accepted("---\na: 1\n...\n");
}

TEST(BadInput, TextAfterAQuotedTextIsRefused) {
    expect({{"a: \"a\" \"b\" \"c\"\n", ":1:8", "unexpected text after \"a\"", "text-after-text"},
            {"a: 'it's fine'\n", ":1:8", "unexpected text after 'it'", "text-after-text"},
            {"a: [\"x\" y]\n", ":1:9", "unexpected text after \"x\"", "text-after-text"}});
}

TEST(BadInput, DirectivesAreNotUsed) {
    expect({{"%YAML 9.9\n---\na: 1\n", ":1:1", "directives are not used here", "directive"},
            {"%TAG ! tag:x,2000:\n---\na: 1\n", ":1:1", "directives are not used here", "directive"},
            {"a: 1\n%YAML 1.1\n", ":2:1", "directives are not used here", "directive"}});
}

TEST(BadInput, TagsAreNotUsed) {
    for (const char* tagged :
         {"!!python/object:x y", "!!binary aGk=", "!foo x", "! x", "!<x> b", "!x!y b", "!<x", "!"}) {
        expect({{"a: "s + tagged + "\n", ":1:4", "tags are not used here", "tag"}});
    }
}

TEST(BadInput, AKeyIsAWord) {
    expect({{"[a]: 1\n", ":1:1", "a key must be a word", "key-not-a-word"},
            {"? [a]\n: 1\n", ":1:3", "a key must be a word", "key-not-a-word"},
            {": x\n", ":1:1", "a key must be a word", "key-not-a-word"},
            {"\"\": x\n", ":1:1", "a key must be a word", "key-not-a-word"},
            {"a:\n  ? |\n   x\n  : 1\n", ":2:5", "a key must be a word", "key-not-a-word"}});
}

TEST(BadInput, AnchorsAliasesAndMergeKeysAreNotUsed) {
    std::string bombs = "a: &a [1,1,1]\n";
    for (char c = 'b'; c < 'j'; ++c) {
        const std::string before(1, static_cast<char>(c - 1));
        bombs += std::string(1, c) + ": &" + c + " [" + repeated("*" + before + ",", 9) + "]\n";
    }
    expect({{"&x [*x]\n", ":1:1", "anchors are not used here", "anchor"},
            {bombs, ":1:4", "anchors are not used here", "anchor"},
            {"*x: 1\n", ":1:1", "anchors and aliases are not used here", "anchor"},
            {"a: *x\n", ":1:4", "anchors and aliases are not used here", "anchor"},
            {"a: &\n", ":1:4", "anchors and aliases are not used here", "anchor"},
            {"c:\n  <<: *a\n", ":2:3", "merge keys are not used here", "merge-key"},
            {"c: &a\n  <<: *a\n", ":2:3", "merge keys are not used here", "merge-key"}});
}

TEST(BadInput, AKeyGivenTwiceNamesTheLineOfTheFirst) {
    expect({{"b: 2\nage: 1\nc: 3\nage: 4\n", ":4:1", "`age` given twice, first at line 2", "duplicate-key"},
            {"age: 1\n\"age\": 2\n", ":2:1", "`age` given twice, first at line 1", "duplicate-key"},
            {"x:\n  y: 1\n  y: 2\n  y: 3\n", ":4:3", "`y` given twice, first at line 2", "duplicate-key"}});
}

TEST(BadInput, NestingDeeperThan32IsNamedAtThe33rdLevel) {
    const std::string what = "nested deeper than 32";
    for (std::size_t levels : {33u, 600u, 100'000u}) {
        expect({{repeated("[", levels), ":1:33", what, "too-deep"},
                {repeated("{", levels), ":1:33", what, "too-deep"},
                {repeated("- ", levels), ":1:65", what, "too-deep"},
                {repeated("? ", levels), ":1:65", what, "too-deep"}});
    }
    expect_accepted(repeated("[", 32) + repeated("]", 32));
}

TEST(BadInput, SizesAreBounded) {
    const std::string key(70'000, 'k');
    expect({{"[" + repeated("1,", 2'000'000) + "]", "", "the file is over 256 KiB", "too-large"},
            {"[" + repeated("1,", 60'000) + "]", ":1:100000", "more than 50000 values", "too-many-values"},
            {repeated("- a\n", 60'000), ":50000:3", "more than 50000 values", "too-many-values"},
            {"a: 1\n" + key + ": 1\n", ":2:1", "a key of 70000 bytes: \"kkk", "too-long"},
            {std::string(200, 'k') + ": 1\n", ":1:1", "a key of 200 bytes", "too-long"},
            {"a: " + std::string(150'000, 'x'), ":1:4", "a text of 150000 bytes: \"xxx", "too-long"}});
    expect_accepted("a: " + std::string(16 * 1024, 'x'));
}

TEST(BadInput, EveryComplaintStaysShort) {
    for (const std::string& bytes :
         {"a: " + std::string(150'000, 'x'), std::string(70'000, 'k') + ": 1\n",
          "a: \"" + std::string(9'000, 'x') + "\" y" + std::string(9'000, 'z') + "\n",
          "a: \"\\q" + std::string(9'000, '\\') + "\n", "a: b: " + std::string(9'000, 'c')}) {
        base::Diagnostics diagnostics;
        parse("case.yaml", bytes, case_limits, diagnostics);
        for (const std::string& complaint : complaints(diagnostics)) EXPECT_LE(complaint.size(), 512u) << complaint;
        EXPECT_GT(diagnostics.errors(), 0u);
    }
}

TEST(BadInput, LibyamlsOwnWordsAreNeverShown) {
    for (const char* bytes :
         {"a: @x\n",       "a: `x\n",         "a: \"\\q\"\n",        "a: \"\\x1\"\n",  "a: b: c\n",
          "a\nb: 1\n",     "a: 1\nb\nc: 2\n", "a: |5x\n  b\n",       "a: |0\n  b\n",   "a: ]\n",
          "a: ,\n",        "a: [,]\n",        "a: \"\\ud800\"\n",    "a: ?\n",         "- - - a\n  b\n",
          "a: |\n b\nc\n", "a: {\"b\" 2}\n",  "a:\n  b: 1\n c: 2\n", "  a: 1\nb: 2\n", "a: %x\n",
          "[a, b]\nc: 1\n"}) {
        base::Diagnostics diagnostics;
        EXPECT_FALSE(parse("case.yaml", bytes, case_limits, diagnostics)) << bytes;
        ASSERT_EQ(diagnostics.errors(), 1u) << bytes;
        const base::Diagnostic& complaint = diagnostics.all().front();
        EXPECT_THAT(complaint.message,
                    testing::Not(testing::ContainsRegex("did not find|could not find|while |token")));
        EXPECT_GT(complaint.line, 0) << bytes;
        EXPECT_FALSE(complaint.hint.empty()) << bytes;
    }
}

}  // namespace
}  // namespace palpera::document
