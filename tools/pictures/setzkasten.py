"""The German paper's pictures: the case, the platen press, the stone and the sheet."""

import math

import numpy as np
from PIL import Image

from .composing import shade, slab
from .engraving import Block, smooth

SERIF = "NotoSerif-Bold.ttf"

# The case, row by row: height, letters, widths. The most used have the widest, nearest the hand.
CASE = (
    (1.0, "A B C D E F G H I K L M N O P Q".split(), [1] * 16),
    (1.0, "R S T U V W X Y Z J \u00c4 \u00d6 \u00dc & \u00a7 \u2020".split(), [1] * 16),
    (1.25, "1 2 3 4 5 6 7 8 9 0 \u00df ! ?".split(), [1.2] * 10 + [1.33] * 3),
    (1.7, "s t u r v w z y x q".split(), [2, 2, 2, 2, 1.4, 1.4, 1.4, 1.3, 1.25, 1.25]),
    (2.0, "l m i n e h c k".split(), [1.6, 1.6, 2.1, 2.6, 3.3, 2.0, 1.6, 1.2]),
    (1.6, "p f g o a d b j , .".split(), [1.4, 1.4, 1.5, 2.0, 2.4, 2.2, 1.6, 1.0, 1.25, 1.25]),
)


def setzkasten():
    b = Block(1600, 1060, 17.0, seed=151)
    grain = b.noise(1.0, 26, 3)
    b.lines(b.everywhere(), 0.30 + 0.16 * grain, b.level(0.8 * grain), beads=0)
    b.solid(b.path((6, 6), (b.w - 6, 6), (b.w - 6, b.h - 6), (6, b.h - 6), width=10, close=True))
    b.solid(b.rect(52, 52, b.w - 104, b.h - 104))
    rng = np.random.Generator(np.random.PCG64(7))
    total = sum(row[0] for row in CASE)
    y, room, wall = 60.0, b.h - 120.0, 10
    for tall, letters, widths in CASE:
        h, x, scale = tall / total * room, 60.0, (b.w - 120.0) / sum(widths)
        for letter, wide in zip(letters, widths):
            compartment(b, x, y, wide * scale - wall, h - wall, letter, rng)
            x += wide * scale
        y += h
    b.solid(b.path((52, 52), (b.w - 52, 52), (b.w - 52, b.h - 52), (52, b.h - 52), width=8,
                   close=True))
    return b.grey()


def compartment(b, x, y, w, h, letter, rng):
    """Bare wood in the shade of its walls, with a heap of sorts in it."""
    m = b.rect(x, y, w, h)
    b.white(m)
    b.lines(m, lambda px, py: 0.66 + 0.3 * smooth(34, 0, np.minimum(px - x, py - y)), b.slant(0),
            beads=0)
    size = 30 if w * h < 12000 else 33
    count = int(w * h / (size * size * 2.5) * rng.uniform(0.8, 1.1))
    for _ in range(max(count, 2)):
        # Fuller towards the front of the compartment and its middle.
        sx = x + w * (0.5 + 0.34 * rng.normal() * 0.62)
        sy = y + h * (0.60 + 0.30 * rng.normal() * 0.62)
        sx = np.clip(sx, x + size * .7, x + w - size * .7)
        sy = np.clip(sy, y + size * .9, y + h - size * .9)
        sort(b, sx, sy, size, letter, rng.uniform(-1.0, 1.0), rng.uniform())


def sort(b, x, y, size, letter, turn, kind):
    c, s = math.cos(turn), math.sin(turn)
    at = lambda u, v: (x + u * c - v * s, y + u * s + v * c)
    w, h = size * 0.42, size * 0.62
    if kind < 0.45:  # lying down: we see its side, with the nick
        h = size * 1.05
        box = [at(-w, -h), at(w, -h), at(w, h), at(-w, h)]
        b.solid(b.path(*box, width=8, close=True))
        b.white(b.poly(*box))
        b.solid(b.path(at(-w, h * .35), at(w, h * .35), width=4.5, cap=0))
        b.solid(b.path(at(w * .45, -h), at(w * .45, h), width=5, cap=0))
        return
    box = [at(-w, -h), at(w, -h), at(w, h), at(-w, h)]
    b.solid(b.path(*box, width=8, close=True))
    b.white(b.poly(*box))
    b.solid(b.glyph(letter, SERIF, box, True, 0.82))


