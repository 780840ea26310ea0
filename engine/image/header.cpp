// What an image file says of itself, checked before a decoder sees it: stb_image takes a gigabyte for 29 bytes and does
// not look at checksums.
#include <zlib.h>

#include <array>
#include <optional>

#include "engine/image/image.h"

namespace palpera::image {
namespace {

using base::Error;
using base::Result;

constexpr std::string_view png_signature = "\x89PNG\r\n\x1a\n";
constexpr std::string_view jpeg_signature = "\xFF\xD8\xFF";

Error only_png_and_jpeg(const std::string& found) {
    return {"", "only PNG and JPEG images are shown; this is " + found, "save it as PNG"};
}

Error damaged(const std::string& how) { return {"", how, "save it again"}; }

std::uint32_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

std::uint32_t two_bytes(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

std::uint32_t four_bytes(std::string_view bytes, std::size_t at) {
    return two_bytes(bytes, at) << 16 | two_bytes(bytes, at + 2);
}

std::string look_of(std::string_view bytes) {
    struct Known {
        std::string_view begins, name;
    };
    static constexpr Known known[]{{"GIF8", "a GIF"},
                                   {"BM", "a BMP"},
                                   {"8BPS", "a Photoshop file"},
                                   {"#?RADIANCE", "an HDR"},
                                   {"#?RGBE", "an HDR"},
                                   {"<svg", "an SVG drawing"},
                                   {"<?xml", "an XML or SVG"},
                                   {"RIFF", "a WebP or RIFF"},
                                   {"II*", "a TIFF"},
                                   {"MM", "a TIFF"},
                                   {"%PDF", "a PDF"}};
    for (const Known& one : known) {
        if (bytes.starts_with(one.begins)) return std::string(one.name);
    }
    if (bytes.size() > 2 && bytes[0] == 'P' && bytes[1] >= '1' && bytes[1] <= '7') return "a PPM";
    return bytes.empty() ? "an empty file" : "something else";
}

// Nothing is wrong with a size that may be shown.
std::string trouble_with_size(std::uint32_t width, std::uint32_t height) {
    const std::string size = std::to_string(width) + " x " + std::to_string(height) + " pixels";
    if (width == 0 || height == 0) return "the image is empty: " + size;
    if (width <= most_side && height <= most_side) return {};
    return "the image is " + size + ", over " + std::to_string(most_side) + " a side or 16 megapixels";
}

Error too_large(std::string trouble) { return {"", std::move(trouble), "make it smaller"}; }

// A PNG's chunks, one after the other.
class PngWalk {
public:
    explicit PngWalk(std::string_view bytes) : bytes_(bytes) {}

    Result<Header> run() {
        std::size_t at = png_signature.size();
        while (at < bytes_.size()) {
            if (bytes_.size() - at < 12) return cut();
            const std::uint32_t length = four_bytes(bytes_, at);
            if (length > bytes_.size() - at - 12) return cut();
            const std::string_view kind = bytes_.substr(at + 4, 4), body = bytes_.substr(at + 8, length);
            const uLong sum = crc32(0, reinterpret_cast<const Bytef*>(kind.data()), length + 4);
            const bool first = at == png_signature.size();
            if (first != (kind == "IHDR")) return damaged("the PNG is damaged: its header is not first");
            // The size is told even of a file that has nothing behind its header.
            if (first) {
                if (std::optional<Error> trouble = read_header(body)) return *trouble;
            }
            if (sum != four_bytes(bytes_, at + 8 + length)) {
                return damaged("the PNG is damaged: the checksum of its part " + printable(kind) + " is wrong");
            }
            if (kind == "IDAT") packed_ += body;
            at += length + 12;
            if (kind == "IEND") return at == bytes_.size() ? finished() : damaged("the PNG goes on after its end");
        }
        return cut();
    }

private:
    static Error cut() { return damaged("the PNG is cut: its end is missing"); }

    static std::string printable(std::string_view kind) {
        std::string text;
        for (char c : kind) text += c >= ' ' && c <= '~' ? c : '?';
        return text;
    }

    std::optional<Error> read_header(std::string_view body) {
        if (body.size() != 13) return damaged("the PNG is damaged: its header has the wrong length");
        header_ = {Format::png, four_bytes(body, 0), four_bytes(body, 4)};
        std::string trouble = trouble_with_size(header_.width, header_.height);
        if (!trouble.empty()) return too_large(std::move(trouble));
        static constexpr std::array<std::uint32_t, 7> channels{1, 0, 3, 1, 2, 0, 4};
        const std::uint32_t depth = byte_at(body, 8), colours = byte_at(body, 9);
        const bool known = colours < channels.size() && channels[colours] != 0 &&
                           (depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16);
        if (!known || byte_at(body, 10) != 0 || byte_at(body, 11) != 0) {
            return damaged("the PNG is damaged: its header names no known way of packing");
        }
        if (byte_at(body, 12) != 0) return Error{"", "the PNG is interlaced", "save it without interlacing"};
        row_bytes_ = (static_cast<std::size_t>(header_.width) * channels[colours] * depth + 7) / 8;
        return std::nullopt;
    }

    // Unpacked it must be just the image, so that the decoder never grows beyond what the header says.
    Result<Header> finished() const {
        const std::size_t wanted = (row_bytes_ + 1) * header_.height;
        z_stream stream{};
        if (inflateInit(&stream) != Z_OK) return damaged("the PNG cannot be unpacked");
        std::array<Bytef, 65536> sink{};
        std::string_view packed = packed_;
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        stream.avail_in = static_cast<uInt>(packed.size());
        int state = Z_OK;
        while (state == Z_OK && stream.total_out <= wanted) {
            stream.next_out = sink.data();
            stream.avail_out = static_cast<uInt>(sink.size());
            state = inflate(&stream, Z_NO_FLUSH);
        }
        const std::size_t unpacked = stream.total_out;
        inflateEnd(&stream);
        if (unpacked > wanted) return damaged("the PNG is damaged: it holds more than its size says");
        if (state != Z_STREAM_END || unpacked < wanted)
            return damaged("the PNG is damaged: it holds less than its size says");
        return header_;
    }

    std::string_view bytes_;
    Header header_;
    std::size_t row_bytes_ = 0;
    std::string packed_;
};

// A JPEG's segments. One frame, baseline, and no more scans than colours: each scan costs the decoder a whole pass.
class JpegWalk {
public:
    explicit JpegWalk(std::string_view bytes) : bytes_(bytes) {}

    Result<Header> run() {
        std::size_t at = 2;
        while (at + 2 <= bytes_.size()) {
            if (byte_at(bytes_, at) != 0xFF) return damaged("the JPEG is damaged between its parts");
            const std::uint32_t marker = byte_at(bytes_, at + 1);
            if (marker == 0xFF) {
                ++at;
                continue;
            }
            at += 2;
            if (marker == 0xD9) return ended(at);
            if (bytes_.size() - at < 2) break;
            const std::size_t length = two_bytes(bytes_, at);
            if (length < 2 || length > bytes_.size() - at) break;
            const std::string_view body = bytes_.substr(at + 2, length - 2);
            at += length;
            if (is_frame(marker)) {
                if (std::optional<Error> trouble = read_frame(marker, body)) return *trouble;
            }
            if (marker == 0xDA) {
                if (header_.width == 0 || ++scans_ > colours_)
                    return damaged("the JPEG is damaged: it has too many scans");
                at = end_of_scan(at);
            }
        }
        return damaged("the JPEG is cut: its end is missing");
    }

private:
    static bool is_frame(std::uint32_t marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    std::optional<Error> read_frame(std::uint32_t marker, std::string_view body) {
        if (marker > 0xC1)
            return Error{"", "the JPEG is progressive or of a rare kind", "save it as baseline JPEG or as PNG"};
        if (header_.width != 0 || body.size() < 6) return damaged("the JPEG is damaged: its header is wrong");
        header_ = {Format::jpeg, two_bytes(body, 3), two_bytes(body, 1)};
        std::string trouble = trouble_with_size(header_.width, header_.height);
        if (!trouble.empty()) return too_large(std::move(trouble));
        colours_ = byte_at(body, 5);
        const bool known = byte_at(body, 0) == 8 && (colours_ == 1 || colours_ == 3);
        if (!known) return Error{"", "the JPEG has neither grey nor three colours of 8 bits", "save it as PNG"};
        return std::nullopt;
    }

    // A marker that is no restart and no escaped byte ends what is packed.
    std::size_t end_of_scan(std::size_t at) const {
        for (; at + 1 < bytes_.size(); ++at) {
            const std::uint32_t next = byte_at(bytes_, at + 1);
            if (byte_at(bytes_, at) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) return at;
        }
        return bytes_.size();
    }

    Result<Header> ended(std::size_t at) const {
        if (at != bytes_.size()) return damaged("the JPEG goes on after its end");
        if (scans_ == 0) return damaged("the JPEG is damaged: it has no picture");
        return header_;
    }

    std::string_view bytes_;
    Header header_;
    std::uint32_t colours_ = 0, scans_ = 0;
};

}  // namespace

base::Result<Header> check(std::string_view bytes) {
    if (bytes.size() > most_bytes) return too_large("the file is over 8 MiB");
    if (bytes.starts_with(png_signature)) return PngWalk(bytes).run();
    if (bytes.starts_with(jpeg_signature)) return JpegWalk(bytes).run();
    return only_png_and_jpeg(look_of(bytes));
}

}  // namespace palpera::image
