#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/body/body.h"
#include "engine/present/body_answers.h"

namespace palpera::student {

// What the body is seen to do when it is examined, from the act on until the patient lies as before: a joint is led, a
// reflex jerks, a muscle gives way, somebody walks, draws back or is pressed on.
class BodyMotion {
public:
    // Of the newest act; nothing where nothing of it is seen. The table outlives it.
    static std::optional<BodyMotion> of_last(const present::Context& context, const encounter::Encounter& encounter,
                                             const body::Table& table);

    // How the patient lies or stands meanwhile.
    const std::string& position() const { return position_; }
    bool is_walk() const { return walk_ != nullptr; }
    bool is_withdrawal() const { return withdrawal_; }
    int pain() const { return pain_; }  // NRS provoked
    double seconds() const;
    // `passed`: seconds since it began.
    body::Pose pose(const body::Body& body, double passed) const;
    body::Side side(double passed) const;

    // The joint that is led; nothing of a walk, and of what is only pressed.
    const body::Turn* leading() const;

    // The examiner's hand: on which sites, and how firmly now (0 to 1).
    const std::vector<std::string>& hands() const;
    float pressure(double passed) const;

private:
    struct Part {
        body::Side side = body::Side::right;
        bool sign = false;
        float extent = 1;
    };
    static std::optional<BodyMotion> unfelt(const present::Context& context, const encounter::Encounter& encounter,
                                            const body::Table& table);
    static std::optional<BodyMotion> walking(const encounter::Encounter& encounter, const body::Table& table,
                                             const library::Action& action, bool abnormal);
    static std::optional<BodyMotion> drawing_back(const std::string& region, const std::string& position,
                                                  const body::Table& table,
                                                  const std::vector<present::BodyAnswer>& answers);
    const Part& part(double passed) const;
    float progress(const Part& part, float t) const;

    std::string position_;
    const body::Demonstration* shown_ = nullptr;
    const body::Walk* walk_ = nullptr;
    bool withdrawal_ = false, is_power_ = false;
    int pain_ = 0;
    std::vector<Part> parts_;  // one after the other
};

// The turns of a demonstration, led so far (0 to 1) on this side, added to how the patient lies.
body::Pose led(const body::Body& body, const std::string& position, const body::Demonstration& shown, bool sign,
               body::Side side, float part);
// The same part where a movement stops at this share of its degrees from the anatomical position: it begins at how the
// patient lies, a foot somewhat down.
float led_part(const body::Table& table, const body::Demonstration& shown, float share);
// The joints of somebody who walks, `strides` after the affected heel met the ground; `part`: 0 standing, 1 walking.
body::Pose walked(const body::Body& body, const body::Walk& walk, body::Side affected, double strides, float part);

}  // namespace palpera::student
