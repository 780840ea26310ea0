#include "engine/student/app.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "engine/base/file.h"
#include "engine/journal/journal.h"
#include "tests/student/desk.h"

namespace palpera::student_test {
namespace {

namespace fs = std::filesystem;

// A short visit: one question, one painful examination, a diagnosis, and the end.
void play(Desk& desk) {
    desk.meet();
    desk.ask("ont på natten");
    desk.driver.key(ui::Key::digit_2, true);
    desk.driver.click("examination.site.right.plantar_fascia_insertion");
    desk.driver.key(ui::Key::digit_4, true);
    desk.driver.click("plan.first_diagnosis");
    desk.driver.click("plan.diagnoses.plantar_fasciitis");
    desk.driver.click("visit.end");
    desk.driver.click("end.finish");
    desk.driver.click("end.go");
    desk.settle();
}

TEST(App, PlaysACaseFromTheLibraryToItsScoreAndBack) {
    Desk desk({.folder = "whole"});
    ASSERT_TRUE(desk.driver.hover("home.case.ward_nurse"));
    EXPECT_FALSE(desk.driver.shows("home.resume"));
    play(desk);
    ASSERT_NE(desk.app.practice().sheet(), nullptr);
    EXPECT_TRUE(desk.done("ask night_pain"));
    EXPECT_TRUE(desk.done("palpate plantar_fascia_insertion"));
    EXPECT_EQ(desk.encounter().events.back().action.verb, library::Verb::finish);
    EXPECT_TRUE(desk.driver.shows("debrief.back"));
    desk.driver.click("debrief.back");
    ASSERT_EQ(desk.app.practice().progress().attempts.size(), 1u);
    EXPECT_TRUE(desk.app.practice().progress().open.empty());
    const store::Attempt& attempt = desk.app.practice().progress().attempts.front();
    EXPECT_FALSE(attempt.branched);
    EXPECT_EQ(attempt.domains.size(), library::domain_count);
    EXPECT_TRUE(desk.driver.reads("Klar 1 gång"));
}

TEST(App, SavesTheDebriefAsPdfAndAsTextInTheFolderOfTheStudent) {
    Desk desk({.folder = "saved"});
    play(desk);
    const fs::path folder = fs::path(testing::TempDir()) / "saved-by-the-app";
    fs::remove_all(folder);
    for (const char* form : {"pdf", "text"}) {
        desk.driver.click("debrief.save");
        desk.settle();
        desk.driver.click("debrief.saving.as." + std::string(form));
        if (desk.driver.item("debrief.saving.folder")->value.empty())
            desk.driver.type("debrief.saving.folder", folder.string());
        desk.driver.click("debrief.saving.go");
        desk.settle();
    }
    std::vector<std::string> endings;
    for (const auto& entry : fs::directory_iterator(folder)) endings.push_back(entry.path().extension().string());
    std::ranges::sort(endings);
    EXPECT_EQ(endings, (std::vector<std::string>{".pdf", ".txt"}));
}

TEST(App, KeepsTheDiagnosisOfTheDifferentialWhenTheCaseEnds) {
    Desk desk({.folder = "diagnosis"});
    play(desk);
    EXPECT_TRUE(desk.done("diagnose"));
}

TEST(App, ResumesAVisitThatWasLeftWithEverythingThatWasShown) {
    Desk desk({.folder = "resumed"});
    desk.meet();
    desk.ask("ont på natten");
    const auto shown = desk.encounter().shown;
    const auto events = desk.encounter().events.size();
    ASSERT_FALSE(shown.empty());
    desk.driver.click("visit.back");
    ASSERT_TRUE(desk.driver.hover("home.resume"));
    desk.driver.click("home.resume");
    desk.settle();
    EXPECT_EQ(desk.encounter().shown, shown);
    EXPECT_EQ(desk.encounter().events.size(), events);
}

TEST(App, ThatIsClosedInAVisitGoesOnWithItTheNextTime) {
    {
        Desk desk({.folder = "closed"});
        desk.meet();
        desk.ask("ont på natten");
    }
    Desk desk({.folder = "closed", .keep = true});
    ASSERT_TRUE(desk.driver.shows("home.resume"));
    desk.driver.click("home.resume");
    desk.settle();
    EXPECT_TRUE(desk.done("ask night_pain"));
}

TEST(App, TellsOfAVisitThatWasTornAndGoesOnFromItsLastWholeAct) {
    {
        Desk desk({.folder = "torn"});
        desk.meet();
        desk.ask("ont på natten");
        desk.ask("hur länge har du haft ont");
        ASSERT_EQ(desk.encounter().events.size(), 2u);
    }
    Desk before({.folder = "torn", .keep = true});
    const fs::path journal = before.journal();
    fs::resize_file(journal, fs::file_size(journal) - 5);
    Desk desk({.folder = "torn", .keep = true});
    desk.driver.click("home.case.ward_nurse");
    desk.driver.click("case.resume");
    desk.settle();
    EXPECT_EQ(desk.encounter().events.size(), 1u);
    EXPECT_TRUE(desk.driver.shows("toast.close"));
    EXPECT_TRUE(desk.driver.reads("Besöket återställdes"));
}

TEST(App, OffersToBeginAnewWhereAJournalCannotBeRead) {
    {
        Desk desk({.folder = "damaged"});
        desk.meet();
        desk.ask("ont på natten");
        desk.ask("hur länge har du haft ont");
        const fs::path journal = desk.journal();
        std::string bytes = *base::read_file(journal, 1 << 20);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        ASSERT_TRUE(base::write_file(journal, bytes));
    }
    Desk desk({.folder = "damaged", .keep = true});
    const fs::path old = desk.journal();
    desk.driver.click("home.case.ward_nurse");
    desk.driver.click("case.resume");
    ASSERT_TRUE(desk.driver.shows("trouble.go"));
    EXPECT_TRUE(desk.driver.reads("Besöket kan inte fortsätta"));
    desk.driver.click("trouble.go");
    desk.settle();
    ASSERT_NE(desk.app.practice().encounter(), nullptr);
    EXPECT_TRUE(desk.encounter().events.empty());
    EXPECT_TRUE(fs::exists(old)) << "the old journal is kept";
    EXPECT_EQ(desk.app.practice().progress().open.size(), 1u);
}

TEST(App, ShowsADamagedVisitUpToTheDamageAndNeverGradesIt) {
    {
        Desk desk({.folder = "broken_off"});
        desk.meet();
        desk.ask("ont på natten");
        desk.ask("hur länge har du haft ont");
        std::string bytes = *base::read_file(desk.journal(), 1 << 20);
        const std::size_t second = bytes.size() - 20;
        desk.ask("var gör det ont");
        bytes = *base::read_file(desk.journal(), 1 << 20);
        bytes[second] = static_cast<char>(bytes[second] ^ 1);
        ASSERT_TRUE(base::write_file(desk.journal(), bytes));
    }
    Desk desk({.folder = "broken_off", .keep = true});
    desk.driver.click("home.case.ward_nurse");
    desk.driver.click("case.resume");
    ASSERT_TRUE(desk.driver.shows("trouble.close"));
    desk.driver.click("trouble.close");
    desk.settle();
    ASSERT_EQ(desk.encounter().events.size(), 1u);
    EXPECT_TRUE(desk.driver.reads("är skadad från och med post 2 (byte ")) << "names the record and the byte";
    desk.ask("var gör det ont");
    EXPECT_EQ(desk.encounter().events.size(), 1u) << "nothing is added";
    EXPECT_FALSE(desk.driver.shows("app.retry")) << "and it is not pretended that it could be";
    EXPECT_EQ(desk.app.practice().sheet(), nullptr);
    EXPECT_TRUE(desk.app.practice().progress().attempts.empty());
}

TEST(App, OpensAVisitThatAnotherProgramHasOpenToBeRead) {
    {
        Desk desk({.folder = "elsewhere"});
        desk.meet();
        desk.ask("ont på natten");
    }
    Desk desk({.folder = "elsewhere", .keep = true});
    const auto other = journal::Writer::open(desk.journal());
    ASSERT_TRUE(other);
    desk.driver.click("home.case.ward_nurse");
    desk.driver.click("case.resume");
    desk.settle();
    ASSERT_EQ(desk.encounter().events.size(), 1u) << "all of it";
    EXPECT_TRUE(desk.driver.reads("(process " + std::to_string(::getpid()) + " på "));
    desk.ask("var gör det ont");
    EXPECT_EQ(desk.encounter().events.size(), 1u) << "nothing is added";
    EXPECT_FALSE(desk.driver.shows("app.retry"));
}

TEST(App, GoesOnInASecondPlaceAndSaysSoWhereTheDiskFails) {
    {
        Desk desk({.folder = "moved"});
        desk.meet();
        desk.ask("ont på natten");
        EXPECT_FALSE(desk.driver.shows("app.keeping"));
        // As a stick that is pulled out.
        fs::remove_all(store::journals(Desk::folders("moved")));
        desk.ask("hur länge har du haft ont");
        EXPECT_EQ(desk.encounter().events.size(), 2u) << "the act is carried out";
        EXPECT_TRUE(desk.driver.reads("har slutat fungera. Inget har gått förlorat"));
        EXPECT_TRUE(desk.driver.reads(Desk::folders("moved").second.string())) << "where it is now";
    }
    Desk desk({.folder = "moved", .keep = true});
    ASSERT_TRUE(desk.driver.shows("home.resume"));
    desk.driver.click("home.resume");
    desk.settle();
    EXPECT_EQ(desk.encounter().events.size(), 2u) << "taken up from the second place";
    EXPECT_TRUE(desk.driver.reads("Inget har gått förlorat")) << "told again";
}

TEST(App, RewindsToPracticeThatIsNeverTheBestScore) {
    Desk desk({.folder = "rewound"});
    play(desk);
    const auto first = desk.app.practice().progress().attempts.front();
    const auto events = desk.encounter().events;
    desk.driver.key(ui::Key::f5);
    std::string rewind;
    for (const ui::Item& item : desk.driver.ui().registry.items()) {
        if (item.name.starts_with("debrief.") && item.name.find("rewind") != std::string::npos) rewind = item.name;
    }
    ASSERT_FALSE(rewind.empty()) << "no line can be rewound to";
    desk.driver.click(rewind);
    desk.driver.click("debrief.rewinding.go");
    desk.settle();
    EXPECT_TRUE(desk.app.practice().is_branch());
    ASSERT_LT(desk.encounter().events.size(), events.size());
    for (std::size_t i = 0; i < desk.encounter().events.size(); ++i) {
        EXPECT_EQ(desk.encounter().events[i].action, events[i].action);
        EXPECT_EQ(desk.encounter().events[i].response, events[i].response);
    }
    EXPECT_TRUE(desk.driver.reads("Övning, räknas inte"));
    desk.driver.click("visit.end");
    desk.driver.click("end.finish");
    desk.driver.click("end.go");
    desk.settle();
    const auto& attempts = desk.app.practice().progress().attempts;
    ASSERT_EQ(attempts.size(), 2u);
    EXPECT_EQ(attempts[0].millipoints, first.millipoints);
    EXPECT_FALSE(attempts[0].branched);
    EXPECT_TRUE(attempts[1].branched);
}

TEST(App, PlaysTheSamePatientAgainFromTheDebriefAndTheNextVariantFromTheLibrary) {
    Desk desk({.folder = "again"});
    play(desk);
    desk.driver.click("debrief.again");
    desk.settle();
    ASSERT_NE(desk.app.practice().encounter(), nullptr);
    EXPECT_EQ(desk.app.practice().seed(), 0u);
    EXPECT_TRUE(desk.encounter().events.empty());
    desk.driver.click("visit.back");
    desk.driver.pass(10);  // until the caption no longer lies over the foot of the library
    desk.driver.click("home.case.ward_nurse");
    desk.driver.click("case.anew");
    desk.settle();
    EXPECT_EQ(desk.app.practice().seed(), 0u) << "begun anew it is the same patient";
    EXPECT_EQ(desk.app.practice().progress().open.size(), 1u);
}

TEST(App, ShowsTheDebriefOfTheBestAttemptAgain) {
    Desk desk({.folder = "reviewed"});
    play(desk);
    const std::int64_t points = desk.app.practice().sheet()->millipoints;
    desk.driver.click("debrief.back");
    desk.driver.click("home.case.ward_nurse");
    desk.driver.click("case.review");
    desk.settle();
    ASSERT_NE(desk.app.practice().sheet(), nullptr);
    EXPECT_EQ(desk.app.practice().sheet()->millipoints, points);
    EXPECT_TRUE(desk.driver.shows("debrief.back"));
    desk.driver.click("debrief.back");
    EXPECT_EQ(desk.app.practice().progress().attempts.size(), 1u) << "looking is no attempt";
}

TEST(App, LetsAPainfulTouchBeHeardAndRead) {
    Desk desk({.folder = "heard"});
    desk.meet();
    desk.driver.key(ui::Key::digit_2, true);
    desk.driver.click("examination.site.right.plantar_fascia_insertion");
    ASSERT_EQ(desk.audio.played.size(), 1u);
    const audio::Cue cue = desk.audio.played.front();
    EXPECT_NE(cue.sound, audio::Sound::result_arrived);
    EXPECT_GT(cue.loudness, 0);
    EXPECT_TRUE(desk.driver.shows("caption"));
    desk.driver.pass(10);
    EXPECT_FALSE(desk.driver.shows("caption"));
}

TEST(App, IsSilentWithoutSoundAndWordlessWithoutCaptions) {
    DeskOptions options{.folder = "silent"};
    options.settings.sound = false;
    options.settings.captions = false;
    Desk desk(options);
    desk.meet();
    desk.driver.key(ui::Key::digit_2, true);
    desk.driver.click("examination.site.right.plantar_fascia_insertion");
    EXPECT_TRUE(desk.audio.played.empty());
    EXPECT_FALSE(desk.driver.shows("caption"));
}

TEST(App, IsMadeSilentWithOneKeyThatLeavesTheCaptions) {
    Desk desk({.folder = "one_key"});
    desk.meet();
    desk.driver.key(ui::Key::m, true);
    desk.driver.key(ui::Key::digit_2, true);
    desk.driver.click("examination.site.right.plantar_fascia_insertion");
    EXPECT_TRUE(desk.audio.played.empty());
    EXPECT_TRUE(desk.driver.shows("caption"));
}

TEST(App, TellsWhenAResultHasCome) {
    Desk desk({.folder = "result"});
    desk.meet();
    desk.driver.key(ui::Key::digit_3, true);
    desk.driver.click("investigations.test.crp");
    desk.driver.click("investigations.order");
    desk.audio.played.clear();
    desk.driver.click("investigations.wait");
    ASSERT_EQ(desk.audio.played.size(), 1u);
    EXPECT_EQ(desk.audio.played.front().sound, audio::Sound::result_arrived);
    EXPECT_TRUE(desk.driver.reads("Ett svar har kommit"));
}

// While it lives no file of this program can grow: a full disk.
class FullDisk {
public:
    FullDisk() : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit none = before_;
        none.rlim_cur = 0;
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit before_{};
    void (*handler_)(int);
};

TEST(App, ShowsNothingThatIsNotSavedAndTriesAgainWhenThereIsRoom) {
    Desk desk({.folder = "full"});
    desk.meet();
    {
        const FullDisk disk;
        desk.driver.click("history.open");
        ASSERT_TRUE(desk.driver.shows("app.retry"));
        EXPECT_TRUE(desk.driver.reads("Det gick inte att spara. Det finns ingen plats på disken"));
        EXPECT_TRUE(desk.driver.reads("kB ledigt)")) << "how much room there is";
        EXPECT_TRUE(desk.driver.reads(".journal")) << "where";
        EXPECT_TRUE(desk.encounter().events.empty()) << "nothing has happened";
        desk.driver.click("app.retry");
        EXPECT_TRUE(desk.driver.shows("app.retry"));
    }
    desk.driver.click("app.retry");
    EXPECT_FALSE(desk.driver.shows("app.retry"));
    EXPECT_TRUE(desk.done("ask presenting_complaint"));
}

TEST(App, ShowsTheDebriefEvenIfTheScoreCouldNotBeKept) {
    Desk desk({.folder = "unkept"});
    desk.meet();
    desk.driver.key(ui::Key::digit_4, true);
    // No room for the list of visits when the case ends: the visit itself is on the disk.
    const fs::path file = Desk::folders("unkept").data / "progress.bin";
    fs::remove(file);
    fs::create_directories(file / "in the way");
    desk.driver.click("visit.end");
    desk.driver.click("end.finish");
    desk.driver.click("end.go");
    desk.settle();
    ASSERT_TRUE(desk.driver.shows("trouble.close"));
    EXPECT_TRUE(desk.driver.reads("progress.bin"));
    desk.driver.click("trouble.close");
    EXPECT_NE(desk.app.practice().sheet(), nullptr) << "the debrief is there all the same";
}

TEST(App, ScoresAVisitThatEndedJustBeforeTheProgramWasStopped) {
    store::Progress before;
    {
        Desk desk({.folder = "between"});
        desk.meet();
        before = desk.app.practice().progress();
        desk.driver.click("visit.end");
        desk.driver.click("end.finish");
        desk.driver.click("end.go");
        desk.settle();
    }
    ASSERT_TRUE(store::save_progress(Desk::folders("between"), before));
    Desk desk({.folder = "between", .keep = true});
    desk.driver.click("home.case.ward_nurse");
    desk.driver.click("case.resume");
    desk.settle();
    EXPECT_NE(desk.app.practice().sheet(), nullptr);
    EXPECT_EQ(desk.app.practice().progress().attempts.size(), 1u);
    EXPECT_TRUE(desk.app.practice().progress().open.empty());
}

TEST(App, BeginsFromDefaultsAndSaysSoWhereTheUsersFilesAreDamaged) {
    { Desk desk({.folder = "unreadable"}); }
    ASSERT_TRUE(base::write_file(Desk::folders("unreadable").config / "settings.bin", "not settings"));
    ASSERT_TRUE(base::write_file(Desk::folders("unreadable").data / "progress.bin", "not progress"));
    Desk desk({.folder = "unreadable", .keep = true});
    EXPECT_TRUE(desk.driver.reads("The settings could not be read"));
    desk.driver.click("trouble.close");
    EXPECT_TRUE(desk.driver.reads("Your results could not be read"));
    desk.driver.click("trouble.close");
    EXPECT_TRUE(desk.driver.hover("home.case.ward_nurse"));
    EXPECT_FALSE(desk.driver.shows("trouble.close"));
}

TEST(App, IsPlayedWithTheKeyboardAlone) {
    Desk desk({.folder = "keyboard"});
    const auto reach = [&](const std::string& name) {
        for (int i = 0; i < 200 && desk.driver.focus() != name; ++i) desk.driver.key(ui::Key::tab);
        EXPECT_EQ(desk.driver.focus(), name);
    };
    const auto come_to = [&](const std::string& name) {
        // As a person does: to the column with F6, then within it with Tab, until both have been all round.
        for (int column = 0; column < 8 && !desk.driver.focus().starts_with(name); ++column) {
            desk.driver.key(ui::Key::f6);
            const std::string first = desk.driver.focus();
            for (int i = 0; i < 40 && !desk.driver.focus().starts_with(name); ++i) {
                desk.driver.key(ui::Key::tab);
                if (desk.driver.focus() == first) break;
            }
        }
        ASSERT_TRUE(desk.driver.focus().starts_with(name)) << desk.driver.focus() << " instead of " << name;
    };
    const auto press = [&](const std::string& name) {
        come_to(name);
        desk.driver.key(ui::Key::enter);
        desk.settle();
    };
    // The cards are one stop; the arrows go from one to the next.
    come_to("home.case.");
    for (int i = 0; i < 40 && desk.driver.focus() != "home.case.ward_nurse"; ++i) desk.driver.key(ui::Key::right);
    EXPECT_EQ(desk.driver.focus(), "home.case.ward_nurse");
    desk.driver.key(ui::Key::enter);
    desk.settle();
    ASSERT_NE(desk.app.practice().encounter(), nullptr);
    press("history.open");
    EXPECT_TRUE(desk.done("ask presenting_complaint"));
    desk.driver.key(ui::Key::digit_2, true);
    press("examination.site.right.plantar_fascia_insertion");
    EXPECT_TRUE(desk.done("palpate plantar_fascia_insertion"));
    desk.driver.key(ui::Key::digit_4, true);
    press("visit.end");
    ASSERT_EQ(desk.driver.focus(), "end.go");
    reach("end.finish");
    desk.driver.key(ui::Key::space);
    press("end.go");
    ASSERT_NE(desk.app.practice().sheet(), nullptr);
    desk.driver.key(ui::Key::escape);
    come_to("home.case.");
}

}  // namespace
}  // namespace palpera::student_test
