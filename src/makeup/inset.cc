#include "makeup/inset.h"

#include <algorithm>
#include <cmath>

#include "makeup/galley_builder.h"
#include "makeup/set_figure.h"
#include "makeup/set_pull_quote.h"
#include "makeup/set_table.h"

namespace forme {
namespace {

constexpr int kHeadRows = 16;  // of a page, that what surrounds a table takes: a head and some copy
constexpr double kSetSmaller = 0.8;    // of a table's least width: it may be set so much smaller
constexpr double kLegLeft = 0.62;      // of a leg's measure that stays beside what stands into it
constexpr Length kStandOff = 6_pt;     // between copy and what it flows round
constexpr Length kWideEnough = 50_mm;  // a column that a feature's quote stands well in alone
// Short lines hold less than their width says: more spaces, more hyphens.
constexpr double kShortLines = 1.12;

bool is_feature_quote(const StoryContext& context, const Block& block) {
  return std::holds_alternative<PullQuote>(block.body) &&
         context.article().genre == Genre::Feature && context.grid().column < kWideEnough;
}

SetBlock set_panel(const StoryContext& context, const Block& block, Length width) {
  GalleyMode mode;
  mode.fact_figure = context.article().genre == Genre::Feature ? "fact-figure-red" : "fact-figure";
  mode.outputs = kPrint | kScreen;
  Galley galley;
  galley.push_back(build_block(context, block, width, mode));
  galley.back().space_before = 0;
  return stack(galley, context.grid());
}

// The picture's outline, row for row of the grid; rows of the caption are as wide as the picture.
std::vector<RowRoom> outline_rows(const StoryContext& context, const Figure& figure, int rows,
                                  int picture_rows, const Rect& box) {
  const RowRoom full{Length(), box.width, false};
  std::vector<RowRoom> out(static_cast<std::size_t>(rows), full);
  const auto facts = context.all.pictures.find(figure.source);
  if (facts == context.all.pictures.end() || facts->second.outline.empty()) return out;
  const std::vector<OutlineBand>& bands = facts->second.outline;
  for (int row = 0; row < picture_rows; ++row) {
    const auto band_at = [&](Length y) {
      const double part = std::clamp((y - box.y) / box.height, 0.0, 1.0);
      return std::min(bands.size() - 1,
                      static_cast<std::size_t>(part * static_cast<double>(bands.size())));
    };
    const Length top = context.grid().row * row;
    double left = 1, right = 0;
    for (std::size_t b = band_at(top); b <= band_at(top + context.grid().row); ++b) {
      if (bands[b].empty) continue;
      left = std::min(left, bands[b].left), right = std::max(right, bands[b].right);
    }
    RowRoom& room = out[static_cast<std::size_t>(row)];
    room.whole = left >= right;
    room.left = box.x + box.width * left;
    room.width = room.whole ? Length() : box.width * (right - left);
  }
  return out;
}

}  // namespace

Wrap wrap_of(const Block& block) {
  if (const auto* figure = std::get_if<Figure>(&block.body)) return figure->wrap;
  if (const auto* quote = std::get_if<PullQuote>(&block.body)) return quote->wrap;
  if (const auto* panel = std::get_if<Panel>(&block.body)) return panel->wrap;
  return Wrap::None;
}

namespace {

// Over columns a table stands in one piece. What is longer than a page goes on from leg to leg, as
// narrow as these are.
bool is_longer_than_a_page(const StoryContext& context, const Block& block) {
  const auto* table = std::get_if<Table>(&block.body);
  const int rows = static_cast<int>(table->head.size() + table->body.size());
  return rows * 2 + kHeadRows > context.grid().rows &&
         set_inset(context, block, 2).rows + kHeadRows > context.grid().rows;
}

}  // namespace

int columns_asked(const StoryContext& context, const Figure& figure) {
  return figure.columns_min > 0 ? figure.columns_min : legible_columns(context, figure);
}

bool stands_outside(const StoryContext& context, const Block& block) {
  if (const auto* figure = std::get_if<Figure>(&block.body)) {
    if (!(figure->outputs & (kPrint | kScreen))) return false;
    return columns_asked(context, *figure) >= 2 || figure->wrap != Wrap::None;
  }
  if (const auto* table = std::get_if<Table>(&block.body))
    return table_least_width(context, *table) > context.grid().column &&
           !is_longer_than_a_page(context, block);
  return std::holds_alternative<Panel>(block.body) || is_feature_quote(context, block) ||
         wrap_of(block) != Wrap::None;
}

int inset_columns(const StoryContext& context, const Block& block, int w) {
  if (const auto* figure = std::get_if<Figure>(&block.body))
    return std::min(w, std::max(2, columns_asked(context, *figure)));
  if (const auto* table = std::get_if<Table>(&block.body)) {
    const Length least = table_least_width(context, *table);
    int span = 2;
    while (span < w && context.grid().width(span) < least) ++span;
    const bool fits = span <= w && context.grid().width(span) >= least * kSetSmaller;
    return fits || w >= context.grid().columns ? std::min(span, w) : 0;
  }
  return std::min(2, w);
}

bool stands_in_the_middle(const StoryContext& context, const Block& block) {
  return is_feature_quote(context, block);
}

SetBlock set_inset(const StoryContext& context, const Block& block, int columns) {
  const Length width = context.grid().width(columns);
  if (const auto* quote = std::get_if<PullQuote>(&block.body))
    return set_pull_quote(context, *quote, width);
  if (const auto* figure = std::get_if<Figure>(&block.body)) {
    return set_figure(context, *figure, width, inset_picture_rows(context, *figure, width));
  }
  return set_panel(context, block, width);
}

namespace {

// Its rows from `first` to `last`; none of them opens.
LegSpace part_of(const LegSpace& space, int first, int last) {
  LegSpace part = space;
  part.row = first, part.rows = last - first;
  part.may_open = false;
  if (!space.room.empty()) {
    const auto begin = space.room.begin() - space.row;
    part.room.assign(begin + first, begin + last);
  }
  return part;
}

// The stretches of the spaces that nothing stands into.
std::vector<LegSpace> whole_stretches(const std::vector<LegSpace>& spaces) {
  std::vector<LegSpace> out;
  for (const LegSpace& space : spaces) {
    const auto whole = [&](int row) {
      return space.room.empty() || space.room[static_cast<std::size_t>(row - space.row)].whole;
    };
    const int foot = space.row + space.rows;
    for (int row = space.row; row < foot; ++row) {
      if (!whole(row)) continue;
      const int first = row;
      while (row < foot && whole(row)) ++row;
      out.push_back(part_of(space, first, row));
    }
  }
  return out;
}

}  // namespace

void carve(std::vector<LegSpace>& spaces, const Inset& inset) {
  std::vector<LegSpace> out;
  out.reserve(spaces.size() + static_cast<std::size_t>(inset.columns));
  for (LegSpace& space : spaces) {
    const bool beside = space.column < inset.column || space.column >= inset.column + inset.columns;
    const int bottom = space.row + space.rows, inset_bottom = inset.row + inset.rows;
    if (beside || inset_bottom <= space.row || inset.row >= bottom) {
      out.push_back(std::move(space));
      continue;
    }
    if (inset.row > space.row) out.push_back(part_of(space, space.row, inset.row));
    if (inset_bottom < bottom) out.push_back(part_of(space, inset_bottom, bottom));
  }
  spaces = std::move(out);
}

namespace {

// Rows of neighbouring legs that all of them have free.
struct CommonRows {
  int column = 0, top = 0, foot = 0;
};

// Those of `columns` legs of `w`, the legs nearest to the middle first.
std::vector<CommonRows> common_rows(const std::vector<LegSpace>& spaces, int w, int columns) {
  std::vector<int> starts;
  for (int c = 0; c + columns <= w; ++c) starts.push_back(c);
  std::stable_sort(starts.begin(), starts.end(), [&](int a, int b) {
    return std::abs(2 * a + columns - w) < std::abs(2 * b + columns - w);
  });
  std::vector<CommonRows> list;
  for (int start : starts) {
    for (const LegSpace& first : spaces) {
      if (first.column != start) continue;
      int top = first.row, foot = first.row + first.rows;
      for (int c = start + 1; c < start + columns; ++c) {
        // The stretch of the next leg that has most in common with it.
        int best_top = 0, best_foot = 0;
        for (const LegSpace& next : spaces) {
          if (next.column != c) continue;
          const int t = std::max(top, next.row), f = std::min(foot, next.row + next.rows);
          if (f - t > best_foot - best_top) best_top = t, best_foot = f;
        }
        top = best_top, foot = best_foot;
      }
      list.push_back({start, top, foot});
    }
  }
  return list;
}

// Rows of copy that are read before a row of a leg.
int copy_before(const std::vector<LegSpace>& spaces, int column, int row) {
  int rows = 0;
  for (const LegSpace& space : spaces) {
    if (space.column < column)
      rows += space.rows;
    else if (space.column == column)
      rows += std::clamp(row - space.row, 0, space.rows);
  }
  return rows;
}

}  // namespace

std::optional<MiddlePlace> middle_place(const std::vector<LegSpace>& all, int w, int columns,
                                        int rows) {
  for (const CommonRows& free : common_rows(whole_stretches(all), w, columns)) {
    const int spare = free.foot - free.top - rows;
    if (spare >= kLeastBeside * 2) return MiddlePlace{free.column, free.top + spare / 2};
  }
  return std::nullopt;
}

std::optional<MiddlePlace> middle_place_apart(const std::vector<LegSpace>& all, int w, int columns,
                                              int rows, double copy) {
  const auto is_apart = [&](const MiddlePlace& place) {
    for (int c = place.column; c < place.column + columns; ++c) {
      if (std::abs(copy_before(all, c, place.row) - copy) < kApart) return false;
    }
    return true;
  };
  for (const CommonRows& free : common_rows(whole_stretches(all), w, columns)) {
    const int first = free.top + kLeastBeside, last = free.foot - rows - kLeastBeside;
    const int middle = free.top + (free.foot - free.top - rows) / 2;
    for (int away = 0; middle + away <= last || middle - away >= first; ++away) {
      for (const int row : {middle + away, middle - away}) {
        const MiddlePlace place{free.column, row};
        if (row >= first && row <= last && is_apart(place)) return place;
      }
    }
  }
  return middle_place(all, w, columns, rows);
}

RoundPiece set_round(const StoryContext& context, const Block& block, int w) {
  const Grid& grid = context.grid();
  const auto* figure = std::get_if<Figure>(&block.body);
  RoundPiece piece;
  const bool wide = figure && figure->columns_min >= 2 && w >= 3;
  piece.legs = wide ? 3 : 2;
  const Length into = grid.column * (1 - kLegLeft) - kStandOff;  // each of the outer legs
  piece.width = into * 2 + (wide ? grid.column + grid.gutter * 2 : grid.gutter);
  SetBlock set;
  if (figure) {
    Figure whole = *figure;
    const int picture_rows = ideal_picture_rows(context, whole, piece.width);
    set = set_figure(context, *figure, piece.width, picture_rows);
    const auto* item = std::get_if<PictureItem>(&set.items.front());
    const Rect box = item ? item->box : Rect{Length(), Length(), piece.width, grid.row};
    if (figure->wrap == Wrap::Outline)
      piece.outline = outline_rows(context, *figure, set.rows, picture_rows, box);
    if (figure->caption == kNoLeaf && figure->credit == kNoLeaf) {
      set.rows -= 1;
      if (!piece.outline.empty()) piece.outline.pop_back();
    }
  } else if (const auto* quote = std::get_if<PullQuote>(&block.body)) {
    set = set_pull_quote(context, *quote, piece.width);
  } else {
    // Half a row clear above and below: its tint has an edge.
    set = set_panel(context, block, piece.width);
    set.rows += 1;
    translate(set.items, Length(), grid.row / 2);
  }
  piece.rows = set.rows;
  if (piece.outline.empty())
    piece.outline.assign(static_cast<std::size_t>(set.rows), {Length(), piece.width, false});
  piece.items = std::move(set.items);
  return piece;
}

double narrow(std::vector<LegSpace>& spaces, const RoundPiece& piece, Length x, int row,
              const Grid& grid) {
  double lost = 0;
  for (LegSpace& space : spaces) {
    const Length left = (grid.column + grid.gutter) * space.column, right = left + grid.column;
    if (space.room.empty())
      space.room.assign(static_cast<std::size_t>(space.rows), {Length(), grid.column, true});
    for (int r = 0; r < space.rows; ++r) {
      const int at = space.row + r - row;
      if (at < 0 || at >= piece.rows) continue;
      const RowRoom& shown = piece.outline[static_cast<std::size_t>(at)];
      const Length from = x + shown.left - kStandOff, to = from + shown.width + kStandOff * 2;
      if (shown.whole || to <= left || from >= right) continue;
      RowRoom& room = space.room[static_cast<std::size_t>(r)];
      // Copy stands on the side that has more room.
      const Length before = from - left, after = right - to;
      room.whole = false;
      room.left = before >= after ? Length() : to - left;
      room.width = std::max(before, after);
      lost += (1 - room.width / grid.column) * kShortLines;
    }
  }
  return lost;
}

void rule_gutter(std::vector<DisplayItem>& items, int c, const LegSpace& space,
                 const std::vector<PlacedRound>& rounds, const Grid& grid) {
  const Length x = (grid.column + grid.gutter) * c - grid.gutter / 2;
  std::vector<bool> open(static_cast<std::size_t>(space.rows), true);
  for (const PlacedRound& round : rounds) {
    const Length first = (grid.column + grid.gutter) * (c - 1);
    if (round.x <= first || round.x >= x) continue;  // it begins in the leg before
    for (int r = 0; r < space.rows; ++r) {
      const int at = space.row + r - round.row;
      if (at >= 0 && at < round.rows) open[static_cast<std::size_t>(r)] = false;
    }
  }
  for (int r = 0; r < space.rows;) {
    int end = r;
    while (end < space.rows && open[static_cast<std::size_t>(end)]) ++end;
    if (end > r) {
      append_upright_rule(items, x, grid.row * (space.row + r) + 2_pt, grid.row * (end - r) - 2_pt,
                          0.5_pt, "black");
    }
    r = end + 1;
  }
}

}  // namespace forme
