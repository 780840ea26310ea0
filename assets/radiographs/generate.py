#!/usr/bin/env python3
"""Makes the drawn radiographs that lie beside this file: python3 generate.py [FOLDER [NAME...]]

Drawings, not patients' images: outlines of a right hindfoot in millimetres, made into a film by the thickness that the
rays pass. The proportions are those of textbooks: calcaneal pitch 22 degrees, Boehler's angle 28, Gissane's 125 or so,
a heel pad of 13 mm under load. Noise comes from a fixed generator, so the bytes are the same every time.

Coordinates: x forwards (lateral, sagittal) or towards the midline (frontal), y upwards; the origin is the lowest point
of the calcaneal tuberosity. The toes point to the left, as on the mediolateral view of a right foot; on the frontal
view the fibula stands to the left. Outlines of the calcaneus are given along its plantar border and turned by the pitch.
"""
import functools
import hashlib
import itertools
import math
import operator
import pathlib
import struct
import sys
import zlib

WIDTH, HEIGHT = 900, 700
SCALE = 5.5  # pixels a millimetre
PITCH = math.radians(22)
RIGHT_EDGE, TOP_EDGE = -38.0, 105.0  # of the lateral film, millimetres


class Noise:
    """Numbers evenly spread from -1 to 1, always the same ones (a linear congruential generator)."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return self.state / 2**30 - 1


# ---------------------------------------------------------------------------------------------------- planes

class Plane:
    """A rectangle of amounts, placed on the film; it may reach beyond the film's edge."""

    def __init__(self, left, top, width, height):
        self.left, self.top, self.width, self.height = left, top, width, height
        self.rows = [[0.0] * width for _ in range(height)]

    def span(self, row, begin, end, amount):
        """Adds the amount to a row from begin to end, parts of pixels by their part."""
        begin = max(begin - self.left, 0.0)
        end = min(end - self.left, float(self.width))
        if end <= begin:
            return
        first, last = int(begin), int(end)
        cells = self.rows[row]
        if first == last:
            cells[first] += amount * (end - begin)
            return
        cells[first] += amount * (first + 1 - begin)
        for x in range(first + 1, last):
            cells[x] += amount
        if last < self.width:
            cells[last] += amount * (end - last)

    def fill(self, outline, amount=1.0, fine=4):
        """Adds a closed outline, smooth at its edges."""
        crossings = {}
        for (x0, y0), (x1, y1) in zip(outline, outline[1:] + outline[:1]):
            if y0 > y1:
                x0, y0, x1, y1 = x1, y1, x0, y0
            first, last = math.ceil(y0 * fine - 0.5), math.ceil(y1 * fine - 0.5)
            if last <= first:
                continue
            slope = (x1 - x0) / (y1 - y0)
            for line in range(first, last):
                crossings.setdefault(line, []).append(x0 + slope * ((line + 0.5) / fine - y0))
        for line, found in crossings.items():
            row = line // fine - self.top
            if 0 <= row < self.height:
                found.sort()
                for begin, end in zip(found[::2], found[1::2]):
                    self.span(row, begin, end, amount / fine)
        return self

    def line(self, path, width, amount=1.0):
        """Adds a line of a width in pixels, thinner towards its ends."""
        left, right = [], []
        for i, (x, y) in enumerate(path):
            (ax, ay), (bx, by) = path[max(i - 1, 0)], path[min(i + 1, len(path) - 1)]
            length = math.hypot(bx - ax, by - ay) or 1.0
            half = width / 2 * min(1.0, 0.35 + 4 * min(i, len(path) - 1 - i) / len(path))
            nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
            left.append((x + nx, y + ny))
            right.append((x - nx, y - ny))
        return self.fill(left + right[::-1], amount)

    def blurred(self, radius, times=3):
        """Three running means, which come close to a Gaussian of that many pixels' standard deviation."""
        half = max(1, round((math.sqrt(12 * radius * radius / times + 1) - 1) / 2))
        rows = self.rows
        for _ in range(2):
            rows = [running_mean(row, half, times) for row in rows]
            rows = [list(column) for column in zip(*rows)]
        result = Plane(self.left, self.top, 0, 0)
        result.width, result.height, result.rows = self.width, self.height, rows
        return result


def running_mean(row, half, times):
    if not any(row):
        return row
    for _ in range(times):
        total = list(itertools.accumulate([row[0]] * (half + 1) + row + [row[-1]] * half))
        row = list(map(operator.sub, total[2 * half + 1:], total))
    share = (2 * half + 1) ** -times
    return [amount * share for amount in row]


def plane_around(outline, margin):
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    left, top = math.floor(min(xs)) - margin, math.floor(min(ys)) - margin
    return Plane(left, top, math.ceil(max(xs)) + margin - left, math.ceil(max(ys)) + margin - top)


