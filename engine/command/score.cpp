#include "engine/pathway/score.h"

#include <charconv>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/text.h"
#include "engine/command/sheet.h"
#include "engine/command/visit.h"

namespace palpera::command {
namespace {

// "heel_spur=2"
base::Result<std::pair<std::string, int>> version_of(const std::string& text) {
    const std::size_t sign = text.find('=');
    int version = 0;
    const char* end = text.data() + text.size();
    const bool sound =
        sign != std::string::npos && std::from_chars(text.data() + sign + 1, end, version).ptr == end && version > 0;
    if (!sound) {
        return base::Error{"--since", "expected a guideline and its version, found " + base::quoted(text),
                           "write it as --since heel_spur=1"};
    }
    return std::pair{text.substr(0, sign), version};
}

// By which guidelines the visit is held to have been played: what its journal says, else those of now, but for what
// --since names.
base::Result<library::GuidelineVersions> versions_then(const Options& options, const Visit& visit) {
    library::GuidelineVersions versions = visit.replayed.guidelines;
    if (versions.empty()) versions = library::guideline_versions(visit.opened->library, visit.file);
    for (const std::string& text : options.since) {
        const auto named = version_of(text);
        if (!named) return named.error();
        bool known = false;
        for (auto& [id, version] : versions) {
            if (id != named->first) continue;
            version = named->second;
            known = true;
        }
        if (!known) {
            return base::Error{"--since", visit.file.id + " is not scored by " + base::quoted(named->first),
                               "'palpera score --json' names the guidelines of a case"};
        }
    }
    return versions;
}

}  // namespace

int score(const Options& options, const Surroundings& surroundings) {
    int code = 0;
    const std::optional<Visit> visit = replay_visit(options, surroundings, code);
    if (!visit) return code;
    const base::Result<library::GuidelineVersions> then = versions_then(options, *visit);
    if (!then) return unreadable(then.error(), options, surroundings);
    const library::Library& library = visit->opened->library;
    const pathway::ScoreSheet sheet = pathway::score(library, visit->file, visit->encounter());
    const auto revision = pathway::revision(library, visit->file, visit->encounter(), sheet, *then);
    if (options.json) {
        auto json = to_json(sheet, visit->encounter(), visit->language);
        if (revision) json["revision"] = to_json(*revision, sheet, visit->language);
        surroundings.out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    } else {
        print(sheet, visit->file, visit->encounter(), visit->context(), surroundings.out,
              revision ? &*revision : nullptr);
    }
    return 0;
}

}  // namespace palpera::command
