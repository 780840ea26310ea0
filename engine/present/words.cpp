#include "engine/document/view.h"
#include "engine/present/context.h"

namespace palpera::present {
namespace {

using document::View;

document::Form words_form() {
    using namespace document::form;
    const document::Form counted =
        map({required("one", words(), "With the number 1."), required("other", words(), "With any other number.")});
    return file({required("texts", entries(entries(either(counted, words()))), "By group and key.")});
}

void read_group(const std::string& group, const View& view,
                std::map<std::string, base::LocalText, std::less<>>& texts) {
    for (const auto& [id, item] : view.entries()) {
        const std::string key = group + "/" + id;
        if (!item.is_map()) {
            texts[key] = item.words();
            continue;
        }
        texts[key + "/one"] = item["one"].words();
        texts[key + "/other"] = item["other"].words();
    }
}

}  // namespace

Words Words::read(const std::filesystem::path& file, base::Diagnostics& diagnostics) {
    Words words;
    const auto read = [&](const View& root) {
        for (const auto& [group, view] : root["texts"].entries()) read_group(group, view, words.texts_);
    };
    document::read_file(file, document::catalogue_limits, words_form(), document::Names(), diagnostics, read);
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