def film():
    return Plane(0, 0, WIDTH, HEIGHT)


def merge(onto, planes, value):
    """onto becomes value(onto, *planes) wherever the planes lie."""
    x0, x1 = max(p.left for p in [onto, *planes]), min(p.left + p.width for p in [onto, *planes])
    for y in range(max(p.top for p in [onto, *planes]), min(p.top + p.height for p in [onto, *planes])):
        row = onto.rows[y - onto.top]
        parts = [plane.rows[y - plane.top][x0 - plane.left:x1 - plane.left] for plane in planes]
        row[x0 - onto.left:x1 - onto.left] = map(value, row[x0 - onto.left:x1 - onto.left], *parts)


# ---------------------------------------------------------------------------------------------------- curves

def smooth(points, closed=True, steps=7):
    """A Catmull-Rom curve through the points."""
    n = len(points)
    curve = []
    for i in range(n if closed else n - 1):
        p = [points[(i + k) % n] if closed else points[min(max(i + k, 0), n - 1)] for k in (-1, 0, 1, 2)]
        for step in range(steps):
            t = step / steps
            curve.append(tuple(
                0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3)
                for a, b, c, d in zip(*p)))
    return curve if closed else curve + [points[-1]]


def along(points, t):
    """The point at the part t of a broken line."""
    place = t * (len(points) - 1)
    i = min(int(place), len(points) - 2)
    (x0, y0), (x1, y1) = points[i], points[i + 1]
    return x0 + (x1 - x0) * (place - i), y0 + (y1 - y0) * (place - i)


def bundle(start, bend, end, count, noise, uneven=0.6):
    """Curves from one broken line over another to a third, as trabeculae run."""
    for i in range(count):
        t = (i + 0.5) / count
        a, b, c = (along(line, min(max(t + noise.next() * uneven / count, 0), 1)) for line in (start, bend, end))
        from_, to = 0.06 * (1 + noise.next()), 1 - 0.06 * (1 + noise.next())
        path = []
        for step in range(17):
            s = from_ + (to - from_) * step / 16
            path.append(tuple((1 - s) ** 2 * p + 2 * s * (1 - s) * q + s * s * r for p, q, r in zip(a, b, c)))
        yield path


def pitched(points):
    """From along the calcaneus to the standing foot."""
    return [(u * math.cos(PITCH) - v * math.sin(PITCH), u * math.sin(PITCH) + v * math.cos(PITCH)) for u, v in points]


def lateral(points):
    return [(WIDTH - (x - RIGHT_EDGE) * SCALE, (TOP_EDGE - y) * SCALE) for x, y in points]


def frontal(points):
    return [(WIDTH / 2 + x * SCALE, (TOP_EDGE - y) * SCALE) for x, y in points]


# ---------------------------------------------------------------------------------------------------- anatomy, lateral

CALCANEUS_TOP = [(-11, 7), (-14, 14), (-15.2, 22), (-14.3, 30), (-12, 37), (-8.5, 41.6), (-4, 42.6), (2, 40.8), (8, 40.2),
                 (14, 41.6), (19, 44.6), (24, 46.6), (30, 45), (35.5, 41), (39.5, 36.4), (42, 33.2), (45.5, 31.6),
                 (51, 31.8), (57, 33.2), (64, 34), (68.6, 33.4), (71, 30.6), (71.4, 25), (70, 17), (67.4, 9), (64.6, 3),
                 (61.5, 0.2), (55, 0.6), (48, 2.4), (38, 4.6), (28, 5.4), (19, 4.4)]
PLANTAR_PLAIN = [(12.5, 2.4), (6.5, 0.4), (0, 0), (-6, 2)]
PLANTAR_SPUR = [(14.6, 2.9), (15.4, 1.2), (19.6, -0.5), (20.6, -1.5), (16.5, -1.7), (10, -1.2), (4, -0.4), (-1, 0.1), (-6, 2)]
FACET = [(17, 43.2), (24, 46.4), (30, 44.8), (35.5, 40.8), (39.5, 36.2)]

TALUS = [(-10.4, 55), (-9, 58.4), (-6, 61.4), (-4, 66), (-1.4, 70.4), (3.4, 75.2), (9, 78.2), (15, 79.2), (21, 78.2), (27, 75.2),
         (31.6, 70.6), (34.2, 66.8), (38, 65.6), (43, 66.4), (47.5, 68.4), (52.4, 69.4), (56.8, 67), (59.6, 62), (60, 57),
         (57.8, 52.6), (52, 50.8), (45.5, 52.4), (39, 54.6), (33.6, 53), (28.6, 48.8), (24.2, 49.6), (19, 52.6), (11.4, 54.8),
         (5, 54.4), (0.4, 50.4), (-4, 50.8)]
