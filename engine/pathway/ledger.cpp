#include "engine/pathway/ledger.h"

#include <algorithm>
#include <numeric>

namespace palpera::pathway {

Component component_of(Entry::Kind kind) {
    switch (kind) {
        case Entry::Kind::step: return Component::necessary_care;
        case Entry::Kind::precedence: return Component::order;
        case Entry::Kind::coverage:
        case Entry::Kind::unneeded: return Component::stewardship;
        case Entry::Kind::diagnosis:
        case Entry::Kind::category: return Component::diagnosis;
        default: return Component::harm;
    }
}

std::span<const std::int64_t> Split::operator()(std::int64_t whole, std::span<const std::int64_t> weights) {
    parts_.assign(weights.size(), 0);
    const std::int64_t all = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    if (all <= 0) return parts_;
    remainders_.resize(weights.size());
    order_.resize(weights.size());
    std::int64_t left = whole;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        parts_[i] = whole * weights[i] / all;
        remainders_[i] = whole * weights[i] - parts_[i] * all;
        left -= parts_[i];
        order_[i] = static_cast<std::uint32_t>(i);
    }
    if (left == 0) return parts_;
    const auto last = order_.begin() + left;
    std::nth_element(order_.begin(), last - 1, order_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return remainders_[a] != remainders_[b] ? remainders_[a] > remainders_[b] : a < b;
    });
    std::for_each(order_.begin(), last, [&](std::uint32_t i) { ++parts_[i]; });
    return parts_;
}

}  // namespace palpera::pathway
