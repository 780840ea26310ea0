#include "tests/present/ward.h"

namespace palpera::present {
namespace {

using base::Language;
using base::Minutes;
using present_test::context_in;

TEST(Numbers, HaveADecimalCommaInTheNordicLanguagesAndNarrowSpacesInThousands) {
    EXPECT_EQ(number(78.44, 1, Language::sv), "78,4");
    EXPECT_EQ(number(78.44, 1, Language::en), "78.4");
    EXPECT_EQ(number(1340, 0, Language::nb), "1\u202F340");
    EXPECT_EQ(number(1234567, 0, Language::en), "1\u202F234\u202F567");
    EXPECT_EQ(number(999, 0, Language::en), "999");
}

TEST(Numbers, BelowNothingHaveAMinusSignAndNothingHasNone) {
    EXPECT_EQ(number(-4, 0, Language::sv), "\u22124");
    EXPECT_EQ(number(-0.04, 1, Language::sv), "0,0");
}

TEST(PerCent, IsSetOffByASpaceInTheNordicLanguages) {
    EXPECT_EQ(percent(45, Language::sv), "45\u00A0%");
    EXPECT_EQ(percent(45, Language::nb), "45\u00A0%");
    EXPECT_EQ(percent(45, Language::en), "45%");
}

TEST(Money, IsInKronor) {
    EXPECT_EQ(money(1340, context_in(Language::sv)), "1\u202F340 kr");
    EXPECT_EQ(money(0, context_in(Language::en)), "SEK 0");
}

TEST(Clock, BeginsAtTenAndGoesOnTheNextDay) {
    EXPECT_EQ(clock({0}), "10:00");
    EXPECT_EQ(clock({9}), "10:09");
    EXPECT_EQ(clock({14 * 60}), "00:00");
    EXPECT_EQ(clock(base::days(1)), "10:00");
}

TEST(Moments, SayTheDayFromTheSecondOn) {
    const Context context = context_in(Language::sv);
    EXPECT_EQ(moment({9}, context), "10:09");
    EXPECT_EQ(moment(base::days(14) + Minutes{9}, context), "dag 15, 10:09");
}

TEST(Spans, AreSaidInTheUnitAPersonWouldChoose) {
    const Context context = context_in(Language::sv);
    EXPECT_EQ(span({40}, context), "40\u00A0min");
    EXPECT_EQ(span({60}, context), "1 timme");
    EXPECT_EQ(span({80}, context), "1 timme 20\u00A0min");
    EXPECT_EQ(span(base::days(1), context), "1 dag");
    EXPECT_EQ(span(base::days(10), context), "10 dagar");
    EXPECT_EQ(span(base::weeks(6), context), "6 veckor");
    EXPECT_EQ(span(base::days(90), context), "3 månader");
    EXPECT_EQ(span(base::days(90) + Minutes{3}, context), "3 månader") << "minutes of the visit are not told";
    EXPECT_EQ(span(base::days(118), context), "4 månader") << "three months that grew by four weeks";
    EXPECT_EQ(span(base::days(3 * 365), context), "3 år");
}

TEST(Values, AreToldWithTheirUnits) {
    const Context context = context_in(Language::sv);
    const auto told = [&](const char* fact, const script::Value& value) {
        return value_text(value, context.library.catalogue.vocabulary.at(fact), context);
    };
    EXPECT_EQ(told("bmi", 30.9), "30,9\u00A0kg/m²");
    EXPECT_EQ(told("age", 52.0), "52 år");
    EXPECT_EQ(told("pain_rating", 6.0), "6");
    EXPECT_EQ(told("sex", std::string("female")), "kvinna");
    EXPECT_EQ(told("side", std::string("left")), "vänster");
    EXPECT_EQ(told("adequate_treatment_duration", Minutes{0}), "0 dagar");
    EXPECT_EQ(told("rest_pain", true), "Ja");
}

TEST(Quotations, HaveTheMarksOfTheirLanguage) {
    EXPECT_EQ(quotation("Aj", Language::sv), "”Aj”");
    EXPECT_EQ(quotation("Au", Language::nb), "«Au»");
    EXPECT_EQ(quotation("Ouch", Language::en), "“Ouch”");
}

TEST(Initials, AreOfTheFirstAndTheLastName) {
    EXPECT_EQ(initials("Anna Karin Lindqvist"), "AL");
    EXPECT_EQ(initials("Åsa Öberg"), "ÅÖ");
    EXPECT_EQ(initials("Olav"), "O");
    EXPECT_EQ(initials(""), "");
}

}  // namespace
}  // namespace palpera::present
