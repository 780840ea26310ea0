#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/pathway/course.h"

namespace palpera::pathway {

// What the catalogue says against an act; nothing where it knows none such.
const std::vector<library::Contraindication>* contraindications(const Course& course, Verb verb,
                                                                const std::string& subject);

// The conditions that can matter for one course: those of its statements, and those against the acts they accept and
// the acts done. Compiled once, over the slots of the patient and more.
class Guards {
public:
    explicit Guards(const Course& course);

    // For the encounter that is played again: its record then has what the guards ask about.
    const std::shared_ptr<const patient::Layout>& layout() const { return layout_; }
    bool hold(const script::Condition& condition, const double* record) const {
        return programs_.at(&condition).run(record) == script::Truth::yes;
    }
    // The record of the progress, with each fact the guards ask about as `facts` have it.
    std::vector<double> record(const patient::Progress& progress, const script::Facts& facts) const;

private:
    std::unordered_map<const script::Condition*, script::Program> programs_;
    std::shared_ptr<const patient::Layout> layout_;
    std::vector<script::Slots::Slot> facts_;
};

// One moment of the course: what holds in truth, and what holds by the facts that somebody has.
class Instant {
public:
    Instant(const Guards& guards, const patient::Progress& progress, const script::Facts& facts)
        : guards_(guards), progress_(progress), facts_(facts) {}

    bool is_true(const script::Condition& condition) const { return guards_.hold(condition, progress_.record()); }
    bool is_known(const script::Condition& condition) const {
        if (!known_) known_ = guards_.record(progress_, facts_);
        return guards_.hold(condition, known_->data());
    }

private:
    const Guards& guards_;
    const patient::Progress& progress_;
    const script::Facts& facts_;
    mutable std::optional<std::vector<double>> known_;  // made when first asked for
};

}  // namespace palpera::pathway
