#!/usr/bin/env python3
"""Every glyph of the text face at body size stands on the grid, within 0.1 pt.

    check_grid.py OUT_DIR ISSUE_DIR

The grid is the plan's; the text face is the family that most glyphs of that size have. Glyphs inside
adverts are not ours.
"""
import re
import sys
from collections import Counter
from pathlib import Path

from issue_copy import read_issue
from plan import read_plan
from reading import run, trim_corners

TOLERANCE = 0.1  # pt
SIZE_TOLERANCE = 0.01


def glyphs_of(trace):
    """(page, font, size, x, y) of each glyph; x and y from the top left corner of the page's media."""
    page, matrix, font, size = 0, None, "", 0.0
    pattern = re.compile(
        r'<page number="(?P<page>\d+)"|'
        r'<fill_text [^>]*transform="(?P<matrix>[^"]*)"|'
        r'<span font="(?P<font>[^"]*)"[^>]* trm="(?P<trm>[^"]*)"|'
        r'<g unicode="[^"]*"[^>]* x="(?P<x>[^"]*)" y="(?P<y>[^"]*)"')
    for found in pattern.finditer(trace):
        if found["page"]:
            page = int(found["page"])
        elif found["matrix"]:
            matrix = [float(n) for n in found["matrix"].split()]
        elif found["font"] is not None:
            font = found["font"].split("+")[-1]
            size = abs(float(found["trm"].split()[3]) * matrix[3])
        else:
            x, y = float(found["x"]), float(found["y"])
            a, b, c, d, e, f = matrix
            yield page, font, size, a * x + c * y + e, b * x + d * y + f


def family(font):
    return font.split("-")[0]


def adverts_of(plan):
    boxes = {}
    for page in plan["pages"]:
        boxes[page["folio"]] = [leaf["rect_pt"] for leaf in page["leaves"]
                                if leaf["kind"] == "advert"]
    return boxes


def in_any(boxes, x, y):
    return any(bx <= x <= bx + w and by <= y <= by + h for bx, by, w, h in boxes)


def check_trace(trace, grid, adverts, corners, where):
    body = []
    for page, font, size, x, y in glyphs_of(trace):
        left, top = corners.get(page, (0.0, 0.0))
        x, y = x - left, y - top
        if abs(size - grid["body_size_pt"]) < SIZE_TOLERANCE and not in_any(adverts.get(page, []), x, y):
            body.append((page, family(font), x, y))
    if not body:
        return [f"{where}: no glyph has the body size"]
    face = Counter(f for _, f, _, _ in body).most_common(1)[0][0]
    off = {}
    for page, font, x, y in body:
        if font != face:
            continue
        rows = (y - grid["origin_y_pt"] - grid["baseline_offset_pt"]) / grid["row_pt"]
        distance = (rows - round(rows)) * grid["row_pt"]
        if abs(distance) > TOLERANCE:
            off.setdefault((page, round(y, 1)), (x, distance))
    return [f"{where}, page {page}: {face} at {x:.1f}, {y:.1f} is {d:+.2f} pt off the grid"
            for (page, y), (x, d) in sorted(off.items())]


def main(out, issue_folder):
    issue = read_issue(issue_folder)
    stem = f"{issue.slug}-{issue.number}"
    plan = read_plan(out, stem)
    problems = []
    for edition in ("print", "screen"):
        pdf = Path(out) / f"{stem}-{edition}.pdf"
        problems += check_trace(run("mutool", "trace", pdf), plan["grid"], adverts_of(plan),
                                trim_corners(pdf), pdf.name)
    return problems


if __name__ == "__main__":
    found = main(*sys.argv[1:])
    print("\n".join(found) if found else "grid: all on it")
    sys.exit(1 if found else 0)
