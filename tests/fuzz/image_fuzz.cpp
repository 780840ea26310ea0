// An image file: the bytes as they are, and with the checksums of a PNG's parts put right, so that what lies behind
// them is reached too. The first byte chooses.
#include <zlib.h>

#include <cstddef>
#include <cstdint>

#include "engine/image/image.h"
#include "tests/fuzz/demand.h"

namespace palpera::fuzz {
namespace {

std::uint32_t four_bytes(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::string with_right_checksums(std::string png) {
    std::size_t at = 8;
    while (at + 12 <= png.size()) {
        const std::size_t length = four_bytes(png, at);
        if (length > png.size() - at - 12) break;
        const uLong sum = crc32(0, reinterpret_cast<const Bytef*>(png.data()) + at + 4, static_cast<uInt>(length + 4));
        for (std::size_t i = 0; i < 4; ++i) png[at + 8 + length + i] = static_cast<char>(sum >> (24 - 8 * i));
        at += length + 12;
    }
    return png;
}

void decode(const std::string& bytes) {
    const auto header = image::check(bytes);
    const auto image = image::decode(bytes);
    demand(header || !header.error().what.empty(), "a refusal says why");
    if (!image) return;
    demand(header.has_value(), "only what was checked is decoded");
    demand(image->width > 0 && image->height > 0, "an image is not empty");
    demand(image->width <= static_cast<int>(image::most_side) && image->height <= static_cast<int>(image::most_side),
           "an image keeps its bounds");
    demand(image->rgba.size() == static_cast<std::size_t>(image->width) * static_cast<std::size_t>(image->height) * 4,
           "an image is whole");
}

}  // namespace
}  // namespace palpera::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace palpera::fuzz;
    if (size == 0) return 0;
    const std::string bytes = text_of(data + 1, size - 1);
    decode(data[0] % 2 == 0 ? bytes : with_right_checksums(bytes));
    return 0;
}
