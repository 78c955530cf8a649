"""Every picture of the sample issues: its file, its folder and its kind."""

from . import (archive, charts, composing, engines, ferry, gauge, letters, locomotive, mill,
               railways,
               saving, setzkasten, specimen, water)

COURIER, SETZKASTEN, SPECIMEN = "courier-890", "setzkasten-12", "specimen-1"


def jpeg(draw, **options):
    return lambda path: saving.jpeg(draw(), path, **options)


def grey_png(draw):
    return lambda path: saving.png(saving.levels(draw()), path)


def palette_png(draw):
    return lambda path: saving.png(saving.palette(draw()), path)


def colour_png(draw):
    return lambda path: saving.png(draw(), path)


def few_colours_png(draw, colours=48):
    return lambda path: saving.png(draw().quantize(colours, dither=0), path)


def text(draw):
    def write(path):
        with open(path, "w", encoding="utf-8", newline="\n") as out:
            out.write(draw())
    return write


PICTURES = [
    ("viaduct.jpg", (COURIER, jpeg(railways.viaduct))),
    ("main-line.jpg", (COURIER, jpeg(railways.main_line, profile=True))),
    ("locomotive.jpg", (COURIER, jpeg(locomotive.locomotive))),
    ("gauge.png", (COURIER, grey_png(gauge.gauge))),
    ("rolls.jpg", (COURIER, jpeg(archive.rolls))),
    ("drying.jpg", (COURIER, jpeg(archive.drying))),
    ("lock.jpg", (COURIER, jpeg(water.lock))),
    ("mill.png", (COURIER, palette_png(mill.mill))),
    ("ferry.jpg", (COURIER, jpeg(ferry.ferry))),
    ("tunnel.jpg", (COURIER, jpeg(engines.tunnel))),
    ("clocks.png", (COURIER, colour_png(engines.clocks))),
    ("press-hall.jpg", (COURIER, jpeg(engines.press_hall))),
    ("linotype.jpg", (COURIER, jpeg(composing.linotype, progressive=True))),
    ("inkfilm.png", (COURIER, grey_png(composing.inkfilm))),
    ("punches.jpg", (COURIER, jpeg(letters.punches, profile=True))),
    ("woodtype.png", (COURIER, grey_png(letters.woodtype))),
    ("fares.png", (COURIER, colour_png(charts.fares))),
    ("fares.svg", (COURIER, text(charts.fares_svg))),
    ("titles.png", (COURIER, few_colours_png(charts.titles))),
    ("puzzle.png", (COURIER, few_colours_png(charts.puzzle))),
    ("solution.png", (COURIER, few_colours_png(charts.solution))),
    ("setzkasten.png", (SETZKASTEN, grey_png(setzkasten.setzkasten))),
    ("tiegel.jpg", (SETZKASTEN, jpeg(setzkasten.tiegel))),
    ("lithostein.png", (SETZKASTEN, palette_png(setzkasten.lithostein))),
    ("bogen.png", (SETZKASTEN, grey_png(setzkasten.bogen))),
    ("stick.svg", (SPECIMEN, text(specimen.stick))),
    ("directions.svg", (SPECIMEN, text(specimen.directions))),
    ("letters.svg", (SPECIMEN, text(specimen.letters))),
    ("wood.png", (SPECIMEN, grey_png(letters.woodtype))),
    ("case.png", (SPECIMEN, grey_png(setzkasten.setzkasten))),
]
