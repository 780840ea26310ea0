#include "engine/author/sections.h"

#include <algorithm>

#include "engine/ui/icons.h"

namespace palpera::author {

const std::vector<Section>& sections() {
    static const std::vector<Section> all{
        {"case",
         ui::icon::description,
         {"title", "complaint", "setting", "area", "difficulty", "minutes", "horizon", "version", "features",
          "sources"}},
        {"patient", ui::icon::person, {"patient", "facts"}},
        {"conditions", ui::icon::healing, {"conditions", "lesions"}},
        {"answers", ui::icon::forum, {"answers", "phrasings"}},
        {"findings", ui::icon::touch_app, {"findings"}},
        {"results", ui::icon::biotech, {"results"}},
        {"pathway", ui::icon::account_tree, {"guidelines"}},
        {"course", ui::icon::schedule, {"course", "returns", "events", "outcome"}},
        {"variation", ui::icon::tune, {"vary"}},
    };
    return all;
}

std::size_t section_of(const document::Path& field) {
    const auto* key = field.empty() ? nullptr : std::get_if<std::string>(&field.front());
    const std::vector<Section>& all = sections();
    for (std::size_t i = 0; key && i < all.size(); ++i) {
        if (std::find(all[i].keys.begin(), all[i].keys.end(), *key) != all[i].keys.end()) return i;
    }
    return 0;
}

std::string name_of(const document::Path& path) {
    std::string name;
    for (const document::Step& step : path) {
        if (!name.empty()) name += '/';
        const auto* key = std::get_if<std::string>(&step);
        name += key ? *key : std::to_string(std::get<std::size_t>(step));
    }
    return name;
}

}  // namespace palpera::author
