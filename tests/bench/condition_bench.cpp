// A condition over a patient's record against the same one in Lua 5.4, called with a table.
#include <array>
#include <lua.hpp>
#include <random>

#include "engine/script/program.h"
#include "tests/bench/rounds.h"

namespace {

using namespace palpera;
using script::Truth;

constexpr std::size_t record_count = 4096, slot_count = 5;
constexpr std::array<const char*, slot_count> names{"age", "diuretic", "potassium", "pregnant", "smoker"};
constexpr const char* condition_text = "(age >= 60 and diuretic) or (potassium < 3.5 and not pregnant)";

script::Vocabulary vocabulary() {
    using script::Kind;
    return {{"age", {Kind::number, "a", {}}},
            {"diuretic", {Kind::flag, "", {}}},
            {"potassium", {Kind::number, "mmol/L", {}}},
            {"pregnant", {Kind::flag, "", {}}},
            {"smoker", {Kind::flag, "", {}}}};
}

struct Records {
    script::Slots slots;
    script::Program program;
    std::vector<std::array<double, slot_count>> of_patient;

    // One value in `missing_in` is not known; 0: all are. `distinct` records, repeated.
    Records(unsigned missing_in, std::size_t distinct) {
        for (const char* name : names) slots.intern(script::Slots::Asks::fact, name);
        program = compile(script::parse(condition_text, vocabulary(), nullptr).condition, slots);
        std::mt19937 engine(7);
        const auto below = [&](unsigned count) { return static_cast<unsigned>(engine()) % count; };
        const auto known = [&](double value) {
            const bool is_known = missing_in == 0 || below(missing_in) != 0;
            return is_known ? value : std::numeric_limits<double>::quiet_NaN();
        };
        for (std::size_t i = 0; i < record_count; ++i) {
            if (i >= distinct) {
                of_patient.push_back(of_patient[i % distinct]);
                continue;
            }
            const double age = 20 + below(80), diuretic = below(2), potassium = 2.5 + 0.1 * below(25);
            const double pregnant = below(4) == 0 ? 1 : 0, smoker = below(2);
            of_patient.push_back({known(age), known(diuretic), known(potassium), known(pregnant), known(smoker)});
        }
    }

    int count_of_yes() const {
        int count = 0;
        for (const auto& record : of_patient) count += program.run(record.data()) == Truth::yes ? 1 : 0;
        return count;
    }
};

// The same records as Lua tables, and the condition as a Lua function of one of them.
class Lua {
public:
    Lua(const Records& records, const char* body) : state_(luaL_newstate()) {
        luaL_loadstring(state_, body);
        lua_call(state_, 0, 1);
        lua_createtable(state_, static_cast<int>(record_count), 0);
        for (std::size_t i = 0; i < record_count; ++i) {
            lua_createtable(state_, 0, slot_count);
            for (std::size_t slot = 0; slot < slot_count; ++slot) set(records.of_patient[i][slot], slot);
            lua_rawseti(state_, 2, static_cast<lua_Integer>(i + 1));
        }
    }
    ~Lua() { lua_close(state_); }
    Lua(const Lua&) = delete;
    Lua& operator=(const Lua&) = delete;

    int count_of_yes() const {
        int count = 0;
        for (std::size_t i = 0; i < record_count; ++i) {
            lua_pushvalue(state_, 1);
            lua_rawgeti(state_, 2, static_cast<lua_Integer>(i + 1));
            if (lua_pcall(state_, 1, 1, 0) == LUA_OK) count += lua_toboolean(state_, -1);
            lua_pop(state_, 1);
        }
        return count;
    }

private:
    void set(double value, std::size_t slot) const {
        if (std::isnan(value)) return;
        const bool number = slot == 0 || slot == 2;
        number ? lua_pushnumber(state_, value) : lua_pushboolean(state_, value > 0.5);
        lua_setfield(state_, -2, names[slot]);
    }

    lua_State* state_;
};

constexpr const char* plain =
    "return function(p) return (p.age >= 60 and p.diuretic) or (p.potassium < 3.5 and not p.pregnant) end";
// What is not known is nil there, and comparing nil an error, so an author must look first.
constexpr const char* guarded =
    "return function(p) return (p.age and p.age >= 60 and p.diuretic) or "
    "(p.potassium and p.potassium < 3.5 and p.pregnant == false) end";

void compare(benchmark::State& state, const Records& ours, const Records& theirs, const char* body, bool same) {
    const Lua lua(theirs, body);
    if (same && ours.count_of_yes() != lua.count_of_yes()) return state.SkipWithError("the two disagree");
    bench::in_turns(
        state, record_count, [&] { benchmark::DoNotOptimize(ours.count_of_yes()); },
        [&] { benchmark::DoNotOptimize(lua.count_of_yes()); });
}

// Ours with one value in eight missing; Lua spared that, and so the looking for it.
void ConditionAgainstLua(benchmark::State& state) {
    const auto distinct = static_cast<std::size_t>(state.range(0));
    compare(state, Records(8, distinct), Records(0, distinct), plain, false);
}
BENCHMARK(ConditionAgainstLua)->Arg(record_count)->Arg(16)->Iterations(400);

// Both on the same records with one value in eight missing.
void ConditionAgainstLuaThatLooksForNil(benchmark::State& state) {
    const Records records(8, static_cast<std::size_t>(state.range(0)));
    compare(state, records, records, guarded, true);
}
BENCHMARK(ConditionAgainstLuaThatLooksForNil)->Arg(record_count)->Arg(16)->Iterations(400);

// Both on the same complete records.
void ConditionAgainstLuaNothingMissing(benchmark::State& state) {
    const Records records(0, static_cast<std::size_t>(state.range(0)));
    compare(state, records, records, plain, true);
}
BENCHMARK(ConditionAgainstLuaNothingMissing)->Arg(record_count)->Arg(16)->Iterations(400);

// From the condition as it was read with the case; theirs is loading the text.
void CompileConditionAgainstLua(benchmark::State& state) {
    const script::Condition condition = script::parse(condition_text, vocabulary(), nullptr).condition;
    Records records(0, 1);
    lua_State* lua = luaL_newstate();
    bench::in_turns(
        state, 1000,
        [&] {
            for (int i = 0; i < 1000; ++i) benchmark::DoNotOptimize(compile(condition, records.slots));
        },
        [&] {
            for (int i = 0; i < 1000; ++i) {
                luaL_loadstring(lua, plain);
                lua_pop(lua, 1);
            }
        });
    lua_close(lua);
}
BENCHMARK(CompileConditionAgainstLua)->Iterations(50);

}  // namespace
