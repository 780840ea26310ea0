#include "engine/script/tokens.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "engine/base/text.h"

namespace palpera::script {
namespace {

using Operation = Condition::Operation;
using Kind = Token::Kind;

constexpr std::size_t most_digits = 15;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.'; }
bool is_unit(char c) {
    return is_letter(c) || is_digit(c) || (c & 0x80) != 0 ||
           std::string_view("/.*[]{}%'^_-").find(c) != std::string::npos;
}

struct Sign {
    std::string_view written;
    Kind kind;
    Operation operation;
    std::string_view instead;  // empty: a sign of the language
};
// Longer signs before their beginnings.
constexpr std::array<Sign, 22> signs{{
    {"===", Kind::comparison, Operation::equal, "=="},
    {"<=", Kind::comparison, Operation::less_equal, ""},
    {">=", Kind::comparison, Operation::greater_equal, ""},
    {"==", Kind::comparison, Operation::equal, ""},
    {"!=", Kind::comparison, Operation::not_equal, ""},
    {"=<", Kind::comparison, Operation::less_equal, "<="},
    {"=>", Kind::comparison, Operation::greater_equal, ">="},
    {"<>", Kind::comparison, Operation::not_equal, "!="},
    {"≤", Kind::comparison, Operation::less_equal, "<="},
    {"≥", Kind::comparison, Operation::greater_equal, ">="},
    {"≠", Kind::comparison, Operation::not_equal, "!="},
    {"&&", Kind::conjunction, Operation::constant, "and"},
    {"||", Kind::disjunction, Operation::constant, "or"},
    {"<", Kind::comparison, Operation::less, ""},
    {">", Kind::comparison, Operation::greater, ""},
    {"=", Kind::comparison, Operation::equal, "=="},
    {"&", Kind::conjunction, Operation::constant, "and"},
    {"|", Kind::disjunction, Operation::constant, "or"},
    {"!", Kind::negation, Operation::constant, "not"},
    {"(", Kind::open, Operation::constant, ""},
    {")", Kind::close, Operation::constant, ""},
    {"~", Kind::negation, Operation::constant, "not"},
}};

std::optional<Kind> connective(std::string_view word) {
    if (word == "and") return Kind::conjunction;
    if (word == "or") return Kind::disjunction;
    if (word == "not") return Kind::negation;
    return std::nullopt;
}

// What an author may have meant by a number that is not written as one; empty: no idea.
std::string meant_number(std::string text) {
    std::erase(text, '_');
    if (std::count(text.begin(), text.end(), ',') == 1) std::replace(text.begin(), text.end(), ',', '.');
    const bool negative = text.starts_with('-');
    if (negative) text.erase(0, 1);
    while (text.size() > 1 && text[0] == '0' && is_digit(text[1])) text.erase(0, 1);
    std::size_t end = 0, points = 0;
    while (end < text.size() && (is_digit(text[end]) || (text[end] == '.' && points++ == 0))) ++end;
    if (end == 0 || !is_digit(text[end - 1])) return {};
    const std::string number = (negative ? "-" : "") + text.substr(0, end);
    if (end == text.size()) return number;
    const std::string unit = text.substr(end);
    return std::all_of(unit.begin(), unit.end(), is_letter) ? number + " " + unit : std::string();
}

bool is_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view part = point == std::string_view::npos ? "0" : text.substr(point + 1);
    const auto digits = [](std::string_view t) { return !t.empty() && std::all_of(t.begin(), t.end(), is_digit); };
    return digits(whole) && digits(part) && (whole.size() == 1 || whole[0] != '0');
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) { tokens_.list.reserve(text.size() / 4 + 2); }

    Tokens run() {
        for (skip_space(); at_ < text_.size(); skip_space()) {
            const char c = text_[at_];
            if (is_letter(c) || c == '_') {
                name();
            } else if (is_digit(c) || (c == '-' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) {
                number();
            } else if (c == '"') {
                quoted_text();
            } else if (!sign()) {
                unknown_signs();
            }
        }
        add(Kind::end, at_);
        return std::move(tokens_);
    }

private:
    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }

    Token& add(Kind kind, std::size_t from) {
        Token token;
        token.kind = kind;
        token.from = from;
        token.to = at_;
        tokens_.list.push_back(std::move(token));
        return tokens_.list.back();
    }

    void complain(std::size_t from, std::string rule, std::string message, std::string hint) {
        tokens_.complaints.push_back({column_of(text_, from), std::move(rule), std::move(message), std::move(hint)});
    }

    void name() {
        const std::size_t from = at_;
        while (at_ < text_.size() && is_name(text_[at_])) ++at_;
        const std::string_view word = text_.substr(from, at_ - from);
        std::string small(word);
        for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        if (const std::optional<Kind> kind = connective(small)) {
            if (small != word) {
                complain(from, "condition-sign", "expected " + small + ", found " + base::quoted(word),
                         "write " + small + " in small letters");
            }
            add(*kind, from);
            return;
        }
        add(Kind::name, from).text = word;
    }

