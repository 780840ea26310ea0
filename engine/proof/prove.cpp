#include "engine/proof/prove.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

#include "engine/proof/examination.h"
#include "engine/proof/rehearsal.h"
#include "engine/proof/texts.h"

namespace palpera::proof {
namespace {

// What all variants come to: a property holds where it holds of each, and the first that breaks it says so.
void merge(const Proof& variant, Proof& into) {
    into.states += variant.states;
    into.bytes_per_state = std::max(into.bytes_per_state, variant.bytes_per_state);
    if (into.properties.empty()) {
        into.properties = variant.properties;
        into.bounds = variant.bounds;
        return;
    }
    for (std::size_t i = 0; i < variant.properties.size(); ++i) {
        const Property& own = variant.properties[i];
        Property& known = into.properties[i];
        const bool worse = (known.holds == Holds::yes && own.holds != Holds::yes) ||
                           (known.holds == Holds::unknown && own.holds == Holds::no);
        if (worse) known = own;
    }
    // The end is reached where some variant reaches it of those that might.
    const ScoreBounds &own = variant.bounds, &known = into.bounds;
    if (own.high > known.high || (own.high == known.high && own.exact && !known.exact)) into.bounds = own;
}

class Prover {
public:
    Prover(const library::Library& library, const library::CaseFile& file, const ProofRequest& request)
        : library_(library), file_(file), request_(request), variants_(file.vary.count()), proofs_(variants_) {}

    Proof run() {
        elsewhere_ = memorised_elsewhere(library_, file_);
        std::vector<std::thread> others;
        for (std::size_t i = 1; i < std::min(request_.threads, variants_); ++i) others.emplace_back([this] { work(); });
        work();
        for (std::thread& other : others) other.join();
        Proof proof;
        proof.case_id = file_.id;
        proof.variants = variants_;
        bool whole = true;
        for (const std::optional<Proof>& variant : proofs_) {
            whole = whole && variant.has_value();
            if (variant) merge(*variant, proof);
        }
        if (!whole || proof.properties.empty()) return stopped(proof);
        proof.properties.push_back(prove_texts());
        return proof;
    }

private:
    // Nothing is held to be proved that was not looked at in every variant.
    Proof stopped(Proof& proof) const {
        proof.properties.clear();
        for (const std::string_view id : property_ids) {
            Property unknown;
            unknown.id = std::string(id);
            proof.properties.push_back(std::move(unknown));
        }
        proof.bounds = {};
        proof.bounds.high = 100'000;
        return proof;
    }

    void work() {
        for (std::size_t seed = next_++; seed < variants_ && !stop_; seed = next_++) {
            const auto stage = Stage::of(library_, file_, seed);
            if (!stage) continue;
            proofs_[seed] = Examination(*stage, elsewhere_, request_).run([this](double) { return goes_on(); });
            ++done_;
        }
    }

    bool goes_on() {
        if (!request_.progress) return !stop_;
        const std::lock_guard<std::mutex> lock(telling_);
        if (!stop_ && !request_.progress(static_cast<double>(done_) / static_cast<double>(variants_))) stop_ = true;
        return !stop_;
    }

    // A text is reached in whichever variant; it cannot be where no state of any variant lets its condition hold.
    Property prove_texts() {
        Property made;
        made.id = "texts_reachable";
        made.holds = Holds::yes;
        std::set<std::string> left = scripted_texts(file_);
        std::set<std::string> may_be;
        for (std::size_t seed = 0; seed < variants_ && !left.empty() && goes_on(); ++seed) {
            const auto stage = Stage::of(library_, file_, seed);
            std::set<std::string> own;
            for (const std::string& key : left)
                if (!conditions_of_text(stage->patient(), key).empty()) own.insert(key);
            for (const auto& found : Rehearsal(*stage).find(own)) left.erase(found.first);
        }
        for (std::size_t seed = 0; seed < variants_ && !left.empty() && goes_on(); ++seed) {
            const auto stage = Stage::of(library_, file_, seed);
            Calendar calendar(stage->patient());
            calendar.explore(request_.most_states);
            for (const std::string& key : left)
                for (const script::Condition* when : conditions_of_text(stage->patient(), key))
                    if (calendar.may_hold(*when)) may_be.insert(key);
        }
        for (const std::string& key : left) {
            if (!may_be.contains(key) && !stop_) {
                made.holds = Holds::no;
            } else if (made.holds == Holds::yes) {
                made.holds = Holds::unknown;
            }
            made.about.push_back(id_of_text(key));
        }
        if (!left.empty()) made.witness = witness_without_texts();
        return made;
    }

    std::string witness_without_texts() const {
        const auto stage = Stage::of(library_, file_, 0);
        return journal_of(*stage, conforming_course(*stage).played.actions);
    }

    const library::Library& library_;
    const library::CaseFile& file_;
    const ProofRequest& request_;
    std::size_t variants_;
    std::vector<std::optional<Proof>> proofs_;
    Actions elsewhere_;
    std::atomic<std::size_t> next_{0}, done_{0};
    std::atomic<bool> stop_{false};
    std::mutex telling_;
};

}  // namespace

bool Proof::holds() const {
    return std::all_of(properties.begin(), properties.end(),
                       [](const Property& one) { return one.holds == Holds::yes; });
}

Proof prove(const library::Library& library, const library::CaseFile& file, const ProofRequest& request) {
    return Prover(library, file, request).run();
}

}  // namespace palpera::proof
