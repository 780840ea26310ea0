#include <algorithm>
#include <set>

#include "engine/base/text.h"
#include "engine/library/reading.h"

namespace palpera::library {
namespace {

using document::View;

void read_facts(const View& root, Catalogue& catalogue) {
    root.only({"language", "facts"});
    for (const auto& [id, view] : root.required("facts").entries()) {
        view.only({"kind", "sided", "grows", "yes", "no", "normal", "label", "unit", "least", "most", "words"});
        Fact fact;
        fact.id = id;
        if (view["kind"]) {
            fact.type.kind = static_cast<script::Kind>(view["kind"].one_of({"flag", "number", "span", "word"}));
        }
        if (view["sided"]) fact.sided = view["sided"].flag();
        if (view["grows"]) fact.grows = view["grows"].flag();
        if (view["unit"]) fact.type.unit = view["unit"].text();
        if (fact.type.kind == script::Kind::flag) {
            fact.yes = view.required("yes").words();
            fact.no = view.required("no").words();
            fact.normal = view["normal"] ? view["normal"].flag() : false;
        } else {
            fact.label = view.required("label").words();
        }
        if (fact.type.kind == script::Kind::word) view.required("words");
        for (const auto& [word, words] : view["words"].entries()) {
            fact.type.words.push_back(word);
            fact.words.push_back(words.words());
        }
        if (fact.type.kind == script::Kind::word && view["normal"]) fact.normal = view["normal"].id();
        if (fact.type.kind == script::Kind::number && view["normal"]) fact.normal = view["normal"].number(-1e9, 1e9);
        if (fact.type.kind == script::Kind::span && view["normal"]) fact.normal = view["normal"].span();
        if (catalogue.vocabulary.contains(id)) {
            view.complain("fact-twice", "the fact " + id + " is declared twice, or is one the engine keeps itself");
            continue;
        }
        catalogue.vocabulary[id] = fact.type;
        catalogue.facts.push_back(std::move(fact));
    }
}

// What the engine knows of every patient without being told (docs/case-format.md, section 2).
void add_engine_facts(script::Vocabulary& vocabulary) {
    using script::Kind;
    vocabulary["age"] = {Kind::number, "years", {}};
    vocabulary["sex"] = {Kind::word, "", {"female", "male"}};
    vocabulary["height"] = {Kind::number, "cm", {}};
    vocabulary["weight"] = {Kind::number, "kg", {}};
    vocabulary["bmi"] = {Kind::number, "kg/m2", {}};
    vocabulary["side"] = {Kind::word, "", {"right", "left", "both", "midline"}};
    vocabulary["elapsed"] = {Kind::span, "", {}};
    vocabulary["visit"] = {Kind::number, "", {}};
    vocabulary["severity"] = {Kind::number, "%", {}};
    vocabulary["improvement"] = {Kind::number, "%", {}};
    vocabulary["pain_now"] = {Kind::number, "NRS", {}};
}

std::vector<Group> read_groups(const View& view) {
    std::vector<Group> groups;
    for (const auto& [id, part] : view.entries()) {
        part.only({"name", "icon", "kind"});
        Group group;
        group.id = id;
        group.name = part.required("name").words();
        if (part["icon"]) group.icon = part["icon"].id();
        if (part["kind"]) group.kind = part["kind"].id();
        groups.push_back(std::move(group));
    }
    return groups;
}

void read_entry(const std::string& id, const View& view, const std::vector<Group>& groups, Entry& entry) {
    entry.id = id;
    if (view["name"]) entry.name = view["name"].words();
    if (view["also"]) entry.also = view["also"].words();
    if (view["group"]) {
        entry.group = view["group"].id();
        if (!find(groups, entry.group)) {
            view["group"].complain("unknown-group", "no group is called " + base::quoted(entry.group));
        }
    }
    if (view["minutes"]) entry.minutes = static_cast<int>(view["minutes"].whole(0, 600));
    if (view["cost"]) entry.cost = static_cast<int>(view["cost"].whole(0, 100'000));
    if (view["invasive"]) entry.invasive = static_cast<int>(view["invasive"].whole(0, 3));
    if (view["reference"]) entry.reference = view["reference"].text();
}

void read_questions(const View& root, const Reading& reading, Catalogue& catalogue) {
    root.only({"language", "topics", "questions"});
    catalogue.topics = read_groups(root.required("topics"));
    for (const auto& [id, view] : root.required("questions").entries()) {
        view.only({"topic", "ask", "also", "minutes", "answers"});
        Question question;
        read_entry(id, view, catalogue.topics, question);
        question.name = view.required("ask").words();
        question.group = view.required("topic").id();
        if (!find(catalogue.topics, question.group)) {
            view["topic"].complain("unknown-group", "no topic is called " + base::quoted(question.group));
        }
        if (!view["minutes"]) question.minutes = 1;
        question.answers = reading.responses(view.required("answers"), Verb::ask);
        catalogue.questions.push_back(std::move(question));
    }
}

// How else a question may be put. Not a translation: each language has its own file.
void read_phrasings(const View& root, base::Language language, Catalogue& catalogue) {
    root.only({"language", "phrasings"});
    for (const auto& [id, view] : root.required("phrasings").entries()) {
        const auto question = std::find_if(catalogue.questions.begin(), catalogue.questions.end(),
                                           [&name = id](const Question& q) { return q.id == name; });
        if (question == catalogue.questions.end()) {
            view.complain("unknown-question", "no question is called " + base::quoted(id));
            continue;
        }
        for (const View& item : view.items()) question->phrasings[language].push_back(item.text());
    }
}

void read_tools(const View& root, Catalogue& catalogue) {
    for (const auto& [id, view] : root.required("tools").entries()) {
        view.only({"name", "group", "minutes", "icon", "key", "finds"});
        const std::optional<Verb> verb = verb_of(id);
        if (!verb) {
            view.complain("unknown-tool", "a tool is a verb of the action language, such as palpate");
            continue;
        }
        Tool tool;
        tool.verb = *verb;
        tool.name = view.required("name").words();
        tool.group = view.required("group").id();
        tool.icon = view.required("icon").id();
        if (view["key"]) tool.key = view["key"].text();
        tool.minutes = static_cast<int>(view.required("minutes").whole(0, 60));
        if (view["finds"]) tool.finds = view["finds"].words();
        catalogue.tools.push_back(std::move(tool));
    }
}

void read_examinations(const View& root, const Reading& reading, Catalogue& catalogue) {
    root.only({"language", "groups", "tools", "examinations"});
    catalogue.examination_groups = read_groups(root.required("groups"));
    read_tools(root, catalogue);
    for (const auto& [id, view] : root.required("examinations").entries(true)) {
        view.only({"name", "also", "minutes", "cost", "reference", "sided", "unit", "decimals", "normal", "says",
                   "finds", "pain", "reveals", "variants", "claims", "beyond"});
        const base::Result<ActPattern> pattern = parse_pattern(id);
        if (!pattern || !is_examination(pattern->verb) || pattern->act() != id) {
            view.complain("unknown-act", "an examination is written as an act, such as 'palpate heel_centre'");
            continue;
        }
        Examination entry;
        read_entry(id, view, {}, entry);
        entry.verb = pattern->verb;
        entry.subject = pattern->subject;
        if (!view["minutes"]) {
            const Tool* tool = tool_of(catalogue, entry.verb);
            entry.minutes = tool ? tool->minutes : 1;
        }
        if (view["sided"]) entry.sided = view["sided"].flag();
        if (view["unit"]) entry.unit = view["unit"].text();
        if (view["decimals"]) entry.decimals = static_cast<int>(view["decimals"].whole(0, 3));
        if (view["variants"]) {
            entry.responses = reading.responses(view["variants"], entry.verb);
        } else {
            Response response;
            response.id = view.path();
            if (view["says"]) response.says = view["says"].words();
            if (view["finds"]) response.finds = view["finds"].words();
            if (view["pain"]) response.pain = static_cast<int>(view["pain"].whole(0, 10));
            if (view["normal"]) response.value = view["normal"].number(-1e6, 1e6);
            response.reveals = reading.fact_ids(view["reveals"]);
            reading.sources(view, response.claims, response.beyond);
            entry.responses.push_back(std::move(response));
        }
        catalogue.examinations.push_back(std::move(entry));
    }
    // Gaits and measurements are known only once all are read, so every act is checked at the end.
    for (const auto& [id, view] : root["examinations"].entries(true)) {
        const Examination* entry = find(catalogue.examinations, id);
        if (!entry) continue;
        const std::string trouble = trouble_with(catalogue, reading.atlas, entry->verb, entry->subject);
        if (!trouble.empty()) view.complain("unknown-act", trouble);
    }
}

void read_ranges(const View& view, const Reading& reading, Test& test) {
    for (const auto& [id, part] : view["ranges"].entries()) {
        part.only({"when", "from", "to"});
        Range range;
        range.id = id;
        range.when = reading.condition(part["when"]);
        range.from = part.required("from").number(-1e6, 1e9);
        range.to = part.required("to").number(-1e6, 1e9);
        if (range.from > range.to) part.complain("range", "from is above to");
        test.ranges.push_back(std::move(range));
    }
    const View normal = view["normal"];
    if (normal.is_map()) {
        for (const auto& [id, part] : normal.entries()) test.normal[id] = part.number(-1e6, 1e9);
    } else if (normal) {
        test.normal[Test::otherwise] = normal.number(-1e6, 1e9);
    }
    for (const auto& [code, part] : view["units"].entries()) {
        part.only({"unit", "factor", "decimals"});
        const std::optional<base::Language> language = base::language_of(code);
        if (!language) {
            part.complain("unknown-language", "a unit is given for sv, nb or en");
            continue;
        }
        LocalUnit unit{part.required("unit").text(), 1, 0};
        if (part["factor"]) unit.factor = part["factor"].number(0, 1e6);
        if (part["decimals"]) unit.decimals = static_cast<int>(part["decimals"].whole(0, 3));
        test.units[*language] = unit;
    }
}

void read_tests(const View& root, const Reading& reading, Catalogue& catalogue) {
    root.only({"language", "groups", "tests"});
    catalogue.test_groups = read_groups(root.required("groups"));
    for (const auto& [id, view] : root.required("tests").entries()) {
        view.only({"group", "name", "also", "sided", "unit", "units", "decimals", "ranges", "normal", "finds", "image",
                   "variants", "reveals", "cost", "minutes", "delay", "radiation", "invasive", "reference"});
        Test test;
        view.required("name");
        view.required("group");
        read_entry(id, view, catalogue.test_groups, test);
        if (view["sided"]) test.sided = view["sided"].flag();
        if (view["unit"]) test.unit = view["unit"].text();
        if (view["decimals"]) test.decimals = static_cast<int>(view["decimals"].whole(0, 3));
        test.delay = view.required("delay").span();
        if (view["radiation"]) test.radiation = static_cast<int>(view["radiation"].whole(0, 3));
        read_ranges(view, reading, test);
        if (view["variants"]) {
            test.responses = reading.responses(view["variants"], Verb::order);
        } else {
            Response response;
            response.id = view.path();
            if (view["finds"]) response.finds = view["finds"].words();
            response.images = reading.images(view["image"]);
            response.reveals = reading.fact_ids(view["reveals"]);
            test.responses.push_back(std::move(response));
        }
        catalogue.tests.push_back(std::move(test));
    }
}

void read_drugs(const View& root, const Reading& reading, Catalogue& catalogue) {
    root.only({"language", "drugs"});
    for (const auto& [id, view] : root.required("drugs").entries()) {
        view.only({"name", "also", "form", "atc", "dose", "cost", "facts", "contraindicated", "reference"});
        Drug drug;
        view.required("name");
        read_entry(id, view, {}, drug);
        drug.form = view.required("form").words();
        if (view["atc"]) drug.atc = view["atc"].text();
        const View dose = view.required("dose");
        dose.only({"unit", "choices", "most", "most_a_day", "usual_times"});
        drug.dose_unit = dose.required("unit").text();
        for (const View& item : dose.required("choices").items()) drug.choices.push_back(item.number(0, 1e6));
        drug.most = dose.required("most").number(0, 1e6);
        drug.most_a_day = dose.required("most_a_day").number(0, 1e6);
        if (dose["usual_times"]) drug.usual_times = static_cast<int>(dose["usual_times"].whole(1, 24));
        drug.facts = reading.fact_ids(view["facts"]);
        drug.contraindicated = reading.contraindications(view["contraindicated"]);
        catalogue.drugs.push_back(std::move(drug));
    }
}

void read_treatments(const View& root, const char* part, const Reading& reading, std::vector<Group>& groups,
                     std::vector<Treatment>& list) {
    groups = read_groups(root.required("groups"));
    for (const auto& [id, view] : root.required(part).entries()) {
        view.only({"name", "also", "group", "minutes", "cost", "invasive", "reference", "contraindicated"});
        Treatment treatment;
        view.required("name");
        view.required("group");
        read_entry(id, view, groups, treatment);
        treatment.contraindicated = reading.contraindications(view["contraindicated"]);
        list.push_back(std::move(treatment));
    }
}

void read_services(const View& root, Catalogue& catalogue) {
    root.only({"language", "services"});
    for (const auto& [id, view] : root.required("services").entries()) {
        view.only({"name", "also", "minutes", "cost", "delay", "level", "reference"});
        Service service;
        view.required("name");
        read_entry(id, view, {}, service);
        if (view["delay"]) service.delay = view["delay"].span();
        if (view["level"]) service.level = view["level"].id();
        catalogue.services.push_back(std::move(service));
    }
}

void read_diagnoses(const View& root, Catalogue& catalogue) {
    root.only({"language", "categories", "diagnoses"});
    catalogue.categories = read_groups(root.required("categories"));
    for (const auto& [id, view] : root.required("diagnoses").entries()) {
        view.only({"name", "also", "icd10", "category"});
        Diagnosis diagnosis;
        view.required("name");
        read_entry(id, view, {}, diagnosis);
        diagnosis.group = view.required("category").id();
        if (!find(catalogue.categories, diagnosis.group)) {
            view["category"].complain("unknown-group", "no category is called " + base::quoted(diagnosis.group));
        }
        for (const View& item : view["icd10"].items()) diagnosis.icd10.push_back(item.text());
        catalogue.diagnoses.push_back(std::move(diagnosis));
    }
}

std::vector<std::string> fact_files(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        const std::string name = entry.path().filename().string();
        if (std::count(name.begin(), name.end(), '.') == 1 && name.ends_with(".yaml")) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

void read_drawings(const std::filesystem::path& folder, Catalogue& catalogue, base::Diagnostics& diagnostics) {
    with_source(folder / "drawings.yaml", document::catalogue_limits, diagnostics, [&](const View& root) {
        root.only({"language", "drawings"});
        for (const auto& [id, view] : root.required("drawings").entries()) {
            view.only({"name", "view"});
            const std::filesystem::path file = folder / (id + ".png");
            std::error_code failed;
            if (!std::filesystem::is_regular_file(file, failed)) {
                view.complain("missing-asset", "there is no file " + file.string());
            }
            catalogue.drawings.push_back({id, view.required("name").words(), view.required("view").words()});
        }
    });
}

void read_catalogue(const std::filesystem::path& folder, Library& library, base::Diagnostics& diagnostics) {
    Catalogue& catalogue = library.catalogue;
    const Reading reading{library.atlas, catalogue, library.claims};
    const auto with = [&](const std::string& file, const auto& read) {
        with_source(folder / file, document::catalogue_limits, diagnostics, read);
    };
    add_engine_facts(catalogue.vocabulary);
    for (const std::string& name : fact_files(folder / "facts")) {
        with("facts/" + name, [&](const View& root) { read_facts(root, catalogue); });
    }
    // In the order in which they speak of each other: conditions may name any act, so what can be done comes first.
    with("diagnoses.yaml", [&](const View& root) { read_diagnoses(root, catalogue); });
    with("services.yaml", [&](const View& root) { read_services(root, catalogue); });
    with("advice.yaml", [&](const View& root) {
        read_treatments(root, "advice", reading, catalogue.advice_groups, catalogue.advice);
    });
    with("treatments.yaml", [&](const View& root) {
        read_treatments(root, "treatments", reading, catalogue.treatment_groups, catalogue.treatments);
    });
    with("drugs.yaml", [&](const View& root) { read_drugs(root, reading, catalogue); });
    with("tests.yaml", [&](const View& root) { read_tests(root, reading, catalogue); });
    with("examinations.yaml", [&](const View& root) { read_examinations(root, reading, catalogue); });
    with("questions.yaml", [&](const View& root) { read_questions(root, reading, catalogue); });
    for (base::Language language : base::every_language) {
        with("phrasings." + std::string(base::code(language)) + ".yaml",
             [&](const View& root) { read_phrasings(root, language, catalogue); });
    }
}

}  // namespace palpera::library
