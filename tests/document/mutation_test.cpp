#include <gtest/gtest.h>

#include <random>

#include "engine/base/text.h"
#include "engine/document/view.h"

namespace palpera::document {
namespace {

const std::vector<std::string> seeds{
    "language: sv\ntitle: Hälsmärta {n}\nage: 44\ntests: [a, \"b c\", 'd']\nanswers:\n  pain: { says: \"Ont\", share: "
    "0.6 }\n"
    "findings:\n  - id: heel\n    says: |\n      Öm\n      häl\n  - id: foot\n    says: >-\n      x\n",
    "language: nb\r\na: { b: { c: [1, 2, {d: e}] } }\r\n\"quoted key\": 'it''s'\r\n# comment\r\nx: 5 mg\r\ny: 4 "
    "months\r\n",
};
const std::vector<std::string> pieces{"\"",     "'",    "{",   "}",   "[",         "]",  ": ",           "- ",
                                      "\n",     "\t",   "&a ", "*a",  "!x ",       "%",  "---\n",        "...",
                                      "|",      ">",    "#",   "? ",  "\\",        "\r", "\xef\xbb\xbf", "\xe4",
                                      "\u202e", "<<: ", "  ",  "0,6", "\"\\x1b\"", ",",  "\0",           "åäö"};

std::string mutated(std::string bytes, std::mt19937& random) {
    const auto below = [&](std::size_t most) { return random() % most; };
    for (std::size_t times = 1 + below(4); times > 0; --times) {
        const std::size_t at = below(bytes.size() + 1);
        switch (below(4)) {
            case 0: bytes.insert(at, pieces[below(pieces.size())]); break;
            case 1: bytes.erase(at, 1 + below(6)); break;
            case 2: bytes.insert(at, bytes.substr(below(bytes.size() + 1), below(40))); break;
            default:
                if (at < bytes.size()) bytes[at] = static_cast<char>(random());
        }
    }
    return bytes;
}

// A form in which everything may occur that a form can ask for.
Form demanding_form() {
    using namespace form;
    const Form answer = map({optional("says", words(200), "."), optional("share", number(0, 1), ".")});
    const Form finding = map({required("id", id(), "."), optional("says", words(), ".")});
    const Form other = map({required("b", map({required("c", list(whole(0, 9), 1, 3), ".")}), ".")});
    return file({required("title", words(20), "."), optional("age", whole(0, 120), "."),
                 optional("tests", list(reference("test")), "."),
                 optional("answers", entries(one_or_named(answer)), "."),
                 optional("findings", list(either(finding, text())), "."), optional("a", other, "."),
                 optional("x", quantity("mass", {"mg"}, 0, 10), "."), optional("y", span(), "."),
                 optional("quoted key", flag(), ".")});
}

// Takes everything of everything.
void read_all(const View& view) {
    view.text(), view.number(), view.whole(), view.flag(), view.span(), view.quantity(), view.one_of(), view.words();
    if (!view.is_text()) {
        for (const View& item : view.items()) read_all(item);
    }
    for (const auto& [key, value] : view.entries()) read_all(value);
}

void expect_nested(const Node& node, std::size_t size) {
    EXPECT_LE(node.begin.byte, node.end.byte);
    EXPECT_LE(node.end.byte, size);
    for (const Node& item : node.items) {
        EXPECT_LE(node.begin.byte, item.begin.byte);
        EXPECT_GE(node.end.byte, item.end.byte);
        expect_nested(item, size);
    }
    for (const Entry& entry : node.entries) {
        EXPECT_LE(node.begin.byte, entry.place.byte);
        EXPECT_LE(entry.place.byte, entry.value.begin.byte);
        EXPECT_GE(node.end.byte, entry.value.end.byte);
        expect_nested(entry.value, size);
    }
}

// The line and column that `position` should have, by counting.
Position counted(std::string_view bytes, std::size_t byte) {
    Position result{1, 1, byte};
    for (std::size_t i = bytes.starts_with("\xef\xbb\xbf") ? 3 : 0; i < byte; ++i) {
        if (bytes[i] == '\n') {
            ++result.line;
            result.column = 1;
        } else if ((bytes[i] & 0xC0) != 0x80) {
            ++result.column;
        }
    }
    return result;
}

TEST(Mutations, OfSoundFilesNeverCrashAndEveryErrorHasItsLine) {
    std::mt19937 random(20260101);
    std::size_t sound = 0, refused = 0;
    for (int round = 0; round < 6000; ++round) {
        const std::string bytes = mutated(seeds[static_cast<std::size_t>(round) % seeds.size()], random);
        base::Diagnostics diagnostics;
        const auto source = Source::parse({{"a.yaml", bytes}, {"a.nb.yaml", seeds[1]}}, case_limits, diagnostics);
        for (const base::Diagnostic& diagnostic : diagnostics.all()) {
            ASSERT_GT(diagnostic.line, 0) << bytes;
            ASSERT_GT(diagnostic.column, 0) << bytes;
        }
        ++(source ? sound : refused);
        if (!source) {
            ASSERT_GT(diagnostics.errors(), 0u) << bytes;
            continue;
        }
        const Document& document = source->main();
        expect_nested(document.root, bytes.size());
        for (const Entry& entry : document.root.entries) {
            ASSERT_EQ(entry.place, counted(bytes, entry.place.byte)) << bytes;
            ASSERT_EQ(entry.value.begin, counted(bytes, entry.value.begin.byte)) << bytes;
        }
        const Form demanding = demanding_form(), anything = form::anything();
        const Sheet sheet(*source, demanding, Names(), diagnostics);
        const Sheet loose(*source, anything, Names(), diagnostics);
        read_all(sheet.root());
        read_all(loose.root());
        source->complain_of_unused(diagnostics);
    }
    EXPECT_GT(sound, 300u);
    EXPECT_GT(refused, 300u);
}

}  // namespace
}  // namespace palpera::document
