#include "engine/pathway/coverage.h"

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/text.h"
#include "engine/command/visit.h"

namespace palpera::command {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;
using Claims = std::vector<const library::Claim*>;

std::vector<fs::path> journals_of(const library::CaseFile& file) {
    std::vector<fs::path> journals;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(file.folder, failed)) {
        if (entry.path().extension() == ".journal") journals.push_back(entry.path());
    }
    std::sort(journals.begin(), journals.end());
    return journals;
}

// Every visit that lies beside a case, played and scored. What cannot be played is told and counts for nothing.
pathway::Coverage measured(const Opened& opened, const Surroundings& surroundings, base::Diagnostics& found) {
    pathway::Coverage coverage = pathway::coverage_of_files(opened.library);
    for (const library::CaseFile& file : opened.library.cases) {
        for (const fs::path& journal : journals_of(file)) {
            const auto replayed = replay_journal(file, journal.string(), opened, surroundings, found);
            if (!replayed) continue;
            pathway::add_visit(pathway::score(opened.library, file, replayed->encounter), coverage);
        }
    }
    return coverage;
}

struct SourceCount {
    const library::SourceDocument* source = nullptr;
    std::size_t claims = 0, cited = 0, exercised = 0, excused = 0;
    Claims uncited, unexercised;
};

SourceCount count_of(const library::SourceDocument& source, const library::Library& library,
                     const pathway::Coverage& coverage, const Claims& uncited, const Claims& unexercised) {
    const auto own = [&](const library::Claim* claim) { return claim->source == source.id; };
    SourceCount count;
    count.source = &source;
    for (const library::Claim& claim : library.claims) {
        if (!own(&claim)) continue;
        ++count.claims;
        if (coverage.cited.contains(claim.id)) ++count.cited;
        if (coverage.exercised.contains(claim.id)) ++count.exercised;
        if (coverage.excused.contains(claim.id)) ++count.excused;
    }
    std::copy_if(uncited.begin(), uncited.end(), std::back_inserter(count.uncited), own);
    std::copy_if(unexercised.begin(), unexercised.end(), std::back_inserter(count.unexercised), own);
    return count;
}

ordered_json ids_of(const Claims& claims) {
    ordered_json ids = ordered_json::array();
    for (const library::Claim* claim : claims) ids.push_back(claim->id);
    return ids;
}

ordered_json to_json(const library::Library& library, const pathway::Coverage& coverage, const Claims& uncited,
                     const Claims& unexercised, const std::vector<SourceCount>& counts) {
    ordered_json json{{"claims", library.claims.size()},
                      {"cited_by_guidelines", coverage.cited.size()},
                      {"exercised_by_cases", coverage.exercised.size()},
                      {"excused", coverage.excused.size()},
                      {"uncited", ids_of(uncited)},
                      {"unexercised", ids_of(unexercised)}};
    json["sources"] = ordered_json::array();
    for (const SourceCount& one : counts) {
        json["sources"].push_back({{"id", one.source->id},
                                   {"claims", one.claims},
                                   {"cited_by_guidelines", one.cited},
                                   {"exercised_by_cases", one.exercised},
                                   {"excused", one.excused},
                                   {"uncited", one.uncited.size()},
                                   {"unexercised", one.unexercised.size()}});
    }
    json["excused_claims"] = ordered_json::array();
    for (const library::ExcusedClaim& one : library.excused)
        json["excused_claims"].push_back({{"claim", one.claim}, {"reason", one.reason}});
    return json;
}

void print_claims(const char* heading, const Claims& claims, base::Language language, std::ostream& out) {
    if (claims.empty()) return;
    out << "  " << heading << "\n";
    for (const library::Claim* claim : claims)
        out << "    " << claim->id << "  " << base::printable(claim->text.in(language)) << "\n";
}

void print(const library::Library& library, const pathway::Coverage& coverage, const std::vector<SourceCount>& counts,
           std::size_t uncited, base::Language language, std::ostream& out) {
    out << library.claims.size() << " claims: " << coverage.cited.size() << " cited by guidelines, "
        << coverage.exercised.size() << " exercised by cases, " << coverage.excused.size() << " excused, " << uncited
        << " with nothing that rests on them\n";
    for (const SourceCount& one : counts) {
        out << "\n"
            << one.source->id << "  " << base::printable(one.source->title.in(language)) << ": " << one.claims
            << " claims, " << one.cited << " cited, " << one.exercised << " exercised, " << one.excused << " excused\n";
        print_claims("nothing rests on", one.uncited, language, out);
        print_claims("cited, but in no case", one.unexercised, language, out);
    }
}

}  // namespace

int coverage(const Options& options, const Surroundings& surroundings) {
    const Opened opened = open_library(options, surroundings);
    base::Diagnostics found = opened.diagnostics;
    if (opened.unreadable) return unreadable(found, options, surroundings);
    const pathway::Coverage coverage = measured(opened, surroundings, found);
    tell(found, surroundings.err);
    const Claims uncited = pathway::uncited(opened.library, coverage);
    const Claims unexercised = pathway::unexercised(opened.library, coverage);
    std::vector<SourceCount> counts;
    for (const library::SourceDocument& source : opened.library.sources)
        counts.push_back(count_of(source, opened.library, coverage, uncited, unexercised));
    if (options.json) {
        surroundings.out << to_json(opened.library, coverage, uncited, unexercised, counts)
                                .dump(2, ' ', false, ordered_json::error_handler_t::replace)
                         << "\n";
    } else {
        print(opened.library, coverage, counts, uncited.size(), language_for(options, surroundings, base::Language::en),
              surroundings.out);
    }
    return found.errors() > 0 ? 1 : 0;
}

}  // namespace palpera::command
