"""The Linotype, the ink train, punches and matrices, wood letter, one sort."""

import math

import numpy as np

from .engraving import Block

STEEL, COPPER, BENCH, BRASS = (206, 214, 220), (214, 150, 104), (232, 222, 204), (222, 190, 120)


def shade(b, mask, tone, phase, outline=None, width=7):
    """Clean the shape, cut its lines, and draw its edge."""
    if mask is None:
        return
    b.white(mask)
    b.lines(mask, tone, phase, beads=0, wobble=0.2)
    if outline:
        b.solid(b.path(*outline, width=width, close=True))


def slab(b, points, tone, degrees=0, width=7):
    shade(b, b.curve(*points), tone, b.slant(degrees), points, width)


# The Linotype -----------------------------------------------------------------------------


def linotype():
    b = Block(1500, 1700, 16.2, seed=111)
    u, v = b.x / b.w, b.y / b.h
    glow = np.exp(-(((u - 0.42) / 0.5) ** 2 + ((v - 0.40) / 0.42) ** 2))
    b.lines(b.everywhere(), 0.62 - 0.56 * glow + 0.06 * b.noise(8, 14, 3),
            b.level(0.6 * b.noise(8, 16, 4)))
    floor = b.rect(0, 1530, b.w, 200)
    b.lines(floor, 0.62 + 0.2 * b.noise(1, 18, 5), b.level(0.5 * b.noise(1, 18, 6)), beads=0.3)
    b.solid(b.rect(0, 1524, b.w, 8))
    lino_column(b)
    lino_wheels(b)
    lino_magazine(b)
    lino_arm(b)
    lino_caster(b)
    lino_keys(b)
    lino_chair(b)
    return b.grey()


def lino_column(b):
    """Base, feet and the black column behind everything."""
    b.solid(b.curve((360, 1560), (400, 1440), (1120, 1440), (1170, 1560)))
    slab(b, [(420, 1452), (440, 860), (1010, 860), (1060, 1452)], 0.78, 90)
    slab(b, [(330, 1566), (350, 1520), (1170, 1520), (1200, 1566)], 0.5)
    for x in (500, 640, 900):
        b.white(b.path((x, 1440), (x + 8, 900), width=5))


def lino_wheels(b):
    """The cam stack and the driving pulley, at the right behind the keyboard."""
    for k, (x, y, r) in enumerate(((1188, 900, 176), (1150, 930, 150))):
        b.solid(b.disc(x, y, r + 9))
        shade(b, b.disc(x, y, r), lambda px,
              py: np.clip(0.48 + 0.4 * ((py - y) + (px - x)) / (2 * r), 0.1, 0.9), b.rings(x, y))
        b.solid(b.ring(x, y, r - 34, 8))
        for a in range(6):
            t = a * math.pi / 3 + k
            b.solid(b.disc(x + r * 0.5 * math.cos(t), y + r * 0.5 * math.sin(t), r * 0.17))
        b.solid(b.disc(x, y, r * 0.2))
        b.white(b.disc(x, y, r * 0.1))
    slab(b, [(1240, 1020), (1330, 1030), (1338, 1170), (1240, 1176)], 0.45, 90)          # motor
    b.solid(b.path((1360, 900), (1352, 1090), width=9))


def lino_magazine(b):
    """Two sloping magazines, wide at the top, and the distributor along their upper edge."""
    for dx, dy, tone in ((46, 44, 0.66), (0, 0, 0.0)):
        points = [(560 + dx, 800 + dy), (470 + dx, 300 + dy), (1180 + dx, 226 + dy),
                  (1080 + dx, 770 + dy)]
        slab(b, points, tone, 0, 11)
    for k in range(1, 30):  # channels run down the slope
        t = k / 30
        top = (470 + 710 * t, 300 - 74 * t)
        foot = (560 + 520 * t, 800 - 30 * t)
        b.solid(b.path((top[0] * .97 + foot[0] * .03, top[1] * .97 + foot[1] * .03),
                       (top[0] * .05 + foot[0] * .95, top[1] * .05 + foot[1]
                        * .95), width=4 + 6 * t))
    slab(b, [(556, 792), (1084, 762), (1092, 822), (560, 852)], 0.12, 0, 10)
    slab(b, [(438, 250), (1216, 170), (1222, 226), (444, 306)], 0.30, 0,
         11)               # distributor beam
    for k in range(30):
        x = 470 + k * 24.5
        b.solid(b.path((x, 262 - (x - 470) * .103), (x, 294 - (x - 470) * .103), width=8, cap=0))
    b.solid(b.path((430, 236), (1230, 154), width=22))
    b.white(b.path((436, 233), (1224, 152), width=7))
    slab(b, [(1180, 128), (1276, 118), (1284, 236), (1190, 246)], 0.5,
         0)                  # distributor box
    b.solid(b.disc(1292, 172, 46))
    b.white(b.ring(1292, 172, 32, 8))


