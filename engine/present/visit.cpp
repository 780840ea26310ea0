#include "engine/present/visit.h"

#include <algorithm>
#include <set>

namespace palpera::present {
namespace {

using encounter::Encounter;
using encounter::Event;
using library::Verb;

base::Minutes visit_start(const Encounter& encounter, int visit) {
    for (const Event& event : encounter.events) {
        if (event.visit == visit) return event.at;
    }
    return encounter.progress.now;
}

// Since the visit began; a visit that has ended stands still.
base::Minutes elapsed(const Encounter& encounter) {
    const base::Minutes start = visit_start(encounter, encounter.progress.visit);
    if (encounter.visit_open) return encounter.progress.now - start;
    base::Minutes end = start;
    for (const Event& event : encounter.events) {
        const bool leaves = event.action.verb == Verb::wait || event.action.verb == Verb::finish;
        if (event.visit == encounter.progress.visit && !leaves) end = std::max(end, event.until);
    }
    return end - start;
}

std::optional<int> pain_told(const Encounter& encounter, const library::Catalogue& catalogue) {
    for (auto shown = encounter.shown.rbegin(); shown != encounter.shown.rend(); ++shown) {
        const auto type = catalogue.vocabulary.find(shown->fact);
        const double* value = std::get_if<double>(&shown->value);
        if (value && type != catalogue.vocabulary.end() && type->second.unit == "NRS") return static_cast<int>(*value);
    }
    return std::nullopt;
}

int pain_felt(const Encounter& encounter) {
    const auto value = patient::Moment(*encounter.patient, encounter.progress).value("pain_now");
    const double* pain = value ? std::get_if<double>(&*value) : nullptr;
    return pain ? std::clamp(static_cast<int>(*pain), 0, 10) : 0;
}

std::string_view position_key(std::string_view position) {
    if (position == "sitting") return "encounter/sitting";
    if (position == "supine") return "encounter/supine";
    if (position == "prone") return "encounter/prone";
    if (position == "side") return "encounter/side";
    return "encounter/standing";
}

// What has been decided and still stands: repeated acts count once.
int plans_made(const Encounter& encounter) {
    std::set<std::string> made;
    for (const Event& event : encounter.events) {
        switch (event.action.verb) {
            case Verb::prescribe:
            case Verb::treat:
            case Verb::advise:
            case Verb::refer: made.insert(event.action.act()); break;
            case Verb::follow_up:
            case Verb::sick_note: made.emplace(library::name(event.action.verb)); break;
            case Verb::stop: made.erase("prescribe " + event.action.subject); break;
            default: break;
        }
    }
    return static_cast<int>(made.size());
}

bool is_taken_back(const Encounter& encounter, int action) {
    const std::vector<int>& taken = encounter.taken_back.all();
    return std::find(taken.begin(), taken.end(), action) != taken.end();
}

void count_acts(const Encounter& encounter, PatientCard& card) {
    for (const Event& event : encounter.events) {
        if (encounter::asks(*encounter.patient, event.action) && !is_taken_back(encounter, event.n)) ++card.questions;
        if (library::is_examination(event.action.verb)) ++card.examinations;
    }
    for (const encounter::Order& order : encounter.orders) {
        if (order.cancelled) continue;
        ++card.orders;
        if (order.due > encounter.progress.now) ++card.awaited;
    }
    card.plans = plans_made(encounter);
}

bool is_noted(const Encounter& encounter, int action) {
    return std::any_of(encounter.noted.begin(), encounter.noted.end(),
                       [&](const auto& noted) { return noted.first == action; });
}

}  // namespace

PatientCard patient_card(const Context& context, const Encounter& encounter) {
    const patient::Patient& patient = *encounter.patient;
    PatientCard card;
    card.id = patient.case_id;
    card.name = context.in(patient.name);
    card.initials = initials(card.name);
    card.person = context.count("units/years_old", patient.age) + ", " + context.in(patient.occupation);
    card.heading = context.fill("encounter/age_name", {{"name", card.name}, {"age", std::to_string(patient.age)}});
    card.place = context.fill("encounter/place", {{"place", context("setting_place/" + patient.setting)},
                                                  {"n", std::to_string(encounter.progress.visit)}});
    card.position = context(position_key(encounter.position));
    card.pain = pain_told(encounter, context.library.catalogue);
    card.pain_face = pain_felt(encounter);
    card.time = clock(encounter.progress.now);
    card.elapsed = context.count("encounter/minutes_used", elapsed(encounter).value);
    card.cost = money(encounter.cost, context);
    card.noted = static_cast<int>(noted_rows(context, encounter).size());
    count_acts(encounter, card);
    card.visit_open = encounter.visit_open;
    card.finished = encounter.finished;
    return card;
}

namespace {

// Builds the conversation, act by act.
class Conversation {
public:
    Conversation(const Context& context, const Encounter& encounter) : context_(context), encounter_(encounter) {}

