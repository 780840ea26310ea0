#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "engine/editor/open_case.h"
#include "engine/library/library.h"

namespace palpera::editor {

// What a new case begins with. What it leaves empty, such as the complaint, the problems ask for.
struct NewCase {
    std::string id;         // of the case and its folder
    std::string condition;  // empty: a healthy patient
    std::string side = "right";
    std::string name;  // of the patient
    bool female = true;
    int age = 50;
    base::Language language = base::Language::sv;
};

// Why there can be no case of this id in the folder of cases, as a key of assets/text/editor.yaml; nothing: there can.
std::optional<std::string> trouble_with_id(const std::filesystem::path& cases, const std::string& id);

// On no disk yet: saving makes its folder below `cases`. It is scored by every guideline that concerns its condition.
OpenCase new_case(const std::filesystem::path& cases, const NewCase& wanted, const library::Library& library);

// A copy of a case with its translations, under a name of its own; its recorded visits stay with the original.
base::Result<OpenCase> copy_of_case(const std::filesystem::path& folder, const std::filesystem::path& cases,
                                    const std::string& id);

}  // namespace palpera::editor
