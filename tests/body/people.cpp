#include "tests/body/people.h"

namespace palpera::body_test {

std::shared_ptr<const body::Table> table() {
    static const auto read = [] {
        base::Diagnostics diagnostics;
        return std::make_shared<const body::Table>(body::read_table(PALPERA_SOURCE_DIR "/assets/body", diagnostics));
    }();
    return read;
}

std::shared_ptr<const body::Body> coarse_body(const body::Physique& physique) {
    const std::atomic<bool> stop{false};
    return body::make_body(table(), physique, false, stop);
}

std::shared_ptr<const body::Body> man() {
    static const auto made = coarse_body({});
    return made;
}

}  // namespace palpera::body_test
