#include "engine/present/spoken.h"

#include <algorithm>
#include <array>

#include "engine/dialogue/orders.h"

namespace palpera::present {
namespace {

using encounter::Encounter;
using encounter::Event;
using encounter::Piece;
using library::Verb;

// One answer in so many has something added: nobody does it every time.
constexpr std::size_t talkative_every = 3, worried_every = 4;

Pointer::Stage stage_of(Verb verb) {
    if (verb == Verb::order) return Pointer::Stage::investigations;
    return library::is_examination(verb) ? Pointer::Stage::examination : Pointer::Stage::assessment;
}

std::string_view stage_key(Pointer::Stage stage) {
    switch (stage) {
        case Pointer::Stage::examination: return "encounter/stage_examination";
        case Pointer::Stage::investigations: return "encounter/stage_investigations";
        case Pointer::Stage::assessment: return "encounter/stage_assessment";
    }
    return "encounter/stage_examination";
}

bool is_of(const Encounter& encounter, const char* manner) {
    const auto fact = encounter.patient->facts.find(manner);
    return fact != encounter.patient->facts.end() && fact->second.whole == script::Value(true);
}

// Counted in words, not in numbers: "three months" stays three months while the minutes of the visit pass.
bool was_said(const Piece& piece, const std::string& words, const Event& event, const Encounter& encounter,
              const Context& context) {
    const auto same = [&](const Piece& one) {
        return one.kind == piece.kind && one.id == piece.id && text_of(one, encounter, context) == words;
    };
    for (const Event& before : encounter.events) {
        if (before.n >= event.n) return false;
        const auto& pieces = before.response.pieces;
        if (before.visit == event.visit && std::any_of(pieces.begin(), pieces.end(), same)) return true;
    }
    return false;
}

// How many answers came before this one.
std::size_t answers_before(const Event& event, const Encounter& encounter) {
    std::size_t count = 0;
    for (const Event& before : encounter.events) {
        if (before.n >= event.n) break;
        count += encounter::asks(*encounter.patient, before.action);
    }
    return count;
}

std::string with_manner(std::string answer, const Event& event, const Encounter& encounter, const Context& context) {
    static constexpr std::array<const char*, 4> leads{"manner/lead_well", "manner/lead_let_me_see",
                                                      "manner/lead_you_see", "manner/lead_good_question"};
    static constexpr std::array<const char*, 3> worries{"manner/worry_dangerous", "manner/worry_usual",
                                                        "manner/worry_thoughts"};
    const std::size_t number = answers_before(event, encounter);
    if (is_of(encounter, "talkative") && number % talkative_every == 1) {
        return context(leads[number / talkative_every % leads.size()]) + " " + answer;
    }
    if (is_of(encounter, "worried") && number % worried_every == 2) {
        return answer + " " + context(worries[number / worried_every % worries.size()]);
    }
    return answer;
}

}  // namespace

void understand(library::Action& say, const Encounter& encounter, const dialogue::QuestionFinder& finder) {
    const dialogue::Understanding understanding =
        finder.understand(say.text, encounter::last_question(encounter), encounter.patient->phrasings);
    encounter::understand(say, understanding.meanings(), finder.digest());
}

std::optional<Pointer> pointer(const Context& context, const Event& event) {
    if (event.action.verb != Verb::say || !encounter::understood(event.action).empty()) return std::nullopt;
    const auto order = dialogue::order_in(context.library, context.language, event.action.text);
    if (!order) return std::nullopt;
    Pointer found{stage_of(order->verb), {}};
    const std::string& stage = context(stage_key(found.stage));
    const library::Library& library = context.library;
    const std::string name =
        order->subject.empty()
            ? std::string()
            : context.in(library::name_of(library.catalogue, library.atlas, order->verb, order->subject));
    found.text = name.empty() ? context.fill("history/done_there", {{"stage", stage}})
                              : context.fill("history/done_there_named", {{"stage", stage}, {"what", name}});
    return found;
}

std::string spoken(const Piece& piece, const Event& event, const Encounter& encounter, const Context& context) {
    if (piece.kind == Piece::Kind::notice && event.action.verb == Verb::say) {
        if (const std::optional<Pointer> found = pointer(context, event)) return found->text;
    }
    std::string words = text_of(piece, encounter, context);
    // Courtesies are answered as they are: they tell nothing that could be repeated.
    if (piece.kind != Piece::Kind::says || !encounter::asks(*encounter.patient, event.action)) return words;
    if (was_said(piece, words, event, encounter, context)) return context.fill("history/as_i_said", {{"answer", words}});
    return with_manner(std::move(words), event, encounter, context);
}

}  // namespace palpera::present
