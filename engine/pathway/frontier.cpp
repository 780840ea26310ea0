#include "engine/pathway/frontier.h"

#include <algorithm>
#include <limits>

namespace palpera::pathway {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t most_steps = 64, most_sets = 3'000'000, narrow_width = 2'000, most_prices = 24;

// The cheapest assignment of every row to a column of its own, by shortest augmenting paths; gives the prices: of rows
// u and columns v, with u[i] + v[j] <= cost(i, j) everywhere.
template <class Cost>
void assign(std::size_t rows, std::size_t columns, const Cost& cost, std::vector<std::int64_t>& u,
            std::vector<std::int64_t>& v) {
    constexpr std::int64_t endless = std::numeric_limits<std::int64_t>::max() / 2;
    std::vector<std::size_t> row_of(columns + 1), way(columns + 1);
    u.assign(rows + 1, 0);
    v.assign(columns + 1, 0);
    for (std::size_t row = 1; row <= rows; ++row) {
        row_of[0] = row;
        std::size_t at = 0;
        std::vector<std::int64_t> least(columns + 1, endless);
        std::vector<std::uint8_t> used(columns + 1);
        do {
            used[at] = 1;
            const std::size_t i = row_of[at];
            std::int64_t step = endless;
            std::size_t next = 0;
            for (std::size_t j = 1; j <= columns; ++j) {
                if (used[j]) continue;
                const std::int64_t reduced = cost(i - 1, j - 1) - u[i] - v[j];
                if (reduced < least[j]) least[j] = reduced, way[j] = at;
                if (least[j] < step) step = least[j], next = j;
            }
            for (std::size_t j = 0; j <= columns; ++j) {
                if (used[j]) {
                    u[row_of[j]] += step;
                    v[j] -= step;
                } else {
                    least[j] -= step;
                }
            }
            at = next;
        } while (row_of[at] != 0);
        for (; at != 0; at = way[at]) row_of[at] = row_of[way[at]];
    }
}

}  // namespace

bool Frontier::number_steps(const StepOrder& order, std::span<const Candidate> candidates) {
    std::vector<std::uint32_t> steps;
    for (const Candidate& candidate : candidates)
        if (steps.empty() || steps.back() != candidate.step) steps.push_back(candidate.step);
    if (steps.size() > most_steps) return false;
    number_.assign(order.steps(), none);
    closes_.assign(steps.size(), 0);
    for (std::uint32_t i = 0; i < steps.size(); ++i) {
        number_[steps[i]] = i;
        for (std::uint32_t j = 0; j < steps.size(); ++j)
            if (i == j || order.before(steps[j], steps[i])) closes_[i] |= Steps{1} << j;
    }
    std::vector<std::uint32_t> by_event(candidates.size());
    for (std::uint32_t i = 0; i < by_event.size(); ++i) by_event[i] = i;
    std::stable_sort(by_event.begin(), by_event.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return candidates[a].event < candidates[b].event; });
    of_event_.clear();
    for (const std::uint32_t one : by_event) {
        const bool same = !of_event_.empty() && candidates[of_event_.back().front()].event == candidates[one].event;
        if (!same) of_event_.emplace_back();
        of_event_.back().push_back(one);
    }
    over_.assign(of_event_.size() + 1, steps.size() == 64 ? ~Steps{0} : (Steps{1} << steps.size()) - 1);
    for (std::size_t event = of_event_.size(); event-- > 0;) {
        over_[event] = over_[event + 1];
        for (const std::uint32_t one : of_event_[event]) over_[event] &= ~(Steps{1} << number_[candidates[one].step]);
    }
    return true;
}

Frontier::Prices Frontier::prices_from(std::size_t event, std::span<const Candidate> candidates) const {
    const std::size_t rows = closes_.size(), left = of_event_.size() - event;
    // One column more than rows stands for "not matched", so that there is always one free and no price is below
    // nothing.
    std::vector<std::int64_t> costs(rows * left);
    for (std::size_t j = 0; j < left; ++j)
        for (const std::uint32_t one : of_event_[event + j])
            costs[number_[candidates[one].step] * left + j] = -candidates[one].weight;
    std::vector<std::int64_t> u, v;
    assign(
        rows, left + rows + 1, [&](std::size_t i, std::size_t j) { return j < left ? costs[i * left + j] : 0; }, u, v);
    Prices prices;
    prices.of_rest.assign(of_event_.size() + 1, 0);
    for (std::size_t j = left; j-- > 0;)
        prices.of_rest[event + j] = prices.of_rest[event + j + 1] + std::max<std::int64_t>(0, -v[j + 1]);
    prices.of_steps.assign(8 * 256, 0);
    for (std::size_t i = 0; i < rows; ++i) {
        const std::int64_t price = std::max<std::int64_t>(0, -u[i + 1]);
        for (std::size_t byte = 0; byte < 256; ++byte)
            if (byte >> (i % 8) & 1) prices.of_steps[i / 8 * 256 + byte] += price;
    }
    return prices;
}

