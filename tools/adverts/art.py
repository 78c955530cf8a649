"""The engravings of the adverts: one bit deep, 600 to the inch, lines never closer than 0.9 mm."""

import numpy as np

from pictures.engraving import Block, smooth
from pictures.landscape import below, clouds, ridge

DOT = 600 / 25.4  # dots to the millimetre
PITCH = 1.0 * DOT


def block(wide, high, seed):
    return Block(round(wide * DOT), round(high * DOT), PITCH, seed)


def bits(b):
    return b.ink > 0.5


def closed(b, points, tone=0.0, degrees=0, width=7, scale=1.0):
    m = b.curve(*points)
    b.white(m)
    if not isinstance(tone, float) or tone:
        b.lines(m, tone, b.slant(degrees, scale), beads=0, wobble=0.15)
    b.solid(b.path(*points, width=width, close=True))


def books(wide, high):
    """A shelf of spines, one leaning."""
    b = block(wide, high, 3)
    rng = np.random.Generator(np.random.PCG64(21))
    floor = b.h - 34
    x = 10.0
    kinds = [(0.62, 90), (0.16, 0), (0.80, 0), (0.30, 90), (0.0, 0), (0.70, 90), (0.45, 0)]
    i = 0
    while x < b.w - 330:
        w, h = rng.uniform(64, 128), floor * rng.uniform(0.66, 0.985)
        tone, angle = kinds[i % len(kinds)]
        spine(b, x, floor, w, h, tone, angle, i)
        x += w + 7
        i += 1
    for k, (w, h, tone) in enumerate(((104, 0.86, 0.0), (78, 0.70, 0.66))):
        hh = floor * h
        x0 = x + 14 + k * 124
        p = [(x0, floor), (x0 + w, floor), (x0 + w - hh * 0.16, floor - hh),
             (x0 - hh * 0.16, floor - hh)]
        closed(b, p, tone, 80, 9)
        for t in (0.14, 0.20, 0.80, 0.86):
            b.solid(b.path((x0 - hh * .16 * t, floor - hh * t),
                           (x0 + w - hh * .16 * t, floor - hh * t), width=8, cap=0))
    b.solid(b.rect(0, floor, b.w, 13))
    shelf = b.rect(0, floor + 13, b.w, 21)
    b.solid(shelf)
    return bits(b)


def spine(b, x, floor, w, h, tone, angle, i):
    closed(b, [(x, floor), (x, floor - h + 6),
               (x + w * .2, floor - h - 4, x + w * .8, floor - h - 4, x + w, floor - h + 6),
               (x + w, floor)],
           tone, angle, 9)
    bands = (0.10, 0.16, 0.84, 0.90) if i % 2 else (0.18, 0.36, 0.54, 0.72)
    for t in bands:
        y = floor - h * t
        b.white(b.rect(x + 5, y - 9, w - 10, 18))
        b.solid(b.rect(x + 3, y - 6, w - 6, 11))
    if i % 3 == 0:
        b.white(b.rect(x + 9, floor - h * 0.70, w - 18, h * 0.14))
        b.solid(b.path((x + 12, floor - h * 0.70), (x + w - 12, floor - h * 0.70),
                       (x + w - 12, floor - h * 0.56),
                       (x + 12, floor - h * 0.56), width=6, close=True))


def letters(wide, high):
    """Wood letters on the stone, in reverse, worn with use."""
    b = block(wide, high, 5)
    for k, (char, font, size, x, y) in enumerate((
            ("q", "NotoSerif-CondensedBlack.ttf", 1500, 0.155, 0.300),
            ("&", "NotoSerif-Black.ttf", 1120, 0.475, 0.365),
            ("R", "NotoSans-CondensedBlack.ttf", 1500, 0.830, 0.385),
            ("3", "NotoSerif-Black.ttf", 900, 0.93, 0.845))):
        m = b.text(char, font, size, b.w * x, b.h * y, "ms", mirror=True)
        if m is None:
            continue
        wear = b.noise(0.12, 0.2, 40 + k) + 0.6 * b.noise(2.4, 4, 60 + k)
        b.solid(m * smooth(0.80, 0.70, wear[m.window]))
        for dx in (-1,):
            edge = b.text(char, font, size, b.w * x + 14 * dx, b.h * y + 16, "ms", mirror=True)
            behind = np.zeros_like(b.ink)
            behind[m.window] = m.a
            b.lines(edge * (1 - behind[edge.window]), 0.55, b.slant(45, 1.0), beads=0)
    return bits(b)


