"""Rolled Acts seen end on, and wet papers hung up to dry."""

import math

import numpy as np

from .engraving import Block, smooth
from .landscape import Camera


def rolls():
    b = Block(2100, 1105, 12.2, seed=31)
    across = b.slant(90, 1.1)
    b.lines(b.everywhere(), 0.93 + 0.05 * b.noise(5, 5, 3), across, beads=0)
    circles = packed(b, 101)
    for i in np.argsort(circles[:, 3]):
        roll(b, *circles[i, :3], seed=int(i))
    return b.grey()


def packed(b, size):
    """Discs of unlike size in a settled pile: rows of a honeycomb, pushed apart."""
    rng = np.random.Generator(np.random.PCG64(9))
    places = []
    for row in range(-1, 8):
        for col in range(-1, 13):
            r = size * rng.choice([0.74, 0.86, 0.95, 1.02, 1.1], p=[.12, .2, .28, .25, .15])
            places.append([(col + 0.5 * (row % 2)) * size * 1.96, row * size * 1.70 + 20, r,
                           rng.uniform()])
    a = np.array(places)
    for _ in range(160):
        dx, dy = a[:, None, 0] - a[None, :, 0], a[:, None, 1] - a[None, :, 1]
        d = np.hypot(dx, dy) + np.eye(len(a)) * 1e6
        push = np.clip((a[:, None, 2] + a[None, :, 2] - 3 - d), 0, None) * 0.30
        pull = np.where((d < (a[:, None, 2] + a[None, :, 2]) * 1.12), -0.6, 0)
        a[:, 0] += (dx / d * (push + pull)).sum(axis=1) * 0.5
        a[:, 1] += (dy / d * (push + pull)).sum(axis=1) * 0.5
    return a


def roll(b, cx, cy, r, seed):
    rng = np.random.Generator(np.random.PCG64(500 + seed))
    p, q, s = rng.uniform(0, 2 * math.pi, 3)
    lobe = lambda t: 1 + 0.030 * np.cos(2 * t + p) + 0.018 * np.cos(3 * t + q)
    start = rng.uniform(0, 2 * math.pi)

    def outline(k):
        steps = np.linspace(0, 2 * math.pi, 90)
        return [(cx + r * k * lobe(t) * math.cos(t), cy + r * k * lobe(t) * math.sin(t))
                for t in steps]
    b.solid(b.poly(*[(x + 9, y + 13) for x, y in outline(1.03)]))
    b.solid(b.poly(*outline(1.02)))
    face = b.poly(*outline(0.965))
    if face is None:
        return
    t = np.arctan2(b.y - cy, b.x - cx)
    rr = np.hypot(b.x - cx, b.y - cy) / lobe(t)
    light = np.cos(t - math.radians(-128))
    inner = smooth(0.18, 1.0, rr / r)
    tone = 0.40 - 0.30 * light * inner + 0.20 * light * (1 - inner)
    tone += 0.14 * smooth(0.55, 0.15, rr / r)
    tone += 0.08 * np.sin(3 * t + s) + 0.05 * rng.uniform(-1, 1)
    phase = rr / (b.pitch * rng.uniform(0.92, 1.08)) - ((t - start) % (2 * math.pi)) / (2 * math.pi)
    b.white(face)
    b.lines(face, np.clip(tone, 0.10, 0.90), phase, beads=0, wobble=0.22)
    hole = r * rng.uniform(0.12, 0.27)
    ox, oy = rng.uniform(-0.06, 0.06, 2) * r
    b.white(b.disc(cx + ox, cy + oy, hole + 5, (hole + 5) * rng.uniform(0.85, 1.0), s))
    b.solid(b.disc(cx + ox, cy + oy, hole, hole * rng.uniform(0.82, 1.0), s))
    # The loose outer edge of the skin, lifting from the roll.
    a = np.linspace(start, start + 0.9, 16)
    lift = [(cx + r * lobe(u) * (0.985 + 0.05 * math.sin((u - start) / 0.9 * 1.57)) * math.cos(u),
             cy + r * lobe(u) * (0.985 + 0.05
                                 * math.sin((u - start) / 0.9 * 1.57)) * math.sin(u)) for u in a]
    b.solid(b.path(*lift, width=9))
    b.white(b.path(*lift, width=3.6))


def drying():
    b = Block(1600, 1120, 12.6, seed=41)
    cam = Camera(b, 0.05, 0, 1.42, 0, 0.80, 0.60, 0.5)
    cellar(b, cam)
    for row, y in enumerate((8.4, 6.2, 4.6, 3.3, 2.25)):
        rng = np.random.Generator(np.random.PCG64(70 + row))
        z = 2.56 - 0.035 * row
        b.white(b.path(cam.at(-3.2, y, z + .1), cam.at(0, y, z), cam.at(3.2, y, z + .1),
                       width=2.4 + 7 / y))
        for side in (-1, 1):
            edge = 0.36 + rng.uniform(0, 0.12)
            while edge < 2.6:
                wide, drop = rng.uniform(0.36, 0.52), rng.uniform(0.50, 0.70)
                left = edge if side > 0 else -edge - wide
                paper(b, cam, y, left, z + 0.03 * abs(left), drop, wide, rng.uniform(-1, 1),
                      int(rng.integers(1 << 30)))
                edge += wide + rng.uniform(0.06, 0.15)
    return b.grey()


