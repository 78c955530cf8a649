#!/usr/bin/env python3
"""Issues that no editor would make on purpose, and what becomes of them.

    hard_cases_test.py FORME
"""
import json
import re
import struct
import sys
import tempfile
import unittest
import zlib

from small_paper import SmallPaper, show

FORME = sys.argv.pop(1)
LEAST_HOLE = 6  # rows, a leg of copy


class HardCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.paper = SmallPaper(folder.name)

    def plan(self, pages=0):
        self.paper.flatplan = f'<flatplan pages="{pages}"/>' if pages else ""
        plan, said = self.paper.plan(FORME)
        return plan, said

    def places(self, plan):
        """Each article's pages; all articles that are not overset stand somewhere."""
        places = {}
        for page in plan["pages"]:
            for leaf in page["leaves"]:
                for name in leaf["articles"]:
                    places.setdefault(name, []).append(page["folio"])
        lost = {overset["article"] for overset in plan["overset"]}
        self.assertEqual(set(self.paper.articles), set(places) | lost, show(plan))
        return places

    def test_an_article_of_6000_words_stands_on_two_facing_pages(self):
        self.paper.stories(6, 300)
        self.paper.story("long", 6000, genre="feature", priority=2)
        plan, _ = self.plan()
        self.assertEqual(plan["overset"], [], show(plan))
        left, right = self.places(plan)["long"]
        self.assertEqual((left % 2, right), (0, left + 1), show(plan))
        opening, turn = (leaf for page in plan["pages"] for leaf in page["leaves"] if leaf["articles"] == ["long"])
        self.assertEqual((opening["continuedOn"], turn["continuedFrom"]), (right, left))

    def test_an_article_alone_that_no_page_holds_begins_on_the_front(self):
        self.paper.story("long", 4000)
        plan, _ = self.plan(4)
        self.assertEqual(plan["overset"], [], show(plan))
        self.assertEqual(self.places(plan)["long"], [1, 2])

    def test_an_article_too_long_for_two_pages_fills_them_and_is_over_by_what_they_do_not_hold(self):
        for priority in (1, 3):
            with self.subTest(priority):
                self.paper.story("long", 9000, priority=priority)
                plan, said = self.plan(4)
                self.assertEqual([overset["article"] for overset in plan["overset"]], ["long"])
                self.assertRegex(said, r"'long' is over by \d+ lines")
                self.assertEqual(self.places(plan)["long"], [1, 2], show(plan))
                opening, turn = (leaf for page in plan["pages"] for leaf in page["leaves"])
                self.assertEqual((opening["continuedOn"], turn["continuedFrom"]), (2, 1))
                self.assertGreater(sum(opening["legs"] + turn["legs"]), 900)
                # Given back it is the same.
                given = self.paper.root / "given.json"
                given.write_text(json.dumps(plan))
                _, again, _ = self.paper.run(FORME, "dump", "--stage", "plan", "--plan", str(given))
                self.assertEqual(json.loads(again), plan)

    def test_an_article_too_long_goes_on_past_a_page_that_an_advert_fills(self):
        self.paper.story("long", 9000)
        self.paper.advert("whole", position="full", page=2)
        plan, _ = self.plan(4)
        folios = [page["folio"] for page in plan["pages"] for leaf in page["leaves"] if leaf["articles"] == ["long"]]
        self.assertEqual(folios, [1, 3], show(plan))

    def test_an_article_a_little_too_long_is_over_by_a_little(self):
        for layout, words in (("tabloid", (2100, 2700, 100)), ("a4-newsletter", (950, 1400, 50))):
            for count in range(*words):
                for pages in (1, 4):
                    with self.subTest(layout=layout, words=count, pages=pages):
                        self.paper.layout = layout
                        self.paper.articles.clear()
                        self.paper.story("long", count, priority=2)
                        plan, _ = self.plan(pages)
                        self.assertTrue(self.places(plan).get("long"), show(plan))
                        if pages > 1:
                            self.assertEqual(plan["overset"], [], show(plan))

    def test_the_front_has_a_story_whatever_its_length(self):
        for words in (400, 1400, 2000, 2300, 2600, 3000):
            for priority in (1, 3):
                with self.subTest(words=words, priority=priority):
                    self.paper.articles.clear()
                    self.paper.stories(3, words, priority=priority)
                    plan, _ = self.plan(8)
                    self.assertIn(1, sum(self.places(plan).values(), []), show(plan))
                    self.assertEqual(plan["overset"], [], show(plan))

    def test_letters_too_many_for_a_page_fill_it_and_are_over(self):
        self.paper.story("letters", 5000, genre="letters")
        plan, _ = self.plan(4)
        page, = self.places(plan)["letters"]
        leaf, = plan["pages"][page - 1]["leaves"]
        self.assertGreater(sum(leaf["legs"]), 450, show(plan))
        self.assertEqual([(o["article"], o["lines"]) for o in plan["overset"]], [("letters", leaf["overset"])])

    def test_a_few_nibs_alone_stand_too(self):
        for count in (1, 3, 5):
            with self.subTest(count):
                self.paper.articles.clear()
                self.paper.stories(count, 60, genre="nib", priority=5)
                plan, _ = self.plan(4)
                self.assertEqual(plan["overset"], [], show(plan))

    def test_60_nibs_stand_in_columns_and_none_is_lost(self):
        self.paper.stories(60, 70, genre="nib", priority=5)
        plan, _ = self.plan()
        self.assertEqual(plan["overset"], [], show(plan))
        places = self.places(plan)
        self.assertTrue(all(len(pages) == 1 for pages in places.values()))
        self.assertIn([1], places.values(), show(plan))

    def test_60_nibs_beside_stories_stand_too(self):
        self.paper.stories(60, 70, "nib", genre="nib", priority=5)
        self.paper.stories(10, 300)
        plan, _ = self.plan()
        self.assertEqual(plan["overset"], [], show(plan))
        self.places(plan)

    def test_a_page_of_pictures_alone_is_made(self):
        self.paper.stories(20, 300)
        for number in range(3):
            self.paper.story(f"picture-{number}", 0, section="Arts", pictures=1)
        self.paper.flatplan = '<flatplan pages="4"><page folio="3" section="Arts"/></flatplan>'
        plan, _ = self.paper.plan(FORME)
        self.assertEqual(plan["overset"], [], show(plan))
        on_page = [leaf for leaf in plan["pages"][2]["leaves"] if leaf["articles"][0].startswith("picture")]
        self.assertEqual(len(on_page), 3, show(plan))
        self.assertTrue(all(leaf["variant"]["pictureRows"] > 0 for leaf in on_page))

    def test_one_article_leads_the_front_and_the_rest_is_said_to_be_white(self):
        self.paper.story("one", 300)
        plan, said = self.plan()
        self.assertEqual(self.places(plan), {"one": [1]})
        whole = [hole for hole in plan["holes"] if "article" not in hole]
        self.assertEqual([(hole["page"], hole["w"]) for hole in whole], [(folio, 6) for folio in (2, 3, 4)])
        for folio in (1, 2, 3, 4):
            self.assertIn(f"page {folio} has white", said)

    def test_holes_under_a_story_are_what_its_legs_leave_of_its_rectangle(self):
        self.paper.story("one", 300)
        plan, _ = self.plan()
        leaf, = plan["pages"][0]["leaves"]
        foot = leaf["y"] + leaf["h"]
        under = [hole for hole in plan["holes"] if hole.get("article") == "one"]
        self.assertEqual(sum(hole["w"] * hole["h"] for hole in under), leaf["freeRows"])
        for hole in under:
            self.assertEqual(hole["y"] + hole["h"], foot)
            self.assertGreaterEqual(hole["h"], LEAST_HOLE)

    def test_fillers_and_house_adverts_stop_holes(self):
        self.paper.stories(18, 306)
        bare, _ = self.plan(4)
        self.paper.stories(8, 60, "filler", genre="filler")
        self.paper.advert("house", columns=2, depth="80mm", house="true")
        plan, _ = self.plan(4)
        self.assertLessEqual({f"filler-{n}" for n in range(1, 9)}, self.names(plan), show(plan))
        # How many holes that leaves depends on where the stories come to stand.
        stopped = sum(leaf["w"] * leaf["h"] for page in plan["pages"] for leaf in page["leaves"]
                      if leaf["articles"][0].startswith(("filler", "house")))
        self.assertLess(self.white(plan), self.white(bare) - stopped / 2, show(plan))
        self.assertLess(self.cost(plan), self.cost(bare), show(plan))

    @staticmethod
    def names(plan):
        return {name for page in plan["pages"] for leaf in page["leaves"] for name in leaf["articles"]}

    @staticmethod
    def white(plan):
        return sum(hole["w"] * hole["h"] for hole in plan["holes"])

    @staticmethod
    def cost(plan):
        return sum(page["cost"]["solved"] for page in plan["pages"])

    def test_a_picture_deeper_than_a_page_is_made_smaller_and_its_story_stands(self):
        source = self.paper.root / "tower.png"
        rows = b"".join(b"\0" + bytes(100) for _ in range(1200))
        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        source.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 100, 1200, 8, 0, 0, 0, 0))
                           + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
        self.paper.stories(6, 300)
        self.paper.story("tower", 400, priority=2)
        self.paper.writer.used.add(source)
        self.paper.articles["tower"] = self.paper.articles["tower"].replace(
            "  <body>", '  <figure src="pictures/tower.png" alt="A tower"/>\n  <body>')
        plan, _ = self.plan(4)
        self.assertEqual(plan["overset"], [], show(plan))
        leaf, = [leaf for page in plan["pages"] for leaf in page["leaves"] if leaf["articles"] == ["tower"]]
        self.assertGreater(leaf["variant"]["pictureRows"], 20, show(plan))

    def test_pictures_that_no_page_has_room_for_are_overset(self):
        self.paper.stories(46, 330)
        for number in range(3):
            self.paper.story(f"picture-{number}", 0, priority=5, pictures=1)
        self.paper.flatplan = '<flatplan pages="4"/>'
        status, _, said = self.paper.run(FORME, "check")
        self.assertEqual(status, 3)
        self.assertIn("overset: 'picture-", said)

    def test_fillers_that_find_no_hole_are_not_overset(self):
        self.paper.stories(29, 330)
        self.paper.stories(6, 60, "filler", genre="filler")
        plan, _ = self.plan(4)
        self.assertFalse([lost for lost in plan["overset"] if lost["article"].startswith("filler")])

    def too_much(self):
        """An issue with more copy than it holds: copy-fit by article, of those without a place, and what is said."""
        self.paper.stories(26, 330, priority=4)
        self.paper.stories(4, 330, "lesser", priority=5)
        self.paper.stories(10, 330, "late", priority=3)
        self.paper.flatplan = '<flatplan pages="4"/>'
        status, out, said = self.paper.run(FORME, "check", "--diagnostics", "json")
        self.assertEqual(status, 3)
        fits = {fit["article"]: fit for fit in json.loads(out)}
        return {name: fit for name, fit in fits.items() if not fit["pages"]}, said

    def test_too_much_copy_is_told_by_its_lines_and_costs_the_least_important(self):
        lost, said = self.too_much()
        lines = sum(fit["overset"] for fit in lost.values())
        self.assertIn(f"too much copy: {len(lost)} stories of {lines} lines in all have no place on 4 pages", said)
        self.assertTrue(all(fit["wordsOver"] > fit["overset"] for fit in lost.values()))
        self.assertFalse([name for name in lost if name.startswith("late")])

    def test_a_story_without_a_place_is_told_of_a_lesser_one_whose_place_holds_it_and_of_white(self):
        self.paper.stories(14, 330, priority=4)
        self.paper.story("better", 330, priority=3)
        # What has a slot comes to no other white.
        self.paper.flatplan = ('<flatplan pages="4"><page folio="1"><place article="better" slot="lead"/></page>'
                               '</flatplan>')
        plan, _ = self.paper.plan(FORME)
        for page in plan["pages"]:
            page["leaves"] = [leaf for leaf in page["leaves"] if leaf["articles"] != ["better"]]
        path = self.paper.root / "plan.json"
        path.write_text(json.dumps(plan))
        _, out, _ = self.paper.run(FORME, "check", "--plan", str(path), "--diagnostics", "json")
        cures, = [fit["cures"] for fit in json.loads(out) if fit["article"] == "better"]
        taken = re.fullmatch(r"take '(\S+)' \(priority 4\) on page (\d) out for it", cures[0])
        self.assertTrue(taken, cures)
        self.assertIn([taken[1]], [leaf["articles"] for leaf in plan["pages"][int(taken[2]) - 1]["leaves"]])
        self.assertRegex(cures[-2], r"cut \d+ lines?: the white on page \d \(\d x \d+\) holds the rest")
        self.assertEqual(cures[-1], "leave it out")
        self.assert_holds("better", plan, taken[1])

    def test_a_nib_that_is_too_long_for_one_is_told_so_and_stands_as_news(self):
        self.paper.story("lead", 300, priority=2)
        self.paper.flatplan = '<flatplan pages="4"/>'
        for genre in ("nib", "news"):
            self.paper.story("long", 900, genre=genre)
            _, out, said = self.paper.run(FORME, "check", "--diagnostics", "json")
            fit, = [fit for fit in json.loads(out) if fit["article"] == "long"]
            self.assertEqual(bool(fit["pages"]), genre == "news")
            self.assertEqual("it is too long for a nib" in said, genre == "nib")
            if genre == "nib":
                self.assertEqual(fit["cures"], ['make it genre="news"', "leave it out"])

    def test_no_place_is_named_for_two_stories_nor_on_a_page_where_the_story_may_not_stand(self):
        # The newsletter's last page has one long story that any other would fit in.
        self.paper.layout = "a4-newsletter"
        for folio in (1, 2, 3):
            self.paper.stories(3, 600, f"on-{folio}", priority=folio)
        self.paper.story("least", 800, priority=4)
        self.paper.story("last", 260, priority=4)
        pages = "".join(f'<page folio="{folio}"><auto articles="on-{folio}-1 on-{folio}-2 on-{folio}-3"/></page>'
                        for folio in (1, 2, 3))
        for pinned in (True, False):
            self.paper.flatplan = f'<flatplan pages="4">{pages if pinned else ""}</flatplan>'
            _, out, _ = self.paper.run(FORME, "check", "--diagnostics", "json")
            unplaced = [fit for fit in json.loads(out) if not fit["pages"]]
            self.assertTrue(unplaced)
            named = [cure for fit in unplaced for cure in fit["cures"] if cure.startswith("take")]
            self.assertEqual(len(named), len(set(named)))
            if pinned:
                self.assertEqual(named, [])

    def test_of_too_much_that_is_pinned_the_splash_stands_whole(self):
        self.paper.story("splash", 900, priority=1)
        pages = {folio: [] for folio in (1, 2, 3, 4)}
        for n in range(28):
            self.paper.story(f"story-{n}", 500, priority=4)
            pages[n % 4 + 1].append(f"story-{n}")
        pages[1].append("splash")
        self.paper.flatplan = '<flatplan pages="4">' + "".join(
            f'<page folio="{folio}"><auto articles="{" ".join(names)}"/></page>' for folio, names in pages.items()
        ) + "</flatplan>"
        _, out, _ = self.paper.run(FORME, "check", "--diagnostics", "json")
        fits = {fit["article"]: fit for fit in json.loads(out)}
        self.assertEqual((fits["splash"]["overset"], fits["splash"]["pages"]), (0, [1]))
        self.assertTrue(any(fit["overset"] for fit in fits.values()))

    def test_a_page_of_a_section_has_another_ones_story_only_where_nothing_else_has_room(self):
        self.paper.story("feature", 700, genre="feature", section="Feature", priority=2)
        for n in range(8):
            self.paper.story(f"sport-{n}", 300, section="Sport", priority=n % 4 + 1)
        self.paper.flatplan = ('<flatplan pages="8"><page folio="4-5" section="Feature" kind="feature"/>'
                               '<page folio="8" section="Sport"/></flatplan>')
        plan, said = self.paper.plan(FORME)
        on_feature = [leaf["articles"] for page in plan["pages"] if page["folio"] in (4, 5) for leaf in page["leaves"]]
        self.assertNotIn("sport", str(on_feature), said)
        # And if there is nothing else, it is said.
        for n in range(24):
            self.paper.story(f"more-{n}", 500, section="Sport", priority=3)
        self.paper.flatplan = ('<flatplan pages="4"><page folio="1-3" section="Sport"/>'
                               '<page folio="4" section="Feature"/></flatplan>')
        plan, said = self.paper.plan(FORME)
        strangers = [name for leaf in plan["pages"][3]["leaves"] for name in leaf["articles"]
                     if name != "feature" and "continuedFrom" not in leaf]
        for name in strangers:
            self.assertIn(f"'{name}' stands on page 4, which the flatplan gives to another section", said)
        self.assertTrue(strangers)

    def assert_holds(self, name, plan, other):
        """The story fits in the place of the other, with one headline of the scale or another."""
        taken, = [leaf for page in plan["pages"] for leaf in page["leaves"] if leaf["articles"] == [other]]
        taken["articles"] = [name]
        path = self.paper.root / "plan.json"
        del plan["copy"][name]
        asked, fits = taken["variant"]["headlineRows"], []
        for rows in (asked, 2, 3, 4, 5, 6):
            taken["variant"]["headlineRows"] = rows
            path.write_text(json.dumps(plan))
            _, out, _ = self.paper.run(FORME, "check", "--plan", str(path), "--diagnostics", "json")
            fits += [fit for fit in json.loads(out) if fit["article"] == name]
        self.assertIn((0, 1), [(fit["overset"], len(fit["pages"])) for fit in fits], fits)


