// How good and how fast pages of many items are solved, as lines of JSON.
//
//   many_items chance PAGES SEED         pages by chance of 6 to 8 items, PAGES of each
//   many_items issue PAGES SEED ISSUE…   pages of 6 to 11 stories that are drawn from each issue
//   many_items time PAGES SEED ISSUE…    such pages of 8 to 18 stories, and the time of each
//
// The first two solve every page `exact`, and again as if only `mostExact` items were searched
// exactly, which is what `beam` costs. Time is the processor's.
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "cli/picture_facts.h"
#include "cli/sources.h"
#include "makeup/issue_work.h"
#include "makeup/make_up.h"
#include "makeup/page_solver.h"
#include "program.h"
#include "support/chance_pages.h"

namespace forme::test {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kColumns = 4, kRows = 36;          // of a page by chance
constexpr double kLeastFull = 0.8, kFull = 1.0;  // parts of a page that drawn stories take
constexpr double kLargestShare = 2.5;            // of the page ÷ its stories, that one takes
constexpr int kDraws = 2000;                     // of stories, until they fill a page

struct Page {
  std::vector<PageItem> items;
  std::vector<std::vector<GridRect>> ways;
};

struct Solved {
  double cost = 0, seconds = 0;
};
Solved solve(const Page& page, std::size_t exact) {
  SolveLimits limits;
  limits.most_exact = exact;
  const double start = cpu_seconds();
  const PageSolution solution = solve_page(page.items, page.ways, {}, limits);
  return {solution.cost, cpu_seconds() - start};
}

// Pages of stories as an issue has them.
class PageDrawer {
 public:
  PageDrawer(const std::string& folder, Run& run)
      : sources_(read_sources({folder, {}, 0, {}}, run.environment, run.diagnostics)) {
    if (!sources_) return;
    pictures_ = probe_pictures(sources_->issue, run.shared.assets, run.diagnostics);
    setter_.emplace(sources_->fonts, *sources_->dictionaries);
    structure_ = build_structure(sources_->issue);
    context_.emplace(
        SettingContext{sources_->issue, sources_->layout, *setter_, pictures_, structure_});
    stock_.emplace(*context_);
    fitter_.emplace(*stock_);
  }
  PageDrawer(const PageDrawer&) = delete;
  PageDrawer& operator=(const PageDrawer&) = delete;

  // So many stories that together about fill an inside page; none where the issue has no such.
  Page draw(std::mt19937& chance, std::size_t count) const {
    if (!sources_) return {};
    const PageRoom room =
        page_room(sources_->layout.page("news"), sources_->layout, {}, false, unsaid_);
    std::vector<PageCandidate> all = stories();
    // The more stories a page has, the shorter they are.
    const double most = kLargestShare * room.rows_free() / static_cast<double>(count);
    std::erase_if(all, [&](const PageCandidate& c) { return fitter_->estimate(c) > most; });
    for (int draws = 0; draws < kDraws && all.size() >= count; ++draws) {
      std::shuffle(all.begin(), all.end(), chance);
      std::vector<PageCandidate> drawn(all.begin(),
                                       all.begin() + static_cast<std::ptrdiff_t>(count));
      int used = 0;
      for (const PageCandidate& c : drawn) used += fitter_->estimate(c);
      const double full = used / static_cast<double>(room.rows_free());
      if (full >= kLeastFull && full <= kFull) return page_of(drawn, room);
    }
    return {};
  }

 private:
  std::vector<PageCandidate> stories() const {
    std::vector<PageCandidate> list;
    for (std::size_t i = 0; i < sources_->issue.articles.size(); ++i) {
      const Article& article = sources_->issue.articles[i];
      PageCandidate c;
      c.articles = {i};
      c.priority = article.priority;
      if (article.genre != Genre::Nib && article.genre != Genre::Filler) list.push_back(c);
    }
    return list;
  }

