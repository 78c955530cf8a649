#!/usr/bin/env python3
"""Makes an issue of a newspaper by chance, to try make-up on: pages, stories, pictures, adverts.

    generate_issue.py OUT --seed N [--layout tabloid|berliner|a4-newsletter] [--pages N] [--fill F]
                          [--fillers N] [--house N] [--genres]

The same arguments give the same files. Stories have 40 to 2,500 words and up to two pictures, adverts take
up to two fifths of the space. `--fill` is how much copy there is, as a part of the room that adverts leave,
with headlines as they nominally are and pictures as they ideally are. Copy is the sample paper's sentences
in a new order; it makes no sense, but its words and hyphens are those of real copy. An advert is a box that
says how large it is.

`--fillers` and `--house` add that many articles of the genre filler and house adverts, which are for holes:
they count as no copy. With `--genres` some stories are features, reviews, columns of opinion and obituaries,
each in its section, and there are letters. None of these changes what else the seed draws.
"""
import argparse
import json
import random
import shutil
import struct
import sys
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

for folder in ("output", "bench"):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / folder))
from draw_advert import advert_pdf  # noqa: E402
from make_issue import SAMPLE, sentences  # noqa: E402

SECTIONS = ("News", "Work", "Abroad", "Arts")
GENRE_SECTIONS = {"feature": "Feature", "review": "Arts", "column": "Opinion", "obituary": "Obituaries",
                  "letters": "Letters"}
GENRE_WEIGHTS = {"news": 12, "review": 2, "column": 2, "obituary": 1}  # of stories that are no features
FEATURE_WORDS = 650   # from which a story with a picture may be one
FEATURE_CHANCE = 0.5
LETTERS, LETTER_WORDS = (3, 6), (50, 150)
LETTERS_HEAD, LETTER_HEAD = 3, 4  # rows; of one: its heading, signature and the space under it
FILLER_WORDS = (20, 60)
HOUSE_ROWS = (12, 30)
LEAST_PAGES, MOST_PAGES = 4, 48
PAGES = {"tabloid": (4, 8, 8, 12, 12, 16, 16, 24, 32, 48), "berliner": (4, 8, 12, 16, 24),
         "a4-newsletter": (4, 4, 8, 12)}
STORY_WORDS = (40, 70, 120, 180, 260, 340, 430, 520, 650, 800, 1100, 1600, 2500)  # of stories
STORY_WEIGHTS = (3, 4, 5, 6, 8, 8, 7, 6, 4, 3, 2, 1, 0.5)
MOST_WORDS = 2500
# The copy of one story, of the largest rectangles that adverts leave on two pages inside. More than these hold cannot
# be set, however full the issue is: a story jumps once. That is a case of its own (hard_cases_test.py).
MOST_OF_TWO_PAGES = 0.75
NIB_WORDS = 70
# By layout and priority: columns that a story likes to have, rows of headline, kicker, standfirst and byline
# over them, and the span of the first picture; others have a column. And the rows of a page that no story has.
WIDE = {"span": {1: 5, 2: 4, 3: 3, 4: 2, 5: 1}, "head": {1: 21, 2: 11, 3: 6, 4: 5, 5: 7},
        "picture": {1: 4, 2: 4, 3: 2, 4: 2, 5: 1}, "front": 17, "inside": 4}
NARROW = {"span": {1: 3, 2: 3, 3: 2, 4: 2, 5: 1}, "head": {1: 10, 2: 7, 3: 5, 4: 4, 5: 6},
          "picture": {1: 2, 2: 2, 3: 2, 4: 2, 5: 1}, "front": 7, "inside": 2}
NOMINAL = {"tabloid": WIDE, "berliner": WIDE, "a4-newsletter": NARROW}
WORDS_PER_EM = 0.42  # of the measure of a line of copy, the ends of paragraphs counted in
GAP = 2               # rows under a story
CAPTION = 2


@dataclass
class Grid:
    columns: int
    rows: int
    column: float  # points
    gutter: float
    row: float
    body: float

    def width(self, columns):
        return columns * self.column + (columns - 1) * self.gutter

    def lines(self, words):
        return words / self.words(1)

    def words(self, lines):
        return lines * self.column / self.body * WORDS_PER_EM


GRIDS = {"tabloid": Grid(6, 104, 112.913, 11.339, 9.5, 8.4),
         "berliner": Grid(6, 131, 125.197, 11.339, 9.5, 8.4),
         "a4-newsletter": Grid(3, 65, 160.63, 14.173, 11.5, 9.4)}


