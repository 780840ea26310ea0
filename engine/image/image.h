#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace palpera::image {

// The most that an image may have. Its 16 megapixels are 64 MiB when decoded.
inline constexpr std::size_t most_bytes = 8u << 20;
inline constexpr std::uint32_t most_side = 4096;

enum class Format { png, jpeg };

struct Header {
    Format format = Format::png;
    std::uint32_t width = 0, height = 0;
};

// Row after row from the top, red, green, blue and opacity a byte each.
struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

// Walks the whole file without decoding it: format, size, checksums, and that it ends where it should and unpacks to no
// more than its size. Everything but a plain PNG or a baseline JPEG is refused, with what it looks like.
base::Result<Header> check(std::string_view bytes);

// check, then decoded.
base::Result<Image> decode(std::string_view bytes);

// A file below the bounds whose name ends as its content is: .png, .jpg or .jpeg.
base::Result<Image> read(const std::filesystem::path& file);

}  // namespace palpera::image
