// Makes the model that understands typed questions from the wordings of a library: part of the build, not installed.
//   train_dialogue CASES ANATOMY MODEL
#include <iostream>

#include "engine/base/file.h"
#include "engine/dialogue/training.h"
#include "engine/library/wordings.h"

int main(int count, char** words) {
    using namespace palpera;
    if (count != 4) {
        std::cerr << "usage: train_dialogue CASES ANATOMY MODEL\n";
        return 2;
    }
    const library::Places places{words[1], words[2]};
    base::Diagnostics diagnostics;
    const library::Library library = library::read_library(places, diagnostics);
    std::vector<dialogue::Wording> wordings;
    for (library::WordingLine& line : library::read_wordings(places, library, diagnostics)) {
        wordings.push_back({std::move(line.question), std::move(line.text), std::move(line.courtesy)});
    }
    for (const base::Diagnostic& diagnostic : diagnostics.sorted()) std::cerr << base::format(diagnostic) << "\n";
    if (diagnostics.errors() > 0) return 1;
    const base::Outcome written = base::write_file(words[3], dialogue::train(wordings).bytes());
    if (written) return 0;
    std::cerr << "train_dialogue: " << written.error().message() << "\n";
    return 1;
}
