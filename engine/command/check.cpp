#include <algorithm>
#include <iostream>

#include "engine/base/text.h"
#include "engine/command/diagnostics_json.h"
#include "engine/command/verbs.h"
#include "engine/dialogue/questions.h"
#include "engine/library/wordings.h"
#include "engine/pathway/break_even.h"

namespace palpera::command {
namespace {

namespace fs = std::filesystem;

// The library a path lies in: the nearest folder at or above it that has a catalogue and guidelines.
std::optional<fs::path> root_of(const fs::path& path) {
    std::error_code failed;
    const fs::path start = fs::weakly_canonical(path, failed);
    for (fs::path folder = start; !folder.empty(); folder = folder.parent_path()) {
        if (fs::is_directory(folder / "catalogue", failed) && fs::is_directory(folder / "guidelines", failed)) {
            return folder;
        }
        if (folder == folder.parent_path()) break;
    }
    return std::nullopt;
}

// A translation belongs to its original: NAME.nb.yaml to NAME.yaml.
bool lies_in(const std::string& file, const fs::path& path) {
    std::error_code failed;
    const fs::path whole = fs::weakly_canonical(file, failed);
    const fs::path place = fs::weakly_canonical(path, failed);
    if (place.extension() == ".yaml" && whole.parent_path() == place.parent_path() &&
        whole.filename().string().starts_with(place.stem().string() + ".")) {
        return true;
    }
    const auto [end, ignored] = std::mismatch(place.begin(), place.end(), whole.begin(), whole.end());
    return end == place.end();
}

std::size_t count_files(const fs::path& path) {
    std::error_code failed;
    if (!fs::is_directory(path, failed)) return 1;
    std::size_t count = 0;
    for (auto entry = fs::recursive_directory_iterator(path, failed); entry != fs::recursive_directory_iterator();
         entry.increment(failed)) {
        if (failed || count > 100'000) break;
        if (entry->path().extension() == ".yaml") ++count;
    }
    return count;
}

// "1.67"
std::string in_points(std::int64_t thousandths) {
    const std::int64_t hundredths = (thousandths + 5) / 10;
    return std::to_string(hundredths / 100) + "." + std::to_string(100 + hundredths % 100).substr(1);
}

// Warns where an act that is not needed costs so little, beside what it would earn of another patient, that guessing
// pays.
void look_at_guesses(const library::Library& library, const library::CaseFile& file, base::Diagnostics& found) {
    base::Diagnostics told_already;
    const std::optional<patient::Patient> patient = patient::compile(library, file, 0, told_already);
    if (!patient) return;
    for (const pathway::Guess& guess : pathway::guesses(library, file, *patient)) {
        if (!guess.pays()) continue;
        found.add({file.folder + "/case.yaml", 0, 0, base::Severity::warning, "break-even",
                   guess.act + " is not expected and costs " + in_points(guess.price) + " points; a guess could gain " +
                       in_points(guess.gain),
                   "a guess is to cost at least a third of its gain: expect more steps of the patient, or raise the "
                   "burdens in guidelines/blueprint.yaml"});
    }
}

// Warns of phrasings of a case that the model takes for another question: word for word they are understood, but what
// a student types is never word for word.
class StrayPhrasings {
public:
    StrayPhrasings(const library::Library& library, const fs::path& model) : library_(library), file_(model) {}

    void look_at(const library::CaseFile& file, base::Diagnostics& found) {
        for (const library::Phrasing& phrasing : file.phrasings) {
            for (const base::Language language : base::every_language) {
                for (const std::string_view words : base::split(phrasing.words.in(language), ';'))
                    look_at(file, phrasing, base::trimmed(words), language, found);
            }
        }
    }

private:
    void look_at(const library::CaseFile& file, const library::Phrasing& phrasing, std::string_view words,
                 base::Language language, base::Diagnostics& found) {
        if (words.empty()) return;
        if (!model_) model_ = dialogue::read_model(file_);
        if (!*model_) return;
        const dialogue::QuestionFinder finder(library_.catalogue, language, **model_);
        const std::vector<std::string> asked = finder.understand(words).questions;
        if (asked == std::vector{phrasing.question}) return;
        const std::string elsewhere =
            asked.empty() ? "is no question to the model" : "is " + base::joined(asked, " and ") + " to the model";
        found.add({file.folder + "/case.yaml", phrasing.line, phrasing.column, base::Severity::warning,
                   "phrasing-elsewhere", base::quoted(std::string(words)) + " " + elsewhere,
                   "it asks " + phrasing.question +
                       " word for word only: what is typed a little otherwise goes elsewhere; put it more plainly, or add "
                       "wordings to catalogue/phrasings"});
    }

    const library::Library& library_;
    fs::path file_;
    std::optional<base::Result<dialogue::Model>> model_;
};

class Checker {
public:
    Checker(const Options& options, const Surroundings& surroundings)
        : options_(options), surroundings_(surroundings) {}

    // False: the path cannot be read at all.
    bool check(const fs::path& path) {
        std::error_code failed;
        if (!fs::exists(fs::symlink_status(path, failed))) {
            return complain(path, "there is no such file or folder");
        }
        files_ += count_files(path);
        if (const std::optional<fs::path> root = library_of(path)) {
            check_within(*root, path);
            return true;
        }
        const fs::path folder = fs::is_directory(path, failed) ? path : path.parent_path();
        if (!fs::exists(fs::symlink_status(folder / "case.yaml", failed))) {
            return complain(path, "neither a case (no case.yaml) nor a part of a library");
        }
        const Opened opened = open_library(options_, surroundings_);
        const std::optional<library::CaseFile> file = library::read_case(folder, opened.library, found_);
        if (!file) return true;
        patient::compose_every_variant(opened.library, *file, found_);
        look_at_guesses(opened.library, *file, found_);
        StrayPhrasings(opened.library, surroundings_.model).look_at(*file, found_);
        return true;
    }

    int tell() const {
        const std::vector<base::Diagnostic> all = found_.sorted();
        if (options_.json) {
            surroundings_.out << diagnostics_json(found_, files_, true) << "\n";
        } else {
            for (const base::Diagnostic& d : all) surroundings_.out << base::format(d) << "\n";
            surroundings_.out << files_ << " files, " << found_.errors() << " errors, " << found_.warnings()
                              << " warnings\n";
        }
        const bool unread = std::any_of(all.begin(), all.end(), [](const base::Diagnostic& d) {
            return d.rule == "unreadable" || d.rule == "link";
        });
        return unread ? 2 : found_.errors() > 0 ? 1 : 0;
    }

private:
    bool complain(const fs::path& path, const std::string& what) const {
        surroundings_.err << "palpera: " << base::printable(path.string()) << ": " << what << "\n";
        return false;
    }

    // The library that the path is a part of. What lies outside one that was named is a case beside it.
    std::optional<fs::path> library_of(const fs::path& path) const {
        if (options_.library.empty()) return root_of(path);
        if (lies_in(path.string(), options_.library)) return fs::path(options_.library);
        return std::nullopt;
    }

    void check_within(const fs::path& root, const fs::path& path) {
        Options options = options_;
        options.library = root.string();
        const Opened opened = open_library(options, surroundings_);
        base::Diagnostics all = opened.diagnostics;
        read_wordings({root, surroundings_.places.anatomy}, opened.library, all);
        StrayPhrasings strays(opened.library, surroundings_.model);
        for (const library::CaseFile& file : opened.library.cases) {
            patient::compose_every_variant(opened.library, file, all);
            look_at_guesses(opened.library, file, all);
            strays.look_at(file, all);
        }
        for (const base::Diagnostic& diagnostic : all.sorted()) {
            if (lies_in(diagnostic.file, path)) found_.add(diagnostic);
        }
    }

    const Options& options_;
    const Surroundings& surroundings_;
    base::Diagnostics found_;
    std::size_t files_ = 0;
};

}  // namespace

int check(const Options& options, const Surroundings& surroundings) {
    Checker checker(options, surroundings);
    bool readable = true;
    for (const std::string& path : options.names) readable = checker.check(path) && readable;
    const int code = checker.tell();
    return readable ? code : 2;
}

}  // namespace palpera::command
