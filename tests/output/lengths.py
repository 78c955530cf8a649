"""Makes an issue's copy longer or shorter, out of its own sentences."""
import random
import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[\w„“‘])")
_UNTOUCHED = ("panel", "table", "directory")


def _paragraphs(element):
    """Paragraphs of plain text, but for those of boxes."""
    for child in element:
        if child.tag == "p" and len(child) == 0 and child.text:
            yield child
        elif child.tag not in _UNTOUCHED:
            yield from _paragraphs(child)


def _sentences(text):
    return _SENTENCE_END.split(" ".join(text.split()))


def _words(sentences):
    return sum(len(s.split()) for s in sentences)


def shorten(copy, wanted, pick):
    """Takes sentences out, never a paragraph's last one, until `wanted` words are gone."""
    while wanted > 0:
        longer = [sentences for sentences in copy if len(sentences) > 1]
        if not longer:
            return
        sentences = pick.choice(longer)
        wanted -= _words([sentences.pop(pick.randrange(len(sentences)))])


def lengthen(copy, wanted, pick):
    """Repeats sentences behind others until `wanted` words more are there."""
    stock = [s for sentences in copy for s in sentences]
    while wanted > 0:
        sentence = pick.choice(stock)
        sentences = pick.choice(copy)
        sentences.insert(pick.randrange(len(sentences)) + 1, sentence)
        wanted -= _words([sentence])


def change_article(file, factor):
    """The article in `file` with its copy `factor` times as long, the same way each time."""
    tree = ElementTree.parse(file)
    root = tree.getroot()
    paragraphs = list(_paragraphs(root.find("body")))
    copy = [_sentences(p.text) for p in paragraphs]
    pick = random.Random(f"{root.get('id')} {factor}")
    words = _words([s for sentences in copy for s in sentences])
    if factor < 1:
        shorten(copy, words * (1 - factor), pick)
    elif copy:
        lengthen(copy, words * (factor - 1), pick)
    for paragraph, sentences in zip(paragraphs, copy):
        paragraph.text = " ".join(sentences)
    tree.write(file, encoding="utf-8", xml_declaration=True)


def change_issue(issue, folder, factor, planned=True):
    """A collection in `folder` with the issue at another length, and its paper; gives the issue.
    Without `planned` it is made up anew on as many pages as it takes."""
    issue, collection = Path(issue), Path(folder)
    collection.mkdir(parents=True)
    changed = collection / issue.name
    shutil.copytree(issue, changed)
    manifest = ElementTree.parse(changed / "issue.xml")
    root = manifest.getroot()
    paper = root.get("paper")
    if paper and paper.startswith("../"):
        shutil.copytree((issue / paper).parent, (changed / paper).resolve().parent, dirs_exist_ok=True)
    for article in root.iterfind("articles/article"):
        if factor != 1:
            change_article(changed / article.get("src"), factor)
    if not planned:
        for plan in root.findall("flatplan"):
            root.remove(plan)
        manifest.write(changed / "issue.xml", encoding="utf-8", xml_declaration=True)
    return changed
