#include "makeup/planner.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "makeup/furniture.h"
#include "makeup/nibs.h"
#include "makeup/page_fitter.h"

namespace forme {
namespace {

constexpr double kFullEnough =
    0.96;                           // of a page's room, by estimate: then no further story is tried
constexpr double kBadPage = 1000;   // what a page with a hole costs
constexpr double kNoPage = 10'000;  // and one that could not be made
constexpr std::size_t kLevelled = 3;  // pages whose legs are set to find the best for an item
constexpr int kStoryTries = 16;       // stories that such a page tries
constexpr double kHouseHole = 0.5;    // of a house advert that must be empty before it is tried
constexpr double kLeastFull = 0.55;   // however little copy there is
constexpr int kPageMultiple = 4;
constexpr double kWorthTrying =
    1.35;  // of a page's room by estimate, up to which one more story is tried on it

LeafKind kind_of(Genre genre) {
  switch (genre) {
    case Genre::Letters:
      return LeafKind::Letters;
    case Genre::Listing:
      return LeafKind::Listing;
    case Genre::Panel:
      return LeafKind::Call;
    default:
      return LeafKind::Story;
  }
}

class Planner {
 public:
  Planner(const StoryStock& stock, Diagnostics& diagnostics)
      : stock_(stock),
        fitter_(stock),
        issue_(stock.context().issue),
        layout_(stock.context().layout),
        diagnostics_(diagnostics) {}

  Plan run() {
    list_stories();
    list_pages();
    place_adverts();
    weigh();
    pin();
    for (std::size_t i : solving_order()) solve(pages_[i]);
    place_rest();
    place_house_adverts();
    return finish();
  }

 private:
  const Article& article(std::size_t index) const { return issue_.articles[index]; }
  std::size_t index_of(const std::string& id) const {
    for (std::size_t i = 0; i < issue_.articles.size(); ++i) {
      if (issue_.articles[i].id == id) return i;
    }
    return issue_.articles.size();
  }

  void list_stories() {
    for (std::size_t i = 0; i < issue_.articles.size(); ++i) {
      if (article(i).outputs & (kPrint | kScreen)) waiting_.insert(i);
    }
  }

  void list_pages() {
    const Flatplan& flatplan = issue_.manifest.flatplan;
    int count = flatplan.pages;
    int last = 0;
    for (const FlatplanPage& p : flatplan.list) last = std::max(last, p.last);
    if (count == 0) {
      double copy = 0;
      for (std::size_t i : waiting_) {
        if (article(i).genre != Genre::Filler) copy += fitter_.estimate(candidate_of(i));
      }
      for (const Advert& a : issue_.manifest.adverts) {
        if (!a.house) copy += a.columns * advert_rows(a, layout_);
      }
      const double page = layout_.grid.columns * (layout_.grid.rows - 4.0);
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
      work.kind = &layout_.page(work.page.kind);
      pages_.push_back(std::move(work));
    }
  }
  std::string default_kind(int folio, int count, const std::string& section) const {
    auto has = [&](const std::string& id) {
      return std::any_of(layout_.pages.begin(), layout_.pages.end(),
                         [&](const PageKind& k) { return k.id == id; });
    };
    if (folio == 1) return "front";
    if (folio == count && has("back")) return "back";
    std::string lower = section;
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return !lower.empty() && has(lower) ? lower : "news";
  }

