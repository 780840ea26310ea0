#include "engine/base/text.h"
#include "engine/present/visit.h"

namespace palpera::present {
namespace {

std::string group_name(const std::vector<library::Group>& groups, const std::string& id, const Context& context) {
    const library::Group* group = find(groups, id);
    return group ? context.in(group->name) : std::string();
}

using Rows = std::vector<ChoiceRow>;

Rows diagnoses(const Context& context) {
    Rows rows;
    const library::Catalogue& catalogue = context.library.catalogue;
    for (const library::Diagnosis& one : catalogue.diagnoses) {
        rows.push_back({one.id, context.in(one.name), base::joined(one.icd10, ", "),
                        group_name(catalogue.categories, one.group, context)});
    }
    return rows;
}

Rows managements(const Context& context, const std::vector<library::Treatment>& entries,
                 const std::vector<library::Group>& groups, const std::string& verb) {
    Rows rows;
    for (const library::Treatment& one : entries) {
        const std::string cost = one.cost > 0 ? money(one.cost, context) : std::string();
        rows.push_back({verb + " " + one.id, context.in(one.name), cost, group_name(groups, one.group, context)});
    }
    return rows;
}

Rows drugs(const Context& context) {
    Rows rows;
    for (const library::Drug& one : context.library.catalogue.drugs) {
        const std::string& form = context.in(one.form);
        rows.push_back(
            {"prescribe " + one.id, context.in(one.name), one.atc.empty() ? form : one.atc + ", " + form, ""});
    }
    return rows;
}

Rows services(const Context& context) {
    Rows rows;
    for (const library::Service& one : context.library.catalogue.services) {
        const std::string level = context(one.level == "specialist" ? "plan/level_specialist" : "plan/level_primary");
        const std::string waiting = context.fill("plan/waiting", {{"span", span(one.delay, context)}});
        rows.push_back({"refer " + one.id, context.in(one.name), waiting, level});
    }
    return rows;
}

Rows all_rows(const Context& context, Choices which) {
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

const library::Search& search_of(const library::Index& index, Choices which) {
    switch (which) {
        case Choices::diagnoses: return index.diagnoses;
        case Choices::treatments: return index.treatments;
        case Choices::advice: return index.advice;
        case Choices::drugs: return index.drugs;
        case Choices::services: break;
    }
    return index.services;
}

}  // namespace

std::vector<ChoiceRow> choice_rows(const Context& context, Choices which, std::string_view typed, std::size_t most) {
    Rows all = all_rows(context, which);
    if (base::words_of(typed).empty()) {
        if (all.size() > most) all.resize(most);
        return all;
    }
    Rows rows;
    for (const library::Search::Hit& hit : search_of(context.library.index(), which).find(typed, context.language)) {
        if (rows.size() == most) break;
        ChoiceRow& row = rows.emplace_back(std::move(all[hit.entry]));
        row.score = hit.score;
        if (!hit.by.empty()) row.detail = row.detail.empty() ? hit.by : hit.by + " · " + row.detail;
    }
    return rows;
}

}  // namespace palpera::present
