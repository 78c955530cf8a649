#!/usr/bin/env python3
"""The checks themselves: a small edition that is right passes, and each way to spoil it is found."""
import hashlib
import json
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import check_fonts
import check_grid
import check_links
import check_places
import check_text
import check_valid
import scripts_test
from hanging import Hanging, glyphs_in, standing_words
from issue_copy import read_issue
from reading import Box, Word, as_read, words_of
from small_pdf import small_pdf

STEM = "weekly-7"
ISSUE = """<issue version="1" xml:lang="en-GB" publicationName="Weekly" slug="weekly" number="7"
  coverDate="2020-02-24" title="First things">
  <articles><article src="one.xml"/><article src="two.xml"/></articles></issue>"""
ONE = """<article version="1" id="one"><kicker>Trade</kicker><headline>First things</headline>
  <headline alt="short">Firsts</headline>
  <figure src="x.png" alt="" ><caption>A gate</caption></figure>
  <body><p>Every printer knows a well-known rule.</p><crosshead>Ink</crosshead>
  <p>Never spill it<footnote>It stains.</footnote> at noon, or later.</p>
  <pullquote>Never spill it</pullquote></body></article>"""
TWO = """<article version="1" id="two"><headline>Second things</headline>
  <body><p>Paper comes last of all.</p></body></article>"""

# (x, baseline, size, text): the handout of `one`, with a hyphen put in and one of the copy at line ends.
HANDOUT = [(20, 40, 9, "Trade"), (20, 60, 20, "First things"), (20, 80, 10, "Every prin\u00ad"),
           (20, 92, 10, "ter knows a well-"), (20, 104, 10, "known rule."), (20, 120, 10, "Ink"),
           (20, 140, 10, "Never spill it1 at noon,"), (20, 152, 10, "or later."),
           (20, 170, 8, "A gate"), (20, 190, 8, "It stains."), (20, 590, 8, "Weekly issue 7 1 / 1")]
SECOND_HANDOUT = [(20, 40, 20, "Second things"), (20, 60, 10, "Paper comes last of all.")]
# Page 1 has both stories side by side; `one` goes on below on page 2.
PRINT = [[(20, 40, 9, "Trade"), (20, 60, 20, "Firsts"), (20, 80, 10, "Every printer knows a"),
          (20, 90, 10, "well-known rule."), (20, 100, 10, "Ink"), (20, 110, 8, "A gate"),
          (20, 120, 10, "Never spill it1"), (20, 130, 8, "Continued on page 2"),
          (220, 60, 20, "Second things"), (220, 80, 10, "Paper comes last of all."),
          (20, 590, 8, "Weekly")],
         [(20, 40, 8, "From page 1"), (20, 60, 10, "at noon, or later."), (20, 80, 8, "It stains.")]]


def leaf(articles, x, y, w, h, **more):
    """A rectangle of a grid of 2 columns of 180 pt and rows of 10 pt that begins at (20, 20)."""
    return {"kind": "story", "articles": articles, "x": x, "y": y, "w": w, "h": h,
            "rect_pt": [20 + 200 * x, 20 + 10 * y, 200 * w - 20, 10 * h], **more}


def plan():
    return {"version": 1,
            "grid": {"origin_x_pt": 20, "origin_y_pt": 20, "column_pt": 180, "gutter_pt": 20,
                     "row_pt": 10, "columns": 2, "rows": 56, "baseline_offset_pt": 0,
                     "body_size_pt": 10},
            "pages": [{"folio": 1, "leaves": [leaf(["one"], 0, 0, 1, 12, continuedOn=2),
                                              leaf(["two"], 1, 0, 1, 12)]},
                      {"folio": 2, "leaves": [leaf(["one"], 0, 0, 1, 12, continuedFrom=1)]}],
            "overset": []}


def xhtml(body):
    return ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>'
            f"</head><body>{body}</body></html>")


