"""Adverts to try make-up with: a framed box that says which it is and how large.

The words are drawn as strokes, as adverts come whose type was turned into outlines: no font is needed.
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "output"))
from small_pdf import pdf_file  # noqa: E402

STROKES = {  # letter -> its lines; points are x and y of a box of 4 by 6, its foot at 0
    "A": ("00 26 40", "13 33"), "B": ("00 06 36 45 44 33 03", "33 42 41 30 00"), "C": ("45 36 16 05 01 10 30 41",),
    "D": ("00 06 26 44 42 20 00",), "E": ("40 00 06 46", "03 33"), "F": ("00 06 46", "03 33"),
    "G": ("45 36 16 05 01 10 30 41 43 23",), "H": ("00 06", "40 46", "03 43"), "I": ("20 26",),
    "L": ("06 00 40",), "M": ("00 06 23 46 40",), "N": ("00 06 40 46",), "O": ("10 01 05 16 36 45 41 30 10",),
    "P": ("00 06 36 45 44 33 03",), "R": ("00 06 36 45 44 33 03", "23 40"),
    "S": ("01 10 30 41 42 33 13 04 05 16 36 45",), "T": ("20 26", "06 46"), "U": ("06 01 10 30 41 46",),
    "V": ("06 20 46",), "W": ("06 10 23 30 46",), "X": ("00 46", "06 40"), "Y": ("06 23 46", "23 20"),
    "0": ("10 01 05 16 36 45 41 30 10",), "1": ("04 26 20",), "2": ("05 16 36 45 44 00 40",),
    "3": ("05 16 36 45 44 33 42 41 30 10 01", "13 33"), "4": ("30 36 02 42",),
    "5": ("46 06 03 33 42 41 30 00",), "6": ("36 16 04 01 10 30 41 42 33 03",), "7": ("06 46 10",),
    "8": ("13 04 05 16 36 45 44 33 13 02 01 10 30 41 42 33",), "9": ("10 30 42 45 36 16 05 04 13 43",), " ": (),
}
ADVANCE = 5.5        # from one letter to the next, in such units
MOST_HEIGHT = 24     # points, of a letter
FRAME = 2            # points
INK, TINT = "0 0 0 1", "0 0 0 0.08"


def _line(words, centre, foot, unit):
    left = centre - unit * (ADVANCE * len(words) - (ADVANCE - 4)) / 2
    parts = []
    for number, letter in enumerate(words):
        x = left + unit * ADVANCE * number
        for stroke in STROKES[letter]:
            points = [f"{x + unit * int(p[0]):.2f} {foot + unit * int(p[1]):.2f}" for p in stroke.split()]
            parts.append(points[0] + " m " + " ".join(p + " l" for p in points[1:]) + " S")
    return parts


def _content(lines, width, depth):
    longest = max(len(line) for line in lines)
    unit = min(MOST_HEIGHT / 6, width * 0.86 / (ADVANCE * longest), depth * 0.8 / (9 * len(lines)))
    inset = FRAME / 2
    parts = [f"{TINT} k {INK} K {FRAME} w",
             f"{inset} {inset} {width - FRAME:.2f} {depth - FRAME:.2f} re B", f"{unit * 0.8:.3f} w 1 J 1 j"]
    foot = depth / 2 + unit * (9 * len(lines) - 3) / 2 - 6 * unit
    for line in lines:
        parts += _line(line, width / 2, foot, unit)
        foot -= 9 * unit
    return "\n".join(parts).encode()


def advert_pdf(lines, width, depth):
    """The bytes of a PDF of one page, in points; `lines`: in letters that STROKES has, of either case."""
    content = _content([line.upper() for line in lines], width, depth)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.3f %.3f] /Contents 4 0 R /Resources << >> >>"
               % (width, depth),
               b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content)]
    return pdf_file(objects)
