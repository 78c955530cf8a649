"""The bridge below the lock, the mill and the chain ferry."""

import math

import numpy as np

from .engraving import Block, smooth
from .landscape import Camera, below, clouds, plume, puffs, ridge


def foliage(b, mask, tone, seed, coarse=1.0):
    """Leaves: lines bent and broken until they clump."""
    clump, leaf = b.noise(3 * coarse, 4 * coarse, seed), b.noise(1.1, 1.6, seed + 1)
    b.lines(mask, tone + 0.34 * clump + 0.34 * leaf, b.level(0.9 * clump + 0.6 * leaf), beads=0.5)


def tree(b, x, y, r, tone, seed, trunk=0):
    """A round-headed tree made of lit clumps."""
    rng = np.random.Generator(np.random.PCG64(seed))
    if trunk:
        b.solid(b.poly((x - r * .10, y + trunk), (x - r * .06, y), (x + r * .06, y), (x + r * .12, y + trunk)))
    heads = []
    for _ in range(26):
        a, d = rng.uniform(0, 2 * math.pi), math.sqrt(rng.uniform(0, 1)) * 0.72
        heads.append((x + r * d * math.cos(a), y + r * 0.85 * d * math.sin(a), r * rng.uniform(0.24, 0.42)))
    body, light = puffs(b, sorted(heads, key=lambda p: p[1]), seed % 40)
    m = b.window(np.round(255 * smooth(0.4, 0.6, body)).astype(np.uint8))
    leaf = b.noise(1.1, 1.5, 300 + seed)
    b.lines(m, tone + 0.66 * (0.5 - light) + 0.22 * leaf, b.level(0.45 * leaf + 2.2 * (light - 0.5)), beads=0.4)


# The lock ---------------------------------------------------------------------------------


def lock():
    """A canal bridge whose arch and reflection make a ring; the lock's gates stand beyond it."""
    b = Block(1640, 1180, 16.8, seed=51)
    cx, level, r = b.w / 2, 600.0, 388.0
    cloud = clouds(b, 1.0, 3.6, 14)
    b.lines(b.everywhere(), 0.44 - 0.5 * b.y / b.h + 0.5 * smooth(0.45, 0.8, cloud), b.level(1.6 * (cloud - 0.5)))
    beyond(b, cx, level, r)
    masonry(b, cx, level, r)
    mirror(b, level)
    waterline(b, cx, level, r)
    return b.grey()


def beyond(b, cx, level, r):
    """What the arch frames: sky, two trees, the breast of the lock, the mitred gates and their beams."""
    view = b.disc(cx, level, r + 8)
    b.white(view)
    cloud = clouds(b, 0.7, 3.0, 19)
    b.lines(view, 0.10 + 0.22 * smooth(0.45, 0.75, cloud), b.level(1.2 * (cloud - 0.5)), beads=0)
    tree(b, cx - 205, level - 262, 92, 0.52, 3, 110)
    tree(b, cx + 215, level - 255, 96, 0.52, 5, 110)
    tree(b, cx + 300, level - 200, 80, 0.56, 9, 110)
    top = level - 186
    bank = b.curve((cx - r, level), (cx - r, top + 70), (cx - 300, top + 40, cx - 250, top + 20, cx - 186, top + 18),
                   (cx + 186, top + 18), (cx + 250, top + 20, cx + 300, top + 40, cx + r, top + 70), (cx + r, level))
    foliage(b, bank, 0.42, 60)
    for s in (-1, 1):
        wall = b.poly((cx + s * 186, top), (cx + s * 268, top), (cx + s * 300, level), (cx + s * 186, level))
        b.white(wall)
        b.lines(wall, 0.48 + 0.15 * b.noise(2, 3, 62), b.slant(s * 5, 1.15), beads=0.3)
        b.solid(b.path((cx + s * 186, level), (cx + s * 186, top), (cx + s * 268, top), (cx + s * 300, level), width=6))
        b.white(b.rect(min(cx + s * 182, cx + s * 274), top - 20, 92, 20))
        b.solid(b.path((cx + s * 182, top - 20), (cx + s * 274, top - 20), (cx + s * 274, top), (cx + s * 182, top),
                       width=5, close=True))
    for s in (-1, 1):
        gate(b, cx, s, top, level)
    b.solid(b.rect(cx - 5, top - 4, 10, level - top))


