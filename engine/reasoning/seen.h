#pragma once

#include <map>
#include <string>

#include "engine/encounter/encounter.h"

namespace palpera::reasoning {

// What the student had been shown by the end of an action (0: nothing yet), as evidence for a diagnosis: what was once
// found present stays so, though it may heal or lie on one side only. A sided flag is absent once it was found absent
// wherever the patient has the trouble. Age and sex stand on the card.
class Seen : public script::Facts {
public:
    Seen(const encounter::Encounter& encounter, int action);

    std::optional<script::Value> value(std::string_view fact) const override;
    bool shown(std::string_view fact) const override { return shown_.contains(fact); }
    std::optional<base::Minutes> since(std::string_view /*act*/) const override { return std::nullopt; }

private:
    const patient::Patient* patient_;
    std::map<std::string, std::map<encounter::Side, script::Value>, std::less<>> shown_;
};

}  // namespace palpera::reasoning
