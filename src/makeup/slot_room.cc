#include "makeup/slot_room.h"

#include <algorithm>

#include "makeup/page_solver.h"

namespace forme {
namespace {

constexpr std::size_t kMostDepths = 5;  // of an elastic slot
constexpr int kLeastBeside = 14;        // rows over or under it that a story may have
constexpr std::size_t kMostWays = 200;  // to cut a page with several slots

bool contains(const GridRect& outer, const GridRect& box) {
  return box.x >= outer.x && box.right() <= outer.right() && box.y >= outer.y &&
         box.bottom() <= outer.bottom();
}

using Way = std::vector<GridRect>;

// The way with the box as a region of its own. What is left of the region that holds it goes on
// over its whole width above and below, or from top to foot on both sides. Nothing: no region
// holds the box.
std::vector<Way> ways_round(const Way& way, const GridRect& box) {
  const auto holder = std::find_if(way.begin(), way.end(),
                                   [&](const GridRect& region) { return contains(region, box); });
  if (holder == way.end()) return {};
  const GridRect r = *holder;
  Way others = way;
  others.erase(others.begin() + (holder - way.begin()));
  std::vector<Way> out;
  for (const bool across : {true, false}) {
    const int top = across ? box.y : r.y, foot = across ? box.bottom() : r.bottom();
    const int left = across ? r.x : box.x, right = across ? r.right() : box.right();
    Way cut = others;
    const auto add = [&](const GridRect& part) {
      if (part.w > 0 && part.h > 0) cut.push_back(part);
    };
    add({r.x, top, box.x - r.x, foot - top});
    add({box.right(), top, r.right() - box.right(), foot - top});
    add({left, r.y, right - left, box.y - kStoryGap - r.y});
    add({left, box.bottom() + kStoryGap, right - left, r.bottom() - box.bottom() - kStoryGap});
    cut.push_back(box);
    out.push_back(std::move(cut));
    if (box.x == r.x && box.w == r.w) break;
  }
  return out;
}

}  // namespace

bool stands_in(const Slot& slot, const GridRect& box) {
  if (slot.kind == SlotKind::Fixed) return box == slot.box;
  if (slot.kind == SlotKind::Auto) return contains(slot.box, box);
  const int shared = std::min(box.bottom(), slot.box.bottom()) - std::max(box.y, slot.box.y);
  return box.x >= slot.box.x && box.right() <= slot.box.right() && shared * 2 > box.h;
}

std::vector<GridRect> boxes_in(const Slot& slot, const ShapeTable& shapes, const GridRect& area) {
  if (slot.kind == SlotKind::Fixed) return {slot.box};
  if (slot.kind == SlotKind::Auto) {
    GridRect box = slot.box;
    box.y = std::max(box.y, area.y);
    box.h = std::min(slot.box.bottom(), area.bottom()) - box.y;
    return {box};
  }
  const bool at_head = slot.box.y < area.y + kLeastBeside;
  const bool at_foot = !at_head && slot.box.bottom() > area.bottom() - kLeastBeside;
  std::vector<GridRect> boxes;
  for (int h = 1; h <= std::min(shapes.rows(), area.h); ++h) {
    GridRect box = slot.box;
    box.y = at_foot ? area.bottom() - h : at_head ? area.y : box.y;
    box.h = h;
    if (box.w <= shapes.columns() && shapes.at(box.w, h).cost < kImpossible && stands_in(slot, box))
      boxes.push_back(box);
  }
  std::stable_sort(boxes.begin(), boxes.end(), [&](const GridRect& a, const GridRect& b) {
    return shapes.at(a.w, a.h).cost < shapes.at(b.w, b.h).cost;
  });
  if (boxes.size() > kMostDepths) boxes.resize(kMostDepths);
  return boxes;
}

std::vector<std::vector<GridRect>> ways_round(const std::vector<std::vector<GridRect>>& ways,
                                              const std::vector<std::vector<GridRect>>& kept) {
  std::vector<Way> out = ways;
  for (const std::vector<GridRect>& boxes : kept) {
    if (boxes.empty()) continue;
    std::vector<Way> cut;
    for (const GridRect& box : boxes) {
      for (const Way& way : out) {
        for (Way& round : ways_round(way, box)) {
          if (cut.size() < kMostWays) cut.push_back(std::move(round));
        }
      }
    }
    out = std::move(cut);
  }
  return out;
}

}  // namespace forme