def gate(b, cx, s, top, level):
    """One leaf of planks and rails, leaking a little, and its balance beam with a white end."""
    leaf = b.poly((cx + s * 4, top + 14), (cx + s * 186, top - 2), (cx + s * 186, level), (cx + s * 4, level))
    b.white(leaf)
    b.lines(leaf, 0.40 + 0.16 * b.noise(4, 0.8, 64), b.slant(90, 1.15), beads=0, wobble=0.1)
    b.solid(b.path((cx + s * 182, top), (cx + s * 182, level), width=12))
    for k in range(4):
        y = top + 28 + k * 44
        b.solid(b.path((cx + s * 4, y + 8), (cx + s * 186, y - 6), width=17, cap=0))
    for x, y, n in ((70, 60, 2), (132, 106, 2), (14, 40, 2)):
        for k in range(n):
            px = cx + s * (x + 9 * k)
            b.white(b.path((px, top + y + 5 * k), (px + s * 2, level), width=6))
    beam = [(cx + s * 8, top - 2), (cx + s * 276, top - 84), (cx + s * 276, top - 38), (cx + s * 8, top + 32)]
    b.solid(b.path(*beam, width=7, close=True))
    b.white(b.poly(*beam))
    b.lines(b.poly(*beam), 0.55, b.slant(s * 12, 0.85), beads=0)
    tip = b.poly((cx + s * 206, top - 62), (cx + s * 276, top - 84), (cx + s * 276, top - 38), (cx + s * 206, top - 19))
    b.white(tip)
    b.solid(b.path(*beam, width=6, close=True))
    b.solid(b.path((cx + s * 52, top - 2), (cx + s * 52, top - 96), (cx + s * 26, top - 96), width=11))


def masonry(b, cx, level, r):
    """The bridge itself: courses, voussoirs, a string course, and a parapet with a hump."""
    hump = lambda k: [(-20, level - 396 + k), (cx - 420, level - 440 + k, cx - 250, level - 528 + k, cx, level - 532 + k),
                      (cx + 250, level - 528 + k, cx + 420, level - 440 + k, b.w + 20, level - 396 + k)]
    shape = b.curve(*hump(0), (b.w + 20, level + 4), (-20, level + 4))
    hole = b.disc(cx, level, r)
    cover = np.zeros_like(b.ink)
    cover[shape.window] = shape.a
    through = np.zeros_like(b.ink)
    through[hole.window] = hole.a
    m = b.window(np.round(255 * cover * (1 - through)).astype(np.uint8))
    arch_rise = 120 * np.exp(-((b.x - cx) / 520) ** 2)
    course = (b.y + arch_rise * smooth(level, level - 520, b.y)) / (b.pitch * 1.02)
    rough = b.noise(1.5, 2.4, 70)
    shade = 0.60 + 0.20 * rough + 0.12 * b.noise(7, 9, 71)
    b.white(m)
    b.lines(m, shade, course, beads=0.6, wobble=0.25)
    joints(b, m, course)
    for k, width in ((0, 15), (36, 8), (104, 9)):
        b.solid(b.path(*hump(k), width=width))
    b.white(b.path(*hump(11), width=7))
    cap = b.path(*hump(20), width=22, cap=0)
    b.white(cap)
    ring = b.ring(cx, level, r + 32, 64)
    upper = ring * (b.y[ring.window] < level)
    b.white(upper)
    for i in range(33):
        a = math.pi + math.pi * i / 32
        b.solid(b.path((cx + r * math.cos(a), level + r * math.sin(a)),
                       (cx + (r + 64) * math.cos(a), level + (r + 64) * math.sin(a)), width=7))
    for i in range(32):  # a few dark stones
        if i % 5 in (1, 3):
            a0, a1 = math.pi + math.pi * (i + .1) / 32, math.pi + math.pi * (i + .9) / 32
            stone = [(cx + q * math.cos(a), level + q * math.sin(a)) for q, a in
                     ((r + 7, a0), (r + 57, a0), (r + 57, a1), (r + 7, a1))]
            b.lines(b.poly(*stone), 0.30, b.level(), beads=0)
    for q, width in ((r, 12), (r + 64, 8)):
        b.solid(b.draw(lambda c: (c.set_line_width(width), c.arc(cx, level, q, math.pi, 2 * math.pi), c.stroke())))
    # The depth of the arch, in shadow on the left.
    inner = b.draw(lambda c: (c.arc(cx, level, r - 4, math.pi, 1.5 * math.pi),
                              c.arc_negative(cx + 34, level, r - 20, 1.5 * math.pi, math.pi), c.fill()))
    b.lines(inner, 0.88, b.rings(cx, level), beads=0)