EPUB_ONE = ("<p>Trade</p><h1>First things</h1><figure><figcaption><p>A gate</p></figcaption></figure>"
            "<p>Every printer knows a well-known rule.</p><h2>Ink</h2>"
            "<p>Never spill it<sup>1</sup> at <span></span>noon, or later.</p>"
            "<aside><p>1 It stains.</p></aside>")
NAV = '<nav epub:type="page-list"><ol><li><a href="#a">1</a></li><li><a href="#b">2</a></li></ol></nav>'


def replaced(lines, old, new):
    assert any(old in line[3] for line in lines)
    return [(x, y, size, text.replace(old, new)) for x, y, size, text in lines]


class Edition(unittest.TestCase):
    """Writes the small edition, with what a test changes in it."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.issue = Path(folder.name) / "issue"
        self.out = Path(folder.name) / "out"
        (self.out / "handouts").mkdir(parents=True)
        self.issue.mkdir()
        for name, text in (("issue", ISSUE), ("one", ONE), ("two", TWO)):
            (self.issue / f"{name}.xml").write_text(text)

    def write(self, handout=HANDOUT, print_pages=PRINT, epub_one=EPUB_ONE, made_plan=None, nav=NAV):
        (self.out / "handouts" / f"{STEM}-one.pdf").write_bytes(small_pdf([handout]))
        (self.out / "handouts" / f"{STEM}-two.pdf").write_bytes(small_pdf([SECOND_HANDOUT]))
        (self.out / f"{STEM}-print.pdf").write_bytes(small_pdf(print_pages))
        (self.out / f"{STEM}-plan.json").write_text(json.dumps(made_plan or plan()))
        with zipfile.ZipFile(self.out / f"{STEM}.epub", "w") as package:
            package.writestr("EPUB/text/article-one.xhtml", xhtml(epub_one))
            package.writestr("EPUB/text/article-two.xhtml", xhtml(
                "<h1>Second things</h1><p>Paper comes last of all.</p>"))
            package.writestr("EPUB/nav.xhtml", nav)

    def assert_finds(self, problems, *words):
        text = "\n".join(problems)
        for word in words:
            self.assertIn(word, text)


class Text(Edition):
    def problems(self, **changes):
        self.write(**changes)
        return check_text.main(self.out, self.issue)

    def test_an_edition_that_is_right_passes(self):
        self.assertEqual(self.problems(), [])

    def test_a_word_that_is_missing_in_a_handout(self):
        self.assert_finds(self.problems(handout=replaced(HANDOUT, "noon,", "")), "one.pdf")

    def test_a_handout_that_is_missing(self):
        self.write()
        (self.out / "handouts" / f"{STEM}-two.pdf").unlink()
        self.assert_finds(check_text.main(self.out, self.issue), "two.pdf: there is no such handout")

    def test_blocks_out_of_order(self):
        moved = HANDOUT[:5] + HANDOUT[6:8] + HANDOUT[5:6] + HANDOUT[8:]
        self.assert_finds(self.problems(handout=moved), "out of order")

    def test_words_of_two_blocks_mixed(self):
        mixed = HANDOUT[:3] + HANDOUT[5:6] + HANDOUT[3:5] + HANDOUT[6:]
        self.assert_finds(self.problems(handout=mixed), "not in one piece")

    def test_a_hyphen_that_setting_put_in_as_one_of_the_copy(self):
        self.assert_finds(self.problems(handout=replaced(HANDOUT, "\u00ad", "-")), "not in one piece")

    def test_a_hyphen_of_the_copy_as_one_that_setting_put_in(self):
        self.assert_finds(self.problems(handout=replaced(HANDOUT, "well-", "well\u00ad")),
                          "not in one piece")

    def with_soft_hyphens(self, shown, epub="Every printer knows"):
        """The copy divides "print-er" by hand, on no line's end; `shown` is how the word comes out."""
        (self.issue / "one.xml").write_text(ONE.replace("printer", "print&#xAD;er"))
        lines = [(x, y, size, {"Every prin\u00ad": "Every", "ter knows a well-": f"{shown} knows a well-"}
                  .get(text, text)) for x, y, size, text in HANDOUT]
        return self.problems(handout=lines, epub_one=EPUB_ONE.replace("Every printer knows", epub))

    def test_soft_hyphens_of_the_copy_are_for_line_ends_and_the_epub(self):
        self.assertEqual(self.with_soft_hyphens("printer", "Every print\u00ader knows"), [])

    def test_a_soft_hyphen_that_is_not_used_and_comes_out(self):
        self.assert_finds(self.with_soft_hyphens("print\u00ader"), "one.pdf: not in one piece")
        self.assert_finds(self.with_soft_hyphens("print er"), "one.pdf: not in one piece")

    def test_a_line_that_is_not_of_the_article(self):
        self.assert_finds(self.problems(handout=HANDOUT + [(20, 400, 9, "Lorem ipsum")]),
                          "Lorem ipsum")

    def test_a_block_twice_in_a_handout(self):
        again = HANDOUT + [(20, 300, 10, "Every printer knows a well-known rule.")]
        self.assert_finds(self.problems(handout=again), "not of the article")

    def test_a_pull_quote_may_repeat_the_copy_or_not_be_there(self):
        quote = HANDOUT[:8] + [(20, 300, 16, "Never spill it")] + HANDOUT[8:]
        self.assertEqual(self.problems(handout=quote), [])

    def with_lifted_quote(self, shown, words="Paper comes last of all."):
        """What is said of an edition with a quote on rows 14 to 20 beside the second story."""
        made, pages = plan(), [PRINT[0] + [(220, 180, 16, shown)], PRINT[1]]
        made["pages"][0]["leaves"][1]["lifted"] = {"words": words, "rect_pt": [220, 160, 180, 60]}
        return self.problems(print_pages=pages, made_plan=made)

    def test_a_sentence_of_the_copy_may_be_set_again(self):
        self.assertEqual(self.with_lifted_quote("Paper comes last of all."), [])

    def test_a_lifted_quote_that_does_not_say_what_it_should(self):
        self.assert_finds(self.with_lifted_quote("Paper comes first of all."), "the quote on page 1 is not")

    def test_a_lifted_quote_that_is_not_of_its_article(self):
        words = "Paper comes first of all."
        self.assert_finds(self.with_lifted_quote(words, words), "print, two: does not say")

    def test_copy_is_not_looked_for_in_a_lifted_quote(self):
        made, pages = plan(), [PRINT[0][:-2] + [(220, 180, 16, "Paper comes last of all.")], PRINT[1]]
        made["pages"][0]["leaves"][1]["lifted"] = {"words": "Paper comes last of all.",
                                                   "rect_pt": [220, 160, 180, 60]}
        self.assert_finds(self.problems(print_pages=pages, made_plan=made), "print, two: no p")

    def test_a_word_that_is_missing_in_print(self):
        pages = [replaced(PRINT[0], "last ", ""), PRINT[1]]
        self.assert_finds(self.problems(print_pages=pages), "print, two: no p")

    def test_a_word_that_is_missing_after_a_turn(self):
        pages = [PRINT[0], replaced(PRINT[1], "noon", "once")]
        self.assert_finds(self.problems(print_pages=pages), "print, one: no p")

    def test_a_headline_that_is_missing_in_print(self):
        pages = [replaced(PRINT[0], "Firsts", "Thirds"), PRINT[1]]
        self.assert_finds(self.problems(print_pages=pages), "print, one: no headline")

    def test_copy_that_did_not_fit(self):
        over = plan()
        over["overset"] = [{"article": "two", "lines": 3, "reason": "no page has room for it"}]
        self.assert_finds(self.problems(made_plan=over), "overset")

    def test_a_paragraph_twice_in_the_epub(self):
        twice = EPUB_ONE + "<p>Every printer knows a well-known rule.</p>"
        self.assert_finds(self.problems(epub_one=twice), "EPUB, one: not of the article")

    def test_a_paragraph_missing_in_the_epub(self):
        self.assert_finds(self.problems(epub_one=EPUB_ONE.replace("at <span></span>noon", "")),
                          "EPUB, one: not in one piece")

    def test_two_words_run_together_in_the_epub(self):
        self.assert_finds(self.problems(epub_one=EPUB_ONE.replace("knows a", "knowsa")),
                          "EPUB, one: not in one piece")


