#include "makeup/page_holes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace forme {
namespace {

bool holds(const GridRect& box, int column, int row) {
  return column >= box.x && column < box.right() && row >= box.y && row < box.bottom();
}

bool is_open(const PlanPage& page, const PageKind& kind, int column, int row) {
  const auto slot = [&](const Slot& s) { return holds(s.box, column, row); };
  const auto leaf = [&](const PlanLeaf& l) {
    const std::vector<GridRect> parts = parts_of(l.box, l.variant.corner);
    return std::any_of(parts.begin(), parts.end(),
                       [&](const GridRect& part) { return holds(part, column, row); });
  };
  return std::any_of(kind.slots.begin(), kind.slots.end(), slot) &&
         std::none_of(page.leaves.begin(), page.leaves.end(), leaf);
}

// Beside a hole of the same rows it makes that one wider.
void add_hole(const GridRect& hole, std::vector<GridRect>& holes) {
  const auto beside = std::find_if(holes.begin(), holes.end(), [&](const GridRect& other) {
    return other.y == hole.y && other.h == hole.h && other.right() == hole.x;
  });
  if (beside == holes.end()) {
    holes.push_back(hole);
  } else {
    beside->w += hole.w;
  }
}

std::string place_of(const Hole& hole) {
  std::string place =
      fmt::format("{} x {} at column {}, row {}", hole.box.w, hole.box.h, hole.box.x, hole.box.y);
  if (!hole.article.empty()) place += fmt::format(" in the place of '{}'", hole.article);
  return place;
}

}  // namespace

std::vector<GridRect> page_holes(const PlanPage& page, const Layout& layout) {
  const PageKind& kind = layout.page(page.kind);
  std::vector<GridRect> holes;
  for (int column = 0; column < layout.grid.columns; ++column) {
    int top = 0;
    for (int row = 0; row <= layout.grid.rows; ++row) {
      if (row < layout.grid.rows && is_open(page, kind, column, row)) continue;
      if (row - top >= kLeastLeg) add_hole({column, top, 1, row - top}, holes);
      top = row + 1;
    }
  }
  return holes;
}

std::vector<GridRect> leaf_holes(const PlanLeaf& leaf) {
  std::vector<GridRect> holes;
  for (const FilledLeg& leg : leaf.spaces) {
    const int free = leg.space.rows - leg.used;
    if (free < kLeastLeg) continue;
    add_hole({leaf.box.x + leg.space.column, leaf.box.y + leg.space.row + leg.used, 1, free},
             holes);
  }
  return holes;
}

std::vector<Hole> find_holes(const Plan& plan, const Layout& layout) {
  std::vector<Hole> holes;
  for (const PlanPage& page : plan.pages) {
    for (const GridRect& box : page_holes(page, layout)) holes.push_back({page.folio, box, {}});
    for (const PlanLeaf& leaf : page.leaves) {
      for (const GridRect& box : leaf_holes(leaf))
        holes.push_back({page.folio, box, leaf.ids.empty() ? "" : leaf.ids.back()});
    }
  }
  return holes;
}

void report_holes(const std::vector<Hole>& holes, const Issue& issue, Diagnostics& diagnostics) {
  for (auto first = holes.begin(); first != holes.end();) {
    const int page = first->page;
    const auto last =
        std::find_if(first, holes.end(), [&](const Hole& hole) { return hole.page != page; });
    std::vector<std::string> places;
    std::transform(first, last, std::back_inserter(places), place_of);
    diagnostics.warning(
        issue.manifest.where,
        fmt::format("page {} has white (columns x rows): {}", page, fmt::join(places, "; ")),
        first == holes.begin()
            ? "write more, add articles of the genre filler or house adverts, or take pages out"
            : "");
    first = last;
  }
}

}  // namespace forme
