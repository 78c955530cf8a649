#include "makeup/page_room.h"

#include <fmt/format.h>

#include <algorithm>

#include "makeup/items.h"
#include "makeup/page_solver.h"

namespace forme {
namespace {

constexpr int kClearAbove = 2;   // rows over an advert: one clear, one with its label
constexpr int kLeastRegion = 8;  // rows under which a region holds no story

struct Strip {
  int x, w, top, foot;
};  // columns with one skyline

std::vector<Strip> skyline(const PageRoom& room) {
  std::vector<Strip> strips;
  for (int x = room.area.x; x < room.area.right(); ++x) {
    int top = room.area.y, foot = room.area.bottom();
    for (const PlanLeaf& leaf : room.booked) {
      const GridRect& b = leaf.box;
      if (x < b.x || x >= b.right() || !overlap(b, room.area)) continue;
      if (b.y <= room.area.y)
        top = std::max(top, b.bottom() + kStoryGap);
      else
        foot = std::min(foot, leaf.kind == LeafKind::Advert ? b.y : b.y - 1);
    }
    if (!strips.empty() && strips.back().top == top && strips.back().foot == foot)
      ++strips.back().w;
    else
      strips.push_back({x, 1, top, foot});
  }
  return strips;
}

GridRect advert_box(const Advert& advert, const GridRect& area, int rows, int taken_left,
                    int taken_right, bool from_right) {
  const int w = advert.position == AdvertPosition::Full ? area.w : std::min(advert.columns, area.w);
  GridRect box{area.right() - taken_right - w, area.bottom() - rows, w, rows};
  switch (advert.position) {
    case AdvertPosition::Full:
      return area;
    case AdvertPosition::FootLeft:
      box.x = area.x + taken_left;
      break;
    case AdvertPosition::HeadRight:
      box = {area.right() - w, area.y, w, rows};
      break;
    case AdvertPosition::Foot:
      return box;
    case AdvertPosition::FootRight:
      break;
  }
  // The advertiser's right is the page's, wherever its columns begin.
  if (from_right) box.x = area.x + area.right() - box.right();
  return box;
}

}  // namespace

int PageRoom::rows_free() const {
  int free = area.w * area.h;
  for (const PlanLeaf& leaf : booked) {
    if (overlap(leaf.box, area)) free -= leaf.box.w * leaf.box.h;
  }
  return free;
}

std::string advert_name(const Advert& advert) {
  return fmt::format("'{}' (booking {})", advert.id,
                     advert.booking.empty() ? "none" : advert.booking);
}

int advert_rows(const Advert& advert, const Layout& layout) {
  return rows_for(advert.depth, layout.grid) + kClearAbove;
}

PageRoom page_room(const PageKind& kind, const Layout& layout,
                   const std::vector<const Advert*>& adverts, bool promos,
                   Diagnostics& diagnostics) {
  PageRoom room;
  bool first = true;
  for (const Slot& slot : kind.slots) {
    if (slot.content == "promos") continue;
    if (first) {
      room.area = slot.box;
      first = false;
      continue;
    }
    const int x = std::min(room.area.x, slot.box.x), y = std::min(room.area.y, slot.box.y);
    room.area = {x, y, std::max(room.area.right(), slot.box.right()) - x,
                 std::max(room.area.bottom(), slot.box.bottom()) - y};
  }
  if (first) room.area = {0, 0, layout.grid.columns, layout.grid.rows};
  if (promos) {
    for (const Slot& slot : kind.slots) {
      if (slot.content != "promos") continue;
      PlanLeaf leaf;
      leaf.kind = LeafKind::Promos;
      leaf.slot = slot.id;
      leaf.box = slot.box;
      room.booked.push_back(leaf);
    }
  }
  std::vector<std::pair<const Advert*, GridRect>> placed;
  int left = 0, right = 0;
  for (const Advert* advert : adverts) {
    const int rows =
        advert->position == AdvertPosition::Full ? room.area.h : advert_rows(*advert, layout);
    if (rows > room.area.h || advert->columns > room.area.w) {
      diagnostics.error(advert->where,
                        fmt::format("advert {} is larger than the page", advert_name(*advert)));
      continue;
    }
    PlanLeaf leaf;
    leaf.kind = LeafKind::Advert;
    leaf.ids = {advert->id};
    leaf.box = advert_box(*advert, room.area, rows, left, right, layout.from_right);
    // A foot without a side goes where there is room, from the right.
    auto clash = std::find_if(placed.begin(), placed.end(),
                              [&](const auto& p) { return overlap(p.second, leaf.box); });
    if (clash != placed.end() || leaf.box.x < room.area.x || leaf.box.right() > room.area.right()) {
      const Advert* other = clash != placed.end() ? clash->first : placed.back().first;
      diagnostics.error(advert->where,
                        fmt::format("adverts {} and {} ask for the same place on page {}",
                                    advert_name(*advert), advert_name(*other), advert->page),
                        "move one of them to another page or position");
      continue;
    }
    if (advert->position == AdvertPosition::FootLeft) left += leaf.box.w;
    if (advert->position == AdvertPosition::Foot || advert->position == AdvertPosition::FootRight)
      right += leaf.box.w;
    placed.emplace_back(advert, leaf.box);
    room.booked.push_back(leaf);
  }
  // The promo strip gives way to an advert.
  std::erase_if(room.booked, [&](const PlanLeaf& leaf) {
    return leaf.kind == LeafKind::Promos &&
           std::any_of(placed.begin(), placed.end(),
                       [&](const auto& p) { return overlap(p.second, leaf.box); });
  });
  return room;
}

void book_imprint(PageRoom& room, int rows) {
  if (rows == 0 || rows + kLeastRegion > room.area.h) return;
  const int with_gap = rows + 1;
  const bool full = std::any_of(room.booked.begin(), room.booked.end(), [&](const PlanLeaf& leaf) {
    return leaf.box.h + with_gap > room.area.h;
  });
  if (full) return;
  PlanLeaf imprint;
  imprint.kind = LeafKind::Imprint;
  imprint.box = {room.area.x, room.area.bottom() - rows, room.area.w, rows};
  room.area.h -= with_gap;
  for (PlanLeaf& leaf : room.booked) {
    if (leaf.box.y > room.area.y) leaf.box.y -= with_gap;
  }
  room.booked.push_back(imprint);
}

std::vector<std::vector<GridRect>> decompositions(const PageRoom& room) {
  if (!room.only.empty()) return {room.only};
  const std::vector<Strip> strips = skyline(room);
  std::vector<std::vector<GridRect>> ways;
  auto add = [&](std::vector<GridRect> way) {
    std::erase_if(way, [](const GridRect& r) { return r.h < kLeastRegion || r.w < 1; });
    if (!way.empty()) ways.push_back(std::move(way));
  };
  // Upright strips.
  std::vector<GridRect> upright;
  for (const Strip& s : strips) upright.push_back({s.x, s.top, s.w, s.foot - s.top});
  add(upright);
  if (strips.size() == 1) return ways;
  int top = room.area.y, foot = room.area.bottom();
  for (const Strip& s : strips) top = std::max(top, s.top), foot = std::min(foot, s.foot);
  // Full width between the highest foot and the lowest head, the rest beside the bookings.
  std::vector<GridRect> across = {{room.area.x, top, room.area.w, foot - top}};
  for (const Strip& s : strips) {
    if (s.foot > foot) across.push_back({s.x, foot + kStoryGap, s.w, s.foot - foot - kStoryGap});
    if (s.top < top) across.push_back({s.x, s.top, s.w, top - kStoryGap - s.top});
  }
  add(across);
  // The strip at either side from top to foot, the others cut across.
  for (const bool from_left : {true, false}) {
    if (strips.size() < 3) break;
    const Strip& side = from_left ? strips.front() : strips.back();
    int rest_top = room.area.y, rest_foot = room.area.bottom();
    const int x = from_left ? side.x + side.w : room.area.x, w = room.area.w - side.w;
    std::vector<GridRect> way = {{side.x, side.top, side.w, side.foot - side.top}};
    for (const Strip& s : strips) {
      if (&s != &side)
        rest_top = std::max(rest_top, s.top), rest_foot = std::min(rest_foot, s.foot);
    }
    way.push_back({x, rest_top, w, rest_foot - rest_top});
    for (const Strip& s : strips) {
      if (&s == &side) continue;
      if (s.foot > rest_foot)
        way.push_back({s.x, rest_foot + kStoryGap, s.w, s.foot - rest_foot - kStoryGap});
      if (s.top < rest_top) way.push_back({s.x, s.top, s.w, rest_top - kStoryGap - s.top});
    }
    add(std::move(way));
  }
  return ways;
}

std::optional<DogLegRoom> dog_leg_room(const PageRoom& room) {
  const std::vector<Strip> strips = skyline(room);
  if (!room.only.empty() || strips.size() != 2) return std::nullopt;
  const GridRect& area = room.area;
  const auto whole = [&](const Strip& s) { return s.top == area.y && s.foot == area.bottom(); };
  const bool left = whole(strips[1]);
  if (left == whole(strips[0])) return std::nullopt;
  const Strip& booked = strips[left ? 0 : 1];
  if (booked.top == area.y)
    return DogLegRoom{area, {booked.w, area.bottom() - booked.foot, false, left}};
  if (booked.foot == area.bottom() && !left)
    return DogLegRoom{area, {booked.w, booked.top - area.y, true, false}};
  return std::nullopt;
}

GridRect PageRoom::largest() const {
  GridRect largest;
  for (const auto& way : decompositions(*this)) {
    for (const GridRect& region : way)
      if (region.w * region.h > largest.w * largest.h) largest = region;
  }
  return largest;
}

int PageRoom::rows_of_one() const {
  const GridRect one = largest();
  return one.w * one.h;
}

}  // namespace forme
