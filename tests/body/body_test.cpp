#include "engine/body/body.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <fstream>
#include <map>

#include "engine/body/maker.h"
#include "tests/body/people.h"

namespace palpera::body {
namespace {

using body_test::coarse_body;
using body_test::man;
using body_test::table;

struct Size {
    float least = 1e9f, most = -1e9f;
    float width() const { return most - least; }
    void hold(float value) {
        least = std::min(least, value);
        most = std::max(most, value);
    }
};

// Of the posed skin within a band of heights, along one axis.
template <class Axis>
Size size_of(const Body& body, float from, float to, Axis axis, float within = 1e9f) {
    Size size;
    const PosedSkin posed = body::posed(body, pose_of(body, "standing"));
    for (const Vector& p : posed.points) {
        if (p.y >= from && p.y <= to && std::abs(p.x) < within) size.hold(axis(p));
    }
    return size;
}
float x_of(const Vector& p) { return p.x; }
float y_of(const Vector& p) { return p.y; }
float z_of(const Vector& p) { return p.z; }

TEST(BodyTable, IsReadWithoutComplaint) {
    base::Diagnostics diagnostics;
    const Table read = read_table(PALPERA_SOURCE_DIR "/assets/body", diagnostics);
    for (const auto& complaint : diagnostics.all()) ADD_FAILURE() << base::format(complaint);
    EXPECT_GT(read.shapes.size(), 80u);
    for (const char* position : {"standing", "sitting", "supine", "prone", "side"}) {
        EXPECT_TRUE(read.poses.contains(position)) << position;
    }
}

TEST(BodyTable, OfAShapeThatIsNoneSaysWhere) {
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "bad_body";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "shapes.yaml") << "language: en\n"
                                             "bones:\n"
                                             "    pelvis: {head: [0, 90, 0], tail: [0, 148, 0], anterior: [0, 0, 1]}\n"
                                             "groups:\n"
                                             "    trunk: {blend: 0}\n"
                                             "shapes:\n"
                                             "    - {shape: loft, in: {group: trunk, bone: femur, blend: 0}}\n";
    std::ofstream(folder / "poses.yaml") << "language: en\nposes:\n    standing: {root: stand}\n";
    base::Diagnostics diagnostics;
    EXPECT_TRUE(read_table(folder, diagnostics).shapes.empty());
    ASSERT_EQ(diagnostics.errors(), 2u);
    EXPECT_EQ(diagnostics.all()[0].line, 7);
    EXPECT_EQ(diagnostics.all()[0].rule, "unknown-name");
}

TEST(Body, IsAsTallAsThePatient) {
    for (float height : {152.0f, 176.0f, 193.0f}) {
        const auto body = coarse_body({.height = height, .weight = 23 * height * height / 10000});
        EXPECT_NEAR(size_of(*body, -10, 300, y_of).width(), height, 2) << height;
    }
}

TEST(Body, IsTheSameOnBothSides) {
    const Skin& skin = man()->skin;
    std::map<std::array<float, 3>, int> points;
    for (const SkinPoint& p : skin.points)
        points[{std::abs(p.rest.x), p.rest.y, p.rest.z}] += p.side == Side::left ? 1 : -1;
    for (const auto& [point, more_on_the_left] : points) ASSERT_EQ(more_on_the_left, 0) << point[0] << " " << point[1];
}

TEST(Body, IsMadeInTheSameBytesEveryTime) {
    const auto again = coarse_body({});
    ASSERT_EQ(again->skin.points.size(), man()->skin.points.size());
    EXPECT_EQ(again->skin.triangles, man()->skin.triangles);
    for (std::size_t i = 0; i < again->skin.points.size(); ++i) {
        ASSERT_EQ(again->skin.points[i].rest, man()->skin.points[i].rest);
        ASSERT_EQ(again->skin.points[i].normal, man()->skin.points[i].normal);
    }
}

TEST(Body, LiesOnTheZeroOfItsField) {
    const Field field(*man()->table, man()->skeleton, man()->physique);
    std::size_t away = 0;
    for (const SkinPoint& point : man()->skin.points) {
        if (std::abs(field.at(point.rest, field.near(point.rest, 3, 3))) > 0.3f) ++away;
    }
    EXPECT_LT(away, man()->skin.points.size() / 200);
}

TEST(Body, HasNormalsThatPointOutwards) {
    const Skin& skin = man()->skin;
    std::size_t against = 0;
    for (std::size_t i = 0; i < skin.triangles.size(); i += 3) {
        const SkinPoint &a = skin.points[skin.triangles[i]], &b = skin.points[skin.triangles[i + 1]],
                        &c = skin.points[skin.triangles[i + 2]];
        if (dot(cross(b.rest - a.rest, c.rest - a.rest), a.normal + b.normal + c.normal) < 0) ++against;
    }
    EXPECT_LT(against, skin.triangles.size() / 3 / 200);
}

TEST(Body, GrowsWithWeightAndPregnancy) {
    const auto heavy = coarse_body({.weight = 110});
    EXPECT_GT(size_of(*heavy, 100, 112, z_of, 20).width(), size_of(*man(), 100, 112, z_of, 20).width() + 5);
    // At the calf each leg is thicker from front to back.
    EXPECT_GT(size_of(*heavy, 34, 38, z_of, 22).width(), size_of(*man(), 34, 38, z_of, 22).width() + 0.8f);
    const Physique woman{.female = true, .age = 30, .height = 168, .weight = 64};
    Physique pregnant = woman;
    pregnant.pregnancy = 36;
    EXPECT_GT(size_of(*coarse_body(pregnant), 98, 110, z_of, 18).most,
              size_of(*coarse_body(woman), 98, 110, z_of, 18).most + 5);
}

TEST(Body, OfAChildHasALargeHeadForItsHeight) {
    const auto child = coarse_body({.age = 7, .height = 124, .weight = 24});
    const float child_head = size_of(*child, 105, 130, x_of, 12).width() / 124;
    const float adult_head = size_of(*man(), 160, 176, x_of, 12).width() / 176;
    EXPECT_GT(child_head, adult_head * 1.25f);
}

TEST(Body, OfOldAgeIsBentForward) {
    const auto old = coarse_body({.age = 86});
    const Size head = size_of(*old, 160, 180, z_of, 12), straight = size_of(*man(), 160, 180, z_of, 12);
    EXPECT_GT((head.least + head.most) / 2, (straight.least + straight.most) / 2 + 3);
}

TEST(Position, LaysThePatientDown) {
    for (const char* name : {"supine", "prone", "side"}) {
        Size tall, along;
        for (const Vector& p : posed(*man(), pose_of(*man(), name)).points) {
            tall.hold(p.y);
            along.hold(p.z);
        }
        EXPECT_FLOAT_EQ(tall.least, 0) << name;
        EXPECT_LT(tall.most, 65) << name;
        EXPECT_GT(along.width(), 120) << name;
    }
}

TEST(Position, OfSittingBendsHipsAndKnees) {
    const PosedSkin sits = posed(*man(), pose_of(*man(), "sitting"));
    const Skeleton& skeleton = man()->skeleton;
    const auto place = [&](const char* bone) {
        const int joint = skeleton.of_bone[static_cast<std::size_t>(man()->table->bone(bone))][0];
        return sits.place(joint, skeleton.joints[static_cast<std::size_t>(joint)].rest.head);
    };
    EXPECT_GT(place("tibia").z, place("femur").z + 35);
    EXPECT_LT(place("foot").y, place("tibia").y - 35);
}

TEST(Body, IsKeptInTheCacheAndReadBack) {
    const std::filesystem::path cache = std::filesystem::path(testing::TempDir()) / "body_cache";
    std::filesystem::remove_all(cache);
    const std::atomic<bool> go{false}, stop{true};
    const auto made = cached_body(table(), {}, false, cache, go);
    ASSERT_TRUE(made);
    // Read back even where nothing may be made.
    const auto read = cached_body(table(), {}, false, cache, stop);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->skin.triangles.size(), made->skin.triangles.size());
    const auto middle_of_all = [](const Body& body) {
        const PosedSkin sits = posed(body, pose_of(body, "sitting"));
        Vector sum;
        for (std::uint32_t corner : body.skin.triangles) sum += sits.points[corner];
        return sum * (1 / static_cast<float>(body.skin.triangles.size()));
    };
    EXPECT_LT(length(middle_of_all(*read) - middle_of_all(*made)), 0.05f);
    for (const auto& entry : std::filesystem::directory_iterator(cache / "bodies")) {
        std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(2000);
        file.put('!');
    }
    EXPECT_FALSE(cached_body(table(), {}, false, cache, stop)) << "a damaged file was taken";
    EXPECT_FALSE(cached_body(table(), {.age = 41}, false, cache, stop)) << "another's body was taken";
}

