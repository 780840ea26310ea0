#include "engine/present/visit.h"

#include <algorithm>

#include "tests/present/ward.h"

namespace palpera::present {
namespace {

using base::Language;
using encounter::Encounter;
using present_test::context_in;
using present_test::visit;
using present_test::ward_nurse;
using Kind = TranscriptLine::Kind;

std::vector<std::string> act_lines(const Encounter& encounter, const Context& context) {
    std::vector<std::string> lines;
    for (const encounter::Event& event : encounter.events) lines.push_back(act_text(event.action, context));
    return lines;
}

TEST(PatientCard, TellsWhoWhereAndWhenAtTheBeginning) {
    const PatientCard card = patient_card(context_in(Language::sv), Encounter(ward_nurse()));
    EXPECT_EQ(card.heading, "Annika Lindberg, 52");
    EXPECT_EQ(card.initials, "AL");
    EXPECT_EQ(card.person, "52 år, undersköterska på en vårdavdelning");
    EXPECT_EQ(card.place, "Vårdcentral, besök 1");
    EXPECT_EQ(card.position, "Står");
    EXPECT_EQ(card.time, "10:00");
    EXPECT_EQ(card.elapsed, "0 min");
    EXPECT_EQ(card.cost, "0 kr");
    EXPECT_FALSE(card.pain) << "nobody has asked";
    EXPECT_EQ(card.pain_face, 6) << "but it shows";
}

TEST(PatientCard, TellsThePainScoreOnceItHasBeenAskedFor) {
    EXPECT_EQ(patient_card(context_in(Language::sv), visit({"ask severity_nrs"})).pain, 6);
}

TEST(PatientCard, CountsWhatHasBeenDone) {
    const Encounter encounter = visit({"ask pain_location", "ask duration", "take_back 2", "palpate heel_centre right",
                                       "order haemoglobin", "order esr", "cancel esr", "advise supportive_shoes",
                                       "advise supportive_shoes", "prescribe naproxen 250 mg 2", "stop naproxen"});
    const PatientCard card = patient_card(context_in(Language::sv), encounter);
    EXPECT_EQ(card.questions, 1) << "one was taken back";
    EXPECT_EQ(card.examinations, 1);
    EXPECT_EQ(card.orders, 1) << "one was cancelled";
    EXPECT_EQ(card.awaited, 1);
    EXPECT_EQ(card.plans, 1) << "said twice, and a drug stopped again";
}

TEST(PatientCard, CountsTheMinutesOfEachVisitByItself) {
    const Context context = context_in(Language::sv);
    Encounter encounter = visit({"ask pain_location", "follow_up 4 weeks", "end_visit"});
    EXPECT_EQ(patient_card(context, encounter).elapsed, "1 min");
    present_test::act(encounter, {"wait 1 days"});
    EXPECT_EQ(patient_card(context, encounter).elapsed, "1 min") << "a visit that has ended stands still";
    present_test::act(encounter, {"ask course"});
    EXPECT_EQ(patient_card(context, encounter).elapsed, "1 min");
    EXPECT_EQ(patient_card(context, encounter).place, "Vårdcentral, besök 2");
}

TEST(Transcript, HasTheQuestionTheAnswerAndWhetherItCanBeNoted) {
    const auto lines = transcript(context_in(Language::sv), visit({"ask duration", "ask rest_pain", "note_finding 1"}));
    ASSERT_EQ(lines.size(), 5u);
    EXPECT_EQ(lines[0].kind, Kind::divider);
    EXPECT_EQ(lines[0].text, "Besöket började 10:00");
    EXPECT_EQ(lines[1].kind, Kind::student);
    EXPECT_EQ(lines[1].text, "Hur länge har du haft besvären?");
    EXPECT_EQ(lines[2].text, "Det är 3 månader nu.");
    EXPECT_TRUE(lines[2].noted);
    EXPECT_FALSE(lines[2].can_note);
    EXPECT_TRUE(lines[4].can_note);
    EXPECT_EQ(lines[4].time, "10:01");
}

TEST(Transcript, ShowsTypedWordsAndAsWhatTheyWereUnderstood) {
    Encounter encounter(ward_nurse());
    library::Action say = *library::parse_action("say Hur länge då?");
    encounter::understand(say, {"duration"});
    encounter::carry_out(encounter, say);
    encounter::carry_out(encounter, *library::parse_action("say Xyzzy"));
    const auto lines = transcript(context_in(Language::sv), encounter);
    ASSERT_EQ(lines.size(), 6u);
    EXPECT_EQ(lines[1].text, "Hur länge då?");
    EXPECT_EQ(lines[2].kind, Kind::notice);
    EXPECT_EQ(lines[2].text, "Förstått som: Hur länge har du haft besvären?");
    EXPECT_EQ(lines[3].kind, Kind::patient);
    EXPECT_EQ(lines[5].text, "Jag förstod inte frågan. Pröva andra ord eller välj ett ämne.");
    EXPECT_FALSE(lines[5].can_note);
}

TEST(Transcript, BeginsALaterVisitWithThePatientsOwnWords) {
    const Encounter encounter = visit({"ask duration", "follow_up 4 weeks", "end_visit", "ask course"});
    const auto lines = transcript(context_in(Language::sv), encounter);
    ASSERT_EQ(lines.size(), 7u);
    EXPECT_EQ(lines[3].kind, Kind::divider);
    EXPECT_TRUE(lines[3].text.starts_with("Besök 2, dag 29, ")) << lines[3].text;
    EXPECT_EQ(lines[4].kind, Kind::patient);
    EXPECT_EQ(lines[5].kind, Kind::student);
    EXPECT_EQ(lines[6].kind, Kind::patient);
}

TEST(Transcript, LeavesNoPlaceHolderUnfilledInAnyLanguage) {
    Encounter encounter(ward_nurse());
    for (const library::Question& question : present_test::shipped_library().catalogue.questions) {
        encounter::carry_out(encounter, *library::parse_action("ask " + question.id));
    }
    for (Language language : base::every_language) {
        for (const TranscriptLine& line : transcript(context_in(language), encounter)) {
            EXPECT_EQ(line.text.find_first_of("{}"), std::string::npos) << line.text;
            EXPECT_FALSE(line.text.empty());
        }
    }
}

TEST(Topics, HoldEveryQuestionOnceAndMarkThoseAsked) {
    const auto topics = topic_rows(context_in(Language::nb), visit({"ask duration", "ask rest_pain"}));
    std::size_t questions = 0;
    int asked = 0;
    for (const TopicRow& topic : topics) {
        questions += topic.questions.size();
        asked += topic.asked;
        EXPECT_FALSE(topic.name.empty());
    }
    EXPECT_EQ(questions, present_test::shipped_library().catalogue.questions.size());
    EXPECT_EQ(asked, 2);
}

TEST(Suggestions, ShowTheQuestionItsTopicAndTheWordsThatMatch) {
    const Context context = context_in(Language::sv);
    const dialogue::Model model = *dialogue::read_model(PALPERA_MODEL);
    const dialogue::QuestionFinder finder(context.library.catalogue, Language::sv, model);
    const auto rows = suggestion_rows(context, finder, "hur länge besvär", 4);
    ASSERT_FALSE(rows.empty());
    EXPECT_EQ(rows[0].text, "Hur länge har du haft besvären?");
    EXPECT_FALSE(rows[0].topic.empty());
    ASSERT_EQ(rows[0].matched.size(), 3u);
    EXPECT_EQ(rows[0].text.substr(rows[0].matched[2].first, rows[0].matched[2].second - rows[0].matched[2].first),
              "besvären");
    EXPECT_LE(rows.size(), 4u);
}

TEST(NotedFindings, AreWhatTheActsRevealedEachOnceWithOwnNotesAmongThem) {
    const auto rows = noted_rows(
        context_in(Language::sv),
        visit({"palpate plantar_fascia_insertion right", "palpate plantar_fascia_insertion right", "note_finding 1",
               "note_finding 2", "note Titta på skorna", "ask rest_pain", "note_finding 6"}));
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].text, "Öm medialt strax framför hälen, höger");
    EXPECT_EQ(rows[0].kind, NotedRow::Kind::present);
    EXPECT_EQ(rows[1].kind, NotedRow::Kind::own);
    EXPECT_EQ(rows[1].text, "Titta på skorna");
    EXPECT_EQ(rows[2].kind, NotedRow::Kind::absent);
    EXPECT_EQ(rows[2].fact, "rest_pain");
}

