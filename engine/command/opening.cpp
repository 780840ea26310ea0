#include <algorithm>
#include <iostream>

#include "engine/command/verbs.h"
#include "engine/store/desktop.h"

namespace palpera::command {
namespace {

void tell(const base::Diagnostics& diagnostics, std::ostream& err) {
    for (const base::Diagnostic& diagnostic : diagnostics.sorted()) err << base::format(diagnostic) << "\n";
}

}  // namespace

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

std::optional<library::CaseFile> find_case(const std::string& name, Opened& opened, const Surroundings& surroundings) {
    if (const library::CaseFile* shipped = library::find(opened.library.cases, name)) return *shipped;
    std::error_code failed;
    if (!std::filesystem::is_directory(name, failed)) {
        std::vector<std::string> known;
        for (const library::CaseFile& file : opened.library.cases) known.push_back(file.id);
        tell(opened.diagnostics, surroundings.err);
        surroundings.err << "palpera: no case is called '" << name
                         << "', and it is no folder of a case; 'palpera list' names all\n";
        return std::nullopt;
    }
    base::Diagnostics diagnostics;
    std::optional<library::CaseFile> file = library::read_case(name, opened.library, diagnostics);
    tell(diagnostics, surroundings.err);
    return file;
}

base::Language language_for(const Options& options, const Surroundings& surroundings, base::Language otherwise) {
    if (const auto given = base::language_of(options.language)) return *given;
    return store::desktop_language(surroundings.environment).value_or(otherwise);
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
