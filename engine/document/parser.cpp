#include "engine/document/parser.h"

#include <yaml.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/base/text.h"
#include "engine/document/characters.h"
#include "engine/document/places.h"
#include "engine/document/trouble.h"

namespace palpera::document {
namespace {

// Owns what libyaml allocates for one event.
class Event {
public:
    Event() = default;
    ~Event() { yaml_event_delete(&event_); }
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
    yaml_event_t* get() { return &event_; }
    yaml_event_type_t type() const { return event_.type; }
    const yaml_event_t& operator*() const { return event_; }

private:
    yaml_event_t event_{};
};

class Parser {
public:
    Parser(const std::string& name, std::string_view bytes, const Limits& limits, base::Diagnostics& diagnostics)
        : name_(name),
          places_(bytes.substr(byte_order_mark(bytes)), byte_order_mark(bytes)),
          limits_(limits),
          diagnostics_(diagnostics) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(places_.bytes().data()),
                                     places_.bytes().size());
    }
    ~Parser() { yaml_parser_delete(&parser_); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    bool read(Node& root) {
        Event event;
        if (!next(event)) return false;  // the start of the stream
        Event start;
        if (!next(start)) return false;
        if (start.type() == YAML_STREAM_END_EVENT) return complain_of_emptiness();
        if (!read_root(root)) return false;
        Event end, after;
        if (!next(end)) return false;
        ended_by_dots_ = (*end).data.document_end.implicit == 0;
        if (!next(after)) return false;
        if (after.type() != YAML_STREAM_END_EVENT) {
            return stop(begin_of(after), "one-document", "only one document in a file, a second one begins here",
                        "remove it, or put it in a file of its own");
        }
        return sound_;
    }

private:
    bool read_root(Node& root) {
        Event first;
        if (!next(first)) return false;
        if (first.type() == YAML_SCALAR_EVENT && (*first).data.scalar.length == 0 && written(first).empty()) {
            return complain_of_emptiness();
        }
        return read_value(first, root, 1);
    }

    bool complain_of_emptiness() {
        return stop({}, "empty", "the file is empty", "begin with `language: sv`, nb or en");
    }

    bool next(Event& event) {
        if (yaml_parser_parse(&parser_, event.get()) == 0) return complain_of_trouble();
        return true;
    }

    Position place(const yaml_mark_t& mark) const { return places_.at(mark.index, mark.line, mark.column); }
    Position begin_of(const Event& event) const { return place((*event).start_mark); }
    std::string_view written(const Event& event) const {
        const Position begin = begin_of(event), end = place((*event).end_mark);
        return places_.bytes().substr(places_.offset(begin), end.byte - begin.byte);
    }

    bool complain(const Position& position, std::string rule, std::string message, std::string hint = {}) {
        sound_ = false;
        diagnostics_.add({name_, position.line, position.column, base::Severity::error, std::move(rule),
                          std::move(message), std::move(hint)});
        return false;
    }
    // For what makes the rest of the file unreadable.
    bool stop(const Position& position, std::string rule, std::string message, std::string hint) {
        return complain(position, std::move(rule), std::move(message), std::move(hint));
    }

    bool complain_of_trouble() {
        const auto text = [](const char* words) { return words ? std::string_view(words) : std::string_view(); };
        Trouble trouble;
        trouble.context = text(parser_.context);
        trouble.problem = text(parser_.problem);
        trouble.context_place = place(parser_.context_mark);
        trouble.place = place(parser_.problem_mark);
        trouble.last_quoted = last_quoted_;
        trouble.last_quoted_end = last_quoted_end_;
        trouble.ended_by_dots = ended_by_dots_;
        if (!open_brackets_.empty()) trouble.open_bracket = open_brackets_.back();
        trouble.key_bytes = limits_.key_bytes;
        Explanation explanation = explained(trouble, places_);
        return stop(explanation.place, std::move(explanation.rule), std::move(explanation.message),
                    std::move(explanation.hint));
    }

    // False where nothing after it can be read.
    bool read_value(const Event& event, Node& node, int depth) {
        node.begin = begin_of(event);
        node.end = place((*event).end_mark);
        if (++values_ > limits_.values) {
            return stop(node.begin, "too-many-values", "more than " + std::to_string(limits_.values) + " values",
                        "split the file");
        }
        refuse_properties(event, node.begin);
        switch (event.type()) {
            case YAML_SCALAR_EVENT: return read_text(event, node) && within_length(node, "text", limits_.text_bytes);
            case YAML_SEQUENCE_START_EVENT: return within_depth(node, depth) && read_list(event, node, depth);
            case YAML_MAPPING_START_EVENT: return within_depth(node, depth) && read_map(event, node, depth);
            default: return true;  // an alias, already complained of
        }
    }

    bool within_depth(const Node& node, int depth) {
        if (depth <= limits_.depth) return true;
        return stop(node.begin, "too-deep", "nested deeper than " + std::to_string(limits_.depth), "write it flatter");
    }

    void refuse_properties(const Event& event, const Position& begin) {
        const char sign = places_.byte_at(begin);
        const bool alias = event.type() == YAML_ALIAS_EVENT;
        if ((!alias && sign != '&' && sign != '!') || std::exchange(refused_, begin) == begin) return;
        if (alias) {
            complain(begin, "anchor", "anchors and aliases are not used here", "write the value out");
        } else if (sign == '&') {
            complain(begin, "anchor", "anchors are not used here", "write the value out where it is needed");
        } else {
            complain(begin, "tag", "tags are not used here", "write the value alone");
        }
    }

    // What is too long is often the rest of a file that was read as one text: nothing after it is looked at.
    bool within_length(const Node& node, std::string_view kind, std::size_t most) {
        if (node.text.size() <= most) return true;
        return stop(
            node.begin, "too-long",
            "a " + std::string(kind) + " of " + std::to_string(node.text.size()) + " bytes: " + base::quoted(node.text),
            "at most " + std::to_string(most) + " bytes");
    }

    bool read_text(const Event& event, Node& node) {
        const auto& scalar = (*event).data.scalar;
        node.kind = Node::Kind::text;
        node.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
        node.plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
        last_quoted_ = {};
        if (scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE) {
            if (node.begin.line != node.end.line) {
                return stop(node.begin, "unclosed-text",
                            "the text opened at line " + std::to_string(node.begin.line) + " is never closed",
                            "close it on its line; a long text is written after `|`");
            }
            last_quoted_ = places_.bytes().substr(places_.offset(node.begin), node.end.byte - node.begin.byte);
            last_quoted_end_ = node.end;
            const std::string unreadable = unreadable_character(node.text);
            if (!unreadable.empty()) {
                complain(node.begin, unreadable.starts_with("control") ? "control-character" : "hidden-character",
                         unreadable + in_part(), "remove it");
            }
        }
        if (node.plain && node.begin.line != node.end.line) refuse_swallowed_items(event);
        return true;
    }

    std::string in_part() const { return part_.empty() ? "" : " in `" + part_ + "`"; }

    // `key: text` with an indented `- item` below is one text to YAML.
    void refuse_swallowed_items(const Event& event) {
        std::string_view text = written(event);
        int line = begin_of(event).line;
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n')) {
            text.remove_prefix(at + 1);
            ++line;
            const std::size_t start = std::min(text.find_first_not_of(' '), text.size());
            if (!text.substr(start).starts_with("- ")) continue;
            complain({line, static_cast<int>(start) + 1, 0}, "list-and-keys", "a list item after a text",
                     "write the text as the first item, or remove it");
            return;
        }
    }

