"""The viaduct, the main line, the locomotive and the two gauges."""

import math

import numpy as np

from .engraving import RED, Block, smooth
from .landscape import Camera, below, clouds, plume, puffs, ridge

SPAN, PIER, DECK, SKIN = 13.7, 3.2, 30.0, 8.4  # Ribblehead, about, in metres


def piers():
    """The left and right edge of each opening; every sixth pier is thicker."""
    x, openings = 0.0, []
    for i in range(24):
        openings.append((x, x + SPAN))
        x += SPAN + (PIER * 1.75 if i % 6 == 5 else PIER)
    return openings


def valley(x):
    """The height of the ground along the viaduct."""
    return 3.0 + 14.0 * ((x - 150) / 215) ** 2 + 1.2 * math.sin(x / 17)


def viaduct():
    b = Block(2100, 1320, 12, seed=4)
    cam = Camera(b, 17, -112, 3.0, 29, 0.82, 0.735, 0.5)
    viaduct_sky(b)
    viaduct_hills(b)
    viaduct_steam(b, cam)
    viaduct_train(b, cam)
    viaduct_wall(b, cam)
    viaduct_moor(b, cam)
    return b.grey()


def viaduct_sky(b):
    u, v = b.x / b.w, b.y / b.h
    cloud = clouds(b, 1.1, 3.6, 5)
    glow = np.exp(-(((u - 0.86) / 0.34) ** 2 + ((v - 0.50) / 0.30) ** 2))
    tone = 0.74 - 0.98 * v - 0.25 * glow
    edge = smooth(0.44, 0.60, cloud)
    tone = np.maximum(tone, 0.10)
    tone = tone * (1 - edge) + edge * (0.06 + 0.75 * smooth(0.60, 0.95, cloud)) * (1 - 0.5 * glow)
    b.lines(b.everywhere(), tone, b.level(2.2 * (cloud - 0.5)), beads=0.5)


def viaduct_hills(b):
    far = ridge(b, 905, 120, 0.42, 3) - 250 * np.exp(-((np.arange(b.w) - 1500) / 520.0) ** 2)
    near = ridge(b, 985, 80, 0.5, 23)
    for line, tone, seed in ((far, 0.40, 1), (near, 0.55, 2)):
        drop = np.clip((b.y - line[None, :]) / 200, 0, 1)
        fells = b.noise(7, 13, 30 + seed)
        bend = b.y / b.pitch - 0.55 * (line[None, :] / b.pitch) * (1 - drop)
        b.lines(below(b, line), tone + 0.22 * fells - 0.16 * drop, b.octave(bend + 0.8 * fells),
                beads=0.3)
        b.solid(b.path(*[(x, line[x]) for x in range(0, b.w, 6)], width=3.2))


def opening(cam, x0, x1, y, steps=28):
    """The outline of one arch on the plane at y, from the ground on the left to the right."""
    r, mid = (x1 - x0) / 2, (x0 + x1) / 2
    spring = DECK - 2.4 - r
    points = [cam.at(x0, y, valley(x0) - 6)]
    for i in range(steps + 1):
        a = math.pi * (1 - i / steps)
        points.append(cam.at(mid + r * math.cos(a), y, spring + r * math.sin(a)))
    return points + [cam.at(x1, y, valley(x1) - 6)]


