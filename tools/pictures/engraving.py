"""A wood engraver's block: tone made of lines that swell with darkness.

A picture is an array of ink, 0 paper to 1 black. A shape is a mask drawn with cairo; inside it,
lines are cut along a phase (a field that grows by one from line to line), wide as the tone asks.
Units are pixels of the finished picture; y grows downwards. Nothing here reads a clock or an
unseeded random number, so a picture comes out the same every time.
"""

import math

import cairo
import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONTS = "/usr/share/fonts/truetype/noto/"
RED = (200, 16, 30)


def noise(height, width, cell_y, cell_x, seed):
    """Smooth noise, about -1 to 1, whose features are cell_y by cell_x pixels."""
    rows, cols = int(height / cell_y) + 4, int(width / cell_x) + 4
    grid = np.random.Generator(np.random.PCG64(seed)).uniform(-1, 1, (rows, cols))
    image = Image.fromarray(grid.astype(np.float32), mode="F")
    size = (int(cols * cell_x) + 1, int(rows * cell_y) + 1)
    field = np.asarray(image.resize(size, Image.BICUBIC))
    top, left = int(cell_y), int(cell_x)
    return field[top:top + height, left:left + width].astype(np.float32)


def smooth(low, high, x):
    """0 below low, 1 above high, a cubic between them; low may be above high."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


class Mask:
    """The part of the block that a shape covers: a window and the coverage in it."""

    def __init__(self, coverage, window):
        self.a = coverage
        self.window = window

    def __mul__(self, field):
        return Mask(self.a * field, self.window)


class Block:
    def __init__(self, width, height, pitch, seed=1):
        self.w, self.h, self.pitch = width, height, float(pitch)
        self.seed = seed
        self.ink = np.zeros((height, width), np.float32)
        self.paper = np.ones((height, width, 3), np.float32)
        self.x, self.y = np.meshgrid(np.arange(width, dtype=np.float32) + 0.5,
                                     np.arange(height, dtype=np.float32) + 0.5)
        # The hand: slow drift of the lines, and a quick tremble of their width.
        self.drift = self.noise(9, 22, 1)
        self.tremble = self.noise(0.9, 2.6, 2)

    def noise(self, lines_y, lines_x, seed):
        """Noise whose features are so many line pitches high and wide."""
        return noise(self.h, self.w, max(lines_y * self.pitch, 2), max(lines_x * self.pitch, 2),
                     self.seed * 1000 + seed)

    # Shapes -------------------------------------------------------------------------------

    def everywhere(self):
        return Mask(np.ones((self.h, self.w), np.float32), (slice(0, self.h), slice(0, self.w)))

    def window(self, array):
        rows, cols = np.flatnonzero(array.any(axis=1)), np.flatnonzero(array.any(axis=0))
        if rows.size == 0:
            return None
        box = (slice(rows[0], rows[-1] + 1), slice(cols[0], cols[-1] + 1))
        return Mask(array[box].astype(np.float32) / 255, box)

    def draw(self, paint):
        """The mask of what `paint` puts on a cairo context; None when that is nothing."""
        surface = cairo.ImageSurface(cairo.FORMAT_A8, self.w, self.h)
        context = cairo.Context(surface)
        context.set_line_join(cairo.LINE_JOIN_ROUND)
        paint(context)
        surface.flush()
        stride = surface.get_stride()
        array = np.frombuffer(surface.get_data(), np.uint8).reshape(self.h, stride)[:, :self.w]
        return self.window(array)

    def poly(self, *points):
        def paint(c):
            for point in points:
                c.line_to(*point)
            c.fill()
        return self.draw(paint)

    def rect(self, x, y, w, h):
        return self.draw(lambda c: (c.rectangle(x, y, w, h), c.fill()))

    def disc(self, x, y, r, ry=None, turn=0):
        def paint(c):
            c.translate(x, y)
            c.rotate(turn)
            c.scale(r, ry or r)
            c.arc(0, 0, 1, 0, 2 * math.pi)
            c.fill()
        return self.draw(paint)

    def ring(self, x, y, r, width):
        return self.draw(lambda c: (c.set_line_width(width), c.arc(x, y, r, 0, 2 * math.pi),
                                    c.stroke()))

    def path(self, *points, width=4, cap=cairo.LINE_CAP_ROUND, close=False, dash=None):
        """A stroke through points; a point of six numbers is a curve, as in cairo's curve_to."""
        def paint(c):
            c.set_line_width(width)
            c.set_line_cap(cap)
            if dash:
                c.set_dash(dash)
            trace(c, points, close)
            c.stroke()
        return self.draw(paint)

    def curve(self, *points):
        """The area inside a path of points and curves."""
        def paint(c):
            trace(c, points, True)
            c.fill()
        return self.draw(paint)

    def text(self, string, font, size, x, y, anchor="ms", mirror=False, turn=0, squeeze=1.0):
        """Letters as a mask; `anchor` as in Pillow, `turn` in degrees against the clock."""
        face = ImageFont.truetype(FONTS + font, int(round(size)))
        layer = Image.new("L", (self.w, self.h))
        if not mirror and not turn and squeeze == 1.0:
            ImageDraw.Draw(layer).text((x, y), string, 255, font=face, anchor=anchor)
            return self.window(np.asarray(layer))
        side = int(face.getlength(string) + 3 * size)
        small = Image.new("L", (side, side))
        ImageDraw.Draw(small).text((side // 2, side // 2), string, 255, font=face, anchor=anchor)
        if squeeze != 1.0:
            small = small.resize((int(side * squeeze), side), Image.BICUBIC)
        if mirror:
            small = small.transpose(Image.FLIP_LEFT_RIGHT)
        small = small.rotate(turn, Image.BICUBIC)
        layer.paste(small, (int(x) - small.width // 2, int(y) - small.height // 2))
        return self.window(np.asarray(layer))

    def glyph(self, string, font, quad, mirror=False, fit=0.86):
        """Letters fitted into a patch: top left, top right, bottom right, bottom left corner."""
        face = ImageFont.truetype(FONTS + font, 480)
        x0, y0, x1, y1 = face.getbbox(string, anchor="ls")
        wide = math.dist(quad[0], quad[1]) + math.dist(quad[3], quad[2])
        high = math.dist(quad[0], quad[3]) + math.dist(quad[1], quad[2])
        if (x1 - x0) / (y1 - y0) > wide / high:
            w, h = (x1 - x0) / fit, (x1 - x0) / fit * high / wide
        else:
            w, h = (y1 - y0) / fit * wide / high, (y1 - y0) / fit
        tile = Image.new("L", (int(w), int(h)))
        ImageDraw.Draw(tile).text(((w - x1 - x0) / 2, (h - y1 - y0) / 2), string, 255, font=face,
                                  anchor="ls")
        if mirror:
            tile = tile.transpose(Image.FLIP_LEFT_RIGHT)
        return self.patch(tile, quad)

    def patch(self, tile, quad):
        """A grey picture laid into a four-cornered patch, as a mask."""
        w, h = tile.size
        rows, right = [], []
        for (x, y), (u, v) in zip(quad, ((0, 0), (w, 0), (w, h), (0, h))):
            rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
            right += [u, v]
        matrix = np.linalg.solve(np.array(rows, float), np.array(right, float))
        layer = tile.transform((self.w, self.h), Image.PERSPECTIVE, tuple(matrix), Image.BICUBIC)
        return self.window(np.asarray(layer))

    # Cutting ------------------------------------------------------------------------------

    def solid(self, mask, value=1.0):
        """Lay flat ink (1), clean paper (0) or something between."""
        if mask is not None:
            w = mask.window
            self.ink[w] = self.ink[w] * (1 - mask.a) + value * mask.a

    def white(self, mask):
        self.solid(mask, 0.0)

    def tint(self, mask, rgb):
        """Colour the paper under the lines."""
        if mask is not None:
            w, colour = mask.window, np.array(rgb, np.float32) / 255
            m = mask.a[..., None]
            self.paper[w] = self.paper[w] * (1 - m) + colour * m

    def field(self, value, window):
        if callable(value):
            return value(self.x[window], self.y[window])
        if isinstance(value, np.ndarray) and value.shape == self.ink.shape:
            return value[window]
        return np.full(self.x[window].shape, value, np.float32)

    def lines(self, mask, tone, phase=None, beads=0.35, wobble=0.35, fine=1.0):
        """Cut lines of darkness `tone` along `phase` (default: level lines) inside the mask."""
        if mask is None:
            return
        w = mask.window
        t = np.clip(self.field(tone, w), 0, 1)
        p = self.field(phase, w) if phase is not None else self.y[w] / (self.pitch * fine)
        p = p + wobble * self.drift[w]
        ink = self.stripes(p, t, w, beads)
        self.ink[w] = self.ink[w] * (1 - mask.a) + ink * mask.a

    def stripes(self, phase, tone, w, beads):
        if min(phase.shape) < 3:
            return np.round(tone)
        slope_y, slope_x = np.gradient(phase)
        slope = np.clip(np.hypot(slope_x, slope_y), 0.25 / self.pitch, 2.2 / self.pitch)
        # Beads: dark tones are crossed by a second, broken set of cuts.
        if beads:
            across = np.sin((self.x[w] * 0.8 + self.y[w] * 0.25) / self.pitch * 4.2
                            + np.floor(phase) * 2.4)
            tone = tone + beads * smooth(0.5, 0.8, tone) * smooth(1.0, 0.9, tone) * 0.3 * across
        t = tone * (1 + 0.13 * self.tremble[w])
        offset = np.abs(phase - np.floor(phase) - 0.5) / slope
        half = t * 0.5 / slope
        least = 0.55  # half a line's least width: thinner than this it is broken off, not greyed
        half = np.where(half < least, np.where(half < least * 0.45, -1, least), half)
        room = 0.5 / slope - half
        half = np.where(room < 0.6, np.where(room < 0.28, half + 2, 0.5 / slope - 0.6), half)
        return np.clip(half - offset + 0.5, 0, 1).astype(np.float32)

    # Phases -------------------------------------------------------------------------------

    def level(self, field=0.0, scale=1.0):
        """Level lines pushed up and down by a field, in lines."""
        return self.y / (self.pitch * scale) + field

    def slant(self, degrees, scale=1.0):
        a = math.radians(degrees)
        return (self.y * math.cos(a) + self.x * math.sin(a)) / (self.pitch * scale)

    def rings(self, cx, cy, scale=1.0, squash=1.0, turns=0.0):
        r = np.hypot(self.x - cx, (self.y - cy) / squash)
        return r / (self.pitch * scale) + turns * np.arctan2(self.y - cy, self.x - cx) / (2 * np.pi)

    def octave(self, phase, scale=1.0):
        """Halve or double a phase wherever its lines come too close or too far apart."""
        gy, gx = np.gradient(phase)
        slope = np.maximum(np.hypot(gx, gy), 1e-9)
        n = np.round(np.log2(slope * self.pitch * scale) + 0.1)
        return phase * np.exp2(-n)

    # Out ----------------------------------------------------------------------------------

    def grey(self):
        return Image.fromarray(np.round(246 * (1 - self.ink) + 9).astype(np.uint8), "L")

    def rgb(self, black=(9, 9, 9)):
        ink = self.ink[..., None]
        out = self.paper * 255 * (1 - ink) + np.array(black, np.float32) * ink
        return Image.fromarray(np.round(out).astype(np.uint8), "RGB")


def trace(c, points, close):
    for i, point in enumerate(points):
        if len(point) == 6:
            c.curve_to(*point)
        elif i == 0:
            c.move_to(*point)
        else:
            c.line_to(*point)
    if close:
        c.close_path()
