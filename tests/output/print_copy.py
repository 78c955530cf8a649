"""Where the copy stands in the print edition."""
from plan import lifted_quotes, placed_articles
from reading import PlacedText, stands_in

# A paragraph in print may be cut by a leg's end, a box and a turn; other texts are never cut.
CUT = ("p", "note", "footnote", "correction")
MOST_PIECES = 4
LEAST_WORDS = 2  # of a piece but the last


def longest_start(taken, words):
    """The longest run of first words that stands in the text, as a match and a count."""
    best, low, high = None, 1, len(words)
    while low <= high:
        middle = (low + high) // 2
        found = taken.find(" ".join(words[:middle]))
        if found:
            best, low = (found, middle), middle + 1
        else:
            high = middle - 1
    return best


def take_whole(taken, text):
    found = taken.find(text)
    if found:
        taken.take(found)
    return [found] if found else None


def take_in_pieces(taken, text):
    """Takes the text in a few pieces of whole words; gives the matches, or nothing and leaves all as
    it was."""
    before, matches, words = taken.text, [], text.split(" ")
    while words and len(matches) < MOST_PIECES:
        best = longest_start(taken, words)
        if best is None or (best[1] < LEAST_WORDS and best[1] < len(words)):
            break
        matches.append(best[0])
        taken.take(best[0])
        words = words[best[1]:]
    if not words:
        return matches
    taken.text = before
    return None


def take_article(article, taken):
    """Takes the article's texts, the longest first; of the headline's two forms either will do.
    Gives the leaves that are missing."""
    forms = [leaf for leaf in article.leaves if leaf.role in ("headline", "short headline")]
    others = [leaf for leaf in article.leaves_in("print") if leaf not in forms]
    missing = [] if any(take_whole(taken, leaf.text) for leaf in forms) else forms[:1]
    cut = []
    for leaf in sorted(others, key=lambda leaf: -len(leaf.text)):
        if not take_whole(taken, leaf.text):
            cut.append(leaf)
    for leaf in cut:
        pieces = take_in_pieces(taken, leaf.text) if leaf.role in CUT else None
        if pieces is None and not leaf.repeats:
            missing.append(leaf)
    return missing


def without_lifted_quotes(plan, words):
    """The words that are not set a second time."""
    quotes = lifted_quotes(plan)
    return [w for w in words if not any(
        folio == w.page and stands_in(quote["rect_pt"], w) for folio, _, quote in quotes)]


def placed(issue, plan, words):
    """(article, its pages, the words of those pages as a text) for each article of the print edition,
    without those of lifted quotes. Articles that stand on no page come with no text; a filler may do
    so."""
    places = placed_articles(plan)
    words = without_lifted_quotes(plan, words)
    for article in issue.articles:
        pages = places.get(article.id, set())
        if "print" not in article.outputs or (not pages and article.genre == "filler"):
            continue
        text = PlacedText([w for w in words if w.page in pages]) if pages else None
        yield article, pages, text
