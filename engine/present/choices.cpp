#include <algorithm>

#include "engine/base/text.h"
#include "engine/dialogue/word_index.h"
#include "engine/present/visit.h"

namespace palpera::present {
namespace {

std::string group_name(const std::vector<library::Group>& groups, const std::string& id, const Context& context) {
    const library::Group* group = find(groups, id);
    return group ? context.in(group->name) : std::string();
}

// A row together with the words by which it is found.
struct Candidate {
    ChoiceRow row;
    std::string also;
};
using Candidates = std::vector<Candidate>;

Candidates diagnoses(const Context& context) {
    Candidates list;
    const library::Catalogue& catalogue = context.library.catalogue;
    for (const library::Diagnosis& one : catalogue.diagnoses) {
        const std::string codes = base::joined(one.icd10, ", ");
        list.push_back({{one.id, context.in(one.name), codes, group_name(catalogue.categories, one.group, context)},
                        context.in(one.also) + " " + base::joined(one.icd10, " ")});
    }
    return list;
}

Candidates managements(const Context& context, const std::vector<library::Treatment>& entries,
                       const std::vector<library::Group>& groups, const std::string& verb) {
    Candidates list;
    for (const library::Treatment& one : entries) {
        const std::string group = group_name(groups, one.group, context);
        const std::string cost = one.cost > 0 ? money(one.cost, context) : std::string();
        list.push_back({{verb + " " + one.id, context.in(one.name), cost, group}, context.in(one.also)});
    }
    return list;
}

Candidates drugs(const Context& context) {
    Candidates list;
    for (const library::Drug& one : context.library.catalogue.drugs) {
        const std::string& form = context.in(one.form);
        list.push_back(
            {{"prescribe " + one.id, context.in(one.name), one.atc.empty() ? form : one.atc + ", " + form, ""},
             context.in(one.also) + " " + one.atc});
    }
    return list;
}

Candidates services(const Context& context) {
    Candidates list;
    for (const library::Service& one : context.library.catalogue.services) {
        const std::string level = context(one.level == "specialist" ? "plan/level_specialist" : "plan/level_primary");
        const std::string waiting = context.fill("plan/waiting", {{"span", span(one.delay, context)}});
        list.push_back({{"refer " + one.id, context.in(one.name), waiting, level}, context.in(one.also)});
    }
    return list;
}

Candidates candidates(const Context& context, Choices which) {
    const library::Catalogue& catalogue = context.library.catalogue;
    switch (which) {
        case Choices::diagnoses: return diagnoses(context);
        case Choices::treatments:
            return managements(context, catalogue.treatments, catalogue.treatment_groups, "treat");
        case Choices::advice: return managements(context, catalogue.advice, catalogue.advice_groups, "advise");
        case Choices::drugs: return drugs(context);
        case Choices::services: return services(context);
    }
    return {};
}

}  // namespace

std::vector<ChoiceRow> choice_rows(const Context& context, Choices which, std::string_view typed, std::size_t most) {
    const Candidates list = candidates(context, which);
    std::vector<ChoiceRow> rows;
    if (base::words_of(typed).empty()) {
        for (std::size_t i = 0; i < list.size() && i < most; ++i) rows.push_back(list[i].row);
        return rows;
    }
    dialogue::WordIndex index;
    for (std::size_t i = 0; i < list.size(); ++i) {
        index.add(i, list[i].row.name, 3);
        index.add(i, list[i].also, 2);
        index.add(i, list[i].row.group, 1);
    }
    for (const dialogue::WordIndex::Hit& hit : index.find(typed, list.size())) rows.push_back(list[hit.entry].row);
    // What is called exactly that stands before what merely has the word in its name.
    const std::string wanted = base::folded(typed);
    std::stable_partition(rows.begin(), rows.end(),
                          [&](const ChoiceRow& row) { return base::folded(row.name) == wanted; });
    if (rows.size() > most) rows.resize(most);
    return rows;
}

}  // namespace palpera::present
