#!/usr/bin/env python3
"""The flatplan of small issues, said in part, in whole or not at all: how many pages, and what stands on which.

    flatplan_test.py FORME
"""
import sys
import tempfile
import unittest

from small_paper import SmallPaper, show

FORME = sys.argv.pop(1)


class Flatplan(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.paper = SmallPaper(folder.name)


class CountOfPages(Flatplan):
    def pages(self):
        plan, _ = self.paper.plan(FORME)
        return len(plan["pages"]), [lost["article"] for lost in plan["overset"]]

    def test_that_is_said_is_kept_however_little_copy_there_is(self):
        self.paper.story("one", 200)
        self.paper.flatplan = '<flatplan pages="6"/>'
        self.assertEqual(self.pages()[0], 6)

    def test_that_is_left_out_is_the_least_multiple_of_4_that_loses_nothing(self):
        for stories, pages in ((26, 4), (35, 8)):
            self.paper.articles.clear()
            self.paper.stories(stories, 300)
            self.paper.flatplan = ""
            self.assertEqual(self.pages(), (pages, []))
            if pages > 4:
                self.paper.flatplan = f'<flatplan pages="{pages - 4}"/>'
                self.assertNotEqual(self.pages()[1], [])

    def test_that_is_left_out_takes_the_pages_that_are_named_in(self):
        self.paper.stories(6, 200)
        for flatplan, pages in (('<page folio="2" section="News"/>', 4), ('<page folio="6" section="News"/>', 8)):
            self.paper.flatplan = f"<flatplan>{flatplan}</flatplan>"
            self.assertEqual(self.pages()[0], pages)

    def test_that_is_left_out_takes_the_page_of_a_turn_in(self):
        self.paper.stories(6, 200)
        self.paper.story("rail", 900, priority=1)
        self.paper.flatplan = '<flatplan><page folio="1"><place article="rail" jumpTo="5"/></page></flatplan>'
        self.assertEqual(self.pages()[0], 8)


if __name__ == "__main__":
    unittest.main()
