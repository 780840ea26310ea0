#include "engine/library/library.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/library/draft.h"
#include "engine/library/forms.h"
#include "engine/library/lesions.h"
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

// A proper name is the same in every language.
LocalText everywhere(std::string word) {
    LocalText text;
    text.words.fill(std::move(word));
    return text;
}

Side read_side(const View& view) { return view ? static_cast<Side>(view.one_of() + 1) : Side::none; }

std::vector<int> whole_numbers(const View& list) {
    std::vector<int> numbers;
    for (const View& item : list.items()) numbers.push_back(item.whole());
    return numbers;
}

void read_person(const View& view, const Reading& reading, CaseFile& file) {
    file.name = everywhere(view["name"].text());
    file.female = view["sex"].one_of() == 0;
    file.age = view["age"].whole();
    file.height = view["height"].quantity().first;
    file.weight = view["weight"].quantity().first;
    file.occupation = view["occupation"].words();
    file.work = view["work"].words();
    file.home = view["home"].words();
    file.medicines = reading.medicines(view["medicines"]);
}

void read_variation(const View& view, const Reading& reading, CaseFile& file) {
    for (const View& item : view["side"].items()) file.vary.side.push_back(read_side(item));
    file.vary.age = whole_numbers(view["age"]);
    file.vary.severity = whole_numbers(view["severity"]);
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
        file.vary.also.push_back({id, reading.picture(part), reading.medicines(part["medicines"])});
    }
    if (file.vary.count() > 64) view.complain("too-many-variants", "the axes multiply to more than 64 variants");
}

// What was found among the names but was left out of the library.
template <class List>
void expect_sound(const View& view, const std::string& id, const List& list) {
    if (!find(list, id)) view.complain("in-error", id + " is in error itself", "mend its file first");
}

void read_conditions(const View& view, const Library& library, CaseFile& file) {
    for (const auto& [id, part] : view.entries()) {
        expect_sound(part, id, library.conditions);
        file.conditions.push_back({id, read_side(part["side"]), part["severity"].whole(CaseCondition{}.severity)});
    }
    if (view.is_map() && view.is_empty()) view.complain("no-condition", "a case has at least one condition");
}

// A guideline of another condition would expect care of a patient it says nothing of.
void expect_to_concern(const View& item, const Library& library, const CaseFile& file) {
    const Guideline* guideline = find(library.guidelines, item.text());
    if (!guideline || guideline->concerns.empty()) return;
    const auto known = [&](const CaseCondition& own) { return find(library.conditions, own.condition) != nullptr; };
    if (file.conditions.empty() || !std::all_of(file.conditions.begin(), file.conditions.end(), known)) return;
    const auto has = [&](const std::string& condition) {
        return std::any_of(file.conditions.begin(), file.conditions.end(),
                           [&](const CaseCondition& own) { return own.condition == condition; });
    };
    if (std::any_of(guideline->concerns.begin(), guideline->concerns.end(), has)) return;
    item.complain("not-concerned", item.text() + " concerns none of the patient's conditions",
                  "leave it out, or add the condition to its `concerns`");
}

// What the case says of its patient's facts beside what it and its conditions say of lesions.
Picture with_every_lesion(const CaseFile& file, const Library& library) {
    Picture whole;
    whole.facts = file.picture.facts;
    whole.lesions = file.picture.lesions;
    for (const CaseCondition& one : file.conditions) {
        const ConditionModel* model = find(library.conditions, one.condition);
        if (!model) continue;
        for (const DeclaredLesion& lesion : model->picture.lesions) {
            if (!find(whole.lesions, lesion.id)) whole.lesions.push_back(lesion);
        }
    }
    return whole;
}

void read_case_file(const View& root, const Library& library, base::Diagnostics& diagnostics, CaseFile& file) {
    const Reading reading(library);
    file.version = root["version"].whole();
    file.title = root["title"].words();
    file.complaint = root["complaint"].words();
    file.setting = root["setting"].text();
    file.area = root["area"].text();
    file.difficulty = root["difficulty"].whole();
    file.minutes = root["minutes"].whole();
    file.horizon = root["horizon"].span();
    read_person(root["patient"], reading, file);
    read_conditions(root["conditions"], library, file);
    file.picture = reading.picture_with_course(root);
    warn_of_contradictions(root["facts"], with_every_lesion(file, library), reading.catalogue, reading.atlas,
                           diagnostics);
    for (const View& item : root["guidelines"].items()) {
        file.guidelines.push_back(item.text());
        expect_sound(item, item.text(), library.guidelines);
        expect_to_concern(item, library, file);
    }
    read_variation(root["vary"], reading, file);
    for (const auto& [id, part] : root["features"].entries()) {
        file.features.push_back({id, part["shows"].texts(), part["two_ways"].flag(true)});
    }
    for (const auto& [id, words] : root["phrasings"].entries()) {
        const document::Position place = words.place();
        file.phrasings.push_back({id, words.words(), place.line, place.column});
    }
}

