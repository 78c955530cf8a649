"""The seven adverts of The Courier 890, each at its exact trimmed size."""

from . import art
from .pdf import MM, Page, width

BLACK, EXTRA, BOLD, SEMI, MEDIUM, PLAIN = ("CondensedBlack", "CondensedExtraBold", "CondensedBold",
                                           "CondensedSemiBold",
                                           "CondensedMedium", "Condensed")
TWO, THREE = 83.67, 127.5  # widths of two and three columns, mm
EDGE = 5 * MM              # clear inside the frame


def fair():
    p = Page(TWO, 85, "Printers\u2019 Book Fair")
    left, wide = EDGE, p.w - 2 * EDGE
    size = wide / width(EXTRA, 1, "Book Fair", -14)
    p.text(left - size * 0.035, EDGE + size * 0.78, "Printers\u2019", EXTRA, size, -14)
    p.text(left - size * 0.035, EDGE + size * 1.70, "Book Fair", EXTRA, size, -14)
    y = EDGE + size * 1.70 + 14
    p.rule(left, y, left + wide, y, 2.5)
    p.text(left, y + 16, "Type \u00b7 paper \u00b7 presses \u00b7 ephemera", SEMI, 11.5)
    p.rule(left, y + 23, left + wide, y + 23, 0.5)
    p.fit(left, y + 44, "Leeds, Saturday 5 March", BOLD, wide * 0.86)
    p.text(left, y + 60, "Ten till four. Forty tables. Bring boxes.", PLAIN, 10.6)
    top = y + 70
    p.engraving(art.books(TWO - 10, (p.h - top) / MM - 3.2), left, top, wide, p.h - top - 3.2 * MM)
    p.frame(0.8)
    return p


def type_():
    p = Page(THREE, 100, "Wood and metal type")
    p.engraving(art.letters(THREE, 100), 0, 0, p.w, p.h)
    box_w, box_h = 88 * MM, 50.5 * MM
    y = p.h - box_h
    p.rect(0, y, box_w, box_h, 1)
    left = EDGE
    size = (box_w - EDGE - 8) / width(EXTRA, 1, "bought, sold, lent", -12)
    p.text(left, y + 14 + size * 0.66, "Wood & metal type", EXTRA, size, -12)
    p.text(left, y + 14 + size * 1.62, "bought, sold, lent", EXTRA, size, -12)
    y += 14 + size * 1.62 + 22
    p.text(left, y, "Founts from 6 to 72 point. Cases, chases, furniture.", PLAIN, 10.4)
    p.text(left, y + 13.5, "Collected from anywhere with a canal.", PLAIN, 10.4)
    x = left + p.text(left, y + 37, "Otley", BOLD, 13.6) + 9
    p.text(x, y + 37, "0113 496 0890", BOLD, 13.6)
    p.frame(0.8)
    return p


def bindery():
    p = Page(TWO, 120, "The bindery")
    left, wide = EDGE, p.w - 2 * EDGE
    size = wide / width(EXTRA, 1, "one spine", -14)
    y = EDGE + size * 0.74
    p.text(left - size * 0.03, y, "One year,", EXTRA, size, -14)
    p.text(left - size * 0.03, y + size * 0.92, "one spine", EXTRA, size, -14)
    y += size * 0.92 + 17
    foot = p.h - EDGE - 1
    tall = (foot - 26 - 42 - 10 - y) / MM
    p.engraving(art.nipping_press(TWO - 10, tall), left, y, wide, tall * MM)
    y += tall * MM + 10
    p.rule(left, y, left + wide, y, 2)
    p.text(left, y + 16, "Send us your fifty-two Wednesdays. We sew", PLAIN, 10.6)
    p.text(left, y + 29.5, "them by hand on cords, and case them in cloth.", PLAIN, 10.6)
    p.rule(left, foot - 22, left + wide, foot - 22, 0.5)
    p.text(left, foot - 4, "The bindery, Hexham", BOLD, 12.6)
    p.text(left + wide, foot - 4, "01632 960890", BOLD, 12.6, align="right")
    p.frame(0.8)
    return p


def rail():
    p = Page(THREE, 130, "Railway journeys")
    left, wide = EDGE, p.w - 2 * EDGE
    tall = 74.0
    p.engraving(art.window_seat(THREE - 10, tall), left, EDGE, wide, tall * MM)
    y = EDGE + tall * MM
    size = wide / width(EXTRA, 1, "Take the window seat", -12)
    y += size * 0.98
    p.text(left - size * 0.02, y, "Take the window seat", EXTRA, size, -12)
    y += 13
    p.rule(left, y, left + wide, y, 2)
    half = wide * 0.56
    for i, line in enumerate(("Slow trains, booked ahead: the Dales,",
                              "the Cumbrian coast and the Far North.",
                              "Small parties, a packed lunch, no hurry.")):
        p.text(left, y + 17 + 13.5 * i, line, PLAIN, 10.8)
    x = left + half
    for i, (name, days) in enumerate((("Leeds to Appleby and back", "1 day"),
                                      ("Carnforth to Carlisle by the sea", "2 days"),
                                      ("Inverness to Wick", "4 days"))):
        p.text(x, y + 17 + 13.5 * i, name, MEDIUM, 9.2)
        p.text(left + wide, y + 17 + 13.5 * i, days, MEDIUM, 9.2, align="right")
        p.rule(x, y + 21 + 13.5 * i, left + wide, y + 21 + 13.5 * i, 0.4)
    y = p.h - EDGE - 1
    p.text(left, y - 3, "Railway journeys", BOLD, 13.6)
    p.text(left + wide, y - 3, "0161 496 0890", BOLD, 13.6, align="right")
    p.frame(0.8)
    return p


