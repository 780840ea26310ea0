// A case package: the bytes as they are, and an archive made of them with its checksums right, so that what lies
// behind them is reached too. The first byte chooses.
#include <sys/stat.h>

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/base/text.h"
#include "engine/exchange/entry_names.h"
#include "engine/exchange/package.h"
#include "tests/exchange/raw_zip.h"
#include "tests/fuzz/demand.h"

namespace palpera::fuzz {
namespace {

// Entries parted by 0xFF: a byte that says what kind it is, the name, a line feed, the contents.
std::string archive_of(const std::string& bytes) {
    constexpr std::array<std::uint32_t, 4> modes{0, S_IFREG | 0644, S_IFDIR | 0755, S_IFLNK | 0777};
    std::vector<exchange::RawEntry> entries;
    for (const std::string_view part : base::split(bytes, '\xff')) {
        if (part.empty()) continue;
        const auto kind = static_cast<unsigned char>(part[0]);
        const std::size_t line = part.find('\n');
        exchange::RawEntry entry{std::string(part.substr(1, line == part.npos ? line : line - 1)),
                                 line == part.npos ? "" : std::string(part.substr(line + 1)), modes[kind % 4]};
        entry.deflated = (kind & 4) != 0;
        entry.attributes = (kind & 8) != 0 ? 0x10 : 0;
        if ((kind & 16) != 0) entry.says_bytes = kind;
        entries.push_back(std::move(entry));
    }
    return exchange::raw_zip(entries);
}

void unpack(const std::string& bytes) {
    base::Diagnostics diagnostics;
    const auto package = exchange::unpack("fuzzed.zip", bytes, diagnostics);
    demand(package.has_value() == (diagnostics.errors() == 0), "a package is unpacked or complained of");
    for (const base::Diagnostic& one : diagnostics.all()) {
        demand(!one.message.empty() && !one.hint.empty() && !one.rule.empty(), "a complaint says what and how to mend");
        demand(one.message.size() + one.hint.size() <= 1024, "a complaint is short");
        demand(base::printable(base::format(one)) == base::format(one), "a complaint moves no cursor");
    }
    if (!package) return;
    demand(base::is_id(package->id), "a case folder is named by an id");
    std::size_t total = 0;
    for (const exchange::File& file : package->files) {
        demand(exchange::is_case_file(file.name), "only files of a case are unpacked");
        demand(file.bytes.size() <= exchange::most_bytes_of(file.name), "a file keeps its bounds");
        total += file.bytes.size();
    }
    demand(total <= exchange::most_ratio * (bytes.size() + 1), "a package unpacks to a hundred times its size at most");
    const auto packed = exchange::pack(*package);
    demand(packed.has_value(), "what was unpacked can be packed");
    demand(exchange::unpack("again.zip", *packed, diagnostics) == package, "a package comes back as it was packed");
}

}  // namespace
}  // namespace palpera::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace palpera::fuzz;
    if (size == 0) return 0;
    const std::string bytes = text_of(data + 1, size - 1);
    unpack(data[0] % 2 == 0 ? bytes : archive_of(bytes));
    return 0;
}
