#!/usr/bin/env python3
"""Every word of every article is in its handout, in the print PDF and, once, in the EPUB.

    check_text.py OUT_DIR ISSUE_DIR

Handouts: each text of the copy stands there in one piece, and the texts in the order of the copy; only
a pull quote that repeats the copy may be missing. What is added are the lines that name the paper and
the issue, folios, the notes with links, the article's rights, contacts, and the heads of tables that go
over a break. Captions and footnotes may stand elsewhere.
Print: each text stands there in one piece, or in pieces of whole words where a page or leg ends; one
of the two forms of the headline may be unused. A lifted quote says what stands in its article, and what
the plan has it say.
EPUB: as a handout, and no text twice.
Hyphens that setting put in come out as U+00AD; the copy's come out as they are: neither is let through
for the other.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

from issue_copy import FLOATING, normal, read_issue
from plan import lifted_quotes, read_plan
from print_copy import placed, take_article
from reading import (PlacedText, Taken, from_right, joined_pages, page_texts, stands_in, turned_page_texts,
                     words_of)

# What the program itself says around the copy, in the languages that it has words for.
LABELS = """
From issue Issue Page page Continued on Notes This article stands at Correction Corrections to
Previously See also part Part Solution
Aus Nr Seite Fortsetzung auf Von Anmerkungen Dieser Artikel steht unter Berichtigung Berichtigungen zu
Bereits erschienen Siehe auch Teil Lösung Ausgabe Nummer Related Series
Words Pictures Drawings Research Translation Text Bilder Zeichnungen Recherche Übersetzung
"""
MONTHS = """
January February March April May June July August September October November December
Januar Februar März April Mai Juni Juli August September Oktober November Dezember
Monday Tuesday Wednesday Thursday Friday Saturday Sunday
Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag
"""


def bare_words(text):
    return re.findall(r"\w+", text.casefold())


def words_of_copy(text):
    """The words of a text as they are read: a soft hyphen of the copy is no part of its word."""
    return bare_words(text.replace("\u00ad", ""))


def words_with_pieces(text):
    """The words of a text, and what is left of them where the direction changes within one."""
    pieces = re.findall("[^\\W\u0660-\u0669\u06f0-\u06f9\\d]+|\\d+", text.casefold())
    return words_of_copy(text) + pieces


def allowed_words(issue, article):
    """The words that an edition may add to an article's own."""
    headlines = {a.id: a.headline for a in issue.articles}
    named = [headlines.get(t.rsplit("/", 1)[-1], "") for t in article.targets]
    texts = [LABELS, MONTHS, issue.paper_words, *issue.facts.values(), *headlines.values(),
             article.id, article.rights, *article.links, *article.targets, *named, *map(str, range(0, 100))]
    return {word for text in texts for word in words_of_copy(text)}


def foreign(words, allowed):
    return [w for w in words if any(part not in allowed for part in bare_words(w))]


def unexplained(text, allowed, repeating):
    """The words of a stretch between texts that nothing accounts for."""
    between = Taken(text)
    for quote in repeating:
        found = between.find(quote.text)
        if found:
            between.take(found)
    return foreign(between.left(), allowed)


def check_in_order(leaves, text, allowed, where, heads=()):
    """Each text in one piece and, but for the floating ones, in order; nothing else that is not allowed.
    `heads` of tables may be said again between two of their cells."""
    problems, taken = [], Taken(text)
    repeating = [leaf for leaf in leaves if leaf.repeats] + list(heads)
    floating = [leaf for leaf in leaves if leaf.role in FLOATING]
    for leaf in sorted(floating, key=lambda leaf: -len(leaf.text)):
        found = taken.find(leaf.text)
        if found:
            taken.take(found)
        else:
            problems.append(f"{where}: no {leaf.role} \"{leaf.text[:60]}\"")
    cursor = 0
    for leaf in leaves:
        if leaf.role in FLOATING or leaf.repeats:
            continue
        what = f"{leaf.role} \"{leaf.text[:60]}\""
        found = taken.find(leaf.text, cursor)
        if found:
            added = unexplained(taken.text[cursor:found.start()], allowed, repeating)
            if added:
                problems.append(f"{where}: before the {what} stands \"{' '.join(added)[:60]}\"")
            cursor = found.end()
        else:
            found = taken.find(leaf.text)
            problems.append(f"{where}: {'out of order' if found else 'not in one piece'}, the {what}")
        if found:
            added = foreign(found[0].split(), allowed | set(words_with_pieces(leaf.text)))
            if added:
                problems.append(f"{where}: in the {what} stands \"{' '.join(added)[:60]}\"")
            taken.take(found)
    rest = unexplained(taken.text[cursor:], allowed, repeating)
    if rest:
        problems.append(f"{where}: not of the article: \"{' '.join(rest)[:80]}\"")
    return problems