def joints(b, m, course):
    rng = np.random.Generator(np.random.PCG64(3))
    row = np.floor(course / 3).astype(int)
    lanes = {int(k): rng.uniform(0, 150) for k in range(int(row.min()), int(row.max()) + 1)}
    table = np.array([lanes[k] for k in sorted(lanes)], np.float32)
    shift = table[np.clip(row - min(lanes), 0, len(table) - 1)]
    near = np.abs(((b.x + shift) % 150) - 75)
    bed = np.abs(course / 3 - np.floor(course / 3) - 0.0) * 3 * b.pitch
    line = np.maximum(np.clip(3.0 - near, 0, 1), np.clip(3.2 - bed, 0, 1))
    w = m.window
    b.ink[w] = b.ink[w] * (1 - line[w] * m.a)
    edge = np.maximum(np.clip(2.6 - np.abs(near - 4.5), 0, 1), np.clip(2.6 - np.abs(bed - 5), 0, 1))
    b.ink[w] = np.maximum(b.ink[w], edge[w] * m.a * (1 - line[w]))


def mirror(b, level):
    """Everything above the water again below it, broken by ripples."""
    depth = b.h - int(level)
    source = b.ink[int(level) - depth:int(level)][::-1] if depth <= int(level) else None
    rows = np.arange(depth)
    strong = 1.5 + 8.5 * (rows / depth)
    wave = b.noise(1.3, 13, 80)[int(level):] * 1.2 + b.noise(3.4, 22, 81)[int(level):]
    dx = np.round(wave * strong[:, None]).astype(int)
    cols = np.clip(np.arange(b.w)[None, :] + dx, 0, b.w - 1)
    b.ink[int(level):] = source[np.clip(rows, 0, depth - 1)[:, None], cols]


def waterline(b, cx, level, r):
    swell = b.noise(1.3, 13, 80)
    t = np.clip((b.y - level) / (b.h - level), 0, 1)
    streak = smooth(0.50, 0.62, swell) * smooth(0.02, 0.2, t)
    glint = b.window(np.round(255 * smooth(0.3, 0.7, streak) * (b.y > level)).astype(np.uint8))
    b.lines(glint, 0.40, b.level(0.8 * swell), beads=0)
    rows = troughs(b, swell, level)
    b.lines(rows, 0.66, b.level(0.8 * swell), beads=0)
    b.white(b.rect(0, level - 3, b.w, 6))
    b.solid(b.rect(0, level + 3, b.w, 4))


def troughs(b, swell, level):
    dark = smooth(-0.50, -0.62, swell) * (b.y > level + 20)
    return b.window(np.round(255 * smooth(0.3, 0.7, dark)).astype(np.uint8))


# The mill ---------------------------------------------------------------------------------