  Page page_of(std::vector<PageCandidate>& drawn, const PageRoom& room) const {
    std::stable_sort(drawn.begin(), drawn.end(),
                     [](const auto& a, const auto& b) { return a.priority < b.priority; });
    Page page;
    page.ways = decompositions(room);
    for (const PageCandidate& c : drawn)
      page.items.push_back({fitter_->shapes_of(c, room.area.w, room.area.h)});
    return page;
  }

  std::optional<Sources> sources_;
  PictureFacts pictures_;
  IssueStructure structure_;
  std::optional<TextSetter> setter_;
  std::optional<SettingContext> context_;
  std::optional<StoryStock> stock_;
  std::optional<PageFitter> fitter_;
  mutable Diagnostics unsaid_;
};

void say_optimality(const std::string& of, const Page& page) {
  const Solved exact = solve(page, page.items.size());
  for (std::size_t most_exact = page.items.size() - 1; most_exact >= page.items.size() / 2;
       --most_exact) {
    const Solved beam = solve(page, most_exact);
    Json said{{"of", of}, {"items", page.items.size()}, {"mostExact", most_exact}};
    if (exact.cost < kImpossible) said["exact"] = exact.cost;
    if (beam.cost < kImpossible) said["beam"] = beam.cost;
    said["exactSeconds"] = exact.seconds, said["seconds"] = beam.seconds;
    std::cout << said.dump() << std::endl;
  }
}

int chance_pages(int pages, unsigned seed) {
  for (int count = 6; count <= 8; ++count) {
    std::mt19937 chance(seed + static_cast<unsigned>(count));
    for (int i = 0; i < pages; ++i) {
      Page page;
      page.items = items_by_chance(chance, count, kColumns, kRows);
      page.ways = {{{0, 0, kColumns, kRows}}};
      say_optimality("chance", page);
    }
  }
  return 0;
}

int issue_pages(int pages, unsigned seed, const std::vector<std::string>& issues, Run& run) {
  for (const std::string& folder : issues) {
    const PageDrawer drawer(folder, run);
    std::mt19937 chance(seed);
    for (std::size_t count = 6; count <= kMostExact + kMoreInBeam; ++count) {
      for (int i = 0; i < pages; ++i) {
        const Page page = drawer.draw(chance, count);
        if (!page.items.empty()) say_optimality(folder, page);
      }
    }
  }
  return 0;
}

int times(int pages, unsigned seed, const std::vector<std::string>& issues, Run& run) {
  for (const std::string& folder : issues) {
    const PageDrawer drawer(folder, run);
    std::mt19937 chance(seed);
    for (std::size_t count = kMostExact; count <= static_cast<std::size_t>(kMostItems); ++count) {
      for (int i = 0; i < pages; ++i) {
        const Page page = drawer.draw(chance, count);
        if (page.items.empty()) continue;
        const Solved solved = solve(page, kMostExact);
        Json said{{"of", folder}, {"items", count}, {"seconds", solved.seconds}};
        if (solved.cost < kImpossible) said["cost"] = solved.cost;
        std::cout << said.dump() << std::endl;
      }
    }
  }
  return 0;
}

int work(const std::vector<std::string>& words, Run& run) {
  if (words.size() >= 3) {
    const int pages = std::stoi(words[1]);
    const auto seed = static_cast<unsigned>(std::stoul(words[2]));
    const std::vector<std::string> issues(words.begin() + 3, words.end());
    if (words[0] == "chance") return chance_pages(pages, seed);
    if (words[0] == "issue") return issue_pages(pages, seed, issues, run);
    if (words[0] == "time") return times(pages, seed, issues, run);
  }
  std::cerr << "many_items: chance PAGES SEED | issue PAGES SEED ISSUE… | time PAGES SEED ISSUE…\n";
  return 2;
}

}  // namespace
}  // namespace forme::test

int main(int argc, char** argv) {
  return forme::test::run_program(argc, argv, forme::test::work);
}
