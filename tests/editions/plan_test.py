#!/usr/bin/env python3
"""The plan is a value and a file: given back it makes the same pages, spoilt it is refused.

    plan_test.py FORME
"""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from editions import MADE, ROOT

FORME = Path(sys.argv.pop(1)).resolve()
ISSUE = ROOT / "issues" / "courier-890"


def dump(stage, *options, issue=ISSUE):
    done = subprocess.run([FORME, "dump", issue, "--stage", stage, *options], capture_output=True,
                          text=True)
    return done.returncode, done.stdout, done.stderr


class Plan(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.status, cls.text, said = dump("plan")
        assert cls.status in MADE, said

    def given_back(self, plan, stage="display", issue=ISSUE):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            file.write(plan if isinstance(plan, str) else json.dumps(plan))
            file.flush()
            return dump(stage, "--plan", file.name, issue=issue)

    def first_story(self, plan):
        return next(leaf for page in plan["pages"] for leaf in page["leaves"] if leaf["kind"] == "story")

    def test_given_back_as_it_is_makes_the_same_pages(self):
        self.assertEqual(self.given_back(self.text)[:2], dump("display")[:2])

    def test_given_back_as_it_is_makes_the_same_plan(self):
        self.assertEqual(self.given_back(self.text, "plan")[1], self.text)

    def test_changed_by_hand_is_followed(self):
        plan = json.loads(self.text)
        self.first_story(plan)["h"] -= 4
        status, made, said = self.given_back(plan, "plan")
        self.assertIn(status, MADE, said)
        self.assertEqual(self.first_story(json.loads(made))["h"], self.first_story(plan)["h"])

    def assert_refused(self, plan, message):
        status, out, said = self.given_back(plan)
        self.assertEqual((status, out), (1, ""), said)
        self.assertIn(message, said)

    def test_with_an_article_that_is_not_there_is_refused(self):
        plan = json.loads(self.text)
        self.first_story(plan)["articles"] = ["nowhere"]
        self.assert_refused(plan, "nowhere")

    def test_with_a_rectangle_outside_the_grid_is_refused(self):
        for name, value in (("x", -1), ("x", 99), ("w", 0), ("h", 2**31 - 1)):
            plan = json.loads(self.text)
            self.first_story(plan)[name] = value
            self.assert_refused(plan, "outside the grid")

    def test_with_a_corner_that_leaves_no_dog_leg_is_refused(self):
        plan = json.loads(self.text)
        leaf = self.first_story(plan)
        for columns, rows in ((leaf["w"], 1), (1, leaf["h"]), (-1, 1), (1, 0), (0, 1), (99, 2**31 - 1)):
            for at in ("footRight", "footLeft", "head"):
                leaf["variant"]["corner"] = {"at": at, "columns": columns, "rows": rows}
                self.assert_refused(plan, "leaves no dog-leg")

    def test_with_two_things_on_one_place_is_refused(self):
        for kind in ("story", "advert"):
            plan = json.loads(self.text)
            page, leaf = next((page, leaf) for page in plan["pages"] for leaf in page["leaves"]
                              if leaf["kind"] == kind)
            other = next(other for other in page["leaves"] if other["kind"] == "story" and other is not leaf)
            other.update({name: leaf[name] for name in "xywh"})
            self.assert_refused(plan, "stand on one another")

    def test_over_the_masthead_is_refused(self):
        plan = json.loads(self.text)
        lead = next(leaf for leaf in plan["pages"][0]["leaves"] if leaf["kind"] == "story")
        lead["y"] = 0
        self.assert_refused(plan, "at its edges")

    def test_with_other_pages_is_refused(self):
        def drop(pages):
            del pages[3]

        def swap(pages):
            pages[1], pages[2] = pages[2], pages[1]

        def double(pages):
            pages.append(pages[-1])

        for change, message in ((drop, "page 5 stands where page 4 should"),
                                (swap, "page 3 stands where page 2 should"),
                                (double, "page 12 stands where page 13 should"),
                                (list.clear, "no pages"), (list.pop, "the flatplan says 12")):
            plan = json.loads(self.text)
            change(plan["pages"])
            self.assert_refused(plan, message)

    def test_of_another_paper_number_or_layout_is_refused(self):
        for name in ("paper", "number", "layout"):
            plan = json.loads(self.text)
            plan[name] = "another"
            self.assert_refused(plan, "'another'")

    def test_with_an_article_in_a_place_of_another_kind_is_refused(self):
        plan = json.loads(self.text)
        self.first_story(plan)["kind"] = "nibs"
        self.assert_refused(plan, "has a place of the kind 'nibs'")

    def test_with_a_call_of_the_paper_in_a_place_is_refused(self):
        plan = json.loads(self.text)
        leaf = next(leaf for page in plan["pages"] for leaf in page["leaves"] if leaf["kind"] == "call")
        leaf["articles"] = ["donate"]
        self.assert_refused(plan, "'donate' is a call of the paper")

    def test_with_an_article_twice_is_refused(self):
        plan = json.loads(self.text)
        twice = self.first_story(plan)["articles"]
        leaf = next(leaf for leaf in plan["pages"][4]["leaves"] if leaf["kind"] == "story")
        leaf["articles"] = twice
        self.assert_refused(plan, f"'{twice[0]}' stands on page 1 already")

    def test_without_a_booked_advert_is_refused(self):
        plan = json.loads(self.text)
        page = next(page for page in plan["pages"] if any(leaf["kind"] == "advert" for leaf in page["leaves"]))
        gone = next(leaf for leaf in page["leaves"] if leaf["kind"] == "advert")
        page["leaves"].remove(gone)
        self.assert_refused(plan, f"the advert '{gone['articles'][0]}' has no place")

    def test_with_a_turn_of_nothing_is_refused(self):
        plan = json.loads(self.text)
        leaf = next(leaf for leaf in plan["pages"][4]["leaves"] if leaf["kind"] == "story")
        leaf["continuedFrom"] = 2
        self.assert_refused(plan, "begins nowhere")

    def test_with_numbers_that_are_none_is_refused(self):
        for value in (1.5, 2**32 + 2, -2**40, "2", None, [2]):
            plan = json.loads(self.text)
            self.first_story(plan)["x"] = value
            self.assert_refused(plan, "'x' is ")

    def test_with_a_lifted_quote_of_numbers_too_large_is_refused(self):
        for name in ("sentence", "columns"):
            plan = json.loads(self.text)
            quote = {"sentence": 0, "columns": 1, name: 2**16 + 1}
            self.first_story(plan)["variant"]["liftedQuote"] = quote
            self.assert_refused(plan, f"'{name}' is 65537")

    def test_with_a_corner_that_is_at_no_corner_is_refused(self):
        plan = json.loads(self.text)
        leaf = self.first_story(plan)
        leaf["variant"]["corner"] = {"at": "footright", "columns": 1, "rows": leaf["h"] // 2}
        self.assert_refused(plan, "not at 'footright'")

    def test_that_moves_a_turn_has_true_jump_lines(self):
        plan = json.loads(self.text)
        begun = next(leaf for page in plan["pages"] for leaf in page["leaves"] if leaf.get("continuedOn"))
        begun["continuedOn"] = 99
        status, made, said = self.given_back(plan, "plan")
        self.assertIn(status, MADE, said)
        self.assertEqual(made, self.text)

    def leaf_of_kind(self, plan, kind):
        return next(leaf for page in plan["pages"] for leaf in page["leaves"] if leaf["kind"] == kind)

    def test_whose_imprint_is_too_low_or_not_at_the_foot_is_refused(self):
        for change in ({"y": 101, "h": 2}, {"y": 98}, {"y": 0}, {"x": 1, "w": 5}, {"w": 5}):
            plan = json.loads(self.text)
            self.leaf_of_kind(plan, "imprint").update(change)
            self.assert_refused(plan, "the imprint takes 4 rows at the foot")

    def test_whose_imprint_is_deeper_than_its_lines_is_followed(self):
        issue = ROOT / "issues" / "setzkasten-12"
        for y in (40, 1):
            plan = json.loads(dump("plan", issue=issue)[1])
            leaf = self.leaf_of_kind(plan, "imprint")
            leaf.update(y=y, h=leaf["y"] + leaf["h"] - y)
            plan["pages"][-1]["leaves"] = [leaf]
            plan["copy"] = {article: "new" for article in plan["copy"]}
            status, made, said = self.given_back(plan, "plan", issue)
            self.assertIn(status, MADE, said)
            self.assertEqual(self.leaf_of_kind(json.loads(made), "imprint")["h"], leaf["h"])

    def test_whose_promos_have_less_than_their_slot_is_refused(self):
        for change in ({"h": 1}, {"w": 3}):
            plan = json.loads(self.text)
            self.leaf_of_kind(plan, "promos").update(change)
            self.assert_refused(plan, "the promos take 4 x 9")

    def test_that_begins_a_story_after_its_beginning_prints_all_of_it(self):
        for place in ({"block": 2, "line": 0}, {"block": 10**6, "line": 0}, {"block": 1, "line": -5}):
            plan = json.loads(self.text)
            for leaf in (leaf for page in plan["pages"] for leaf in page["leaves"]):
                if leaf["kind"] in ("story", "letters") and not leaf.get("continuedFrom"):
                    leaf["from"] = place
            status, made, said = self.given_back(plan, "plan")
            self.assertIn(status, MADE, said)
            self.assertEqual(made, self.text)

    def test_that_is_no_plan_is_refused(self):
        for text in ("", "{", "[]", "{\"version\": 2}", "{\"version\": 1}", "null"):
            self.assert_refused(text, "plan")

    def test_with_choices_that_make_no_sense_is_refused(self):
        for name, value in (("headlineRows", 99), ("headlineRows", -2), ("headlineLines", -3), ("headlineLines", 400),
                            ("pictureColumns", 9), ("pictureRows", -1), ("pictureRows", 200)):
            plan = json.loads(self.text)
            self.first_story(plan)["variant"][name] = value
            self.assert_refused(plan, f"'{name}' of ")
        for columns in (-1, 7):
            plan = json.loads(self.text)
            self.first_story(plan)["variant"]["liftedQuote"] = {"sentence": 0, "columns": columns}
            self.assert_refused(plan, f"has {columns} columns of its")
        plan = json.loads(self.text)
        self.first_story(plan)["slot"] = "nowhere"
        self.assert_refused(plan, "page 1: it has no slot 'nowhere' for")
        plan = json.loads(self.text)
        del self.first_story(plan)["variant"]
        self.assert_refused(plan, "cannot be read, in its entry 1 of a page: key 'variant' not found")
        plan = json.loads(self.text)
        self.first_story(plan)["variant"].update(pictureColumns=0, pictureRows=12)
        self.assert_refused(plan, "has rows and no columns")

    def test_that_puts_a_story_where_none_had_a_picture_gives_its_own_room(self):
        plan = json.loads(self.text)
        leaf = next(leaf for page in plan["pages"] for leaf in page["leaves"]
                    if leaf["kind"] == "story" and leaf["variant"]["pictureRows"] and not leaf.get("continuedOn"))
        leaf["variant"].update(pictureColumns=0, pictureRows=0)
        status, made, said = self.given_back(plan, "plan")
        self.assertIn(status, MADE, said)
        again = next(other for page in json.loads(made)["pages"] for other in page["leaves"]
                     if other["articles"] == leaf["articles"] and not other.get("continuedFrom"))
        self.assertGreater(again["variant"]["pictureRows"], 0, said)

    def test_that_says_no_size_of_a_headline_gets_one_and_the_lines_are_counted(self):
        for variant, lost in (({}, "headlineRows"), ({"headlineRows": 0}, "headlineRows"),
                              ({"headlineLines": 7}, "headlineLines")):
            plan = json.loads(self.text)
            leaf = next(leaf for page in plan["pages"] for leaf in page["leaves"]
                        if leaf["kind"] == "story" and leaf["w"] > 1 and not leaf.get("continuedOn"))
            before = leaf["variant"]
            leaf["variant"] = {**before, **variant} if variant else {}
            status, made, said = self.given_back(plan, "plan")
            self.assertIn(status, MADE, said)
            again = next(other for page in json.loads(made)["pages"] for other in page["leaves"]
                         if other["articles"] == leaf["articles"])["variant"]
            self.assertGreater(again["headlineRows"], 1, said)
            self.assertIn(again["headlineLines"], (1, 2, 3), said)
            if lost == "headlineLines":
                self.assertEqual(again, before)

    def test_whose_column_of_nibs_is_too_low_has_the_others_where_white_is(self):
        plan = json.loads(self.text)
        leaf = next(leaf for page in plan["pages"] for leaf in page["leaves"] if leaf["kind"] == "nibs")
        for rows in (30, 4):
            leaf["h"] = rows
            status, made, said = self.given_back(plan, "plan")
            self.assertEqual(status, 0, said)
            printed = {name for page in json.loads(made)["pages"] for other in page["leaves"]
                       if other["kind"] == "nibs" for name in other["articles"]}
            self.assertLessEqual(set(leaf["articles"]), printed)

    def test_whose_call_is_too_low_is_followed_and_the_call_is_over(self):
        plan = json.loads(self.text)
        leaf = self.leaf_of_kind(plan, "call")
        leaf["h"] = 8
        status, made, said = self.given_back(plan, "plan")
        self.assertEqual(status, 3, said)
        self.assertRegex(said, rf"'{leaf['articles'][0]}' is over by \d+ lines: its place on page")

    def test_with_an_advert_of_another_size_than_it_is_booked_in_is_refused(self):
        for change in ({"w": 1}, {"h": 10}):
            plan = json.loads(self.text)
            leaf = next(leaf for page in plan["pages"] for leaf in page["leaves"] if leaf["kind"] == "advert")
            leaf.update(change)
            self.assert_refused(plan, f"the advert '{leaf['articles'][0]}' is booked over")


if __name__ == "__main__":
    unittest.main()
