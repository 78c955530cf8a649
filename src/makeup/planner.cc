#include "makeup/planner.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <vector>

#include "makeup/given_plan.h"
#include "makeup/nibs.h"
#include "makeup/overset_cures.h"
#include "makeup/page_groups.h"
#include "makeup/planning_steps.h"

namespace forme {
namespace {

// Ways to fill pages, the one that does best on most papers first. That sections stand together is
// given up before a story is.
struct Way {
  Filling filling;
  bool by_section, large_first;
  bool longest_first = false;
  bool of_too_much = false;  // also tried where no pages hold all the copy
};
constexpr Way kWays[] = {{{0.9, 1.08}, true, false, false, true},
                         {{0.9, 1.08}, true, true},
                         {{0.9, 1.08}, false, false, false, true},
                         {{1, 1.02}, false, true},
                         {{0.8, 1.08}, true, true},
                         {{1, 1.15}, false, false, false, true}};
// Those for a story that none of these holds.
constexpr Way kLongestFirst[] = {{{0.9, 1.08}, true, false, true},
                                 {{0.9, 1.08}, false, true, true},
                                 {{1, 1.02}, false, false, true}};

std::vector<Overset> overset_of(const IssueWork& all) {
  std::vector<Overset> list;
  for (std::size_t i : all.waiting) {
    if (all.article(i).genre == Genre::Filler) continue;
    list.push_back(
        {all.article(i).id, std::max(1, all.stock.story(i).rows()), why_unplaced(all.stock, i)});
  }
  for (const PageCandidate& c : all.lost_turns) {
    list.push_back({all.article(c.articles[0]).id, all.stock.story(c.articles[0]).rows(c.part.from),
                    "no page has room for its turn"});
  }
  return list;
}

// Says where a story does not go on as the flatplan has it.
void tell_jumps_not_made(const Issue& issue, const Plan& plan, Diagnostics& diagnostics) {
  std::map<std::string, std::pair<int, int>> pages;  // where a story opens, and where it goes on
  for (const PlanPage& page : plan.pages) {
    for (const PlanLeaf& leaf : page.leaves) {
      if (!carries_copy(leaf.kind) || leaf.continued_from > 0) continue;
      for (const std::string& id : leaf.ids) pages[id] = {page.folio, leaf.continued_on};
    }
  }
  for (const FlatplanPage& entry : issue.manifest.flatplan.list) {
    for (const Place& place : entry.places) {
      const auto found = pages.find(place.article);
      if (place.jump_to == 0 || found == pages.end()) continue;
      const auto [opens, goes_on] = found->second;
      if (goes_on == place.jump_to) continue;
      const std::string where = goes_on > 0 ? fmt::format("it goes on on page {}", goes_on)
                                            : fmt::format("all of it stands on page {}", opens);
      diagnostics.warning(
          place.where,
          fmt::format("'{}' does not go on on page {}: {}", place.article, place.jump_to, where),
          "a jump has 30 lines before it and 45 after it, and room where it goes");
    }
  }
}

// By how many column rows the slot is too small for the story; 0: it would hold it, or none does.
int rows_over(const IssueWork& all, const PlanPage& page, const Slot& slot, std::size_t article) {
  // The pages themselves have gone into the plan.
  const GridRect area = all.pages[static_cast<std::size_t>(page.folio - 1)].room.area;
  const ShapeTable shapes = all.fitter.shapes_of(all.candidate_of(article), area.w, area.h);
  const int most = std::min(slot.box.w, area.w), least = slot.kind == SlotKind::Auto ? 1 : most;
  int over = area.w * area.h;
  for (int w = least; w <= most; ++w) {
    for (int h = 1; h <= area.h; ++h) {
      if (shapes.at(w, h).cost >= kImpossible) continue;
      over = std::min(over, std::max(0, h - slot.box.h) * w);
      break;
    }
  }
  return over < area.w * area.h ? over : 0;
}

// Says where a story does not stand in the slot that the flatplan gives it.
void tell_slots_not_kept(const IssueWork& all, const Plan& plan, Diagnostics& diagnostics) {
  const auto tell = [&](const Place& place, const PlanPage& page) {
    const std::vector<Slot>& slots = all.layout.page(page.kind).slots;
    const auto slot =
        std::find_if(slots.begin(), slots.end(), [&](const Slot& s) { return s.id == place.slot; });
    const auto leaf = std::find_if(page.leaves.begin(), page.leaves.end(), [&](const PlanLeaf& l) {
      return carries_copy(l.kind) && l.continued_from == 0 &&
             std::find(l.ids.begin(), l.ids.end(), place.article) != l.ids.end();
    });
    if (slot == slots.end() || leaf == page.leaves.end() || stands_in(*slot, leaf->box)) return;
    const int over =
        leaf->continued_on > 0 ? 0 : rows_over(all, page, *slot, all.index_of(place.article));
    diagnostics.warning(place.where,
                        fmt::format("'{}' does not stand in slot '{}' of page {}: {}",
                                    place.article, place.slot, page.folio,
                                    over > 0 ? fmt::format("it is {} rows over there", over)
                                             : std::string("with it there the page holds less")),
                        over > 0 ? "cut it, give it a larger slot, or let it jump"
                                 : "place less on the page, or give it another slot");
  };
  for (const FlatplanPage& entry : all.issue.manifest.flatplan.list) {
    if (entry.first < 1 || entry.first > static_cast<int>(plan.pages.size())) continue;
    for (const Place& place : entry.places) {
      if (!place.slot.empty()) tell(place, plan.pages[static_cast<std::size_t>(entry.first - 1)]);
    }
  }
}

Plan finish(IssueWork& all) {
  Plan plan;
  plan.paper = all.issue.manifest.slug;
  plan.number = all.issue.manifest.number;
  plan.layout = all.layout.id;
  plan.overset = overset_of(all);
  for (PageWork& work : all.pages) plan.pages.push_back(std::move(work.page));
  make_jumps_true(plan);
  return plan;
}

}  // namespace

const Story& StoryStock::story(std::size_t article) const {
  auto& slot = stories_[article];
  if (!slot)
    slot = std::make_unique<Story>(StoryContext{context_, static_cast<std::uint32_t>(article)});
  return *slot;
}

const FlowBlock& StoryStock::nib(std::size_t article) const {
  auto [nib, fresh] = nibs_.try_emplace(article);
  if (fresh) nib->second = set_nib({context_, static_cast<std::uint32_t>(article)});
  return nib->second;
}

StoryPart part_of(const PlanLeaf& leaf, const PageKind& kind) {
  StoryPart part;
  part.from = leaf.from;
  part.continued_from = leaf.continued_from;
  part.continued_on = leaf.continued_on;
  part.over_gutter = leaf.over_gutter;
  for (const Slot& slot : kind.slots) {
    if (!leaf.slot.empty() && slot.id == leaf.slot) part.head_drop = slot.head_drop;
  }
  return part;
}

namespace {

// Tries beyond the first, where the issue may have as many pages as it needs.
constexpr int kMoreForCopy = 2, kMoreForAdverts = 8;
constexpr std::size_t kWaysOfFewer = 2;  // tried on fewer pages than the estimate asks for
// Where no pages hold all the copy, ways whose pages are made anew so that they hold more; and
// what of the room copy at its smallest must leave for there to be such pages.
constexpr std::size_t kRemadeOfTooMuch = 2;
constexpr double kLeastToSpare = 0.04;
constexpr int kManyStories = 50;   // of such a paper, that is planned in fewer ways: they take long
constexpr int kFewStories = 20;    // of a paper that is planned in other ways, too,
constexpr double kDearPage = 600;  // where one of its pages costs so much
// As dear is a front whose stories matter less than one inside.
constexpr double kLedByLesser = 600;
constexpr double kMostHeld = 1.05;  // of a page's room, what copy it holds by its knobs

// Pages as one way fills them, and what was said of it.
struct Planned {
  std::unique_ptr<Diagnostics> said = std::make_unique<Diagnostics>();
  std::unique_ptr<IssueWork> work;
  int pages = 0;
  int adverts_left = 0;
  int overset_lines = 0;
  double room = 0, used = 0;  // column rows
  bool holds_all() const { return adverts_left == 0 && overset_lines == 0; }
  // Adverts are paid for.
  bool holds_more_than(const Planned& other) const {
    return adverts_left != other.adverts_left ? adverts_left < other.adverts_left
                                              : overset_lines < other.overset_lines;
  }
  bool copy_may_fit(int fewer) const { return used <= room * fewer / pages * kMostHeld; }
};

class IssuePlanner {
 public:
  explicit IssuePlanner(const StoryStock& stock)
      : stock_(stock), fitter_(stock), pages_said_(stock.context().issue.manifest.flatplan.pages) {}

