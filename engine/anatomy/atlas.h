#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/anatomy/criterion.h"
#include "engine/anatomy/nerve.h"
#include "engine/anatomy/tissue.h"
#include "engine/base/diagnostic.h"
#include "engine/base/language.h"

namespace palpera::anatomy {

// A point of a flat figure: 0..1 to the right and down in the frame of its view.
struct Point {
    double x = 0, y = 0;
};

// What can be examined, by its id. `sided`: there is one on the right and one on the left.
struct Structure {
    std::string id;
    base::LocalText name;
    base::LocalText also;  // other words for it, separated by semicolons
    bool sided = true;
    bool intimate = false;  // examined by name and with consent, never drawn
    std::string source;
};

struct Site : Structure {
    std::string region;
    std::map<std::string, Point> views;  // where it lies on the flat figure of the right side, by view
};

// An area of the skin in which sensation is tested. Both kinds of share sum to 1.
struct Zone : Structure {
    std::string region;
    std::map<std::string, Point> views;  // as a site's
    RootShares dermatomes;
    std::vector<NerveShare> nerves;
    double path = 0;            // cm: orders zones by their distance along the nerve; no measurement
    std::string key_level;      // "L5": the ISNCSCI key point that lies in it; empty where there is none
    base::LocalText key_point;  // where that is
};

struct Muscle : Structure {
    RootShares roots;                 // shares sum to 1
    std::vector<Branch> innervation;  // likewise
    double path = 0;                  // as a zone's
    bool by_function = false;         // absent, reduced or normal; otherwise by MRC
};

struct Reflex : Structure {
    enum class Kind { stretch, superficial, pathological };
    Kind kind = Kind::stretch;
    RootShares roots;         // shares sum to 1
    std::vector<Branch> arc;  // likewise
    double path = 0;          // cm: ranks how early polyneuropathy takes it
};

// How far a movement goes on average at ages that an adult's range does not fit, in years, both ends included.
struct AgeRange {
    int from = 0, to = 0;
    double female = 0, male = 0;  // degrees
    std::string reference;
};

struct Movement {
    std::string id;
    base::LocalText name;
    base::LocalText also;
    double normal_from = 0, normal_to = 0;  // degrees, of an adult
    std::string reference;
    std::vector<AgeRange> ages{};  // where a study measured another age
};

// How far it goes in a healthy person of that age (years) and sex, in degrees; where no study says so, as in an adult.
double usual_end(const Movement& movement, bool female, int age);

struct Joint : Structure {
    std::vector<Movement> movements;
};

struct SpecialTest : Structure {
    std::string region;
    base::LocalText how;
    base::LocalText positive;  // what is found where it is positive; empty where that does not follow from a lesion
    std::optional<Criterion> rule;  // from which lesion it follows
    double pain = 0;                // 0..10, where it is positive of the severest lesion
    std::string statistics;         // sensitivity, specificity and where they are published; empty where there are none
};

// How something that follows from a lesion is told.
struct Wording {
    std::string id;
    base::LocalText finds;  // what the examiner sees or feels
    base::LocalText says;   // the patient's words
};

// One view of the flat figure: an outline and inner lines, drawn for the right side.
struct FigureView {
    std::string id;
    base::LocalText name;
    double aspect = 1;  // width divided by height
    std::vector<Point> outline;
    std::vector<std::vector<Point>> lines;
};

// The body as far as it is described. Checked at load: references are closed, shares sum to 1, no nerve is its own
// ancestor; an index is one into the list of that name.
struct Atlas {
    std::vector<std::pair<std::string, base::LocalText>> regions;
    std::vector<Site> sites;
    std::vector<Joint> joints;
    std::vector<Nerve> nerves;
    std::vector<Muscle> muscles;
    std::vector<Reflex> reflexes;
    std::vector<Structure> arteries;
    std::vector<Zone> zones;
    std::vector<LesionSite> lesion_sites;
    std::vector<SpecialTest> special_tests;
    std::vector<Wording> findings;
    std::vector<Tissue> tissues;
    std::vector<TenderNerve> tender_nerves;
    std::vector<FigureView> figure;
};

// Reads assets/anatomy.
Atlas read_atlas(const std::filesystem::path& folder, base::Diagnostics& diagnostics);

// The structure of that id in one of the atlas's lists, or nothing.
template <class List>
const typename List::value_type* find(const List& list, std::string_view id) {
    for (const auto& item : list) {
        if (item.id == id) return &item;
    }
    return nullptr;
}

}  // namespace palpera::anatomy