    bool read_list(const Event& start, Node& node, int depth) {
        node.kind = Node::Kind::list;
        const bool flow = (*start).data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
        if (flow) open_brackets_.push_back(node.begin);
        while (true) {
            Event event;
            if (!next(event)) return false;
            if (event.type() == YAML_SEQUENCE_END_EVENT) {
                close(node, event, flow, node.items.empty() ? nullptr : &node.items.back());
                return true;
            }
            if (!read_value(event, node.items.emplace_back(), depth + 1)) return false;
        }
    }

    bool read_map(const Event& start, Node& node, int depth) {
        node.kind = Node::Kind::map;
        const bool flow = (*start).data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        if (flow) open_brackets_.push_back(node.begin);
        node.entries.reserve(4);  // growing moves what is there
        while (true) {
            Event event;
            if (!next(event)) return false;
            if (event.type() == YAML_MAPPING_END_EVENT) {
                close(node, event, flow, node.entries.empty() ? nullptr : &node.entries.back().value);
                refuse_keys_twice(node);
                return true;
            }
            Entry& entry = node.entries.emplace_back();
            if (!read_key(event, entry, depth)) return false;
            Event value;
            if (!next(value)) return false;
            part_ = base::is_id(entry.key) ? std::string_view(entry.key) : std::string_view();
            if (!read_value(value, entry.value, depth + 1)) return false;
        }
    }

