// Whatever a student writes: never a crash, time never goes back, nothing is paid back that was not paid.
#include <algorithm>
#include <cmath>
#include <random>

#include "engine/encounter/session.h"
#include "tests/encounter/example.h"

namespace palpera::encounter {
namespace {

class ShippedCase : public testing::Test {
protected:
    ShippedCase() {
        const std::filesystem::path root(PALPERA_SOURCE_DIR);
        base::Diagnostics diagnostics;
        library_ = library::read_library({root / "cases", root / "assets" / "anatomy"}, diagnostics);
        patient_ = *patient::compile(library_, library_.cases.at(0), 0, diagnostics);
        for (const auto& [act, known] : patient_.acts) acts_.push_back(act);
    }

    // A line as students write them, now and then one that means nothing.
    std::string line(std::mt19937& chance) const {
        static const std::vector<std::string> others{"end_visit",
                                                     "wait 1 days",
                                                     "wait 2 weeks",
                                                     "wait 30 minutes",
                                                     "note x",
                                                     "take_back 1",
                                                     "note_finding 3",
                                                     "position supine",
                                                     "follow_up 2 weeks",
                                                     "diagnose plantar_fasciitis 80",
                                                     "border light_touch right sole_lateral",
                                                     "sick_note 50 2 weeks",
                                                     "decline weigh refuses",
                                                     "link first_step_pain plantar_fasciitis for",
                                                     "wait 100 weeks",
                                                     "ask nothing_known",
                                                     "palpate elbow",
                                                     "read unicorn",
                                                     "border pinprick left nowhere"};
        const auto any = [&](const std::vector<std::string>& list) { return list[chance() % list.size()]; };
        switch (chance() % 8) {
            case 0:
            case 1: return any(others);
            case 2: {
                std::string subject = any(acts_);
                subject = subject.substr(subject.find(' '));
                return (chance() % 2 ? "read" : "cancel") + subject;
            }
            case 3: return "prescribe" + drug(chance) + " 100 mg 2";
            case 4: return (chance() % 2 ? "stop" : "change") + drug(chance) + (chance() % 2 ? "" : " 100 mg 2");
            default: break;
        }
        std::string act = any(acts_);
        if (act.starts_with("prescribe ")) act += " 100 mg 2";
        if (act.starts_with("refer ")) act += " routine";
        if (chance() % 3 == 0 && !act.starts_with("refer ") && !act.starts_with("prescribe "))
            act += chance() % 2 ? " right" : " midline";
        return act;
    }
    std::string drug(std::mt19937& chance) const {
        const auto& drugs = library_.catalogue.drugs;
        return " " + drugs[chance() % drugs.size()].id;
    }

