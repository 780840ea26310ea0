// The program `palpera`: with a verb the command line, without one the student's application.
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "engine/command/command.h"
#ifdef PALPERA_DISPLAY
#include "engine/student/run.h"
#endif

extern char** environ;

namespace {

namespace fs = std::filesystem;

// share/palpera beside the folder of the program: in the build tree as in an installed one.
fs::path share_folder() {
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    for (fs::path folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
        if (fs::is_directory(folder / "share" / "palpera" / "cases", failed)) return folder / "share" / "palpera";
        if (folder == folder.parent_path()) break;
    }
    return {};
}

std::map<std::string, std::string> environment() {
    std::map<std::string, std::string> result;
    for (char** entry = environ; entry && *entry; ++entry) {
        const std::string line = *entry;
        const std::size_t sign = line.find('=');
        if (sign != std::string::npos) result[line.substr(0, sign)] = line.substr(sign + 1);
    }
    return result;
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + 1, words + count);
    const fs::path share = share_folder();
    if (share.empty()) {
        std::cerr << "palpera: the folder share/palpera with the cases is not beside the program; install it again\n";
        return 2;
    }
    const palpera::library::Places places{share / "cases", share / "assets" / "anatomy"};
    const fs::path model = share / "dialogue" / "questions.model";
    if (!arguments.empty()) {
        return palpera::command::run(arguments, {places, share / "assets" / "text", share / "fonts", model,
                                                 environment(), std::cin, std::cout, std::cerr});
    }
#ifdef PALPERA_DISPLAY
    return palpera::student::run_student({places, share / "assets", share / "fonts", model, environment()});
#else
    std::cerr << "palpera: built without windows; 'palpera help' says what it can do\n";
    return 2;
#endif
}