# The platen press -------------------------------------------------------------------------


def tiegel():
    """The Heidelberg platen, its two gripper arms going round like a windmill."""
    b = Block(1500, 1340, 18.0, seed=161)
    u, v = b.x / b.w, b.y / b.h
    b.lines(b.everywhere(), 0.50 - 0.44 * np.exp(-(((u - .5) / .5) ** 2 + ((v - .42) / .42) ** 2)),
            b.level(0.6 * b.noise(8, 16, 4)))
    floor = b.rect(0, 1196, b.w, 200)
    b.lines(floor, 0.62 + 0.2 * b.noise(1, 18, 5), b.level(0.5 * b.noise(1, 18, 6)), beads=0.3)
    b.solid(b.rect(0, 1190, b.w, 8))
    flywheel(b, 268, 760, 250)
    body(b)
    inking(b)
    piles(b)
    windmill(b, 742, 618)
    return b.grey()


def flywheel(b, x, y, r):
    b.solid(b.disc(x, y, r + 12))
    shade(b, b.disc(x, y, r), lambda px,
          py: np.clip(0.44 + 0.4 * ((py - y) + (px - x)) / (2 * r), .08, .9), b.rings(x, y))
    b.solid(b.disc(x, y, r - 52))
    hollow = b.disc(x, y, r - 62)
    b.lines(hollow, 0.82, b.slant(0), beads=0)
    for k in range(6):
        a = k * math.pi / 3 + 0.3
        p = (x + 40 * math.cos(a), y + 40 * math.sin(a))
        q = (x + (r - 46) * math.cos(a), y + (r - 46) * math.sin(a))
        for width, value in ((46, 1.0), (32, 0.0)):
            b.solid(b.path(p, q, width=width), value)
    for radius, value in ((74, 1.0), (62, 0.0), (30, 1.0), (12, 0.0)):
        b.solid(b.disc(x, y, radius), value)


def body(b):
    """The casting: a rounded pedestal; bed and platen meet in it like jaws."""
    base = [(330, 1226), (360, 1150), (420, 1080, 430, 980, 430, 860), (430, 560),
            (440, 470, 500, 420, 590, 410),
            (900, 410), (1000, 420, 1060, 470, 1070, 560), (1070, 860),
            (1076, 980, 1090, 1080, 1150, 1150), (1186, 1226)]
    slab(b, base, lambda px, py: np.clip(0.42 + 0.42 * (px - 430) / 640, 0.3, 0.9), 90, 13)
    well = [(520, 500), (980, 500), (980, 820), (940, 880, 560, 880, 520, 820)]
    b.solid(b.curve(*well))
    bed = [(540, 500), (650, 500), (700, 800), (596, 852)]
    slab(b, bed, 0.20, 80, 9)
    platen = [(960, 500), (850, 500), (790, 800), (904, 852)]
    slab(b, platen, 0.46, -80, 9)
    for k in range(4):
        b.solid(b.path((566 + 12 * k, 560 + 70 * k), (640 + 14 * k, 552 + 70 * k), width=6))
    plate = [(560, 930), (560, 910, 580, 900, 600, 900), (890, 900), (910, 900, 930, 910, 930, 930),
             (930, 1010),
             (930, 1030, 910, 1040, 890, 1040), (600, 1040), (580, 1040, 560, 1030, 560, 1010)]
    slab(b, plate, 0.05, 0, 9)
    b.solid(b.text("Tiegel", "NotoSans-CondensedBold.ttf", 96, 745, 1003, "ms"))
    b.solid(b.rect(320, 1216, 880, 26))
    b.solid(b.path((1090, 900), (1190, 760), width=24))
    b.solid(b.disc(1194, 752, 30))
    b.white(b.disc(1188, 746, 11))


