#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palpera::base {

// BLAKE2b-256 (libsodium): names contents, chains records. Not secret, no key.
struct Digest {
    std::array<std::uint8_t, 32> bytes{};

    std::string hex() const;
    friend bool operator==(const Digest&, const Digest&) = default;
};

Digest digest(std::string_view bytes);
// Of the two joined: one link of a chain.
Digest digest(const Digest& before, std::string_view bytes);
std::optional<Digest> digest_from_hex(std::string_view hex);

// CRC-32 (zlib): tells a torn or rotten record from a whole one, no more.
std::uint32_t checksum(std::string_view bytes);

// Bytes that are the same on every machine: integers as u64 little-endian, texts as u32 length and bytes.
class CanonicalWriter {
public:
    CanonicalWriter& number(std::uint64_t value);
    CanonicalWriter& signed_number(std::int64_t value) { return number(static_cast<std::uint64_t>(value)); }
    CanonicalWriter& text(std::string_view value);
    const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

// Reads what CanonicalWriter wrote. After a short or overlong read everything is empty and ok() is false.
class CanonicalReader {
public:
    explicit CanonicalReader(std::string_view bytes) : rest_(bytes) {}
    std::uint64_t number();
    std::int64_t signed_number() { return static_cast<std::int64_t>(number()); }
    std::string text(std::size_t most) { return std::string(view(most)); }
    std::string_view view(std::size_t most);  // a text where it lies
    bool ok() const { return ok_; }
    bool at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
    bool ok_ = true;
};

}  // namespace palpera::base
