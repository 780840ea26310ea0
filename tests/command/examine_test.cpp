#include "tests/command/example.h"

namespace palpera::command {
namespace {

class ExamineVerb : public WithFolder {
protected:
    Ran examined(const std::string& text, bool json = true) {
        write("lesion.json", text);
        Words arguments{"examine", at("lesion.json")};
        if (json) arguments.emplace_back("--json");
        return ran(arguments);
    }
};

// The row of that kind and side.
ordered_json row(const ordered_json& rows, const char* what, const std::string& id, const std::string& side) {
    for (const ordered_json& one : rows) {
        if (one[what] == id && one["side"] == side) return one;
    }
    return nullptr;
}

TEST_F(ExamineVerb, TellsTheDeficitOfOneLesion) {
    const Ran call = examined(R"({"structure":"root_L5","level":"root","side":"left","completeness":"complete"})");
    ASSERT_EQ(call.code, 0) << call.err;
    const ordered_json shown = call.document();
    ASSERT_EQ(shown.size(), 1u);
    EXPECT_EQ(keys(shown[0]), (Words{"id", "zones", "muscles", "reflexes", "tests"}));
    EXPECT_TRUE(shown[0]["id"].is_null());
    EXPECT_EQ(row(shown[0]["zones"], "zone", "foot_dorsum_first_web", "left"),
              ordered_json::parse(R"({"zone":"foot_dorsum_first_web","side":"left","light_touch":1,"pinprick":1})"));
    EXPECT_EQ(row(shown[0]["muscles"], "muscle", "tibialis_posterior", "left"),
              ordered_json::parse(R"({"muscle":"tibialis_posterior","side":"left","mrc":"3"})"));
    EXPECT_EQ(row(shown[0]["reflexes"], "reflex", "tibialis_posterior_jerk", "left"),
              ordered_json::parse(R"({"reflex":"tibialis_posterior_jerk","side":"left","grade":0})"));
    EXPECT_TRUE(row(shown[0]["muscles"], "muscle", "tibialis_posterior", "right").is_null());
    EXPECT_EQ(shown[0]["tests"].size(), 150u) << "every test, positive or not, on both sides";
    EXPECT_EQ(row(shown[0]["tests"], "test", "slr", "left")["positive"], true);
    EXPECT_EQ(row(shown[0]["tests"], "test", "slr", "right")["positive"], false);
    EXPECT_EQ(row(shown[0]["tests"], "test", "crossed_slr", "left")["positive"], false) << "it varies";
}

TEST_F(ExamineVerb, TakesAListOfLesionsAndListsOfStructures) {
    const Ran call = examined(R"({"lesions":[
        {"id":"a","structure":["root_L5","root_S1"],"level":"root","side":"right","completeness":0.6},
        {"id":"b","structure":"cauda_equina","level":"cauda_equina_complete","side":"midline","completeness":"complete"},
        {"id":"c","structure":"lumbar_plexus","level":"plexus","side":"both","completeness":"partial"},
        {"id":"d","structure":"polyneuropathy_length_dependent","level":"ankle","side":"both","completeness":1}]})");
    ASSERT_EQ(call.code, 0) << call.err;
    const ordered_json shown = call.document();
    ASSERT_EQ(shown.size(), 4u);
    EXPECT_EQ(shown[3]["id"], "d");
    EXPECT_EQ(row(shown[0]["muscles"], "muscle", "gluteus_medius_minimus", "right")["mrc"], "4");
    EXPECT_EQ(row(shown[1]["muscles"], "muscle", "anal_sphincter_external", "midline")["mrc"], "0");
    EXPECT_EQ(row(shown[1]["zones"], "zone", "perianal", "left")["pinprick"], 0);
    EXPECT_EQ(row(shown[2]["muscles"], "muscle", "quadriceps_femoris", "left")["mrc"], "4-");
    EXPECT_EQ(row(shown[3]["zones"], "zone", "hallux_plantar", "left")["light_touch"], 0);
}

TEST_F(ExamineVerb, LaysTheSameOutForPeople) {
    const Ran call = examined(
        R"({"id":"x","structure":"sural","level":"sural_ankle","side":"right","completeness":"complete"})", false);
    EXPECT_EQ(call.out.substr(0, 3), "x:\n");
    EXPECT_NE(call.out.find("foot_lateral_border right: light touch 0, pinprick 0"), std::string::npos) << call.out;
    EXPECT_NE(call.out.find("tinel_sural right: positive"), std::string::npos) << call.out;
}

TEST_F(ExamineVerb, RefusesWhatIsNoLesionAndSaysWhere) {
    for (const auto& [text, where] : std::vector<std::pair<std::string, std::string>>{
             {"{\n  \"lesions\": [,]}", "lesion.json:2:15"},
             {"[]", "a lesion, or {\"lesions\":[...]} was expected at /"},
             {R"({"lesions":{}})", "/lesions"},
             {R"({"lesions":[{"structure":7,"level":"root","side":"right","completeness":1}]})",
              "/lesions/0/structure"},
             {R"({"structure":"root_L6","level":"root","side":"right","completeness":1})", "root_L6"},
             {R"({"structure":"root_L5","level":"plexus","side":"right","completeness":1})", "the level of a root"},
             {R"({"structure":"sural","level":"ulnar_guyon","side":"right","completeness":1})",
              "does not lie on sural"},
             {R"({"structure":"root_L5","level":"root","side":"up","completeness":1})", "/side"},
             {R"({"structure":"root_L5","level":"root","side":"right","completeness":1.5})", "/completeness"},
             {R"({"structure":"root_L5","level":"root","side":"right","completeness":"very"})", "/completeness"},
             {R"({"structure":"root_L5","level":"root","completeness":1})", "\"side\" was expected"},
             {R"({"structure":[],"level":"root","side":"right","completeness":1})", "/structure"}}) {
        const Ran call = examined(text);
        EXPECT_EQ(call.code, 2) << text;
        EXPECT_NE(call.err.find(where), std::string::npos) << call.err;
        EXPECT_TRUE(ordered_json::accept(call.out)) << call.out;
    }
    EXPECT_EQ(ran({"examine", "no_such_file.json"}).code, 2);
    EXPECT_EQ(ran({"examine"}).code, 2);
}

}  // namespace
}  // namespace palpera::command
