#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/digest.h"
#include "engine/base/result.h"

namespace palpera::base {

// A secret of 32 bytes: whoever has it can write what unsealed() takes.
struct Key {
    Digest bytes;
};

// The key in FILE; a new random one is made there where none is, or where what is there cannot be trusted: a link, no
// regular file, another user's, one that others may read or write, or not of a key's length. An error where it cannot
// be kept.
Result<Key> key_in(const std::filesystem::path& file);

// LABEL, a keyed BLAKE2b over label and content, and the content. The label says what the content is and in which
// layout; it ends with a line feed.
std::string sealed(const Key& key, std::string_view label, std::string_view content);

// The content, where exactly these bytes were sealed with that key and label; nothing for whatever else.
std::optional<std::string_view> unsealed(const Key& key, std::string_view label, std::string_view bytes);

}  // namespace palpera::base
