#include "tests/fuzz/hostile.h"

#include <string_view>

namespace palpera::hostile {
namespace {

using namespace std::string_literals;

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

std::string random_bytes() {
    std::string bytes;
    for (unsigned i = 0; i < 3000; ++i) bytes += static_cast<char>((i * 167 + 13) % 256);
    return bytes;
}

std::string nine_levels_of_nine_aliases() {
    std::string bytes = "a: &a [1,1,1,1,1,1,1,1,1]\n";
    for (char c = 'b'; c < 'j'; ++c) {
        const std::string before(1, static_cast<char>(c - 1));
        bytes += std::string(1, c) + ": &" + c + " [" + repeated("*" + before + ",", 9) + "]\n";
    }
    return bytes;
}

std::string many_unknown_keys(int count) {
    std::string bytes = "language: sv\n";
    for (int i = 0; i < count; ++i) bytes += "k" + std::to_string(i) + ": 1\n";
    return bytes;
}

void add(std::vector<Row>& rows, std::vector<Row> more) {
    for (Row& row : more) rows.push_back(std::move(row));
}

std::vector<Row> bytes_that_are_no_text() {
    return {{"Empty", "", "empty", 1},
            {"OnlyAComment", "# x", "empty", 1},
            {"OnlyAMark", "---\n", "empty", 1},
            {"Picture", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s, "not-text", 1},
            {"Program", "\x7f\x45LF\2\1\1\0\0\0\0\0"s, "not-text", 1},
            {"RandomBytes", random_bytes(), "not-text", 1},
            {"Latin1", "language: sv\ntitle: H\xe4l\n", "not-utf8", 2},
            {"OverlongSlash", "title: \xc0\xaf\n", "not-utf8", 1},
            {"Surrogate", "title: \xed\xa0\x80\n", "not-utf8", 1},
            {"CutLetter", "title: h\xc3", "not-utf8", 1},
            {"Nul", "language: sv\ntitle: a\0b\n"s, "control-character", 2},
            {"Bell", "language: sv\ntitle: \x07\n", "control-character", 2},
            {"TerminalEscape", "language: sv\n\"\x1b[2J\": x\n", "control-character", 2},
            {"TerminalEscapeWritten", "language: sv\ntitle: \"\\x1b[2J\"\n", "control-character", 2},
            {"C1Control", "language: sv\ntitle: \xc2\x9b\x32J\n", "control-character", 2},
            {"RightToLeft", "language: sv\ntitle: a\u202eb\n", "hidden-character", 2},
            {"Isolate", "language: sv\ntitle: a\u2067b\n", "hidden-character", 2},
            {"TagCharacter", "language: sv\ntitle: a\U000e0041b\n", "hidden-character", 2},
            {"Utf16", "\xff\xfel\0a\0n\0"s, "not-utf8", 1},
            {"Utf32", "\xff\xfe\0\0l\0\0\0"s, "not-utf8", 1},
            {"ByteOrderMarkInside", "language: sv\ntitle: b\ufeff\n", "stray-character", 2},
            {"CarriageReturnAlone", "language: sv\rtitle: x\n", "stray-character", 1}};
}

std::vector<Row> documents_of_the_wrong_form() {
    return {{"Tab", "language: sv\npatient:\n\tage: 4\n", "tab", 3},
            {"DoubleQuoteNeverClosed", "language: sv\ntitle: \"abc\nage: 4\nname: \"x\"\n", "unclosed-text", 2},
            {"SingleQuoteNeverClosed", "language: sv\ntitle: 'abc\nage: 4\n", "unclosed-text", 2},
            {"CutInsideABrace", "language: sv\npatient: {age: 4, ", "unclosed-bracket", 2},
            {"ListThenKeys", "- a\nb: 1\n", "list-and-keys", 2},
            {"SecondDocument", "language: sv\n---\nb: 2\n", "one-document", 2},
            {"TextAfterTheEnd", "language: sv\n...\nb: 2\n", "one-document", 3},
            {"TextAfterText", "language: sv\ntitle: \"a\" \"b\" \"c\"\n", "text-after-text", 2},
            {"VersionDirective", "%YAML 9.9\n---\nlanguage: sv\n", "directive", 1},
            {"TagDirective", "%TAG ! tag:x,2000:\n---\nlanguage: sv\n", "directive", 1},
            {"PythonObject", "language: sv\ntitle: !!python/object:x y\n", "tag", 2},
            {"BinaryTag", "language: sv\ntitle: !!binary aGk=\n", "tag", 2},
            {"OwnTag", "language: sv\ntitle: !foo x\n", "tag", 2},
            {"ListAsKey", "language: sv\n[a]: 1\n", "key-not-a-word", 2},
            {"ComplexKey", "? [a]\n: 1\n", "key-not-a-word", 1},
            {"EmptyKey", ": x\n", "key-not-a-word", 1},
            {"AnchorOnItself", "&x [*x]\n", "anchor", 1},
            {"NineLevelsOfNineAliases", nine_levels_of_nine_aliases(), "anchor", 1},
            {"MergeKey", "language: sv\nc:\n  <<: *a\n", "merge-key", 3},
            {"MergeKeyOnItself", "c: &a\n  <<: *a\n", "merge-key", 2},
            {"KeyTwice", "language: sv\nage: 1\nc: 3\nage: 4\n", "duplicate-key", 4},
            {"KeyTwiceOnceQuoted", "language: sv\nage: 1\n\"age\": 2\n", "duplicate-key", 3}};
}

std::vector<Row> documents_that_are_too_large() {
    return {{"Nested33Lists", repeated("[", 33), "too-deep", 1},
            {"Nested600Maps", repeated("{a: ", 600), "too-deep", 1},
            {"NestedHundredThousandLists", repeated("[", 100'000), "too-deep", 1},
            {"NestedHundredThousandItems", repeated("- ", 100'000), "too-deep", 1},
            {"NestedHundredThousandKeys", repeated("? ", 100'000), "too-deep", 1},
            {"TwoMillionValues", "[" + repeated("1,", 2'000'000) + "]", "unreadable", 0},
            {"SixtyThousandValues", "[" + repeated("1,", 60'000) + "]", "too-many-values", 1},
            {"LineOfTenMegabytes", "title: " + std::string(10'000'000, 'x'), "unreadable", 0},
            {"KeyOfSeventyKilobytes", "language: sv\n" + std::string(70'000, 'k') + ": 1\n", "too-long", 2},
            {"TextOfHundredFiftyKilobytes", "language: sv\ntitle: " + std::string(150'000, 'x'), "too-long", 2},
            {"FourThousandUnknownKeys", many_unknown_keys(4'000), "too-many-complaints", 0},
            {"TwentyThousandUnknownKeys", many_unknown_keys(20'000), "too-many-complaints", 0}};
}

// In a case; the line is not told, as it is that of the file the condition stands in.
Row condition(std::string name, std::string text, std::string rule) {
    return {std::move(name), std::move(text), std::move(rule), 0};
}

}  // namespace

std::vector<Row> documents() {
    std::vector<Row> rows = bytes_that_are_no_text();
    add(rows, documents_of_the_wrong_form());
    add(rows, documents_that_are_too_large());
    return rows;
}

std::vector<Row> conditions() {
    return {condition("ThreeThousandParentheses", repeated("(", 3000), "condition-too-long"),
            condition("NineHundredParentheses", repeated("(", 900), "condition-too-deep"),
            condition("TwoHundredFortyNegations", repeated("not ", 240) + "spur", "condition-too-deep"),
            condition("FiveThousandMinusSigns", repeated("-", 5000) + "1", "condition-too-long"),
            condition("FifteenHundredTerms", "spur" + repeated(" and spur", 1500), "condition-too-long"),
            condition("HundredComparisons", "age>1" + repeated(" or age>1", 100), "condition-too-many-parts"),
            condition("DivisionByZero", "severity > 1/0", "condition-sign"),
            condition("RemainderOfTheLeastNumber", "severity > -2147483648 % -1", "condition-syntax"),
            condition("OneMoreThanTheMost", "severity > 2147483647+1", "condition-sign"),
            condition("AssignmentForComparison", "severity = 44", "condition-sign"),
            condition("ParenthesisNeverClosed", "(severity > 1", "condition-syntax"),
            condition("Nothing", "", "wrong-kind"),
            condition("CommentNeverClosed", "/*", "condition-sign"),
            condition("UnknownName", "severitty > 4", "condition-unknown-name"),
            condition("NumberAgainstText", "severity > \"forty\"", "condition-kind"),
            condition("CallOfTheSystem", "system(\"x\")", "condition-unknown-function"),
            condition("FormatString", "%n%s", "condition-sign"),
            condition("Template", "{{7*7}}", "condition-sign"),
            condition("Script", "<script>", "condition-syntax"),
            condition("RepeatedText", "\"x\" * 1e9", "condition-sign"),
            condition("RegularExpression", "regex(\"(a+)+$\")", "condition-unknown-function")};
}

std::string case_with_condition(const std::string& sound, const std::string& text) {
    std::string quoted;
    for (const char c : text) quoted += c == '\'' ? "''" : std::string(1, c);
    return sound + "events:\n    limps: {when: '" + quoted + "', tells: \"She limps.\"}\n";
}

}  // namespace palpera::hostile
