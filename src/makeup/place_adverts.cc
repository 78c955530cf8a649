#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "makeup/page_room.h"
#include "makeup/planning_steps.h"

namespace forme {
namespace {

// What an advert on the facing page weighs against one on the page itself, when pages are compared
// by how much of them is sold: adverts are spread over the spreads too.
constexpr double kFacingLoad = 0.5;
constexpr double kMostOfFront = 0.34;  // of the front's room that adverts without a page may take

bool rivals(const Advert& a, const Advert& b) {
  return !a.keep_apart.empty() && a.keep_apart == b.keep_apart;
}

bool carries_imprint(const PageRoom& room) {
  return std::any_of(room.booked.begin(), room.booked.end(),
                     [](const PlanLeaf& leaf) { return leaf.kind == LeafKind::Imprint; });
}

// Gives adverts their pages: booked ones those that they were booked for; each of the others, the
// largest first, the one that carries least, its facing page counted in.
class AdvertPlacer {
 public:
  explicit AdvertPlacer(IssueWork& all) : all_(all) {}

  void run() {
    place_booked();
    keep_rivals_apart();
    find_imprint_page();
    for (const Advert* advert : open_adverts()) place_open(*advert);
    for (std::size_t i = 0; i < all_.pages.size(); ++i)
      all_.pages[i].room = all_.room_of(i, all_.pages[i].adverts, all_.diagnostics);
  }

 private:
  void place_booked() {
    for (const Advert& advert : all_.issue.manifest.adverts) {
      if (advert.page == 0) continue;
      if (advert.page > static_cast<int>(all_.pages.size())) {
        all_.diagnostics.error(
            advert.where,
            fmt::format("advert {} is booked for page {}, but the copy makes {} pages",
                        advert_name(advert), advert.page, all_.pages.size()),
            "say in the flatplan how many pages the issue has, or book another page");
      } else if (!advert.house) {
        all_.pages[static_cast<std::size_t>(advert.page - 1)].adverts.push_back(&advert);
      }
    }
  }

  void keep_rivals_apart() {
    for (const PageWork& work : all_.pages) {
      for (std::size_t n = 0; n < work.adverts.size(); ++n) {
        for (std::size_t m = 0; m < n; ++m)
          refuse_rivals(*work.adverts[n], *work.adverts[m], work.page.folio);
        if (work.page.folio % 2 == 0) continue;
        for (const Advert* other : facing(work))
          refuse_rivals(*work.adverts[n], *other, work.page.folio);
      }
    }
  }
  void refuse_rivals(const Advert& advert, const Advert& other, int folio) {
    if (!rivals(advert, other)) return;
    const std::string where =
        other.page == folio ? fmt::format("share page {}", folio)
                            : fmt::format("face each other on pages {} and {}", folio - 1, folio);
    all_.diagnostics.error(
        advert.where,
        fmt::format("adverts {} and {} {}, and are to be kept apart: both are of '{}'",
                    advert_name(other), advert_name(advert), where, advert.keep_apart),
        "book one of them on another spread");
  }

  // The imprint stands on the last page, or the last one before it whose adverts leave it room.
  void find_imprint_page() {
    if (all_.imprint_rows == 0 || finds_imprint_page(true)) return;
    const bool too_deep = !finds_imprint_page(false);
    all_.imprint_page = all_.pages.size();
    all_.diagnostics.warning(
        all_.issue.manifest.where,
        too_deep ? fmt::format("the imprint takes {} rows, and no page has as many beside its copy",
                               all_.imprint_rows)
                 : "the adverts leave no page room for the imprint",
        too_deep ? "the law may ask for it: shorten it in the paper's file"
                 : "the law may ask for it: give it a page");
  }
  bool finds_imprint_page(bool beside_adverts) {
    for (std::size_t i = all_.pages.size(); i-- > 0;) {
      all_.imprint_page = i;
      Diagnostics said_later;
      const PageWork& work = all_.pages[i];
      const auto adverts = beside_adverts ? work.adverts : std::vector<const Advert*>{};
      if (carries_imprint(all_.room_of(i, adverts, said_later))) return true;
    }
    return false;
  }

