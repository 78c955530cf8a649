#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "content/text.h"
#include "font/face.h"
#include "shaping/glyph_run.h"

namespace forme {

// A node of the structure tree; 0 is the root, kArtifact is furniture that no reader needs.
using NodeId = std::uint32_t;
inline constexpr NodeId kArtifact = 0xFFFFFFFF;

struct GlyphItem {
  NodeId node = kArtifact;
  TextRef text;  // leaf == kNoLeaf: furniture
  Point origin;  // of the pen on the baseline
  GlyphRun run;
  bool overfull = false;  // of a line that is wider than its measure
  bool operator==(const GlyphItem&) const = default;
};
struct RuleItem {  // a filled box: column rules, tints, panels
  NodeId node = kArtifact;
  Rect box;
  std::string colour;
  bool operator==(const RuleItem&) const = default;
};
struct FrameItem {  // a stroked box; the stroke lies inside `box`
  NodeId node = kArtifact;
  Rect box;
  Length thickness;
  std::string colour;
  bool operator==(const FrameItem&) const = default;
};
struct PolygonItem {  // filled; jump arrows, the modules of a QR code as one shape
  NodeId node = kArtifact;
  std::vector<std::vector<Point>> contours;
  std::string colour;
  bool operator==(const PolygonItem&) const = default;
};
struct PictureItem {
  NodeId node = kArtifact;
  std::string source;                                              // as Figure::source
  Rect box;                                                        // where the shown part stands
  double crop_x = 0, crop_y = 0, crop_width = 1, crop_height = 1;  // the shown part, in fractions
  bool operator==(const PictureItem&) const = default;
};
struct AdvertItem {  // a page of another PDF
  NodeId node = kArtifact;
  std::string source;
  Rect box;
  bool operator==(const AdvertItem&) const = default;
};
struct LinkItem {  // an area that leads somewhere; screen editions only
  NodeId node = kArtifact;
  Rect box;
  std::string uri;          // else
  std::string destination;  // a named destination
  std::string title;        // what a screen reader says
  bool operator==(const LinkItem&) const = default;
};
struct DestinationItem {  // a named place: "article/rail", "page/5"
  std::string name;
  Point at;
  bool operator==(const DestinationItem&) const = default;
};

using DisplayItem = std::variant<RuleItem, FrameItem, PolygonItem, PictureItem, AdvertItem,
                                 GlyphItem, LinkItem, DestinationItem>;

// One page in paint order.
struct DisplayPage {
  int folio = 0;
  Size trim;
  Length bleed;
  std::vector<DisplayItem> items;
  bool operator==(const DisplayPage&) const = default;
};

// One line an item, lengths in points with three places.
std::string to_text(const DisplayPage& page);

}  // namespace forme
