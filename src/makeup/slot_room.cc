#include "makeup/slot_room.h"

#include <algorithm>
#include <optional>

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

// A way to cut the room, and the boxes that are regions of their own in it.
struct Round {
  Way regions;
  std::vector<GridRect> kept;
};

bool across(const GridRect& a, const GridRect& b) {
  return a.x < b.right() && b.x < a.right();
}

// Where the box may stand in the region. A slot may be drawn right under another: what is fixed has
// its rectangle all the same, and what may move leaves the rows between two stories to the other.
std::optional<GridRect> box_within(const GridRect& region, GridRect box, bool fixed,
                                   const std::vector<GridRect>& kept) {
  if (contains(region, box)) return box;
  const int above = std::max(0, region.y - box.y);
  const int below = std::max(0, box.bottom() - region.bottom());
  if (box.x < region.x || box.right() > region.right() || above > kStoryGap || below > kStoryGap ||
      box.h <= above + below)
    return std::nullopt;
  const bool meets = std::any_of(kept.begin(), kept.end(), [&](const GridRect& other) {
    return across(other, box) &&
           ((above > 0 && other.bottom() == box.y) || (below > 0 && box.bottom() == other.y));
  });
  if (fixed) return meets ? std::optional(box) : std::nullopt;
  return GridRect{box.x, box.y + above, box.w, box.h - above - below};
}

// The ways that come of giving the box a region of its own. What is left of the region that holds
// it goes on over its whole width above and below, or from top to foot on both sides. None: no
// region holds the box.
std::vector<Round> rounds_of(const Round& way, const GridRect& wanted, bool fixed) {
  std::optional<GridRect> box;
  const auto holder = std::find_if(way.regions.begin(), way.regions.end(), [&](const GridRect& r) {
    box = box_within(r, wanted, fixed, way.kept);
    return box.has_value();
  });
  if (holder == way.regions.end()) return {};
  const GridRect r = *holder;
  Round others = way;
  others.regions.erase(others.regions.begin() + (holder - way.regions.begin()));
  others.kept.push_back(*box);
  std::vector<Round> out;
  for (const bool whole_width : {true, false}) {
    const int top = whole_width ? box->y : r.y, foot = whole_width ? box->bottom() : r.bottom();
    const int left = whole_width ? r.x : box->x, right = whole_width ? r.right() : box->right();
    Round cut = others;
    const auto add = [&](const GridRect& part) {
      if (part.w > 0 && part.h > 0) cut.regions.push_back(part);
    };
    const int from = std::max(top, r.y), to = std::min(foot, r.bottom());
    add({r.x, from, box->x - r.x, to - from});
    add({box->right(), from, r.right() - box->right(), to - from});
    add({left, r.y, right - left, box->y - kStoryGap - r.y});
    add({left, box->bottom() + kStoryGap, right - left, r.bottom() - box->bottom() - kStoryGap});
    out.push_back(std::move(cut));
    if (box->x == r.x && box->w == r.w) break;
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
                                              std::vector<KeptBoxes>& kept) {
  std::vector<Round> rounds;
  for (const Way& way : ways) rounds.push_back({way, {}});
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!kept[i].boxes.empty()) order.push_back(i);
  }
  // What may move makes room for what may not.
  std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return kept[i].fixed; });
  for (const std::size_t i : order) {
    std::vector<Round> cut;
    for (const GridRect& box : kept[i].boxes) {
      for (const Round& round : rounds) {
        for (Round& more : rounds_of(round, box, kept[i].fixed)) {
          if (cut.size() < kMostWays) cut.push_back(std::move(more));
        }
      }
    }
    kept[i].boxes.clear();
    for (const Round& round : cut) {
      std::vector<GridRect>& boxes = kept[i].boxes;
      if (std::find(boxes.begin(), boxes.end(), round.kept.back()) == boxes.end())
        boxes.push_back(round.kept.back());
    }
    rounds = std::move(cut);
  }
  std::vector<Way> out;
  for (Round& round : rounds) {
    out.push_back(std::move(round.regions));
    out.back().insert(out.back().end(), round.kept.begin(), round.kept.end());
  }
  return out;
}

}  // namespace forme
