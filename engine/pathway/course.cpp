#include "engine/pathway/course.h"

#include <algorithm>
#include <set>

#include "engine/encounter/visits.h"

namespace palpera::pathway {
namespace {

constexpr Minutes one_day = base::days(1);

bool closes_visit(const library::Action& action) {
    return action.verb == Verb::end_visit || action.verb == Verb::finish ||
           (action.verb == Verb::wait && action.span() >= one_day);
}

bool gives(const patient::Patient& patient, const library::Action& action, const std::vector<std::string>*& facts) {
    if (action.verb != Verb::prescribe) return false;
    const auto entry = patient.acts.find(action.act());
    if (entry == patient.acts.end()) return false;
    facts = &entry->second.facts;
    return true;
}

}  // namespace

std::vector<std::string> moving(const patient::Patient& patient) {
    std::vector<std::string> names{"severity", "improvement", "pain_now", "pain_rating"};
    for (std::size_t i = 0; i < patient.courses.size(); ++i) {
        names.push_back("severity_" + std::to_string(i));
        names.push_back("improvement_" + std::to_string(i));
    }
    std::set<std::string> set;
    for (const auto& event : patient.events)
        for (const auto& entry : event.sets) set.insert(entry.first);
    for (const auto& entry : patient.acts) set.insert(entry.second.facts.begin(), entry.second.facts.end());
    for (const std::string& name : names) set.erase(name);
    names.insert(names.end(), set.begin(), set.end());
    return names;
}

Findable::Findable(const Numbering& numbering, const patient::Patient& patient)
    : always_((numbering.facts().size() + 63) / 64) {
    const auto bits_of = [&](const library::Response& response) {
        Bits bits(always_.size());
        for (const std::string& fact : response.reveals) {
            const Number number = numbering.fact(fact);
            if (number != no_number) bits[number / 64] |= std::uint64_t{1} << (number % 64);
        }
        return bits;
    };
    for (const auto& entry : patient.acts) {
        for (const patient::Responses* responses : {&entry.second.whole, &entry.second.right, &entry.second.left}) {
            const bool tells = std::any_of(responses->begin(), responses->end(),
                                           [](const library::Response& one) { return !one.reveals.empty(); });
            if (!tells) continue;
            Choice choice{responses, {}};
            for (const library::Response& response : *responses) choice.reveals.push_back(bits_of(response));
            if (responses->front().program.always()) {
                for (std::size_t word = 0; word < always_.size(); ++word) always_[word] |= choice.reveals[0][word];
            } else {
                choices_.push_back(std::move(choice));
            }
        }
    }
}

void Findable::append(const patient::Moment& moment, std::vector<std::uint64_t>& bits) const {
    const std::size_t at = bits.size();
    bits.insert(bits.end(), always_.begin(), always_.end());
    for (const Choice& choice : choices_) {
        for (std::size_t i = 0; i < choice.reveals.size(); ++i) {
            if (!moment.holds((*choice.responses)[i].program)) continue;
            for (std::size_t word = 0; word < always_.size(); ++word) bits[at + word] |= choice.reveals[i][word];
            break;
        }
    }
}

CourseWriter::CourseWriter(const Numbering& numbering, const library::Catalogue& catalogue,
                           const patient::Patient& patient)
    : numbering_(numbering),
      catalogue_(catalogue),
      patient_(patient),
      findable_(numbering, patient),
      moving_(moving(patient)),
      running_(patient) {
    const patient::Moment moment(patient_, running_.progress);
    for (const std::string& name : moving_) arrival_.push_back(moment.value(name));
    for (Number act = 0; act < numbering_.patient_acts(); ++act)
        sided_.push_back(patient_.acts.at(numbering_.acts()[act]).sided);
    begin();
}

void CourseWriter::begin() {
    running_ = encounter::Encounter(patient_);
    course_ = Course{};
    course_.shown.assign(numbering_.facts().size(), Course::never);
    last_.assign(moving_.size(), std::nullopt);
    severity_ = running_.progress.severity;
    happened_ = 0;
    other_names_.clear();
    other_diagnoses_.clear();
    look(0);
}

void CourseWriter::carry_out(const library::Action& action) {
    const auto before = static_cast<std::uint32_t>(running_.events.size());
    const bool opens = encounter::needs_visit(action.verb) && !running_.visit_open;
    if (running_.visit_open && closes_visit(action)) {
        look(before);
        course_.visit_ends.push_back(running_.progress.now.value);
    }
    if (action.verb == Verb::decline) {
        const bool holds = patient::Moment(patient_, running_.progress).value(action.reason) == script::Value(true);
        if (holds) course_.declined.push_back({action.subject, action.reason});
    }
    if (!opens) {
        encounter::carry_out(running_, action);
    } else {
        // As it was when the visit had been opened and the act had not been carried out.
        const patient::Progress closed = running_.progress;
        encounter::carry_out(running_, action);
        const std::vector<std::string>* facts = nullptr;
        const bool given = gives(patient_, action, facts);
        note_changes(running_.progress.without_act(closed, running_.events.back().at,
                                                   given ? *facts : std::vector<std::string>{}),
                     before);
        look(before + 1);
    }
    const encounter::Event& event = running_.events.back();
    note_shown(event.response, opens ? before : before + 1);
    note_drug(action, before + 1);
    if (opens || has_moved(action)) note_changes(running_.progress, before + 1);
    add_acts(event);
}

void CourseWriter::look(std::uint32_t before) {
    Course::Look look;
    look.before = before;
    look.now = running_.progress.now.value;
    look.visit = static_cast<std::uint16_t>(running_.progress.visit);
    look.findable = static_cast<std::uint32_t>(course_.findable.size());
    findable_.append(patient::Moment(patient_, running_.progress), course_.findable);
    course_.looks.push_back(look);
}

bool CourseWriter::has_moved(const library::Action& action) const {
    const patient::Progress& progress = running_.progress;
    return action.verb == Verb::prescribe || action.verb == Verb::stop || progress.severity != severity_ ||
           progress.happened.size() != happened_;
}

void CourseWriter::note_changes(const patient::Progress& progress, std::uint32_t from) {
    severity_ = progress.severity;
    happened_ = progress.happened.size();
    const patient::Moment moment(patient_, progress);
    for (std::uint32_t i = 0; i < moving_.size(); ++i) {
        std::optional<script::Value> value;
        const bool own = numbering_.fact(moving_[i]) == no_number;
        if (own || progress.set_value(moving_[i])) value = moment.value(moving_[i]);
        if (own && value == arrival_[i]) value.reset();
        if (value == last_[i]) continue;
        last_[i] = value;
        course_.changes.push_back({from, i, std::move(value)});
    }
}

void CourseWriter::note_shown(const encounter::Response& response, std::uint32_t from) {
    for (const encounter::Shown& shown : response.revealed) {
        const Number fact = numbering_.fact(shown.fact);
        if (fact != no_number) course_.shown[fact] = std::min(course_.shown[fact], from);
    }
}

void CourseWriter::note_drug(const library::Action& action, std::uint32_t from) {
    const std::vector<std::string>* facts = nullptr;
    if (!gives(patient_, action, facts)) return;
    for (const std::string& name : *facts) {
        const Number fact = numbering_.fact(name);
        const bool known = std::any_of(course_.brought_about.begin(), course_.brought_about.end(),
                                       [&](const Course::Since& one) { return one.fact == fact; });
        if (fact != no_number && !known) course_.brought_about.push_back({fact, from});
    }
}

void CourseWriter::add_acts(const encounter::Event& event) {
    Act act;
    act.action = static_cast<std::uint32_t>(event.n);
    act.at = act.done = event.at.value;
    act.visit = static_cast<std::uint16_t>(event.visit);
    act.verb = event.action.verb;
    if (act.verb != Verb::say) return add_act(act, event.action.act(), event.action);
    for (const std::string& meaning : encounter::understood(event.action)) {
        const std::string name = encounter::act_of(patient_, meaning);
        act.verb = name.starts_with("say ") ? Verb::say : Verb::ask;
        add_act(act, name, event.action);
        act.done += patient_.acts.at(name).minutes;
    }
}

void CourseWriter::add_act(Act act, const std::string& name, const library::Action& action) {
    act.number = number_of(name);
    place(act, action);
    if (act.verb == Verb::diagnose || act.verb == Verb::differential) {
        act.probabilities = static_cast<std::uint32_t>(course_.probabilities.size());
        act.probability_count = static_cast<std::uint32_t>(action.probabilities.size());
        for (const auto& [id, percent] : action.probabilities)
            course_.probabilities.push_back({number_of_diagnosis(id), percent});
    }
    if (act.verb == Verb::prescribe || act.verb == Verb::change) judge_dose(act, action);
    course_.acts.push_back(act);
}

void CourseWriter::place(Act& act, const library::Action& action) const {
    if (act.number >= numbering_.patient_acts()) return;
    if (!sided_[act.number]) return;
    library::Side side = action.side;
    if (side == library::Side::none && act.verb == Verb::order) side = patient_.side;
    act.sides = side == library::Side::left ? Act::left : side == library::Side::right ? Act::right : Act::both_sides;
}

void CourseWriter::judge_dose(Act& act, const library::Action& action) const {
    const library::Drug* drug = library::find(catalogue_.drugs, action.subject);
    if (!drug || drug->dose_unit.empty()) return;
    act.wrong_unit = action.unit != drug->dose_unit;
    if (act.wrong_unit) return;
    const bool too_much = drug->most > 0 && action.dose > drug->most;
    const bool too_much_a_day = drug->most_a_day > 0 && action.dose * action.times > drug->most_a_day;
    act.overdose = too_much || too_much_a_day;
}

Number CourseWriter::other(std::unordered_map<std::string, Number>& numbers, std::vector<std::string>& names,
                           const std::string& name, std::size_t first) {
    const auto [found, is_new] = numbers.emplace(name, static_cast<Number>(first + names.size()));
    if (is_new) names.push_back(name);
    return found->second;
}

Number CourseWriter::number_of(const std::string& name) {
    const Number known = numbering_.act(name);
    return known != no_number ? known : other(other_names_, course_.other_names, name, numbering_.acts().size());
}

Number CourseWriter::number_of_diagnosis(const std::string& id) {
    const Number known = numbering_.diagnosis(id);
    return known != no_number ? known
                              : other(other_diagnoses_, course_.other_diagnoses, id, numbering_.diagnoses().size());
}

void CourseWriter::mark_undone() {
    std::vector<bool> cancelled(running_.events.size() + 1), taken_back(running_.events.size() + 1);
    for (const encounter::Order& order : running_.orders)
        if (order.cancelled) cancelled[static_cast<std::size_t>(order.action)] = true;
    for (const int action : running_.taken_back) taken_back[static_cast<std::size_t>(action)] = true;
    for (Act& act : course_.acts) {
        act.cancelled = cancelled[act.action];
        act.taken_back = taken_back[act.action] && running_.events[act.action - 1].action.verb == Verb::say;
    }
}

Course CourseWriter::take() {
    if (running_.visit_open) {
        look(static_cast<std::uint32_t>(running_.events.size()));
        course_.visit_ends.push_back(running_.progress.now.value);
    }
    mark_undone();
    Course course = std::move(course_);
    begin();
    return course;
}

// Students' acts are much the same, so each text is read once.
base::Result<const library::Action*> CourseWriter::action_of(const encounter::JournalRecord& record) {
    constexpr std::size_t most_kept = 100'000;
    if (const auto known = actions_.find(record.action); known != actions_.end()) return &known->second;
    base::Result<library::Action> action = library::parse_action(record.action);
    if (!action) return action.error();
    if (action->verb != Verb::say && actions_.size() < most_kept)
        return &actions_.emplace(record.action, std::move(*action)).first->second;
    said_ = std::move(*action);
    if (said_.verb == Verb::say) encounter::understand(said_, record.questions, record.model);
    return &said_;
}

base::Outcome CourseWriter::carry_out_records(std::string_view journal) {
    const journal::Bodies bodies = journal::bodies_of(journal);
    if (!bodies.damage.empty()) return base::Error{"journal", bodies.damage, ""};
    const base::Result<encounter::JournalHeader> header = encounter::decode_header(bodies.header);
    if (!header) return header.error();
    if (!digest_) digest_ = patient::digest(patient_);
    if (!(header->patient == *digest_) || header->replay_version != encounter::replay_version)
        return base::Error{"journal", "it was written with another patient, or by other rules", "replay it"};
    for (const std::string_view body : bodies.records) {
        const base::Result<encounter::JournalRecord> record = encounter::decode_record(body);
        if (!record) return record.error();
        const auto wrong = [&](const std::string& what) {
            return base::Error{"record " + std::to_string(record->n), what, ""};
        };
        const base::Result<const library::Action*> action = action_of(*record);
        if (!action) return wrong(action.error().what);
        if (const auto refusal = encounter::find_refusal(running_, **action)) return wrong(refusal->key);
        carry_out(**action);
        if (running_.events.back().at.value != record->simulated_minutes || running_.events.back().n != record->n)
            return wrong("it was written at another time");
    }
    return base::Done{};
}

base::Result<Course> CourseWriter::read(std::string_view journal) {
    begin();
    const base::Outcome whole = carry_out_records(journal);
    if (whole) return take();
    begin();
    return whole.error();
}

Course course_of(const Numbering& numbering, const library::Catalogue& catalogue,
                 const encounter::Encounter& encounter) {
    CourseWriter writer(numbering, catalogue, *encounter.patient);
    for (const encounter::Event& event : encounter.events) writer.carry_out(event.action);
    return writer.take();
}

}  // namespace palpera::pathway