class Places(Edition):
    def problems(self, **changes):
        self.write(**changes)
        return check_places.main(self.out, self.issue)

    def test_an_edition_that_is_right_passes(self):
        self.assertEqual(self.problems(), [])

    def test_a_line_outside_its_rectangle(self):
        pages = [[(x, y + (100 if text.startswith("Paper") else 0), size, text)
                  for x, y, size, text in PRINT[0]], PRINT[1]]
        self.assert_finds(self.problems(print_pages=pages), "of two is not wholly inside")

    def test_a_word_that_sticks_out(self):
        pages = [[(x - (1 if text.startswith("Every") else 0), y, size, text)
                  for x, y, size, text in PRINT[0]], PRINT[1]]
        self.assert_finds(self.problems(print_pages=pages), "of one is not wholly inside")

    def with_a_line_beyond_the_edge(self, far, text="well-known rule."):
        """A line of `one` so that it ends `far` points right of its rectangle."""
        def pages(x):
            return [[(x, *line[1:3], text) if line[3] == "well-known rule." else line
                     for line in PRINT[0]], PRINT[1]]
        pdf = self.out / "measured.pdf"
        pdf.write_bytes(small_pdf(pages(20)))
        end = next(w.box.x1 for w in words_of(pdf) if w.text.startswith("rule"))
        return pages(20 + 200 - end + far)

    def test_a_stop_may_hang_by_its_own_width(self):
        # Helvetica's stop is 2.78 pt wide at 10 pt; tabloid lets all of it hang.
        self.assertEqual(self.problems(print_pages=self.with_a_line_beyond_the_edge(2.7)), [])

    def test_a_stop_that_hangs_with_a_part_of_its_word(self):
        self.assert_finds(self.problems(print_pages=self.with_a_line_beyond_the_edge(3.6)),
                          "of one is not wholly inside")

    def with_an_initial(self, x):
        """The first letter of `one` as a drop cap of 40 pt at `x`; its rectangle begins at 20."""
        pages = [[(20 + 40 if line[3].startswith("Every") else line[0], *line[1:3],
                   line[3].replace("Every", "very")) for line in PRINT[0]] + [(x, 90, 40, "E")],
                 PRINT[1]]
        (self.issue / "one.xml").write_text(ONE.replace("Every", "very").replace(
            "<crosshead>", "<p>E</p><crosshead>"))
        return self.problems(print_pages=pages)

    def test_the_white_beside_a_drop_cap_may_stand_outside(self):
        # Helvetica's E has 0.08 em of it at the left, 3.2 pt.
        self.assertEqual(self.with_an_initial(20), [])
        self.assertEqual(self.with_an_initial(17.5), [])

    def test_the_ink_of_a_drop_cap_may_not(self):
        self.assert_finds(self.with_an_initial(15.5), "of one is not wholly inside")

    def test_letters_do_not_hang(self):
        (self.issue / "one.xml").write_text(ONE.replace("rule.", "rule"))
        pages = self.with_a_line_beyond_the_edge(1, "well-known rule")
        self.assert_finds(self.problems(print_pages=pages), "of one is not wholly inside")

    def left_edge(self, seen):
        """Where the letters begin of a word whose first glyph at the left, at 10 pt, is a stop 2 pt
        wide that reads as a direction mark and a stop; a table lets half of it hang."""
        trace = ('<page number="1"><fill_text transform="1 0 0 1 0 0"><span font="F" trm="10 0 0 10">'
                 '<g unicode="\u200f" glyph="9" x="10" y="50" adv=".2"/>'
                 '<g unicode="." x="10" y="50" adv="0"/>')
        hanging = Hanging.__new__(Hanging)
        hanging.shares = {".": (0, 0.5)}
        hanging.glyphs = glyphs_in(trace, {1: (0, 0)}, hanging.shares)
        return hanging.core(Word(1, as_read(seen), Box(10, 45, 40, 55), seen)).x0

    def test_a_stop_hangs_where_it_is_seen_in_text_from_the_right(self):
        self.assertEqual(self.left_edge(".\u200f\u05d4\u05e0\u05e9"), 11)
        self.assertEqual(self.left_edge("\u200f."), 11)
        self.assertEqual(self.left_edge("\u05d4\u05e0\u05e9."), 10)

    def test_a_line_is_no_wider_for_a_hyphen_that_hangs(self):
        pages = self.with_a_line_beyond_the_edge(1.6, "well-known rule-")
        self.write(print_pages=pages)
        pdf = self.out / f"{STEM}-print.pdf"
        ends = [max(w.box.x1 for w in words if w.text == "rule-")
                for words in (words_of(pdf), standing_words(pdf, self.issue))]
        self.assertLess(ends[1], ends[0] - 1)
        words = zip(words_of(pdf), standing_words(pdf, self.issue))
        self.assertTrue(all(a.box == b.box for a, b in words if a.text[-1].isalnum()))

    def test_a_line_in_another_storys_rectangle(self):
        pages = [[(20 if text.startswith("Paper") else x, 70 if text.startswith("Paper") else y, size,
                   text) for x, y, size, text in PRINT[0]], PRINT[1]]
        self.assert_finds(self.problems(print_pages=pages), "of two is not wholly inside")

    def test_rectangles_that_overlap(self):
        over = plan()
        over["pages"][0]["leaves"][0].update(w=2, rect_pt=[20, 20, 380, 120])
        self.assert_finds(self.problems(made_plan=over), "overlaps")

    def test_a_rectangle_that_is_not_where_its_units_say(self):
        moved = plan()
        moved["pages"][0]["leaves"][1]["rect_pt"][0] += 1
        self.assert_finds(self.problems(made_plan=moved), "not where its grid units say")

    def test_a_rectangle_off_the_grid(self):
        off = plan()
        off["pages"][0]["leaves"][1] = leaf(["two"], 1, 50, 1, 7)
        self.assert_finds(self.problems(made_plan=off), "off the grid")


