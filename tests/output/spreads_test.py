#!/usr/bin/env python3
"""Reader's and printer's spreads: the pages stand side by side in the order of the paper or of the press,
read back with pdftotext, and what the print PDF says to the press is kept.

    spreads_test.py FORME
"""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from reading import run, words_of

FORME = Path(sys.argv.pop(1)).resolve()
ISSUE = ('<issue version="1" xml:lang="{language}" publicationName="Gazette" slug="gazette" number="1" '
         'coverDate="2016-03-05" layout="a4-newsletter"><articles>{articles}</articles>'
         '<flatplan pages="{pages}">{flatplan}</flatplan></issue>')
# One word a page that no other page has; Latin in the paper read from the right too.
ARTICLE = ('<article version="1" id="a{0}" xml:lang="en-GB"><headline>Mark{0}</headline><body>'
           '<p>The new bridge over the mill race opens at noon.</p></body></article>')
TRIM_WIDTH = 210 / 25.4 * 72


def write_issue(folder, pages, language="en-GB"):
    issue = Path(folder) / f"gazette-{pages}-{language}"
    issue.mkdir(parents=True, exist_ok=True)
    for page in range(1, pages + 1):
        (issue / f"a{page}.xml").write_text(ARTICLE.format(page))
    (issue / "issue.xml").write_text(ISSUE.format(
        language=language, pages=pages,
        articles="".join(f'<article src="a{n}.xml"/>' for n in range(1, pages + 1)),
        flatplan="".join(f'<page folio="{n}"><auto articles="a{n}"/></page>' for n in range(1, pages + 1))))
    return issue


def build(issue, out, *options):
    done = subprocess.run([FORME, "build", issue, "-o", out, *options], capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(f"status {done.returncode}: {done.stderr}")


def seen(pdf):
    """Per spread the marks of its left and right page, as "left-right"; "_" is blank, "n" a page alone."""
    sizes = json.loads(run("qpdf", "--json", "--json-key=pages", "--json-key=qpdf", pdf))
    objects = sizes["qpdf"][1]
    spreads = []
    for page in sizes["pages"]:
        box = objects["obj:" + page["object"]]["value"]["/TrimBox"]
        spreads.append(["_"] * round((box[2] - box[0]) / TRIM_WIDTH))
    for word in words_of(pdf):
        if word.text.startswith("Mark"):
            half = int((word.box.x0 + word.box.x1) / 2 // TRIM_WIDTH)
            spreads[word.page - 1][half] = word.text.removeprefix("Mark")
    return " ".join("-".join(spread) for spread in spreads)


class Spreads(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder, self.out = Path(folder.name), Path(folder.name) / "out"
        self.reader = self.out / "gazette-1-reader-spreads.pdf"
        self.printer = self.out / "gazette-1-printer-spreads.pdf"

    def test_stand_in_the_order_of_the_paper_and_of_the_press(self):
        build(write_issue(self.folder, 8), self.out, "--only", "print", "--spreads", "reader,printer")
        self.assertEqual(seen(self.reader), "1 2-3 4-5 6-7 8")
        self.assertEqual(seen(self.printer), "8-1 2-7 6-3 4-5")

    def test_change_sides_in_a_paper_read_from_the_right(self):
        build(write_issue(self.folder, 8, "ar"), self.out, "--only", "print", "--spreads", "reader,printer")
        self.assertEqual(seen(self.reader), "1 3-2 5-4 7-6 8")
        self.assertEqual(seen(self.printer), "1-8 7-2 3-6 5-4")

    def test_fill_the_last_sheet_with_blanks(self):
        build(write_issue(self.folder, 6), self.out, "--only", "print", "--spreads", "printer")
        self.assertEqual(seen(self.printer), "_-1 2-_ 6-3 4-5")
        self.assertFalse(self.reader.exists())

    def test_nest_each_section_by_itself(self):
        build(write_issue(self.folder, 12), self.out, "--only", "print", "--spreads", "printer",
              "--binding", "nested", "--section", "8")
        self.assertEqual(seen(self.printer), "8-1 2-7 6-3 4-5 12-9 10-11")

    def test_say_to_the_press_what_the_print_pdf_says(self):
        build(write_issue(self.folder, 4), self.out, "--spreads", "reader,printer")
        printed = run("mutool", "show", self.out / "gazette-1-print.pdf", "trailer/Root/OutputIntents/0/Info")
        for pdf in (self.reader, self.printer):
            run("qpdf", "--check", pdf)
            self.assertEqual(run("mutool", "show", pdf, "trailer/Root/OutputIntents/0/Info"), printed)
            self.assertNotIn("DeviceRGB", run("mutool", "show", pdf, "grep"))

    def test_go_with_the_print_pdf_that_they_were_made_of(self):
        issue = write_issue(self.folder, 4)
        build(issue, self.out, "--spreads", "reader,printer")
        first = self.reader.read_bytes(), self.printer.read_bytes()
        build(issue, self.out, "--only", "epub")
        self.assertEqual((self.reader.read_bytes(), self.printer.read_bytes()), first)
        report = json.loads((self.out / "gazette-1-report.json").read_text())
        self.assertIn(self.reader.name, {f["name"] for f in report["files"]})
        build(issue, self.out, "--only", "print", "--spreads", "reader")
        self.assertEqual(self.reader.read_bytes(), first[0])
        self.assertFalse(self.printer.exists())


if __name__ == "__main__":
    unittest.main()
