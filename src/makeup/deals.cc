#include "makeup/deals.h"

#include <algorithm>
#include <numeric>

namespace forme {
namespace {

constexpr int kMostSteps = 150'000;  // of the search, in which a share is given
constexpr double kOver = 4;          // times as bad as white is copy beyond a page's room
constexpr double kMoved = 0.4;       // what it costs that an item changes pages, in column rows
constexpr double kJump = 4;          // and that a story jumps
constexpr double kLeftOut = 20;      // each row of an item that is left out
constexpr int kTurnHead = 5;         // rows over the full width of the head of a turn and its space

class Dealer {
 public:
  Dealer(const DealTask& task, std::size_t count)
      : task_(task),
        count_(count),
        shares_(task.items.size()),
        least_(task.room.size()),
        full_(task.room.size()),
        shared_(task.room.size()),
        order_(task.items.size()) {
    // The largest have the fewest places. Those that share a part come last, in the order in which
    // they stand.
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      const DealItem &one = task.items[a], &other = task.items[b];
      if ((one.shared > 0) != (other.shared > 0)) return other.shared > 0;
      return one.shared > 0 ? home_of(one) < home_of(other) : one.rows > other.rows;
    });
  }

  std::vector<Deal> run() {
    deal(0, 0, !task_.leaves);
    std::sort_heap(best_.begin(), best_.end(), cheaper);
    return std::move(best_);
  }

 private:
  static bool cheaper(const Deal& a, const Deal& b) { return a.cost < b.cost; }
  static std::size_t at(int page) { return static_cast<std::size_t>(page); }
  // What stands nowhere comes last.
  std::size_t home_of(const DealItem& item) const {
    return item.home < 0 ? task_.room.size() : at(item.home);
  }
  // The first page that the item at that place may have: of those that are alike none comes before
  // the one that was dealt before it.
  int first_page(std::size_t place) const {
    if (place == 0 || task_.items[order_[place]].shared == 0) return 0;
    const std::size_t before = order_[place - 1];
    return task_.items[before].shared > 0 ? std::max(0, shares_[before].page) : 0;
  }
  int pages() const { return static_cast<int>(task_.room.size()); }

  // `left`: one is left out already, or need not be.
  void deal(std::size_t place, int jumps, bool left) {
    if (place == order_.size()) {
      if (left) keep();
      return;
    }
    const std::size_t index = order_[place];
    const DealItem& item = task_.items[index];
    if (item.may_go && !left) {
      shares_[index] = {-1, -1};
      deal(place + 1, jumps, true);
    }
    for (int page = first_page(place); page < pages(); ++page) {
      if (++steps_ > kMostSteps) return;
      if (item.holds[at(page)]) {
        const bool shares = item.shared > 0 && shared_[at(page)]++ > 0;
        give(place, jumps, left, {page, -1}, item.least - (shares ? item.shared : 0), 0);
        if (item.shared > 0) --shared_[at(page)];
      }
      if (!item.begins[at(page)] || jumps == task_.jumps) continue;
      for (int to = page + 1; to < pages(); ++to)
        give(place, jumps + 1, left, {page, to}, task_.begun, task_.turned);
    }
  }

  // Gives the item its share and goes on with the next. `here`, `there`: what it takes of the page
  // and of the one that it turns to.
  void give(std::size_t place, int jumps, bool left, const Share& share, double here,
            double there) {
    const std::size_t index = order_[place], page = at(share.page);
    if (least_[page] + here > task_.room[page]) return;
    if (share.turns_to >= 0 &&
        (!task_.items[index].turns[at(share.turns_to)] ||
         least_[at(share.turns_to)] + there > task_.room[at(share.turns_to)]))
      return;
    shares_[index] = share;
    least_[page] += here;
    if (share.turns_to >= 0) least_[at(share.turns_to)] += there;
    deal(place + 1, jumps, left);
    least_[page] -= here;
    if (share.turns_to >= 0) least_[at(share.turns_to)] -= there;
  }

  void keep() {
    const double cost = cost_of_deal();
    if (cost < 0) return;
    if (best_.size() == count_) {
      if (cost >= best_.front().cost) return;
      std::pop_heap(best_.begin(), best_.end(), cheaper);
      best_.pop_back();
    }
    best_.push_back({shares_, cost});
    std::push_heap(best_.begin(), best_.end(), cheaper);
  }

  // Less than 0: a jump has too little before it or after it.
  double cost_of_deal() {
    std::fill(full_.begin(), full_.end(), 0);
    std::vector<bool> headed(full_.size(), false);  // pages that have what the others share
    double cost = 0;
    for (std::size_t i = 0; i < shares_.size(); ++i) {
      const DealItem& item = task_.items[i];
      if (shares_[i].page < 0) {
        cost += kLeftOut * item.rows;
        continue;
      }
      if (item.home >= 0 && item.home != shares_[i].page) cost += kMoved;
      if (shares_[i].turns_to >= 0) continue;
      const std::size_t page = at(shares_[i].page);
      full_[page] += wanted(item);
      if (item.shared == 0) continue;
      if (headed[page]) full_[page] -= item.shared;
      headed[page] = true;
    }
    // What jumps fills its page; the rest of it goes on.
    for (int page = 0; page < pages(); ++page) {
      for (std::size_t i = 0; i < shares_.size(); ++i) {
        if (shares_[i].page != page || shares_[i].turns_to < 0) continue;
        const double here = std::min(task_.room[at(page)] - full_[at(page)], task_.one[at(page)]);
        const double rest = wanted(task_.items[i]) + kTurnHead * task_.columns - here;
        const double least = rest - (wanted(task_.items[i]) - task_.items[i].least);
        if (here < task_.begun || rest < task_.turned || least > task_.one[at(shares_[i].turns_to)])
          return -1;
        full_[at(page)] += here;
        full_[at(shares_[i].turns_to)] += rest;
        cost += kJump;
      }
    }
    for (std::size_t p = 0; p < full_.size(); ++p) {
      const double off = full_[p] - task_.room[p];
      cost += off * off / task_.room[p] * (off > 0 ? kOver : 1);
    }
    return cost;
  }

  // Stories make themselves smaller where a page is full.
  static double wanted(const DealItem& item) { return (item.least + item.rows) / 2; }

  const DealTask& task_;
  std::size_t count_;
  int steps_ = 0;
  std::vector<Share> shares_;
  std::vector<double> least_, full_;  // of the pages, at the smallest and as liked
  std::vector<int> shared_;           // items on the pages that share a part
  std::vector<std::size_t> order_;    // of the items
  std::vector<Deal> best_;            // a heap, the dearest on top
};

}  // namespace

std::vector<Deal> best_deals(const DealTask& task, std::size_t count) {
  return Dealer(task, count).run();
}

}  // namespace forme
