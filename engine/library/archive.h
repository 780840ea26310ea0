#pragma once

// How the values of this room are written with cereal: for the compiled library and for a compiled patient, both
// Palpera's own files, sealed with a key of the user's (engine/base/sealed.h). A structured binding names every member,
// so that a new one cannot be forgotten: it does not compile. Include it in sources only; cereal stays out of the
// headers of rooms.

#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/base_class.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>

#include "engine/library/archive_anatomy.h"
#include "engine/library/library.h"

namespace palpera::script {
template <class Archive>
void serialize(Archive& archive, FactType& type) {
    auto& [kind, unit, words] = type;
    archive(kind, unit, words);
}
template <class Archive>
void serialize(Archive& archive, Condition::Node& node) {
    auto& [operation, name, constant, left, right, from, to] = node;
    archive(operation, name, constant, left, right, from, to);
}
template <class Archive>
void serialize(Archive& archive, Condition& condition) {
    auto& [text, nodes] = condition;
    archive(text, nodes);
}
}  // namespace palpera::script

namespace palpera::library {
template <class Archive>
void serialize(Archive& archive, Response& response) {
    auto& [id, when, says, finds, pain, value, images, reveals, claims, beyond] = response;
    archive(id, when, says, finds, pain, value, images, reveals, claims, beyond);
}
template <class Archive>
void serialize(Archive& archive, Medicine& medicine) {
    auto& [drug, dose, unit, times, as_needed] = medicine;
    archive(drug, dose, unit, times, as_needed);
}
template <class Archive>
void serialize(Archive& archive, WeeklyChange& weekly) {
    auto& [id, when, change] = weekly;
    archive(id, when, change);
}
template <class Archive>
void serialize(Archive& archive, Return& back) {
    auto& [id, when, says, reveals] = back;
    archive(id, when, says, reveals);
}
template <class Archive>
void serialize(Archive& archive, Event& event) {
    auto& [id, when, sets, says, tells] = event;
    archive(id, when, sets, says, tells);
}
template <class Archive>
void serialize(Archive& archive, Ending& ending) {
    auto& [id, when, tells] = ending;
    archive(id, when, tells);
}
}  // namespace palpera::library