  Plan run(Diagnostics& diagnostics) const {
    Planned best = pages_said_ > 0 ? plan(pages_said_) : choose_pages();
    exchange(best);
    try_other_ways(best);
    IssueWork& all = *best.work;
    lead_front(all);
    order_pages(all);
    place_too_long(all);
    if (stock_.context().knobs.house_adverts) place_house_adverts(all);
    tell_strangers(all);
    name_sections(all);
    diagnostics.append(*best.said);
    Plan plan = finish(all);
    tell_jumps_not_made(all.issue, plan, diagnostics);
    tell_slots_not_kept(all, plan, diagnostics);
    return plan;
  }

 private:
  // The smallest multiple of 4 that holds copy and adverts. How many pages copy takes is estimated;
  // planning finds out whether it does.
  Planned choose_pages() const {
    const int least = least_pages(stock_.context().issue.manifest);
    Planned best = plan(std::max(least, estimate()));
    for (int tries = 0; !best.holds_all(); ++tries) {
      if (tries >= (best.adverts_left > 0 ? kMoreForAdverts : kMoreForCopy)) return best;
      Planned more = plan(best.pages + kPageMultiple);
      if (!more.holds_more_than(best)) return without_idle_pages(std::move(best));
      best = std::move(more);
    }
    while (best.pages > least && best.copy_may_fit(best.pages - kPageMultiple)) {
      Planned fewer = plan(best.pages - kPageMultiple, std::span(kWays).first(kWaysOfFewer));
      if (!fewer.holds_all()) break;
      best = std::move(fewer);
    }
    return best;
  }

