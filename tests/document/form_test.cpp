// What a form says of the values of a file, and what views give of the sound ones.
#include "engine/document/form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "engine/document/view.h"
#include "tests/document/complaints.h"

namespace palpera::document {
namespace {

using namespace form;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

// Two joints and a fact of each kind.
class FewNames : public Names {
public:
    bool has(std::string_view kind) const override { return kind == "joint" || kind == "known fact"; }
    bool knows(std::string_view kind, std::string_view id) const override {
        const std::vector<std::string> ids = all(kind);
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    }
    std::vector<std::string> all(std::string_view kind) const override {
        if (kind == "joint") return {"ankle", "knee"};
        return {"limps", "age"};
    }
    Form value(std::string_view, std::string_view id) const override { return id == "limps" ? flag() : whole(0, 120); }
};

// A file held against a form, and what was complained of.
struct Held {
    Held(const std::string& rest, Form of)
        : form(std::move(of)), source(Source::parse({{"c.yaml", "language: sv\n" + rest}}, case_limits, diagnostics)) {
        if (source) sheet.emplace(*source, form, FewNames(), diagnostics);
    }
    View root() const { return sheet->root(); }
    View value() const { return root()["v"]; }
    std::vector<std::string> complaints() const { return document::complaints(diagnostics); }

