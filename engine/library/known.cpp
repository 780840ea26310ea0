#include "engine/library/known.h"

#include <optional>

namespace palpera::library {
namespace {

// Calls `use` with the list of this kind; nothing where there is none.
template <class Use>
auto with_list(const Library& library, std::string_view kind, const Use& use)
    -> std::optional<decltype(use(library.claims))> {
    const Catalogue& catalogue = library.catalogue;
    if (kind == "declared fact") return use(catalogue.facts);
    if (kind == "claim") return use(library.claims);
    if (kind == "question") return use(catalogue.questions);
    if (kind == "courtesy") return use(catalogue.courtesies);
    if (kind == "test") return use(catalogue.tests);
    if (kind == "drawing") return use(catalogue.drawings);
    if (kind == "drug") return use(catalogue.drugs);
    if (kind == "treatment") return use(catalogue.treatments);
    if (kind == "advice") return use(catalogue.advice);
    if (kind == "service") return use(catalogue.services);
    if (kind == "diagnosis") return use(catalogue.diagnoses);
    if (kind == "condition") return use(library.conditions);
    if (kind == "guideline") return use(library.guidelines);
    return std::nullopt;
}

}  // namespace

bool Known::has(std::string_view kind) const {
    return kind == "fact" || with_list(library_, kind, [](const auto&) { return true; }).value_or(false);
}

bool Known::knows(std::string_view kind, std::string_view id) const {
    if (kind == "fact") return library_.catalogue.vocabulary.contains(id);
    const auto holds = [&](const auto& list) { return find(list, id) != nullptr; };
    return with_list(library_, kind, holds).value_or(false) ||
           (!refused_.empty() && refused_.contains({std::string(kind), std::string(id)}));
}

std::vector<std::string> Known::all(std::string_view kind) const {
    if (kind == "fact") {
        std::vector<std::string> ids;
        for (const auto& [id, type] : library_.catalogue.vocabulary) ids.push_back(id);
        return ids;
    }
    const auto ids_of = [](const auto& list) {
        std::vector<std::string> ids;
        for (const auto& item : list) ids.push_back(item.id);
        return ids;
    };
    return with_list(library_, kind, ids_of).value_or(std::vector<std::string>{});
}

document::Form Known::value(std::string_view /*kind*/, std::string_view id) const {
    const Fact* fact = find(library_.catalogue.facts, id);
    return fact ? value_form(*fact) : document::form::anything();
}

document::Form value_form(const Fact& fact) {
    switch (fact.type.kind) {
        case script::Kind::flag: return document::form::flag();
        case script::Kind::number: return document::form::number(fact.least, fact.most);
        case script::Kind::span: return document::form::span();
        case script::Kind::word: break;
    }
    return document::form::one_of(fact.type.words);
}

}  // namespace palpera::library
