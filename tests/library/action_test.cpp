#include "engine/library/action.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace palpera::library {
namespace {

std::string canonical(std::string_view line) {
    const base::Result<Action> action = parse_action(line);
    return action ? print(*action) : "refused: " + action.error().message();
}

std::string refusal(std::string_view line) {
    const base::Result<Action> action = parse_action(line);
    return action ? "accepted as " + print(*action) : action.error().message();
}

TEST(Action, EveryFormOfTheLanguageReadsAndPrintsBack) {
    for (const char* line : {"say Where does it hurt?",
                             "ask pain_location",
                             "take_back 3",
                             "position supine",
                             "inspect heel_centre",
                             "inspect heel_centre both",
                             "palpate heel_centre right",
                             "palpate heel_centre right light",
                             "move ankle plantarflexion left",
                             "gait heels",
                             "strength tibialis_anterior right",
                             "reflex achilles left",
                             "sensation light_touch sole_lateral right",
                             "border pinprick right sole_lateral sole_mid_central",
                             "test windlass right",
                             "pulse dorsalis_pedis left",
                             "auscultate heel_centre midline",
                             "measure body_temperature",
                             "order xray_heel",
                             "order xray_heel right urgent",
                             "order haemoglobin emergency",
                             "cancel xray_heel",
                             "read xray_heel",
                             "note_finding 12",
                             "note Ask about the job next time",
                             "link first_step_pain plantar_fasciitis for",
                             "link rest_pain plantar_fasciitis against",
                             "differential plantar_fasciitis 70, calcaneal_stress_fracture 15",
                             "diagnose plantar_fasciitis 85, heel_fat_pad_syndrome 6",
                             "prescribe naproxen 500 mg 2",
                             "prescribe naproxen 250 mg 2 14 days",
                             "prescribe naproxen 250 mg 2 14 days as_needed",
                             "prescribe naproxen 250 mg 2 as_needed",
                             "prescribe prednisolone 2.5 mg 1",
                             "change naproxen 250 mg 1",
                             "stop naproxen",
                             "treat ready_made_insole",
                             "advise supportive_shoes",
                             "refer physiotherapist routine",
                             "refer surgeon emergency",
                             "follow_up 3 months",
                             "sick_note 50 2 weeks",
                             "decline weigh asked_by_another",
                             "decline weigh refuses The patient does not want to be weighed",
                             "wait 20 minutes",
                             "wait 6 weeks",
                             "end_visit",
                             "finish"}) {
        EXPECT_EQ(canonical(line), line);
    }
}

TEST(Action, WhatIsSaidInOtherWaysPrintsInOne) {
    EXPECT_EQ(canonical("  ask   pain_location  "), "ask pain_location");
    EXPECT_EQ(canonical("ask\tpain_location"), "ask pain_location");
    EXPECT_EQ(canonical("palpate heel_centre right firm"), "palpate heel_centre right");
    EXPECT_EQ(canonical("order xray_heel routine"), "order xray_heel");
    EXPECT_EQ(canonical("diagnose plantar_fasciitis 85 %,other 5%"), "diagnose plantar_fasciitis 85, other 5");
    EXPECT_EQ(canonical("prescribe naproxen 500.0 mg 2 1 day"), "prescribe naproxen 500 mg 2 1 days");
}

TEST(Action, UnitsReadInTheSingularToo) {
    EXPECT_EQ(canonical("wait 1 hour"), "wait 1 hours");
    EXPECT_EQ(canonical("follow_up 1 month"), "follow_up 1 months");
    EXPECT_EQ(canonical("sick_note 100 1 week"), "sick_note 100 1 weeks");
}

TEST(Action, EachActOfTimeKnowsItsOwnUnits) {
    EXPECT_NE(refusal("sick_note 50 30 minutes").find("days|weeks"), std::string::npos);
    EXPECT_NE(refusal("follow_up 2 hours").find("days|weeks|months"), std::string::npos);
    EXPECT_NE(refusal("wait 2 years").find("minutes|hours|days|weeks"), std::string::npos);
    EXPECT_NE(refusal("prescribe naproxen 500 mg 2 3 weeks").find("[N days]"), std::string::npos);
}

TEST(Action, AMisspeltVerbIsRefusedWithTheNearest) {
    EXPECT_EQ(refusal("palpte heel_centre"), "unknown action \"palpte\" (did you mean 'palpate'?)");
    EXPECT_EQ(refusal(""), "unknown action \"\"");
}

TEST(Action, PercentsSumTo100AtTheMostAndTheRefusalSaysTheSum) {
    EXPECT_EQ(canonical("diagnose a 60, b 40"), "diagnose a 60, b 40");
    EXPECT_NE(refusal("diagnose a 60, b 41").find("sum to 101"), std::string::npos);
    EXPECT_NE(refusal("differential a 101").find("PERCENT"), std::string::npos);
    EXPECT_NE(refusal("differential a 60, a 10").find("each once"), std::string::npos);
    EXPECT_NE(refusal("diagnose").find("CONDITION PERCENT"), std::string::npos);
    EXPECT_NE(refusal("diagnose a 60,").find("CONDITION PERCENT"), std::string::npos);
}

TEST(Action, WhatHasNoMeaningIsRefusedWithTheFormThatWasExpected) {
    for (const char* line : {"ask",
                             "ask Pain",
                             "ask pain_location now",
                             "palpate heel_centre right left",
                             "palpate ../x",
                             "take_back 0",
                             "take_back -1",
                             "take_back 99999999999",
                             "note_finding x",
                             "link a b",
                             "link a b maybe",
                             "refer surgeon",
                             "refer surgeon soon",
                             "wait 0 days",
                             "wait 99999999 weeks",
                             "wait 5",
                             "border light_touch",
                             "border touch right a",
                             "border light_touch right",
                             "prescribe naproxen",
                             "prescribe naproxen 0 mg 2",
                             "prescribe naproxen 1e3 mg 2",
                             "prescribe naproxen 5. mg 2",
                             "prescribe naproxen 500 mg 25",
                             "prescribe naproxen 500 mg 2 days",
                             "change naproxen 500 mg 2 as_needed",
                             "decline weigh",
                             "finish now",
                             "end_visit 3",
                             "say",
                             "note   "}) {
        const base::Result<Action> action = parse_action(line);
        ASSERT_FALSE(action) << line;
        EXPECT_NE(action.error().what.find("expected"), std::string::npos) << line << ": " << action.error().what;
        EXPECT_FALSE(action.error().hint.empty()) << line;
    }
}

TEST(Action, TextsAreBoundedInCharactersNotBytes) {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "å";
    EXPECT_TRUE(parse_action("say " + text));
    EXPECT_TRUE(parse_action("note " + text));
    EXPECT_TRUE(parse_action("decline weigh refuses " + text));
    EXPECT_FALSE(parse_action("say " + text + "x"));
    EXPECT_FALSE(parse_action("note " + text + "x"));
    EXPECT_FALSE(parse_action("decline weigh refuses " + text + "x"));
    EXPECT_FALSE(parse_action("note " + std::string(1'000'000, 'x')));
}

TEST(Action, TheQuestionsASayWasUnderstoodAsAreNoWordsOfTheStudent) {
    Action say = *parse_action("say Where does it hurt?");
    say.subject = "pain_location";
    EXPECT_EQ(print(say), "say Where does it hurt?");
}

// Actions as the application makes them, of every verb.
class ActionMaker {
public:
    explicit ActionMaker(unsigned seed) : chance_(seed) {}