  // Where no number of pages holds all: the fewest that hold as much, and leave white those that
  // place_too_long puts the rest on.
  Planned without_idle_pages(Planned best) const {
    const int least = least_pages(stock_.context().issue.manifest);
    while (best.pages > least && best.adverts_left == 0 &&
           best.copy_may_fit(best.pages - kPageMultiple)) {
      Planned fewer = plan(best.pages - kPageMultiple, std::span(kWays).first(kWaysOfFewer));
      if (best.holds_more_than(fewer) || white_pages(fewer) < pages_wanted(fewer)) break;
      best = std::move(fewer);
    }
    return best;
  }

  static int white_pages(const Planned& planned) {
    const std::vector<PageWork>& pages = planned.work->pages;
    return static_cast<int>(std::count_if(pages.begin(), pages.end(), [](const PageWork& work) {
      const std::vector<PlanLeaf>& leaves = work.page.leaves;
      return std::none_of(leaves.begin(), leaves.end(),
                          [](const PlanLeaf& leaf) { return carries_copy(leaf.kind); });
    }));
  }
  // Two for a story that has no place, and one for the rest of one that begins somewhere.
  static int pages_wanted(const Planned& planned) {
    const IssueWork& all = *planned.work;
    const auto stories = std::count_if(
        all.waiting.begin(), all.waiting.end(),
        [&](std::size_t article) { return all.article(article).genre != Genre::Filler; });
    return static_cast<int>(stories) * 2 + static_cast<int>(all.lost_turns.size());
  }

  void exchange(Planned& planned) const {
    if (stock_.context().knobs.exchanges) exchange_stories(*planned.work);
  }

  // A small paper has few stories to change places, and is soon planned another way.
  void try_other_ways(Planned& best) const {
    if (stories() > kFewStories || !stock_.context().knobs.fillings) return;
    for (const Way& way : kWays) {
      if (dearest_page(best) < kDearPage) return;
      Planned other = plan_once(best.pages, way);
      if (best.holds_more_than(other)) continue;
      exchange(other);
      if (other.holds_more_than(best) || cost_of(other) < cost_of(best)) best = std::move(other);
    }
  }

  int stories() const {
    const std::vector<Article>& articles = stock_.context().issue.articles;
    return static_cast<int>(std::count_if(articles.begin(), articles.end(), [](const Article& a) {
      return a.genre != Genre::Nib && a.genre != Genre::Filler;
    }));
  }

