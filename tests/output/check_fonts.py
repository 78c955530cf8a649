#!/usr/bin/env python3
"""Every font of ours is embedded, a subset, and says its characters; none is Type 3.

    check_fonts.py OUT_DIR ISSUE_DIR

Fonts of the adverts' own PDFs, by their full names, are the advertisers' business.
"""
import sys
from pathlib import Path

from reading import run


def fonts_in(listing):
    """(name, type, embedded, subset, unicode) for each line that `pdffonts` prints below its rule."""
    fonts, below = [], False
    for line in listing.splitlines():
        if below:
            # A long name pushes the rest to the right: the columns are read from the end.
            name, *kind, embedded, subset, characters, _, _ = line.split()
            fonts.append((name, " ".join(kind), embedded == "yes", subset == "yes",
                          characters == "yes"))
        below = below or line.startswith("---")
    return fonts


def check_fonts(listing, where, foreign=frozenset()):
    problems = []
    for name, kind, embedded, subset, characters in fonts_in(listing):
        if name in foreign:
            continue
        faults = [text for bad, text in ((kind.startswith("Type 3"), "is Type 3"),
                                         (not embedded, "is not embedded"),
                                         (not subset, "is not a subset"),
                                         (not characters, "has no ToUnicode")) if bad]
        problems += [f"{where}: {name} {fault}" for fault in faults]
    return problems


def main(out, issue_folder):
    foreign = {font[0] for advert in sorted(Path(issue_folder).glob("adverts/*.pdf"))
               for font in fonts_in(run("pdffonts", advert))}
    problems = []
    for pdf in sorted(Path(out).rglob("*.pdf")):
        listing = run("pdffonts", pdf)
        if not fonts_in(listing):
            problems.append(f"{pdf.name}: has no fonts")
        problems += check_fonts(listing, pdf.name, foreign)
    return problems


if __name__ == "__main__":
    found = main(*sys.argv[1:])
    print("\n".join(found) if found else "fonts: all embedded, subset and searchable")
    sys.exit(1 if found else 0)
