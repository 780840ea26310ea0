#include <algorithm>
#include <iostream>
#include <regex>

#include "engine/base/text.h"
#include "engine/command/diagnostics_json.h"
#include "engine/command/verbs.h"
#include "engine/store/desktop.h"

namespace palpera::command {
void tell(const base::Diagnostics& found, std::ostream& err) {
    for (const base::Diagnostic& diagnostic : found.sorted()) err << base::format(diagnostic) << "\n";
}

Opened open_library(const Options& options, const Surroundings& surroundings) {
    Opened opened;
    library::Places places = surroundings.places;
    if (!options.library.empty()) places.cases = options.library;
    std::error_code failed;
    opened.unreadable = !std::filesystem::is_directory(places.cases / "catalogue", failed);
    opened.library = library::read_library(places, opened.diagnostics);
    opened.words = present::Words::read(surroundings.text / "interface.yaml", opened.diagnostics);
    return opened;
}

std::optional<library::CaseFile> find_case(const std::string& name, const Opened& opened, base::Diagnostics& found) {
    if (const library::CaseFile* shipped = library::find(opened.library.cases, name)) return *shipped;
    std::error_code failed;
    if (std::filesystem::is_directory(name, failed)) return library::read_case(name, opened.library, found);
    for (const base::Diagnostic& diagnostic : opened.diagnostics.all()) found.add(diagnostic);
    found.add({name, 0, 0, base::Severity::error, "unknown-case",
               "no case is called " + base::quoted(name) + ", and it is no folder of a case",
               "'palpera list' names all"});
    return std::nullopt;
}

int unreadable(const base::Diagnostics& found, const Options& options, const Surroundings& surroundings) {
    tell(found, surroundings.err);
    if (options.json) surroundings.out << diagnostics_json(found, 0, false) << std::endl;
    return 2;
}

base::Diagnostic diagnostic_of(const base::Error& error) {
    static const std::regex place("(.+):([0-9]{1,9}):([0-9]{1,9})");
    base::Diagnostic diagnostic{error.where, 0, 0, base::Severity::error, "unreadable", error.what, error.hint};
    std::smatch parts;
    if (error.where.size() < 4096 && std::regex_match(error.where, parts, place)) {
        diagnostic.file = parts[1];
        diagnostic.line = std::stoi(parts[2]);
        diagnostic.column = std::stoi(parts[3]);
    }
    return diagnostic;
}

int unreadable(const base::Error& error, const Options& options, const Surroundings& surroundings) {
    base::Diagnostics found;
    found.add(diagnostic_of(error));
    return unreadable(found, options, surroundings);
}

base::Language language_for(const Options& options, const Surroundings& surroundings, base::Language otherwise) {
    if (const auto given = base::language_of(options.language)) return *given;
    return store::desktop_language(surroundings.environment).value_or(otherwise);
}

bool read_line(std::istream& in, std::string& line) {
    line.clear();
    for (char c = 0; line.size() <= most_line_bytes && in.get(c) && c != '\n';) line += c;
    return in.good() || !line.empty();
}

std::string trouble_with(const library::Library& library, const library::Action& action) {
    for (const auto& [condition, percent] : action.probabilities) {
        const std::string trouble =
            library::trouble_with(library.catalogue, library.atlas, library::Verb::diagnose, condition);
        if (!trouble.empty()) return trouble;
    }
    if (action.verb == library::Verb::link) {
        const std::size_t space = action.subject.find(' ');
        const std::string fact = action.subject.substr(0, space);
        if (!library::find(library.catalogue.facts, fact)) return "no finding is called \"" + fact + "\"";
        return library::trouble_with(library.catalogue, library.atlas, library::Verb::diagnose,
                                     std::string_view(action.subject).substr(space + 1));
    }
    return library::trouble_with(library.catalogue, library.atlas, action.verb, action.subject);
}

}  // namespace palpera::command