  static double cost_of(const Planned& planned) {
    double sum = led_by_lesser(*planned.work) ? kLedByLesser : 0;
    for (const PageWork& work : planned.work->pages) sum += work.page.solved;
    return sum;
  }
  static double dearest_page(const Planned& planned) {
    double most = led_by_lesser(*planned.work) ? kLedByLesser : 0;
    for (const PageWork& work : planned.work->pages) most = std::max(most, work.page.solved);
    return most;
  }

  // Whether a story inside matters more than all that open on the front, and might have stood
  // there.
  static bool led_by_lesser(const IssueWork& all) {
    int front = kNibPriority, inside = kNibPriority;
    for (const PageWork& work : all.pages) {
      for (const PlanLeaf& leaf : work.page.leaves) {
        if (leaf.kind != LeafKind::Story || leaf.continued_from > 0) continue;
        const std::size_t article = all.index_of(leaf.ids.front());
        const bool on_front = work.page.folio == 1;
        if (!on_front && (all.placed_by_editor(article) || !all.suits(article, all.pages.front())))
          continue;
        int& best = on_front ? front : inside;
        best = std::min(best, all.article(article).priority);
      }
    }
    return inside < front;
  }

  int estimate() const {
    Diagnostics none;
    IssueWork all(stock_, fitter_, none);
    return estimated_pages(all);
  }

  Planned plan(int pages) const {
    if (!stock_.context().knobs.fillings) return plan(pages, std::span(kWays).first(1));
    Planned best = plan(pages, kWays);
    if (best.holds_all() || best.adverts_left > 0 || is_too_much(best)) return best;
    Planned other = plan(pages, kLongestFirst);
    return other.holds_more_than(best) ? std::move(other) : std::move(best);
  }

  // How full pages are made is a guess. Where a story is left over by it another is tried.
  Planned plan(int pages, std::span<const Way> ways) const {
    std::vector<Planned> tried;
    bool too_much = false;
    for (const Way& way : ways) {
      if (too_much && !way.of_too_much) continue;
      tried.push_back(plan_once(pages, way));
      if (tried.back().holds_all()) return std::move(tried.back());
      if (tried.back().adverts_left > 0) break;
      if (tried.size() == 1) too_much = is_too_much(tried.front());
    }
    std::stable_sort(tried.begin(), tried.end(),
                     [](const Planned& a, const Planned& b) { return a.holds_more_than(b); });
    if (too_much && tried.size() > kRemadeOfTooMuch) tried.resize(kRemadeOfTooMuch);
    for (Planned& planned : tried) {
      remake_pages(*planned.work);
      measure(planned);
      if (planned.holds_all()) return std::move(planned);
    }
    return std::move(
        *std::min_element(tried.begin(), tried.end(),
                          [](const Planned& a, const Planned& b) { return a.holds_more_than(b); }));
  }

  // Whether something is left over whatever is tried, and to try takes long.
  bool is_too_much(const Planned& planned) const {
    return stories() >= kManyStories && PageGroups(*planned.work).part_to_spare() < kLeastToSpare;
  }

  Planned plan_once(int pages, const Way& way) const {
    Planned out;
    out.pages = pages;
    out.work = std::make_unique<IssueWork>(stock_, fitter_, *out.said);
    IssueWork& all = *out.work;
    all.by_section = way.by_section, all.large_first = way.large_first;
    all.longest_first = way.longest_first;
    list_pages(all, pages);
    place_adverts(all);
    out.adverts_left = all.adverts_left;
    pin_stories(all);
    pin_spreads(all);
    start_long_stories(all);
    fill_pages(all, way.filling);
    place_rest(all);
    measure(out);
    return out;
  }

  static void measure(Planned& out) {
    out.overset_lines = 0, out.room = 0, out.used = 0;
    for (const Overset& story : overset_of(*out.work)) out.overset_lines += story.lines;
    for (const PageWork& work : out.work->pages) {
      out.room += work.room.rows_free();
      out.used += std::max(0, work.room.rows_free() - work.spare);
    }
  }

  const StoryStock& stock_;
  PageFitter fitter_;
  int pages_said_;
};

}  // namespace

Plan make_plan(const StoryStock& stock, Diagnostics& diagnostics) {
  return IssuePlanner(stock).run(diagnostics);
}

}  // namespace forme
