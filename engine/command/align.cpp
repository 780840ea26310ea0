#include "engine/pathway/align.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/file.h"
#include "engine/base/text.h"
#include "engine/command/verbs.h"

namespace palpera::command {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;
using pathway::ProcessModel;

constexpr std::size_t most_bytes = 64 * 1024 * 1024;
constexpr std::size_t most_triples = 100'000;

// What a file should have held; carries where in it.
struct Unexpected {
    std::string where, wanted;
};

struct Triple {
    std::string id;
    ProcessModel model;
    std::vector<std::string> trace;
};

// One value of the file and the way to it. Everything asked of it is checked.
class Part {
public:
    Part(const json& value, std::string where) : value_(value), where_(std::move(where)) {}

    Part operator[](const char* key) const {
        const Part part = maybe(key);
        if (part.value_.is_null()) throw Unexpected{part.where_, "a value"};
        return part;
    }
    // Null where the key is not there.
    Part maybe(const char* key) const {
        static const json nothing;
        if (!value_.is_object()) throw Unexpected{where_, "an object"};
        const auto found = value_.find(key);
        return {found == value_.end() ? nothing : *found, where_ + "/" + key};
    }
    bool is_there() const { return !value_.is_null(); }
    bool is_list() const { return value_.is_array(); }
    bool is_object() const { return value_.is_object(); }
    std::vector<Part> items() const {
        if (!value_.is_array()) throw Unexpected{where_, "a list"};
        std::vector<Part> parts;
        for (std::size_t i = 0; i < value_.size(); ++i) parts.push_back({value_[i], where_ + "/" + std::to_string(i)});
        return parts;
    }
    std::vector<std::pair<std::string, Part>> entries() const {
        if (!value_.is_object()) throw Unexpected{where_, "an object"};
        std::vector<std::pair<std::string, Part>> parts;
        for (const auto& [key, value] : value_.items()) parts.emplace_back(key, Part(value, where_ + "/" + key));
        return parts;
    }
    std::string text() const {
        if (!value_.is_string()) throw Unexpected{where_, "a text"};
        return value_.get<std::string>();
    }
    bool flag() const {
        if (!value_.is_boolean()) throw Unexpected{where_, "true or false"};
        return value_.get<bool>();
    }
    std::int64_t whole() const {
        if (!value_.is_number_integer()) throw Unexpected{where_, "a whole number"};
        const bool fits = !value_.is_number_unsigned() || value_.get<std::uint64_t>() <= pathway::most_cost;
        if (!fits) throw Unexpected{where_, "a whole number up to " + std::to_string(pathway::most_cost)};
        return value_.get<std::int64_t>();
    }

private:
    const json& value_;
    std::string where_;
};

std::vector<std::string> texts_in(const Part& list) {
    std::vector<std::string> texts;
    for (const Part& item : list.items()) texts.push_back(item.text());
    return texts;
}

ProcessModel model_in(const Part& part) {
    ProcessModel model;
    for (const Part& item : part["steps"].items()) {
        ProcessModel::Step step;
        step.id = item["id"].text();
        step.any_of = texts_in(item["any_of"]);
        if (const Part optional = item.maybe("optional"); optional.is_there()) step.optional = optional.flag();
        if (const Part cost = item.maybe("model_move_cost"); cost.is_there()) step.model_move_cost = cost.whole();
        model.steps.push_back(std::move(step));
    }
    if (const Part edges = part.maybe("edges"); edges.is_there()) {
        for (const Part& edge : edges.items()) {
            const std::vector<std::string> ends = texts_in(edge);
            if (ends.size() != 2) throw Unexpected{"edges", "pairs of step ids"};
            model.edges.emplace_back(ends[0], ends[1]);
        }
    }
    if (const Part cost = part.maybe("log_move_cost"); cost.is_there()) model.log_move_cost = cost.whole();
    if (const Part costs = part.maybe("log_move_cost_by_activity"); costs.is_there()) {
        for (const auto& [activity, cost] : costs.entries())
            model.log_move_cost_by_activity.emplace_back(activity, cost.whole());
    }
    return model;
}

std::vector<Triple> triples_in(const json& document) {
    std::vector<Triple> triples;
    for (const Part& item : Part(document, "")["triples"].items()) {
        if (triples.size() == most_triples) throw Unexpected{"/triples", "at most " + std::to_string(most_triples)};
        triples.push_back({item["id"].text(), model_in(item["model"]), texts_in(item["trace"])});
    }
    return triples;
}

const char* name(pathway::Move::Kind kind) {
    switch (kind) {
        case pathway::Move::Kind::synchronous: return "synchronous";
        case pathway::Move::Kind::log: return "log";
        case pathway::Move::Kind::model: break;
    }
    return "model";
}

ordered_json shown(const std::string& id, const pathway::Alignment& alignment) {
    ordered_json moves = ordered_json::array();
    for (const pathway::Move& move : alignment.moves) {
        moves.push_back({{"kind", name(move.kind)},
                         {"step", move.step.empty() ? ordered_json() : ordered_json(move.step)},
                         {"activity", move.activity},
                         {"event", move.event < 0 ? ordered_json() : ordered_json(move.event)}});
    }
    return {{"id", id}, {"optimal_cost", alignment.optimal_cost}, {"moves", std::move(moves)}};
}

void lay_out(const ordered_json& rows, std::ostream& out) {
    for (const ordered_json& row : rows) {
        out << row["id"].get<std::string>() << ": " << row["optimal_cost"] << '\n';
        for (const ordered_json& move : row["moves"]) {
            out << "  " << move["kind"].get<std::string>() << ' ' << move["activity"].get<std::string>();
            if (!move["step"].is_null()) out << " (" << move["step"].get<std::string>() << ')';
            out << '\n';
        }
    }
}

}  // namespace

int align(const Options& options, const Surroundings& surroundings) {
    const std::string& file = options.names.front();
    const base::Result<std::string> bytes = base::read_file(file, most_bytes);
    if (!bytes) return unreadable(bytes.error(), options, surroundings);
    ordered_json rows = ordered_json::array();
    try {
        for (const Triple& triple : triples_in(json::parse(*bytes))) {
            const base::Result<pathway::Alignment> alignment = pathway::align(triple.model, triple.trace);
            if (!alignment) {
                const base::Error& error = alignment.error();
                return unreadable({file, base::quoted(triple.id) + ": " + error.what, error.hint}, options,
                                  surroundings);
            }
            rows.push_back(shown(triple.id, *alignment));
        }
    } catch (const Unexpected& unexpected) {
        return unreadable({file, unexpected.wanted + " was expected at " + unexpected.where, "see CLI.md"}, options,
                          surroundings);
    } catch (const json::exception& trouble) {
        return unreadable({file, "not JSON: " + base::printable(trouble.what()), "mend the file"}, options,
                          surroundings);
    }
    if (options.json) {
        surroundings.out << rows.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
    } else {
        lay_out(rows, surroundings.out);
    }
    return 0;
}

}  // namespace palpera::command
