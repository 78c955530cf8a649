"""The tunnelling machine's face, two station clocks, and the press hall."""

import math

import numpy as np
from PIL import Image

from .engraving import Block, smooth
from .landscape import Camera


def wedge(b, cx, cy, r0, r1, a0, a1):
    """A piece of a ring between two radii and two angles (radians, clockwise from the right)."""
    def paint(c):
        c.arc(cx, cy, r1, a0, a1)
        c.arc_negative(cx, cy, r0, a1, a0)
        c.fill()
    return b.draw(paint)


# The cutter head --------------------------------------------------------------------------


def tunnel():
    b = Block(1560, 1180, 16.4, seed=81)
    cx, cy, r = 780, 572, 470
    lining(b, cx, cy, r)
    head(b, cx, cy, r)
    for k in range(6):
        arm(b, cx, cy, r, math.pi / 6 + k * math.pi / 3)
    nose(b, cx, cy)
    floor(b, cx, cy)
    for x, h in ((236, 236), (330, 226)):
        miner(b, x, 1128, h)
    return b.grey()


def lining(b, cx, cy, r):
    """Segments of concrete, ring behind ring, towards us."""
    far = np.hypot(b.x - cx, b.y - cy)
    angle = np.arctan2(b.y - cy, b.x - cx)
    b.lines(b.everywhere(), 0.40 + 0.35 * smooth(470, 900, far) + 0.10 * np.sin(angle * 2 + 2.4),
            b.octave(np.log(far + 1) * 30), beads=0.2, wobble=0.2)
    for radius in (548, 664, 826):
        b.solid(b.ring(cx, cy, radius, 11))
        b.white(b.ring(cx, cy, radius + 10, 5))
    for ring, (r0, r1) in enumerate(((548, 664), (664, 826), (826, 1020))):
        for k in range(9):
            a = k * 2 * math.pi / 9 + ring * 0.31
            p, q = ((cx + q * math.cos(a), cy + q * math.sin(a)) for q in (r0, r1))
            b.solid(b.path(p, q, width=9))
            for side in (-1, 1):
                m = (r0 + r1) / 2
                t = a + side * 34 / m
                b.solid(b.disc(cx + m * math.cos(t), cy + m * math.sin(t), 12))
    b.solid(b.disc(cx, cy, r + 66))
    for k in range(64):  # the dark gap round the shield, lit along its lip
        a = k * math.pi / 32
        b.white(b.path((cx + (r + 40) * math.cos(a), cy + (r + 40) * math.sin(a)),
                       (cx + (r + 58) * math.cos(a), cy + (r + 58) * math.sin(a)), width=3.4))


def head(b, cx, cy, r):
    angle = np.arctan2(b.y - cy, b.x - cx)
    far = np.hypot(b.x - cx, b.y - cy)
    disc = b.disc(cx, cy, r + 20)
    b.white(disc)
    sheen = 0.5 + 0.5 * np.cos(2 * angle + 1.5)
    b.lines(disc, 0.30 + 0.30 * sheen + 0.16 * smooth(150, 470, far), b.rings(cx, cy), beads=0,
            wobble=0.15)
    b.solid(b.ring(cx, cy, r + 18, 16))
    b.solid(b.ring(cx, cy, r - 26, 8))
    step = math.pi / 3
    for k in range(6):  # openings between the arms, where the clay goes in
        a = k * step
        for r0, r1, half in ((168, 300, 0.30), (318, 428, 0.33)):
            m = wedge(b, cx, cy, r0, r1, a - half, a + half)
            b.white(wedge(b, cx, cy, r0 - 8, r1 + 8, a - half - 10 / r0, a + half + 10 / r0))
            b.solid(m)
            b.lines(wedge(b, cx, cy, r0 + 16, r1 - 6, a - half + .06, a + half - .02), 0.86,
                    b.slant(20 + 60 * k), beads=0)
    for k in range(48):  # gauge cutters on the rim
        a = k * math.pi / 24
        tooth(b, cx, cy, r + 2, a, 26, 17)


