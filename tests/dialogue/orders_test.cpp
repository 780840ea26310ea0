#include "engine/dialogue/orders.h"

#include <gtest/gtest.h>

#include "tests/dialogue/shipped.h"

namespace palpera::dialogue {
namespace {

using base::Language;
using library::Verb;

// "measure blood_pressure"; empty: no order was heard.
std::string ordered(std::string_view typed, Language language) {
    const std::optional<Order> order = order_in(dialogue_test::shipped_library(), language, typed);
    if (!order) return {};
    std::string text(library::name(order->verb));
    return order->subject.empty() ? text : text + " " + order->subject;
}

TEST(Orders, AreToldWithWhatTheyOrder) {
    EXPECT_EQ(ordered("ta blodtryck", Language::sv), "measure blood_pressure");
    EXPECT_EQ(ordered("Mål blodtrykket", Language::nb), "measure blood_pressure");
    EXPECT_EQ(ordered("please check the blood pressure", Language::en), "measure blood_pressure");
    EXPECT_EQ(ordered("remittera till fysioterapeut", Language::sv), "refer physiotherapist");
    EXPECT_EQ(ordered("skriv ut naproxen", Language::sv), "prescribe naproxen");
    EXPECT_EQ(ordered("beställ ferritin", Language::sv), "order ferritin");
}

TEST(Orders, OfSeveralThingsAtOnceAreToldWithoutOne) { EXPECT_EQ(ordered("order an MRI", Language::en), "order"); }

TEST(Orders, AreNotHeardInOtherWords) {
    for (const char* line : {"", "?!", "hej", "det var tråkigt att höra", "xqzw", "ta", "\xff\xfe"})
        EXPECT_EQ(ordered(line, Language::sv), "") << line;
    for (const Language language : base::every_language)
        EXPECT_EQ(ordered("Vad blir det för väder?", language), "") << "vad is also a calf";
}

}  // namespace
}  // namespace palpera::dialogue
