// The text of a condition.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/demand.h"
#include "tests/script/example.h"

namespace palpera::fuzz {
namespace {

void demand_told(const script::Parsed& parsed, const std::string& text) {
    const std::size_t end = base::code_points(text).size() + 1;
    for (const script::Complaint& complaint : parsed.complaints) {
        demand(complaint.column >= 1 && complaint.column <= end, "a complaint has its column");
        demand(!complaint.rule.empty() && !complaint.message.empty(), "a complaint says what is wrong, and its rule");
        demand(complaint.message.size() + complaint.hint.size() <= 1024, "a complaint is short");
        demand(complaint.message.find('\x1b') == std::string::npos, "a complaint moves no cursor");
    }
    demand(!parsed.condition.always(), "what is unsound never passes for `always`");
}

void demand_evaluated(const script::Parsed& parsed) {
    script::Known facts;
    const script::Truth nothing_known = script::evaluate(parsed.condition, facts);
    for (const auto& [name, type] : script::heel_vocabulary()) {
        switch (type.kind) {
            case script::Kind::flag: facts.values[name] = true; break;
            case script::Kind::number: facts.values[name] = 44.0; break;
            case script::Kind::span: facts.values[name] = base::weeks(4); break;
            case script::Kind::word: facts.values[name] = type.words.front(); break;
        }
    }
    facts.acts["refer physiotherapist"] = base::days(3);
    const script::Truth known = script::evaluate(parsed.condition, facts);
    script::explain(parsed.condition, facts);
    const std::string& text = parsed.condition.text;
    // `since` an act is unknown until it is done, and done() is false before: only facts are learnt, not acts.
    if (text.find("done") == std::string::npos) {
        demand(nothing_known == script::Truth::unknown || nothing_known == known,
               "learning a fact never changes what is known already");
    }
    demand(script::parsed(text).condition == parsed.condition, "a condition's own text reads the same");
    const script::Parsed twice_denied = script::parsed("not not (" + text + ")");
    if (twice_denied.complaints.empty()) {
        demand(script::evaluate(twice_denied.condition, facts) == known, "a double negation changes nothing");
    }
}

}  // namespace
}  // namespace palpera::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = palpera::fuzz::text_of(data, size);
    const palpera::script::Parsed parsed = palpera::script::parsed(text);
    palpera::fuzz::demand_told(parsed, text);
    if (parsed.complaints.empty()) palpera::fuzz::demand_evaluated(parsed);
    return 0;
}
