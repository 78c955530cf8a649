#!/usr/bin/env python3
"""Slots of a layout: what the flatplan puts into one stands there, or the run says why not.

    slots_test.py FORME
"""
import sys
import tempfile
import unittest

from small_paper import SmallPaper, show

FORME = sys.argv.pop(1)
GRID = {"x": 0, "y": 3, "w": 6, "h": 100}  # of the tabloid's page for stories


def slot(name, kind, x, y, w, h):
    return f'<slot id="{name}" x="{x}" y="{y}" w="{w}" h="{h}" kind="{kind}"/>'


ROOM = slot("page", "auto", *GRID.values())
PAGES = f'<page id="front">{ROOM}</page><page id="news">{ROOM}</page>'
PLACES = {"head": (0, 3, 4, 50), "side": (4, 3, 2, 100), "middle": (2, 30, 2, 44), "foot": (0, 63, 6, 40),
          "corner": (3, 60, 3, 43)}


def rows_shared(leaf, box):
    return min(leaf["y"] + leaf["h"], box[1] + box[3]) - max(leaf["y"], box[1])


class Slots(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.paper = SmallPaper(folder.name)
        self.paper.layout = "../house"
        self.layout()

    def layout(self, *slots):
        folder = self.paper.root / "house"
        folder.mkdir(exist_ok=True)
        (folder / "layout.xml").write_text(
            '<layout version="1" id="house" extends="tabloid" trim="289mm 380mm" margin="15mm" columns="6" gutter="4mm" '
            f'baseline="9.5pt" fonts="noto" press="newsprint-coldset">{PAGES}'
            f'<page id="made">{ROOM}{"".join(slots)}</page></layout>\n', encoding="utf-8")

    def page(self, places, pages=4):
        self.paper.flatplan = (f'<flatplan pages="{pages}"><page folio="1"/><page folio="2" kind="made">{places}</page>'
                               '</flatplan>')

    def leaf(self, article, places):
        """Where it opens, the whole plan, and what was said."""
        self.page(places)
        plan, said = self.paper.plan(FORME)
        for page in plan["pages"]:
            for leaf in page["leaves"]:
                if article in leaf["articles"] and not leaf.get("continuedFrom"):
                    return leaf, page["folio"], f"{show(plan)}\n{said}"
        self.fail(f"{article} stands nowhere\n{show(plan)}\n{said}")

    def box(self, leaf):
        return leaf["x"], leaf["y"], leaf["w"], leaf["h"]


class Fixed(Slots):
    def test_slots_have_their_story_exactly_wherever_they_stand(self):
        for words, name in ((700, "head"), (700, "side"), (260, "middle"), (700, "foot"), (400, "corner")):
            with self.subTest(slot=name):
                self.paper.articles.clear()
                self.paper.stories(14, 250)
                self.paper.story("mine", words, priority=2)
                self.layout(slot(name, "fixed", *PLACES[name]))
                leaf, folio, seen = self.leaf("mine", f'<place article="mine" slot="{name}"/>')
                self.assertEqual((folio, self.box(leaf), leaf.get("slot")), (2, PLACES[name], name), seen)
                self.assertNotIn("does not stand", seen)

    def test_two_slots_of_a_page_are_kept(self):
        self.paper.stories(14, 250)
        self.paper.story("mine", 700)
        self.paper.story("other", 400)
        self.layout(slot("head", "fixed", *PLACES["head"]), slot("corner", "fixed", *PLACES["corner"]))
        places = '<place article="mine" slot="head"/><place article="other" slot="corner"/>'
        for article, name in (("mine", "head"), ("other", "corner")):
            leaf, folio, seen = self.leaf(article, places)
            self.assertEqual((folio, self.box(leaf)), (2, PLACES[name]), seen)

    def test_slots_right_under_one_another_are_kept(self):
        upper, lower = (0, 3, 6, 60), (0, 63, 6, 40)
        self.paper.stories(10, 250)
        self.paper.story("mine", 1500)
        self.paper.story("other", 900)
        places = '<place article="mine" slot="upper"/><place article="other" slot="lower"/>'
        for kind, gap in (("fixed", 0), ("elastic", 2), ("auto", 2)):
            self.layout(slot("upper", "fixed", *upper), slot("lower", kind, *lower))
            leaf, folio, seen = self.leaf("other", places)
            self.assertEqual((folio, leaf["x"]), (2, 0), seen)
            self.assertGreaterEqual(leaf["y"], lower[1] + gap, seen)
            leaf, folio, seen = self.leaf("mine", places)
            self.assertEqual((folio, self.box(leaf)), (2, upper), seen)

    def test_a_slot_is_kept_on_a_page_of_many_stories(self):
        self.paper.stories(70, 90)
        self.paper.story("mine", 260)
        self.layout(slot("middle", "fixed", *PLACES["middle"]))
        leaf, folio, seen = self.leaf("mine", '<place article="mine" slot="middle"/>')
        self.assertEqual((folio, self.box(leaf)), (2, PLACES["middle"]), seen)

    def test_what_is_too_long_for_its_slot_jumps_from_it(self):
        self.paper.stories(10, 250)
        self.paper.story("mine", 2000)
        self.layout(slot("head", "fixed", *PLACES["head"]))
        leaf, folio, seen = self.leaf("mine", '<place article="mine" slot="head"/>')
        self.assertEqual((folio, self.box(leaf)), (2, PLACES["head"]), seen)
        self.assertGreater(leaf["continuedOn"], 2, seen)

    def test_what_is_too_long_to_stand_there_and_too_short_to_jump_stands_elsewhere_and_it_is_said(self):
        self.paper.stories(14, 250)
        self.paper.story("mine", 300)
        self.layout(slot("middle", "fixed", 2, 30, 2, 14))
        leaf, folio, seen = self.leaf("mine", '<place article="mine" slot="middle"/>')
        self.assertEqual(folio, 2, seen)
        self.assertRegex(seen, r"'mine' does not stand in slot 'middle' of page 2: it is \d+ rows over there")
        self.assertNotIn("slot", leaf, seen)

    def test_a_slot_and_an_advert_in_one_place_are_an_error_that_names_both(self):
        self.paper.stories(6, 250)
        self.paper.story("mine", 400)
        self.paper.advert("shop", columns=3, depth="120mm", page="2", position="foot-right", booking="B-7")
        self.layout(slot("corner", "fixed", *PLACES["corner"]))
        self.page('<place article="mine" slot="corner"/>')
        status, _, said = self.paper.run(FORME, "check")
        self.assertNotEqual(status, 0)
        self.assertIn("advert 'shop' (booking B-7) and 'mine' in slot 'corner' ask for the same place on page 2", said)

    def test_an_advert_without_a_page_leaves_a_slot_its_place(self):
        self.paper.stories(6, 250)
        self.paper.story("mine", 400)
        for number in range(4):
            self.paper.advert(f"a{number}", columns=3, depth="120mm", position="foot-right")
        self.layout(slot("corner", "fixed", *PLACES["corner"]))
        leaf, folio, seen = self.leaf("mine", '<place article="mine" slot="corner"/>')
        self.assertEqual((folio, self.box(leaf)), (2, PLACES["corner"]), seen)


class Elastic(Slots):
    def test_slots_have_their_story_in_their_columns_and_mostly_in_their_rows(self):
        for words, name in ((700, "head"), (900, "side"), (700, "foot"), (400, "corner")):
            with self.subTest(slot=name):
                self.paper.articles.clear()
                self.paper.stories(14, 250)
                self.paper.story("mine", words, priority=4)
                self.layout(slot(name, "elastic", *PLACES[name]))
                leaf, folio, seen = self.leaf("mine", f'<place article="mine" slot="{name}"/>')
                box = PLACES[name]
                self.assertEqual((folio, leaf["x"], leaf["w"]), (2, box[0], box[2]), seen)
                self.assertGreater(rows_shared(leaf, box) * 2, leaf["h"], seen)


class Auto(Slots):
    def test_slots_have_their_story_anywhere_inside_and_others_beside_it(self):
        for left, right in (((0, 3, 3, 100), (3, 3, 3, 100)), ((0, 3, 6, 50), (0, 55, 6, 48))):
            with self.subTest(slot=right):
                self.paper.articles.clear()
                self.paper.stories(12, 250)
                self.paper.story("mine", 300, priority=1)
                self.layout(slot("one", "auto", *left), slot("two", "auto", *right))
                leaf, folio, seen = self.leaf("mine", '<place article="mine" slot="two"/>')
                self.assertEqual(folio, 2, seen)
                self.assertGreaterEqual((leaf["x"], leaf["y"]), (right[0], right[1]), seen)
                self.assertGreaterEqual(leaf["y"], right[1], seen)


if __name__ == "__main__":
    unittest.main()
