#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/document/view.h"
#include "engine/library/known.h"

namespace palpera::library {

// Where a library is read: what is known by now, where complaints go, and how much has been read.
class Desk {
public:
    // The most values of a library; what comes after them is not read.
    static constexpr std::size_t most_values = 500'000;

    Desk(const Library& of_library, base::Diagnostics& to_diagnostics)
        : library(of_library), diagnostics(to_diagnostics), names_(of_library) {}

    // False where the file could not be opened.
    template <class Read>
    bool read(const std::filesystem::path& file, const document::Limits& limits, const document::Form& form,
              const Read& through) {
        if (is_full(file)) return false;
        const std::optional<std::size_t> values = document::read_file(file, limits, form, names_, diagnostics, through);
        values_ += values.value_or(0);
        return values.has_value();
    }

    void add_refused(std::string kind, std::string id) { names_.add_refused(std::move(kind), std::move(id)); }

    const Library& library;
    base::Diagnostics& diagnostics;

private:
    bool is_full(const std::filesystem::path& file);  // complains once

    Known names_;
    std::size_t values_ = 0;
    bool told_ = false;
};

// What the readers of this room share: typed reading of the parts that occur in many files.
struct Reading {
    const anatomy::Atlas& atlas;
    const Catalogue& catalogue;

    explicit Reading(const Library& library) : atlas(library.atlas), catalogue(library.catalogue) {}

    script::Condition condition(const document::View& view) const;  // empty view: always
    // Names for conditions, for the conditions of the rest of the file; a term may use those before it.
    void read_terms(const document::View& view);
    std::map<std::string, script::Value> facts(const document::View& view) const;
    // Complains of ids that nobody knows; nothing comes back then.
    std::optional<ActPattern> act(const document::View& view, const std::string& text) const;
    // A single response, or named variants of which one without `when` comes last. Only a test's result has images.
    Responses responses(const document::View& view, Verb of) const;
    std::vector<Contraindication> contraindications(const document::View& view) const;
    // Facts, answers, findings and results; with_course also the rest.
    Picture picture(const document::View& root) const;
    Picture picture_with_course(const document::View& root) const;
    std::vector<Medicine> medicines(const document::View& view) const;
    std::vector<DeclaredLesion> lesions(const document::View& view) const;

private:
    std::map<std::string, script::Condition> terms_{};
    script::Vocabulary own_words_{};  // the catalogue's and the terms', where there are any
    // Sound conditions by their text: variants of several answers often hang on the same.
    mutable std::map<std::string, script::Condition, std::less<>> read_{};

    Response response(const document::View& view, Verb of) const;
    std::vector<ScriptedResponse> scripted(const document::View& view, Verb verb_of_bare_ids) const;
    std::vector<ScriptedResponse> findings(const document::View& view) const;
};

// Complains where no `word` of a file's own is called so, by the rule unknown-WORD.
void expect_known(const document::View& view, const std::string& word, const std::string& id,
                  const std::vector<std::string>& known);

template <class List>
std::vector<std::string> ids_of(const List& list) {
    std::vector<std::string> ids;
    for (const auto& item : list) ids.push_back(item.id);
    return ids;
}

// The atlas and the claims have been read: entries speak of both.
void read_catalogue(const std::filesystem::path& folder, Library& library, Desk& desk);
// The drawings of assets/radiographs, which results in the catalogue and in cases speak of.
void read_drawings(const std::filesystem::path& folder, Library& library, Desk& desk);
void read_claims(const std::filesystem::path& file, Library& library, Desk& desk);
// Nothing where there is no such file. The claims have been read.
void read_uncited(const std::filesystem::path& file, Library& library, Desk& desk);
void read_blueprint(const std::filesystem::path& file, Blueprint& blueprint, Desk& desk);
// Nothing where there is no such file: then no probabilities are shown.
void read_likelihoods(const std::filesystem::path& file, Library& library, Desk& desk);
std::optional<Guideline> read_guideline(const std::filesystem::path& file, const std::string& id, Desk& desk);
// A former version of a guideline that has been read, from FOLDER/ID-VERSION.yaml; `name` is ID-VERSION.
std::optional<Guideline> read_earlier_guideline(const std::filesystem::path& file, const std::string& name, Desk& desk);
std::optional<ConditionModel> read_condition(const std::filesystem::path& file, const std::string& id, Desk& desk);

}  // namespace palpera::library