    library::Library library_;
    patient::Patient patient_;
    std::vector<std::string> acts_;
};

void expect_replay(const patient::Patient& patient, const Encounter& encounter) {
    const base::Result<Encounter> again = replay(patient, actions_of(encounter));
    ASSERT_TRUE(again) << again.error().message();
    ASSERT_EQ(again->events.size(), encounter.events.size());
    for (std::size_t i = 0; i < again->events.size(); ++i) {
        ASSERT_EQ(again->events[i].response.digest(), encounter.events[i].response.digest()) << i;
        ASSERT_EQ(again->events[i].until, encounter.events[i].until) << i;
    }
    EXPECT_EQ(again->shown, encounter.shown);
    EXPECT_EQ(again->cost, encounter.cost);
}

// What conditions read is what is true, has been shown and has been done.
void expect_true_record(const Encounter& encounter) {
    const script::Slots& slots = encounter.progress.layout().slots;
    const patient::Moment moment(*encounter.patient, encounter.progress);
    const auto shown = [&](const std::string& fact) {
        return std::any_of(encounter.shown.begin(), encounter.shown.end(),
                           [&](const Shown& one) { return one.fact == fact; });
    };
    const auto since = [&](const std::string& act) {
        const std::optional<Minutes> span = moment.since(act);
        return span ? static_cast<double>(span->value) : std::nan("");
    };
    for (script::Slots::Slot slot = 0; slot < slots.size(); ++slot) {
        const std::string& name = slots.name(slot);
        double expected = 0;
        switch (slots.asks(slot)) {
            case script::Slots::Asks::fact: expected = slots.number(slot, moment.value(name)); break;
            case script::Slots::Asks::since: expected = since(name); break;
            case script::Slots::Asks::shown: expected = shown(name) ? 1 : 0; break;
        }
        const double found = encounter.progress.record()[slot];
        ASSERT_TRUE(found == expected || (std::isnan(found) && std::isnan(expected)))
            << name << ": " << found << ", not " << expected;
    }
}

TEST_F(ShippedCase, ConditionsReadWhatIsTrueAfterEveryAct) {
    std::mt19937 chance(12);
    Encounter encounter(patient_);
    for (int step = 0; step < 600; ++step) {
        const base::Result<Action> action = library::parse_action(line(chance));
        if (!action || find_refusal(encounter, *action)) continue;
        carry_out(encounter, *action);
        expect_true_record(encounter);
        ASSERT_FALSE(HasFatalFailure()) << "after " << library::print(*action);
        if (encounter.finished) encounter = Encounter(patient_);
    }
}

TEST_F(ShippedCase, AForkGoesItsOwnWayAndEachIsWhatItsOwnActsMakeIt) {
    std::mt19937 chance(13);
    std::vector<Encounter> forks{Encounter(patient_)};
    for (int step = 0; step < 1'500; ++step) {
        const std::size_t one = chance() % forks.size();
        if (forks.size() < 12 && chance() % 16 == 0) forks.push_back(Encounter(forks[one]));
        const base::Result<Action> action = library::parse_action(line(chance));
        if (action && !find_refusal(forks[one], *action)) carry_out(forks[one], *action);
    }
    ASSERT_EQ(forks.size(), 12u);
    for (const Encounter& fork : forks) expect_replay(patient_, fork);
}

TEST_F(ShippedCase, StandsTwoThousandActsOfAnyKindAndReplaysThem) {
    std::mt19937 chance(11);
    Encounter encounter(patient_);
    int carried_out = 0, refused = 0;
    for (int step = 0; step < 2'000; ++step) {
        const base::Result<Action> action = library::parse_action(line(chance));
        if (!action) continue;
        const Minutes now = encounter.progress.now;
        const std::size_t events = encounter.events.size();
        const int cost = encounter.cost;
        if (const auto refusal = find_refusal(encounter, *action)) {
            ++refused;
            EXPECT_EQ(encounter.events.size(), events);
            EXPECT_EQ(encounter.cost, cost);
            if (refusal->key != "refusal/past_horizon" || action->verb == library::Verb::wait) continue;
            carry_out(encounter, action_of("finish"));
            expect_replay(patient_, encounter);
            encounter = Encounter(patient_);
            continue;
        }
        carry_out(encounter, *action);
        ++carried_out;
        const Event& event = encounter.events.back();
        ASSERT_EQ(encounter.events.size(), events + 1);
        ASSERT_GE(event.at, now) << library::print(*action);
        ASSERT_GE(event.until, event.at) << library::print(*action);
        ASSERT_EQ(encounter.progress.now, event.until);
        ASSERT_GE(encounter.cost, 0) << library::print(*action);
    }
    EXPECT_GT(carried_out, 800);
    EXPECT_GT(refused, 200);
    expect_replay(patient_, encounter);
}

TEST_F(ShippedCase, EveryActOfThePatientCanBeDoneOnceAndGivesTheSameTwice) {
    for (const std::string& act : acts_) {
        std::string text = act;
        if (act.starts_with("prescribe ")) text += " 100 mg 2";
        if (act.starts_with("refer ")) text += " routine";
        Encounter one(patient_), other(patient_);
        const Action action = action_of(text);
        const auto refused = find_refusal(one, action);
        ASSERT_FALSE(refused) << text << ": " << refused->key;
        EXPECT_EQ(carry_out(one, action).digest(), carry_out(other, action).digest()) << text;
        EXPECT_GE(one.progress.now, Minutes{0});
    }
}

TEST_F(ShippedCase, ARefusedActionStopsAReplayAndIsNamed) {
    const base::Result<Encounter> encounter =
        replay(patient_, {action_of("ask presenting_complaint"), action_of("read xray_heel")});
    ASSERT_FALSE(encounter);
    EXPECT_EQ(encounter.error().where, "action 2");
    EXPECT_NE(encounter.error().what.find("not_ordered"), std::string::npos);
}

}  // namespace
}  // namespace palpera::encounter
