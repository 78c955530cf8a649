#!/usr/bin/env python3
"""Every word of an article stands inside one of its rectangles, and no two rectangles overlap.

    check_places.py OUT_DIR ISSUE_DIR

The rectangles are those of the plan, in points and in grid units, which must agree. A word's box from
pdftotext reaches from the face's ascender to its descender, whatever letters it has; what is held to
the rectangle is its middle, from about the height of the capitals to the baseline. A stop, a hyphen or
a quote at its start or end may hang past the side of the rectangle by the share of its own width that
the layout's protrusion gives it, and by no more; the rest of the word stands inside. Of a letter that
is three lines high or more, a drop cap, the white at its side may stand outside, but no ink.
"""
import sys
from pathlib import Path

from hanging import Hanging, layout_folder
from ink import Pages
from issue_copy import read_issue
from plan import corner_of, leaves, place_of_units, read_plan
from print_copy import placed, take_article
from reading import Box, PlacedText, words_of

TOLERANCE = 0.5  # pt
INITIAL_ROWS = 3  # of the grid, that the box of a drop cap is high at least
# Of the box's height: from the top to the capitals, and from the baseline to the foot; the faces of
# scripts from Hebrew to Tibetan reach further down.
ABOVE_CAPITALS, BELOW_BASELINE, BELOW_BASELINE_DEEP = 0.26, 0.22, 0.36


def box_of(leaf):
    x, y, width, height = leaf["rect_pt"]
    return Box(x, y, x + width, y + height)


def overlaps(a, b, tolerance):
    return (a.x0 < b.x1 - tolerance and b.x0 < a.x1 - tolerance and
            a.y0 < b.y1 - tolerance and b.y0 < a.y1 - tolerance)


def in_corner(leaf, other, grid):
    """Whether the leaf stands in the corner that the other leaves free."""
    corner = corner_of(other, grid)
    return corner is not None and inside(box_of(leaf), Box(*corner))


def name(leaf):
    return f"{leaf['kind']} {'+'.join(leaf['articles'])[:40]}".strip()


def check_rectangles(plan):
    problems = []
    grid = plan["grid"]
    for page in plan["pages"]:
        where, rectangles = f"page {page['folio']}", page["leaves"]
        for i, leaf in enumerate(rectangles):
            units = Box(leaf["x"], leaf["y"], leaf["x"] + leaf["w"], leaf["y"] + leaf["h"])
            if not (0 <= units.x0 < units.x1 <= grid["columns"] and
                    0 <= units.y0 < units.y1 <= grid["rows"]):
                problems.append(f"{where}: {name(leaf)} is off the grid")
            want = Box(*place_of_units(leaf["x"], leaf["y"], leaf["w"], leaf["h"], grid))
            have = box_of(leaf)
            if any(abs(a - b) > 0.05 for a, b in zip(vars(want).values(), vars(have).values())):
                problems.append(f"{where}: {name(leaf)} is not where its grid units say")
            for other in rectangles[:i]:
                if overlaps(box_of(leaf), box_of(other), 0.01) and not (
                        in_corner(other, leaf, grid) or in_corner(leaf, other, grid)):
                    problems.append(f"{where}: {name(leaf)} overlaps {name(other)}")
    return problems


def letters(word, box):
    height = box.y1 - box.y0
    deep = any("\u0590" <= c < "\u1000" for c in word.text)
    below = BELOW_BASELINE_DEEP if deep else BELOW_BASELINE
    return Box(box.x0, box.y0 + ABOVE_CAPITALS * height, box.x1, box.y1 - below * height)


def inside(box, rectangle):
    return (rectangle.x0 - TOLERANCE <= box.x0 and box.x1 <= rectangle.x1 + TOLERANCE and
            rectangle.y0 - TOLERANCE <= box.y0 and box.y1 <= rectangle.y1 + TOLERANCE)


def is_inside(word, rectangle, hanging):
    return any(inside(letters(word, box), rectangle) for box in (word.box, hanging.core(word)))


def is_initial_inside(word, rectangle, pages, least_height):
    """Whether the word is, or begins with, a drop cap that has no ink outside of the rectangle."""
    box = letters(word, word.box)
    if word.box.y1 - word.box.y0 < least_height or not inside(
            Box(max(box.x0, rectangle.x0), box.y0, min(box.x1, rectangle.x1), box.y1), rectangle):
        return False
    left = Box(box.x0, word.box.y0, rectangle.x0 - TOLERANCE, word.box.y1)
    right = Box(rectangle.x1 + TOLERANCE, word.box.y0, box.x1, word.box.y1)
    return not any(pages.has_ink(word.page, side) for side in (left, right))


def check_words(issue, plan, words, hanging, ink):
    """Reads each article from the words inside its rectangles alone, and from all of its pages: what
    only the second reading finds stands outside."""
    rectangles, corners = {}, {}
    for folio, leaf in leaves(plan):
        for id in leaf["articles"]:
            rectangles.setdefault((id, folio), []).append(box_of(leaf))
            if corner := corner_of(leaf, plan["grid"]):
                corners.setdefault((id, folio), []).append(Box(*corner))
    problems = []
    initial = INITIAL_ROWS * plan["grid"]["row_pt"]
    for article, pages, text in placed(issue, plan, words):
        if text is None:
            continue
        own = [w for w in text.words if any(
            is_inside(w, r, hanging) or (overlaps(w.box, r, 0) and is_initial_inside(w, r, ink, initial))
            for r in rectangles[article.id, w.page]) and not any(
                overlaps(letters(w, w.box), c, TOLERANCE) for c in corners.get((article.id, w.page), ()))]
        within = take_article(article, PlacedText(own))
        if not within:
            continue
        anywhere = take_article(article, text)
        problems += [f"page {'/'.join(map(str, sorted(pages)))}: the {leaf.role} \"{leaf.text[:50]}\" "
                     f"of {article.id} is not wholly inside its rectangles"
                     for leaf in within if leaf not in anywhere]
    return problems


def main(out, issue_folder):
    issue = read_issue(issue_folder)
    stem = f"{issue.slug}-{issue.number}"
    plan = read_plan(out, stem)
    pdf = Path(out) / f"{stem}-print.pdf"
    return check_rectangles(plan) + check_words(issue, plan, words_of(pdf),
                                                Hanging(pdf, layout_folder(issue_folder)), Pages(pdf))


if __name__ == "__main__":
    found = main(*sys.argv[1:])
    print("\n".join(found) if found else "places: all inside")
    sys.exit(1 if found else 0)
