#include "engine/document/edit_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/document/emitter.h"
#include "engine/document/tokens.h"

namespace palpera::document {
namespace {

struct Span {
    std::size_t begin, end;
};

// Rewrites the text of one document.
class Rewriter {
public:
    explicit Rewriter(const Document& document) : document_(document), bytes_(document.bytes), tokens_(bytes_) {}

    std::string operator()(const Replace& edit) const {
        const Path in(edit.at.begin(), edit.at.end() - 1);
        const Node& parent = *node_at(document_.root, in);
        const Node& old = *node_at(document_.root, edit.at);
        Node value = edit.value;
        if (old.kind == Node::Kind::text && value.kind == Node::Kind::text && !old.text.empty())
            value.plain = old.plain;
        if (is_on_one_line(parent)) {
            const std::string space = old.begin.byte == old.end.byte ? " " : "";
            return with({old.begin.byte, old.end.byte}, space + on_one_line(value));
        }
        const std::size_t sign = end_of_sign(parent, edit.at.back());
        const bool was_block = is_block(old) && old.kind != Node::Kind::text;
        Writing writing{indent(), !is_block(old), static_cast<int>(edit.at.size())};
        if (was_block) writing.indent = std::max(2, old.begin.column - column_of(parent));
        const std::string after = after_sign(value, writing, column_of(parent));
        if (!is_block(old) && !after.starts_with('\n') && old.begin.byte > sign) {
            return with({old.begin.byte, old.end.byte}, after.substr(1));
        }
        if (was_block && after.starts_with('\n')) {
            return with({old.begin.byte, end_of(old)}, after.substr(after.find_first_not_of("\n ")));
        }
        return with({sign, std::max(sign, end_of(old))}, after);
    }

    std::string operator()(const Insert& edit) const {
        const Node& in = *node_at(document_.root, edit.in);
        const std::size_t count = size(in);
        if (count == 0) return into_empty(edit, in);
        if (is_on_one_line(in)) {
            const std::string written = entry_on_one_line(in, edit);
            if (edit.before == count) return with({last_end(in), last_end(in)}, ", " + written);
            const std::size_t at = begin_of(in, edit.before);
            return with({at, at}, written + ", ");
        }
        const int column = column_at(begin_of(in, 0));
        const std::string pad(static_cast<std::size_t>(column - 1), ' ');
        const Writing writing{indent(), true, static_cast<int>(edit.in.size()) + 1};
        const std::string sign = in.kind == Node::Kind::map ? emitted_key(edit.key, false) + ":" : "-";
        const std::string written = sign + after_sign(edit.value, writing, column);
        if (edit.before == 0) return with({begin_of(in, 0), begin_of(in, 0)}, written + "\n" + pad);
        const std::size_t at = line_end(end_of(in, edit.before - 1));
        return with({at, at}, "\n" + pad + written);
    }

    std::string operator()(const Remove& edit) const {
        const Path in(edit.at.begin(), edit.at.end() - 1);
        const Node& parent = *node_at(document_.root, in);
        const std::size_t index = index_of(parent, edit.at.back()), count = size(parent);
        if (is_on_one_line(parent)) {
            if (index + 1 < count) return with({begin_of(parent, index), begin_of(parent, index + 1)}, "");
            const std::size_t begin = index > 0 ? end_of(parent, index - 1) : begin_of(parent, index);
            return with({begin, end_of(parent, index)}, "");
        }
        if (count == 1) {
            Node empty;
            empty.kind = parent.kind;
            return (*this)(Replace{in, empty});
        }
        if (index > 0) {
            const std::size_t begin = line_begin(first_comment(parent, index));
            return with({line_end(begin - 1), line_end(end_of(parent, index))}, "");
        }
        const std::size_t begin = begin_of(parent, 0);
        const bool first_on_line = bytes_.substr(line_begin(begin), begin - line_begin(begin)).find_first_not_of(' ') ==
                                   std::string_view::npos;
        return first_on_line ? with({line_begin(begin), line_begin(first_comment(parent, 1))}, "")
                             : with({begin, begin_of(parent, 1)}, "");
    }

