"""Two pairs of wheels, front on: Brunel's gauge on its baulks, Stephenson's on its sleeper."""

import numpy as np

from .engraving import Block, smooth
from .landscape import clouds

METRE = 226.0
RAIL = 842.0  # y of the rail heads
BROAD, NARROW = 2.140, 1.435


def gauge():
    b = Block(1560, 1080, 16.5, seed=21)
    cloud = clouds(b, 1.0, 3.2, 8)
    tone = 0.10 + 0.24 * (b.y / b.h) * smooth(0.3, 0.7, cloud) + 0.10 * cloud
    b.lines(b.everywhere(), tone, b.level(2.0 * (cloud - 0.5)))
    earth(b)
    pair(b, 440, BROAD, baulk, 1.62)
    pair(b, 1190, NARROW, chair, 1.24)
    measure(b, 440, BROAD, "7 ft 0\u00bc in")
    measure(b, 1190, NARROW, "4 ft 8\u00bd in")
    return b.grey()


def earth(b):
    top = RAIL + 66
    m = b.rect(0, top, b.w, b.h)
    stones = b.noise(1.1, 1.7, 50) * 0.5 + b.noise(2.2, 3, 51) * 0.3
    b.lines(m, 0.56 + 0.5 * stones, b.level(1.5 * stones), beads=0.4)


def box(b, x, y, w, h, tone=None, phase=None):
    m = b.rect(x, y, w, h)
    b.white(m)
    if tone is not None:
        b.lines(m, tone, phase, beads=0, wobble=0.2)
    b.solid(b.path((x, y), (x + w, y), (x + w, y + h), (x, y + h), width=7, close=True))


def baulk(b, x, side):
    """A longitudinal timber in section, ringed like a tree, and a bridge rail on it."""
    w = 0.40 * METRE
    box(b, x - w / 2, RAIL + 44, w, 0.36 * METRE, 0.42, b.rings(x - 30, RAIL + 190, 0.95))
    b.solid(b.curve((x - 50, RAIL + 46), (x - 50, RAIL + 34), (x - 22, RAIL + 30),
                    (x - 22, RAIL + 4), (x - 16, RAIL),
                    (x + 16, RAIL), (x + 22, RAIL + 4), (x + 22, RAIL + 30), (x + 50, RAIL + 34),
                    (x + 50, RAIL + 46)))
    b.white(b.rect(x - 8, RAIL + 16, 16, 30))


def chair(b, x, side):
    """A bullhead rail in its chair, keyed with oak on the outside."""
    b.solid(b.poly((x - 58, RAIL + 66), (x - 50, RAIL + 50), (x - 30, RAIL + 44),
                   (x - 26, RAIL + 12), (x + 26, RAIL + 12),
                   (x + 30, RAIL + 44), (x + 50, RAIL + 50), (x + 58, RAIL + 66)))
    key = b.rect(x + side * 22 - 9, RAIL + 20, 18, 24)
    b.white(key)
    b.lines(key, 0.3, b.slant(0, 0.5), beads=0)
    b.solid(b.curve((x - 18, RAIL), (x + 18, RAIL), (x + 20, RAIL + 14), (x + 7, RAIL + 20),
                    (x + 7, RAIL + 38),
                    (x + 17, RAIL + 44), (x + 15, RAIL + 54), (x - 15, RAIL + 54),
                    (x - 17, RAIL + 44), (x - 7, RAIL + 38),
                    (x - 7, RAIL + 20), (x - 20, RAIL + 14)))
    b.white(b.rect(x - 2.5, RAIL + 16, 5, 28))


def pair(b, mid, wide, seat, out):
    half = wide / 2 * METRE
    r = 0.55 * METRE
    axle = RAIL - r
    if seat is chair:
        box(b, mid - 1.37 * METRE, RAIL + 66, 2.74 * METRE, 0.15 * METRE,
            0.40 + 0.2 * b.noise(1, 16, 3),
            b.level(0.5 * b.noise(1, 16, 4)))
    else:
        box(b, mid - half + 40, RAIL + 84, 2 * half - 80, 0.16 * METRE,
            0.40 + 0.2 * b.noise(1, 16, 5),
            b.level(0.5 * b.noise(1, 16, 6)))
    round_bar(b, mid - half + 40, axle - 24, 2 * half - 80, 48)
    for side in (-1, 1):
        seat(b, mid + side * (half + 0.035 * METRE), side)
        wheel(b, mid + side * half, side, axle, r)
    body(b, mid, out * METRE, axle - 0.60 * METRE)


