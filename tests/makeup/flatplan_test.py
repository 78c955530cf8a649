#!/usr/bin/env python3
"""The flatplan of small issues, said in part, in whole or not at all: how many pages, and what stands on which.

    flatplan_test.py FORME
"""
import json
import sys
import tempfile
import unittest

from small_paper import SmallPaper, show

FORME = sys.argv.pop(1)
MOST_OF_PAGE = 0.6


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
        for stories, pages in ((26, 4), (48, 8)):
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


class Wishes(Flatplan):
    def said(self, place, words):
        self.paper.stories(6, 200)
        self.paper.story("rail", words, priority=1)
        self.paper.flatplan = f'<flatplan pages="4"><page folio="1">{place}</page></flatplan>'
        return self.paper.plan(FORME)[1]

    def test_for_a_jump_that_is_not_made_are_told(self):
        self.assertIn("'rail' does not go on on page 3: all of it stands on page 1",
                      self.said('<place article="rail" jumpTo="3"/>', 150))

    def test_for_a_jump_that_is_made_are_not(self):
        self.assertNotIn("go on on", self.said('<place article="rail" jumpTo="3"/>', 3000))

    def test_for_a_jump_back_from_the_last_page_are_followed_and_the_plan_may_be_given_back(self):
        self.paper.stories(6, 200)
        self.paper.story("rail", 4000, priority=2)
        self.paper.flatplan = ('<flatplan pages="4"><page folio="4"><place article="rail" jumpTo="2"/></page>'
                               '</flatplan>')
        plan, said = self.paper.plan(FORME)
        leaves = {page["folio"]: leaf for page in plan["pages"] for leaf in page["leaves"]
                  if leaf["articles"] == ["rail"]}
        self.assertEqual(sorted(leaves), [2, 4], f"{show(plan)}\n{said}")
        self.assertEqual((leaves[4]["continuedOn"], leaves[2]["continuedFrom"]), (2, 4), show(plan))
        for rows in (0, 6):
            leaves[4]["h"] -= rows
            file = self.paper.root / "plan.json"
            file.write_text(json.dumps(plan), encoding="utf-8")
            status, out, said = self.paper.run(FORME, "dump", "--stage", "plan", "--plan", str(file))
            self.assertIn(status, (0, 3), said)
            again = {page["folio"]: leaf for page in json.loads(out)["pages"] for leaf in page["leaves"]
                     if leaf["articles"] == ["rail"]}
            # What is cut off before stands there.
            self.assertEqual(again[2]["from"] == leaves[2]["from"], rows == 0, show(json.loads(out)))

    def test_for_a_slot_that_the_page_lacks_are_told(self):
        self.assertIn("page 1 has no slot 'middle'", self.said('<place article="rail" slot="middle"/>', 150))


class Shorts(Flatplan):
    def test_are_spread_over_the_pages_inside(self):
        for number in range(40):
            self.paper.story(f"story-{number}", 200, priority=1 + number % 4)
        self.paper.stories(16, 35, prefix="short", priority=5)
        self.paper.flatplan = '<flatplan pages="8"/>'
        plan, _ = self.paper.plan(FORME)
        counts = [sum(name.startswith("short") for leaf in page["leaves"] for name in leaf["articles"])
                  for page in plan["pages"]]
        self.assertEqual(sum(counts), 16, show(plan))
        self.assertLessEqual(max(counts), 5, show(plan))