def mill():
    """A paper mill: louvred drying loft above, an overshot wheel at the side."""
    b = Block(1620, 1140, 12.8, seed=61)
    cloud = clouds(b, 1.0, 3.4, 3)
    b.lines(b.everywhere(), 0.42 - 0.55 * b.y / b.h + 0.5 * smooth(0.42, 0.75, cloud) * smooth(500, 100, b.y),
            b.level(1.6 * (cloud - 0.5)))
    hill = ridge(b, 520, 150, 0.45, 7)
    b.lines(below(b, hill), 0.34 + 0.2 * b.noise(5, 9, 20), b.octave(b.y / b.pitch - hill[None, :] / b.pitch * 0.6))
    b.solid(b.path(*[(x, hill[x]) for x in range(0, b.w, 6)], width=4))
    stack(b)
    for x, y, r, seed in ((1560, 440, 140, 4), (1400, 505, 95, 6), (60, 470, 150, 8), (1270, 530, 74, 11)):
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
    b.lines(wall, 0.24 + 0.22 * rough + 0.30 * smooth(700, 1010, b.x) + 0.2 * smooth(eaves + 90, eaves, b.y),
            b.level(0.3 * rough, 1.05), beads=0.3)
    roof = b.poly((left - 46, eaves), (left + 70, 150), (right - 70, 150), (right + 46, eaves))
    b.white(roof)
    b.lines(roof, 0.70 + 0.16 * b.noise(1.2, 1.8, 31), b.slant(0), beads=0.8)
    b.solid(b.path((left - 46, eaves), (left + 70, 150), (right - 70, 150), (right + 46, eaves), width=10, close=True))
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
    b.solid(b.path((x - 10, y - 16), (x + 92, y - 16), (x + 92, y + 118), (x - 10, y + 118), width=5, close=True))
    b.solid(b.rect(x, y, 82, 104))
    for i in range(2):
        for j in range(3):
            b.lines(b.rect(x + 7 + i * 37, y + 7 + j * 32, 31, 26), 0.42, b.slant(-40, 0.8), beads=0)
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
    b.solid(b.path((1076, y + 6), (1640, y - 34), (1640, y + 18), (1076, y + 52), width=9, close=True))
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
        b.lines(b.ring(x, y, radius, width - 12), 0.28 + 0.35 * smooth(-1, 1, (b.y - y + b.x - x) / r),
                b.rings(x, y, 0.6), beads=0)
    for k in range(8):
        a = k * math.pi / 4 + 0.22
        p, q = (x + 30 * math.cos(a), y + 30 * math.sin(a)), (x + (r - 14) * math.cos(a), y + (r - 14) * math.sin(a))
        b.solid(b.path(p, q, width=32, cap=0))
        b.white(b.path(p, q, width=20, cap=0))
        m = b.path(p, q, width=20, cap=0)
        b.lines(m, 0.30, b.slant(-math.degrees(a), 0.62), beads=0)
    for radius, value in ((62, 1.0), (50, 0.0), (34, 1.0), (22, 0.0), (12, 1.0)):
        b.solid(b.disc(x, y, radius), value)
    # The water: over the crown, down the left side, off the buckets in threads.
    rng = np.random.Generator(np.random.PCG64(6))
    gush = b.curve((x + 30, 332), (x - 40, 322, x - 150, 340, x - 214, 430), (x - 292, 520, x - 330, 650, x - 318, 880),
                   (x - 246, 880), (x - 262, 700, x - 240, 560, x - 180, 470), (x - 120, 396, x - 60, 376, x + 30, 378))
    b.solid(b.path((x - 332, 640), (x - 326, 880), width=5))
    b.white(gush)
    bend = np.hypot(b.x - x, b.y - y)
    b.lines(gush, 0.22 + 0.35 * b.noise(3, 1.2, 40), bend / 15.5, beads=0)
    for _ in range(34):
        a = rng.uniform(math.pi * 0.55, math.pi * 1.15)
        px, py = x + (r + rng.uniform(-60, 8)) * math.cos(a), y + (r + rng.uniform(-40, 8)) * math.sin(a)
        b.white(b.path((px, py), (px - 6, py + 60, px - 10, 820, px - 10, 890), width=rng.uniform(4, 8)))


