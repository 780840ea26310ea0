#include "engine/proof/stage.h"

#include <algorithm>
#include <set>

namespace palpera::proof {

std::unique_ptr<Stage> Stage::of(const library::Library& library, const library::CaseFile& file, std::uint64_t seed) {
    base::Diagnostics diagnostics;
    std::optional<patient::Patient> patient = patient::compile(library, file, seed, diagnostics);
    if (!patient) return nullptr;
    return std::unique_ptr<Stage>(new Stage(std::make_unique<patient::Patient>(std::move(*patient)), library, file));
}

Stage::Stage(std::unique_ptr<patient::Patient> patient, const library::Library& library, const library::CaseFile& file)
    : patient_(std::move(patient)),
      rubric_(library, file, *patient_),
      writer_(rubric_.numbering(), library.catalogue, *patient_),
      scorer_(rubric_) {
    for (const auto& entry : patient_->acts) {
        std::optional<Action> action = action_for(*this, entry.first);
        if (!action) continue;
        action->side = library::Side::none;
        everything_.push_back(std::move(*action));
    }
    std::stable_sort(everything_.begin(), everything_.end(),
                     [](const Action& a, const Action& b) { return a.verb < b.verb; });
    for (const Action& action : everything_) {
        if (action.verb > Verb::order) break;
        // What is typed rather than chosen, a greeting or a word of comfort, is no act that could show a fact.
        const auto found = patient_->acts.find(action.act());
        if (found == patient_->acts.end()) continue;
        const patient::PatientAct& act = found->second;
        std::set<std::string> facts;
        for (const patient::Responses* responses : {&act.whole, &act.right, &act.left})
            for (const auto& response : *responses) facts.insert(response.reveals.begin(), response.reveals.end());
        for (const std::string& fact : facts) ways_[fact].push_back(action.act());
    }
}

const std::vector<std::string>& Stage::ways_to(const std::string& fact) const {
    static const std::vector<std::string> none;
    const auto found = ways_.find(fact);
    return found == ways_.end() ? none : found->second;
}

bool Stage::act(const Action& action) {
    if (encounter::find_refusal(writer_.encounter(), action)) return false;
    writer_.carry_out(action);
    done_.push_back(action);
    return true;
}

Played Stage::finish() {
    if (!writer_.encounter().finished) act(Action{});
    course_ = writer_.take();
    score_ = &scorer_.score(course_);
    Played played;
    played.actions = std::exchange(done_, {});
    played.millipoints = score_->millipoints;
    played.components = score_->components;
    played.capped = score_->cap.has_value();
    return played;
}

Played Stage::play(const Actions& actions) {
    for (const Action& action : actions) act(action);
    return finish();
}

pathway::ScoreSheet Stage::sheet() const { return pathway::sheet_of(rubric_, course_); }

Action action_of(const std::string& line) { return *library::parse_action(line); }

namespace {

void complete(const Stage& stage, Action& action) {
    if (action.verb != Verb::prescribe) return;
    const library::Drug* drug = library::find(stage.library().catalogue.drugs, action.subject);
    if (!drug) return;
    action.dose = drug->choices.empty() ? 1 : drug->choices.front();
    action.unit = drug->dose_unit;
    action.times = drug->usual_times;
}

library::Side side_of(const Stage& stage, library::Where where) {
    using library::Where;
    const library::Side trouble = stage.patient().side;
    const bool one_sided = trouble == library::Side::right || trouble == library::Side::left;
    switch (where) {
        case Where::right: return library::Side::right;
        case Where::left: return library::Side::left;
        case Where::both: return library::Side::both;
        case Where::affected: return one_sided ? trouble : library::Side::both;
        case Where::other: return one_sided ? library::opposite(trouble) : library::Side::both;
        case Where::any: return one_sided ? trouble : library::Side::both;
    }
    return library::Side::none;
}

// What its name alone does not say, in the words of the action language.
std::string line_of(const Stage& stage, const std::string& act) {
    if (act.starts_with("follow_up")) return "follow_up 4 weeks";
    if (act.starts_with("sick_note")) return "sick_note 50 2 weeks";
    if (act.starts_with("refer ")) return act + " routine";
    if (!act.starts_with("prescribe ") && !act.starts_with("change ")) return act;
    const std::string drug = act.substr(act.find(' ') + 1);
    const auto& taken = stage.patient().medicines;
    const auto own = std::find_if(taken.begin(), taken.end(), [&](const auto& one) { return one.drug == drug; });
    return act + (own != taken.end() ? " 1 " + own->unit + " 1" : " 1 mg 1");
}

}  // namespace

std::optional<Action> action_for(const Stage& stage, const library::ActPattern& pattern) {
    const auto parsed = library::parse_action(line_of(stage, pattern.act()));
    if (!parsed) return std::nullopt;
    Action action = *parsed;
    complete(stage, action);
    const auto known = stage.patient().acts.find(action.act());
    if (known != stage.patient().acts.end() && known->second.sided) action.side = side_of(stage, pattern.where);
    return action;
}

std::optional<Action> action_for(const Stage& stage, const std::string& act) {
    const auto pattern = library::parse_pattern(act);
    return pattern ? action_for(stage, *pattern) : std::nullopt;
}

std::string journal_of(const Stage& stage, const Actions& actions) {
    std::string text = "journal 1 " + stage.file().id + " seed " + std::to_string(stage.patient().seed) + " lang " +
                       std::string(base::code(stage.file().language)) + "\n";
    for (const Action& action : actions) text += library::print(action) + "\n";
    return text;
}

}  // namespace palpera::proof
