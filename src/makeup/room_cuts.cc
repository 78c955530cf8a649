#include "makeup/room_cuts.h"

#include <algorithm>

#include "makeup/page_solver.h"

namespace forme {
namespace {

constexpr int kFarthest = 16, kStep = 2;  // rows from the adverts
constexpr int kLeast = 6;                 // rows of what a story or a nib may stand in

// Strips from head to foot between the bookings; none where these leave no room in some column.
std::vector<GridRect> strips_of(const PageRoom& room) {
  const std::vector<std::vector<GridRect>> ways = decompositions(room);
  if (ways.size() < 2) return {};
  int columns = 0;
  for (const GridRect& strip : ways[0]) columns += strip.w;
  return columns == room.area.w ? ways[0] : std::vector<GridRect>();
}

}  // namespace

std::vector<PageRoom> cut_elsewhere(const PageRoom& room) {
  std::vector<PageRoom> rooms;
  if (!room.only.empty()) return rooms;
  const std::vector<GridRect> strips = strips_of(room);
  if (strips.empty()) return rooms;
  int top = room.area.y, foot = room.area.bottom();
  bool above = false, below = false;  // there is room beside adverts at the head, at the foot
  for (const GridRect& s : strips) top = std::max(top, s.y), foot = std::min(foot, s.bottom());
  for (const GridRect& s : strips) above = above || s.y < top, below = below || s.bottom() > foot;
  const auto add = [&](int from, int to) {
    PageRoom cut = room;
    cut.only = {{room.area.x, from, room.area.w, to - from}};
    for (const GridRect& s : strips) {
      cut.only.push_back({s.x, s.y, s.w, from - kStoryGap - s.y});
      cut.only.push_back({s.x, to + kStoryGap, s.w, s.bottom() - to - kStoryGap});
    }
    std::erase_if(cut.only, [](const GridRect& r) { return r.h < kLeast; });
    rooms.push_back(std::move(cut));
  };
  for (int rows = kStep; rows <= kFarthest && foot - top - rows >= kLeast; rows += kStep) {
    if (below) add(top, foot - rows);
    if (above) add(top + rows, foot);
  }
  return rooms;
}

}  // namespace forme