def viaduct_wall(b, cam):
    spans = piers()
    left, right = -60.0, spans[-1][1] + 70
    wx, wz = cam.wall(b.x, b.y, 0.0)
    ground = [cam.at(x, 0, valley(x) - 1) for x in np.linspace(right, left, 120)]
    front = b.poly(cam.at(left, 0, DECK),
                   *[cam.at(x, 0, DECK) for x in np.linspace(left, right, 60)],
                   *ground)
    holes = np.zeros_like(b.ink)
    for x0, x1 in spans:
        m, back = b.poly(*opening(cam, x0, x1, 0)), b.poly(*opening(cam, x0, x1, SKIN))
        if m is None or back is None:
            continue
        holes[m.window] = np.maximum(holes[m.window], m.a)
        through = np.zeros_like(b.ink)
        through[back.window] = back.a
        reveal = m * (1 - through[m.window])
        shade = 0.80 + 0.16 * smooth(8, 26, wz)
        b.lines(reveal, shade, b.octave(wz * 0.9, 0.9), beads=0.5)
    stone = b.noise(1.4, 2.6, 41) * 0.10 + b.noise(6, 6, 42) * 0.10
    tone = 0.60 + stone + 0.14 * smooth(22, 2, wz) - 0.10 * smooth(DECK - 5, DECK, wz)
    keep = front * (1 - holes[front.window])
    b.lines(keep, tone, b.octave(wz * 0.72), beads=0.6, wobble=0.2)
    for x0, x1 in spans:
        ring_of_stones(b, cam, x0, x1)
    for z, wide in ((DECK - 1.15, 0.30), (DECK, 0.34)):
        line = [cam.at(x, 0, z) for x in np.linspace(left, right, 60)]
        under = [cam.at(x, 0, z - wide) for x in np.linspace(right, left, 60)]
        b.solid(b.poly(*line, *under))
    top = [cam.at(x, 0, DECK + 0.28) for x in np.linspace(left, right, 60)]
    b.white(b.poly(*top, *[cam.at(x, 0, DECK + 0.02) for x in np.linspace(right, left, 60)]))


def ring_of_stones(b, cam, x0, x1):
    """The voussoirs round an arch, and the lit edge of its pier."""
    r, mid = (x1 - x0) / 2, (x0 + x1) / 2
    spring = DECK - 2.4 - r
    size = cam.scale(mid, 0)
    steps = 26
    inner = [cam.at(mid + r * math.cos(math.pi * i / steps), 0,
                    spring + r * math.sin(math.pi * i / steps))
             for i in range(steps + 1)]
    outer = [cam.at(mid + (r + 0.85) * math.cos(math.pi * i / steps), 0,
                    spring + (r + 0.85) * math.sin(math.pi * i / steps)) for i in range(steps + 1)]
    b.solid(b.poly(*inner, *outer[::-1]), 0.04)
    every = 1 if size > 9 else 2 if size > 5 else 4
    for i in range(0, steps + 1, every):
        b.solid(b.path(inner[i], outer[i], width=max(1.6, size * 0.2)))
    b.solid(b.path(*inner, width=max(1.6, size * 0.22)))
    b.solid(b.path(*outer, width=max(1.4, size * 0.14)))
    b.solid(b.path(cam.at(x1, 0, spring), cam.at(x1, 0, valley(x1) - 1),
                   width=max(1.5, size * 0.16)))
    b.white(b.path(cam.at(x1 + 0.34, 0, spring), cam.at(x1 + 0.34, 0, valley(x1) - 1),
                   width=max(1.2, size * 0.22)))
    for x in (x0 - 0.5, x1 + 0.5):
        b.solid(b.path(cam.at(x - 0.8, 0, spring), cam.at(x + 0.8, 0, spring),
                       width=max(2, size * 0.5)))


def viaduct_steam(b, cam):
    x, y = cam.at(114.0, 2.6, DECK + 5.2)
    body, light = puffs(b, plume((x, y), -1390, 360, 120, 70, 8, 60), 4)
    m = b.window(np.round(smooth(0.4, 0.6, body) * 255).astype(np.uint8))
    b.lines(m, 0.36 * (1 - light) ** 1.4, b.level(1.4 * (light - 0.5)), beads=0)


def viaduct_train(b, cam):
    """A black train on the far track; the carriages' windows are cut white."""
    y, base = 2.6, DECK + 0.75
    shape = lambda *p: b.poly(*[cam.at(x, y, base + z) for x, z in p])
    x = 16.0
    for _ in range(4):
        b.solid(shape((x, 0.4), (x, 3.0), (x + .5, 3.5), (x + 18.6, 3.5), (x + 19.1, 3.0),
                      (x + 19.1, .4)))
        b.white(shape((x + .2, 3.28), (x + .5, 3.42), (x + 18.6, 3.42), (x + 18.9, 3.28)))
        for i in range(9):
            wx = x + 1.0 + i * 1.98
            b.white(shape((wx, 1.75), (wx, 2.75), (wx + 1.25, 2.75), (wx + 1.25, 1.75)))
        for wx in (x + 2.2, x + 4.6, x + 14.4, x + 16.8):
            b.solid(b.disc(*cam.at(wx, y, base + 0.1), 0.52 * cam.scale(wx, y)))
        b.solid(shape((x + 18.6, 0.8), (x + 20.6, 0.8), (x + 20.6, 2.6), (x + 18.6, 2.6)))
        x += 20.1
    locomotive_outline(b, cam, shape, x + 0.4, y, base)


