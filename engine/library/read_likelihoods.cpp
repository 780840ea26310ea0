#include <algorithm>
#include <map>

#include "engine/library/forms.h"
#include "engine/library/reading.h"

namespace palpera::library {
namespace {

using document::View;
using Scale = std::map<std::string, double>;

std::vector<std::string> names(const Scale& scale) {
    std::vector<std::string> ids;
    for (const auto& [id, value] : scale) ids.push_back(id);
    return ids;
}

// The value that a word of the file's own stands for; complains, and gives 0, where there is no such word.
double value_of(const View& view, const std::string& word, const Scale& scale) {
    expect_known(view, word, view.text(), names(scale));
    const auto found = scale.find(view.text());
    return found == scale.end() ? 0 : found->second;
}

class LikelihoodReader {
public:
    LikelihoodReader(const View& root, const Library& library, Likelihoods& into)
        : root_(root), library_(library), into_(into) {}

    void read() {
        for (const auto& [id, view] : root_["levels"].entries()) levels_[id] = view["p"].number();
        for (const auto& [id, view] : root_["frequencies"].entries()) frequencies_[id] = view.number();
        for (const auto& [id, view] : root_["groups"].entries()) groups_.push_back(id);
        into_.elsewhere = root_["elsewhere"].number(1);
        into_.something_else = root_["something_else"]["prior"].whole();
        read_damping();
        const double floor = value_of(root_["something_else"]["at_least"], "level", levels_);
        for (const auto& [id, view] : root_["findings"].entries()) read_finding(id, view, floor);
        for (const auto& [id, view] : root_["conditions"].entries()) read_condition(id, view);
    }

private:
    void read_damping() {
        const View list = root_["damping"];
        for (const View& item : list.items()) into_.damping.push_back(item.number());
        const std::vector<double>& powers = into_.damping;
        if (powers.empty()) return;
        if (powers.front() != 1 || !std::is_sorted(powers.rbegin(), powers.rend())) {
            list.complain("damping", "the first power is 1 and none is higher than the one before it",
                          "write such as [1, 0.5, 0.25]");
        }
    }

    void read_finding(const std::string& id, const View& view, double floor) {
        const double background = value_of(view["background"], "level", levels_);
        background_.push_back(background);
        expect_known(view["group"], "group", view["group"].text(), groups_);
        if (view.has("when") && view.has("not_mapped")) {
            view.complain("not-mapped", "a finding that facts show has no `not_mapped`", "leave one of the two out");
        }
        LikelyFinding finding;
        finding.id = id;
        finding.group = view["group"].text();
        finding.mapped = view.has("when");
        finding.when = Reading(library_).condition(view["when"]);
        finding.otherwise = std::max(background, floor);
        expect_shown_facts(view["when"], finding.when);
        into_.findings.push_back(std::move(finding));
    }

    // What the engine keeps would tell what nobody has been shown, and a deed is no finding.
    void expect_shown_facts(const View& view, const script::Condition& when) const {
        for (const std::string& fact : script::facts_of(when)) {
            if (find(library_.catalogue.facts, fact) || fact == "age" || fact == "sex") continue;
            view.complain("not-shown", "a finding cannot speak of " + fact + ": it is not shown to the student",
                          "use facts of the catalogue, age or sex");
        }
        using Operation = script::Condition::Operation;
        for (const script::Condition::Node& node : when.nodes) {
            if (node.operation != Operation::done && node.operation != Operation::since) continue;
            view.complain("not-shown", "a finding is what is found, not what was done");
            return;
        }
    }

    void read_condition(const std::string& id, const View& view) {
        LikelyCondition condition;
        condition.id = id;
        condition.weight = value_of(view["frequency"], "frequency", frequencies_);
        condition.areas = view["areas"].texts();
        condition.likely = background_;
        const std::vector<std::string> known = ids_of(into_.findings);
        for (const auto& [finding, item] : view["findings"].entries()) {
            expect_known(item, "finding", finding, known);
            const auto place = std::find(known.begin(), known.end(), finding) - known.begin();
            const View level = item.is_map() ? item["level"] : item;
            const double likely = value_of(level, "level", levels_);
            if (place < static_cast<std::ptrdiff_t>(known.size())) {
                condition.likely[static_cast<std::size_t>(place)] = likely;
            }
            if (item.is_map()) check_sources(item);
        }
        into_.conditions.push_back(std::move(condition));
    }

    void check_sources(const View& view) const {
        const std::string basis = view["basis"].text();
        if ((basis == "study" || basis == "definition") && !view.has("citation")) {
            view.complain("no-source", "what is published says where", "add citation: \"...\"");
        }
        if (basis == "claim" && !view.has("claims")) {
            view.complain("no-source", "what a source states names its claims", "add claims: [...]");
        }
        for (const View& claim : view["claims"].items()) check_claim(claim);
    }

    // Only the source's letters: claims.yaml holds the statements that guidelines rest on, and a source has others.
    void check_claim(const View& view) const {
        const std::string source = view.text().substr(0, view.text().find('-'));
        expect_known(view, "source", source, ids_of(library_.sources));
    }

    const View& root_;
    const Library& library_;
    Likelihoods& into_;
    Scale levels_, frequencies_;
    std::vector<std::string> groups_;
    std::vector<double> background_;  // of each finding
};

}  // namespace

void read_likelihoods(const std::filesystem::path& file, Library& library, Desk& desk) {
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) return;
    const std::size_t before = desk.diagnostics.errors();
    Likelihoods likelihoods;
    desk.read(file, document::catalogue_limits, forms::likelihoods(),
              [&](const View& root) { LikelihoodReader(root, library, likelihoods).read(); });
    if (desk.diagnostics.errors() == before) library.likelihoods = std::move(likelihoods);
}

}  // namespace palpera::library