NAVICULAR = [(58, 71.6), (61.4, 66), (62.8, 60.4), (62, 54.6), (59.6, 50.2), (63, 47.4), (68.6, 48), (71.8, 53), (73, 60),
             (71.6, 67), (67.6, 71.8), (62.4, 73)]
CUBOID = [(59.6, 55), (60.6, 48), (61.2, 40), (61.2, 33), (60.2, 26.6), (64, 23), (70.5, 19.6), (77, 18.2), (80.6, 20.6),
          (86, 21), (91, 24.4), (92, 33), (89.6, 42), (81, 49), (70, 54), (63.4, 56.6)]
CUNEIFORMS = [[(75, 68), (76, 61), (75, 53), (83, 46.4), (96.4, 46), (99, 54), (96.6, 63), (86, 69)],
              [(75.4, 66), (76, 58), (78, 50), (88, 50), (95, 55), (94.6, 64), (85, 70)],
              [(75.6, 60), (75.8, 50), (83, 42), (97.4, 38), (101.6, 46), (98.6, 56), (88, 61)]]
METATARSALS = [[(94, 33), (93.4, 26), (88, 20), (83.6, 14.6), (84.6, 11.6), (93, 12.4), (106, 13.4), (122, 10.4), (140, 8),
                (140, 18), (122, 20.4), (106, 25), (99, 31)],
               [(95, 43), (95.4, 34), (101, 27.6), (120, 20), (140, 15), (140, 25), (120, 31), (104, 41)],
               [(99.4, 56), (101, 46), (108, 40.6), (122, 34), (140, 26), (140, 38), (122, 46), (108, 54)],
               [(101.4, 48), (103.4, 37), (112, 31), (126, 26), (140, 20), (140, 34), (124, 42), (110, 50)],
               [(98, 64), (101, 56), (110, 50), (124, 44), (140, 36), (140, 48), (124, 54), (108, 63)]]
TIBIA = [(-8.6, 68.6), (-5, 72.6), (0.6, 77.8), (7, 81.2), (15, 82.4), (23, 81.4), (30, 78), (36.4, 72.4), (39, 75), (38.6, 82),
         (35.4, 91), (33, 101), (32.2, 122), (0.6, 122), (-0.8, 101), (-4, 90), (-8, 82), (-10, 75)]
MEDIAL_MALLEOLUS = [(6, 80), (9, 71), (14, 64.6), (20, 61.6), (25.6, 63.6), (29.4, 70), (31, 80), (19, 86)]
FIBULA = [(3.6, 122), (2.4, 101), (-0.4, 88), (-2.4, 77), (-1.4, 66), (3, 58.6), (8.4, 55.4), (13.4, 58), (16.6, 66),
          (17, 77), (15.6, 88), (15, 101), (15, 122)]
SUSTENTACULUM = [(21, 37.6), (28, 40), (35, 38.4), (42, 33.4), (44, 30.4), (38, 30), (30, 32), (23, 34.4)]

SKIN = [(-27, 124), (-27.4, 108), (-27.6, 92), (-28, 76), (-28.6, 62), (-30, 50), (-32.2, 38), (-33, 24), (-32, 10), (-28.6, -2),
        (-22.6, -10), (-14, -13), (0, -13.2), (14, -13.2), (26, -13), (36, -11.6), (48, -7.6), (62, -4.4), (78, -4.2),
        (96, -7), (112, -11), (132, -13.4), (150, -13.4), (150, 52), (124, 64), (106, 75), (92, 82), (76, 87), (64, 90),
        (56, 95), (51, 103), (49, 112), (48.6, 124)]
KAGER_FAT = [(-18.6, 104), (-19.6, 88), (-20.6, 70), (-21.6, 54), (-20.6, 42), (-13, 43.6), (-9.4, 50), (-11.8, 58), (-10.4, 64),
             (-12.6, 72), (-15, 84), (-16.6, 96)]
ACHILLES = [(-25.6, 124), (-25.8, 100), (-26, 80), (-26.4, 62), (-27.4, 48), (-27, 36), (-24.6, 24), (-23.8, 30), (-22.9, 42), (-21.6, 54),
            (-20.8, 72), (-19.8, 92), (-18.8, 124)]
PLANTAR_MUSCLE = [(10, 1), (22, 8), (40, 14), (60, 18), (84, 10), (110, 2), (140, 0), (140, -8), (110, -5), (80, 1), (56, 0),
                  (34, -4), (18, -3.4)]
HEEL_PAD = [(-26, 10), (-22, 0), (-12, -5), (0, -2), (14, -2.4), (28, -6), (30, -11), (14, -12.4), (-12, -12.4), (-22, -8.6), (-28, 0)]
STRESS_LINE = [(-20, 33.4), (-17, 29), (-12.4, 26.6), (-9.6, 22.4), (-5, 20), (-2.4, 16), (1.6, 14.2), (4.6, 9.6), (8.4, 8)]


