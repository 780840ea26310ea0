#include "engine/present/debrief.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "engine/base/text.h"
#include "engine/present/debrief_parts.h"

namespace palpera::present {
namespace {

using pathway::component_count;
using pathway::LedgerLine;

std::int64_t tenths_below(std::int64_t thousandths) {
    return thousandths >= 0 ? thousandths / 100 : -((-thousandths + 99) / 100);
}

DebriefBar domain_bar(const DebriefInput& input, std::size_t index) {
    const Context& context = input.context;
    const pathway::Share& share = input.sheet.domains[index];
    DebriefBar bar;
    bar.name = context("domain/" + std::string(library::name(static_cast<library::Domain>(index))));
    bar.empty = share.of == 0 && share.points == 0;
    if (share.of > 0) {
        bar.percent = static_cast<int>(std::max<std::int64_t>(0, (share.points * 100 + share.of / 2) / share.of));
        bar.value = number(bar.percent, 0, context.language);
        bar.weak = bar.percent < input.sheet.pass_mark;
    } else if (!bar.empty) {
        const std::string points = signed_tenths_text(tenths_below(share.points + 50), context.language);
        bar.value = context.fill("debrief/points/other", {{"n", points}});
        bar.weak = share.points < 0;
    } else {
        bar.value = "–";
    }
    return bar;
}

DebriefBar component_bar(const DebriefInput& input, std::size_t index, std::int64_t tenths) {
    const Context& context = input.context;
    const pathway::Share& share = input.sheet.components[index];
    const auto component = static_cast<pathway::Component>(index);
    DebriefBar bar;
    bar.name = context("component/" + std::string(pathway::name(component)));
    if (component == pathway::Component::harm) {
        bar.value = tenths == 0 ? context("debrief/harmless") : signed_tenths_text(tenths, context.language);
        bar.percent = static_cast<int>(std::clamp<std::int64_t>(-tenths / 10, 0, 100));
        bar.weak = tenths < 0;
        bar.empty = tenths == 0;
        return bar;
    }
    bar.empty = share.of == 0;
    if (bar.empty) {
        bar.value = "–";
        return bar;
    }
    bar.percent = static_cast<int>(std::max<std::int64_t>(0, (share.points * 100 + share.of / 2) / share.of));
    bar.value = context.fill("debrief/points_of", {{"points", tenths_text(tenths, context.language)},
                                                   {"of", tenths_text((share.of + 50) / 100, context.language)}});
    bar.weak = bar.percent < input.sheet.pass_mark;
    return bar;
}

// Claims in the order of their ids, then what lies beyond the guideline.
std::vector<DebriefLine::Source> all_sources(const DebriefInput& input, const std::vector<DebriefLine>& lines) {
    std::set<std::string> claims, beyond;
    for (const DebriefLine& line : lines) {
        for (const DebriefLine::Source& source : line.sources)
            source.id.empty() ? beyond.insert(source.title) : claims.insert(source.id);
    }
    std::vector<DebriefLine::Source> sources;
    for (const std::string& id : claims) {
        DebriefLine::Source source = source_of(input.context, id);
        const library::Claim* claim = library::find(input.context.library.claims, id);
        const library::SourceDocument* document =
            claim ? library::find(input.context.library.sources, claim->source) : nullptr;
        if (document) source.title = input.context.in(document->title);
        sources.push_back(std::move(source));
    }
    for (const std::string& reference : beyond) sources.push_back({"", reference, ""});
    return sources;
}

std::string version_text(const DebriefInput& input) {
    std::vector<std::string> parts;
    for (const auto& [id, version] : input.sheet.guidelines) {
        const library::Guideline* guideline = library::find(input.context.library.guidelines, id);
        parts.push_back(input.context.fill(
            "debrief/guideline_version",
            {{"title", guideline ? input.context.in(guideline->title) : id}, {"version", std::to_string(version)}}));
    }
    parts.push_back(
        input.context.fill("debrief/scoring_version", {{"version", std::to_string(input.sheet.scoring_version)}}));
    return base::joined(parts, " · ");
}

// Rounded, but never up to a pass mark that was not reached.
int whole_points(const pathway::ScoreSheet& sheet) {
    const auto rounded = static_cast<int>((sheet.millipoints + 500) / 1000);
    const bool below = sheet.millipoints < std::int64_t{sheet.pass_mark} * 1000;
    return below ? std::min(rounded, sheet.pass_mark - 1) : rounded;
}

std::string person_of(const DebriefInput& input) {
    const patient::Patient& patient = *input.encounter.patient;
    return input.context.fill("encounter/age_name",
                              {{"name", input.context.in(patient.name)}, {"age", std::to_string(patient.age)}});
}

std::string answer_of(const encounter::Event& event, const encounter::Encounter& encounter, const Context& context) {
    std::vector<std::string> parts;
    for (const encounter::Piece& piece : event.response.pieces) {
        if (is_told_in_words(piece, event)) continue;
        std::string words = text_of(piece, encounter, context);
        // The act has told its side already, unless it was done on both.
        if (event.action.side == library::Side::both && piece.side == library::Side::right)
            words = context("general/right") + ": " + words;
        if (event.action.side == library::Side::both && piece.side == library::Side::left)
            words = context("general/left") + ": " + words;
        if (!words.empty()) parts.push_back(std::move(words));
    }
    return base::joined(parts, " ");
}

}  // namespace

std::vector<std::int64_t> rounded_to(std::int64_t whole, const std::vector<std::int64_t>& thousandths) {
    std::vector<std::int64_t> parts;
    for (std::int64_t amount : thousandths) parts.push_back(tenths_below(amount));
    std::int64_t left = whole - std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
    std::vector<std::size_t> by_remainder(parts.size());
    std::iota(by_remainder.begin(), by_remainder.end(), std::size_t{0});
    std::stable_sort(by_remainder.begin(), by_remainder.end(), [&](std::size_t a, std::size_t b) {
        return thousandths[a] - parts[a] * 100 > thousandths[b] - parts[b] * 100;
    });
    for (std::size_t i = 0; left > 0 && i < by_remainder.size(); ++i, --left) ++parts[by_remainder[i]];
    return parts;
}

Tenths tenths_of(const pathway::ScoreSheet& sheet) {
    std::vector<std::int64_t> sums(component_count);
    for (const LedgerLine& line : sheet.ledger) sums[static_cast<std::size_t>(line.component)] += line.points;
    Tenths tenths;
    tenths.total = tenths_below(sheet.millipoints + 50);
    const std::vector<std::int64_t> components = rounded_to(tenths.total, sums);
    std::copy(components.begin(), components.end(), tenths.components.begin());
    tenths.lines.resize(sheet.ledger.size());
    for (std::size_t c = 0; c < component_count; ++c) {
        std::vector<std::size_t> indices;
        std::vector<std::int64_t> points;
        for (std::size_t i = 0; i < sheet.ledger.size(); ++i) {
            if (static_cast<std::size_t>(sheet.ledger[i].component) != c) continue;
            indices.push_back(i);
            points.push_back(sheet.ledger[i].points);
        }
        const std::vector<std::int64_t> parts = rounded_to(components[c], points);
        for (std::size_t i = 0; i < indices.size(); ++i) tenths.lines[indices[i]] = parts[i];
    }
    return tenths;
}

std::string tenths_text(std::int64_t tenths, base::Language language) {
    return number(static_cast<double>(tenths) / 10, tenths % 10 == 0 ? 0 : 1, language);
}

std::string signed_tenths_text(std::int64_t tenths, base::Language language) {
    return (tenths > 0 ? "+" : "") + tenths_text(tenths, language);
}

const encounter::Event* event_of(const encounter::Encounter& encounter, int action) {
    for (const encounter::Event& event : encounter.events) {
        if (event.n == action) return &event;
    }
    return nullptr;
}

const library::Step* step_of(const DebriefInput& input, const std::string& statement) {
    const std::size_t slash = statement.find('/');
    if (slash == std::string::npos) return nullptr;
    const library::Guideline* guideline = library::find(input.context.library.guidelines, statement.substr(0, slash));
    return guideline ? library::find(guideline->steps, statement.substr(slash + 1)) : nullptr;
}

std::int64_t lost(const LedgerLine& line) { return std::max<std::int64_t>(0, line.of - line.points); }

std::string diagnosis_name(const std::string& id, const Context& context) {
    const library::Diagnosis* diagnosis = library::find(context.library.catalogue.diagnoses, id);
    return diagnosis ? context.in(diagnosis->name) : id;
}

std::string short_title(const std::string& title) {
    const std::size_t first = title.find(", ");
    const std::size_t second = first == std::string::npos ? first : title.find(", ", first + 2);
    return title.substr(0, second);
}

DebriefLine::Source source_of(const Context& context, const std::string& claim) {
    const library::Claim* known = library::find(context.library.claims, claim);
    if (!known) return {claim, "", ""};
    const library::SourceDocument* document = library::find(context.library.sources, known->source);
    return {claim, document ? short_title(context.in(document->title)) : known->source, context.in(known->text)};
}

Debrief debrief(const Context& context, const library::CaseFile& file, const encounter::Encounter& encounter,
                const pathway::ScoreSheet& sheet, const pathway::Revision* revision) {
    const DebriefInput input{context, file, encounter, sheet};
    const Tenths tenths = tenths_of(sheet);
    Debrief debrief;
    debrief.person = person_of(input);
    debrief.score = whole_points(sheet);
    debrief.score_text = tenths_text(tenths.total, context.language);
    debrief.pass_mark = sheet.pass_mark;
    debrief.passed = sheet.passed;
    debrief.verdict = context.fill(sheet.passed ? "debrief/passed" : "debrief/not_passed",
                                   {{"limit", number(sheet.pass_mark, 0, context.language)}});
    for (std::size_t i = 0; i < library::domain_count; ++i) debrief.domains.push_back(domain_bar(input, i));
    for (std::size_t i = 0; i < component_count; ++i)
        debrief.components.push_back(component_bar(input, i, tenths.components[i]));
    DebriefLines lines = debrief_lines(input, tenths);
    lay_lanes(input, lines, debrief);
    tell(input, lines, debrief);
    tell_course(input, lines, debrief);
    debrief.reasoning = debrief_reasoning(input);
    debrief.borders = debrief_borders(context, encounter);
    debrief.lines = std::move(lines.lines);
    debrief.sources = all_sources(input, debrief.lines);
    debrief.version = version_text(input);
    if (revision) debrief.revision = debrief_revision(input, *revision);
    return debrief;
}

std::vector<JournalLine> journal_lines(const Context& context, const encounter::Encounter& encounter) {
    std::vector<JournalLine> lines;
    for (const encounter::Event& event : encounter.events) {
        lines.push_back({event.n, moment(event.at, context), act_text(event.action, context),
                         answer_of(event, encounter, context)});
    }
    return lines;
}

}  // namespace palpera::present
