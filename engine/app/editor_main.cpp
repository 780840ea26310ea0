// The program `palpera-editor`: the teacher's application.
#include <iostream>

#include "engine/app/surroundings.h"
#include "engine/author/run.h"

int main() {
    const std::filesystem::path share = palpera::app::share_folder();
    if (share.empty()) {
        std::cerr << "palpera-editor: the folder share/palpera with the cases is not beside the program; install it "
                     "again\n";
        return 2;
    }
    return palpera::author::run_author({{share / "cases", share / "assets" / "anatomy"},
                                        share / "assets",
                                        share / "fonts",
                                        palpera::app::environment()});
}
