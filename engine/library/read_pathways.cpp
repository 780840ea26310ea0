#include <array>
#include <charconv>

#include "engine/base/text.h"
#include "engine/library/reading.h"

namespace palpera::library {
namespace {

using document::View;

constexpr std::array<std::string_view, 5> strength_names{"must", "should", "may", "avoid", "never"};
constexpr std::array<std::string_view, domain_count> domain_names{
    "history", "examination", "investigations", "diagnosis", "treatment", "safety", "efficiency", "follow_up"};

// "50 %"
int percent(const View& view) {
    std::string_view text;
    const std::string whole = view.text();
    text = base::trimmed(whole);
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view rest = base::trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
    if (failed != std::errc{} || (rest != "%" && !rest.empty()) || value < 0 || value > 100) {
        view.complain("percent", "a share is written '50 %', from 0 to 100");
        return 0;
    }
    return value;
}

void read_bounds(const View& view, Step& step) {
    const View until = view["until"];
    if (until) {
        const std::string text = until.text();
        const std::string_view prefix = "end of visit ";
        if (text.starts_with(prefix)) {
            const std::string_view number = std::string_view(text).substr(prefix.size());
            std::from_chars(number.data(), number.data() + number.size(), step.until_visit);
            if (step.until_visit < 1) until.complain("until", "visits are counted from 1");
        } else {
            step.until = until.span();
        }
    }
    if (view["lost"]) step.lost = view["lost"].span();
}

Step read_step(const std::string& id, const View& view, const Reading& reading) {
    view.only({"strength", "domain", "text", "why", "when", "acts", "at_least", "severity", "until", "lost", "claims",
               "beyond"});
    Step step;
    step.id = id;
    step.strength =
        static_cast<Strength>(view.required("strength").one_of({"must", "should", "may", "avoid", "never"}));
    step.domain = static_cast<Domain>(view.required("domain").one_of(
        {"history", "examination", "investigations", "diagnosis", "treatment", "safety", "efficiency", "follow_up"}));
    step.text = view.required("text").words();
    step.why = view.required("why").words();
    step.when = reading.condition(view["when"]);
    for (const View& item : view.required("acts").items()) {
        if (item.is_map()) item.only({"act", "credit"});
        const View text = item.is_map() ? item.required("act") : item;
        const std::optional<ActPattern> act = reading.act(text, text.text());
        if (act) step.acts.push_back({*act, item.is_map() && item["credit"] ? percent(item["credit"]) : 100});
    }
    if (view["at_least"]) step.at_least = static_cast<int>(view["at_least"].whole(1, 50));
    const bool harms = step.strength == Strength::avoid || step.strength == Strength::never;
    if (harms) step.severity = static_cast<int>(view.required("severity").whole(1, 3));
    if (!harms && view["severity"]) view["severity"].complain("severity", "only avoid and never have a severity");
    read_bounds(view, step);
    reading.sources(view, step.claims, step.beyond);
    if (step.claims.empty() && step.beyond.empty()) {
        view.complain("no-source", "a step cites claims, or a reference beyond the sources",
                      "add claims: [...] or beyond: \"...\"");
    }
    return step;
}

void read_precedences(const View& view, const Reading& reading, Guideline& guideline) {
    for (const auto& [id, part] : view.entries()) {
        part.only({"first", "then", "text", "why", "claims", "beyond"});
        Precedence one;
        one.id = id;
        one.first = part.required("first").id();
        one.then = part.required("then").id();
        for (const std::string& step : {one.first, one.then}) {
            if (!find(guideline.steps, step)) part.complain("unknown-step", "no step is called " + base::quoted(step));
        }
        one.text = part.required("text").words();
        one.why = part.required("why").words();
        reading.sources(part, one.claims, one.beyond);
        if (one.claims.empty() && one.beyond.empty()) part.complain("no-source", "an order cites its source");
        guideline.order.push_back(std::move(one));
    }
}

}  // namespace

std::string_view name(Strength strength) { return strength_names[static_cast<std::size_t>(strength)]; }
std::string_view name(Domain domain) { return domain_names[static_cast<std::size_t>(domain)]; }

void read_claims(const std::filesystem::path& file, Library& library, base::Diagnostics& diagnostics) {
    with_source(file, document::catalogue_limits, diagnostics, [&](const View& root) {
        root.only({"language", "sources", "claims"});
        for (const auto& [id, view] : root.required("sources").entries(true)) {
            view.only({"title", "kind", "authority"});
            library.sources.push_back({id, view.required("title").words()});
            if (view["kind"]) view["kind"].text();
        }
        for (const auto& [id, view] : root.required("claims").entries(true)) {
            view.only({"text", "strength", "section", "condition", "kind", "quantifier", "line"});
            Claim claim;
            claim.id = id;
            claim.source = id.substr(0, id.find('-'));
            if (!find(library.sources, claim.source))
                view.complain("unknown-source", "no source is called " + claim.source);
            claim.text = view.required("text").words();
            if (view["strength"]) claim.strength = view["strength"].text();
            if (view["section"]) claim.section = view["section"].text();
            library.claims.push_back(std::move(claim));
        }
    });
}

void read_blueprint(const std::filesystem::path& file, Blueprint& blueprint, base::Diagnostics& diagnostics) {
    with_source(file, document::catalogue_limits, diagnostics, [&](const View& root) {
        const View parts = root.required("components");
        blueprint.necessary_care = static_cast<int>(parts.required("necessary_care").whole(0, 100));
        blueprint.order = static_cast<int>(parts.required("order").whole(0, 100));
        blueprint.stewardship = static_cast<int>(parts.required("stewardship").whole(0, 100));
        blueprint.diagnosis = static_cast<int>(parts.required("diagnosis").whole(0, 100));
        if (blueprint.necessary_care + blueprint.order + blueprint.stewardship + blueprint.diagnosis != 100) {
            parts.complain("sum", "the components sum to 100");
        }
        blueprint.pass = static_cast<int>(root.required("pass").whole(1, 100));
        blueprint.cap_when_never = static_cast<int>(root.required("cap_when_never").whole(0, 100));
        if (blueprint.cap_when_never >= blueprint.pass)
            root["cap_when_never"].complain("cap", "the cap lies below the pass mark");
        blueprint.harm_per_severity = root.required("harm_per_severity").number(0, 100);
        const View costs = root.required("stewardship");
        blueprint.budget = costs.required("budget").number(0.1, 1000);
        blueprint.per_100_kr = costs.required("per_100_kr").number(0, 100);
        blueprint.per_10_minutes = costs.required("per_10_minutes").number(0, 100);
        blueprint.radiation = costs.required("radiation").number(0, 100);
        blueprint.invasive = costs.required("invasive").number(0, 100);
        blueprint.question = costs.required("question").number(0, 100);
        blueprint.examination = costs.required("examination").number(0, 100);
        blueprint.other_act = costs.required("other_act").number(0, 100);
        blueprint.category_credit = percent(root.required("category_credit"));
        for (const auto& [weight, view] : root["why"].entries()) blueprint.why[weight] = view.words();
    });
}

std::optional<Guideline> read_guideline(const std::filesystem::path& file, const std::string& id,
                                        const Library& library, base::Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    Guideline guideline;
    guideline.id = id;
    Reading reading{library.atlas, library.catalogue, library.claims};
    const auto read = [&](const View& root) {
        root.only({"language", "title", "source", "version", "concerns", "terms", "steps", "order", "diagnosis"});
        reading.read_terms(root["terms"]);
        guideline.title = root.required("title").words();
        guideline.source = root.required("source").words();
        guideline.version = static_cast<int>(root.required("version").whole(1, 10'000));
        guideline.concerns = root.required("concerns").ids();
        for (const auto& [step_id, view] : root.required("steps").entries()) {
            guideline.steps.push_back(read_step(step_id, view, reading));
        }
        if (guideline.steps.size() > 500) root["steps"].complain("too-many-steps", "a guideline has at most 500 steps");
        read_precedences(root["order"], reading, guideline);
        for (const auto& [condition, view] : root["diagnosis"]["accept"].entries()) {
            guideline.accept[condition] = view.ids();
        }
    };
    with_source(file, document::catalogue_limits, diagnostics, read);
    return diagnostics.errors() == before ? std::optional(std::move(guideline)) : std::nullopt;
}

}  // namespace palpera::library
