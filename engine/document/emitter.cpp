#include "engine/document/emitter.h"

#include <yaml.h>

#include <algorithm>
#include <new>
#include <string_view>

namespace palpera::document {
namespace {

bool is_simple(const Node& node) {
    const auto is_text = [](const Node& value) { return value.kind == Node::Kind::text; };
    return std::all_of(node.items.begin(), node.items.end(), is_text) &&
           std::all_of(node.entries.begin(), node.entries.end(), [&](const Entry& entry) {
               return is_text(entry.value) || (entry.value.kind == Node::Kind::list && is_simple(entry.value));
           });
}

// Writes one document through libyaml.
class Emitter {
public:
    explicit Emitter(int indent) {
        if (yaml_emitter_initialize(&emitter_) == 0) throw std::bad_alloc();
        yaml_emitter_set_output(&emitter_, append, &written_);
        yaml_emitter_set_unicode(&emitter_, 1);
        yaml_emitter_set_width(&emitter_, -1);
        yaml_emitter_set_indent(&emitter_, indent);
        yaml_event_t event;
        yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
        send(event);
        yaml_document_start_event_initialize(&event, nullptr, nullptr, nullptr, 1);
        send(event);
    }
    ~Emitter() { yaml_emitter_delete(&emitter_); }
    Emitter(const Emitter&) = delete;
    Emitter& operator=(const Emitter&) = delete;

    void text(std::string_view words, yaml_scalar_style_t style) {
        yaml_event_t event;
        yaml_scalar_event_initialize(&event, nullptr, nullptr, reinterpret_cast<const unsigned char*>(words.data()),
                                     static_cast<int>(words.size()), 1, 1, style);
        send(event);
    }
    void begin_map(bool on_one_line) {
        yaml_event_t event;
        yaml_mapping_start_event_initialize(&event, nullptr, nullptr, 1,
                                            on_one_line ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE);
        send(event);
    }
    void end_map() {
        yaml_event_t event;
        yaml_mapping_end_event_initialize(&event);
        send(event);
    }
    void begin_list(bool on_one_line) {
        yaml_event_t event;
        yaml_sequence_start_event_initialize(&event, nullptr, nullptr, 1,
                                             on_one_line ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE);
        send(event);
    }
    void end_list() {
        yaml_event_t event;
        yaml_sequence_end_event_initialize(&event);
        send(event);
    }

    void value(const Node& node, int depth, bool on_one_line, bool quoted) {
        const bool small = node.kind == Node::Kind::map && depth > 1 && is_simple(node);
        on_one_line = on_one_line || small || node.kind == Node::Kind::list;
        switch (node.kind) {
            case Node::Kind::text: return text(node.text, style_of(node, on_one_line || quoted));
            case Node::Kind::list:
                begin_list(on_one_line);
                for (const Node& item : node.items) value(item, depth + 1, on_one_line, quoted);
                return end_list();
            case Node::Kind::map:
                begin_map(on_one_line);
                for (const Entry& entry : node.entries) {
                    text(entry.key, YAML_PLAIN_SCALAR_STYLE);
                    value(entry.value, depth + 1, on_one_line, quoted);
                }
                return end_map();
        }
    }

    // All that was written.
    std::string end() {
        yaml_event_t event;
        yaml_document_end_event_initialize(&event, 1);
        send(event);
        yaml_emitter_flush(&emitter_);
        constexpr std::string_view dots = "\n...\n";  // after a block that keeps its last line ends
        if (written_.ends_with(dots)) written_.resize(written_.size() - dots.size() + 1);
        return written_;
    }

private:
    static int append(void* to, unsigned char* bytes, std::size_t size) {
        static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
        return 1;
    }
    void send(yaml_event_t& event) { static_cast<void>(yaml_emitter_emit(&emitter_, &event)); }

    static yaml_scalar_style_t style_of(const Node& node, bool quoted) {
        if (!quoted && !node.plain && node.text.find('\n') != std::string::npos) return YAML_LITERAL_SCALAR_STYLE;
        if (!node.plain) return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
        // Where libyaml cannot write it plain, it takes single quotes; here texts stand in double ones.
        const bool many_lines = node.text.find('\n') != std::string::npos;
        return many_lines || node.text.empty() ? YAML_DOUBLE_QUOTED_SCALAR_STYLE : YAML_PLAIN_SCALAR_STYLE;
    }

    yaml_emitter_t emitter_{};
    std::string written_;
};

std::string without_line_end(std::string text) {
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

}  // namespace

std::string emitted_on_one_line(const Node& value) {
    Emitter emitter(4);
    emitter.begin_list(true);
    emitter.value(value, 1, true, true);
    emitter.end_list();
    const std::string written = without_line_end(emitter.end());
    return written.size() < 2 ? written : written.substr(1, written.size() - 2);
}

std::string emitted_key(const std::string& key, bool in_brackets) {
    Emitter emitter(4);
    emitter.begin_map(in_brackets);
    emitter.text(key, YAML_PLAIN_SCALAR_STYLE);
    emitter.text("v", YAML_PLAIN_SCALAR_STYLE);
    emitter.end_map();
    std::string written = without_line_end(emitter.end());
    if (in_brackets && written.size() > 2) written = written.substr(1, written.size() - 2);
    return written.substr(0, written.rfind(": v"));
}

std::string emitted_after_sign(const Node& value, const Writing& writing) {
    Emitter emitter(std::clamp(writing.indent, 2, 9));
    emitter.begin_map(false);
    emitter.text("k", YAML_PLAIN_SCALAR_STYLE);
    const bool flat = value.kind == Node::Kind::map && (writing.depth > 1 ? is_simple(value) : value.entries.empty());
    emitter.value(value, writing.depth, flat, writing.quoted);
    emitter.end_map();
    return without_line_end(emitter.end()).substr(2);
}

}  // namespace palpera::document
