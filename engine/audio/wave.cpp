#include "engine/audio/wave.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace palpera::audio {
namespace {

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < width; ++i) {
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    }
    return value;
}

void append(std::string& bytes, std::uint32_t value, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i) bytes.push_back(static_cast<char>(value >> (8 * i)));
}

base::Error refused(std::string what) {
    return {"", std::move(what), "a sound is a WAV file, PCM of 8 or 16 bits, mono or stereo, 8 to 48 kHz"};
}

// The content of the first chunk of that name; nothing where there is none or where it runs past the end.
std::optional<std::string_view> chunk(std::string_view bytes, std::string_view name) {
    std::size_t at = 12;
    while (bytes.size() - at >= 8) {
        const std::size_t size = number(bytes, at + 4, 4);
        if (size > bytes.size() - at - 8) return std::nullopt;
        if (bytes.substr(at, 4) == name) return bytes.substr(at + 8, size);
        at += 8 + size + size % 2;  // chunks begin at even places
        if (at > bytes.size()) return std::nullopt;
    }
    return std::nullopt;
}

constexpr std::uint32_t pcm = 1;

// The codings that recorders write most (RFC 2361); the rest by number.
std::string coding(std::uint32_t tag) {
    switch (tag) {
        case 0x0002: return "Microsoft ADPCM";
        case 0x0003: return "floating point";
        case 0x0006: return "A-law";
        case 0x0007: return "mu-law";
        case 0x0011: return "IMA ADPCM";
        case 0x0055: return "MP3";
        default: return "coding " + std::to_string(tag);
    }
}

// What a file that is no WAV is, by the signs it begins with; empty: none of those.
std::string other_kind(std::string_view bytes) {
    const auto begins = [&](std::string_view sign) { return bytes.starts_with(sign); };
    if (begins("OggS")) return "an Ogg file";
    if (begins("MThd")) return "a MIDI file";
    if (begins("ID3") || begins("\xff\xfb") || begins("\xff\xf3") || begins("\xff\xf2")) return "an MP3 file";
    if (begins("fLaC")) return "a FLAC file";
    if (begins("FORM")) return "an AIFF file";
    if (begins("RIFX") || begins("RF64")) return "a WAV file of another kind (" + std::string(bytes.substr(0, 4)) + ")";
    if (begins("Extended Module") || begins("IMPM") || begins("MTM") || bytes.substr(0, 1084).ends_with("M.K.")) {
        return "a music module";
    }
    return "";
}

}  // namespace

base::Result<Wave> parse_wave(std::string_view bytes) {
    if (bytes.size() > most_wave_bytes) return refused("the sound file is over 2 MiB");
    if (bytes.size() < 12 || bytes.substr(0, 4) != "RIFF" || bytes.substr(8, 4) != "WAVE") {
        const std::string other = other_kind(bytes);
        return refused("not a RIFF WAVE file" + (other.empty() ? "" : " but " + other));
    }
    const auto format = chunk(bytes, "fmt ");
    if (!format || format->size() < 16) return refused("no whole chunk \"fmt \"");
    const std::uint32_t tag = number(*format, 0, 2);
    if (tag != pcm) return refused("not PCM but " + coding(tag));
    Wave wave{static_cast<std::uint16_t>(number(*format, 2, 2)),
              number(*format, 4, 4),
              static_cast<std::uint16_t>(number(*format, 14, 2)),
              {}};
    if (wave.channels < 1 || wave.channels > 2) return refused(std::to_string(wave.channels) + " channels");
    if (wave.rate < 8000 || wave.rate > 48000) return refused(std::to_string(wave.rate) + " Hz");
    if (wave.bits != 8 && wave.bits != 16) return refused(std::to_string(wave.bits) + " bits a sample");
    const std::uint32_t frame = wave.channels * wave.bits / 8u;
    if (number(*format, 12, 2) != frame) return refused("the size of a frame contradicts channels and bits");
    const auto data = chunk(bytes, "data");
    if (!data) return refused("no whole chunk \"data\"");
    wave.frames = std::string(data->substr(0, data->size() / frame * frame));
    if (wave.frames.empty()) return refused("no sound in it");
    return wave;
}

std::string wave_bytes(const Wave& wave) {
    const auto size = static_cast<std::uint32_t>(wave.frames.size());
    const std::uint32_t frame = wave.channels * wave.bits / 8u;
    std::string bytes = "RIFF";
    append(bytes, 36 + size, 4);
    bytes += "WAVEfmt ";
    append(bytes, 16, 4);
    append(bytes, pcm, 2);
    append(bytes, wave.channels, 2);
    append(bytes, wave.rate, 4);
    append(bytes, wave.rate * frame, 4);
    append(bytes, frame, 2);
    append(bytes, wave.bits, 2);
    bytes += "data";
    append(bytes, size, 4);
    return bytes + wave.frames;
}

double Wave::seconds() const {
    return static_cast<double>(frames.size()) / (channels * bits / 8.0) / static_cast<double>(rate);
}

double Wave::peak() const {
    double most = 0;
    const std::size_t width = bits / 8u;
    for (std::size_t at = 0; at + width <= frames.size(); at += width) {
        const std::uint32_t raw = number(frames, at, width);
        const double sample = width == 1 ? (static_cast<double>(raw) - 128) / 128
                                         : static_cast<std::int16_t>(static_cast<std::uint16_t>(raw)) / 32768.0;
        most = std::max(most, std::abs(sample));
    }
    return most;
}

}  // namespace palpera::audio
