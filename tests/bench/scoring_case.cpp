#include "tests/bench/scoring_case.h"

#include <algorithm>

namespace palpera::bench {
namespace {

using base::Minutes;

base::LocalText words(const std::string& text) { return {{text, text, text}}; }

library::ActPattern pattern(const std::string& act) { return *library::parse_pattern(act); }

const char* diagnosis_of(std::mt19937& random) {
    constexpr const char* stated[] = {"diagnose right 80, near 15",  "diagnose right 95",
                                      "diagnose near 50, right 40",  "diagnose wrong 90",
                                      "diagnose right 60, wrong 20", "diagnose near 70, wrong 20"};
    return stated[random() % std::size(stated)];
}

}  // namespace

ScoringCase::ScoringCase(std::size_t steps, std::size_t concurrency) : steps_(steps) {
    add_catalogue(steps);
    add_guideline(steps, concurrency);
    file_.id = "made_up";
    file_.conditions = {{"right", library::Side::right, 60}};
    file_.guidelines = {"made_up"};
    file_.horizon = base::weeks(4);
    file_.height = 165;
    file_.weight = 70;
    file_.age = 50;
    library_.conditions.push_back({"right", "conditions/right.yaml", {}});
    library_.blueprint.cap_when_wrong = 49;
    library_.blueprint.over_budget = 0.5;
    base::Diagnostics diagnostics;
    patient_ = *patient::compile(library_, file_, 0, diagnostics);
    rubric_ = std::make_unique<pathway::Rubric>(library_, file_, patient_);
}

void ScoringCase::add_catalogue(std::size_t steps) {
    library::Catalogue& catalogue = library_.catalogue;
    for (std::size_t i = 0; i < 2 * steps; ++i) {
        library::Fact fact;
        fact.id = "f" + std::to_string(i);
        fact.normal = i % 2 == 0;
        catalogue.vocabulary[fact.id] = fact.type;
        library::Question question;
        question.id = "q" + std::to_string(i);
        question.name = words(question.id);
        question.minutes = 1;
        question.answers = {library::Response{}};
        question.answers.front().id = "questions/" + question.id;
        question.answers.front().says = words("An answer of about the usual length, as patients give them.");
        question.answers.front().reveals = {fact.id};
        catalogue.facts.push_back(std::move(fact));
        catalogue.questions.push_back(std::move(question));
    }
    for (std::size_t i = 0; i < 10; ++i) {
        library::Test test;
        test.id = "t" + std::to_string(i);
        test.name = words(test.id);
        test.cost = 100;
        test.delay = base::days(1);
        test.responses = {library::Response{}};
        catalogue.tests.push_back(std::move(test));
    }
    for (const char* id : {"harmful", "forbidden"}) {
        library::Treatment advice;
        advice.id = id;
        advice.name = words(id);
        catalogue.advice.push_back(std::move(advice));
    }
    for (const char* id : {"right", "near", "wrong"}) {
        library::Diagnosis diagnosis;
        diagnosis.id = id;
        diagnosis.name = words(id);
        catalogue.diagnoses.push_back(std::move(diagnosis));
    }
}

void ScoringCase::add_guideline(std::size_t steps, std::size_t concurrency) {
    library::Guideline guideline;
    guideline.id = "made_up";
    for (std::size_t i = 0; i < steps; ++i) {
        library::Step step;
        step.id = "s" + std::to_string(i);
        step.text = words(step.id);
        step.strength = i % 3 == 0 ? library::Strength::must : library::Strength::should;
        step.acts = {{pattern("ask q" + std::to_string(i)), 100}};
        step.until = Minutes{static_cast<std::int64_t>(10 + 2 * i)};
        step.lost = Minutes{30};
        guideline.steps.push_back(std::move(step));
    }
    for (const char* id : {"harmful", "forbidden"}) {
        library::Step step;
        step.id = id;
        step.strength = step.id == "harmful" ? library::Strength::avoid : library::Strength::never;
        step.severity = 2;
        step.acts = {{pattern(std::string("advise ") + id), 100}};
        guideline.steps.push_back(std::move(step));
    }
    std::mt19937 random(3);
    for (std::size_t after = concurrency; concurrency > 0 && after < steps; ++after) {
        for (std::size_t edge = 0; edge < std::min<std::size_t>(2, concurrency); ++edge) {
            const std::size_t before = (after / concurrency - 1) * concurrency + (after + edge) % concurrency;
            library::Precedence one;
            one.first = "s" + std::to_string(before);
            one.then = "s" + std::to_string(after);
            one.id = one.first + "_" + one.then;
            guideline.order.push_back(std::move(one));
        }
    }
    library_.guidelines = {std::move(guideline)};
}

std::vector<library::Action> ScoringCase::visit(std::mt19937& random, std::size_t events) const {
    const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random() % most); };
    std::vector<std::string> lines;
    for (std::size_t event = 0; event + 2 < events; ++event) {
        const std::size_t kind = below(20), place = event * steps_ / events;
        if (kind < 12) {
            lines.push_back("ask q" + std::to_string(place));
        } else if (kind < 17) {
            lines.push_back("ask q" + std::to_string(steps_ + below(steps_)));
        } else if (kind < 19) {
            lines.push_back("order t" + std::to_string(below(10)));
        } else {
            lines.push_back(below(8) == 0 ? "advise forbidden" : "advise harmful");
        }
    }
    for (std::size_t swaps = lines.size() / 5; swaps > 0; --swaps)
        std::swap(lines[below(lines.size())], lines[below(lines.size())]);
    lines.push_back(diagnosis_of(random));
    lines.push_back("finish");
    std::vector<library::Action> actions;
    for (const std::string& line : lines) actions.push_back(*library::parse_action(line));
    return actions;
}

pathway::Course ScoringCase::course(const std::vector<library::Action>& actions) const {
    pathway::CourseWriter writer(rubric_->numbering(), library_.catalogue, patient_);
    for (const library::Action& action : actions) writer.carry_out(action);
    return writer.take();
}

}  // namespace palpera::bench
