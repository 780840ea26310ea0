#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/digest.h"
#include "engine/base/result.h"
#include "engine/base/sealed.h"
#include "engine/library/library.h"
#include "engine/patient/layout.h"

namespace palpera::patient {

using base::LocalText;
using base::Minutes;
using library::Side;

// What a case writes, with its condition compiled over the slots of the patient.
template <class T>
struct Compiled : T {
    script::Program program;
};
using Responses = std::vector<Compiled<library::Response>>;

// What is true of the patient at arrival; on each side where the fact has sides.
struct PatientFact {
    script::FactType type;
    bool sided = false;
    bool grows = false;
    std::optional<script::Value> whole, right, left;
};

// What an act costs and gives.
struct PatientAct {
    int minutes = 0;
    int cost = 0;   // SEK
    Minutes delay;  // of an order: until the result is there
    bool sided = false;
    std::vector<std::string> facts;  // of a drug: true from the day it is taken
    Responses whole, right, left;    // without sides: whole
    const Responses& responses(Side side) const { return !sided ? whole : side == Side::left ? left : right; }
};

struct Course {
    int severity = 0;  // percent at arrival
    std::vector<Compiled<library::WeeklyChange>> weekly;
};

// One virtual patient: all that is true, can be found and can happen, in every language. Self-contained: no name of a
// condition, no guideline, no point. An encounter needs nothing else; an exam ships nothing else.
struct Patient {
    std::string case_id;
    int case_version = 0;
    std::uint64_t seed = 0;
    LocalText title, complaint, name, occupation, work, home;
    std::string setting, area;
    bool female = true;
    int age = 0;
    double height = 0, weight = 0;  // cm, kg
    Side side = Side::none;         // of the complaint
    Minutes horizon;
    std::vector<library::Medicine> medicines;
    std::map<std::string, LocalText> phrasings;  // by question: further ways to put it, separated by semicolons
    LocalText medicines_told;  // "Losartan 50 mg", one after the other: what {medicines} stands for
    std::map<std::string, PatientFact, std::less<>> facts;
    std::map<std::string, PatientAct, std::less<>> acts;  // by "VERB SUBJECT"
    std::vector<Course> courses;
    std::vector<Compiled<library::Return>> returns;
    std::vector<Compiled<library::Event>> events;
    std::vector<Compiled<library::Ending>> outcome;
    std::shared_ptr<const Layout> layout = std::make_shared<const Layout>();  // of the compiled conditions
};

// Composition as docs/case-format.md section 9: catalogue, then conditions in their order, then the case. Complains
// where two conditions set the same text without an override.
std::optional<Patient> compile(const library::Library& library, const library::CaseFile& file, std::uint64_t seed,
                               base::Diagnostics& diagnostics);
// What only shows when each variant is composed; ends with the first that cannot be.
void compose_every_variant(const library::Library& library, const library::CaseFile& file,
                           base::Diagnostics& diagnostics);

// The same on every machine for the same library, case and seed.
base::Digest digest(const Patient& patient);

// cereal's portable binary, sealed: only what was saved with the same key comes back.
std::string save(const Patient& patient, const base::Key& key);
base::Result<Patient> load(std::string_view bytes, const base::Key& key);

}  // namespace palpera::patient
