#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/language.h"
#include "engine/base/time.h"
#include "engine/document/source.h"

namespace palpera::document {

// A typed look at one value of a Source. Reading complains to the diagnostics with file, line, column, what was
// expected, what was found and how to mend it, and gives a harmless default; so a reader reports everything at once.
// A view of something absent is empty (false) and reads as defaults without complaint, unless `required`.
class View {
public:
    View(const Source& source, base::Diagnostics& diagnostics);

    explicit operator bool() const { return node_ != nullptr; }
    bool is_text() const { return node_ && node_->kind == Node::Kind::text; }
    bool is_list() const { return node_ && node_->kind == Node::Kind::list; }
    bool is_map() const { return node_ && node_->kind == Node::Kind::map; }
    const std::string& path() const { return path_; }
    const std::string& file() const { return source_->main().name; }
    Position place() const;

    // Of a map. `required` complains "required part `KEY` is missing"; both complain where this is no map.
    View operator[](std::string_view key) const;
    View required(std::string_view key) const;
    // The entries in file order; keys that are not ids are complained of and left out unless `any_key`.
    std::vector<std::pair<std::string, View>> entries(bool any_key = false) const;
    // Complains of every key that is not named, with the nearest one.
    void only(std::initializer_list<std::string_view> keys) const;
    // Of a list. A single text reads as a list of one.
    std::vector<View> items() const;

    std::string text() const;  // any text that is not empty
    std::string id() const;    // base::is_id
    std::vector<std::string> ids() const;
    double number(double least, double most) const;  // -?[0-9]+(\.[0-9]+)?, at most 15 digits, no leading zero
    std::int64_t whole(std::int64_t least, std::int64_t most) const;
    bool flag() const;                                                        // yes or no
    base::Minutes span() const;                                               // "4 months"
    std::size_t one_of(std::initializer_list<std::string_view> words) const;  // the index; complains with the nearest
    std::pair<double, std::string> quantity() const;  // "500 mg": a number above 0 or below, and a unit word
    base::LocalText words() const;                    // a text for people, in every language

    void complain(std::string rule, std::string message, std::string hint = {}) const;
    void warn(std::string rule, std::string message, std::string hint = {}) const;

private:
    View(const Source& source, base::Diagnostics& diagnostics, const Node* node, std::string path);
    View inside(const Node* node, std::string_view step) const;
    std::string label() const;
    std::string found() const;
    bool expect_map() const;
    const std::string* expect_text(std::string_view what) const;
    void complain_of_number(const std::string& text, const std::string& wanted, bool fraction) const;
    void add(base::Severity severity, const Position& where, std::string rule, std::string message,
             std::string hint) const;
    const Source* source_;
    base::Diagnostics* diagnostics_;
    const Node* node_;
    std::string path_;
    const Node* parent_ = nullptr;  // of something absent: where to complain
};

}  // namespace palpera::document
