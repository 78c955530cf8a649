"""Reads a column of set paragraphs back out of a PDF and measures how it is set.

The one reader for ours and for others: it knows the copy, the font file, the size and the measure, and
sees nothing but the word boxes of `pdftotext -bbox-layout`.
"""
import html
import re
import statistics
import subprocess
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property

LOOSE, TIGHT = 1.5, 0.8  # times the font's own space
LEAST_WORDS, LEAST_APART = 4, 1e-3  # of a line whose tracking and scaling are told apart
HYPHENS = "-\u2010\u00ad"
SHORT_LAST_EMS = 2
# What may hang past an edge is a sign's own width at the most, else a sliver of a letter.
HANGING, SLIVER_EMS, ROUNDING = "-\u2010\u00ad.,;:!?'\"\u2018\u2019\u201c\u201d\u201e\u201a\u2013\u2014()\u00ab\u00bb\u2026", 0.1, 0.05


def run(*command, feed=None):
    done = subprocess.run([str(c) for c in command], capture_output=True, input=feed)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout.decode("utf-8")


@dataclass
class Word:
    text: str
    x0: float
    x1: float


@dataclass
class Line:
    words: list
    last: bool = False          # of its paragraph
    first: bool = False
    hyphen: bool = False        # ends in a hyphen
    space: float = 0.0          # word space, times the font's own; 0 without one
    spaces: list = field(default_factory=list)
    letters: float = 0.0        # width of its words, times their natural width, less 1
    tracking: float = None      # 1/1000 em; nothing where it cannot be told from scaling
    scale: float = None         # 1/1000 of the glyphs' width


class Font:
    """Natural widths, as HarfBuzz shapes them."""

    def __init__(self, file, size):
        self.file, self.size, self.widths = file, size, {}

    def learn(self, words):
        new = sorted({w for w in words if w not in self.widths})
        if not new:
            return
        shaped = run("hb-shape", "--no-glyph-names", "--no-clusters", "--features=kern,liga,lnum",
                     "--text-file=-", self.file, feed="\n".join(new).encode()).splitlines()
        units = self.units_per_em()
        for word, glyphs in zip(new, shaped, strict=True):
            parts = glyphs.strip("[]").split("|")
            width = sum(int(p.rsplit("+", 1)[1].split(",")[0].split("<")[0]) for p in parts)
            self.widths[word] = (width * self.size / units, len(parts))

    def units_per_em(self):
        with open(self.file, "rb") as file:
            data = file.read()
        for i in range(int.from_bytes(data[4:6], "big")):
            record = data[12 + 16 * i:28 + 16 * i]
            if record[:4] == b"head":
                at = int.from_bytes(record[8:12], "big")
                return int.from_bytes(data[at + 18:at + 20], "big")
        raise RuntimeError(f"{self.file} has no head table")


def lines_of(pdf):
    """The words of each line, by the height that they stand at, whatever blocks the reader sees."""
    lines, rows = [], {}
    pattern = re.compile(r'<page |<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<')
    for found in pattern.finditer(run("pdftotext", "-bbox-layout", "-enc", "UTF-8", pdf, "-") + "<page "):
        if found[1] is None:
            lines += [Line(sorted(rows[y], key=lambda w: w.x0)) for y in sorted(rows)]
            rows = {}
            continue
        x0, y0, x1, _ = (float(n) for n in found.groups()[:4])
        text = html.unescape(found[5]).replace("\u00ad", "\u2010")
        text = "".join(unicodedata.normalize("NFKC", c) if "\ufb00" <= c <= "\ufb06" else c for c in text)
        row = next((y for y in rows if abs(y - y0) < 1.5), y0)
        rows.setdefault(row, []).append(Word(text, x0, x1))
    return lines


def letters_of(text):
    return re.sub(r"[\W_]", "", text)