TEST(Differential, IsTheLastOneSaidHighestFirstWithWhatItWasBeforeAndItsEvidence) {
    const Encounter encounter =
        visit({"differential plantar_fasciitis 40, calcaneal_stress_fracture 50", "ask rest_pain",
               "differential calcaneal_stress_fracture 10, plantar_fasciitis 80, heel_fat_pad_syndrome 5",
               "link rest_pain plantar_fasciitis for", "link rest_pain plantar_fasciitis against"});
    const auto rows = differential_rows(context_in(Language::sv), encounter);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].condition, "plantar_fasciitis");
    EXPECT_EQ(rows[0].percent, 80);
    EXPECT_EQ(rows[0].before, 40);
    EXPECT_EQ(rows[0].code, "M77.3, M72.2");
    EXPECT_EQ(rows[1].before, 50);
    EXPECT_EQ(rows[2].before, -1);
    ASSERT_EQ(rows[0].evidence.size(), 1u) << "a link said again replaces the one before";
    EXPECT_TRUE(rows[0].evidence[0].against);
    EXPECT_TRUE(differential_rows(context_in(Language::sv), Encounter(ward_nurse())).empty());
}

TEST(Choices, StandInCatalogueOrderUntilSomethingIsTyped) {
    const Context context = context_in(Language::sv);
    const library::Catalogue& catalogue = context.library.catalogue;
    const auto drugs = choice_rows(context, Choices::drugs, "", 1000);
    ASSERT_EQ(drugs.size(), catalogue.drugs.size());
    EXPECT_EQ(drugs[0].act, "prescribe " + catalogue.drugs[0].id);
    EXPECT_EQ(choice_rows(context, Choices::drugs, "", 2).size(), 2u);
    EXPECT_EQ(choice_rows(context, Choices::diagnoses, " ", 1000).size(), catalogue.diagnoses.size());
}

