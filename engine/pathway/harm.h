#pragma once

#include <optional>

#include "engine/pathway/resolved.h"

namespace palpera::pathway {

// The gravest harm of an act costs its severity, at half where the same act broke the same statement before; other
// statements it broke stand beside it without points. What could not be known costs nothing. Keeps its room between
// courses.
class HarmScore {
public:
    void score(const Resolved& resolved);
    void write(const Resolved& resolved, Ledger& ledger) const;

    std::int64_t points() const { return points_; }  // not above 0
    // The first statement broken that must never be; of the rubric.
    std::optional<std::uint32_t> never() const { return never_; }

private:
    struct Line {
        Entry::Kind kind = Entry::Kind::avoided;
        std::uint32_t about = 0, act = 0;
        Reason reason = Reason::harmful;
        std::int64_t points = 0;
    };
    struct Broken {
        Number act = 0;
        Entry::Kind kind = Entry::Kind::avoided;
        std::uint32_t about = 0;
        friend bool operator==(const Broken&, const Broken&) = default;
    };
    void look_at(const Resolved& resolved, std::uint32_t act);
    bool is_repeated(const Broken& broken);

    std::vector<Line> lines_;
    std::vector<Broken> broken_;
    std::int64_t points_ = 0;
    std::optional<std::uint32_t> never_;
};

}  // namespace palpera::pathway
