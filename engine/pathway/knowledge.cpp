#include "engine/pathway/knowledge.h"

#include <algorithm>

namespace palpera::pathway {
namespace {

bool kept_by_engine(const patient::Patient& patient, std::string_view fact) {
    return !patient.facts.contains(std::string(fact));
}

}  // namespace

Findable::Index::Index(const patient::Patient& patient) {
    for (const auto& entry : patient.acts) {
        for (const patient::Responses* responses : {&entry.second.whole, &entry.second.right, &entry.second.left}) {
            for (const library::Response& response : *responses) {
                for (const std::string& fact : response.reveals) {
                    auto& places = by_fact_[fact];
                    if (places.empty() || places.back() != responses) places.push_back(responses);
                }
            }
        }
    }
}

bool Findable::Index::is_findable(const Moment& moment, std::string_view fact) const {
    const auto found = by_fact_.find(fact);
    if (found == by_fact_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const patient::Responses* responses) {
        const library::Response* response = patient::chosen(*responses, moment);
        if (!response) return false;
        const auto& reveals = response->reveals;
        return std::find(reveals.begin(), reveals.end(), fact) != reveals.end();
    });
}

std::optional<script::Value> Findable::value(std::string_view fact) const {
    const bool open = kept_by_engine(*patient_, fact) || moment_->shown(fact) || index_->is_findable(*moment_, fact);
    return open ? moment_->value(fact) : std::nullopt;
}

std::optional<script::Value> Known::value(std::string_view fact) const {
    const bool known =
        kept_by_engine(*patient_, fact) || moment_->shown(fact) || brought_about_->contains(std::string(fact));
    return known ? moment_->value(fact) : std::nullopt;
}

}  // namespace palpera::pathway