class Sections(Flatplan):
    def places(self):
        """Article -> folio, and the plan."""
        plan, said = self.paper.plan(FORME)
        self.assertEqual(plan["overset"], [], show(plan))
        return {name: page["folio"] for page in plan["pages"] for leaf in page["leaves"]
                for name in leaf["articles"]}, plan, said

    def fill(self, stories=10):
        for section in ("News", "Work", "Arts"):
            for number in range(stories):
                self.paper.story(f"{section.lower()}-{number}", 330, section=section, priority=2 + number % 3)

    def test_that_fill_pages_stand_together_in_the_order_of_the_articles(self):
        self.fill(15)
        self.paper.flatplan = '<flatplan pages="8"/>'
        places, plan, _ = self.places()
        inside = {section: [folio for name, folio in places.items() if name.startswith(section) and folio > 1]
                  for section in ("news", "work", "arts")}
        means = [sum(folios) / len(folios) for folios in inside.values()]
        self.assertEqual(means, sorted(means), show(plan))
        # News and Work fill pages together, Arts has its own; a story may close a gap elsewhere.
        strays = sum(min(inside["arts"].count(folio), inside["news"].count(folio)) for folio in range(2, 9))
        self.assertLessEqual(strays, 2, show(plan))

    def test_that_most_of_an_automatic_page_is_of_names_it(self):
        self.fill(15)
        self.paper.flatplan = '<flatplan pages="8"/>'
        _, plan, _ = self.places()
        named = 0
        for page in plan["pages"][1:]:
            if not page["leaves"]:
                continue
            rows = {}
            for leaf in page["leaves"]:
                section = leaf["articles"][0].split("-")[0].capitalize()
                rows[section] = rows.get(section, 0) + leaf["w"] * leaf["h"]
            most = max(rows, key=rows.get)
            name = most if rows[most] >= MOST_OF_PAGE * sum(rows.values()) else ""
            self.assertEqual(page["section"], name, show(plan))
            named += bool(name)
        self.assertGreater(named, 0, show(plan))

    def test_the_front_has_the_most_important_stories_of_all(self):
        self.paper.stories(20, 330)
        self.paper.story("best", 300, section="Arts", priority=1)
        self.paper.story("next", 300, section="Work", priority=2)
        self.paper.flatplan = '<flatplan pages="8"/>'
        places, plan, _ = self.places()
        self.assertEqual((places["best"], places["next"]), (1, 1), show(plan))

    def test_a_page_that_is_said_to_be_of_one_has_its_stories_and_the_rest_leave_them_to_it(self):
        self.fill()
        for said in ("Arts", "The arts"):  # by its id and by its title
            self.paper.sections = {"News": "News", "Work": "Work", "Arts": "The arts"}
            self.paper.flatplan = f'<flatplan pages="8"><page folio="4" section="{said}"/></flatplan>'
            places, plan, _ = self.places()
            on_page = {name.rsplit("-", 1)[0] for name, folio in places.items() if folio == 4}
            self.assertEqual(on_page, {"arts"}, show(plan))
            self.assertTrue(all(folio >= 4 for name, folio in places.items() if name.startswith("arts")), show(plan))

    def test_the_only_story_of_one_goes_to_its_page_and_not_to_the_front(self):
        self.paper.stories(12, 330)
        self.paper.story("only", 300, section="Arts", priority=2)
        self.paper.flatplan = '<flatplan pages="4"><page folio="3" section="Arts"/></flatplan>'
        places, plan, _ = self.places()
        self.assertEqual(places["only"], 3, show(plan))

    def test_the_stories_of_one_wait_for_its_page_until_that_has_enough(self):
        for words, counts in ((300, (2, 8)), (420, (2, 12)), (330, (14, 6))):
            self.paper.articles.clear()
            self.paper.stories(counts[0], words, "back", section="Arts")
            self.paper.stories(counts[1], 330)
            self.paper.flatplan = ('<flatplan pages="4"><page folio="1" section="News"/>'
                                   '<page folio="4" section="Arts"/></flatplan>')
            places, plan, _ = self.places()
            there = [name for name, folio in places.items() if folio == 4]
            self.assertTrue(there and all(name.startswith("back") for name in there), show(plan))
            if counts[0] == 2:
                self.assertEqual(len(there), 2, show(plan))

    def test_a_panel_stands_once(self):
        self.paper.stories(5, 250)
        self.paper.story("panel", 900, genre="panel", priority=5)
        self.paper.flatplan = '<flatplan pages="4"/>'
        plan, _ = self.paper.plan(FORME)
        self.assertEqual([leaf["articles"] for page in plan["pages"] for leaf in page["leaves"]].count(["panel"]), 1,
                         show(plan))

    def test_one_without_articles_is_a_warning_and_its_pages_take_others(self):
        self.paper.stories(20, 330)
        self.paper.flatplan = '<flatplan pages="4"><page folio="2" section="Work"/></flatplan>'
        places, plan, said = self.places()
        self.assertIn('no article is of the section "Work"', said)
        self.assertIn(2, places.values(), show(plan))

    def test_one_without_a_page_goes_anywhere(self):
        self.paper.stories(10, 330)
        self.paper.stories(10, 330, "work", section="Work")
        self.paper.flatplan = '<flatplan pages="4"><page folio="1-4" section="News"/></flatplan>'
        _, _, said = self.places()
        self.assertIn('no page of the flatplan carries the section "Work"', said)


if __name__ == "__main__":
    unittest.main()
