#include <algorithm>

#include "engine/base/text.h"
#include "engine/library/forms.h"
#include "engine/library/found_sign.h"
#include "engine/library/reading.h"

namespace palpera::library {
namespace {

using document::View;

// Which parts a fact needs depends on its kind.
void expect_parts(const View& view, std::initializer_list<const char*> keys) {
    for (const std::string key : keys) {
        if (!view.has(key)) view.complain("missing", "required part `" + key + "` is missing", "add `" + key + "`");
    }
}

std::optional<script::Value> read_normal(const View& view, const Fact& fact) {
    const document::Form form = value_form(fact);
    const View normal = view["normal"].by(form);
    switch (fact.type.kind) {
        case script::Kind::flag: return script::Value(normal.flag());
        case script::Kind::number: return normal ? std::optional<script::Value>(normal.number()) : std::nullopt;
        case script::Kind::span: return normal ? std::optional<script::Value>(normal.span()) : std::nullopt;
        case script::Kind::word: break;
    }
    return normal ? std::optional<script::Value>(normal.text()) : std::nullopt;
}

// By what signs of the patient's lesions a fact is true.
std::vector<FoundSign> read_signs(const View& view, const Fact& fact, const anatomy::Atlas& atlas) {
    std::vector<FoundSign> signs;
    if (view && fact.type.kind != script::Kind::flag) view.complain("derived", "only a flag can be derived");
    for (const View& item : view.items()) {
        std::optional<FoundSign> sign = found_sign(item.text());
        if (!sign) {
            item.complain("sign", "expected " + sign_words() + " and an id, found " + item.text(),
                          "such as `weak gastrocnemius`");
        } else if (!is_known(*sign, atlas)) {
            item.complain("unknown-sign", "the atlas has no " + sign->subject + " to be " +
                                              item.text().substr(0, item.text().find(' ')));
        } else {
            signs.push_back(std::move(*sign));
        }
    }
    return signs;
}

Fact read_fact(const std::string& id, const View& view, const anatomy::Atlas& atlas) {
    Fact fact;
    fact.id = id;
    fact.type.kind = static_cast<script::Kind>(view["kind"].one_of());
    fact.type.unit = view["unit"].text();
    fact.sided = view["sided"].flag();
    fact.grows = view["grows"].flag();
    fact.least = view["least"].number(fact.least);
    fact.most = view["most"].number(fact.most);
    if (fact.least > fact.most) view["least"].complain("range", "least is above most");
    if (fact.type.kind == script::Kind::flag) {
        expect_parts(view, {"yes", "no"});
    } else {
        expect_parts(view, {"label"});
    }
    if (fact.type.kind == script::Kind::word) expect_parts(view, {"words"});
    fact.yes = view["yes"].words();
    fact.no = view["no"].words();
    fact.label = view["label"].words();
    for (const auto& [word, words] : view["words"].entries()) {
        fact.type.words.push_back(word);
        fact.words.push_back(words.words());
    }
    fact.normal = read_normal(view, fact);
    fact.derived = read_signs(view["derived"], fact, atlas);
    return fact;
}

void read_facts(const View& root, const anatomy::Atlas& atlas, Catalogue& catalogue) {
    for (const auto& [id, view] : root["facts"].entries()) {
        const Fact fact = read_fact(id, view, atlas);
        if (catalogue.vocabulary.contains(id)) {
            view.complain("fact-twice", "the fact " + id + " is declared twice, or is one the engine keeps itself");
            continue;
        }
        catalogue.vocabulary[id] = fact.type;
        catalogue.facts.push_back(fact);
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
        groups.push_back({id, part["name"].words(), part["kind"].text(), part["icon"].text()});
    }
    return groups;
}

std::string read_group(const View& view, const std::vector<Group>& groups) {
    expect_known(view, "group", view.text(), ids_of(groups));
    return view.text();
}

void read_names(const std::string& id, const View& view, Entry& entry) {
    entry.id = id;
    entry.name = view["name"].words();
    entry.also = view["also"].words();
}

// Minutes, cost and where the figures come from.
void read_figures(const View& view, Entry& entry, int usual_minutes = 0) {
    entry.minutes = view["minutes"].whole(usual_minutes);
    entry.cost = view["cost"].whole();
    entry.reference = view["reference"].text();
}

void read_questions(const View& root, const Reading& reading, Catalogue& catalogue) {
    catalogue.topics = read_groups(root["topics"]);
    for (const auto& [id, view] : root["questions"].entries()) {
        Question question;
        question.id = id;
        question.name = view["ask"].words();
        question.also = view["also"].words();
        question.group = read_group(view["topic"], catalogue.topics);
        question.minutes = view["minutes"].whole(1);
        question.answers = reading.responses(view["answers"], Verb::ask);
        catalogue.questions.push_back(std::move(question));
    }
}

// A reply may ask whether it is said again, so all are known before the replies are read.
void read_courtesies(const View& root, const Reading& reading, Catalogue& catalogue) {
    const auto entries = root["courtesies"].entries();
    for (const auto& [id, view] : entries) {
        Courtesy courtesy;
        courtesy.id = id;
        courtesy.name = view["name"].words();
        catalogue.courtesies.push_back(std::move(courtesy));
    }
    std::size_t number = 0;
    for (const auto& entry : entries)
        catalogue.courtesies[number++].answers = reading.responses(entry.second["answers"], Verb::say);
    catalogue.order_words = root["order_words"].words();
}

void read_follow_ups(const View& root, Catalogue& catalogue) {
    for (const auto& [id, view] : root["follow_ups"].entries()) {
        FollowUp follow_up{id, view["words"].words(), view["asks"].text(), {}};
        for (const View& item : view["after"].items()) {
            const std::string after = item.text();
            if (find(catalogue.topics, after) || find(catalogue.questions, after)) {
                follow_up.after.push_back(after);
            } else {
                item.complain("unknown-question", "there is no topic and no question " + base::quoted(after));
            }
        }
        if (find(catalogue.questions, follow_up.asks)) {
            catalogue.follow_ups.push_back(std::move(follow_up));
        } else {
            view["asks"].complain("unknown-question", "there is no question " + base::quoted(follow_up.asks));
        }
    }
}

void read_tools(const View& root, Catalogue& catalogue) {
    for (const auto& [id, view] : root["tools"].entries()) {
        const std::optional<Verb> verb = verb_of(id);
        if (!verb) {
            view.complain("unknown-tool", "a tool is a verb of the action language, such as palpate");
            continue;
        }
        catalogue.tools.push_back({*verb, view["name"].words(), read_group(view["group"], catalogue.examination_groups),
                                   view["icon"].text(), view["key"].text(), view["minutes"].whole(),
                                   view["finds"].words()});
    }
}

// What every patient gives of whom nothing else is said.
Response read_plain_response(const View& view) {
    Response response;
    response.id = view.path();
    response.finds = view["finds"].words();
    response.reveals = view["reveals"].texts();
    return response;
}

Response read_examination_response(const View& view) {
    Response response = read_plain_response(view);
    response.says = view["says"].words();
    if (view["pain"]) response.pain = view["pain"].whole();
    if (view["normal"]) response.value = view["normal"].number();
    response.claims = view["claims"].texts();
    response.beyond = view["beyond"].text();
    return response;
}

void read_examinations(const View& root, const Reading& reading, Catalogue& catalogue) {
    catalogue.examination_groups = read_groups(root["groups"]);
    read_tools(root, catalogue);
    const auto entries = root["examinations"].entries();
    for (const auto& [id, view] : entries) {
        const base::Result<ActPattern> pattern = parse_pattern(id);
        if (!pattern || !is_examination(pattern->verb) || pattern->act() != id) {
            view.complain("unknown-act", "an examination is written as an act, such as 'palpate heel_centre'");
            continue;
        }
        Examination entry;
        entry.verb = pattern->verb;
        entry.subject = pattern->subject;
        read_names(id, view, entry);
        const Tool* tool = tool_of(catalogue, entry.verb);
        read_figures(view, entry, tool ? tool->minutes : 1);
        entry.sided = view["sided"].flag();
        entry.unit = view["unit"].text();
        entry.decimals = view["decimals"].whole();
        entry.responses = view["variants"] ? reading.responses(view["variants"], entry.verb)
                                           : Responses{read_examination_response(view)};
        catalogue.examinations.push_back(std::move(entry));
    }
    // Gaits and measurements are known only once all are read, so every act is checked at the end.
    for (const auto& [id, view] : entries) {
        const Examination* entry = find(catalogue.examinations, id);
        if (!entry) continue;
        const std::string trouble = trouble_with(catalogue, reading.atlas, entry->verb, entry->subject);
        if (!trouble.empty()) view.complain("unknown-act", trouble);
    }
}

void read_ranges(const View& view, const Reading& reading, Test& test) {
    for (const auto& [id, part] : view["ranges"].entries()) {
        test.ranges.push_back({id, reading.condition(part["when"]), part["from"].number(), part["to"].number()});
        if (test.ranges.back().from > test.ranges.back().to) part.complain("range", "from is above to");
    }
    const View normal = view["normal"];
    for (const auto& [id, part] : normal.entries()) test.normal[id] = part.number();
    if (normal.is_text()) test.normal[Test::otherwise] = normal.number();
    for (base::Language language : base::every_language) {
        const View unit = view["units"][base::code(language)];
        if (unit) test.units[language] = {unit["unit"].text(), unit["factor"].number(1), unit["decimals"].whole()};
    }
}

void read_tests(const View& root, const Reading& reading, Catalogue& catalogue) {
    catalogue.test_groups = read_groups(root["groups"]);
    for (const auto& [id, view] : root["tests"].entries()) {
        Test test;
        read_names(id, view, test);
        read_figures(view, test);
        test.group = read_group(view["group"], catalogue.test_groups);
        test.invasive = view["invasive"].whole();
        test.sided = view["sided"].flag();
        test.unit = view["unit"].text();
        test.decimals = view["decimals"].whole();
        test.delay = view["delay"].span();
        test.radiation = view["radiation"].whole();
        read_ranges(view, reading, test);
        test.responses =
            view["variants"] ? reading.responses(view["variants"], Verb::order) : Responses{read_plain_response(view)};
        if (!view["variants"]) test.responses.front().images = view["image"].texts();
        catalogue.tests.push_back(std::move(test));
    }
}

void read_drugs(const View& root, const Reading& reading, Catalogue& catalogue) {
    for (const auto& [id, view] : root["drugs"].entries()) {
        Drug drug;
        read_names(id, view, drug);
        drug.cost = view["cost"].whole();
        drug.reference = view["reference"].text();
        drug.form = view["form"].words();
        drug.atc = view["atc"].text();
        const View dose = view["dose"];
        drug.dose_unit = dose["unit"].text();
        for (const View& item : dose["choices"].items()) drug.choices.push_back(item.number());
        drug.most = dose["most"].number();
        drug.most_a_day = dose["most_a_day"].number();
        drug.usual_times = dose["usual_times"].whole(1);
        drug.facts = view["facts"].texts();
        drug.contraindicated = reading.contraindications(view["contraindicated"]);
        catalogue.drugs.push_back(std::move(drug));
    }
}

void read_treatments(const View& root, const char* part, const Reading& reading, std::vector<Group>& groups,
                     std::vector<Treatment>& list) {
    groups = read_groups(root["groups"]);
    for (const auto& [id, view] : root[part].entries()) {
        Treatment treatment;
        read_names(id, view, treatment);
        read_figures(view, treatment);
        treatment.group = read_group(view["group"], groups);
        treatment.invasive = view["invasive"].whole();
        treatment.contraindicated = reading.contraindications(view["contraindicated"]);
        list.push_back(std::move(treatment));
    }
}

void read_services(const View& root, Catalogue& catalogue) {
    for (const auto& [id, view] : root["services"].entries()) {
        Service service;
        read_names(id, view, service);
        read_figures(view, service);
        service.delay = view["delay"].span();
        service.level = view["level"].text();
        catalogue.services.push_back(std::move(service));
    }
}

void read_diagnoses(const View& root, Catalogue& catalogue) {
    catalogue.categories = read_groups(root["categories"]);
    for (const auto& [id, view] : root["diagnoses"].entries()) {
        Diagnosis diagnosis;
        read_names(id, view, diagnosis);
        diagnosis.group = read_group(view["category"], catalogue.categories);
        diagnosis.icd10 = view["icd10"].texts();
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

void read_drawings(const std::filesystem::path& folder, Library& library, Desk& desk) {
    desk.read(folder / "drawings.yaml", document::catalogue_limits, forms::drawings(), [&](const View& root) {
        for (const auto& [id, view] : root["drawings"].entries()) {
            const std::filesystem::path file = folder / (id + ".png");
            std::error_code failed;
            if (!std::filesystem::is_regular_file(file, failed)) {
                view.complain("missing-asset", "there is no file " + file.string());
            }
            library.catalogue.drawings.push_back({id, view["name"].words(), view["view"].words()});
        }
    });
}

void read_catalogue(const std::filesystem::path& folder, Library& library, Desk& desk) {
    Catalogue& catalogue = library.catalogue;
    const Reading reading(library);
    const auto with = [&](const std::string& file, document::Form form, const auto& read) {
        desk.read(folder / file, document::catalogue_limits, std::move(form), read);
    };
    add_engine_facts(catalogue.vocabulary);
    for (const std::string& name : fact_files(folder / "facts")) {
        with("facts/" + name, forms::facts(), [&](const View& root) { read_facts(root, library.atlas, catalogue); });
    }
    // In the order in which they speak of each other: conditions may name any act, so what can be done comes first.
    with("diagnoses.yaml", forms::diagnoses(), [&](const View& root) { read_diagnoses(root, catalogue); });
    with("services.yaml", forms::services(), [&](const View& root) { read_services(root, catalogue); });
    with("advice.yaml", forms::advice(), [&](const View& root) {
        read_treatments(root, "advice", reading, catalogue.advice_groups, catalogue.advice);
    });
    with("treatments.yaml", forms::treatments(), [&](const View& root) {
        read_treatments(root, "treatments", reading, catalogue.treatment_groups, catalogue.treatments);
    });
    with("drugs.yaml", forms::drugs(), [&](const View& root) { read_drugs(root, reading, catalogue); });
    with("tests.yaml", forms::tests(), [&](const View& root) { read_tests(root, reading, catalogue); });
    with("examinations.yaml", forms::examinations(),
         [&](const View& root) { read_examinations(root, reading, catalogue); });
    with("questions.yaml", forms::questions(), [&](const View& root) {
        read_questions(root, reading, catalogue);
        read_courtesies(root, reading, catalogue);
        read_follow_ups(root, catalogue);
    });
}

}  // namespace palpera::library
