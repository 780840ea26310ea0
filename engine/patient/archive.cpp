// How a compiled patient is written and read back. Only what was sealed with the user's own key comes before cereal.
#include <exception>
#include <sstream>

#include "engine/base/sealed.h"
#include "engine/library/archive.h"
#include "engine/patient/patient.h"

namespace palpera::patient {
template <class Archive, class T>
void serialize(Archive& archive, Compiled<T>& one) {
    archive(static_cast<T&>(one));
}
template <class Archive>
void serialize(Archive& archive, PatientFact& f) {
    archive(f.type, f.sided, f.grows, f.whole, f.right, f.left);
}
template <class Archive>
void serialize(Archive& archive, PatientAct& a) {
    archive(a.minutes, a.cost, a.delay, a.sided, a.facts, a.whole, a.right, a.left);
}
template <class Archive>
void serialize(Archive& archive, Course& c) {
    archive(c.severity, c.weekly);
}
template <class Archive>
void serialize(Archive& archive, Patient& p) {
    archive(p.case_id, p.case_version, p.seed, p.title, p.complaint, p.name, p.occupation, p.work, p.home, p.setting,
            p.area, p.female, p.age, p.height, p.weight, p.side, p.horizon, p.medicines, p.medicines_told, p.phrasings,
            p.facts, p.acts, p.courses, p.returns, p.events, p.outcome);
}

namespace {

constexpr std::string_view kind = "palpera-patient-4\n";
constexpr std::size_t most_bytes = 32 * 1024 * 1024;

std::string body_of(const Patient& patient) {
    std::ostringstream stream;
    {
        cereal::PortableBinaryOutputArchive archive(stream,
                                                    cereal::PortableBinaryOutputArchive::Options::LittleEndian());
        archive(patient);
    }
    return std::move(stream).str();
}

}  // namespace

base::Digest digest(const Patient& patient) { return base::digest(body_of(patient)); }

std::string save(const Patient& patient, const base::Key& key) { return base::sealed(key, kind, body_of(patient)); }

base::Result<Patient> load(std::string_view bytes, const base::Key& key) {
    if (bytes.size() > most_bytes) return base::Error{"", "the compiled patient is over 32 MiB", ""};
    const std::optional<std::string_view> body = base::unsealed(key, kind, bytes);
    if (!body) return base::Error{"", "not a compiled patient of this version and this user, or damaged", ""};
    try {
        std::istringstream stream{std::string(*body)};
        cereal::PortableBinaryInputArchive archive(stream);
        Patient patient;
        archive(patient);
        compile_conditions(patient);
        return patient;
    } catch (const std::exception&) {
        return base::Error{"", "the compiled patient cannot be read", ""};
    }
}

}  // namespace palpera::patient
