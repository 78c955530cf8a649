"""The copy of an issue as its XML files say it, read without the program under test."""
import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OUTPUTS = ("print", "screen", "epub", "handout")
MARK = "\ue010"  # around the mark of a footnote, while a text is read
# Blocks that are placed where there is room, not where the copy has them.
FLOATING = ("caption", "credit", "footnote")

# Blocks that stand as a whole, in the flow or beside it.
BOXES = ("panel", "table", "directory", "qr")


@dataclass
class Leaf:
    """One text of an article: a headline, a paragraph, a cell."""
    role: str
    text: str
    outputs: tuple = OUTPUTS
    plain: str = ""        # without note marks
    repeats: bool = False  # of a pull quote each of whose sentences stands in the copy too
    boxed: tuple = ()      # the panels, tables and other whole blocks that it stands in
    block: int = -1        # of the body that it belongs to, from 0; -1: none

    @property
    def words(self):
        return self.text.split(" ") if self.text else []


@dataclass
class Article:
    id: str
    genre: str
    outputs: tuple
    language: str
    leaves: list = field(default_factory=list)  # in the order of the copy
    links: list = field(default_factory=list)    # addresses, and the words that lead there
    targets: list = field(default_factory=list)  # slug/number/article that the notes name
    heads: list = field(default_factory=list)    # of tables, which are repeated over a break
    rights: str = ""

    def leaves_in(self, output):
        return [leaf for leaf in self.leaves if output in leaf.outputs]

    @property
    def headline(self):
        return next(leaf.text for leaf in self.leaves if leaf.role == "headline")


@dataclass
class Issue:
    folder: Path
    slug: str
    number: str
    language: str
    facts: dict
    articles: list
    paper_words: str  # all that paper.xml says
    paper: ElementTree.Element = None

    def article(self, id):
        return next(a for a in self.articles if a.id == id)


