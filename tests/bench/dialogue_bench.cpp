// What the model of typed questions makes of wordings that it has not been told. Without arguments every tenth wording
// of the library is held out; with a file of lines LANGUAGE<TAB>QUESTION<TAB>TEXT (question `none`: it asks nothing)
// the model learns from the whole library and is asked those lines.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "engine/dialogue/questions.h"
#include "engine/dialogue/training.h"
#include "engine/library/wordings.h"

namespace {

using namespace palpera;

struct Line {
    std::string language, question, text;
};
struct Count {
    int asked = 0, first = 0, among_three = 0, lost = 0, nothing = 0, rejected = 0;
};

std::vector<Line> lines_of(const std::string& file) {
    std::vector<Line> lines;
    std::ifstream stream(file);
    for (std::string row; std::getline(stream, row);) {
        std::istringstream parts(row);
        Line line;
        std::getline(parts, line.language, '\t');
        std::getline(parts, line.question, '\t');
        std::getline(parts, line.text);
        if (line.question == "none") line.question.clear();
        lines.push_back(std::move(line));
    }
    return lines;
}

void count(const dialogue::Understanding& understood, const Line& line, Count& counted) {
    if (line.question.empty()) {
        ++counted.nothing;
        counted.rejected += understood.questions.empty();
        return;
    }
    ++counted.asked;
    counted.lost += understood.questions.empty();
    const auto& nearest = understood.nearest;
    counted.first += !nearest.empty() && nearest[0].question == line.question;
    counted.among_three +=
        std::any_of(nearest.begin(), nearest.begin() + std::min<std::ptrdiff_t>(3, std::ssize(nearest)),
                    [&](const dialogue::Suggestion& one) { return one.question == line.question; });
}

double percent(int part, int whole) { return whole == 0 ? 0 : 100.0 * part / whole; }

}  // namespace

int main(int argument_count, char** arguments) {
    const std::filesystem::path root(PALPERA_SOURCE_DIR);
    const library::Places places{root / "cases", root / "assets" / "anatomy"};
    base::Diagnostics diagnostics;
    const library::Library library = library::read_library(places, diagnostics);
    std::vector<dialogue::Wording> known;
    std::vector<Line> asked;
    if (argument_count > 1) asked = lines_of(arguments[1]);
    int number = 0;
    for (const library::WordingLine& line : library::read_wordings(places, library, diagnostics)) {
        const bool held_out = argument_count == 1 && line.line > 0 && ++number % 10 == 0;
        if (held_out) {
            asked.push_back({std::string(base::code(line.language)), line.question, line.text});
        } else {
            known.push_back({line.question, line.text, line.courtesy});
        }
    }
    const dialogue::Model model = dialogue::train(known);
    std::map<std::string, Count> counted;
    const auto start = std::chrono::steady_clock::now();
    for (const Line& line : asked) {
        const auto language = base::language_of(line.language).value_or(base::Language::en);
        static std::map<base::Language, dialogue::QuestionFinder> finders;
        const auto finder = finders.try_emplace(language, library.catalogue, language, model).first;
        count(finder->second.understand(line.text), line, counted[line.language]);
    }
    const std::chrono::duration<double, std::micro> spent = std::chrono::steady_clock::now() - start;
    for (const auto& [language, c] : counted) {
        std::cout << language << ": of " << c.asked << " questions " << percent(c.first, c.asked) << " % first, "
                  << percent(c.among_three, c.asked) << " % among three, " << percent(c.lost, c.asked)
                  << " % not understood; of " << c.nothing << " other lines " << percent(c.rejected, c.nothing)
                  << " % told from questions\n";
    }
    const std::string bytes = model.bytes();
    const auto before = std::chrono::steady_clock::now();
    const bool read = static_cast<bool>(dialogue::model_from(bytes, "the model"));
    const std::chrono::duration<double, std::milli> reading = std::chrono::steady_clock::now() - before;
    std::cout << (read ? "read in " : "not read back, tried for ") << reading.count() << " ms, ";
    std::cout << known.size() << " wordings learnt, model " << bytes.size() / 1000 << " kB, "
              << spent.count() / static_cast<double>(std::max<std::size_t>(asked.size(), 1)) << " us an utterance\n";
}