    std::string operator()(const Move& edit) const {
        const Path in(edit.at.begin(), edit.at.end() - 1);
        const Node& parent = *node_at(document_.root, in);
        std::vector<Span> slots;
        std::vector<std::string_view> texts;
        for (std::size_t i = 0; i < size(parent); ++i) {
            slots.push_back(is_on_one_line(parent) ? Span{begin_of(parent, i), end_of(parent, i)}
                                                   : Span{first_comment(parent, i), line_end(end_of(parent, i))});
            texts.push_back(bytes_.substr(slots.back().begin, slots.back().end - slots.back().begin));
        }
        const std::string_view moved = texts[index_of(parent, edit.at.back())];
        texts.erase(texts.begin() + static_cast<std::ptrdiff_t>(index_of(parent, edit.at.back())));
        texts.insert(texts.begin() + static_cast<std::ptrdiff_t>(edit.to), moved);
        std::string result(bytes_.substr(0, slots.front().begin));
        for (std::size_t i = 0; i < slots.size(); ++i) {
            const std::size_t next = i + 1 < slots.size() ? slots[i + 1].begin : bytes_.size();
            result.append(texts[i]).append(bytes_.substr(slots[i].end, next - slots[i].end));
        }
        return result;
    }

    std::string operator()(const Rename& edit) const {
        const Node& parent = *node_at(document_.root, Path(edit.at.begin(), edit.at.end() - 1));
        const std::size_t begin = begin_of(parent, index_of(parent, edit.at.back()));
        return with({begin, tokens_.end_of_word(begin)}, emitted_key(edit.key, is_on_one_line(parent)));
    }

private:
    // Between brackets or braces.
    bool is_on_one_line(const Node& node) const {
        return node.kind != Node::Kind::text && (bytes_[node.begin.byte] == '{' || bytes_[node.begin.byte] == '[');
    }
    // A list or map by indentation, or a text after `|` or `>`.
    bool is_block(const Node& node) const {
        if (node.kind != Node::Kind::text) return !is_on_one_line(node);
        return !node.plain && node.begin.byte < bytes_.size() &&
               (bytes_[node.begin.byte] == '|' || bytes_[node.begin.byte] == '>');
    }

    static std::size_t size(const Node& node) {
        return node.kind == Node::Kind::map ? node.entries.size() : node.items.size();
    }
    static const Node& child(const Node& parent, std::size_t index) {
        return parent.kind == Node::Kind::map ? parent.entries[index].value : parent.items[index];
    }
    static std::size_t index_of(const Node& parent, const Step& step) {
        if (const auto* index = std::get_if<std::size_t>(&step)) return *index;
        const auto& key = std::get<std::string>(step);
        return static_cast<std::size_t>(std::find_if(parent.entries.begin(), parent.entries.end(),
                                                     [&](const Entry& entry) { return entry.key == key; }) -
                                        parent.entries.begin());
    }

    // Of an entry its key, of an item of a block its dash.
    std::size_t begin_of(const Node& parent, std::size_t index) const {
        if (parent.kind == Node::Kind::map) return parent.entries[index].place.byte;
        const std::size_t begin = parent.items[index].begin.byte;
        return is_on_one_line(parent) ? begin : tokens_.dash(begin);
    }
    // libyaml ends a block of text where the next thing begins, after any empty lines.
    std::size_t end_of(const Node& node) const {
        if (is_block(node) && node.kind == Node::Kind::text) {
            const std::string_view written = bytes_.substr(node.begin.byte, node.end.byte - node.begin.byte);
            return node.begin.byte + written.find_last_not_of(" \r\n") + 1;
        }
        return is_block(node) && size(node) > 0 ? end_of(child(node, size(node) - 1)) : node.end.byte;
    }
    std::size_t end_of(const Node& parent, std::size_t index) const {
        const std::size_t end = end_of(child(parent, index));
        // A key or a dash without a value ends with its sign.
        if (is_on_one_line(parent)) return std::max(end, begin_of(parent, index));
        return std::max(end, end_of_sign(parent, index));
    }
    std::size_t last_end(const Node& parent) const { return end_of(parent, size(parent) - 1); }
    std::size_t end_of_sign(const Node& parent, const Step& step) const {
        return end_of_sign(parent, index_of(parent, step));
    }
    std::size_t end_of_sign(const Node& parent, std::size_t index) const {
        const std::size_t begin = begin_of(parent, index);
        return parent.kind == Node::Kind::map ? tokens_.end_of_colon(tokens_.end_of_word(begin)) : begin + 1;
    }

