#include "engine/proof/texts.h"

namespace palpera::proof {
namespace {

// Every scripted text with its condition: of a case's picture, and of a patient.
template <class Visit>
void visit_told(const auto& returns, const auto& events, const auto& outcome, const Visit& visit) {
    for (const auto& one : returns) visit(text_key(one.id, one.says), one.when);
    for (const auto& one : events) {
        if (!one.says.empty()) visit(text_key(one.id, one.says), one.when);
        if (!one.tells.empty()) visit(text_key(one.id + "/tells", one.tells), one.when);
    }
    for (const auto& one : outcome) visit(text_key(one.id, one.tells), one.when);
}

// A patient knows the case's own texts by "case:", those of a variant by "also:" (patient/compile.cpp).
void add(const library::Picture& picture, const std::string& layer, std::set<std::string>& texts) {
    for (const auto* acts : {&picture.answers, &picture.findings, &picture.results})
        for (const library::ScriptedResponse& act : *acts)
            for (const library::Response& response : act.responses) texts.insert(layer + text_key(response));
    visit_told(picture.returns, picture.events, picture.outcome,
               [&](const std::string& key, const script::Condition&) { texts.insert(layer + key); });
}

}  // namespace

std::string text_key(const library::Response& response) {
    return response.id + "|" + response.says.in(base::Language::en) + "|" + response.finds.in(base::Language::en);
}

std::string text_key(const std::string& id, const base::LocalText& words) {
    return id + "|" + words.in(base::Language::en);
}

std::string id_of_text(const std::string& key) { return key.substr(0, key.find('|')); }

std::set<std::string> scripted_texts(const library::CaseFile& file) {
    std::set<std::string> texts;
    add(file.picture, "case:", texts);
    for (const library::Comorbidity& one : file.vary.also) add(one.picture, "also:", texts);
    return texts;
}

std::vector<const script::Condition*> conditions_of_text(const patient::Patient& patient, const std::string& key) {
    std::vector<const script::Condition*> conditions;
    for (const auto& entry : patient.acts)
        for (const auto* responses : {&entry.second.whole, &entry.second.right, &entry.second.left})
            for (const auto& one : *responses)
                if (text_key(one) == key) conditions.push_back(&one.when);
    visit_told(patient.returns, patient.events, patient.outcome,
               [&](const std::string& own, const script::Condition& when) {
                   if (own == key) conditions.push_back(&when);
               });
    return conditions;
}

}  // namespace palpera::proof
