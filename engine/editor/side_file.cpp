#include "engine/editor/side_file.h"

#include "engine/base/file.h"
#include "engine/document/document.h"

namespace palpera::editor {

std::filesystem::path side_file(const std::filesystem::path& file) {
    std::filesystem::path beside = file;
    return beside += ".unsaved";
}

std::optional<std::string> read_side_file(const std::filesystem::path& file) {
    base::Result<std::string> bytes = base::read_file(side_file(file), document::case_limits.bytes);
    return bytes ? std::optional(*std::move(bytes)) : std::nullopt;
}

base::Outcome write_side_file(const std::filesystem::path& file, const std::string& bytes) {
    return base::write_file(side_file(file), bytes);
}

void remove_side_file(const std::filesystem::path& file) {
    std::error_code failed;
    std::filesystem::remove(side_file(file), failed);
}

}  // namespace palpera::editor
