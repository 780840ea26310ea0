#include <algorithm>
#include <charconv>

#include "engine/base/text.h"
#include "engine/script/check.h"
#include "engine/script/condition.h"
#include "engine/script/tokens.h"

namespace palpera::script {
namespace {

using Form = Operand::Form;
using Node = Condition::Node;
using Operation = Condition::Operation;
using Kind = Token::Kind;

constexpr std::size_t most_characters = 1'000;
constexpr int most_depth = 32;
constexpr std::size_t most_nodes = 256;
constexpr std::size_t most_complaints = 20;

// A node, and the part of the text it covers with its parentheses.
struct Piece {
    std::size_t node = 0, from = 0, to = 0;
};

class Parser {
public:
    Parser(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary,
           const Checker::CheckAct& check_act, std::vector<Complaint>& complaints)
        : text_(text), tokens_(tokens), checker_(text, vocabulary, check_act, complaints), complaints_(complaints) {}

    std::vector<Node> run() {
        condition(0);
        if (peek().kind == Kind::close) complain(peek(), "this parenthesis closes nothing", "leave it out");
        return std::move(nodes_);
    }

private:
    const Token& peek() const { return tokens_[at_]; }
    const Token& take() { return at_ + 1 < tokens_.size() ? tokens_[at_++] : tokens_[at_]; }
    bool takes(Kind kind) {
        if (peek().kind != kind) return false;
        take();
        return true;
    }

    void complain(const Token& place, std::string message, std::string hint, std::string rule = "condition-syntax") {
        if (stopped_) return;
        complaints_.push_back({column_of(text_, place.from), std::move(rule), std::move(message), std::move(hint)});
    }
    // The last complaint: nothing behind it is read.
    void stop(const Token& place, std::string message, std::string hint, std::string rule) {
        complain(place, std::move(message), std::move(hint), std::move(rule));
        stopped_ = true;
        at_ = tokens_.size() - 1;
    }
    std::string found(const Token& token) const {
        if (token.kind == Kind::end) return "the end";
        return base::quoted(text_.substr(token.from, token.to - token.from));
    }

    Piece add(Node node, std::size_t from, std::size_t to) {
        if (nodes_.size() == most_nodes) {
            stop(peek(), "the condition has more than 256 parts", "say it in fewer, or name the combination as a fact",
                 "condition-too-many-parts");
        }
        if (stopped_) return {0, from, to};
        node.from = static_cast<std::uint16_t>(from);
        node.to = static_cast<std::uint16_t>(to);
        nodes_.push_back(std::move(node));
        return {nodes_.size() - 1, from, to};
    }
    Piece join(Operation operation, Piece left, Piece right) {
        Node node;
        node.operation = operation;
        node.left = static_cast<std::uint16_t>(left.node);
        node.right = static_cast<std::uint16_t>(right.node);
        return add(std::move(node), left.from, right.to);
    }

    Piece condition(int depth) {
        Piece left = either(depth);
        while (takes(Kind::disjunction)) left = join(Operation::disjunction, left, either(depth));
        return left;
    }

    Piece either(int depth) {
        Piece left = part(depth);
        while (takes(Kind::conjunction)) left = join(Operation::conjunction, left, part(depth));
        return left;
    }

    Piece part(int depth) {
        const Token& first = peek();
        const bool nests = first.kind == Kind::negation || first.kind == Kind::open;
        if (nests && depth == most_depth) {
            stop(first, "nested deeper than 32", "take parentheses and not apart", "condition-too-deep");
            return {};
        }
        Piece piece = first.kind == Kind::negation ? negation(depth)
                      : first.kind == Kind::open   ? group(depth)
                                                   : comparison();
        expect_end_of_part(first.kind == Kind::open);
        return piece;
    }

    Piece negation(int depth) {
        const std::size_t from = take().from;
        const Piece operand = part(depth + 1);
        Node node;
        node.operation = Operation::negation;
        node.left = static_cast<std::uint16_t>(operand.node);
        return add(std::move(node), from, operand.to);
    }

    Piece group(int depth) {
        const Token& open = take();
        Piece piece = condition(depth + 1);
        const Token& close = peek();
        if (takes(Kind::close)) return {piece.node, open.from, close.to};
        complain(close,
                 "expected ) for the parenthesis opened at column " + std::to_string(column_of(text_, open.from)) +
                     ", found " + found(close),
                 "write )");
        return {piece.node, open.from, close.from};
    }

    void expect_end_of_part(bool group) {
        const Token& next = peek();
        if (next.kind == Kind::comparison && group) {
            complain(next, "a condition in parentheses cannot be compared",
                     "compare the fact itself, without parentheses");
        } else if (next.kind == Kind::comparison) {
            complain(next, "comparisons cannot be chained", "write each by itself: a < b and b < c");
        } else if (next.kind != Kind::conjunction && next.kind != Kind::disjunction && next.kind != Kind::close &&
                   next.kind != Kind::end) {
            complain(next, "expected and, or or the end of the condition, found " + found(next),
                     next.kind == Kind::number && next.text.starts_with('-')
                         ? "conditions do not calculate: write the result"
                         : "join conditions by and or or");
        }
        skip_part();
    }

