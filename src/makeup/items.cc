#include "makeup/items.h"

#include <algorithm>
#include <functional>

namespace forme {
namespace {

void move_item(DisplayItem& item, Length dx, Length dy) {
  struct Mover {
    Length dx, dy;
    void point(Point& p) const { p.x += dx, p.y += dy; }
    void box(Rect& r) const { r.x += dx, r.y += dy; }
    void operator()(GlyphItem& i) const { point(i.origin); }
    void operator()(RuleItem& i) const { box(i.box); }
    void operator()(FrameItem& i) const { box(i.box); }
    void operator()(PolygonItem& i) const {
      for (auto& contour : i.contours) {
        for (Point& p : contour) point(p);
      }
    }
    void operator()(PictureItem& i) const { box(i.box); }
    void operator()(AdvertItem& i) const { box(i.box); }
    void operator()(LineItem& i) const { point(i.origin); }
    void operator()(LinkItem& i) const { box(i.box); }
    void operator()(DestinationItem& i) const { point(i.at); }
  };
  std::visit(Mover{dx, dy}, item);
}

}  // namespace

void translate(std::vector<DisplayItem>& items, Length dx, Length dy) {
  for (DisplayItem& item : items) move_item(item, dx, dy);
}

namespace {

Length width_of(const GlyphRun& run) {
  Length width;
  for (const Glyph& glyph : run.glyphs) width += glyph.advance;
  return width;
}

// The runs as they are read: where some run from the right, that is not as they are seen.
std::vector<std::reference_wrapper<const PlacedRun>> reading_order(const Line& line) {
  std::vector<std::reference_wrapper<const PlacedRun>> runs(line.runs.begin(), line.runs.end());
  const auto from_right = [](const PlacedRun& placed) { return placed.run.right_to_left; };
  if (std::any_of(line.runs.begin(), line.runs.end(), from_right)) {
    std::stable_sort(runs.begin(), runs.end(), [](const PlacedRun& a, const PlacedRun& b) {
      return a.run.text_first < b.run.text_first;
    });
  }
  return runs;
}

void mirror_polygon(PolygonItem& item, Length width) {
  Length first, last;
  bool any = false;
  for (const auto& contour : item.contours) {
    for (const Point& p : contour) {
      first = any ? std::min(first, p.x) : p.x;
      last = any ? std::max(last, p.x) : p.x;
      any = true;
    }
  }
  const Length shift = width - last - first;  // of the shape as it is
  for (auto& contour : item.contours)
    for (Point& p : contour) p.x = item.points_on ? width - p.x : p.x + shift;
}

}  // namespace

void mirror(std::vector<DisplayItem>& items, Length width) {
  struct Mirror {
    Length width;
    void box(Rect& r) const { r.x = width - r.x - r.width; }
    void operator()(GlyphItem& i) const { i.origin.x = width - i.origin.x - width_of(i.run); }
    void operator()(RuleItem& i) const { box(i.box); }
    void operator()(FrameItem& i) const { box(i.box); }
    void operator()(PolygonItem& i) const { mirror_polygon(i, width); }
    void operator()(PictureItem& i) const { box(i.box); }
    void operator()(AdvertItem& i) const { box(i.box); }
    void operator()(LineItem& i) const { i.origin.x = width - i.origin.x - i.width; }
    void operator()(LinkItem& i) const { box(i.box); }
    void operator()(DestinationItem& i) const { i.at.x = width - i.at.x; }
  };
  for (DisplayItem& item : items) std::visit(Mirror{width}, item);
}

void append_moved(std::vector<DisplayItem>& to, const std::vector<DisplayItem>& from, Length dx,
                  Length dy) {
  const std::size_t first = to.size();
  to.insert(to.end(), from.begin(), from.end());
  for (std::size_t i = first; i < to.size(); ++i) move_item(to[i], dx, dy);
}

std::vector<DisplayItem> as_furniture(std::vector<DisplayItem> items) {
  struct Marker {
    void operator()(GlyphItem& i) const { i.node = kArtifact, i.text = {0, kNoLeaf, 0, 0}; }
    void operator()(DestinationItem&) const {}
    void operator()(RuleItem& i) const { i.node = kArtifact; }
    void operator()(FrameItem& i) const { i.node = kArtifact; }
    void operator()(PolygonItem& i) const { i.node = kArtifact; }
    void operator()(PictureItem& i) const { i.node = kArtifact; }
    void operator()(AdvertItem& i) const { i.node = kArtifact; }
    void operator()(LineItem& i) const { i.text = {0, kNoLeaf, 0, 0}; }
    void operator()(LinkItem& i) const { i.node = kArtifact; }
  };
  for (DisplayItem& item : items) std::visit(Marker{}, item);
  return items;
}

void append_line(std::vector<DisplayItem>& items, const Line& line, Length x, Length baseline,
                 const Owner& owner) {
  if (line.runs.empty()) return;
  items.push_back(LineItem{{owner.article, owner.leaf, line.first, line.last},
                           {x + line.indent, baseline},
                           line.width,
                           line.space_ratio,
                           line.hyphenated,
                           line.overfull,
                           line.last_of_paragraph});
  for (const PlacedRun& placed : reading_order(line)) {
    const Length from_start =
        line.from_right ? line.width - placed.x - width_of(placed.run) : placed.x;
    const Length left = x + line.indent + from_start;
    GlyphItem item;
    item.node = owner.node;
    item.text = {owner.article, owner.leaf, placed.run.text_first, placed.run.text_last};
    item.origin = {left, baseline};
    item.run = placed.run;
    if (!placed.run.link.empty()) {
      LinkItem link;
      link.node = owner.node;
      link.box = {left, baseline - placed.run.size * 0.8, width_of(placed.run), placed.run.size};
      link.uri = placed.run.link;
      link.title = placed.run.text;
      items.push_back(link);
    }
    items.push_back(std::move(item));
  }
}

Length append_lines(std::vector<DisplayItem>& items, const std::vector<Line>& lines,
                    const TextStyle& style, Length x, Length top, const Owner& owner) {
  Length y = top + first_baseline(style);
  for (const Line& line : lines) {
    append_line(items, line, x, y, owner);
    y += style.leading;
  }
  return style.leading * static_cast<int>(lines.size());
}

void append_rule(std::vector<DisplayItem>& items, Length x, Length y, Length width,
                 Length thickness, const std::string& colour) {
  items.push_back(RuleItem{kArtifact, {x, y, width, thickness}, colour});
}

void append_upright_rule(std::vector<DisplayItem>& items, Length x, Length y, Length height,
                         Length thickness, const std::string& colour) {
  items.push_back(RuleItem{kArtifact, {x - thickness / 2, y, thickness, height}, colour});
}

void append_box(std::vector<DisplayItem>& items, const Rect& box, const std::string& colour) {
  items.push_back(RuleItem{kArtifact, box, colour});
}

void append_arrow(std::vector<DisplayItem>& items, Point at, Length size,
                  const std::string& colour) {
  PolygonItem arrow;
  arrow.contours = {{at, {at.x + size, at.y + size / 2}, {at.x, at.y + size}}};
  arrow.colour = colour;
  arrow.points_on = true;
  items.push_back(arrow);
}

int rows_for(Length depth, const Grid& grid) {
  if (depth <= Length()) return 0;
  // A hair of rounding must not cost a row.
  return static_cast<int>((depth.units() - 64 + grid.row.units() - 1) / grid.row.units());
}

}  // namespace forme