def locomotive_outline(b, cam, shape, x, y, base):
    b.solid(shape((x, 0.7), (x, 2.9), (x + 6.2, 2.7), (x + 6.2, 0.7)))                     # tender
    b.solid(shape((x + 6.0, .7), (x + 6.9, .7), (x + 6.9, 3.7), (x + 6.4, 3.85), (x + 9.4, 3.85),
                  (x + 9.1, 3.6), (x + 9.1, 2.2), (x + 6.9, 0.7)))                         # cab
    b.white(shape((x + 7.5, 2.5), (x + 7.5, 3.3), (x + 8.6, 3.3), (x + 8.6, 2.5)))
    b.solid(shape((x + 9, 0.9), (x + 9, 3.3), (x + 12, 3.15), (x + 18.2, 3.1),
                  (x + 18.2, 0.9)))  # boiler
    b.solid(shape((x + 16.9, 3.0), (x + 16.7, 4.05), (x + 17.9, 4.05), (x + 17.7, 3.0)))   # chimney
    b.solid(shape((x + 12.6, 3.0), (x + 12.7, 3.7), (x + 13.7, 3.7), (x + 13.8, 3.0)))     # dome
    b.solid(shape((x + 9, 0.7), (x + 19.2, 0.7), (x + 19.2, 1.25), (x + 9, 1.25)))
    b.solid(shape((x + 18.9, 0.3), (x + 19.5, 0.3), (x + 19.5, 1.3), (x + 18.9, 1.3)))
    for wx, r in ((x + 1.2, .5), (x + 3.1, .5), (x + 5, .5), (x + 8, .85), (x + 10.4, .85),
                  (x + 12.8, .85),
                  (x + 15.6, .5), (x + 17.6, .5)):
        b.solid(b.disc(*cam.at(wx, y, base + r - 0.4), r * cam.scale(wx, y)))
    b.white(shape((x + 9.4, 2.95), (x + 9.4, 3.05), (x + 18, 2.9), (x + 18, 2.8)))


def viaduct_moor(b, cam):
    """The near ground hides the feet of the piers: rough grass, a wall, a beck."""
    rough = ridge(b, 0, 26, 0.6, 61)
    foot = np.array([cam.at(x, -1.5, valley(x))[1] for x in wall_x(b, cam)])
    line = foot + rough
    for x in range(2):
        line = np.convolve(np.pad(line, 15, mode="edge"), np.ones(31) / 31, mode="valid")
    m = below(b, line)
    gx, gy = cam.ground(b.x, np.maximum(b.y, 900), 1.0)
    tuft = b.noise(2.2, 5, 70)
    swell = b.noise(8, 18, 71)
    depth = np.clip((b.y - line[None, :]) / (b.h - line[None, :]), 0, 1)
    tone = 0.40 + 0.24 * tuft + 0.30 * swell + 0.34 * depth ** 1.6
    b.lines(m, tone, b.level(1.9 * swell + 0.9 * tuft), beads=0.6)
    blades(b, line)


def wall_x(b, cam):
    """The place along the viaduct that each column of pixels sees."""
    x, _ = cam.wall(np.arange(b.w) + 0.5, np.zeros(b.w), 0.0)
    return np.clip(x, -80, 480)