def nipping_press(wide, high):
    """A bookbinder's press with three books in it."""
    b = block(wide, high, 7)
    cx, w = b.w / 2, b.w
    base, top = b.h - 60, 300
    ground = b.rect(0, base + 20, w, 60)
    b.lines(ground, 0.5, b.slant(0), beads=0)
    left, right = cx - 560, cx + 560
    closed(b, [(left - 90, base + 30), (left - 70, base - 50), (right + 70, base - 50),
               (right + 90, base + 30)], 0.30, 0, 15)
    for x in (left, right):  # columns
        closed(b, [(x - 44, base - 50), (x - 38, top + 150), (x + 38, top + 150),
                   (x + 44, base - 50)],
               lambda px, py, x=x: np.clip(0.30 + 0.8 * (px - x) / 60, 0.0, 0.85), 90, 14)
        closed(b, [(x - 66, top + 156), (x - 66, top + 120), (x + 66, top + 120),
                   (x + 66, top + 156)], 0.0, 0, 12)
    closed(b, [(left - 80, top + 124), (left - 80, top + 60),
               (left - 40, top + 10, cx - 260, top - 10, cx - 130, top - 34),
               (cx + 130, top - 34), (cx + 260, top - 10, right + 40, top + 10, right + 80,
                                      top + 60), (right + 80, top + 124)],
           lambda px, py: np.clip(0.20 + 0.5 * (py - top) / 130, 0.08, 0.8), 0, 16)
    screw(b, cx, top + 124, 560)
    low = 620
    platen = [(left + 70, low), (left + 70, low - 56), (cx - 150, low - 66), (cx - 110, low - 108),
              (cx + 110, low - 108),
              (cx + 150, low - 66), (right - 70, low - 56), (right - 70, low)]
    closed(b, platen, 0.42, 0, 15)
    y, room = base - 50.0, base - 50 - low
    for inset, share, tone in ((100, 0.56, 0.74), (140, 0.34, 0.0)):
        book(b, left + inset, right - inset, y - room * share, y, tone)
        y -= room * share
        if share > 0.5:
            closed(b, [(left + 80, y), (left + 80, y - room * .1), (right - 80, y - room * .1),
                       (right - 80, y)], 0.2, 0, 9)
            y -= room * .1
    # The bar and its two weights.
    closed(b, [(cx - 70, top - 34), (cx - 56, top - 150), (cx + 56, top - 150),
               (cx + 70, top - 34)], 0.4, 90, 13)
    b.solid(b.path((cx - 560, top - 172), (cx + 560, top - 172), width=66))
    b.white(b.path((cx - 560, top - 180), (cx + 560, top - 180), width=18))
    for x in (cx - 590, cx + 590):
        b.white(b.disc(x, top - 172, 106))
        b.solid(b.disc(x, top - 172, 96))
        b.white(b.disc(x, top - 172, 84))
        b.lines(b.disc(x, top - 172, 84), lambda px, py,
                x=x: np.clip(0.46 + 0.42 * ((px - x) + (py - top + 172)) / 84, 0.06, .95),
                b.rings(x, top - 172), beads=0, wobble=0.1)
    return bits(b)


def screw(b, cx, y0, y1):
    closed(b, [(cx - 56, y0), (cx - 56, y1), (cx + 56, y1), (cx + 56, y0)], 0.0, 0, 12)
    y = y0 + 12.0
    while y < y1 - 10:
        b.solid(b.path((cx - 58, y + 20), (cx + 58, y - 4), width=13))
        y += 33
    b.lines(b.rect(cx + 22, y0, 34, y1 - y0), 0.6, b.slant(0), beads=0)
    b.solid(b.path((cx - 56, y0), (cx - 56, y1), width=12))
    b.solid(b.path((cx + 56, y0), (cx + 56, y1), width=12))


def book(b, x0, x1, y0, y1, tone):
    """Lying down, its fore-edge to us on the right and a rounded spine on the left."""
    board = 24
    closed(b, [(x0 + 60, y0 + board), (x1 - 18, y0 + board),
               (x1 - 36, (y0 + y1) / 2, x1 - 36, (y0 + y1) / 2, x1 - 18, y1 - board),
               (x0 + 60, y1 - board)], 0.22, 0, 7, 0.92)
    for a, z in ((y0, y0 + board), (y1 - board, y1)):
        b.solid(b.rect(x0 + 40, a, x1 - x0 - 40, z - a))
        b.white(b.rect(x0 + 70, a + 7, x1 - x0 - 84, 5))
    back = [(x0 + 110, y0), (x0 + 30, y0, x0, y0 + (y1 - y0) * .25, x0, (y0 + y1) / 2),
            (x0, y0 + (y1 - y0) * .75, x0 + 30, y1, x0 + 110, y1)]
    closed(b, back, tone, 90, 11)
    for t in (0.2, 0.4, 0.6, 0.8):
        y = y0 + (y1 - y0) * t
        b.white(b.path((x0 + 16, y), (x0 + 104, y), width=16, cap=0))
        b.solid(b.path((x0 + 10, y), (x0 + 108, y), width=8, cap=0))


