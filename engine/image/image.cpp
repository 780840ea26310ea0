#include "engine/image/image.h"

#include <stb/stb_image.h>

#include <memory>

#include "engine/base/file.h"
#include "engine/base/text.h"

namespace palpera::image {
namespace {

constexpr const char* name_of(Format format) { return format == Format::png ? "PNG" : "JPEG"; }

bool is_named_as(const std::filesystem::path& file, Format format) {
    const std::string ending = file.extension().string();
    return format == Format::png ? ending == ".png" : ending == ".jpg" || ending == ".jpeg";
}

}  // namespace

base::Result<Image> decode(std::string_view bytes) {
    const base::Result<Header> header = check(bytes);
    if (!header) return header.error();
    int width = 0, height = 0, channels = 0;
    const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
        stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()), &width,
                              &height, &channels, 4),
        &stbi_image_free);
    const bool as_told =
        pixels && width == static_cast<int>(header->width) && height == static_cast<int>(header->height);
    if (!as_told)
        return base::Error{"", std::string("the ") + name_of(header->format) + " is damaged", "save it again"};
    const std::size_t size = static_cast<std::size_t>(header->width) * header->height * 4;
    return Image{width, height, {pixels.get(), pixels.get() + size}};
}

base::Result<Image> read(const std::filesystem::path& file) {
    const base::Result<std::string> bytes = base::read_file(file, most_bytes);
    if (!bytes) return bytes.error();
    const base::Result<Header> header = check(*bytes);
    if (!header) return base::Error{file.string(), header.error().what, header.error().hint};
    if (!is_named_as(file, header->format)) {
        return base::Error{file.string(), std::string("it is a ") + name_of(header->format),
                           header->format == Format::png ? "name it .png" : "name it .jpg"};
    }
    base::Result<Image> image = decode(*bytes);
    if (!image) return base::Error{file.string(), image.error().what, image.error().hint};
    return image;
}

}  // namespace palpera::image
