#include "epub/book.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "content/visit_blocks.h"
#include "epub/file_names.h"
#include "epub/labels.h"
#include "epub/page_breaks.h"
#include "epub/shown_text.h"

namespace forme {

namespace {

std::set<std::string> block_ids(const Article& article) {
  std::set<std::string> ids;
  visit_blocks(article, [&](const Block& block) {
    const auto* figure = std::get_if<Figure>(&block.body);
    if (figure == nullptr || (figure->outputs & kEpub) != 0) ids.insert(block.id);
  });
  return ids;
}

std::string section_title(const Issue& issue, const std::string& id) {
  const PaperSection* section = issue.paper.section(id);
  if (section != nullptr && !section->title.empty()) return section->title;
  if (!id.empty()) return id;
  return std::string(labels_for(issue.manifest.language).articles);
}

std::vector<std::string> section_order(const Issue& issue,
                                       const std::vector<BookArticle>& articles) {
  std::vector<std::string> order;
  const auto used = [&](const std::string& id) {
    return std::any_of(articles.begin(), articles.end(),
                       [&](const BookArticle& a) { return a.article->section == id; });
  };
  const auto add = [&](const std::string& id) {
    if (std::find(order.begin(), order.end(), id) == order.end()) order.push_back(id);
  };
  for (const PaperSection& section : issue.paper.sections) {
    if (used(section.id)) add(section.id);
  }
  for (const BookArticle& article : articles) add(article.article->section);
  return order;
}

std::vector<BookSection> plan_sections(const Issue& issue,
                                       const std::vector<BookArticle>& articles) {
  std::vector<BookSection> sections;
  std::set<std::string> files;
  for (const std::string& id : section_order(issue, articles)) {
    BookSection section{id, section_title(issue, id), section_file(id), {}, {}};
    if (!files.insert(section.file).second) {  // the same but for capitals
      section.file = section_file("= " + id);
      files.insert(section.file);
    }
    for (std::size_t i = 0; i < articles.size(); ++i) {
      if (articles[i].article->section == id) section.articles.push_back(i);
    }
    std::stable_sort(section.articles.begin(), section.articles.end(),
                     [&](std::size_t a, std::size_t b) {
                       return articles[a].article->priority < articles[b].article->priority;
                     });
    sections.push_back(std::move(section));
  }
  return sections;
}

}  // namespace

const BookArticle* Book::article(std::string_view id) const {
  for (const BookArticle& candidate : articles) {
    if (candidate.article->id == id) return &candidate;
  }
  return nullptr;
}

Book plan_book(const Issue& issue, const PageMap& map) {
  const Manifest& manifest = issue.manifest;
  Book book;
  book.issue = &issue;
  book.title = fmt::format(fmt::runtime(labels_for(manifest.language).issue),
                           manifest.publication_name, manifest.number);
  book.date = long_date(manifest.cover_date, manifest.language);
  for (const Article& article : issue.articles) {
    if ((article.outputs & kEpub) == 0) continue;
    book.articles.push_back(
        {&article, article_file(article.id), shown_leaves(article), block_ids(article), {}});
  }
  book.sections = plan_sections(issue, book.articles);
  place_page_breaks(book, map);
  return book;
}

}  // namespace forme
