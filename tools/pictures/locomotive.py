"""No. 60103 from the front, in three quiet colours under the black."""

import math

import numpy as np

from .engraving import Block, smooth
from .landscape import clouds, puffs

GREEN, BEAM, IRON = (74, 116, 88), (174, 64, 48), (150, 156, 158)
STEEL, LAMP, STONE, SKY = (214, 216, 212), (243, 226, 170), (222, 213, 196), (222, 229, 228)
RAIL = 1196.0  # y of the rail head
METRE = 290.0


def locomotive():
    b = Block(1640, 1260, 12.9, seed=12)
    cx = b.w / 2
    at = lambda x, z: (cx + x * METRE, RAIL - z * METRE)
    air(b, cx)
    cab(b, at)
    under(b, at)
    for side in (-1, 1):
        flank(b, at, side)
    smokebox(b, at)
    platform(b, at)
    beam(b, at)
    return b.rgb()


def air(b, cx):
    cloud = clouds(b, 1.0, 3.0, 3)
    b.tint(b.everywhere(), SKY)
    b.lines(b.everywhere(), 0.48 - 0.25 * b.y / b.h + 0.25 * (cloud - 0.5),
            b.level(2 * (cloud - .5)))
    ground = b.rect(0, RAIL - 70, b.w, b.h)
    b.tint(ground, STONE)
    stones = b.noise(0.9, 1.6, 21)
    b.lines(ground, 0.50 + 0.5 * stones, b.level(1.3 * stones), beads=0.3)
    b.solid(b.rect(0, RAIL - 72, b.w, 5))
    rng = np.random.Generator(np.random.PCG64(23))
    heads = []
    for side in (-1, 1):
        for i in range(46):  # drain cocks: steam low down, rolling out and up
            t = rng.uniform(0, 1)
            r = 46 + 135 * t * rng.uniform(0.6, 1.1)
            x = cx + side * (330 + 560 * t ** 0.8) + rng.uniform(-30, 30)
            y = RAIL - 60 - 560 * t ** 1.7 * rng.uniform(0.1, 1.0) + 20 * rng.uniform(-1, 1)
            heads.append((x, y, r))
    for i in range(34):      # and the chimney's, blown to the left
        t = i / 33
        heads.append((cx - 980 * t + rng.uniform(-40, 40), 10 + 40 * t + rng.uniform(-40, 30),
                      46 + 120 * t))
    body, light = puffs(b, sorted(heads, key=lambda p: p[1] - p[2]), 5)
    m = b.window(np.round(255 * smooth(0.4, 0.6, body)).astype(np.uint8))
    b.tint(m, (253, 252, 247))
    b.lines(m, 0.56 * (1 - light) ** 1.5, b.level(1.6 * (light - 0.5)), beads=0)


def cab(b, at):
    shape = b.curve(at(-1.34, 1.5), at(-1.36, 3.15),
                    (*at(-1.2, 3.62), *at(-.7, 3.86), *at(0, 3.88)),
                    (*at(.7, 3.86), *at(1.2, 3.62), *at(1.36, 3.15)), at(1.34, 1.5))
    b.tint(shape, GREEN)
    b.white(shape)
    b.lines(shape, lambda x, y: 0.62 + 0.2 * smooth(0, 500, np.abs(x - at(0, 0)[0])), b.slant(90),
            beads=0.2)
    edge = [at(-1.36, 3.15), (*at(-1.2, 3.62), *at(-.7, 3.86), *at(0, 3.88)),
            (*at(.7, 3.86), *at(1.2, 3.62), *at(1.36, 3.15))]
    b.solid(b.path(*edge, width=13))
    for s in (-1, 1):
        window = b.curve(at(s * 1.06, 2.78), at(s * 1.27, 2.78), at(s * 1.27, 3.16),
                         (*at(s * 1.22, 3.36), *at(s * 1.14, 3.46), *at(s * 1.06, 3.5)))
        b.tint(window, LAMP)
        b.lines(window, 0.18, b.slant(60), beads=0)
        b.solid(b.path(at(s * 1.06, 2.78), at(s * 1.27, 2.78), at(s * 1.27, 3.16),
                       (*at(s * 1.22, 3.36), *at(s * 1.14, 3.46),
                        *at(s * 1.06, 3.5)), width=8, close=True))


