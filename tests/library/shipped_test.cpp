// The library as it is shipped.
#include <gtest/gtest.h>

#include "engine/base/text.h"
#include "engine/patient/moment.h"
#include "engine/patient/patient.h"

namespace palpera::library {
namespace {

Places shipped_places() {
    const std::filesystem::path root(PALPERA_SOURCE_DIR);
    return {root / "cases", root / "assets" / "anatomy"};
}

class Shipped : public testing::Test {
protected:
    Shipped() : library_(read_library(shipped_places(), diagnostics_)) {}
    base::Diagnostics diagnostics_;
    Library library_;
};

TEST_F(Shipped, IsWithoutASingleComplaintInAllThreeLanguages) {
    for (const base::Diagnostic& one : diagnostics_.sorted()) ADD_FAILURE() << base::format(one);
    EXPECT_FALSE(library_.cases.empty());
    EXPECT_FALSE(library_.guidelines.empty());
}

TEST_F(Shipped, HasEnoughToAskExamineOrderAndPrescribeThatNothingCuesTheStudent) {
    const Catalogue& catalogue = library_.catalogue;
    EXPECT_GE(catalogue.questions.size(), 82u);
    EXPECT_GE(catalogue.examinations.size(), 90u);
    EXPECT_GE(catalogue.tests.size(), 90u);
    EXPECT_GE(catalogue.drugs.size(), 60u);
    EXPECT_GE(catalogue.treatments.size() + catalogue.advice.size(), 40u);
    EXPECT_GE(catalogue.services.size(), 20u);
}

// What everybody has who is not scripted otherwise: the last response, which no condition holds back.
void expect_normal_result(const library::Test& test) {
    if (test.unit.empty()) {
        ASSERT_FALSE(test.responses.empty()) << test.id;
        EXPECT_FALSE(test.responses.back().finds.empty()) << test.id;
        return;
    }
    EXPECT_TRUE(test.normal.contains(library::Test::otherwise))
        << test.id << " says nothing of patients in none of its ranges";
    EXPECT_FALSE(test.ranges.empty()) << test.id;
    EXPECT_FALSE(test.reference.empty()) << test.id << " does not say where its range comes from";
    for (const Range& range : test.ranges) {
        const auto own = test.normal.find(range.id);
        const auto normal = own == test.normal.end() ? test.normal.find(library::Test::otherwise) : own;
        ASSERT_NE(normal, test.normal.end()) << test.id;
        EXPECT_GE(normal->second, range.from) << test.id << " " << range.id;
        EXPECT_LE(normal->second, range.to) << test.id << " " << range.id;
    }
}

TEST_F(Shipped, EveryTestHasItsCostItsTimeAndANormalResult) {
    for (const library::Test& test : library_.catalogue.tests) {
        EXPECT_GT(test.cost, 0) << test.id;
        EXPECT_GT(test.minutes, 0) << test.id;
        EXPECT_GT(test.delay.value, 0) << test.id;
        expect_normal_result(test);
    }
}

TEST_F(Shipped, EveryTestIsShownInTheUnitOfTheCountry) {
    const auto unit = [&](const char* id, base::Language language) {
        const library::Test* test = find(library_.catalogue.tests, id);
        const auto local = test->units.find(language);
        return local == test->units.end() ? test->unit : local->second.unit;
    };
    for (const char* enzyme : {"alt", "ast", "alp", "ck", "ggt", "lactate_dehydrogenase", "amylase"}) {
        EXPECT_EQ(unit(enzyme, base::Language::sv), "ukat/L") << enzyme;
        EXPECT_EQ(unit(enzyme, base::Language::nb), "U/L") << enzyme;
        EXPECT_EQ(unit(enzyme, base::Language::en), "U/L") << enzyme;
    }
    EXPECT_EQ(unit("haemoglobin", base::Language::sv), "g/L");
    EXPECT_EQ(unit("haemoglobin", base::Language::nb), "g/dL");
}

TEST_F(Shipped, EveryDoseIsWithinItsHighestAndSaysWhereThatComesFrom) {
    for (const Drug& drug : library_.catalogue.drugs) {
        EXPECT_FALSE(drug.reference.empty()) << drug.id;
        EXPECT_FALSE(drug.form.empty()) << drug.id;
        EXPECT_GT(drug.cost, 0) << drug.id;
        ASSERT_FALSE(drug.choices.empty()) << drug.id;
        EXPECT_TRUE(std::is_sorted(drug.choices.begin(), drug.choices.end())) << drug.id;
        EXPECT_LE(drug.choices.back(), drug.most) << drug.id;
        EXPECT_LE(drug.most, drug.most_a_day) << drug.id;
        EXPECT_LE(drug.choices.front() * drug.usual_times, drug.most_a_day) << drug.id;
    }
}

// A medicine that makes its own contraindication true warns of itself.
TEST_F(Shipped, NoDrugIsContraindicatedByBeingTaken) {
    for (const Drug& drug : library_.catalogue.drugs) {
        for (const Contraindication& one : drug.contraindicated) {
            for (const std::string& fact : drug.facts) {
                if (!fact.starts_with("takes_")) continue;
                EXPECT_EQ((" " + one.when.text + " ").find(" " + fact + " "), std::string::npos)
                    << drug.id << "/" << one.id;
            }
        }
    }
}

TEST_F(Shipped, EveryServiceHasItsCostItsTimeAndItsLevel) {
    for (const Service& service : library_.catalogue.services) {
        EXPECT_GT(service.cost, 0) << service.id;
        EXPECT_GT(service.minutes, 0) << service.id;
        EXPECT_TRUE(service.level == "primary" || service.level == "specialist") << service.id;
    }
}

TEST_F(Shipped, EverythingInTheCatalogueHasAnotherNameInEveryLanguage) {
    const auto called = [](const auto& list) {
        for (const auto& entry : list) {
            for (base::Language language : base::every_language) {
                EXPECT_FALSE(entry.also.in(language).empty()) << entry.id << " in " << base::code(language);
            }
        }
    };
    called(library_.catalogue.tests);
    called(library_.catalogue.drugs);
    called(library_.catalogue.treatments);
    called(library_.catalogue.advice);
    called(library_.catalogue.services);
    called(library_.catalogue.diagnoses);
}

// A text that one language lacks is one that somebody cannot read.
void expect_everywhere(const LocalText& text, const std::string& where) {
    if (text.empty()) return;
    for (base::Language language : base::every_language) {
        EXPECT_FALSE(text.in(language).empty()) << where << " in " << base::code(language);
    }
}

TEST_F(Shipped, EveryPatientSpeaksAllThreeLanguages) {
    for (const CaseFile& file : library_.cases) {
        base::Diagnostics diagnostics;
        const auto patient = patient::compile(library_, file, 0, diagnostics);
        ASSERT_TRUE(patient) << file.id;
        expect_everywhere(patient->title, file.id + " title");
        expect_everywhere(patient->complaint, file.id + " complaint");
        expect_everywhere(patient->work, file.id + " work");
        for (const auto& [act, known] : patient->acts) {
            for (const auto* responses : {&known.whole, &known.right, &known.left}) {
                for (const Response& response : *responses) {
                    expect_everywhere(response.says, act + " says");
                    expect_everywhere(response.finds, act + " finds");
                }
            }
        }
        for (const auto& one : patient->returns) expect_everywhere(one.says, one.id);
        for (const auto& one : patient->outcome) expect_everywhere(one.tells, one.id);
    }
}

TEST_F(Shipped, EveryNameAndStatementStandsInAllThreeLanguages) {
    const Catalogue& catalogue = library_.catalogue;
    const auto named = [](const auto& list) {
        for (const auto& entry : list) {
            EXPECT_FALSE(entry.name.empty()) << entry.id;
            expect_everywhere(entry.name, entry.id + " name");
            expect_everywhere(entry.also, entry.id + " also");
        }
    };
    named(catalogue.questions);
    named(catalogue.tests);
    named(catalogue.drugs);
    named(catalogue.treatments);
    named(catalogue.advice);
    named(catalogue.services);
    named(catalogue.diagnoses);
    named(library_.atlas.sites);
    named(library_.atlas.muscles);
    named(library_.atlas.special_tests);
    for (const Fact& fact : catalogue.facts) {
        expect_everywhere(fact.yes, fact.id + " yes");
        expect_everywhere(fact.no, fact.id + " no");
        expect_everywhere(fact.label, fact.id + " label");
    }
    for (const Guideline& guideline : library_.guidelines) {
        for (const Step& step : guideline.steps) {
            expect_everywhere(step.text, step.id + " text");
            expect_everywhere(step.why, step.id + " why");
        }
    }
    for (const Claim& claim : library_.claims) expect_everywhere(claim.text, claim.id);
}

TEST_F(Shipped, EveryStatementOfAGuidelineNamesItsSource) {
    for (const Guideline& guideline : library_.guidelines) {
        for (const Step& step : guideline.steps) {
            EXPECT_TRUE(!step.claims.empty() || !step.beyond.empty()) << guideline.id << "/" << step.id;
            EXPECT_FALSE(step.acts.empty()) << guideline.id << "/" << step.id;
        }
        for (const std::string& condition : guideline.concerns)
            EXPECT_TRUE(find(library_.conditions, condition)) << condition;
    }
}

TEST_F(Shipped, EveryRevealIsADeclaredFactOrOneOfTheEngines) {
    for (const CaseFile& file : library_.cases) {
        base::Diagnostics diagnostics;
        const auto patient = patient::compile(library_, file, 0, diagnostics);
        ASSERT_TRUE(patient);
        for (const auto& [act, known] : patient->acts) {
            for (const auto* responses : {&known.whole, &known.right, &known.left}) {
                for (const Response& response : *responses) {
                    for (const std::string& fact : response.reveals) {
                        EXPECT_TRUE(library_.catalogue.vocabulary.contains(fact)) << act << " reveals " << fact;
                    }
                }
            }
        }
    }
}

TEST_F(Shipped, NoCaseGivesItsDiagnosisAwayByItsId) {
    for (const CaseFile& file : library_.cases) {
        for (const Diagnosis& diagnosis : library_.catalogue.diagnoses) {
            for (const std::string& word : base::words_of(diagnosis.id)) {
                if (word.size() < 4) continue;
                EXPECT_EQ(file.id.find(word), std::string::npos) << file.id << " hints at " << diagnosis.id;
            }
        }
        for (const anatomy::Site& site : library_.atlas.sites) {
            EXPECT_EQ(file.id.find(site.id), std::string::npos) << file.id << " names " << site.id;
        }
    }
}

TEST_F(Shipped, EveryVariantOfEveryCaseCompilesAndIsAnotherPatient) {
    for (const CaseFile& file : library_.cases) {
        std::vector<std::string> digests;
        for (std::uint64_t seed = 0; seed < file.vary.count(); ++seed) {
            base::Diagnostics diagnostics;
            const auto patient = patient::compile(library_, file, seed, diagnostics);
            for (const base::Diagnostic& one : diagnostics.sorted()) ADD_FAILURE() << base::format(one);
            ASSERT_TRUE(patient) << file.id << " seed " << seed;
            digests.push_back(patient::digest(*patient).hex());
        }
        std::sort(digests.begin(), digests.end());
        EXPECT_EQ(std::unique(digests.begin(), digests.end()), digests.end()) << file.id;
    }
}

TEST_F(Shipped, EveryFeatureOfEveryCaseCanBeFound) {
    for (const CaseFile& file : library_.cases) {
        base::Diagnostics diagnostics;
        const auto patient = patient::compile(library_, file, 0, diagnostics);
        ASSERT_TRUE(patient);
        const patient::Progress progress(*patient);
        for (const Feature& feature : file.features) {
            for (const std::string& fact : feature.shows) {
                EXPECT_TRUE(patient::is_findable(*patient, progress, fact)) << file.id << ": " << fact;
            }
        }
    }
}

}  // namespace
}  // namespace palpera::library
