#!/usr/bin/env python3
"""Makes the sounds that lie beside this file: python3 generate.py [FOLDER]

The patient's short sounds on a painful palpation, in three strengths and two voices, and the chime of a result that
has come. Voices are source and filter: a glottal pulse or noise through resonances (the first three formants after
Peterson and Barney 1952, rounded; the higher voice's are about a sixth above). The noise comes from a fixed generator,
so the bytes are the same every time. tests/audio holds the lengths and the levels.
"""
import math
import pathlib
import struct
import sys

RATE = 22050


class Noise:
    """Numbers evenly spread from -1 to 1, always the same ones (a linear congruential generator)."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return self.state / 2**30 - 1


class Resonance:
    """A two-pole resonator with gain 1 at 0 Hz (Klatt 1980), whose frequency may move while it sounds."""

    def __init__(self):
        self.before = self.before_that = 0.0

    def next(self, sample, frequency, bandwidth):
        radius = math.exp(-math.pi * bandwidth / RATE)
        b = 2 * radius * math.cos(2 * math.pi * frequency / RATE)
        c = -radius * radius
        result = (1 - b - c) * sample + b * self.before + c * self.before_that
        self.before_that, self.before = self.before, result
        return result


def along(points, t):
    """The value at t of a line through points [(t, value), ...]; eased, so that nothing has a corner."""
    for (start, a), (end, b) in zip(points, points[1:]):
        if t <= end:
            x = max(0.0, (t - start) / (end - start))
            return a + (b - a) * (0.5 - 0.5 * math.cos(math.pi * x))
    return points[-1][1]


def glottal_flow(phase, open_part):
    """Rosenberg's pulse: opens slowly, closes faster, then rests."""
    rise = open_part * 0.65
    if phase < rise:
        return 0.5 - 0.5 * math.cos(math.pi * phase / rise)
    if phase < open_part:
        return math.cos(math.pi / 2 * (phase - rise) / (open_part - rise))
    return 0.0


def voiced(seconds, pitch, formants, level, breath, open_part, noise):
    """A vowel or a hum. pitch, level and each formant are lines over time; breath is the share of noise."""
    resonances = [Resonance() for _ in formants]
    samples, phase, flow_before = [], 0.0, 0.0
    for index in range(int(seconds * RATE)):
        t = index / RATE
        phase = (phase + along(pitch, t) * (1 + 0.012 * noise.next()) / RATE) % 1.0
        flow = glottal_flow(phase, open_part)
        source = (flow - flow_before) * 8 + breath * noise.next() * (0.3 + flow)
        flow_before = flow
        for resonance, (line, bandwidth) in zip(resonances, formants):
            source = resonance.next(source, along(line, t), bandwidth)
        samples.append(source * along(level, t))
    return samples


def breath_in(seconds, centre, bandwidth, level, noise):
    """Air drawn in: noise around a rising frequency."""
    first, second = Resonance(), Resonance()
    samples, before = [], 0.0
    for index in range(int(seconds * RATE)):
        t = index / RATE
        frequency = along(centre, t)
        sample = second.next(first.next(noise.next(), frequency, bandwidth), frequency * 1.5, bandwidth * 1.6)
        # The difference takes the rumble below the air away.
        samples.append((sample - before) * along(level, t))
        before = sample
    return samples


def scaled(samples, peak_decibel):
    peak = max(abs(sample) for sample in samples)
    return [sample / peak * 10 ** (peak_decibel / 20) for sample in samples]


def together(parts):
    """Parts as (start in seconds, samples), laid over each other."""
    length = max(int(start * RATE) + len(samples) for start, samples in parts)
    mixed = [0.0] * length
    for start, samples in parts:
        for index, sample in enumerate(samples):
            mixed[int(start * RATE) + index] += sample
    return mixed


def steady(*formants):
    return [([(0, frequency), (1, frequency)], bandwidth) for frequency, bandwidth in formants]


