#!/usr/bin/env python3
"""Widows, orphans, ladders and legs of the print edition, counted from the words of the PDF.

    check_setting.py OUT_DIR ISSUE_DIR

No paragraph leaves one line alone at the head or the foot of a leg, has three hyphens in a row, or
goes over a leg's end on a hyphen that setting put in. A leg is at least six lines deep where a story
has more than one, and has at least three lines under a crosshead. Legs that end above the same thing
end on the same line, but for a story's last. What the report says of these must be the same.
"""
import sys
from collections import Counter
from pathlib import Path

from hanging import standing_words
from issue_copy import read_issue
from plan import corner_of, leaves, read_plan, read_report
from print_lines import RUNNING, PrintLine, print_lines
from reading import from_right

LEAST_LEG, UNDER_CROSSHEAD, LADDER = 6, 3, 3
# Of a line's height, which is half as much again as its size: more stands between two lines of a
# paragraph only where something else does.
NEXT_LINE = 1.25
FLOWING = ("story", "letters")


def paragraphs(lines):
    """The lines of each text of running copy."""
    grouped = {}
    for line in lines:
        if line.leaf.role in RUNNING:
            grouped.setdefault(id(line.leaf), []).append(line)
    return list(grouped.values())


def parts(paragraph, column):
    """The paragraph as it is broken over legs, of `column` points. Under what stands into a leg a line
    may begin left of all that the line above holds."""
    result = []
    for line in paragraph:
        last = result[-1][-1] if result else None
        joined = (last is not None and line.page == last.page and
                  0 < line.middle - last.middle <= NEXT_LINE * (last.box.y1 - last.box.y0) and
                  (line.box.x0 < last.box.x1 and last.box.x0 < line.box.x1 or
                   max(line.box.x1, last.box.x1) - min(line.box.x0, last.box.x0) <= column + 1))
        if joined:
            result[-1].append(line)
        else:
            result.append([line])
    return result


def ladders(paragraph):
    count = in_a_row = 0
    for line in paragraph:
        in_a_row = in_a_row + 1 if line.ends_on_hyphen else 0
        count += in_a_row == LADDER
    return count


def judge_paragraph(paragraph, where, column):
    """(kind, message) for each fault."""
    faults = [("ladders", f"{where}: a ladder in \"{paragraph[0].text[:40]}\"")] * ladders(paragraph)
    broken = parts(paragraph, column)
    if len(broken) < 2:
        return faults
    first, last = broken[0], broken[-1]
    if len(first) == 1:
        faults.append(("orphans", f"{where}, page {first[0].page}: the first line alone at the foot of a leg: "
                                  f"\"{first[0].text[:50]}\""))
    if len(last) == 1:
        faults.append(("widows", f"{where}, page {last[0].page}: the last line alone at the head of a leg: "
                                 f"\"{last[0].text[:50]}\""))
    faults += [("hyphenLegs", f"{where}, page {part[-1].page}: a leg ends on \"{part[-1].words[-1].text}\"")
               for part in broken[:-1] if part[-1].hyphenated]
    return faults


def is_copy(leaf):
    return leaf.role in RUNNING + ("crosshead",) and not leaf.boxed


def part_of(leaf):
    """What is as wide as a column, or wider, together: a text of the copy, else a block of the body."""
    return id(leaf) if is_copy(leaf) else ("block", leaf.block)


def wide_parts(lines, grid):
    extents = {}
    for line in lines:
        x0, x1 = extents.get(part_of(line.leaf), (line.box.x0, line.box.x1))
        extents[part_of(line.leaf)] = (min(x0, line.box.x0), max(x1, line.box.x1))
    return {part for part, (x0, x1) in extents.items() if x1 - x0 > grid["column_pt"] + 1}


def flows(leaf, columns):
    """Whether the text is of what goes through the legs: the body and what stands behind it, but for
    panels where there is room to set them aside."""
    return is_copy(leaf) or (leaf.block >= 0 and (columns == 1 or "panel" not in leaf.boxed))


