#include "engine/pathway/numbering.h"

namespace palpera::pathway {

void Numbering::add(std::vector<std::string>& names, Numbers& numbers, std::string name) {
    if (numbers.emplace(name, static_cast<Number>(names.size())).second) names.push_back(std::move(name));
}

Numbering::Numbering(const library::Catalogue& catalogue, const patient::Patient& patient) {
    for (const auto& [name, act] : patient.acts) add(acts_, act_numbers_, name);
    patient_acts_ = acts_.size();
    for (std::size_t i = 0; i < patient_acts_; ++i) {
        const std::string name = acts_[i];
        const std::size_t space = name.find(' ');
        if (space == std::string::npos) continue;
        const std::string verb = name.substr(0, space), subject = name.substr(space);
        if (verb == "order") {
            for (const char* also : {"read", "cancel"}) add(acts_, act_numbers_, also + subject);
        } else if (verb == "prescribe") {
            for (const char* also : {"change", "stop"}) add(acts_, act_numbers_, also + subject);
        }
    }
    for (std::size_t verb = 0; verb < library::verb_count; ++verb)
        add(acts_, act_numbers_, std::string(library::name(static_cast<library::Verb>(verb))));
    for (const auto& [name, fact] : patient.facts) add(facts_, fact_numbers_, name);
    for (const library::Diagnosis& one : catalogue.diagnoses) add(diagnoses_, diagnosis_numbers_, one.id);
}

}  // namespace palpera::pathway