def tooth(b, cx, cy, radius, a, long, wide):
    c, s = math.cos(a), math.sin(a)
    at = lambda u, v: (cx + (radius + u) * c - v * s, cy + (radius + u) * s + v * c)
    b.solid(b.poly(at(-long * .6, -wide * .62), at(long * .75, -wide * .35),
                   at(long * .75, wide * .35), at(-long * .6, wide * .62)))
    b.white(b.poly(at(-long * .3, -wide * .22), at(long * .5, -wide * .1), at(long * .5, wide * .1),
                   at(-long * .3, wide * .22)))


def arm(b, cx, cy, r, a):
    c, s = math.cos(a), math.sin(a)
    at = lambda u, v: (cx + u * c - v * s, cy + u * s + v * c)
    m = b.poly(at(90, -66), at(r - 24, -58), at(r - 24, 58), at(90, 66))
    b.solid(b.path(at(90, -66), at(r - 24, -58), at(r - 24, 58), at(90, 66), width=14, close=True))
    b.white(m)
    across = lambda x, y: (-(x - cx) * s + (y - cy) * c)
    b.lines(m, lambda x, y: np.clip(0.34 + 0.34 * across(x, y) / 60 * np.sign(c + s + 0.01), 0.08,
                                    0.8),
            b.slant(math.degrees(-a) if abs(c) > 0.3 else 90), beads=0, wobble=0.2)
    for u in range(132, r - 40, 62):  # disc cutters in their housings, and picks either side
        box = [at(u - 21, -24), at(u + 21, -24), at(u + 21, 24), at(u - 21, 24)]
        b.solid(b.poly(*box))
        b.white(b.path(at(u, -17), at(u, 17), width=13))
        b.solid(b.path(at(u, -15), at(u, 15), width=3))
        for side in (-1, 1):
            b.solid(b.poly(at(u - 9, side * 40), at(u + 9, side * 40), at(u + 5, side * 76),
                           at(u - 5, side * 76)))
            b.white(b.poly(at(u - 4, side * 46), at(u + 4, side * 46), at(u + 2, side * 68),
                           at(u - 2, side * 68)))


def nose(b, cx, cy):
    b.solid(b.disc(cx, cy, 128))
    plate = b.disc(cx, cy, 118)
    b.white(plate)
    b.lines(plate, lambda x, y: np.clip(0.45 + 0.36 * ((y - cy) + (x - cx)) / 118, 0.1, 0.9),
            b.rings(cx, cy), beads=0)
    for k in range(6):
        a = k * math.pi / 3
        tooth(b, cx, cy, 84, a, 34, 26)
    b.solid(b.disc(cx, cy, 50))
    b.white(b.disc(cx, cy, 40))
    b.solid(b.disc(cx, cy, 16))


def floor(b, cx, cy):
    deck = b.poly((-10, 1190), (-10, 1128), (300, 1092), (1260, 1092), (1570, 1128), (1570, 1190))
    b.white(deck)
    b.lines(deck, 0.55, b.level(), beads=0.3)
    b.solid(b.path((-10, 1128), (300, 1092), (1260, 1092), (1570, 1128), width=10))
    for x0, x1 in ((560, 470), (1000, 1090)):
        b.solid(b.path((x0, 1092), (x1, 1190), width=18, cap=0))
        b.white(b.path((x0, 1092), (x1, 1190), width=7, cap=0))


def miner(b, x, y, h):
    """A figure in a helmet seen from behind, for scale: black, with a light edge."""
    k = h / 236

    def shape(c):
        c.translate(x, y)
        c.scale(k, k)
        c.move_to(-34, 0)
        for p in ((-34, -112), (-46, -112), (-50, -140, -50, -176, -38, -184),
                  (-26, -192, -20, -192, -16, -196),
                  (-22, -206, -22, -216, -22, -222), (-22, -246, 22, -246, 22, -222),
                  (22, -216, 22, -206, 16, -196),
                  (20, -192, 26, -192, 38, -184), (50, -176, 50, -140, 46, -100), (34, -96),
                  (34, 0), (6, 0), (3, -88), (-3, -88), (-6, 0)):
            c.curve_to(*p) if len(p) == 6 else c.line_to(*p)
        c.close_path()
    b.white(b.draw(lambda c: (shape(c), c.set_line_width(12), c.stroke_preserve(), c.fill())))
    b.solid(b.draw(lambda c: (shape(c), c.fill())))
    b.white(b.draw(lambda c: (c.translate(x, y), c.scale(k, k), c.rectangle(-34, -150, 68, 10),
                              c.rectangle(-26, -184, 9, 34),
                              c.rectangle(17, -184, 9, 34), c.fill())))
    b.white(b.draw(lambda c: (c.translate(x, y), c.scale(k, k),
                              c.arc(0, -222, 21, math.pi, 2 * math.pi), c.fill())))
    b.solid(b.draw(lambda c: (c.translate(x, y), c.scale(k, k), c.rectangle(-25, -224, 50, 6),
                              c.fill())))


