#pragma once

#include <string>
#include <utility>
#include <variant>

namespace palpera::base {

// What went wrong in the world outside, for a person to mend: where, what was expected and found.
struct Error {
    std::string where;  // a file, or file:line:column
    std::string what;
    std::string hint;  // what to do about it; may be empty

    // "where: what (hint)"
    std::string message() const {
        std::string text = where.empty() ? what : where + ": " + what;
        return hint.empty() ? text : text + " (" + hint + ")";
    }
};

// A value, or the reason why there is none. Spelled like std::expected so that it can be swapped for it.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return state_.index() == 0; }
    bool has_value() const { return state_.index() == 0; }
    const T& operator*() const& { return *std::get_if<0>(&state_); }
    T& operator*() & { return *std::get_if<0>(&state_); }
    T&& operator*() && { return std::move(*std::get_if<0>(&state_)); }
    const T* operator->() const { return std::get_if<0>(&state_); }
    T* operator->() { return std::get_if<0>(&state_); }
    const Error& error() const { return *std::get_if<1>(&state_); }

private:
    std::variant<T, Error> state_;
};

struct Done {};
// For acts that give nothing back but may fail.
using Outcome = Result<Done>;

}  // namespace palpera::base
