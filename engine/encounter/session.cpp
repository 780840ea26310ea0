#include "engine/encounter/session.h"

#include <time.h>

#include <limits>

#include "engine/base/file.h"
#include "engine/base/text.h"
#include "engine/encounter/journal_place.h"

namespace palpera::encounter {
namespace {

constexpr std::size_t response_bytes = 16;

std::string short_digest(const Response& response) {
    const base::Digest digest = response.digest();
    return std::string(digest.bytes.begin(), digest.bytes.begin() + response_bytes);
}

std::int64_t milliseconds(clockid_t clock) {
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

// A number that does not fit is refused, not cut to one that does.
int small_number(base::CanonicalReader& reader, bool& fits) {
    const std::int64_t number = reader.signed_number();
    fits = fits && number >= 0 && number <= std::numeric_limits<int>::max();
    return fits ? static_cast<int>(number) : 0;
}

base::Error record_error(int n, std::string what) { return {"record " + std::to_string(n), std::move(what), ""}; }

}  // namespace

Clocks machine_clocks() {
    return {[] { return milliseconds(CLOCK_BOOTTIME); }, [] { return milliseconds(CLOCK_REALTIME); }};
}

std::string encode(const JournalHeader& header) {
    base::CanonicalWriter writer;
    writer.text(header.case_id).signed_number(header.case_version).number(header.seed).text(header.language);
    writer.text(header.patient.hex()).signed_number(header.replay_version);
    if (header.guidelines.empty()) return writer.bytes();
    writer.number(header.guidelines.size());
    for (const auto& [id, version] : header.guidelines) writer.text(id).signed_number(version);
    return writer.bytes();
}

base::Result<JournalHeader> decode_header(std::string_view bytes) {
    base::CanonicalReader reader(bytes);
    JournalHeader header;
    bool fits = true;
    header.case_id = reader.text(64);
    header.case_version = small_number(reader, fits);
    header.seed = reader.number();
    header.language = reader.text(8);
    const std::optional<base::Digest> digest = base::digest_from_hex(reader.text(64));
    header.replay_version = small_number(reader, fits);
    const std::uint64_t guidelines = reader.ok() && !reader.at_end() ? reader.number() : 0;
    for (std::uint64_t i = 0; i < guidelines && reader.ok(); ++i) {
        std::string id = reader.text(64);
        header.guidelines.emplace_back(std::move(id), small_number(reader, fits));
    }
    if (!fits || !reader.ok() || !reader.at_end() || !digest) {
        return base::Error{"header", "the journal does not say which case it is of", ""};
    }
    header.patient = *digest;
    return header;
}

std::string encode(const JournalRecord& record) {
    base::CanonicalWriter writer;
    writer.signed_number(record.n).signed_number(record.boot_milliseconds).signed_number(record.wall_milliseconds);
    writer.signed_number(record.simulated_minutes).text(record.action).number(record.questions.size());
    for (const std::string& question : record.questions) writer.text(question);
    writer.text(record.response);
    if (!record.model.empty()) writer.text(record.model);
    return writer.bytes();
}

base::Result<JournalRecord> decode_record(std::string_view bytes) {
    base::CanonicalReader reader(bytes);
    JournalRecord record;
    bool fits = true;
    record.n = small_number(reader, fits);
    record.boot_milliseconds = reader.signed_number();
    record.wall_milliseconds = reader.signed_number();
    record.simulated_minutes = reader.signed_number();
    record.action = reader.text(journal::most_record_bytes);
    const std::uint64_t questions = reader.number();
    for (std::uint64_t i = 0; i < questions && reader.ok(); ++i) record.questions.push_back(reader.text(64));
    record.response = reader.text(response_bytes);
    if (reader.ok() && !reader.at_end()) record.model = reader.text(64);
    if (!fits || !reader.ok() || !reader.at_end())
        return base::Error{"record", "the record is not of this version", ""};
    return record;
}

base::Result<Encounter> replay(const patient::Patient& patient, const std::vector<Action>& actions) {
    Encounter encounter(patient);
    for (std::size_t i = 0; i < actions.size(); ++i) {
        if (const auto refusal = find_refusal(encounter, actions[i])) {
            return base::Error{"action " + std::to_string(i + 1),
                               library::print(actions[i]) + " is refused: " + refusal->key + " " + refusal->about, ""};
        }
        carry_out(encounter, actions[i]);
    }
    return encounter;
}

base::Result<Encounter> replay(const patient::Patient& patient, const std::vector<JournalRecord>& records) {
    Encounter encounter(patient);
    for (const JournalRecord& record : records) {
        base::Result<Action> action = library::parse_action(record.action);
        if (!action) return record_error(record.n, action.error().what);
        if (action->verb == library::Verb::say) understand(*action, record.questions, record.model);
        if (record.n != static_cast<int>(encounter.events.size()) + 1) {
            return record_error(record.n, "actions are numbered one after the other");
        }
        if (const auto refusal = find_refusal(encounter, *action)) {
            return record_error(record.n, "the case refuses " + base::quoted(record.action) + ": " + refusal->key);
        }
        const Response& response = carry_out(encounter, *action);
        if (encounter.events.back().at.value != record.simulated_minutes || short_digest(response) != record.response) {
            return record_error(record.n,
                                base::quoted(record.action) + " gives another response now than when it was written");
        }
    }
    return encounter;
}

std::vector<Action> actions_of(const Encounter& encounter) {
    std::vector<Action> actions;
    for (const Event& event : encounter.events) actions.push_back(event.action);
    return actions;
}

Session Session::in_memory(const patient::Patient& patient) { return Session(patient); }

namespace {

// A journal must be made here: there is no file, or one that was cut short before its first record.
bool is_to_be_made(const std::filesystem::path& file) {
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) return true;
    const base::Result<std::string> bytes = base::read_file(file, journal::most_record_bytes * 2);
    return bytes && journal::was_never_begun(*bytes);
}

}  // namespace

base::Result<Session> Session::open(const std::filesystem::path& file, const patient::Patient& patient,
                                    std::string language, Clocks clocks, std::filesystem::path second,
                                    library::GuidelineVersions guidelines) {
    Session session(patient);
    session.clocks_ = std::move(clocks);
    session.first_ = file;
    session.second_ = std::move(second);
    session.header_ = {patient.case_id,          patient.case_version, patient.seed,         std::move(language),
                       patient::digest(patient), replay_version,       std::move(guidelines)};
    const std::filesystem::path place = place_of(file, session.second_);
    if (!is_to_be_made(place)) {
        const base::Outcome taken = session.take_up(place);
        return taken ? base::Result<Session>(std::move(session)) : taken.error();
    }
    base::Result<journal::Writer> writer = journal::Writer::create(place, encode(session.header_));
    if (!writer) return writer.error();
    session.writer_ = std::move(*writer);
    return session;
}

base::Outcome Session::take_up(const std::filesystem::path& file) {
    base::Result<journal::Writer> writer = journal::Writer::open(file);
    if (!writer) return look(file, writer.error());
    const base::Outcome taken = take_up(writer->contents(), file);
    if (!taken) return taken;
    torn_bytes_ = writer->contents().torn_bytes;
    writer_ = std::move(*writer);
    return taken;
}

// What cannot be opened to be added to may still be read, as far as it is whole.
base::Outcome Session::look(const std::filesystem::path& file, base::Error why) {
    const base::Result<journal::Contents> contents = journal::read_file(file);
    if (!contents || contents->header.empty()) return why;
    const base::Outcome taken = take_up(*contents, file);
    if (!taken) return taken;
    read_only_.file = file;
    const std::optional<journal::Holder> who = journal::holder(file);
    read_only_.way = !contents->damage.empty() ? Keeping::Way::damaged
                     : who                     ? Keeping::Way::elsewhere
                                               : Keeping::Way::unwritable;
    read_only_.who = who.value_or(journal::Holder{});
    read_only_.record = contents->records.size() + 1;
    read_only_.byte = contents->whole_bytes;
    read_only_.reason = std::move(why);
    return taken;
}

base::Outcome Session::take_up(const journal::Contents& contents, const std::filesystem::path& file) {
    const base::Result<JournalHeader> header = decode_header(contents.header);
    if (!header) return header.error();
    if (header->case_id != header_.case_id || header->seed != header_.seed) {
        return base::Error{
            file.string(),
            "the journal is of the case " + base::printable(header->case_id) + ", seed " + std::to_string(header->seed),
            "open it with that case, or give another file"};
    }
    if (header->replay_version != replay_version) {
        return base::Error{file.string(),
                           "the journal was written by the rules of version " + std::to_string(header->replay_version) +
                               ", this program plays by those of version " + std::to_string(replay_version),
                           ""};
    }
    std::vector<JournalRecord> records;
    for (const std::string& bytes : contents.records) {
        base::Result<JournalRecord> record = decode_record(bytes);
        if (!record) return record.error();
        records.push_back(std::move(*record));
    }
    base::Result<Encounter> encounter = replay(*encounter_.patient, records);
    if (!encounter) {
        const bool changed = header->patient != header_.patient;
        return base::Error{file.string() + ", " + encounter.error().where, encounter.error().what,
                           changed ? "the case has changed since the journal was written" : ""};
    }
    encounter_ = std::move(*encounter);
    header_.guidelines = header->guidelines;
    return base::Done{};
}

Keeping Session::keeping() const {
    using Way = Keeping::Way;
    Keeping keeping = read_only_;
    if (!writer_) return keeping;
    keeping.file = writer_->file();
    keeping.reason = not_saved_;
    keeping.free_bytes = writer_->free_bytes();
    if (writer_->obstacle() == journal::Obstacle::failed) {
        keeping.way = Way::failed;
    } else if (writer_->obstacle() == journal::Obstacle::full) {
        keeping.way = Way::full;
    } else if (writer_->file() != first_) {
        keeping.way = Way::moved;
        keeping.before = first_;
        keeping.reason = why_moved_;
    } else if (writer_->free_bytes() < journal::spare_bytes) {
        keeping.way = Way::low_space;
    }
    return keeping;
}

Session::Reply Session::act(const Action& action) {
    Reply reply;
    reply.refused = find_refusal(encounter_, action);
    if (reply.refused) return reply;
    Encounter next = encounter_;
    carry_out(next, action);
    const base::Outcome saved = append(action, next.events.back());
    not_saved_ = saved ? base::Error{} : saved.error();
    reply.not_saved = not_saved_;
    if (!saved) return reply;
    encounter_ = std::move(next);
    reply.response = &encounter_.events.back().response;
    return reply;
}

base::Outcome Session::append(const Action& action, const Event& event) {
    if (read_only_.is_read_only()) return read_only_.reason;
    if (!writer_) return base::Done{};
    JournalRecord record;
    record.n = event.n;
    record.boot_milliseconds = clocks_.boot_milliseconds();
    record.wall_milliseconds = clocks_.wall_milliseconds();
    record.simulated_minutes = event.at.value;
    record.action = library::print(action);
    if (action.verb == library::Verb::say) {
        record.questions = understood(action);
        record.model = action.understood_by;
    }
    record.response = short_digest(event.response);
    return append(encode(record));
}

base::Outcome Session::append(const std::string& record) {
    const base::Outcome saved = writer_->append(record);
    if (saved || writer_->obstacle() != journal::Obstacle::failed) return saved;
    // The first reason is the one to mend; that the second place fails too is the lesser news.
    if (!move_to_second()) return saved;
    why_moved_ = saved.error();
    return writer_->append(record);
}

base::Outcome Session::move_to_second() {
    if (second_.empty() || writer_->file() != first_)
        return base::Error{first_.string(), "there is no second place", ""};
    const base::Outcome folder = make_own_folder(second_);
    if (!folder) return folder;
    const std::filesystem::path file = second_place(first_, second_);
    // What an earlier copy left there was cut short, or the journal would have been taken up from it.
    std::error_code failed;
    std::filesystem::remove(file, failed);
    base::Result<journal::Writer> copy = writer_->copy_to(file);
    if (!copy) return copy.error();
    writer_ = std::move(*copy);
    return base::Done{};
}

}  // namespace palpera::encounter
