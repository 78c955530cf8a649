#!/usr/bin/env python3
"""A page whose advert leaves a strip of one column beside it: a story goes round, and late news lets it.

    dog_leg_test.py FORME
"""
import json
import re
import sys
import tempfile
import unittest

from small_paper import MADE, SmallPaper, show

FORME = sys.argv.pop(1)
PAGE = 2
CORNERS = {"foot-right": "footRight", "foot-left": "footLeft"}


class RoundAWideAdvert(unittest.TestCase):
    """Two stories on a page of six columns, of which an advert at the foot has five."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name

    def paper(self, position):
        paper = SmallPaper(self.root)
        paper.story("upper", 800, section="Arts")
        paper.story("lower", 700, section="Arts", priority=4)
        paper.stories(3, 400, "front", priority=2)
        paper.advert("wide", 5, "150mm", position=position, page=PAGE)
        paper.flatplan = (f'<flatplan pages="4"><page folio="{PAGE}" section="Arts">'
                          '<auto articles="upper lower"/></page></flatplan>')
        return paper

    def dump(self, paper, stage, *more):
        status, out, said = paper.run(FORME, "dump", "--stage", stage, *more)
        self.assertIn(status, MADE, said)
        return out

    @staticmethod
    def given(paper, plan):
        path = paper.root / "given.json"
        path.write_text(json.dumps(plan))
        return "--plan", str(path)

    def dog_leg(self, plan, position):
        """The page's one dog-leg, which fills the strip; the corner that it leaves is the advert's."""
        leaves = plan["pages"][PAGE - 1]["leaves"]
        found = [leaf for leaf in leaves if "corner" in leaf.get("variant", {})]
        self.assertEqual(len(found), 1, show(plan))
        leaf, advert = found[0], next(leaf for leaf in leaves if leaf["kind"] == "advert")
        corner = leaf["variant"]["corner"]
        self.assertEqual(corner, {"at": CORNERS[position], "columns": advert["w"], "rows": advert["h"]})
        self.assertEqual(leaf["w"], 6)
        self.assertEqual(leaf["y"] + leaf["h"], advert["y"] + advert["h"])
        self.assertEqual([hole for hole in plan["holes"] if hole["page"] == PAGE], [], show(plan))
        forbidden = plan["pages"][PAGE - 1]["cost"]["forbidden"]
        self.assertEqual((forbidden["overlaps"], forbidden["oversetLines"]), (0, 0))
        return leaf

    def test_a_story_takes_the_strip_beside_it(self):
        for position in CORNERS:
            paper = self.paper(position)
            self.dog_leg(paper.plan(FORME)[0], position)

    def test_built_from_its_own_plan_the_pages_are_the_same(self):
        for position in CORNERS:
            paper = self.paper(position)
            plan, _ = paper.plan(FORME)
            self.dog_leg(plan, position)
            self.assertEqual(self.dump(paper, "display"), self.dump(paper, "display", *self.given(paper, plan)))

    def late(self, position, article, change):
        """The dog-leg of the plan before, and that of its page when the article has been changed."""
        paper = self.paper(position)
        plan, _ = paper.plan(FORME)
        before = self.dog_leg(plan, position)
        changed = change(paper.articles[article])
        self.assertNotEqual(changed, paper.articles[article])
        paper.articles[article] = changed
        again = json.loads(self.dump(paper, "plan", *self.given(paper, plan)))
        self.assertEqual(again["overset"], [], show(again))
        return before, self.dog_leg(again, position)

    def test_a_word_less_in_it_leaves_it_where_it_stands(self):
        for position in CORNERS:
            before, after = self.late(position, "lower", lambda text: text.replace(" the ", " ", 1))
            self.assertEqual([before[key] for key in "xywh"], [after[key] for key in "xywh"])
            self.assertEqual(after["articles"], ["lower"])

    def test_new_copy_beside_it_leaves_the_strip_full(self):
        more = "<p>" + "It is so and no other way. " * 14 + "</p>"
        for position in CORNERS:
            for article in ("upper", "lower"):
                self.late(position, article, lambda text: text.replace("<body>", "<body>" + more))

    def test_a_paragraph_less_over_it_leaves_the_strip_full(self):
        self.late("foot-right", "upper", lambda text: re.sub(r"    <p>.*?</p>\n", "", text, count=1))


if __name__ == "__main__":
    unittest.main()
