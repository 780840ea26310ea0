#pragma once

#include <set>
#include <string>
#include <utility>

#include "engine/document/sheet.h"
#include "engine/library/library.h"

namespace palpera::library {

// The ids of a library by kind, as far as it has been read: fact (also those the engine keeps itself), declared fact,
// claim, question, test, drawing, drug, treatment, advice, service, diagnosis, condition, guideline.
class Known : public document::Names {
public:
    explicit Known(const Library& library) : library_(library) {}

    // There is a file of that name, but it is in error: not a word about that where others speak of it.
    void add_refused(std::string kind, std::string id) { refused_.emplace(std::move(kind), std::move(id)); }

    bool has(std::string_view kind) const override;
    bool knows(std::string_view kind, std::string_view id) const override;
    std::vector<std::string> all(std::string_view kind) const override;
    document::Form value(std::string_view kind, std::string_view id) const override;

private:
    const Library& library_;
    std::set<std::pair<std::string, std::string>> refused_;
};

// The form of a fact's values.
document::Form value_form(const Fact& fact);

}  // namespace palpera::library
