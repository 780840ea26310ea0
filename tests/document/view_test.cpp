#include "engine/document/view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>

#include "tests/document/complaints.h"

namespace palpera::document {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A file whose second line is `v: VALUE`, and what reading it complained of.
struct Reading {
    explicit Reading(const std::string& rest)
        : source(Source::parse({{"c.yaml", "language: sv\n" + rest}}, case_limits, diagnostics)) {}
    View root() { return View(*source, diagnostics); }
    View value() { return root()["v"]; }
    std::vector<std::string> complaints() { return document::complaints(diagnostics); }

    base::Diagnostics diagnostics;
    std::optional<Source> source;
};

std::string complaint_of(const std::string& value, const std::function<void(const View&)>& read) {
    Reading reading("v: " + value + "\n");
    if (!reading.source) return "not read: " + value;
    read(reading.value());
    const std::vector<std::string> all = reading.complaints();
    return all.size() == 1 ? all.front() : std::to_string(all.size()) + " complaints";
}

void read_share(const View& view) { view.number(0, 1); }
void read_age(const View& view) { view.whole(0, 120); }

TEST(Numbers, AreReadByTheirPlainGrammar) {
    Reading reading("a: 0.6\nb: -0.25\nc: 43\nd: '12'\ne: -0\n");
    EXPECT_EQ(reading.root()["a"].number(0, 1), 0.6);
    EXPECT_EQ(reading.root()["b"].number(-1, 1), -0.25);
    EXPECT_EQ(reading.root()["c"].whole(0, 120), 43);
    EXPECT_EQ(reading.root()["d"].whole(0, 120), 12);
    EXPECT_FALSE(std::signbit(reading.root()["e"].number(-1, 1)));
    EXPECT_THAT(reading.complaints(), IsEmpty());
}

TEST(Numbers, WhatWasProbablyMeantIsSaid) {
    for (const char* text : {"'0,6'", "60 %", "60%", "0_6", "0.60e0", "+0.6"}) {
        EXPECT_THAT(complaint_of(text, read_share), testing::EndsWith("write 0.6 [number]")) << text;
    }
    for (const char* text : {"043", "0x2B", "43:30", "4.3e1", "0x2b"}) {
        EXPECT_THAT(complaint_of(text, read_age), testing::EndsWith("write 43 [number]")) << text;
    }
    EXPECT_EQ(complaint_of("moderate", read_share),
              "c.yaml:2:4: error: `v`: expected a number, found \"moderate\" - write a number, 0 to 1 [number]");
}

TEST(Numbers, WhatIsNotFiniteIsSaidToBeNone) {
    for (const char* text : {".nan", ".inf", "1e400", "9999999999999999"}) {
        EXPECT_THAT(complaint_of(text, read_share), testing::HasSubstr("not a finite number")) << text;
    }
}

TEST(Numbers, OutsideTheirRangeNameIt) {
    EXPECT_EQ(complaint_of("-0.1", read_share), "c.yaml:2:4: error: `v`: must be 0 to 1, found -0.1 [range]");
    EXPECT_EQ(complaint_of("1.7", read_share), "c.yaml:2:4: error: `v`: must be 0 to 1, found 1.7 [range]");
    for (const char* text : {"-1", "430", "9223372036854775808", "43.5"}) {
        EXPECT_THAT(complaint_of(text, read_age), testing::HasSubstr("must be 0 to 120, whole, found \"")) << text;
    }
    EXPECT_THAT(complaint_of("-1", [](const View& v) { v.number(0, std::numeric_limits<double>::infinity()); }),
                testing::HasSubstr("must be at least 0, found -1"));
}

TEST(Views, AListForAMapAMapForAListAndATextForAMapAreNamed) {
    EXPECT_EQ(complaint_of("[a]", [](const View& v) { v["x"]; }),
              "c.yaml:2:4: error: `v`: expected keys, found a list - write `key: value` below it [wrong-kind]");
    EXPECT_EQ(complaint_of("{a: 1}", [](const View& v) { v.items(); }),
              "c.yaml:2:4: error: `v`: expected a list, found keys - write each item after `- ` [wrong-kind]");
    EXPECT_THAT(complaint_of("abc", [](const View& v) { v["x"]; }),
                testing::HasSubstr("expected keys, found the text \"abc\""));
    EXPECT_THAT(complaint_of("", [](const View& v) { v.items(); }),
                testing::HasSubstr("expected a list, found nothing"));
    EXPECT_THAT(complaint_of("", [](const View& v) { v.text(); }),
                testing::HasSubstr("expected a text, found nothing"));
    EXPECT_THAT(complaint_of("[a]", [](const View& v) { v.words(); }),
                testing::HasSubstr("expected a text, found a list"));
}

TEST(Views, SeveralKeysAskedOfATextComplainOnce) {
    EXPECT_THAT(complaint_of("abc",
                             [](const View& v) {
                                 v["x"];
                                 v["y"];
                                 v.required("z");
                             }),
                testing::HasSubstr("expected keys"));
}

TEST(Views, WhatIsAbsentReadsAsDefaultsWithoutComplaint) {
    Reading reading("a: 1\n");
    const View absent = reading.root()["b"]["c"];
    EXPECT_FALSE(absent);
    EXPECT_EQ(absent.text(), "");
    EXPECT_EQ(absent.number(5, 6), 0);
    EXPECT_FALSE(absent.flag());
    EXPECT_THAT(absent.items(), IsEmpty());
    EXPECT_THAT(absent.entries(), IsEmpty());
    absent.only({"x"});
    EXPECT_TRUE(absent.words().empty());
    EXPECT_EQ(absent.path(), "b/c");
    EXPECT_THAT(reading.complaints(), IsEmpty());
}

TEST(Views, ARequiredPartThatIsMissingIsNamedAtWhatShouldHoldIt) {
    EXPECT_EQ(complaint_of("{a: 1}", [](const View& v) { v.required("tests").required("x").text(); }),
              "c.yaml:2:4: error: required part `tests` is missing - add `tests` [missing]");
}

TEST(Views, AnUnknownKeyNamesTheNearest) {
    const auto only = [](const View& v) { v.only({"history", "examination", "patient"}); };
    EXPECT_EQ(complaint_of("{examinatoin: 1}", only),
              "c.yaml:2:5: error: unknown key `examinatoin` - did you mean `examination`? [unknown-key]");
    EXPECT_EQ(complaint_of("{pa\u200btient: 1}", only),
              "c.yaml:2:5: error: unknown key `pa\\u{200B}tient` - looks like `patient`, but holds other letters "
              "[unknown-key]");
    EXPECT_THAT(complaint_of("{p\u0430tient: 1}", only), testing::HasSubstr("looks like `patient`"));
    EXPECT_THAT(complaint_of("{x_y_z_quite_other: 1}", only),
                testing::HasSubstr("one of: history, examination, patient"));
}

TEST(Views, FourThousandUnknownKeysGiveAHundredComplaintsAndACount) {
    std::string bytes;
    for (int i = 0; i < 4000; ++i) bytes += "k" + std::to_string(i) + ": 1\n";
    Reading reading(bytes);
    reading.root().only({"language"});
    EXPECT_EQ(reading.complaints().size(), 101u);
    EXPECT_THAT(reading.complaints().back(), testing::HasSubstr("3900 more"));
}

TEST(Views, AnUnknownWordNamesTheNearest) {
    const auto side = [](const View& v) { v.one_of({"left", "right"}); };
    EXPECT_EQ(complaint_of("richt", side),
              "c.yaml:2:4: error: `v`: unknown word \"richt\" - did you mean `right`? [unknown-word]");
    Reading reading("v: right\n");
    EXPECT_EQ(reading.value().one_of({"left", "right"}), 1u);
}

TEST(Views, AnIdHasOneForm) {
    for (const std::string& text : {std::string("no"), std::string("17"), std::string("\"\""), std::string("a b"),
                                    std::string("../../x"), std::string(5000, 'a')}) {
        EXPECT_THAT(complaint_of(text, [](const View& v) { v.id(); }), testing::EndsWith("[id]")) << text.substr(0, 20);
    }
    EXPECT_THAT(complaint_of("a b", [](const View& v) { v.id(); }),
                testing::HasSubstr("an id is small letters, digits, - and _, 1 to 64"));
    Reading reading("v: [heel, ankle_2]\n");
    EXPECT_THAT(reading.value().ids(), ElementsAre("heel", "ankle_2"));
}

TEST(Views, KeysWithSpacesAreGivenWhereAskedFor) {
    Reading reading("v:\n  palpate plantar_fascia_insertion affected: 1\n  other: 2\n");
    EXPECT_EQ(reading.value().entries(true).size(), 2u);
    EXPECT_EQ(reading.value().entries(true)[0].first, "palpate plantar_fascia_insertion affected");
    EXPECT_THAT(reading.complaints(), IsEmpty());
    EXPECT_EQ(reading.value().entries().size(), 1u);
    EXPECT_THAT(reading.complaints(),
                ElementsAre(testing::HasSubstr("c.yaml:3:3: error: expected an id, found \"palpate")));
}

TEST(Views, ASingleTextReadsAsAListOfOne) {
    Reading reading("v: heel\nw: [heel]\n");
    EXPECT_THAT(reading.value().ids(), ElementsAre("heel"));
    EXPECT_THAT(reading.root()["w"].ids(), ElementsAre("heel"));
}

TEST(Views, FlagsAreYesOrNo) {
    EXPECT_THAT(complaint_of("true", [](const View& v) { v.flag(); }), testing::EndsWith("write yes [flag]"));
    EXPECT_THAT(complaint_of("Nej", [](const View& v) { v.flag(); }), testing::EndsWith("write no [flag]"));
    Reading reading("v: yes\nw: no\n");
    EXPECT_TRUE(reading.value().flag());
    EXPECT_FALSE(reading.root()["w"].flag());
    EXPECT_THAT(reading.complaints(), IsEmpty());
}

TEST(Views, SpansAndQuantitiesBearTheirUnit) {
    Reading reading("v: 4 months\nw: 0.5 kg/m2\n");
    EXPECT_EQ(reading.value().span(), base::Minutes{4 * 30 * 24 * 60});
    EXPECT_EQ(reading.root()["w"].quantity(), (std::pair<double, std::string>{0.5, "kg/m2"}));
    EXPECT_THAT(reading.complaints(), IsEmpty());
    EXPECT_THAT(complaint_of("4 moons", [](const View& v) { v.span(); }), testing::HasSubstr("such as `4 months`"));
    EXPECT_THAT(complaint_of("500", [](const View& v) { v.quantity(); }),
                testing::HasSubstr("unit missing after \"500\" - write a number and a unit, such as `500 mg`"));
    EXPECT_THAT(complaint_of("'0,5 mg'", [](const View& v) { v.quantity(); }), testing::EndsWith("write 0.5 [number]"));
}

}  // namespace
}  // namespace palpera::document
