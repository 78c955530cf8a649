#include "makeup/page_bound.h"

#include <algorithm>
#include <bit>

namespace forme {
namespace {
constexpr float kNever = 1e30F;
}  // namespace

CostHull hull_of(const PageItem& item, const std::optional<DogLegRoom>& dog_leg) {
  const ShapeTable& shapes = item.shapes;
  std::vector<float> cheapest(
      static_cast<std::size_t>(area_with_gap(shapes.columns(), shapes.rows())) + 1, kNever);
  const auto note = [&](int area, double cost) {
    float& known = cheapest[static_cast<std::size_t>(area)];
    known = std::min(known, static_cast<float>(std::min(cost, double{kNever})));
  };
  for (int w = 1; w <= shapes.columns(); ++w) {
    for (int h = 1; h <= shapes.rows(); ++h) note(area_with_gap(w, h), shapes.at(w, h).cost);
  }
  for (std::size_t h = 0; dog_leg && h < item.dog_legs.size(); ++h) {
    if (item.dog_legs[h].cost < kImpossible)
      note(dog_leg->area_with_gap(static_cast<int>(h)), item.dog_legs[h].cost);
  }
  std::vector<std::pair<int, float>> corners;
  for (int area = 0; area < static_cast<int>(cheapest.size()); ++area) {
    const std::pair<int, float> point(area, cheapest[static_cast<std::size_t>(area)]);
    if (point.second >= kNever) continue;
    while (corners.size() > 1) {
      const auto& [x0, y0] = corners[corners.size() - 2];
      const auto& [x1, y1] = corners.back();
      const float whole = static_cast<float>(point.first - x0), part = static_cast<float>(x1 - x0);
      if ((y1 - y0) * whole < (point.second - y0) * part) break;
      corners.pop_back();
    }
    corners.push_back(point);
  }
  CostHull hull;
  if (corners.empty()) {
    hull.at_from = kNever;
    return hull;
  }
  hull.from = corners.front().first, hull.at_from = corners.front().second;
  for (std::size_t i = 1; i < corners.size(); ++i) {
    const int steps = corners[i].first - corners[i - 1].first;
    const float slope = (corners[i].second - corners[i - 1].second) / static_cast<float>(steps);
    hull.pieces.push_back({slope, steps});
  }
  return hull;
}

namespace {

// The cheapest way to share an area out between two: their slopes in order.
void merge(const std::vector<CostHull::Piece>& a, const std::vector<CostHull::Piece>& b,
           std::vector<CostHull::Piece>& out) {
  out.resize(a.size() + b.size());
  std::merge(a.begin(), a.end(), b.begin(), b.end(), out.begin(),
             [](const CostHull::Piece& x, const CostHull::Piece& y) { return x.slope < y.slope; });
}

CostHull merged(const CostHull& a, const CostHull& b) {
  CostHull out;
  out.from = a.from + b.from, out.at_from = std::min(a.at_from + b.at_from, kNever);
  merge(a.pieces, b.pieces, out.pieces);
  return out;
}

}  // namespace

CostHull sum_of(const std::vector<const CostHull*>& items) {
  CostHull sum;
  for (const CostHull* item : items) sum = merged(sum, *item);
  return sum;
}

PageBound::Rooms PageBound::rooms_of(const std::vector<std::vector<GridRect>>& decompositions,
                                     const Weights& weights) {
  const auto empty_row = static_cast<float>(weights.empty_row);
  Rooms rooms;
  for (const auto& regions : decompositions) {
    for (std::size_t empty = 0; empty < std::size_t{1} << regions.size(); ++empty) {
      int area = 0;
      float cost = 0;
      for (std::size_t i = 0; i < regions.size(); ++i) {
        const GridRect& box = regions[i];
        if (empty >> i & 1U)
          cost += empty_row * static_cast<float>(box.w * box.h);
        else
          area += area_with_gap(box.w, box.h);
      }
      auto [found, fresh] = rooms.try_emplace(area, cost);
      if (!fresh) found->second = std::min(found->second, cost);
    }
  }
  return rooms;
}

PageBound::PageBound(const std::vector<PageItem>& items,
                     const std::vector<std::vector<GridRect>>& decompositions,
                     const Weights& weights, const std::optional<DogLegRoom>& dog_leg) {
  Rooms rooms = rooms_of(decompositions, weights);
  if (dog_leg) rooms[dog_leg->area_with_gap(dog_leg->area.h)] = 0;
  if (!rooms.empty()) areas_ = rooms.rbegin()->first + 1;
  const std::size_t sets = std::size_t{1} << items.size();
  rest_.assign(sets * static_cast<std::size_t>(areas_), kNever);
  least_rest_.assign(sets, kNever);
  stretches_ = (areas_ + kStretch - 1) / kStretch;
  least_of_stretch_.assign(sets * static_cast<std::size_t>(stretches_), kNever);
  std::vector<CostHull> own, hulls(sets);
  for (const PageItem& item : items)
    own.push_back(item.hull && item.dog_legs.empty() ? *item.hull : hull_of(item, dog_leg));
  for (std::size_t set = 0; set < sets; ++set) {
    if (set > 0) {
      const auto last = static_cast<std::size_t>(std::bit_width(set) - 1);
      hulls[set] = merged(hulls[set & ~(std::size_t{1} << last)], own[last]);
    }
    if (hulls[set].at_from < kNever) fill(sets - 1 - set, hulls[set], rooms);
  }
}

float PageBound::least_of(const std::vector<const CostHull*>& items, const Rooms& rooms) {
  const CostHull all = sum_of(items);
  if (all.at_from >= kNever) return kNever;
  float least = kNever;
  for (const auto& [room, empty] : rooms) {
    int left = room - all.from;
    if (left < 0) continue;
    float cost = all.at_from + empty;
    for (const CostHull::Piece& piece : all.pieces) {
      const int taken = std::min(piece.length, left);
      cost += piece.slope * static_cast<float>(taken);
      if ((left -= taken) == 0) break;
    }
    if (left == 0) least = std::min(least, cost);
  }
  return least;
}

PageBound PageBound::of_nothing(std::size_t items, int most_area) {
  PageBound bound;
  bound.areas_ = most_area + 1;
  bound.rest_.assign((std::size_t{1} << items) * static_cast<std::size_t>(bound.areas_), 0);
  bound.least_rest_.assign(std::size_t{1} << items, 0);
  bound.stretches_ = (bound.areas_ + kStretch - 1) / kStretch;
  bound.least_of_stretch_.assign(
      (std::size_t{1} << items) * static_cast<std::size_t>(bound.stretches_), 0);
  return bound;
}

PageBound::Areas PageBound::areas(unsigned set, float limit) const {
  const float* const stretch =
      &least_of_stretch_[static_cast<std::size_t>(set) * static_cast<std::size_t>(stretches_)];
  int first = 0, last = stretches_ - 1;
  while (first <= last && stretch[first] > limit) ++first;
  while (last >= first && stretch[last] > limit) --last;
  Areas areas{first * kStretch, std::min(areas_, (last + 1) * kStretch) - 1};
  while (areas.least <= areas.most && rest(set, areas.least) > limit) ++areas.least;
  while (areas.most >= areas.least && rest(set, areas.most) > limit) --areas.most;
  return areas;
}

// What the items of `hull` cost on what is left when the others have taken an area.
void PageBound::fill(std::size_t others, const CostHull& hull, const Rooms& rooms) {
  float* const row = &rest_[others * static_cast<std::size_t>(areas_)];
  for (const auto& [room, empty] : rooms) {
    int taken = room - hull.from;
    if (taken < 0) continue;
    float cost = hull.at_from + empty;
    row[taken] = std::min(row[taken], cost);
    for (const CostHull::Piece& piece : hull.pieces) {
      const int steps = std::min(taken, piece.length);
      float* const to = row + (taken - steps);
      for (int n = 0; n < steps; ++n)
        to[n] = std::min(to[n], cost + piece.slope * static_cast<float>(steps - n));
      cost += piece.slope * static_cast<float>(steps);
      taken -= steps;
      if (taken == 0) break;
    }
  }
  float* const stretch = &least_of_stretch_[others * static_cast<std::size_t>(stretches_)];
  for (int n = 0; n < stretches_; ++n) {
    stretch[n] = *std::min_element(row + n * kStretch, row + std::min(areas_, (n + 1) * kStretch));
  }
  least_rest_[others] = *std::min_element(stretch, stretch + stretches_);
}

}  // namespace forme
