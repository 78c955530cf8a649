"""The paper mill: its drying loft, its wheel and its chimney."""

import math

import numpy as np

from .engraving import Block, smooth
from .landscape import below, clouds, plume, puffs, ridge
from .water import foliage, tree


def mill():
    """A paper mill: louvred drying loft above, an overshot wheel at the side."""
    b = Block(1620, 1140, 12.8, seed=61)
    cloud = clouds(b, 1.0, 3.4, 3)
    b.lines(b.everywhere(), 0.42 - 0.55 * b.y / b.h + 0.5 * smooth(0.42, 0.75, cloud)
            * smooth(500, 100, b.y),
            b.level(1.6 * (cloud - 0.5)))
    hill = ridge(b, 520, 150, 0.45, 7)
    b.lines(below(b, hill), 0.34 + 0.2 * b.noise(5, 9, 20),
            b.octave(b.y / b.pitch - hill[None, :] / b.pitch * 0.6))
    b.solid(b.path(*[(x, hill[x]) for x in range(0, b.w, 6)], width=4))
    stack(b)
    for x, y, r, seed in ((1560, 440, 140, 4), (1400, 505, 95, 6), (60, 470, 150, 8),
                          (1270, 530, 74, 11)):
        tree(b, x, y, r, 0.62, seed, 250)
    mill_house(b)
    launder(b)
    wheel(b, 1120, 690, 300)
    race(b, 872)
    return b.grey()


def stack(b):
    """The boiler house chimney, and its smoke."""
    body, light = puffs(b, plume((1392, 30), -760, -70, 74, 34, 15, 40), 9)
    m = b.window(np.round(255 * smooth(0.4, 0.6, body)).astype(np.uint8))
    b.lines(m, 0.62 * (1 - light), b.level(1.2 * (light - 0.5)), beads=0)
    shaft = [(1336, 600), (1358, 60), (1426, 60), (1448, 600)]
    m = b.poly(*shaft)
    b.white(m)
    b.lines(m, lambda x, y: 0.24 + 0.62 * smooth(1362, 1440, x), b.level(), beads=0.4)
    b.solid(b.path(*shaft, width=8, close=True))
    for y, wide in ((44, 84), (96, 76)):
        b.solid(b.rect(1392 - wide / 2, y, wide, 20))


def mill_house(b):
    left, right, eaves, ground = 130, 1010, 336, 900
    wall = b.rect(left, eaves, right - left, ground - eaves)
    rough = b.noise(1.4, 2.6, 30)
    b.white(wall)
    b.lines(wall, 0.24 + 0.22 * rough + 0.30 * smooth(700, 1010, b.x) + 0.2
            * smooth(eaves + 90, eaves, b.y),
            b.level(0.3 * rough, 1.05), beads=0.3)
    roof = b.poly((left - 46, eaves), (left + 70, 150), (right - 70, 150), (right + 46, eaves))
    b.white(roof)
    b.lines(roof, 0.70 + 0.16 * b.noise(1.2, 1.8, 31), b.slant(0), beads=0.8)
    b.solid(b.path((left - 46, eaves), (left + 70, 150), (right - 70, 150), (right + 46, eaves),
                   width=10, close=True))
    b.white(b.path((left + 74, 143), (right - 74, 143), width=5))
    for x in (300, 800):
        b.solid(b.rect(x - 40, 84, 80, 120))
        stack = b.rect(x - 32, 92, 64, 112)
        b.white(stack)
        b.lines(stack, 0.30 + 0.5 * (b.x > x), b.level(), beads=0.4)
        b.solid(b.rect(x - 46, 78, 92, 16))
    for k in range(6):  # the loft where paper was hung: louvres between posts
        x = left + 24 + k * 141
        b.solid(b.rect(x, eaves + 26, 126, 118))
        for i in range(6):
            b.white(b.poly((x + 9, eaves + 38 + i * 17), (x + 117, eaves + 38 + i * 17),
                           (x + 117, eaves + 45 + i * 17), (x + 9, eaves + 45 + i * 17)))
    b.solid(b.rect(left, eaves + 152, right - left, 9))
    for row, y in enumerate((540, 716)):
        for k in range(6):
            x = left + 44 + k * 141
            if row == 1 and k == 2:
                door(b, x + 34, y - 4, ground)
                continue
            sash(b, x, y)
    b.solid(b.path((left, eaves), (left, ground), width=9))
    b.solid(b.path((right, eaves), (right, ground), width=9))
    tree(b, 60, 760, 108, 0.66, 21, 150)


def sash(b, x, y):
    b.white(b.rect(x - 10, y - 16, 102, 134))
    b.solid(b.path((x - 10, y - 16), (x + 92, y - 16), (x + 92, y + 118), (x - 10, y + 118),
                   width=5, close=True))
    b.solid(b.rect(x, y, 82, 104))
    for i in range(2):
        for j in range(3):
            b.lines(b.rect(x + 7 + i * 37, y + 7 + j * 32, 31, 26), 0.42, b.slant(-40, 0.8),
                    beads=0)
    b.solid(b.rect(x - 18, y + 112, 118, 10))


def door(b, x, y, ground):
    b.white(b.rect(x - 68, y - 26, 136, ground - y + 26))
    b.solid(b.path((x - 68, ground), (x - 68, y - 26), (x + 68, y - 26), (x + 68, ground), width=6))
    b.solid(b.rect(x - 52, y - 8, 104, ground - y + 8))
    b.lines(b.rect(x - 44, y, 88, ground - y), 0.68, b.slant(90), beads=0)