def lino_arm(b):
    """The second elevator: the long arm at the left that lifts the matrices back to the top."""
    arm = [(250, 1130), (206, 900, 196, 620, 300, 420), (348, 330, 400, 290, 470, 276), (474, 326),
           (420, 336, 388, 372, 352, 450), (268, 640, 268, 900, 312, 1118)]
    slab(b, arm, 0.26, 90, 12)
    b.solid(b.path((232, 960), (318, 950), width=9))
    b.solid(b.disc(282, 1132, 62))
    b.white(b.ring(282, 1132, 44, 9))
    b.white(b.disc(282, 1132, 13))
    slab(b, [(400, 244), (500, 234), (506, 320), (408, 330)], 0.6, 0)
    for k in range(3):
        b.white(b.path((420 + k * 28, 258 - k * 3), (424 + k * 28, 308 - k * 3), width=8))


def lino_caster(b):
    """The mould disc, the metal pot behind it, the first elevator and the vice."""
    slab(b, [(300, 900), (520, 880), (540, 1210), (330, 1230)], 0.70, 90, 10)
    x, y, r = 430, 1032, 168
    b.solid(b.disc(x, y, r + 10))
    angle = np.arctan2(b.y - y, b.x - x)
    shade(b, b.disc(x, y, r), 0.42 - 0.32 * np.cos(angle + 2.2), b.rings(x, y))
    for k in range(4):
        a = k * math.pi / 2 + 0.4
        c, s = math.cos(a), math.sin(a)
        at = lambda p, q: (x + p * c - q * s, y + p * s + q * c)
        b.solid(b.poly(at(92, -46), at(150, -40), at(150, 40), at(92, 46)))
        b.white(b.poly(at(112, -30), at(122, -30), at(122, 30), at(112, 30)))
    for radius, value in ((66, 1), (54, 0), (30, 1), (12, 0)):
        b.solid(b.disc(x, y, radius), value)
    slab(b, [(210, 1226), (650, 1196), (656, 1272), (216, 1304)], 0.34, 0, 10)            # vice
    for k in range(5):
        b.solid(b.disc(262 + k * 84, 1262 - k * 6, 17))
        b.white(b.disc(262 + k * 84, 1262 - k * 6, 7))
    slab(b, [(372, 846), (486, 838), (494, 960), (380, 968)], 0.14, 0,
         10)                 # first elevator head
    for k in range(8):
        b.solid(b.path((388 + k * 13, 872), (390 + k * 13, 930), width=7, cap=0))
    slab(b, [(130, 1318), (520, 1292), (540, 1330), (150, 1358)], 0.10, 0,
         9)              # galley with slugs
    for k in range(19):
        b.solid(b.path((158 + k * 19, 1312 - k * 1.3), (164 + k * 19, 1344 - k * 1.3), width=9,
                       cap=0))
    b.solid(b.path((170, 1360), (160, 1524), width=16))
    b.solid(b.path((500, 1340), (496, 1524), width=16))


def lino_keys(b):
    """Assembler, copy board, and ninety keys in fifteen columns of six."""
    slab(b, [(640, 852), (1010, 832), (1016, 930), (648, 950)], 0.40, 0,
         10)               # assembler front
    for k in range(20):
        b.white(b.path((668 + k * 16.5, 872 - k), (668 + k * 16.5, 918 - k), width=5, cap=0))
    slab(b, [(596, 944), (700, 938), (704, 1010), (602, 1016)], 0.10, 0,
         9)                # assembling elevator
    for k in range(6):
        b.solid(b.path((616 + k * 14, 956), (617 + k * 14, 1000), width=7, cap=0))
    board = [(728, 958), (1086, 938), (1092, 1010), (734, 1032)]
    slab(b, board, 0.05, 0, 8)
    for k in range(3):
        b.solid(b.path((752, 976 + k * 17), (1060 - 70 * (k == 2), 958 + k * 17 + 2 * (k == 2)),
                       width=5))
    bed = [(612, 1060), (1110, 1028), (1190, 1262), (606, 1306)]
    slab(b, bed, 0.86, 0, 12)
    for row in range(6):
        for col in range(15):
            s, t = (col + 0.5) / 15, (row + 0.5) / 6
            left, right = (612 - 6 * t, 1060 + 246 * t), (1110 + 80 * t, 1028 + 234 * t)
            s = 0.02 + 0.96 * s
            x, y = left[0] + (right[0] - left[0]) * s, left[1] + (right[1] - left[1]) * s
            grow = 0.86 + 0.24 * t
            b.solid(b.disc(x + 2, y + 5, 14.5 * grow, 13 * grow))
            white = col < 5 or col > 9
            b.solid(b.disc(x, y, 12.6 * grow, 11 * grow), 0.0)
            if not white:
                b.solid(b.disc(x, y, 6.5 * grow, 5.6 * grow))
    slab(b, [(600, 1306), (1192, 1262), (1198, 1300), (604, 1346)], 0.3, 0, 10)
    b.solid(b.poly((650, 1342), (1150, 1306), (1100, 1440), (700, 1440)))


