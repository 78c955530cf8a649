#!/usr/bin/env python3
"""The check of the setting itself: each fault that it is to find, in a page of two columns."""
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import check_setting
import lengths
from issue_copy import Article, Issue, Leaf
from reading import Box, Word

# Two columns of 100 pt with a gutter of 10 and twenty rows of 10 pt.
GRID = {"origin_x_pt": 0, "origin_y_pt": 0, "column_pt": 100, "gutter_pt": 10, "row_pt": 10}
PLAN = {"grid": GRID, "overset": [],
        "pages": [{"folio": 1, "leaves": [{"kind": "story", "articles": ["one"], "x": 0, "y": 0, "w": 2,
                                           "h": 20, "rect_pt": [0, 0, 210, 200]}]}]}


class Page:
    """An article set by hand: each text's lines with their column and row."""

    def __init__(self):
        self.leaves, self.words, self.count = [], [], 0

    def text(self, *lines, role="p", boxed=(), block=-1):
        """`lines` are (column, row, end): end is put behind the line's last word."""
        said = []
        for column, row, end in lines:
            for k in range(3):
                self.count += 1
                word = f"w{self.count}"
                shown = word + (end if k == 2 else "")
                # A hyphen that setting put in is none of the copy.
                said.append(word + (end if k == 2 and end != "\u00ad" else ""))
                x = 110 * column + 33 * k
                self.words.append(Word(1, shown, Box(x, 10 * row, x + 30, 10 * row + 9)))
        copy = " ".join(said)
        for i, word in enumerate(self.words[:-1]):
            if word.text.endswith("\u00ad"):
                copy = copy.replace(word.text[:-1] + " ", word.text[:-1])
        self.leaves.append(Leaf(role, copy, plain=copy, boxed=boxed, block=block))
        return self

    def lines(self, column, first, last, **kinds):
        return self.text(*((column, row, "") for row in range(first, last)), **kinds)

    def article(self):
        return Article("one", "news", ("print",), "en", [
            Leaf(x.role, x.text, ("print",), x.plain, boxed=x.boxed, block=x.block) for x in self.leaves])

    def judged(self):
        issue = Issue(None, "weekly", "7", "en", {}, [self.article()], "")
        (_, faults, figures, missing), = check_setting.judge(issue, PLAN, self.words)
        assert not missing, missing
        return faults, figures

    def kinds(self):
        return sorted(kind for kind, _ in self.judged()[0])


def good():
    """Two full legs; a paragraph goes over from one to the other with lines enough on each."""
    page = Page()
    page.lines(0, 0, 15)
    page.text((0, 15, ""), (0, 16, ""), (0, 17, ""), (0, 18, ""), (0, 19, ""), (1, 0, ""), (1, 1, ""))
    return page.lines(1, 2, 20)


