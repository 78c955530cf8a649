#include "makeup/may_fill.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace forme {
namespace {

constexpr int kBits = 64;

// The depths in which every set of items fills a rectangle of every width, a bit for each row.
class DepthTable {
 public:
  DepthTable(const std::vector<PageItem>& items, int columns, int rows)
      : columns_(columns),
        words_(static_cast<std::size_t>(rows / kBits) + 1),
        bits_((std::size_t{1} << items.size()) * static_cast<std::size_t>(columns) * words_) {
    for (unsigned set = 1; set < 1U << items.size(); ++set) {
      if (std::has_single_bit(set))
        fill_leaf(set, items[static_cast<std::size_t>(std::countr_zero(set))].shapes, rows);
      else
        fill(set);
    }
  }

  bool has(unsigned set, int w, int h) const { return of(set, w)[h / kBits] >> (h % kBits) & 1U; }

 private:
  std::size_t place(unsigned set, int w) const {
    return (set * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(w - 1)) * words_;
  }
  const std::uint64_t* of(unsigned set, int w) const { return &bits_[place(set, w)]; }

  void fill_leaf(unsigned set, const ShapeTable& shapes, int rows) {
    for (int w = 1; w <= std::min(columns_, shapes.columns()); ++w) {
      std::uint64_t* const depths = &bits_[place(set, w)];
      for (int h = 1; h <= std::min(rows, shapes.rows()); ++h)
        if (shapes.at(w, h).cost < kImpossible)
          depths[h / kBits] |= std::uint64_t{1} << (h % kBits);
    }
  }

  void fill(unsigned set) {
    const unsigned first = set & ~(set - 1), rest = set & ~first;
    for (unsigned others = rest; others != 0; others = (others - 1) & rest) {
      const unsigned one = set & ~others;
      for (int w = 1; w <= columns_; ++w) {
        std::uint64_t* const depths = &bits_[place(set, w)];
        stack(of(one, w), of(others, w), depths);
        for (int left = 1; left < w; ++left) {
          const std::uint64_t *a = of(one, left), *b = of(others, w - left);
          for (std::size_t i = 0; i < words_; ++i) depths[i] |= a[i] & b[i];
        }
      }
    }
  }

  void stack(const std::uint64_t* above, const std::uint64_t* below, std::uint64_t* depths) const {
    if (std::all_of(above, above + words_, [](std::uint64_t word) { return word == 0; })) return;
    for (std::size_t i = 0; i < words_; ++i) {
      for (std::uint64_t left = below[i]; left != 0; left &= left - 1)
        add_deeper(above, static_cast<int>(i) * kBits + std::countr_zero(left) + kStoryGap, depths);
    }
  }

  // So many rows deeper, as far as the page reaches.
  void add_deeper(const std::uint64_t* from, int by, std::uint64_t* depths) const {
    const auto whole = static_cast<std::size_t>(by / kBits);
    const int part = by % kBits;
    for (std::size_t i = whole; i < words_; ++i) {
      depths[i] |= from[i - whole] << part;
      if (part > 0 && i > whole) depths[i] |= from[i - whole - 1] >> (kBits - part);
    }
  }

  int columns_;
  std::size_t words_;  // of one set and width
  std::vector<std::uint64_t> bits_;
};

bool fills(const DepthTable& table, const std::vector<PageItem>& items,
           const std::vector<GridRect>& regions, unsigned homed) {
  const unsigned all = (1U << items.size()) - 1;
  std::vector<bool> left(all + 1);  // by what is left over, whether it can be
  left[all] = true;
  for (const GridRect& region : regions) {
    const unsigned owners = owners_of(region, items);
    std::vector<bool> then(all + 1);
    for (unsigned set = 0; set <= all; ++set) {
      if (!left[set] || (set & owners) != owners) continue;
      const unsigned may = set & ~homed;
      for (unsigned more = may;; more = (more - 1) & may) {
        const unsigned here = owners | more;
        if (here == 0 || table.has(here, region.w, region.h)) then[set & ~here] = true;
        if (more == 0) break;
      }
    }
    left = std::move(then);
  }
  return left[0];
}

}  // namespace

unsigned owners_of(const GridRect& region, const std::vector<PageItem>& items) {
  unsigned owners = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::vector<GridRect>& kept = items[i].kept;
    if (std::find(kept.begin(), kept.end(), region) != kept.end()) owners |= 1U << i;
  }
  return owners;
}

bool may_fill(const std::vector<PageItem>& items,
              const std::vector<std::vector<GridRect>>& decompositions) {
  int columns = 1, rows = 1;
  for (const auto& regions : decompositions) {
    for (const GridRect& box : regions)
      columns = std::max(columns, box.w), rows = std::max(rows, box.h);
  }
  unsigned homed = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].kept.empty()) homed |= 1U << i;
  }
  const DepthTable table(items, columns, rows);
  return std::any_of(decompositions.begin(), decompositions.end(),
                     [&](const auto& regions) { return fills(table, items, regions, homed); });
}

}  // namespace forme