    std::size_t line_begin(std::size_t byte) const {
        const std::size_t before = byte == 0 ? std::string_view::npos : bytes_.rfind('\n', byte - 1);
        return before == std::string_view::npos ? 0 : before + 1;
    }
    // Where the line ends, before its line end.
    std::size_t line_end(std::size_t byte) const {
        const std::size_t end = std::min(bytes_.find('\n', byte), bytes_.size());
        return end > 0 && end < bytes_.size() && bytes_[end - 1] == '\r' ? end - 1 : end;
    }
    int column_at(std::size_t byte) const { return static_cast<int>(byte - line_begin(byte)) + 1; }
    int column_of(const Node& parent) const { return column_at(begin_of(parent, 0)); }

    // An entry or item of a block together with the comment lines directly above it. Those above the first one are of
    // the whole.
    std::size_t first_comment(const Node& parent, std::size_t index) const {
        std::size_t begin = begin_of(parent, index);
        if (index == 0) return begin;
        const std::size_t before = line_end(end_of(parent, index - 1));
        while (true) {
            const std::size_t line = line_begin(begin);
            if (line == 0 || line_begin(line - 1) <= before) return begin;
            const std::size_t sign = bytes_.find_first_not_of(' ', line_begin(line - 1));
            if (bytes_[sign] != '#') return begin;
            begin = sign;
        }
    }

    // How far the file indents its blocks.
    int indent() const {
        for (const Entry& entry : document_.root.entries) {
            if (entry.value.kind == Node::Kind::map && is_block(entry.value) && entry.value.begin.column > 2)
                return entry.value.begin.column - 1;
        }
        return 4;
    }

    static std::string on_one_line(const Node& value) {
        std::string written = emitted_on_one_line(value);
        if (!value.plain || !written.starts_with('\'')) return written;
        Node quoted = value;
        quoted.plain = false;
        return emitted_on_one_line(quoted);
    }
    std::string entry_on_one_line(const Node& in, const Insert& edit) const {
        const std::string written = on_one_line(edit.value);
        return in.kind == Node::Kind::map ? emitted_key(edit.key, true) + ": " + written : written;
    }
    static std::string after_sign(const Node& value, const Writing& writing, int column) {
        std::string written = emitted_after_sign(value, writing);
        if (value.plain && written.starts_with(" '")) {
            Node quoted = value;
            quoted.plain = false;
            written = emitted_after_sign(quoted, writing);
        }
        const std::string pad(static_cast<std::size_t>(column - 1), ' ');
        std::string result;
        for (std::size_t i = 0; i < written.size(); ++i) {
            result += written[i];
            if (written[i] == '\n' && i + 1 < written.size() && written[i + 1] != '\n') result += pad;
        }
        return result;
    }

    std::string into_empty(const Insert& edit, const Node& in) const {
        const Node* parent =
            edit.in.empty() ? nullptr : node_at(document_.root, Path(edit.in.begin(), edit.in.end() - 1));
        if (in.kind == Node::Kind::map && edit.in.size() == 1 && parent && !is_on_one_line(*parent)) {
            return (*this)(Replace{edit.in, map_value({{edit.key, edit.value}})});
        }
        return with({in.begin.byte + 1, in.begin.byte + 1}, entry_on_one_line(in, edit));
    }

    std::string with(Span span, std::string_view text) const {
        std::string result(bytes_.substr(0, span.begin));
        const bool carriage_returns = bytes_.find("\r\n") != std::string_view::npos;
        for (char sign : text) {
            if (sign == '\n' && carriage_returns) result += '\r';
            result += sign;
        }
        return result.append(bytes_.substr(span.end));
    }

    const Document& document_;
    std::string_view bytes_;
    Tokens tokens_;
};

}  // namespace

std::string text_after(const Document& document, const Edit& edit) { return std::visit(Rewriter(document), edit); }

}  // namespace palpera::document
