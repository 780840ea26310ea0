#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "engine/author/sections.h"
#include "engine/library/forms.h"
#include "engine/present/context.h"

namespace palpera::author {
namespace {

// Every key that the form of a case has, at any depth.
void collect(const document::Form& form, std::set<std::string>& keys) {
    for (const document::Part& part : form.parts) {
        keys.insert(part.key);
        collect(part.form, keys);
    }
    for (const document::Form& inner : form.inner) collect(inner, keys);
}

TEST(Labels, EveryFieldOfACaseHasItsClinicalLabelAndItsHelpInEveryLanguage) {
    base::Diagnostics diagnostics;
    const present::Words words =
        present::Words::read(std::string(PALPERA_SOURCE_DIR) + "/assets/text/editor.yaml", diagnostics);
    for (const base::Diagnostic& complaint : diagnostics.sorted()) ADD_FAILURE() << base::format(complaint);
    std::set<std::string> keys;
    collect(library::forms::patient_case(), keys);
    keys.erase("language");
    EXPECT_GT(keys.size(), 40u);
    for (const std::string& key : keys) {
        EXPECT_TRUE(words.has("field/" + key)) << key;
        EXPECT_TRUE(words.has("help/" + key)) << key;
    }
}

TEST(Sections, HoldEveryPartOfACaseOnce) {
    std::multiset<std::string> shown;
    for (const Section& section : sections()) shown.insert(section.keys.begin(), section.keys.end());
    for (const document::Part& part : library::forms::patient_case().parts) {
        if (part.key == "language") continue;
        EXPECT_EQ(shown.count(part.key), 1u) << part.key;
    }
}

}  // namespace
}  // namespace palpera::author
