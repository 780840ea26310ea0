#pragma once

// How the atlas is written with cereal, as archive.h says.

#include <cereal/types/array.hpp>
#include <cereal/types/base_class.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>

#include "engine/anatomy/atlas.h"
#include "engine/base/time.h"

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

namespace palpera::anatomy {
template <class Archive>
void serialize(Archive& archive, Point& point) {
    auto& [x, y] = point;
    archive(x, y);
}
template <class Archive>
void serialize(Archive& archive, RootShare& one) {
    auto& [root, share] = one;
    archive(root, share);
}
template <class Archive>
void serialize(Archive& archive, NerveShare& one) {
    auto& [nerve, share] = one;
    archive(nerve, share);
}
template <class Archive>
void serialize(Archive& archive, Branch& branch) {
    auto& [nerve, at, share] = branch;
    archive(nerve, at, share);
}
template <class Archive>
void serialize(Archive& archive, Nerve& nerve) {
    auto& [id, name, parents, roots, carries, children] = nerve;
    archive(id, name, parents, roots, carries, children);
}
template <class Archive>
void serialize(Archive& archive, LesionPoint& point) {
    auto& [nerve, at, vulnerability] = point;
    archive(nerve, at, vulnerability);
}
template <class Archive>
void serialize(Archive& archive, LesionSite& site) {
    auto& [id, name, structure, points, roots] = site;
    archive(id, name, structure, points, roots);
}
template <class Archive>
void serialize(Archive& archive, Criterion& criterion) {
    auto& [kind, target, from, sites, tension, parts] = criterion;
    archive(kind, target, from, sites, tension, parts);
}
template <class Archive>
void serialize(Archive& archive, Structure& structure) {
    auto& [id, name, also, sided, intimate, source] = structure;
    archive(id, name, also, sided, intimate, source);
}
template <class Archive>
void serialize(Archive& archive, Site& site) {
    archive(cereal::base_class<Structure>(&site), site.region, site.views);
}
template <class Archive>
void serialize(Archive& archive, Zone& zone) {
    archive(cereal::base_class<Structure>(&zone), zone.region, zone.views, zone.dermatomes, zone.nerves, zone.path,
            zone.key_level, zone.key_point);
}
template <class Archive>
void serialize(Archive& archive, Muscle& muscle) {
    archive(cereal::base_class<Structure>(&muscle), muscle.roots, muscle.innervation, muscle.path, muscle.by_function);
}
template <class Archive>
void serialize(Archive& archive, Reflex& reflex) {
    archive(cereal::base_class<Structure>(&reflex), reflex.kind, reflex.roots, reflex.arc, reflex.path);
}
template <class Archive>
void serialize(Archive& archive, AgeRange& range) {
    auto& [from, to, female, male, reference] = range;
    archive(from, to, female, male, reference);
}
template <class Archive>
void serialize(Archive& archive, Movement& movement) {
    auto& [id, name, also, from, to, reference, ages] = movement;
    archive(id, name, also, from, to, reference, ages);
}
template <class Archive>
void serialize(Archive& archive, Joint& joint) {
    archive(cereal::base_class<Structure>(&joint), joint.movements);
}
template <class Archive>
void serialize(Archive& archive, SpecialTest& test) {
    archive(cereal::base_class<Structure>(&test), test.region, test.how, test.positive, test.rule, test.pain,
            test.statistics);
}
template <class Archive>
void serialize(Archive& archive, Wording& wording) {
    auto& [id, finds, says] = wording;
    archive(id, finds, says);
}
template <class Archive>
void serialize(Archive& archive, Effect& effect) {
    auto& [at, most] = effect;
    archive(at, most);
}
template <class Archive>
void serialize(Archive& archive, MovementEffect& effect) {
    auto& [joint, movement, pain, lost] = effect;
    archive(joint, movement, pain, lost);
}
template <class Archive>
void serialize(Archive& archive, TestEffect& effect) {
    auto& [test, from, pain, sometimes] = effect;
    archive(test, from, pain, sometimes);
}
template <class Archive>
void serialize(Archive& archive, IndexRange& range) {
    auto& [least, most] = range;
    archive(least, most);
}
template <class Archive>
void serialize(Archive& archive, Tissue& tissue) {
    auto& [id, name, also, sided, source, tender, looks, loading, movements, pulses, tests, index] = tissue;
    archive(id, name, also, sided, source, tender, looks, loading, movements, pulses, tests, index);
}
template <class Archive>
void serialize(Archive& archive, TenderNerve& nerve) {
    auto& [lesion_site, tender] = nerve;
    archive(lesion_site, tender);
}
template <class Archive>
void serialize(Archive& archive, FigureView& view) {
    auto& [id, name, aspect, outline, lines] = view;
    archive(id, name, aspect, outline, lines);
}
template <class Archive>
void serialize(Archive& archive, Atlas& atlas) {
    auto& [regions, sites, joints, nerves, muscles, reflexes, arteries, zones, lesion_sites, tests, findings, tissues,
           tender_nerves, figure] = atlas;
    archive(regions, sites, joints, nerves, muscles, reflexes, arteries, zones, lesion_sites, tests, findings, tissues,
            tender_nerves, figure);
}
}  // namespace palpera::anatomy
