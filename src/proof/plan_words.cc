#include "proof/plan_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.h"
#include "makeup/page_holes.h"

namespace forme {
namespace {

std::string fit_words(int free_rows, int overset) {
  std::string words;
  if (free_rows > 0) words = "under by " + counted(free_rows, "line", "lines");
  if (overset > 0)
    words += (words.empty() ? "over " : ", over ") + counted(overset, "line", "lines");
  return words.empty() ? "fits" : words;
}

}  // namespace

std::string counted(int count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string names_of(const PlanLeaf& leaf) {
  return leaf.ids.empty() ? leaf_kind_name(leaf.kind)
                          : fmt::format("{}", fmt::join(leaf.ids, ", "));
}

std::string genre_of(const PlanLeaf& leaf, const Issue& issue) {
  if (!carries_copy(leaf.kind) || leaf.ids.empty()) return {};
  if (leaf.ids.size() > 1) return fmt::format("{} articles", leaf.ids.size());
  const Article* article = issue.article(leaf.ids.front());
  if (!article) return {};
  return fmt::format("{}, priority {}", genre_name(article->genre), article->priority);
}

std::string place_of(const PlanLeaf& leaf) {
  const GridRect& b = leaf.box;
  return fmt::format("{}×{} at {},{}", b.w, b.h, b.x, b.y);
}

std::string choices_of(const PlanLeaf& leaf) {
  const LeafVariant& v = leaf.variant;
  std::string words;
  const auto add = [&](const std::string& choice) {
    words += (words.empty() ? "" : "; ") + choice;
  };
  if (v.headline_lines > 0) {
    add(fmt::format("headline {} of {}{}", counted(v.headline_lines, "line", "lines"),
                    counted(v.headline_rows, "row", "rows"), v.short_headline ? ", short" : ""));
  }
  if (v.picture_columns > 0 && v.picture_rows > 0)
    add(fmt::format("picture {}×{}", v.picture_columns, v.picture_rows));
  if (leaf.lifted.h > 0) add(fmt::format("quote {}×{}", leaf.lifted.w, leaf.lifted.h));
  if (v.corner.any()) add(fmt::format("round {}×{}", v.corner.columns, v.corner.rows));
  if (leaf.continued_from > 0) add(fmt::format("from page {}", leaf.continued_from));
  if (leaf.continued_on > 0) add(fmt::format("on to page {}", leaf.continued_on));
  return words;
}

std::string fit_of(const PlanLeaf& leaf) {
  return carries_copy(leaf.kind) ? fit_words(leaf.free_rows, leaf.overset) : std::string();
}

std::string cost_words(double cost) {
  return "cost " + amount_words(cost);
}

std::string pays_words(double cost) {
  return "pays " + amount_words(cost);
}

std::string amount_words(double cost) {
  return format_number(told_cost(cost), 1);
}

int overset_of(const PlanPage& page) {
  int lines = 0;
  for (const PlanLeaf& leaf : page.leaves) lines += leaf.overset;
  return lines;
}

int free_rows_of(const PlanPage& page) {
  int rows = 0;
  for (const PlanLeaf& leaf : page.leaves) rows += leaf.free_rows;
  return rows;
}

int rows_without_leaf(const PlanPage& page, const Layout& layout) {
  int rows = 0;
  for (const GridRect& hole : page_holes(page, layout)) rows += hole.w * hole.h;
  return rows;
}

std::string fit_of(const PlanPage& page, const Layout& layout) {
  const std::string words = fit_words(free_rows_of(page), overset_of(page));
  const int holes = rows_without_leaf(page, layout);
  if (holes == 0) return words;
  return counted(holes, "row", "rows") + " empty" + (words == "fits" ? "" : ", " + words);
}

std::string kind_of(const PlanPage& page) {
  std::string words = page.kind;
  if (!page.section.empty()) words += (words.empty() ? "" : ", ") + page.section;
  return words + (page.sent ? ", sent" : "");
}

int overset_lines(const Plan& plan) {
  int lines = 0;
  for (const Overset& lost : plan.overset) lines += lost.lines;
  return lines;
}

}  // namespace forme