TEST(Choices, AreFoundByNameOtherNameCodeAndDespiteATypingError) {
    const Context context = context_in(Language::sv);
    const auto first = [&](Choices which, const char* typed) {
        const auto rows = choice_rows(context, which, typed, 1);
        return rows.empty() ? std::string() : rows[0].act;
    };
    EXPECT_EQ(first(Choices::drugs, "napr"), "prescribe naproxen");
    EXPECT_EQ(first(Choices::drugs, "naporxen"), "prescribe naproxen");
    EXPECT_EQ(first(Choices::diagnoses, "hälsporre"), "plantar_fasciitis");
    EXPECT_EQ(first(Choices::services, "fysiot"), "refer physiotherapist");
    EXPECT_EQ(first(Choices::treatments, "hälkopp"), "treat heel_cup");
    EXPECT_TRUE(choice_rows(context, Choices::advice, "xyzzy", 10).empty());
}

TEST(Acts, ReadAsLinesOfAJournal) {
    const Encounter encounter =
        visit({"ask duration", "palpate heel_centre right light", "move subtalar inversion left", "order haemoglobin",
               "differential plantar_fasciitis 70", "link rest_pain plantar_fasciitis against",
               "prescribe naproxen 250 mg 2 14 days as_needed", "refer physiotherapist routine",
               "refer physiotherapist urgent", "follow_up 4 weeks", "sick_note 50 10 days", "end_visit"});
    const std::vector<std::string> expected{"Hur länge har du haft besvären?",
                                            "Palpera: Mitt på hälkudden, höger, lätt",
                                            "Rörlighet: Subtalarled, Inversion, vänster",
                                            "Beställ: Hemoglobin (Hb)",
                                            "Differentialdiagnos: Hälsporre 70\u00A0%",
                                            "Vilovärk: talar emot Hälsporre",
                                            "Förskriv: Naproxen 250\u00A0mg × 2, 2 veckor, vid behov",
                                            "Remiss: Fysioterapeut",
                                            "Remiss: Fysioterapeut, förtur",
                                            "Återbesök om 4 veckor",
                                            "Sjukskrivning: 50\u00A0%, 10 dagar",
                                            "Avsluta besöket"};
    EXPECT_EQ(act_lines(encounter, context_in(Language::sv)), expected);
}

TEST(Results, AreToldInTheUnitOfTheCountry) {
    const Encounter encounter = visit({"order haemoglobin", "wait 1 hours", "read haemoglobin"});
    const encounter::Piece& value = encounter.events.back().response.pieces.at(0);
    EXPECT_EQ(text_of(value, encounter, context_in(Language::sv)), "134\u00A0g/L");
    EXPECT_EQ(text_of(value, encounter, context_in(Language::nb)), "13,4\u00A0g/dL");
}

TEST(Facts, AreAbnormalWhenTheyDepartFromWhatIsNormal) {
    const library::Catalogue& catalogue = present_test::shipped_library().catalogue;
    EXPECT_TRUE(is_abnormal({"rest_pain", library::Side::none, true, 1, {}}, catalogue));
    EXPECT_FALSE(is_abnormal({"rest_pain", library::Side::none, false, 1, {}}, catalogue));
    EXPECT_FALSE(is_abnormal({"bmi", library::Side::none, 31.0, 1, {}}, catalogue)) << "a number is not judged";
}

TEST(Refusals, OfTheEncounterHaveWordsInEveryLanguage) {
    for (const char* line :
         {"read haemoglobin", "cancel haemoglobin", "stop naproxen", "palpate heel_centre midline"}) {
        const auto refusal = encounter::find_refusal(Encounter(ward_nurse()), *library::parse_action(line));
        ASSERT_TRUE(refusal) << line;
        EXPECT_TRUE(present_test::shipped_words().has(refusal->key)) << refusal->key;
    }
}

}  // namespace
}  // namespace palpera::present
