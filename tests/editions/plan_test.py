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


def dump(stage, *options):
    done = subprocess.run([FORME, "dump", ISSUE, "--stage", stage, *options], capture_output=True,
                          text=True)
    return done.returncode, done.stdout, done.stderr


class Plan(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.status, cls.text, said = dump("plan")
        assert cls.status in MADE, said

    def given_back(self, plan, stage="display"):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            file.write(plan if isinstance(plan, str) else json.dumps(plan))
            file.flush()
            return dump(stage, "--plan", file.name)

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

    def test_that_is_no_plan_is_refused(self):
        for text in ("", "{", "[]", "{\"version\": 2}", "{\"version\": 1}", "null"):
            self.assert_refused(text, "plan")

    def test_with_choices_that_make_no_sense_does_not_crash(self):
        for name, value in (("headlineRows", 10**6), ("headlineLines", -3), ("pictureColumns", 77),
                            ("pictureRows", -1)):
            plan = json.loads(self.text)
            self.first_story(plan)["variant"][name] = value
            self.assertIn(self.given_back(plan)[0], (0, 1, 3), f"{name} {value}")

    def test_that_begins_a_story_past_its_end_does_not_crash(self):
        for place in ({"block": 10**6, "line": 0}, {"block": 0, "line": 10**6}, {"block": 1, "line": -5}):
            plan = json.loads(self.text)
            self.first_story(plan)["from"] = place
            self.assertIn(self.given_back(plan)[0], (0, 1, 3), str(place))


if __name__ == "__main__":
    unittest.main()
