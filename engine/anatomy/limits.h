#pragma once

namespace palpera::anatomy {

// Losses are sums and products of shares with two decimals, so that one that should lie on a limit misses it by some
// 1e-16; two that differ at all differ by far more than this.
inline constexpr double rounding = 1e-9;

inline bool reaches(double loss, double limit) { return loss >= limit - rounding; }
inline bool exceeds(double loss, double limit) { return loss > limit + rounding; }

}  // namespace palpera::anatomy
