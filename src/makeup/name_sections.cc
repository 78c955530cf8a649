#include <fmt/format.h>

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
    for (const GridRect& part : parts_of(leaf.box, leaf.variant.corner))
      rows[all.article(index).section] += part.w * part.h;
  }
  return rows;
}

// Where the page's copy comes in the order of the sections, the mean by column rows.
double section_place(const IssueWork& all, const PlanPage& page,
                     const std::map<std::string, int>& order) {
  double places = 0, sum = 0;
  for (const auto& [section, rows] : rows_by_section(all, page))
    places += order.at(section) * rows, sum += rows;
  return sum > 0 ? places / sum : static_cast<double>(order.size());
}

// Whether what stands on the page may stand on any like it: no editor, advert or jump holds it.
bool is_free(const PageWork& work) {
  return work.page.folio != 1 && work.solved && !work.page.sent && work.page.section.empty() &&
         work.candidates.empty() && work.adverts.empty() && work.room.booked.empty() &&
         std::all_of(work.page.leaves.begin(), work.page.leaves.end(), [](const PlanLeaf& leaf) {
           return leaf.slot.empty() && leaf.continued_from == 0 && leaf.continued_on == 0;
         });
}

// Leaves both pages their folio and room.
void change_places(PageWork& a, PageWork& b) {
  std::swap(a, b);
  std::swap(a.page.folio, b.page.folio);
  std::swap(a.room, b.room);
}

}  // namespace

void order_pages(IssueWork& all) {
  std::map<std::string, int> order;
  for (const Article& article : all.issue.articles)
    order.try_emplace(article.section, static_cast<int>(order.size()));
  std::vector<PageWork*> free;
  for (PageWork& work : all.pages)
    if (is_free(work) && !all.whole_pages.contains(work.page.folio)) free.push_back(&work);
  // Pages of one kind change among each other; there are few, and the order holds where it may.
  for (std::size_t i = 1; i < free.size(); ++i) {
    for (std::size_t j = i; j > 0; --j) {
      if (free[j]->kind != free[j - 1]->kind || !(free[j]->room.area == free[j - 1]->room.area) ||
          section_place(all, free[j]->page, order) >= section_place(all, free[j - 1]->page, order))
        break;
      change_places(*free[j], *free[j - 1]);
    }
  }
}

// Says which stories stand on a page that the flatplan gives to another section, for want of room.
void tell_strangers(const IssueWork& all) {
  for (const PageWork& work : all.pages) {
    if (work.page.sent || all.takes_any_section(work)) continue;
    for (const PlanLeaf& leaf : work.page.leaves) {
      if (leaf.kind != LeafKind::Story || leaf.continued_from > 0) continue;
      const std::size_t index = all.index_of(leaf.ids[0]);
      const Article& article = all.article(index);
      const bool splash = article.priority <= 1 && work.page.folio == 1;
      if (splash || article.genre == Genre::Filler || article.section == work.page.section ||
          all.homeless_sections.contains(article.section) || all.placed_by_editor(index))
        continue;
      all.diagnostics.warning(
          article.where,
          fmt::format("'{}' stands on page {}, which the flatplan gives to another section",
                      article.id, work.page.folio),
          "no page of its own section, or of none, has room: give it more, or cut there");
    }
  }
}

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
