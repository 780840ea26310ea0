#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "engine/encounter/session.h"
#include "engine/pathway/score.h"

namespace palpera::pathway {

using library::ActPattern;
using library::Strength;

// A text of its own in every language.
inline LocalText words(const std::string& text) { return {{text, text, text}}; }

// A heel with a handful of everything, written out here so that each rule can be seen at work on its own. Facts:
// heel_tender (shown by `palpate heel`), ulcer (shown by `ask stomach`), hidden (shown by nothing), wants_film (shown
// by `ask wishes`). The patient's trouble is on the right.
class SmallCase {
public:
    SmallCase() {
        add_facts({"heel_tender", "ulcer", "hidden", "wants_film"});
        for (const char* question : {"place", "night", "stomach", "wishes", "weather", "food", "travel"}) {
            add_question(question);
        }
        library.catalogue.questions[2].answers.front().reveals = {"ulcer"};
        library.catalogue.questions[3].answers.front().reveals = {"wants_film"};
        add_site("heel", true);
        add_site("knee", true);
        library::Examination heel;
        heel.id = "palpate heel";
        heel.verb = library::Verb::palpate;
        heel.subject = "heel";
        heel.sided = true;
        heel.minutes = 1;
        heel.responses = {revealing("heel_tender")};
        library.catalogue.examinations.push_back(heel);
        add_test("film", 600, 1);
        add_test("blood", 100, 0);
        add_drug();
        add_plans();
        add_diagnoses();
        guideline.id = "heel";
        guideline.version = 3;
        library.blueprint.why["floor"] = words("not below nothing");
        library.blueprint.why["cap_when_never"] = words("never");
        file.id = "heel_case";
        file.conditions = {{"fasciitis", library::Side::right, 60}};
        file.guidelines = {"heel"};
        file.horizon = base::weeks(26);
        file.height = 165;
        file.weight = 84;
        file.age = 52;
        library.conditions.push_back({"fasciitis", "conditions/fasciitis.yaml", {}});
    }

    library::Library library;
    library::Guideline guideline;
    std::vector<library::Guideline> other_guidelines;
    library::CaseFile file;

    SmallCase& is_true(const std::string& fact) {
        file.picture.facts[fact] = true;
        return *this;
    }

    library::Step& step(const std::string& id, Strength strength, const std::vector<std::string>& acts,
                        const std::string& when = "") {
        library::Step one;
        one.id = id;
        one.strength = strength;
        one.text = words(id);
        for (const std::string& act : acts) {
            const auto pattern = library::parse_pattern(act);
            EXPECT_TRUE(pattern) << act;
            if (pattern) one.acts.push_back({*pattern, 100});
        }
        if (!when.empty()) one.when = condition(when);
        const bool harms = strength == Strength::avoid || strength == Strength::never;
        if (harms) one.severity = 2;
        guideline.steps.push_back(std::move(one));
        return guideline.steps.back();
    }

    void before(const std::string& first, const std::string& then) {
        library::Precedence one;
        one.id = first + "_before_" + then;
        one.first = first;
        one.then = then;
        guideline.order.push_back(std::move(one));
    }

    script::Condition condition(const std::string& text) const {
        const script::Parsed parsed = script::parse(text, library.catalogue.vocabulary, [](auto) { return ""; });
        EXPECT_TRUE(parsed.complaints.empty()) << text;
        return parsed.condition;
    }

    // The sheet of a session of these actions.
    ScoreSheet score(const std::vector<std::string>& lines) {
        library.guidelines = {guideline};
        library.guidelines.insert(library.guidelines.end(), other_guidelines.begin(), other_guidelines.end());
        base::Diagnostics diagnostics;
        const auto patient = patient::compile(library, file, 0, diagnostics);
        EXPECT_TRUE(patient.has_value());
        std::vector<library::Action> actions;
        for (const std::string& line : lines) {
            auto action = library::parse_action(line);
            EXPECT_TRUE(action) << line;
            if (action && action->verb == library::Verb::say) encounter::understand(*action, understood);
            if (action) actions.push_back(*action);
        }
        const auto encounter = encounter::replay(*patient, actions);
        EXPECT_TRUE(encounter) << encounter.error().message();
        return encounter ? pathway::score(library, file, *encounter) : ScoreSheet{};
    }

