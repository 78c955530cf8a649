#!/usr/bin/env python3
"""Late stories that the flatplan gives a page or a slot: they go there, or the run says why not. And stories that
the plan given has nowhere.

    late_places_test.py FORME
"""
import json
import re
import sys
import tempfile
import unittest

from small_paper import MADE, SmallPaper, show

FORME = sys.argv.pop(1)
COLUMNS_OF_LEAD, ROWS_OF_LEAD = (0, 5), (13, 77)  # of the tabloid's slot
LATE = "late"


class LatePlaces(unittest.TestCase):
    """A paper of four pages whose sections want a late story of News on page 1 or 2."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.paper = SmallPaper(folder.name)
        self.paper.story("lead", 500, priority=1, pictures=1)
        for section in ("News", "Work", "Arts"):
            self.paper.stories(4, 260, prefix=section.lower(), section=section, pictures=1)
        self.flatplan()
        self.before, _ = self.paper.plan(FORME)
        self.assertEqual(self.before["overset"], [], show(self.before))

    def flatplan(self, **said):
        """What is said of the pages: page_3='<auto articles="…"/>', sent_3=True."""
        pages = []
        for folio, section in ((1, "News"), (2, "News"), (3, "Work"), (4, "Arts")):
            sent = ' sent="true"' if said.get(f"sent_{folio}") else ""
            inside = said.get(f"page_{folio}", '<place article="lead" slot="lead"/>' if folio == 1 else "")
            pages.append(f'<page folio="{folio}" section="{section}"{sent}>{inside}</page>')
        self.paper.flatplan = f'<flatplan pages="4">{"".join(pages)}</flatplan>'

    def late(self, words=150, **said):
        self.paper.story(LATE, words, **said)

    def again(self):
        given = self.paper.root / "given.json"
        given.write_text(json.dumps(self.before))
        status, out, said = self.paper.run(FORME, "dump", "--stage", "plan", "--plan", str(given))
        self.assertIn(status, MADE, said)
        return json.loads(out), said

    def leaves(self, plan, article=LATE):
        return [(page["folio"], leaf) for page in plan["pages"] for leaf in page["leaves"]
                if article in leaf["articles"] and "continuedFrom" not in leaf]

    def folios(self, plan, article=LATE):
        return [folio for folio, _ in self.leaves(plan, article)]

    def assert_all_there(self, plan, said):
        """No article of the paper is lost or over, and each opens once."""
        self.assertEqual(plan["overset"], [], f"{show(plan)}\n{said}")
        for article in self.paper.articles:
            self.assertEqual(len(self.leaves(plan, article)), 1, f"{article}\n{show(plan)}")

    def test_without_a_word_of_the_editor_it_goes_to_a_page_of_its_section(self):
        self.late(section="Arts")
        plan, said = self.again()
        self.assertEqual(self.folios(plan), [4], f"{show(plan)}\n{said}")

    def test_it_goes_to_the_page_that_is_said_whatever_its_section(self):
        for folio in (2, 3):
            with self.subTest(folio):
                self.late(section="Arts")
                self.flatplan(**{f"page_{folio}": f'<auto articles="{LATE}"/>'})
                plan, said = self.again()
                self.assertEqual(self.folios(plan), [folio], f"{show(plan)}\n{said}")
                self.assert_all_there(plan, said)
                self.assertNotIn("'late' came late and", said)

    def test_another_story_leaves_the_page_for_it(self):
        self.late(2000, section="Arts", priority=5)
        self.flatplan(page_3=f'<auto articles="{LATE}"/>')
        plan, said = self.again()
        self.assertEqual(self.folios(plan), [3], f"{show(plan)}\n{said}")
        self.assertTrue(any(self.folios(plan, f"work-{n}") != [3] for n in range(1, 5)), show(plan))
        self.assertIn(f"because '{LATE}' came late", said)

    def assert_in_lead(self, plan, said):
        ((folio, leaf),) = self.leaves(plan)
        self.assertEqual((folio, leaf.get("slot")), (1, "lead"), f"{show(plan)}\n{said}")
        self.assertEqual((leaf["x"], leaf["x"] + leaf["w"]), COLUMNS_OF_LEAD)
        self.assertGreaterEqual(leaf["y"], ROWS_OF_LEAD[0])
        self.assertLess((leaf["y"] + leaf["y"] + leaf["h"]) / 2, ROWS_OF_LEAD[1])

    def test_it_has_the_slot_that_is_said_and_who_had_it_stands_elsewhere(self):
        self.late(300, priority=1)
        self.flatplan(page_1=f'<place article="{LATE}" slot="lead"/>')
        plan, said = self.again()
        self.assert_in_lead(plan, said)
        self.assert_all_there(plan, said)
        self.assertNotIn("slot", self.leaves(plan, "lead")[0][1])

    def test_it_has_a_slot_whose_story_jumps_and_the_turn_follows(self):
        self.flatplan(page_1='<place article="lead" slot="lead" jumpTo="2"/>')
        self.paper.story("lead", 1500, priority=1, pictures=1)
        self.before, _ = self.paper.plan(FORME)
        ((_, lead),) = self.leaves(self.before, "lead")
        self.assertEqual(lead.get("continuedOn"), 2, show(self.before))
        self.late(120, priority=1)
        self.flatplan(page_1=f'<place article="{LATE}" slot="lead"/>')
        plan, said = self.again()
        self.assert_in_lead(plan, said)
        ((folio, lead),) = self.leaves(plan, "lead")
        turns = [page["folio"] for page in plan["pages"] for leaf in page["leaves"]
                 if leaf["articles"] == ["lead"] and leaf.get("continuedFrom") == folio]
        self.assertEqual(turns, [lead["continuedOn"]] if "continuedOn" in lead else [], show(plan))

    def test_it_turns_to_the_page_that_is_said(self):
        self.paper.articles.clear()
        self.paper.story("lead", 300, priority=1)
        self.paper.stories(2, 300, prefix="news")
        self.paper.stories(2, 300, prefix="work", section="Work")
        self.paper.stories(2, 300, prefix="arts", section="Arts")
        self.before, _ = self.paper.plan(FORME)
        self.late(1800, priority=1)
        self.flatplan(page_1=f'<place article="{LATE}" slot="lead" jumpTo="3"/>')
        plan, said = self.again()
        self.assert_in_lead(plan, said)
        ((_, leaf),) = self.leaves(plan)
        self.assertEqual(leaf.get("continuedOn"), 3, f"{show(plan)}\n{said}")

    def assert_nowhere(self, reason):
        plan, said = self.again()
        self.assertEqual(self.folios(plan), [], show(plan))
        self.assertIn("issue.xml:", said)
        self.assertIn(reason, said)
        self.assertEqual([lost["article"] for lost in plan["overset"]], [LATE])

    def test_of_a_page_that_was_sent_it_is_said_so(self):
        self.late()
        self.flatplan(page_2=f'<auto articles="{LATE}"/>', sent_2=True)
        self.assert_nowhere("'late' came late and has no place: page 2 was sent")

    def test_of_a_page_that_has_no_room_it_is_said_so(self):
        self.late(6000)
        self.flatplan(page_3=f'<auto articles="{LATE}"/>')
        self.assert_nowhere("'late' came late, and page 3 has no room for it")

    def test_of_a_slot_that_the_page_lacks_it_is_said_where_it_stands(self):
        self.late()
        self.flatplan(page_2=f'<place article="{LATE}" slot="lead"/>')
        plan, said = self.again()
        self.assertEqual(self.folios(plan), [2], f"{show(plan)}\n{said}")
        self.assertIn("'late' came late and stands elsewhere on page 2: page 2 has no slot 'lead'", said)

    def test_of_a_turn_to_a_page_that_was_sent_it_is_said_so(self):
        self.late(900, priority=1)
        self.flatplan(page_1=f'<place article="{LATE}" slot="lead" jumpTo="3"/>', sent_3=True)
        _, said = self.again()
        self.assertIn("'late' came late and cannot turn to page 3", said)

    # Stories that the plan knows and has nowhere come where white is, and move nothing.

    def moved(self, plan):
        """Articles whose rectangles are not those of the plan before."""
        def boxes(of):
            return {leaf["articles"][0]: (page["folio"], leaf["x"], leaf["y"], leaf["w"], leaf["h"])
                    for page in of["pages"] for leaf in page["leaves"] if leaf["articles"]}
        was, now = boxes(self.before), boxes(plan)
        return {article for article in was.keys() & now.keys() if was[article] != now[article]}

    def test_one_whose_leaf_an_editor_took_out_comes_back_where_white_is(self):
        for page in self.before["pages"]:
            page["leaves"] = [leaf for leaf in page["leaves"] if leaf["articles"] != ["work-2"]]
        plan, said = self.again()
        self.assert_all_there(plan, said)
        self.assertEqual(self.moved(plan), set(), said)
        self.assertIn("because 'work-2' had no place", said)

    def test_one_that_comes_to_the_slot_of_another_as_important_has_its_head(self):
        self.late(350, priority=1)
        self.flatplan(page_1=f'<place article="{LATE}" slot="lead"/>')
        plan, said = self.again()
        (_, leaf), = self.leaves(plan)
        (_, lead), = self.leaves(plan, "lead")
        self.assertEqual((leaf["slot"], leaf["y"]), ("lead", ROWS_OF_LEAD[0]), f"{show(plan)}\n{said}")
        self.assertGreater(lead["y"], leaf["y"], show(plan))

    def test_all_that_stood_on_a_page_come_back_to_it_and_share_it(self):
        for folio in (2, 3, 4):
            stood = {name for page in self.before["pages"] if page["folio"] == folio
                     for leaf in page["leaves"] for name in leaf["articles"]}
            self.assertGreater(len(stood), 1)
            kept = json.loads(json.dumps(self.before))
            self.before["pages"][folio - 1]["leaves"] = []
            plan, said = self.again()
            self.before = kept
            self.assert_all_there(plan, said)
            self.assertEqual({self.folios(plan, name)[0] for name in stood}, {folio}, show(plan))
            self.assertEqual(self.moved(plan) - stood, set(), said)

    def test_a_place_that_an_editor_emptied_is_white_and_its_story_comes_back(self):
        for page in self.before["pages"]:
            for leaf in page["leaves"]:
                if leaf["articles"] == ["work-2"]:
                    leaf["articles"] = []
        plan, said = self.again()
        self.assert_all_there(plan, said)
        self.assertTrue(all(leaf["articles"] for page in plan["pages"] for leaf in page["leaves"]
                            if leaf["kind"] == "story"), show(plan))

    def test_what_the_flatplan_has_on_another_page_than_the_plan_is_told(self):
        self.flatplan(page_4='<auto articles="work-2"/>')
        _, said = self.again()
        self.assertIn("the flatplan has 'work-2' on page 4, and the plan on page 3: the plan is kept", said)

    def nibs_of(self, plan):
        return {name: page["folio"] for page in plan["pages"] for leaf in page["leaves"] if leaf["kind"] == "nibs"
                for name in leaf["articles"]}

    def test_nibs_that_a_column_made_smaller_does_not_hold_come_where_white_is(self):
        for number in range(1, 7):
            self.paper.story(f"nib-{number}", 40, genre="nib")
        self.before, _ = self.paper.plan(FORME)
        there = self.nibs_of(self.before)
        self.assertEqual(len(there), 6, show(self.before))
        for rows in (2, 25):
            kept = json.loads(json.dumps(self.before))
            for page in self.before["pages"]:
                for leaf in page["leaves"]:
                    if leaf["kind"] == "nibs":
                        leaf["h"] = rows
            plan, said = self.again()
            self.before = kept
            self.assertEqual(self.nibs_of(plan).keys(), there.keys(), f"{show(plan)}\n{said}")
            self.assertEqual(plan["overset"], [], said)

    def test_nibs_that_stood_on_a_page_come_back_to_it_with_its_stories(self):
        for number in range(1, 5):
            self.paper.story(f"nib-{number}", 40, genre="nib")
        self.before, _ = self.paper.plan(FORME)
        there = self.nibs_of(self.before)
        self.assertEqual(len(there), 4, show(self.before))
        self.before["pages"][there["nib-1"] - 1]["leaves"] = []
        plan, said = self.again()
        self.assertEqual(self.nibs_of(plan), there, f"{show(plan)}\n{said}")
        self.assert_all_there(plan, said)

    def test_stories_of_two_sections_that_shared_a_page_come_back_to_it(self):
        self.paper.flatplan = '<flatplan pages="4"/>'
        self.before, _ = self.paper.plan(FORME)
        section = {name: name.split("-")[0] for name in self.paper.articles}
        shared = 0
        for page in self.before["pages"]:
            names = {name for leaf in page["leaves"] for name in leaf["articles"]}
            if len({section[name] for name in names}) < 2 or any("continuedOn" in leaf or "continuedFrom" in leaf
                                                                 for leaf in page["leaves"]):
                continue
            shared += 1
            kept = json.loads(json.dumps(self.before))
            page["leaves"] = []
            plan, said = self.again()
            self.before = kept
            self.assert_all_there(plan, said)
        self.assertTrue(shared, show(self.before))

    def test_a_nib_that_goes_to_another_page_is_told(self):
        for number in range(1, 13):
            self.paper.story(f"nib-{number}", 40, genre="nib", section="News" if number < 7 else "Arts")
        self.before, _ = self.paper.plan(FORME)
        before = self.nibs_of(self.before)
        self.paper.story("nib-1", 160, genre="nib")
        plan, said = self.again()
        for name, folio in self.nibs_of(plan).items():
            if before.get(name, folio) != folio and name != "nib-1":
                self.assertIn(f"'{name}' moves from page {before[name]}", said)

    def test_one_has_the_room_of_a_lesser_one_that_is_taken_out_for_it(self):
        self.paper.stories(22, 305, prefix="more", section="Work", priority=3)
        self.paper.stories(4, 330, prefix="least", section="News", priority=4)
        self.before, _ = self.paper.plan(FORME)
        _, table, _ = self.paper.run(FORME, "check")
        cures = re.findall(r"^(\S+) .*take '(.+?)' \(priority", table, re.MULTILINE)
        self.assertTrue(cures, table)
        for lesser in {lesser for _, lesser in cures}:
            taken = self.paper.articles.pop(lesser)
            plan, said = self.again()
            self.paper.articles[lesser] = taken
            placed = [waiting for waiting, for_it in cures if for_it == lesser and self.leaves(plan, waiting)]
            self.assertEqual(len(placed), 1, f"{lesser}\n{show(plan)}\n{said}")


if __name__ == "__main__":
    unittest.main()
