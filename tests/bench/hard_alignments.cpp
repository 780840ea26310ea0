// How many of the hard alignments of tests/pathway/hard_models.h are settled, and in what time: a row a class.
// Arguments: how many instances of each class; a part of the names of the classes that are wanted.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/bench/rounds.h"
#include "tests/pathway/hard_models.h"

namespace {

using namespace palpera;

void print_row(const pathway::HardClass& of, int instances) {
    std::vector<double> seconds;
    int refused = 0, in_one = 0, in_ten = 0;
    for (int seed = 0; seed < instances; ++seed) {
        const pathway::HardInstance made = pathway::HardMaker(of, static_cast<unsigned>(seed)).make();
        bool settled = false;
        seconds.push_back(bench::cost_of([&] { settled = bool(pathway::align(made.model, made.trace)); }) / 1e9);
        refused += settled ? 0 : 1;
        in_one += settled && seconds.back() < 1 ? 1 : 0;
        in_ten += settled && seconds.back() < 10 ? 1 : 0;
    }
    const double middle = bench::median(seconds);
    std::printf("| %-30s | %3d | %3d | %3d | %9.4f s | %9.4f s |\n", of.name.c_str(), in_one, in_ten, refused, middle,
                *std::max_element(seconds.begin(), seconds.end()));
    std::fflush(stdout);
}

}  // namespace

int main(int count, char** arguments) {
    const int instances = count > 1 ? std::atoi(arguments[1]) : 20;
    const std::string wanted = count > 2 ? arguments[2] : "";
    std::printf("of %d instances each: settled within 1 s, within 10 s, refused; median, longest\n", instances);
    for (const pathway::HardClass& of : pathway::hard_classes())
        if (of.name.find(wanted) != std::string::npos) print_row(of, instances);
}
