#include <fmt/format.h>

#include <algorithm>

#include "makeup/page_room.h"
#include "makeup/planning_steps.h"

namespace forme {
namespace {

constexpr double kHouseHole = 0.5;  // of a house advert that must be empty before it is tried

// Gives adverts their pages.
class AdvertPlacer {
 public:
  explicit AdvertPlacer(IssueWork& all) : all_(all) {}

  void place_adverts() {
    std::vector<std::vector<const Advert*>> booked(all_.pages.size());
    std::vector<const Advert*> open;
    for (const Advert& advert : all_.issue.manifest.adverts) {
      if (advert.house) continue;
      if (advert.page >= 1 && advert.page <= static_cast<int>(all_.pages.size())) {
        booked[static_cast<std::size_t>(advert.page - 1)].push_back(&advert);
      } else if (advert.page == 0) {
        open.push_back(&advert);
      } else {
        all_.diagnostics.error(
            advert.where, fmt::format("advert '{}' is booked for page {}, which the issue lacks",
                                      advert.id, advert.page));
      }
    }
    // An open advert goes to the inside page that carries least and no rival.
    for (const Advert* advert : open) {
      std::size_t best = all_.pages.size() > 1 ? 1 : 0;
      double least = kImpossible;
      for (std::size_t i = 0; i < all_.pages.size(); ++i) {
        double load = i == 0 ? 200 : 0;
        for (const Advert* other : booked[i])
          load += other->columns * advert_rows(*other, all_.layout);
        for (std::size_t near : {i, i ^ 1U}) {
          if (near >= all_.pages.size() || advert->keep_apart.empty()) continue;
          for (const Advert* other : booked[near])
            load += other->keep_apart == advert->keep_apart ? 1e6 : 0;
        }
        if (load < least) least = load, best = i;
      }
      booked[best].push_back(advert);
    }
    for (std::size_t i = 0; i < all_.pages.size(); ++i) {
      all_.pages[i].adverts = booked[i];
      all_.pages[i].room = all_.room_of(i, booked[i], all_.diagnostics);
    }
  }

  // A house advert goes to the page that becomes best by it, if one does.
  void place_house_adverts() {
    for (const Advert& advert : all_.issue.manifest.adverts) {
      if (!advert.house || (advert.page > 0 && advert.page > static_cast<int>(all_.pages.size())))
        continue;
      std::size_t best_page = all_.pages.size();
      double most = 0;
      Attempt best;
      std::vector<PageCandidate> best_list;
      PageRoom best_room;
      for (std::size_t i = 0; i < all_.pages.size(); ++i) {
        PageWork& work = all_.pages[i];
        const bool turns = std::any_of(work.page.leaves.begin(), work.page.leaves.end(),
                                       [](const PlanLeaf& leaf) { return leaf.continued_on > 0; });
        // It is there to fill a hole, not to make a picture smaller.
        const bool hole =
            work.spare >= kHouseHole * advert.columns * advert_rows(advert, all_.layout);
        if (!hole) continue;
        if (work.page.sent || turns || (advert.page > 0 && advert.page != work.page.folio))
          continue;
        std::vector<const Advert*> adverts = work.adverts;
        adverts.push_back(&advert);
        Diagnostics clash;
        PageWork tried = work;
        tried.room = all_.room_of(i, adverts, clash);
        std::vector<PageCandidate> list = all_.candidates_on(work);
        if (clash.has_errors() || list.empty()) continue;
        Attempt attempted = all_.fitter.attempt(tried, list);
        const double gain = work.cost - attempted.solution.cost;
        if (!attempted.solution.found() || gain <= most) continue;
        most = gain, best_page = i;
        best = std::move(attempted);
        best_list = std::move(list);
        best_room = std::move(tried.room);
      }
      if (best_page == all_.pages.size()) continue;
      PageWork& work = all_.pages[best_page];
      work.adverts.push_back(&advert);
      work.room = std::move(best_room);
      all_.accept(work, best_list, best);
    }
  }

 private:
  IssueWork& all_;
};

}  // namespace

void place_adverts(IssueWork& all) {
  AdvertPlacer(all).place_adverts();
}

void place_house_adverts(IssueWork& all) {
  AdvertPlacer(all).place_house_adverts();
}

}  // namespace forme
