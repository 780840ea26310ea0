#include "engine/store/desktop.h"

namespace palpera::store {

std::optional<base::Language> desktop_language(const std::map<std::string, std::string>& environment) {
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const auto set = environment.find(variable);
        if (set == environment.end() || set->second.empty()) continue;
        const std::string code = set->second.substr(0, 2);
        // Bokmål is "no" on older systems, and whoever reads Nynorsk reads it rather than English.
        if (code == "no" || code == "nn") return base::Language::nb;
        return base::language_of(code);
    }
    return std::nullopt;
}

}  // namespace palpera::store
