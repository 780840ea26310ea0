#include "engine/student/bodies.h"

#include "engine/base/digest.h"

namespace palpera::student {

Bodies::Bodies(std::filesystem::path assets, std::filesystem::path cache)
    : assets_(std::move(assets)), cache_(std::move(cache)) {}

body::Maker::Bodies Bodies::of(const patient::Patient& patient) {
    if (assets_.empty()) return {};
    if (!table_) {
        base::Diagnostics diagnostics;
        auto table = std::make_shared<body::Table>(body::read_table(assets_, diagnostics));
        zones_ = std::make_shared<body::ZoneMap>(body::read_zone_map(assets_ / "zones.yaml", diagnostics));
        places_ = body::read_places(assets_ / "places.yaml", *table, diagnostics);
        signs_ = body::read_signs(assets_ / "signs.yaml", places_, diagnostics);
        // Without its table there is no body, and the flat figure serves.
        if (diagnostics.errors() > 0) assets_.clear();
        table_ = std::move(table);
        maker_ = std::make_unique<body::Maker>(table_, cache_, nullptr);
        if (assets_.empty()) return {};
    }
    return maker_->bodies(physique_of(patient));
}

body::Physique physique_of(const patient::Patient& patient) {
    body::Physique physique;
    physique.female = patient.female;
    physique.age = patient.age > 0 ? patient.age : 40;
    if (patient.height > 0) physique.height = static_cast<float>(patient.height);
    physique.weight =
        patient.weight > 0 ? static_cast<float>(patient.weight) : 23 * physique.height * physique.height / 10'000;
    return physique;
}

float tone_of(const patient::Patient& patient) {
    const base::Digest digest = base::digest(patient.case_id);
    return 0.08f + 0.5f * static_cast<float>(digest.bytes[0]) / 255;
}

}  // namespace palpera::student