    void number() {
        const std::size_t from = at_++;
        while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]) || text_[at_] == '_' ||
                                      text_[at_] == '.' || text_[at_] == ',')) {
            ++at_;
        }
        const std::string digits(text_.substr(from, at_ - from));
        const bool sound = check_number(from, digits);
        Token token;
        token.kind = Kind::number;
        token.from = from;
        token.to = at_;
        token.text = digits;
        token.sound = sound;
        token.unit = unit();
        if (!token.unit.empty()) token.to = at_;
        tokens_.list.push_back(std::move(token));
    }

    bool check_number(std::size_t from, const std::string& digits) {
        if (!is_number(digits)) {
            const std::string meant = meant_number(digits);
            complain(from, "condition-number", "expected a number such as 4 or -0.5, found " + base::quoted(digits),
                     meant.empty() ? "digits, and if needed a point and digits" : "write " + meant);
            return false;
        }
        if (static_cast<std::size_t>(std::count_if(digits.begin(), digits.end(), is_digit)) > most_digits) {
            complain(from, "condition-number", "a number has at most 15 digits, found " + base::quoted(digits),
                     "round it, or use a larger unit");
            return false;
        }
        return true;
    }

    // The unit behind a number; a word that joins conditions is none.
    std::string unit() {
        std::size_t at = at_;
        while (at < text_.size() && is_space(text_[at])) ++at;
        const std::string_view rest = text_.substr(at);
        const bool begins = !rest.empty() && (is_letter(rest[0]) || rest[0] == '%' || rest[0] == '[' ||
                                              rest[0] == '{' || rest.starts_with("10*") || rest.starts_with("10^") ||
                                              rest.starts_with("µ") || rest.starts_with("μ") || rest.starts_with("°"));
        if (!begins) return {};
        std::size_t length = 0;
        bool inside = false;
        for (; length < rest.size(); ++length) {
            const char c = rest[length];
            const bool opens =
                c == '(' && !inside && length > 0 && (rest[length - 1] == '/' || rest[length - 1] == '.');
            const bool closes = c == ')' && inside;
            if (!is_unit(c) && !opens && !closes) break;
            inside = opens || (inside && !closes);
        }
        const std::string unit(rest.substr(0, length));
        std::string small = unit;
        for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        if (connective(small)) return {};
        at_ = at + length;
        return unit;
    }

    void quoted_text() {
        const std::size_t from = at_;
        const std::size_t end = text_.find('"', from + 1);
        if (end == std::string_view::npos) {
            complain(from, "condition-syntax", "a text that is opened here is never closed", "write \" behind it");
            tokens_.readable = false;
            at_ = text_.size();
            return;
        }
        at_ = end + 1;
        add(Kind::text, from).text = text_.substr(from + 1, end - from - 1);
    }

    bool sign() {
        for (const Sign& sign : signs) {
            if (!text_.substr(at_).starts_with(sign.written)) continue;
            const std::size_t from = at_;
            at_ += sign.written.size();
            if (!sign.instead.empty()) {
                complain(from, "condition-sign",
                         "expected " + std::string(sign.instead) + ", found " + base::quoted(sign.written),
                         "write " + std::string(sign.instead));
            }
            add(sign.kind, from).operation = sign.operation;
            return true;
        }
        return false;
    }

    void unknown_signs() {
        const std::size_t from = at_;
        while (at_ < text_.size() && !is_space(text_[at_]) && !is_letter(text_[at_]) && !is_digit(text_[at_]) &&
               text_[at_] != '"' && text_[at_] != '(' && text_[at_] != ')') {
            ++at_;
        }
        at_ = std::max(at_, from + 1);
        const std::string_view found = text_.substr(from, at_ - from);
        tokens_.readable = false;
        if (!told_.insert(found).second) return;
        const bool arithmetic = found.find_first_of("+-*/%") != std::string_view::npos;
        complain(from, "condition-sign", "the sign " + base::quoted(found) + " has no meaning here",
                 arithmetic         ? "conditions do not calculate: write the result"
                 : found[0] == '\'' ? "write acts in double quotes, words without quotes"
                                    : "a condition has names, numbers, < <= > >= == !=, and, or, not, ( and )");
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Tokens tokens_;
    std::set<std::string_view> told_;  // unknown signs, each once
};

}  // namespace

Tokens tokens_of(std::string_view text) { return Lexer(text).run(); }

std::size_t column_of(std::string_view text, std::size_t byte) {
    return base::code_points(text.substr(0, byte)).size() + 1;
}

}  // namespace palpera::script
