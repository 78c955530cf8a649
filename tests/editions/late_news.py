"""What the tests of late news share: copy that grows after the plan was made, and plans side by side."""
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from editions import MADE, ROOT

BOOKED = ("advert", "promos", "imprint")


def copy_collection(folder, name):
    """An issue whose articles may be changed, beside its paper; gives the issue."""
    collection = Path(folder) / "issues"
    paper = name.rsplit("-", 1)[0]
    for part in (name, paper):
        shutil.copytree(ROOT / "issues" / part, collection / part)
    return collection / name


def run(forme, *arguments):
    done = subprocess.run([str(forme), *map(str, arguments)], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def plan_of(forme, issue, *options):
    """The plan as a value, and what was said."""
    status, text, said = run(forme, "dump", issue, "--stage", "plan", *options)
    assert status in MADE, said
    return json.loads(text), said


def words_of(element):
    return len("".join(element.itertext()).split())


def is_running_copy(root):
    return (root.get("genre", "news") in ("news", "feature", "column", "review", "obituary")
            and len(root.findall("body/p")) >= 4)


def stories(issue):
    """The files of stories long enough to be lengthened, in order."""
    return [p for p in sorted((issue / "articles").glob("*.xml"))
            if is_running_copy(ElementTree.parse(p).getroot())]


def lengthen(path, part, draw):
    """Adds `part` of the story's words at its end: sentences of its own, in paragraphs. Gives its id."""
    text = path.read_text()
    root = ElementTree.fromstring(text)
    body = root.find("body")
    sentences = [s for p in body.findall("p") if not list(p)
                 for s in re.split(r"(?<=[.!?]) ", " ".join((p.text or "").split())) if len(s.split()) > 3]
    wanted = round(part * words_of(body))
    added = []
    while sum(len(s.split()) for s in added) < wanted:
        added.append(draw.choice(sentences))
    last = " ".join(added).split()[:wanted]
    paragraphs = [last[i:i + 50] for i in range(0, len(last), 50)]
    if len(paragraphs) > 1 and len(paragraphs[-1]) < 15:
        paragraphs[-2:] = [paragraphs[-2] + paragraphs[-1]]
    escaped = [" ".join(p).replace("&", "&amp;").replace("<", "&lt;").rstrip(".,;") + "." for p in paragraphs]
    copy = "".join(f"<p>{p}</p>\n" for p in escaped)
    body_end = text.rindex("</body>")
    end = text[:body_end].rindex("</p>") + len("</p>")
    path.write_text(text[:end] + "\n" + copy + text[end:])
    return root.get("id")


def rectangles(plan):
    """(article, whether a turn) -> (page, x, y, w, h) of every leaf of copy."""
    found = {}
    for page in plan["pages"]:
        for leaf in page["leaves"]:
            if leaf["kind"] in BOOKED:
                continue
            key = ("nibs", page["folio"]) if leaf["kind"] == "nibs" else \
                (leaf["articles"][0], "continuedFrom" in leaf)
            found[key] = (page["folio"], leaf["x"], leaf["y"], leaf["w"], leaf["h"])
    return found


def unmoved(before, after):
    """The part of the earlier plan's rectangles that stand where they stood."""
    old, new = rectangles(before), rectangles(after)
    return sum(new.get(key) == place for key, place in old.items()) / len(old)
