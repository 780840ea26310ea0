#include "tests/exchange/raw_zip.h"

#include <zlib.h>

#include <stdexcept>

namespace palpera::exchange {
namespace {

std::string number(std::uint64_t value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8 * i & 255);
    return bytes;
}

std::string deflated(const std::string& bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib");
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

}  // namespace

std::string raw_zip(const std::vector<RawEntry>& entries, const std::string& comment) {
    std::string files, directory;
    for (const RawEntry& entry : entries) {
        const std::string body = entry.deflated ? deflated(entry.bytes) : entry.bytes;
        const uLong sum =
            crc32(0, reinterpret_cast<const Bytef*>(entry.bytes.data()), static_cast<uInt>(entry.bytes.size()));
        const std::uint64_t size =
            entry.says_bytes < 0 ? entry.bytes.size() : static_cast<std::uint64_t>(entry.says_bytes);
        const std::uint64_t method = entry.deflated ? 8 : entry.method;
        // Version needed to date, then what both headers share.
        const std::string shared = number(20, 2) + number(entry.flags, 2) + number(method, 2) + number(0, 2) +
                                   number(0x21, 2) + number(sum, 4) + number(body.size(), 4) + number(size, 4) +
                                   number(entry.name.size(), 2) + number(0, 2);
        directory += "PK\1\2" + number(3 << 8 | 20, 2) + shared + number(0, 6) +
                     number(std::uint64_t{entry.mode} << 16 | entry.attributes, 4) + number(files.size(), 4) +
                     entry.name;
        files += "PK\3\4" + shared + entry.name + body;
    }
    return files + directory + "PK\5\6" + number(0, 4) + number(entries.size(), 2) + number(entries.size(), 2) +
           number(directory.size(), 4) + number(files.size(), 4) + number(comment.size(), 2) + comment;
}

}  // namespace palpera::exchange