def lino_chair(b):
    """The operator's low chair, its back to us."""
    for x0, x1 in ((1010, 960), (1300, 1352)):
        b.white(b.path((x0, 1440), (x1, 1690), width=34))
        b.solid(b.path((x0, 1440), (x1, 1690), width=24))
    b.white(b.path((1010, 1580), (1310, 1580), width=22))
    b.solid(b.path((1010, 1580), (1310, 1580), width=13))
    seat = [(972, 1440), (972, 1414, 1000, 1404, 1030, 1404), (1290, 1404),
            (1324, 1404, 1346, 1414, 1346, 1440),
            (1346, 1466, 1320, 1474, 1290, 1474), (1030, 1474), (996, 1474, 972, 1464, 972, 1440)]
    b.white(b.path(*seat, width=18, close=True))
    slab(b, seat, 0.42, 0, 9)
    back = [(1010, 1180), (1010, 1140, 1300, 1140, 1306, 1180), (1312, 1226),
            (1300, 1250, 1014, 1250, 1004, 1226)]
    for x in (1036, 1280):
        b.white(b.path((x, 1240), (x, 1410), width=32))
        b.solid(b.path((x, 1240), (x, 1410), width=21))
    for x in (1096, 1158, 1220):
        b.white(b.path((x, 1240), (x, 1410), width=20))
        b.solid(b.path((x, 1240), (x, 1410), width=11))
    b.white(b.path(*back, width=18, close=True))
    slab(b, back, 0.42, 0, 9)


# Ink --------------------------------------------------------------------------------------


def inkfilm():
    """Duct to plate: rollers in section, the film thinning as it goes; one nip enlarged."""
    b = Block(1460, 1130, 16.2, seed=121)
    b.lines(b.everywhere(), 0.10, b.level())
    chain = [(242, 236, 120, True, 16)]
    for angle, r, steel, film in ((25, 78, False, 13), (-20, 100, True, 11), (28, 84, False, 9),
                                  (-2, 104, True, 8)):
        x, y, before = chain[-1][:3]
        d, a = before + r + 8, math.radians(angle)
        chain.append((x + d * math.cos(a), y + d * math.sin(a), r, steel, film))
    x, y, r = chain[-1][:3]
    for angle, small, film in ((125, 86, 6), (55, 86, 5), (-52, 74, 6)):
        d, a = r + small + 6, math.radians(angle)
        chain.append((x + d * math.cos(a), y + d * math.sin(a), small, False, film))
    fx, fy = chain[5][:2]
    big = 248
    plate = (x, fy + math.sqrt((big + 86 + 14) ** 2 - (x - fx) ** 2), big)
    fount(b)
    for place in chain:
        roller(b, *place)
    cylinder(b, *plate)
    for x, y, r, steel, film in chain:
        if steel:
            arrow(b, x, y, r * 0.58, 1)
    arrow(b, plate[0], plate[1], plate[2] * 0.70, 1)
    nip = ((chain[2][0] * chain[3][2] + chain[3][0] * chain[2][2]) / (chain[2][2] + chain[3][2]),
           (chain[2][1] * chain[3][2] + chain[3][1] * chain[2][2]) / (chain[2][2] + chain[3][2]))
    glass(b, 316, 796, 262, *nip)
    return b.grey()


def glass(b, cx, cy, r, x, y):
    """A nip enlarged: the film comes in whole, is pulled to threads, and goes on as two halves."""
    b.white(b.path((cx, cy), (x, y), width=14))
    b.solid(b.path((cx, cy), (x, y), width=6))
    b.white(b.disc(x, y, 21))
    b.solid(b.ring(x, y, 20, 6))
    b.solid(b.disc(cx, cy, r + 12))
    b.white(b.disc(cx, cy, r))
    inside = b.disc(cx, cy, r)
    hold = b.ink.copy()
    b.lines(inside, 0.10, b.level(), beads=0)
    for s in (-1, 1):
        oy = cy + s * (r * 1.52)
        b.solid(b.disc(cx, oy, r * 1.44))
        ring = b.disc(cx, oy, r * 1.36)
        b.white(ring)
        b.lines(ring, 0.34 if s < 0 else 0.62, b.rings(cx, oy) if s < 0 else b.slant(45), beads=0,
                wobble=0.1)
    b.solid(b.curve((cx - r, cy - 74), (cx - 150, cy - 40, cx - 60, cy - 22, cx + 6, cy - 20),
                    (cx + 6, cy + 20),
                    (cx - 60, cy + 22, cx - 150, cy + 40, cx - r, cy + 74)))
    for k in range(7):
        tx = cx + 6 + 25 * k
        gap = 20 + 0.0026 * (tx - cx) ** 2
        wide = 15 - 1.9 * k
        waist = max(1.5, wide * (0.8 - 0.13 * k))
        b.solid(b.curve((tx - wide, cy - gap),
                        (tx - waist, cy, tx - waist, cy, tx - wide, cy + gap),
                        (tx + wide, cy + gap),
                        (tx + waist, cy, tx + waist, cy, tx + wide, cy - gap)))
    w = inside.window
    kept = hold.copy()
    kept[w] = hold[w] * (1 - inside.a) + b.ink[w] * inside.a
    b.ink = kept
    b.solid(b.ring(cx, cy, r + 2, 20))
    b.white(b.ring(cx, cy, r + 2, 5))


