"""The drawings of the specimen: a line in the stick, and how often each letter comes."""

# Widths of sorts in tenths of an em.
WIDTHS = {"S": 6, "p": 6, "a": 5, "c": 5, "e": 5, "i": 3, "s": 4.5, "n": 6, "o": 5.5, "t": 3.6, "h": 6,
          "g": 5.5}
EM, MEASURE = 100, 1206
PAPER, STEEL, SORT, SORT_EDGE, FACE, SPACE, LEAD = (
    "#e9e6df", "#3a3a3a", "#6e6b66", "#2b2b2b", "#d8d4ca", "#c9c5bb", "#8d8a84")
RED, GREY = "#c8102e", "#555555"

# Letters in a hundred of English copy, as they are usually given.
LETTERS = (("e", 12.7), ("t", 9.1), ("a", 8.2), ("o", 7.5), ("i", 7.0), ("n", 6.7), ("s", 6.3), ("h", 6.1),
           ("r", 6.0))


def _svg(width, height, parts, more=""):
    head = (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
            f'height="{height}"{more}>')
    return "\n".join([head, *parts, "</svg>"]) + "\n"


def _box(x, y, width, height, fill, more=""):
    return f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{height}" fill="{fill}"{more}/>'


def _space(x, width):
    yield _box(x, 250, width, 146, SPACE)
    for part in (1, 2):
        yield f'<path d="M{x + width * part / 3:.1f} 250 v146" stroke="{LEAD}" stroke-width="2"/>'


def _sort(x, width, letter):
    yield _box(x, 230, width, 166, SORT, f' stroke="{SORT_EDGE}" stroke-width="3"')
    yield _box(x + width * 0.2, 262, width * 0.6, 92 if letter in "Sthi" else 66, FACE)
    yield f'<path d="M{x:.1f} 382 h{width:.1f}" stroke="{SORT_EDGE}" stroke-width="5"/>'


def stick(line="Space is not nothing"):
    """A stick from above: the line fills its measure, whatever the letters come to."""
    parts = [_box(0, 0, 1600, 620, PAPER), _box(90, 430, 1420, 34, STEEL), _box(90, 130, 34, 334, STEEL),
             f'<path d="M1330 118 h44 v346 h-44 z M1374 250 h60 v40 h-60 z" fill="{GREY}"/>',
             f'<circle cx="1404" cy="270" r="11" fill="{PAPER}"/>', _box(124, 396, MEASURE, 34, LEAD)]
    letters = sum(WIDTHS.get(c, 0) for c in line) * EM / 10
    space, x = (MEASURE - letters) / line.count(" "), 124.0
    for c in line:
        width = space if c == " " else WIDTHS[c] * EM / 10
        parts += _space(x, width) if c == " " else _sort(x, width, c)
        x += width
    return _svg(1600, 620, parts)


def letters():
    parts = []
    for k, (letter, share) in enumerate(LETTERS):
        y = 14 + k * 56
        parts += [f'<text x="30" y="{y + 32}" text-anchor="middle">{letter}</text>',
                  _box(64, y, share * 32, 40, RED if k == 0 else GREY),
                  f'<text x="{64 + share * 32 + 14:.0f}" y="{y + 32}">{share:.1f}</text>']
    return _svg(600, 520, parts, ' font-family="Noto Sans" font-size="34"')


def _column(x, number, lines=9):
    for line in range(lines):
        width = 130 if line < lines - 1 else 90
        yield _box(x, 92 + line * 30, width, 16, LEAD)
    yield f'<text x="{x + 65}" y="72" text-anchor="middle" font-size="56" font-weight="bold">{number}</text>'


def directions():
    """Three legs that are read from the left, and three from the right."""
    parts = [_box(0, 0, 1200, 420, PAPER)]
    for left, order in ((40, (1, 2, 3)), (640, (3, 2, 1))):
        for place, number in enumerate(order):
            parts += _column(left + place * 180, number)
    for x, y, step in ((40, 386, 1), (1160, 386, -1)):
        parts.append(f'<path d="M{x} {y} h{step * 470} v-12 l{step * 40} 17 l{step * -40} 17 v-12 '
                     f'h{step * -470} z" fill="{RED}"/>')
    return _svg(1200, 420, parts, ' font-family="Noto Sans"')