def normal(text):
    """Characters as any reader may give them: composed, one kind of space, no invisible marks."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    return re.sub("[ \t\r\n\u00a0\u2000-\u200a\u2028\u202f]+", " ", text).strip()


class _Reader:
    """Reads one article; `people` are the names that the paper has."""

    def __init__(self, people, language):
        self.people = people
        self.default_language = language

    def read(self, root):
        self.article = Article(root.get("id"), root.get("genre", "news"), _outputs(root),
                               root.get(XML_LANG, self.default_language),
                               rights=root.get("rights", ""))
        self.footnotes, self.boxes, self.count = [], (), -1
        for child in root:
            self.head(child)
        for child in root:
            if child.tag in ("figure", "graphic"):
                self.figure(child)
        body = root.find("body")
        for self.count, block in enumerate(body if body is not None else []):
            self.block(block)
        self.count = -1
        for note in self.footnotes:
            self.add("footnote", note)
        for tag in ("correction", "previously"):
            for element in root.findall(tag):
                self.add(tag, element)
                self.article.targets.append(element.get("of") or element.get("ref") or "")
        self.article.targets += [e.get("ref", "") for e in root.findall("related")]
        self.mark_repeating_quotes()
        return self.article

    def add(self, role, element, outputs=OUTPUTS):
        marked = normal(self.text(element))
        text = marked.replace(MARK, "")
        if text:
            plain = re.sub(f"{MARK}\\d+{MARK}", "", marked)
            self.article.leaves.append(Leaf(role, text, outputs, plain, boxed=self.boxes,
                                            block=self.count))

    def text(self, element):
        parts = [element.text or ""]
        for child in element:
            if child.tag == "footnote":
                self.footnotes.append(child)
                parts.append(f"{MARK}{len(self.footnotes)}{MARK}")
            elif child.tag == "br":
                parts.append("\n")
            elif child.tag == "person" and not "".join(child.itertext()).strip():
                parts.append(self.people.get(child.get("ref"), ""))
            else:
                if child.tag == "a":
                    self.article.links += [child.get("href", ""), "".join(child.itertext())]
                parts.append(self.text(child))
            parts.append(child.tail or "")
        return "".join(parts)

    def head(self, element):
        if element.tag == "headline":
            self.add("short headline" if element.get("alt") == "short" else "headline", element)
        elif element.tag in ("kicker", "standfirst", "byline", "dateline"):
            self.add(element.tag, element)

    def figure(self, element):
        for tag in ("caption", "credit"):
            for child in element.findall(tag):
                self.add(tag, child, _outputs(element))

    def block(self, element):
        tag = element.tag
        if tag in ("p", "crosshead", "note"):
            self.add(tag, element)
        elif tag == "pullquote":
            self.add(tag, element)
            if element.get("by"):
                self.article.leaves.append(Leaf("pullquote by", normal(element.get("by")),
                                                block=self.count))
        elif tag in ("blockquote", "panel", "letter", "table", "thead", "tbody", "tr", "directory",
                     "entry", "ul", "ol", "qr"):
            if tag == "qr":
                self.article.links.append(element.get("href", ""))
            around, before = self.boxes, len(self.article.leaves)
            self.boxes += (tag,) if tag in BOXES else ()
            for child in element:
                self.block(child)
            self.boxes = around
            if tag == "thead":
                cells = [leaf.text for leaf in self.article.leaves[before:]]
                self.article.heads.append(Leaf("table head", " ".join(cells)))
        elif tag == "li":
            self.item(element)
        elif tag in ("figure", "graphic"):
            self.figure(element)
        elif tag in ("caption", "td", "th", "headline", "signature", "place", "name", "phone",
                     "email", "address", "a"):
            if tag == "a":
                self.article.links.append(element.get("href", ""))
            role = {"caption": "table caption", "headline": "box headline"}.get(tag, tag)
            self.add(role, element)
        else:
            raise ValueError(f"<{tag}> is not known to the checks")

    def item(self, element):
        """Loose text of an item makes paragraphs between its blocks."""
        loose = ElementTree.Element("p")
        loose.text = element.text
        for child in element:
            if child.tag in ("p", "ul", "ol"):
                self.add("p", loose)
                self.block(child)
                loose = ElementTree.Element("p")
                loose.text = child.tail
            else:
                loose.append(child)
        self.add("p", loose)

    def mark_repeating_quotes(self):
        copy = bare(" ".join(leaf.plain for leaf in self.article.leaves if leaf.role == "p"))
        repeats = False
        for leaf in self.article.leaves:
            if leaf.role == "pullquote":
                sentences = filter(None, map(bare, re.split(r"[.!?…]", leaf.plain)))
                repeats = all(f" {sentence} " in f" {copy} " for sentence in sentences)
            if leaf.role in ("pullquote", "pullquote by"):
                leaf.repeats = repeats


def bare(text):
    """Words without capitals and points."""
    text = re.sub("['’\u00ad]", "", text.casefold())
    return " ".join(re.findall(r"\w+", text))


def _outputs(element):
    return tuple((element.get("outputs") or " ".join(OUTPUTS)).split())


def _slug(name):
    plain = unicodedata.normalize("NFKD", name).casefold()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def read_issue(folder):
    folder = Path(folder)
    root = ElementTree.parse(folder / "issue.xml").getroot()
    paper = (ElementTree.parse(folder / root.get("paper")).getroot() if root.get("paper")
             else ElementTree.Element("paper"))
    people = {p.get("id"): p.get("name", normal("".join(p.itertext())))
              for p in paper.iter("person") if p.get("id")}
    language = root.get(XML_LANG, "en-GB")
    articles = [_Reader(people, language).read(ElementTree.parse(folder / a.get("src")).getroot())
                for a in root.iterfind("articles/article")]
    words = [t for e in paper.iter() for t in (e.text, *e.attrib.values()) if t]
    words += [e.get("href", "") for e in paper.iter("qr")]
    return Issue(folder, root.get("slug") or _slug(root.get("publicationName")), root.get("number"),
                 language, dict(root.attrib), articles, normal(" ".join(words)), paper)