    // To where the next part may begin: what is between has been complained of.
    void skip_part() {
        for (int open = 0; peek().kind != Kind::end; take()) {
            const Kind kind = peek().kind;
            if (open == 0 && (kind == Kind::conjunction || kind == Kind::disjunction || kind == Kind::close)) return;
            open += kind == Kind::open ? 1 : kind == Kind::close ? -1 : 0;
        }
    }

    // Behind the parenthesis that closes the call we are in.
    void skip_call() {
        for (int open = 1; open > 0 && peek().kind != Kind::end; take()) {
            open += peek().kind == Kind::open ? 1 : peek().kind == Kind::close ? -1 : 0;
        }
    }

    Piece comparison() {
        const Operand left = operand();
        if (peek().kind != Kind::comparison || left.form == Form::broken) {
            if (left.form == Form::broken) skip_part();
            return add(checker_.lone(left), left.from, left.to);
        }
        const Operation operation = take().operation;
        const Operand right = operand();
        if (right.form == Form::broken) skip_part();
        auto [a, b] = checker_.compared(left, operation, right);
        const Piece first = add(std::move(a), left.from, left.to);
        return join(operation, first, add(std::move(b), right.from, right.to));
    }

    Operand operand() {
        const Token& token = peek();
        Operand result;
        result.from = token.from;
        result.to = token.to;
        switch (token.kind) {
            case Kind::name:
                take();
                if (peek().kind == Kind::open) return call(token);
                result.form = Form::name;
                result.name = token.text;
                return result;
            case Kind::text:
                result.form = Form::text;
                result.name = take().text;
                return result;
            case Kind::number: return number(take());
            default:
                complain(token, "expected a fact, a number, done(), since() or shown(), found " + found(token), "");
                return result;
        }
    }

    Operand number(const Token& token) {
        Operand result;
        result.from = token.from;
        result.to = token.to;
        if (!token.sound) return result;
        if (base::time_unit_of(token.unit)) {
            const std::optional<base::Minutes> span = base::span_of(token.text + " " + token.unit);
            if (!span) {
                complain(token, "expected a span of 0 to 100 years in a whole number, found " + found(token),
                         "use a smaller unit", "condition-number");
                return result;
            }
            result.form = Form::span;
            result.constant = *span;
            return result;
        }
        double value = 0;
        std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
        result.form = Form::number;
        result.constant = value;
        result.unit = token.unit;
        return result;
    }

    // NAME has been taken; the parenthesis is next.
    Operand call(const Token& name) {
        Operand result;
        result.from = name.from;
        const bool of_act = name.text == "done" || name.text == "since";
        if (!of_act && name.text != "shown") {
            complain(name, "unknown function " + base::quoted(name.text),
                     "there are done(\"ACT\"), since(\"ACT\") and shown(FACT)", "condition-unknown-function");
            return result;
        }
        take();
        const Token& argument = peek();
        if (argument.kind != (of_act ? Kind::text : Kind::name)) {
            complain(argument,
                     std::string(of_act ? "expected an act in quotes" : "expected the name of a fact") + ", found " +
                         found(argument),
                     of_act ? "such as " + name.text + "(\"refer physiotherapist\")" : "such as shown(fever)");
            skip_call();
            return result;
        }
        take();
        const Token& close = peek();
        if (!takes(Kind::close)) {
            complain(close, "expected ) behind " + found(argument) + ", found " + found(close), "write )");
            skip_call();
            return result;
        }
        result.form = name.text == "done" ? Form::done : of_act ? Form::since : Form::shown;
        result.name = argument.text;
        result.to = close.to;
        return result;
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    Checker checker_;
    std::vector<Complaint>& complaints_;
    std::vector<Node> nodes_;
    std::size_t at_ = 0;
    bool stopped_ = false;
};

// A condition that never holds: what is unsound must not pass for "always".
std::vector<Node> never() { return {Node{}}; }

}  // namespace

Parsed parse(std::string_view text, const Vocabulary& vocabulary, const Checker::CheckAct& check_act) {
    Parsed result;
    const bool long_in_bytes = text.size() > most_characters;
    if (long_in_bytes && (text.size() > 4 * most_characters || base::code_points(text).size() > most_characters)) {
        result.condition.nodes = never();
        result.complaints.push_back({1, "condition-too-long", "the condition is longer than 1,000 characters",
                                     "say it in fewer words, or name a part of it as a fact"});
        return result;
    }
    result.condition.text = text;
    if (base::trimmed(text).empty()) {
        result.complaints.push_back(
            {1, "condition-empty", "expected a condition, found nothing", "leave the key out where it is always so"});
    } else {
        Tokens tokens = tokens_of(text);
        result.complaints = std::move(tokens.complaints);
        if (tokens.readable) {
            result.condition.nodes = Parser(text, tokens.list, vocabulary, check_act, result.complaints).run();
        }
    }
    if (!result.complaints.empty()) result.condition.nodes = never();
    std::stable_sort(result.complaints.begin(), result.complaints.end(),
                     [](const Complaint& a, const Complaint& b) { return a.column < b.column; });
    if (result.complaints.size() > most_complaints) result.complaints.resize(most_complaints);
    return result;
}

}  // namespace palpera::script