def race(b, level):
    water = b.curve((-10, level + 26), (300, level + 20, 700, level + 20, 780, level + 10), (b.w + 10, level - 4),
                    (b.w + 10, b.h + 10), (-10, b.h + 10))
    ripple = b.noise(1.2, 9, 50)
    near = smooth(level, b.h, b.y)
    b.lines(water, 0.50 + 0.42 * ripple + 0.16 * near - 0.30 * np.exp(-((b.x - 860) / 190) ** 2) * (1 - near),
            b.level(0.9 * ripple), beads=0.4)
    foam, light = puffs(b, [(770 + 26 * i, level + 22 + 10 * math.sin(i * 2.1), 30 + 12 * math.sin(i * 1.3)) for i in range(11)], 7)
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
            x, h = rng.choice([rng.uniform(-10, 330), rng.uniform(1240, 1630)]), rng.uniform(60, 170)
            lean = rng.uniform(-30, 30)
            c.set_line_width(rng.uniform(4, 8))
            c.move_to(x, b.h + 10)
            c.curve_to(x, b.h - h * .5, x + lean * .4, b.h - h, x + lean, b.h - h - 20)
            c.stroke()
    b.solid(b.draw(reeds))


# The ferry --------------------------------------------------------------------------------


def ferry():
    """A chain ferry in midstream, seen from the slip where its chain comes ashore."""
    b = Block(1620, 1120, 16.8, seed=71)
    level = 640
    cloud = clouds(b, 0.95, 3.4, 9)
    b.lines(b.everywhere(), 0.40 - 0.5 * b.y / b.h + 0.26 * smooth(0.45, 0.8, cloud), b.level(1.7 * (cloud - 0.5)))
    far_bank(b, level)
    estuary(b, level)
    hull(b, level + 62)
    slip(b)
    chain(b, (238, level + 92), (-60, level + 150), 6, 15, 3)
    chain(b, (1392, level + 92), (1500, 1190), 15, 62, 120)
    return b.grey()


def far_bank(b, level):
    hill = ridge(b, level - 120, 150, 0.42, 13) - 70 * np.exp(-((np.arange(b.w) - 1250) / 380.0) ** 2)
    m = below(b, hill)
    leaf = b.noise(1.2, 2.0, 20)
    fields = b.noise(6, 8, 21)
    b.lines(m, 0.42 + 0.3 * fields + 0.2 * leaf, b.octave(b.y / b.pitch - 0.5 * hill[None, :] / b.pitch + 0.6 * leaf))
    b.solid(b.path(*[(x, hill[x]) for x in range(0, b.w, 6)], width=4))
    rng = np.random.Generator(np.random.PCG64(2))
    houses = sorted((rng.uniform(level - 150, level - 36), rng.uniform(0, b.w)) for _ in range(30))
    for y, x in houses:
        w, h = rng.uniform(52, 84), rng.uniform(34, 52)
        b.white(b.rect(x, y - h, w, h))
        b.solid(b.path((x, y), (x, y - h), (x + w, y - h), (x + w, y), width=4, close=True))
        b.solid(b.poly((x - 6, y - h), (x + 12, y - h - 24), (x + w - 12, y - h - 24), (x + w + 6, y - h)))
        for k in range(2):
            b.solid(b.rect(x + w * (0.2 + 0.42 * k), y - h * 0.72, w * 0.2, h * 0.36))
    b.white(b.rect(0, level - 34, b.w, 30))
    quay = b.rect(0, level - 34, b.w, 30)
    b.lines(quay, 0.55 + 0.2 * b.noise(1, 2, 25), b.level(), beads=0.4)
    b.solid(b.rect(0, level - 36, b.w, 5))


def estuary(b, level):
    t = smooth(level, b.h, b.y)
    ripple = b.noise(1.0, 8, 30) * (0.4 + t)
    long = b.noise(3, 20, 31)
    b.lines(b.rect(0, level - 6, b.w, b.h), 0.34 + 0.34 * ripple + 0.28 * long + 0.12 * t, b.level(0.9 * ripple), beads=0.4)
    b.solid(b.rect(0, level - 6, b.w, 6))


