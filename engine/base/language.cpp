#include "engine/base/language.h"

namespace palpera::base {

std::string_view code(Language language) {
    switch (language) {
        case Language::sv: return "sv";
        case Language::nb: return "nb";
        case Language::en: return "en";
    }
    return "en";
}

std::optional<Language> language_of(std::string_view word) {
    for (Language language : every_language) {
        if (code(language) == word) return language;
    }
    return std::nullopt;
}

}  // namespace palpera::base
