"""Whether anything is printed in a part of a page, looked for in the page's picture."""
import math
import subprocess

from reading import trim_corners

DPI = 288
INK = 128  # grey below this is ink; a fill's edge is softer than its middle


class Pages:
    """The pages of a PDF; boxes are from the top left corner of the trimmed page, in points."""

    def __init__(self, pdf):
        self.pdf, self.corners = pdf, trim_corners(pdf)

    def has_ink(self, page, box):
        left, top = self.corners[page]
        scale = DPI / 72
        # Whole pixels inside of the box.
        x0, y0 = math.ceil((box.x0 + left) * scale), math.ceil((box.y0 + top) * scale)
        width = math.floor((box.x1 + left) * scale) - x0
        height = math.floor((box.y1 + top) * scale) - y0
        if width <= 0 or height <= 0:
            return False
        done = subprocess.run(
            ["pdftoppm", "-gray", "-r", str(DPI), "-f", str(page), "-l", str(page), "-x", str(x0),
             "-y", str(y0), "-W", str(width), "-H", str(height), str(self.pdf)],
            capture_output=True, check=True)
        pixels = done.stdout.split(b"\n", 3)[3]
        return any(value < INK for value in pixels)