def blades(b, line):
    """Tufts of grass, cut white: fans of strokes, longer towards the reader."""
    rng = np.random.Generator(np.random.PCG64(17))

    def paint(c):
        c.set_line_cap(1)
        for _ in range(64):
            x, t = rng.uniform(0, b.w), rng.uniform(0.34, 1.02)
            low = line[min(int(x), b.w - 1)]
            y, size = low + (b.h + 30 - low) * t, 16 + 62 * t * rng.uniform(0.6, 1.1)
            for lean in np.linspace(-0.55, 0.6, 6):
                reach = size * rng.uniform(0.7, 1.0)
                c.set_line_width(1.8 + 2.6 * t)
                c.move_to(x + lean * size * 0.12, y)
                c.curve_to(x + lean * reach * 0.2, y - reach * 0.5, x + lean * reach * 0.6,
                           y - reach * 0.85,
                           x + lean * reach * 1.25, y - reach * 0.95)
                c.stroke()
    b.white(b.draw(paint))


RAILS = ((0.42, 1.86), (-3.02, -1.58))  # inner faces, metres from the camera: down main, up main


def main_line():
    b = Block(2600, 1368, 10.6, seed=7)
    cam = Camera(b, 0, 0, 2.3, 0, 0.84, 0.585, 0.405)
    dusk(b, cam)
    fields(b, cam)
    for rails in RAILS[::-1]:
        track(b, cam, rails)
    signal(b, cam, -4.6, 18.2)
    poles(b, cam, 5.6)
    return b.rgb()


def dusk(b, cam):
    sun = (0.690 * b.w, 0.355 * b.h, 0.172 * b.h)
    u, v = b.x / b.w, b.y / b.h
    cloud = clouds(b, 0.85, 4.6, 31)
    halo = np.hypot(b.x - sun[0], b.y - sun[1]) / b.h
    tone = 0.60 - 0.76 * v + 0.10 * np.abs(u - 0.65) - 0.30 * np.exp(-(halo / 0.33) ** 2)
    bar = smooth(0.52, 0.64, cloud) * smooth(0.60, 0.44, v)
    tone = np.maximum(tone, 0.09) * (1 - bar) + bar * (0.05 + 0.9 * smooth(0.60, 0.95, cloud))
    b.lines(b.everywhere(), tone, b.level(1.8 * (cloud - 0.5)), beads=0.5)
    disc = b.disc(*sun)
    b.white(disc)
    b.tint(disc, RED)


def fields(b, cam):
    top = cam.top
    hills = ridge(b, top - 4, 66, 0.45, 9) - 30 * np.exp(-((np.arange(b.w) - 300) / 420.0) ** 2)
    m = below(b, hills)
    b.tint(m, (255, 255, 255))
    b.lines(m, 0.52 + 0.14 * b.noise(3, 12, 33), b.level(0.8 * b.noise(3, 16, 34)), beads=0.2)
    last_train(b, cam)
    flat = b.rect(0, top - 2, b.w, b.h)
    gx, gy = cam.ground(b.x, b.y)
    near = smooth(top, b.h, b.y)
    swell, tuft = b.noise(6, 26, 35), b.noise(1.6, 5, 36)
    tone = 0.66 + 0.20 * swell + 0.22 * tuft + 0.12 * near
    b.lines(flat, tone, b.level(1.5 * swell + 0.6 * tuft), beads=0.7)
    for low, high, value in ((-60, -14, 0.42), (13, 26, 0.46), (70, 400, 0.5)):
        strip = smooth(low - 1, low + 1, gx) * smooth(high + 1, high - 1, gx)
        strip = strip * smooth(top, top + 8, b.y)
        patch = b.window(np.round(255 * smooth(0.4, 0.6, strip)).astype(np.uint8))
        b.lines(patch, value + 0.16 * swell + 0.14 * tuft, b.level(1.2 * swell + 0.5 * tuft),
                beads=0.4)
    b.solid(b.rect(0, top - 3, b.w, 5))
    hedge(b, cam)


def hedge(b, cam):
    rng = np.random.Generator(np.random.PCG64(5))

    def paint(c):
        for _ in range(210):
            x = rng.uniform(0, b.w)
            if abs(x - cam.mid) < 130:
                continue
            r = rng.uniform(5, 15) * (0.5 + abs(x - cam.mid) / b.w)
            c.arc(x, cam.top + 3, r, math.pi, 2 * math.pi)
            c.fill()
    b.solid(b.draw(paint))


