#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/text.h"
#include "engine/command/sheet.h"
#include "engine/command/verbs.h"
#include "engine/dialogue/questions.h"
#include "engine/encounter/session.h"
#include "engine/pathway/score.h"
#include "engine/present/spoken.h"
#include "engine/store/user.h"

namespace palpera::command {
namespace {

using encounter::Session;
using library::Action;

nlohmann::ordered_json finding_json(const encounter::Piece& piece, const std::string& text) {
    nlohmann::ordered_json finding;
    finding["text"] = text;
    if (piece.side != library::Side::none) finding["side"] = library::name(piece.side);
    if (piece.pain) finding["pain"] = *piece.pain;
    if (piece.value) finding["value"] = *piece.value;
    return finding;
}

// One line of input: what became of it.
struct Told {
    std::string action;
    std::optional<std::string> refused;
    const encounter::Event* event = nullptr;
};

class Player {
public:
    Player(const Options& options, const Surroundings& surroundings, const Opened& opened,
           const library::CaseFile& file, base::Language language, const dialogue::Model& model, Session session)
        : options_(options),
          surroundings_(surroundings),
          opened_(opened),
          file_(file),
          context_{opened.library, opened.words, language},
          finder_(opened.library.catalogue, language, model),
          session_(std::move(session)) {}

    int run() {
        if (session_.torn_bytes() > 0) {
            surroundings_.err << "palpera: the journal's last " << session_.torn_bytes()
                              << " bytes were not whole and have been cut off; one action at the most is lost\n";
        }
        tell_keeping();
        std::string line;
        while (read_line(surroundings_.in, line)) {
            if (line.size() > most_line_bytes) {
                surroundings_.err << "palpera: a line of the input is over 1 MiB: it holds no actions\n";
                return 2;
            }
            const std::string_view text = base::trimmed(line);
            if (text.empty() || text[0] == '#') continue;
            const Told told = act(std::string(text));
            if (told.refused) refused_ = true;
            tell(told);
            tell_keeping();
            if (broken_) return 2;
            if (told.event && told.event->action.verb == library::Verb::finish) tell_sheet();
        }
        return refused_ && options_.strict ? 1 : 0;
    }

private:
    // What the line says, in an answer that refuses it: of a very long one its beginning.
    static std::string shown(const std::string& line) {
        constexpr std::size_t most_shown = 4'000;
        return line.size() > most_shown ? base::quoted(line) : line;
    }

    Told act(const std::string& line) {
        base::Result<Action> action = library::parse_action(line);
        if (!action) {
            return {shown(line),
                    action.error().what + (action.error().hint.empty() ? "" : " (" + action.error().hint + ")"),
                    nullptr};
        }
        const std::string trouble = trouble_with(opened_.library, *action);
        if (!trouble.empty()) return {line, trouble, nullptr};
        if (action->verb == library::Verb::say) present::understand(*action, session_.encounter(), finder_);
        const Session::Reply reply = session_.act(*action);
        if (reply.refused) {
            return {line, context_.fill(reply.refused->key, {{"what", reply.refused->about}}), nullptr};
        }
        if (!reply.response) {
            broken_ = true;
            return {line, reply.not_saved.message(), nullptr};
        }
        return {library::print(*action), std::nullopt, &session_.encounter().events.back()};
    }

    // Once, when it changes.
    void tell_keeping() {
        const encounter::Keeping keeping = session_.keeping();
        if (keeping.way == told_) return;
        told_ = keeping.way;
        if (keeping.way == encounter::Keeping::Way::moved) {
            surroundings_.err << "palpera: the disk with " << keeping.before.string()
                              << " failed; nothing is lost, the journal goes on in " << keeping.file.string() << "\n";
        } else if (keeping.way == encounter::Keeping::Way::low_space) {
            surroundings_.err << "palpera: the disk is nearly full: " << keeping.free_bytes << " bytes are free in "
                              << keeping.file.parent_path().string() << "; free some space\n";
        }
    }

    std::string text_of(const encounter::Piece& piece) const {
        return present::text_of(piece, session_.encounter(), context_);
    }

