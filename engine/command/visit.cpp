#include "engine/command/visit.h"

#include <algorithm>

#include "engine/base/file.h"
#include "engine/base/text.h"
#include "engine/dialogue/questions.h"
#include "engine/encounter/session.h"
#include "engine/present/spoken.h"

namespace palpera::command {
namespace {

using encounter::Encounter;

// A journal in either form, before it is known which variant it is of.
struct Given {
    std::string case_id;
    std::uint64_t seed = 0;
    std::vector<encounter::JournalRecord> records;
    std::optional<library::RecordedJournal> recorded;
    std::string language;
    library::GuidelineVersions guidelines;  // a journal in text form does not say
};

base::Result<Given> read_given(const std::string& file) {
    const base::Result<std::string> bytes = base::read_file(file, journal::most_file_bytes);
    if (!bytes) return bytes.error();
    Given given;
    if (!journal::looks_like_journal(*bytes)) {
        base::Result<library::RecordedJournal> recorded = library::parse_journal(*bytes);
        if (!recorded)
            return base::Error{file + ":" + recorded.error().where, recorded.error().what, recorded.error().hint};
        given.case_id = recorded->case_id;
        given.seed = recorded->seed;
        given.language = recorded->language;
        given.recorded = std::move(*recorded);
        return given;
    }
    const journal::Contents contents = journal::read(*bytes);
    if (!contents.damage.empty()) return base::Error{file, contents.damage, ""};
    const base::Result<encounter::JournalHeader> header = encounter::decode_header(contents.header);
    if (!header) return base::Error{file, header.error().what, ""};
    given.case_id = header->case_id;
    given.seed = header->seed;
    given.language = header->language;
    given.guidelines = header->guidelines;
    for (const std::string& record : contents.records) {
        base::Result<encounter::JournalRecord> decoded = encounter::decode_record(record);
        if (!decoded) return base::Error{file, decoded.error().what, ""};
        given.records.push_back(std::move(*decoded));
    }
    return given;
}

// A journal as text holds what was said and not what it was understood as: words need the model, nothing else does.
bool has_words(const Given& given) {
    const auto& lines = given.recorded->lines;
    return std::any_of(lines.begin(), lines.end(), [](const auto& line) {
        const base::Result<library::Action> action = library::parse_action(line.text);
        return action && action->verb == library::Verb::say;
    });
}

base::Result<Encounter> replay_text(const patient::Patient& patient, const Given& given, const std::string& file,
                                    const library::Library& library, const std::filesystem::path& model_file) {
    const base::Language language = base::language_of(given.language).value_or(base::Language::en);
    base::Result<dialogue::Model> model = dialogue::Model{};
    if (has_words(given)) model = dialogue::read_model(model_file);
    if (!model) return model.error();
    const dialogue::QuestionFinder finder(library.catalogue, language, *model);
    Encounter encounter(patient);
    for (const auto& line : given.recorded->lines) {
        const auto wrong = [&](const std::string& what) {
            return base::Error{file + ":" + std::to_string(line.number) + ":1", what, ""};
        };
        base::Result<library::Action> action = library::parse_action(line.text);
        if (!action) return wrong(action.error().what);
        const std::string trouble = trouble_with(library, *action);
        if (!trouble.empty()) return wrong(trouble);
        if (action->verb == library::Verb::say) present::understand(*action, encounter, finder);
        if (const auto refusal = encounter::find_refusal(encounter, *action)) {
            return wrong(base::quoted(line.text) + " is refused: " + refusal->key);
        }
        encounter::carry_out(encounter, *action);
    }
    return encounter;
}

}  // namespace

std::optional<Replayed> replay_journal(const library::CaseFile& file, const std::string& journal, const Opened& opened,
                                       const Surroundings& surroundings, base::Diagnostics& found) {
    const auto fail = [&](const base::Error& error) {
        found.add(diagnostic_of(error));
        return std::nullopt;
    };
    base::Result<Given> given = read_given(journal);
    if (!given) return fail(given.error());
    if (given->case_id != file.id)
        return fail(base::Error{journal, "the journal is of the case " + given->case_id, ""});
    auto patient = patient::compile(opened.library, file, given->seed, found);
    if (!patient) return std::nullopt;
    auto kept = std::make_unique<patient::Patient>(std::move(*patient));
    base::Result<Encounter> encounter = given->recorded
                                            ? replay_text(*kept, *given, journal, opened.library, surroundings.model)
                                            : encounter::replay(*kept, given->records);
    if (!encounter) return fail(encounter.error());
    return Replayed{std::move(kept), std::move(*encounter), std::move(given->guidelines)};
}

std::optional<Visit> replay_visit(const Options& options, const Surroundings& surroundings, int& code) {
    auto opened = std::make_unique<Opened>(open_library(options, surroundings));
    base::Diagnostics found;
    std::optional<library::CaseFile> file = find_case(options.names.at(0), *opened, found);
    std::optional<Replayed> replayed;
    if (file) replayed = replay_journal(*file, options.names.at(1), *opened, surroundings, found);
    if (!replayed) {
        code = unreadable(found, options, surroundings);
        return std::nullopt;
    }
    tell(found, surroundings.err);
    const base::Language language = language_for(options, surroundings, file->language);
    return Visit{std::move(opened), std::move(*file), std::move(*replayed), language};
}

}  // namespace palpera::command
