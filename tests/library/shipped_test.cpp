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
    EXPECT_GE(catalogue.examinations.size(), 50u);
    EXPECT_GE(catalogue.tests.size(), 40u);
    EXPECT_GE(catalogue.drugs.size(), 25u);
    EXPECT_GE(catalogue.treatments.size() + catalogue.advice.size(), 25u);
    EXPECT_GE(catalogue.services.size(), 10u);
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
            for (const Responses* responses : {&known.whole, &known.right, &known.left}) {
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
            for (const Responses* responses : {&known.whole, &known.right, &known.left}) {
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
