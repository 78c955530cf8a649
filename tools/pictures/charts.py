"""Charts and the puzzle: flat drawing, in Noto Sans Condensed, black, greys and one red."""

from PIL import Image, ImageDraw, ImageFont

from .engraving import FONTS, RED

BLACK, GREY, RULE, PALE = (17, 17, 17), (150, 150, 150), (205, 205, 205), (236, 236, 236)
REGULAR, BOLD = "NotoSans-Condensed.ttf", "NotoSans-CondensedBold.ttf"
SHARP = 2  # drawn twice as large, then halved

# The ordinary fare for a mile in old pence, and the class.
FARES = ((1844, 1.0, "1d", "third"), (1917, 1.5, "1\u00bdd", "third"),
         (1920, 1.75, "1\u00bed", "third"),
         (1923, 1.5, "1\u00bdd", "third"), (1968, 3.25, "3\u00bcd", "second"))

# Editions printed before 1501 (Incunabula Short Title Catalogue).
TOWNS = (("Venice", 3549), ("Paris", 2764), ("Rome", 1922), ("Cologne", 1530), ("Lyon", 1364),
         ("Leipzig", 1337), ("Augsburg", 1219), ("Strasbourg", 1158), ("Milan", 1101),
         ("Nuremberg", 1051))


class Sheet:
    """Text and rectangles in one set of units, to a bitmap or to SVG."""

    def __init__(self, width, height):
        self.w, self.h = width, height
        self.image = Image.new("RGB", (width * SHARP, height * SHARP), (255, 255, 255))
        self.pen = ImageDraw.Draw(self.image)
        self.svg = []

    def bar(self, x, y, w, h, colour):
        s = SHARP
        self.pen.rectangle((round(x * s), round(y * s), round((x + w) * s) - 1, round((y + h) * s)
                            - 1), fill=colour)
        self.svg.append(f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" '
                        'fill="#%02x%02x%02x"/>' % colour)

    def frame(self, x, y, w, h, colour, width):
        for args in ((x, y, w, width), (x, y + h - width, w, width), (x, y, width, h),
                     (x + w - width, y, width, h)):
            self.bar(*args, colour)

    def text(self, x, y, words, size, bold=False, anchor="ls", colour=BLACK):
        face = ImageFont.truetype(FONTS + (BOLD if bold else REGULAR), size * SHARP)
        self.pen.text((x * SHARP, y * SHARP), words, font=face, fill=colour, anchor=anchor)
        place = {"l": "start", "m": "middle", "r": "end"}[anchor[0]]
        weight = ' font-weight="bold"' if bold else ""
        self.svg.append(f'<text x="{x:g}" y="{y:g}" font-size="{size}" '
                        f'text-anchor="{place}"{weight} '
                        'fill="#%02x%02x%02x">%s</text>' % (*colour, words))

    def bitmap(self):
        return self.image.resize((self.w, self.h), Image.LANCZOS)

    def vector(self, title):
        head = (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.w} {self.h}" '
                f'width="{self.w}" height="{self.h}" font-stretch="condensed" '
                'font-family="\'Noto Sans Condensed\', \'Noto Sans\', sans-serif">')
        return "\n".join([head, f"<title>{title}</title>", *self.svg, "</svg>", ""])


def fares_sheet():
    s = Sheet(1400, 800)
    left, right, base, top = 20, 1380, 690, 96
    scale = (base - top) / 3.5
    for pence in (1, 2, 3):
        y = base - pence * scale
        s.bar(left, y - 1, right - left, 2, RULE)
        s.text(left, y - 12, f"{pence}d", 42, colour=(90, 90, 90))
    step = (right - left - 110) / len(FARES)
    for i, (year, fare, words, rank) in enumerate(FARES):
        x = left + 110 + i * step
        wide = step * 0.66
        s.bar(x + (step - wide) / 2, base - fare * scale, wide, fare * scale,
              RED if rank == "second" else BLACK)
        s.bar(x + step / 2 - 66, base - fare * scale - 68, 132, 66, (255, 255, 255))
        s.text(x + step / 2, base - fare * scale - 18, words, 58, True, "ms")
        s.text(x + step / 2, base + 56, str(year), 50, True, "ms")
        s.text(x + step / 2, base + 102, rank, 42, False, "ms")
    s.bar(left, base, right - left, 5, BLACK)
    return s


def fares():
    return fares_sheet().bitmap()


def fares_svg():
    return fares_sheet().vector("The ordinary fare for one mile, in old pence")


