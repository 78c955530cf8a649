"""The lines of an article's copy in print, read back from the words of the PDF alone."""
from dataclasses import dataclass, field

from plan import leaves
from print_copy import CUT, placed, take_in_pieces, take_whole
from reading import Box, PlacedText

RUNNING = CUT + ("previously",)  # roles of running copy
_HYPHENS = "-\u2010"


@dataclass
class PrintLine:
    leaf: object     # of the copy
    page: int
    words: list = field(default_factory=list)

    @property
    def box(self):
        boxes = [w.box for w in self.words]
        return Box(min(b.x0 for b in boxes), min(b.y0 for b in boxes),
                   max(b.x1 for b in boxes), max(b.y1 for b in boxes))

    @property
    def middle(self):
        """Height of the line on the page, that of its median word: superiors do not move it."""
        heights = sorted((w.box.y0 + w.box.y1) / 2 for w in self.words)
        return heights[len(heights) // 2]

    @property
    def hyphenated(self):
        """Ends in a hyphen that setting put in."""
        return self.words[-1].text.endswith("\u00ad")

    @property
    def ends_on_hyphen(self):
        return self.hyphenated or self.words[-1].text[-1:] in _HYPHENS

    @property
    def text(self):
        return " ".join(w.text for w in self.words)


def lines_of_leaf(leaf, words):
    """The words of a leaf, in the order of the copy, as lines: one ends where the next word stands
    half its height higher or lower, or on another page."""
    lines = []
    for word in words:
        middle, height = (word.box.y0 + word.box.y1) / 2, word.box.y1 - word.box.y0
        last = lines[-1] if lines else None
        if (last is None or last.page != word.page or
                abs(middle - last.middle) > 0.5 * max(height, last.box.y1 - last.box.y0)):
            lines.append(PrintLine(leaf, word.page))
        lines[-1].words.append(word)
    return lines


def _rectangles(plan):
    boxes = {}
    for folio, leaf in leaves(plan):
        x, y, width, height = leaf["rect_pt"]
        for id in leaf["articles"]:
            boxes.setdefault((id, folio), []).append(Box(x, y, x + width, y + height))
    return boxes


def _holds(box, word, margin=2.0):
    x, y = (word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2
    return (box.x0 - margin <= x <= box.x1 + margin and box.y0 - margin <= y <= box.y1 + margin)


def find_leaves(article, text):
    """Index of each leaf that the text has -> its matches. What stands in one piece goes first, so that
    no piece is taken out of another's middle; quotes that say the copy's words again go last."""
    found = {}
    order = sorted(range(len(article.leaves)), key=lambda i: -len(article.leaves[i].text))
    quotes = [i for i in order if article.leaves[i].repeats]
    copy = [i for i in order if i not in quotes]
    for take, wanted in ((take_whole, copy), (take_in_pieces, copy), (take_whole, quotes)):
        for i in wanted:
            leaf = article.leaves[i]
            if i in found or (take is take_in_pieces and leaf.role not in RUNNING):
                continue
            matches = take(text, leaf.text)
            if matches:
                found[i] = matches
    return found


def print_lines(issue, plan, words):
    """(article, its lines in the order of the copy, the leaves that were not found) for each article of
    the print edition. Only words inside the article's rectangles are read."""
    boxes = _rectangles(plan)
    for article, pages, text in placed(issue, plan, words):
        if text is None:
            continue
        own = PlacedText([w for w in text.words
                          if any(_holds(box, w) for box in boxes[article.id, w.page])])
        found = find_leaves(article, own)
        missing = [leaf for i, leaf in enumerate(article.leaves)
                   if i not in found and "print" in leaf.outputs]
        lines = []
        for i in sorted(found):
            taken = [w for match in found[i] for w in own.words_in(match)]
            lines += lines_of_leaf(article.leaves[i], taken)
        yield article, lines, missing
