#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/body/skeleton.h"

namespace palpera::body {

// The shapes that can reach a part of space, and the groups they belong to.
struct Near {
    std::vector<std::uint16_t> shapes;  // in the order of the table
    std::vector<std::uint8_t> groups;   // from the leaves to the trunk
};

// The skin of one body at rest as the zero of a function: negative inside, about the distance in centimetres near it.
class Field {
public:
    Field(const Table& table, const Skeleton& skeleton, const Physique& physique);
    ~Field();
    Field(Field&&) noexcept;

    const Table& table() const { return *table_; }
    const Skeleton& skeleton() const { return *skeleton_; }

    // What can reach the ball, and `margin` around it.
    Near near(Vector centre, float radius, float margin) const;
    // With the garment, where it is worn.
    float at(Vector point, const Near& near) const;
    Vector gradient(Vector point, const Near& near) const;  // of unit length

    // How far inside the garment's seams the point is, in centimetres; negative outside.
    float cover(Vector point) const;
    // How far each of the joints' own shapes is, in the order of the skeleton's joints; `far` where there are none.
    static constexpr float far = 1e9f;
    void distances(Vector point, const Near& near, std::vector<float>& of_joints) const;
    // How far each group is, in the order of the table's groups, of the nearer side.
    void groups(Vector point, const Near& near, std::vector<float>& of_groups) const;

private:
    struct Placed;
    struct Member;
    float folded(Vector point, const Near& near, float widening) const;
    float shorts(Vector point) const;
    float top(Vector point) const;

    const Table* table_;
    const Skeleton* skeleton_;
    Parameters parameters_;
    int pelvis_, femur_;
    std::vector<Placed> placed_;
    std::vector<Member> members_;  // groups of a side, in the order of the table
};

}  // namespace palpera::body