def under(b, at):
    """Everything dark below the running plate: frames, wheels, cylinders, the track."""
    b.solid(b.poly(at(-1.28, 0.62), at(-1.34, 1.62), at(1.34, 1.62), at(1.28, 0.62)))
    dark = b.poly(at(-.95, 0.1), at(-1.02, 1.0), at(1.02, 1.0), at(.95, 0.1))
    b.solid(dark)
    frames = b.poly(at(-.62, .16), at(-.62, .9), at(.62, .9), at(.62, .16))
    b.tint(frames, IRON)
    b.lines(frames, lambda x, y: 0.62 + 0.36 * smooth(at(0, .2)[1], at(0, .9)[1], y), b.slant(0),
            beads=0)
    b.solid(b.path(at(-.7, .42), at(.7, .42), width=44))
    b.solid(b.path(at(-.62, .16), at(.62, .16), width=10))
    for s in (-1, 1):
        rail = b.poly(at(s * .70, 0), at(s * .79, 0), at(s * .90, -.26), at(s * .78, -.26))
        b.tint(rail, STEEL)
        b.white(rail)
        b.solid(b.poly(at(s * .79, 0), at(s * .90, -.26), at(s * .97, -.26), at(s * .83, 0)))
        wheel = b.poly(at(s * .69, 0), at(s * .69, .95), at(s * .84, .95), at(s * .84, 0))
        b.tint(wheel, IRON)
        b.lines(wheel, lambda x, y: np.clip(0.45 + 0.5 * np.abs(y - at(0, .5)[1]) / 140, 0, 1),
                beads=0)
        b.solid(b.poly(at(s * .655, -.035), at(s * .655, .8), at(s * .69, .8), at(s * .69, -.035)))
        x, y = at(s * 1.06, 0.72)
        cylinder = b.disc(x, y, 76)
        b.tint(cylinder, IRON)
        b.lines(cylinder, lambda px,
                py: np.clip(0.62 + 0.4 * (py - y) / 76 + 0.2 * (px - x) / 76, .2, 1),
                b.rings(x, y), beads=0)
        b.solid(b.ring(x, y, 76, 9))
        b.solid(b.disc(x, y, 22))
        for k in range(10):
            a = k * math.pi / 5
            b.white(b.disc(x + 58 * math.cos(a), y + 58 * math.sin(a), 5))
        guard = b.curve(at(s * .78, .86), at(s * .68, .86),
                        (*at(s * .66, .5), *at(s * .7, .3), *at(s * .73, .07)),
                        at(s * .80, .07), (*at(s * .78, .3), *at(s * .76, .5), *at(s * .78, .86)))
        b.solid(guard)
    b.solid(b.rect(at(-1.6, 0)[0], at(0, .07)[1], 1.6 * 2 * METRE, 0))


def flank(b, at, s):
    """Running plate, valance and the smoke deflector of one side."""
    plate = b.curve(at(s * .55, 1.60), at(s * 1.36, 1.60), at(s * 1.36, 1.36), at(s * 1.30, 1.30),
                    at(s * .55, 1.30))
    b.tint(plate, GREEN)
    b.white(plate)
    b.lines(plate, 0.60, b.slant(0), beads=0)
    b.solid(b.path(at(s * .5, 1.60), at(s * 1.38, 1.60), width=11))
    b.white(b.path(at(s * .9, 1.625), at(s * 1.36, 1.625), width=4))
    outer = [at(s * 1.10, 2.12), (*at(s * 1.30, 2.5), *at(s * 1.33, 3.1), *at(s * 1.16, 3.72))]
    inner = [at(s * 1.08, 3.70), (*at(s * 1.22, 3.1), *at(s * 1.20, 2.55), *at(s * 1.04, 2.16))]
    side = b.curve(*outer, *inner)
    b.tint(side, GREEN)
    b.white(side)
    b.lines(side, 0.42 if s < 0 else 0.66, b.slant(0), beads=0)
    b.solid(b.path(*outer, *inner, width=8, close=True))
    for z in (2.5, 3.3):
        b.solid(b.path(at(s * .88, z - .03), at(s * 1.2, z), width=10))