@dataclass
class Issue:
    seed: int
    layout: str
    pages: int
    fill: float
    room: float = 0  # column rows
    copy: float = 0
    articles: dict = field(default_factory=dict)
    adverts: list = field(default_factory=list)
    house: list = field(default_factory=list)  # adverts
    sections: tuple = SECTIONS


def png_size(path):
    return struct.unpack(">II", path.read_bytes()[16:24])


def pictures():
    return sorted(p for p in (SAMPLE / "pictures").iterdir() if p.suffix == ".png")


class Writer:
    def __init__(self, chance, layout):
        self.chance, self.grid, self.nominal = chance, GRIDS[layout], NOMINAL[layout]
        self.pool = sentences()
        self.headings = [s.split() for s in self.pool if len(s.split()) > 14]
        self.pictures = pictures()
        self.used = set()

    def phrase(self, least, most):
        words = self.chance.choice(self.headings)[: self.chance.randint(least, most)]
        return " ".join(words).rstrip(",;:.–")

    def paragraphs(self, words):
        result = []
        while words > 0:
            text = " ".join(self.chance.choice(self.pool) for _ in range(self.chance.randint(1, 4)))
            if len(text.split()) > words + 12:
                text = " ".join(text.split()[: max(words, 12)]).rstrip(",;:.–") + "."
            result.append(text)
            words -= len(text.split())
        return result

    def figure(self, columns):
        """A figure, and the column rows that it takes at its ideal size."""
        source = self.chance.choice(self.pictures)
        self.used.add(source)
        wide, high = png_size(source)
        columns = min(self.grid.columns, columns)
        rows = self.grid.width(columns) * high / wide / self.grid.row
        xml = (f'  <figure src={quoteattr("pictures/" + source.name)} alt="A picture of the sample issue">\n'
               f"    <caption>{escape(self.phrase(8, 12))}</caption><credit>By chance</credit>\n  </figure>")
        return xml, (rows + CAPTION) * columns

    def story(self, name, section, priority, words, figures, genre=""):
        """The story, and the column rows that it takes as it nominally is."""
        said = f' genre="{genre}"' if genre else ""
        parts = [f'<article version="1" id="{name}"{said} section="{section}" priority="{priority}">',
                 f"  <kicker>{section}</kicker>", f"  <headline>{escape(self.phrase(4, 7))}</headline>",
                 f'  <headline alt="short">{escape(self.phrase(2, 3))}</headline>']
        if priority <= 2:
            parts.append(f"  <standfirst>{escape(self.phrase(9, 14))}</standfirst>")
        parts.append("  <byline>By chance</byline>")
        span = min(self.grid.columns, self.nominal["span"][priority])
        area = (self.nominal["head"][priority] + GAP) * span
        for number in range(figures):
            xml, rows = self.figure(1 if number else self.nominal["picture"][priority])
            parts.append(xml)
            area += rows
        parts.append("  <body>")
        copy = self.paragraphs(words)
        for number, text in enumerate(copy):
            if number and number % 6 == 0 and number + 2 < len(copy):
                parts.append(f"    <crosshead>{escape(self.phrase(2, 3))}</crosshead>")
                area += 2
            parts.append(f"    <p>{escape(text)}</p>")
        parts += ["  </body>", "</article>", ""]
        return "\n".join(parts), area + self.grid.lines(sum(len(p.split()) for p in copy))

    def filler(self, name):
        copy = "".join(f"    <p>{escape(p)}</p>\n" for p in self.paragraphs(self.chance.randint(*FILLER_WORDS)))
        return (f'<article version="1" id="{name}" genre="filler" section="News" priority="5">\n'
                f"  <headline>{escape(self.phrase(2, 4))}</headline>\n  <body>\n{copy}  </body>\n</article>\n")

    def letters(self, name):
        """A column of letters, and the column rows that it nominally takes."""
        parts = [f'<article version="1" id="{name}" genre="letters" section="{GENRE_SECTIONS["letters"]}" priority="3">',
                 "  <headline>Letters</headline>", "  <body>"]
        area = LETTERS_HEAD * min(self.grid.columns, 4)
        for _ in range(self.chance.randint(*LETTERS)):
            copy = self.paragraphs(self.chance.randint(*LETTER_WORDS))
            parts += [f"    <letter><headline>{escape(self.phrase(2, 4))}</headline>",
                      *(f"      <p>{escape(p)}</p>" for p in copy), "      <signature>By chance</signature></letter>"]
            area += self.grid.lines(sum(len(p.split()) for p in copy)) + LETTER_HEAD
        return "\n".join([*parts, "  </body>", "</article>", ""]), area

    def nib(self, name):
        copy = self.paragraphs(NIB_WORDS)
        text = "\n".join([f'<article version="1" id="{name}" genre="nib" section="News" priority="5">',
                          f"  <headline>{escape(self.phrase(3, 5))}</headline>", "  <body>",
                          *(f"    <p>{escape(p)}</p>" for p in copy), "  </body>", "</article>", ""])
        return text, self.grid.lines(sum(len(p.split()) for p in copy)) + 2