def calcaneus(spur):
    return pitched(smooth(CALCANEUS_TOP + (PLANTAR_SPUR if spur else PLANTAR_PLAIN)))


def trabeculae(noise):
    """The groups of the calcaneus: compression backwards and forwards from the facet, tension along the sole and the
    back. What they leave open under Gissane's angle is the neutral triangle."""
    compression = bundle([(17, 42), (26, 44), (35, 40), (39, 36)], [(2, 34), (8, 27), (18, 20), (28, 16)],
                         [(-13.6, 30), (-13.4, 18), (-7, 5), (5, 2)], 46, noise)
    forwards = bundle([(33, 41), (38, 37), (42, 33), (50, 31)], [(46, 26), (49, 25), (54, 25), (60, 28)],
                      [(67, 6), (69, 13), (70.6, 20), (70.8, 29)], 26, noise)
    sole = bundle([(-14, 24), (-13.6, 16), (-10, 8), (-4, 2)], [(10, 16), (14, 11), (16, 8), (18, 5)],
                  [(70, 22), (69, 15), (66.6, 8), (62, 1)], 34, noise)
    back = bundle([(-9, 40), (-5, 41), (0, 40)], [(-16, 22), (-13, 22), (-8.6, 22)], [(-9, 4), (-4, 2), (2, 1)], 16, noise)
    for group, amount in ((compression, 1.0), (forwards, 0.8), (sole, 0.75), (back, 0.7)):
        for path in group:
            yield lateral(pitched(path)), amount


# ---------------------------------------------------------------------------------------------------- film

@functools.lru_cache(None)
def grain(sharpness):
    """Evenly spread noise over a film, always the same, blurred by that many pixels."""
    speckles = film()
    amounts = [byte / 127.5 - 1 for byte in hashlib.shake_128(b"palpera").digest(WIDTH * HEIGHT)]
    speckles.rows = [amounts[y * WIDTH:(y + 1) * WIDTH] for y in range(HEIGHT)]
    return speckles.blurred(sharpness, 1 if sharpness < 1 else 3)


class Film:
    """Adds up what the rays pass, then develops it."""

    def __init__(self, seed):
        self.noise = Noise(seed)
        self.passed = film()

    def soft(self, outline, amount, roundness):
        mask = plane_around(outline, 3 * roundness).fill(outline)
        wide = mask.blurred(roundness)
        merge(self.passed, [mask, wide], lambda old, m, w: old + amount * m * max(0.0, 2 * w - 0.85) ** 0.6)
        return mask

    def shade(self, outline, amount, softness):
        """Something with no edge of its own: fat (less than nothing), a muscle."""
        mask = plane_around(outline, round(3 * softness)).fill(outline).blurred(softness)
        merge(self.passed, [mask], lambda old, m: old + amount * m)

    def bone(self, outline, amount, cortex=0.24, thin=3.2, texture=0.0):
        """A shell of compact bone, brightest where the rays graze it, around a spongy inside."""
        mask = plane_around(outline, 40).fill(outline)
        near, far = mask.blurred(thin), mask.blurred(14)
        merge(self.passed, [mask, near, far], lambda old, m, n, f: old + m * (
            amount * (0.30 + 0.70 * f) + cortex * max(0.0, 2 - 2 * n) ** 1.5))
        if texture:
            self.spongy(mask, texture)
        return mask

    def spongy(self, mask, amount):
        merge(self.passed, [mask, grain(1.3), grain(4)], lambda old, m, a, b: old + amount * m * (a - b))

    def lines(self, mask, paths, amount, width=1.5, softness=0.8):
        """Fine lines, seen only within the mask."""
        drawn = Plane(mask.left, mask.top, mask.width, mask.height)
        for path, strength in paths:
            drawn.line(path, width * (1 + 0.3 * self.noise.next()), strength * (0.75 + 0.35 * self.noise.next()))
        merge(self.passed, [mask, drawn.blurred(softness)], lambda old, m, d: old + amount * m * d)

    def stroke(self, path, width, amount, softness=1.2):
        drawn = plane_around(path, round(width + 4 * softness)).line(path, width).blurred(softness)
        merge(self.passed, [drawn], lambda old, d: old + amount * d)

    def developed(self):
        return [bytes(map(darkened, line, speckles, self.light(y)))
                for y, (line, speckles) in enumerate(zip(self.passed.blurred(0.8, 1).rows, grain(0.7).rows))]

    @staticmethod
    def light(y):
        """The tube shines most on the middle."""
        down = ((y - HEIGHT / 2) / HEIGHT) ** 2
        return [1.04 - 0.22 * (((x - WIDTH / 2) / WIDTH) ** 2 + down) for x in range(WIDTH)]


