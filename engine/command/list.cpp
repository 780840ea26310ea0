#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/command/verbs.h"

namespace palpera::command {

int list(const Options& options, const Surroundings& surroundings) {
    const Opened opened = open_library(options, surroundings);
    tell(opened.diagnostics, surroundings.err);
    const base::Language language = language_for(options, surroundings, base::Language::en);
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const library::CaseFile& file : opened.library.cases) {
        nlohmann::ordered_json row;
        row["id"] = file.id;
        row["title"] = file.title.in(language);
        row["languages"] = {"sv", "nb", "en"};
        row["difficulty"] = file.difficulty;
        row["minutes"] = file.minutes;
        row["tags"] = {file.area, file.setting};
        if (options.author) {
            for (const auto& condition : file.conditions) row["conditions"].push_back(condition.condition);
        }
        rows.push_back(std::move(row));
    }
    if (options.json) {
        surroundings.out << rows.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    } else {
        for (const auto& row : rows) {
            surroundings.out << std::left << std::setw(20) << row["id"].get<std::string>() << " "
                             << row["title"].get<std::string>() << " (" << row["minutes"].get<int>() << " min)\n";
        }
    }
    if (opened.unreadable) return 2;
    return opened.diagnostics.errors() > 0 ? 1 : 0;
}

}  // namespace palpera::command
