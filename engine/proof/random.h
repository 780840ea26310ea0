#pragma once

#include <cstdint>
#include <string_view>

namespace palpera::proof {

// Chance for simulated students: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) counting up from a key, and whole numbers
// only, so that the numbers are the same on every machine, compiler and number of threads. Each student has draws of
// its own, whatever was drawn for others.
class Random {
public:
    Random(std::uint64_t seed, std::string_view stream, std::uint64_t student) : key_(mixed(seed + golden)) {
        for (const char c : stream) key_ = mixed(key_ ^ static_cast<unsigned char>(c));
        key_ = mixed(key_ + golden * (student + 1));
    }

    std::uint64_t next() { return mixed(key_ += golden); }

    // 0 to n - 1, each equally likely; n is at least 1.
    std::uint64_t below(std::uint64_t n) {
        const std::uint64_t beyond = ~std::uint64_t{0} - ~std::uint64_t{0} % n;
        for (;;) {
            const std::uint64_t drawn = next();
            if (drawn < beyond) return drawn % n;
        }
    }
    bool chance(int permille) { return below(1000) < static_cast<std::uint64_t>(permille < 0 ? 0 : permille); }

    // About normal, with mean 0 and a standard deviation of about `deviation`: the sum of twelve even draws.
    int around_zero(int deviation) {
        std::int64_t sum = -6000;
        for (int i = 0; i < 12; ++i) sum += static_cast<std::int64_t>(below(1001));
        return static_cast<int>(sum * deviation / 1000);
    }

private:
    static constexpr std::uint64_t golden = 0x9e3779b97f4a7c15u;
    static std::uint64_t mixed(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    std::uint64_t key_;
};

}  // namespace palpera::proof