  void place_adverts() {
    std::vector<std::vector<const Advert*>> booked(pages_.size());
    std::vector<const Advert*> open;
    for (const Advert& advert : issue_.manifest.adverts) {
      if (advert.house) continue;
      if (advert.page >= 1 && advert.page <= static_cast<int>(pages_.size())) {
        booked[static_cast<std::size_t>(advert.page - 1)].push_back(&advert);
      } else if (advert.page == 0) {
        open.push_back(&advert);
      } else {
        diagnostics_.error(advert.where,
                           fmt::format("advert '{}' is booked for page {}, which the issue lacks",
                                       advert.id, advert.page));
      }
    }
    // An open advert goes to the inside page that carries least and no rival.
    for (const Advert* advert : open) {
      std::size_t best = pages_.size() > 1 ? 1 : 0;
      double least = kImpossible;
      for (std::size_t i = 0; i < pages_.size(); ++i) {
        double load = i == 0 ? 200 : 0;
        for (const Advert* other : booked[i]) load += other->columns * advert_rows(*other, layout_);
        for (std::size_t near : {i, i ^ 1U}) {
          if (near >= pages_.size() || advert->keep_apart.empty()) continue;
          for (const Advert* other : booked[near])
            load += other->keep_apart == advert->keep_apart ? 1e6 : 0;
        }
        if (load < least) least = load, best = i;
      }
      booked[best].push_back(advert);
    }
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      pages_[i].adverts = booked[i];
      pages_[i].room = room_of(i, booked[i], diagnostics_);
    }
  }

  PageRoom room_of(std::size_t page, const std::vector<const Advert*>& adverts,
                   Diagnostics& diagnostics) const {
    const bool promos = page == 0 && !issue_.manifest.promos.empty();
    PageRoom room = page_room(*pages_[page].kind, layout_, adverts, promos, diagnostics);
    if (page + 1 == pages_.size()) book_imprint(room, imprint_rows(stock_.context()));
    return room;
  }

  // A house advert goes to the page that becomes best by it, if one does.
  void place_house_adverts() {
    for (const Advert& advert : issue_.manifest.adverts) {
      if (!advert.house || (advert.page > 0 && advert.page > static_cast<int>(pages_.size())))
        continue;
      std::size_t best_page = pages_.size();
      double most = 0;
      Attempt best;
      std::vector<PageCandidate> best_list;
      PageRoom best_room;
      for (std::size_t i = 0; i < pages_.size(); ++i) {
        PageWork& work = pages_[i];
        const bool turns = std::any_of(work.page.leaves.begin(), work.page.leaves.end(),
                                       [](const PlanLeaf& leaf) { return leaf.continued_on > 0; });
        // It is there to fill a hole, not to make a picture smaller.
        const bool hole = work.spare >= kHouseHole * advert.columns * advert_rows(advert, layout_);
        if (!hole) continue;
        if (work.page.sent || turns || (advert.page > 0 && advert.page != work.page.folio))
          continue;
        std::vector<const Advert*> adverts = work.adverts;
        adverts.push_back(&advert);
        Diagnostics clash;
        PageWork tried = work;
        tried.room = room_of(i, adverts, clash);
        std::vector<PageCandidate> list = candidates_on(work);
        if (clash.has_errors() || list.empty()) continue;
        Attempt attempted = fitter_.attempt(tried, list);
        const double gain = work.cost - attempted.solution.cost;
        if (!attempted.solution.found() || gain <= most) continue;
        most = gain, best_page = i;
        best = std::move(attempted);
        best_list = std::move(list);
        best_room = std::move(tried.room);
      }
      if (best_page == pages_.size()) continue;
      PageWork& work = pages_[best_page];
      work.adverts.push_back(&advert);
      work.room = std::move(best_room);
      accept(work, best_list, best);
    }
  }

  // Copy that does not fill the issue is spread over its pages, so that none is left blank.
  void weigh() {
    double copy = 0, room = 0;
    for (std::size_t i : waiting_) {
      if (article(i).genre != Genre::Filler) copy += fitter_.estimate(candidate_of(i));
    }
    for (const PageWork& work : pages_) room += work.room.rows_free();
    fullness_ = std::clamp(copy / std::max(room, 1.0), kLeastFull, kFullEnough);
  }

  PageCandidate candidate_of(std::size_t index) const {
    PageCandidate c;
    c.kind = article(index).genre == Genre::Nib ? LeafKind::Nibs : kind_of(article(index).genre);
    c.articles = {index};
    c.priority = article(index).genre == Genre::Panel ? 6 : article(index).priority;
    return c;
  }

