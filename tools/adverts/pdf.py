"""A one-page PDF for an advert: grey only, fonts embedded, no dates, no transparency.

Points, y downwards from the top of the page. Text is shaped by hb-shape; each face is cut down to
its used glyphs by fontTools and embedded as a Type 0 font with its Unicode values. The trim box is
the media box.
"""

import functools
import hashlib
import io
import json
import subprocess
import zlib

import numpy as np
from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = "/usr/share/fonts/truetype/noto/NotoSans-%s.ttf"
MM = 72 / 25.4


def number(x):
    text = f"{x:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


@functools.lru_cache(maxsize=None)
def open_font(face):
    font = TTFont(FONTS % face, recalcTimestamp=False)
    return font, font["head"].unitsPerEm


@functools.lru_cache(maxsize=None)
def shape(face, text):
    """Glyphs as (id, advance, x offset, characters) in thousandths of an em."""
    out = subprocess.run(["hb-shape", "--no-glyph-names", "--output-format=json",
                          "--features=kern,liga,lnum",
                          "--font-file=" + FONTS % face, "--text=" + text],
                         check=True, capture_output=True)
    _, em = open_font(face)
    glyphs = json.loads(out.stdout)
    starts = sorted({g["cl"] for g in glyphs}) + [len(text)]
    result, seen = [], set()
    for g in glyphs:
        end = starts[starts.index(g["cl"]) + 1]
        chars = "" if g["cl"] in seen else text[g["cl"]:end]
        seen.add(g["cl"])
        result.append((g["g"], g["ax"] * 1000 / em, g["dx"] * 1000 / em, chars))
    return result


def width(face, size, text, tracking=0):
    """Of a line, without the space after its last letter."""
    glyphs = shape(face, text)
    return (sum(g[1] for g in glyphs) + tracking * (len(glyphs) - 1)) * size / 1000


