// Images that were made to hurt: each is refused from its header, in no time and in no memory.
#include <gtest/gtest.h>
#include <zlib.h>

#include <fstream>

#include "engine/image/image.h"

namespace palpera::image {
namespace {

namespace fs = std::filesystem;

std::string four(std::uint32_t value) {
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16 & 255), static_cast<char>(value >> 8 & 255),
            static_cast<char>(value & 255)};
}

std::string chunk(const std::string& kind, const std::string& body) {
    const std::string both = kind + body;
    const uLong sum = crc32(0, reinterpret_cast<const Bytef*>(both.data()), static_cast<uInt>(both.size()));
    return four(static_cast<std::uint32_t>(body.size())) + both + four(static_cast<std::uint32_t>(sum));
}

std::string packed(const std::string& rows) {
    std::string out(compressBound(rows.size()), '\0');
    uLongf size = out.size();
    compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(rows.data()), rows.size(), 9);
    out.resize(size);
    return out;
}

const std::string signature("\x89PNG\r\n\x1a\n");

// Grey, 8 bits; `rows` is what it holds.
std::string png(std::uint32_t width, std::uint32_t height, const std::string& rows) {
    return signature + chunk("IHDR", four(width) + four(height) + std::string("\x08\0\0\0\0", 5)) +
           chunk("IDAT", packed(rows)) + chunk("IEND", "");
}

std::string good() { return png(2, 2, std::string("\0\x10\x20\0\x30\x40", 6)); }

std::string trouble(const std::string& bytes) {
    const auto image = decode(bytes);
    return image ? "" : image.error().message();
}

// A JPEG up to its frame: the size is all that matters here.
std::string jpeg_frame(char marker, const std::string& height_and_width) {
    return std::string("\xFF\xD8\xFF", 3) + marker + std::string("\0\x0B\x08", 3) + height_and_width +
           std::string("\x01\x01\x11\0", 4);
}

TEST(Image, OfAPngIsDecoded) {
    const auto image = decode(good());
    ASSERT_TRUE(image) << image.error().message();
    EXPECT_EQ(image->width, 2);
    EXPECT_EQ(image->height, 2);
    EXPECT_EQ(image->rgba[4], 0x20);
    EXPECT_EQ(image->rgba[15], 255);
}

TEST(Image, IsRefusedForItsSizeFromTheHeaderAlone) {
    const std::string header = signature + chunk("IHDR", four(60000) + four(60000) + std::string("\x08\0\0\0\0", 5));
    EXPECT_EQ(trouble(header + chunk("IDAT", "")).substr(0, 45), "the image is 60000 x 60000 pixels, over 4096 ");
    EXPECT_NE(trouble(png(6000, 6000, std::string(6001 * 6000, '\0'))).find("16 megapixels"), std::string::npos);
    EXPECT_EQ(trouble(png(0, 0, "")).substr(0, 31), "the image is empty: 0 x 0 pixel");
    EXPECT_NE(trouble(jpeg_frame('\xC0', std::string("\xFF\xFF\xFF\xFF", 4))).find("65535 x 65535"), std::string::npos);
    EXPECT_NE(trouble(jpeg_frame('\xC0', std::string("\0\0\0\x10", 4))).find("empty"), std::string::npos);
    EXPECT_EQ(trouble(std::string(most_bytes + 1, 'x')), "the file is over 8 MiB (make it smaller)");
}

TEST(Image, OfAnotherFormatIsNamedAndRefused) {
    const std::vector<std::pair<std::string, std::string>> files{
        {std::string("GIF89a\xFF\x3F\xFF\x3F\x80\0\0", 13), "a GIF"},
        {"P6\n30000 30000\n255\n\n", "a PPM"},
        {std::string("BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\xFF\xFF\xFF\xFF", 22), "a BMP"},
        {std::string("8BPS\0\x01", 6), "a Photoshop file"},
        {"#?RADIANCE\n", "an HDR"},
        {"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "an SVG drawing"},
        {"", "an empty file"},
        {"language: en\n", "something else"}};
    for (const auto& [bytes, what] : files) {
        EXPECT_EQ(trouble(bytes), "only PNG and JPEG images are shown; this is " + what + " (save it as PNG)");
    }
}

TEST(Image, CutAnywhereIsRefused) {
    const std::string whole = good();
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_NE(trouble(whole.substr(0, length)), "") << length;
    EXPECT_EQ(trouble(whole.substr(0, whole.size() - 12)), "the PNG is cut: its end is missing (save it again)");
}

TEST(Image, WithAnyByteChangedIsRefused) {
    const std::string whole = good();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x20);
        EXPECT_NE(trouble(changed), "") << at;
    }
    std::string changed = whole;
    changed[whole.size() - 13] = static_cast<char>(changed[whole.size() - 13] ^ 1);
    EXPECT_EQ(trouble(changed), "the PNG is damaged: the checksum of its part IDAT is wrong (save it again)");
}

TEST(Image, HoldsNeitherMoreNorLessThanItsSizeSays) {
    EXPECT_NE(trouble(png(2, 2, std::string(100'000'000, '\0'))).find("more than its size"), std::string::npos);
    EXPECT_NE(trouble(png(2, 2, "\0")).find("less than its size"), std::string::npos);
    EXPECT_NE(trouble(good() + "x").find("goes on after its end"), std::string::npos);
}

TEST(Image, PackedInAWayThatCostsMoreThanItShowsIsRefused) {
    std::string interlaced =
        signature + chunk("IHDR", four(2) + four(2) + std::string("\x08\0\0\0\x01", 5)) + chunk("IEND", "");
    EXPECT_EQ(trouble(interlaced), "the PNG is interlaced (save it without interlacing)");
    EXPECT_NE(trouble(jpeg_frame('\xC2', std::string("\0\x10\0\x10", 4))).find("progressive"), std::string::npos);
    const std::string scan("\xFF\xDA\0\x08\x01\x01\0\0\x3F\0", 10);
    EXPECT_NE(trouble(jpeg_frame('\xC0', std::string("\0\x10\0\x10", 4)) + scan + scan).find("too many scans"),
              std::string::npos);
    EXPECT_NE(trouble(jpeg_frame('\xC0', std::string("\0\x10\0\x10", 4)) + scan).find("cut"), std::string::npos);
}

TEST(Image, IsNamedAsItIs) {
    const fs::path folder = fs::path(testing::TempDir()) / "images";
    fs::create_directories(folder);
    const auto write = [&](const char* name) {
        std::ofstream(folder / name, std::ios::binary) << good();
        return folder / name;
    };
    EXPECT_TRUE(read(write("film.png")));
    const auto wrong = read(write("film.jpg"));
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().what, "it is a PNG");
    EXPECT_EQ(wrong.error().hint, "name it .png");
    EXPECT_FALSE(read(folder)) << "a folder is no image";
    EXPECT_FALSE(read(folder / "none.png"));
}

}  // namespace
}  // namespace palpera::image