def smokebox(b, at):
    x, y = at(0, 2.74)
    r = 1.0 * METRE
    chimney(b, at)
    saddle = b.curve(at(-.62, 2.1), (*at(-.60, 1.75), *at(-.8, 1.62), *at(-.98, 1.55)),
                     at(.98, 1.55),
                     (*at(.8, 1.62), *at(.60, 1.75), *at(.62, 2.1)))
    b.tint(saddle, IRON)
    b.lines(saddle, lambda px, py: 0.68 + 0.25 * np.abs(px - x) / 250, b.slant(90), beads=0)
    b.solid(b.disc(x, y, r + 14))
    face = b.disc(x, y, r - 4)
    b.tint(face, IRON)
    shine = lambda px, py: np.cos(np.arctan2(py - y, px - x) + 2.2)
    b.white(face)
    b.lines(face, lambda px, py: 0.74 - 0.26 * shine(px, py), b.rings(x, y), beads=0, wobble=0.15)
    for k in range(36):
        a = k * math.pi / 18
        b.white(b.disc(x + (r - 26) * math.cos(a), y + (r - 26) * math.sin(a), 6.5))
    door = 0.745 * METRE
    b.solid(b.disc(x, y, door + 11))
    b.white(b.disc(x, y, door + 3))
    b.solid(b.disc(x, y, door - 3))
    dish = b.disc(x, y, door - 10)
    b.tint(dish, IRON)
    b.white(dish)
    tone = lambda px, py: np.clip(0.66 + 0.36 * ((py - y) * 0.8 + (px - x) * 0.55) / door
                                  + 0.10 * np.hypot(px - x, py - y) / door, 0.12, 0.95)
    b.lines(dish, tone, b.rings(x, y), beads=0, wobble=0.15)
    for z in (-0.34, 0.34):  # strap hinges
        strap = [at(-.10, 2.74 + z * .95 + .035), at(.80, 2.74 + z + .05), at(.80, 2.74 + z - .05),
                 at(-.10, 2.74 + z * .95 - .035)]
        b.solid(b.path(*strap, width=12, close=True))
        b.tint(b.poly(*strap), STEEL)
        b.white(b.poly(*strap))
        for px in (.05, .25, .45, .62):
            b.solid(b.disc(*at(px, 2.74 + z * (.96 + .04 * px)), 6.5))
    b.solid(b.path(at(.83, 3.22), at(.83, 2.26), width=26))
    b.white(b.path(at(.825, 3.2), at(.825, 2.28), width=6))
    for a, length in ((2.35, .27), (1.05, .22)):  # dart handles
        b.solid(b.path((x, y), (x - METRE * length * math.cos(a), y + METRE * length * math.sin(a)),
                       width=27))
        b.white(b.path((x, y), (x - METRE * length * math.cos(a), y + METRE * length * math.sin(a)),
                       width=11))
    b.solid(b.disc(x, y, 34))
    b.white(b.disc(x, y, 24))
    b.solid(b.disc(x, y, 11))
    rail = [at(-.83, 2.95), (*at(-.72, 3.42), *at(-.38, 3.66), *at(0, 3.66)),
            (*at(.38, 3.66), *at(.72, 3.42), *at(.83, 2.95))]
    b.solid(b.path(*rail, width=17))
    b.white(b.path(*rail, width=6))
    plate = (at(-.36, 3.50), at(.36, 3.27))
    b.white(b.rect(plate[0][0] - 9, plate[0][1] - 9, .72 * METRE + 18, .23 * METRE + 18))
    b.solid(b.rect(plate[0][0] - 4, plate[0][1] - 4, .72 * METRE + 8, .23 * METRE + 8))
    b.white(b.text("60103", "NotoSans-SemiBold.ttf", 66, x, at(0, 3.385)[1] + 1, "mm"))
    lamp(b, *at(0, 3.78), 0.62)
    b.solid(b.path(at(0, 3.7), at(0, 3.66), width=14))


def chimney(b, at):
    body = b.curve(at(-.40, 3.6), (*at(-.33, 3.75), *at(-.33, 3.8), *at(-.34, 3.88)), at(-.40, 3.9),
                   at(-.40, 4.0),
                   at(.40, 4.0), at(.40, 3.9), at(.34, 3.88), (*at(.33, 3.8), *at(.33, 3.75),
                                                               *at(.40, 3.6)))
    b.tint(body, IRON)
    b.white(body)
    b.lines(body, lambda x, y: np.clip(0.55 + (x - at(-.05, 0)[0]) / 150, 0.25, 0.97), b.slant(90),
            beads=0)
    b.solid(b.path(at(-.40, 3.9), at(-.40, 4.0), at(.40, 4.0), at(.40, 3.9), width=9, close=True))