DARKENING = [12 + 246 * (1 - math.exp(-1.25 * max(i / 1000 - 0.04, 0) ** 1.25)) for i in range(4000)]


def darkened(amount, speckle, light):
    value = DARKENING[min(max(int(amount * 1000), 0), 3999)]
    return min(max(int(value * light + speckle * (2.6 + 0.03 * value) + 0.5), 0), 255)


def lateral_film(spur, line):
    film_ = Film(20 + spur + 2 * line)
    at = lambda points, closed=True: lateral(smooth(points, closed))
    skin = film_.soft(at(SKIN), 0.36, 40)
    film_.shade(at(PLANTAR_MUSCLE), 0.10, 9)
    film_.shade(at(KAGER_FAT), -0.11, 7)
    film_.shade(at(ACHILLES), 0.07, 2.5)
    film_.shade(at(HEEL_PAD), -0.05, 6)
    film_.lines(skin, [(lateral(p), 1) for p in bundle([(-27, 0), (-12, -4), (6, -3), (26, -5)], [(-25, -6), (0, -8), (25, -9)],
                                                      [(-21, -9), (-6, -12), (26, -12)], 22, film_.noise)], 0.035, 2.2, 2)
    for outline in METATARSALS:
        film_.bone(at(outline), 0.24, 0.20, texture=0.10)
    for outline in CUNEIFORMS:
        film_.bone(at(outline), 0.20, 0.14, texture=0.10)
    cuboid = film_.bone(at(CUBOID), 0.50, 0.26, texture=0.22)
    film_.lines(cuboid, [(lateral(p), 1) for p in bundle([(62, 52), (62, 30)], [(76, 44), (76, 28)], [(90, 40), (90, 26)], 16,
                                                        film_.noise)], 0.09)
    film_.bone(at(NAVICULAR), 0.54, 0.28, texture=0.3)
    film_.bone(at(FIBULA), 0.32, 0.24, texture=0.2)
    tibia = film_.bone(at(TIBIA), 0.60, 0.32, texture=0.25)
    film_.lines(tibia, [(lateral(p), 1) for p in bundle([(-5, 75), (10, 82), (20, 82), (35, 76)], [(0, 92), (16, 95), (32, 92)],
                                                       [(2, 112), (16, 112), (31, 112)], 34, film_.noise)], 0.09)
    film_.bone(at(MEDIAL_MALLEOLUS), 0.16, 0.14)
    talus = film_.bone(at(TALUS), 0.62, 0.28, texture=0.3)
    film_.lines(talus, [(lateral(p), 1) for p in bundle([(0, 72), (12, 78), (30, 72)], [(4, 64), (14, 66), (28, 64)],
                                                       [(2, 55), (14, 57), (24, 53)], 24, film_.noise)], 0.10)
    film_.lines(talus, [(lateral(p), 1) for p in bundle([(22, 75), (32, 69)], [(38, 64), (36, 58)], [(58, 64), (57, 55)], 16,
                                                       film_.noise)], 0.08)
    heel = film_.bone(lateral(calcaneus(spur)), 0.56, 0.34, texture=0.30)
    film_.lines(heel, trabeculae(film_.noise), 0.24, 1.7)
    film_.shade(lateral(pitched(smooth([(30, 22), (40, 27), (48, 24), (50, 15), (40, 8), (30, 10)]))), -0.16, 12)
    film_.shade(lateral(pitched(smooth(SUSTENTACULUM))), 0.16, 4)
    film_.stroke(lateral(pitched(smooth(FACET, False))), 4.5, 0.26)
    film_.stroke(lateral(pitched(smooth([(39.5, 36.2), (42.4, 32.8), (46, 31.4), (54, 32.4)], False))), 4, 0.20)
    film_.stroke(lateral(pitched(smooth([(-3, 0.6), (8, 1.4), (20, 5), (34, 5.6), (50, 2.4), (60, 0.8)], False))), 5, 0.14, 1.6)
    film_.stroke(lateral(pitched(smooth([(70.4, 29), (70.7, 24), (69.4, 17), (67, 9.6)], False))), 3.5, 0.16)
    film_.stroke(at([(-3, 68), (3.4, 74.6), (9, 77.6), (15, 78.6), (21, 77.6), (27, 74.6), (31.4, 70)], False), 4, 0.18)
    film_.stroke(at([(-5, 73), (0.6, 78.4), (7, 81.8), (15, 83), (23, 82), (30, 78.6), (35.6, 73.6)], False), 4, 0.20)
    if spur:
        film_.stroke(lateral(pitched(smooth([(8, -0.2), (14, 0.2), (19.6, -1)], False))), 5, 0.18, 1.4)
    if line:
        path = at(STRESS_LINE, False)
        film_.stroke(path, 34, 0.14, 8)
        film_.stroke(path, 13, 0.34, 3)
        for aside, length in ((-1.2, 3), (0.9, 5), (0.2, 7)):
            film_.stroke(at([(x + aside, y + aside) for x, y in STRESS_LINE[:length]], False), 5, 0.12, 1.6)
    return film_.developed()


