"""Punches and matrices, and wood letter in a tray."""

import math

import numpy as np
from PIL import ImageFont

from .composing import BENCH, COPPER, STEEL, shade
from .engraving import FONTS, Block, smooth

SCRIPTS = (("R", "NotoSerif-Bold.ttf"), ("\u0b95", "NotoSerifTamil-Bold.ttf"),
           ("\u03b8", "NotoSerif-Bold.ttf"),
           ("\u0639", "NotoNaskhArabic-Bold.ttf"), ("\u0175", "NotoSerif-Bold.ttf"),
           ("&", "NotoSerif-Bold.ttf"))


def punches():
    """Six punches on end, letters backwards; before them the copper that each has struck."""
    b = Block(1640, 1150, 12.8, seed=131)
    b.tint(b.everywhere(), BENCH)
    u = b.x / b.w
    b.lines(b.everywhere(), 0.62 - 0.34 * np.exp(-((u - 0.40) / 0.4) ** 2),
            b.level(0.4 * b.noise(8, 20, 3)))
    bench = b.rect(0, 640, b.w, b.h)
    grain = b.noise(1.0, 26, 5)
    b.lines(bench, 0.26 + 0.20 * grain + 0.16 * smooth(640, b.h, b.y), b.level(0.7 * grain),
            beads=0)
    b.solid(b.rect(0, 636, b.w, 5))
    for i, (letter, font) in enumerate(SCRIPTS):
        punch(b, 92 + i * 252, 800 - 26 * (i % 2), 172, 118, 560 + 34 * ((i * 2) % 3),
              letter, font)
    for i, (letter, font) in enumerate(SCRIPTS):
        matrix(b, 66 + i * 254, 1020, 186, 98, letter, font)
    return b.rgb()


def punch(b, x, foot, wide, deep, high, letter, font):
    """A square bar, drawn in towards its end; light from the left."""
    lean, top, neck = deep * 0.62, foot - high, 128
    tip = wide * 0.86
    inset = (wide - tip) / 2
    tx, ty = x + inset, top
    slope = (deep * 0.86, lean * 0.86)
    b.lines(b.poly((x, foot), (x + wide, foot), (x + wide + 190, foot - 96),
                   (x + wide + 60, foot - 130)), 0.86, b.level(), beads=0)
    front = [(x, foot), (x + wide, foot), (x + wide, top + neck), (tx + tip, ty), (tx, ty),
             (x, top + neck)]
    side = [(x + wide, foot), (x + wide + lean, foot - deep * .62),
            (x + wide + lean, top + neck - deep * .62),
            (tx + tip + slope[1], ty - slope[0]), (tx + tip, ty), (x + wide, top + neck)]
    face = [(tx, ty), (tx + slope[1], ty - slope[0]), (tx + tip + slope[1], ty - slope[0]),
            (tx + tip, ty)]
    for shape in (front, side, face):
        b.solid(b.path(*shape, width=10, close=True))
        b.tint(b.poly(*shape), STEEL)
    shade(b, b.poly(*front), lambda px,
          py: np.clip(0.10 + 0.42 * (px - x) / wide + 0.10 * (py > top + neck), 0,
                      0.8), b.slant(90))
    shade(b, b.poly(*side), 0.78, b.slant(90))
    b.solid(b.path((x, top + neck), (x + wide, top + neck),
                   (x + wide + lean, top + neck - deep * .62), width=5))
    b.white(b.path((x + 12, foot - 14), (x + 12, top + neck + 10), (tx + 10, ty + 12), width=6))
    b.solid(b.poly(*face))
    patch = [(tx + slope[1], ty - slope[0]), (tx + tip + slope[1], ty - slope[0]), (tx + tip, ty),
             (tx, ty)]
    low = [(px + 2, py + 7) for px, py in patch]
    b.lines(b.glyph(letter, font, low, True, 0.80), 0.45, b.slant(90, 0.7), beads=0)
    b.white(b.glyph(letter, font, patch, True, 0.80))
    for shape in (front, side, face):
        b.solid(b.path(*shape, width=6, close=True))