// One more case, from a folder of any name.
std::optional<CaseFile> read_case(const std::filesystem::path& folder, Desk& desk) {
    const std::size_t before = desk.diagnostics.errors();
    CaseFile file;
    file.folder = folder.string();
    const std::filesystem::path whole = std::filesystem::absolute(folder).lexically_normal();
    file.id = (whole / "").parent_path().filename().string();
    if (!base::is_id(file.id)) complain_of_name(folder, desk.diagnostics);
    static const document::Form form = forms::patient_case();  // making it takes longer than reading a short case
    const bool opened = desk.read(folder / "case.yaml", document::case_limits, form, [&](const View& root) {
        file.language = root.language();
        read_case_file(root, desk.library, desk.diagnostics, file);
    });
    return opened && desk.diagnostics.errors() == before ? std::optional(std::move(file)) : std::nullopt;
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

std::optional<ConditionModel> read_condition(const std::filesystem::path& path, const std::string& id, Desk& desk) {
    const std::size_t before = desk.diagnostics.errors();
    ConditionModel model;
    model.id = id;
    model.file = path.string();
    const Reading reading(desk.library);
    const bool opened = desk.read(path, document::catalogue_limits, forms::condition(), [&](const View& root) {
        model.picture = reading.picture_with_course(root);
        warn_of_contradictions(root["facts"], model.picture, reading.catalogue, reading.atlas, desk.diagnostics);
        if (!find(desk.library.catalogue.diagnoses, id)) {
            root.complain("unknown-diagnosis", "catalogue/diagnoses.yaml does not name " + id);
        }
    });
    return opened && desk.diagnostics.errors() == before ? std::optional(std::move(model)) : std::nullopt;
}

std::optional<CaseFile> read_case(const std::filesystem::path& folder, const Library& library,
                                  base::Diagnostics& diagnostics) {
    Desk desk(library, diagnostics);
    return read_case(folder, desk);
}

std::optional<CaseFile> read_draft(const std::filesystem::path& folder,
                                   std::vector<std::pair<std::string, std::string>> names_and_bytes,
                                   const Library& library, base::Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    const std::optional<document::Source> source =
        document::Source::parse(std::move(names_and_bytes), document::case_limits, diagnostics);
    if (!source) return std::nullopt;
    static const document::Form form = forms::patient_case();
    const Known known(library);
    const document::Sheet sheet(*source, form, known, diagnostics);
    CaseFile file;
    file.folder = folder.string();
    file.id = folder.filename().string();
    file.language = source->language();
    read_case_file(sheet.root(), library, diagnostics, file);
    source->complain_of_unused(diagnostics);
    return diagnostics.errors() == before ? std::optional(std::move(file)) : std::nullopt;
}

const Guideline* find_version(const Library& library, std::string_view id, int version) {
    for (const auto* list : {&library.guidelines, &library.earlier_guidelines}) {
        for (const Guideline& guideline : *list) {
            if (guideline.id == id && guideline.version == version) return &guideline;
        }
    }
    return nullptr;
}

GuidelineVersions guideline_versions(const Library& library, const CaseFile& file) {
    GuidelineVersions versions;
    for (const std::string& id : file.guidelines) {
        if (const Guideline* guideline = find(library.guidelines, id)) versions.emplace_back(id, guideline->version);
    }
    return versions;
}

Library read_library(const Places& places, base::Diagnostics& diagnostics) {
    Library library;
    Desk desk(library, diagnostics);
    library.atlas = anatomy::read_atlas(places.anatomy, diagnostics);
    read_claims(places.cases / "guidelines" / "claims.yaml", library, desk);
    read_drawings(places.radiographs(), library, desk);
    read_catalogue(places.cases / "catalogue", library, desk);
    read_blueprint(places.cases / "guidelines" / "blueprint.yaml", library.blueprint, desk);
    read_likelihoods(places.cases / "conditions" / "likelihoods.yaml", library, desk);
    for (const std::string& id : ids_in(places.cases / "conditions", false, diagnostics)) {
        if (id == "likelihoods") continue;
        auto model = read_condition(places.cases / "conditions" / (id + ".yaml"), id, desk);
        if (model) library.conditions.push_back(std::move(*model));
        if (!model) desk.add_refused("condition", id);
    }
    for (const std::string& id : ids_in(places.cases / "guidelines", false, diagnostics)) {
        if (id == "claims" || id == "blueprint") continue;
        auto guideline = read_guideline(places.cases / "guidelines" / (id + ".yaml"), id, desk);
        if (guideline) library.guidelines.push_back(std::move(*guideline));
        if (!guideline) desk.add_refused("guideline", id);
    }
    const std::filesystem::path earlier = places.cases / "guidelines" / "earlier";
    for (const std::string& name : ids_in(earlier, false, diagnostics)) {
        auto guideline = read_earlier_guideline(earlier / (name + ".yaml"), name, desk);
        if (guideline) library.earlier_guidelines.push_back(std::move(*guideline));
    }
    read_uncited(places.cases / "uncited.yaml", library, desk);
    for (const std::string& id : ids_in(places.cases / "library", true, diagnostics)) {
        auto file = read_case(places.cases / "library" / id, desk);
        if (file) library.cases.push_back(std::move(*file));
    }
    return library;
}

}  // namespace palpera::library