def last_train(b, cam):
    x, y = cam.at(1.14, 210, 3.2)
    body, light = puffs(b, plume((x, y - 6), -250, 74, 30, 34, 12), 6)
    m = b.window(np.round(255 * smooth(0.4, 0.6, body)).astype(np.uint8))
    b.lines(m, 0.30 * (1 - light) ** 1.5, b.level(1.2 * (light - 0.5)), beads=0)
    b.solid(b.rect(x - 12, y - 8, 24, 28))
    b.solid(b.disc(x, y - 6, 12, 8))


def track(b, cam, rails):
    left, right = rails
    far, near = 420.0, 1.2
    bed = b.poly(cam.at(left - 1.15, far, 0), cam.at(right + 1.15, far, 0),
                 cam.at(right + 1.15, near, 0), cam.at(left - 1.15, near, 0))
    stones = b.noise(0.9, 1.5, 50) * 0.5 + b.noise(2.0, 3.0, 51) * 0.3
    b.lines(bed, 0.36 + 0.38 * stones, b.level(1.4 * stones), beads=0.3)
    grain = b.noise(1.2, 22, 52)
    for i in range(88, -1, -1):
        y = 1.35 + i * 0.76
        size = cam.scale(0, y)
        if size * 0.76 * cam.z / y < 2.2 * b.pitch and i % 2:
            continue
        a = [cam.at(left - 0.62, y, .02), cam.at(right + 0.62, y, .02),
             cam.at(right + 0.62, y + 0.27, .02), cam.at(left - 0.62, y + 0.27, .02)]
        low = [cam.at(left - 0.62, y, -.035), cam.at(right + 0.62, y, -.035)]
        b.lines(b.poly(*a), 0.66 + 0.22 * grain, b.level(0.5 * grain), beads=0.2)
        b.solid(b.poly(a[0], a[1], low[1], low[0]))
        b.white(b.path(a[3], a[2], width=max(1.3, size * 0.012)))
    for x, side in ((left, -1), (right, 1)):
        rail(b, cam, x, side, far, near)


def rail(b, cam, x, side, far, near):
    """Black foot and web, then the bright head, wider towards the reader."""
    inner, outer = (x, x + side * 0.075)
    a, z = min(inner, outer), max(inner, outer)
    foot = [cam.at(a - 0.06, far, .03), cam.at(z + 0.06, far, .03),
            cam.at(z + 0.06, near, .03), cam.at(a - 0.06, near, .03)]
    b.solid(b.poly(*foot))
    edge = a if a > 0 else z
    b.solid(b.poly(cam.at(edge, far, .03), cam.at(edge, near, .03), cam.at(edge, near, .19),
                   cam.at(edge, far, .19)))
    head = [cam.at(a, far, .19), cam.at(z, far, .19), cam.at(z, near, .19), cam.at(a, near, .19)]
    b.white(b.poly(*head))
    b.white(b.path(cam.at((a + z) / 2, far, .19), cam.at((a + z) / 2, 12, .19), width=3))
    for i in range(40):
        y = 1.5 + i * 0.76
        if cam.scale(0, y) > 60:  # chairs, where there is room to see them
            b.solid(b.poly(cam.at(a - .17, y + .03, .03), cam.at(z + .17, y + .03, .03),
                           cam.at(z + .05, y + .03, .13), cam.at(a - .05, y + .03, .13)))
    b.white(b.poly(*head))


