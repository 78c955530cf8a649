#include "epub/navigation.h"

#include <fmt/format.h>

#include "base/language.h"
#include "epub/front_matter.h"
#include "epub/inline_xhtml.h"
#include "epub/labels.h"
#include "epub/shown_text.h"
#include "epub/xhtml_page.h"

namespace forme {

namespace {

class NavWriter {
 public:
  explicit NavWriter(const Book& book)
      : book_(book),
        language_(book.issue->manifest.language),
        labels_(labels_for(language_)),
        out_(begin_page({book.title, language_, "css/news.css", "", "frontmatter"})) {}

  std::string write() {
    open("nav", {{"epub:type", "toc"}, {"role", "doc-toc"}, {"aria-labelledby", "toc"}});
    heading("toc", labels_.contents);
    open("ol");
    item(kCoverFile, labels_.cover, true);
    item(kContentsFile, labels_.contents, true);
    for (const BookSection& section : book_.sections) tree(section);
    item(kImprintFile, labels_.imprint, true);
    close();
    close();
    landmarks();
    if (!book_.pages.empty()) page_list();
    return end_page(out_);
  }

 private:
  void open(std::string_view name, const Attributes& attributes = {}) {
    out_.open(name, attributes);
    out_.line();
  }
  void close() {
    out_.close();
    out_.line();
  }
  Attributes ours(Attributes attributes) const {
    if (labels_.language == primary_language(language_)) return attributes;
    for (Attribute& extra : language_attributes(labels_.language, language_)) {
      attributes.push_back(std::move(extra));
    }
    return attributes;
  }

  void heading(std::string_view id, std::string_view text) {
    out_.element("h2", ours({{"id", std::string(id)}}), text);
    out_.line();
  }

  void link(std::string_view href, std::string_view text, bool our_words) {
    Attributes attributes{{"href", std::string(href)}};
    if (our_words) attributes = ours(std::move(attributes));
    out_.element("a", attributes, text);
  }

  void item(std::string_view href, std::string_view text, bool our_words) {
    out_.open("li");
    link(href, text, our_words);
    close();
  }

  void tree(const BookSection& section) {
    out_.open("li");
    link(section.file, section.title, false);
    out_.line();
    open("ol");
    for (const std::size_t i : section.articles) {
      const BookArticle& entry = book_.articles[i];
      const Text& headline = entry.article->text(entry.article->headline);
      const std::string& spoken = headline.language.empty() ? language_ : headline.language;
      Attributes attributes{{"href", entry.file}};
      for (Attribute& extra : language_attributes(headline.language, language_)) {
        attributes.push_back(std::move(extra));
      }
      InlineContext context;
      context.language = spoken;
      context.in_link = true;
      out_.open("li");
      out_.open("a", attributes);
      write_inline(out_, headline, context);
      out_.close();
      close();
    }
    close();
    close();
  }

  void landmark(std::string_view type, std::string_view href, std::string_view text) {
    out_.open("li");
    out_.element("a", ours({{"epub:type", std::string(type)}, {"href", std::string(href)}}), text);
    close();
  }

  void landmarks() {
    open("nav",
         {{"epub:type", "landmarks"}, {"aria-labelledby", "landmarks"}, {"hidden", "hidden"}});
    heading("landmarks", labels_.landmarks);
    open("ol");
    landmark("cover", kCoverFile, labels_.cover);
    landmark("toc", kContentsFile, labels_.contents);
    if (!book_.sections.empty()) {
      landmark("bodymatter", book_.sections.front().file, labels_.start);
    }
    landmark("imprint", kImprintFile, labels_.imprint);
    close();
    close();
  }

  void page_list() {
    open("nav", {{"epub:type", "page-list"},
                 {"role", "doc-pagelist"},
                 {"aria-labelledby", "pages"},
                 {"hidden", "hidden"}});
    heading("pages", labels_.pages);
    open("ol");
    for (const PageTarget& target : book_.pages) {
      item(target.href, fmt::format("{}", target.page), false);
    }
    close();
    close();
  }

  const Book& book_;
  std::string language_;
  const Labels& labels_;
  MarkupWriter out_;
};

class NcxWriter {
 public:
  NcxWriter(const Book& book, const std::string& identifier)
      : book_(book),
        labels_(labels_for(book.issue->manifest.language)),
        out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {
    open("ncx", {{"xmlns", "http://www.daisy.org/z3986/2005/ncx/"},
                 {"version", "2005-1"},
                 {"xml:lang", book.issue->manifest.language}});
    open("head");
    meta("dtb:uid", identifier);
    meta("dtb:depth", "2");
    const int pages = book.pages.empty() ? 0 : book.pages.back().page;
    meta("dtb:totalPageCount", fmt::format("{}", pages));
    meta("dtb:maxPageNumber", fmt::format("{}", pages));
    close();
    words("docTitle", book.title);
  }

  std::string write() {
    open("navMap");
    leaf_point("cover", labels_.cover, kCoverFile);
    leaf_point("contents", labels_.contents, kContentsFile);
    for (std::size_t i = 0; i < book_.sections.size(); ++i) {
      const BookSection& section = book_.sections[i];
      open_point(fmt::format("section-{}", i + 1), section.title, section.file);
      for (const std::size_t at : section.articles) {
        const BookArticle& entry = book_.articles[at];
        leaf_point("article-" + entry.article->id,
                   plain_text(entry.article->text(entry.article->headline)), entry.file);
      }
      close();
    }
    leaf_point("imprint", labels_.imprint, kImprintFile);
    close();
    if (!book_.pages.empty()) page_list();
    close();
    return out_.take();
  }

 private:
  void open(std::string_view name, const Attributes& attributes = {}) {
    out_.open(name, attributes);
    out_.line();
  }
  void close() {
    out_.close();
    out_.line();
  }
  void meta(std::string_view name, const std::string& content) {
    out_.empty("meta", {{"name", std::string(name)}, {"content", content}});
    out_.line();
  }
  void words(std::string_view name, std::string_view text) {
    out_.open(name);
    out_.element("text", {}, text);
    close();
  }
  void open_point(const std::string& id, std::string_view label, std::string_view href) {
    open("navPoint", {{"id", id}, {"playOrder", next_order()}});
    words("navLabel", label);
    out_.empty("content", {{"src", std::string(href)}});
    out_.line();
  }
  void leaf_point(const std::string& id, std::string_view label, std::string_view href) {
    open_point(id, label, href);
    close();
  }
  std::string next_order() { return fmt::format("{}", ++order_); }

  void page_list() {
    open("pageList");
    words("navLabel", labels_.pages);
    for (const PageTarget& target : book_.pages) {
      const std::string number = fmt::format("{}", target.page);
      open("pageTarget", {{"id", "page-" + number},
                          {"type", "normal"},
                          {"value", number},
                          {"playOrder", next_order()}});
      words("navLabel", number);
      out_.empty("content", {{"src", target.href}});
      out_.line();
      close();
    }
    close();
  }

  const Book& book_;
  const Labels& labels_;
  MarkupWriter out_;
  int order_ = 0;
};

}  // namespace

std::string navigation_xhtml(const Book& book) {
  return NavWriter(book).write();
}

std::string navigation_ncx(const Book& book, const std::string& identifier) {
  return NcxWriter(book, identifier).write();
}

}  // namespace forme
