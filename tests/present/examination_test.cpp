#include "engine/present/examination.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/present/ward.h"

namespace palpera::present {
namespace {

using base::Language;
using library::Side;
using library::Verb;
using present_test::context_in;
using present_test::visit;

std::vector<ToolRow> all_tools(const Context& context) {
    std::vector<ToolRow> tools;
    for (const ToolGroup& group : tool_groups(context)) {
        tools.insert(tools.end(), group.tools.begin(), group.tools.end());
    }
    return tools;
}

ToolRow tool(const Context& context, Verb verb, std::string_view modality = "") {
    for (ToolRow& row : all_tools(context)) {
        if (row.verb == verb && row.modality == modality) return row;
    }
    ADD_FAILURE() << "no such tool";
    return {};
}

const FindingRow* finding(const std::vector<FindingGroup>& groups, std::string_view name) {
    for (const FindingGroup& group : groups) {
        for (const FindingRow& row : group.rows) {
            if (row.name == name) return &row;
        }
    }
    return nullptr;
}

TEST(Tools, AreTheCataloguesWithSensationAsFour) {
    const Context context = context_in(Language::en);
    const std::vector<ToolRow> tools = all_tools(context);
    EXPECT_EQ(tools.size(), context.library.catalogue.tools.size() - 2 + 4);  // position, sensation
    std::vector<std::string> names;
    for (const ToolRow& row : tools) {
        if (row.verb == Verb::sensation) names.push_back(row.name);
        EXPECT_NE(row.verb, Verb::position);
    }
    EXPECT_EQ(names, (std::vector<std::string>{"Light touch", "Pinprick", "Vibration", "Temperature sense"}));
}

TEST(Tools, HaveAKeyEach) {
    std::set<std::string> keys;
    for (const ToolRow& row : all_tools(context_in(Language::sv))) {
        EXPECT_EQ(row.key.size(), 1u) << row.name;
        EXPECT_TRUE(keys.insert(row.key).second) << row.name << " shares " << row.key;
    }
}

TEST(Targets, CanAllBeExaminedOnThePatient) {
    const Context context = context_in(Language::nb);
    const encounter::Encounter encounter = visit({});
    int acts = 0;
    for (const ToolRow& with : all_tools(context)) {
        for (const TargetRow& target : target_rows(context, encounter, with, "")) {
            library::Action action;
            action.verb = with.verb;
            action.subject = target.subject;
            action.side = target.sided ? Side::left : Side::none;
            EXPECT_FALSE(encounter::find_refusal(encounter, action)) << library::print(action);
            EXPECT_FALSE(target.name.empty()) << target.subject;
            ++acts;
        }
    }
    EXPECT_GT(acts, 300);
}

TEST(Targets, StandInTheOrderOfTheAtlas) {
    const Context context = context_in(Language::sv);
    std::vector<std::string> shown, sites;
    for (const TargetRow& target : target_rows(context, visit({}), tool(context, Verb::palpate), "")) {
        shown.push_back(target.subject);
    }
    for (const anatomy::Site& site : context.library.atlas.sites) sites.push_back(site.id);
    EXPECT_EQ(shown, sites);
}

// The flat figure shows the leg below the knee.
TEST(Targets, OfSensationLieOnTheFigureAsFarAsItGoesAndNeverWhereTheyAreIntimate) {
    const Context context = context_in(Language::sv);
    const auto targets = target_rows(context, visit({}), tool(context, Verb::sensation, "pinprick"), "");
    ASSERT_EQ(targets.size(), context.library.atlas.zones.size());
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const TargetRow& target = targets[i];
        const anatomy::Zone& zone = context.library.atlas.zones[i];
        const bool below_the_knee = zone.region == "foot" || zone.region == "ankle" || zone.region == "lower_leg";
        EXPECT_EQ(target.views.empty(), !below_the_knee) << target.subject;
        EXPECT_FALSE(target.region.empty()) << target.subject;
        EXPECT_EQ(target.subject, "pinprick " + zone.id);
    }
}

TEST(Targets, SayOnWhichSidesTheyAreDoneAndNothingOfWhatWasFound) {
    const Context context = context_in(Language::sv);
    const ToolRow palpate = tool(context, Verb::palpate);
    const auto before = target_rows(context, visit({}), palpate, "");
    const auto after =
        target_rows(context, visit({"palpate plantar_fascia_insertion right", "palpate heel_centre"}), palpate, "");
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        EXPECT_EQ(before[i].name, after[i].name);
        EXPECT_FALSE(before[i].done);
        const bool insertion = after[i].subject == "plantar_fascia_insertion", pad = after[i].subject == "heel_centre";
        EXPECT_EQ(after[i].done_right, insertion || pad) << after[i].subject;
        EXPECT_EQ(after[i].done_left, pad) << after[i].subject;
    }
}

