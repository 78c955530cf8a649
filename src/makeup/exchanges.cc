#include "makeup/exchanges.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace forme {
namespace {

constexpr std::size_t kMostNibs = 2;     // of a column, that may leave it
constexpr int kLead = 2;                 // the least priority of stories that lead a page
constexpr std::size_t kMostOnFront = 5;  // stories: more are a list
constexpr std::size_t kMostOfTwo =
    120;  // exchanges of two stories whose pages' costs are estimated

}  // namespace

// What may leave a page for another: stories, one or two at a time, or none, which comes first.
struct Exchanges::Group {
  std::vector<std::size_t> articles;
  double rows = 0;          // that they take
  int priority = 0;         // of the most important
  std::size_t stories = 0;  // of them: the others are nibs
  bool nibs() const { return stories < articles.size(); }
};

// An exchange by its groups of the two sides.
struct Exchanges::Found {
  std::size_t other;
  const Group *goes, *comes;
  double least;
  std::size_t items = 0;
};

// The least that a page can cost without some of its stories and with others. What each can cost,
// and what the others can, is looked up once: a page may have thousands of exchanges.
class Exchanges::LeastCost {
 public:
  LeastCost(const Exchanges& exchanges, const PageWork& work)
      : exchanges_(exchanges),
        all_(exchanges.all_),
        work_(work),
        rooms_(PageBound::rooms_of(decompositions(work.room), all_.fitter.weights())) {
    for (const PageCandidate& c : exchanges.changed(work, {}, {}))
      items_.push_back({c.part.turn() ? kNone : c.articles.front(), &all_.fitter.hull_of(work, c)});
  }

  // Of the page then; nibs stand in the column that it has.
  std::size_t items(const Group& goes, const Group& comes) const {
    return items_.size() - goes.stories + comes.stories;
  }

  // Not found where too many or none would be left.
  double of(const Group& goes, const Group& comes) {
    if (goes.nibs() || comes.nibs()) {
      const std::vector<PageCandidate> list =
          exchanges_.changed(work_, goes.articles, comes.articles);
      if (list.empty() || list.size() > static_cast<std::size_t>(kMostItems)) return kImpossible;
      return all_.fitter.least_cost(work_, list);
    }
    const std::size_t left = items(goes, comes);
    if (left == 0 || left > static_cast<std::size_t>(kMostItems)) return kImpossible;
    hulls_ = {&staying(goes.articles)};
    for (const std::size_t article : comes.articles) hulls_.push_back(&hull_of(article));
    return static_cast<double>(PageBound::least_of(hulls_, rooms_));
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);  // of what may not leave

  const CostHull& hull_of(std::size_t article) {
    const CostHull*& hull = comes_[article];
    if (!hull) hull = &all_.fitter.hull_of(work_, all_.candidate_of(article));
    return *hull;
  }

  const CostHull& staying(const std::vector<std::size_t>& goes) {
    const auto [sum, fresh] = staying_.try_emplace(goes);
    if (!fresh) return sum->second;
    std::vector<const CostHull*> hulls;
    for (const auto& [article, hull] : items_) {
      if (std::find(goes.begin(), goes.end(), article) == goes.end()) hulls.push_back(hull);
    }
    sum->second = sum_of(hulls);
    return sum->second;
  }

  const Exchanges& exchanges_;
  const IssueWork& all_;
  const PageWork& work_;
  PageBound::Rooms rooms_;
  std::vector<std::pair<std::size_t, const CostHull*>> items_;  // of the page, by article
  std::map<std::size_t, const CostHull*> comes_;
  std::map<std::vector<std::size_t>, CostHull> staying_;  // by what goes
  std::vector<const CostHull*> hulls_;
};

bool Exchanges::may_change(const PageWork& work) const {
  const bool kept = all_.whole_pages.contains(work.page.folio) && all_.candidates_on(work).empty();
  return !work.page.sent && work.solved && work.cost < kImpossible && !kept;
}

// Whole stories that the editor did not put on the page, and the last nibs of a column.
std::vector<std::size_t> Exchanges::movable(const PageWork& work) const {
  std::vector<std::size_t> list;
  for (const PlanLeaf& leaf : work.page.leaves) {
    const bool nibs = leaf.kind == LeafKind::Nibs;
    if ((leaf.kind != LeafKind::Story && !nibs) || leaf.continued_from > 0 ||
        leaf.continued_on > 0 || !leaf.slot.empty())
      continue;
    const std::size_t count = nibs ? std::min(leaf.ids.size(), kMostNibs) : 1;
    for (std::size_t n = leaf.ids.size() - count; n < leaf.ids.size(); ++n) {
      const std::size_t index = all_.index_of(leaf.ids[n]);
      if (!was_put_there(index, work) && all_.article(index).genre != Genre::Filler)
        list.push_back(index);
    }
  }
  return list;
}