def inking(b):
    """The fountain and the rollers on top."""
    slab(b, [(470, 420), (440, 300), (620, 270), (660, 410)], 0.5, 0, 11)
    for x, y, r in ((560, 236, 64), (676, 300, 52), (590, 352, 48), (768, 372, 44)):
        b.solid(b.disc(x, y, r + 8))
        shade(b, b.disc(x, y, r), lambda px,
              py: np.clip(0.46 + 0.4 * ((py - y) + (px - x)) / (2 * r), .08, .9), b.rings(x, y))
        b.solid(b.disc(x, y, r * .3))
        b.white(b.disc(x, y, r * .13))
    duct = [(386, 250), (372, 150), (500, 122), (520, 196), (470, 240)]
    slab(b, duct, 0.3, 0, 11)
    b.solid(b.poly((392, 172), (488, 150), (500, 186), (402, 214)))
    b.solid(b.path((820, 420), (850, 250), (930, 200), width=16))
    b.solid(b.disc(936, 196, 24))


def piles(b):
    """Blank sheets on the feed table at the right; the delivery is below, left."""
    slab(b, [(1080, 700), (1430, 660), (1440, 704), (1090, 748)], 0.55, 0, 10)
    for k in range(9):
        y = 690 - k * 17
        slab(b, [(1110, y), (1410, y - 36), (1412, y - 24), (1112, y + 12)], 0.0, 0, 4)
    for x in (1130, 1400):
        b.solid(b.path((x, 720), (x + 10, 1196), width=20))
        b.white(b.path((x - 3, 740), (x + 6, 1190), width=5))
    b.solid(b.path((1240, 520), (1240, 420), (1090, 400), width=15))
    for x in (1190, 1290):
        b.solid(b.path((1240, 440), (x, 470), (x, 520), width=11))
        b.solid(b.disc(x, 524, 15))
    slab(b, [(430, 1120), (640, 1096), (650, 1130), (440, 1158)], 0.2, 0, 9)


def windmill(b, x, y):
    """A hub and two opposite arms, each with a sheet in its gripper; arcs show the way they go."""
    for radius, a0, a1 in ((330, -0.12, 0.42), (330, 2.90, 3.46)):
        for width, value in ((20, 0.0), (9, 1.0)):
            b.solid(b.draw(lambda c: (c.set_line_width(width), c.set_line_cap(1),
                                      c.arc(x, y, radius, a0, a1), c.stroke())), value)
    for a, printed in ((math.radians(-44), False), (math.radians(136), True)):
        c, s = math.cos(a), math.sin(a)
        at = lambda u, v: (x + u * c - v * s, y + u * s + v * c)
        sheet = [at(316, -130), at(316, 130), at(512, 140), at(512, -140)]
        b.solid(b.path(*sheet, width=14, close=True))
        b.white(b.poly(*sheet))
        b.lines(b.poly(*sheet), 0.10, b.slant(0), beads=0)
        if printed:
            for k in range(7):
                b.solid(b.path(at(350 + 22 * k, -96), at(350 + 22 * k, 96 - 60 * (k == 6)),
                               width=8))
        arm = [at(0, -44), at(250, -26), at(300, -120), at(338, -120), at(338, 120), at(300, 120),
               at(250, 26), at(0, 44)]
        for width, value in ((26, 0.0), (12, 1.0)):
            b.solid(b.path(*arm, width=width, close=True), value)
        shade(b, b.poly(*arm), 0.16, b.slant(90))
        for v in (-96, -32, 32, 96):
            b.solid(b.path(at(326, v), at(366, v), width=16))
    for radius, value in ((92, 0.0), (80, 1.0), (68, 0.0), (40, 1.0), (26, 0.0), (10, 1.0)):
        b.solid(b.disc(x, y, radius), value)
    for k in range(6):
        a = k * math.pi / 3 + .2
        b.solid(b.disc(x + 54 * math.cos(a), y + 54 * math.sin(a), 8))


# The stone --------------------------------------------------------------------------------


