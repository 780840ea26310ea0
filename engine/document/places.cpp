#include "engine/document/places.h"

#include <algorithm>

namespace palpera::document {
namespace {

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

Places::Places(std::string_view bytes, std::size_t skipped) : bytes_(bytes), skipped_(skipped) {
    ascii_ = std::none_of(bytes.begin(), bytes.end(), [](char byte) { return (byte & 0x80) != 0; });
    if (ascii_) return;
    every_step_.reserve(bytes.size() / step + 1);
    std::size_t characters = 0;
    for (std::size_t byte = 0; byte < bytes.size(); ++byte) {
        if (continues_character(bytes[byte])) continue;
        if (characters++ % step == 0) every_step_.push_back(static_cast<std::uint32_t>(byte));
    }
}

Position Places::at(std::size_t index, std::size_t line, std::size_t column) const {
    std::size_t byte = index;
    if (!ascii_) {
        const std::size_t slot = std::min(index / step, every_step_.size() - 1);
        byte = every_step_[slot];
        for (std::size_t left = index - slot * step; left > 0 && byte < bytes_.size(); --left) {
            do ++byte;
            while (byte < bytes_.size() && continues_character(bytes_[byte]));
        }
    }
    return {static_cast<int>(line) + 1, static_cast<int>(column) + 1, std::min(byte, bytes_.size()) + skipped_};
}

std::string_view Places::rest_of_line(const Position& position) const {
    const std::string_view rest = bytes_.substr(std::min(offset(position), bytes_.size()));
    return rest.substr(0, rest.find_first_of("\r\n"));
}

std::string_view Places::line_before(const Position& position) const {
    const std::string_view before = bytes_.substr(0, offset(position));
    const std::size_t newline = before.rfind('\n');
    return newline == std::string_view::npos ? before : before.substr(newline + 1);
}

}  // namespace palpera::document
