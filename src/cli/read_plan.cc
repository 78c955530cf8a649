#include <fmt/format.h>

#include <set>

#include "cli/made_issue.h"

namespace forme {
namespace {

constexpr std::uint64_t kMaxPlanBytes = std::uint64_t{16} << 20;

// Everything that the leaves of a plan may name.
std::set<std::string> known_ids(const Sources& sources) {
  std::set<std::string> ids;
  for (const Article& article : sources.issue.articles) ids.insert(article.id);
  for (const Advert& advert : sources.issue.manifest.adverts) ids.insert(advert.id);
  for (const Call& call : sources.issue.paper.calls) ids.insert(call.id);
  return ids;
}

bool inside(const GridRect& box, const Grid& grid) {
  return box.x >= 0 && box.y >= 0 && box.w > 0 && box.h > 0 && box.w <= grid.columns &&
         box.h <= grid.rows && box.right() <= grid.columns && box.bottom() <= grid.rows;
}

// A dog-leg has columns beside the corner, and rows over it or under it.
bool leaves_a_dog_leg(const GridRect& box, const BookedCorner& corner) {
  const bool none = corner.columns == 0 && corner.rows == 0;
  return none ||
         (corner.columns > 0 && corner.columns < box.w && corner.rows > 0 && corner.rows < box.h);
}

// What is wrong with a page of the plan; empty when nothing is.
std::string fault(const PlanPage& page, const std::set<std::string>& ids, const Grid& grid) {
  for (const PlanLeaf& leaf : page.leaves) {
    for (const std::string& id : leaf.ids) {
      if (!ids.contains(id)) return fmt::format("page {}: there is no '{}'", page.folio, id);
    }
    if (!inside(leaf.box, grid)) {
      return fmt::format("page {}: the rectangle {} {} {} {} is outside the grid of {} x {}",
                         page.folio, leaf.box.x, leaf.box.y, leaf.box.w, leaf.box.h, grid.columns,
                         grid.rows);
    }
    if (const BookedCorner& corner = leaf.variant.corner; !leaves_a_dog_leg(leaf.box, corner)) {
      return fmt::format("page {}: a corner of {} x {} leaves no dog-leg of {} x {}", page.folio,
                         corner.columns, corner.rows, leaf.box.w, leaf.box.h);
    }
  }
  return {};
}

}  // namespace

Result<Plan> read_plan(const FileSystem& files, const std::string& path, const Sources& sources) {
  const auto text = files.read(path, kMaxPlanBytes);
  if (!text) return text.failure();
  auto plan = plan_from_json(*text, path);
  if (!plan) return plan;
  const std::set<std::string> ids = known_ids(sources);
  for (const PlanPage& page : plan->pages) {
    const std::string wrong = fault(page, ids, sources.layout.grid);
    if (!wrong.empty()) {
      return Diagnostic{
          Severity::Error, {path}, wrong, "plan the issue again without --plan", Cause::Input};
    }
  }
  return plan;
}

}  // namespace forme
