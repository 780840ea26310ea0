#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/library/library.h"
#include "engine/patient/patient.h"

namespace palpera::pathway {

using Number = std::uint32_t;
inline constexpr Number no_number = ~Number{0};

// The numbers by which the acts, facts and diagnoses of one patient are known in courses and rubrics. The same for the
// same patient and catalogue.
class Numbering {
public:
    Numbering(const library::Catalogue& catalogue, const patient::Patient& patient);

    // no_number: a name that is none of them.
    Number act(std::string_view name) const { return find(act_numbers_, name); }  // "VERB SUBJECT"
    Number fact(std::string_view name) const { return find(fact_numbers_, name); }
    Number diagnosis(std::string_view id) const { return find(diagnosis_numbers_, id); }

    // The acts of the patient come first, then those that need no entry: reading, cancelling, waiting ...
    const std::vector<std::string>& acts() const { return acts_; }
    const std::vector<std::string>& facts() const { return facts_; }
    const std::vector<std::string>& diagnoses() const { return diagnoses_; }
    std::size_t patient_acts() const { return patient_acts_; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Numbers = std::unordered_map<std::string, Number, Hash, std::equal_to<>>;

    static Number find(const Numbers& numbers, std::string_view name) {
        const auto found = numbers.find(name);
        return found == numbers.end() ? no_number : found->second;
    }
    static void add(std::vector<std::string>& names, Numbers& numbers, std::string name);

    std::vector<std::string> acts_, facts_, diagnoses_;
    Numbers act_numbers_, fact_numbers_, diagnosis_numbers_;
    std::size_t patient_acts_ = 0;
};

}  // namespace palpera::pathway