def window_seat(wide, high):
    """A carriage window, and the dale that goes by it."""
    b = block(wide, high, 9)
    b.lines(b.everywhere(), 0.62, b.slant(90), beads=0.1, wobble=0.25)
    x0, y0, x1, y1, r = 150, 120, b.w - 150, b.h - 170, 110

    def pane(d):
        return [(x0 - d + r, y0 - d), (x1 + d - r, y0 - d),
                (x1 + d - r / 3, y0 - d, x1 + d, y0 - d + r / 3, x1 + d, y0 - d + r),
                (x1 + d, y1 + d - r), (x1 + d, y1 + d - r / 3, x1 + d - r / 3, y1 + d, x1 + d - r,
                                       y1 + d), (x0 - d + r, y1 + d),
                (x0 - d + r / 3, y1 + d, x0 - d, y1 + d - r / 3, x0 - d, y1 + d - r),
                (x0 - d, y0 - d + r),
                (x0 - d, y0 - d + r / 3, x0 - d + r / 3, y0 - d, x0 - d + r, y0 - d)]
    hold = b.ink.copy()
    dale(b, y0, y1)
    glass = b.curve(*pane(0))
    seen = hold
    seen[glass.window] = hold[glass.window] * (1 - glass.a) + b.ink[glass.window] * glass.a
    b.ink = seen
    for d, width, value in ((40, 96, 1.0), (40, 76, 0.0), (62, 9, 1.0), (6, 16, 1.0)):
        b.solid(b.path(*pane(d), width=width, close=True), value)
    middle = (x0 + x1) / 2
    b.solid(b.rect(x0 - 20, y0 + 300, x1 - x0 + 40, 64))
    b.white(b.rect(x0 - 4, y0 + 310, x1 - x0 + 8, 44))
    b.lines(b.rect(x0 - 4, y0 + 310, x1 - x0 + 8, 44), 0.30, b.slant(0), beads=0)
    # The leather strap that holds it.
    strap = [(middle - 66, y1 + 20), (middle - 66, b.h + 10), (middle + 66, b.h + 10),
             (middle + 66, y1 + 20)]
    b.white(b.path(*strap, width=30, close=True))
    closed(b, strap, 0.55, 0, 12)
    for k in range(2):
        b.solid(b.disc(middle, y1 + 66 + k * 84, 26))
        b.white(b.disc(middle, y1 + 66 + k * 84, 17))
    return bits(b)


def dale(b, y0, y1):
    cloud = clouds(b, 0.8, 3.4, 4)
    b.lines(b.everywhere(), 0.38 - 0.5 * (b.y - y0) / (y1 - y0) + 0.5 * smooth(0.45, 0.8, cloud),
            b.level(1.5 * (cloud - 0.5)))
    span = np.arange(b.w)
    for base, tall, tone, seed, peak in ((y0 + 640, 130, 0.46, 3, (0.50, 260)),
                                         (y0 + 800, 120, 0.26, 13, (0.86, 130)),
                                         (y0 + 980, 90, 0.40, 23, (0.1, 90))):
        line = ridge(b, base, tall, 0.42,
                     seed) - peak[1] * np.exp(-((span / b.w - peak[0]) / 0.16) ** 2)
        m = below(b, line)
        drop = b.y - line[None, :]
        fell = b.noise(5, 9, 30 + seed)
        b.white(m)
        b.lines(m, tone + 0.24 * fell + 0.2 * smooth(200, 0, drop),
                b.octave(b.y / b.pitch - 0.55 * line[None, :] / b.pitch + 0.6 * fell),
                beads=0.2)
        b.solid(b.path(*[(x, line[x]) for x in range(0, b.w, 8)], width=9))
        wall(b, line, seed)
    barn(b, b.w * 0.66, y0 + 930)
    px = b.w * 0.27  # a telegraph pole close by, and its wires
    for k in range(3):
        y = y0 + 420 + 92 * k
        for dx in (-110, 110):
            b.solid(b.path((px + dx - 1500, y - 60),
                           (px + dx - 700, y + 150, px + dx - 300, y + 90, px + dx, y - 26),
                           (px + dx + 500, y + 130, px + dx + 1300, y + 190, px + dx + 2300,
                            y - 120), width=6))
    for width, value in ((50, 0.0), (32, 1.0)):
        b.solid(b.path((px, y0 + 290), (px, y1 + 80), width=width), value)
        for k in range(3):
            y = y0 + 420 + 92 * k
            b.solid(b.path((px - 130, y), (px + 130, y), width=width * .74), value)
            for dx in (-110, 110):
                b.solid(b.path((px + dx, y), (px + dx, y - 26), width=width * .7), value)