def wanted(article, output):
    return [leaf for leaf in article.leaves_in(output) if leaf.role != "short headline"]


def check_handout(issue, article, pdf):
    if not pdf.exists():
        return [f"{pdf.name}: there is no such handout"]
    allowed = allowed_words(issue, article)
    turned = from_right(" ".join(leaf.text for leaf in article.leaves))
    pages = turned_page_texts(pdf) if turned else page_texts(pdf)
    return check_in_order(wanted(article, "handout"), joined_pages(pages), allowed, pdf.name,
                          article.heads)


def check_lifted_quotes(issue, plan, words):
    problems = []
    for folio, leaf, quote in lifted_quotes(plan):
        id = leaf["articles"][0]
        shown = PlacedText([w for w in words if w.page == folio and stands_in(quote["rect_pt"], w)])
        if not shown.find(normal(quote["words"])):
            problems.append(f"print, {id}: the quote on page {folio} is not \"{quote['words'][:60]}\"")
        if not any(normal(quote["words"]) in leaf.text for leaf in issue.article(id).leaves):
            problems.append(f"print, {id}: does not say \"{quote['words'][:60]}\"")
    return problems


def check_print(issue, plan, words):
    problems = [f"print, {o['article']}: overset, {o['reason']}" for o in plan["overset"]
                if issue.article(o["article"]).genre != "filler"]
    for article, _, text in placed(issue, plan, words):
        if text is None:
            problems.append(f"print, {article.id}: on no page of the plan")
            continue
        missing = take_article(article, text)
        problems += [f"print, {article.id}: no {leaf.role} \"{leaf.text[:60]}\"" for leaf in missing]
    return problems + check_lifted_quotes(issue, plan, words)


def document_text(xhtml):
    """The words of an XHTML document, blocks apart, notes and marks as they are read."""
    name = "{http://www.w3.org/1999/xhtml}"
    inline = {name + n for n in ("a", "abbr", "em", "span", "strong", "sub", "sup", "time")}
    parts = []

    def walk(element):
        block = element.tag not in inline
        parts.append(" " if block else "")
        parts.append(element.text or "")
        for child in element:
            walk(child)
            parts.append(child.tail or "")
        parts.append(" " if block else "")

    walk(ElementTree.fromstring(xhtml).find(name + "body"))
    return normal("".join(parts)).replace("\u00ad", "")


def check_epub(issue, epub):
    problems = []
    with zipfile.ZipFile(epub) as package:
        names = package.namelist()
        for article in issue.articles:
            if "epub" not in article.outputs:
                continue
            own = [n for n in names if n.endswith(f"/article-{article.id}.xhtml")]
            if len(own) != 1:
                problems.append(f"EPUB: {len(own)} documents for {article.id}")
                continue
            problems += check_in_order(wanted(article, "epub"), document_text(package.read(own[0])),
                                       allowed_words(issue, article), f"EPUB, {article.id}")
    return problems


def main(out, issue_folder):
    out = Path(out)
    issue = read_issue(issue_folder)
    stem = f"{issue.slug}-{issue.number}"
    problems = []
    for article in issue.articles:
        if "handout" in article.outputs:
            problems += check_handout(issue, article, out / "handouts" / f"{stem}-{article.id}.pdf")
    problems += check_print(issue, read_plan(out, stem), words_of(out / f"{stem}-print.pdf"))
    problems += check_epub(issue, out / f"{stem}.epub")
    return problems


if __name__ == "__main__":
    found = main(*sys.argv[1:])
    print("\n".join(found) if found else "text: all there")
    sys.exit(1 if found else 0)