class Setting(unittest.TestCase):
    def test_a_page_that_is_right_passes(self):
        self.assertEqual(good().kinds(), [])

    def test_lines_and_hyphens_are_counted(self):
        page = Page().text((0, 0, "\u00ad"), (0, 1, "-"), (0, 2, ""))
        figures = page.judged()[1]
        self.assertEqual((figures["lines"], figures["hyphens"]), (3, 1))

    def test_a_widow(self):
        page = Page().lines(0, 0, 17)
        page.text((0, 17, ""), (0, 18, ""), (0, 19, ""), (1, 0, ""))
        self.assertEqual(page.lines(1, 1, 20).kinds(), ["widows"])

    def test_a_line_under_what_stands_into_the_leg_is_no_widow(self):
        page = Page().text((0, 0, ""), (0, 1, ""), (0, 2, ""), (0, 3, ""))
        for i, word in enumerate(page.words):
            left = (0 if word.box.y0 == 30 else 70) + 10 * (i % 3)
            page.words[i] = Word(1, word.text, Box(left, word.box.y0, left + 8, word.box.y1))
        self.assertEqual(page.lines(0, 4, 20).lines(1, 0, 20).kinds(), [])

    def test_an_orphan(self):
        page = Page().lines(0, 0, 19)
        page.text((0, 19, ""), (1, 0, ""), (1, 1, ""))
        self.assertEqual(page.lines(1, 2, 20).kinds(), ["orphans"])

    def test_a_ladder_with_the_copys_own_hyphen(self):
        page = Page().lines(0, 0, 6)
        page.text((0, 6, "\u00ad"), (0, 7, "-"), (0, 8, "\u00ad"), (0, 9, ""))
        self.assertEqual(page.kinds(), ["ladders"])

    def test_two_hyphens_are_no_ladder(self):
        page = Page().text((0, 0, "\u00ad"), (0, 1, "\u00ad"), (0, 2, ""), (0, 3, "\u00ad"), (0, 4, ""))
        self.assertEqual(page.kinds(), [])

    def test_a_leg_that_ends_on_a_hyphen(self):
        page = Page().lines(0, 0, 18)
        page.text((0, 18, ""), (0, 19, "\u00ad"), (1, 0, ""), (1, 1, ""))
        self.assertEqual(page.lines(1, 2, 20).kinds(), ["hyphenLegs"])

    def test_a_short_leg(self):
        page = Page().lines(0, 0, 20)
        self.assertEqual(page.lines(1, 0, 5).kinds(), ["shortLegs"])

    def test_lines_behind_the_copy_make_its_last_leg_deeper(self):
        def page(column, *rows):
            made = Page().lines(0, 0, 20).lines(1, 0, 3)
            made.words += [Word(1, "related", Box(110 * column, 10 * row, 110 * column + 30, 10 * row + 9))
                           for row in rows]
            return made.kinds()
        self.assertEqual(page(1, 4, 5), [])
        self.assertEqual(page(1, 4), ["shortLegs"])
        self.assertEqual(page(1, 6, 7), ["shortLegs"])  # too far below to be of it
        self.assertEqual(page(0, 4, 5), ["shortLegs"])

    def test_words_under_a_leg_that_does_not_end_the_copy_make_it_no_deeper(self):
        page = Page().lines(0, 0, 3)
        page.words += [Word(1, "more", Box(0, 10 * row, 30, 10 * row + 9)) for row in (4, 5)]
        self.assertIn("shortLegs", page.lines(1, 0, 20).kinds())

    def test_the_last_leg_is_at_the_left_where_the_article_is_read_from_the_right(self):
        page = Page().lines(0, 0, 15).lines(1, 0, 20)
        for word in page.words:
            word.text = word.text.replace("w", "\u05d5")
        for leaf in page.leaves:
            leaf.text = leaf.plain = leaf.text.replace("w", "\u05d5")
        self.assertEqual(page.kinds(), [])

    def test_a_crosshead_near_the_foot(self):
        page = Page().lines(0, 0, 17)
        page.text((0, 17, ""), role="crosshead")
        page.text((0, 18, ""), (0, 19, ""), (1, 0, ""), (1, 1, ""))
        self.assertEqual(page.lines(1, 2, 20).kinds(), ["lowCrossheads"])

    def test_a_leg_that_stops_short(self):
        page = Page().lines(0, 0, 19)
        self.assertEqual(page.lines(1, 0, 20).kinds(), ["unevenFeet"])

    def test_the_last_leg_may_stop_short(self):
        page = Page().lines(0, 0, 20)
        self.assertEqual(page.lines(1, 0, 15).kinds(), [])

    def test_legs_over_a_box_end_where_the_box_begins(self):
        page = Page().lines(0, 0, 20)
        page.lines(1, 0, 12)
        self.assertEqual(page.lines(1, 15, 20, boxed=("panel",), block=3).kinds(), [])

    def test_a_table_in_a_leg_makes_it_no_shorter(self):
        page = Page().lines(0, 0, 20)
        page.lines(1, 0, 3)
        self.assertEqual(page.lines(1, 3, 8, role="td", boxed=("table",), block=3).kinds(), [])

    def test_a_table_over_two_columns_is_in_no_leg(self):
        page = Page().lines(0, 0, 12)
        page.lines(1, 0, 3)
        page.text((0, 15, ""), role="td", boxed=("table",), block=3)
        page.text((1, 15, ""), role="td", boxed=("table",), block=3)
        self.assertEqual(page.kinds(), ["shortLegs"])

    def test_a_report_that_says_otherwise_is_found(self):
        article = good().article()
        figures = good().judged()[1]
        said = {kind: figures[kind] for kind in check_setting.COMPARED}
        self.assertEqual(check_setting.compare(article, figures, said), [])
        self.assertEqual(len(check_setting.compare(article, figures, said | {"widows": 1})), 1)
        self.assertEqual(len(check_setting.compare(article, figures, None)), 1)


ARTICLE = """<article version="1" id="one"><headline>One</headline><body>
  <p>Ink is black. Paper is white. A rule stands between them, and it is thin.</p>
  <p>Some is red. It is dear.</p><panel><p>Keep out. Keep dry.</p></panel></body></article>"""


class Lengths(unittest.TestCase):
    def changed(self, factor):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "one.xml"
            file.write_text(ARTICLE)
            lengths.change_article(file, factor)
            return file.read_text(encoding="utf-8")

    def words(self, text):
        body = ElementTree.fromstring(text).find("body")
        return [p.text.split() for p in body.findall("p")]

    def test_copy_is_made_longer_and_shorter_out_of_its_own_sentences(self):
        count = sum(map(len, self.words(ARTICLE)))
        stock = {w for p in self.words(ARTICLE) for w in p}
        for factor in (0.6, 1.5):
            words = self.words(self.changed(factor))
            self.assertTrue({w for p in words for w in p} <= stock)
            self.assertLess((sum(map(len, words)) - count) * (1 - factor), 0)

    def test_every_paragraph_keeps_a_sentence(self):
        self.assertTrue(all(self.words(self.changed(0.1))))

    def test_boxes_are_left_alone(self):
        for factor in (0.1, 2):
            self.assertIn("Keep out. Keep dry.", self.changed(factor))

    def test_the_same_every_time(self):
        self.assertEqual(self.changed(1.5), self.changed(1.5))


if __name__ == "__main__":
    unittest.main()