class Furniture(unittest.TestCase):
    def test_a_name_too_long_for_its_line_is_told_and_not_printed_over_another(self):
        for title, told in (("Of the districts and the regional offices of the north " * 3, True), ("North", False)):
            with self.subTest(title=title), tempfile.TemporaryDirectory() as folder:
                paper = SmallPaper(folder, "a4-newsletter")
                paper.sections = {"News": title.strip()}
                paper.stories(8, 250)
                paper.flatplan = '<flatplan pages="4"><page folio="1-4" section="News"/></flatplan>'
                _, said = paper.plan(FORME)
                self.assertEqual(said.count("is left out, since another line stands where it should"), int(told), said)


class Spreads(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.paper = SmallPaper(folder.name)
        self.paper.stories(20, 300)

    def places_of(self, name, spread):
        self.paper.flatplan = f'<flatplan pages="8">{spread}</flatplan>'
        plan, said = self.paper.plan(FORME)
        return [page["folio"] for page in plan["pages"] for leaf in page["leaves"] if name in leaf["articles"]], said

    def test_the_story_that_is_placed_there_stands_on_both_pages(self):
        self.paper.story("big", 2000, section="Arts")
        pages, _ = self.places_of("big", '<page folio="4-5" section="Arts" spread="true"><place article="big"/></page>')
        self.assertEqual(pages, [4, 5])

    def test_the_feature_of_the_section_is_taken_where_none_is_placed(self):
        self.paper.story("news", 2000, section="Arts", priority=2)
        self.paper.story("big", 2000, genre="feature", section="Arts")
        pages, _ = self.places_of("big", '<page folio="6-7" section="Arts" spread="true"/>')
        self.assertEqual(pages, [6, 7])

    def test_a_story_too_long_for_both_pages_has_both_and_no_other_comes_there(self):
        self.paper.story("big", 8500, section="Arts")
        self.paper.stories(40, 300, "more")
        pages, said = self.places_of("big", '<page folio="4-5" spread="true"><auto articles="big"/></page>')
        self.assertEqual(pages, [4, 5])
        self.assertRegex(said, r"'big' is over by \d+ lines: its place on page 5 is too small")
        plan, _ = self.paper.plan(FORME)
        self.assertEqual([leaf["articles"] for leaf in plan["pages"][4]["leaves"]], [["big"]], show(plan))

    def test_a_story_too_short_for_one_stands_on_its_left_page_and_is_told(self):
        self.paper.story("small", 200, section="Arts")
        pages, said = self.places_of("small",
                                     '<page folio="4-5" section="Arts" spread="true"><auto articles="small"/></page>')
        self.assertEqual(pages, [4])
        self.assertIn("'small' is too short for the spread 4-5", said)


if __name__ == "__main__":
    unittest.main()