def signal(b, cam, x, y):
    """A lower-quadrant semaphore at clear: the arm hangs down."""
    s = cam.scale(x, y)
    at = lambda dx, z: cam.at(x + dx, y, z)
    b.solid(b.poly(at(-.13, -.1), at(-.085, 7.0), at(.085, 7.0), at(.13, -.1)))
    b.white(b.path(at(.05, 0.4), at(.045, 6.6), width=3))
    b.solid(b.poly(at(-.2, 7.0), at(0, 7.62),
                   at(.2, 7.0)))                                     # finial
    b.solid(b.disc(*at(0, 7.66), 0.10 * s))
    px, py = at(0, 6.45)
    turn = math.radians(50)
    arm = lambda along, across: (px - s * (along * math.cos(turn) + across * math.sin(turn)),
                                 py + s * (along * math.sin(turn) - across * math.cos(turn)))
    b.solid(b.poly(arm(-.1, -.15), arm(1.55, -.19), arm(1.55, .19), arm(-.1, .15)))
    b.white(b.poly(arm(1.18, -.18), arm(1.34, -.185), arm(1.34, .185), arm(1.18, .18)))
    b.solid(b.curve(arm(.05, -.2), arm(-.75, -.26), arm(-.85, 0), arm(-.75, .26), arm(.05, .2)))
    for along in (-.28, -.62):
        b.white(b.disc(*arm(along, 0), 0.12 * s))
    b.solid(b.rect(at(.14, 0)[0], at(0, 6.62)[1], 0.26 * s,
                   0.5 * s))                           # lamp
    stage = at(0, 2.75)[1]
    b.solid(b.rect(at(-.62, 0)[0], stage, 1.24 * s, 0.10 * s))
    for dx in (-.6, .54):
        b.solid(b.rect(at(dx, 0)[0], stage - 0.85 * s, 0.05 * s, 0.85 * s))
    b.solid(b.rect(at(-.6, 0)[0], stage - 0.85 * s, 1.2 * s, 0.05 * s))
    for dx in (.32, .62):
        b.solid(b.path(at(dx - .25 * (dx > .5), 6.2), at(dx + .22, 0), width=0.045 * s))
    for k in range(21):
        z = 0.2 + k * 0.28
        lean = .22 * (1 - z / 6.2)
        b.solid(b.path(at(.32 + lean, z), at(.37 + lean + .25 * (1 - z / 6.2), z), width=0.035 * s))
    b.solid(b.poly(at(-.45, -.12), at(-.3, .12), at(.3, .12), at(.45, -.12)))


def poles(b, cam, x):
    """Telegraph poles to the vanishing point, four arms each, and the wires slung between."""
    places = [10.6 + 11.4 * i for i in range(26)]
    arms = [(7.1, .95), (6.62, .95), (6.14, .95), (5.66, .95)]
    pins = (-.86, -.58, -.30, .30, .58, .86)

    def wires(c):
        c.set_line_cap(1)
        for z, _ in arms:
            for pin in (-.86, -.30, .58):
                for y0, y1 in zip([-0.8] + places, places[:11]):
                    for k in range(24):
                        t, u = k / 24, (k + 1) / 24
                        y, n = y0 + (y1 - y0) * t, y0 + (y1 - y0) * u
                        if y < 1.2:
                            continue
                        c.set_line_width(min(4.2, max(1.5, 0.011 * cam.scale(0, y))))
                        c.move_to(*cam.at(x + pin, y, z + .16 - 1.3 * t * (1 - t)))
                        c.line_to(*cam.at(x + pin, n, z + .16 - 1.3 * u * (1 - u)))
                        c.stroke()
    b.solid(b.draw(wires))
    for y in places[::-1]:
        s = cam.scale(x, y)
        at = lambda dx, z: cam.at(x + dx, y, z)
        wide = max(.10, 2.2 / s)
        b.solid(b.poly(at(-wide * 1.2, -.1), at(-wide * .8, 7.5), at(wide * .8, 7.5),
                       at(wide * 1.2, -.1)))
        b.solid(b.poly(at(-wide, 7.5), at(0, 7.72), at(wide, 7.5)))
        if s > 75:
            b.white(b.path(at(wide * .55, .5), at(wide * .4, 7.1), width=0.022 * s))
        for z, half in arms:
            thick = max(.06, 1.6 / s)
            b.solid(b.poly(at(-half - .08, z - thick), at(half + .08, z - thick),
                           at(half + .08, z + thick), at(-half - .08, z + thick)))
            for pin in pins:
                if s > 26:
                    b.solid(b.path(at(pin, z), at(pin, z + .26), width=max(2, .05 * s), cap=0))
                    b.solid(b.disc(*at(pin, z + .24), .075 * s, .10 * s))
                if s > 75:
                    b.white(b.disc(*at(pin, z + .25), .045 * s, .06 * s))