TEST(Targets, AreFoundByOtherNamesAndWithATypingError) {
    const Context context = context_in(Language::en);
    const auto first = [&](Verb verb, std::string_view typed) {
        const auto hits = target_rows(context, visit({}), tool(context, verb), typed);
        return hits.empty() ? std::string() : hits.front().subject;
    };
    EXPECT_EQ(first(Verb::palpate, "fat pad"), "heel_centre");
    EXPECT_EQ(first(Verb::test, "windlas"), "windlass");
    EXPECT_EQ(first(Verb::test, "xyzxyz"), "");
}

TEST(ReadOutOfAnAct, TellsEachSideWithItsPainAndThePatientsWords) {
    const Context context = context_in(Language::en);
    const auto out = read_out(context, visit({"palpate plantar_fascia_insertion"}), 1);
    ASSERT_TRUE(out);
    EXPECT_EQ(out->title, "Palpate: Inner heel just in front of the pad");
    ASSERT_EQ(out->rows.size(), 2u);
    EXPECT_EQ(out->rows[0].side, "Right");
    EXPECT_TRUE(out->rows[0].abnormal);
    EXPECT_EQ(out->rows[0].pain, 7);
    EXPECT_NE(out->rows[0].finds.find("tenderness"), std::string::npos);
    EXPECT_EQ(out->rows[1].side, "Left");
    EXPECT_FALSE(out->rows[1].abnormal);
    EXPECT_EQ(out->pain, 7);
    EXPECT_NE(out->says.find("That's it"), std::string::npos);
    EXPECT_TRUE(out->can_note);
    EXPECT_FALSE(out->noted);
}

TEST(ReadOutOfAnAct, HasOneRowWithoutASideForWhatHasNoSides) {
    const auto out = read_out(context_in(Language::sv), visit({"measure weight"}), 1);
    ASSERT_TRUE(out);
    ASSERT_EQ(out->rows.size(), 1u);
    EXPECT_TRUE(out->rows[0].side.empty());
    EXPECT_NE(out->rows[0].finds.find("84"), std::string::npos);
}

TEST(ReadOutOfAnAct, KnowsThatItWasNoted) {
    const auto out = read_out(context_in(Language::sv), visit({"palpate heel_centre", "note_finding 1"}), 1);
    ASSERT_TRUE(out);
    EXPECT_TRUE(out->noted);
}

TEST(ReadOutOfAnAct, IsNotThereForAQuestionOrAnActThatWasNeverDone) {
    const Context context = context_in(Language::sv);
    const encounter::Encounter encounter = visit({"ask presenting_complaint"});
    EXPECT_FALSE(read_out(context, encounter, 1));
    EXPECT_FALSE(read_out(context, encounter, 0));
    EXPECT_FALSE(read_out(context, encounter, 2));
    EXPECT_EQ(last_examination(encounter), 0);
    EXPECT_EQ(last_examination(visit({"gait normal", "ask presenting_complaint"})), 1);
}

TEST(Findings, StandRightAndLeftWithADashWhereNothingWasExamined) {
    const Context context = context_in(Language::en);
    const auto groups = finding_groups(
        context, visit({"test windlass right", "palpate plantar_fascia_insertion", "sensation pinprick sole_lateral"}));
    ASSERT_EQ(groups.size(), 3u);
    EXPECT_EQ(groups[0].name, "Palpate");
    EXPECT_EQ(groups[1].name, "Pinprick");
    const FindingRow& insertion = groups[0].rows.at(0);
    EXPECT_EQ(insertion.right, "NRS 7");
    EXPECT_TRUE(insertion.right_abnormal);
    EXPECT_EQ(insertion.left, "Normal");
    EXPECT_FALSE(insertion.left_abnormal);
    const FindingRow* windlass = finding(groups, "Windlass test");
    ASSERT_NE(windlass, nullptr);
    EXPECT_TRUE(windlass->left.empty());
}

TEST(Findings, OfSidesExaminedOneByOneShareALine) {
    const auto groups =
        finding_groups(context_in(Language::en), visit({"palpate heel_centre right", "palpate heel_centre left"}));
    ASSERT_EQ(groups.size(), 1u);
    ASSERT_EQ(groups[0].rows.size(), 1u);
    EXPECT_EQ(groups[0].rows[0].right, "Normal");
    EXPECT_EQ(groups[0].rows[0].left, "Normal");
    EXPECT_EQ(groups[0].rows[0].action, 2);
}

TEST(Findings, OfMeasurementsAreTheNumbers) {
    const auto groups = finding_groups(context_in(Language::en),
                                       visit({"measure blood_pressure", "measure body_temperature", "measure weight"}));
    ASSERT_EQ(groups.size(), 1u);
    EXPECT_EQ(groups[0].rows[0].whole, "124/78 mmHg");
    EXPECT_NE(groups[0].rows[1].whole.find("36.8"), std::string::npos);
    EXPECT_NE(groups[0].rows[2].whole.find("84"), std::string::npos);
}

}  // namespace
}  // namespace palpera::present