class Fonts(Edition):
    HEAD = ("name                                 type              encoding         emb sub uni object"
            " ID\n------------------------------------ ----------------- ---------------- --- --- ---"
            " ---------\n")
    GOOD = "ABCDEF+NotoSerif-Condensed           CID TrueType      Identity-H       yes yes yes     26  0"

    def found(self, line, foreign=frozenset()):
        return check_fonts.check_fonts(self.HEAD + line + "\n", "x.pdf", foreign)

    def test_a_font_that_is_right_passes(self):
        self.assertEqual(self.found(self.GOOD), [])

    def test_each_fault(self):
        self.assert_finds(self.found(self.GOOD.replace("yes yes yes", "no  yes yes")), "not embedded")
        self.assert_finds(self.found(self.GOOD.replace("yes yes yes", "yes no  yes")), "not a subset")
        self.assert_finds(self.found(self.GOOD.replace("yes yes yes", "yes yes no ")), "no ToUnicode")
        self.assert_finds(self.found(self.GOOD.replace("CID TrueType", "Type 3      ")), "Type 3")

    def test_a_name_too_long_for_its_column(self):
        long = self.GOOD.replace("Condensed           ", "ExtraCondensedExtraBoldItalic ")
        self.assertEqual(self.found(long), [])
        self.assert_finds(self.found(long.replace("yes yes yes", "yes yes no ")), "no ToUnicode")

    def test_an_adverts_font_is_excepted_by_its_full_name(self):
        bad = self.GOOD.replace("yes yes yes", "no  no  no ")
        self.assertEqual(self.found(bad, {"ABCDEF+NotoSerif-Condensed"}), [])
        self.assertEqual(len(self.found(bad, {"NotoSerif-Condensed"})), 3)

    def test_a_whole_edition_with_a_font_that_is_not_embedded(self):
        self.write()
        self.assert_finds(check_fonts.main(self.out, self.issue), "Helvetica is not embedded")


