#include "engine/student/bodies.h"

#include <algorithm>
#include <array>

#include "engine/patient/moment.h"

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
    // Places on the ramp of the painter's skins that look as Fitzpatrick describes the types 1 to 6.
    constexpr std::array tones{0.04f, 0.14f, 0.28f, 0.46f, 0.68f, 0.92f};
    const auto value = patient::Moment(patient, patient::Progress(patient)).value("skin_type");
    const double* number = value ? std::get_if<double>(&*value) : nullptr;
    const int type = number ? static_cast<int>(*number) : 2;
    return tones[static_cast<std::size_t>(std::clamp(type, 1, 6) - 1)];
}

}  // namespace palpera::student