def choose_adverts(issue, chance, grid, share):
    """Adverts over that share of the space, none on the front that is deeper than a third of it; and the columns
    and rows that they take of each page."""
    adverts, wanted = [], share * issue.pages * grid.columns * grid.rows
    taken = {folio: (0, 0) for folio in range(1, issue.pages + 1)}
    while wanted > 0 and len(adverts) < 3 * issue.pages:
        folio = chance.randint(1, issue.pages)
        if taken[folio][0]:
            continue
        columns = chance.randint(1, grid.columns)
        most = 0.3 if folio == 1 else 0.62
        rows = chance.randint(12, max(13, int(grid.rows * most)))
        taken[folio] = columns, rows
        wanted -= columns * rows
        booked = chance.random() < 0.7
        adverts.append((f"advert-{len(adverts) + 1}", columns, rows * grid.row - 4,
                        folio if booked or folio == 1 else 0,
                        chance.choice(("foot", "foot-left", "foot-right", "head-right"))
                        if folio > 1 else chance.choice(("foot-left", "foot-right"))))
        if all(columns for columns, _ in taken.values()):
            break
    return adverts, taken


def most_words(layout, taken):
    """Of a story in an issue whose adverts take so much of its pages."""
    grid = GRIDS[layout]
    depth = grid.rows - NOMINAL[layout]["inside"]
    left = sorted(max(grid.columns * (depth - rows), (grid.columns - columns) * depth)
                  for folio, (columns, rows) in taken.items() if folio > 1)
    return min(MOST_WORDS, int(grid.words(sum(left[-2:]) * MOST_OF_TWO_PAGES)))


def draw_genre(chance, number, words, figures):
    """The genre of a story, or none: then it is news of the section that it has."""
    if number == 1 or words < 200:
        return ""
    if figures and words >= FEATURE_WORDS and chance.random() < FEATURE_CHANCE:
        return "feature"
    genre = chance.choices(list(GENRE_WEIGHTS), list(GENRE_WEIGHTS.values()))[0]
    return "" if genre == "news" else genre


def fill_bank(issue, grid, writer, fillers, house):
    """What stands only in holes."""
    for number in range(1, fillers + 1):
        issue.articles[f"filler-{number}"] = writer.filler(f"filler-{number}")
    for number in range(1, house + 1):
        issue.house.append((f"house-{number}", writer.chance.randint(1, min(3, grid.columns)),
                            writer.chance.randint(*HOUSE_ROWS) * grid.row - 4, 0, "foot"))


def make(out, seed, layout=None, pages=None, fill=None, share=None, fillers=0, house=0, genres=False):
    chance = random.Random(seed)
    drawn_layout = chance.choice(sorted(GRIDS))
    layout = layout or drawn_layout
    grid = GRIDS[layout]
    drawn_pages, drawn_fill = chance.choice(PAGES[layout]), chance.uniform(0.85, 1.15)
    drawn_share = chance.choice((0, 0.1, 0.2, 0.3, 0.4)) * chance.uniform(0.5, 1)
    issue = Issue(seed, layout, pages or drawn_pages, fill or drawn_fill)
    issue.adverts, taken = choose_adverts(issue, chance, grid, drawn_share if share is None else share)
    booked = sum(columns * rows for columns, rows in taken.values())
    issue.room = grid.columns * (issue.pages * (grid.rows - NOMINAL[layout]["inside"])
                                 - NOMINAL[layout]["front"] + NOMINAL[layout]["inside"]) - booked
    longest = most_words(layout, taken)
    writer = Writer(chance, layout)
    for number in range(chance.randint(4, 10)):
        text, area = writer.nib(f"nib-{number + 1}")
        issue.articles[f"nib-{number + 1}"] = text
        issue.copy += area
    genre_chance, bank = random.Random(f"{seed} genres"), Writer(random.Random(f"{seed} bank"), layout)
    if genres:
        issue.sections = tuple(dict.fromkeys(SECTIONS + tuple(GENRE_SECTIONS.values())))
        issue.articles["letters"], area = bank.letters("letters")
        issue.copy += area
    number = 0
    while True:
        number += 1
        words = chance.choices(STORY_WORDS, STORY_WEIGHTS)[0]
        words = min(int(words * chance.uniform(0.85, 1.15)), longest)
        priority = 1 if number == 1 else 5 if words < 100 else chance.choice((2, 3, 3, 3, 4, 4))
        if number == 1:
            words = chance.randint(400, 900)
        figures = 1 if number == 1 else chance.choice((0, 0, 1, 1, 2)) if words > 300 else 0
        section = SECTIONS[0] if number < 6 else chance.choice(SECTIONS)
        genre = draw_genre(genre_chance, number, words, figures) if genres else ""
        section = GENRE_SECTIONS.get(genre, section)
        text, area = writer.story(f"story-{number}", section, priority, words, figures, genre)
        if issue.copy + area / 2 > issue.room * issue.fill:
            break
        issue.articles[f"story-{number}"] = text
        issue.copy += area
    fill_bank(issue, grid, bank, fillers, house)
    return write(issue, grid, writer, Path(out))


