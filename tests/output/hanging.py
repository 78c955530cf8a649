"""What may hang past the edge of its measure: the signs that a layout's protrusion names, each by no
more than its share of its own width."""
import html
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

from issue_copy import normal
from reading import Box, run, trim_corners, words_of

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"
PUT_IN = "\u2010"  # a hyphen that setting puts in reads as a soft hyphen; tables have it as this
NEAR = 0.3         # pt: how far two readers may see the same edge apart


def layout_folder(issue_folder):
    name = ElementTree.parse(Path(issue_folder) / "issue.xml").getroot().get("layout", "tabloid")
    return Path(issue_folder) / name if "/" in name else LAYOUTS / name


def shares_of(folder):
    """sign -> the most that any table of the layout, or of one that it extends, gives to the margin at
    the start and at the end of a line."""
    root = ElementTree.parse(folder / "layout.xml").getroot()
    shares = shares_of(LAYOUTS / root.get("extends")) if root.get("extends") else {}
    for row in root.iter("hang"):
        for sign in row.get("signs").replace(" ", ""):
            start, end = shares.get(sign, (0, 0))
            shares[sign] = (max(start, float(row.get("start", 0))), max(end, float(row.get("end", 0))))
    return shares


def sign_of(character):
    return PUT_IN if character == "\u00ad" else character


_TRACE = re.compile(r'<page number="(?P<page>\d+)"|transform="(?P<matrix>[^"]*)"|'
                    r'<span [^>]* trm="(?P<trm>[^"]*)"|<g unicode="(?P<sign>[^"]*)" '
                    r'(?P<glyph>glyph="[^"]*" )?x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" '
                    r'adv="(?P<adv>[^"]*)"')


def glyphs_in(trace, corners, signs):
    """page -> (sign, x0, x1, y) of each glyph of these signs, from the corner of the trimmed page.
    Where a glyph reads as several characters, as a stop behind its direction mark does, `mutool trace`
    gives the width with the first, and the others at the same place without a glyph."""
    found, page = {}, 0
    matrix, scale, advance = None, 0.0, 0.0
    for match in _TRACE.finditer(trace):
        if match["page"]:
            page = int(match["page"])
        elif match["matrix"]:
            matrix = [float(n) for n in match["matrix"].split()]
        elif match["trm"]:
            scale = float(match["trm"].split()[0])
        else:
            advance = float(match["adv"]) if match["glyph"] else advance
            sign = sign_of(html.unescape(match["sign"]))
            if sign not in signs:
                continue
            a, b, c, d, e, f = matrix
            x, y = float(match["x"]), float(match["y"])
            left, top = corners[page]
            x0 = a * x + c * y + e - left
            found.setdefault(page, []).append((sign, x0, x0 + advance * scale * a,
                                               b * x + d * y + f - top))
    return found


class Hanging:
    """The words of a PDF without what of their first and last signs may hang."""

    def __init__(self, pdf, folder):
        self.shares = shares_of(folder)
        self.glyphs = glyphs_in(run("mutool", "trace", pdf), trim_corners(pdf), self.shares)

    def width(self, word, sign, edge, right):
        for glyph, x0, x1, y in self.glyphs.get(word.page, []):
            if (glyph == sign and word.box.y0 <= y <= word.box.y1 and
                    abs((x1 if right else x0) - edge) < NEAR):
                return x1 - x0
        return 0.0

    def core(self, word):
        """The box of the word less the most that may hang at either side, by the signs that are seen
        there: a line that runs from the right ends at the left."""
        seen = normal(word.seen)
        first, last = sign_of(seen[:1]), sign_of(seen[-1:])
        box = word.box
        left, right = (max(self.shares.get(sign, (0, 0))) for sign in (first, last))
        return Box(box.x0 + left * self.width(word, first, box.x0, False) if left else box.x0, box.y0,
                   box.x1 - right * self.width(word, last, box.x1, True) if right else box.x1, box.y1)


def standing_words(pdf, issue_folder):
    """The words of a PDF; their boxes are less what may hang, so that no line is wider than its measure
    for its hyphen."""
    hanging = Hanging(pdf, layout_folder(issue_folder))
    return [replace(word, box=hanging.core(word)) for word in words_of(pdf)]
