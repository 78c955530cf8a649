#include "pdf/pdf_writer.h"

#include <utility>

#include "base/hash.h"
#include "pdf/metadata_writer.h"
#include "pdf/navigation_writer.h"
#include "pdf/page_writer.h"
#include "pdf/structure_writer.h"

namespace forme {

namespace {

// libharu writes 1.7 at most; tags, transparency and CFF in a CIDFont need 1.4 or more.
constexpr int kMinorVersion = 7;

Result<std::string> write_document(const PdfDocument& document, const PdfSettings& settings,
                                   FaceSource faces, const Palette& palette,
                                   const PictureProvider& provide) {
  HaruDocument pdf;
  FontTable fonts(pdf, std::move(faces));
  ObjectTable objects(pdf);
  TagCollector tags(document.structure, settings.language, settings.tags);
  std::vector<PdfDict> pages;
  for (const DisplayPage& page : document.pages) {
    const double margin = settings.boxes ? 2 * page.bleed.pt() : 0;
    pages.push_back(pdf.add_page(page.trim.width.pt() + margin, page.trim.height.pt() + margin));
  }
  Status loaded = objects.load(document.pages, provide);
  if (!loaded) return loaded.failure();

  PageContext context{pdf, settings, palette, fonts, objects, tags, {}, {}, {}, {}};
  std::string fingerprint = settings.title + settings.creation_date + objects.fingerprint();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    Result<std::string> content =
        PageWriter(context, document.pages[i], static_cast<int>(i), pages[i]).write();
    if (!content) return content.failure();
    fingerprint += sha256_hex(*content);
  }
  Status written = fonts.write_all();
  if (!written) return written.failure();

  const auto annotations = write_links(pdf, pages, context.links, context.places);
  if (settings.links) write_destinations(pdf, pages, context.places);
  if (settings.bookmarks) write_bookmarks(pdf, document.bookmarks, context.places);
  if (tags.enabled()) write_structure(pdf, tags, pages, annotations);
  write_page_labels(pdf, settings.page_labels);
  write_metadata(pdf, settings, fingerprint);
  return pdf.save(kMinorVersion);
}

}  // namespace

Result<std::string> write_pdf_with(const PdfDocument& document, const PdfSettings& settings,
                                   FaceSource faces, const Palette& palette,
                                   const PictureProvider& provide) {
  try {
    return write_document(document, settings, std::move(faces), palette, provide);
  } catch (const HaruError& error) {
    Diagnostic d;
    d.message = error.what();
    d.cause = Cause::Surroundings;
    return d;
  }
}

}  // namespace forme
