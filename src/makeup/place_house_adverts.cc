#include <algorithm>

#include "makeup/page_room.h"
#include "makeup/planning_steps.h"

namespace forme {
namespace {

constexpr double kHouseHole = 0.5;  // of a house advert that must be empty before it is tried

// Stops holes with the paper's own adverts.
class HouseAdvertPlacer {
 public:
  explicit HouseAdvertPlacer(IssueWork& all) : all_(all) {}

  void run() {
    for (const Advert& advert : all_.issue.manifest.adverts) {
      if (advert.house) place(advert);
    }
  }

 private:
  struct Trial {
    PageWork* work = nullptr;
    double gain = 0;
    Attempt made;
    std::vector<PageCandidate> list;
    PageRoom room;
  };

  void place(const Advert& advert) {
    Trial best;
    for (std::size_t i = 0; i < all_.pages.size(); ++i) {
      if (!may_stand(advert, all_.pages[i])) continue;
      Trial trial = try_on(advert, i);
      if (trial.gain > best.gain) best = std::move(trial);
    }
    if (!best.work) return;
    best.work->adverts.push_back(&advert);
    best.work->room = std::move(best.room);
    all_.accept(*best.work, best.list, best.made);
  }

  // It is there to fill a hole, not to make a picture smaller.
  bool may_stand(const Advert& advert, const PageWork& work) const {
    const int size = advert.position == AdvertPosition::Full
                         ? work.room.area.w * work.room.area.h
                         : advert.columns * advert_rows(advert, all_.layout);
    return !work.page.sent && !work.jumps() && work.spare >= kHouseHole * size &&
           (advert.page == 0 || advert.page == work.page.folio) && !all_.rival_near(advert, work);
  }

  Trial try_on(const Advert& advert, std::size_t page) const {
    PageWork& work = all_.pages[page];
    std::vector<const Advert*> adverts = work.adverts;
    adverts.push_back(&advert);
    Diagnostics clash;
    Trial trial;
    PageWork tried = work;
    tried.room = all_.room_of(page, adverts, clash);
    if (clash.has_errors()) return trial;
    trial.list = all_.candidates_on(work);
    const bool nothing_left = trial.list.empty() && decompositions(tried.room).empty();
    if (nothing_left) {
      trial.made.solution.cost = 0;
    } else {
      trial.made = all_.fitter.attempt(tried, trial.list);
    }
    if (!trial.made.solution.found()) return trial;
    trial.work = &work;
    trial.gain = work.cost - trial.made.solution.cost;
    trial.room = std::move(tried.room);
    return trial;
  }

  IssueWork& all_;
};

}  // namespace

void place_house_adverts(IssueWork& all) {
  HouseAdvertPlacer(all).run();
}

}  // namespace forme