def lithostein():
    """A stone with its drawing and its words back to front; the leather roller lies behind."""
    b = Block(1500, 1060, 17.2, seed=171)
    b.lines(b.everywhere(), 0.50 - 0.3 * smooth(0, 420, b.y), b.level(0.5 * b.noise(8, 16, 4)))
    grain = b.noise(1.0, 26, 3)
    bench = b.rect(0, 330, b.w, b.h)
    b.lines(bench, 0.50 + 0.22 * grain, b.level(0.8 * grain), beads=0)
    b.solid(b.rect(0, 326, b.w, 7))
    top = [(330, 380), (1330, 330), (1420, 800), (120, 870)]
    front = [(120, 870), (1420, 800), (1420, 930), (120, 1010)]
    b.solid(b.poly((120, 1010), (1420, 930), (1480, 900), (1480, 980), (160, 1050)))
    for shape in (top, front):
        b.solid(b.path(*shape, width=14, close=True))
    b.white(b.poly(*top))
    chips = b.noise(0.9, 1.4, 7)
    shade(b, b.poly(*front), 0.40 + 0.34 * chips, b.slant(3) + 0.5 * chips)
    b.lines(b.poly(*top), 0.07 + 0.05 * b.noise(4, 8, 9), b.slant(3), beads=0)
    drawing(b, top)
    b.solid(b.path(*top, width=8, close=True))
    hand_roller(b)
    return b.grey()


def drawing(b, quad):
    """Drawn flat as it would print, then laid on the stone in reverse."""
    flat = Block(1300, 760, 15.0, seed=172)
    flat.solid(flat.path((40, 40), (1260, 40), (1260, 720), (40, 720), width=9, close=True))
    flat.solid(flat.path((58, 58), (1242, 58), (1242, 702), (58, 702), width=4, close=True))
    scene = flat.rect(84, 84, 1132, 330)
    flat.lines(scene, 0.42 - 0.4 * smooth(84, 330, flat.y), flat.level(), beads=0)
    flat.white(flat.disc(330, 210, 74))
    flat.solid(flat.ring(330, 210, 74, 6))
    for base, peak, x in ((414, 150, 620), (414, 190, 900), (414, 250, 1120), (414, 260, 470)):
        left, right = x - (base - peak) * 1.15, x + (base - peak) * 1.15
        hill = flat.poly((max(left, 84), base if left > 84 else base), (x, peak),
                         (min(right, 1216), base))
        flat.white(hill)
        flat.lines(hill, lambda px, py: np.where(px > x, 0.72, 0.10), flat.slant(-35), beads=0)
        flat.solid(flat.path((max(left, 84), base), (x, peak), (min(right, 1216), base), width=6))
    flat.solid(flat.rect(84, 410, 1132, 6))
    flat.solid(flat.text("Steindruck", "NotoSerif-CondensedBlack.ttf", 204, 650, 590, "ms"))
    flat.solid(flat.text("M\u00fcnchen 1798", "NotoSerif-CondensedBold.ttf", 76, 650, 676, "ms"))
    tile = np.round(255 * flat.ink).astype(np.uint8)[:, ::-1]
    inner = [tuple(q + (m - q) * 0.035 for q, m in zip(p, (800, 595))) for p in quad]
    b.solid(b.patch(Image.fromarray(np.ascontiguousarray(tile), "L"), inner))


def hand_roller(b):
    """The roller in front, at the right: a leather cylinder between two handles."""
    a = math.radians(-24)
    c, s = math.cos(a), math.sin(a)
    at = lambda u, v: (1120 + u * c - v * s, 250 + u * s + v * c)
    fall = lambda u, v: tuple(p + d for p, d in zip(at(u, v), (16, 34)))
    b.solid(b.poly(fall(-380, -20), fall(380, -24), fall(380, 26), fall(-380, 22)))
    b.solid(b.poly(fall(-218, -90), fall(220, -90), fall(220, 92), fall(-218, 92)))
    for u0, u1 in ((-370, -215), (215, 370)):
        grip = [at(u0, -20), at(u1, -26), at(u1, 26), at(u0, 20)]
        b.white(b.path(*grip, width=26, close=True))
        slab(b, grip, 0.36, 24, 9)
        b.solid(b.path(at(u1 if u0 < 0 else u0, 0), at(215 if u0 > 0 else -215, 0), width=20))
    drum = [at(-210, -86), at(210, -86), at(210, 86), at(-210, 86)]
    b.white(b.path(*drum, width=28, close=True))
    across = lambda px, py: (-(px - 1120) * s + (py - 250) * c) / 86
    slab(b, drum, lambda px, py: np.clip(0.62 + 0.40 * np.abs(across(px, py) + 0.35), 0, 0.97), 24,
         12)
    for u in (-210, 210):
        b.solid(b.path(at(u, -86), at(u, 86), width=20))