def cellar(b, cam):
    """A vault: courses of brick round a lit window at the end, and wet flags."""
    cx, cy = cam.at(0, 12, 1.9)
    vault = b.octave(np.log(np.maximum(np.hypot(b.x - cx, (b.y - cy)), 20)) * 16, 1.0)
    far = np.hypot(b.x - cx, b.y - cy)
    b.lines(b.everywhere(), 0.94 - 0.22 * smooth(640, 120, far), vault, beads=0.2, wobble=0.2)
    arch = [cam.at(-1.3, 12, 0.4), cam.at(-1.3, 12, 2.5)]
    arch += [cam.at(1.3 * math.cos(a), 12, 2.5 + 1.25 * math.sin(a))
             for a in np.linspace(math.pi, 0, 24)]
    arch += [cam.at(1.3, 12, 0.4)]
    b.solid(b.path(*arch, width=26))
    b.white(b.poly(*arch))
    for x in (-.65, 0, .65):
        b.solid(b.path(cam.at(x, 12, .4), cam.at(x, 12, 3.7 - abs(x) * .4), width=6))
    for z in (1.1, 1.8, 2.5):
        b.solid(b.path(cam.at(-1.3, 12, z), cam.at(1.3, 12, z), width=6))
    floor = b.poly(cam.at(-3.2, 12, 0), cam.at(3.2, 12, 0), (b.w + 700, b.h), (-700, b.h))
    gx, gy = cam.ground(b.x, b.y)
    ripple = b.noise(1.8, 9, 5)
    shine = np.exp(-(gx / 0.85) ** 2)
    b.lines(floor, 0.88 - 0.74 * shine + 0.16 * ripple, b.level(0.7 * ripple), beads=0.4)
    for x in np.arange(-3.15, 3.2, 0.9):
        b.solid(b.path(cam.at(x, 12, 0), cam.at(x, 1.2, 0), width=4))
    for y in (1.9, 2.6, 3.4, 4.4, 5.8, 8):
        b.solid(b.path(cam.at(-4, y, 0), cam.at(4, y, 0), width=4))


def paper(b, cam, y, x, z, drop, wide, lean, seed):
    """A sheet pegged to a line across the room: writing, a tide mark, a curling foot."""
    rng = np.random.Generator(np.random.PCG64(seed))
    curl, swing = rng.uniform(-0.03, 0.03), 0.05 * lean

    def at(s, t):
        dip = 0.016 * math.sin(math.pi * s) * (1 - t) + curl * t * math.sin(s * 5.0 + lean * 2)
        return cam.at(x + wide * s + swing * t * t, y, z - 0.012 - drop * t - dip)
    steps = np.linspace(0, 1, 14)
    edge = ([at(s, 0) for s in steps] + [at(1, t) for t in steps] + [at(s, 1) for s in steps[::-1]]
            + [at(0, t) for t in steps[::-1]])
    size = cam.scale(x, y) / 600
    m = b.poly(*edge)
    if m is None:
        return
    b.solid(b.path(*[(px + 9 * size, py + 9 * size) for px, py in edge], width=8 + 12 * size,
                   close=True))
    b.solid(b.path(*edge, width=4 + 5 * size, close=True))
    b.white(m)
    (x0, y0), (x1, y1) = at(0, 0), at(1, 1)
    down, sides = np.clip((b.y - y0) / (y1 - y0), 0, 1), (b.x - x0) / (x1 - x0)
    tide = smooth(0.62, 0.68, down + 0.05 * np.sin(b.x / (60 * size) + lean * 5))
    fold = np.clip(np.sin(sides * 6.5 + lean * 4 + down), 0, 1)
    b.lines(m, 0.05 + 0.16 * fold + 0.34 * tide * smooth(1.5, 0.62, down), b.slant(88 + 5 * lean),
            beads=0, wobble=0.4)
    gap = max(0.044, 0.032 / size)
    rows = int(drop * 0.82 / gap)
    for i in range(2, rows):
        t, s = 0.03 + i * gap / drop, 0.13
        stop = 0.87 if i < rows - 1 else 0.5
        while s < stop - 0.06:
            n = min(rng.uniform(0.10, 0.28), stop - s)
            if i != 3:
                b.solid(b.path(at(s, t), at(s + n, t), width=max(3.4, 10 * size)))
            s += n + 0.075
    for s in (0.12, 0.88):
        px, py = at(s, 0)
        for width, value in ((26, 0.0), (16, 1.0)):
            b.solid(b.path((px, py - 20 * size), (px, py + 36 * size), width=width * size, cap=1),
                    value)
