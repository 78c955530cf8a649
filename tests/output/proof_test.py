#!/usr/bin/env python3
"""The proof: a flatplan and a sheet for every page of every sample paper, of a plan with copy over and of a
paper that is read from the right; the same twice, and sound to qpdf.

    proof_test.py FORME
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from reading import run
from scripts_test import paper_from_right

ROOT = Path(__file__).resolve().parents[2]
FORME = Path(sys.argv.pop(1)).resolve()
PLAIN = {"slack": "white under the story", "crop": "picture cropped", "thin headline": "headline line not filled",
         "tombstone": "headlines of one size side by side", "lifted quote": "a sentence set again as a pull quote",
         "larger headline": "headline larger than a greater story's", "lesser story above": "stands above a greater story",
         "touches advert": "headline or picture touches an advert"}
SAMPLES = ("courier-890", "setzkasten-12", "specimen-1")


def forme(command, issue, *options, **environment):
    done = subprocess.run([FORME, command, issue, *options], capture_output=True, text=True,
                          env=os.environ | environment)
    return done.returncode, done.stdout, done.stderr


def plan_of(issue, *options):
    status, out, said = forme("dump", issue, "--stage", "plan", *options)
    assert status in (0, 3), said
    return json.loads(out)


def texts(pdf):
    """The words of each sheet, white space as one space."""
    pages = run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-").split("\f")[:-1]
    return [re.sub(r"\s+", " ", page) for page in pages]


class Proof(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.pdf = self.folder / "proofs" / "proof.pdf"

    def make(self, issue, *options, status=0, **environment):
        made, _, said = forme("proof", issue, "-o", self.pdf, *options, **environment)
        self.assertEqual(made, status, said)
        run("qpdf", "--check", self.pdf)
        return texts(self.pdf)

    def assert_shows(self, issue, sheets):
        plan = plan_of(issue)
        self.assertEqual(len(sheets), len(plan["pages"]) + 1)
        for page, sheet in zip(plan["pages"], sheets[1:]):
            self.assertIn(f"Page {page['folio']}", sheet)
            for leaf in page["leaves"]:
                self.assertIn(f"{leaf['w']}×{leaf['h']} at {leaf['x']},{leaf['y']}", sheet)
                if leaf["kind"] == "story":
                    self.assertIn(leaf["articles"][0], sheet)
                    self.assertRegex(sheet, r"story: [a-z]+, priority [1-5]")

    def test_shows_every_page_and_leaf_of_the_sample_papers(self):
        for name in SAMPLES:
            with self.subTest(name):
                issue = ROOT / "issues" / name
                self.assert_shows(issue, self.make(issue))

    def test_shows_a_paper_that_is_read_from_the_right(self):
        issue = paper_from_right(self.folder, "he", "בית הדפוס")
        self.assert_shows(issue, self.make(issue))

    def test_says_what_each_page_and_each_story_pays_and_for_what(self):
        issue = ROOT / "issues" / "courier-890"
        sheets = self.make(issue)
        for page, sheet in zip(plan_of(issue)["pages"], sheets[1:]):
            terms = page["cost"]["terms"]
            for leaf in page["leaves"]:
                if leaf["kind"] != "story":
                    continue
                paid = [term["cost"] for term in terms if term.get("article") == leaf["articles"][0]]
                # The plan says terms to a tenth.
                said = [float(s) for s in re.findall(r"pays ([0-9.]+)", sheet)]
                self.assertTrue(any(abs(sum(paid) - s) <= 0.05 * (len(paid) + 1) + 1e-9 for s in said),
                                (leaf["articles"], paid, said))
            for dearest in sorted(terms, key=lambda term: -term["cost"])[:1]:
                self.assertIn(PLAIN.get(dearest["term"], dearest["term"]), sheet.split("pays for ")[-1])
            said = re.search(r"Page \d+ .*?cost ([0-9.]+), ", sheet)
            self.assertEqual(float(said[1]), page["cost"]["total"])

    def test_lists_what_is_over_and_ends_with_status_3(self):
        issue = ROOT / "issues" / "courier-890"
        plan = plan_of(issue)
        leaf = next(leaf for page in plan["pages"] for leaf in page["leaves"]
                    if leaf["kind"] == "story" and leaf["h"] > 40 and "continuedOn" not in leaf)
        leaf["h"] -= 12
        given = self.folder / "plan.json"
        given.write_text(json.dumps(plan))
        over = plan_of(issue, "--plan", given)["overset"]
        self.assertTrue(over)
        sheets = self.make(issue, "--plan", given, status=3)
        for story in over:
            self.assertIn(f"{story['article']}: over {story['lines']} line", sheets[0])
            self.assertTrue(any(f"over {story['lines']} line" in sheet for sheet in sheets[1:]))

    def test_is_the_same_twice(self):
        issue = ROOT / "issues" / "setzkasten-12"
        self.make(issue, "--jobs", "1", TZ="Pacific/Kiritimati", LANG="C")
        first = self.pdf.read_bytes()
        self.make(issue, "--jobs", "4", TZ="America/St_Johns", LANG="de_DE.UTF-8")
        self.assertEqual(self.pdf.read_bytes(), first)

    def test_leads_from_the_flatplan_to_the_sheets_and_back(self):
        self.make(ROOT / "issues" / "setzkasten-12")
        names = run("pdfinfo", "-dests", self.pdf)
        for name in ("flatplan", "page/1", "page/4"):
            self.assertIn(f'"{name}"', names)
        for sheet, links in ((1, 4), (2, 1), (5, 1)):
            self.assertEqual(run("mutool", "show", self.pdf, f"pages/{sheet}/Annots").count(" R"), links)

    def test_stays_as_it_was_when_the_issue_is_wrong(self):
        self.make(ROOT / "issues" / "setzkasten-12")
        first = self.pdf.read_bytes()
        status, _, _ = forme("proof", self.folder / "none", "-o", self.pdf)
        self.assertEqual(status, 1)
        self.assertEqual(self.pdf.read_bytes(), first)
        self.assertEqual([p.name for p in self.pdf.parent.iterdir()], [self.pdf.name])

    def test_that_cannot_be_written_ends_with_status_4(self):
        (self.folder / "proofs").write_text("a file where a folder should be")
        status, _, said = forme("proof", ROOT / "issues" / "setzkasten-12", "-o", self.pdf)
        self.assertEqual(status, 4, said)


if __name__ == "__main__":
    unittest.main()
