#include "epub/page_breaks.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "epub/inline_xhtml.h"

namespace forme {

namespace {

bool is_space(char32_t c) {
  return c == U' ' || c == 0xA0 || c == 0x2028 || c == 0x202F || (c >= 0x2000 && c <= 0x200A);
}

bool starts_word(std::string_view text, std::uint32_t at) {
  if (at == 0) return true;
  std::size_t before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0u) == 0x80u) --before;
  return is_space(decode_utf8(text, before).value);
}

// The first byte of the first word that begins in the stretch. A stretch that has none (the tail of
// a divided word, or a script without spaces) begins where it begins.
std::uint32_t first_word(std::string_view text, const TextRef& stretch) {
  const auto last = std::min<std::size_t>(stretch.last, text.size());
  for (std::size_t at = stretch.first; at < last;) {
    const DecodedChar c = decode_utf8(text, at);
    if (!is_space(c.value) && starts_word(text, static_cast<std::uint32_t>(at))) {
      return static_cast<std::uint32_t>(at);
    }
    at += c.length;
  }
  return stretch.first;
}

// The stretches of one article, as the EPUB shows them: the short headline stands for the headline,
// and copy that an earlier page has already (the headline over a turn) counts once.
class ArticlePages {
 public:
  explicit ArticlePages(BookArticle& article) : article_(article) {}

  // Whether the place gave a new mark.
  bool add(const PagePlace& place) {
    TextRef stretch = place.text;
    if (stretch.leaf == article_.article->short_headline && stretch.leaf != kNoLeaf) {
      stretch.leaf = article_.article->headline;
      stretch.first = 0;
    }
    if (stretch.leaf >= article_.shown.size() || !article_.shown[stretch.leaf]) return false;
    if (on_page(place.page) || seen_before(place.page, stretch)) return false;
    seen_.push_back({place.page, stretch});
    const std::string& text = article_.article->text(stretch.leaf).utf8;
    article_.breaks.push_back({place.page, stretch.leaf, first_word(text, stretch),
                               own_id(article_, bare_page_id(place.page))});
    return true;
  }

  void note(const PagePlace& place) { seen_.push_back({place.page, place.text}); }

 private:
  bool on_page(int page) const {
    return std::any_of(article_.breaks.begin(), article_.breaks.end(),
                       [&](const PageBreak& b) { return b.page == page; });
  }

  bool seen_before(int page, const TextRef& stretch) const {
    return std::any_of(seen_.begin(), seen_.end(), [&](const auto& earlier) {
      return earlier.first < page && earlier.second.leaf == stretch.leaf &&
             earlier.second.first <= stretch.first && stretch.first < earlier.second.last;
    });
  }

  BookArticle& article_;
  std::vector<std::pair<int, TextRef>> seen_;
};

BookSection* section_named(Book& book, const std::string& id) {
  for (BookSection& section : book.sections) {
    if (section.id == id) return &section;
  }
  return nullptr;
}

// The section that the flatplan gives the page, else that of any article on it, else of the nearest
// page before or, failing that, after.
std::string section_on(const Book& book, const PageMap& map, int page) {
  for (const FlatplanPage& planned : book.issue->manifest.flatplan.list) {
    if (planned.first <= page && page <= planned.last && !planned.section.empty()) {
      return planned.section;
    }
  }
  const PagePlace* nearest = nullptr;
  for (const PagePlace& place : map.places) {
    if (place.text.article >= book.issue->articles.size()) continue;
    if (place.page > page && nearest != nullptr) break;
    nearest = &place;
    if (place.page >= page) break;
  }
  return nearest == nullptr ? std::string() : book.issue->articles[nearest->text.article].section;
}

void sort_breaks(BookArticle& article) {
  std::stable_sort(article.breaks.begin(), article.breaks.end(),
                   [](const PageBreak& a, const PageBreak& b) {
                     return std::tie(a.leaf, a.offset, a.page) < std::tie(b.leaf, b.offset, b.page);
                   });
}

}  // namespace

std::string bare_page_id(int page) {
  return fmt::format("page-{}", page);
}

void place_page_breaks(Book& book, const PageMap& map) {
  const std::vector<Article>& all = book.issue->articles;
  std::vector<ArticlePages> pages_of;
  std::vector<int> index_of(all.size(), -1);  // of an article of the issue, in the book
  for (BookArticle& article : book.articles) {
    index_of[static_cast<std::size_t>(article.article - all.data())] =
        static_cast<int>(pages_of.size());
    pages_of.emplace_back(article);
  }
  std::vector<std::string> target(static_cast<std::size_t>(std::max(map.pages, 0)) + 1);
  for (const PagePlace& place : map.places) {
    if (place.page < 1 || place.page > map.pages || place.text.article >= all.size()) continue;
    const int index = index_of[place.text.article];
    if (index < 0) continue;
    const auto i = static_cast<std::size_t>(index);
    const bool marked = pages_of[i].add(place);
    pages_of[i].note(place);
    std::string& href = target[static_cast<std::size_t>(place.page)];
    if (marked && href.empty()) {
      href = book.articles[i].file + "#" + book.articles[i].breaks.back().id;
    }
  }
  for (BookArticle& article : book.articles) sort_breaks(article);
  if (book.sections.empty()) return;
  for (int page = 1; page <= map.pages; ++page) {
    std::string& href = target[static_cast<std::size_t>(page)];
    if (href.empty()) {
      BookSection* section = section_named(book, section_on(book, map, page));
      if (section == nullptr) section = &book.sections.front();
      section->bare_pages.push_back(page);
      href = section->file + "#" + bare_page_id(page);
    }
    book.pages.push_back({page, href});
  }
}

}  // namespace forme
