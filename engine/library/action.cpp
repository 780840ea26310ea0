#include "engine/library/action.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "engine/base/language.h"
#include "engine/base/text.h"
#include "engine/document/characters.h"

namespace palpera::library {
namespace {

using base::Error;
using base::Result;
using base::TimeUnit;

constexpr std::array<std::string_view, verb_count> verb_names{
    "say",       "ask",    "take_back", "position",     "inspect", "palpate", "move",         "gait",
    "strength",  "reflex", "sensation", "border",       "test",    "pulse",   "auscultate",   "measure",
    "order",     "cancel", "read",      "note_finding", "note",    "link",    "differential", "diagnose",
    "prescribe", "change", "stop",      "treat",        "advise",  "refer",   "follow_up",    "sick_note",
    "decline",   "wait",   "end_visit", "finish"};
constexpr std::array<std::string_view, 5> side_names{"", "right", "left", "both", "midline"};
constexpr std::array<std::string_view, 3> urgency_names{"routine", "urgent", "emergency"};
constexpr std::size_t most_line_bytes = 4'000;

template <std::size_t N>
std::optional<std::size_t> index_of(const std::array<std::string_view, N>& names, std::string_view word) {
    const auto found = std::find(names.begin(), names.end(), word);
    if (found == names.end() || word.empty()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

// The words of one line, taken from the front or the back.
class Words {
public:
    explicit Words(std::string_view line) {
        constexpr std::string_view blank = " \t";
        for (std::size_t at = line.find_first_not_of(blank); at != std::string_view::npos;) {
            const std::size_t end = std::min(line.find_first_of(blank, at), line.size());
            words_.push_back(line.substr(at, end - at));
            at = line.find_first_not_of(blank, end);
        }
    }
    bool empty() const { return next_ >= words_.size(); }
    std::string_view front() const { return empty() ? std::string_view{} : words_[next_]; }
    std::string_view back() const { return empty() ? std::string_view{} : words_.back(); }
    std::string_view take() {
        const std::string_view word = front();
        if (!empty()) ++next_;
        return word;
    }
    void drop_back() { words_.pop_back(); }
    std::size_t count() const { return words_.size() - next_; }

private:
    std::vector<std::string_view> words_;
    std::size_t next_ = 0;
};

Error wrong(Verb verb, const std::string& expected) {
    return {"", std::string(name(verb)) + ": expected " + expected, "see 'palpera help actions'"};
}

std::optional<int> whole(std::string_view word, int least, int most) {
    int value = 0;
    const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (failed != std::errc{} || end != word.data() + word.size() || value < least || value > most) return std::nullopt;
    return value;
}

std::optional<double> amount(std::string_view word) {
    const bool digits =
        !word.empty() && word.size() <= 15 &&
        std::all_of(word.begin(), word.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; }) &&
        word.front() != '.' && word.back() != '.';
    double value = 0;
    const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (!digits || failed != std::errc{} || end != word.data() + word.size() || value <= 0) return std::nullopt;
    return value;
}

// How many words of ids stand between verb and side.
std::size_t subject_words(Verb verb) {
    switch (verb) {
        case Verb::move:
        case Verb::sensation:
        case Verb::link: return 2;
        case Verb::ask:
        case Verb::position:
        case Verb::inspect:
        case Verb::palpate:
        case Verb::gait:
        case Verb::strength:
        case Verb::reflex:
        case Verb::test:
        case Verb::pulse:
        case Verb::auscultate:
        case Verb::measure:
        case Verb::order:
        case Verb::cancel:
        case Verb::read:
        case Verb::prescribe:
        case Verb::change:
        case Verb::stop:
        case Verb::treat:
        case Verb::advise:
        case Verb::refer:
        case Verb::decline: return 1;
        default: return 0;
    }
}

bool takes_side(Verb verb) {
    return is_examination(verb) || verb == Verb::order || verb == Verb::read || verb == Verb::cancel;
}

bool take_subject(Action& action, Words& words) {
    for (std::size_t i = 0; i < subject_words(action.verb); ++i) {
        const std::string_view word = words.take();
        if (!base::is_id(word)) return false;
        if (i > 0) action.subject += ' ';
        action.subject += word;
    }
    return true;
}

// "6 weeks", in one of the units from `least` to `most`.
bool take_span(Action& action, Words& words, TimeUnit least, TimeUnit most) {
    const std::optional<int> count = whole(words.take(), 1, 36'500);
    const std::optional<base::TimeUnit> unit = base::time_unit_of(words.take());
    if (!count || !unit || *unit < least || *unit > most) return false;
    if (*count * base::one(*unit).value > base::one(base::TimeUnit::years).value * 100) return false;
    action.amount = *count;
    action.span_unit = *unit;
    return true;
}

// "plantar_fasciitis 85, heel_fat_pad_syndrome 6": whole percents. False where the form is another.
bool take_probabilities(Action& action, std::string_view rest) {
    for (std::string_view part : base::split(rest, ',')) {
        Words words(base::trimmed(part));
        const std::string_view condition = words.take();
        std::string_view percent = words.take();
        if (percent.ends_with('%')) percent.remove_suffix(1);
        if (words.front() == "%") words.take();
        const std::optional<int> value = whole(percent, 0, 100);
        if (!base::is_id(condition) || !value || !words.empty()) return false;
        const bool twice = std::any_of(action.probabilities.begin(), action.probabilities.end(),
                                       [&](const auto& entry) { return entry.first == condition; });
        if (twice) return false;
        action.probabilities.emplace_back(condition, *value);
    }
    return action.probabilities.size() <= 20;
}

Result<Action> with_sound_text(Action action) {
    const std::string trouble = trouble_with_text(action.text);
    if (!trouble.empty()) {
        return Error{"", std::string(name(action.verb)) + ": " + trouble, "see 'palpera help actions'"};
    }
    return action;
}

Result<Action> finish_probabilities(Action action, std::string_view rest) {
    if (!take_probabilities(action, rest)) {
        return wrong(action.verb, "CONDITION PERCENT, CONDITION PERCENT ..., each once, 20 at the most");
    }
    int sum = 0;
    for (const auto& [condition, percent] : action.probabilities) sum += percent;
    if (sum > 100) {
        return Error{"", std::string(name(action.verb)) + ": the percents sum to " + std::to_string(sum),
                     "100 at the most; what is missing to 100 is something else"};
    }
    return action;
}

Result<Action> finish_dose(Action action, Words& words) {
    const std::string form = "DRUG DOSE UNIT TIMES_A_DAY [N days] [as_needed]";
    const std::optional<double> dose = amount(words.take());
    if (!dose || words.empty()) return wrong(action.verb, form);
    action.dose = *dose;
    action.unit = std::string(words.take());
    const std::optional<int> times = whole(words.take(), 1, 24);
    if (!times) return wrong(action.verb, form);
    action.times = *times;
    if (action.verb == Verb::prescribe && words.back() == "as_needed") {
        action.as_needed = true;
        words.drop_back();
    }
    if (action.verb == Verb::prescribe && words.count() == 2) {
        if (!take_span(action, words, TimeUnit::days, TimeUnit::days)) return wrong(action.verb, form);
    }
    if (!words.empty()) return wrong(action.verb, form);
    return action;
}

Result<Action> finish_sided(Action action, Words& words) {
    if (action.verb == Verb::palpate && (words.back() == "light" || words.back() == "firm") && !words.empty()) {
        action.light = words.back() == "light";
        words.drop_back();
    }
    if (action.verb == Verb::order && !words.empty() && urgency_of(words.back())) {
        action.urgency = *urgency_of(words.back());
        words.drop_back();
    }
    if (!words.empty() && side_of(words.back())) {
        action.side = *side_of(words.back());
        words.drop_back();
    }
    if (!words.empty()) return wrong(action.verb, "nothing or right, left, both, midline at the end");
    return action;
}

// "light_touch right heel_lateral sole": the modality and zones become the subject, as for every other act.
Result<Action> parse_border(Action action, Words& words) {
    const std::string form = "light_touch|pinprick SIDE ZONE ZONE ...";
    const std::string_view modality = words.take();
    const std::optional<Side> side = side_of(words.take());
    if ((modality != "light_touch" && modality != "pinprick") || !side || words.empty())
        return wrong(action.verb, form);
    action.side = *side;
    action.subject = std::string(modality);
    while (!words.empty()) {
        const std::string_view zone = words.take();
        if (!base::is_id(zone)) return wrong(action.verb, form);
        action.subject += " " + std::string(zone);
    }
    return action;
}

Result<Action> finish_other(Action action, Words& words, std::string_view rest) {
    switch (action.verb) {
        case Verb::say:
        case Verb::note:
            action.text = std::string(base::trimmed(rest));
            if (action.text.empty()) return wrong(action.verb, "TEXT of at most 500 characters");
            return with_sound_text(std::move(action));
        case Verb::take_back:
        case Verb::note_finding: {
            const std::optional<int> number = whole(words.take(), 1, 10'000);
            if (!number || !words.empty()) return wrong(action.verb, "the number of an earlier action");
            action.number = *number;
            return action;
        }
        case Verb::link: {
            const std::string_view way = words.take();
            if ((way != "for" && way != "against") || !words.empty())
                return wrong(action.verb, "FINDING CONDITION for|against");
            action.against = way == "against";
            return action;
        }
        case Verb::differential:
        case Verb::diagnose: return finish_probabilities(std::move(action), rest);
        case Verb::refer: {
            const std::optional<Urgency> urgency = urgency_of(words.take());
            if (!urgency || !words.empty()) return wrong(action.verb, "SERVICE routine|urgent|emergency");
            action.urgency = *urgency;
            return action;
        }
        case Verb::sick_note: {
            const std::optional<int> percent = whole(words.take(), 1, 100);
            if (!percent || !take_span(action, words, TimeUnit::days, TimeUnit::weeks) || !words.empty())
                return wrong(action.verb, "PERCENT N days|weeks");
            action.number = *percent;
            return action;
        }
        case Verb::follow_up:
            if (!take_span(action, words, TimeUnit::days, TimeUnit::months) || !words.empty())
                return wrong(action.verb, "N days|weeks|months");
            return action;
        case Verb::wait:
            if (!take_span(action, words, TimeUnit::minutes, TimeUnit::weeks) || !words.empty())
                return wrong(action.verb, "N minutes|hours|days|weeks");
            return action;
        case Verb::decline: {
            const std::string_view reason = words.take();
            if (!base::is_id(reason)) return wrong(action.verb, "ID REASON [TEXT]");
            action.reason = std::string(reason);
            const char* behind = reason.data() + reason.size();
            action.text = std::string(base::trimmed(rest.substr(static_cast<std::size_t>(behind - rest.data()))));
            return with_sound_text(std::move(action));
        }
        default:
            if (!words.empty()) return wrong(action.verb, "nothing more");
            return action;
    }
}

std::string number_text(double value) {
    std::array<char, 32> buffer{};
    const auto [end, failed] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    return failed == std::errc{} ? std::string(buffer.data(), end) : std::string("0");
}

std::string print_span(const Action& action) {
    return std::to_string(action.amount) + " " + std::string(base::name(action.span_unit));
}

std::string print_probabilities(const Action& action) {
    std::vector<std::string> parts;
    for (const auto& [condition, percent] : action.probabilities)
        parts.push_back(condition + " " + std::to_string(percent));
    return base::joined(parts, ", ");
}

std::string options(const Action& action) {
    switch (action.verb) {
        case Verb::palpate: return action.light ? " light" : "";
        case Verb::order: return action.urgency == Urgency::routine ? "" : " " + std::string(name(action.urgency));
        case Verb::refer: return " " + std::string(name(action.urgency));
        case Verb::link: return action.against ? " against" : " for";
        case Verb::take_back:
        case Verb::note_finding: return " " + std::to_string(action.number);
        case Verb::differential:
        case Verb::diagnose: return " " + print_probabilities(action);
        case Verb::follow_up:
        case Verb::wait: return " " + print_span(action);
        case Verb::sick_note: return " " + std::to_string(action.number) + " " + print_span(action);
        case Verb::say:
        case Verb::note: return " " + action.text;
        case Verb::decline: return " " + action.reason + (action.text.empty() ? "" : " " + action.text);
        case Verb::prescribe:
        case Verb::change:
            return " " + number_text(action.dose) + " " + action.unit + " " + std::to_string(action.times) +
                   (action.amount > 0 ? " " + print_span(action) : "") + (action.as_needed ? " as_needed" : "");
        default: return "";
    }
}

}  // namespace

std::string_view name(Verb verb) { return verb_names[static_cast<std::size_t>(verb)]; }
std::optional<Verb> verb_of(std::string_view word) {
    const auto index = index_of(verb_names, word);
    return index ? std::optional(static_cast<Verb>(*index)) : std::nullopt;
}
bool is_question(Verb verb) { return verb == Verb::ask || verb == Verb::say; }
bool is_examination(Verb verb) { return verb >= Verb::inspect && verb <= Verb::measure; }

std::string_view name(Side side) { return side_names[static_cast<std::size_t>(side)]; }
std::optional<Side> side_of(std::string_view word) {
    const auto index = index_of(side_names, word);
    return index ? std::optional(static_cast<Side>(*index)) : std::nullopt;
}
Side opposite(Side side) { return side == Side::right ? Side::left : side == Side::left ? Side::right : side; }

std::string_view name(Urgency urgency) { return urgency_names[static_cast<std::size_t>(urgency)]; }
std::optional<Urgency> urgency_of(std::string_view word) {
    const auto index = index_of(urgency_names, word);
    return index ? std::optional(static_cast<Urgency>(*index)) : std::nullopt;
}

std::string Action::act() const {
    return subject.empty() ? std::string(name(verb)) : std::string(name(verb)) + " " + subject;
}

std::string trouble_with_text(std::string_view text) {
    // No character has more than four bytes.
    if (text.size() > 4 * most_text_characters || base::code_points(text).size() > most_text_characters) {
        return "longer than " + std::to_string(most_text_characters) + " characters";
    }
    return document::unreadable_character(text);
}

Result<Action> parse_action(std::string_view line) {
    line = base::trimmed(line);
    if (line.size() > most_line_bytes) {
        return Error{"", "the line has " + std::to_string(line.size()) + " bytes, at most 4,000 are read",
                     "an action fits in one line"};
    }
    const std::string unreadable = document::unreadable_character(line);
    if (!unreadable.empty()) return Error{"", unreadable, "write it without"};
    const std::size_t space = line.find_first_of(" \t");
    const std::string_view word = line.substr(0, space);
    const std::string_view rest = space == std::string_view::npos ? std::string_view{} : line.substr(space + 1);
    const std::optional<Verb> verb = verb_of(word);
    if (!verb) {
        const std::vector<std::string> known(verb_names.begin(), verb_names.end());
        const std::vector<std::string> near = base::nearest(word, known, 1);
        return Error{"", "unknown action " + base::quoted(word), near.empty() ? "" : "did you mean '" + near[0] + "'?"};
    }
    Action action;
    action.verb = *verb;
    Words words(rest);
    if (*verb == Verb::border) return parse_border(action, words);
    if (!take_subject(action, words)) return wrong(*verb, "an id of small letters, digits and _ after it");
    if (*verb == Verb::prescribe || *verb == Verb::change) return finish_dose(std::move(action), words);
    if (takes_side(*verb)) return finish_sided(std::move(action), words);
    return finish_other(std::move(action), words, rest);
}

std::string print(const Action& action) {
    if (action.verb == Verb::border) {
        const std::size_t space = action.subject.find(' ');
        return "border " + action.subject.substr(0, space) + " " + std::string(name(action.side)) +
               action.subject.substr(space);
    }
    // The questions a `say` was understood as are no words of the student's.
    std::string line = action.verb == Verb::say ? std::string(name(action.verb)) : action.act();
    if (action.side != Side::none) line += " " + std::string(name(action.side));
    return line + options(action);
}

std::string ActPattern::act() const {
    return subject.empty() ? std::string(name(verb)) : std::string(name(verb)) + " " + subject;
}

Result<ActPattern> parse_pattern(std::string_view text) {
    static constexpr std::array<std::string_view, 6> where_names{"affected", "other", "both", "right", "left", "any"};
    Words words(base::trimmed(text));
    const std::string_view word = words.take();
    const std::optional<Verb> verb = verb_of(word);
    if (!verb)
        return Error{"", "unknown act " + base::quoted(word),
                     "write it as in the action language, such as 'palpate heel_centre'"};
    ActPattern pattern;
    pattern.verb = *verb;
    std::size_t wanted = subject_words(*verb);
    if (*verb == Verb::diagnose || *verb == Verb::differential || *verb == Verb::say) wanted = 1;
    for (std::size_t i = 0; i < wanted; ++i) {
        const std::string_view id = words.take();
        if (!base::is_id(id)) return Error{"", "an act of the form '" + std::string(word) + " ID' was expected", ""};
        if (i > 0) pattern.subject += ' ';
        pattern.subject += id;
    }
    if (!words.empty()) {
        const auto where = index_of(where_names, words.take());
        if (!where || !words.empty()) {
            return Error{"", "after the act only affected, other, both, right, left or any may follow", ""};
        }
        pattern.where = static_cast<Where>(*where);
    }
    return pattern;
}

Result<RecordedJournal> parse_journal(std::string_view text) {
    RecordedJournal journal;
    int number = 0;
    bool headed = false;
    for (std::string_view raw : base::split(text, '\n')) {
        ++number;
        const std::string_view line = base::trimmed(raw);
        if (line.empty() || line[0] == '#') continue;
        if (headed) {
            journal.lines.push_back({number, std::string(line)});
            if (journal.lines.size() > 10'000) {
                return Error{std::to_string(number) + ":1", "more than 10,000 actions", ""};
            }
            continue;
        }
        Words words(line);
        const bool begins = words.take() == "journal" && words.take() == "1";
        journal.case_id = std::string(words.take());
        const bool seeded = words.take() == "seed";
        const std::string_view seed = words.take();
        const auto [end, failed] = std::from_chars(seed.data(), seed.data() + seed.size(), journal.seed);
        const bool spoken = words.take() == "lang";
        journal.language = std::string(words.take());
        const bool named = base::is_id(journal.case_id) && base::language_of(journal.language);
        if (!begins || !seeded || !spoken || !named || failed != std::errc{} || end != seed.data() + seed.size() ||
            !words.empty()) {
            return Error{std::to_string(number) + ":1", "a journal begins 'journal 1 CASE seed N lang L'",
                         "L is sv, nb or en"};
        }
        headed = true;
    }
    if (!headed) return Error{"1:1", "the journal is empty", "its first line is 'journal 1 CASE seed N lang L'"};
    return journal;
}

}  // namespace palpera::library