# The clocks -------------------------------------------------------------------------------


def clocks():
    """Noon in London, ten to twelve in Bristol, on nothing: the picture has an alpha channel."""
    b = Block(1640, 1030, 16.8, seed=91)
    alpha = np.zeros_like(b.ink)
    for cx, name, minutes in ((420, "London", 720), (1220, "Bristol", 710)):
        for m in (b.disc(cx, 420, 386), plate_shape(b, cx)):
            alpha[m.window] = np.maximum(alpha[m.window], m.a)
        bracket = b.rect(cx - 116, 700, 232, 200)
        alpha[bracket.window] = np.maximum(alpha[bracket.window], bracket.a)
        name_plate(b, cx, name)
        dial(b, cx, 420, minutes)
    grey = np.round(246 * (1 - b.ink) + 9)
    out = np.dstack([grey, grey, grey, np.round(alpha * 255)]).astype(np.uint8)
    out[out[..., 3] == 0] = 0
    return Image.fromarray(out, "RGBA")


def plate_shape(b, cx):
    return b.curve((cx - 250, 868), (cx - 250, 852, cx - 238, 840, cx - 222, 840), (cx + 222, 840),
                   (cx + 238, 840, cx + 250, 852, cx + 250, 868), (cx + 250, 986),
                   (cx + 250, 1002, cx + 238, 1014, cx + 222, 1014), (cx - 222, 1014),
                   (cx - 238, 1014, cx - 250, 1002, cx - 250, 986))


def name_plate(b, cx, name):
    stem = b.rect(cx - 116, 700, 232, 150)
    b.lines(stem, lambda x, y: np.clip(0.25 + 0.9 * np.abs((x - cx) / 110 + 0.25), 0, 0.97),
            b.slant(90), beads=0)
    b.solid(b.path((cx - 109, 700), (cx - 109, 850), width=14, cap=0))
    b.solid(b.path((cx + 109, 700), (cx + 109, 850), width=14, cap=0))
    b.solid(plate_shape(b, cx))
    inner = b.rect(cx - 232, 858, 464, 138)
    b.white(inner)
    b.solid(b.rect(cx - 225, 865, 450, 124))
    b.white(b.text(name, "NotoSans-CondensedBold.ttf", 100, cx, 962, "ms"))


def dial(b, cx, cy, minutes):
    b.solid(b.disc(cx, cy, 386))
    angle = np.arctan2(b.y - cy, b.x - cx)
    case = b.disc(cx, cy, 374)
    b.white(case)
    b.lines(case, 0.50 - 0.40 * np.cos(angle + 2.3), b.rings(cx, cy, 0.98), beads=0, wobble=0.1)
    for radius, width, value in ((318, 22, 1.0), (334, 5, 0.0)):
        b.solid(b.ring(cx, cy, radius, width), value)
    b.white(b.disc(cx, cy, 308))
    b.lines(b.disc(cx, cy, 308), lambda x,
            y: 0.20 * smooth(0.7, 1.3, ((x - cx) * -.5 + (y - cy) * -.8) / 308 + 0.2),
            b.rings(cx, cy, 1.05), beads=0, wobble=0.1)
    for k in range(60):
        a = k * math.pi / 30
        long, width = (30, 10) if k % 5 == 0 else (16, 4.4)
        b.solid(b.path((cx + 300 * math.cos(a), cy + 300 * math.sin(a)),
                       (cx + (300 - long) * math.cos(a), cy + (300 - long)
                        * math.sin(a)), width=width, cap=0))
    for k, figure in enumerate(("XII", "I", "II", "III", "IIII", "V", "VI", "VII", "VIII", "IX",
                                "X", "XI")):
        numeral(b, cx, cy, figure, k)
    hands(b, cx, cy, minutes)


