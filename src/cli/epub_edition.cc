#include "cli/epub_edition.h"

#include <iterator>
#include <utility>

#include "display/shown_pages.h"
#include "epub/write_epub.h"
#include "raster/render_page.h"

namespace forme {
namespace {

// A face for the EPUB: of normal width, since the reader's screen has room.
FaceRequest request(const char* family, int weight, bool italic) {
  return {family, weight, italic, "normal"};
}

constexpr double kCoverWidth = 1400;  // pixels: sharp on a tablet, and under 4 MP

// Page 1 of the print edition as pixels.
Result<Pixels> draw_cover(const MadeIssue& issue, Shared& shared) {
  const Sources& s = issue.sources;
  if (issue.made.pages.empty()) {
    return Diagnostic{Severity::Error,
                      s.issue.manifest.where,
                      "the issue has no page for a cover",
                      {},
                      Cause::Input};
  }
  // A cover stands in the EPUB: what the EPUB may not have is not on it either.
  const std::vector<DisplayPage> first = {issue.made.pages.front()};
  const ShownPages front(first, kEpub);
  const DisplayPage& page = front.get().front();
  const auto pixels_of = [&](const PictureItem& item) -> Result<Pixels> {
    const Result<std::string>& bytes = shared.assets.bytes(item.source);
    if (!bytes) return bytes.failure();
    const auto pixels = decode_picture(*bytes, item.source);
    if (!pixels) return pixels.failure();
    return to_srgb(*pixels, s.press.cmyk_icc, &shared.colours);
  };
  return render_page(page, s.fonts, s.layout.palette, pixels_of,
                     kCoverWidth / (page.trim.width.pt() / 72));
}

}  // namespace

Result<std::string> epub_edition(const MadeIssue& issue, Shared& shared, Diagnostics& diagnostics) {
  const Sources& s = issue.sources;
  const FaceRequest requests[] = {request("text", 400, false), request("text", 400, true),
                                  request("text", 700, false), request("headline", 700, false),
                                  request("sans", 400, false)};
  FaceId faces[std::size(requests)] = {};
  for (std::size_t i = 0; i < std::size(requests); ++i) {
    const auto face = s.fonts.find(requests[i]);
    if (!face) return face.failure();
    faces[i] = *face;
  }
  auto cover = draw_cover(issue, shared);
  if (!cover) return cover.failure();
  const EpubInput input{
      s.issue,  issue.made.page_map, s.fonts,          faces[0],    faces[1], faces[2], faces[3],
      faces[4], *std::move(cover),   s.press.cmyk_icc, shared.files};
  return write_epub(input, diagnostics);
}

}  // namespace forme
