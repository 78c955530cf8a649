#include <algorithm>
#include <map>

#include "makeup/planning_steps.h"

namespace forme {
namespace {

constexpr double kMostOfPage = 0.6;  // of its copy that is of one section: then the page is of it

// Column rows of stories by section.
std::map<std::string, int> rows_by_section(const IssueWork& all, const PlanPage& page) {
  std::map<std::string, int> rows;
  for (const PlanLeaf& leaf : page.leaves) {
    if (!carries_copy(leaf.kind) || leaf.kind == LeafKind::Nibs || leaf.ids.empty()) continue;
    const std::size_t index = all.index_of(leaf.ids[0]);
    if (all.article(index).genre == Genre::Panel || all.article(index).genre == Genre::Filler)
      continue;
    rows[all.article(index).section] += leaf.box.w * leaf.box.h;
  }
  return rows;
}

}  // namespace

void name_sections(IssueWork& all) {
  for (PageWork& work : all.pages) {
    if (!work.page.section.empty() || work.page.folio == 1) continue;
    const std::map<std::string, int> rows = rows_by_section(all, work.page);
    int sum = 0;
    for (const auto& [section, taken] : rows) sum += taken;
    for (const auto& [section, taken] : rows) {
      if (taken >= kMostOfPage * sum) work.page.section = section;
    }
  }
}

}  // namespace forme
