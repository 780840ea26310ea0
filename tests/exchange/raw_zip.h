#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace palpera::exchange {

// An entry of a zip archive as somebody may have made it, true or not.
struct RawEntry {
    std::string name, bytes;
    std::uint32_t mode = 0;        // of Unix, file type and permissions
    std::uint32_t attributes = 0;  // of DOS
    bool deflated = false;
    std::uint16_t method = 0;      // other than 0 and 8: claimed only
    std::uint16_t flags = 0;       // 1: locked with a password
    std::int64_t says_bytes = -1;  // the size it claims to unpack to, where it lies
};

// The archive, byte by byte, so that nothing a library would refuse to write is left out.
std::string raw_zip(const std::vector<RawEntry>& entries, const std::string& comment = "");

}  // namespace palpera::exchange
