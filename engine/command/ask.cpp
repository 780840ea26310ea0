#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/text.h"
#include "engine/command/verbs.h"
#include "engine/dialogue/questions.h"

namespace palpera::command {
namespace {

using Json = nlohmann::ordered_json;

// Two decimals are more than a confidence means.
double rounded(double confidence) { return std::round(confidence * 100) / 100; }

Json json(const std::string& text, const dialogue::Understanding& understood) {
    Json row;
    row["text"] = text;
    row["question"] = nullptr;
    if (!understood.questions.empty()) row["question"] = understood.questions.front();
    row["questions"] = understood.questions;
    row["confidence"] = rounded(understood.confidence);
    row["alternatives"] = Json::array();
    for (const dialogue::Suggestion& one : understood.nearest) {
        if (!understood.questions.empty() && one.question == understood.questions.front()) continue;
        row["alternatives"].push_back({{"question", one.question}, {"confidence", rounded(one.confidence)}});
    }
    return row;
}

void print(const std::string& text, const dialogue::Understanding& understood, std::ostream& out) {
    out << base::printable(text) << "\n    ";
    out << (understood.questions.empty() ? "not understood" : base::joined(understood.questions, " and "));
    out << " (" << std::lround(understood.confidence * 100) << " %)\n";
}

}  // namespace

int ask(const Options& options, const Surroundings& surroundings) {
    const Opened opened = open_library(options, surroundings);
    base::Diagnostics diagnostics;
    const std::optional<library::CaseFile> file = find_case(options.names.at(0), opened, diagnostics);
    if (!file) return unreadable(diagnostics, options, surroundings);
    const base::Result<dialogue::Model> model = dialogue::read_model(surroundings.model);
    if (!model) return unreadable(model.error(), options, surroundings);
    const dialogue::QuestionFinder finder(opened.library.catalogue, language_for(options, surroundings, file->language),
                                          *model);
    dialogue::Phrasings phrasings;
    for (const library::Phrasing& phrasing : file->phrasings) phrasings.emplace(phrasing.question, phrasing.words);
    std::string line;
    while (read_line(surroundings.in, line)) {
        if (line.size() > most_line_bytes) {
            surroundings.err << "palpera: a line of the input is over 1 MiB: it is no question\n";
            return 2;
        }
        const std::string text(base::trimmed(line));
        if (text.empty()) continue;
        const dialogue::Understanding understood = finder.understand(text, {}, phrasings);
        if (options.json) {
            surroundings.out << json(text, understood).dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
        } else {
            print(text, understood, surroundings.out);
        }
    }
    return 0;
}

}  // namespace palpera::command
