#include "engine/dialogue/model.h"

#include <gtest/gtest.h>

#include <numeric>

#include "engine/dialogue/training.h"
#include "tests/dialogue/shipped.h"

namespace palpera::dialogue {
namespace {

std::vector<Wording> few() {
    return {{"smoking", "Röker du?", ""},
            {"smoking", "hur många cigaretter blir det", ""},
            {"alcohol", "Dricker du?", ""},
            {"alcohol", "hur mycket vin blir det", ""},
            {"diabetes", "Har du socker?", ""},
            {"diabetes", "är du diabetiker", ""},
            {"", "Hej!", ""},
            {"", "Tack så mycket", ""}};
}

std::string likeliest(const Model& model, std::string_view typed) {
    const Model::Probabilities probabilities = model.probabilities(typed);
    std::string best;
    double highest = probabilities.none();
    for (std::size_t i = 0; i < model.questions.size(); ++i) {
        if (probabilities.of[i] > highest) highest = probabilities.of[i], best = model.questions[i];
    }
    return best;
}

TEST(Traits, AreTheSameWithAndWithoutAccents) {
    const auto numbers = [](std::string_view text) {
        std::vector<std::uint32_t> ids;
        for (const Trait& trait : traits_of(text)) ids.push_back(trait.id);
        return ids;
    };
    EXPECT_EQ(numbers("Smärta på natten"), numbers("smarta pa natten"));
    EXPECT_EQ(numbers("kjølig hæl"), numbers("KJOLIG HAL!"));
    EXPECT_NE(numbers("natten"), numbers("dagen"));
    EXPECT_TRUE(traits_of("?! ...").empty());
}

TEST(Model, KnowsWhatItHasLearntAndWhatIsNoQuestion) {
    const Model model = train(few());
    EXPECT_EQ(model.questions, (std::vector<std::string>{"smoking", "alcohol", "diabetes"}));
    for (const Wording& wording : few()) EXPECT_EQ(likeliest(model, wording.text), wording.question) << wording.text;
    EXPECT_EQ(likeliest(model, "röker ni cigaretter"), "smoking");
}

TEST(Model, ItsProbabilitiesSumToOne) {
    const Model model = train(few());
    for (const char* typed : {"Röker du?", "något helt annat", "x"}) {
        const Model::Probabilities probabilities = model.probabilities(typed);
        EXPECT_NEAR(std::accumulate(probabilities.of.begin(), probabilities.of.end(), probabilities.none()), 1, 1e-5);
    }
    EXPECT_EQ(model.probabilities("").none(), 1);
}

TEST(Model, TheSameWordingsGiveTheSameBytes) { EXPECT_EQ(train(few()).bytes(), train(few()).bytes()); }

TEST(Model, IsReadBackAsItWasWritten) {
    const Model model = train(few());
    const base::Result<Model> read = model_from(model.bytes(), "a model");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->bytes(), model.bytes());
    EXPECT_EQ(read->probabilities("röker du").of, model.probabilities("röker du").of);
}

TEST(Model, ADamagedFileIsRefused) {
    const std::string bytes = train(few()).bytes();
    for (const std::size_t length :
         {std::size_t{0}, std::size_t{3}, std::size_t{40}, bytes.size() / 2, bytes.size() - 1}) {
        EXPECT_FALSE(model_from(std::string_view(bytes).substr(0, length), "a model")) << length;
    }
    EXPECT_FALSE(model_from(bytes + "x", "a model"));
    std::string many = bytes;
    many[20] = '\x7f';
    EXPECT_FALSE(model_from(many, "a model"));
}

TEST(Model, TheShippedOneKnowsEveryQuestionOfTheCatalogueInUnderFourMegabytes) {
    const Model& model = dialogue_test::shipped_model();
    for (const library::Question& question : dialogue_test::shipped_library().catalogue.questions) {
        EXPECT_NE(std::find(model.questions.begin(), model.questions.end(), question.id), model.questions.end())
            << question.id;
    }
    EXPECT_LT(model.bytes().size(), 4'000'000u);
}

}  // namespace
}  // namespace palpera::dialogue
