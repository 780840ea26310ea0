#include <bit>

#include "engine/encounter/encounter.h"

namespace palpera::encounter {
namespace {

void write(base::CanonicalWriter& writer, const script::Value& value) {
    writer.number(value.index());
    if (const bool* flag = std::get_if<bool>(&value)) writer.number(*flag ? 1 : 0);
    if (const double* number = std::get_if<double>(&value)) writer.number(std::bit_cast<std::uint64_t>(*number));
    if (const Minutes* span = std::get_if<Minutes>(&value)) writer.signed_number(span->value);
    if (const std::string* word = std::get_if<std::string>(&value)) writer.text(*word);
}

}  // namespace

base::Digest Response::digest() const {
    base::CanonicalWriter writer;
    writer.number(pieces.size());
    for (const Piece& piece : pieces) {
        writer.number(static_cast<std::uint64_t>(piece.kind)).text(piece.id);
        writer.number(static_cast<std::uint64_t>(piece.side));
        writer.signed_number(piece.pain.value_or(-1));
        writer.number(piece.value ? 1 : 0).number(std::bit_cast<std::uint64_t>(piece.value.value_or(0)));
        for (const auto& [name, value] : piece.numbers) {
            writer.text(name);
            write(writer, value);
        }
    }
    writer.number(revealed.size());
    for (const Shown& shown : revealed) {
        writer.text(shown.fact).number(static_cast<std::uint64_t>(shown.side));
        write(writer, shown.value);
        writer.signed_number(shown.at.value);
    }
    return base::digest(writer.bytes());
}

bool operator==(const Response& a, const Response& b) { return a.digest() == b.digest(); }

}  // namespace palpera::encounter
