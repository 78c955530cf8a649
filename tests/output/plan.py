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


def lifted_quotes(plan):
    """(folio, leaf, its quote) for each sentence that is set again as a pull quote."""
    return [(folio, leaf, leaf["lifted"]) for folio, leaf in leaves(plan) if "lifted" in leaf]


def corner_units(leaf):
    """(x, y, w, h) of the corner that a dog-leg leaves to an advert, in columns and rows; None: it is none."""
    corner = leaf.get("variant", {}).get("corner")
    if not corner:
        return None
    w, h = corner["columns"], corner["rows"]
    x = leaf["x"] if corner["at"] == "footLeft" else leaf["x"] + leaf["w"] - w
    return x, leaf["y"] if corner["at"] == "head" else leaf["y"] + leaf["h"] - h, w, h


def place_of_units(x, y, w, h, grid):
    """Columns and rows as points: x0, y0, x1, y1."""
    step = grid["column_pt"] + grid["gutter_pt"]
    way = -1 if grid.get("from") == "right" else 1
    sides = (grid["origin_x_pt"] + way * x * step,
             grid["origin_x_pt"] + way * ((x + w) * step - grid["gutter_pt"]))
    top = grid["origin_y_pt"] + y * grid["row_pt"]
    return min(sides), top, max(sides), top + h * grid["row_pt"]


def corner_of(leaf, grid):
    """The same corner in points; None: it is none."""
    units = corner_units(leaf)
    return units and place_of_units(*units, grid)
