#include <algorithm>
#include <cmath>

#include "makeup/page_room.h"
#include "makeup/planning_steps.h"

namespace forme {
namespace {

constexpr int kPageMultiple = 4;

// Lists the stories and the pages.
class PageLister {
 public:
  explicit PageLister(IssueWork& all) : all_(all) {}

  void run() {
    list_stories();
    list_pages();
  }

 private:
  void list_stories() {
    for (std::size_t i = 0; i < all_.issue.articles.size(); ++i) {
      if (all_.article(i).outputs & (kPrint | kScreen)) all_.waiting.insert(i);
    }
  }

  void list_pages() {
    const Flatplan& flatplan = all_.issue.manifest.flatplan;
    int count = flatplan.pages;
    int last = 0;
    for (const FlatplanPage& p : flatplan.list) last = std::max(last, p.last);
    if (count == 0) {
      double copy = 0;
      for (std::size_t i : all_.waiting) {
        if (all_.article(i).genre != Genre::Filler)
          copy += all_.fitter.estimate(all_.candidate_of(i));
      }
      for (const Advert& a : all_.issue.manifest.adverts) {
        if (!a.house) copy += a.columns * advert_rows(a, all_.layout);
      }
      const double page = all_.layout.grid.columns * (all_.layout.grid.rows - 4.0);
      count =
          static_cast<int>(std::ceil(std::max(copy / page, 1.0) / kPageMultiple)) * kPageMultiple;
    }
    count = std::max(count, last);
    for (int folio = 1; folio <= count; ++folio) {
      PageWork work;
      work.page.folio = folio;
      for (const FlatplanPage& declared : flatplan.list) {
        if (folio < declared.first || folio > declared.last) continue;
        work.page.section = declared.section;
        work.page.kind = declared.kind;
        work.page.sent = declared.sent;
      }
      if (work.page.kind.empty()) work.page.kind = default_kind(folio, count, work.page.section);
      work.kind = &all_.layout.page(work.page.kind);
      all_.pages.push_back(std::move(work));
    }
  }

  std::string default_kind(int folio, int count, const std::string& section) const {
    auto has = [&](const std::string& id) {
      return std::any_of(all_.layout.pages.begin(), all_.layout.pages.end(),
                         [&](const PageKind& k) { return k.id == id; });
    };
    if (folio == 1) return "front";
    if (folio == count && has("back")) return "back";
    std::string lower = section;
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return !lower.empty() && has(lower) ? lower : "news";
  }

  IssueWork& all_;
};

}  // namespace

void list_pages(IssueWork& all) {
  PageLister(all).run();
}

}  // namespace forme
