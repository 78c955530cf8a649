#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "makeup/issue_work.h"

namespace forme {

// Stories that leave two pages for each other: articles, at most two on each side; one side may be
// none.
struct Exchange {
  std::size_t page = 0, other = 0;
  std::vector<std::size_t> goes, comes;
  double least = 0;       // that the two pages cost after it
  std::size_t items = 0;  // of the page that then has more
};

// Says which stories of two pages may change places, or move.
class Exchanges {
 public:
  explicit Exchanges(const IssueWork& all)
      : all_(all), ranks_(section_ranks(all)), rows_(all.issue.articles.size()) {}

  bool may_change(const PageWork& work) const;
  // What promises to make a page and another cheaper, by more than `promise` for each item of the
  // one that then has more; the most hopeful first: by the least that the two can cost. The first
  // `most` of them.
  std::vector<Exchange> of(std::size_t page, double promise, std::size_t most) const;
  // What stands on the page when some stories have left it and others have come.
  std::vector<PageCandidate> changed(const PageWork& work, const std::vector<std::size_t>& goes,
                                     const std::vector<std::size_t>& comes) const;

 private:
  struct Group;
  struct Found;
  class LeastCost;

  std::vector<std::size_t> movable(const PageWork& work) const;
  static bool was_put_there(std::size_t article, const PageWork& work);
  bool is_nib(std::size_t article) const;
  int rows_of(std::size_t article) const;
  bool suits(std::size_t article, const PageWork& to, const std::vector<std::size_t>& there) const;
  int rank_of(std::size_t article) const;
  bool alike(std::size_t page, const Found& found) const;
  bool suits_front(const Group& goes, const Group& comes) const;
  std::vector<std::size_t> on_front() const;
  std::vector<Group> side_of(const PageWork& from, const PageWork& to) const;
  double used(const PageWork& work) const;
  double wanted(const PageWork& page, double used_here, const PageWork& other) const;
  bool hopeful(Found& found, double promise, const PageWork& page, LeastCost& here,
               LeastCost& there) const;

  const IssueWork& all_;
  std::map<std::string, int> ranks_;  // of sections
  mutable std::vector<int> rows_;     // of articles that were asked for, else 0
};

}  // namespace forme
