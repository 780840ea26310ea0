// How a compiled patient is written and read back. Only for files Palpera wrote itself: the checksum is looked at
// before cereal sees a byte.
#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>
#include <exception>
#include <sstream>

#include "engine/patient/patient.h"

namespace palpera::base {
template <class Archive>
void serialize(Archive& archive, Minutes& minutes) {
    archive(minutes.value);
}
template <class Archive>
void serialize(Archive& archive, LocalText& text) {
    archive(text.words);
}
}  // namespace palpera::base

namespace palpera::script {
template <class Archive>
void serialize(Archive& archive, FactType& type) {
    archive(type.kind, type.unit, type.words);
}
template <class Archive>
void serialize(Archive& archive, Condition::Node& node) {
    archive(node.operation, node.name, node.constant, node.left, node.right, node.from, node.to);
}
template <class Archive>
void serialize(Archive& archive, Condition& condition) {
    archive(condition.text, condition.nodes);
}
}  // namespace palpera::script

namespace palpera::library {
template <class Archive>
void serialize(Archive& archive, Response& r) {
    archive(r.id, r.when, r.says, r.finds, r.pain, r.value, r.reveals, r.claims, r.beyond);
}
template <class Archive>
void serialize(Archive& archive, Medicine& m) {
    archive(m.drug, m.dose, m.unit, m.times, m.as_needed);
}
template <class Archive>
void serialize(Archive& archive, WeeklyChange& w) {
    archive(w.id, w.when, w.change);
}
template <class Archive>
void serialize(Archive& archive, Return& r) {
    archive(r.id, r.when, r.says, r.reveals);
}
template <class Archive>
void serialize(Archive& archive, Event& e) {
    archive(e.id, e.when, e.sets, e.says, e.tells);
}
template <class Archive>
void serialize(Archive& archive, Ending& e) {
    archive(e.id, e.when, e.tells);
}
}  // namespace palpera::library

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

constexpr std::string_view magic = "palpera-patient-1\n";
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