# The sheet --------------------------------------------------------------------------------


def bogen():
    """One sheet, halved and halved again; each part has the shape of the whole."""
    b = Block(1500, 1090, 17.4, seed=181)
    b.lines(b.everywhere(), 0.62 + 0.10 * b.noise(8, 16, 3), b.slant(0))
    sheet = [(70, 96), (1418, 62), (1440, 1010), (58, 1030)]
    b.solid(b.poly(*[(x + 22, y + 30) for x, y in sheet]))
    b.white(b.poly(*sheet))

    def place(u, v):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = sheet
        return (x0 * (1 - u) * (1 - v) + x1 * u * (1 - v) + x2 * u * v + x3 * (1 - u) * v,
                y0 * (1 - u) * (1 - v) + y1 * u * (1 - v) + y2 * u * v + y3 * (1 - u) * v)
    u0, v0, u1, v1 = 0.0, 0.0, 1.0, 1.0
    angles = (0, 90, 35, -35, 0, 90, 35)
    for n in range(1, 8):
        if n % 2:  # cut across: keep the left, go on with the right
            mid = (u0 + u1) / 2
            part, (u0, u1) = (u0, v0, mid, v1), (mid, u1)
        else:
            mid = (v0 + v1) / 2
            part, (v0, v1) = (u0, v0, u1, mid), (mid, v1)
        leaf(b, place, part, n, 0.10 + 0.09 * ((n * 3) % 4), angles[n - 1])
    last = b.poly(place(u0, v0), place(u1, v0), place(u1, v1), place(u0, v1))
    shade(b, last, 0.24, b.slant(-35), [place(u0, v0), place(u1, v0), place(u1, v1), place(u0, v1)],
          8)
    turned_corner(b, place)
    b.solid(b.path(*sheet, width=8, close=True))
    return b.grey()


def leaf(b, place, part, n, tone, angle):
    u0, v0, u1, v1 = part
    corners = [place(u0, v0), place(u1, v0), place(u1, v1), place(u0, v1)]
    shade(b, b.poly(*corners), tone, b.slant(angle))
    b.solid(b.path(*corners, width=13, close=True))
    b.white(b.path(*corners, width=6, close=True, dash=[26, 14]))
    x, y = place((u0 + u1) / 2, (v0 + v1) / 2)
    size = 330 * 0.72 ** (n - 1)
    if size < 44:
        return
    word = b.text(f"A{n}", "NotoSans-CondensedBold.ttf", size, x, y, "mm")
    rows, cols = word.window
    m = size * 0.12
    b.white(b.rect(cols.start - m, rows.start - m, cols.stop - cols.start + 2 * m,
                   rows.stop - rows.start + 2 * m))
    b.solid(word)


def turned_corner(b, place):
    """The lower left corner lifts, and shows the white back of the sheet."""
    p, q, tip = place(0.0, 0.80), place(0.135, 1.0), place(0.125, 0.83)
    b.solid(b.curve(place(0, 1.02), place(-0.01, 0.8), p, q))
    under = b.curve(place(-0.02, 1.04), place(-0.02, 0.80), p, q, place(.13, 1.04))
    b.lines(under, 0.62, b.slant(0), beads=0)
    flap = [p, (p[0] + 40, p[1] + 4, tip[0] - 40, tip[1] - 26, tip[0], tip[1]),
            (tip[0] + 6, tip[1] + 50, q[0] - 16, q[1] - 70, q[0], q[1])]
    b.solid(b.path(*flap, width=16, close=True))
    m = b.curve(*flap)
    b.white(m)
    b.lines(m, lambda x, y: 0.08 + 0.5 * smooth(0.55, 0.0, (x - p[0] + p[1] - y + 220) / 400),
            b.slant(-48), beads=0)
    b.solid(b.path(*flap, width=8, close=True))
