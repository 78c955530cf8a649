#pragma once

#include <climits>
#include <concepts>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

#include "makeup/items.h"
#include "paragraph/set_text.h"

namespace forme {

// One unbreakable strip of a galley.
struct FlowLine {
  int rows = 1;
  std::vector<DisplayItem> items;  // relative to the strip's top left corner
  bool hyphen_end = false;         // ends on a hyphen: no leg ends here
  bool keeps_next = false;  // nor here: what follows would be a widow, or this an orphan or a head
};

// One way to set a block: the optimum, or a line looser or tighter.
struct FlowVariant {
  std::vector<FlowLine> lines;
  double cost = 0;
  int rows() const;
};

// Sets a block for lines that are not all of the measure, one row each. Empty: that cannot be.
class BlockReset {
 public:
  using Set = std::function<FlowVariant(const LineWidths&)>;
  BlockReset() = default;
  template <std::invocable<const LineWidths&> Callable>
  explicit BlockReset(Callable set) : set_(std::move(set)), known_(std::make_shared<Known>()) {}
  explicit operator bool() const { return static_cast<bool>(set_); }
  FlowVariant operator()(const LineWidths& widths) const { return set_(widths); }
  // The same, remembered: legs are broken many times with the same thing in their way.
  const FlowVariant& at(LineWidths widths) const;

 private:
  using Key = std::tuple<Length, std::vector<Length>, std::vector<Length>>;
  using Known = std::map<Key, FlowVariant>;
  Set set_;
  std::shared_ptr<Known> known_;
};

inline constexpr int kUnbreakable = INT_MAX;

// A paragraph, or any other block of a galley.
struct FlowBlock {
  std::vector<FlowVariant> variants;  // at least one; the optimum first
  int space_before = 0;               // rows; dropped at the top of a leg
  int keep_first = 2, keep_last = 2;  // lines that stay together before and after a break
  bool heads = false;                 // a crosshead, which stays with what follows
  bool may_open = false;              // a row more may stand before it, to level feet
  int source = -1;                    // which block of the article's body it is
  // May slip behind the blocks that follow, to the next leg; there it may stand on top, over the
  // rest of a block that began in the leg before.
  bool floats = false;
  // Lines [repeat_from, repeat_to) are set again where the block goes on in another leg: the head
  // of a table.
  int repeat_from = 0, repeat_to = 0;
  BlockReset reset{};  // without one the block stands below what narrows the leg
};
using Galley = std::vector<FlowBlock>;

// Of the shortest variants, without the space before them: no legs with fewer rows hold the galley.
int least_rows(const Galley& galley);

// What is left of a leg's measure in one row.
struct RowRoom {
  Length left, width;
  bool whole = true;
};

// A stretch of a leg that is free for copy.
struct LegSpace {
  int column = 0, row = 0, rows = 0;
  std::vector<RowRoom> room{};  // by row, where something stands into the leg; empty: all whole
  bool may_open = false;        // a row may stand free above its copy, to level feet
  int line_rows = 1;            // of a line of its copy
};

// The same when the copy is set: rows from its top to the foot of the last strip; 0: empty.
struct FilledLeg {
  LegSpace space;
  int used = 0;
};

int room_of(const std::vector<LegSpace>& legs);

// A place in a galley, in lines of the first variant.
struct GalleyPlace {
  std::size_t block = 0;
  int line = 0;
  bool operator==(const GalleyPlace&) const = default;
};
inline constexpr GalleyPlace kGalleyEnd{std::numeric_limits<std::size_t>::max(), 0};

// Rows of the copy between two places, by its first variants.
int natural_rows(const Galley& galley, GalleyPlace from = {}, GalleyPlace to = kGalleyEnd);
// How many of them the shortest variants save, of the blocks that stand whole after `from`.
int rows_to_spare(const Galley& galley, GalleyPlace from);

struct PlacedStrip {
  std::size_t block = 0, variant = 0, line = 0;
  int column = 0, row = 0;
  int rows = 1;
  int reset = -1;      // which of FlowResult::reset holds the line, if not the galley
  bool again = false;  // a repeated head
};
struct FlowResult {
  bool fits = false;
  double cost = 0;
  int free_rows = 0;                // left free in the legs, over all
  int short_legs = 0;               // legs of fewer than kLeastLeg rows
  std::vector<FilledLeg> legs;      // as they were given, with what they hold
  std::vector<PlacedStrip> strips;  // in galley order
  GalleyPlace reached;              // flow_prefix: where the copy was cut
  std::vector<FlowVariant> reset;   // blocks that were set again
  const FlowLine& line(const Galley& galley, const PlacedStrip& strip) const {
    return strip.reset >= 0 ? reset[static_cast<std::size_t>(strip.reset)].lines[strip.line]
                            : galley[strip.block].variants[strip.variant].lines[strip.line];
  }
};

// A leg has at least so many lines of copy, where the story has as many.
inline constexpr int kLeastLeg = 6;
// The same in rows, of copy whose lines may be deeper than one.
inline int least_rows_of_leg(const LegSpace& space) {
  return kLeastLeg * space.line_rows;
}

// Sets the galley from a place on into the legs: the choice of variants and breaks at least cost,
// with no widow and no orphan, and no leg ending on a hyphen. Free rows are shared out among the
// feet of the legs, so that these are level where the copy can be broken so; what is over stays
// under the last. A leg of fewer than kLeastLeg rows is made only where the copy does not fit
// otherwise, and counted. By dynamic programming over (block, place of its end, floats set), exact
// for each number of rows that the feet may be left free unless a story is so long that only the
// best of its places are followed. Strips name blocks and lines of the whole galley.
FlowResult flow_into_legs(const Galley& galley, const std::vector<LegSpace>& legs,
                          GalleyPlace from = {});

// Whether the legs hold the galley; what flow_into_legs does before it levels the feet.
bool fits_legs(const Galley& galley, const std::vector<LegSpace>& legs, GalleyPlace from = {});

// As much of the galley from a place on as the legs hold, all of them full, cut where a jump may
// be: inside a paragraph, not on a hyphen, or between the rows of a deep table, whose head is said
// again where it goes on. Without `fits` when nothing of it may stand there.
FlowResult flow_prefix(const Galley& galley, const std::vector<LegSpace>& legs,
                       GalleyPlace from = {});

}  // namespace forme