def legs_of(lines, leaf, folio, grid):
    """column -> the lines that flow through it, downwards. What is wider than a column does not."""
    step = grid["column_pt"] + grid["gutter_pt"]
    x, y, width, height = leaf["rect_pt"]
    inside = [line for line in lines if line.page == folio and x - 1 <= line.box.x0 <= x + width and
              y - 1 <= line.middle <= y + height + 1]
    # A paragraph that goes from one leg to the next is no wider for it.
    wide = wide_parts([line for line in inside if not is_copy(line.leaf)], grid)
    wide |= {id(line.leaf) for line in inside if line.box.x1 - line.box.x0 > grid["column_pt"] + 1}
    legs = {}
    for line in inside:
        if flows(line.leaf, leaf["w"]) and part_of(line.leaf) not in wide:
            legs.setdefault(int((line.box.x0 - x + 1) // step), []).append(line)
    return {column: sorted(leg, key=lambda line: line.middle) for column, leg in sorted(legs.items())}


def row_of(line, grid):
    return round((line.middle - grid["origin_y_pt"]) / grid["row_pt"] - 0.5)


def below(leg, others, leaf, grid):
    """What stands under the leg in its column and story: an advert in a corner of it, or the first text there,
    else nothing."""
    foot = leg[-1]
    corner = corner_of(leaf, grid)
    if corner and corner[0] - 1 <= leg[0].box.x0 < corner[2] and foot.middle < corner[1]:
        return corner
    under = [line for line in others if line.page == foot.page and line.middle > foot.middle + 1 and
             line.box.x0 < leg[0].box.x0 + grid["column_pt"] and line.box.x1 > leg[0].box.x0 + 1 and
             line.middle < leaf["rect_pt"][1] + leaf["rect_pt"][3]]
    return id(min(under, key=lambda line: line.middle).leaf) if under else None


def foot_of(leg, lines, words, leaf, grid):
    """The row that the leg ends on. Behind the end of the copy that is the last of the lines that no
    leaf of it has, series and related articles: at most one row is free above each."""
    row = row_of(leg[-1], grid)
    # A panel may be the last that is read, and stand beside the copy.
    end = next((line for line in reversed(lines) if is_copy(line.leaf)), lines[-1])
    if leg[-1] not in (end, lines[-1]):
        return row
    left, (_, top, _, height) = leg[0].box.x0, leaf["rect_pt"]
    read = {id(word) for line in lines for word in line.words}
    under = {row_of(PrintLine(None, word.page, [word]), grid) for word in words
             if word.page == leg[-1].page and id(word) not in read and
             left - 1 <= word.box.x0 < left + grid["column_pt"] and word.box.y1 < top + height + 1}
    for other in sorted(under):
        row = other if row < other <= row + 2 else row
    return row


def judge_legs(lines, words, leaf, folio, grid, where, turned=False):
    """`turned`: the article is read from the right, and its last leg is the leftmost."""
    faults = []
    legs = legs_of(lines, leaf, folio, grid)
    flowing = {id(line) for leg in legs.values() for line in leg}
    others = [line for line in lines if id(line) not in flowing]
    feet = {}
    for column, leg in legs.items():
        here = f"{where}, page {folio}, leg {column + 1}"
        rows = [row_of(line, grid) for line in leg]
        deep = foot_of(leg, lines, words, leaf, grid) - rows[0] + 1
        # How deep a picture is cannot be read: a leg that has one is taken for deep enough.
        picture = any(line.leaf.role in ("caption", "credit") for line in leg)
        if len(legs) > 1 and deep < LEAST_LEG and not picture:
            faults.append(("shortLegs", f"{here}: {deep} lines"))
        last_head = max((i for i, line in enumerate(leg) if line.leaf.role == "crosshead"), default=None)
        # A crosshead over the article's last line or two cannot have more.
        left = 0 if last_head is None else sum(
            1 for line in lines[lines.index(leg[last_head]) + 1:] if line.leaf is not leg[last_head].leaf)
        if left >= UNDER_CROSSHEAD and len(set(rows[last_head + 1:])) < UNDER_CROSSHEAD:
            faults.append(("lowCrossheads", f"{here}: {len(leg) - last_head - 1} lines under "
                                            f"\"{leg[last_head].text}\""))
        if is_copy(leg[-1].leaf):  # else its foot is a rule or a picture, which is not read
            feet.setdefault(below(leg, others, leaf, grid), []).append((column, rows[-1]))
    last = (min if turned else max)(legs, default=None)
    for group in feet.values():
        deepest = max(row for _, row in group)
        faults += [("unevenFeet", f"{where}, page {folio}, leg {column + 1}: ends {deepest - row} lines "
                                  "higher than its neighbours")
                   for column, row in group if row < deepest and column != last]
    return faults


def judge(issue, plan, words):
    """(faults, figures) of each article: (kind, message), and what was counted."""
    grid = plan["grid"]
    for article, lines, missing in print_lines(issue, plan, words):
        faults, running = [], paragraphs(lines)
        turned = from_right(" ".join(leaf.text for leaf in article.leaves))
        for paragraph in running:
            faults += judge_paragraph(paragraph, article.id, grid["column_pt"])
        for folio, leaf in leaves(plan):
            if article.id in leaf["articles"] and leaf["kind"] in FLOWING and article.genre != "panel":
                faults += judge_legs(lines, words, leaf, folio, grid, article.id, turned)
        figures = Counter(kind for kind, _ in faults)
        figures["lines"] = sum(map(len, running))
        figures["hyphens"] = sum(line.hyphenated for paragraph in running for line in paragraph)
        yield article, faults, figures, missing


LEGS = ("shortLegs", "unevenFeet")
# What must be the same in the report. Legs are told apart there by what make-up knows of pictures.
COMPARED = ("lines", "hyphens", "ladders", "widows", "orphans", "hyphenLegs", "lowCrossheads")


def compare(article, figures, said):
    if said is None:
        return [f"{article.id}: the report says nothing of its setting"]
    return [f"{article.id}: the report says {said[kind]} {kind}, the PDF has {figures[kind]}"
            for kind in COMPARED if said[kind] != figures[kind]]


def main(out, issue_folder, wanted=lambda kind: True):
    """What is amiss, of the wanted kinds; and, with other kinds than legs, what the report says wrongly."""
    issue = read_issue(issue_folder)
    stem = f"{issue.slug}-{issue.number}"
    plan = read_plan(out, stem)
    said = {a["article"]: a for a in read_report(out, stem)["setting"]["articles"]}
    overset = {o["article"] for o in plan["overset"]}
    words = standing_words(Path(out) / f"{stem}-print.pdf", issue_folder)
    problems = []
    for article, faults, figures, missing in judge(issue, plan, words):
        lost = [f"{article.id}: no {leaf.role} \"{leaf.text[:40]}\"" for leaf in missing
                if leaf.role in RUNNING]
        # Copy that has no room is not in the PDF, and cannot be found there whole. What is not found
        # for another reason leaves gaps in the legs, of which nothing true can be said.
        if not lost or article.id in overset:
            problems += [message for kind, message in faults if wanted(kind)]
        if article.id not in overset and wanted("lines"):
            problems += lost or compare(article, figures, said.get(article.id))
    return problems


if __name__ == "__main__":
    found = main(*sys.argv[1:])
    print("\n".join(found) if found else "setting: no widow, no ladder, every leg as it should be")
    sys.exit(1 if found else 0)
