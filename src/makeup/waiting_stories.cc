#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "makeup/issue_work.h"

namespace forme {
namespace {

// Of the room that stories are estimated to want, what pages have given them where copy is long.
constexpr double kTakenWhereTight = 0.9;
// By estimate, which is of stories at their most roomy: what comes to little more leaves its page
// to be filled up with others, and these want a choice.
constexpr double kFilledPages = 1.25;
constexpr double kShort = 0.05;  // of a page's room, what a short takes at most

// Column rows of the pages that are not made yet, without what must stand there.
double room_left(const IssueWork& all) {
  double room = 0;
  for (const PageWork& page : all.pages) {
    if (page.solved) continue;
    room += page.room.rows_free();
    for (const PageCandidate& c : page.candidates) room -= all.fitter.estimate(c);
  }
  return room;
}

bool stands_on_front(const IssueWork& all, const Article& article) {
  const std::vector<PlanLeaf>& leaves = all.pages.front().page.leaves;
  return std::any_of(leaves.begin(), leaves.end(), [&](const PlanLeaf& leaf) {
    return std::find(leaf.ids.begin(), leaf.ids.end(), article.id) != leaf.ids.end();
  });
}

// In which order the stories that wait come to a page. The front has the most important ones. A
// page of a section has its own. The others are filled section by section as the articles come, so
// that what belongs together stands together; what the issue has no room for by its priority comes
// last, whatever its section.
class WaitingOrder {
 public:
  WaitingOrder(const IssueWork& all, const PageWork& work) : all_(all) {
    by_section_ = all.by_section && work.page.folio > 1 && all.takes_any_section(work);
    if (!by_section_) return;
    rank_ = section_ranks(all);
    for (const PageWork& page : all.pages) {
      if (!page.solved && !page.page.section.empty() && !all.takes_any_section(page))
        own_pages_.insert(page.page.section);
    }
  }

  void sort(std::vector<std::size_t>& list) {
    std::stable_sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
      return all_.article(a).priority < all_.article(b).priority;
    });
    if (!by_section_) return;
    find_late(list);
    std::stable_sort(list.begin(), list.end(),
                     [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  }

 private:
  // Those that come after what fills the pages. `list`: by priority.
  void find_late(const std::vector<std::size_t>& list) {
    double room = room_left(all_);
    for (const std::size_t i : list) {
      room -= kTakenWhereTight * all_.fitter.estimate(all_.candidate_of(i));
      if (room < 0) late_.insert(i);
    }
  }

  // A section that has a page of its own still to come leaves others to the rest.
  std::tuple<bool, bool, int> key(std::size_t i) const {
    const std::string& section = all_.article(i).section;
    return {late_.contains(i), own_pages_.contains(section), rank_of(rank_, section)};
  }

  const IssueWork& all_;
  bool by_section_ = false;
  std::map<std::string, int> rank_;  // of sections
  std::set<std::string> own_pages_;  // sections with pages that are not made yet
  std::set<std::size_t> late_;
};

// Column rows of copy, by estimate, that wait beyond what the pages still to be made hold that the
// flatplan gives their section.
std::map<std::string, double> over_of_sections(const IssueWork& all) {
  std::map<std::string, double> over;
  for (const PageWork& page : all.pages) {
    if (page.solved || page.page.section.empty() || all.takes_any_section(page)) continue;
    double& rows = over.try_emplace(page.page.section, 0).first->second;
    rows -= page.room.rows_free();
    for (const PageCandidate& c : page.candidates) rows += all.fitter.estimate(c);
  }
  for (const std::size_t i : all.waiting) {
    const Article& a = all.article(i);
    const auto own = over.find(a.section);
    if (own == over.end() || a.genre == Genre::Filler || a.genre == Genre::Nib) continue;
    own->second += all.fitter.estimate(all.candidate_of(i));
  }
  return over;
}

}  // namespace

std::map<std::string, int> section_ranks(const IssueWork& all) {
  std::map<std::string, double> rows;
  std::vector<std::string> order;
  for (std::size_t i = 0; i < all.issue.articles.size(); ++i) {
    const Article& article = all.article(i);
    if (article.genre == Genre::Filler || article.genre == Genre::Nib) continue;
    if (stands_on_front(all, article)) continue;
    const auto [section, fresh] = rows.try_emplace(article.section, 0);
    if (fresh) order.push_back(article.section);
    section->second += all.fitter.estimate(all.candidate_of(i));
  }
  std::map<std::string, int> ranks;
  int rank = 0;
  double group = 0;
  for (const std::string& section : order) {
    ranks[section] = rank;
    group += rows[section];
    if (group >= kFilledPages * all.layout.grid.columns * all.layout.grid.rows) ++rank, group = 0;
  }
  for (auto& [section, place] : ranks) place = std::min(place, std::max(0, rank - 1));
  return ranks;
}

int rank_of(const std::map<std::string, int>& ranks, const std::string& section) {
  const auto found = ranks.find(section);
  return found == ranks.end() ? 0 : found->second;
}

bool IssueWork::suits(std::size_t index, const PageWork& work) const {
  return takes_any_section(work) || article(index).section == work.page.section;
}

bool IssueWork::takes_any_section(const PageWork& work) const {
  return work.page.section.empty() || unused_sections.contains(work.page.section);
}

// A section that the flatplan gives pages fills these first: another page has what is over of it.
// The splash goes to the front all the same.
std::vector<std::size_t> IssueWork::waiting_for(const PageWork& work) const {
  std::vector<std::size_t> list;
  if (whole_pages.contains(work.page.folio)) return list;
  for (std::size_t i : waiting) {
    const Article& a = article(i);
    if (a.genre == Genre::Filler || a.genre == Genre::Nib) continue;
    if (suits(i, work) || homeless_sections.contains(a.section)) list.push_back(i);
  }
  WaitingOrder(*this, work).sort(list);
  std::map<std::string, double> over = over_of_sections(*this);
  std::erase_if(list, [&](std::size_t i) {
    const Article& a = article(i);
    const auto own = over.find(a.section);
    const bool splash = a.priority <= 1 && work.page.folio == 1;
    if (own == over.end() || a.section == work.page.section) return false;
    const double rows = fitter.estimate(candidate_of(i));
    if (!splash && own->second < rows) return true;
    own->second -= rows;
    return false;
  });
  return list;
}

std::vector<std::size_t> IssueWork::choice_for(const PageWork& work, double rows) const {
  std::vector<std::size_t> list = waiting_for(work);
  if (list.empty() || work.page.folio == 1) return list;
  const auto rows_of = [&](std::size_t i) { return fitter.estimate(candidate_of(i)); };
  const auto is_short = [&](std::size_t i) { return rows_of(i) <= kShort * work.room.rows_free(); };
  const std::map<std::string, int> ranks = section_ranks(*this);
  const auto rank = [&](std::size_t i) { return rank_of(ranks, article(i).section); };
  double room = room_left(*this), copy = 0;
  int shorts = 0;
  auto end = list.begin();
  for (; end != list.end() && (!by_section || rank(*end) == rank(list.front())); ++end) {
    room -= kTakenWhereTight * rows_of(*end);
    if (room < 0) break;
    copy += rows_of(*end);
    shorts += is_short(*end) ? 1 : 0;
  }
  auto share = std::lround(shorts / std::max(1.0, copy / rows));
  std::vector<std::size_t> first, others;
  for (auto i = list.begin(); i != end; ++i)
    (is_short(*i) && share-- > 0 ? first : others).push_back(*i);
  std::copy(others.begin(), others.end(), std::copy(first.begin(), first.end(), list.begin()));
  return list;
}

}  // namespace forme
