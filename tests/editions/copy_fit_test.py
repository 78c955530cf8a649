#!/usr/bin/env python3
"""Copy-fit: what a story is over by, and that what is said to make it fit does.

    copy_fit_test.py FORME
"""
import json
import re
import sys
import tempfile
import unittest
from pathlib import Path

from editions import MADE, ROOT
from late_news import copy_collection, plan_of, run

FORME = Path(sys.argv.pop(1)).resolve()
LESS = 6  # rows that a story's rectangle loses
LEAST_LEG = 6
MARGIN = 14  # words, two lines: a cut is counted at the average line and cannot know where paragraphs end


class CopyFit(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.plan, _ = plan_of(FORME, ROOT / "issues" / "courier-890")
        leaves = [leaf for page in cls.plan["pages"] for leaf in page["leaves"] if leaf["kind"] == "story" and
                  not leaf.get("continuedOn") and not leaf.get("continuedFrom")]
        # Stories that lose lines when they lose rows, and those whose picture reaches down to the foot.
        cls.stories = [leaf["articles"][0] for leaf in leaves
                       if leaf["w"] > 1 and min(leaf["legs"]) >= LESS + LEAST_LEG]
        cls.filled = [leaf["articles"][0] for leaf in leaves
                      if leaf["variant"]["pictureRows"] > 0 and 0 in leaf["legs"] and max(leaf["legs"]) > 0]
        assert len(cls.stories) > 4, cls.stories

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.issue = ROOT / "issues" / "courier-890"

    def check(self, plan):
        """Exit status and copy-fit by article."""
        path = self.root / "plan.json"
        path.write_text(json.dumps(plan))
        status, out, said = run(FORME, "check", self.issue, "--plan", path, "--diagnostics", "json")
        self.assertIn(status, MADE, said)
        return status, {fit["article"]: fit for fit in json.loads(out)}

    @staticmethod
    def leaf(plan, name):
        return next(leaf for page in plan["pages"] for leaf in page["leaves"] if leaf["articles"] == [name])

    def squeezed(self, name, **variant):
        """The plan with a rectangle that is too small for its story."""
        plan = json.loads(json.dumps(self.plan))
        leaf = self.leaf(plan, name)
        leaf["h"] -= LESS
        leaf["variant"].update(variant)
        return plan

    def test_a_story_that_fits_ends_with_0_and_is_over_by_nothing(self):
        status, fits = self.check(self.plan)
        self.assertEqual(status, 0)
        self.assertTrue(all(fit["overset"] == 0 and fit["wordsOver"] == 0 for fit in fits.values()))

    def test_lines_room_and_looseness_add_up(self):
        _, fits = self.check(self.plan)
        for fit in fits.values():
            if fit["rows"] > 0:
                self.assertEqual(fit["rows"] + fit["looseness"] + fit["freeRows"], fit["room"], fit)

    def test_a_story_that_does_not_fit_ends_with_3_and_says_by_how_much(self):
        for name in self.stories[:6]:
            status, fits = self.check(self.squeezed(name))
            self.assertEqual(status, 3, name)
            fit = fits[name]
            self.assertGreater(fit["overset"], 0, fit)
            self.assertGreater(fit["wordsOver"], fit["overset"], fit)
            self.assertTrue(any(cure.startswith("cut ") for cure in fit["cures"]), fit)
            self.assertEqual([n for n, f in fits.items() if f["overset"] > 0], [name])

    def test_a_picture_that_is_too_deep_is_said_to_be_so(self):
        for name in self.filled:
            status, fits = self.check(self.squeezed(name))
            self.assertEqual(status, 3, name)
            self.assertGreater(fits[name]["overset"], 0, fits[name])

    def give_way(self, plan, grown):
        """What stands under the leaf begins as much lower as it is deeper."""
        page = next(page for page in plan["pages"] if grown in page["leaves"])
        for other in page["leaves"]:
            over = grown["y"] + grown["h"] - other["y"]
            beside = other["x"] >= grown["x"] + grown["w"] or grown["x"] >= other["x"] + other["w"]
            if other is not grown and other["y"] > grown["y"] and over > 0 and not beside:
                other["y"] += over
                other["h"] -= over

    def assert_fits_with(self, name, cure, **change):
        plan = self.squeezed(name)
        leaf = self.leaf(plan, name)
        for key, value in change.items():
            place = leaf if key == "h" else leaf["variant"]
            place[key] = value(place[key])
        self.give_way(plan, leaf)
        self.assertEqual(self.check(plan)[1][name]["overset"], 0, f"{name}: {cure}")

    def test_another_picture_headline_or_rectangle_that_is_proposed_makes_it_fit(self):
        tried = set()
        for name in self.stories[:6]:
            for cure in self.check(self.squeezed(name))[1][name]["cures"]:
                if found := re.fullmatch(r"make the picture (\d+) rows? lower", cure):
                    self.assert_fits_with(name, cure, pictureRows=lambda n: n - int(found[1]))
                elif found := re.fullmatch(r"give it (\d+) rows? more", cure):
                    self.assert_fits_with(name, cure, h=lambda n: n + int(found[1]))
                elif found := re.fullmatch(r"set the headline in (\d+) lines? of (\d+) rows?", cure):
                    self.assert_fits_with(name, cure, headlineLines=lambda _: int(found[1]),
                                          headlineRows=lambda _: int(found[2]), shortHeadline=lambda _: False)
                else:
                    continue
                tried.add(cure.split()[0])
        self.assertLessEqual({"make", "give"}, tried)

    def test_the_words_that_are_to_be_cut_make_it_fit(self):
        self.issue = copy_collection(self.root, "courier-890")
        for name in self.stories[:3]:
            path = self.issue / "articles" / f"{name}.xml"
            plan, text = self.squeezed(name), path.read_text()
            plan["copy"].pop(name)  # the plan is followed, whatever the copy
            cure = next(c for c in self.check(plan)[1][name]["cures"] if c.startswith("cut "))
            path.write_text(cut(text, int(cure.split()[1]) + MARGIN))
            self.assertEqual(self.check(plan)[1][name]["overset"], 0, name)
            path.write_text(text)

    def test_the_table_has_a_line_for_each_article_with_its_cure(self):
        path = self.root / "plan.json"
        path.write_text(json.dumps(self.squeezed("crossrail")))
        status, table, _ = run(FORME, "check", self.issue, "--plan", path)
        self.assertEqual(status, 3)
        lines = table.splitlines()
        self.assertEqual(len(lines) - 1, len(self.check(self.plan)[1]))
        line = next(line for line in lines if line.startswith("crossrail "))
        _, fits = self.check(self.squeezed("crossrail"))
        self.assertIn(f"+{fits['crossrail']['overset']}", line)
        self.assertTrue(line.endswith(fits["crossrail"]["cures"][0]), line)

    def test_copy_that_is_a_table_alone_is_told_of_in_lines(self):
        for rows, cure in ((700, r"cut \d+ lines"), (20, r"write \d+ lines more")):
            self.issue = self.root / "issues" / "gazette-1"
            self.issue.mkdir(parents=True, exist_ok=True)
            (self.issue / "issue.xml").write_text(
                '<issue version="1" publicationName="The Gazette" number="1" coverDate="2016-03-05" '
                'layout="a4-newsletter"><articles><article src="a.xml"/></articles><flatplan pages="4"/></issue>')
            (self.issue / "a.xml").write_text(
                '<article version="1" id="a"><headline>Results</headline><body><table><tbody>' +
                "<tr><td>Hull</td><td>Leeds</td></tr>" * rows + "</tbody></table></body></article>")
            plan, _ = plan_of(FORME, self.issue)
            cures = self.check(plan)[1]["a"]["cures"]
            self.assertTrue(any(re.fullmatch(cure, told) for told in cures), cures)


def cut(text, words):
    """The article without the plain paragraphs that have as few words as can be, but so many."""
    parts = re.split(r"(<p>[^<>]*</p>)", text)
    sets = {0: ()}  # words -> paragraphs
    for i in range(1, len(parts), 2):
        for have, chosen in list(sets.items()):
            sets.setdefault(have + len(parts[i][3:-4].split()), (*chosen, i))
    for i in sets[min(have for have in sets if have >= words)]:
        parts[i] = ""
    return "".join(parts)


if __name__ == "__main__":
    unittest.main()