    std::vector<std::string> understood;  // the questions that any words said are taken for

private:
    static library::Response revealing(const std::string& fact) {
        library::Response response;
        response.id = "reveals/" + fact;
        response.reveals = {fact};
        return response;
    }

    void add_facts(const std::vector<std::string>& ids) {
        for (const std::string& id : ids) {
            library::Fact fact;
            fact.id = id;
            fact.normal = false;
            library.catalogue.facts.push_back(fact);
            library.catalogue.vocabulary[id] = fact.type;
        }
        library.catalogue.vocabulary["visit"] = {script::Kind::number, "", {}};
    }

    void add_question(const std::string& id) {
        library::Question question;
        question.id = id;
        question.name = words(id);
        question.minutes = 1;
        question.answers = {library::Response{}};
        question.answers.front().id = "questions/" + id;
        library.catalogue.questions.push_back(std::move(question));
    }

    void add_site(const std::string& id, bool sided) {
        anatomy::Site site;
        site.id = id;
        site.name = words(id);
        site.sided = sided;
        library.atlas.sites.push_back(std::move(site));
    }

    void add_test(const std::string& id, int cost, int radiation) {
        library::Test test;
        test.id = id;
        test.name = words(id);
        test.cost = cost;
        test.radiation = radiation;
        test.delay = base::days(1);
        test.responses = {library::Response{}};
        library.catalogue.tests.push_back(std::move(test));
    }

    void add_drug() {
        library::Drug drug;
        drug.id = "naproxen";
        drug.name = words("naproxen");
        drug.dose_unit = "mg";
        drug.most = 500;
        drug.most_a_day = 1000;
        library::Contraindication ulcer;
        ulcer.id = "ulcer";
        ulcer.when = condition("ulcer");
        ulcer.severity = 3;
        drug.contraindicated = {ulcer};
        library.catalogue.drugs.push_back(std::move(drug));
    }

    void add_plans() {
        for (const char* id : {"shoes", "rest", "promise"}) {
            library::Treatment advice;
            advice.id = id;
            advice.name = words(id);
            library.catalogue.advice.push_back(std::move(advice));
        }
        library::Treatment injection;
        injection.id = "injection";
        injection.name = words("injection");
        injection.cost = 200;
        injection.invasive = 1;
        library.catalogue.treatments.push_back(std::move(injection));
        library::Service physiotherapist;
        physiotherapist.id = "physiotherapist";
        physiotherapist.name = words("physiotherapist");
        library.catalogue.services.push_back(std::move(physiotherapist));
    }

    void add_diagnoses() {
        for (const auto& [id, category] : {std::pair("fasciitis", "soft"), std::pair("spur", "soft"),
                                           std::pair("pad", "soft"), std::pair("fracture", "bone")}) {
            library::Diagnosis diagnosis;
            diagnosis.id = id;
            diagnosis.name = words(id);
            diagnosis.group = category;
            library.catalogue.diagnoses.push_back(std::move(diagnosis));
        }
    }
};

inline const LedgerLine* line_of(const ScoreSheet& sheet, const std::string& statement) {
    for (const LedgerLine& line : sheet.ledger) {
        if (line.statement == statement) return &line;
    }
    return nullptr;
}

inline std::int64_t points_of(const ScoreSheet& sheet, Component component) {
    return sheet.components[static_cast<std::size_t>(component)].points;
}

inline Reason reason_of(const ScoreSheet& sheet, const std::string& statement) {
    const LedgerLine* line = line_of(sheet, statement);
    EXPECT_NE(line, nullptr) << statement;
    return line ? line->reason : Reason::not_scorable;
}

inline std::int64_t sum_of(const ScoreSheet& sheet) {
    std::int64_t sum = 0;
    for (const LedgerLine& line : sheet.ledger) sum += line.points;
    return sum;
}

}  // namespace palpera::pathway
