#include "engine/dialogue/training.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace palpera::dialogue {
namespace {

// Softmax regression, one wording after the other, with steps that shrink where much has been learnt (AdaGrad). The
// numbers are the best of a few tried on wordings left out.
constexpr int rounds = 8;
constexpr float step = 0.3F, bias_step = 0.05F, forgetting = 1e-6F, first_square = 1e-2F;
// What moves a class by less is not worth its time.
constexpr float least_error = 1e-4F;

struct Example {
    std::vector<Trait> traits;
    std::size_t answer = 0;
};

// How rare each trait is among the wordings, in 32nds: the logarithm of their number by its own.
std::vector<std::uint8_t> rarity_of(const std::vector<Example>& examples) {
    std::vector<std::size_t> met(trait_count, 0);
    for (const Example& example : examples) {
        for (const Trait& trait : example.traits) ++met[trait.id];
    }
    std::vector<std::uint8_t> rarity(trait_count, 0);
    for (std::size_t i = 0; i < trait_count; ++i) {
        const double log = std::log((static_cast<double>(examples.size()) + 1) / (static_cast<double>(met[i]) + 1));
        rarity[i] = static_cast<std::uint8_t>(std::clamp(std::lround(log * 20), 1L, 255L));
    }
    return rarity;
}

class Learner {
public:
    explicit Learner(std::size_t classes)
        : classes_(classes),
          weights_(trait_count * classes, 0),
          squares_(trait_count * classes, first_square),
          bias_(classes, 0),
          scores_(classes, 0) {}

    void learn(const Example& example) {
        scores_ = bias_;
        for (const Trait& trait : example.traits) {
            const float* row = &weights_[trait.id * classes_];
            for (std::size_t c = 0; c < classes_; ++c) scores_[c] += trait.weight * row[c];
        }
        soften(scores_);
        scores_[example.answer] -= 1;
        for (const Trait& trait : example.traits) correct(trait);
        for (std::size_t c = 0; c < classes_; ++c) bias_[c] -= bias_step * scores_[c];
    }

    void write(Model& model) const {
        model.bias = bias_;
        model.scale.assign(classes_, 0);
        for (std::size_t i = 0; i < weights_.size(); ++i) {
            float& largest = model.scale[i % classes_];
            largest = std::max(largest, std::abs(weights_[i]));
        }
        // Rounded as they will be read again, so that writing a model that was read gives the same bytes.
        for (float& value : model.scale) value = std::max(std::round(value / 127 * 1e6F) / 1e6F, 1e-6F);
        for (float& value : model.bias) value = std::round(value * 1e6F) / 1e6F;
        model.weights.resize(weights_.size());
        for (std::size_t i = 0; i < weights_.size(); ++i) {
            const float share = std::clamp(weights_[i] / model.scale[i % classes_], -127.0F, 127.0F);
            model.weights[i] = static_cast<std::int8_t>(std::lround(share));
        }
    }

private:
    void correct(const Trait& trait) {
        float* row = &weights_[trait.id * classes_];
        float* squares = &squares_[trait.id * classes_];
        for (std::size_t c = 0; c < classes_; ++c) {
            if (std::abs(scores_[c]) < least_error) continue;
            const float slope = scores_[c] * trait.weight + forgetting * row[c];
            squares[c] += slope * slope;
            row[c] -= step * slope / std::sqrt(squares[c]);
        }
    }

    std::size_t classes_;
    std::vector<float> weights_, squares_, bias_, scores_;
};

// Every order is as likely; which one it is does not depend on the standard library.
void shuffle(std::vector<std::size_t>& order, std::mt19937& chance) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[chance() % i]);
}

std::size_t class_of(const Model& model, const Wording& wording) {
    const auto place = [](const std::vector<std::string>& ids, const std::string& id) {
        return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
    };
    if (!wording.question.empty()) return place(model.questions, wording.question);
    if (!wording.courtesy.empty()) return model.questions.size() + place(model.courtesies, wording.courtesy);
    return model.classes() - 1;
}

}  // namespace

Model train(const std::vector<Wording>& wordings) {
    Model model;
    const auto add_once = [](std::vector<std::string>& ids, const std::string& id) {
        if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    for (const Wording& wording : wordings) {
        add_once(model.questions, wording.question);
        add_once(model.courtesies, wording.courtesy);
    }
    std::vector<Example> examples;
    for (const Wording& wording : wordings) examples.push_back({traits_of(wording.text), class_of(model, wording)});
    model.rarity = rarity_of(examples);
    for (Example& example : examples) example.traits = weighed(std::move(example.traits), model.rarity);

    Learner learner(model.classes());
    std::vector<std::size_t> order(examples.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::mt19937 chance(1);
    for (int round = 0; round < rounds; ++round) {
        shuffle(order, chance);
        for (const std::size_t i : order) learner.learn(examples[i]);
    }
    learner.write(model);
    return model;
}

}  // namespace palpera::dialogue
