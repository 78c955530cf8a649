#include "epub/front_matter.h"

#include <fmt/format.h>

#include "base/language.h"
#include "epub/file_names.h"
#include "epub/inline_xhtml.h"
#include "epub/labels.h"
#include "epub/xhtml_page.h"

namespace forme {

namespace {

const std::string& language_of(const Book& book) {
  return book.issue->manifest.language;
}
const Labels& labels_of(const Book& book) {
  return labels_for(language_of(book));
}

// Adds the language of our own words where the issue's differs.
Attributes with_label_language(const Book& book, Attributes attributes) {
  const std::string_view words = labels_of(book).language;
  if (words == primary_language(language_of(book))) return attributes;
  for (Attribute& extra : language_attributes(words, language_of(book))) {
    attributes.push_back(std::move(extra));
  }
  return attributes;
}

void open_line(MarkupWriter& out, std::string_view name, const Attributes& attributes = {}) {
  out.open(name, attributes);
  out.line();
}

void close_line(MarkupWriter& out) {
  out.close();
  out.line();
}

void element_line(MarkupWriter& out, std::string_view name, const Attributes& attributes,
                  std::string_view text) {
  out.element(name, attributes, text);
  out.line();
}

// A leaf outside its own document: no links, marks or breaks.
void quote_leaf(MarkupWriter& out, const Book& book, std::string_view name, Attributes attributes,
                const Text& text, bool in_link) {
  for (Attribute& extra : language_attributes(text.language, language_of(book))) {
    attributes.push_back(std::move(extra));
  }
  const std::string& language = text.language.empty() ? language_of(book) : text.language;
  InlineContext context;
  context.language = language;
  context.in_link = in_link;
  out.open(name, attributes);
  write_inline(out, text, context);
  out.close();
}

void article_entry(MarkupWriter& out, const Book& book, const BookArticle& entry,
                   bool with_standfirst) {
  const Article& article = *entry.article;
  open_line(out, "li");
  out.open("a", {{"href", from_text(entry.file)}});
  quote_leaf(out, book, "span", {}, article.text(article.headline), true);
  out.close();
  out.line();
  for (const LeafId standfirst : article.standfirsts) {
    if (!with_standfirst) break;
    quote_leaf(out, book, "p", {{"class", "standfirst"}}, article.text(standfirst), false);
    out.line();
  }
  close_line(out);
}

void contacts(MarkupWriter& out, const Book& book) {
  const Paper& paper = book.issue->paper;
  if (paper.contacts.empty()) return;
  element_line(out, "h2", with_label_language(book, {}), labels_of(book).contacts);
  open_line(out, "dl", {{"class", "directory"}});
  for (const Contact& contact : paper.contacts) {
    element_line(out, "dt", {}, contact.label.empty() ? contact.kind : contact.label);
    std::string href;
    if (contact.kind == "email") href = "mailto:" + contact.value;
    if (contact.value.rfind("https://", 0) == 0) href = contact.value;
    out.open("dd");
    if (href.empty()) {
      out.text(contact.value);
    } else {
      out.element("a", {{"href", href}}, contact.value);
    }
    close_line(out);
  }
  close_line(out);
}

void calls(MarkupWriter& out, const Book& book) {
  for (const Call& call : book.issue->paper.calls) {
    open_line(out, "section", {{"class", "panel"}});
    if (!call.headline.empty()) element_line(out, "h2", {}, call.headline);
    for (const std::string& paragraph : call.paragraphs) element_line(out, "p", {}, paragraph);
    if (!call.href.empty()) {
      out.open("p");
      out.element("a", {{"href", call.href}}, call.caption.empty() ? call.href : call.caption);
      close_line(out);
    }
    close_line(out);
  }
}

}  // namespace

std::string cover_alt(const Book& book) {
  const Manifest& manifest = book.issue->manifest;
  return fmt::format(fmt::runtime(labels_of(book).front_page), manifest.publication_name,
                     manifest.number, book.date, book.issue->title());
}

std::string cover_xhtml(const Book& book) {
  MarkupWriter out = begin_page(
      {std::string(labels_of(book).cover), language_of(book), "../css/news.css", "", "cover"});
  open_line(out, "div", {{"class", "cover"}});
  out.empty("img",
            {{"src", from_text(kCoverPicture)}, {"alt", cover_alt(book)}, {"role", "doc-cover"}});
  out.line();
  close_line(out);
  return end_page(out);
}

std::string contents_xhtml(const Book& book) {
  const Labels& labels = labels_of(book);
  MarkupWriter out = begin_page(
      {std::string(labels.contents), language_of(book), "../css/news.css", "", "frontmatter"});
  open_line(out, "section",
            {{"epub:type", "toc"}, {"role", "doc-toc"}, {"aria-labelledby", "contents"}});
  element_line(out, "p", {{"class", "kicker"}}, book.title);
  element_line(out, "h1", with_label_language(book, {{"id", "contents"}}), labels.contents);
  element_line(out, "p", {{"class", "dateline"}}, book.date);
  for (const BookSection& section : book.sections) {
    out.open("h2");
    out.element("a", {{"href", from_text(section.file)}}, section.title);
    close_line(out);
    open_line(out, "ul", {{"class", "contents"}});
    for (const std::size_t i : section.articles) article_entry(out, book, book.articles[i], true);
    close_line(out);
  }
  close_line(out);
  return end_page(out);
}

std::string section_xhtml(const Book& book, const BookSection& section) {
  MarkupWriter out =
      begin_page({section.title, language_of(book), "../css/news.css", "", "bodymatter"});
  open_line(out, "section",
            {{"epub:type", "part"}, {"role", "doc-part"}, {"aria-labelledby", "section"}});
  for (const int page : section.bare_pages) {
    write_page_break(out, page, bare_page_id(page), language_of(book));
    out.line();
  }
  element_line(out, "h1", {{"id", "section"}}, section.title);
  open_line(out, "ul", {{"class", "contents"}});
  for (const std::size_t i : section.articles) article_entry(out, book, book.articles[i], false);
  close_line(out);
  close_line(out);
  return end_page(out);
}

std::string imprint_xhtml(const Book& book, const std::vector<FontLibrary::Licence>& fonts) {
  const Labels& labels = labels_of(book);
  const Issue& issue = *book.issue;
  MarkupWriter out = begin_page(
      {std::string(labels.imprint), language_of(book), "../css/news.css", "", "backmatter"});
  open_line(out, "section", {{"epub:type", "imprint"}, {"aria-labelledby", "imprint"}});
  element_line(out, "h1", with_label_language(book, {{"id", "imprint"}}), labels.imprint);
  std::string line = fmt::format("{}, {}", book.title, book.date);
  if (!issue.manifest.issn.empty()) line += fmt::format(". ISSN {}", issue.manifest.issn);
  element_line(out, "p", {}, line);
  if (issue.manifest.edition > 1) {
    element_line(out, "p", with_label_language(book, {}),
                 fmt::format(fmt::runtime(labels.edition), issue.manifest.edition));
  }
  for (const std::string& paragraph : issue.paper.imprint) element_line(out, "p", {}, paragraph);
  if (!issue.paper.rights.empty()) {
    element_line(out, "p", {{"class", "rights"}}, issue.paper.rights);
  }
  contacts(out, book);
  calls(out, book);
  if (!fonts.empty()) open_line(out, "ul", {{"class", "fonts"}});
  for (const FontLibrary::Licence& font : fonts) {
    element_line(out, "li", {}, fmt::format("{}: {}", font.family, font.name));
  }
  if (!fonts.empty()) close_line(out);
  close_line(out);
  return end_page(out);
}

}  // namespace forme
