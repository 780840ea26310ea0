#include "engine/library/wordings.h"

#include "engine/library/forms.h"
#include "engine/library/reading.h"

namespace palpera::library {
namespace {

using document::View;

class Collector {
public:
    explicit Collector(base::Language language) : language_(language) {}

    void add(const std::string& question, const std::string& courtesy, const View& list) {
        for (const View& item : list.items()) {
            const document::Position place = item.place();
            lines.push_back({question, courtesy, item.text(), language_, item.file(), place.line, place.column});
        }
    }

    std::vector<WordingLine> lines;

private:
    base::Language language_;
};

}  // namespace

std::vector<WordingLine> read_wordings(const Places& places, const Library& library, base::Diagnostics& diagnostics) {
    std::vector<WordingLine> all;
    Desk desk(library, diagnostics);
    for (const base::Language language : base::every_language) {
        for (const Question& question : library.catalogue.questions) {
            all.push_back({question.id, "", question.name.in(language), language, "", 0, 0});
        }
        const auto file = [&](const char* name) {
            return places.cases / "catalogue" / (std::string(name) + "." + std::string(base::code(language)) + ".yaml");
        };
        Collector collector(language);
        const auto read = [&](const char* name, const document::Form& form, const auto& through) {
            std::error_code failed;
            if (std::filesystem::exists(file(name), failed)) {
                desk.read(file(name), document::catalogue_limits, form, through);
            }
        };
        read("phrasings", forms::phrasings(), [&](const View& root) {
            for (const auto& [id, view] : root["phrasings"].entries()) collector.add(id, "", view);
        });
        read("out_of_scope", forms::out_of_scope(), [&](const View& root) {
            collector.add("", "", root["out_of_scope"]);
            for (const auto& [id, view] : root["courtesies"].entries()) collector.add("", id, view);
        });
        all.insert(all.end(), std::make_move_iterator(collector.lines.begin()),
                   std::make_move_iterator(collector.lines.end()));
    }
    return all;
}

}  // namespace palpera::library
