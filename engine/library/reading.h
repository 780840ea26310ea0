#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "engine/document/view.h"
#include "engine/library/library.h"

namespace palpera::library {

// What the readers of this room share: typed reading of the parts that occur in many files.
struct Reading {
    const anatomy::Atlas& atlas;
    const Catalogue& catalogue;
    const std::vector<Claim>& claims;

    Reading(const anatomy::Atlas& of_atlas, const Catalogue& of_catalogue, const std::vector<Claim>& of_claims)
        : atlas(of_atlas), catalogue(of_catalogue), claims(of_claims) {}

    script::Condition condition(const document::View& view) const;  // empty view: always
    // Names for conditions, for the conditions of the rest of the file; a term may use those before it.
    void read_terms(const document::View& view);
    script::Value value(const document::View& view, const std::string& fact) const;
    std::map<std::string, script::Value> facts(const document::View& view) const;
    std::vector<std::string> fact_ids(const document::View& view) const;
    // Complains of ids that nobody knows; nothing comes back then.
    std::optional<ActPattern> act(const document::View& view, const std::string& text) const;
    // A single response, or named variants of which one without `when` comes last. Only a test's result has images.
    Responses responses(const document::View& view, Verb of) const;
    std::vector<std::string> images(const document::View& view) const;
    void sources(const document::View& view, std::vector<std::string>& claims_out, std::string& beyond) const;
    std::vector<Contraindication> contraindications(const document::View& view) const;
    Picture picture(const document::View& root) const;
    std::vector<Medicine> medicines(const document::View& view) const;

private:
    std::map<std::string, script::Condition> terms_{};
    script::Vocabulary own_words_{};  // the catalogue's and the terms', where there are any

    Response response(const document::View& view, Verb of) const;
    std::vector<ScriptedResponse> scripted(const document::View& view, Verb verb_of_bare_ids) const;
    std::vector<ScriptedResponse> findings(const document::View& view) const;
};

// Opens FILE with its translations, reads it through `read(View)`, and complains of translations of nothing.
template <class Read>
bool with_source(const std::filesystem::path& file, const document::Limits& limits, base::Diagnostics& diagnostics,
                 const Read& read) {
    const std::optional<document::Source> source = document::Source::read(file, file.string(), limits, diagnostics);
    if (!source) return false;
    read(document::View(*source, diagnostics));
    source->complain_of_unused(diagnostics);
    return true;
}

// The atlas and the claims have been read: entries speak of both.
void read_catalogue(const std::filesystem::path& folder, Library& library, base::Diagnostics& diagnostics);
// The drawings of assets/radiographs, which results in the catalogue and in cases speak of.
void read_drawings(const std::filesystem::path& folder, Catalogue& catalogue, base::Diagnostics& diagnostics);
void read_claims(const std::filesystem::path& file, Library& library, base::Diagnostics& diagnostics);
void read_blueprint(const std::filesystem::path& file, Blueprint& blueprint, base::Diagnostics& diagnostics);
std::optional<Guideline> read_guideline(const std::filesystem::path& file, const std::string& id,
                                        const Library& library, base::Diagnostics& diagnostics);
std::optional<ConditionModel> read_condition(const std::filesystem::path& file, const std::string& id,
                                             const Library& library, base::Diagnostics& diagnostics);

}  // namespace palpera::library
