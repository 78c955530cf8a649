#!/usr/bin/env python3
"""Issues made by chance, made up: nothing stands on anything else, no story is lost, and legs end as they may.

    chance_test.py FORME [FIRST [LAST]]    seeds; 1 to 6 if left out
"""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from generate_issue import make  # finds tests/output as well
from plan import corner_units

NEVER = ("widows", "orphans", "hyphenLegs", "overfull")
MADE = (0, 3)  # 3: a story does not fit, or the press objects to a picture


def run(*arguments):
    done = subprocess.run([FORME, *arguments], capture_output=True, text=True)
    if done.returncode not in MADE:
        raise AssertionError(done.stderr)
    return json.loads(done.stdout)


def cells(leaf):
    """The columns and rows that the leaf has: its rectangle without the corner that a dog-leg leaves to adverts."""
    x, y, w, h = corner_units(leaf) or (0, 0, 0, 0)
    corner = {(column, row) for column in range(x, x + w) for row in range(y, y + h)}
    return {(column, row) for column in range(leaf["x"], leaf["x"] + leaf["w"])
            for row in range(leaf["y"], leaf["y"] + leaf["h"])} - corner


def overlap(a, b):
    return not cells(a).isdisjoint(cells(b))


class Chance(unittest.TestCase):
    def test_every_issue(self):
        self.hold_all()

    def test_every_issue_with_genres_and_a_bank_of_fillers(self):
        self.hold_all(fillers=5, house=2, genres=True)

    def hold_all(self, **drawn):
        for seed in range(FIRST, LAST + 1):
            with self.subTest(seed=seed), tempfile.TemporaryDirectory() as folder:
                issue, made = make(folder, seed, **drawn)
                plan = run("dump", issue, "--stage", "plan")
                self.hold_places(plan, made)
                self.hold_jumps(plan)
                figures = run("check", issue, "--setting", "--diagnostics", "json")["total"]
                self.assertEqual({kind: figures[kind] for kind in NEVER}, dict.fromkeys(NEVER, 0))

    def hold_places(self, plan, made):
        """No two rectangles overlap, all are on the grid, and each story has a place or is named."""
        placed = {overset["article"] for overset in plan["overset"]}
        for page in plan["pages"]:
            leaves = page["leaves"]
            for number, leaf in enumerate(leaves):
                self.assertTrue(leaf["x"] >= 0 and leaf["x"] + leaf["w"] <= plan["grid"]["columns"])
                self.assertTrue(leaf["y"] >= 0 and leaf["y"] + leaf["h"] <= plan["grid"]["rows"])
                placed.update(leaf["articles"])
                for other in leaves[number + 1:]:
                    self.assertFalse(overlap(leaf, other), (page["folio"], leaf, other))
        wanted = {name for name in made.articles if not name.startswith("filler")}
        self.assertEqual(wanted - placed, set())

    def hold_jumps(self, plan):
        """A story that goes on goes on where it says, and says there where it came from."""
        leaves = [(page["folio"], leaf) for page in plan["pages"] for leaf in page["leaves"]]
        goes = {(tuple(leaf["articles"]), folio, leaf["continuedOn"])
                for folio, leaf in leaves if leaf.get("continuedOn")}
        comes = {(tuple(leaf["articles"]), leaf["continuedFrom"], folio)
                 for folio, leaf in leaves if leaf.get("continuedFrom")}
        self.assertEqual(goes, comes)


if __name__ == "__main__":
    FORME = Path(sys.argv.pop(1)).resolve()
    FIRST, LAST = (int(sys.argv.pop(1)) if len(sys.argv) > 1 and sys.argv[1].isdigit() else value
                   for value in (1, 6))
    unittest.main()
