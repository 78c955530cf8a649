#!/usr/bin/env python3
"""Adverts of small issues: booked places are kept, what cannot stand is told by its booking, the rest is spread.

    adverts_test.py FORME
"""
import re
import subprocess
import sys
import tempfile
import unittest

from draw_advert import advert_pdf
from small_paper import SmallPaper, show

FORME = sys.argv.pop(1)
ALL_COLUMNS = 6


class Adverts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.paper = SmallPaper(folder.name)
        self.paper.flatplan = '<flatplan pages="4"/>'

    def pages_of_adverts(self):
        plan, _ = self.paper.plan(FORME)
        return {leaf["articles"][0]: (page["folio"], leaf["w"]) for page in plan["pages"]
                for leaf in page["leaves"] if leaf["kind"] == "advert"}

    def refused(self):
        """What is said of an issue that cannot be made up."""
        status, _, said = self.paper.run(FORME, "check")
        self.assertEqual(status, 1, said)
        return said

    def test_a_booked_place_is_kept(self):
        self.paper.stories(6, 200)
        self.paper.advert("left", page=2, position="foot-left")
        self.paper.advert("head", page=4, position="head-right", columns=3)
        self.assertEqual(self.pages_of_adverts(), {"left": (2, 2), "head": (4, 3)})

    def test_two_bookings_of_one_place_are_both_named(self):
        self.paper.stories(4, 200)
        self.paper.advert("one", page=2, columns=4, position="foot-left", booking="B-1")
        self.paper.advert("two", page=2, columns=4, position="foot-right", booking="B-2")
        said = self.refused()
        self.assertIn("'two' (booking B-2) and 'one' (booking B-1) ask for the same place on page 2", said)

    def test_a_page_is_not_sold_whole_twice(self):
        self.paper.stories(4, 200)
        for name in ("one", "two"):
            self.paper.advert(name, page=3, position="full", booking="B-" + name)
        said = self.refused()
        self.assertIn("B-one", said)
        self.assertIn("B-two", said)

    def test_one_larger_than_the_page_is_refused_wherever_it_might_stand(self):
        self.paper.stories(4, 200)
        self.paper.advert("wide", columns=7)
        self.paper.advert("deep", depth="460mm", page=2)
        said = self.refused()
        for name in ("wide", "deep"):
            self.assertIn(f"advert '{name}' (booking none) is larger than the page", said)

    def box_of(self, width, depth, fit):
        """Where an advert of a PDF of that size stands over 2 columns and 60 mm, and what is said."""
        self.paper.stories(4, 200)
        self.paper.adverts.clear()
        self.paper.advert("shop", page=2, depth="60mm", position="foot-right")
        folder = self.paper.folder()
        (folder / "shop.pdf").write_bytes(advert_pdf(["Advertisement"], width, depth))
        manifest = folder / "issue.xml"
        manifest.write_text(manifest.read_text(encoding="utf-8").replace('fit="scale"', fit), encoding="utf-8")
        done = subprocess.run([FORME, "dump", str(folder), "--stage", "display"], capture_output=True, text=True,
                              check=False)
        line = next(line for line in done.stdout.splitlines() if line.startswith("  advert "))
        return [float(n) for n in re.findall(r"-?[0-9.]+", line)], done.stderr, line

    def test_one_that_is_not_to_be_scaled_keeps_its_size(self):
        place, _, shown = self.box_of(200, 150, 'fit="scale"')
        for fit in ("", 'fit="none"'):
            box, said, shown = self.box_of(200, 150, fit)
            self.assertEqual(box[2:4], [200, 150], shown)
            self.assertAlmostEqual(box[0] - place[0], (place[2] - 200) / 2, 2)
            self.assertNotIn("made smaller", said)
        box, said, shown = self.box_of(400, 200, "")
        self.assertEqual(box, place, shown)
        self.assertIn("advert 'shop' (booking none) is 141 x 71 mm, and its place 84 x 60 mm: it is made smaller", said)

    def test_those_without_a_page_are_spread_over_the_spreads_and_leave_the_front(self):
        self.paper.stories(16, 200)
        self.paper.flatplan = '<flatplan pages="8"/>'
        for number in range(4):
            self.paper.advert(f"a{number}", columns=3)
        folios = sorted(folio for folio, _ in self.pages_of_adverts().values())
        self.assertEqual(len(folios), 4)
        self.assertNotIn(1, folios)
        self.assertEqual(len({folio // 2 for folio in folios}), 4, folios)

    def test_one_without_a_page_goes_where_there_is_room(self):
        self.paper.stories(6, 200)
        for folio in (2, 4):
            self.paper.advert(f"full-{folio}", position="full", page=folio)
        self.paper.advert("open", columns=ALL_COLUMNS, depth="200mm")
        self.assertEqual(self.pages_of_adverts()["open"], (3, ALL_COLUMNS))

    def test_one_of_a_whole_page_takes_a_page_of_its_own(self):
        self.paper.stories(6, 200)
        self.paper.advert("small")
        self.paper.advert("full", position="full")
        pages = self.pages_of_adverts()
        self.assertNotIn(pages["full"][0], (1, pages["small"][0]))

    def test_those_kept_apart_neither_share_a_page_nor_face_each_other(self):
        self.paper.stories(16, 200)
        self.paper.flatplan = '<flatplan pages="8"/>'
        self.paper.advert("booked", page=3, keepApart="books")
        for number in range(4):
            self.paper.advert(f"a{number}", keepApart="books")
        spreads = [folio // 2 for folio, _ in self.pages_of_adverts().values()]
        self.assertEqual(sorted(spreads), sorted(set(spreads)))

    def test_bookings_that_face_each_other_and_are_to_be_kept_apart_are_both_named(self):
        self.paper.stories(4, 200)
        self.paper.advert("one", page=2, keepApart="books", booking="B-1")
        self.paper.advert("two", page=3, keepApart="books", booking="B-2")
        said = self.refused()
        self.assertIn("'one' (booking B-1) and 'two' (booking B-2) face each other on pages 2 and 3", said)

    def test_pages_that_do_not_face_may_carry_those_kept_apart(self):
        self.paper.stories(4, 200)
        self.paper.advert("one", page=1, keepApart="books")
        self.paper.advert("two", page=2, keepApart="books")
        self.assertEqual({folio for folio, _ in self.pages_of_adverts().values()}, {1, 2})

    def test_more_than_can_be_kept_apart_is_said_with_one_that_is_in_the_way(self):
        self.paper.stories(4, 200)
        for number in range(4):
            self.paper.advert(f"a{number}", keepApart="books", booking=f"B-{number}")
        self.assertRegex(self.refused(), r"no page has room for advert 'a3' \(booking B-3\) where it neither shares "
                                         r"nor faces another of 'books', such as 'a\d' \(booking B-\d\)")

    def test_more_than_the_pages_hold_are_named(self):
        self.paper.stories(4, 200)
        for number in range(5):
            self.paper.advert(f"a{number}", columns=ALL_COLUMNS, depth="300mm", booking=f"B-{number}")
        said = self.refused()
        self.assertEqual(said.count("no page has room left for advert"), 2, said)
        for left in ("B-3", "B-4"):
            self.assertIn(left, said)

    def test_an_issue_as_long_as_it_needs_has_pages_for_all(self):
        self.paper.flatplan = ""
        self.paper.stories(4, 200)
        for number in range(5):
            self.paper.advert(f"a{number}", columns=ALL_COLUMNS, depth="300mm")
        plan, _ = self.paper.plan(FORME)
        self.assertEqual(len(plan["pages"]), 8, show(plan))
        self.assertEqual(len(self.pages_of_adverts()), 5)

    def test_a_page_that_the_flatplan_lacks_cannot_be_booked(self):
        self.paper.stories(4, 200)
        self.paper.advert("late", page=9, booking="B-9")
        self.assertIn("there is no page 9", self.refused())

    def test_a_page_that_copy_does_not_ask_for_cannot_be_booked(self):
        self.paper.flatplan = ""
        self.paper.stories(4, 200)
        self.paper.advert("late", page=9, booking="B-9")
        said = self.refused()
        self.assertIn("'late' (booking B-9) is booked for page 9, but the copy makes 4 pages", said)

    def test_house_adverts_stand_where_there_is_room(self):
        self.paper.stories(8, 200)
        self.paper.advert("small", house="true")
        self.paper.advert("whole", position="full", house="true")
        self.assertLessEqual({"small", "whole"}, set(self.pages_of_adverts()))

    def test_house_adverts_stay_out_of_a_full_paper(self):
        self.paper.stories(36, 330)
        self.paper.advert("house", columns=4, depth="100mm", house="true")
        self.assertEqual(self.pages_of_adverts(), {})


if __name__ == "__main__":
    unittest.main()