def hull(b, y):
    left, right = 250, 1380
    shadow = b.curve((left - 40, y + 40), (right + 40, y + 40), (right - 60, y + 120, right - 160, y + 120, right - 200, y + 110),
                     (left + 200, y + 118), (left + 60, y + 120, left, y + 90, left - 40, y + 40))
    b.lines(shadow, 0.86, b.level(0.8 * b.noise(1, 8, 30)), beads=0.4)
    for s, x in ((-1, left), (1, right)):  # ramps, raised
        ramp = [(x, y - 30), (x + s * 150, y - 118), (x + s * 158, y - 98), (x, y + 4)]
        b.solid(b.poly(*ramp))
        b.solid(b.path((x - s * 60, y - 210), (x + s * 146, y - 112), width=6))
        b.solid(b.path((x, y - 30), (x, y - 96), (x + s * 140, y - 178), (x + s * 146, y - 112), width=5))
        for k in range(1, 4):
            b.solid(b.path((x + s * 37 * k, y - 30 - 22 * k), (x + s * 36 * k, y - 96 - 20 * k), width=4))
    body = b.poly((left, y - 34), (right, y - 34), (right - 34, y + 46), (left + 34, y + 46))
    b.solid(body)
    b.white(b.rect(left + 12, y - 18, right - left - 24, 9))
    b.white(b.rect(left + 22, y + 12, right - left - 44, 5))
    for x in range(left + 60, right - 40, 74):
        b.white(b.disc(x, y + 28, 6))
    deck = y - 34
    vehicles(b, deck)
    rails(b, left, right, deck)
    towers(b, left, right, deck)
    for s, x in ((-1, left + 22), (1, right - 22)):  # chain wheels at the corners
        b.solid(b.disc(x, y + 24, 34))
        b.white(b.ring(x, y + 24, 24, 6))
        b.white(b.disc(x, y + 24, 7))


def vehicles(b, deck):
    bus = b.curve((470, deck - 16), (470, deck - 176), (470, deck - 192, 480, deck - 196, 494, deck - 196),
                  (812, deck - 196), (830, deck - 196, 838, deck - 180, 838, deck - 160), (838, deck - 16))
    b.white(bus)
    b.lines(bus, 0.26 + 0.4 * (b.y > deck - 84), b.slant(0), beads=0)
    b.solid(b.path((470, deck - 16), (470, deck - 176), (470, deck - 192, 480, deck - 196, 494, deck - 196),
                   (812, deck - 196), (830, deck - 196, 838, deck - 180, 838, deck - 160), (838, deck - 16), width=8, close=True))
    for k in range(5):
        x = 488 + k * 66
        b.solid(b.rect(x, deck - 168, 56, 64))
        b.lines(b.rect(x + 5, deck - 163, 46, 54), 0.35, b.slant(-40, 0.8), beads=0)
    for x in (540, 770):
        b.solid(b.disc(x, deck - 18, 30))
        b.white(b.disc(x, deck - 18, 13))
    for x, k in ((912, 1.15),):
        car = b.curve((x, deck - 14), (x, deck - 52), (x + 6 * k, deck - 62, x + 30 * k, deck - 64, x + 44 * k, deck - 68),
                      (x + 60 * k, deck - 104, x + 76 * k, deck - 110, x + 112 * k, deck - 108),
                      (x + 138 * k, deck - 106, x + 146 * k, deck - 76, x + 158 * k, deck - 66),
                      (x + 178 * k, deck - 62, x + 182 * k, deck - 50, x + 182 * k, deck - 14))
        b.solid(car)
        b.white(b.poly((x + 60 * k, deck - 70), (x + 72 * k, deck - 98), (x + 98 * k, deck - 98), (x + 98 * k, deck - 70)))
        b.white(b.poly((x + 106 * k, deck - 70), (x + 106 * k, deck - 98), (x + 124 * k, deck - 96), (x + 138 * k, deck - 70)))
        for wx in (x + 40 * k, x + 140 * k):
            b.white(b.disc(wx, deck - 18, 27))
            b.solid(b.disc(wx, deck - 18, 23))
            b.white(b.disc(wx, deck - 18, 9))


def rails(b, left, right, deck):
    for h in (34, 62):
        b.solid(b.path((left, deck - h), (right, deck - h), width=5))
    for x in range(left + 10, right, 46):
        b.solid(b.rect(x, deck - 62, 5, 62))