bool Exchanges::was_put_there(std::size_t article, const PageWork& work) {
  return std::any_of(work.candidates.begin(), work.candidates.end(), [&](const PageCandidate& c) {
    return std::find(c.articles.begin(), c.articles.end(), article) != c.articles.end();
  });
}

bool Exchanges::is_nib(std::size_t article) const {
  return all_.article(article).genre == Genre::Nib;
}

// Asked for again for every two pages.
int Exchanges::rows_of(std::size_t article) const {
  int& rows = rows_[article];
  if (rows == 0) rows = all_.fitter.estimate(all_.candidate_of(article));
  return rows;
}

// A page of no section has only what belongs with something that it has: `there`.
bool Exchanges::suits(std::size_t article, const PageWork& to,
                      const std::vector<std::size_t>& there) const {
  const std::string& section = all_.article(article).section;
  if (!all_.takes_any_section(to)) return section == to.page.section;
  // What has a page of its own stays there.
  if (!section.empty() && std::any_of(all_.pages.begin(), all_.pages.end(),
                                      [&](const auto& w) { return w.page.section == section; }))
    return false;
  return !all_.by_section || to.page.folio == 1 || is_nib(article) || there.empty() ||
         std::any_of(there.begin(), there.end(),
                     [&](std::size_t other) { return rank_of(other) == rank_of(article); });
}

int Exchanges::rank_of(std::size_t article) const {
  return forme::rank_of(ranks_, all_.article(article).section);
}

// A page keeps stories of the importance that it was given. None leaves the front but for what
// matters as much, or a lesser one that leaves it to what matters no less; and none comes there
// alone that matters less than all that the front has.
bool Exchanges::alike(std::size_t page, const Found& e) const {
  if (page == 0) return suits_front(*e.goes, *e.comes);
  if (e.other == 0) return suits_front(*e.comes, *e.goes);
  return e.goes->articles.empty() || e.comes->articles.empty() ||
         std::abs(e.goes->priority - e.comes->priority) <= 1;
}

bool Exchanges::suits_front(const Group& goes, const Group& comes) const {
  const std::vector<std::size_t> stories = on_front();
  if (comes.articles.empty()) {
    return goes.priority > kLead &&
           std::any_of(stories.begin(), stories.end(), [&](std::size_t stays) {
             return std::find(goes.articles.begin(), goes.articles.end(), stays) ==
                        goes.articles.end() &&
                    all_.article(stays).priority <= goes.priority;
           });
  }
  if (comes.articles.size() > goes.articles.size() &&
      stories.size() + comes.articles.size() > kMostOnFront + goes.articles.size())
    return false;
  if (!goes.articles.empty()) return comes.priority <= goes.priority;
  const std::vector<std::size_t> here = movable(all_.pages.front());
  return std::any_of(here.begin(), here.end(), [&](std::size_t other) {
    return all_.article(other).priority >= comes.priority;
  });
}

// Those too that may not leave it.
std::vector<std::size_t> Exchanges::on_front() const {
  std::vector<std::size_t> list;
  for (const PlanLeaf& leaf : all_.pages.front().page.leaves) {
    if (leaf.kind != LeafKind::Story) continue;
    const std::size_t index = all_.index_of(leaf.ids.front());
    if (all_.article(index).genre != Genre::Filler) list.push_back(index);
  }
  return list;
}

std::vector<Exchanges::Group> Exchanges::side_of(const PageWork& from, const PageWork& to) const {
  std::vector<Group> side(1);
  std::vector<std::size_t> list = movable(from);
  const std::vector<std::size_t> there = movable(to);
  std::erase_if(list, [&](std::size_t article) { return !suits(article, to, there); });
  const auto add = [&](const std::vector<std::size_t>& articles) {
    Group group{articles, 0, all_.article(articles.front()).priority, 0};
    for (const std::size_t a : articles) {
      group.rows += rows_of(a);
      group.priority = std::min(group.priority, all_.article(a).priority);
      group.stories += is_nib(a) ? 0 : 1;
    }
    side.push_back(std::move(group));
  };
  for (const std::size_t a : list) add({a});
  for (std::size_t a = 0; a < list.size(); ++a) {
    for (std::size_t b = a + 1; b < list.size(); ++b) add({list[a], list[b]});
  }
  return side;
}

