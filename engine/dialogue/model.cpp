#include "engine/dialogue/model.h"

#include <algorithm>
#include <cmath>

#include "engine/base/file.h"
#include "engine/base/text.h"

namespace palpera::dialogue {
namespace {

constexpr std::string_view heading = "palpera questions 2";
constexpr std::size_t most_bytes = 4U << 20U;
constexpr std::size_t most_questions = 1000;
constexpr float rarity_unit = 32;

template <class Number>
std::string raw(const std::vector<Number>& numbers) {
    std::string bytes;
    bytes.reserve(numbers.size());
    for (const Number number : numbers) bytes.push_back(static_cast<char>(number));
    return bytes;
}

// A float as a whole number of millionths: the same text on every machine.
std::int64_t millionths(float value) { return std::llround(static_cast<double>(value) * 1e6); }

}  // namespace

void soften(std::vector<float>& scores) {
    const float highest = *std::max_element(scores.begin(), scores.end());
    float sum = 0;
    for (float& score : scores) sum += score = std::exp(score - highest);
    for (float& score : scores) score /= sum;
}

std::vector<Trait> weighed(std::vector<Trait> traits, const std::vector<std::uint8_t>& rarity) {
    float square = 0;
    for (Trait& trait : traits) {
        trait.weight *= static_cast<float>(rarity[trait.id]) / rarity_unit;
        square += trait.weight * trait.weight;
    }
    if (square > 0) {
        for (Trait& trait : traits) trait.weight /= std::sqrt(square);
    }
    return traits;
}

Model::Probabilities Model::probabilities(std::string_view utterance) const {
    Probabilities result;
    result.of.assign(questions.size(), 0);
    result.courtesy.assign(courtesies.size(), 0);
    const std::vector<Trait> traits = weighed(traits_of(utterance), rarity);
    if (traits.empty()) return result;
    std::vector<float> scores(classes(), 0);
    for (const Trait& trait : traits) {
        const std::int8_t* row = &weights[trait.id * classes()];
        for (std::size_t c = 0; c < classes(); ++c) scores[c] += trait.weight * static_cast<float>(row[c]);
    }
    for (std::size_t c = 0; c < classes(); ++c) scores[c] = scores[c] * scale[c] + bias[c];
    soften(scores);
    const auto end_of_questions = scores.begin() + static_cast<std::ptrdiff_t>(questions.size());
    std::copy(scores.begin(), end_of_questions, result.of.begin());
    std::copy(end_of_questions, scores.end() - 1, result.courtesy.begin());
    result.nothing = scores.back();
    return result;
}

std::string Model::bytes() const {
    base::CanonicalWriter writer;
    writer.text(heading).number(trait_count).number(questions.size());
    for (const std::string& question : questions) writer.text(question);
    writer.number(courtesies.size());
    for (const std::string& courtesy : courtesies) writer.text(courtesy);
    for (const float value : scale) writer.signed_number(millionths(value));
    for (const float value : bias) writer.signed_number(millionths(value));
    writer.text(raw(rarity)).text(raw(weights));
    return writer.bytes();
}

base::Result<Model> model_from(std::string_view bytes, const std::string& name) {
    const base::Error damaged{name, "the model that understands typed questions is damaged",
                              "install the program again"};
    if (bytes.size() > most_bytes) return damaged;
    base::CanonicalReader reader(bytes);
    if (reader.text(64) != heading || reader.number() != trait_count) return damaged;
    Model model;
    for (std::vector<std::string>* ids : {&model.questions, &model.courtesies}) {
        const std::uint64_t count = reader.number();
        if (!reader.ok() || count > most_questions) return damaged;
        for (std::uint64_t i = 0; i < count; ++i) {
            ids->push_back(reader.text(64));
            if (!base::is_id(ids->back())) return damaged;
        }
    }
    const auto read_numbers = [&](std::vector<float>& numbers) {
        for (std::size_t i = 0; i < model.classes(); ++i) {
            numbers.push_back(static_cast<float>(static_cast<double>(reader.signed_number()) / 1e6));
        }
    };
    read_numbers(model.scale);
    read_numbers(model.bias);
    for (const char byte : reader.view(trait_count)) model.rarity.push_back(static_cast<std::uint8_t>(byte));
    for (const char byte : reader.view(most_bytes)) model.weights.push_back(static_cast<std::int8_t>(byte));
    const bool whole = reader.ok() && reader.at_end() && model.rarity.size() == trait_count &&
                       model.weights.size() == trait_count * model.classes();
    return whole ? base::Result<Model>(std::move(model)) : damaged;
}

base::Result<Model> read_model(const std::filesystem::path& file) {
    base::Result<std::string> bytes = base::read_file(file, most_bytes);
    if (!bytes) return bytes.error();
    return model_from(*bytes, file.string());
}

}  // namespace palpera::dialogue
