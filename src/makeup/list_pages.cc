#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

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

// By its id, where the flatplan says its title.
std::string section_id(const Paper& paper, const std::string& said) {
  for (const PaperSection& section : paper.sections) {
    if (section.title == said && !paper.section(said)) return section.id;
  }
  return said;
}

// A page whose section has nothing to put there takes what there is; a section that no page
// carries goes anywhere.
void find_unmatched_sections(IssueWork& all) {
  std::set<std::string> of_articles, of_pages;
  for (const Article& article : all.issue.articles) {
    if (article.wants_place()) of_articles.insert(article.section);
  }
  bool anywhere = false;
  for (const PageWork& work : all.pages) {
    const std::string& section = work.page.section;
    of_pages.insert(section);
    if (!section.empty() && !of_articles.contains(section)) all.unused_sections.insert(section);
    anywhere = anywhere || all.takes_any_section(work);
  }
  if (anywhere) return;
  std::set_difference(of_articles.begin(), of_articles.end(), of_pages.begin(), of_pages.end(),
                      std::inserter(all.homeless_sections, all.homeless_sections.end()));
}

// What the editor put on the page may be of any section.
void note_unused_sections(IssueWork& all) {
  for (const FlatplanPage& page : all.issue.manifest.flatplan.list) {
    const std::string section = section_id(all.issue.paper, page.section);
    if (!all.unused_sections.contains(section) || !page.places.empty() || !page.autos.empty())
      continue;
    all.diagnostics.warning(page.where,
                            fmt::format("no article is of the section \"{}\"", page.section),
                            "other articles may stand on its pages");
  }
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
    if (all.article(i).genre == Genre::Filler) continue;
    const PageCandidate candidate = all.candidate_of(i);
    // A story that no page holds is estimated as half a page.
    const int copy = candidate.kind == LeafKind::Story ? all.stock.story(i).rows() : 0;
    rows += std::max(all.fitter.estimate(candidate), copy);
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
      work.page.section = section_id(all.issue.paper, declared.section);
      work.page.kind = declared.kind;
      work.page.sent = declared.sent;
    }
    if (work.page.kind.empty())
      work.page.kind = default_kind(all.layout, folio, pages, work.page.section);
    work.kind = &all.layout.page(work.page.kind);
    all.pages.push_back(std::move(work));
  }
  all.imprint_page = all.pages.size() - 1;
  find_unmatched_sections(all);
  note_unused_sections(all);
}

}  // namespace forme