# ---------------------------------------------------------------------------------------------------- anatomy, frontal

HEEL_BODY = [(-9.6, -0.4), (-13.4, 3), (-15.4, 9), (-14.6, 18), (-13.4, 26), (-14.4, 33), (-14.2, 38.6), (-10.4, 41.4), (-4, 41.8),
             (3, 40), (8.6, 38), (14, 38.4), (20, 38.6), (22.6, 36), (21.4, 32.6), (16.4, 30.2), (12.4, 26), (11, 19), (12.4, 11),
             (12.6, 4.4), (9.6, 0.4), (4, -0.8), (-1, 0.8), (-5, -0.4)]
TALUS_BODY = [(-13.6, 44.4), (-15.4, 49), (-14.4, 55), (-13.8, 62.4), (-11.4, 65.8), (-4, 64.8), (1, 64.2), (7, 64.8), (12.6, 66),
              (15, 63), (15.6, 55), (18.2, 48.6), (19.6, 43.6), (16, 41.4), (9.6, 40.8), (3.6, 42.8), (-4, 44.6), (-10, 44.2)]
TIBIA_FRONTAL = [(-15.6, 71), (-13, 69), (-4, 67.8), (1, 67.2), (7, 67.8), (13.8, 69.2), (17.4, 66), (18.6, 58), (21, 53.6), (25, 54.4),
                 (27.6, 61), (26.4, 70), (22.4, 80), (18, 92), (16, 106), (15.8, 124), (-11.4, 124), (-11.4, 106), (-13, 94), (-16.4, 82),
                 (-17.6, 75)]
FIBULA_FRONTAL = [(-15.6, 71), (-16.6, 62), (-17, 54), (-19.6, 47.4), (-23.4, 45.4), (-26.6, 50), (-27.4, 60), (-25.8, 72), (-22.6, 84),
                  (-21, 98), (-21, 124), (-11.6, 124), (-12, 98), (-13.4, 84)]
SKIN_FRONTAL = [(-31, 126), (-31, 104), (-32, 88), (-35, 74), (-36.6, 60), (-34.4, 46), (-31.6, 30), (-31, 14), (-30, 0), (-26, -8.6),
                (-17, -12.8), (0, -13.2), (17, -12.8), (26.4, -8.6), (30, 0), (31.4, 14), (33, 32), (36.6, 48), (38.4, 60), (36, 74), (32.6, 90),
                (31.4, 106), (31, 126)]
STRESS_LINE_FRONTAL = [(-13, 25.4), (-8.6, 22.6), (-4.4, 21.2), (-0.4, 18.8), (3.6, 17.6), (7.2, 15.4), (11.4, 14.4)]


def frontal_film(line):
    film_ = Film(40 + line)
    at = lambda points, closed=True: frontal(smooth(points, closed))
    bundle_at = lambda *lines: [(frontal(p), 1) for p in bundle(*lines, film_.noise)]
    film_.soft(at(SKIN_FRONTAL), 0.36, 40)
    film_.shade(at([(-26, 4), (-10, -3), (10, -3), (26, 4), (24, -8), (0, -12.4), (-24, -8)]), -0.05, 6)
    film_.shade(at([(14, 28), (24, 30), (26, 6), (20, -4), (14, 4)]), 0.08, 8)
    film_.shade(at([(-10, 70), (-17, 60), (-20, 46), (-12, 34), (6, 34), (20, 42), (20, 56), (12, 68)]), 0.12, 10)  # midfoot behind
    film_.bone(at(FIBULA_FRONTAL), 0.40, 0.36, texture=0.15)
    tibia = film_.bone(at(TIBIA_FRONTAL), 0.56, 0.36, 4, texture=0.22)
    film_.lines(tibia, bundle_at([(-14, 72), (0, 70), (13, 71)], [(-14, 88), (0, 86), (18, 86)], [(-10, 112), (2, 112), (15, 112)], 30), 0.20)
    talus = film_.bone(at(TALUS_BODY), 0.60, 0.28, texture=0.28)
    film_.lines(talus, bundle_at([(-12, 65), (0, 64), (14, 65)], [(-13, 55), (1, 54), (15, 55)], [(-13, 45), (2, 44), (17, 43)], 24), 0.20)
    heel = film_.bone(at(HEEL_BODY), 0.60, 0.34, texture=0.28)
    film_.lines(heel, bundle_at([(-13, 39), (-2, 40), (9, 37)], [(-12, 22), (-1, 22), (10, 20)], [(-13, 6), (-1, 2), (10, 3)], 34), 0.30)
    film_.lines(heel, bundle_at([(-13, 24), (-14, 12), (-11, 3)], [(0, 19), (0, 9), (0, 2.6)], [(11, 22), (12, 12), (10, 3)], 16), 0.20)
    for edge, width, amount in (([(-13.4, 39.4), (-10, 41), (-4, 41.2), (3, 39.4), (7, 37.8)], 4.5, 0.24),
                                ([(11, 38), (15, 38.2), (20, 38)], 4, 0.22),
                                ([(-12.6, 64.4), (-10.6, 65.2), (-4, 64.2), (1, 63.6), (7, 64.2), (12, 65.2), (14, 63.4)], 4, 0.2),
                                ([(-14, 70.2), (-4, 68.6), (1, 68), (7, 68.6), (13, 69.8), (16.8, 67), (18.4, 60)], 4, 0.2)):
        film_.stroke(at(edge, False), width, amount)
    if line:
        path = at(STRESS_LINE_FRONTAL, False)
        film_.stroke(path, 30, 0.14, 8)
        film_.stroke(path, 12, 0.32, 3)
        film_.stroke(at([(x, y + 1.4) for x, y in STRESS_LINE_FRONTAL[:4]], False), 5, 0.12, 1.6)
    return film_.developed()


