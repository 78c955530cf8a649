#!/usr/bin/env python3
"""Makes a large issue to measure with: the sample paper's sentences in a new order.

    make_issue.py OUT [--seed N] [--pages N] [--words N] [--pictures N]

Writes OUT/bench/issue.xml and what belongs to it. The same arguments give the same files. The text
makes no sense; its words, sentence lengths and hyphenation are those of real copy.
"""
import argparse
import random
import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

SAMPLE = Path(__file__).resolve().parents[2] / "issues" / "courier-890"
SECTIONS = ["News", "Work", "Abroad", "Science", "Feature", "Arts", "Sport"]
SHARE_OF_NIBS = 0.06     # of all words
WORDS_OF_A_NIB = 70
WORDS_OF_A_STORY = (260, 380, 480, 620, 900)  # as a weekly has them, the short ones oftener
WEIGHTS = (5, 6, 5, 3, 2)


def sentences():
    """The sentences of the sample's paragraphs, in the order of its files."""
    found = []
    for path in sorted((SAMPLE / "articles").glob("*.xml")):
        for paragraph in ElementTree.parse(path).getroot().iter("p"):
            text = " ".join("".join(paragraph.itertext()).split())
            found += [s for s in re.split(r"(?<=[.!?]) (?=[A-Z])", text) if len(s.split()) > 3]
    return list(dict.fromkeys(found))


def count_words(xml):
    return len(re.sub(r"<[^>]*>", " ", xml).split())


def pictures():
    return sorted(p for p in (SAMPLE / "pictures").iterdir() if p.suffix in (".jpg", ".png"))


class Writer:
    """Draws copy; one for each issue, so that the draws depend on the seed alone."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.pool = sentences()

    def paragraph(self):
        return " ".join(self.random.choice(self.pool) for _ in range(self.random.randint(2, 4)))

    def phrase(self, least, most):
        """The first words of some sentence, as a headline."""
        words = self.random.choice([s for s in self.pool if len(s.split()) > most]).split()
        return " ".join(words[: self.random.randint(least, most)]).rstrip(",;:.")

    def paragraphs(self, words):
        result = []
        while sum(len(p.split()) for p in result) < words:
            result.append(self.paragraph())
        return result

    def story(self, name, section, priority, words, picture):
        parts = [f'<article version="1" id="{name}" section="{section}" priority="{priority}">',
                 f"  <kicker>{section}</kicker>",
                 f"  <headline>{escape(self.phrase(4, 7))}</headline>",
                 f'  <headline alt="short">{escape(self.phrase(2, 3))}</headline>',
                 f"  <standfirst>{escape(self.phrase(9, 14))}</standfirst>",
                 "  <byline>Bench desk</byline>"]
        if picture:
            parts += [f'  <figure src={quoteattr("../pictures/" + picture)} alt="A picture of the sample issue">',
                      f"    <caption>{escape(self.phrase(8, 12))}</caption><credit>Bench</credit>",
                      "  </figure>"]
        parts.append("  <body>")
        for number, text in enumerate(self.paragraphs(words)):
            if number and number % 5 == 0:
                parts.append(f"    <crosshead>{escape(self.phrase(2, 3))}</crosshead>")
            if number == 3 and words > 500:
                parts.append(f"    <pullquote>{escape(self.phrase(7, 10))}</pullquote>")
            parts.append(f"    <p>{escape(text)}</p>")
        parts += ["  </body>", "</article>", ""]
        return "\n".join(parts)

    def nib(self, name):
        return "\n".join([f'<article version="1" id="{name}" genre="nib" section="News" priority="5">',
                          f"  <headline>{escape(self.phrase(3, 5))}</headline>", "  <body>",
                          *(f"    <p>{escape(p)}</p>" for p in self.paragraphs(WORDS_OF_A_NIB)),
                          "  </body>", "</article>", ""])


def make(out, seed, pages, words, picture_count):
    root = Path(out)
    issue = root / "bench"
    shutil.rmtree(issue, ignore_errors=True)
    (issue / "articles").mkdir(parents=True)
    (issue / "pictures").mkdir()
    stock = pictures()
    names = []
    for number in range(picture_count):
        source = stock[number % len(stock)]
        names.append(f"{number + 1:02}{source.suffix}")
        shutil.copyfile(source, issue / "pictures" / names[-1])
    writer = Writer(seed)
    articles = {}
    nibs = int(words * SHARE_OF_NIBS / WORDS_OF_A_NIB)
    for number in range(nibs):
        articles[f"nib-{number + 1}"] = writer.nib(f"nib-{number + 1}")
    left, number = words * (1 - SHARE_OF_NIBS), 0
    while left > 0:
        number += 1
        size = writer.random.choices(WORDS_OF_A_STORY, WEIGHTS)[0]
        priority = 1 if number == 1 else writer.random.choice((2, 2, 3, 3, 3, 4))
        picture = names.pop(0) if names else None
        section = SECTIONS[number % len(SECTIONS)]
        text = writer.story(f"story-{number}", section, priority, size, picture)
        articles[f"story-{number}"] = text
        left -= count_words(text)
    for name, text in articles.items():
        (issue / "articles" / f"{name}.xml").write_text(text)
    sources = "\n".join(f'    <article src="articles/{name}.xml"/>' for name in articles)
    (issue / "issue.xml").write_text(
        f'<issue version="1" publicationName="The Bench" slug="bench" number="{seed}"\n'
        f'       coverDate="2016-02-24" paper="../paper.xml" layout="tabloid">\n'
        f'  <articles>\n{sources}\n  </articles>\n  <flatplan pages="{pages}"/>\n</issue>\n')
    declared = "".join(f'<section id="{s}" title="{s}"/>' for s in SECTIONS)
    (root / "paper.xml").write_text(
        f'<paper version="1" name="The Bench"><sections>{declared}</sections></paper>\n')
    return issue


def main():
    parser = argparse.ArgumentParser(description="Makes a large issue to measure with.")
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=16)
    parser.add_argument("--words", type=int, default=25000)
    parser.add_argument("--pictures", type=int, default=20)
    options = parser.parse_args()
    print(make(options.out, options.seed, options.pages, options.words, options.pictures))


if __name__ == "__main__":
    main()
