// The program `palpera`: with a verb the command line, without one the student's application.
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "engine/app/surroundings.h"
#include "engine/command/command.h"
#ifdef PALPERA_DISPLAY
#include "engine/student/run.h"
#endif

namespace fs = std::filesystem;

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + 1, words + count);
    const fs::path share = palpera::app::share_folder();
    if (share.empty()) {
        std::cerr << "palpera: the folder share/palpera with the cases is not beside the program; install it again\n";
        return 2;
    }
    const palpera::library::Places places{share / "cases", share / "assets" / "anatomy"};
    const fs::path model = share / "dialogue" / "questions.model";
    if (!arguments.empty()) {
        return palpera::command::run(arguments, {places, share / "assets" / "text", share / "fonts", model,
                                                 palpera::app::environment(), std::cin, std::cout, std::cerr});
    }
#ifdef PALPERA_DISPLAY
    return palpera::student::run_student(
        {places, share / "assets", share / "fonts", model, palpera::app::environment()});
#else
    std::cerr << "palpera: built without windows; 'palpera help' says what it can do\n";
    return 2;
#endif
}
