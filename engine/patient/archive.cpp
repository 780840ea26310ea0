// How a compiled patient is written and read back. Only for files Palpera wrote itself: the checksum is looked at
// before cereal sees a byte.
#include <exception>
#include <sstream>

#include "engine/library/archive.h"
#include "engine/patient/patient.h"

namespace palpera::patient {
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
            p.area, p.female, p.age, p.height, p.weight, p.side, p.horizon, p.medicines, p.medicines_told, p.facts,
            p.acts, p.courses, p.returns, p.events, p.outcome);
}

namespace {

constexpr std::string_view magic = "palpera-patient-2\n";
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

std::string save(const Patient& patient) {
    base::CanonicalWriter writer;
    const std::string body = body_of(patient);
    writer.number(base::checksum(body)).text(body);
    return std::string(magic) + writer.bytes();
}

base::Result<Patient> load(std::string_view bytes) {
    if (!bytes.starts_with(magic)) return base::Error{"", "not a compiled patient of this version", ""};
    base::CanonicalReader reader(bytes.substr(magic.size()));
    const std::uint64_t checksum = reader.number();
    const std::string body = reader.text(most_bytes);
    if (!reader.ok() || !reader.at_end() || base::checksum(body) != checksum) {
        return base::Error{"", "the compiled patient is damaged or cut", ""};
    }
    try {
        std::istringstream stream(body);
        cereal::PortableBinaryInputArchive archive(stream);
        Patient patient;
        archive(patient);
        return patient;
    } catch (const std::exception&) {
        return base::Error{"", "the compiled patient cannot be read", ""};
    }
}

}  // namespace palpera::patient
