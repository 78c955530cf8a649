#include "epub/article_xhtml.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "content/visit_blocks.h"
#include "epub/block_xhtml.h"
#include "epub/file_names.h"
#include "epub/labels.h"
#include "epub/shown_text.h"
#include "epub/xhtml_page.h"

namespace forme {

namespace {

// A panel's class is another element's name already.
std::string_view genre_class(Genre genre) {
  return genre == Genre::Panel ? "box" : genre_name(genre);
}

std::string keyword_list(const Article& article) {
  std::string list;
  for (const KeywordRef& keyword : article.keywords) {
    if (!list.empty()) list += ", ";
    list += keyword.label;
  }
  return list;
}

class ArticleWriter {
 public:
  ArticleWriter(MarkupWriter& out, const Book& book, const BookArticle& entry,
                const BookPictures& pictures)
      : out_(out),
        book_(book),
        entry_(entry),
        article_(*entry.article),
        labels_(labels_for(article_.language)),
        blocks_(out, book, entry, pictures) {}

  void write() {
    open("article", {{"class", std::string(genre_class(article_.genre))},
                     {"aria-labelledby", own_id(entry_, "headline")}});
    head();
    blocks_.blocks(article_.figures, 2);
    blocks_.blocks(blocks_of(article_), 2);
    footnotes();
    corrections();
    series();
    links("previously", labels_.previously, article_.previously);
    links("related", labels_.see_also, article_.related);
    if (!article_.rights.empty() && article_.rights != book_.issue->paper.rights) {
      out_.element("p", {{"class", "rights"}}, article_.rights);
      out_.line();
    }
    close();
  }

 private:
  void open(std::string_view name, const Attributes& attributes) {
    out_.open(name, attributes);
    out_.line();
  }
  void close() {
    out_.close();
    out_.line();
  }

  // Kicker, headline, standfirst, byline and dateline in the order of the copy.
  void head() {
    std::vector<std::pair<LeafId, std::string_view>> parts{
        {article_.kicker, "kicker"}, {article_.headline, ""}, {article_.dateline, "dateline"}};
    for (const LeafId leaf : article_.standfirsts) parts.push_back({leaf, "standfirst"});
    for (const LeafId leaf : article_.bylines) parts.push_back({leaf, "byline"});
    std::sort(parts.begin(), parts.end());
    open("header", {});
    for (const auto& [leaf, name] : parts) {
      if (name.empty()) {
        blocks_.leaf("h1", {{"id", own_id(entry_, "headline")}}, leaf);
      } else {
        blocks_.leaf("p", {{"class", std::string(name)}}, leaf);
      }
    }
    close();
  }

  // The mark as it stands in the copy.
  std::string mark_of(LeafId footnote) const {
    for (const Leaf& leaf : article_.leaves) {
      for (const Span& span : leaf.text.spans) {
        if (span.kind != SpanKind::NoteMark || span.value != fmt::format("{}", footnote)) continue;
        return leaf.text.utf8.substr(span.first, span.last - span.first);
      }
    }
    return "*";
  }

  void footnotes() {
    for (const LeafId note : article_.footnotes) {
      open("aside", {{"id", note_id(entry_, note)},
                     {"class", "footnote"},
                     {"epub:type", "footnote"},
                     {"role", "doc-footnote"}});
      out_.open("p");
      if (blocks_.called_notes().count(note) > 0) {
        out_.element("a",
                     {{"href", "#" + note_mark_id(entry_, note)},
                      {"epub:type", "backlink"},
                      {"role", "doc-backlink"}},
                     mark_of(note));
      } else {
        out_.text(mark_of(note));
      }
      out_.text(" ");
      blocks_.text(note);
      close();
      close();
    }
  }

  // Where the target stands, and what to call it.
  std::pair<std::string, std::string> target(const std::string& reference) const {
    const std::string href = resolve_link(book_, entry_, reference);
    const Manifest& manifest = book_.issue->manifest;
    const std::size_t first = reference.find('/');
    const std::size_t second = reference.find('/', first + 1);
    if (first == std::string::npos || second == std::string::npos) return {href, reference};
    const std::string slug = reference.substr(0, first);
    const std::string number = reference.substr(first + 1, second - first - 1);
    if (slug != manifest.slug) return {href, reference};
    if (number == manifest.number) {
      const Article* here = book_.issue->article(reference.substr(second + 1));
      return {href, here == nullptr ? book_.title : plain_text(here->text(here->headline))};
    }
    return {href, fmt::format(fmt::runtime(labels_.issue), manifest.publication_name, number)};
  }

  void link_or_text(const std::string& href, std::string_view words) {
    if (href.empty()) {
      out_.text(words);
    } else {
      out_.element("a", {{"href", href}}, words);
    }
  }

  void corrections() {
    if (article_.corrections.empty()) return;
    open("section", {{"class", "corrections"},
                     {"epub:type", "errata"},
                     {"role", "doc-errata"},
                     {"aria-label", std::string(labels_.corrections)}});
    for (const Correction& correction : article_.corrections) {
      const auto [href, name] = target(correction.of);
      out_.open("p", blocks_.label_attributes({{"class", "of"}}));
      const std::string sentence(labels_.correction);  // with {} for the link
      const std::size_t gap = std::min(sentence.find("{}"), sentence.size());
      out_.text(sentence.substr(0, gap));
      link_or_text(href, name);
      if (gap < sentence.size()) out_.text(sentence.substr(gap + 2));
      out_.text(", ");
      out_.element("time", {{"datetime", to_iso(correction.date)}},
                   short_date(correction.date, article_.language));
      close();
      blocks_.leaf("p", {}, correction.text);
    }
    close();
  }

  void series() {
    for (const SeriesRef& reference : article_.series) {
      std::string title = reference.id;
      for (const PaperSeries& known : book_.issue->paper.series) {
        if (known.id == reference.id) title = known.title;
      }
      const std::string words = reference.part > 0
                                    ? fmt::format(fmt::runtime(labels_.part), title, reference.part)
                                    : title;
      out_.element("p", {{"class", "series"}}, words);
      out_.line();
    }
  }

  void links(std::string_view kind, std::string_view label, const std::vector<ArticleLink>& links) {
    if (links.empty()) return;
    const std::string id = own_id(entry_, std::string(kind));
    open("aside", {{"class", std::string(kind)}, {"aria-labelledby", id}});
    out_.element("p", blocks_.label_attributes({{"id", id}, {"class", "label"}}), label);
    out_.line();
    open("ul", {});
    for (const ArticleLink& link : links) {
      const auto [href, name] = target(link.target);
      out_.open("li");
      if (blocks_.is_shown(link.text)) {
        if (!href.empty()) out_.open("a", {{"href", href}});
        blocks_.text(link.text, !href.empty());
        if (!href.empty()) out_.close();
      } else {
        link_or_text(href, name);
      }
      close();
    }
    close();
    close();
  }

  MarkupWriter& out_;
  const Book& book_;
  const BookArticle& entry_;
  const Article& article_;
  const Labels& labels_;
  BlockWriter blocks_;
};

}  // namespace

std::string article_xhtml(const Book& book, const BookArticle& entry,
                          const BookPictures& pictures) {
  const Article& article = *entry.article;
  MarkupWriter out = begin_page({plain_text(article.text(article.headline)), article.language,
                                 "../css/news.css", keyword_list(article), "bodymatter"});
  ArticleWriter(out, book, entry, pictures).write();
  return end_page(out);
}

}  // namespace forme
