"""The plan and the report of an edition, as the checks read them."""
import json
from pathlib import Path


def read_plan(out, stem):
    return json.loads((Path(out) / f"{stem}-plan.json").read_text(encoding="utf-8"))


def read_report(out, stem):
    return json.loads((Path(out) / f"{stem}-report.json").read_text(encoding="utf-8"))


def leaves(plan):
    """(folio, leaf) for each rectangle of each page."""
    return [(page["folio"], leaf) for page in plan["pages"] for leaf in page["leaves"]]


def placed_articles(plan):
    """Article id -> the pages that it stands on."""
    places = {}
    for folio, leaf in leaves(plan):
        for id in leaf["articles"]:
            places.setdefault(id, set()).add(folio)
    return places