def launder(b):
    """The trough on trestles that brings the water to the top of the wheel."""
    y = 330
    for x in (1330, 1540):
        for dx in (-34, 34):
            b.solid(b.path((x + dx * 0.4, y + 40), (x + dx, 900), width=20))
            b.white(b.path((x + dx * 0.4 - 3, y + 44), (x + dx - 4, 890), width=5))
        for k in (0.35, 0.7):
            b.solid(b.path((x - 34, y + 40 + 560 * k), (x + 34, y + 40 + 560 * k), width=14))
        b.solid(b.path((x - 24, y + 240), (x + 32, y + 420), width=9))
    trough = b.poly((1076, y + 6), (1640, y - 34), (1640, y + 18), (1076, y + 52))
    b.white(trough)
    b.lines(trough, 0.46, b.slant(4, 0.9), beads=0)
    b.solid(b.path((1076, y + 6), (1640, y - 34), (1640, y + 18), (1076, y + 52), width=9,
                   close=True))
    b.white(b.path((1076, y - 3), (1640, y - 43), width=9))


def wheel(b, x, y, r):
    """Rims, arms, buckets; water fills the buckets on the left and falls from them."""
    shade = b.disc(x - 26, y + 20, r + 16)
    b.lines(shade, 0.93, b.rings(x, y), beads=0)
    for k in range(36):
        a = k * math.pi / 18
        out = (x + r * math.cos(a), y + r * math.sin(a))
        knee = (x + (r - 34) * math.cos(a + 0.10), y + (r - 34) * math.sin(a + 0.10))
        inn = (x + (r - 66) * math.cos(a + 0.10), y + (r - 66) * math.sin(a + 0.10))
        b.white(b.path(out, knee, inn, width=11))
        b.solid(b.path(out, knee, inn, width=4))
    for radius, width in ((r, 30), (r - 72, 24)):
        b.solid(b.ring(x, y, radius, width))
        b.white(b.ring(x, y, radius, width - 12))
        b.lines(b.ring(x, y, radius, width - 12),
                0.28 + 0.35 * smooth(-1, 1, (b.y - y + b.x - x) / r),
                b.rings(x, y, 0.6), beads=0)
    for k in range(8):
        a = k * math.pi / 4 + 0.22
        p = (x + 30 * math.cos(a), y + 30 * math.sin(a))
        q = (x + (r - 14) * math.cos(a), y + (r - 14) * math.sin(a))
        b.solid(b.path(p, q, width=32, cap=0))
        b.white(b.path(p, q, width=20, cap=0))
        m = b.path(p, q, width=20, cap=0)
        b.lines(m, 0.30, b.slant(-math.degrees(a), 0.62), beads=0)
    for radius, value in ((62, 1.0), (50, 0.0), (34, 1.0), (22, 0.0), (12, 1.0)):
        b.solid(b.disc(x, y, radius), value)
    # The water: over the crown, down the left side, off the buckets in threads.
    rng = np.random.Generator(np.random.PCG64(6))
    gush = b.curve((x + 30, 332), (x - 40, 322, x - 150, 340, x - 214, 430),
                   (x - 292, 520, x - 330, 650, x - 318, 880),
                   (x - 246, 880), (x - 262, 700, x - 240, 560, x - 180, 470),
                   (x - 120, 396, x - 60, 376, x + 30, 378))
    b.solid(b.path((x - 332, 640), (x - 326, 880), width=5))
    b.white(gush)
    bend = np.hypot(b.x - x, b.y - y)
    b.lines(gush, 0.22 + 0.35 * b.noise(3, 1.2, 40), bend / 15.5, beads=0)
    for _ in range(34):
        a = rng.uniform(math.pi * 0.55, math.pi * 1.15)
        px = x + (r + rng.uniform(-60, 8)) * math.cos(a)
        py = y + (r + rng.uniform(-40, 8)) * math.sin(a)
        b.white(b.path((px, py), (px - 6, py + 60, px - 10, 820, px - 10, 890),
                       width=rng.uniform(4, 8)))


def race(b, level):
    water = b.curve((-10, level + 26), (300, level + 20, 700, level + 20, 780, level + 10),
                    (b.w + 10, level - 4),
                    (b.w + 10, b.h + 10), (-10, b.h + 10))
    ripple = b.noise(1.2, 9, 50)
    near = smooth(level, b.h, b.y)
    b.lines(water, 0.50 + 0.42 * ripple + 0.16 * near - 0.30 * np.exp(-((b.x - 860) / 190) ** 2)
            * (1 - near),
            b.level(0.9 * ripple), beads=0.4)
    foam, light = puffs(b,
                        [(770 + 26 * i, level + 22 + 10 * math.sin(i * 2.1),
                          30 + 12 * math.sin(i * 1.3)) for i in range(11)], 7)
    m = b.window(np.round(255 * smooth(0.4, 0.6, foam)).astype(np.uint8))
    b.lines(m, 0.30 * (1 - light), b.level(0.6 * ripple), beads=0)
    for x0, x1 in ((-20, 250), (1250, 1660)):
        bank = b.curve((x0, level + 60), (x0 + 60, level - 6, x1 - 60, level - 10, x1, level + 44),
                       ((x0 + x1) / 2, level + 70, (x0 + x1) / 2, level + 60, x0, level + 60))
        foliage(b, bank, 0.55, 52)
    rng = np.random.Generator(np.random.PCG64(8))

    def reeds(c):
        c.set_line_cap(1)
        for _ in range(60):
            x = rng.choice([rng.uniform(-10, 330), rng.uniform(1240, 1630)])
            h = rng.uniform(60, 170)
            lean = rng.uniform(-30, 30)
            c.set_line_width(rng.uniform(4, 8))
            c.move_to(x, b.h + 10)
            c.curve_to(x, b.h - h * .5, x + lean * .4, b.h - h, x + lean, b.h - h - 20)
            c.stroke()
    b.solid(b.draw(reeds))
