// Words that people type: what is taken, and that whatever is taken can be read again from the journal.
#include <filesystem>

#include "engine/encounter/session.h"
#include "tests/encounter/example.h"

namespace palpera::encounter {
namespace {

namespace fs = std::filesystem;

Action typed(library::Verb verb, std::string text) {
    Action action;
    action.verb = verb;
    action.text = std::move(text);
    if (verb == library::Verb::decline) {
        action.subject = "xray_heel";
        action.reason = "too_early";
    }
    return action;
}

std::string repeated(const std::string& part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

class TypedWords : public AtTheClinic {
protected:
    std::string refusal_of(const Action& action) const {
        const std::optional<Refusal> refused = find_refusal(encounter_, action);
        return refused ? refused->key : "";
    }
};

TEST_F(TypedWords, OfFiveHundredCharactersAreTakenAndNotOneMore) {
    for (const library::Verb verb : {library::Verb::say, library::Verb::note, library::Verb::decline}) {
        for (const std::string& letter : {std::string("a"), std::string("å"), std::string("🦶")}) {
            EXPECT_EQ(refusal_of(typed(verb, repeated(letter, 500))), "");
            EXPECT_EQ(refusal_of(typed(verb, repeated(letter, 501))), "refusal/text_too_long");
        }
    }
}

TEST_F(TypedWords, WithControlCharactersHiddenMarksOrBytesThatAreNoTextAreRefused) {
    for (const std::string& text :
         {std::string("a\x1b[2J"), std::string("a\0b", 3), std::string("a\x07"), std::string("a\u202eb"),
          std::string("a\u200eb"), std::string("\xff"), std::string("\xed\xa0\x80"), std::string("a\rb")}) {
        EXPECT_EQ(refusal_of(typed(library::Verb::note, text)), "refusal/text_unreadable");
        EXPECT_EQ(refusal_of(typed(library::Verb::say, text)), "refusal/text_unreadable");
    }
    EXPECT_EQ(refusal_of(typed(library::Verb::say, " ")), "refusal/no_text");
    EXPECT_EQ(refusal_of(typed(library::Verb::note, "Två rader\nav en anteckning\toch en flik")), "");
}

TEST_F(TypedWords, ThatAreTakenAreThereAgainWhenTheVisitIsTakenUp) {
    const fs::path file = fs::path(testing::TempDir()) / "typed_words.journal";
    fs::remove(file);
    const auto open = [&] { return Session::open(file, patient_, "en", {[] { return 0; }, [] { return 0; }}); };
    const std::vector<std::string> texts{
        repeated("🦶", 500), "a\nb", "#", "-", "ask where", "\"quoted\" {braces} 'x'",
        repeated("a", 501),    "\x1b", "  "};
    std::size_t taken = 0;
    {
        auto session = open();
        ASSERT_TRUE(session) << session.error().message();
        for (const std::string& text : texts) {
            for (const library::Verb verb : {library::Verb::say, library::Verb::note, library::Verb::decline}) {
                const Session::Reply reply = session->act(typed(verb, text));
                EXPECT_TRUE(reply.refused || reply.response) << reply.not_saved.message();
                taken += reply.response ? 1 : 0;
            }
        }
    }
    EXPECT_GE(taken, 18u);
    const auto again = open();
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ(again->encounter().events.size(), taken);
    fs::remove(file);
}

class HostileRecord : public AtTheClinic {
protected:
    // What replaying says to a journal of one sound record and this one.
    std::string refusal_of(JournalRecord second) {
        const Response& response = act("ask where");
        JournalRecord first;
        first.n = 1;
        first.action = "ask where";
        const base::Digest digest = response.digest();
        first.response = std::string(digest.bytes.begin(), digest.bytes.begin() + 16);
        const auto replayed = replay(patient_, std::vector<JournalRecord>{first, second});
        EXPECT_FALSE(replayed);
        return replayed ? "" : replayed.error().message();
    }
};

JournalRecord second(std::string action) {
    JournalRecord record;
    record.n = 2;
    record.simulated_minutes = 1;
    record.action = std::move(action);
    return record;
}

TEST_F(HostileRecord, IsRefusedByItsNumberWithTheReason) {
    const std::pair<std::string, std::string> rows[] = {{"note " + std::string(200'000, 'x'), "200005 bytes"},
                                                        {"palpate no_such_site", "refuses \"palpate no_such_site\""},
                                                        {repeated("[", 3000), "unknown action"},
                                                        {"wait 1e999 weeks", "expected N minutes"},
                                                        {"prescribe naproxen 1e999 mg 2", "expected DRUG DOSE"},
                                                        {"note \x1b[2J", "control character U+001B"},
                                                        {"", "unknown action"}};
    for (const auto& [action, reason] : rows) {
        encounter_ = Encounter(patient_);
        const std::string told = refusal_of(second(action));
        EXPECT_EQ(told.find("record 2: "), 0u) << told;
        EXPECT_NE(told.find(reason), std::string::npos) << told;
        EXPECT_LT(told.size(), 512u);
        EXPECT_EQ(told.find('\x1b'), std::string::npos);
    }
}

TEST_F(HostileRecord, WhoseNumberIsTooLargeIsNotTakenForTheSmallOneInIt) {
    std::string bytes = encode(second("ask mornings"));
    ASSERT_TRUE(decode_record(bytes));
    bytes[6] = ' ';
    EXPECT_FALSE(decode_record(bytes));
    bytes[6] = '\0';
    bytes[7] = '\x80';
    EXPECT_FALSE(decode_record(bytes));
}

TEST_F(HostileRecord, WhoseTimeGoesBackOrWhoseNumberIsAnothersIsRefused) {
    JournalRecord back = second("ask mornings");
    back.simulated_minutes = -1;
    EXPECT_NE(refusal_of(back).find("another response"), std::string::npos);
    encounter_ = Encounter(patient_);
    JournalRecord skipping = second("ask mornings");
    skipping.n = 3;
    EXPECT_NE(refusal_of(skipping).find("numbered one after the other"), std::string::npos);
}

}  // namespace
}  // namespace palpera::encounter
