#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/text.h"
#include "engine/command/diagnostics_json.h"
#include "engine/command/verbs.h"
#include "engine/exchange/case_package.h"

namespace palpera::command {
namespace {

namespace fs = std::filesystem;

// The folder of a case of the library by its id, sound or not, else a folder anywhere.
fs::path folder_of(const std::string& name, const Options& options, const Surroundings& surroundings) {
    const fs::path cases = options.library.empty() ? surroundings.places.cases : fs::path(options.library);
    std::error_code failed;
    if (base::is_id(name) && fs::is_directory(cases / "library" / name, failed)) return cases / "library" / name;
    return name;
}

int report(const std::optional<exchange::Exchanged>& done, const base::Diagnostics& found, const Options& options,
           const Surroundings& surroundings) {
    tell(found, surroundings.err);
    if (options.json) {
        nlohmann::ordered_json document;
        if (done) document["case"] = done->case_id;
        if (done) document["place"] = done->place.string();
        document.update(to_json(found, done ? done->files.size() : 0));
        surroundings.out << document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    } else if (done) {
        surroundings.out << done->place.string() << ": " << done->case_id << ", " << done->files.size() << " files\n";
    }
    if (done) return 0;
    const std::vector<base::Diagnostic>& all = found.all();
    const bool unread =
        std::any_of(all.begin(), all.end(), [](const base::Diagnostic& d) { return d.rule == "unreadable"; });
    return unread ? 2 : 1;
}

}  // namespace

int export_case(const Options& options, const Surroundings& surroundings) {
    const std::string &name = options.names.at(0), &file = options.names.at(1);
    if (!file.ends_with(".zip")) {
        return unreadable(base::Error{file, "the name of a package ends in .zip", "name it " + name + ".zip"}, options,
                          surroundings);
    }
    const Opened opened = open_library(options, surroundings);
    if (opened.unreadable) return unreadable(opened.diagnostics, options, surroundings);
    base::Diagnostics found;
    const fs::path folder = folder_of(name, options, surroundings);
    std::error_code failed;
    if (!fs::is_directory(folder, failed)) {
        find_case(name, opened, found);
        return unreadable(found, options, surroundings);
    }
    const auto done = exchange::export_case(folder, file, opened.library, found);
    return report(done, found, options, surroundings);
}

int import_case(const Options& options, const Surroundings& surroundings) {
    const Opened opened = open_library(options, surroundings);
    if (opened.unreadable) return unreadable(opened.diagnostics, options, surroundings);
    base::Diagnostics found;
    const auto done = exchange::import_case(options.names.at(0), options.library, opened.library, found);
    return report(done, found, options, surroundings);
}

}  // namespace palpera::command