# ---------------------------------------------------------------------------------------------------- magnetic resonance

class Slice:
    """A fluid-sensitive slice with the signal of fat put out: tissues cover each other."""

    def __init__(self, seed):
        self.noise = Noise(seed)
        self.signal = film()
        merge(self.signal, [film()], lambda old, none: 5.0)

    def tissue(self, outline, signal, softness=0.9, uneven=0.0):
        mask = plane_around(outline, round(4 * softness) + 2).fill(outline).blurred(softness)
        merge(self.signal, [mask, grain(1.3), grain(4)],
              lambda old, m, a, b: old + min(m, 1.0) * (signal * (1 + uneven * (a + 2 * b)) - old))

    def bone(self, outline, marrow=36, cortex=7.0):
        """Compact bone gives no signal; marrow is fat, put out, with a little that is left."""
        mask = plane_around(outline, 30).fill(outline)
        inside = mask.blurred(cortex / 2)
        merge(self.signal, [mask.blurred(0.8), inside, grain(1.3), grain(4)], lambda old, m, n, a, b: old + m * (
            8 + (marrow * (1 + 0.35 * a + 1.2 * b) - 8) * min(max((n - 0.62) / 0.3, 0.0), 1.0) - old))

    def stroke(self, path, width, signal, softness=1.0):
        drawn = plane_around(path, round(width + 4 * softness)).line(path, width).blurred(softness)
        merge(self.signal, [drawn], lambda old, d: old + min(d, 1.0) * (signal - old))

    def glow(self, outline, amount, softness, within):
        light = plane_around(outline, round(3 * softness)).fill(outline).blurred(softness)
        mask = plane_around(within, 20).fill(within).blurred(3)
        merge(self.signal, [light, mask, grain(1.3), grain(4)],
              lambda old, g, m, a, b: old + amount * g * min(max(2 * m - 1, 0.0), 1.0) * (1 + 0.15 * a + 0.6 * b))

    def read_out(self):
        return [bytes(min(max(int(value + 4.5 * speckle + 0.5), 0), 255) for value, speckle in zip(line, speckles))
                for line, speckles in zip(self.signal.blurred(0.9, 1).rows, grain(0.7).rows)]


FASCIA = [(2, 0.2), (14, 1.2), (30, 3.2), (50, 6.4), (72, 7), (96, 2), (124, -4)]
OEDEMA = [(-20, 34), (-12, 37), (-3, 30), (6, 22), (13, 10), (8, 4), (-2, 4), (-10, 10), (-18, 20)]


