#include "engine/base/sealed.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "engine/base/file.h"

namespace palpera::base {
namespace {

Digest code_of(const Key& key, std::string_view label, std::string_view content) {
    const auto bytes = [](std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); };
    Digest code;
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.bytes.bytes.data(), key.bytes.bytes.size(), code.bytes.size());
    crypto_generichash_update(&state, bytes(label), label.size());
    crypto_generichash_update(&state, bytes(content), content.size());
    crypto_generichash_final(&state, code.bytes.data(), code.bytes.size());
    return code;
}

// What is in FILE and is the user's alone.
std::optional<Key> kept_key(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return std::nullopt;
    struct stat status {};
    Key key;
    const bool trusted = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid() &&
                         (status.st_mode & 077) == 0 && status.st_size == static_cast<off_t>(key.bytes.bytes.size());
    const auto size = static_cast<ssize_t>(key.bytes.bytes.size());
    const bool whole = trusted && ::read(descriptor, key.bytes.bytes.data(), key.bytes.bytes.size()) == size;
    ::close(descriptor);
    return whole ? std::optional(key) : std::nullopt;
}

}  // namespace

Result<Key> key_in(const std::filesystem::path& file) {
    if (const std::optional<Key> kept = kept_key(file)) return *kept;
    Key key;
    randombytes_buf(key.bytes.bytes.data(), key.bytes.bytes.size());
    const std::string_view bytes(reinterpret_cast<const char*>(key.bytes.bytes.data()), key.bytes.bytes.size());
    const Outcome written = write_file(file, bytes, 0600);
    if (!written) return written.error();
    return key;
}

std::string sealed(const Key& key, std::string_view label, std::string_view content) {
    const Digest code = code_of(key, label, content);
    std::string bytes(label);
    bytes.append(code.bytes.begin(), code.bytes.end());
    return bytes.append(content);
}

std::optional<std::string_view> unsealed(const Key& key, std::string_view label, std::string_view bytes) {
    Digest code;
    if (!bytes.starts_with(label) || bytes.size() < label.size() + code.bytes.size()) return std::nullopt;
    const std::string_view content = bytes.substr(label.size() + code.bytes.size());
    code = code_of(key, label, content);
    const bool right = sodium_memcmp(bytes.data() + label.size(), code.bytes.data(), code.bytes.size()) == 0;
    return right ? std::optional(content) : std::nullopt;
}

}  // namespace palpera::base
