#pragma once

#include <map>
#include <tuple>
#include <vector>

#include "makeup/deals.h"
#include "makeup/issue_work.h"

namespace forme {

// A few pages that are made anew together, in the order in which they are read.
struct PageGroup {
  std::vector<std::size_t> pages;
  double free = 0;  // column rows, with every story at its smallest
  bool has(int folio) const;
};

// What stands on the pages of a group and what is to: the task of sharing it out, and the
// candidates beside its items.
struct PagePool {
  DealTask task;
  std::vector<PageCandidate> items;
  std::vector<std::vector<PageCandidate>> staying;  // on each page, whatever else comes there
  std::vector<std::size_t> fillers;                 // articles that give way
};

// Finds the pages that may be made anew so that one more item finds room on them.
class PageGroups {
 public:
  explicit PageGroups(const IssueWork& all) : all_(all) {}

  // Groups of `most` pages or fewer, and of those that their stories jump to, with at least
  // `wanted` column rows free; the smallest first, and of as many pages those with most room.
  std::vector<PageGroup> list(std::size_t most, double wanted);

  // `instead`: one item is to be left out for the extra one, that is smaller and no more important.
  PagePool pool(const PageGroup& group, const PageCandidate& extra, bool instead);

  // Of the room of all pages, what stays free with every story at its smallest, those that are left
  // over too. Below 0 no pages hold it all.
  double part_to_spare();
  // Column rows of the smallest shape that is not amiss, with the space under it.
  double least_rows(const PageCandidate& candidate);
  // Those that pages must have free for it.
  double least_more_rows(const PageCandidate& candidate);

 private:
  bool may_remake(const PageWork& work) const;
  bool stays(const PlanLeaf& leaf) const;
  double free_rows(const PageWork& work);
  bool close(std::vector<std::size_t>& pages) const;
  std::vector<std::size_t> emptiest_pages(const std::vector<double>& free) const;
  void add(PagePool& pool, const PageGroup& group, PageCandidate candidate, int home);
  void add_each(PagePool& pool, const PageGroup& group, const PageCandidate& candidate, int home);
  void let_go(PagePool& pool, const PageCandidate& extra) const;
  int rows_left(const PageCandidate& candidate) const;

  const IssueWork& all_;
  // Articles, block and line where the part begins, and the pages of its jumps.
  using Part = std::tuple<std::vector<std::size_t>, std::size_t, int, int, int>;
  std::map<Part, double> least_;  // rows
};

// Whether the flatplan says that the page is half of a spread.
bool in_spread(const Flatplan& flatplan, int folio);

// The column rows of a page, with the gap that the last story in each column does not need.
double rows_with_gaps(const PageWork& work);

// The room of a page whose stories may all change: without the place that was marked out on it for
// a long story to open.
PageRoom open_room(const PageWork& work);

}  // namespace forme
