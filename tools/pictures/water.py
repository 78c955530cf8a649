"""The bridge below the lock, and the trees and banks of other waters."""

import math

import numpy as np

from .engraving import Block, smooth
from .landscape import clouds, puffs


def foliage(b, mask, tone, seed, coarse=1.0):
    """Leaves: lines bent and broken until they clump."""
    clump, leaf = b.noise(3 * coarse, 4 * coarse, seed), b.noise(1.1, 1.6, seed + 1)
    b.lines(mask, tone + 0.34 * clump + 0.34 * leaf, b.level(0.9 * clump + 0.6 * leaf), beads=0.5)


def tree(b, x, y, r, tone, seed, trunk=0):
    """A round-headed tree made of lit clumps."""
    rng = np.random.Generator(np.random.PCG64(seed))
    if trunk:
        b.solid(b.poly((x - r * .10, y + trunk), (x - r * .06, y), (x + r * .06, y),
                       (x + r * .12, y + trunk)))
    heads = []
    for _ in range(26):
        a, d = rng.uniform(0, 2 * math.pi), math.sqrt(rng.uniform(0, 1)) * 0.72
        heads.append((x + r * d * math.cos(a), y + r * 0.85 * d * math.sin(a),
                      r * rng.uniform(0.24, 0.42)))
    body, light = puffs(b, sorted(heads, key=lambda p: p[1]), seed % 40)
    m = b.window(np.round(255 * smooth(0.4, 0.6, body)).astype(np.uint8))
    leaf = b.noise(1.1, 1.5, 300 + seed)
    b.lines(m, tone + 0.66 * (0.5 - light) + 0.22 * leaf,
            b.level(0.45 * leaf + 2.2 * (light - 0.5)), beads=0.4)


def lock():
    """A canal bridge whose arch and reflection make a ring; the lock's gates stand beyond it."""
    b = Block(1640, 1180, 16.8, seed=51)
    cx, level, r = b.w / 2, 600.0, 388.0
    cloud = clouds(b, 1.0, 3.6, 14)
    b.lines(b.everywhere(), 0.44 - 0.5 * b.y / b.h + 0.5 * smooth(0.45, 0.8, cloud),
            b.level(1.6 * (cloud - 0.5)))
    beyond(b, cx, level, r)
    masonry(b, cx, level, r)
    mirror(b, level)
    waterline(b, cx, level, r)
    return b.grey()


def beyond(b, cx, level, r):
    """What the arch frames: trees, the breast of the lock, the mitred gates and their beams."""
    view = b.disc(cx, level, r + 8)
    b.white(view)
    cloud = clouds(b, 0.7, 3.0, 19)
    b.lines(view, 0.10 + 0.22 * smooth(0.45, 0.75, cloud), b.level(1.2 * (cloud - 0.5)), beads=0)
    tree(b, cx - 205, level - 262, 92, 0.52, 3, 110)
    tree(b, cx + 215, level - 255, 96, 0.52, 5, 110)
    tree(b, cx + 300, level - 200, 80, 0.56, 9, 110)
    top = level - 186
    bank = b.curve((cx - r, level), (cx - r, top + 70),
                   (cx - 300, top + 40, cx - 250, top + 20, cx - 186, top + 18),
                   (cx + 186, top + 18), (cx + 250, top + 20, cx + 300, top + 40, cx + r,
                                          top + 70), (cx + r, level))
    foliage(b, bank, 0.42, 60)
    for s in (-1, 1):
        wall = b.poly((cx + s * 186, top), (cx + s * 268, top), (cx + s * 300, level),
                      (cx + s * 186, level))
        b.white(wall)
        b.lines(wall, 0.48 + 0.15 * b.noise(2, 3, 62), b.slant(s * 5, 1.15), beads=0.3)
        b.solid(b.path((cx + s * 186, level), (cx + s * 186, top), (cx + s * 268, top),
                       (cx + s * 300, level), width=6))
        b.white(b.rect(min(cx + s * 182, cx + s * 274), top - 20, 92, 20))
        b.solid(b.path((cx + s * 182, top - 20), (cx + s * 274, top - 20), (cx + s * 274, top),
                       (cx + s * 182, top),
                       width=5, close=True))
    for s in (-1, 1):
        gate(b, cx, s, top, level)
    b.solid(b.rect(cx - 5, top - 4, 10, level - top))


def gate(b, cx, s, top, level):
    """One leaf of planks and rails, leaking a little, and its balance beam with a white end."""
    leaf = b.poly((cx + s * 4, top + 14), (cx + s * 186, top - 2), (cx + s * 186, level),
                  (cx + s * 4, level))
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
    beam = [(cx + s * 8, top - 2), (cx + s * 276, top - 84), (cx + s * 276, top - 38),
            (cx + s * 8, top + 32)]
    b.solid(b.path(*beam, width=7, close=True))
    b.white(b.poly(*beam))
    b.lines(b.poly(*beam), 0.55, b.slant(s * 12, 0.85), beads=0)
    tip = b.poly((cx + s * 206, top - 62), (cx + s * 276, top - 84), (cx + s * 276, top - 38),
                 (cx + s * 206, top - 19))
    b.white(tip)
    b.solid(b.path(*beam, width=6, close=True))
    b.solid(b.path((cx + s * 52, top - 2), (cx + s * 52, top - 96), (cx + s * 26, top - 96),
                   width=11))


def masonry(b, cx, level, r):
    """The bridge itself: courses, voussoirs, a string course, and a parapet with a hump."""
    hump = lambda k: [(-20, level - 396 + k),
                      (cx - 420, level - 440 + k, cx - 250, level - 528 + k, cx, level - 532 + k),
                      (cx + 250, level - 528 + k, cx + 420, level - 440 + k, b.w + 20,
                       level - 396 + k)]
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
        b.solid(b.draw(lambda c: (c.set_line_width(width),
                                  c.arc(cx, level, q, math.pi, 2 * math.pi), c.stroke())))
    # The depth of the arch, in shadow on the left.
    inner = b.draw(lambda c: (c.arc(cx, level, r - 4, math.pi, 1.5 * math.pi),
                              c.arc_negative(cx + 34, level, r - 20, 1.5 * math.pi,
                                             math.pi), c.fill()))
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