def matrix(b, x, y, wide, high, letter, font):
    """A bar of copper lying flat, the letter sunk in it."""
    lean, thick = 42, 40
    top = [(x + lean, y - high), (x + wide + lean, y - high), (x + wide, y), (x, y)]
    front = [(x, y), (x + wide, y), (x + wide, y + thick), (x, y + thick)]
    side = [(x + wide, y), (x + wide + lean, y - high), (x + wide + lean, y - high + thick),
            (x + wide, y + thick)]
    b.lines(b.poly((x + 8, y + thick), (x + wide, y + thick),
                   (x + wide + lean + 50, y - high + thick + 8),
                   (x + wide + lean, y - high + thick)), 0.86, b.level(), beads=0)
    for shape, tone, angle in ((top, 0.10, 0), (front, 0.42, 0), (side, 0.76, 90)):
        m = b.poly(*shape)
        b.tint(m, COPPER)
        shade(b, m, tone, b.slant(angle), shape, 7)
    m = b.glyph(letter, font, [(px + 3, py + 4) for px, py in top], False, 0.74)
    b.white(m)
    b.solid(b.glyph(letter, font, top, False, 0.74))
    b.white(b.path((x + lean + 6, y - high + 8), (x + 10, y - 8), width=5))


# Wood letter ------------------------------------------------------------------------------

ROWS = (("STOP", "NotoSerif-CondensedBlack.ttf", 60, 392, 62),
        ("PRESS", "NotoSans-ExtraCondensedBlack.ttf", 474, 392, 62),
        ("No890&!", "NotoSerif-Black.ttf", 888, 196, 40))


def woodtype():
    """A poster standing in type, so in reverse, in its tray."""
    b = Block(1560, 1140, 16.6, seed=141)
    b.solid(b.everywhere(), 1.0)
    grain = b.noise(1.0, 30, 3)
    for x, y, w, h, angle in ((0, 0, b.w, 40, 0), (0, b.h - 40, b.w, 40, 0), (0, 0, 40, b.h, 90),
                              (b.w - 40, 0, 40, b.h, 90)):
        shade(b, b.rect(x, y, w, h), 0.30 + 0.15 * grain, b.slant(angle),
              [(x, y), (x + w, y), (x + w, y + h), (x, y + h)], 6)
    rng = np.random.Generator(np.random.PCG64(12))
    for word, font, top, high, pad in ROWS:
        widths = [letter_width(c, font, high, pad) for c in word]
        gap = 12
        scale = (b.w - 108 - gap * (len(word) - 1)) / sum(widths)
        x = 54.0
        for letter, w in zip(word[::-1], widths[::-1]):
            wood_block(b, x, top, w * scale, high, letter, font, rng)
            x += w * scale + gap
    return b.grey()


def letter_width(c, font, high, pad):
    face = ImageFont.truetype(FONTS + font, 480)
    x0, y0, x1, y1 = face.getbbox(c, anchor="ls")
    return (x1 - x0) / max(y1 - y0, 300) * (high - pad) + pad


def wood_block(b, x, y, w, h, letter, font, rng):
    a = math.radians(rng.uniform(-0.7, 0.7))
    cx, cy = x + w / 2, y + h / 2
    turn = lambda px, py: (cx + (px - cx) * math.cos(a) - (py - cy) * math.sin(a),
                           cy + (px - cx) * math.sin(a) + (py - cy) * math.cos(a))
    corners = [turn(x, y), turn(x + w, y), turn(x + w, y + h), turn(x, y + h)]
    heart = (cx + rng.uniform(-2.2, 2.2) * w, cy + rng.choice([-1, 1]) * rng.uniform(1.2, 2.4) * h)
    rings = b.rings(*heart, scale=1.08) + 0.5 * b.noise(5, 5, int(rng.integers(99)))
    shade(b, b.poly(*corners), rng.uniform(0.14, 0.30) + 0.10 * b.noise(2, 9, 8), rings, corners, 5)
    b.white(b.path(corners[3], corners[0], corners[1], width=5))
    m = b.glyph(letter, font, corners, True, 0.86)
    for dx, dy, value in ((-5, -6, 0.0), (6, 8, 0.0)):
        b.solid(b.glyph(letter, font, [(px + dx, py + dy) for px, py in corners], True, 0.86),
                value)
    edge = b.glyph(letter, font, [(px + 9, py + 11) for px, py in corners], True, 0.86)
    b.lines(edge, 0.70, b.slant(45, 0.7), beads=0)
    wear = b.noise(0.16, 0.28, 20 + int(rng.integers(50)))
    wear = wear + 0.55 * b.noise(3, 5, 21 + int(rng.integers(50)))
    b.solid(m)
    b.white(m * smooth(0.92, 1.04, wear[m.window]))
    if rng.uniform() < 0.7:  # a scratch
        px, py = x + rng.uniform(0.2, 0.8) * w, y + rng.uniform(0.2, 0.8) * h
        scratch = b.path((px, py), (px + rng.uniform(-60, 60), py + rng.uniform(20, 90)), width=4)
        b.white(scratch)