  std::vector<const Advert*> open_adverts() const {
    std::vector<const Advert*> open;
    for (const Advert& advert : all_.issue.manifest.adverts) {
      if (!advert.house && advert.page == 0) open.push_back(&advert);
    }
    std::stable_sort(open.begin(), open.end(),
                     [&](const Advert* a, const Advert* b) { return area(*a) > area(*b); });
    return open;
  }

  void place_open(const Advert& advert) {
    std::optional<std::size_t> best;
    double least = 0;
    const Advert* rival = nullptr;
    for (std::size_t i = 0; i < all_.pages.size(); ++i) {
      if (!may_stand(advert, i)) continue;
      if (const Advert* near = all_.rival_near(advert, all_.pages[i])) {
        rival = near;
        continue;
      }
      // The front is for the best stories.
      const double load = load_of(all_.pages[i]) + (i == 0 ? all_.layout.grid.columns * 1000 : 0);
      if (!best || load < least) best = i, least = load;
    }
    if (best) {
      all_.pages[*best].adverts.push_back(&advert);
    } else {
      refuse(advert, rival);
    }
  }

  // Beside what stands on the page already, the imprint not driven out.
  bool may_stand(const Advert& advert, std::size_t page) const {
    std::vector<const Advert*> adverts = all_.pages[page].adverts;
    adverts.push_back(&advert);
    Diagnostics clash;
    const PageRoom room = all_.room_of(page, adverts, clash);
    if (clash.has_errors() || all_.takes_slot(page, room)) return false;
    if (page == 0 && all_.pages.size() > 1) {
      double taken = 0;
      for (const Advert* on : adverts) taken += area(*on);
      if (taken > kMostOfFront * room.area.w * room.area.h) return false;
    }
    return page != all_.imprint_page || all_.imprint_rows == 0 || carries_imprint(room);
  }

  void refuse(const Advert& advert, const Advert* rival) {
    const bool too_large = !rival && larger_than_every_page(advert);
    all_.adverts_left += too_large ? 0 : 1;
    if (rival) {
      all_.diagnostics.error(
          advert.where,
          fmt::format("no page has room for advert {} where it neither shares nor faces another "
                      "of '{}', such as {}",
                      advert_name(advert), advert.keep_apart, advert_name(*rival)),
          "add pages, or take one of them out");
    } else if (too_large) {
      all_.diagnostics.error(advert.where,
                             fmt::format("advert {} is larger than the page", advert_name(advert)));
    } else {
      all_.diagnostics.error(
          advert.where, fmt::format("no page has room left for advert {}", advert_name(advert)),
          "add pages, or take an advert out");
    }
  }

  bool larger_than_every_page(const Advert& advert) const {
    return std::all_of(all_.pages.begin(), all_.pages.end(), [&](const PageWork& work) {
      Diagnostics clash;
      (void)page_room(*work.kind, all_.layout, {&advert}, false, clash);
      return clash.has_errors();
    });
  }

  std::vector<const Advert*> facing(const PageWork& work) const {
    const PageWork* other = all_.facing(work);
    return other ? other->adverts : std::vector<const Advert*>{};
  }

  // Column rows.
  double area(const Advert& advert) const {
    const Grid& grid = all_.layout.grid;
    return advert.position == AdvertPosition::Full
               ? grid.columns * grid.rows
               : advert.columns * advert_rows(advert, all_.layout);
  }
  double load_of(const PageWork& work) const {
    double load = 0;
    for (const Advert* advert : work.adverts) load += area(*advert);
    for (const Advert* advert : facing(work)) load += kFacingLoad * area(*advert);
    return load;
  }

  IssueWork& all_;
};

}  // namespace

void place_adverts(IssueWork& all) {
  AdvertPlacer(all).run();
}

}  // namespace forme