  void pin() {
    const Flatplan& flatplan = issue_.manifest.flatplan;
    for (const FlatplanPage& declared : flatplan.list) {
      if (declared.first < 1 || declared.first > static_cast<int>(pages_.size())) continue;
      PageWork& work = pages_[static_cast<std::size_t>(declared.first - 1)];
      for (const Place& place : declared.places)
        pin_one(work, place.article, place.slot, place.jump_to);
      for (const std::string& id : declared.autos) pin_one(work, id, "", 0);
    }
    for (PageWork& work : pages_) gather_nibs(work);
  }
  void pin_one(PageWork& work, const std::string& id, const std::string& slot, int jump_to) {
    const std::size_t index = index_of(id);
    if (!waiting_.count(index)) return;
    PageCandidate c = candidate_of(index);
    c.pinned = true;
    c.slot = slot;
    c.part.continued_on = jump_to;
    c.part.asked_to_jump = jump_to > 0;
    for (const Slot& s : work.kind->slots) {
      if (!slot.empty() && s.id == slot) {
        c.only_width = s.box.w;
        c.part.head_drop = s.head_drop;
      }
    }
    waiting_.erase(index);
    work.candidates.push_back(std::move(c));
  }
  // The nibs of a page stand in one column.
  void gather_nibs(PageWork& work) {
    PageCandidate column;
    column.kind = LeafKind::Nibs;
    column.priority = 7;
    for (const PageCandidate& c : work.candidates) {
      if (c.kind != LeafKind::Nibs) continue;
      column.articles.insert(column.articles.end(), c.articles.begin(), c.articles.end());
      column.pinned = true;
    }
    std::erase_if(work.candidates, [](const PageCandidate& c) { return c.kind == LeafKind::Nibs; });
    const Slot* slot = nullptr;
    for (const Slot& s : work.kind->slots) {
      if (s.content == "nibs") slot = &s;
    }
    // A page with a slot for nibs takes those that wait, as far as they fit.
    if (slot) {
      column.only_width = slot->box.w;
      column.slot = slot->id;
      for (std::size_t i : waiting_) {
        if (article(i).genre == Genre::Nib) column.articles.push_back(i);
      }
    }
    if (!column.articles.empty()) {
      for (std::size_t i : column.articles) waiting_.erase(i);
      work.candidates.push_back(std::move(column));
    }
  }

  std::vector<std::size_t> solving_order() const {
    std::vector<std::size_t> order;
    for (const bool jumping : {true, false}) {
      for (std::size_t i = 0; i < pages_.size(); ++i) {
        const bool jumps =
            std::any_of(pages_[i].candidates.begin(), pages_[i].candidates.end(),
                        [](const PageCandidate& c) { return c.part.continued_on > 0; });
        if (jumps == jumping) order.push_back(i);
      }
    }
    return order;
  }