def wall(b, line, seed):
    """Dry-stone walls that run down from the skyline."""
    rng = np.random.Generator(np.random.PCG64(seed))
    for _ in range(4):
        x = rng.uniform(0.05, 0.95) * b.w
        points = []
        for t in np.linspace(0, 1, 14):
            px = x + rng.choice([-1, 1]) * 6 + t * rng.uniform(40, 90) * (1 if seed % 2 else -1)
            points.append((px, line[int(np.clip(px, 0, b.w - 1))] + 260 * t))
        b.solid(b.path(*points, width=13, cap=0, dash=[26, 9]))


def barn(b, x, y):
    closed(b, [(x, y), (x, y - 120), (x + 250, y - 120), (x + 250, y)], 0.20, 0, 12)
    closed(b, [(x - 18, y - 118), (x + 30, y - 216), (x + 220, y - 216), (x + 268, y - 118)], 0.72,
           0, 12)
    b.solid(b.rect(x + 96, y - 84, 54, 84))
    b.solid(b.rect(x + 30, y - 84, 32, 36))
    b.solid(b.rect(x + 190, y - 84, 32, 36))


def hand_press(wide, high):
    """An iron hand press of the Albion kind: arched frame, bar, platen, bed and rounce."""
    b = block(wide, high, 11)
    w, h = b.w, b.h
    floor = h - 40
    cx = w * 0.50
    b.lines(b.rect(0, floor, w, 40), 0.55, b.slant(0), beads=0)
    # Legs and rails of the bed.
    for s in (-1, 1):
        b.solid(b.curve((cx + s * 150, floor - 190),
                        (cx + s * 200, floor - 110, cx + s * 330, floor - 70, cx + s * 350, floor),
                        (cx + s * 262, floor), (cx + s * 240, floor - 40, cx + s * 150, floor - 60,
                                                cx + s * 60, floor - 190),
                                                (cx + s * 60, floor - 190)))
    closed(b, [(cx - 740, floor - 190), (cx - 740, floor - 244), (cx + 640, floor - 244),
               (cx + 640, floor - 190)], 0.34, 0, 12)
    for x in (cx - 690,):
        b.solid(b.path((x, floor - 190), (x + 10, floor), width=38))
    # Frame: two cheeks under an arch.
    arch = [(cx - 330, floor - 180), (cx - 330, 330), (cx - 330, 60, cx + 330, 60, cx + 330, 330),
            (cx + 330, floor - 180),
            (cx + 212, floor - 180), (cx + 212, 350), (cx + 212, 180, cx - 212, 180, cx - 212,
                                                       350), (cx - 212, floor - 180)]
    b.white(b.path(*arch, width=40, close=True))
    closed(b, arch, lambda px, py: np.clip(0.34 + 0.4 * (px - cx) / 330, 0.1, 0.8), 90, 16)
    for s in (-1, 1):
        b.solid(b.disc(cx + s * 271, 300, 40))
        b.white(b.disc(cx + s * 271, 300, 26))
        closed(b, [(cx + s * 196, floor - 160), (cx + s * 196, floor - 244),
                   (cx + s * 346, floor - 244), (cx + s * 346, floor - 160)], 0.0, 0, 12)
    # The spring box on top, like a small urn.
    closed(b, [(cx - 60, 128), (cx - 70, 70), (cx - 84, 60, cx - 84, 40, cx - 50, 36),
               (cx - 40, 6, cx + 40, 6, cx + 50, 36),
               (cx + 84, 40, cx + 84, 60, cx + 70, 70), (cx + 60, 128)], 0.5, 90, 13)
    # Toggle, piston and platen.
    closed(b, [(cx - 70, 196), (cx - 70, 350), (cx + 70, 350), (cx + 70, 196)], 0.2, 0, 12)
    b.solid(b.path((cx - 20, 350), (cx + 70, 440), (cx - 10, 520), width=58))
    b.solid(b.disc(cx + 70, 440, 46))
    b.white(b.disc(cx + 70, 440, 18))
    closed(b, [(cx - 190, 600), (cx - 190, 546), (cx - 70, 520), (cx + 70, 520), (cx + 190, 546),
               (cx + 190, 600)], 0.46, 0, 14)
    # The bar, out towards the pressman.
    bar = [(cx + 40, 470), (cx + 300, 520, cx + 520, 470, cx + 700, 400)]
    for width, value in ((64, 0.0), (42, 1.0)):
        b.solid(b.path(*bar, width=width), value)
    b.white(b.path((cx + 60, 470), (cx + 300, 514, cx + 500, 466, cx + 600, 430), width=10))
    for width, value in ((88, 0.0), (68, 1.0), (42, 0.0)):
        b.solid(b.path((cx + 640, 424), (cx + 770, 372), width=width), value)
    b.lines(b.path((cx + 640, 424), (cx + 770, 372), width=42), 0.4, b.slant(22), beads=0)
    # Bed with the forme, run halfway out; tympan and frisket hinged up at the left.
    closed(b, [(cx - 560, floor - 244), (cx - 560, floor - 296), (cx + 190, floor - 296),
               (cx + 190, floor - 244)], 0.62, 0, 12)
    for k in range(16):
        b.solid(b.rect(cx - 520 + 20 * k, floor - 326, 13, 30))
    tympan = [(cx - 556, floor - 300), (cx - 740, floor - 660), (cx - 716, floor - 672),
              (cx - 526, floor - 312)]
    closed(b, tympan, 0.1, 62, 12)
    frisket = [(cx - 738, floor - 660), (cx - 560, floor - 870), (cx - 540, floor - 854),
               (cx - 712, floor - 650)]
    closed(b, frisket, 0.0, 0, 10)
    sheet = [(cx - 562, floor - 340), (cx - 716, floor - 646), (cx - 690, floor - 656),
             (cx - 534, floor - 352)]
    closed(b, sheet, 0.0, 0, 7)
    # The rounce handle.
    b.solid(b.disc(cx + 20, floor - 178, 62))
    b.white(b.ring(cx + 20, floor - 178, 42, 9))
    b.solid(b.path((cx + 20, floor - 178), (cx - 76, floor - 74), width=28))
    b.solid(b.path((cx - 110, floor - 64), (cx - 44, floor - 64), width=44))
    return bits(b)


