#include <algorithm>
#include <cmath>

#include "makeup/page_room.h"
#include "makeup/planning_steps.h"

namespace forme {
namespace {

constexpr int kHeadRows = 4;  // of a page that neither stories nor adverts have

int rounded_up(double pages) {
  return static_cast<int>(std::ceil(std::max(pages, 1.0) / kPageMultiple)) * kPageMultiple;
}

void await_stories(IssueWork& all) {
  for (std::size_t i = 0; i < all.issue.articles.size(); ++i) {
    if (all.article(i).outputs & (kPrint | kScreen)) all.waiting.insert(i);
  }
}

std::string default_kind(const Layout& layout, int folio, int count, const std::string& section) {
  auto has = [&](const std::string& id) {
    return std::any_of(layout.pages.begin(), layout.pages.end(),
                       [&](const PageKind& k) { return k.id == id; });
  };
  if (folio == 1) return "front";
  if (folio == count && has("back")) return "back";
  std::string lower = section;
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return !lower.empty() && has(lower) ? lower : "news";
}

}  // namespace

int least_pages(const Manifest& manifest) {
  int last = 1;
  for (const FlatplanPage& page : manifest.flatplan.list) {
    last = std::max(last, page.last);
    for (const Place& place : page.places) last = std::max(last, place.jump_to);
  }
  return rounded_up(last);
}

int estimated_pages(IssueWork& all) {
  await_stories(all);
  const Grid& grid = all.layout.grid;
  double rows = 0;
  for (std::size_t i : all.waiting) {
    if (all.article(i).genre != Genre::Filler) rows += all.fitter.estimate(all.candidate_of(i));
  }
  for (const Advert& a : all.issue.manifest.adverts) {
    if (a.house) continue;
    rows += a.position == AdvertPosition::Full ? grid.columns * grid.rows
                                               : a.columns * advert_rows(a, all.layout);
  }
  return rounded_up(rows / (grid.columns * (grid.rows - kHeadRows)));
}

void list_pages(IssueWork& all, int pages) {
  await_stories(all);
  for (int folio = 1; folio <= pages; ++folio) {
    PageWork work;
    work.page.folio = folio;
    for (const FlatplanPage& declared : all.issue.manifest.flatplan.list) {
      if (folio < declared.first || folio > declared.last) continue;
      work.page.section = declared.section;
      work.page.kind = declared.kind;
      work.page.sent = declared.sent;
    }
    if (work.page.kind.empty())
      work.page.kind = default_kind(all.layout, folio, pages, work.page.section);
    work.kind = &all.layout.page(work.page.kind);
    all.pages.push_back(std::move(work));
  }
  all.imprint_page = all.pages.size() - 1;
}

}  // namespace forme