    std::vector<TranscriptLine> lines() {
        for (const Event& event : encounter_.events) {
            begin_visit(event);
            return_words(event);
            if (library::is_question(event.action.verb)) exchange(event);
            if (event.action.verb == Verb::take_back) {
                add(TranscriptLine::Kind::notice, context_("history/taken_back"), event);
            }
        }
        return std::move(lines_);
    }

private:
    void add(TranscriptLine::Kind kind, std::string text, const Event& event) {
        lines_.push_back({kind, std::move(text), moment(event.at, context_), event.n, false, false, std::nullopt});
    }

    void begin_visit(const Event& event) {
        if (event.visit == visit_) return;
        visit_ = event.visit;
        add(TranscriptLine::Kind::divider,
            visit_ == 1 ? context_.fill("encounter/visit_began", {{"time", clock(event.at)}})
                        : context_.fill("encounter/visit_again",
                                        {{"n", std::to_string(visit_)}, {"moment", moment(event.at, context_)}}),
            event);
    }

    // What the patient says by himself on coming back; it stands before what the student does.
    bool is_return(const encounter::Piece& piece) const {
        const patient::Patient& patient = *encounter_.patient;
        const auto same = [&](const auto& one) { return one.id == piece.id; };
        return piece.kind == encounter::Piece::Kind::says &&
               (std::any_of(patient.returns.begin(), patient.returns.end(), same) ||
                std::any_of(patient.events.begin(), patient.events.end(), same));
    }

    void return_words(const Event& event) {
        for (const encounter::Piece& piece : event.response.pieces) {
            if (is_return(piece)) add(TranscriptLine::Kind::patient, text_of(piece, encounter_, context_), event);
        }
    }

    void exchange(const Event& event) {
        const bool typed = event.action.verb == Verb::say;
        add(TranscriptLine::Kind::student, typed ? event.action.text : act_text(event.action, context_), event);
        if (typed) understood(event);
        for (const encounter::Piece& piece : event.response.pieces) {
            if (is_return(piece)) continue;
            const bool notice = piece.kind == encounter::Piece::Kind::notice;
            add(notice ? TranscriptLine::Kind::notice : TranscriptLine::Kind::patient,
                spoken(piece, event, encounter_, context_), event);
            if (notice) lines_.back().pointer = pointer(context_, event);
        }
        TranscriptLine& last = lines_.back();
        if (last.kind != TranscriptLine::Kind::patient) return;
        last.noted = is_noted(encounter_, event.n);
        last.can_note = !last.noted && !event.response.revealed.empty();
    }

    void understood(const Event& event) {
        std::string names;
        for (const std::string& id : encounter::understood(event.action)) {
            const library::Question* question = find(context_.library.catalogue.questions, id);
            if (!question) continue;
            names += (names.empty() ? "" : " ") + context_.in(question->name);
        }
        if (!names.empty()) add(TranscriptLine::Kind::notice, context_("history/understood_as") + ": " + names, event);
    }

    const Context& context_;
    const Encounter& encounter_;
    int visit_ = 0;
    std::vector<TranscriptLine> lines_;
};

}  // namespace

std::vector<TranscriptLine> transcript(const Context& context, const Encounter& encounter) {
    return Conversation(context, encounter).lines();
}

std::vector<TopicRow> topic_rows(const Context& context, const Encounter& encounter) {
    std::vector<TopicRow> rows;
    for (const library::Group& topic : context.library.catalogue.topics) {
        TopicRow row{topic.id, context.in(topic.name), topic.icon, {}, 0};
        for (const library::Question& question : context.library.catalogue.questions) {
            if (question.group != topic.id) continue;
            const bool asked = encounter.progress.done_at("ask " + question.id).has_value();
            row.questions.push_back({question.id, context.in(question.name), asked});
            row.asked += asked ? 1 : 0;
        }
        if (!row.questions.empty()) rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<SuggestionRow> suggestion_rows(const Context& context, const dialogue::QuestionFinder& finder,
                                           std::string_view typed, std::size_t most) {
    std::vector<SuggestionRow> rows;
    const library::Catalogue& catalogue = context.library.catalogue;
    for (const dialogue::Suggestion& suggestion : finder.suggest(typed, most)) {
        const library::Question* question = find(catalogue.questions, suggestion.question);
        if (!question) continue;
        const std::string& text = context.in(question->name);
        const library::Group* topic = find(catalogue.topics, question->group);
        rows.push_back({question->id, text, topic ? context.in(topic->name) : std::string(),
                        dialogue::matched_parts(text, typed)});
    }
    return rows;
}

}  // namespace palpera::present