def write_advert(folder, grid, advert, house):
    """Draws the advert; gives the element that books it."""
    name, columns, depth, page, position = advert
    wide, what = grid.width(columns), "House advert" if house else "Advertisement"
    lines = [f"{what} {name.rsplit('-', 1)[1]}", f"{columns} column" + "s" * (columns > 1)]
    (folder / "adverts" / f"{name}.pdf").write_bytes(advert_pdf(lines, round(wide, 3), round(depth, 3)))
    where = (f' page="{page}"' if page else "") + (' house="true"' if house else "")
    return (f'    <advert id="{name}" src="adverts/{name}.pdf" alt="{", ".join(lines)}" columns="{columns}" '
            f'depth="{depth:.3f}pt" position="{position}" fit="scale"{where}/>')


def write(issue, grid, writer, root):
    folder = root / f"chance-{issue.seed}"
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("articles", "articles/pictures", "adverts"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for source in writer.used:
        shutil.copyfile(source, folder / "articles" / "pictures" / source.name)
    for name, text in issue.articles.items():
        (folder / "articles" / f"{name}.xml").write_text(text, encoding="utf-8")
    adverts = [write_advert(folder, grid, advert, False) for advert in issue.adverts]
    adverts += [write_advert(folder, grid, advert, True) for advert in issue.house]
    sources = "\n".join(f'    <article src="articles/{name}.xml"/>' for name in issue.articles)
    booked = ["  <adverts>", *adverts, "  </adverts>"] if adverts else []
    (folder / "issue.xml").write_text("\n".join([
        f'<issue version="1" publicationName="By Chance" slug="chance" number="{issue.seed}"',
        f'       coverDate="2016-02-24" paper="../paper.xml" layout="{issue.layout}">',
        "  <articles>", sources, "  </articles>", *booked, f'  <flatplan pages="{issue.pages}"/>',
        "</issue>", ""]), encoding="utf-8")
    declared = "".join(f'<section id="{s}" title="{s}"/>' for s in issue.sections)
    (root / "paper.xml").write_text(
        f'<paper version="1" name="By Chance"><sections>{declared}</sections></paper>\n', encoding="utf-8")
    return folder, issue


def count_of_pages(said):
    pages = int(said)
    if not LEAST_PAGES <= pages <= MOST_PAGES:
        raise argparse.ArgumentTypeError(f"an issue has {LEAST_PAGES} to {MOST_PAGES} pages")
    return pages


def main():
    parser = argparse.ArgumentParser(description="Makes an issue by chance.")
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--layout", choices=sorted(GRIDS))
    parser.add_argument("--pages", type=count_of_pages)
    parser.add_argument("--fill", type=float)
    parser.add_argument("--fillers", type=int, default=0)
    parser.add_argument("--house", type=int, default=0)
    parser.add_argument("--genres", action="store_true")
    options = parser.parse_args()
    folder, issue = make(options.out, options.seed, options.layout, options.pages, options.fill,
                         fillers=options.fillers, house=options.house, genres=options.genres)
    print(json.dumps({"folder": str(folder), "layout": issue.layout, "pages": issue.pages,
                      "stories": len(issue.articles), "adverts": len(issue.adverts),
                      "room": round(issue.room), "copy": round(issue.copy)}))


if __name__ == "__main__":
    main()
