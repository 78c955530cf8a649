#!/usr/bin/env python3
"""Each sample paper at three lengths of its copy.

    lengths_test.py FORME lines     every line on the grid, no widow, no orphan, no ladder, no leg that ends on
                                    a hyphen, three lines under a crosshead
    lengths_test.py FORME legs      six lines in every leg, and level feet
"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import check_grid
import check_setting
from issue_copy import read_issue
from lengths import change_issue
from plan import read_plan
from reading import run, trim_corners

ROOT = Path(__file__).resolve().parents[2]
LENGTHS = (0.85, 1, 1.15)
MADE = (0, 3)  # 3: longer copy may find no room, which is no fault of its setting


class Lengths(unittest.TestCase):
    def hold(self, name):
        for factor in LENGTHS:
            with self.subTest(length=factor), tempfile.TemporaryDirectory() as folder:
                issue = change_issue(ROOT / "issues" / name, Path(folder) / "issues", factor)
                self.hold_setting(issue, Path(folder) / "out")

    def hold_setting(self, issue, out):
        done = subprocess.run([FORME, "build", issue, "-o", out, "--only", "print"], capture_output=True,
                              text=True)
        self.assertIn(done.returncode, MADE, done.stderr)
        facts = read_issue(issue)
        stem = f"{facts.slug}-{facts.number}"
        plan, pdf = read_plan(out, stem), out / f"{stem}-print.pdf"
        problems = check_setting.main(out, issue, lambda kind: (kind in check_setting.LEGS) == LEGS)
        if not LEGS:
            problems += check_grid.check_trace(run("mutool", "trace", pdf), plan["grid"],
                                               check_grid.adverts_of(plan), trim_corners(pdf), pdf.name)
        self.assertEqual(problems, [], "\n" + "\n".join(problems))

    def test_an_english_tabloid(self):
        self.hold("courier-890")

    def test_a_german_newsletter(self):
        self.hold("setzkasten-12")

    def test_a_specimen_of_every_block_and_script(self):
        self.hold("specimen-1")


if __name__ == "__main__":
    FORME = Path(sys.argv.pop(1)).resolve()
    LEGS = sys.argv.pop(1) == "legs"
    unittest.main()
