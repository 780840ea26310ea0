#include <gtest/gtest.h>

#include <map>

#include "engine/script/condition.h"

namespace palpera::script {
namespace {

const Vocabulary words{{"rest_pain", {}}, {"injury", {}}, {"film_is_due", {}}};

Condition sound(const char* text) {
    const Parsed parsed = parse(text, words, {});
    EXPECT_TRUE(parsed.complaints.empty()) << text;
    return parsed.condition;
}

class TwoFacts : public Facts {
public:
    TwoFacts(bool rest_pain, bool injury) : rest_pain_(rest_pain), injury_(injury) {}
    std::optional<Value> value(std::string_view fact) const override {
        if (fact == "rest_pain") return rest_pain_;
        if (fact == "injury") return injury_;
        return std::nullopt;
    }
    bool shown(std::string_view) const override { return false; }
    std::optional<base::Minutes> since(std::string_view) const override { return std::nullopt; }

private:
    bool rest_pain_, injury_;
};

TEST(Terms, AConditionMeansTheSameWhetherARuleIsNamedOrWrittenOut) {
    const std::map<std::string, Condition> terms{{"film_is_due", sound("rest_pain or injury")}};
    const Condition named = with_terms(sound("not film_is_due and not (injury and film_is_due)"), terms);
    const Condition written = sound("not (rest_pain or injury) and not (injury and (rest_pain or injury))");
    for (bool rest : {false, true}) {
        for (bool injury : {false, true}) {
            EXPECT_EQ(evaluate(named, TwoFacts(rest, injury)), evaluate(written, TwoFacts(rest, injury)));
        }
    }
    EXPECT_EQ(facts_of(named), facts_of(written));
}

TEST(Terms, AnExplanationShowsTheNameThatStoodThere) {
    const std::map<std::string, Condition> terms{{"film_is_due", sound("rest_pain")}};
    const std::vector<Part> parts = explain(with_terms(sound("film_is_due or injury"), terms), TwoFacts(true, false));
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].text, "film_is_due");
    EXPECT_EQ(parts[0].truth, Truth::yes);
    EXPECT_EQ(parts[1].truth, Truth::no);
}

}  // namespace
}  // namespace palpera::script