double Exchanges::used(const PageWork& work) const {
  double rows = 0;
  for (const PageCandidate& c : all_.candidates_on(work)) rows += all_.fitter.estimate(c);
  return rows;
}

// What comes to `page` more than goes, so that both pages are as full.
double Exchanges::wanted(const PageWork& page, double used_here, const PageWork& other) const {
  const double room = page.room.rows_free(), other_room = other.room.rows_free();
  const double full = (used_here + used(other)) / std::max(1.0, room + other_room);
  return full * room - used_here;
}

std::vector<Exchange> Exchanges::of(std::size_t index, double promise, std::size_t most) const {
  const PageWork& page = all_.pages[index];
  std::vector<Found> list, of_two;
  const double used_here = used(page);
  std::deque<std::pair<std::vector<Group>, std::vector<Group>>>
      sides;  // that what is found points into
  for (std::size_t i = 0; i < all_.pages.size(); ++i) {
    const PageWork& other = all_.pages[i];
    if (i == index || !may_change(other)) continue;
    const double more = wanted(page, used_here, other);
    const auto& [here, there] = sides.emplace_back(side_of(page, other), side_of(other, page));
    for (const Group& goes : here) {
      for (const Group& comes : there) {
        const std::size_t stories = goes.articles.size() + comes.articles.size();
        if (comes.articles.empty() || stories > 3) continue;
        const Found e{i, &goes, &comes, std::abs(comes.rows - goes.rows - more)};
        if (!alike(index, e)) continue;
        (goes.articles.size() < 2 && comes.articles.size() < 2 ? list : of_two).push_back(e);
      }
    }
  }
  const auto nearer = [](const Found& a, const Found& b) { return a.least < b.least; };
  // Of the many exchanges of two those are looked at that share the white out.
  std::stable_sort(of_two.begin(), of_two.end(), nearer);
  if (of_two.size() > kMostOfTwo) of_two.resize(kMostOfTwo);
  list.insert(list.end(), of_two.begin(), of_two.end());
  LeastCost here(*this, page);
  std::map<std::size_t, LeastCost> there;
  std::erase_if(list, [&](Found& e) {
    auto& other = there.try_emplace(e.other, *this, all_.pages[e.other]).first->second;
    return !hopeful(e, promise, page, here, other);
  });
  std::stable_sort(list.begin(), list.end(), nearer);
  if (list.size() > most) list.resize(most);
  std::vector<Exchange> exchanges;
  for (const Found& e : list)
    exchanges.push_back({index, e.other, e.goes->articles, e.comes->articles, e.least, e.items});
  return exchanges;
}

// Finds the least that the pages can cost, and how many items the larger then has.
bool Exchanges::hopeful(Found& e, double promise, const PageWork& page, LeastCost& here,
                        LeastCost& there) const {
  e.items = std::max(here.items(*e.goes, *e.comes), there.items(*e.comes, *e.goes));
  const double worth = promise * static_cast<double>(e.items);
  e.least = here.of(*e.goes, *e.comes) - page.level_cost - all_.pages[e.other].level_cost;
  if (e.least < -worth) e.least += there.of(*e.comes, *e.goes);
  return e.least < -worth;
}

std::vector<PageCandidate> Exchanges::changed(const PageWork& work,
                                              const std::vector<std::size_t>& goes,
                                              const std::vector<std::size_t>& comes) const {
  std::vector<PageCandidate> list;
  const auto leaves = [&](std::size_t article) {
    return std::find(goes.begin(), goes.end(), article) != goes.end();
  };
  for (PageCandidate& c : all_.candidates_on(work)) {
    if (!c.part.turn()) std::erase_if(c.articles, leaves);
    if (c.articles.empty()) continue;
    c.whole = true;
    list.push_back(std::move(c));
  }
  for (const std::size_t article : comes) {
    // A page has one column of nibs.
    const auto nibs = std::find_if(list.begin(), list.end(),
                                   [](const PageCandidate& c) { return c.kind == LeafKind::Nibs; });
    if (is_nib(article) && nibs != list.end()) {
      nibs->articles.push_back(article);
      continue;
    }
    list.push_back(all_.candidate_of(article));
    list.back().pinned = list.back().whole = true;
    if (is_nib(article)) list.back().priority = kNibPriority;
  }
  return list;
}

}  // namespace forme