def titles():
    s = Sheet(1500, 10 * 84 + 20)
    left, right = 262, 1330
    scale = (right - left) / TOWNS[0][1]
    for i, (town, count) in enumerate(TOWNS):
        y = 10 + i * 84
        s.text(left - 24, y + 58, town, 50, False, "rs")
        s.bar(left, y + 10, round(count * scale), 64, RED if i == 0 else BLACK)
        s.text(left + count * scale + 20, y + 59, f"{count:,}", 50, True)
    s.bar(left - 3, 4, 5, s.h - 8, BLACK)
    return s.bitmap()


# The puzzle -------------------------------------------------------------------------------

CELL = 92
COLUMNS, ROWS = 6, 8
# Where each piece lies in our solution: column, row, columns wide, rows deep.
PIECES = ((0, 0, 4, 4), (4, 0, 2, 3), (4, 3, 2, 5), (0, 4, 1, 4), (1, 4, 3, 2), (1, 6, 3, 2))


def check_pieces():
    """The pieces cover the page once each cell."""
    cells = [(x + i, y + j) for x, y, w, h in PIECES for i in range(w) for j in range(h)]
    if sorted(cells) != sorted((x, y) for x in range(COLUMNS) for y in range(ROWS)):
        raise ValueError("the puzzle's pieces do not fill its page")


def grid(s, x, y, cell, wide, deep):
    for i in range(1, wide):
        s.bar(x + i * cell - 1.5, y, 3, deep * cell, RULE)
    for j in range(1, deep):
        s.bar(x, y + j * cell - 1.5, wide * cell, 3, RULE)


def piece(s, x, y, cell, wide, deep, size):
    """A piece of copy: a head, lines of text, and its measure."""
    s.bar(x + 4, y + 4, wide * cell - 8, deep * cell - 8, (255, 255, 255))
    s.bar(x + cell * .17, y + cell * .17, (wide - .34) * cell, cell * .18, BLACK)
    y0, step = y + cell * .52, cell * .19
    rows = int((deep * cell - cell * .62) / step)
    col = (wide * cell - cell * .34 + cell * .16) / wide
    for c in range(wide):
        for r in range(rows):
            short = 0.6 if c == wide - 1 and r == rows - 1 else 1
            s.bar(x + cell * .17 + c * col, y0 + r * step, (col - cell * .16) * short, cell * .055,
                  GREY)
    s.frame(x + 4, y + 4, wide * cell - 8, deep * cell - 8, BLACK, 6)
    face = ImageFont.truetype(FONTS + BOLD, size)
    words = [str(wide), "\u00d7", str(deep)] if wide == 1 else [f"{wide} \u00d7 {deep}"]
    cx, cy = x + wide * cell / 2, y + deep * cell / 2 + cell * .12
    w = max(face.getlength(word) for word in words)
    high = size * 0.92 * len(words)
    s.bar(cx - w / 2 - 10, cy - high / 2 - 4, w + 20, high + 8, (255, 255, 255))
    for i, word in enumerate(words):
        s.text(cx, cy - high / 2 + size * (0.82 + 0.92 * i), word, size, True, "ms")


def puzzle():
    check_pieces()
    s = Sheet(1500, ROWS * CELL + 60)
    s.bar(10, 10, COLUMNS * CELL + 20, ROWS * CELL + 20, PALE)
    s.bar(20, 20, COLUMNS * CELL, ROWS * CELL, (255, 255, 255))
    grid(s, 20, 20, CELL, COLUMNS, ROWS)
    s.frame(14, 14, COLUMNS * CELL + 12, ROWS * CELL + 12, BLACK, 6)
    cell = 74
    for (w, h), (x, y) in (((4, 4), (700, 20)), ((2, 5), (1022, 20)), ((3, 2), (1196, 20)),
                           ((3, 2), (1196, 196)),
                           ((2, 3), (1196, 372)), ((1, 4), (1372, 372))):
        piece(s, x, y, cell, w, h, 44)
    s.text(700, ROWS * CELL - 76, "Six pieces, no turning,", 46)
    s.text(700, ROWS * CELL - 18, "nothing left white", 46)
    return s.bitmap()


def solution():
    check_pieces()
    s = Sheet(COLUMNS * CELL + 40, ROWS * CELL + 40)
    for x, y, w, h in PIECES:
        piece(s, 20 + x * CELL, 20 + y * CELL, CELL, w, h, 62)
    s.frame(14, 14, COLUMNS * CELL + 12, ROWS * CELL + 12, BLACK, 6)
    return s.bitmap()
