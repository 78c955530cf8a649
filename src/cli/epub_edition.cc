#include "cli/epub_edition.h"

#include <optional>

#include "epub/write_epub.h"

namespace forme {
namespace {

// A face for the EPUB: of normal width, since the reader's screen has room.
FaceRequest request(const char* family, int weight, bool italic) {
  return {family, weight, italic, "normal"};
}

// White, until page 1 can be drawn as pixels.
Pixels blank_cover(const Size& trim) {
  Pixels cover;
  cover.width = 1200;
  cover.height = static_cast<int>(1200 * (trim.height / trim.width));
  cover.samples.assign(static_cast<std::size_t>(cover.width * cover.height * 3), 255);
  return cover;
}

}  // namespace

Result<std::string> epub_edition(const MadeIssue& issue, Assets&, const FileSystem& files,
                                 Diagnostics& diagnostics) {
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
  const EpubInput input{s.issue,  issue.made.page_map, s.fonts,  faces[0], faces[1],         faces[2],
                        faces[3], faces[4],            blank_cover(s.layout.trim), s.press.cmyk_icc, files};
  return write_epub(input, diagnostics);
}

}  // namespace forme