def platform(b, at):
    """The footplate in front of the smokebox, stepping down to the beam."""
    apron = b.poly(at(-.98, 1.58), at(.98, 1.58), at(1.30, 1.30), at(-1.30, 1.30))
    b.tint(apron, IRON)
    b.white(apron)
    b.lines(apron, lambda x, y: 0.35 + 0.35 * (y - at(0, 1.58)[1]) / 80, b.slant(0), beads=0)
    b.solid(b.path(at(-.98, 1.58), at(.98, 1.58), at(1.30, 1.30), at(-1.30, 1.30), width=9,
                   close=True))
    cover = b.curve(at(-.36, 1.34), at(-.36, 1.72), (*at(-.3, 1.84), *at(.3, 1.84), *at(.36, 1.72)),
                    at(.36, 1.34))
    b.tint(cover, IRON)
    b.white(cover)
    b.lines(cover, lambda x, y: np.clip(0.5 + (x - at(0, 0)[0]) / 220, 0.2, .9), b.slant(90),
            beads=0)
    b.solid(b.path(at(-.36, 1.34), at(-.36, 1.72), (*at(-.3, 1.84), *at(.3, 1.84), *at(.36, 1.72)),
                   at(.36, 1.34),
                   width=9))
    for s in (-1, 1):
        for k in (0, 1):
            b.solid(b.path(at(s * (1.0 + .16 * k), 1.3), at(s * (1.0 + .16 * k), 1.46 - .05 * k),
                           width=8))


def lamp(b, x, y, k=1.0):
    b.solid(b.path((x - 26 * k, y - 74 * k), (x, y - 104 * k), (x + 26 * k, y - 74 * k),
                   width=9 * k))
    b.solid(b.rect(x - 46 * k, y - 78 * k, 92 * k, 120 * k))
    b.solid(b.poly((x - 30 * k, y - 76 * k), (x - 20 * k, y - 96 * k), (x + 20 * k, y - 96 * k),
                   (x + 30 * k, y - 76 * k)))
    glass = b.disc(x, y - 20 * k, 37 * k)
    b.white(glass)
    b.tint(glass, LAMP)
    b.solid(b.ring(x, y - 20 * k, 25 * k, 5 * k))
    b.white(b.rect(x - 38 * k, y + 26 * k, 76 * k, 6 * k))


def beam(b, at):
    front = b.poly(at(-1.30, 1.30), at(1.30, 1.30), at(1.30, .90), at(-1.30, .90))
    b.tint(front, BEAM)
    b.white(front)
    b.lines(front, lambda x, y: 0.10 + 0.34 * (y - at(0, 1.3)[1]) / 116, b.slant(0), beads=0)
    for x in np.linspace(-1.24, 1.24, 19):
        for z in (1.25, .95):
            b.solid(b.disc(*at(x, z), 5.5))
    b.solid(b.path(at(-1.30, 1.30), at(1.30, 1.30), at(1.30, .90), at(-1.30, .90), width=10,
                   close=True))
    for s in (-1, 1):
        lamp(b, *at(s * .88, 1.50))
        x, y = at(s * .88, 1.07)
        b.solid(b.disc(x + 12, y + 16, 88))
        b.solid(b.disc(x, y, 86))
        head = b.disc(x, y, 77)
        b.tint(head, STEEL)
        b.white(head)
        b.lines(head, lambda px,
                py: np.clip(0.42 + 0.42 * ((py - y) + .6 * (px - x)) / 77, 0.06, .9),
                b.rings(x, y), beads=0, wobble=0.1)
        b.white(b.disc(x - 22, y - 26, 13, 9, -0.7))
    coupling(b, at)
    pipe = [at(.40, .82), at(.40, 1.42), (*at(.40, 1.60), *at(.56, 1.60), *at(.56, 1.42)),
            at(.56, 1.2)]
    b.solid(b.path(*pipe, width=27))
    b.white(b.path(*pipe, width=9))
    for z in (1.22, 1.36):
        b.solid(b.path(at(.50, z), at(.62, z), width=9))


def coupling(b, at):
    """The hook and the screw coupling that hangs from it, edged with light."""
    b.solid(b.rect(at(-.13, 0)[0], at(0, 1.22)[1], .26 * METRE, .30 * METRE))
    b.tint(b.rect(at(-.13, 0)[0], at(0, 1.22)[1], .26 * METRE, .30 * METRE), IRON)
    bars = [[at(s * .035, .98), at(s * .085, .72), at(s * .06, .38)] for s in (-1, 1)]
    bars.append([at(-.065, .38), (*at(-.065, .18), *at(.065, .18), *at(.065, .38))])
    hook = [at(-.03, 1.12), at(.03, 1.12), (*at(.15, 1.12), *at(.15, .9), *at(.02, .9)),
            at(-.05, .96)]
    screw = [at(-.16, .68), at(.16, .68)]
    for wide, value in ((34, 1.0), (20, 0.0), (9, 1.0)):
        for bar in bars:
            b.solid(b.path(*bar, width=wide), value)
        b.solid(b.path(*hook, width=wide + 4), value)
        b.solid(b.path(*screw, width=wide), value)
    for bar in bars + [hook, screw]:
        b.tint(b.path(*bar, width=24), STEEL)
