#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/anatomy/atlas.h"
#include "engine/library/cases.h"
#include "engine/library/catalogue.h"
#include "engine/library/likelihoods.h"
#include "engine/library/pathways.h"
#include "engine/library/search.h"

namespace palpera::library {

// All that authors have written, as typed values.
struct Library {
    anatomy::Atlas atlas;
    Catalogue catalogue;
    std::vector<SourceDocument> sources;
    std::vector<Claim> claims;
    std::vector<ExcusedClaim> excused;
    Blueprint blueprint;
    std::vector<ConditionModel> conditions;
    Likelihoods likelihoods;
    std::vector<Guideline> guidelines;
    std::vector<Guideline> earlier_guidelines;  // former versions of those, by which old visits can still be scored
    std::vector<CaseFile> cases;                // by id
    IndexOnDemand searches;

    // Of the catalogue and the atlas as they were when it was first asked for.
    const Index& index() const { return searches.of(catalogue, atlas); }
};

// Where things lie: a folder laid out as `cases/`, and `assets/anatomy`, beside which the drawn radiographs lie.
struct Places {
    std::filesystem::path cases;
    std::filesystem::path anatomy;

    std::filesystem::path radiographs() const { return anatomy.parent_path() / "radiographs"; }
};

// Reads everything and reports every complaint; what is in error is left out.
Library read_library(const Places& places, base::Diagnostics& diagnostics);

// The guideline in the version asked for, the newest or an earlier one that was kept; null: neither.
const Guideline* find_version(const Library& library, std::string_view id, int version);
// Of the guidelines by which the case is scored, as the library has them now.
GuidelineVersions guideline_versions(const Library& library, const CaseFile& file);

// One more case, from a folder anywhere, against a library that has been read.
std::optional<CaseFile> read_case(const std::filesystem::path& folder, const Library& library,
                                  base::Diagnostics& diagnostics);

}  // namespace palpera::library
