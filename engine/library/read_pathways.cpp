#include <array>

#include "engine/base/text.h"
#include "engine/document/number.h"
#include "engine/library/check_guideline.h"
#include "engine/library/forms.h"
#include "engine/library/reading.h"

namespace palpera::library {
namespace {

using document::View;

constexpr std::array<std::string_view, 5> strength_names{"must", "should", "may", "avoid", "never"};
constexpr std::array<std::string_view, domain_count> domain_names{
    "history", "examination", "investigations", "diagnosis", "treatment", "safety", "efficiency", "follow_up"};

// "end of visit 2", or a span since arrival.
void read_until(const View& view, Step& step) {
    constexpr std::string_view prefix = "end of visit";
    constexpr int most_visits = 100;
    const std::string text = view.text();
    if (!text.starts_with(prefix)) {
        const document::Form span = document::form::span({1});
        if (const View until = view.by(span)) step.until = until.span();
        return;
    }
    const std::string_view digits = base::trimmed(std::string_view(text).substr(prefix.size()));
    const std::optional<double> visit = document::number_of(digits);
    if (visit && *visit >= 1 && *visit <= most_visits && *visit == static_cast<int>(*visit)) {
        step.until_visit = static_cast<int>(*visit);
    } else {
        view.complain(
            "until",
            "expected the number of a visit, 1 to " + std::to_string(most_visits) + ", found " + base::quoted(digits),
            "write `end of visit 1`, or a span since arrival, such as `4 weeks`");
    }
}

void read_acts(const View& view, const Reading& reading, Step& step) {
    for (const View& item : view.items()) {
        const View text = item.is_map() ? item["act"] : item;
        const std::optional<ActPattern> act = text ? reading.act(text, text.text()) : std::nullopt;
        if (act) step.acts.push_back({*act, item.is_map() ? item["credit"].whole(100) : 100});
    }
}

Step read_step(const std::string& id, const View& view, const Reading& reading) {
    Step step;
    step.id = id;
    step.strength = static_cast<Strength>(view["strength"].one_of());
    step.domain = static_cast<Domain>(view["domain"].one_of());
    step.text = view["text"].words();
    step.why = view["why"].words();
    step.when = reading.condition(view["when"]);
    read_acts(view["acts"], reading, step);
    step.at_least = view["at_least"].whole(1);
    const bool harms = step.strength == Strength::avoid || step.strength == Strength::never;
    if (harms) step.severity = view["severity"].whole();
    if (harms && !view.has("severity")) view.complain("missing", "required part `severity` is missing", "add 1 to 3");
    step.vital = view["vital"].flag(false);
    if (step.vital && step.strength != Strength::must) {
        view["vital"].complain("vital", "only a step that must be done is vital", "write `strength: must`");
    }
    if (!harms && view["severity"]) view["severity"].complain("severity", "only avoid and never have a severity");
    if (view["until"]) read_until(view["until"], step);
    step.lost = view["lost"].span();
    step.claims = view["claims"].texts();
    step.beyond = view["beyond"].text();
    return step;
}

void read_precedences(const View& view, Guideline& guideline) {
    const std::vector<std::string> steps = ids_of(guideline.steps);
    for (const auto& [id, part] : view.entries()) {
        for (const char* end : {"first", "then"}) expect_known(part[end], "step", part[end].text(), steps);
        guideline.order.push_back({id, part["first"].text(), part["then"].text(), part["text"].words(),
                                   part["why"].words(), part["claims"].texts(), part["beyond"].text()});
    }
}

void read_components(const View& parts, Blueprint& blueprint) {
    blueprint.necessary_care = parts["necessary_care"].whole();
    blueprint.order = parts["order"].whole();
    blueprint.stewardship = parts["stewardship"].whole();
    blueprint.diagnosis = parts["diagnosis"].whole();
    if (blueprint.necessary_care + blueprint.order + blueprint.stewardship + blueprint.diagnosis != 100) {
        parts.complain("sum", "the components sum to 100");
    }
}

void read_burdens(const View& costs, Blueprint& blueprint) {
    blueprint.budget = costs["budget"].number(blueprint.budget);
    blueprint.over_budget = costs["over_budget"].number(blueprint.over_budget);
    blueprint.per_100_kr = costs["per_100_kr"].number();
    blueprint.per_10_minutes = costs["per_10_minutes"].number();
    blueprint.radiation = costs["radiation"].number();
    blueprint.invasive = costs["invasive"].number();
    blueprint.question = costs["question"].number();
    blueprint.examination = costs["examination"].number();
    blueprint.other_act = costs["other_act"].number();
}

}  // namespace

std::string_view name(Strength strength) { return strength_names[static_cast<std::size_t>(strength)]; }
std::string_view name(Domain domain) { return domain_names[static_cast<std::size_t>(domain)]; }

void read_claims(const std::filesystem::path& file, Library& library, Desk& desk) {
    desk.read(file, document::catalogue_limits, forms::claims(), [&](const View& root) {
        for (const auto& [id, view] : root["sources"].entries()) {
            library.sources.push_back({id, view["title"].words()});
        }
        for (const auto& [id, view] : root["claims"].entries()) {
            const std::string source = id.substr(0, id.find('-'));
            expect_known(view, "source", source, ids_of(library.sources));
            library.claims.push_back(
                {id, source, view["text"].words(), view["strength"].text(), view["section"].text()});
        }
    });
}

void read_uncited(const std::filesystem::path& file, Library& library, Desk& desk) {
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) return;
    desk.read(file, document::catalogue_limits, forms::uncited(), [&](const View& root) {
        for (const auto& [id, view] : root["excused"].entries()) {
            for (const std::string& claim : view["claims"].texts())
                library.excused.push_back({claim, view["reason"].text()});
        }
    });
}