def towers(b, left, right, deck):
    """Two side houses, a bridge across with the wheelhouse, a funnel and a mast."""
    for x in (372, 1236):
        house = b.rect(x - 58, deck - 236, 96, 236)
        b.white(house)
        b.lines(house, 0.14 + 0.36 * smooth(x - 40, x + 50, b.x), b.slant(90), beads=0)
        b.solid(b.path((x - 58, deck), (x - 58, deck - 236), (x + 38, deck - 236), (x + 38, deck), width=8, close=True))
        b.solid(b.rect(x - 36, deck - 120, 52, 120))
        for y in (deck - 206, deck - 160):
            b.solid(b.disc(x - 10, y, 15))
            b.white(b.disc(x - 10, y, 8))
    b.solid(b.rect(314, deck - 264, 962, 24))
    b.white(b.rect(322, deck - 257, 946, 6))
    for x in range(330, 1270, 52):
        b.solid(b.rect(x, deck - 300, 4, 40))
    b.solid(b.rect(314, deck - 304, 962, 5))
    cab = b.rect(734, deck - 386, 150, 124)
    b.white(cab)
    b.solid(b.path((734, deck - 264), (734, deck - 386), (884, deck - 386), (884, deck - 264), width=8, close=True))
    for k in range(3):
        b.solid(b.rect(748 + 43 * k, deck - 370, 35, 52))
    b.solid(b.rect(722, deck - 402, 174, 18))
    funnel = b.poly((980, deck - 264), (986, deck - 424), (1046, deck - 424), (1052, deck - 264))
    b.solid(funnel)
    b.white(b.rect(984, deck - 392, 64, 26))
    b.solid(b.path((660, deck - 264), (660, deck - 500), width=9))
    b.solid(b.path((622, deck - 440), (698, deck - 440), width=6))
    flag = b.curve((664, deck - 500), (700, deck - 512, 720, deck - 476, 752, deck - 490), (752, deck - 448),
                   (720, deck - 436, 700, deck - 468, 664, deck - 458))
    b.solid(flag)
    b.white(b.path((664, deck - 480), (700, deck - 490, 720, deck - 458, 752, deck - 470), width=8, cap=0))
    body, light = puffs(b, plume((1016, deck - 436), 420, 130, 56, 26, 5), 5)
    m = b.window(np.round(255 * smooth(0.4, 0.6, body)).astype(np.uint8))
    b.lines(m, 0.55 * (1 - light), b.level(1.2 * (light - 0.5)), beads=0)


def slip(b):
    ground = b.curve((980, b.h + 10), (1180, 1010, 1380, 920, b.w + 10, 886), (b.w + 10, b.h + 10))
    b.white(ground)
    cobble = b.noise(0.9, 1.8, 40)
    b.lines(ground, 0.42 + 0.5 * cobble, b.slant(-14) + 0.9 * cobble, beads=0.3)
    b.solid(b.path((980, b.h + 10), (1180, 1010, 1380, 920, b.w + 10, 886), width=8))
    b.white(b.path((968, b.h + 2), (1172, 1000, 1376, 908, b.w + 10, 874), width=8))


def chain(b, start, end, small, large, sag):
    """Links from far to near, turn and turn about, each edged with white."""
    points, t = [], 0.0
    while t <= 1.0:
        size = small + (large - small) * t ** 1.5
        x = start[0] + (end[0] - start[0]) * t
        y = start[1] + (end[1] - start[1]) * t ** 1.35 + sag * math.sin(math.pi * t) * 0.4
        points.append((x, y, size))
        step = size * 1.5 / math.hypot(end[0] - start[0], end[1] - start[1])
        t += step
    for i, (x, y, size) in enumerate(points[:-1]):
        nx, ny, _ = points[i + 1]
        a = math.atan2(ny - y, nx - x)
        wide = 0.62 if i % 2 == 0 else 0.20

        def link(c, grow=0.0, line=size * 0.34):
            c.save()
            c.translate((x + nx) / 2, (y + ny) / 2)
            c.rotate(a)
            c.scale(size * 1.02, size * wide)
            c.arc(0, 0, 1, 0, 2 * math.pi)
            c.restore()
            c.set_line_width(line + grow)
            c.stroke()
        b.white(b.draw(lambda c: link(c, max(4, size * 0.16))))
        b.solid(b.draw(link))
        if size > 16:
            b.white(b.draw(lambda c: (c.translate(-size * .05, -size * .05), link(c, 0, size * 0.07))))
