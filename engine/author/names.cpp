#include "engine/author/names.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/library/action.h"
#include "engine/library/known.h"

namespace palpera::author {
namespace {

std::string name_of_fact(const library::Fact& fact, base::Language language) {
    return fact.yes.in(language).empty() ? fact.label.in(language) : fact.yes.in(language);
}

std::string name_of_examination(const present::Context& context, const std::string& id) {
    const base::Result<library::ActPattern> act = library::parse_pattern(id);
    if (!act) return "";
    const library::Library& library = context.library;
    return library::name_of(library.catalogue, library.atlas, act->verb, act->subject).in(context.language);
}

template <class List>
std::string name_in(const List& list, const std::string& id, base::Language language) {
    const auto* item = library::find(list, id);
    return item ? item->name.in(language) : "";
}

std::string folded(std::string_view words) {
    std::string result(words);
    for (char& letter : result) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return result;
}

}  // namespace

std::string name_of_id(const present::Context& context, std::string_view kind, const std::string& id) {
    const library::Library& library = context.library;
    const library::Catalogue& catalogue = library.catalogue;
    const base::Language language = context.language;
    if (kind == "fact" || kind == "declared fact") {
        const library::Fact* fact = library::find(catalogue.facts, id);
        return fact ? name_of_fact(*fact, language) : "";
    }
    if (kind == "question") return name_in(catalogue.questions, id, language);
    if (kind == "test") return name_in(catalogue.tests, id, language);
    if (kind == "drug") return name_in(catalogue.drugs, id, language);
    if (kind == "drawing") return name_in(catalogue.drawings, id, language);
    if (kind == "condition" || kind == "diagnosis") return name_in(catalogue.diagnoses, id, language);
    if (kind == "examination") return name_of_examination(context, id);
    if (kind == "guideline") {
        const library::Guideline* guideline = library::find(library.guidelines, id);
        return guideline ? guideline->title.in(language) : "";
    }
    if (kind == "claim") {
        const library::Claim* claim = library::find(library.claims, id);
        return claim ? claim->text.in(language) : "";
    }
    return "";
}

std::vector<Choice> choices(const present::Context& context, std::string_view kind) {
    std::vector<std::string> ids = library::Known(context.library).all(kind);
    if (kind == "examination") {
        for (const library::Examination& examination : context.library.catalogue.examinations)
            ids.push_back(examination.id);
    }
    std::vector<Choice> result;
    for (std::string& id : ids) {
        std::string name = name_of_id(context, kind, id);
        result.push_back({std::move(id), std::move(name)});
    }
    return result;
}

std::vector<Choice> found(const std::vector<Choice>& all, std::string_view typed) {
    std::vector<std::string> words;
    for (std::string_view word : base::split(folded(typed), ' ')) {
        if (!word.empty()) words.emplace_back(word);
    }
    std::vector<Choice> result;
    std::copy_if(all.begin(), all.end(), std::back_inserter(result), [&](const Choice& choice) {
        const std::string text = folded(choice.name + " " + choice.id);
        return std::all_of(words.begin(), words.end(),
                           [&](const std::string& word) { return text.find(word) != std::string::npos; });
    });
    return result;
}

}  // namespace palpera::author
