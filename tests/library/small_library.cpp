#include "tests/library/small_library.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <fstream>

namespace palpera::library {
namespace {

namespace fs = std::filesystem;

constexpr const char* facts = R"(language: en
facts:
    first_step_pain: {yes: "The first steps hurt", no: "No start-up pain"}
    night_pain: {yes: "Pain at night", no: "No pain at night"}
    ulcer_history: {yes: "Earlier ulcer", no: "No ulcer"}
    takes_medicines: {yes: "Takes medicines", no: "No medicines"}
    takes_nsaid: {yes: "Takes an NSAID", no: "No NSAID"}
    heel_tender: {sided: yes, yes: "Tender heel", no: "No tender heel"}
    spur: {yes: "A spur", no: "No spur"}
    symptom_duration: {kind: span, grows: yes, label: "Duration"}
    pain_rating: {kind: number, unit: NRS, least: 0, most: 10, label: "Pain score"}
    shoe_kind: {kind: word, words: {worn: "Worn shoes", stable: "Stable shoes"}, normal: stable, label: "Shoes"}
)";

constexpr const char* questions = R"(language: en
topics:
    pain: {name: "The pain"}
questions:
    where: {topic: pain, ask: "Where does it hurt?", answers: {says: "Nowhere."}}
    mornings: {topic: pain, ask: "Do the first steps hurt?", answers: {says: "No.", reveals: [first_step_pain]}}
    nights: {topic: pain, ask: "Does it hurt at night?", answers: {says: "No.", reveals: [night_pain]}}
    duration: {topic: pain, ask: "How long?", answers: {says: "For {symptom_duration}.", reveals: [symptom_duration]}}
    rating: {topic: pain, ask: "How bad is it?", answers: {says: "{pain_now}.", reveals: [pain_rating]}}
    shoes:
        topic: pain
        ask: "What shoes do you wear?"
        minutes: 2
        answers:
            worn: {when: shoe_kind == worn, says: "Old ones.", reveals: [shoe_kind]}
            normal: {says: "Good ones.", reveals: [shoe_kind]}
)";

constexpr const char* examinations = R"(language: en
groups:
    feel: {name: "Feel"}
tools:
    inspect: {name: "Inspect", group: feel, minutes: 1, icon: eye, finds: "Nothing to see."}
    palpate: {name: "Palpate", group: feel, minutes: 1, icon: hand, finds: "Not tender."}
    gait: {name: "Gait", group: feel, minutes: 1, icon: walk, finds: "Even gait."}
    measure: {name: "Measure", group: feel, minutes: 2, icon: rule}
examinations:
    palpate plantar_fascia_insertion: {reveals: [heel_tender]}
    gait normal: {name: "Gait"}
    measure body_temperature: {name: "Temperature", unit: Cel, decimals: 1, normal: 36.8}
    measure weight: {name: "Weight", unit: kg, reveals: [weight]}
)";

constexpr const char* tests = R"(language: en
groups:
    blood: {name: "Blood", kind: laboratory}
    xray: {name: "X-ray", kind: imaging}
tests:
    haemoglobin:
        group: blood
        name: "Haemoglobin"
        unit: g/L
        ranges:
            women: {when: sex == female, from: 117, to: 153}
            men: {when: sex == male, from: 134, to: 170}
        normal: {women: 134, men: 148}
        cost: 30
        minutes: 2
        delay: 1 hours
    xray_heel:
        group: xray
        name: "X-ray of the heel"
        sided: yes
        finds: "No fracture."
        cost: 600
        minutes: 20
        delay: 1 days
        radiation: 1
        reveals: [spur]
)";

constexpr const char* drugs = R"(language: en
drugs:
    naproxen:
        name: "Naproxen"
        form: "tablet"
        dose: {unit: mg, choices: [250, 500], most: 500, most_a_day: 1000, usual_times: 2}
        cost: 60
        facts: [takes_nsaid]
        contraindicated:
            ulcer: {when: ulcer_history, severity: 3, why: "It may bleed.", claims: [HS-001]}
    ibuprofen:
        name: "Ibuprofen"
        form: "tablet"
        dose: {unit: mg, choices: [200, 400], most: 600, most_a_day: 2400, usual_times: 3}
        cost: 40
        facts: [takes_nsaid]
    paracetamol:
        name: "Paracetamol"
        form: "tablet"
        dose: {unit: mg, choices: [500, 1000], most: 1000, most_a_day: 4000, usual_times: 4}
        cost: 40
)";

constexpr const char* condition = R"(language: en
facts: {first_step_pain: yes, heel_tender: yes}
answers:
    where: {says: "Under the heel."}
    mornings:
        gone: {when: severity <= 20, says: "Not any more.", reveals: [first_step_pain]}
        typical: {says: "Yes!", reveals: [first_step_pain]}
findings:
    palpate plantar_fascia_insertion: {finds: "Distinct tenderness.", says: "Ouch!", pain: 7, reveals: [heel_tender]}
results:
    xray_heel:
        spur: {when: spur, finds: "A small spur.", reveals: [spur]}
course:
    weekly:
        healing: {change: -1}
        shoes: {when: done("advise good_shoes"), change: -4}
returns:
    better: {when: improvement >= 30, says: "It is getting better."}
    same: {says: "No change."}
events:
    limps: {when: elapsed >= 3 weeks and not done("advise good_shoes"), sets: {night_pain: yes}, says: "Now it wakes me.", tells: "The heel began to ache at night."}
outcome:
    healed: {when: severity <= 20, tells: "The heel is well."}
    unchanged: {tells: "The heel is much the same."}
sources: {claims: [HS-001]}
)";