TEST(Body, TakesLessThanAMegabyteInTheCache) {
    const std::filesystem::path cache = std::filesystem::path(testing::TempDir()) / "full_body_cache";
    std::filesystem::remove_all(cache);
    const std::atomic<bool> go{false};
    ASSERT_TRUE(cached_body(table(), {}, true, cache, go));
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(cache / "bodies")) {
        ++files;
        EXPECT_LT(entry.file_size(), 1024u * 1024u);
    }
    EXPECT_EQ(files, 1u);
}

TEST(Maker, GivesTheCoarseBodyFirstAndThenTheFullOne) {
    std::mutex mutex;
    std::condition_variable came;
    int made = 0;
    const std::filesystem::path cache = std::filesystem::path(testing::TempDir()) / "maker_cache";
    std::filesystem::remove_all(cache);
    Maker maker(table(), cache, [&] {
        const std::lock_guard lock(mutex);
        ++made;
        came.notify_all();
    });
    const auto wait = [&](int for_so_many) {
        std::unique_lock lock(mutex);
        return came.wait_for(lock, std::chrono::minutes(2), [&] { return made >= for_so_many; });
    };
    EXPECT_FALSE(maker.bodies({}).full);
    ASSERT_TRUE(wait(1));
    EXPECT_TRUE(maker.bodies({}).coarse);
    ASSERT_TRUE(wait(2));
    ASSERT_TRUE(maker.bodies({}).full);
    EXPECT_TRUE(maker.bodies({}).full->is_full);
    EXPECT_FALSE(maker.bodies({.age = 30}).full) << "the last patient's body";
}

}  // namespace
}  // namespace palpera::body