def numeral(b, cx, cy, figure, k):
    a = math.radians(30 * k)
    x, y = cx + 230 * math.sin(a), cy - 230 * math.cos(a)
    word = b.text(figure, "NotoSerif-ExtraCondensedBold.ttf", 80, x, y, "mm", turn=-30 * k + 0.001)
    b.solid(word)


def hands(b, cx, cy, minutes):
    hour = minutes / 60 * math.pi / 6
    minute = minutes * math.pi / 30

    def hand(angle, length, wide, spade):
        s, c = math.sin(angle), -math.cos(angle)
        at = lambda u, v: (cx + u * s - v * c, cy + u * c + v * s)
        neck, barb = length - spade * 1.6, length - spade * 1.4
        shape = [at(-60, -wide * .8), at(neck, -wide * .5), at(barb, -spade * .55), at(length, 0),
                 at(barb, spade * .55), at(neck, wide * .5), at(-60, wide * .8)]
        b.white(b.path(*shape, width=10, close=True))
        b.solid(b.poly(*shape))
    hand(hour, 182, 26, 64)
    hand(minute, 278, 13, 26)
    b.solid(b.disc(cx, cy, 30))
    b.white(b.disc(cx, cy, 13))
    b.solid(b.disc(cx, cy, 5))


# The press hall ---------------------------------------------------------------------------

DAYLIGHT, SHADE, LAMPLIGHT = (255, 244, 206), (222, 232, 240), (255, 236, 178)


def press_hall():
    """A hall of rotary presses, in black with a little yellow and blue: a CMYK picture."""
    b = Block(1620, 1140, 12.2, seed=101)
    cam = Camera(b, 0, 0, 1.75, 0, 0.66, 0.600, 0.5)
    hall(b, cam)
    for y in (24.5, 19.3, 14.1, 8.9, 3.7):
        for side in (-1, 1):
            unit(b, cam, side, y)
        if y < 20:
            lamp(b, cam, y + 3.6)
    return cmyk(b)


def cmyk(b):
    """Line work on black alone, tints on the other three inks."""
    tint = np.round(255 * (1 - b.paper)).astype(np.uint8)
    black = np.round(250 * b.ink).astype(np.uint8)
    return Image.frombytes("CMYK", (b.w, b.h), np.dstack([tint, black[..., None]]).tobytes())


def hall(b, cam):
    end, half, eaves, ridge_z = 30.0, 6.4, 5.9, 8.2
    b.tint(b.everywhere(), SHADE)
    cx, cy = cam.at(0, end, 4.0)
    b.lines(b.everywhere(), 0.62 + 0.20 * smooth(60, 800, np.abs(b.x - cx)),
            b.octave(depth_lines(b, cam, half)), beads=0.2)
    roof = b.poly(cam.at(-half, end, eaves), cam.at(0, end, ridge_z), cam.at(half, end, eaves),
                  cam.at(half, 1, eaves),
                  cam.at(0, 1, ridge_z), cam.at(-half, 1, eaves))
    b.tint(roof, SHADE)
    b.lines(roof, 0.66 + 0.26 * smooth(cy, 0, b.y), b.level(), beads=0.2)
    for y in np.arange(3.2, 30, 2.6):  # skylights either side of the ridge
        for s in (-1, 1):
            pane = b.poly(cam.at(s * 1.0, y, ridge_z - .38), cam.at(s * 2.9, y, ridge_z - 1.1),
                          cam.at(s * 2.9, y + 1.9, ridge_z - 1.1),
                          cam.at(s * 1.0, y + 1.9, ridge_z - .38))
            b.white(pane)
            b.tint(pane, DAYLIGHT)
    for y in np.arange(26.6, 2, -2.6):
        truss(b, cam, y, half, eaves, ridge_z)
    end_wall(b, cam, end, half, eaves, ridge_z)
    floor = b.poly(cam.at(-half, end, 0), cam.at(half, end, 0), cam.at(half, .5, 0),
                   cam.at(-half, .5, 0))
    gx, gy = cam.ground(b.x, b.y)
    shine = np.exp(-(gx / 1.0) ** 2)
    b.tint(floor, (255, 250, 232))
    b.lines(floor, 0.66 - 0.52 * shine + 0.12 * b.noise(1.5, 9, 4),
            b.level(0.4 * b.noise(1.5, 9, 5)), beads=0.3)
    for x in np.arange(-1.6, 1.7, 0.4):
        b.solid(b.path(cam.at(x, end, 0), cam.at(x, 1, 0), width=3.4))


