// By which words the things of the catalogue and of the atlas are found.
#include "engine/base/text.h"
#include "engine/library/catalogue.h"
#include "engine/library/search.h"

namespace palpera::library {
namespace {

using Field = Search::Field;

void add_called(std::size_t at, const std::string& id, const LocalText& name, const LocalText& also, Search& search) {
    search.add(at, name, Field::name);
    search.add(at, also, Field::also);
    search.add_code(at, id);
}

void add_group(std::size_t at, const std::vector<Group>& groups, const std::string& id, Search& search) {
    if (const Group* group = find(groups, id)) search.add(at, group->name, Field::group);
}

template <class List>
Search grouped(const List& list, const std::vector<Group>& groups) {
    Search search;
    for (std::size_t i = 0; i < list.size(); ++i) {
        add_called(i, list[i].id, list[i].name, list[i].also, search);
        add_group(i, groups, list[i].group, search);
    }
    return search;
}

Search drugs_of(const Catalogue& catalogue) {
    Search search;
    for (std::size_t i = 0; i < catalogue.drugs.size(); ++i) {
        const Drug& drug = catalogue.drugs[i];
        add_called(i, drug.id, drug.name, drug.also, search);
        if (!drug.atc.empty()) search.add_code(i, drug.atc);
    }
    return search;
}

Search diagnoses_of(const Catalogue& catalogue) {
    Search search;
    for (std::size_t i = 0; i < catalogue.diagnoses.size(); ++i) {
        const Diagnosis& diagnosis = catalogue.diagnoses[i];
        add_called(i, diagnosis.id, diagnosis.name, diagnosis.also, search);
        for (const std::string& code : diagnosis.icd10) search.add_code(i, code);
        add_group(i, catalogue.categories, diagnosis.group, search);
    }
    return search;
}

// What the catalogue calls an act upon one of them counts as another name of it: "foot pulse".
void add_other_names(std::size_t at, const std::string& id, const Catalogue& catalogue, Search& search) {
    for (const Examination& examination : catalogue.examinations) {
        if (examination.subject == id) search.add(at, examination.also, Field::also);
    }
}

LocalText region_of(const anatomy::Atlas& atlas, const std::string& id) {
    for (const auto& [known, name] : atlas.regions) {
        if (known == id) return name;
    }
    return {};
}

template <class Places>
Search places_of(const Places& places, const anatomy::Atlas& atlas, const Catalogue& catalogue) {
    Search search;
    for (std::size_t i = 0; i < places.size(); ++i) {
        add_called(i, places[i].id, places[i].name, places[i].also, search);
        add_other_names(i, places[i].id, catalogue, search);
        search.add(i, region_of(atlas, places[i].region), Field::group);
    }
    return search;
}

template <class Structures>
Search structures_of(const Structures& structures, const Catalogue& catalogue) {
    Search search;
    for (std::size_t i = 0; i < structures.size(); ++i) {
        add_called(i, structures[i].id, structures[i].name, structures[i].also, search);
        add_other_names(i, structures[i].id, catalogue, search);
    }
    return search;
}

Search movements_of(const anatomy::Atlas& atlas) {
    Search search;
    std::size_t at = 0;
    for (const anatomy::Joint& joint : atlas.joints) {
        for (const anatomy::Movement& movement : joint.movements) {
            add_called(at, joint.id + " " + movement.id, movement.name, movement.also, search);
            search.add(at, joint.name, Field::group);
            search.add(at, joint.also, Field::group);
            ++at;
        }
    }
    return search;
}

Search acts_of(const Catalogue& catalogue, Verb verb) {
    Search search;
    std::size_t at = 0;
    for (const Examination& entry : catalogue.examinations) {
        if (entry.verb == verb) add_called(at++, entry.subject, entry.name, entry.also, search);
    }
    return search;
}

}  // namespace

const Index& IndexOnDemand::of(const Catalogue& catalogue, const anatomy::Atlas& atlas) const {
    std::call_once(made_->once, [&] { made_->index = make_index(catalogue, atlas); });
    return made_->index;
}

Index make_index(const Catalogue& catalogue, const anatomy::Atlas& atlas) {
    Index index;
    index.tests = grouped(catalogue.tests, catalogue.test_groups);
    index.drugs = drugs_of(catalogue);
    index.treatments = grouped(catalogue.treatments, catalogue.treatment_groups);
    index.advice = grouped(catalogue.advice, catalogue.advice_groups);
    index.services = grouped(catalogue.services, {});
    index.diagnoses = diagnoses_of(catalogue);
    index.sites = places_of(atlas.sites, atlas, catalogue);
    index.zones = places_of(atlas.zones, atlas, catalogue);
    index.movements = movements_of(atlas);
    index.muscles = structures_of(atlas.muscles, catalogue);
    index.reflexes = structures_of(atlas.reflexes, catalogue);
    index.arteries = structures_of(atlas.arteries, catalogue);
    index.special_tests = places_of(atlas.special_tests, atlas, catalogue);
    index.gaits = acts_of(catalogue, Verb::gait);
    index.measurements = acts_of(catalogue, Verb::measure);
    return index;
}

}  // namespace palpera::library