class Grid(Edition):
    def found(self, print_pages, adverts=()):
        made = plan()
        made["grid"]["baseline_offset_pt"] = 10
        made["pages"][0]["leaves"] += adverts
        self.write(print_pages=print_pages, made_plan=made)
        (self.out / f"{STEM}-screen.pdf").write_bytes(small_pdf(print_pages))
        return check_grid.main(self.out, self.issue)

    def test_text_on_the_grid_passes(self):
        self.assertEqual(self.found(PRINT), [])

    def test_a_line_off_the_grid(self):
        off = [PRINT[0] + [(20, 150.2, 10, "Off")], PRINT[1]]
        self.assert_finds(self.found(off), "print.pdf, page 1", "screen.pdf, page 1", "+0.20 pt")

    def test_other_sizes_and_adverts_may_stand_elsewhere(self):
        free = [PRINT[0] + [(20, 153, 9, "Small"), (240, 303, 10, "Advert")], PRINT[1]]
        advert = dict(leaf([], 1, 25, 1, 5), kind="advert")
        self.assertEqual(self.found(free, [advert]), [])
        self.assert_finds(self.found(free), "page 1")

    def test_an_edition_without_body_text(self):
        self.assert_finds(self.found([[(20, 40, 9, "Small")], []]), "no glyph has the body size")


