#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/issue.h"
#include "content/page_map.h"

namespace forme {

// A mark in a text where a page of the print edition begins.
struct PageBreak {
  int page = 0;
  LeafId leaf = kNoLeaf;
  std::uint32_t offset = 0;  // in the leaf, at the first byte of a word
  std::string id;            // in its document
};

struct BookArticle {
  const Article* article = nullptr;
  std::string file;               // relative to EPUB/
  std::vector<bool> shown;        // by leaf
  std::set<std::string> blocks;   // ids of the blocks that stand in the document
  std::vector<PageBreak> breaks;  // by leaf and offset
};

struct BookSection {
  std::string id, title, file;
  std::vector<std::size_t> articles;  // in Book::articles
  std::vector<int> bare_pages;        // pages of the print edition that have no text here
};

struct PageTarget {
  int page = 0;
  std::string href;  // relative to EPUB/, with fragment
};

// What the package holds and in what order, before any of it is written.
struct Book {
  const Issue* issue = nullptr;
  std::string title;                  // "The Courier, issue 890"
  std::string date;                   // long, in the issue's language
  std::vector<BookArticle> articles;  // those whose outputs have epub, in the issue's order
  std::vector<BookSection> sections;  // with at least one article each
  std::vector<PageTarget> pages;      // one for each page of the print edition, in order

  const BookArticle* article(std::string_view id) const;
};

// Sections in the order of the paper, then as they appear; in a section, by priority and then as in
// the issue. A page's target is its first word in reading order that stands in the package; a page
// with none has its mark in the page of its section.
Book plan_book(const Issue& issue, const PageMap& map);

// The id of a page's mark in a section's document.
std::string bare_page_id(int page);

}  // namespace forme
