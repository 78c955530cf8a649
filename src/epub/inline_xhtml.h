#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "epub/book.h"
#include "epub/markup_writer.h"

namespace forme {

// Where a link of the copy leads from a document in EPUB/text/: into the package when it names an
// article of this issue, to the paper's site when it names one of another, and as it is for http,
// https, mailto and tel. Empty when it leads nowhere; such a link becomes plain text.
std::string resolve_link(const Book& book, const BookArticle& from, std::string_view href);

// The attributes that say the language of an element, nothing when it is that of its surroundings.
Attributes language_attributes(std::string_view language, std::string_view around);

struct InlineContext {
  const Book* book = nullptr;
  const BookArticle* article = nullptr;  // nullptr: no links, no note marks, no page breaks
  LeafId leaf = kNoLeaf;
  std::string_view language;           // of the element that holds the text
  std::set<LeafId>* marked = nullptr;  // takes the footnotes whose marks were written
  bool in_link = false;                // inside an <a>, which may hold no other
  bool after_start = false;            // a page break before the first byte is written already
};

// Running text as phrasing content: spans as elements, U+2028 as <br/>, the marks of print pages.
void write_inline(MarkupWriter& out, const Text& text, const InlineContext& context);

// <span epub:type="pagebreak" …/> for a page of the print edition.
void write_page_break(MarkupWriter& out, int page, std::string_view id, std::string_view language);

// An id of our own that makes way for the article's block ids.
std::string own_id(const BookArticle& article, std::string wanted);
// Ids of a footnote and of the place that calls it.
std::string note_id(const BookArticle& article, LeafId footnote);
std::string note_mark_id(const BookArticle& article, LeafId footnote);

}  // namespace forme
