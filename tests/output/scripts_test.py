#!/usr/bin/env python3
"""Copy in every script comes back out of the PDF as it was written: the issue of many scripts, and the
same articles in a paper that is itself read from the right.

    scripts_test.py FORME [OUT]

Two readings. In the order of the content (`pdftotext -raw`; words that run from the right are turned
here, see `reading.as_read`) every text of the copy stands in the handout and in the print edition in
one piece: check_text.py. And plain `pdftotext`, which turns whole lines itself: of a handout every
text is there letter for letter, once its direction marks are taken out.
What pdftotext gets wrong, and is let through:
  in the raw order it turns each word alone, and a stop, comma or bracket beside a number or a Latin word
  comes out on its other side; a page with more Latin than Arabic words has its Arabic lines in pieces
  from the left;
  plain, it takes the left of two columns first, so the order of texts is not looked at there; and where
  lines stand two rows apart, in Nastaliq, it takes each for a block and those of two legs in turn. There
  a text may come in whole lines, each letter for letter and once; check_text.py holds their order.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import check_grid
import check_places
import check_text
from issue_copy import normal, read_issue
from reading import joined_pages, run

ROOT = Path(__file__).resolve().parents[1] / "scripts"
PAPER = """<?xml version="1.0" encoding="UTF-8"?>
<paper version="1" xml:lang="{language}" name="{name}">
  <masthead><title>{name}</title></masthead><ears/>
  <imprint><p>{name}</p></imprint><contacts/><calls/><sections/><people/>
</paper>
"""
# What an edition adds in the languages of the papers below.
WORDS = {"ur": "از شمارہ فروری یہ مضمون یہاں ہے", "ar": "من العدد فبراير هذا المقال منشور في ٢٤ ٢٠١٦",
         "he": "מתוך גיליון בפברואר המאמר נמצא בכתובת"}


def paper_from_right(folder, language, name):
    """The issue of many scripts as one of a paper in `language`."""
    issue = Path(folder) / f"{language}-1"
    articles = issue / "articles"
    articles.mkdir(parents=True)
    for source in (ROOT / "many-scripts" / "articles").iterdir():
        (articles / source.name).write_bytes(source.read_bytes())
    text = (ROOT / "many-scripts" / "issue.xml").read_text(encoding="utf-8")
    text = re.sub('xml:lang="en-GB" publicationName="[^"]*" slug="[^"]*"',
                  f'xml:lang="{language}" publicationName="{name}" slug="{language}" '
                  'paper="../paper.xml"', text)
    (issue / "issue.xml").write_text(text, encoding="utf-8")
    (Path(folder) / "paper.xml").write_text(PAPER.format(language=language, name=name),
                                            encoding="utf-8")
    return issue


def plain(pdf):
    """The text, and its lines."""
    text = run("pdftotext", "-enc", "UTF-8", pdf, "-")
    pages = text.split("\f")[:-1]
    return joined_pages(normal(page) for page in pages), [normal(line) for line in text.splitlines()]


def in_whole_lines(wanted, lines):
    """Whether some of the lines, each once, make up the text."""
    if not wanted:
        return True
    for i, line in enumerate(lines):
        if line and (wanted == line or wanted.startswith(line + " ")):
            if in_whole_lines(wanted[len(line) + 1:], lines[:i] + lines[i + 1:]):
                return True
    return False


def check_plain(issue, out):
    """Of each article's handout, the texts that plain pdftotext does not give letter for letter."""
    problems, rows = [], []
    for article in issue.articles:
        text, lines = plain(out / "handouts" / f"{issue.slug}-{issue.number}-{article.id}.pdf")
        wanted = [normal(leaf.text) for leaf in article.leaves if leaf.role != "short headline"]
        lost = [leaf for leaf in wanted if leaf.replace("\u00ad", "") not in text and
                not (article.language == "ur" and in_whole_lines(leaf, lines))]
        rows.append(f"{article.language:6} {article.id:12} {len(wanted) - len(lost)} of {len(wanted)} texts")
        problems += [f"{article.id}: pdftotext has no \"{leaf[:60]}\"" for leaf in lost]
    return problems, rows


def check(forme, issue_folder, out):
    done = subprocess.run([forme, "build", issue_folder, "-o", out], capture_output=True, text=True)
    if done.returncode not in (0, 3):
        return [f"exit status {done.returncode}: {done.stderr}"]
    problems = [line for line in done.stderr.splitlines() if "No font has" in line]
    issue = read_issue(issue_folder)
    check_text.LABELS += " " + WORDS.get(issue.language, "")
    problems += check_text.main(out, issue_folder)
    problems += check_places.main(out, issue_folder) + check_grid.main(out, issue_folder)
    lost, rows = check_plain(issue, Path(out))
    print("\n".join(f"{issue.slug}: {row}" for row in rows))
    return problems + lost


def main(forme, out):
    problems = check(forme, ROOT / "many-scripts", f"{out}/scripts-1")
    for language, name in (("ur", "چھاپہ خانہ"), ("ar", "المطبعة"), ("he", "בית הדפוס")):
        issue = paper_from_right(f"{out}/papers/{language}", language, name)
        problems += [f"{language}: {p}" for p in check(forme, issue, f"{out}/{language}-1")]
    return problems


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        found = main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else folder)
    print("\n".join(found) if found else "scripts: all as written")
    sys.exit(1 if found else 0)
