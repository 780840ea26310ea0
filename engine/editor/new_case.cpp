#include "engine/editor/new_case.h"

#include <algorithm>
#include <cassert>

#include "engine/base/text.h"

namespace palpera::editor {
namespace {

using document::map_value;
using document::Node;
using document::text_value;
using document::word_value;

// Teaching values of an adult; the author changes them with the patient.
constexpr const char* height_of_woman = "166 cm";
constexpr const char* weight_of_woman = "68 kg";
constexpr const char* height_of_man = "180 cm";
constexpr const char* weight_of_man = "82 kg";

Node guidelines_for(const std::string& condition, const library::Library& library) {
    std::vector<Node> ids;
    for (const library::Guideline& guideline : library.guidelines) {
        const auto& concerns = guideline.concerns;
        if (concerns.empty() || std::find(concerns.begin(), concerns.end(), condition) != concerns.end())
            ids.push_back(word_value(guideline.id));
    }
    return document::list_value(std::move(ids));
}

Node person(const NewCase& wanted) {
    return map_value({{"name", text_value(wanted.name)},
                      {"sex", word_value(wanted.female ? "female" : "male")},
                      {"age", word_value(std::to_string(wanted.age))},
                      {"height", word_value(wanted.female ? height_of_woman : height_of_man)},
                      {"weight", word_value(wanted.female ? weight_of_woman : weight_of_man)},
                      {"occupation", text_value("")},
                      {"work", text_value("")},
                      {"home", text_value("")}});
}

Node conditions(const NewCase& wanted) {
    if (wanted.condition.empty()) return map_value({});
    return map_value(
        {{wanted.condition, map_value({{"side", word_value(wanted.side)}, {"severity", word_value("60 %")}})}});
}

}  // namespace

std::optional<std::string> trouble_with_id(const std::filesystem::path& cases, const std::string& id) {
    if (!base::is_id(id)) return "editor/id_form";
    std::error_code failed;
    if (std::filesystem::exists(std::filesystem::symlink_status(cases / id, failed))) return "editor/id_taken";
    return std::nullopt;
}

OpenCase new_case(const std::filesystem::path& cases, const NewCase& wanted, const library::Library& library) {
    std::vector<std::pair<std::string, Node>> parts{{"version", word_value("1")},
                                                    {"title", text_value("")},
                                                    {"setting", word_value("primary_care")},
                                                    {"area", word_value("foot")},
                                                    {"difficulty", word_value("1")},
                                                    {"minutes", word_value("20")},
                                                    {"horizon", word_value("12 weeks")},
                                                    {"patient", person(wanted)},
                                                    {"complaint", text_value("")},
                                                    {"conditions", conditions(wanted)},
                                                    {"guidelines", guidelines_for(wanted.condition, library)}};
    base::Diagnostics diagnostics;
    std::optional<document::Document> document =
        document::parse("case.yaml", "language: " + std::string(base::code(wanted.language)) + "\n",
                        document::case_limits, diagnostics);
    for (auto& [key, value] : parts) {
        const std::size_t last = document->root.entries.size();
        base::Result<document::Edited> next =
            document::edited(*document, document::Insert{{}, last, key, std::move(value)}, document::case_limits);
        assert(next);
        document = std::move(next->document);
    }
    return OpenCase::make(cases / wanted.id, document->bytes);
}

base::Result<OpenCase> copy_of_case(const std::filesystem::path& folder, const std::filesystem::path& cases,
                                    const std::string& id) {
    base::Result<OpenCase> original = OpenCase::open(folder);
    if (!original) return original;
    return original->copied_to(cases / id);
}

}  // namespace palpera::editor
