"""Issues made to order: some stories of so many words, adverts and a flatplan, and what the program plans of them."""
import json
import random
import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from draw_advert import advert_pdf
from generate_issue import Writer

MADE = (0, 3)  # 3: a story does not fit, or the press objects to a picture


class SmallPaper:
    """An issue of the tabloid layout below `root`; what is added to it is written by `folder()`."""

    def __init__(self, root, layout="tabloid"):
        self.root, self.layout = Path(root), layout
        self.sections = {name: name for name in ("News", "Work", "Arts")}  # id: title
        self.writer = Writer(random.Random(1), layout)
        self.articles, self.adverts, self.flatplan = {}, [], ""

    def story(self, name, words, genre="news", section="News", priority=3, pictures=0):
        parts = [f'<article version="1" id="{name}" genre="{genre}" section="{section}" priority="{priority}">',
                 f"  <headline>{escape(self.writer.phrase(4, 6))}</headline>",
                 f'  <headline alt="short">{escape(self.writer.phrase(2, 3))}</headline>']
        parts += [self.writer.figure(3)[0] for _ in range(pictures)]
        copy = "".join(f"    <p>{escape(p)}</p>\n" for p in self.writer.paragraphs(words))
        self.articles[name] = "\n".join([*parts, "  <body>", copy, "  </body>", "</article>", ""])

    def stories(self, count, words, prefix="story", **said):
        for number in range(1, count + 1):
            self.story(f"{prefix}-{number}", words, **said)

    def advert(self, name, columns=2, depth="60mm", **said):
        size = "" if said.get("position") == "full" else f'columns="{columns}" depth="{depth}" '
        facts = " ".join(f'{key}="{value}"' for key, value in said.items())
        self.adverts.append((name, f'    <advert id="{name}" src="{name}.pdf" alt="A box" fit="scale" {size}{facts}/>'))

    def folder(self):
        folder = self.root / "small"
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "articles" / "pictures").mkdir(parents=True)
        for source in self.writer.used:
            shutil.copyfile(source, folder / "articles" / "pictures" / source.name)
        for name, text in self.articles.items():
            (folder / "articles" / f"{name}.xml").write_text(text, encoding="utf-8")
        for name, _ in self.adverts:
            (folder / f"{name}.pdf").write_bytes(advert_pdf(["Advertisement"], 200, 150))
        (folder / "issue.xml").write_text("\n".join([
            '<issue version="1" publicationName="Small" number="1" coverDate="2016-02-24" paper="../paper.xml"',
            f'       layout="{self.layout}">', "  <articles>",
            *(f'    <article src="articles/{name}.xml"/>' for name in self.articles), "  </articles>",
            *(["  <adverts>", *(xml for _, xml in self.adverts), "  </adverts>"] if self.adverts else []),
            self.flatplan, "</issue>", ""]), encoding="utf-8")
        declared = "".join(f'<section id="{s}" title="{title}"/>' for s, title in self.sections.items())
        (self.root / "paper.xml").write_text(
            f'<paper version="1" name="Small"><sections>{declared}</sections></paper>\n', encoding="utf-8")
        return folder

    def run(self, forme, *command):
        done = subprocess.run([str(forme), command[0], str(self.folder()), *command[1:]],
                              capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr

    def plan(self, forme):
        """The plan and what was said."""
        status, out, said = self.run(forme, "dump", "--stage", "plan")
        if status not in MADE:
            raise AssertionError(said)
        return json.loads(out), said


def show(plan):
    """The plan as lines of text, for whoever reads a failure."""
    lines = []
    for page in plan["pages"]:
        lines.append(f"page {page['folio']} {page['kind']} {page['section']}")
        for leaf in page["leaves"]:
            lines.append(f"   {leaf['kind']} {leaf['articles']} {leaf['x']},{leaf['y']} {leaf['w']}x{leaf['h']} "
                         f"free {leaf['freeRows']}"
                         + "".join(f" {key} {leaf[key]}" for key in ("continuedOn", "continuedFrom", "overset")
                                   if leaf.get(key)))
    lines += [f"overset {o}" for o in plan["overset"]]
    lines += [f"hole {o}" for o in plan.get("holes", [])]
    return "\n".join(lines)