def mild_pain(voice, noise):
    """A small breath in and a closed "mm"."""
    air = breath_in(0.24, [(0, 1300), (0.24, 1900)], 700, [(0, 0), (0.14, 1), (0.24, 0)], noise)
    hum = voiced(
        0.34, [(0, voice.pitch * 1.04), (0.12, voice.pitch * 1.1), (0.34, voice.pitch * 0.88)],
        steady((270 * voice.tract, 70), (1050 * voice.tract, 220), (2200 * voice.tract, 300)),
        [(0, 0), (0.08, 1), (0.16, 0.9), (0.34, 0)], 0.02, 0.75, noise)
    return together([(0, scaled(air, -27)), (0.2, scaled(hum, -17))])


def aj(voice, seconds, pitch, tension, noise):
    """ "aj": the mouth goes from an open a to an i."""
    glide = seconds * 0.4, seconds * 0.75
    formants = [
        ([(0, a * voice.tract), (glide[0], a * voice.tract), (glide[1], i * voice.tract)], bandwidth)
        for a, i, bandwidth in (
            (730, 320, 90), (1150, 2050, 110), (2440, 2750, 160), (3400, 3500, 220), (4400, 4400, 300))
    ]
    level = [(0, 0), (0.05, 1), (seconds * 0.45, 0.8), (seconds, 0)]
    lines = [(seconds * share, voice.pitch * factor) for share, factor in pitch]
    return voiced(seconds, lines, formants, level, 0.03, tension, noise)


def pain(voice, noise):
    return scaled(aj(voice, 0.46, [(0, 1.12), (0.2, 1.24), (1, 0.86)], 0.62, noise), -12)


def sharp_pain(voice, noise):
    """Air through the teeth, then a tenser, higher "aj"."""
    air = breath_in(0.18, [(0, 3600), (0.18, 4800)], 1500, [(0, 0), (0.06, 1), (0.12, 0.8), (0.18, 0)], noise)
    cry = aj(voice, 0.55, [(0, 1.35), (0.15, 1.55), (1, 0.95)], 0.5, noise)
    return together([(0, scaled(air, -22)), (0.15, scaled(cry, -8))])


def chime(frequency, seconds):
    """A soft bar: the tone and two fainter partials that fade sooner."""
    samples = []
    for index in range(int(seconds * RATE)):
        t = index / RATE
        tone = sum(
            share * math.sin(2 * math.pi * frequency * partial * t) * math.exp(-t * decay)
            for partial, share, decay in ((1, 1, 7), (2, 0.25, 11), (3.01, 0.08, 20)))
        samples.append(tone * along([(0, 0), (0.012, 1), (seconds - 0.1, 1), (seconds, 0)], t))
    return samples


def result_arrived():
    # A fourth upwards, g' to c'': asks for attention and alarms nobody.
    return scaled(together([(0, chime(392.0, 0.5)), (0.15, chime(523.25, 0.6))]), -14)


class Voice:
    def __init__(self, name, pitch, tract):
        self.name, self.pitch, self.tract = name, pitch, tract


def write(path, samples):
    values = [round(max(-1.0, min(1.0, sample)) * 32767) for sample in samples]
    frames = struct.pack("<%dh" % len(values), *values)
    header = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(frames), b"WAVE", b"fmt ", 16, 1, 1, RATE, RATE * 2,
                         2, 16, b"data", len(frames))
    path.write_bytes(header + frames)


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__)
    folder = folder if folder.is_dir() else folder.parent
    for seed, voice in enumerate((Voice("lower", 112, 1.0), Voice("higher", 205, 1.17)), 1):
        for make in (mild_pain, pain, sharp_pain):
            write(folder / f"{make.__name__}_{voice.name}.wav", make(voice, Noise(seed)))
    write(folder / "result_arrived.wav", result_arrived())


if __name__ == "__main__":
    main()
