#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/pathway/course.h"

namespace palpera::pathway {

// A moment of a course.
struct Instant {
    std::uint32_t before = 0;  // actions done
    std::int64_t now = 0;
    int visit = 1;
    const std::uint64_t* findable = nullptr;  // only at a look
};

// The conditions of guidelines and catalogue that can matter for one patient, compiled once, and where in a course
// stands what they ask about.
class Guards {
public:
    using Id = std::uint32_t;
    static constexpr Id always = 0;
    // What holds in truth; as far as it could be found out; as far as the student could know it. What the engine itself
    // keeps (age, bmi, elapsed ...) is always known.
    enum class View : std::uint8_t { truth, findable, known };

    // Of one course at a time; keeps its room.
    struct Memory {
        struct Done {
            std::uint32_t before = Course::never;  // actions done when it was
            std::int64_t at = 0;
        };
        std::vector<double> record;
        std::vector<Done> done;
    };

    explicit Guards(const patient::Patient& patient);
    Id add(const script::Condition& condition);
    // After the last add.
    void settle(const patient::Patient& patient, const Numbering& numbering);

    void begin(const Course& course, Memory& memory) const;
    // Is it known to hold? begin() has looked through the course.
    bool hold(Id guard, View view, const Course& course, const Instant& instant, Memory& memory) const;

private:
    using Slot = script::Slots::Slot;
    struct Source {
        enum class Kind : std::uint8_t { fixed, growing, elapsed, visit, shown, since } kind = Kind::fixed;
        std::uint32_t place = 0;           // since: of what was done; shown: the fact
        Number fact = no_number;           // which must be known; no_number: the engine keeps it
        std::uint32_t moving = no_number;  // of Course::Change::fact; no_number: it does not
        double arrival = 0;
    };
    struct Guard {
        script::Program program;
        std::vector<Slot> slots;
    };
    Source source_of(Slot slot, const patient::Layout& layout, const std::vector<std::string>& moving,
                     const Numbering& numbering);
    bool is_open(const Source& source, View view, const Course& course, const Instant& instant) const;
    double value(Slot slot, View view, const Course& course, const Instant& instant, const Memory& memory) const;
    void note_done(const Act& act, std::uint32_t place, Memory& memory) const;

    script::Slots slots_;
    std::vector<Guard> guards_;
    std::map<std::string, Id> by_text_;
    std::vector<script::Condition> conditions_;  // of the guards after the first
    std::vector<Source> sources_;                // by slot
    std::vector<std::uint32_t> place_of_act_;    // by number: place of what was done
    std::map<std::string, std::uint32_t, std::less<>> place_of_name_;
    std::vector<std::uint32_t> place_of_diagnosis_;  // by number
};

}  // namespace palpera::pathway
