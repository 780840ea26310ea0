// A libFuzzer target, not part of the ordinary tests. Add -fsanitize=fuzzer,address,undefined and link the rooms
// `document` and `base`; run with -max_len=65536 -timeout=2 -rss_limit_mb=512.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/document/view.h"

namespace {

using namespace palpera;

void demand(bool holds) {
    if (!holds) std::abort();
}

void read_all(const document::View& view) {
    if (view.is_text()) {
        view.number(0, 1);
        view.whole(0, 120);
        view.span();
        view.quantity();
        view.id();
        view.one_of({"left", "right"});
        view.words();
    } else if (view.is_list()) {
        for (const document::View& item : view.items()) read_all(item);
    } else {
        view.only({"language", "title"});
        for (const auto& [key, value] : view.entries(true)) read_all(value);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    base::Diagnostics diagnostics;
    if (!document::parse("case.yaml", bytes, document::case_limits, diagnostics)) demand(diagnostics.errors() > 0);
    for (const base::Diagnostic& diagnostic : diagnostics.all()) demand(diagnostic.line > 0 && diagnostic.column > 0);
    const std::string main = "language: sv\n", translation = "language: nb\n";
    const auto source = document::Source::parse({{"case.yaml", main + bytes}, {"case.nb.yaml", translation + bytes}},
                                                document::case_limits, diagnostics);
    if (!source) return 0;
    read_all(document::View(*source, diagnostics));
    source->complain_of_unused(diagnostics);
    return 0;
}
