#include "engine/pathway/score.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/command/sheet.h"
#include "engine/command/visit.h"

namespace palpera::command {

int score(const Options& options, const Surroundings& surroundings) {
    int code = 0;
    const std::optional<Visit> visit = replay_visit(options, surroundings, code);
    if (!visit) return code;
    const pathway::ScoreSheet sheet = pathway::score(visit->opened->library, visit->file, visit->encounter);
    if (options.json) {
        surroundings.out << to_json(sheet, visit->encounter, visit->language)
                                .dump(2, ' ', false, nlohmann::json::error_handler_t::replace)
                         << "\n";
    } else {
        print(sheet, visit->file, visit->encounter, visit->context(), surroundings.out);
    }
    return 0;
}

}  // namespace palpera::command