def fount(b):
    """The duct: a trough of ink with its blade against the first roller."""
    body = [(40, 70), (300, 70), (300, 112), (222, 122, 158, 180, 164, 292), (150, 352), (110, 352),
            (40, 170)]
    ink = [(60, 104), (290, 104), (290, 118), (210, 130, 160, 190, 166, 290), (140, 300), (60, 150)]
    slab(b, body, 0.35, 0, 9)
    b.solid(b.curve(*ink))
    for k in range(4):
        b.white(b.path((90 + k * 40, 124), (120 + k * 34, 124), width=4))
    blade = [(60, 330), (180, 296), (190, 314), (70, 366)]
    slab(b, blade, 0.1, 15, 8)


def roller(b, x, y, r, steel, film):
    b.solid(b.disc(x, y, r + film))
    b.white(b.ring(x, y, r + film + 3, 4))
    b.white(b.disc(x, y, r - 2))
    face = b.disc(x, y, r - 7)
    angle = np.arctan2(b.y - y, b.x - x)
    if steel:
        b.lines(face, 0.30 - 0.26 * np.cos(2 * angle + 1.2), b.rings(x, y), beads=0, wobble=0.1)
    else:
        b.lines(face, 0.66 - 0.16 * np.cos(angle + 2.2), b.slant(45), beads=0.2, wobble=0.2)
        b.white(b.disc(x, y, r * 0.40))
        b.solid(b.ring(x, y, r * 0.40, 6))
    b.solid(b.ring(x, y, r - 6, 6))
    b.white(b.disc(x, y, r * .26))
    b.solid(b.disc(x, y, r * .2))
    b.white(b.disc(x, y, r * .08))


def cylinder(b, x, y, r):
    b.solid(b.disc(x, y, r + 10))
    b.white(b.disc(x, y, r))
    angle = np.arctan2(b.y - y, b.x - x)
    b.lines(b.disc(x, y, r - 8), 0.34 - 0.26 * np.cos(2 * angle + 0.8), b.rings(x, y), beads=0,
            wobble=0.1)
    gap = b.draw(lambda c: (c.move_to(x, y), c.arc(x, y, r + 16, 2.1, 2.32), c.close_path(),
                            c.fill()))
    hub = b.disc(x, y, r * 0.78)
    keep = np.ones_like(b.ink)
    keep[hub.window] -= hub.a
    b.white(gap * keep[gap.window])
    b.solid(b.ring(x, y, r - 6, 7))
    b.white(b.disc(x, y, 46))
    b.solid(b.disc(x, y, 36))
    b.white(b.disc(x, y, 14))
    for k in range(54):  # the image on the plate, in ink
        a = 2.45 + k * 0.108
        if k % 9 != 8:
            b.solid(b.path((x + (r + 6) * math.cos(a), y + (r + 6) * math.sin(a)),
                           (x + (r + 20) * math.cos(a),
                            y + (r + 20) * math.sin(a)), width=11, cap=0))


def arrow(b, x, y, r, turn):
    """Which way it turns."""
    a0, a1 = (-2.6, -0.6) if turn > 0 else (-0.6, -2.6)

    def paint(c):
        (c.arc if turn > 0 else c.arc_negative)(x, y, r, a0, a1)
        c.stroke()
    for width, value in ((24, 0.0), (10, 1.0)):
        b.solid(b.draw(lambda c: (c.set_line_width(width), c.set_line_cap(1), paint(c))), value)
    ex, ey = x + r * math.cos(a1), y + r * math.sin(a1)
    tx, ty = -math.sin(a1) * turn, math.cos(a1) * turn
    tip = [(ex + tx * 30, ey + ty * 30), (ex - tx * 8 - ty * 22, ey - ty * 8 + tx * 22),
           (ex - tx * 8 + ty * 22, ey - ty * 8 - tx * 22)]
    b.white(b.path(*tip, width=12, close=True))
    b.solid(b.poly(*tip))
