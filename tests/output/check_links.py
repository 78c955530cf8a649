#!/usr/bin/env python3
"""Jump lines tell the truth both ways, and links lead where their words say.

    check_links.py OUT_DIR ISSUE_DIR

A story that goes on says where, in its own rectangle; there it says whence. In the screen PDF the line
is a link to that page, a link that names a page leads there, and every bookmark leads somewhere. The
EPUB's page list has the pages of the print edition, each once and in order.
"""
import json
import re
import sys
import zipfile
from pathlib import Path

from issue_copy import normal, read_issue
from plan import leaves, read_plan
from reading import Box, run, words_of

# Jump lines in the languages that the program has words for.
ON = r"Continued on page {}|Fortsetzung auf Seite {}|Suite page {}|Continúa en la página {}"
FROM = r"From page {}|Von Seite {}|Suite de la page {}|Viene de la página {}"
PAGE = re.compile(r"\b(?:[Pp]age|Seite|[Pp]ágina) (\d+)\b")


def words_inside(words, page, box, margin=1.0):
    """The words of the page whose middle lies in the box, as one text."""
    found = []
    for word in words:
        x, y = (word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2
        if (word.page == page and box.x0 - margin <= x <= box.x1 + margin and
                box.y0 - margin <= y <= box.y1 + margin):
            found.append(word.text)
    return normal(" ".join(found))


def box_of(leaf):
    x, y, width, height = leaf["rect_pt"]
    return Box(x, y, x + width, y + height)


def says(words, folio, leaf, line, page):
    return re.search(f"(?:{line.replace('{}', str(page))})(?!\\d)",
                     words_inside(words, folio, box_of(leaf)))


def check_jumps(plan, words):
    problems = []
    for folio, leaf in leaves(plan):
        story = "+".join(leaf["articles"])
        for key, line, back in (("continuedOn", ON, "continuedFrom"),
                                ("continuedFrom", FROM, "continuedOn")):
            other = leaf.get(key, 0)
            if not other:
                continue
            if not says(words, folio, leaf, line, other):
                problems.append(f"page {folio}: {story} has no line for page {other}")
            if not any(f == other and set(part["articles"]) & set(leaf["articles"]) and
                       part.get(back, 0) == folio for f, part in leaves(plan)):
                problems.append(f"page {folio}: {story} names page {other}, which does not name it")
    return problems


def destinations(pdf):
    """Named destination -> page."""
    pattern = re.compile(r'^ *(\d+) \[.*\] "(.*)"$')
    found = (pattern.match(line) for line in run("pdfinfo", "-dests", pdf).splitlines())
    return {m[2]: int(m[1]) for m in found if m}


def links_of(pdf):
    """(page, box from the top left corner, named destination) of each inner link."""
    document = json.loads(run("qpdf", "--json=2", "--json-key=qpdf", "--json-key=pages", pdf, ok=(0, 3)))
    objects = document["qpdf"][1]

    def value(item):
        while isinstance(item, str) and re.fullmatch(r"\d+ \d+ R", item):
            item = objects[f"obj:{item}"].get("value")
        return item

    links = []
    for number, entry in enumerate(document["pages"], 1):
        page = value(entry["object"])
        media = value(page["/MediaBox"])
        trim = value(page.get("/TrimBox", media))
        for annotation in map(value, value(page.get("/Annots", []))):
            if annotation.get("/Subtype") != "/Link" or "/Dest" not in annotation:
                continue
            x0, y0, x1, y1 = annotation["/Rect"]
            box = Box(x0 - trim[0], trim[3] - y1, x1 - trim[0], trim[3] - y0)
            links.append((number, box, str(annotation["/Dest"]).removeprefix("u:")))
    return links


def check_screen(plan, links, places, words):
    problems = []
    for page, box, name in links:
        if name not in places:
            problems.append(f"screen, page {page}: a link to \"{name}\", which is nowhere")
            continue
        for told in PAGE.findall(words_inside(words, page, box)):
            if int(told) != places[name]:
                problems.append(f"screen, page {page}: a link says page {told} and leads to page "
                                f"{places[name]}")
    for folio, leaf in leaves(plan):
        other, area = leaf.get("continuedOn", 0), box_of(leaf)
        if other and not any(page == folio and places.get(name) == other and
                             area.x0 - 1 <= box.x0 and box.x1 <= area.x1 + 1 and
                             area.y0 - 1 <= box.y0 and box.y1 <= area.y1 + 1
                             for page, box, name in links):
            problems.append(f"screen, page {folio}: {'+'.join(leaf['articles'])} has no link to "
                            f"page {other}")
    return problems


def check_bookmarks(outlines, where):
    problems = []
    for item in outlines:
        if not item.get("destpageposfrom1"):
            problems.append(f"{where}: the bookmark \"{item.get('title')}\" leads nowhere")
        problems += check_bookmarks(item.get("kids", []), where)
    return problems


def check_page_list(epub, pages):
    with zipfile.ZipFile(epub) as package:
        nav = package.read("EPUB/nav.xhtml").decode()
    found = re.search(r'<nav epub:type="page-list".*?</nav>', nav, re.DOTALL)
    numbers = re.findall(r"<a [^>]*>(\d+)</a>", found[0]) if found else []
    if numbers == [str(n) for n in range(1, pages + 1)]:
        return []
    return [f"EPUB: {pages} pages, and the page list has {', '.join(numbers) or 'none'}"]


def main(out, issue_folder):
    issue = read_issue(issue_folder)
    stem = f"{issue.slug}-{issue.number}"
    out, plan = Path(out), read_plan(out, stem)
    screen = out / f"{stem}-screen.pdf"
    problems = check_jumps(plan, words_of(out / f"{stem}-print.pdf"))
    problems += check_screen(plan, links_of(screen), destinations(screen), words_of(screen))
    outlines = json.loads(run("qpdf", "--json=2", "--json-key=outlines", screen, ok=(0, 3)))["outlines"]
    problems += check_bookmarks(outlines, "screen") if outlines else ["screen: no bookmarks"]
    return problems + check_page_list(out / f"{stem}.epub", len(plan["pages"]))


if __name__ == "__main__":
    found = main(*sys.argv[1:])
    print("\n".join(found) if found else "links: all true")
    sys.exit(1 if found else 0)