    // libyaml ends a block where the next thing begins; ours ends with its last value.
    void close(Node& node, const Event& end, bool flow, const Node* last) {
        node.end = last && !flow ? last->end : place((*end).end_mark);
        if (flow) open_brackets_.pop_back();
    }

    bool read_key(const Event& event, Entry& entry, int depth) {
        entry.place = begin_of(event);
        if (event.type() != YAML_SCALAR_EVENT) {
            const bool alias = event.type() == YAML_ALIAS_EVENT;
            if (!alias) complain(entry.place, "key-not-a-word", "a key must be a word, found a list or keys");
            Node left_out;
            return read_value(event, left_out, depth + 1);
        }
        Node key;
        part_.clear();
        if (!read_text_of_key(event, key)) return false;
        entry.key = std::move(key.text);
        return true;
    }

    bool read_text_of_key(const Event& event, Node& key) {
        key.begin = begin_of(event);
        key.end = place((*event).end_mark);
        refuse_properties(event, key.begin);
        if (!read_text(event, key)) return false;
        if (key.plain && key.text == "<<") {
            complain(key.begin, "merge-key", "merge keys are not used here", "write the keys out");
        } else if (key.text.empty() || key.text.find('\n') != std::string::npos) {
            complain(key.begin, "key-not-a-word", "a key must be a word, found " + base::quoted(key.text));
        }
        return within_length(key, "key", limits_.key_bytes);
    }

    void refuse_keys_twice(const Node& map) {
        constexpr std::size_t few = 8;
        const auto given_before = [&](const Entry& entry) {
            return std::any_of(map.entries.data(), &entry, [&](const Entry& other) { return other.key == entry.key; });
        };
        if (map.entries.size() <= few && std::none_of(map.entries.begin(), map.entries.end(), given_before)) return;
        std::vector<const Entry*> sorted;
        sorted.reserve(map.entries.size());
        for (const Entry& entry : map.entries) sorted.push_back(&entry);
        std::stable_sort(sorted.begin(), sorted.end(), [](const Entry* a, const Entry* b) { return a->key < b->key; });
        const Entry* first = nullptr;
        for (const Entry* entry : sorted) {
            if (!first || first->key != entry->key) {
                first = entry;
            } else if (!entry->key.empty()) {
                complain(entry->place, "duplicate-key",
                         marked(entry->key) + " given twice, first at line " + std::to_string(first->place.line),
                         "remove one of them");
            }
        }
    }

    yaml_parser_t parser_{};
    const std::string& name_;
    Places places_;
    const Limits& limits_;
    base::Diagnostics& diagnostics_;
    std::size_t values_ = 0;
    bool sound_ = true;
    bool ended_by_dots_ = false;
    std::vector<Position> open_brackets_;
    Position refused_{0, 0, 0};  // where a property was complained of last: a map and its first key begin at one place
    std::string part_;           // the key whose value is being read, for complaints
    std::string_view last_quoted_;
    Position last_quoted_end_;
};

}  // namespace

bool read_root(const std::string& name, std::string_view bytes, const Limits& limits, Node& root,
               base::Diagnostics& diagnostics) {
    return Parser(name, bytes, limits, diagnostics).read(root);
}

}  // namespace palpera::document
