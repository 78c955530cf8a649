#include "epub/package_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/hash.h"
#include "base/language.h"
#include "epub/labels.h"
#include "epub/markup_writer.h"

namespace forme {

namespace {

class PackageWriter {
 public:
  explicit PackageWriter(const Book& book)
      : book_(book),
        manifest_(book.issue->manifest),
        labels_(labels_for(manifest_.language)),
        out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

  std::string write(const std::vector<ManifestItem>& items, const std::vector<std::string>& spine) {
    open("package", {{"xmlns", "http://www.idpf.org/2007/opf"},
                     {"version", "3.0"},
                     {"unique-identifier", "issue"},
                     {"prefix", "prism: http://prismstandard.org/namespaces/basic/3.0/"},
                     {"xml:lang", manifest_.language}});
    open("metadata", {{"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
    dublin_core();
    series();
    accessibility();
    close();
    write_items(items, spine);
    close();
    return out_.take();
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
  void element(std::string_view name, const Attributes& attributes, std::string_view text) {
    out_.element(name, attributes, text);
    out_.line();
  }
  void meta(std::string_view property, std::string_view text, Attributes more = {}) {
    more.insert(more.begin(), {"property", std::string(property)});
    element("meta", more, text);
  }

  void dublin_core() {
    const Paper& paper = book_.issue->paper;
    element("dc:identifier", {{"id", "issue"}}, book_identifier(*book_.issue));
    element("dc:title", {{"id", "title"}},
            fmt::format("{}: {}", book_.title, book_.issue->title()));
    for (const std::string& language : languages()) element("dc:language", {}, language);
    element("dc:creator", {}, manifest_.publication_name);
    element("dc:publisher", {}, manifest_.publication_name);
    element("dc:date", {}, to_iso(manifest_.cover_date));
    element("dc:type", {}, "Newspaper");
    if (!paper.rights.empty()) element("dc:rights", {}, paper.rights);
    for (const std::string& subject : subjects()) element("dc:subject", {}, subject);
    meta("dcterms:modified", modified_time(manifest_.cover_date, manifest_.edition));
    out_.empty("meta", {{"name", "cover"}, {"content", "cover-image"}});  // for EPUB 2
    out_.line();
  }

  // The issue's language, then the other languages that whole articles have.
  std::vector<std::string> languages() const {
    std::vector<std::string> list{manifest_.language};
    for (const BookArticle& entry : book_.articles) add_once(list, entry.article->language);
    return list;
  }

  std::vector<std::string> subjects() const {
    std::vector<std::string> list;
    for (const BookArticle& entry : book_.articles) {
      for (const KeywordRef& keyword : entry.article->keywords) add_once(list, keyword.label);
    }
    std::sort(list.begin(), list.end());
    return list;
  }

  static void add_once(std::vector<std::string>& list, const std::string& text) {
    if (text.empty() || std::find(list.begin(), list.end(), text) != list.end()) return;
    list.push_back(text);
  }

  void series() {
    meta("belongs-to-collection", manifest_.publication_name, {{"id", "paper"}});
    meta("collection-type", "series", {{"refines", "#paper"}});
    // Of a double issue ("890-891") the first number: positions are numbers.
    meta("group-position", manifest_.number.substr(0, manifest_.number.find('-')),
         {{"refines", "#paper"}});
    if (!manifest_.issn.empty()) {
      meta("dcterms:identifier", "urn:issn:" + manifest_.issn, {{"refines", "#paper"}});
      meta("prism:issn", manifest_.issn);
    }
    meta("prism:publicationName", manifest_.publication_name);
    meta("prism:number", manifest_.number);
    meta("prism:coverDate", to_iso(manifest_.cover_date));
    meta("prism:aggregationType", "newspaper");
  }

  void accessibility() {
    for (const char* mode : {"textual", "visual"}) meta("schema:accessMode", mode);
    for (const char* modes : {"textual", "textual,visual"})
      meta("schema:accessModeSufficient", modes);
    for (const char* feature : {"alternativeText", "ARIA", "displayTransformability",
                                "readingOrder", "structuralNavigation", "tableOfContents"}) {
      meta("schema:accessibilityFeature", feature);
    }
    if (!book_.pages.empty()) {
      meta("schema:accessibilityFeature", "pageBreakMarkers");
      meta("schema:accessibilityFeature", "pageNavigation");
      meta("pageBreakSource", fmt::format(fmt::runtime(labels_.print_edition), book_.title));
    }
    meta("schema:accessibilityHazard", "none");
    Attributes spoken;
    if (labels_.language != primary_language(manifest_.language)) {
      spoken.push_back({"xml:lang", std::string(labels_.language)});
    }
    meta("schema:accessibilitySummary", labels_.accessibility, spoken);
    meta("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.1 Level AA", {{"id", "conforms"}});
    meta("a11y:certifiedBy", manifest_.publication_name, {{"refines", "#conforms"}});
  }

  void write_items(const std::vector<ManifestItem>& items, const std::vector<std::string>& spine) {
    open("manifest", {});
    for (const ManifestItem& item : items) {
      Attributes attributes{{"id", item.id}, {"href", item.file}, {"media-type", item.media_type}};
      if (!item.properties.empty()) attributes.push_back({"properties", item.properties});
      out_.empty("item", attributes);
      out_.line();
    }
    close();
    Attributes attributes{{"toc", "ncx"}};
    if (is_right_to_left(book_.issue->manifest.language))
      attributes.push_back({"page-progression-direction", "rtl"});
    open("spine", attributes);
    for (const std::string& id : spine) {
      out_.empty("itemref", {{"idref", id}});
      out_.line();
    }
    close();
  }

  const Book& book_;
  const Manifest& manifest_;
  const Labels& labels_;
  MarkupWriter out_;
};

}  // namespace

// RFC 9562, 5.8: version 8, the bits made by ourselves, here from SHA-256.
std::string book_identifier(const Issue& issue) {
  const Manifest& manifest = issue.manifest;
  std::string hex =
      sha256_hex(fmt::format("{}/{}/{}", manifest.slug, manifest.issn, manifest.number));
  hex[12] = '8';
  const auto variant = static_cast<unsigned char>(hex[16]);
  hex[16] = "89ab"[variant % 4];
  return fmt::format("urn:uuid:{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4),
                     hex.substr(12, 4), hex.substr(16, 4), hex.substr(20, 12));
}

std::string modified_time(const Date& cover_date, int edition) {
  namespace chrono = std::chrono;
  const chrono::year_month_day day{chrono::year(cover_date.year),
                                   chrono::month(static_cast<unsigned>(cover_date.month)),
                                   chrono::day(static_cast<unsigned>(cover_date.day))};
  const auto minutes_after = std::max(edition - 1, 0);
  constexpr int kMinutesPerDay = 24 * 60;
  const chrono::year_month_day then{chrono::sys_days(day) +
                                    chrono::days(minutes_after / kMinutesPerDay)};
  const int minute = minutes_after % kMinutesPerDay;
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:00Z", static_cast<int>(then.year()),
                     static_cast<unsigned>(then.month()), static_cast<unsigned>(then.day()),
                     minute / 60, minute % 60);
}

std::string package_document(const Book& book, const std::vector<ManifestItem>& items,
                             const std::vector<std::string>& spine) {
  return PackageWriter(book).write(items, spine);
}

}  // namespace forme