def folded_paper(wide, high):
    """The Courier folded as it falls on the mat."""
    b = block(wide, high, 13)
    w, h = b.w, b.h
    closed(b, [(60, h - 60), (w - 150, h - 30), (w - 20, h - 120), (170, h - 130)], 0.8, 0, 4)
    back = [(110, 90), (w - 60, 40), (w - 40, h - 110), (130, h - 70)]
    closed(b, back, 0.45, 90, 13)
    front = [(40, 130), (w - 130, 90), (w - 100, h - 90), (60, h - 40)]
    b.white(b.path(*front, width=26, close=True))
    closed(b, front, 0.0, 0, 14)
    (ax, ay), (bx, by), (dx, dy) = front[0], front[1], front[3]
    at = lambda u, v: (ax + (bx - ax) * u + (dx - ax) * v, ay + (by - ay) * u + (dy - ay) * v)
    b.solid(b.path(at(.06, .055), at(.94, .055), width=17, cap=0))
    b.solid(b.glyph("The Courier", "NotoSans-CondensedBlack.ttf",
                    [at(.06, .075), at(.94, .075), at(.94, .235), at(.06, .235)], fit=0.98))
    b.solid(b.path(at(.06, .25), at(.94, .25), width=8, cap=0))
    picture = [at(.06, .29), at(.62, .29), at(.62, .62), at(.06, .62)]
    m = b.poly(*picture)
    b.lines(m, 0.62, b.slant(-3), beads=0)
    b.white(b.disc(*at(.40, .42), 70))
    hill = b.curve(at(.06, .62), at(.06, .54), (*at(.2, .44), *at(.3, .5), *at(.42, .55)),
                   (*at(.5, .57), *at(.56, .5), *at(.62, .5)), at(.62, .62))
    b.solid(hill)
    for v in np.arange(.315, .95, .052):
        if v < .63:
            b.solid(b.path(at(.67, v), at(.94, v), width=9, cap=0))
        else:
            for u in (.06, .37, .67):
                b.solid(b.path(at(u, v + .02), at(u + .27, v + .02), width=9, cap=0))
    return bits(b)