def depth_lines(b, cam, half):
    """Upright lines on the long walls, evenly spaced along the hall."""
    return cam.lens * half / np.maximum(np.abs(b.x - cam.mid), 40) * 6


def truss(b, cam, y, half, eaves, top):
    size = cam.scale(0, y)
    wide = max(3, 0.14 * size)
    b.solid(b.path(cam.at(-half, y, eaves), cam.at(0, y, top), cam.at(half, y, eaves), width=wide))
    b.solid(b.path(cam.at(-half, y, eaves), cam.at(half, y, eaves), width=wide * .8))
    for x in (-3.4, 0, 3.4):
        b.solid(b.path(cam.at(x, y, eaves), cam.at(x, y, top - abs(x) / half * (top - eaves)),
                       width=wide * .55))
    for s in (-1, 1):
        b.solid(b.path(cam.at(0, y, eaves), cam.at(s * 3.4, y, top - 3.4 / half * (top - eaves)),
                       width=wide * .45))


def end_wall(b, cam, y, half, eaves, top):
    b.solid(b.poly(cam.at(-half, y, 0), cam.at(-half, y, eaves), cam.at(0, y, top),
                   cam.at(half, y, eaves), cam.at(half, y, 0)))
    for x, wide, crown in ((-3.7, 1.15, 4.4), (0, 1.5, 5.6), (3.7, 1.15, 4.4)):
        arch = [cam.at(x - wide, y, 1.2)]
        arch += [cam.at(x + wide * math.cos(a), y, crown + wide * math.sin(a))
                 for a in np.linspace(math.pi, 0, 20)]
        arch += [cam.at(x + wide, y, 1.2)]
        m = b.poly(*arch)
        b.white(m)
        b.tint(m, DAYLIGHT)
        for u in (-.33, .33):
            b.solid(b.path(cam.at(x + u * wide, y, 1.2), cam.at(x + u * wide, y, crown + wide * .9),
                           width=3))
        for z in np.arange(2.2, crown + 1, 1.1):
            b.solid(b.path(cam.at(x - wide, y, z), cam.at(x + wide, y, z), width=3))


def on_side(cam, x, y, z, r, steps=48):
    """A circle standing along the hall, as it is seen."""
    return [cam.at(x, y + r * math.cos(a), z + r * math.sin(a))
            for a in np.linspace(0, 2 * math.pi, steps)]