    std::string response_text(const encounter::Event& event) const {
        std::vector<std::string> lines;
        for (const encounter::Piece& piece : event.response.pieces) {
            if (present::is_told_in_words(piece, event)) continue;
            std::string text = present::spoken(piece, event, session_.encounter(), context_);
            if (piece.side != library::Side::none) text = present::side_text(piece.side, context_) + ": " + text;
            if (piece.pain) text += " (NRS " + std::to_string(*piece.pain) + ")";
            lines.push_back(std::move(text));
        }
        return base::joined(lines, "\n");
    }

    void tell(const Told& told) const {
        if (options_.json) {
            surroundings_.out << json(told).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
            return;
        }
        if (told.refused) {
            surroundings_.out << "      " << base::printable(told.action) << "\n      - " << *told.refused << std::endl;
            return;
        }
        surroundings_.out << present::moment(told.event->at, context_) << " "
                          << present::act_text(told.event->action, context_) << "\n";
        const std::string text = response_text(*told.event);
        for (std::string_view line : base::split(text, '\n')) {
            if (!line.empty()) surroundings_.out << "      " << line << "\n";
        }
        surroundings_.out << std::flush;
    }

    nlohmann::ordered_json json(const Told& told) const {
        nlohmann::ordered_json row;
        const encounter::Encounter& encounter = session_.encounter();
        row["n"] = told.event ? told.event->n : static_cast<int>(encounter.events.size()) + 1;
        row["at"] = told.event ? told.event->at.value : encounter.progress.now.value;
        row["action"] = told.action;
        row["response"] = nlohmann::ordered_json::object();
        row["refused"] = nullptr;
        if (told.refused) row["refused"] = *told.refused;
        nlohmann::ordered_json& response = row["response"];
        response["text"] = told.event ? response_text(*told.event) : "";
        response["findings"] = nlohmann::ordered_json::array();
        response["revealed"] = nlohmann::ordered_json::array();
        response["images"] = nlohmann::ordered_json::array();
        if (!told.event) return row;
        for (const encounter::Piece& piece : told.event->response.pieces) {
            const bool found =
                piece.kind == encounter::Piece::Kind::finds || piece.kind == encounter::Piece::Kind::value;
            if (piece.kind == encounter::Piece::Kind::image) response["images"].push_back(piece.id);
            if (found) response["findings"].push_back(finding_json(piece, text_of(piece)));
        }
        for (const encounter::Shown& shown : told.event->response.revealed) response["revealed"].push_back(shown.fact);
        return row;
    }

    void tell_sheet() const {
        const pathway::ScoreSheet sheet = pathway::score(opened_.library, file_, session_.encounter());
        if (options_.json) {
            surroundings_.out << to_json(sheet, session_.encounter(), context_.language)
                                     .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                              << std::endl;
        } else {
            print(sheet, file_, session_.encounter(), context_, surroundings_.out);
        }
    }

    const Options& options_;
    const Surroundings& surroundings_;
    const Opened& opened_;
    const library::CaseFile& file_;
    present::Context context_;
    dialogue::QuestionFinder finder_;
    Session session_;
    encounter::Keeping::Way told_ = encounter::Keeping::Way::well;
    bool refused_ = false;
    bool broken_ = false;  // the journal could not be written
};

}  // namespace

int play(const Options& options, const Surroundings& surroundings) {
    const Opened opened = open_library(options, surroundings);
    base::Diagnostics diagnostics;
    const std::optional<library::CaseFile> file = find_case(options.names.at(0), opened, diagnostics);
    if (!file) return unreadable(diagnostics, options, surroundings);
    const auto patient = patient::compile(opened.library, *file, options.seed, diagnostics);
    if (!patient) return unreadable(diagnostics, options, surroundings);
    tell(diagnostics, surroundings.err);
    const base::Language language = language_for(options, surroundings, file->language);
    const base::Result<dialogue::Model> model = dialogue::read_model(surroundings.model);
    if (!model) return unreadable(model.error(), options, surroundings);
    base::Result<Session> session =
        options.journal.empty()
            ? base::Result<Session>(Session::in_memory(*patient))
            : Session::open(options.journal, *patient, std::string(base::code(language)), encounter::machine_clocks(),
                            store::user_folders(surroundings.environment).second,
                            library::guideline_versions(opened.library, *file));
    if (!session) return unreadable(session.error(), options, surroundings);
    const encounter::Keeping keeping = session->keeping();
    if (keeping.is_read_only()) return unreadable(keeping.reason, options, surroundings);
    return Player(options, surroundings, opened, *file, language, *model, std::move(*session)).run();
}

}  // namespace palpera::command
