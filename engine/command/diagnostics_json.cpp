#include "engine/command/diagnostics_json.h"

#include <nlohmann/json.hpp>

namespace palpera::command {

nlohmann::ordered_json to_json(const base::Diagnostics& found, std::size_t files) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const base::Diagnostic& d : found.sorted()) {
        list.push_back({{"file", d.file},
                        {"line", d.line},
                        {"column", d.column},
                        {"severity", d.severity == base::Severity::error ? "error" : "warning"},
                        {"rule", d.rule},
                        {"message", d.message},
                        {"hint", d.hint}});
    }
    return {{"diagnostics", list}, {"files", files}, {"errors", found.errors()}, {"warnings", found.warnings()}};
}

std::string diagnostics_json(const base::Diagnostics& found, std::size_t files, bool laid_out) {
    return to_json(found, files).dump(laid_out ? 2 : -1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace palpera::command