def unit(b, cam, side, y):
    """One press unit: side frame, cylinders, the web over the top, its reels below."""
    x, long, high = side * 1.75, 4.3, 3.05
    size = cam.scale(x, y + long / 2)
    line = max(3, 0.035 * size)
    near_face = b.poly(cam.at(x, y, 0), cam.at(side * 5.2, y, 0), cam.at(side * 5.2, y, high),
                       cam.at(x, y, high))
    if near_face is not None:
        b.tint(near_face, SHADE)
        b.white(near_face)
        b.lines(near_face, 0.86, b.slant(0), beads=0)
        for z in (0.75, 1.6, 2.45):  # the rollers, running across the press
            for dz, wide, tone in ((0, .30, 0.25), (.42, .16, 0.45)):
                roller = b.poly(cam.at(x + side * .2, y, z + dz - wide),
                                cam.at(side * 4.9, y, z + dz - wide),
                                cam.at(side * 4.9, y, z + dz + wide),
                                cam.at(x + side * .2, y, z + dz + wide))
                if roller is None:
                    continue
                mid = cam.at(x, y, z + dz)[1]
                b.white(roller)
                b.lines(roller, lambda px,
                        py: np.clip(tone + 0.75
                                    * np.abs((py - mid) / (wide * cam.scale(0, y)) + .3), 0, .96),
                        b.slant(0, 0.9), beads=0)
    at = lambda dy, z: cam.at(x, y + dy, z)
    outline = [at(0, 0), at(0, high - .5), at(.5, high), at(long - .5, high), at(long, high - .5),
               at(long, 0)]
    frame = b.poly(*outline)
    if frame is None:
        return
    b.solid(b.path(*outline, width=line * 2.4, close=True))
    b.tint(frame, (255, 255, 255))
    b.white(frame)
    b.lines(frame, 0.20, b.slant(90), beads=0)
    for dy in (.28, 2.28):  # the openings in the frame, arched below, dark inside
        hole = [at(dy, .12), at(dy, 0.75)]
        hole += [at(dy + .87 - .87 * math.cos(a), .75 + .5 * math.sin(a))
                 for a in np.linspace(0, math.pi, 14)]
        hole += [at(dy + 1.74, .12)]
        b.solid(b.poly(*hole))
    for dy, z, r in ((1.15, 1.78, .36), (1.15, 2.52, .36), (3.15, 1.78, .36), (3.15, 2.52, .36),
                     (2.15, 2.15, .50)):
        cylinder(b, cam, x, y + dy, z, r, size)
    for dy in (1.15, 3.15):
        reel(b, cam, x - side * .05, y + dy, 0.60, 0.50, size)
        b.white(b.path(at(dy + .48, .62), at(dy + .62, 1.5), at(dy + .3, 2.9),
                       at(dy + .3, high + .5), width=line * 1.1))
    web = [at(.2, high + .55), at(long - .2, high + .55),
           cam.at(x + side * .45, y + long - .2, high + .55),
           cam.at(x + side * .45, y + .2, high + .55)]
    b.solid(b.path(*web, width=line, close=True))
    b.tint(b.poly(*web), (255, 253, 246))
    b.white(b.poly(*web))
    for dy in (.2, 1.45, 2.75, 4.0):
        b.solid(b.path(at(dy, high), at(dy, high + 1.0), width=line))
    for dz in (.06, .62, 1.0):
        b.solid(b.path(at(.05, high + dz), at(long - .05, high + dz), width=line))


def cylinder(b, cam, x, y, z, r, size):
    """A geared cylinder end: teeth, a shaded face, a bright boss."""
    teeth = []
    for k in range(72):
        a, q = 2 * math.pi * k / 72, r * (1.12 if k % 4 < 2 else 1.0)
        teeth.append(cam.at(x, y + q * math.cos(a), z + q * math.sin(a)))
    b.solid(b.poly(*teeth))
    rim = b.poly(*on_side(cam, x, y, z, r * .86))
    cx, cy = cam.at(x, y, z)
    b.tint(rim, SHADE)
    b.white(rim)
    b.lines(rim, lambda px, py: np.clip(0.42 + 0.4 * ((py - cy) / (r * size)), 0.1, 0.9),
            b.slant(30), beads=0)
    b.solid(b.poly(*on_side(cam, x, y, z, r * 0.45)))
    b.white(b.poly(*on_side(cam, x, y, z, r * 0.22)))


def reel(b, cam, x, y, z, r, size):
    """A reel of newsprint: bright, with the turns of the paper on its end."""
    b.solid(b.poly(*on_side(cam, x, y, z, r * 1.09)))
    face = b.poly(*on_side(cam, x, y, z, r))
    b.tint(face, (255, 253, 246))
    b.white(face)
    for k in np.arange(0.40, 0.98, max(0.13, 15 / (r * size))):
        b.solid(b.path(*on_side(cam, x, y, z, r * k), width=3.2))
    b.solid(b.poly(*on_side(cam, x, y, z, r * 0.24)))
    b.white(b.poly(*on_side(cam, x, y, z, r * 0.10)))


def lamp(b, cam, y):
    size = cam.scale(0, y)
    x, z = cam.at(0, y, 4.7)
    b.solid(b.path((x, z), cam.at(0, y, 6.2), width=max(3, .03 * size)))
    glow = b.disc(x, z + .16 * size, .22 * size)
    b.white(glow)
    b.tint(glow, LAMPLIGHT)
    b.solid(b.curve((x - .42 * size, z + .12 * size),
                    (x - .3 * size, z - .1 * size, x - .1 * size, z - .16 * size, x,
                     z - .18 * size),
                    (x + .1 * size, z - .16 * size, x + .3 * size, z - .1 * size, x + .42 * size,
                     z + .12 * size)))
