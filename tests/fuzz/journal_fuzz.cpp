// A journal, in three ways: the bytes of a file, records whose checksums are right, and the lines of the text form.
// The first byte chooses.
#include <cstddef>
#include <cstdint>

#include "engine/base/text.h"
#include "engine/encounter/session.h"
#include "engine/journal/layout.h"
#include "tests/fuzz/demand.h"
#include "tests/library/small_library.h"

namespace palpera::fuzz {
namespace {

patient::Patient a_patient() {
    library::SmallLibrary small;
    const library::Library library = small.read();
    base::Diagnostics diagnostics;
    auto patient = patient::compile(library, library.cases.at(0), 0, diagnostics);
    demand(patient.has_value(), "the small library's case is sound");
    return *std::move(patient);
}

std::string laid_out(const std::string& header, const std::vector<std::string>& records) {
    std::string bytes = std::string(journal::first_line) + journal::framed(header);
    for (const std::string& record : records) bytes += journal::framed(record);
    return bytes;
}

void read_bytes(const std::string& bytes) {
    const journal::Contents contents = journal::read(bytes);
    demand(contents.whole_bytes + contents.torn_bytes <= bytes.size(), "no more is told than there is");
    demand(contents.damage.size() < 512, "a damage is told shortly");
    if (contents.header.empty()) return;
    demand(laid_out(contents.header, contents.records) == bytes.substr(0, contents.whole_bytes),
           "what was read is what stands there");
    demand(!contents.damage.empty() || contents.whole_bytes + contents.torn_bytes == bytes.size(),
           "every byte is a record, torn or damage");
}

void replay_records(const std::vector<std::string>& bodies, const patient::Patient& patient) {
    std::vector<encounter::JournalRecord> records;
    for (const std::string& body : bodies) {
        const auto record = encounter::decode_record(body);
        if (!record) continue;
        demand(encounter::encode(*record) == body, "a record is written in one way only");
        records.push_back(*record);
    }
    const auto replayed = encounter::replay(patient, records);
    demand(replayed || !replayed.error().where.empty(), "a record that is refused is named");
}

std::vector<std::string> bodies_in(const std::string& bytes) {
    std::vector<std::string> bodies;
    for (const std::string_view part : base::split(bytes, '\xff')) {
        if (!part.empty() && part.size() <= journal::most_record_bytes) bodies.emplace_back(part);
    }
    return bodies;
}

void read_records(const std::string& bytes, const patient::Patient& patient) {
    const std::vector<std::string> bodies = bodies_in(bytes);
    const std::string whole = laid_out("header", bodies);
    const journal::Contents contents = journal::read(whole);
    demand(contents.records == bodies && contents.damage.empty(), "what was laid out is read again");
    const auto header = encounter::decode_header(bytes);
    demand(!header || encounter::encode(*header) == bytes, "a header is written in one way only");
    replay_records(contents.records, patient);
}

void read_lines(const std::string& text, const patient::Patient& patient) {
    const auto journal = library::parse_journal(text);
    if (!journal) {
        demand(!journal.error().where.empty(), "a line that is refused is named");
        return;
    }
    encounter::Encounter encounter(patient);
    for (const auto& line : journal->lines) {
        auto action = library::parse_action(line.text);
        if (!action) {
            demand(!action.error().what.empty(), "an act that is refused is told why");
            continue;
        }
        const auto again = library::parse_action(library::print(*action));
        demand(again && library::print(*again) == library::print(*action), "an act that is printed reads the same");
        if (action->verb == library::Verb::say) encounter::understand(*action, {"where"});
        if (!encounter::find_refusal(encounter, *action)) encounter::carry_out(encounter, *action);
        if (encounter.events.size() > 200) return;
    }
}

}  // namespace
}  // namespace palpera::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace palpera::fuzz;
    static const palpera::patient::Patient patient = a_patient();
    if (size == 0) return 0;
    const std::string rest = text_of(data + 1, size - 1);
    switch (data[0] % 3) {
        case 0: read_bytes(rest); break;
        case 1: read_records(rest, patient); break;
        default: read_lines(rest, patient);
    }
    return 0;
}
