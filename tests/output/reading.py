"""What a reader gets out of a PDF, and where the copy stands in it."""
import bisect
import html
import re
import subprocess
import unicodedata
from dataclasses import dataclass

from issue_copy import normal


def run(*command, ok=(0,)):
    done = subprocess.run([str(c) for c in command], capture_output=True)
    if done.returncode not in ok:
        raise RuntimeError(f"{command[0]} failed: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout.decode("utf-8", errors="replace")


def page_texts(pdf):
    """The text of each page as `pdftotext -raw` gives it."""
    return run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-").split("\f")[:-1]


def turned_page_texts(pdf):
    """The same for copy that runs from the right: pdftotext puts stops and brackets beside a number on
    the wrong side of it, so the words are taken as they are seen and turned here."""
    pages = {}
    for word in words_of(pdf):
        pages.setdefault(word.page, []).append(word.text)
    return [" ".join(pages[page]) for page in sorted(pages)]


def from_right(text):
    """Whether most letters of the text are of scripts that run from the right."""
    kinds = [unicodedata.bidirectional(c) for c in text]
    return sum(k in ("R", "AL") for k in kinds) > kinds.count("L")


@dataclass
class Box:
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass
class Word:
    page: int  # from 1
    text: str
    box: Box   # from the top left corner of the trimmed page
    seen: str = ""  # its characters from left to right, where they came from a PDF


def trim_corners(pdf):
    """Per page, where the trimmed page begins from the top left corner of the page's media."""
    boxes = {}
    for line in run("pdfinfo", "-box", "-f", 1, "-l", 100000, pdf).splitlines():
        found = re.match(r"Page +(\d+) (MediaBox|TrimBox): +(.*)", line)
        if found:
            numbers = [float(n) for n in found[3].split()]
            boxes.setdefault(int(found[1]), {})[found[2]] = numbers
    return {page: (b["TrimBox"][0] - b["MediaBox"][0], b["MediaBox"][3] - b["TrimBox"][3])
            for page, b in boxes.items()}


# Arabic, Hebrew, Syriac, Thaana, N'Ko and their later blocks and presentation forms.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Within such text these still run from the left: letters of other scripts, and figures.
_LEFT_TO_RIGHT = re.compile("[^\\W\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+"
                            "(?:[.,:/\u2013-](?=\\w)[0-9\u0660-\u0669\u06f0-\u06f9]+)*")


def as_read(seen):
    """A word as it is read, from its characters as they are seen from left to right (UAX #9, L2)."""
    if not _RIGHT_TO_LEFT.search(seen):
        return seen
    if "\u200e" in seen:  # where the word goes on from the left
        return "".join(map(as_read, seen.split("\u200e")))
    return _LEFT_TO_RIGHT.sub(lambda run: run[0][::-1], seen[::-1])


def words_of(pdf):
    """The words of the PDF with their boxes, in the order of `pdftotext -raw`.
    With boxes pdftotext leaves words that run from the right as they are seen: they are turned."""
    corners = trim_corners(pdf)
    words, page = [], 0
    pattern = re.compile(r'<page |<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<')
    for found in pattern.finditer(run("pdftotext", "-raw", "-bbox", "-enc", "UTF-8", pdf, "-")):
        if found[1] is None:
            page += 1
            continue
        x, y = corners[page]
        numbers = [float(n) for n in found.groups()[:4]]
        seen = html.unescape(found[5])
        words.append(Word(page, as_read(seen), Box(numbers[0] - x, numbers[1] - y,
                                                   numbers[2] - x, numbers[3] - y), seen))
    return words


def joined_pages(pages):
    """The pages as one text, "\f" between them, without the hyphens that setting put in: those come
    out as U+00AD at the end of a line, in a complex script after a space of pdftotext's guessing. One
    that ends a page's copy stays."""
    def closed(found):
        return found[1] if is_complex(found[1]) else found[0]
    pages = [re.sub("(\\S) (?=\u00ad)", closed, page) for page in pages]
    return normal(" \f ".join(re.sub("\u00ad\\s+(?=\\S)", "", page) for page in pages))


# A line may end here without a space or a hyphen of ours.
# And where a page ends, a few lines of its foot may come first.
_PAGE_END = r"(?:[^\f\ue000]{1,300}?\f\s+)?"
_AFTER, _BEFORE = "-\u2010\u2013\u2014/@", "./?#=&"


def is_complex(c):
    """Of a script whose words pdftotext gets as a whole: it guesses a space before the next point."""
    return unicodedata.name(c, "").split(" ")[0] in (
        "ARABIC", "BENGALI", "DEVANAGARI", "GUJARATI", "GURMUKHI", "HEBREW", "KANNADA", "MALAYALAM",
        "SINHALA", "TAMIL", "TELUGU", "THAANA")


def is_mark(c):
    return unicodedata.category(c).startswith("M")


def way_of(c):
    """From the right, from the left, or as its neighbours."""
    kind = unicodedata.bidirectional(c)
    if kind in ("R", "AL", "NSM"):
        return "right"
    return "left" if c.isalnum() else "neither"


def pattern_of(text):
    """Matches the text with its spaces as any white space, and breaks after the copy's own hyphens
    and inside addresses. No other hyphen and no other space is let through."""
    text = normal(text).replace("\u00ad", "")
    out = []
    turned = any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)
    for i, c in enumerate(text):
        if c == " ":
            out.append(r"\s+" + _PAGE_END)
            continue
        before = text[i - 1] if i else " "
        after = text[i + 1] if i + 1 < len(text) else " "
        inside = before != " "
        if inside and is_complex(before) and not c.isalnum() and c.isascii():
            out.append(r"\s?")
        if inside and turned and not is_mark(c) and way_of(before) != way_of(c):
            out.append(r"\s?")  # the pen goes back here, and pdftotext begins a word
        if inside and (before in _AFTER or (c in _BEFORE and after != " ")):
            out.append(r"\s?")
        out.append(re.escape(c))
    return "".join(out)


