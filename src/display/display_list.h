#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "content/article.h"
#include "font/face.h"
#include "shaping/glyph_run.h"

namespace forme {

// A node of the structure tree; 0 is the root, kArtifact is furniture that no reader needs.
using NodeId = std::uint32_t;
inline constexpr NodeId kArtifact = 0xFFFFFFFF;

// Each item says in which outputs it is drawn, as bits of Output; its room is kept in all of them.
struct GlyphItem {
  NodeId node = kArtifact;
  TextRef text;  // leaf == kNoLeaf: furniture
  Point origin;  // of the pen on the baseline
  GlyphRun run;
  std::uint8_t outputs = kAllOutputs;
  bool operator==(const GlyphItem&) const = default;
};
struct RuleItem {  // a filled box: column rules, tints, panels
  NodeId node = kArtifact;
  Rect box;
  std::string colour;
  std::uint8_t outputs = kAllOutputs;
  double opacity = 1;  // less on proofs alone: a press may refuse transparency
  bool operator==(const RuleItem&) const = default;
};
struct FrameItem {  // a stroked box; the stroke lies inside `box`
  NodeId node = kArtifact;
  Rect box;
  Length thickness;
  std::string colour;
  std::uint8_t outputs = kAllOutputs;
  bool operator==(const FrameItem&) const = default;
};
struct PolygonItem {  // filled; jump arrows, the modules of a QR code as one shape
  NodeId node = kArtifact;
  std::vector<std::vector<Point>> contours;
  std::string colour;
  bool points_on = false;  // the way that the text runs, as a jump arrow does
  std::uint8_t outputs = kAllOutputs;
  bool operator==(const PolygonItem&) const = default;
};
struct PictureItem {
  NodeId node = kArtifact;
  std::string source;                                              // as Figure::source
  Rect box;                                                        // where the shown part stands
  double crop_x = 0, crop_y = 0, crop_width = 1, crop_height = 1;  // the shown part, in fractions
  std::uint8_t outputs = kAllOutputs;
  bool operator==(const PictureItem&) const = default;
};
struct AdvertItem {  // a page of another PDF
  NodeId node = kArtifact;
  std::string source;
  Rect box;
  std::uint8_t outputs = kAllOutputs;
  bool operator==(const AdvertItem&) const = default;
};
struct LinkItem {  // an area that leads somewhere; screen editions only
  NodeId node = kArtifact;
  Rect box;
  std::string uri;          // else
  std::string destination;  // a named destination
  std::string title;        // what a screen reader says
  std::uint8_t outputs = kAllOutputs;
  bool operator==(const LinkItem&) const = default;
};
// A set line; it marks nothing. The glyph items between it and the next LineItem are its runs.
struct LineItem {
  TextRef text;            // leaf == kNoLeaf: furniture
  Point origin;            // where it begins at the left, on the baseline
  Length width;            // as set
  double space_ratio = 1;  // word space as set / natural word space; 1 in ragged text
  bool hyphenated = false, overfull = false, last_of_paragraph = false;  // as in Line
  std::uint8_t outputs = kAllOutputs;
  bool operator==(const LineItem&) const = default;
};
struct DestinationItem {  // a named place: "article/rail", "page/5"
  std::string name;
  Point at;
  std::uint8_t outputs = kAllOutputs;
  bool operator==(const DestinationItem&) const = default;
};

using DisplayItem = std::variant<RuleItem, FrameItem, PolygonItem, PictureItem, AdvertItem,
                                 GlyphItem, LineItem, LinkItem, DestinationItem>;

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
