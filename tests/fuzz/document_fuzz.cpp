// A YAML file, alone and as a case with a translation.
#include <cstddef>
#include <cstdint>

#include "engine/document/view.h"
#include "tests/fuzz/demand.h"

namespace palpera::fuzz {
namespace {

// A form that asks for each kind of value.
document::Form demanding_form() {
    using namespace document::form;
    const document::Form answer =
        map({optional("says", words(200), "What is said."), optional("share", number(0, 1), "A share.")});
    return file({required("title", words(20), "The title."), optional("age", whole(0, 120), "The age."),
                 optional("side", one_of({"left", "right"}), "The side."),
                 optional("tests", list(reference("test"), 1, 3), "The tests."),
                 optional("answers", entries(one_or_named(answer)), "The answers."),
                 optional("dose", quantity("mass", {"mg"}, 0, 10), "The dose."), optional("span", span(), "The span."),
                 optional("part", share(), "The part.")});
}

void read_all(const document::View& view) {
    view.number(), view.whole(), view.span(), view.quantity(), view.one_of(), view.words();
    if (!view.is_text()) {
        for (const document::View& item : view.items()) read_all(item);
    }
    for (const auto& [key, value] : view.entries()) read_all(value);
}

void write_text(const std::string& text, std::string& yaml) {
    yaml += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') yaml += '\\';
        if (c == '\n') {
            yaml += "\\n";
        } else {
            yaml += c;
        }
    }
    yaml += '"';
}

// The plainest YAML with that content.
void write(const document::Node& node, std::string& yaml) {
    switch (node.kind) {
        case document::Node::Kind::text: write_text(node.text, yaml); return;
        case document::Node::Kind::list:
            yaml += '[';
            for (const document::Node& item : node.items) {
                write(item, yaml);
                yaml += ",\n";
            }
            yaml += ']';
            return;
        case document::Node::Kind::map:
            yaml += '{';
            for (const document::Entry& entry : node.entries) {
                write_text(entry.key, yaml);
                yaml += ": ";
                write(entry.value, yaml);
                yaml += ",\n";
            }
            yaml += '}';
    }
}

bool same(const document::Node& a, const document::Node& b) {
    if (a.kind != b.kind || a.text != b.text) return false;
    if (a.items.size() != b.items.size() || a.entries.size() != b.entries.size()) return false;
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        if (!same(a.items[i], b.items[i])) return false;
    }
    for (std::size_t i = 0; i < a.entries.size(); ++i) {
        if (a.entries[i].key != b.entries[i].key || !same(a.entries[i].value, b.entries[i].value)) return false;
    }
    return true;
}

void demand_nested(const document::Node& node, std::size_t size) {
    demand(node.begin.byte <= node.end.byte && node.end.byte <= size, "a value lies in its file");
    for (const document::Node& item : node.items) demand_nested(item, size);
    for (const document::Entry& entry : node.entries) demand_nested(entry.value, size);
}

void read_alone(const std::string& bytes) {
    base::Diagnostics diagnostics;
    const auto document = document::parse("case.yaml", bytes, document::case_limits, diagnostics);
    demand(document.has_value() == (diagnostics.errors() == 0), "a file is read or complained of");
    demand_sound(diagnostics);
    if (!document) return;
    demand_nested(document->root, bytes.size());
    std::string yaml;
    write(document->root, yaml);
    document::Limits wide = document::case_limits;
    wide.bytes = 16 * 1024 * 1024;
    const auto again = document::parse("again.yaml", yaml, wide, diagnostics);
    demand(again && same(document->root, again->root), "what was read and written again reads the same");
}

void read_with_translation(const std::string& bytes) {
    base::Diagnostics diagnostics;
    const auto source =
        document::Source::parse({{"case.yaml", "language: sv\n" + bytes}, {"case.nb.yaml", "language: nb\n" + bytes}},
                                document::case_limits, diagnostics);
    if (source) {
        for (const document::Form& form : {demanding_form(), document::form::anything()}) {
            const document::Sheet sheet(*source, form, document::Names(), diagnostics);
            read_all(sheet.root());
        }
        source->complain_of_unused(diagnostics);
    }
    demand_sound(diagnostics);
}

}  // namespace
}  // namespace palpera::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes = palpera::fuzz::text_of(data, size);
    palpera::fuzz::read_alone(bytes);
    palpera::fuzz::read_with_translation(bytes);
    return 0;
}
