#include "engine/library/reading.h"
#include "engine/present/context.h"

namespace palpera::present {
namespace {

using document::View;

void read_group(const std::string& group, const View& view,
                std::map<std::string, base::LocalText, std::less<>>& texts) {
    for (const auto& [id, item] : view.entries()) {
        const std::string key = group + "/" + id;
        if (!item.is_map()) {
            texts[key] = item.words();
            continue;
        }
        item.only({"one", "other"});
        texts[key + "/one"] = item.required("one").words();
        texts[key + "/other"] = item.required("other").words();
    }
}

}  // namespace

Words Words::read(const std::filesystem::path& file, base::Diagnostics& diagnostics) {
    Words words;
    library::with_source(file, document::catalogue_limits, diagnostics, [&](const View& root) {
        root.only({"language", "texts"});
        for (const auto& [group, view] : root.required("texts").entries()) read_group(group, view, words.texts_);
    });
    return words;
}

const std::string& Words::text(std::string_view key, base::Language language) const {
    if (const auto found = texts_.find(key); found != texts_.end()) return found->second.in(language);
    return *missing_.emplace(key).first;
}

std::vector<std::string> Words::keys() const {
    std::vector<std::string> keys;
    for (const auto& [key, text] : texts_) keys.push_back(key);
    return keys;
}

}  // namespace palpera::present
