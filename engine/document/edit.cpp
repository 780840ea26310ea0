#include "engine/document/edit.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/document/characters.h"
#include "engine/document/edit_text.h"

namespace palpera::document {
namespace {

const Node* child(const Node& node, const Step& step) {
    if (const auto* key = std::get_if<std::string>(&step)) return node.find(*key);
    const std::size_t index = std::get<std::size_t>(step);
    return index < node.items.size() ? &node.items[index] : nullptr;
}

Node* node_at(Node& root, const Path& path) {
    return const_cast<Node*>(document::node_at(static_cast<const Node&>(root), path));
}

std::string written(const Path& path) {
    std::string result;
    for (const Step& step : path) {
        if (!result.empty()) result += '/';
        const auto* key = std::get_if<std::string>(&step);
        result += key ? *key : std::to_string(std::get<std::size_t>(step) + 1);
    }
    return result;
}

using Trouble = std::optional<base::Error>;

Trouble no_such(const Path& path) {
    return base::Error{"", "there is no " + marked(written(path)) + " in this file", ""};
}
Trouble there_already(const std::string& key) {
    return base::Error{"", marked(key) + " is there already", "choose another name"};
}

// Does to the values what the edit is to do to the text.
struct OnValues {
    Node& root;

    Trouble operator()(const Replace& edit) const {
        Node* node = edit.at.empty() ? nullptr : node_at(root, edit.at);
        if (!node) return no_such(edit.at);
        *node = edit.value;
        return {};
    }
    Trouble operator()(const Insert& edit) const {
        Node* in = node_at(root, edit.in);
        if (!in || in->kind == Node::Kind::text) return no_such(edit.in);
        const auto place = static_cast<std::ptrdiff_t>(edit.before);
        if (in->kind == Node::Kind::list) {
            if (edit.before > in->items.size()) return no_such(edit.in);
            in->items.insert(in->items.begin() + place, edit.value);
            return {};
        }
        if (edit.before > in->entries.size()) return no_such(edit.in);
        if (in->find(edit.key)) return there_already(edit.key);
        in->entries.insert(in->entries.begin() + place, Entry{edit.key, {}, edit.value});
        return {};
    }
    Trouble operator()(const Remove& edit) const {
        if (edit.at.empty() || !node_at(root, edit.at)) return no_such(edit.at);
        if (edit.at.size() == 1 && root.entries.size() + root.items.size() == 1) {
            return base::Error{"", marked(written(edit.at)) + " is the last thing in this file", "remove the file"};
        }
        Node& in = *node_at(root, Path(edit.at.begin(), edit.at.end() - 1));
        if (in.kind == Node::Kind::list) {
            in.items.erase(in.items.begin() + static_cast<std::ptrdiff_t>(std::get<std::size_t>(edit.at.back())));
        } else {
            in.entries.erase(entry_of(in, edit.at.back()));
        }
        return {};
    }
    Trouble operator()(const Move& edit) const {
        if (edit.at.empty() || !node_at(root, edit.at)) return no_such(edit.at);
        Node& in = *node_at(root, Path(edit.at.begin(), edit.at.end() - 1));
        if (edit.to >= std::max(in.items.size(), in.entries.size())) return no_such(edit.at);
        if (in.kind == Node::Kind::list) {
            moved(in.items, std::get<std::size_t>(edit.at.back()), edit.to);
        } else {
            moved(in.entries, static_cast<std::size_t>(entry_of(in, edit.at.back()) - in.entries.begin()), edit.to);
        }
        return {};
    }
    Trouble operator()(const Rename& edit) const {
        if (edit.at.empty() || !node_at(root, edit.at) || !std::holds_alternative<std::string>(edit.at.back()))
            return no_such(edit.at);
        Node& in = *node_at(root, Path(edit.at.begin(), edit.at.end() - 1));
        if (in.find(edit.key)) return there_already(edit.key);
        entry_of(in, edit.at.back())->key = edit.key;
        return {};
    }

private:
    static std::vector<Entry>::iterator entry_of(Node& in, const Step& step) {
        return std::find_if(in.entries.begin(), in.entries.end(),
                            [&](const Entry& entry) { return entry.key == std::get<std::string>(step); });
    }
    template <class T>
    static void moved(std::vector<T>& list, std::size_t from, std::size_t to) {
        T value = std::move(list[from]);
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(from));
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(to), std::move(value));
    }
};

// What lies between the common beginning and the common end.
Splice difference(const std::string& before, const std::string& after) {
    const std::size_t least = std::min(before.size(), after.size());
    std::size_t begin = 0, end = 0;
    while (begin < least && before[begin] == after[begin]) ++begin;
    while (end < least - begin && before[before.size() - 1 - end] == after[after.size() - 1 - end]) ++end;
    return {begin, before.substr(begin, before.size() - begin - end), after.substr(begin, after.size() - begin - end)};
}

}  // namespace

const Node* node_at(const Node& root, const Path& path) {
    const Node* node = &root;
    for (const Step& step : path) {
        node = child(*node, step);
        if (!node) return nullptr;
    }
    return node;
}

bool same_value(const Node& a, const Node& b) {
    const auto same_entry = [](const Entry& x, const Entry& y) {
        return x.key == y.key && same_value(x.value, y.value);
    };
    return a.kind == b.kind && a.text == b.text &&
           std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_value) &&
           std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(), same_entry);
}

Node text_value(std::string text) {
    Node node;
    node.text = std::move(text);
    return node;
}

Node word_value(std::string word) {
    Node node = text_value(std::move(word));
    node.plain = true;
    return node;
}

Node list_value(std::vector<Node> items) {
    Node node;
    node.kind = Node::Kind::list;
    node.items = std::move(items);
    return node;
}

Node map_value(std::vector<std::pair<std::string, Node>> entries) {
    Node node;
    node.kind = Node::Kind::map;
    for (auto& [key, value] : entries) node.entries.push_back({std::move(key), {}, std::move(value)});
    return node;
}

std::string spliced(std::string bytes, const Splice& splice) {
    return bytes.replace(splice.byte, splice.removed.size(), splice.inserted);
}

base::Result<Edited> edited(const Document& document, const Edit& edit, const Limits& limits) {
    Node meant = document.root;
    if (const Trouble trouble = std::visit(OnValues{meant}, edit)) return *trouble;
    base::Diagnostics diagnostics;
    std::optional<Document> after = parse(document.name, text_after(document, edit), limits, diagnostics);
    if (!after) {
        const base::Diagnostic& first = diagnostics.all().front();
        return base::Error{document.name, first.message, first.hint};
    }
    if (!same_value(after->root, meant)) {
        return base::Error{document.name, "this cannot be written into the file as it is laid out",
                           "change it in the file's text"};
    }
    Splice splice = difference(document.bytes, after->bytes);
    return Edited{*std::move(after), std::move(splice)};
}

}  // namespace palpera::document
