// A session survives: what was acknowledged is there after any kill, and nothing else has happened.
#include "engine/encounter/session.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/encounter/example.h"

namespace palpera::encounter {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> visit{"ask where",
                                     "ask mornings",
                                     "palpate plantar_fascia_insertion right",
                                     "order xray_heel right",
                                     "advise good_shoes",
                                     "diagnose sore_heel 90",
                                     "follow_up 4 weeks",
                                     "end_visit",
                                     "wait 4 weeks",
                                     "read xray_heel",
                                     "ask mornings",
                                     "finish"};

Clocks still_clocks() {
    return {[] { return std::int64_t{1}; }, [] { return std::int64_t{2}; }};
}

class ASession : public testing::Test {
protected:
    void SetUp() override {
        file_ =
            fs::path(testing::TempDir()) / ("session_" + std::to_string(::getpid()) + "_" +
                                            testing::UnitTest::GetInstance()->current_test_info()->name() + ".journal");
        fs::create_directories(file_.parent_path());
        fs::remove(file_);
    }
    void TearDown() override {
        fs::remove(file_);
        fs::remove(file_.string() + ".tail");
    }
    base::Result<Session> open() const { return Session::open(file_, patient_, "en", still_clocks()); }
    void play(Session& session, std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            const Session::Reply reply = session.act(action_of(visit[i]));
            ASSERT_TRUE(reply.response) << visit[i] << (reply.refused ? reply.refused->key : reply.not_saved.message());
        }
    }
    static void expect_same(const Encounter& a, const Encounter& b) {
        ASSERT_EQ(a.events.size(), b.events.size());
        for (std::size_t i = 0; i < a.events.size(); ++i) {
            EXPECT_EQ(a.events[i].action, b.events[i].action) << i;
            EXPECT_EQ(a.events[i].response.digest(), b.events[i].response.digest()) << i;
            EXPECT_EQ(a.events[i].until, b.events[i].until) << i;
        }
        EXPECT_EQ(a.shown, b.shown);
        EXPECT_EQ(a.cost, b.cost);
    }

    SmallLibrary small_;
    patient::Patient patient_ = patient_of(small_);
    fs::path file_;
};

TEST_F(ASession, TakenUpAfterAnyActEndsAsOneThatWasNeverInterrupted) {
    Session whole = Session::in_memory(patient_);
    play(whole, 0, visit.size());
    for (std::size_t cut = 0; cut <= visit.size(); ++cut) {
        fs::remove(file_);
        {
            auto first = open();
            ASSERT_TRUE(first) << first.error().message();
            play(*first, 0, cut);
        }
        auto second = open();
        ASSERT_TRUE(second) << second.error().message();
        EXPECT_EQ(second->encounter().events.size(), cut);
        play(*second, cut, visit.size());
        expect_same(second->encounter(), whole.encounter());
    }
}

TEST_F(ASession, KeepsTheWordsOfASayAndWhatTheyWereUnderstoodAs) {
    Action say = action_of("say Where does it hurt?");
    understand(say, {"where"});
    {
        auto session = open();
        ASSERT_TRUE(session->act(say).response);
    }
    const auto again = open();
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ(again->encounter().events.at(0).action, say);
    EXPECT_EQ(texts(again->encounter().events.at(0).response), Words{"Under the heel."});
}

TEST_F(ASession, KilledAtAnyMomentLosesNothingThatWasAcknowledged) {
    for (std::size_t acknowledged = 1; acknowledged <= visit.size(); ++acknowledged) {
        fs::remove(file_);
        int pipe_ends[2];
        ASSERT_EQ(::pipe(pipe_ends), 0);
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            auto session = open();
            for (const std::string& line : visit) {
                const base::Result<Action> action = library::parse_action(line);
                const bool shown = session && session->act(*action).response != nullptr;
                const char answer = shown ? 'y' : 'n';
                if (::write(pipe_ends[1], &answer, 1) != 1) ::_exit(3);
            }
            ::pause();
            ::_exit(0);
        }
        for (std::size_t i = 0; i < acknowledged; ++i) {
            char answer = 0;
            ASSERT_EQ(::read(pipe_ends[0], &answer, 1), 1);
            ASSERT_EQ(answer, 'y');
        }
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ::close(pipe_ends[0]);
        ::close(pipe_ends[1]);
        auto session = open();
        ASSERT_TRUE(session) << session.error().message();
        const std::size_t kept = session->encounter().events.size();
        ASSERT_GE(kept, acknowledged);
        for (std::size_t i = 0; i < kept; ++i)
            EXPECT_EQ(library::print(session->encounter().events[i].action), visit[i]);
    }
}

TEST_F(ASession, ATornTailIsCutOffAndToldAndTheRestIsThere) {
    {
        auto session = open();
        play(*session, 0, 3);
    }
    fs::resize_file(file_, fs::file_size(file_) - 3);
    auto session = open();
    ASSERT_TRUE(session) << session.error().message();
    EXPECT_GT(session->torn_bytes(), 0u);
    EXPECT_EQ(session->encounter().events.size(), 2u);
    play(*session, 2, visit.size());
}

TEST_F(ASession, IsNotTakenUpWithAnotherCaseOrSeed) {
    {
        auto session = open();
        play(*session, 0, 2);
    }
    patient::Patient other = patient_;
    other.case_id = "another";
    const auto with_other = Session::open(file_, other, "en", still_clocks());
    ASSERT_FALSE(with_other);
    EXPECT_NE(with_other.error().what.find("sore_morning, seed 0"), std::string::npos);
    patient::Patient seeded = patient_;
    seeded.seed = 1;
    EXPECT_FALSE(Session::open(file_, seeded, "en", still_clocks()));
}

