#include "engine/library/library.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/library/reading.h"

namespace palpera::library {
namespace {

using document::View;

void complain_of_name(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
    diagnostics.add({path.string(), 0, 0, base::Severity::error, "id",
                     "its name is no id: small letters, digits, - and _, 1 to 64, a letter first", "rename it"});
}

// The names in a folder that are ids, of folders or of files in their own language (NAME.yaml).
std::vector<std::string> ids_in(const std::filesystem::path& folder, bool folders, base::Diagnostics& diagnostics) {
    std::vector<std::string> ids;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        std::string name = entry.path().filename().string();
        if (name.starts_with('.') || entry.is_directory(failed) != folders) continue;
        if (!folders) {
            if (!name.ends_with(".yaml") || std::count(name.begin(), name.end(), '.') != 1) continue;
            name.resize(name.size() - std::string_view(".yaml").size());
        }
        if (base::is_id(name)) {
            ids.push_back(std::move(name));
        } else {
            complain_of_name(entry.path(), diagnostics);
        }
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

// "60 %"
int read_percent(const View& view) {
    const auto [value, unit] = view.quantity();
    if (unit != "%" || value < 0 || value > 100) view.complain("percent", "a share is written '60 %', from 0 to 100");
    return static_cast<int>(value);
}

double read_in(const View& view, const std::string& unit, double least, double most) {
    const auto [value, found] = view.quantity();
    if (found != unit || value < least || value > most) {
        view.complain("quantity", "expected a quantity in " + unit + " from " +
                                      std::to_string(static_cast<int>(least)) + " to " +
                                      std::to_string(static_cast<int>(most)));
    }
    return value;
}

Side read_side(const View& view) { return static_cast<Side>(view.one_of({"right", "left", "both", "midline"}) + 1); }

// A proper name is the same in every language.
LocalText everywhere(std::string word) {
    LocalText text;
    text.words.fill(std::move(word));
    return text;
}

void read_person(const View& view, const Reading& reading, CaseFile& file) {
    view.only({"name", "sex", "age", "height", "weight", "occupation", "work", "home", "medicines"});
    file.name = everywhere(view.required("name").text());
    file.female = view.required("sex").one_of({"female", "male"}) == 0;
    file.age = static_cast<int>(view.required("age").whole(0, 120));
    file.height = read_in(view.required("height"), "cm", 40, 230);
    file.weight = read_in(view.required("weight"), "kg", 2, 350);
    file.occupation = view.required("occupation").words();
    file.work = view.required("work").words();
    file.home = view.required("home").words();
    file.medicines = reading.medicines(view["medicines"]);
}

void read_variation(const View& view, const Reading& reading, CaseFile& file) {
    view.only({"side", "age", "severity", "also"});
    for (const View& item : view["side"].items()) {
        file.vary.side.push_back(static_cast<Side>(item.one_of({"right", "left"}) + 1));
    }
    for (const View& item : view["age"].items()) file.vary.age.push_back(static_cast<int>(item.whole(0, 120)));
    for (const View& item : view["severity"].items()) file.vary.severity.push_back(read_percent(item));
    const auto expect_first = [&](const char* axis, bool as_written) {
        if (as_written) return;
        view[axis].complain("vary-first", std::string("the first ") + axis + " is not the one the case is written with",
                            "seed 0 is the case as written: let the first value be its own");
    };
    if (!file.conditions.empty()) {
        const CaseCondition& main = file.conditions.front();
        expect_first("side", file.vary.side.empty() || file.vary.side.front() == main.side);
        expect_first("severity", file.vary.severity.empty() || file.vary.severity.front() == main.severity);
    }
    expect_first("age", file.vary.age.empty() || file.vary.age.front() == file.age);
    for (const auto& [id, part] : view["also"].entries()) {
        part.only({"facts", "answers", "findings", "results", "medicines"});
        file.vary.also.push_back({id, reading.picture(part), reading.medicines(part["medicines"])});
    }
    if (file.vary.count() > 64) view.complain("too-many-variants", "the axes multiply to more than 64 variants");
}

void read_conditions(const View& view, const Library& library, CaseFile& file) {
    std::vector<std::string> known;
    for (const ConditionModel& model : library.conditions) known.push_back(model.id);
    for (const auto& [id, part] : view.entries()) {
        part.only({"side", "severity"});
        if (!find(library.conditions, id)) {
            const std::vector<std::string> near = base::nearest(id, known);
            part.complain("unknown-condition", "no condition is called " + base::quoted(id),
                          near.empty() ? "" : "nearest: " + base::joined(near, ", "));
        }
        CaseCondition condition;
        condition.condition = id;
        if (part["side"]) condition.side = read_side(part["side"]);
        if (part["severity"]) condition.severity = read_percent(part["severity"]);
        file.conditions.push_back(std::move(condition));
    }
    if (file.conditions.empty()) view.complain("no-condition", "a case has at least one condition");
}

void read_features(const View& view, const Reading& reading, CaseFile& file) {
    for (const auto& [id, part] : view.entries()) {
        part.only({"shows", "two_ways"});
        Feature feature;
        feature.id = id;
        feature.shows = reading.fact_ids(part.required("shows"));
        if (part["two_ways"]) feature.two_ways = part["two_ways"].flag();
        file.features.push_back(std::move(feature));
    }
}

void read_case_file(const View& root, const Library& library, CaseFile& file) {
    root.only({"language", "version",   "title",      "setting", "area",       "difficulty", "minutes", "horizon",
               "patient",  "complaint", "conditions", "facts",   "answers",    "findings",   "results", "course",
               "returns",  "events",    "outcome",    "sources", "guidelines", "vary",       "features"});
    const Reading reading{library.atlas, library.catalogue, library.claims};
    file.version = static_cast<int>(root.required("version").whole(1, 10'000));
    file.title = root.required("title").words();
    file.complaint = root.required("complaint").words();
    static constexpr std::array<std::string_view, 3> settings{"primary_care", "emergency", "home"};
    static constexpr std::array<std::string_view, 3> areas{"foot", "leg", "back"};
    file.setting = settings[root.required("setting").one_of({"primary_care", "emergency", "home"})];
    file.area = areas[root.required("area").one_of({"foot", "leg", "back"})];
    file.difficulty = static_cast<int>(root.required("difficulty").whole(1, 5));
    file.minutes = static_cast<int>(root.required("minutes").whole(1, 240));
    file.horizon = root.required("horizon").span();
    read_person(root.required("patient"), reading, file);
    read_conditions(root.required("conditions"), library, file);
    file.picture = reading.picture(root);
    for (const View& item : root.required("guidelines").items()) {
        file.guidelines.push_back(item.id());
        if (!find(library.guidelines, file.guidelines.back())) {
            item.complain("unknown-guideline", "no guideline is called " + base::quoted(file.guidelines.back()));
        }
    }
    read_variation(root["vary"], reading, file);
    read_features(root["features"], reading, file);
}

}  // namespace

std::vector<CaseCondition> CaseFile::to_diagnose() const {
    std::vector<CaseCondition> found = conditions;
    std::erase_if(found, [](const CaseCondition& one) { return one.severity == 0; });
    return found;
}

std::size_t Variation::count() const {
    const auto axis = [](std::size_t size) { return std::max<std::size_t>(size, 1); };
    return axis(side.size()) * axis(age.size()) * axis(severity.size()) * axis(also.size());
}

std::optional<ConditionModel> read_condition(const std::filesystem::path& path, const std::string& id,
                                             const Library& library, base::Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    ConditionModel model;
    model.id = id;
    model.file = path.string();
    const Reading reading{library.atlas, library.catalogue, library.claims};
    with_source(path, document::catalogue_limits, diagnostics, [&](const View& root) {
        root.only({"language", "facts", "answers", "findings", "results", "course", "returns", "events", "outcome",
                   "sources"});
        model.picture = reading.picture(root);
        if (model.picture.claims.empty() && model.picture.beyond.empty()) {
            root.complain("no-source", "a condition cites the claims or references it rests on");
        }
        if (!find(library.catalogue.diagnoses, id)) {
            root.complain("unknown-diagnosis", "catalogue/diagnoses.yaml does not name " + id);
        }
    });
    return diagnostics.errors() == before ? std::optional(std::move(model)) : std::nullopt;
}

std::optional<CaseFile> read_case(const std::filesystem::path& folder, const Library& library,
                                  base::Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    CaseFile file;
    file.folder = folder.string();
    const std::filesystem::path whole = std::filesystem::absolute(folder).lexically_normal();
    file.id = (whole / "").parent_path().filename().string();
    const std::string shown = (folder / "case.yaml").string();
    if (!base::is_id(file.id)) complain_of_name(folder, diagnostics);
    const std::optional<document::Source> source =
        document::Source::read(folder / "case.yaml", shown, document::case_limits, diagnostics);
    if (!source) return std::nullopt;
    file.language = source->language();
    read_case_file(View(*source, diagnostics), library, file);
    source->complain_of_unused(diagnostics);
    return diagnostics.errors() == before ? std::optional(std::move(file)) : std::nullopt;
}

Library read_library(const Places& places, base::Diagnostics& diagnostics) {
    Library library;
    library.atlas = anatomy::read_atlas(places.anatomy, diagnostics);
    read_claims(places.cases / "guidelines" / "claims.yaml", library, diagnostics);
    read_drawings(places.radiographs(), library.catalogue, diagnostics);
    read_catalogue(places.cases / "catalogue", library, diagnostics);
    library.index = make_index(library.catalogue, library.atlas);
    read_blueprint(places.cases / "guidelines" / "blueprint.yaml", library.blueprint, diagnostics);
    for (const std::string& id : ids_in(places.cases / "conditions", false, diagnostics)) {
        auto model = read_condition(places.cases / "conditions" / (id + ".yaml"), id, library, diagnostics);
        if (model) library.conditions.push_back(std::move(*model));
    }
    for (const std::string& id : ids_in(places.cases / "guidelines", false, diagnostics)) {
        if (id == "claims" || id == "blueprint") continue;
        auto guideline = read_guideline(places.cases / "guidelines" / (id + ".yaml"), id, library, diagnostics);
        if (guideline) library.guidelines.push_back(std::move(*guideline));
    }
    for (const std::string& id : ids_in(places.cases / "library", true, diagnostics)) {
        auto file = read_case(places.cases / "library" / id, library, diagnostics);
        if (file) library.cases.push_back(std::move(*file));
    }
    return library;
}

}  // namespace palpera::library
