#pragma once

#include <vector>

namespace forme {

// What is shared out over a few pages.
struct DealItem {
  double least = 0;          // column rows that it takes at its smallest
  double rows = 0;           // that it likes to have
  std::vector<bool> holds;   // pages that it may stand on, all of it
  std::vector<bool> begins;  // those that it may jump from
  std::vector<bool> turns;   // and to
  int home = -1;             // the page that it stands on now; -1: none
  // Of `least`, what one more beside another such does not take again. Items that share a part are
  // alike, as nibs are: of the ways to share them out only those that keep their order are seen.
  double shared = 0;
  bool may_go = false;  // it may be left out
};

// Where one of the items goes.
struct Share {
  int page = 0;       // -1: it is left out
  int turns_to = -1;  // the later page that it goes on on; -1: it does not
  bool operator==(const Share&) const = default;
};

struct Deal {
  std::vector<Share> shares;  // beside the items
  double cost = 0;            // how far the pages are from being full, by estimate
};

// Pages in the order in which they are read, and what is to stand on them.
struct DealTask {
  std::vector<double> room;  // column rows
  std::vector<double> one;   // of the largest rectangle, which one item can have
  std::vector<DealItem> items;
  int columns = 1;
  double begun = 0, turned = 0;  // column rows at least, of a story before its jump and after it
  int jumps = 1;                 // at most
  bool leaves = false;           // one is to be left out
};

// Up to `count` ways to share the items out, those first that leave out least, and then those that
// make all pages as full as can be with the fewest moves and jumps. None gives a page more than its
// room, every item at its smallest. A search of bounded length: of many items not all ways are
// seen.
std::vector<Deal> best_deals(const DealTask& task, std::size_t count);

}  // namespace forme
