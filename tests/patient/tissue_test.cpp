// What a lesion of a tissue makes of the examination of a patient.
#include "tests/patient/example.h"

namespace palpera::patient {
namespace {

using library::SmallLibrary;

void with_tissue(SmallLibrary& small, const std::string& lesion) {
    small.more("catalogue/facts/facts.yaml",
               "    edge_tender: {sided: yes, yes: \"Tender edge\", no: \"No tender edge\"}\n");
    small.more("catalogue/examinations.yaml",
               "    palpate medial_tibial_border: {finds: \"Not tender.\", reveals: [edge_tender]}\n");
    small.where("catalogue/examinations.yaml", "    gait: {",
                "    move: {name: \"Move\", group: feel, minutes: 1, icon: hand, finds: \"Moves freely.\"}\n"
                "    pulse: {name: \"Pulse\", group: feel, minutes: 1, icon: hand, finds: \"Strong.\"}\n"
                "    test: {name: \"Test\", group: feel, minutes: 1, icon: hand, finds: \"Negative.\"}\n    gait: {");
    small.where(the_condition, "answers:", "lesions: {hurt: " + lesion + "}\nanswers:");
}

TEST(TissueLesion, GivesTendernessMovementAndTestsOnTheAffectedSide) {
    SmallLibrary small;
    with_tissue(small, "{structure: gastrocnemius_medial_tear, level: tissue, completeness: complete}");
    const Patient patient = patient_of(small);
    const Progress progress(patient);
    EXPECT_EQ(finds(patient, progress, "palpate gastrocnemius_medial_head", Side::right),
              "Very tender here. Clearly swollen. A shallow dip is felt.");
    EXPECT_EQ(says(patient, progress, "palpate gastrocnemius_medial_head", Side::right), "Ouch! There, that is it.");
    EXPECT_EQ(finds(patient, progress, "palpate gastrocnemius_medial_head", Side::left), "Not tender.");
    EXPECT_EQ(finds(patient, progress, "inspect gastrocnemius_medial_head", Side::right),
              "Clearly swollen. Clearly bruised.");
    EXPECT_EQ(finds(patient, progress, "move ankle dorsiflexion_knee_straight", Side::right),
              "To 10 degrees, where 20 is usual, and it hurts.");
    EXPECT_EQ(finds(patient, progress, "test thompson_squeeze", Side::right), "Negative.");
}

TEST(TissueLesion, ShowsWhatANormalFindingWouldHaveShown) {
    SmallLibrary small;
    with_tissue(small, "{structure: tibial_periosteum, level: tissue, completeness: complete}");
    const Patient patient = patient_of(small);
    const Progress progress(patient);
    const library::Response* found =
        chosen(*responses_of(patient, "palpate medial_tibial_border", Side::right), Moment(patient, progress));
    EXPECT_EQ(found->reveals, std::vector<std::string>{"edge_tender"});
    EXPECT_EQ(found->pain, 7);
}

TEST(TissueLesion, OfAnArteryTakesThePulsesBeyondIt) {
    SmallLibrary small;
    with_tissue(small, "{structure: femoropopliteal_artery, level: tissue, completeness: partial}");
    const Patient patient = patient_of(small);
    const Progress progress(patient);
    EXPECT_EQ(finds(patient, progress, "pulse dorsalis_pedis", Side::right), "Weak.");
    EXPECT_EQ(finds(patient, progress, "pulse femoral", Side::right), "Strong.");
    EXPECT_EQ(finds(patient, progress, "pulse dorsalis_pedis", Side::left), "Strong.");
    EXPECT_EQ(finds(patient, progress, "test abi", Side::right), "The index is 0.90 or less.");
}

TEST(TissueLesion, ThatFollowsTheSeverityHealsWithIt) {
    SmallLibrary small;
    with_tissue(small, "{structure: tibial_periosteum, level: tissue, completeness: severity}");
    const Patient patient = patient_of(small);
    Progress progress(patient);
    progress.become({100});
    EXPECT_EQ(finds(patient, progress, "palpate medial_tibial_border", Side::right).substr(0, 17), "Very tender here.");
    progress.become({40});
    EXPECT_EQ(finds(patient, progress, "palpate medial_tibial_border", Side::right), "Slightly tender here.");
    progress.become({0});
    EXPECT_EQ(finds(patient, progress, "palpate medial_tibial_border", Side::right), "Not tender.");
}

TEST(TissueLesion, MakesTrueTheFactsThatFollowFromItUntilItHeals) {
    SmallLibrary small;
    with_tissue(small, "{structure: tibial_periosteum, level: tissue, completeness: severity}");
    small.where("catalogue/facts/facts.yaml", "edge_tender: {",
                "edge_tender: {derived: [tender medial_tibial_border], ");
    const Patient patient = patient_of(small);
    EXPECT_EQ(patient.facts.at("edge_tender").right, script::Value(true));
    EXPECT_EQ(patient.facts.at("edge_tender").left, script::Value(false));
    Progress progress(patient);
    progress.become({0});
    pass_time(patient, progress, base::days(1));
    EXPECT_EQ(Moment(patient, progress).value("edge_tender", Side::right), script::Value(false));
}

TEST(TissueLesion, OfAnArteryContradictsAPulseThatIsSaidToBeFelt) {
    SmallLibrary small;
    with_tissue(small, "{structure: femoropopliteal_artery, level: tissue, completeness: complete}");
    small.more("catalogue/facts/facts.yaml",
               "    no_pulse: {sided: yes, yes: \"No pulse\", no: \"A pulse\", derived: [faint dorsalis_pedis]}\n");
    small.where(the_condition, "heel_tender: yes", "heel_tender: yes, no_pulse: no");
    small.read();
    const auto& all = small.diagnostics().all();
    EXPECT_EQ(std::count_if(all.begin(), all.end(),
                            [](const base::Diagnostic& one) { return one.rule == "contradicts-lesion"; }),
              1);
}

TEST(TissueLesion, GivesWayToWhatIsScripted) {
    SmallLibrary small;
    with_tissue(small, "{structure: tibial_periosteum, level: tissue, completeness: complete}");
    small.where(the_condition, "findings:", "findings:\n    palpate medial_tibial_border: {finds: \"Sore.\"}");
    const Patient patient = patient_of(small);
    EXPECT_EQ(finds(patient, Progress(patient), "palpate medial_tibial_border", Side::right), "Sore.");
}

}  // namespace
}  // namespace palpera::patient