TEST_F(ASession, OfACaseThatAnswersOtherwiseNowIsRefusedAtTheRecord) {
    {
        auto session = open();
        play(*session, 0, 3);
    }
    small_.where(the_condition, "pain: 7", "pain: 5");
    const patient::Patient changed = patient_of(small_);
    const auto session = Session::open(file_, changed, "en", still_clocks());
    ASSERT_FALSE(session);
    EXPECT_NE(session.error().where.find("record 3"), std::string::npos) << session.error().message();
    EXPECT_EQ(session.error().hint, "the case has changed since the journal was written");
}

TEST_F(ASession, OfACaseOfWhichOnlyWordsHaveChangedGoesOn) {
    {
        auto session = open();
        play(*session, 0, 3);
    }
    small_.where(the_condition, "Under the heel.", "Beneath the heel.");
    const patient::Patient reworded = patient_of(small_);
    EXPECT_TRUE(Session::open(file_, reworded, "nb", still_clocks()));
}

TEST_F(ASession, ByOtherRulesOfReplayIsRefused) {
    {
        const JournalHeader header{patient_.case_id,          patient_.case_version, patient_.seed, "en",
                                   patient::digest(patient_), replay_version + 1};
        ASSERT_TRUE(journal::Writer::create(file_, encode(header)));
    }
    const auto session = open();
    ASSERT_FALSE(session);
    EXPECT_NE(session.error().what.find("rules of version 2"), std::string::npos);
}

TEST_F(ASession, OfAFileThatIsNoJournalIsRefused) {
    std::ofstream(file_) << "<html>Log in to the network</html>";
    EXPECT_FALSE(open());
}

TEST_F(ASession, ARefusedActLeavesNoTrace) {
    auto session = open();
    const auto before = fs::file_size(file_);
    const Session::Reply reply = session->act(action_of("read xray_heel"));
    ASSERT_TRUE(reply.refused);
    EXPECT_EQ(reply.refused->key, "refusal/not_ordered");
    EXPECT_EQ(fs::file_size(file_), before);
    EXPECT_TRUE(session->encounter().events.empty());
}

TEST_F(ASession, OnAFullDiskRefusesAloudAndNothingHasHappened) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        auto session = open();
        if (!session || !session->act(action_of(visit[0])).response) ::_exit(10);
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit full{fs::file_size(file_) + 5, fs::file_size(file_) + 5};
        if (::setrlimit(RLIMIT_FSIZE, &full) != 0) ::_exit(11);
        const Session::Reply reply = session->act(action_of(visit[1]));
        if (reply.response || reply.refused || reply.not_saved.what.empty()) ::_exit(12);
        if (session->encounter().events.size() != 1 || session->encounter().progress.now != Minutes{1}) ::_exit(13);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    auto again = open();
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ(again->encounter().events.size(), 1u);
    play(*again, 1, visit.size());
}

TEST(JournalRecord, ReadsBackAsWrittenAndNothingElseReadsAsOne) {
    const JournalRecord record{7,  123, -5, 42, "say Hva så?", {"where", "mornings"}, std::string(16, 'r'),
                               "5f2a"};
    const std::string bytes = encode(record);
    const auto again = decode_record(bytes);
    ASSERT_TRUE(again);
    EXPECT_EQ(encode(*again), bytes);
    EXPECT_EQ(again->questions, record.questions);
    EXPECT_EQ(again->model, record.model);
    EXPECT_EQ(again->wall_milliseconds, -5);
    JournalRecord of_before = record;
    of_before.model.clear();
    const std::string shorter = encode(of_before);
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_EQ(bool(decode_record(bytes.substr(0, length))), length == shorter.size()) << length;
    EXPECT_FALSE(decode_record(bytes + "x"));
    EXPECT_FALSE(decode_record(std::string(64, '\xff')));
}

TEST_F(ASession, NotesByWhichGuidelinesItBeganAndKeepsThemWhenTheyHaveChanged) {
    const library::GuidelineVersions first{{"sore_heel", 1}, {"red_flags", 3}}, later{{"sore_heel", 2}};
    const auto open_with = [&](const library::GuidelineVersions& guidelines) {
        return Session::open(file_, patient_, "en", still_clocks(), {}, guidelines);
    };
    {
        auto session = open_with(first);
        ASSERT_TRUE(session);
        EXPECT_EQ(session->guidelines(), first);
        play(*session, 0, 3);
    }
    const auto again = open_with(later);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->guidelines(), first);
    EXPECT_EQ(again->encounter().events.size(), 3u);
    const auto header = decode_header(journal::read_file(file_)->header);
    ASSERT_TRUE(header);
    EXPECT_EQ(header->guidelines, first);
}

TEST_F(ASession, ReadsAJournalOfBeforeGuidelinesWereNoted) {
    ASSERT_TRUE(open());
    const auto again = open();
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->guidelines().empty());
}

TEST(AJournalHeader, ThatIsCutWithinItsGuidelinesIsRefused) {
    JournalHeader header;
    header.case_id = "sore_morning";
    header.guidelines = {{"sore_heel", 1}};
    const std::string bytes = encode(header);
    ASSERT_TRUE(decode_header(bytes));
    header.guidelines.clear();
    const std::size_t without = encode(header).size();
    for (std::size_t size = without + 1; size < bytes.size(); ++size)
        EXPECT_FALSE(decode_header(std::string_view(bytes).substr(0, size))) << size;
}

}  // namespace
}  // namespace palpera::encounter