def heel_slice(oedema):
    slice_ = Slice(60 + oedema)
    at = lambda points, closed=True: lateral(smooth(points, closed))
    within = [(x, y) for x, y in SKIN]
    slice_.tissue(at(within), 92, 1.2)
    centre = (28, 44)
    slice_.tissue(at([(x + (centre[0] - x) * 0.018, y + (centre[1] - y) * 0.022) for x, y in within]), 46, 1.6, 0.35)
    slice_.tissue(at([(-19, 126), (-17.4, 100), (-12, 80), (-9.4, 68), (-7.6, 70), (-6, 84), (-2.4, 100), (-2.4, 126)]), 70, 3, 0.25)
    slice_.tissue(at([(36, 126), (36, 100), (40, 84), (38, 76), (44, 74), (47, 84), (45.4, 102), (44, 126)]), 58, 3, 0.2)
    slice_.tissue(at(PLANTAR_MUSCLE), 78, 4, 0.25)
    for i in range(7):  # muscle septa
        shift = 1.9 * i
        slice_.stroke(at([(16 + 3 * i, 0.5 + shift * 0.4), (40, 2 + shift), (64, 3 + shift), (88, shift - 1)], False), 2, 56, 1.6)
    slice_.tissue(at(KAGER_FAT), 40, 3, 0.3)
    for i in range(14):  # septa and small vessels of the heel pad and of the fat before the tendon
        x = -25 + 3.6 * i
        slice_.stroke(lateral([(x, -3 - slice_.noise.next()), (x + 1.5 * slice_.noise.next(), -7), (x + 2 * slice_.noise.next(), -12)]), 1.6, 74, 1.1)
    for path in ([(-17, 60), (-15.6, 72), (-17, 86)], [(-14, 56), (-18, 50), (-17, 46)], [(42, 80), (46, 92), (46, 110)],
                 [(30, -9), (50, -4), (70, -2)]):
        slice_.stroke(at(path, False), 2.4, 128, 1.1)
    slice_.tissue(at([(x, y) for x, y in ACHILLES]), 9, 1.0)
    slice_.stroke(at(FASCIA, False), 13, 10, 1.2)
    slice_.stroke(at([(-8, 126), (-7, 100), (-9.4, 82), (-13, 66), (-10, 56), (0, 47), (16, 42)], False), 9, 14, 1.2)
    for joint in ([(-4, 69), (3.4, 76), (9, 79.4), (15, 80.6), (21, 79.6), (27, 76.4), (33, 70)],
                  [(-0.6, 48.6), (4.8, 53.6), (11.2, 54.2), (18.6, 51.8), (24, 48.6)], [(58, 70), (61, 64), (61.4, 57), (59, 51)],
                  [(57, 54), (59, 46), (60, 36), (59.4, 27)], [(74, 68), (74.4, 60), (73.4, 52)]):
        slice_.stroke(at(joint, False), 17, 112, 1.4)
    slice_.tissue(at([(26, 47), (32, 51.6), (40, 53.4), (46, 51.6), (42, 48.6), (33, 46.8)]), 58, 2, 0.5)
    for outline in METATARSALS[2:3] + CUNEIFORMS[1:2] + [CUBOID, NAVICULAR, TIBIA, TALUS]:
        slice_.bone(at(outline))
    outline = lateral(calcaneus(False))
    slice_.bone(outline)
    slice_.stroke(at([(3, 54), (11.2, 54.8), (18, 52.8)], False), 3, 168, 1.0)
    slice_.stroke(at([(8, 79.6), (15, 80.6), (22, 79.6)], False), 3, 160, 1.0)
    slice_.stroke(at([(-20.4, 37), (-19.6, 41), (-18.4, 43)], False), 4, 150, 1.2)
    if oedema:
        slice_.glow(at(OEDEMA), 118, 17, outline)
        slice_.glow(at([(x + dx, y + dy) for x, y in STRESS_LINE for dx, dy in ((0, 0),)] +
                       [(x + 4, y + 4) for x, y in reversed(STRESS_LINE)]), 60, 9, outline)
        slice_.stroke(at(STRESS_LINE, False), 8, 16, 1.6)
        slice_.stroke(at([(-24.6, 8), (-20, 1), (-10, -3.4), (2, -3.4)], False), 8, 74, 4)
    return slice_.read_out()


# ---------------------------------------------------------------------------------------------------- png

def png(rows):
    """8 bits of grey. Each line is kept as the difference from the mean of left and above, which packs best here."""
    packed, above = bytearray(), bytes(WIDTH)
    for row in rows:
        packed.append(3)
        left = 0
        for here, up in zip(row, above):
            packed.append((here - (left + up) // 2) % 256)
            left = here
        above = row

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(packed), 9)) +
            chunk(b"IEND", b""))


DRAWINGS = {
    "heel_lateral_normal": lambda: lateral_film(False, False),
    "heel_lateral_spur": lambda: lateral_film(True, False),
    "heel_lateral_stress_line": lambda: lateral_film(False, True),
    "heel_lateral_spur_stress_line": lambda: lateral_film(True, True),
    "heel_frontal_normal": lambda: frontal_film(False),
    "heel_frontal_stress_line": lambda: frontal_film(True),
    "mri_heel_normal": lambda: heel_slice(False),
    "mri_heel_bone_oedema": lambda: heel_slice(True),
}


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    for name in sys.argv[2:] or DRAWINGS:
        (folder / (name + ".png")).write_bytes(png(DRAWINGS[name]()))


if __name__ == "__main__":
    main()
