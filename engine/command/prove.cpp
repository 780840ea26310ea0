#include "engine/proof/prove.h"

#include <chrono>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/text.h"
#include "engine/command/verbs.h"

namespace palpera::command {
namespace {

using nlohmann::ordered_json;
using proof::Holds;
using proof::Proof;

// As a score sheet rounds it, so that no score of a sheet lies beyond.
double points(std::int64_t millipoints) { return static_cast<double>((millipoints + 50) / 100) / 10; }

ordered_json to_json(const proof::ScoreBounds& bounds) {
    ordered_json json{{"exact", bounds.exact}, {"lowest", bounds.lowest}, {"highest", bounds.highest}};
    for (std::size_t i = 0; i < pathway::component_count; ++i) {
        const std::string name(pathway::name(static_cast<pathway::Component>(i)));
        json["components"].push_back({{"id", name}, {"most", bounds.most[i]}, {"reached", bounds.reached[i]}});
    }
    return json;
}

ordered_json to_json(const Proof& proof, const present::Context& context) {
    ordered_json json{{"case", proof.case_id},
                      {"states", proof.states},
                      {"score_bounds", {points(proof.bounds.low), points(proof.bounds.high)}},
                      {"properties", ordered_json::array()}};
    for (const proof::Property& one : proof.properties) {
        ordered_json property{{"id", one.id}};
        property["holds"] = one.holds == Holds::unknown ? ordered_json() : ordered_json(one.holds == Holds::yes);
        property["witness"] = one.witness.empty() ? ordered_json() : ordered_json(one.witness);
        property["about"] = one.about;
        property["sentence"] = context("proof/" + one.id);
        json["properties"].push_back(std::move(property));
    }
    json["variants"] = proof.variants;
    json["bytes_per_state"] = proof.bytes_per_state;
    json["bounds"] = to_json(proof.bounds);
    return json;
}

void print(const Proof& proof, const present::Context& context, std::ostream& out) {
    out << proof.case_id << ": " << points(proof.bounds.low) << " to " << points(proof.bounds.high)
        << (proof.bounds.exact ? "" : " at the most") << ", " << proof.variants << " variants, " << proof.states
        << " states\n";
    for (const proof::Property& one : proof.properties) {
        const char* word = one.holds == Holds::yes  ? "proof/holds"
                           : one.holds == Holds::no ? "proof/fails"
                                                    : "proof/unknown";
        out << "  " << context(word) << "  " << context("proof/" + one.id) << "\n";
        for (const std::string& about : one.about) out << "      " << base::printable(about) << "\n";
    }
}

void tell_speed(const Proof& proof, double seconds, std::ostream& err) {
    err << proof.case_id << ": " << std::llround(static_cast<double>(proof.states) / std::max(seconds, 1e-6))
        << " states a second in all, " << proof.bytes_per_state << " bytes a state, " << std::llround(1000 * seconds)
        << " ms\n";
}

}  // namespace

int prove(const Options& options, const Surroundings& surroundings) {
    const Opened opened = open_library(options, surroundings);
    base::Diagnostics found;
    std::vector<library::CaseFile> files;
    for (const std::string& name : options.names) {
        const auto file = find_case(name, opened, found);
        if (opened.unreadable || !file) return unreadable(found, options, surroundings);
        files.push_back(*file);
    }
    const present::Context context{opened.library, opened.words,
                                   language_for(options, surroundings, files.front().language)};
    proof::ProofRequest request;
    request.threads = options.threads;
    ordered_json all = ordered_json::array();
    bool holds = true;
    for (const library::CaseFile& file : files) {
        const auto begun = std::chrono::steady_clock::now();
        const Proof proof = proof::prove(opened.library, file, request);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
        tell_speed(proof, taken.count(), surroundings.err);
        holds = holds && proof.holds();
        if (options.json) all.push_back(to_json(proof, context));
        if (!options.json) print(proof, context, surroundings.out);
    }
    // One case is one document, several are a list of them.
    if (options.json) surroundings.out << (all.size() == 1 ? all.front() : all).dump(2) << "\n";
    return holds ? 0 : 1;
}

}  // namespace palpera::command
