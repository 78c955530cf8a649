"""The chain ferry in midstream."""

import math

import numpy as np

from .engraving import Block, smooth
from .landscape import below, clouds, plume, puffs, ridge


def ferry():
    """A chain ferry in midstream, seen from the slip where its chain comes ashore."""
    b = Block(1620, 1120, 16.8, seed=71)
    level = 640
    cloud = clouds(b, 0.95, 3.4, 9)
    b.lines(b.everywhere(), 0.40 - 0.5 * b.y / b.h + 0.26 * smooth(0.45, 0.8, cloud),
            b.level(1.7 * (cloud - 0.5)))
    far_bank(b, level)
    estuary(b, level)
    hull(b, level + 62)
    slip(b)
    chain(b, (238, level + 92), (-60, level + 150), 6, 15, 3)
    chain(b, (1392, level + 92), (1500, 1190), 15, 62, 120)
    return b.grey()


def far_bank(b, level):
    hill = ridge(b, level - 120, 150, 0.42,
                 13) - 70 * np.exp(-((np.arange(b.w) - 1250) / 380.0) ** 2)
    m = below(b, hill)
    leaf = b.noise(1.2, 2.0, 20)
    fields = b.noise(6, 8, 21)
    b.lines(m, 0.42 + 0.3 * fields + 0.2 * leaf,
            b.octave(b.y / b.pitch - 0.5 * hill[None, :] / b.pitch + 0.6 * leaf))
    b.solid(b.path(*[(x, hill[x]) for x in range(0, b.w, 6)], width=4))
    rng = np.random.Generator(np.random.PCG64(2))
    houses = sorted((rng.uniform(level - 150, level - 36), rng.uniform(0, b.w)) for _ in range(30))
    for y, x in houses:
        w, h = rng.uniform(52, 84), rng.uniform(34, 52)
        b.white(b.rect(x, y - h, w, h))
        b.solid(b.path((x, y), (x, y - h), (x + w, y - h), (x + w, y), width=4, close=True))
        b.solid(b.poly((x - 6, y - h), (x + 12, y - h - 24), (x + w - 12, y - h - 24),
                       (x + w + 6, y - h)))
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
    b.lines(b.rect(0, level - 6, b.w, b.h), 0.34 + 0.34 * ripple + 0.28 * long + 0.12 * t,
            b.level(0.9 * ripple), beads=0.4)
    b.solid(b.rect(0, level - 6, b.w, 6))


def hull(b, y):
    left, right = 250, 1380
    shadow = b.curve((left - 40, y + 40), (right + 40, y + 40),
                     (right - 60, y + 120, right - 160, y + 120, right - 200, y + 110),
                     (left + 200, y + 118), (left + 60, y + 120, left, y + 90, left - 40, y + 40))
    b.lines(shadow, 0.86, b.level(0.8 * b.noise(1, 8, 30)), beads=0.4)
    for s, x in ((-1, left), (1, right)):  # ramps, raised
        ramp = [(x, y - 30), (x + s * 150, y - 118), (x + s * 158, y - 98), (x, y + 4)]
        b.solid(b.poly(*ramp))
        b.solid(b.path((x - s * 60, y - 210), (x + s * 146, y - 112), width=6))
        b.solid(b.path((x, y - 30), (x, y - 96), (x + s * 140, y - 178), (x + s * 146, y - 112),
                       width=5))
        for k in range(1, 4):
            b.solid(b.path((x + s * 37 * k, y - 30 - 22 * k), (x + s * 36 * k, y - 96 - 20 * k),
                           width=4))
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
    bus = b.curve((470, deck - 16), (470, deck - 176),
                  (470, deck - 192, 480, deck - 196, 494, deck - 196),
                  (812, deck - 196), (830, deck - 196, 838, deck - 180, 838, deck - 160),
                  (838, deck - 16))
    b.white(bus)
    b.lines(bus, 0.26 + 0.4 * (b.y > deck - 84), b.slant(0), beads=0)
    b.solid(b.path((470, deck - 16), (470, deck - 176),
                   (470, deck - 192, 480, deck - 196, 494, deck - 196),
                   (812, deck - 196), (830, deck - 196, 838, deck - 180, 838, deck - 160),
                   (838, deck - 16), width=8, close=True))
    for k in range(5):
        x = 488 + k * 66
        b.solid(b.rect(x, deck - 168, 56, 64))
        b.lines(b.rect(x + 5, deck - 163, 46, 54), 0.35, b.slant(-40, 0.8), beads=0)
    for x in (540, 770):
        b.solid(b.disc(x, deck - 18, 30))
        b.white(b.disc(x, deck - 18, 13))
    for x, k in ((912, 1.15),):
        car = b.curve((x, deck - 14), (x, deck - 52),
                      (x + 6 * k, deck - 62, x + 30 * k, deck - 64, x + 44 * k, deck - 68),
                      (x + 60 * k, deck - 104, x + 76 * k, deck - 110, x + 112 * k, deck - 108),
                      (x + 138 * k, deck - 106, x + 146 * k, deck - 76, x + 158 * k, deck - 66),
                      (x + 178 * k, deck - 62, x + 182 * k, deck - 50, x + 182 * k, deck - 14))
        b.solid(car)
        b.white(b.poly((x + 60 * k, deck - 70), (x + 72 * k, deck - 98), (x + 98 * k, deck - 98),
                       (x + 98 * k, deck - 70)))
        b.white(b.poly((x + 106 * k, deck - 70), (x + 106 * k, deck - 98), (x + 124 * k, deck - 96),
                       (x + 138 * k, deck - 70)))
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
        b.solid(b.path((x - 58, deck), (x - 58, deck - 236), (x + 38, deck - 236), (x + 38, deck),
                       width=8, close=True))
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
    b.solid(b.path((734, deck - 264), (734, deck - 386), (884, deck - 386), (884, deck - 264),
                   width=8, close=True))
    for k in range(3):
        b.solid(b.rect(748 + 43 * k, deck - 370, 35, 52))
    b.solid(b.rect(722, deck - 402, 174, 18))
    funnel = b.poly((980, deck - 264), (986, deck - 424), (1046, deck - 424), (1052, deck - 264))
    b.solid(funnel)
    b.white(b.rect(984, deck - 392, 64, 26))
    b.solid(b.path((660, deck - 264), (660, deck - 500), width=9))
    b.solid(b.path((622, deck - 440), (698, deck - 440), width=6))
    flag = b.curve((664, deck - 500), (700, deck - 512, 720, deck - 476, 752, deck - 490),
                   (752, deck - 448),
                   (720, deck - 436, 700, deck - 468, 664, deck - 458))
    b.solid(flag)
    b.white(b.path((664, deck - 480), (700, deck - 490, 720, deck - 458, 752, deck - 470), width=8,
                   cap=0))
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
            b.white(b.draw(lambda c: (c.translate(-size * .05, -size * .05),
                                      link(c, 0, size * 0.07))))
