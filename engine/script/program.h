#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/script/condition.h"

namespace palpera::script {

// What some conditions ask about, each thing once, and where it stands in a record: the flat list of numbers over which
// their programs run. A flag is 0 or 1, a span its minutes, a word its number among the words here; what is not known
// is NaN. Interning more leaves the places of what was there before.
class Slots {
public:
    using Slot = std::uint32_t;
    enum class Asks : std::uint8_t { fact, since, shown };

    // The kind, where what asks tells it: a value of another kind says nothing.
    Slot intern(Asks asks, std::string_view name, std::optional<Kind> kind = std::nullopt);
    std::optional<Slot> find(Asks asks, std::string_view name) const;
    std::size_t size() const { return entries_.size(); }
    Asks asks(Slot slot) const { return entries_[slot].asks; }
    const std::string& name(Slot slot) const { return entries_[slot].name; }

    double intern_word(std::string_view word);
    // As a record holds it. NaN: nothing, no finite number, another kind, or a word that was never interned.
    double number(Slot slot, const std::optional<Value>& value) const;

private:
    struct Entry {
        Asks asks = Asks::fact;
        std::string name;
        std::optional<Kind> kind{};
    };
    std::vector<Entry> entries_;
    std::array<std::map<std::string, Slot, std::less<>>, 3> slots_;
    std::map<std::string, double, std::less<>> words_;
};

// A condition as steps over a record. Every comparison has become `value < bound`, which sends on to one of three
// places: it holds, it does not, it is not known. The way on is looked up, not branched to, so that values which nobody
// can foresee cost few mispredicted branches; an answer sends on to itself, so steps can be taken two at a time.
class Program {
public:
    Program() = default;  // always true

    // The record has a number for each slot.
    Truth run(const double* record) const {
        return static_cast<Truth>(compares_facts_ ? ended<true>(record) : ended<false>(record));
    }
    bool always() const { return start_ == static_cast<Place>(Truth::yes); }
    std::size_t steps() const { return steps_.size() - std::min<std::size_t>(steps_.size(), answers); }

private:
    friend class Compilation;
    using Place = std::uint32_t;
    static constexpr Place answers = 3;  // the first steps, in the order of Truth
    static constexpr Slots::Slot no_slot = ~Slots::Slot{0};

    struct alignas(32) Step {
        double bound = 0;
        Slots::Slot slot = 0, other = no_slot;  // `other`: the bound is this slot's
        std::array<Place, 3> next{};            // less, not less, not known

        template <bool facts>
        Place next_of(const double* record) const {
            const double value = record[slot], limit = facts && other != no_slot ? record[other] : bound;
            return next[static_cast<unsigned>(!(value < limit)) +
                        static_cast<unsigned>(std::isunordered(value, limit))];
        }
    };

    template <bool facts>
    Place ended(const double* record) const {
        const Step* steps = steps_.data();
        Place at = start_;
        while (at >= answers) {
            at = steps[at].next_of<facts>(record);
            at = steps[at].next_of<facts>(record);
        }
        return at;
    }

    std::vector<Step> steps_;
    Place start_ = static_cast<Place>(Truth::yes);
    bool compares_facts_ = false;  // with each other
};

// Interns what the condition asks about. At most as many steps as the condition has parts times its depth.
Program compile(const Condition& condition, Slots& slots);
// One part of a condition by itself.
Program compile(const Condition& condition, std::size_t node, Slots& slots);

// What the facts say of each slot; interns the words they say.
std::vector<double> record_of(Slots& slots, const Facts& facts);

}  // namespace palpera::script
