#pragma once

#include <algorithm>
#include <memory>
#include <vector>

#include "makeup/page_bound.h"

namespace forme {

// What a way to fill a rectangle costs, and what else decides its cost on a page: how large the
// heads at its top corners are, and its largest.
struct SlicingCost {
  float cost;
  std::int16_t rows;
  std::int8_t left_step, right_step, most_step;
};
// How it is filled: by an item, or by two parts that a cut divides.
struct SlicingCut {
  enum class Kind : std::uint8_t { Leaf, Stack, Beside };
  Kind kind;
  std::int16_t at;              // rows or columns of the first part
  std::uint16_t first_set;      // its items
  std::uint32_t first, second;  // the parts: places in the table
};

// The cheapest ways to fill every rectangle with every set of items, as far as they can be part of
// a page of at most `limit`. Of ways that differ in their heads all are kept that may turn out to
// be the best when the rest of the page stands, up to `most_kept` for one rectangle; and of whole
// pages the `most_kept` best.
class SlicingTable {
 public:
  // What a page may cost. The search is exact where `ahead` is endless. Else it is a beam: of what
  // the page may cost over the least, k of its n items have k ÷ n, and may be `ahead` of that.
  struct Limit {
    float most = 0;
    float ahead = 1e9F;
    float of(float least, int items, int all) const {
      const float share = static_cast<float>(items) / static_cast<float>(all);
      return std::min(most, least + (most - least) * share + ahead);
    }
  };

  SlicingTable(const std::vector<PageItem>& items, const PageBound& bound, const Weights& weights,
               Limit limit, int columns, int rows, std::size_t most_kept);

  // The ways to fill w × h with the set, the cheapest first: places in the table.
  struct Ways {
    std::uint32_t first = 0, last = 0;
    bool empty() const { return first == last; }
  };
  Ways ways(unsigned set, int w, int h) const;
  float cost(std::uint32_t way) const { return costs_[way].cost; }
  HeadSteps heads(std::uint32_t way) const {
    const SlicingCost& cost = costs_[way];
    return {cost.left_step, cost.right_step, cost.most_step};
  }
  // Appends where the items stand.
  void trace(std::uint32_t way, unsigned set, GridRect box, std::vector<PlacedItem>& out) const;

 private:
  // The ways of one set and width: their places, depths and least cost.
  struct Range {
    std::uint32_t first = 0, last = 0;
    std::int16_t least_rows = 0, most_rows = 0;
    float cheapest = 0;
  };
  // A set in rectangles of one width, while they are filled: what a way of each depth may cost, and
  // one of that depth or deeper; the depths that can be had; and the ways found, the cheapest
  // first, room for most_kept_ of each depth.
  struct Building {
    std::vector<float> most, most_from;
    int least_rows = 1, most_rows = 0;
    float dearest = 0;
    std::unique_ptr<SlicingCost[]> costs;
    std::unique_ptr<SlicingCut[]> cuts;
    std::vector<std::uint16_t> count;
    int first_found = 0, last_found = -1;
  };
  // Depths that the parts of a set may come to.
  struct Depths {
    int least = 1 << 14, most = 0;
  };
  // A way to cut a set in two, in rectangles of one width: its first part, and how wide that is.
  struct Cut {
    unsigned first_set;
    std::int16_t w, at;  // at == w: one above the other
  };
  std::size_t index(unsigned set, int w) const {
    return static_cast<std::size_t>(set) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(w - 1);
  }
  bool set_limits(unsigned set, int w, PageBound::Areas areas, Depths depths);
  void fill_leaf(std::size_t item, PageBound::Areas areas);
  bool find_splits(unsigned set, float most);
  void find_cuts(unsigned set, float most);
  void fill(unsigned set, PageBound::Areas areas);
  void stack(const Range& above, const Range& below, unsigned first_set, Building& building);
  void beside(const Range& left, const Range& right, unsigned first_set, int at,
              Building& building);
  void offer(Building& building, const SlicingCost& way, const SlicingCut& cut) const;
  void keep(unsigned set, int w);
  std::uint32_t first_of(const Range& range, int rows) const;
  float difference(const SlicingCost& kept, const SlicingCost& other) const;

  const std::vector<PageItem>& items_;
  const PageBound& bound_;
  float tombstone_, larger_below_;
  float limit_;  // of the page, as the set has it that is filled
  int columns_, rows_;
  std::size_t most_kept_;
  std::vector<SlicingCost> costs_;  // by set and width, in order of rows
  std::vector<SlicingCut> cuts_;    // beside them
  std::vector<Range> ranges_;       // of each set and width
  std::vector<unsigned> widths_;    // of each set: a bit for every width that has ways
  std::vector<float> cheapest_;     // of each set, what its cheapest way costs
  // Of the set that is filled: the first parts of its splits, how those may be cut, and the depths
  // that come of it by width.
  std::vector<unsigned> splits_;
  std::vector<Cut> cuttings_;
  std::vector<Depths> depths_;
  std::vector<Building> building_;  // by width
  int others_ = 0;                  // items that are not in the set
};

}  // namespace forme