class Column:
    """One set column. REQUIRES: the PDF holds the paragraphs, all of them, in order."""

    def __init__(self, pdf, paragraphs, font, measure):
        self.font, self.measure = font, measure
        self.lines = lines_of(pdf)
        font.learn([w.text for line in self.lines for w in line.words] + ["x x", "xx"])
        self.space = font.widths["x x"][0] - font.widths["xx"][0]
        self.find_paragraphs(paragraphs)
        self.left = statistics.median(min(w.x0 for w in line.words) for line in self.lines)
        for line in self.lines:
            self.measure_line(line)

    def find_paragraphs(self, paragraphs):
        at = 0
        for paragraph in paragraphs:
            wanted, got = letters_of(paragraph), ""
            self.lines[at].first = True
            while len(got) < len(wanted):
                got += letters_of("".join(w.text for w in self.lines[at].words))
                at += 1
            if got != wanted:
                raise RuntimeError(f"reads {got[:60]!r}… for {wanted[:60]!r}…")
            self.lines[at - 1].last = True
        if at != len(self.lines):
            raise RuntimeError(f"{len(self.lines) - at} lines too many")

    def measure_line(self, line):
        words = line.words
        line.hyphen = not line.last and words[-1].text[-1] in HYPHENS
        line.spaces = [(b.x0 - a.x1) / self.space for a, b in zip(words, words[1:])]
        if line.spaces:
            line.space = statistics.fmean(line.spaces)
        natural = [self.font.widths[w.text] for w in words]
        widths = [w.x1 - w.x0 for w in words]
        line.letters = sum(widths) / sum(n for n, _ in natural) - 1
        line.scale, line.tracking = self.letter_fit(natural, widths)

    def letter_fit(self, natural, widths):
        """Scale and tracking that give these widths, by least squares: each word is its natural width
        scaled, and the tracking between its letters. Lines of few words do not tell the two apart."""
        a = [(n, max(count - 1, 0)) for n, count in natural]
        d = [w - n for w, (n, _) in zip(widths, natural)]
        nn, nc, cc = (sum(p[i] * p[j] for p in a) for i, j in ((0, 0), (0, 1), (1, 1)))
        nd, cd = (sum(p[i] * e for p, e in zip(a, d)) for i in (0, 1))
        det = nn * cc - nc * nc
        if det < LEAST_APART * nn * cc or len(a) < LEAST_WORDS:
            return None, None
        scale, gap = (nd * cc - cd * nc) / det, (cd * nn - nd * nc) / det
        return scale * 1000, gap / self.font.size * 1000

    @cached_property
    def set_lines(self):
        """Those that are justified: all but the last of each paragraph, with a word space in them."""
        return [line for line in self.lines if not line.last and line.spaces]

    @cached_property
    def neighbours(self):
        return [(a, b) for a, b in zip(self.lines, self.lines[1:])
                if not (a.last or b.last) and a.spaces and b.spaces]

    def is_overfull(self, line):
        right = max(w.x1 for w in line.words) - (self.left + self.measure)
        last = line.words[-1].text[-1]
        if last in HANGING:
            self.font.learn([last])
        allowed = self.font.widths[last][0] if last in HANGING else self.font.size * SLIVER_EMS
        return right > allowed + ROUNDING

    def ladders(self):
        """The lengths of all stacks of hyphens at the ends of lines that follow one another."""
        found, length = [], 0
        for line in self.lines + [Line([])]:
            if line.hyphen:
                length += 1
            elif length:
                found.append(length)
                length = 0
        return found

    def figures(self):
        lines, pairs = self.set_lines, self.neighbours
        told = [l for l in lines if l.scale is not None]
        ladders = self.ladders()
        lasts = [line for line in self.lines if line.last and not line.first]
        per_line = 100 / len(lines)
        spread = lambda values: statistics.pstdev(list(values))
        apart = lambda name: statistics.fmean(abs(getattr(a, name) - getattr(b, name)) for a, b in pairs)
        return {
            "lines": len(self.lines),
            "word space: standard deviation": spread(s for line in lines for s in line.spaces),
            "word space: mean": statistics.fmean(s for line in lines for s in line.spaces),
            "lines outside 0.8-1.5, %": per_line * sum(not TIGHT <= l.space <= LOOSE for l in lines),
            "lines over 1.5, %": per_line * sum(l.space > LOOSE for l in lines),
            "lines over 2.0, %": per_line * sum(l.space > 2 for l in lines),
            "widest word space": max(line.space for line in lines),
            "narrowest word space": min(line.space for line in lines),
            "neighbours: mean difference of space": apart("space"),
            "neighbours: over 0.5 apart, %": 100 / len(pairs) * sum(abs(a.space - b.space) > 0.5
                                                                    for a, b in pairs),
            "letters, scale + tracking: spread, 1/1000": 1000 * spread(l.letters for l in lines),
            "letters: neighbours' mean difference": 1000 * apart("letters"),
            "tracking: spread, 1/1000 em": spread(l.tracking for l in told),
            "tracking: furthest": max(abs(l.tracking) for l in told),
            "scaling: spread, 1/1000": spread(l.scale for l in told),
            "scaling: furthest": max(abs(l.scale) for l in told),
            "hyphens per 100 lines": 100 * sum(l.hyphen for l in self.lines) / len(self.lines),
            "ladders of 2": sum(n == 2 for n in ladders),
            "ladders of 3 or more": sum(n > 2 for n in ladders),
            "last lines under 2 em": sum(l.words[-1].x1 - l.words[0].x0 < SHORT_LAST_EMS * self.font.size
                                         for l in lasts),
            "overfull lines": sum(self.is_overfull(l) for l in self.lines),
        }
