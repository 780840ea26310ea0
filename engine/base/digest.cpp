#include "engine/base/digest.h"

#include <sodium.h>
#include <zlib.h>

namespace palpera::base {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

std::string Digest::hex() const {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

Digest digest(std::string_view bytes) {
    Digest result;
    crypto_generichash(result.bytes.data(), result.bytes.size(), bytes_of(bytes), bytes.size(), nullptr, 0);
    return result;
}

Digest digest(const Digest& before, std::string_view bytes) {
    Digest result;
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, result.bytes.size());
    crypto_generichash_update(&state, before.bytes.data(), before.bytes.size());
    crypto_generichash_update(&state, bytes_of(bytes), bytes.size());
    crypto_generichash_final(&state, result.bytes.data(), result.bytes.size());
    return result;
}

std::optional<Digest> digest_from_hex(std::string_view hex) {
    Digest result;
    std::size_t written = 0;
    const int failed =
        sodium_hex2bin(result.bytes.data(), result.bytes.size(), hex.data(), hex.size(), nullptr, &written, nullptr);
    if (failed != 0 || written != result.bytes.size()) return std::nullopt;
    return result;
}

std::uint32_t checksum(std::string_view bytes) {
    return static_cast<std::uint32_t>(crc32_z(crc32_z(0, nullptr, 0), bytes_of(bytes), bytes.size()));
}

CanonicalWriter& CanonicalWriter::number(std::uint64_t value) {
    for (int i = 0; i < 8; ++i) bytes_ += static_cast<char>((value >> (8 * i)) & 0xFF);
    return *this;
}

CanonicalWriter& CanonicalWriter::text(std::string_view value) {
    for (int i = 0; i < 4; ++i) bytes_ += static_cast<char>((value.size() >> (8 * i)) & 0xFF);
    bytes_ += value;
    return *this;
}

std::uint64_t CanonicalReader::number() {
    if (!ok_ || rest_.size() < 8) {
        ok_ = false;
        return 0;
    }
    std::uint64_t value = 0;
    for (int i = 7; i >= 0; --i) value = (value << 8) | static_cast<unsigned char>(rest_[static_cast<std::size_t>(i)]);
    rest_.remove_prefix(8);
    return value;
}

std::string_view CanonicalReader::view(std::size_t most) {
    if (!ok_ || rest_.size() < 4) {
        ok_ = false;
        return {};
    }
    std::size_t size = 0;
    for (int i = 3; i >= 0; --i) size = (size << 8) | static_cast<unsigned char>(rest_[static_cast<std::size_t>(i)]);
    rest_.remove_prefix(4);
    if (size > most || size > rest_.size()) {
        ok_ = false;
        return {};
    }
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
}

}  // namespace palpera::base