    base::Diagnostics diagnostics;
    Form form;
    std::optional<Source> source;
    std::optional<Sheet> sheet;
};

// `v: VALUE` as the second line of a file whose `v` has this form.
Held held(const std::string& value, const Form& form) {
    return Held("v: " + value + "\n", file({optional("v", form, "The value.")}));
}

std::string complaint_of(const std::string& value, const Form& form) {
    const std::vector<std::string> all = held(value, form).complaints();
    return all.size() == 1 ? all.front() : std::to_string(all.size()) + " complaints";
}

const Form share_of_one = number(0, 1);
const Form age = whole(0, 120);
const Form parts =
    map({optional("history", text(), "."), optional("examination", text(), "."), optional("patient", text(), ".")});

TEST(Numbers, AreReadByTheirPlainGrammar) {
    const Form any = number(-10, 100);
    const Held file("a: 0.6\nb: -0.25\nc: 43\nd: '12'\ne: -0\n",
                    form::file({optional("a", any, "."), optional("b", any, "."), optional("c", age, "."),
                                optional("d", age, "."), optional("e", any, ".")}));
    EXPECT_EQ(file.root()["a"].number(), 0.6);
    EXPECT_EQ(file.root()["b"].number(), -0.25);
    EXPECT_EQ(file.root()["c"].whole(), 43);
    EXPECT_EQ(file.root()["d"].whole(), 12);
    EXPECT_FALSE(std::signbit(file.root()["e"].number()));
    EXPECT_THAT(file.complaints(), IsEmpty());
}

TEST(Numbers, WhatWasProbablyMeantIsSaid) {
    for (const char* text : {"'0,6'", "60 %", "60%", "0_6", "0.60e0", "+0.6"}) {
        EXPECT_THAT(complaint_of(text, share_of_one), EndsWith("write 0.6 [number]")) << text;
    }
    for (const char* text : {"043", "0x2B", "43:30", "4.3e1", "0x2b"}) {
        EXPECT_THAT(complaint_of(text, age), EndsWith("write 43 [number]")) << text;
    }
    EXPECT_EQ(complaint_of("moderate", share_of_one),
              "c.yaml:2:4: error: `v`: expected a number, found \"moderate\" - write a number, 0 to 1 [number]");
}

TEST(Numbers, WhatIsNotFiniteIsSaidToBeNone) {
    for (const char* text : {".nan", ".inf", "1e400", "9999999999999999"}) {
        EXPECT_THAT(complaint_of(text, share_of_one), HasSubstr("not a finite number")) << text;
    }
}

TEST(Numbers, OutsideTheirRangeNameIt) {
    EXPECT_EQ(complaint_of("-0.1", share_of_one), "c.yaml:2:4: error: `v`: must be 0 to 1, found -0.1 [range]");
    EXPECT_EQ(complaint_of("1.7", share_of_one), "c.yaml:2:4: error: `v`: must be 0 to 1, found 1.7 [range]");
    for (const char* text : {"-1", "430", "9223372036854775808", "43.5"}) {
        EXPECT_THAT(complaint_of(text, age), HasSubstr("must be 0 to 120, whole, found \"")) << text;
    }
    EXPECT_THAT(complaint_of("-1", number(0, std::numeric_limits<double>::infinity())),
                HasSubstr("must be at least 0, found -1"));
}

TEST(Shares, AreWholePercentsAndWhatWasMeantIsSaid) {
    EXPECT_EQ(held("60 %", share()).value().whole(), 60);
    EXPECT_EQ(held("60%", share()).value().whole(), 60);
    for (const char* text : {"0.6", "'0,6'", "60"}) {
        EXPECT_THAT(complaint_of(text, share()), EndsWith("write 60 % [percent]")) << text;
    }
    for (const char* text : {"-1 %", "160 %", "60.5 %", "moderate", ".nan", "60 kg"}) {
        EXPECT_THAT(complaint_of(text, share()), HasSubstr("a share is written '60 %'")) << text;
    }
}

TEST(Forms, AListForAMapAMapForAListAndATextForAMapAreNamed) {
    EXPECT_EQ(complaint_of("[a]", parts),
              "c.yaml:2:4: error: `v`: expected keys, found a list - write `key: value` below it [wrong-kind]");
    EXPECT_EQ(complaint_of("{a: 1}", list(text())),
              "c.yaml:2:4: error: `v`: expected a list, found keys - write each item after `- ` [wrong-kind]");
    EXPECT_THAT(complaint_of("abc", parts), HasSubstr("expected keys, found the text \"abc\""));
    EXPECT_THAT(complaint_of("", list(text())), HasSubstr("expected a list, found nothing"));
    EXPECT_THAT(complaint_of("", text()), HasSubstr("expected a text, found nothing"));
    EXPECT_THAT(complaint_of("[a]", words()), HasSubstr("expected a text, found a list"));
    EXPECT_THAT(complaint_of("{a: 1}", age), HasSubstr("expected a whole number, found keys"));
}

TEST(Forms, EverythingThatIsWrongWithAFileIsToldAtOnce) {
    const Form form = file({required("age", age, "."), required("side", one_of({"left", "right"}), "."),
                            required("title", words(5), "."), optional("joints", list(reference("joint")), ".")});
    const Held bad("age: 430\nside: richt\njoints: [ankel, no, knee]\ncolour: red\n", form);
    EXPECT_THAT(bad.complaints(),
                ElementsAre(HasSubstr("c.yaml:1:1: error: required part `title` is missing"),
                            HasSubstr("c.yaml:2:6: error: `age`: must be 0 to 120"), HasSubstr("did you mean `right`?"),
                            HasSubstr("nearest: ankle"), HasSubstr("c.yaml:4:17: error: `2`: expected an id"),
                            HasSubstr("unknown key `colour`")));
    EXPECT_FALSE(bad.root()["age"]) << "what is wrong is left out";
    EXPECT_EQ(bad.root()["age"].whole(7), 7);
    EXPECT_THAT(bad.root()["joints"].texts(), ElementsAre("knee"));
}

TEST(Forms, ToReadAKeyThatTheFormDoesNotHaveIsAFaultOfTheProgram) {
    const Held file("v: {history: long}\n", form::file({optional("v", parts, ".")}));
    EXPECT_EQ(file.value()["history"].text(), "long");
    EXPECT_FALSE(file.value()["patient"]);
    EXPECT_THROW(file.value()["colour"], std::logic_error);
    EXPECT_THROW(file.root()["w"]["history"], std::logic_error);
}

TEST(Forms, WhatIsAbsentReadsAsDefaultsWithoutComplaint) {
    const Form inner = map({optional("c", words(), "."), optional("d", list(id()), "."), optional("e", age, ".")});
    const Held file("a: 1\n", form::file({optional("a", age, "."), optional("b", inner, ".")}));
    const View absent = file.root()["b"];
    EXPECT_FALSE(absent["c"]);
    EXPECT_EQ(absent["c"].text(), "");
    EXPECT_EQ(absent["e"].whole(9), 9);
    EXPECT_THAT(absent["d"].items(), IsEmpty());
    EXPECT_THAT(absent.entries(), IsEmpty());
    EXPECT_TRUE(absent["c"].words().empty());
    EXPECT_EQ(absent["c"].path(), "c");
    EXPECT_THAT(file.complaints(), IsEmpty());
}

TEST(Forms, ARequiredPartThatIsMissingIsNamedAtWhatShouldHoldIt) {
    const Form form = map({optional("a", text(), "."), required("tests", list(text()), ".")});
    EXPECT_EQ(complaint_of("{a: x}", form),
              "c.yaml:2:4: error: required part `tests` is missing - add `tests` [missing]");
}

TEST(Forms, OneOfSeveralPartsMayBeDemanded) {
    const Form form = parts.with_one_of({"history", "patient"}, "no-source", "a step cites its source", "add one");
    EXPECT_EQ(complaint_of("{examination: x}", form),
              "c.yaml:2:4: error: a step cites its source - add one [no-source]");
    EXPECT_THAT(held("{patient: x}", form).complaints(), IsEmpty());
}

TEST(Forms, AnUnknownKeyNamesTheNearest) {
    EXPECT_EQ(complaint_of("{examinatoin: 1}", parts),
              "c.yaml:2:5: error: unknown key `examinatoin` - did you mean `examination`? [unknown-key]");
    EXPECT_EQ(complaint_of("{pa\u200btient: 1}", parts),
              "c.yaml:2:5: error: unknown key `pa\\u{200B}tient` - looks like `patient`, but holds other letters "
              "[unknown-key]");
    EXPECT_THAT(complaint_of("{p\u0430tient: 1}", parts), HasSubstr("looks like `patient`"));
    EXPECT_THAT(complaint_of("{x_y_z_quite_other: 1}", parts), HasSubstr("one of: history, examination, patient"));
}

TEST(Forms, FourThousandUnknownKeysGiveAHundredComplaintsAndACount) {
    std::string bytes;
    for (int i = 0; i < 4000; ++i) bytes += "k" + std::to_string(i) + ": 1\n";
    const Held file(bytes, form::file({}));
    EXPECT_EQ(file.complaints().size(), 101u);
    EXPECT_THAT(file.complaints().back(), HasSubstr("3900 more"));
}

TEST(Forms, AnUnknownWordNamesTheNearest) {
    const Form side = one_of({"left", "right"});
    EXPECT_EQ(complaint_of("richt", side),
              "c.yaml:2:4: error: `v`: unknown word \"richt\" - did you mean `right`? [unknown-word]");
    EXPECT_EQ(held("right", side).value().one_of(), 1u);
}

TEST(Forms, AnIdHasOneForm) {
    for (const std::string& text : {std::string("no"), std::string("17"), std::string("\"\""), std::string("a b"),
                                    std::string("../../x"), std::string(5000, 'a')}) {
        EXPECT_THAT(complaint_of(text, id()), EndsWith("[id]")) << text.substr(0, 20);
        EXPECT_THAT(complaint_of(text, reference("joint")), EndsWith("[id]")) << text.substr(0, 20);
    }
    EXPECT_THAT(complaint_of("a b", id()), HasSubstr("an id is small letters, digits, - and _, 1 to 64"));
    EXPECT_THAT(held("[heel, ankle_2]", list(id())).value().texts(), ElementsAre("heel", "ankle_2"));
}

TEST(Forms, AReferenceNamesWhatIsKnownAndTheNearest) {
    EXPECT_THAT(held("knee", reference("joint")).complaints(), IsEmpty());
    EXPECT_EQ(complaint_of("kne", reference("joint")),
              "c.yaml:2:4: error: no joint is called \"kne\" - nearest: knee [unknown-joint]");
    EXPECT_THAT(held("anything", reference("muscle")).complaints(), IsEmpty()) << "nobody knows the muscles yet";
    EXPECT_THAT(complaint_of("{kne: {}}", entries_by("joint", map({}))), EndsWith("[unknown-joint]"));
}

TEST(Forms, AValueHasTheFormOfTheIdItBelongsTo) {
    const Form values = values_of("known fact");
    EXPECT_THAT(held("{limps: yes, age: 50}", values).complaints(), IsEmpty());
    EXPECT_THAT(complaint_of("{limps: 50}", values), EndsWith("[flag]"));
    EXPECT_THAT(complaint_of("{age: 430}", values), EndsWith("[range]"));
    EXPECT_EQ(complaint_of("{limp: yes}", values),
              "c.yaml:2:11: error: no fact is called \"limp\" - nearest: limps [unknown-fact]");
}

TEST(Forms, KeysWithSpacesAreGivenWhereTheFormTakesThem) {
    const std::string value = "{palpate plantar_fascia_insertion affected: x, other: y}";
    const Held any = held(value, entries_by_any("act", text()));
    EXPECT_THAT(any.complaints(), IsEmpty());
    EXPECT_EQ(any.value().entries().at(0).first, "palpate plantar_fascia_insertion affected");
    EXPECT_THAT(complaint_of(value, entries(text())),
                HasSubstr("c.yaml:2:5: error: expected an id, found \"palpate plantar_fascia_insertion affected\""));
    EXPECT_EQ(held(value, entries(text())).value().entries().size(), 1u);
}

TEST(Forms, ASingleTextReadsAsAListOfOne) {
    EXPECT_THAT(held("heel", list(id())).value().texts(), ElementsAre("heel"));
    EXPECT_THAT(held("[heel]", list(id())).value().texts(), ElementsAre("heel"));
    EXPECT_THAT(complaint_of("a b", list(id())), EndsWith("[id]"));
}

TEST(Forms, AListHasItsLength) {
    EXPECT_THAT(complaint_of("[]", list(text(), 1)), HasSubstr("holds 0, must hold 1 to 50000"));
    EXPECT_EQ(complaint_of("[1, 2, 3]", tuple(number(0, 9), 2, "point", "a point is two numbers")),
              "c.yaml:2:4: error: a point is two numbers [point]");
}

TEST(Forms, AMapOrATextMayStandForTheSame) {
    const Form act = either(parts, text());
    EXPECT_TRUE(held("{patient: x}", act).value().is_map());
    EXPECT_EQ(held("ask", act).value().text(), "ask");
    EXPECT_THAT(complaint_of("{patint: x}", act), HasSubstr("did you mean `patient`?"));
    EXPECT_THAT(complaint_of("[x]", act), HasSubstr("expected a text, found a list"));
}

TEST(Forms, ASingleOneOrSeveralByNameAreToldApart) {
    const Form answer = one_or_named(parts);
    EXPECT_FALSE(held("{patient: x}", answer).value().is_named());
    const Held several = held("{first: {patient: x}, patient: {history: y}}", answer);
    EXPECT_TRUE(several.value().is_named());
    EXPECT_EQ(several.value().entries().at(1).second["history"].text(), "y");
    EXPECT_THAT(complaint_of("{patint: x}", answer), HasSubstr("did you mean `patient`?"));
}

TEST(Forms, ATextIsNoLongerThanItsPlaceOnTheScreen) {
    EXPECT_THAT(held("Hälsä", words(5)).complaints(), IsEmpty()) << "characters count, not bytes";
    EXPECT_EQ(complaint_of("Hälsan", words(5)),
              "c.yaml:2:4: error: `v`: 6 characters: \"Hälsan\" - at most 5 [too-long]");
    base::Diagnostics diagnostics;
    const auto source = Source::parse({{"c.yaml", "language: sv\nv: Hälsa\n"},
                                       {"c.nb.yaml", "language: nb\nv: Helsen\n"},
                                       {"c.en.yaml", "language: en\nv: Health\n"}},
                                      case_limits, diagnostics);
    const Form form = file({optional("v", words(5), ".")});
    const Sheet sheet(*source, form, Names(), diagnostics);
    sheet.root()["v"].words();
    EXPECT_THAT(complaints(diagnostics), ElementsAre(HasSubstr("its translation to en has 6 characters: \"Health\""),
                                                     HasSubstr("its translation to nb has 6")));
}

TEST(Forms, FlagsAreYesOrNo) {
    EXPECT_THAT(complaint_of("true", flag()), EndsWith("write yes [flag]"));
    EXPECT_THAT(complaint_of("Nej", flag()), EndsWith("write no [flag]"));
    EXPECT_TRUE(held("yes", flag()).value().flag());
    EXPECT_FALSE(held("no", flag()).value().flag(true));
}

TEST(Forms, SpansAndQuantitiesBearTheirUnit) {
    const Form dose = quantity("mass", {"mg", "g"}, 0, 1000);
    EXPECT_EQ(held("4 months", span()).value().span(), base::Minutes{4 * 30 * 24 * 60});
    EXPECT_EQ(held("0.5 g", dose).value().quantity(), (std::pair<double, std::string>{0.5, "g"}));
    EXPECT_THAT(complaint_of("4 moons", span()), HasSubstr("such as `4 months`"));
    EXPECT_THAT(complaint_of("99999999999 years", span()), HasSubstr("at most 100 years"));
    EXPECT_THAT(complaint_of("0 days", span({1})), HasSubstr("must be above nothing"));
    EXPECT_THAT(complaint_of("3 weeks", span({}, base::days(10))), HasSubstr("must be at most 10 days"));
    EXPECT_THAT(complaint_of("500", dose),
                HasSubstr("unit missing after \"500\": mg, g - write a number and a unit, such as `500 mg`"));
    EXPECT_THAT(complaint_of("500 m/s", dose), HasSubstr("\"m/s\" is not a unit of mass here"));
    EXPECT_THAT(complaint_of("5000 mg", dose), HasSubstr("must be 0 to 1000 mg, found \"5000 mg\""));
    EXPECT_THAT(complaint_of("'0,5 mg'", dose), EndsWith("write 0.5 [number]"));
}

TEST(Forms, ATextMayBeHeldAgainstAFormThatOnlyItsReaderKnows) {
    const Held file = held("often", written("a value", ""));
    const Form as_flag = flag(), as_word = one_of({"often", "seldom"});
    EXPECT_THAT(file.complaints(), IsEmpty());
    EXPECT_EQ(file.value().by(as_word).one_of(), 0u);
    EXPECT_FALSE(held("often", written("a value", "")).value().by(as_flag));
}

}  // namespace
}  // namespace palpera::document