class Valid(Edition):
    def test_a_damaged_pdf(self):
        self.write()
        pdf = self.out / f"{STEM}-print.pdf"
        self.assertEqual(check_valid.check_pdf(pdf), [])
        pdf.write_bytes(pdf.read_bytes().replace(b"startxref", b"startxxxx"))
        self.assert_finds(check_valid.check_pdf(pdf), "print.pdf")

    def test_an_epub_that_is_wrong_or_not_there(self):
        if not check_valid.epubcheck_jar().exists():
            self.skipTest("EPUBCheck is not installed")
        self.write()
        self.assert_finds(check_valid.check_epub(self.out / f"{STEM}.epub"), "weekly-7.epub")
        self.assert_finds(check_valid.check_epub(self.out / "none.epub"), "none.epub")

    def report_problems(self, **changes):
        (self.out / "a.txt").write_bytes(b"one")
        entry = {"name": "a.txt", "bytes": 3, "sha256": hashlib.sha256(b"one").hexdigest()} | changes
        return check_valid.check_report(self.out, {"files": [entry]}, "report.json")

    def test_a_report_that_is_right_passes(self):
        self.assertEqual(self.report_problems(), [])

    def test_a_report_that_is_wrong(self):
        self.assert_finds(self.report_problems(bytes=4), "another size")
        self.assert_finds(self.report_problems(sha256="0"), "another SHA-256")
        self.assert_finds(self.report_problems(name="b.txt"), "b.txt is not there",
                          "a.txt is not listed")

    def test_a_handout_too_many_or_too_few(self):
        self.write()
        handouts = self.out / "handouts"
        (handouts / f"{STEM}-two.pdf").rename(handouts / f"{STEM}-three.pdf")
        (self.out / f"{STEM}-report.json").write_text('{"files": []}')
        self.assert_finds(check_valid.main(self.out, self.issue), "no handout of two",
                          "a handout of three")


