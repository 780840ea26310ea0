#include <gtest/gtest.h>

#include "tests/anatomy/examined.h"

// What holds for every lesion there is.
namespace palpera::anatomy {
namespace {

std::vector<Lesion> every_lesion(double severity) {
    std::vector<Lesion> lesions;
    for (std::size_t i = 0; i < root_count; ++i)
        lesions.push_back(root(std::string(name(static_cast<Root>(i))), severity));
    for (const Nerve& nerve : shipped_atlas().nerves) {
        if (nerve.is_plexus()) lesions.push_back(of_plexus(nerve.id, severity));
    }
    for (const LesionSite& site : shipped_atlas().lesion_sites) lesions.push_back(at_site(site.id, severity));
    for (const char* stage : {"toes", "ankle", "mid_calf", "knee"}) lesions.push_back(stocking(stage, severity));
    return lesions;
}

// Calls look(what, loss of one, loss of other) for every target on that side of both.
template <class Look>
void side_by_side(const Deficit& one, Side of_one, const Deficit& other, Side of_other, const Look& look) {
    const Atlas& atlas = shipped_atlas();
    for (std::size_t i = 0; i < atlas.zones.size(); ++i) {
        look(atlas.zones[i].id, one.zones[i][of_one].fibres, other.zones[i][of_other].fibres);
        look(atlas.zones[i].id, one.zones[i][of_one].light_touch, other.zones[i][of_other].light_touch);
        look(atlas.zones[i].id, one.zones[i][of_one].pinprick, other.zones[i][of_other].pinprick);
    }
    for (std::size_t i = 0; i < atlas.muscles.size(); ++i)
        look(atlas.muscles[i].id, one.muscles[i][of_one], other.muscles[i][of_other]);
    for (std::size_t i = 0; i < atlas.reflexes.size(); ++i)
        look(atlas.reflexes[i].id, one.reflexes[i][of_one], other.reflexes[i][of_other]);
    for (std::size_t i = 0; i < atlas.special_tests.size(); ++i) {
        look(atlas.special_tests[i].id, static_cast<double>(one.special_tests[i][of_one]),
             static_cast<double>(other.special_tests[i][of_other]));
    }
}

TEST(EveryLesion, GivesLossesBetweenNothingAndAll) {
    for (const Lesion& lesion : every_lesion(complete)) {
        const Deficit deficit = anatomy::deficit(shipped_atlas(), {lesion});
        side_by_side(deficit, Side::right, deficit, Side::left,
                     [&](const std::string& what, double right, double left) {
                         EXPECT_TRUE(right >= 0 && left >= 0 && (right <= 1 + 1e-12 || right == 2))
                             << lesion.level << ' ' << what;
                     });
    }
}

TEST(EveryLesion, OfMoreSeverityNeverGivesLess) {
    std::vector<Deficit> milder;
    for (const Lesion& lesion : every_lesion(0)) milder.push_back(deficit(shipped_atlas(), {lesion}));
    for (int percent = 5; percent <= 100; percent += 5) {
        const std::vector<Lesion> lesions = every_lesion(percent / 100.0);
        for (std::size_t i = 0; i < lesions.size(); ++i) {
            const Deficit now = deficit(shipped_atlas(), {lesions[i]});
            side_by_side(milder[i], Side::right, now, Side::right,
                         [&](const std::string& what, double before, double after) {
                             EXPECT_LE(before, after + 1e-12) << lesions[i].level << ' ' << percent << ' ' << what;
                         });
            milder[i] = now;
        }
    }
}

TEST(EveryLesion, MirroredGivesTheDeficitMirroredAndTheOtherSideStaysNormal) {
    const Deficit nothing = deficit(shipped_atlas(), {});
    for (const Lesion& lesion : every_lesion(complete)) {
        Lesion mirrored = lesion;
        mirrored.sides = lesion.sides == Sides::both ? Sides::both : Sides::left;
        const Deficit right = deficit(shipped_atlas(), {lesion}), left = deficit(shipped_atlas(), {mirrored});
        const auto same = [&](const std::string& what, double one, double other) {
            EXPECT_EQ(one, other) << lesion.level << ' ' << what;
        };
        side_by_side(right, Side::right, left, Side::left, same);
        side_by_side(right, Side::left, left, Side::right, same);
        if (!has_no_side(shipped_atlas(), lesion)) side_by_side(right, Side::left, nothing, Side::left, same);
    }
}

TEST(EveryLesion, BesideAnotherNeverGivesLessThanAlone) {
    const std::vector<Lesion> lesions = every_lesion(partial);
    for (std::size_t i = 0; i < lesions.size(); ++i) {
        const Lesion& other = lesions[(i * 7 + 3) % lesions.size()];
        const Deficit alone = deficit(shipped_atlas(), {lesions[i]}),
                      both = deficit(shipped_atlas(), {lesions[i], other});
        const Deficit reversed = deficit(shipped_atlas(), {other, lesions[i]});
        side_by_side(alone, Side::right, both, Side::right, [&](const std::string& what, double one, double two) {
            // Beside a second root the first may be felt less than alone, as then nothing overlaps.
            EXPECT_LE(one, two + 1e-12) << lesions[i].level << " with " << other.level << ' ' << what;
        });
        side_by_side(reversed, Side::right, both, Side::right, [&](const std::string& what, double one, double two) {
            EXPECT_NEAR(one, two, 1e-12) << lesions[i].level << " with " << other.level << ' ' << what;
        });
    }
}

// A lesion at a point of a nerve leaves alone what has left that nerve before.
TEST(EveryNerve, HurtFurtherOutKeepsWhatLeftAbove) {
    const Atlas& atlas = shipped_atlas();
    for (const LesionSite& site : atlas.lesion_sites) {
        const Examined patient({at_site(site.id)});
        const auto spared = [&](const Branch& branch) {
            bool on_nerve = false, above = true;
            for (const LesionPoint& point : site.points) {
                on_nerve = on_nerve || point.nerve == branch.nerve;
                above = above && (point.nerve != branch.nerve || branch.at < point.at);
            }
            return on_nerve && above;
        };
        for (const Muscle& muscle : atlas.muscles) {
            for (const Branch& branch : muscle.innervation) {
                if (branch.share == 1 && spared(branch)) {
                    EXPECT_EQ(patient.power(muscle.id), "5") << site.id << ' ' << muscle.id;
                }
            }
        }
        for (const Reflex& reflex : atlas.reflexes) {
            for (const Branch& branch : reflex.arc) {
                if (branch.share == 1 && spared(branch)) {
                    EXPECT_EQ(patient.jerk(reflex.id), 2) << site.id << ' ' << reflex.id;
                }
            }
        }
    }
}

}  // namespace
}  // namespace palpera::anatomy
