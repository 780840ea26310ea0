#include "engine/library/schema.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/file.h"
#include "engine/command/diagnostics_json.h"
#include "engine/command/verbs.h"

namespace palpera::command {

int schema(const Options& options, const Surroundings& surroundings) {
    const std::filesystem::path folder = options.names.front();
    const Opened opened = open_library(options, surroundings);
    if (opened.unreadable) return unreadable(opened.diagnostics, options, surroundings);
    if (opened.diagnostics.errors() > 0) {
        tell(opened.diagnostics, surroundings.err);
        surroundings.err << "palpera: the ids of a library in error are not all known, so nothing was written\n";
        if (options.json) surroundings.out << diagnostics_json(opened.diagnostics, 0, false) << std::endl;
        return 1;
    }
    nlohmann::ordered_json written = nlohmann::ordered_json::array();
    for (const auto& [name, text] : library::schemas(opened.library)) {
        const auto done = base::write_file(folder / name, text);
        if (!done) return unreadable(done.error(), options, surroundings);
        written.push_back(name);
    }
    const nlohmann::ordered_json document{{"folder", folder.string()}, {"files", written}};
    if (options.json) {
        surroundings.out << document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    } else {
        surroundings.out << written.size() << " files in " << folder.string() << "\n";
    }
    return 0;
}

}  // namespace palpera::command