class Links(Edition):
    WORDS = [Word(1, w, Box(x, 140, x + 30, 150))
             for x, w in ((30, "Continued"), (70, "on"), (90, "page"), (110, "2"))] + [
        Word(2, w, Box(x, 35, x + 20, 45)) for x, w in ((20, "From"), (50, "page"), (80, "1"))]
    LINK = (1, Box(30, 125, 140, 135), "turn/one")

    def jumps(self, made=None, drop=None, swap=None):
        words = [Word(w.page, swap[1] if swap and w.text == swap[0] else w.text,
                      Box(w.box.x0, w.box.y0 - 15, w.box.x1, w.box.y1 - 15))
                 for w in self.WORDS if w.text != drop]
        return check_links.check_jumps(made or plan(), words)

    def screen(self, links, places, words=()):
        return check_links.check_screen(plan(), links, places, words)

    def test_jump_lines_that_are_true_pass(self):
        self.assertEqual(self.jumps(), [])

    def test_a_jump_line_that_is_missing_or_names_another_page(self):
        self.assert_finds(self.jumps(drop="Continued"), "page 1: one has no line for page 2")
        self.assert_finds(self.jumps(swap=("2", "22")), "page 1: one has no line for page 2")
        self.assert_finds(self.jumps(drop="From"), "page 2: one has no line for page 1")

    def test_a_jump_to_a_page_that_does_not_know_of_it(self):
        made = plan()
        del made["pages"][1]["leaves"][0]["continuedFrom"]
        self.assert_finds(self.jumps(made), "which does not name it")

    def test_links_of_the_screen_edition(self):
        self.assertEqual(self.screen([self.LINK], {"turn/one": 2}), [])
        self.assert_finds(self.screen([], {}), "has no link to page 2")
        self.assert_finds(self.screen([self.LINK], {"turn/one": 3}), "has no link to page 2")
        self.assert_finds(self.screen([self.LINK], {}), "which is nowhere")

    def test_a_link_that_names_another_page_than_it_leads_to(self):
        words = [Word(1, "Page", Box(40, 126, 60, 134)), Word(1, "5", Box(62, 126, 66, 134))]
        self.assert_finds(self.screen([self.LINK], {"turn/one": 2}, words),
                          "says page 5 and leads to page 2")

    def test_bookmarks_that_lead_nowhere(self):
        inner = {"title": "In", "destpageposfrom1": None, "kids": []}
        outer = {"title": "Out", "destpageposfrom1": 1, "kids": [inner]}
        self.assert_finds(check_links.check_bookmarks([outer], "screen"), "\"In\" leads nowhere")

    def test_the_page_list_of_the_epub(self):
        self.write()
        epub = self.out / f"{STEM}.epub"
        self.assertEqual(check_links.check_page_list(epub, 2), [])
        self.assert_finds(check_links.check_page_list(epub, 3), "3 pages")
        self.write(nav="<nav/>")
        self.assert_finds(check_links.check_page_list(epub, 2), "none")


class WholeLines(unittest.TestCase):
    def test_a_text_is_made_up_of_whole_lines_each_once(self):
        lines = ["b c", "d e", "a", "x", "a"]
        self.assertTrue(scripts_test.in_whole_lines("a b c a", lines))
        for wrong in ("a b", "a b c d", "b c b c", "ab c", "x y"):
            self.assertFalse(scripts_test.in_whole_lines(wrong, lines), wrong)


class Copy(Edition):
    def test_the_copy_is_read_as_the_program_reads_it(self):
        one = read_issue(self.issue).article("one")
        self.assertEqual([(x.role, x.text) for x in one.leaves],
                         [("kicker", "Trade"), ("headline", "First things"),
                          ("short headline", "Firsts"), ("caption", "A gate"),
                          ("p", "Every printer knows a well-known rule."), ("crosshead", "Ink"),
                          ("p", "Never spill it1 at noon, or later."),
                          ("pullquote", "Never spill it"), ("footnote", "It stains.")])


if __name__ == "__main__":
    unittest.main()