void Frontier::find_prices(std::span<const Candidate> candidates) {
    stride_ = of_event_.size() / most_prices + 1;
    prices_.clear();
    for (std::size_t event = 0; event < of_event_.size(); event += stride_)
        prices_.push_back(prices_from(event, candidates));
}

std::int64_t Frontier::at_most(std::size_t event, Steps closed) const {
    if (event >= of_event_.size()) return 0;
    const Prices& prices = prices_[event / stride_];
    std::int64_t sum = prices.of_rest[event];
    Steps open = ~closed;
    for (std::size_t byte = 0; byte < 8; ++byte, open >>= 8) sum += prices.of_steps[byte * 256 + (open & 0xFF)];
    return sum;
}

void Frontier::step(std::span<const Candidate> candidates, std::size_t event, std::vector<Set>& next) const {
    const auto add = [&](const Set& set) {
        if (set.gain + at_most(event + 1, set.closed) > best_gain_) next.push_back(set);
    };
    const std::vector<Set>& now = sets_[event];
    for (std::uint32_t i = 0; i < now.size(); ++i) {
        add({now[i].closed | over_[event + 1], now[i].gain, i, none});
        for (const std::uint32_t one : of_event_[event]) {
            const std::uint32_t number = number_[candidates[one].step];
            if (now[i].closed >> number & 1) continue;
            add({now[i].closed | closes_[number] | over_[event + 1], now[i].gain + candidates[one].weight, i, one});
        }
    }
}

void Frontier::keep_best_of_each(std::vector<Set>& sets) const {
    std::sort(sets.begin(), sets.end(), [](const Set& a, const Set& b) {
        if (a.closed != b.closed) return a.closed < b.closed;
        if (a.gain != b.gain) return a.gain > b.gain;
        return a.parent != b.parent ? a.parent < b.parent : a.candidate < b.candidate;
    });
    const auto same = [](const Set& a, const Set& b) { return a.closed == b.closed; };
    sets.erase(std::unique(sets.begin(), sets.end(), same), sets.end());
}

void Frontier::narrow(std::size_t event, std::size_t width, std::vector<Set>& sets) {
    if (sets.size() <= width) return;
    narrowed_ = true;
    const auto promises_more = [&](const Set& a, const Set& b) {
        const std::int64_t of_a = a.gain + at_most(event, a.closed), of_b = b.gain + at_most(event, b.closed);
        return of_a != of_b ? of_a > of_b : a.closed < b.closed;
    };
    std::nth_element(sets.begin(), sets.begin() + static_cast<std::ptrdiff_t>(width), sets.end(), promises_more);
    sets.resize(width);
    std::sort(sets.begin(), sets.end(), [](const Set& a, const Set& b) { return a.closed < b.closed; });
}

void Frontier::trace_back() {
    best_.clear();
    best_gain_ = sets_.back().front().gain;
    std::uint32_t at = 0;
    for (std::size_t event = sets_.size() - 1; event > 0; --event) {
        const Set& set = sets_[event][at];
        if (set.candidate != none) best_.push_back(set.candidate);
        at = set.parent;
    }
    std::sort(best_.begin(), best_.end());
}

bool Frontier::walk(std::span<const Candidate> candidates, std::size_t width) {
    narrowed_ = false;
    sets_.assign(of_event_.size() + 1, {});
    sets_[0].push_back({over_[0], 0, 0, none});
    std::size_t kept = 0;
    for (std::size_t event = 0; event < of_event_.size(); ++event) {
        step(candidates, event, sets_[event + 1]);
        keep_best_of_each(sets_[event + 1]);
        narrow(event + 1, width, sets_[event + 1]);
        kept += sets_[event + 1].size();
        if (kept > most_sets) return false;
    }
    if (!sets_.back().empty()) trace_back();
    return true;
}

std::optional<std::vector<std::uint32_t>> Frontier::choose(const StepOrder& order,
                                                           std::span<const Candidate> candidates,
                                                           std::span<const std::uint32_t> known) {
    if (!number_steps(order, candidates)) return std::nullopt;
    best_.assign(known.begin(), known.end());
    best_gain_ = 0;
    for (const std::uint32_t one : known) best_gain_ += candidates[one].weight;
    find_prices(candidates);
    // First along the sets that promise most: what it comes to cuts off most of the others.
    walk(candidates, narrow_width);
    if (narrowed_ && !walk(candidates, most_sets)) return std::nullopt;
    return best_;
}

}  // namespace palpera::pathway
