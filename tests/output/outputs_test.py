#!/usr/bin/env python3
"""`outputs` is obeyed: pictures and articles for print or for the screen alone stand in that PDF and no
other, in room that both keep.

    outputs_test.py FORME
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

from reading import run, words_of

ROOT = Path(__file__).resolve().parents[2]
FORME = Path(sys.argv.pop(1)).resolve()
ISSUE = """<issue version="1" publicationName="The Gazette" number="1" coverDate="2016-03-05" slug="gazette"
  layout="tabloid"><articles>{}</articles>
  <promos><promo article="press" src="pictures/lock.jpg"><headline>Press promo</headline></promo></promos>
  <flatplan pages="4"><page folio="1"><auto articles="lock"/></page></flatplan></issue>"""
COPY = "".join(f"<p>The lock keeper counted {n} boats on the day, and {n * 3} more on the day after, when the water "
               "was high and the wind stood from the west; nobody had to wait for long at either gate.</p>"
               for n in range(2, 9))
ARTICLES = {
    "lock": """<article version="1" id="lock" priority="1"><headline>Boats at the lock</headline>
  <figure src="../pictures/lock.jpg" alt="Alt for paper" outputs="print epub">
    <caption>Paperonly caption</caption><credit>Paperonly credit</credit></figure>
  <body><p>First words of the copy.</p>
  <figure src="../pictures/mill.png" alt="Alt for screens" outputs="screen">
    <caption>Screenonly <a href="https://example.org/mill">caption</a></caption></figure>
  %s</body></article>""" % COPY,
    "press": """<article version="1" id="press" priority="2" outputs="print handout">
  <headline>Pressonly</headline><body><p>Pressonly copy.</p>%s</body></article>""" % COPY,
    "weather": """<article version="1" id="weather" genre="nib" outputs="screen"><headline>Weatheronly</headline>
  <body><p>Screenonly nib with sun.</p></body></article>""",
    "market": """<article version="1" id="market" genre="nib"><headline>Market</headline>
  <body><p>Open on every day of the week.</p></body></article>""",
    "tides": """<article version="1" id="tides" genre="listing"><headline>Tides</headline><body>
  <table><tbody><tr><td>High</td><td>noon</td></tr></tbody></table>
  <figure src="../pictures/mill.png" alt="Alt for handouts" outputs="handout">
    <caption>Handoutonly caption</caption></figure></body></article>""",
}


def pictures(pdf):
    """How many pictures it draws: lines of the table under its two lines of heading, masks left out."""
    return [line.split()[2] for line in run("pdfimages", "-list", pdf).splitlines()[2:]].count("image")


def figures(pdf):
    """The alternative text of each figure of the structure tree."""
    objects = json.loads(run("qpdf", "--json", "--json-key=qpdf", pdf))["qpdf"][1].values()
    values = [o.get("value") for o in objects]
    return sorted(str(v.get("/Alt")).removeprefix("u:") for v in values
                  if isinstance(v, dict) and v.get("/S") == "/Figure")


def stands_among(word, words):
    """Whether one of the words is the same in the same place, to half a point."""
    return any(w.page == word.page and w.text == word.text and abs(w.box.x0 - word.box.x0) < 0.5 and
               abs(w.box.y0 - word.box.y0) < 0.5 for w in words)


class Outputs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        issue, cls.out = Path(cls.folder.name) / "gazette-1", Path(cls.folder.name) / "out"
        (issue / "articles").mkdir(parents=True)
        (issue / "pictures").mkdir()
        for name in ("lock.jpg", "mill.png"):
            shutil.copy(ROOT / "issues" / "courier-890" / "pictures" / name, issue / "pictures")
        (issue / "issue.xml").write_text(
            ISSUE.format("".join(f'<article src="articles/{name}.xml"/>' for name in ARTICLES)))
        for name, text in ARTICLES.items():
            (issue / "articles" / f"{name}.xml").write_text(text)
        done = subprocess.run([FORME, "build", issue, "-o", cls.out], capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        cls.said = done.stderr
        cls.print_pdf, cls.screen_pdf = cls.out / "gazette-1-print.pdf", cls.out / "gazette-1-screen.pdf"
        cls.printed = run("pdftotext", "-raw", cls.print_pdf, "-")
        cls.shown = run("pdftotext", "-raw", cls.screen_pdf, "-")

    def test_words_stand_where_they_may_and_nowhere_else(self):
        for words in ("Paperonly caption", "Paperonly credit", "Pressonly", "Pressonly copy", "Press promo"):
            self.assertIn(words, self.printed)
            self.assertNotIn(words, self.shown)
        for words in ("Screenonly caption", "Weatheronly", "Screenonly nib"):
            self.assertIn(words, self.shown)
            self.assertNotIn(words, self.printed)
        for words in ("Boats at the lock", "First words of the copy", "Market"):
            self.assertIn(words, self.printed)
            self.assertIn(words, self.shown)
        self.assertNotIn("Handoutonly", self.printed + self.shown)

    def test_pictures_are_drawn_where_they_may_and_nowhere_else(self):
        # Print: the lock as a picture and in the promo. On the screen the promo leads to nothing and is
        # not there.
        self.assertEqual(pictures(self.print_pdf), 2)
        self.assertEqual(pictures(self.screen_pdf), 1)

    def test_nothing_else_moves(self):
        printed = list(words_of(self.print_pdf))
        moved = [w.text for w in words_of(self.screen_pdf) if not stands_among(w, printed)]
        self.assertEqual(sorted(moved), sorted("Screenonly caption Weatheronly Screenonly nib with sun.".split()))
        self.assertGreater(len(printed), 250)

    def test_the_tag_tree_has_no_empty_figure(self):
        self.assertEqual(figures(self.screen_pdf), ["Alt for screens"])

    def test_nothing_leads_to_what_is_not_there(self):
        names = run("pdfinfo", "-dests", self.screen_pdf)
        self.assertIn("article/lock", names)
        self.assertNotIn("article/press", names)
        outline = run("mutool", "show", self.screen_pdf, "outline")
        self.assertIn("Boats at the lock", outline)
        self.assertIn("Weatheronly", outline)
        self.assertNotIn("Pressonly", outline)
        self.assertIn("https://example.org/mill", run("mutool", "show", self.screen_pdf, "grep"))
        self.assertNotIn("https://example.org/mill", run("mutool", "show", self.print_pdf, "grep"))

    def test_each_white_place_is_told_once_with_its_line(self):
        for line in (r"lock\.xml:2:3: warning: this picture leaves \d+ rows of page 1 white in the screen PDF",
                     r"lock\.xml:5:3: warning: this picture leaves \d+ rows of page \d white in the print PDF",
                     r"lock\.xml:5:3: warning: this picture leaves \d+ rows of page 1 white on the cover of the EPUB",
                     r"press\.xml:1:1: warning: this article leaves \d+ rows of page \d white in the screen PDF",
                     r"weather\.xml:1:1: warning: this article leaves \d+ rows of page \d white in the print PDF"):
            self.assertEqual(len(re.findall(line, self.said)), 1, f"{line}\n{self.said}")

    def test_the_report_judges_what_is_printed(self):
        report = json.loads((self.out / "gazette-1-report.json").read_text())
        self.assertTrue(report["pictures"])
        self.assertEqual({Path(p["source"]).name for p in report["pictures"]}, {"lock.jpg"})

    def test_handouts_and_the_epub_have_their_own(self):
        self.assertEqual({p.name for p in (self.out / "handouts").iterdir()},
                         {f"gazette-1-{name}.pdf" for name in ("lock", "press", "market", "tides")})
        lock = run("pdftotext", self.out / "handouts" / "gazette-1-lock.pdf", "-")
        self.assertNotIn("caption", lock)
        self.assertIn("Handoutonly", run("pdftotext", self.out / "handouts" / "gazette-1-tides.pdf", "-"))
        with zipfile.ZipFile(self.out / "gazette-1.epub") as package:
            book = "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".xhtml"))
        self.assertIn("Paperonly caption", book)
        for words in ("Screenonly", "Pressonly", "Weatheronly", "Handoutonly"):
            self.assertNotIn(words, book)


if __name__ == "__main__":
    unittest.main()