def body(b, mid, out, floor):
    """A carriage end: a curved roof, planks, two lights, a lamp, steps, buffers and a coupling."""
    top, eaves = floor - 2.18 * METRE, floor - 1.86 * METRE
    shell = [(mid - out, floor), (mid - out * 1.02, eaves),
             (mid - out * 0.8, top + 10, mid - out * 0.4, top, mid, top),
             (mid + out * 0.4, top, mid + out * 0.8, top + 10, mid + out * 1.02, eaves),
             (mid + out, floor)]
    end = b.curve(*shell)
    b.white(end)
    side_light = lambda x, y: 0.50 + 0.20 * (x - mid) / out + 0.10 * smooth(eaves, top, y)
    b.lines(end, side_light, b.slant(90, 0.95), beads=0, wobble=0.12)
    roof = [(mid - out * 1.08, eaves),
            (mid - out * 0.8, top - 12, mid - out * 0.4, top - 22, mid, top - 22),
            (mid + out * 0.4, top - 22, mid + out * 0.8, top - 12, mid + out * 1.08, eaves)]
    b.solid(b.path(*roof, width=24))
    b.white(b.path(*roof, width=7))
    b.solid(b.path(shell[1], shell[0], width=13))
    b.solid(b.path(shell[3][4:], shell[4], width=13))
    b.solid(b.rect(mid - out, eaves + 6, 2 * out, 9))
    for s in (-1, 1):
        window(b, mid + s * out * 0.52, eaves + 0.34 * METRE, out * 0.56, 0.66 * METRE)
        for k in range(4):
            b.solid(b.rect(mid + s * out * 0.90 - 22, floor - 70 - 92 * k, 44, 11))
    b.solid(b.rect(mid - 8, eaves + 8, 16, floor - eaves))
    lamp(b, mid + out * 0.52, floor - 0.40 * METRE)
    box(b, mid - out - 8, floor - 8, 2 * out + 16, 62, 0.20, b.slant(0))
    for side in (-1, 1):
        x, y = mid + side * 0.87 * METRE, floor + 24
        b.solid(b.disc(x, y, 60))
        face = b.disc(x, y, 52)
        b.white(face)
        b.lines(face, lambda px,
                py: np.clip(0.42 + 0.5 * ((py - y) + 0.6 * (px - x)) / 66, 0.08, 0.9),
                b.rings(x, y), beads=0, wobble=0.1)
    b.solid(b.path((mid, floor + 20), (mid, floor + 84), width=22))
    b.solid(b.ring(mid, floor + 104, 22, 13))


def window(b, x, y, w, h):
    m = b.curve((x - w / 2, y + h), (x - w / 2, y + 26),
                (x - w / 2, y, x - w / 4, y - 10, x, y - 10),
                (x + w / 4, y - 10, x + w / 2, y, x + w / 2, y + 26), (x + w / 2, y + h))
    b.solid(m)
    rows, cols = m.window
    b.white(b.rect(x - w / 2 + 11, y + 30, w - 22, h - 41))
    glass = b.rect(x - w / 2 + 18, y + 37, w - 36, h - 55)
    b.lines(glass, lambda px, py: 0.85 - 0.5 * smooth(-0.5, 0.5, ((px - x) + (py - y - h / 2)) / w),
            b.slant(-35), beads=0)


def lamp(b, x, y):
    b.solid(b.rect(x - 34, y - 44, 68, 88))
    b.solid(b.path((x - 18, y - 44), (x, y - 70), (x + 18, y - 44), width=9))
    b.white(b.disc(x, y - 2, 25))
    b.solid(b.ring(x, y - 2, 15, 5))


def round_bar(b, x, y, w, h):
    m = b.rect(x, y, w, h)
    b.white(m)
    b.lines(m, lambda px, py: np.clip(0.25 + 1.1 * np.abs((py - y) / h - 0.35), 0, 0.96),
            b.slant(0, 0.85), beads=0, wobble=0.1)
    b.solid(b.path((x, y), (x + w, y), (x + w, y + h), (x, y + h), width=6, close=True))


def wheel(b, x, side, axle, r):
    """A wheel edge on: the tread outside the gauge line, the flange inside it."""
    shade = lambda px, py: np.clip(0.30 + 0.72 * np.abs((py - axle) / r + 0.30) ** 1.3, 0.12, 0.96)
    tread = b.poly((x, axle - r), (x + side * 34, axle - r + 4), (x + side * 36, axle + r - 4),
                   (x, axle + r))
    flange = b.curve((x, axle - r - 9), (x - side * 12, axle - r - 9),
                     (x - side * 12, axle + r + 9), (x, axle + r + 9))
    hub = b.curve((x + side * 36, axle - 66), (x + side * 58, axle - 52),
                  (x + side * 58, axle + 52), (x + side * 36, axle + 66))
    hub_in = b.curve((x - side * 12, axle - 66), (x - side * 34, axle - 52),
                     (x - side * 34, axle + 52), (x - side * 12, axle + 66))
    for m in (hub, hub_in):
        b.white(m)
        b.lines(m, lambda px, py: np.clip(0.3 + 0.9 * np.abs((py - axle) / 66 + 0.3), 0, 0.96),
                b.slant(0), beads=0)
    for m in (tread, flange):
        b.white(m)
        b.lines(m, shade, b.slant(0), beads=0, wobble=0.1)
    b.solid(b.path((x - side * 12, axle - r - 9), (x, axle - r - 9), (x, axle + r + 9),
                   (x - side * 12, axle + r + 9), width=7, close=True))
    b.solid(b.path((x, axle - r), (x + side * 34, axle - r + 4), (x + side * 36, axle + r - 4),
                   (x, axle + r), width=8, close=True))
    for s in (36, -12):
        e = side * (s + (22 if s > 0 else -22))
        b.solid(b.path((x + side * s, axle - 66), (x + e, axle - 52), (x + e, axle + 52),
                       (x + side * s, axle + 66), width=6))


def measure(b, mid, wide, words):
    """A dimension line between the inner faces, its figures under it on a white plate."""
    half, y = wide / 2 * METRE, 968
    word = b.text(words, "NotoSans-CondensedSemiBold.ttf", 66, mid, y + 52, "mm")
    rows, cols = word.window
    b.white(b.rect(cols.start - 24, y + 4, cols.stop - cols.start + 48, 96))
    b.solid(word)
    for side in (-1, 1):
        x = mid + side * half
        for width, value in ((18, 0.0), (6, 1.0)):
            b.solid(b.path((x, RAIL + 20), (x, y + 34), width=width, cap=0), value)
    b.white(b.path((mid - half, y), (mid + half, y), width=26, cap=0))
    b.solid(b.path((mid - half + 8, y), (mid + half - 8, y), width=7, cap=0))
    for side in (-1, 1):
        x = mid + side * half
        b.solid(b.poly((x - side * 5, y), (x - side * 42, y - 15), (x - side * 42, y + 15)))