class Page:
    def __init__(self, width_mm, height_mm, title):
        self.w, self.h, self.title = width_mm * MM, height_mm * MM, title
        self.ops, self.used, self.names, self.images = [], {}, {}, []

    def put(self, *words):
        self.ops.append(" ".join(w if isinstance(w, str) else number(w) for w in words))

    def text(self, x, y, text, face, size, tracking=0, grey=0, align="left"):
        """One line on the baseline y; gives its width."""
        total = width(face, size, text, tracking)
        x -= {"left": 0, "right": total, "centre": total / 2}[align]
        name = self.names.setdefault(face, f"F{len(self.names) + 1}")
        used = self.used.setdefault(face, {})
        font, em = open_font(face)
        advances = font["hmtx"].metrics
        order = font.getGlyphOrder()
        parts = []
        for gid, ax, _, chars in shape(face, text):
            if chars:
                used.setdefault(gid, chars)
            natural = round(advances[order[gid]][0] * 1000 / em)
            parts.append(f"<{gid:04X}>")
            shift = natural - ax - tracking
            if abs(shift) > 0.01:
                parts.append(number(shift))
        self.put(grey, "g BT /" + name, size, "Tf 1 0 0 1", x, self.h - y, "Tm [" + " ".join(parts)
                 + "] TJ ET")
        return total

    def fit(self, x, y, text, face, target, tracking=0, grey=0):
        """One line whose size fills the width; gives the size."""
        size = target / width(face, 1, text, tracking)
        self.text(x, y, text, face, size, tracking, grey)
        return size

    def rule(self, x0, y0, x1, y1, weight, grey=0):
        self.put(grey, "G", weight, "w", x0, self.h - y0, "m", x1, self.h - y1, "l S")

    def rect(self, x, y, w, h, grey):
        self.put(grey, "g", x, self.h - y - h, w, h, "re f")

    def frame(self, weight, inset=0.0):
        d = inset + weight / 2
        self.put("0 G", weight, "w", d, d, self.w - 2 * d, self.h - 2 * d, "re S")

    def engraving(self, bits, x, y, w, h, grey=0):
        """A one-bit picture: ink where the array is true, nothing elsewhere."""
        rows, cols = bits.shape
        data = io.BytesIO()
        data.write(np.packbits(~bits, axis=1).tobytes())
        self.images.append((cols, rows, data.getvalue()))
        self.put("q", grey, "g", w, "0 0", h, x, self.h - y - h, f"cm /I{len(self.images)} Do Q")

    # The file ---------------------------------------------------------------------------

    def save(self, path):
        objects = []

        def add(body):
            objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
            return len(objects)

        def stream(data, entries=""):
            packed = zlib.compress(data, 9)
            head = f"<< {entries}/Length {len(packed)} /Filter /FlateDecode >>\nstream\n"
            return add(head.encode() + packed + b"\nendstream")
        catalog = add("<< /Type /Catalog /Pages 2 0 R >>")
        pages = add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        page = add("")
        content = stream("\n".join(self.ops).encode("latin-1"))
        fonts = [f"/{name} {self.embed(face, add, stream)} 0 R" for face,
                 name in self.names.items()]
        images = []
        for i, (cols, rows, data) in enumerate(self.images, 1):
            n = stream(data, "/Type /XObject /Subtype /Image /ImageMask true /BitsPerComponent 1 "
                             f"/Width {cols} /Height {rows} /Decode [0 1] ")
            images.append(f"/I{i} {n} 0 R")
        box = f"[0 0 {number(self.w)} {number(self.h)}]"
        resources = f"<< /Font << {' '.join(fonts)} >>" + (f" /XObject << {' '.join(images)} >>"
                                                           if images else "") + " >>"
        objects[page - 1] = (f"<< /Type /Page /Parent {pages} 0 R /MediaBox {box} /TrimBox {box} "
                             f"/Contents {content} 0 R /Resources {resources} >>").encode()
        title = "FEFF" + self.title.encode("utf-16-be").hex().upper()
        info = add(f"<< /Title <{title}> /Trapped /False >>")
        out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
        offsets = []
        for i, body in enumerate(objects, 1):
            offsets.append(len(out))
            out += f"{i} 0 obj\n".encode() + body + b"\nendobj\n"
        digest = hashlib.md5(bytes(out)).hexdigest()
        start = len(out)
        out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{o:010} 00000 n \n".encode() for o in offsets)
        out += (f"trailer\n<< /Size {len(objects) + 1} /Root {catalog} 0 R /Info {info} 0 R "
                f"/ID [<{digest}> <{digest}>] >>\n"
                f"startxref\n{start}\n%%EOF\n").encode()
        with open(path, "wb") as file:
            file.write(out)

    def embed(self, face, add, stream):
        used = self.used[face]
        font = TTFont(FONTS % face, recalcTimestamp=False)
        order, em = font.getGlyphOrder(), font["head"].unitsPerEm
        metrics, head, hhea = font["hmtx"].metrics, font["head"], font["hhea"]
        dropped = ["GSUB", "GPOS", "GDEF", "name", "post", "cmap", "OS/2"]
        options = subset.Options(retain_gids=True, hinting=False, layout_features=[],
                                 notdef_outline=True, recalc_timestamp=False, drop_tables=dropped)
        cutter = subset.Subsetter(options)
        italic, cap = font["post"].italicAngle, getattr(font["OS/2"], "sCapHeight", 714)
        cutter.populate(gids=sorted(used))
        cutter.subset(font)
        data = io.BytesIO()
        font.save(data, reorderTables=True)
        data = data.getvalue()
        tag = "".join(chr(65 + b % 26) for b in hashlib.md5(data).digest()[:6])
        name = f"{tag}+NotoSans-{face}"
        k = 1000 / em
        box = " ".join(number(v * k) for v in (head.xMin, head.yMin, head.xMax, head.yMax))
        file = stream(data, f"/Length1 {len(data)} ")
        descriptor = add(f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{box}] "
                         f"/ItalicAngle {number(italic)} /Ascent {number(hhea.ascent * k)} "
                         f"/Descent {number(hhea.descent * k)} /CapHeight {number(cap * k)} "
                         f"/StemV 100 /FontFile2 {file} 0 R >>")
        widths = " ".join(f"{g} [{round(metrics[order[g]][0] * k)}]" for g in sorted(used))
        system = "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        descendant = add(f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} "
                         f"/CIDSystemInfo {system} /FontDescriptor {descriptor} 0 R /DW 1000 "
                         f"/W [{widths}] /CIDToGIDMap /Identity >>")
        unicode_map = stream(self.to_unicode(used).encode())
        return add(f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
                   f"/DescendantFonts [{descendant} 0 R] /ToUnicode {unicode_map} 0 R >>")

    @staticmethod
    def to_unicode(used):
        lines = [f"<{g:04X}> <{used[g].encode('utf-16-be').hex().upper()}>" for g in sorted(used)]
        blocks = [lines[i:i + 100] for i in range(0, len(lines), 100)]
        body = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
        return ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n" + body
                + "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
