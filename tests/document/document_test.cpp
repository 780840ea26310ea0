#include "engine/document/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace palpera::document {
namespace {

TEST(Document, KeepsKeysItemsAndTextsWithTheirPlaces) {
    base::Diagnostics diagnostics;
    const auto document = parse("case.yaml",
                                "language: sv\n"
                                "title: Häl\n"
                                "tests: [a, \"b c\"]\n"
                                "palpate plantar_fascia_insertion affected: |\n"
                                "  one\n"
                                "  two\n",
                                case_limits, diagnostics);
    ASSERT_TRUE(document) << base::format(diagnostics.all().front());
    const Node& root = document->root;
    ASSERT_EQ(root.entries.size(), 4u);
    EXPECT_EQ(root.find("title")->text, "Häl");
    EXPECT_EQ(root.find("title")->end, (Position{2, 11, 24}));
    EXPECT_EQ(root.find("tests")->items[1].text, "b c");
    EXPECT_EQ(root.find("tests")->items[1].begin, (Position{3, 12, 36}));
    EXPECT_EQ(root.find("palpate plantar_fascia_insertion affected")->text, "one\ntwo\n");
}

TEST(Document, ABlockEndsWithItsLastValueSoThatAnEditCanFollowIt) {
    base::Diagnostics diagnostics;
    const std::string bytes = "a:\n  b: 1\n  c: [2]\n\n# of d\nd: 'x'\n";
    const auto document = parse("case.yaml", bytes, case_limits, diagnostics);
    ASSERT_TRUE(document);
    const auto written = [&](const Node& node) {
        return bytes.substr(node.begin.byte, node.end.byte - node.begin.byte);
    };
    EXPECT_EQ(written(*document->root.find("a")), "b: 1\n  c: [2]");
    EXPECT_EQ(written(*document->root.find("d")), "'x'");
    EXPECT_FALSE(document->root.find("d")->plain);
    EXPECT_TRUE(document->root.find("a")->find("b")->plain);
    EXPECT_EQ(document->root.find("e"), nullptr);
}

}  // namespace
}  // namespace palpera::document