  // Stories of the page's section that still wait, most important first.
  std::vector<std::size_t> waiting_for(const PageWork& work, bool any_section) const {
    std::vector<std::size_t> list;
    for (std::size_t i : waiting_) {
      if (article(i).genre == Genre::Filler || article(i).genre == Genre::Nib) continue;
      if (any_section || work.page.section.empty() || article(i).section == work.page.section)
        list.push_back(i);
    }
    std::stable_sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
      return article(a).priority < article(b).priority;
    });
    return list;
  }

  void solve(PageWork& work) {
    std::vector<PageCandidate> chosen = work.candidates;
    const double room = work.room.rows_free();
    double used = 0;
    for (const PageCandidate& c : chosen)
      used += c.part.continued_on > 0 ? kJumpLeast * 4 : fitter_.estimate(c);
    for (std::size_t index : waiting_for(work, false)) {
      if (used >= room * fullness_ || chosen.size() >= static_cast<std::size_t>(kMostItems) - 1)
        break;
      PageCandidate c = candidate_of(index);
      const int rows = fitter_.estimate(c);
      if (used + rows > room * 1.04) continue;
      used += rows;
      chosen.push_back(std::move(c));
    }
    Attempt best = shrink_until_found(work, chosen);
    add_stories(work, chosen, best);
    add_fillers(work, chosen, best);
    accept(work, chosen, best);
  }

  // A page with a hole tries a few more of the stories that wait: an estimate may have kept them
  // off.
  void add_stories(const PageWork& work, std::vector<PageCandidate>& chosen, Attempt& best) {
    int tries = kStoryTries;
    for (std::size_t index : waiting_for(work, false)) {
      const bool here = std::any_of(chosen.begin(), chosen.end(), [&](const PageCandidate& c) {
        return c.articles.front() == index;
      });
      if (here) continue;
      const bool full = chosen.size() >= static_cast<std::size_t>(kMostItems) - 1;
      if (!best.solution.found() || best.solution.cost < kBadPage || full || tries-- == 0) return;
      std::vector<PageCandidate> more = chosen;
      more.push_back(candidate_of(index));
      Attempt tried = fitter_.attempt(work, more);
      if (tried.solution.cost >= best.solution.cost) continue;
      best = std::move(tried);
      chosen = std::move(more);
    }
  }

  // Takes the least important story away until the page can be made, the unpinned ones first;
  // before a pinned one goes, the longest story may jump.
  Attempt shrink_until_found(PageWork& work, std::vector<PageCandidate>& chosen) {
    while (true) {
      Attempt found = fitter_.attempt(work, chosen);
      if (found.solution.found() || chosen.empty()) return found;
      const bool only_pinned = std::all_of(chosen.begin(), chosen.end(),
                                           [](const PageCandidate& c) { return c.pinned; });
      if (only_pinned && let_jump(work, chosen)) {
        found = fitter_.attempt(work, chosen);
        if (found.solution.found()) return found;
      }
      auto victim = chosen.end();
      for (auto c = chosen.begin(); c != chosen.end(); ++c) {
        if (only_pinned
                ? (victim == chosen.end() || c->priority >= victim->priority)
                : !c->pinned && (victim == chosen.end() || c->priority >= victim->priority)) {
          victim = c;
        }
      }
      if (victim->pinned && victim->part.continued_from == 0) {
        diagnostics_.warning(
            article(victim->articles[0]).where,
            fmt::format("'{}' does not fit on page {} with what else is placed there",
                        article(victim->articles[0]).id, work.page.folio),
            "cut it, or place less on the page");
      }
      give_back(*victim);
      chosen.erase(victim);
    }
  }
  void give_back(const PageCandidate& c) {
    if (c.part.continued_from > 0) {
      homeless_turns_.push_back(c);
      return;
    }
    for (std::size_t i : c.articles) waiting_.insert(i);
  }

  bool let_jump(const PageWork& work, std::vector<PageCandidate>& chosen) const {
    PageCandidate* longest = nullptr;
    int rows = kJumpLeast + kTurnLeast;
    for (PageCandidate& c : chosen) {
      if (c.kind != LeafKind::Story || c.part.continued_on > 0 || c.part.turn()) continue;
      const int here = stock_.story(c.articles[0]).rows();
      if (here >= rows) rows = here, longest = &c;
    }
    const int target = next_open_page(work.page.folio, work.page.section);
    if (!longest || target == 0) return false;
    longest->part.continued_on = target;
    return true;
  }
  int next_open_page(int after, const std::string& section) const {
    int any = 0;
    for (const PageWork& other : pages_) {
      if (other.page.folio <= after || other.solved) continue;
      if (other.page.section == section) return other.page.folio;
      if (any == 0) any = other.page.folio;
    }
    return any;
  }

  static int spare_rows(const Attempt& made) {
    int spare = 0;
    for (const ComposedLeaf& leaf : made.leaves) spare += leaf.free_rows;
    for (const GridRect& hole : made.solution.holes) spare += hole.w * hole.h;
    return spare;
  }

  // Fillers stop the holes that are left, one at a time, or two that stand side by side, while the
  // page gets better for it.
  void add_fillers(const PageWork& work, std::vector<PageCandidate>& chosen, Attempt& best) {
    std::vector<std::size_t> fillers;
    for (std::size_t i : waiting_) {
      if (article(i).genre == Genre::Filler) fillers.push_back(i);
    }
    for (std::size_t n = 0; n < fillers.size(); ++n) {
      if (!waiting_.contains(fillers[n])) continue;
      if (add_filler(work, {fillers[n]}, chosen, best) || n + 1 == fillers.size()) continue;
      add_filler(work, {fillers[n], fillers[n + 1]}, chosen, best);
    }
  }
  bool add_filler(const PageWork& work, const std::vector<std::size_t>& fillers,
                  std::vector<PageCandidate>& chosen, Attempt& best) {
    std::vector<PageCandidate> more = chosen;
    int rows = 0;
    for (std::size_t index : fillers) {
      more.push_back(candidate_of(index));
      more.back().priority = 5;
      rows += fitter_.estimate(more.back());
    }
    if (!best.solution.found() || more.size() > static_cast<std::size_t>(kMostItems) ||
        spare_rows(best) < rows * 2 / 3)
      return false;
    Attempt tried = fitter_.attempt(work, more);
    if (tried.solution.cost >= best.solution.cost) return false;
    best = std::move(tried);
    chosen = std::move(more);
    for (std::size_t index : fillers) waiting_.erase(index);
    return true;
  }

  void accept(PageWork& work, const std::vector<PageCandidate>& chosen, const Attempt& found) {
    take(work, chosen, fitter_.level_legs(work, chosen, found));
  }
  // `best`: from level_legs.
  void take(PageWork& work, const std::vector<PageCandidate>& chosen, const Attempt& best) {
    work.solved = true;
    work.cost = best.solution.cost;
    work.level_cost = best.level_cost;
    work.spare = spare_rows(best);
    work.page.leaves = work.room.booked;
    for (const PageCandidate& c : chosen) {
      if (!c.pinned) {
        for (std::size_t i : c.articles) waiting_.erase(i);
      }
    }
    for (std::size_t n = 0; n < best.solution.placed.size(); ++n) {
      const PlacedItem& placed = best.solution.placed[n];
      const PageCandidate& c = chosen[placed.item];
      PlanLeaf leaf;
      leaf.kind = c.kind;
      leaf.slot = c.slot;
      leaf.box = placed.box;
      leaf.variant = placed.variant;
      leaf.from = c.part.from;
      leaf.continued_from = c.part.continued_from;
      std::vector<std::size_t> here = c.articles;
      if (c.kind == LeafKind::Nibs) {
        const std::size_t fit =
            NibColumn(stock_.context(), c.articles).count(placed.box.w, placed.box.h);
        for (std::size_t i = fit; i < here.size(); ++i) waiting_.insert(here[i]);
        here.resize(fit);
      }
      for (std::size_t i : here) leaf.ids.push_back(article(i).id);
      if (placed.variant.jumps) {
        leaf.continued_on = c.part.continued_on;
        turn(c, best.leaves[n].reached, work.page.folio);
      }
      work.page.leaves.push_back(std::move(leaf));
    }
  }
  // Hands the rest of a story to the page that it turns to.
  void turn(const PageCandidate& from, GalleyPlace reached, int page) {
    PageCandidate rest = from;
    rest.part = {};
    rest.part.from = reached;
    rest.part.continued_from = page;
    rest.slot.clear();
    rest.only_width = 0;
    rest.pinned = true;
    rest.priority = std::max(3, from.priority);
    for (PageWork& work : pages_) {
      if (work.page.folio == from.part.continued_on && !work.solved) {
        work.candidates.push_back(rest);
        return;
      }
    }
    homeless_turns_.push_back(rest);
  }

  // What found no place yet goes wherever it makes a page no worse than a hole would; nibs gather.
  void place_rest() {
    while (place_nibs()) {
    }
    for (const PageCandidate& c : std::vector<PageCandidate>(homeless_turns_)) {
      if (!squeeze_in(c)) lost_turns_.push_back(c);
    }
    std::vector<std::size_t> list;
    for (std::size_t i : waiting_) {
      if (article(i).genre != Genre::Filler && article(i).genre != Genre::Nib) list.push_back(i);
    }
    std::stable_sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
      return article(a).priority < article(b).priority;
    });
    for (std::size_t index : list) {
      if (squeeze_in(candidate_of(index))) waiting_.erase(index);
    }
  }

  // A page has one column of nibs.
  static void join(std::vector<PageCandidate>& list, const PageCandidate& extra) {
    for (PageCandidate& c : list) {
      if (c.kind != LeafKind::Nibs || extra.kind != LeafKind::Nibs) continue;
      c.articles.insert(c.articles.end(), extra.articles.begin(), extra.articles.end());
      c.whole = extra.whole;
      return;
    }
    list.push_back(extra);
  }

  // Puts the nibs that wait into one column on one page; true when some of them found room.
  bool place_nibs() {
    PageCandidate column;
    column.kind = LeafKind::Nibs;
    column.priority = 7;
    for (std::size_t i : waiting_) {
      if (article(i).genre == Genre::Nib) column.articles.push_back(i);
    }
    if (column.articles.empty()) return false;
    const std::size_t before = column.articles.size();
    for (std::size_t i : column.articles) waiting_.erase(i);
    column.whole = true;
    bool placed = squeeze_in(column);
    column.whole = false;
    if (!placed && !squeeze_in(column)) {
      for (std::size_t i : column.articles) waiting_.insert(i);
      return false;
    }
    std::size_t left = 0;
    for (std::size_t i : waiting_) left += article(i).genre == Genre::Nib;
    return left > 0 && left < before;
  }

  static double known(double cost) { return std::min(cost, kNoPage); }

  struct Trial {
    PageWork* work = nullptr;
    std::vector<PageCandidate> list;
    Attempt made;
    double dearer = kImpossible;
  };
  // A page made again with one more item, if it is worth the search.
  std::optional<Trial> try_on(PageWork& work, const PageCandidate& extra) {
    // A page that a story turns from is not made again: its turn stands already.
    const bool turns = std::any_of(work.page.leaves.begin(), work.page.leaves.end(),
                                   [](const PlanLeaf& leaf) { return leaf.continued_on > 0; });
    if (work.page.sent || turns) return std::nullopt;
    Trial trial;
    trial.work = &work;
    trial.list = candidates_on(work);
    if (trial.list.size() >= static_cast<std::size_t>(kMostItems)) return std::nullopt;
    // Only a page that is not full already is worth it.
    double used = fitter_.estimate(extra);
    for (const PageCandidate& c : trial.list) used += fitter_.estimate(c);
    if (used > work.room.rows_free() * kWorthTrying && !trial.list.empty()) return std::nullopt;
    join(trial.list, extra);
    trial.made = fitter_.attempt(work, trial.list);
    trial.dearer = trial.made.solution.cost - known(work.cost);
    if (!trial.made.solution.found()) return std::nullopt;
    return trial;
  }

  // Puts the item on the page that it makes least dearer, the legs as they really fall.
  bool squeeze_in(const PageCandidate& extra) {
    std::vector<Trial> trials;
    for (PageWork& work : pages_) {
      if (std::optional<Trial> trial = try_on(work, extra)) trials.push_back(std::move(*trial));
    }
    std::stable_sort(trials.begin(), trials.end(),
                     [](const Trial& a, const Trial& b) { return a.dearer < b.dearer; });
    if (trials.size() > kLevelled) trials.resize(kLevelled);
    const Trial* best = nullptr;
    for (Trial& trial : trials) {
      trial.made = fitter_.level_legs(*trial.work, trial.list, trial.made);
      trial.dearer = trial.made.level_cost - known(trial.work->level_cost);
      if (!best || trial.dearer < best->dearer) best = &trial;
    }
    if (!best) return false;
    take(*best->work, best->list, best->made);
    return true;
  }
  std::vector<PageCandidate> candidates_on(const PageWork& work) const {
    std::vector<PageCandidate> list;
    for (const PlanLeaf& leaf : work.page.leaves) {
      if (!carries_copy(leaf.kind)) continue;
      PageCandidate c;
      c.kind = leaf.kind;
      for (const std::string& id : leaf.ids) c.articles.push_back(index_of(id));
      c.part = part_of(leaf, *work.kind);
      c.slot = leaf.slot;
      c.pinned = true;
      c.priority = leaf.kind == LeafKind::Nibs ? 7 : candidate_of(c.articles[0]).priority;
      if (c.part.turn()) c.priority = std::max(3, c.priority);
      for (const Slot& s : work.kind->slots) {
        if (!c.slot.empty() && s.id == c.slot) c.only_width = s.box.w;
      }
      list.push_back(std::move(c));
    }
    return list;
  }

  // A jump line names the page where the turn really stands.
  static void make_jumps_true(Plan& plan) {
    for (PlanPage& from : plan.pages) {
      for (PlanLeaf& leaf : from.leaves) {
        if (leaf.continued_on == 0) continue;
        leaf.continued_on = 0;
        for (const PlanPage& to : plan.pages) {
          for (const PlanLeaf& rest : to.leaves) {
            if (rest.continued_from == from.folio && rest.ids == leaf.ids)
              leaf.continued_on = to.folio;
          }
        }
      }
    }
  }

  Plan finish() {
    Plan plan;
    plan.paper = issue_.manifest.slug;
    plan.number = issue_.manifest.number;
    plan.layout = layout_.id;
    for (PageWork& work : pages_) plan.pages.push_back(std::move(work.page));
    make_jumps_true(plan);
    for (std::size_t i : waiting_) {
      if (article(i).genre == Genre::Filler) continue;
      plan.overset.push_back({article(i).id, stock_.story(i).rows(), "no page has room for it"});
    }
    for (const PageCandidate& c : lost_turns_) {
      plan.overset.push_back({article(c.articles[0]).id,
                              stock_.story(c.articles[0]).rows(c.part.from),
                              "no page has room for its turn"});
    }
    return plan;
  }

  const StoryStock& stock_;
  PageFitter fitter_;
  const Issue& issue_;
  const Layout& layout_;
  Diagnostics& diagnostics_;
  std::vector<PageWork> pages_;
  double fullness_ = kFullEnough;  // part of a page's room that stories are given to
  std::set<std::size_t> waiting_;
  std::vector<PageCandidate> homeless_turns_, lost_turns_;
};

}  // namespace

const Story& StoryStock::story(std::size_t article) const {
  auto& slot = stories_[article];
  if (!slot)
    slot = std::make_unique<Story>(StoryContext{context_, static_cast<std::uint32_t>(article)});
  return *slot;
}

StoryPart part_of(const PlanLeaf& leaf, const PageKind& kind) {
  StoryPart part;
  part.from = leaf.from;
  part.continued_from = leaf.continued_from;
  part.continued_on = leaf.continued_on;
  for (const Slot& slot : kind.slots) {
    if (!leaf.slot.empty() && slot.id == leaf.slot) part.head_drop = slot.head_drop;
  }
  return part;
}

Plan make_plan(const StoryStock& stock, Diagnostics& diagnostics) {
  return Planner(stock, diagnostics).run();
}

}  // namespace forme