void read_blueprint(const std::filesystem::path& file, Blueprint& blueprint, Desk& desk) {
    desk.read(file, document::catalogue_limits, forms::blueprint(), [&](const View& root) {
        blueprint.scoring_version = root["scoring_version"].whole(1);
        read_components(root["components"], blueprint);
        blueprint.pass = root["pass"].whole();
        blueprint.cap_when_never = root["cap_when_never"].whole();
        if (blueprint.cap_when_never >= blueprint.pass) {
            root["cap_when_never"].complain("cap", "the cap lies below the pass mark");
        }
        blueprint.cap_when_wrong = root["cap_when_wrong"].whole(blueprint.cap_when_wrong);
        blueprint.cap_when_missed = root["cap_when_missed"].whole(blueprint.cap_when_missed);
        blueprint.harm_per_severity = root["harm_per_severity"].number();
        read_burdens(root["stewardship"], blueprint);
        blueprint.category_credit = root["category_credit"].whole();
        for (const auto& [weight, view] : root["why"].entries()) blueprint.why[weight] = view.words();
    });
}

namespace {

template <class Check>
std::optional<Guideline> read_guideline(const std::filesystem::path& file, const std::string& id, Desk& desk,
                                        const Check& also) {
    const std::size_t before = desk.diagnostics.errors();
    Guideline guideline;
    guideline.id = id;
    Reading reading(desk.library);
    const auto read = [&](const View& root) {
        reading.read_terms(root["terms"]);
        guideline.title = root["title"].words();
        guideline.source = root["source"].words();
        guideline.version = root["version"].whole();
        guideline.concerns = root["concerns"].texts();
        for (const auto& [step_id, view] : root["steps"].entries()) {
            guideline.steps.push_back(read_step(step_id, view, reading));
        }
        read_precedences(root["order"], guideline);
        for (const auto& [condition, view] : root["diagnosis"]["accept"].entries()) {
            guideline.accept[condition] = view.texts();
        }
        check_guideline(root, guideline);
        also(root, guideline);
    };
    const bool opened = desk.read(file, document::catalogue_limits, forms::guideline(), read);
    return opened && desk.diagnostics.errors() == before ? std::optional(std::move(guideline)) : std::nullopt;
}

}  // namespace

std::optional<Guideline> read_guideline(const std::filesystem::path& file, const std::string& id, Desk& desk) {
    return read_guideline(file, id, desk, [](const View&, const Guideline&) {});
}

std::optional<Guideline> read_earlier_guideline(const std::filesystem::path& file, const std::string& name,
                                                Desk& desk) {
    const std::size_t dash = name.rfind('-');
    const std::string id = name.substr(0, dash), number = dash == std::string::npos ? "" : name.substr(dash + 1);
    return read_guideline(file, id, desk, [&](const View& root, const Guideline& guideline) {
        const Guideline* now = find(desk.library.guidelines, id);
        if (!now) expect_known(root, "guideline", id, ids_of(desk.library.guidelines));
        if (number != std::to_string(guideline.version)) {
            root["version"].complain(
                "version",
                "the file is called " + base::quoted(name) + ", its version is " + std::to_string(guideline.version),
                "call it " + id + "-" + std::to_string(guideline.version) + ".yaml");
        } else if (now && guideline.version >= now->version) {
            root["version"].complain("version", "the guideline itself is of version " + std::to_string(now->version),
                                     "count up `version` in " + id + ".yaml when what it asks for changes");
        }
    });
}

}  // namespace palpera::library