    Action make() {
        Action action;
        action.verb = static_cast<Verb>(below(verb_count));
        switch (action.verb) {
            case Verb::say:
            case Verb::note: action.text = text(); break;
            case Verb::take_back:
            case Verb::note_finding: action.number = 1 + below(10'000); break;
            case Verb::border:
                action.subject = below(2) ? "light_touch" : "pinprick";
                for (int i = 0; i <= below(4); ++i) action.subject += " " + id();
                action.side = static_cast<Side>(1 + below(4));
                break;
            case Verb::link:
                action.subject = id() + " " + id();
                action.against = below(2) == 1;
                break;
            case Verb::differential:
            case Verb::diagnose: probabilities(action); break;
            case Verb::prescribe:
            case Verb::change: dose(action); break;
            case Verb::refer:
                action.subject = id();
                action.urgency = static_cast<Urgency>(below(3));
                break;
            case Verb::follow_up: span(action, base::TimeUnit::days, 3); break;
            case Verb::wait: span(action, base::TimeUnit::minutes, 4); break;
            case Verb::sick_note:
                action.number = 1 + below(100);
                span(action, base::TimeUnit::days, 2);
                break;
            case Verb::decline:
                action.subject = id();
                action.reason = id();
                if (below(2)) action.text = text();
                break;
            case Verb::end_visit:
            case Verb::finish: break;
            default: subject(action); break;
        }
        return action;
    }

private:
    int below(std::size_t count) { return static_cast<int>(chance_() % count); }
    std::string id() {
        std::string word(1, static_cast<char>('a' + below(26)));
        for (int i = 0; i < below(12); ++i) word += "abc_9-"[below(6)];
        return word;
    }
    std::string text() {
        static constexpr std::array<const char*, 6> words{"heel",     "right",   "as_needed",
                                                          "Ømhet  i", "12 days", "hælen?"};
        std::string line = words[static_cast<std::size_t>(below(words.size()))];
        for (int i = 0; i < below(5); ++i)
            line += std::string(" ") + words[static_cast<std::size_t>(below(words.size()))];
        return line;
    }
    void probabilities(Action& action) {
        int rest = 100;
        for (int i = 0; i <= below(4); ++i) {
            const int percent = below(static_cast<std::size_t>(rest) + 1);
            action.probabilities.emplace_back(id() + std::to_string(i), percent);
            rest -= percent;
        }
    }
    void dose(Action& action) {
        action.subject = id();
        action.dose = (1 + below(4'000)) / 8.0;
        action.unit = below(2) ? "mg" : "E";
        action.times = 1 + below(24);
        if (action.verb == Verb::change) return;
        if (below(2)) span(action, base::TimeUnit::days, 1);
        action.as_needed = below(2) == 1;
    }
    void span(Action& action, base::TimeUnit first, std::size_t units) {
        action.amount = 1 + below(400);
        action.span_unit = static_cast<base::TimeUnit>(static_cast<int>(first) + below(units));
    }
    void subject(Action& action) {
        action.subject = id();
        if (action.verb == Verb::move || action.verb == Verb::sensation) action.subject += " " + id();
        const bool sided = is_examination(action.verb) || action.verb == Verb::order || action.verb == Verb::read ||
                           action.verb == Verb::cancel;
        if (sided) action.side = static_cast<Side>(below(5));
        if (action.verb == Verb::palpate) action.light = below(2) == 1;
        if (action.verb == Verb::order) action.urgency = static_cast<Urgency>(below(3));
    }

    std::mt19937 chance_;
};

TEST(Action, ReadingWhatWasPrintedGivesTheSameAction) {
    ActionMaker maker(7);
    for (int i = 0; i < 20'000; ++i) {
        const Action action = maker.make();
        const std::string line = print(action);
        const base::Result<Action> again = parse_action(line);
        ASSERT_TRUE(again) << line << ": " << again.error().message();
        ASSERT_EQ(*again, action) << line << " read back as " << print(*again);
    }
}

TEST(Action, NoLineWhateverCrashesTheReader) {
    std::mt19937 chance(3);
    const std::string signs = "palpt e_1,%\t\\\"\x01\xc3\xa5\xff{}#";
    ActionMaker maker(9);
    for (int i = 0; i < 20'000; ++i) {
        std::string line = print(maker.make());
        for (std::size_t edits = 1 + chance() % 4; edits > 0; --edits) {
            const std::size_t at = chance() % (line.size() + 1);
            if (chance() % 2) {
                line.insert(at, 1, signs[chance() % signs.size()]);
            } else if (!line.empty()) {
                line.erase(std::min(at, line.size() - 1), 1 + chance() % 3);
            }
        }
        const base::Result<Action> action = parse_action(line);
        if (action) {
            const base::Result<Action> again = parse_action(print(*action));
            ASSERT_TRUE(again) << line << " printed as " << print(*action);
            EXPECT_EQ(*again, *action) << line;
        } else {
            EXPECT_FALSE(action.error().what.empty());
        }
    }
}

TEST(ActPattern, AnActMayNameASideOfThePatient) {
    EXPECT_EQ(parse_pattern("palpate heel_centre")->where, Where::affected);
    EXPECT_EQ(parse_pattern("palpate heel_centre other")->where, Where::other);
    EXPECT_EQ(parse_pattern("test windlass both")->where, Where::both);
    EXPECT_EQ(parse_pattern("sensation pinprick sole_lateral left")->where, Where::left);
    EXPECT_EQ(parse_pattern("move ankle plantarflexion any")->act(), "move ankle plantarflexion");
    EXPECT_EQ(parse_pattern("diagnose any")->subject, "any");
    EXPECT_EQ(parse_pattern("differential calcaneal_stress_fracture")->subject, "calcaneal_stress_fracture");
    EXPECT_EQ(parse_pattern("follow_up")->verb, Verb::follow_up);
}

TEST(ActPattern, WhatIsNoActIsRefused) {
    for (const char* text : {"", "palpat heel_centre", "palpate", "palpate heel_centre upside", "ask", "diagnose",
                             "palpate heel_centre both right", "move ankle"}) {
        const base::Result<ActPattern> pattern = parse_pattern(text);
        ASSERT_FALSE(pattern) << text;
        EXPECT_FALSE(pattern.error().what.empty()) << text;
    }
}

TEST(RecordedJournal, CommentsAndEmptyLinesAreLeftOutAndLinesKeepTheirNumbers) {
    const auto journal = parse_journal(
        "# A visit\n\njournal 1 ward_nurse seed 18446744073709551615 lang nb\r\n\n# pain\nask where\n  finish  \n");
    ASSERT_TRUE(journal) << journal.error().message();
    EXPECT_EQ(journal->case_id, "ward_nurse");
    EXPECT_EQ(journal->seed, 18446744073709551615u);
    EXPECT_EQ(journal->language, "nb");
    ASSERT_EQ(journal->lines.size(), 2u);
    EXPECT_EQ(journal->lines[0].number, 6);
    EXPECT_EQ(journal->lines[1].text, "finish");
}

TEST(RecordedJournal, AWrongFirstLineIsRefusedWithItsPlace) {
    for (const char* text :
         {"ask where", "journal 2 ward_nurse seed 0 lang sv", "journal 1 ward_nurse seed -1 lang sv",
          "journal 1 ward_nurse seed 0 lang no", "journal 1 ../x seed 0 lang sv", "journal 1 ward_nurse seed 0",
          "journal 1 ward_nurse seed 0 lang sv more", "journal 1 ward_nurse seed 99999999999999999999999 lang sv"}) {
        const auto journal = parse_journal(std::string("# comment\n") + text);
        ASSERT_FALSE(journal) << text;
        EXPECT_EQ(journal.error().where, "2:1") << text;
        EXPECT_NE(journal.error().what.find("journal 1 CASE seed N lang L"), std::string::npos);
    }
    EXPECT_FALSE(parse_journal(""));
    EXPECT_FALSE(parse_journal("# nothing\n"));
}

TEST(RecordedJournal, MoreThanTenThousandActionsAreRefusedAtTheFirstTooMany) {
    std::string text = "journal 1 ward_nurse seed 0 lang sv\n";
    for (int i = 0; i < 10'000; ++i) text += "end_visit\n";
    EXPECT_TRUE(parse_journal(text));
    EXPECT_EQ(parse_journal(text + "finish\n").error().where, "10002:1");
}

}  // namespace
}  // namespace palpera::library