constexpr const char* guideline = R"(language: en
title: "Sore heel"
source: "A source"
version: 1
concerns: [sore_heel]
steps:
    ask_mornings: {strength: should, domain: history, text: "Ask about the mornings", why: "They tell.", acts: [ask mornings], claims: [HS-001]}
    feel: {strength: must, domain: examination, text: "Feel the heel", why: "It is there.", acts: [palpate plantar_fascia_insertion], beyond: "A book"}
    no_film: {strength: avoid, severity: 1, domain: efficiency, text: "No film", why: "It tells nothing.", acts: [order xray_heel], claims: [HS-001]}
order:
    first_ask: {first: ask_mornings, then: feel, text: "Ask first", why: "It guides the hand.", claims: [HS-001]}
)";

constexpr const char* the_case = R"(language: en
version: 1
title: "Hard to get going"
setting: primary_care
area: foot
difficulty: 1
minutes: 20
horizon: 26 weeks
patient:
    name: "Ann Example"
    sex: female
    age: 50
    height: 160 cm
    weight: 80 kg
    occupation: "nurse"
    work: "I am on my feet."
    home: "I live alone."
complaint: "It hurts when I get up."
conditions:
    sore_heel: {side: right, severity: 60 %}
facts: {symptom_duration: 3 months}
guidelines: [sore_heel]
)";

std::map<std::string, std::string> small_files() {
    return {
        {"catalogue/facts/facts.yaml", facts},
        {"catalogue/questions.yaml", questions},
        {"catalogue/phrasings.sv.yaml", "language: sv\nphrasings: {where: [\"Var gör det ont?\"]}\n"},
        {"catalogue/phrasings.nb.yaml", "language: nb\nphrasings: {where: [\"Hvor gjør det vondt?\"]}\n"},
        {"catalogue/phrasings.en.yaml", "language: en\nphrasings: {where: [\"Show me the place\"]}\n"},
        {"catalogue/examinations.yaml", examinations},
        {"catalogue/tests.yaml", tests},
        {"catalogue/drugs.yaml", drugs},
        {"catalogue/treatments.yaml",
         "language: en\ngroups:\n    aids: {name: \"Aids\"}\ntreatments:\n"
         "    insole: {name: \"Insole\", group: aids, minutes: 5, cost: 200}\n"},
        {"catalogue/advice.yaml",
         "language: en\ngroups:\n    shoes: {name: \"Shoes\"}\nadvice:\n"
         "    good_shoes: {name: \"Good shoes\", group: shoes, minutes: 2}\n"},
        {"catalogue/services.yaml",
         "language: en\nservices:\n    physiotherapist: {name: \"Physiotherapist\", cost: 400, delay: 2 weeks, level: "
         "primary}\n"},
        {"catalogue/diagnoses.yaml",
         "language: en\ncategories:\n    heel: {name: \"Heel\"}\ndiagnoses:\n"
         "    sore_heel: {name: \"Sore heel\", category: heel}\n    broken_heel: {name: \"Broken heel\", category: "
         "heel}\n"},
        {"guidelines/claims.yaml",
         "language: en\nsources:\n    HS: {title: \"A source\"}\nclaims:\n    HS-001: {text: \"Heels hurt.\"}\n"},
        {"guidelines/blueprint.yaml",
         "language: en\ncomponents: {necessary_care: 40, order: 15, stewardship: 20, diagnosis: 25}\npass: 60\n"
         "cap_when_never: 49\nharm_per_severity: 5\n"
         "stewardship: {budget: 12, per_100_kr: 0.5, per_10_minutes: 0.5, radiation: 2, invasive: 4, question: 0.1, "
         "examination: 0.2, other_act: 1}\ncategory_credit: 50 %\n"},
        {"guidelines/sore_heel.yaml", guideline},
        {"conditions/sore_heel.yaml", condition},
        {"library/sore_morning/case.yaml", the_case},
    };
}

}  // namespace

SmallLibrary::SmallLibrary() : files_(small_files()) {
    static std::atomic<int> count{0};
    folder_ = fs::path(testing::TempDir()) /
              ("library_" + std::to_string(::getpid()) + "_" + std::to_string(count.fetch_add(1)));
}

SmallLibrary::~SmallLibrary() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

SmallLibrary& SmallLibrary::with(const std::string& file, const std::string& text) {
    files_[file] = text;
    return *this;
}

SmallLibrary& SmallLibrary::where(const std::string& file, const std::string& what, const std::string& by) {
    std::string& text = files_.at(file);
    const std::size_t at = text.find(what);
    if (at == std::string::npos) {
        ADD_FAILURE() << file << " does not hold " << what;
        return *this;
    }
    text.replace(at, what.size(), by);
    return *this;
}

SmallLibrary& SmallLibrary::more(const std::string& file, const std::string& text) {
    files_.at(file) += text;
    return *this;
}

Places SmallLibrary::places() const { return {folder_, fs::path(PALPERA_SOURCE_DIR) / "assets" / "anatomy"}; }

void SmallLibrary::write() const {
    for (const auto& [file, text] : files_) {
        fs::create_directories((folder_ / file).parent_path());
        std::ofstream(folder_ / file, std::ios::binary) << text;
    }
}

Library SmallLibrary::read() {
    write();
    diagnostics_ = {};
    return read_library(places(), diagnostics_);
}

std::vector<std::string> SmallLibrary::errors() const {
    std::vector<std::string> lines;
    for (const base::Diagnostic& one : diagnostics_.sorted()) {
        if (one.severity != base::Severity::error) continue;
        lines.push_back(fs::path(one.file).lexically_relative(folder_).string() + ":" + std::to_string(one.line) + ":" +
                        std::to_string(one.column) + " " + one.rule);
    }
    return lines;
}

}  // namespace palpera::library