def whole_words(text):
    """The pattern, where no letter or figure joins its ends."""
    first, last = normal(text)[:1], normal(text)[-1:]
    return ((r"(?<!\w)" if first.isalnum() else "") + pattern_of(text) +
            (r"(?!\w)" if last.isalnum() else ""))


class Taken:
    """Text of which stretches are taken, each once."""

    USED = "\ue000"  # a private character, in no copy

    def __init__(self, text):
        self.text = text

    def find(self, wanted, start=0):
        return re.compile(whole_words(wanted)).search(self.text, start)

    def take(self, match):
        self.text = (self.text[:match.start()] + self.USED * (match.end() - match.start()) +
                     self.text[match.end():])

    def left(self):
        return self.text.replace(self.USED, " ").split()


def stands_in(rect_pt, word):
    """Whether the word's middle is in x, y, width, height."""
    x, y, width, height = rect_pt
    across, down = (word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2
    return x <= across <= x + width and y <= down <= y + height


class PlacedText(Taken):
    """The words of some pages as one text, with the way back from characters to words."""

    def __init__(self, words):
        self.words, self.starts, parts, length = [], [], [], 0
        for word in words:
            text = normal(word.text)
            if text == "\u00ad" and parts and is_complex(parts[-1][-2:-1] or " "):
                parts[-1], length = parts[-1][:-1], length - 1
            piece = text[:-1] if text.endswith("\u00ad") else text + " "
            self.words.append(word)
            self.starts.append(length)
            parts.append(piece)
            length += len(piece)
        super().__init__("".join(parts))

    def words_in(self, match):
        """The words that the match touches."""
        first = bisect.bisect_right(self.starts, match.start()) - 1
        last = bisect.bisect_left(self.starts, match.end())
        return self.words[first:last]
