#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/document/form.h"
#include "engine/document/source.h"

namespace palpera::document {

class View;

// What ids there are of each kind, for references. The plain one knows of none and lets every reference pass.
class Names {
public:
    virtual ~Names() = default;
    // Is this kind of id known at all by now?
    virtual bool has(std::string_view /*kind*/) const { return false; }
    virtual bool knows(std::string_view /*kind*/, std::string_view /*id*/) const { return false; }
    virtual std::vector<std::string> all(std::string_view /*kind*/) const { return {}; }
    // What kind of value one of these ids has, such as a fact.
    virtual Form value(std::string_view /*kind*/, std::string_view /*id*/) const { return {}; }
};

// The name of the id of this kind that may have been meant: the three nearest, as a hint.
std::string nearest_names(const Names& names, std::string_view kind, std::string_view id);

// A source held against its form. All that is wrong with it is complained of at once, with file, line, column, what
// was expected, what was found and how to mend it; what is wrong is left out of the views.
class Sheet {
public:
    // The form and the source outlive the sheet.
    Sheet(const Source& source, const Form& form, const Names& names, base::Diagnostics& diagnostics);
    Sheet(const Source& source, Form&& form, const Names& names, base::Diagnostics& diagnostics) = delete;
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    View root() const;
    const Source& source() const { return *source_; }
    base::Diagnostics& diagnostics() const { return *diagnostics_; }
    bool is_sound(const Node& node) const { return unsound_.empty() || !unsound_.contains(&node); }
    // How many values its original holds.
    std::size_t values() const { return values_; }

private:
    const Source* source_;
    const Form* form_;
    base::Diagnostics* diagnostics_;
    std::unordered_set<const Node*> unsound_;
    std::size_t values_ = 0;
};

// Which of the two forms of an `either` a value is read by; any other form is itself.
const Form& chosen(const Form& form, const Node* node);

}  // namespace palpera::document
