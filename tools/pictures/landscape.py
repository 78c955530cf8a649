"""Skies, hills, ground, water and steam: the parts that many pictures share."""

import math

import numpy as np

from .engraving import noise, smooth


class Camera:
    """A pinhole camera at (x, y, z) metres, turned right by `yaw` degrees; y runs away, z up."""

    def __init__(self, block, x, y, z, yaw, lens, horizon, centre=0.5):
        a = math.radians(yaw)
        self.x, self.y, self.z, self.sin, self.cos = x, y, z, math.sin(a), math.cos(a)
        self.lens, self.top, self.mid = lens * block.w, horizon * block.h, centre * block.w

    def depth(self, x, y):
        return (x - self.x) * self.sin + (y - self.y) * self.cos

    def at(self, x, y, z):
        d = max(self.depth(x, y), 0.3)
        across = (x - self.x) * self.cos - (y - self.y) * self.sin
        return (self.mid + self.lens * across / d, self.top - self.lens * (z - self.z) / d)

    def scale(self, x, y):
        """Pixels to the metre at that place."""
        return self.lens / max(self.depth(x, y), 0.3)

    def wall(self, px, py, y):
        """World x and z of the pixels on the upright plane at that y."""
        u = (px - self.mid) / self.lens
        # across = u * depth, solved for x on the plane.
        dy = y - self.y
        dx = dy * (u * self.cos + self.sin) / np.where(np.abs(self.cos - u * self.sin) < 1e-3, 1e-3,
                                                       self.cos - u * self.sin)
        depth = dx * self.sin + dy * self.cos
        return dx + self.x, self.z + (self.top - py) * depth / self.lens

    def ground(self, px, py, z=0.0):
        """World x and y of the pixels below the horizon on the level at that z."""
        depth = self.lens * (self.z - z) / np.maximum(py - self.top, 0.5)
        across = (px - self.mid) * depth / self.lens
        return (self.x + depth * self.sin + across * self.cos,
                self.y + depth * self.cos - across * self.sin)


def clouds(block, scale=1.0, stretch=2.6, seed=11):
    """A field from 0 (clear) to 1 (thick), drawn out sideways."""
    field = np.zeros_like(block.ink)
    size, weight = block.w / 5 * scale, 1.0
    for octave in range(4):
        field += weight * noise(block.h, block.w, size, size * stretch, block.seed * 77 + seed
                                + octave)
        size, weight = size / 2.1, weight * 0.52
    return np.clip(0.5 + field / 1.9, 0, 1)


def ridge(block, base, height, rough, seed):
    """A hill's outline: y for every column."""
    line = np.zeros(block.w, np.float32)
    size, weight = block.w / 2.3, 1.0
    for octave in range(6):
        line += weight * noise(1, block.w, 10, size, block.seed * 55 + seed + octave)[0]
        size, weight = size / 2.2, weight * rough
    return base - height * (0.5 + line / 2.2)


def below(block, line):
    """The mask of everything under an outline."""
    cover = np.clip(block.y - line[None, :] + 0.5, 0, 1)
    return block.window(np.round(cover * 255).astype(np.uint8))


def puffs(block, centres, seed=3, crisp=0.16):
    """Steam: round puffs (x, y, r) as a field, towards 1 inside; and its shading, lit above."""
    body = np.zeros_like(block.ink)
    light = np.zeros_like(block.ink)
    wisp = block.noise(2.2, 3.0, 90 + seed) * 0.16 + block.noise(5, 6, 95 + seed) * 0.2
    for x, y, r in centres:
        x0, x1 = int(max(x - 2 * r, 0)), int(min(x + 2 * r, block.w))
        y0, y1 = int(max(y - 2 * r, 0)), int(min(y + 2 * r, block.h))
        if x0 >= x1 or y0 >= y1:
            continue
        w = (slice(y0, y1), slice(x0, x1))
        d = np.hypot(block.x[w] - x, block.y[w] - y) / r + wisp[w]
        cover = smooth(1.0 + crisp, 1.0 - crisp, d)
        lit = np.clip(0.55 - 0.42 * (block.y[w] - y) / r - 0.28 * (block.x[w] - x) / r, 0, 1)
        light[w] = light[w] * (1 - cover) + lit * cover
        body[w] = np.maximum(body[w], cover)
    return body, light


def plume(start, length, rise, spread, count, seed, lean=0.0):
    """Puffs along a bent trail from a chimney: a list of (x, y, r)."""
    rng = np.random.Generator(np.random.PCG64(seed))
    out = []
    for i in range(count):
        t = i / (count - 1)
        r = spread * (0.16 + 0.84 * t ** 0.75) * rng.uniform(0.75, 1.1)
        out.append((start[0] + length * t + rng.uniform(-0.4, 0.4) * r,
                    start[1] - rise * (t ** 0.55) + lean * t + rng.uniform(-0.45, 0.45) * r, r))
    return out[::-1]
