#include "engine/student/differential.h"

#include <algorithm>
#include <numeric>

namespace palpera::student {
namespace {

using Rows = std::vector<present::DifferentialRow>;

auto row_of(const Rows& rows, const std::string& condition) {
    return std::ranges::find(rows, condition, &present::DifferentialRow::condition);
}

}  // namespace

int sum_of(const Rows& rows) {
    return std::accumulate(rows.begin(), rows.end(), 0, [](int sum, const auto& row) { return sum + row.percent; });
}

void take_over(Rows& rows, const MovedPercent& moved) {
    const auto found = std::ranges::find(rows, moved.condition, &present::DifferentialRow::condition);
    if (found == rows.end()) return;
    const int others = sum_of(rows) - found->percent;
    found->percent = std::clamp(moved.percent, 0, std::max(0, 100 - others));
}

library::Action differential_of(library::Verb verb, const Rows& rows) {
    library::Action action;
    action.verb = verb;
    for (const present::DifferentialRow& row : rows) action.probabilities.emplace_back(row.condition, row.percent);
    return action;
}

std::optional<library::Action> with_diagnosis(const Rows& rows, const std::string& condition) {
    if (rows.size() >= most_diagnoses || row_of(rows, condition) != rows.end()) return std::nullopt;
    library::Action action = differential_of(library::Verb::differential, rows);
    action.probabilities.emplace_back(condition, std::max(0, 100 - sum_of(rows)));
    return action;
}

std::optional<library::Action> without_diagnosis(const Rows& rows, const std::string& condition) {
    if (rows.size() < 2 || row_of(rows, condition) == rows.end()) return std::nullopt;
    library::Action action = differential_of(library::Verb::differential, rows);
    std::erase_if(action.probabilities, [&](const auto& entry) { return entry.first == condition; });
    return action;
}

library::Action evened_out(const Rows& rows) {
    library::Action action = differential_of(library::Verb::differential, rows);
    const int sum = sum_of(rows), count = static_cast<int>(rows.size());
    std::vector<std::pair<int, std::size_t>> remainders;
    int left = 100;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int share = sum > 0 ? rows[i].percent * 100 : 100, of = sum > 0 ? sum : count;
        action.probabilities[i].second = share / of;
        remainders.emplace_back(-(share % of), i);
        left -= share / of;
    }
    std::ranges::sort(remainders);
    for (std::size_t i = 0; left > 0 && i < remainders.size(); ++i, --left) {
        ++action.probabilities[remainders[i].second].second;
    }
    return action;
}

}  // namespace palpera::student