def museum():
    p = Page(TWO, 90, "A printing museum")
    left, wide = EDGE, p.w - 2 * EDGE
    size = wide / width(EXTRA, 1, "Ink still wet", -14)
    y = EDGE + size * 0.74
    p.text(left - size * 0.03, y, "Ink still wet", EXTRA, size, -14)
    y += 10
    tall = 42.0
    p.engraving(art.hand_press(TWO - 10, tall), left, y, wide, tall * MM)
    y += tall * MM + 9
    p.rule(left, y, left + wide, y, 2)
    p.text(left, y + 15.5, "Presses at work every Saturday, one till four.", SEMI, 10.2)
    p.text(left, y + 28.5, "Bring ten words and set them yourself. Free.", PLAIN, 10.2)
    y = p.h - EDGE - 1
    p.rule(left, y - 19, left + wide, y - 19, 0.5)
    p.text(left, y - 3, "The printing museum", BOLD, 11.6)
    p.text(left + wide, y - 3, "029 2018 0890", BOLD, 11.6, align="right")
    p.frame(0.8)
    return p


COURSES = (("Composing by hand", "two evenings", "14 March", "\u00a360"),
           ("Wood engraving", "three Saturdays", "19 March", "\u00a395"),
           ("The iron hand press", "one day", "2 April", "\u00a355"),
           ("Hot metal for beginners", "six Thursdays", "7 April", "\u00a3140"),
           ("Sewing on cords", "two days", "16 April", "\u00a3110"))


def courses():
    p = Page(THREE, 90, "Courses in the printing trades")
    left, wide = EDGE, p.w - 2 * EDGE
    size = wide / width(EXTRA, 1, "Learn it by hand", -14)
    y = EDGE + size * 0.74
    p.text(left - size * 0.03, y, "Learn it by hand", EXTRA, size, -14)
    y += size * 0.24 + 7
    p.rule(left, y, left + wide, y, 2)
    columns = (left, left + wide * 0.42, left + wide * 0.70)
    y += 15
    for x, word in zip(columns, ("Course", "How long", "From")):
        p.text(x, y, word, SEMI, 9)
    p.text(left + wide, y, "Fee", SEMI, 9, align="right")
    p.rule(left, y + 5, left + wide, y + 5, 0.5)
    for i, (name, time, day, fee) in enumerate(COURSES):
        line = y + 21 + 20.5 * i
        p.text(columns[0], line, name, BOLD, 11.6)
        p.text(columns[1], line, time, PLAIN, 11.6)
        p.text(columns[2], line, day, PLAIN, 11.6)
        p.text(left + wide, line, fee, BOLD, 11.6, align="right")
        p.rule(left, line + 6, left + wide, line + 6, 0.4)
    y = p.h - EDGE - 1
    p.text(left, y - 3, "Six at a time. Aprons found. Ask for the list.", PLAIN, 10.6)
    p.text(left + wide, y - 3, "Sheffield  0114 496 0890", BOLD, 13.6, align="right")
    p.frame(0.8)
    return p


def house():
    p = Page(TWO, 60, "Subscribe to The Courier")
    left, wide = EDGE, p.w - 2 * EDGE
    art_w, art_h = 28.0, 37.0
    size = (wide - art_w * MM - 3 * MM) / width(EXTRA, 1, "\u00a31 a week", -14)
    y = EDGE + size * 0.74
    p.text(left - size * 0.02, y, "\u00a31 a week", EXTRA, size, -14)
    p.rule(left, y + 10, left + wide - (art_w + 3) * MM, y + 10, 2)
    for i, line in enumerate(("Twelve pages, through", "your own door, every",
                              "Wednesday. And a vote", "in how the paper is run.")):
        p.text(left, y + 27 + 14 * i, line, PLAIN, 11.4)
    p.engraving(art.folded_paper(art_w, art_h), p.w - EDGE - art_w * MM, EDGE - 2, art_w * MM,
                art_h * MM)
    y = p.h - EDGE - 1
    p.rule(left, y - 22, left + wide, y - 22, 0.5)
    p.text(left, y - 4, "courier.example/subscribe", BOLD, 11.6)
    p.text(left + wide, y - 4, "020 7946 0890", BOLD, 11.6, align="right")
    p.frame(0.8)
    return p


ADVERTS = {"fair": fair, "type": type_, "bindery": bindery, "rail": rail, "museum": museum,
           "courses": courses, "house": house}
