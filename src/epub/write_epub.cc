#include "epub/write_epub.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "epub/article_xhtml.h"
#include "epub/book.h"
#include "epub/book_fonts.h"
#include "epub/book_pictures.h"
#include "epub/front_matter.h"
#include "epub/navigation.h"
#include "epub/package_document.h"
#include "epub/stylesheet.h"
#include "epub/zip_writer.h"

namespace forme {

namespace {

constexpr std::string_view kXhtml = "application/xhtml+xml";
constexpr std::string_view kContainer =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
    "<rootfiles>\n"
    "<rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>\n"
    "</rootfiles>\n"
    "</container>\n";

// The files of the package, as manifest items and as bytes, and which of them are read in what
// order.
class Package {
 public:
  void add(ManifestItem item, std::string data, bool stored = false) {
    entries_.push_back({"EPUB/" + item.file, std::move(data), stored});
    items_.push_back(std::move(item));
  }

  // A document of the spine; its id is its name without folder and ending.
  void add_document(std::string_view file, std::string data) {
    const std::size_t slash = file.rfind('/');
    const std::string id(file.substr(slash + 1, file.rfind('.') - slash - 1));
    collect_characters(data, characters_);
    spine_.push_back(id);
    add({id, std::string(file), std::string(kXhtml), {}}, std::move(data));
  }

  const std::set<char32_t>& characters() const { return characters_; }

  Result<std::string> zip(const Book& book) {
    std::sort(items_.begin(), items_.end(),
              [](const ManifestItem& a, const ManifestItem& b) { return a.file < b.file; });
    // The imprint is the one page that differs between copies: with it last, all before it is
    // shared.
    const std::string last = "EPUB/" + std::string(kImprintFile);
    std::sort(entries_.begin(), entries_.end(), [&](const ZipEntry& a, const ZipEntry& b) {
      return (a.name == last) != (b.name == last) ? b.name == last : a.name < b.name;
    });
    std::vector<ZipEntry> all{{"mimetype", "application/epub+zip", true},
                              {"META-INF/container.xml", std::string(kContainer), false},
                              {"EPUB/package.opf", package_document(book, items_, spine_), false}};
    std::move(entries_.begin(), entries_.end(), std::back_inserter(all));
    return write_zip(all, book.issue->manifest.cover_date);
  }

 private:
  std::vector<ManifestItem> items_;
  std::vector<ZipEntry> entries_;
  std::vector<std::string> spine_;
  std::set<char32_t> characters_;
};

std::string stem(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  return std::string(file.substr(slash + 1, file.rfind('.') - slash - 1));
}

// Every document but the imprint, which names the fonts.
void add_documents(Package& package, const Book& book, const BookPictures& pictures) {
  package.add_document(kCoverFile, cover_xhtml(book));
  package.add_document(kContentsFile, contents_xhtml(book));
  for (const BookSection& section : book.sections) {
    package.add_document(section.file, section_xhtml(book, section));
    for (const std::size_t i : section.articles) {
      const BookArticle& entry = book.articles[i];
      package.add_document(entry.file, article_xhtml(book, entry, pictures));
    }
  }
}

void add_pictures(Package& package, const BookPictures& pictures) {
  std::set<std::string> added;
  for (const auto& [source, picture] : pictures) {
    if (!added.insert(picture.file).second) continue;
    package.add({"picture-" + stem(picture.file), picture.file, picture.media_type, {}},
                picture.data, true);
  }
}

// The imprint names the licences of the fonts, and the fonts hold the characters of the imprint: so
// the licences are asked for first.
Status add_fonts(Package& package, const EpubInput& input, const Book& book) {
  const std::vector<BookFont> first = choose_fonts(input, package.characters());
  package.add_document(kImprintFile, imprint_xhtml(book, licences_of(first, input.fonts)));
  std::vector<BookFont> fonts = choose_fonts(input, package.characters());
  const Status cut = cut_fonts(fonts, input.fonts, package.characters());
  if (!cut.ok()) return cut;
  for (BookFont& font : fonts) {
    if (font.data.empty()) continue;
    package.add({"font-" + stem(font.file), font.file, font.media_type, {}}, std::move(font.data));
  }
  package.add({"css", "css/news.css", "text/css", {}}, stylesheet(fonts));
  return Done{};
}

}  // namespace

Result<std::string> write_epub(const EpubInput& input, Diagnostics& diagnostics) {
  const Book book = plan_book(input.issue, input.page_map);
  Diagnostics trouble;
  const BookPictures pictures = collect_pictures(book, input.files, input.cmyk_icc, trouble);
  diagnostics.append(trouble);
  if (trouble.has_errors()) return trouble.all().front();
  Result<BookPicture> cover = cover_picture(input.cover, input.cmyk_icc);
  if (!cover.ok()) return cover.failure();

  Package package;
  package.add({"cover-image", cover->file, cover->media_type, "cover-image"},
              std::move(cover->data), true);
  add_documents(package, book, pictures);
  add_pictures(package, pictures);
  package.add({"nav", "nav.xhtml", std::string(kXhtml), "nav"}, navigation_xhtml(book));
  package.add({"ncx", "toc.ncx", "application/x-dtbncx+xml", {}},
              navigation_ncx(book, book_identifier(input.issue)));
  if (const Status fonts = add_fonts(package, input, book); !fonts.ok()) return fonts.failure();
  return package.zip(book);
}

}  // namespace forme
