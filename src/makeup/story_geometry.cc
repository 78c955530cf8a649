#include <algorithm>
#include <array>

#include "makeup/set_figure.h"
#include "makeup/set_head.h"
#include "makeup/story_material.h"

namespace forme {

// Heads stack from the top over the full width; under them the body region, where the picture
// stands top right, byline (and a one-column standfirst) top left, panels and wide tables at the
// foot from the right.
Story::Geometry Story::head_geometry(const StoryPart& part, int w, int h, const LeafVariant& v,
                                     bool draw) const {
  Geometry g;
  Material& m = *material_;
  const Grid& grid = context_.grid();
  const Article& a = article();
  // Beside a corner at the head it stands over the other columns.
  const int hw = v.corner.head ? w - v.corner.columns : w;
  const HeadSetter head(context_, hw);
  enum Part { kKicker, kDepartment, kHeadline, kStandfirst, kByline, kTurnLine };
  auto kept = [&](std::array<int, 5> key, auto make) -> const SetBlock& {
    auto found = m.heads.find(key);
    if (found == m.heads.end()) found = m.heads.emplace(key, make()).first;
    return found->second;
  };
  const Figure* picture = part.turn() || v.picture_rows == 0 ? nullptr : lead(w);
  const bool full_picture = picture && v.picture_columns >= hw;
  const bool splash = picture && v.picture_columns == hw - 1 && hw >= 4 && a.priority == 1;
  const bool display = !part.turn() && a.genre == Genre::Feature && hw >= std::min(5, grid.columns);
  int row = 0;
  auto down = [&](const SetBlock& block) {
    if (draw) append_moved(g.items, block.items, Length(), grid.row * row);
    row += block.rows;
  };
  auto picture_block = [&](int columns) {
    if (draw) return set_figure(context_, *picture, grid.width(columns), v.picture_rows);
    auto [found, fresh] = m.caption_rows.try_emplace(columns, 0);
    if (fresh) found->second = set_caption(context_, *picture, grid.width(columns)).rows;
    SetBlock block;
    block.rows = v.picture_rows + found->second + 1;
    return block;
  };
  if (display && full_picture) down(picture_block(hw));
  // A head that stands half a row low comes back to the grid under the headline.
  const int drop_rows = part.head_drop > 0 ? 1 : 0;
  const Length drop = grid.row * part.head_drop;
  if (part.runs_on()) {
    // Its head stands on the page that it comes from.
  } else if (part.turn()) {
    down(kept({kTurnLine, hw, part.continued_from},
              [&] { return head.turn_line(part.continued_from); }));
  } else if (a.genre == Genre::Letters) {
    down(kept({kDepartment, hw}, [&] { return head.department_rule(); }));
  } else {
    down(kept({kKicker, hw, display}, [&] { return head.kicker(display); }));
  }
  if (!part.runs_on()) {
    down(kept({kHeadline, hw, v.headline_rows, v.short_headline, part.turn()},
              [&] { return head.headline(v.headline_rows, v.short_headline, part.turn()); }));
  }
  // Copy straight under a headline would touch its descenders.
  const bool bare_head =
      part.turn() || (a.standfirsts.empty() && a.bylines.empty() && a.dateline == kNoLeaf);
  if (bare_head && drop_rows == 0 && !part.runs_on()) row += 1;
  if (drop_rows > 0) {
    if (draw) {
      for (DisplayItem& item : g.items) {
        std::vector<DisplayItem> one = {item};
        translate(one, Length(), drop);
        item = one[0];
      }
    }
    row += drop_rows;
  }
  const int open_columns = picture && !full_picture ? hw - v.picture_columns : hw;
  const bool side_standfirst = !part.turn() && !display && open_columns == 1 && hw > 1;
  auto standfirst = [&](int columns) -> const SetBlock& {
    return kept({kStandfirst, hw, columns, display},
                [&] { return head.standfirst(columns, display); });
  };
  if (!part.turn() && !side_standfirst) down(standfirst(hw));
  // Nor does a picture stand straight under a headline.
  const bool under_head = part.turn() || side_standfirst || a.standfirsts.empty();
  const int clear = picture && under_head ? 1 : 0;
  if (picture && full_picture && !display) {
    row += clear;
    down(picture_block(hw));
  }
  g.head_rows = row;
  g.body_top = row;
  if (h - row < 1 || (v.corner.any() && !may_be_dog_leg()) ||
      (v.corner.head && (h <= v.corner.rows || v.corner.rows < row))) {
    g.possible = false;
    return g;
  }
  g.spaces.reserve(static_cast<std::size_t>(w));
  for (int c = 0; c < w; ++c) {
    const int top = c < hw ? row : v.corner.rows;
    g.spaces.push_back({c, top, h - top});
  }
  const auto in_corner = [&](const Inset& i) {
    const BookedCorner& corner = v.corner;
    const int left = corner.left ? 0 : w - corner.columns;
    return corner.any() && !corner.head && i.row + i.rows > h - corner.rows &&
           i.column < left + corner.columns && left < i.column + i.columns;
  };
  auto inset = [&](Inset i) {
    if (i.rows <= 0) return;
    if (i.row < row || i.row + i.rows > h || in_corner(i)) {
      g.possible = false;
      g.lacks = std::max(g.lacks, i.row + i.rows - h);
      return;
    }
    carve(g.spaces, i);
    g.insets.push_back(std::move(i));
  };
  if (v.corner.any() && !v.corner.head) leave_corner(g, w, h, v.corner);
  if (picture && !full_picture) {
    SetBlock block = picture_block(v.picture_columns);
    translate(block.items, Length(), grid.row * clear);
    inset({hw - v.picture_columns, v.picture_columns, row, block.rows + clear,
           std::move(block.items)});
  }
  if (!part.turn()) {
    int at = row;
    if (side_standfirst) {
      const SetBlock& block = standfirst(1);
      inset({0, 1, at, block.rows, draw ? block.items : std::vector<DisplayItem>{}});
      at += block.rows;
    }
    const bool bare = a.standfirsts.empty();
    const bool under_row = !display && (full_picture || (!bare && !side_standfirst));
    const bool under_headline = bare && !picture;
    const int headline = under_headline ? v.headline_rows * 2 + v.short_headline : 0;
    const SetBlock& block =
        kept({kByline, hw, open_columns, splash * 2 + under_row, headline}, [&] {
          HeadSetter::Above above{under_row, {}};
          if (under_headline) above.hanging = head.hanging_under(v.headline_rows, v.short_headline);
          return head.byline(open_columns, splash, above);
        });
    inset({0, open_columns, at, block.rows, draw ? block.items : std::vector<DisplayItem>{}});
    if (open_columns == 1 && block.rows > 0 && !g.spaces.empty())
      g.spaces.front().may_open = context_.all.knobs.opened_spaces;
  }
  return g;
}

Story::Geometry Story::geometry(const StoryPart& part, int w, int h, const LeafVariant& v,
                                bool draw) const {
  Geometry g = head_geometry(part, w, h, v, draw);
  if (!g.possible && g.spaces.empty()) return g;
  Material& m = *material_;
  if (article().genre == Genre::Listing) {
    place_listing(g, w, h, draw);
    return g;
  }
  if (is_gallery(w) && !part.turn()) {
    place_gallery(g, w, h, natural_rows(galley(w), part.from), v.picture_rows == 0, draw);
    return g;
  }
  (void)galley(w);
  const bool carries = part.from == GalleyPlace{} ? !v.jumps : true;
  // What stands outside the copy of two legs is part of that of one: nothing jumps between them.
  const bool opens = !m.opened.empty() || m.gallery;
  if (w == 1 && opens && (part.from != GalleyPlace{} || v.jumps)) g.possible = false;
  if (w >= 2 && carries) place_opened(g, w, h, draw);
  if (g.possible && v.quote.any()) place_lifted(g, part, w, v, draw);
  return g;
}

// Its body is one block over the full width, under its head.
void Story::place_listing(Geometry& g, int w, int h, bool draw) const {
  const SetBlock& body = material_->listing(context_, w);
  int top = g.head_rows;
  for (const Inset& i : g.insets) top = std::max(top, i.row + i.rows);
  if (body.rows <= 0) return;
  const Inset placed{0, w, top, body.rows, draw ? body.items : std::vector<DisplayItem>{}};
  g.lacks = std::max(g.lacks, top + body.rows - h);
  g.possible = g.possible && top + body.rows <= h;
  if (top + body.rows > h) return;
  carve(g.spaces, placed);
  g.insets.push_back(placed);
}

// What is at the foot of the columns over a booked corner is no story's.
void Story::leave_corner(Geometry& g, int w, int h, const BookedCorner& corner) {
  const int top = h - corner.rows;
  g.possible = g.possible && top > g.body_top;
  if (!g.possible) return;
  carve(g.spaces, {corner.left ? 0 : w - corner.columns, corner.columns, top, corner.rows, {}});
}

bool Story::may_be_dog_leg() const {
  std::optional<bool>& known = material_->may_be_dog_leg;
  if (known) return *known;
  const Article& a = article();
  const bool plain = a.genre != Genre::Feature && a.genre != Genre::Letters &&
                     a.genre != Genre::Listing && a.genre != Genre::Panel &&
                     a.genre != Genre::Filler;
  known = plain && !context_.against_paper() && !galley(2).empty() && material_->opened.empty() &&
          !material_->gallery;
  return *known;
}

// Insets stand at the foot from the right, band upon band; those of the middle, and what copy flows
// round, where there is copy above and below. What finds no such place stands at the foot as well.
void Story::place_opened(Geometry& g, int w, int h, bool draw) const {
  std::vector<int> at_foot, middle;
  for (const int index : material_->opened) {
    const Block& block = outside_block(article(), index);
    const bool in_middle = wrap_of(block) != Wrap::None || stands_in_the_middle(context_, block);
    (in_middle ? middle : at_foot).push_back(index);
  }
  for (;;) {
    Geometry tried = g;
    place_at_foot(tried, at_foot, w, h, draw);
    const auto homeless = std::find_if(middle.begin(), middle.end(), [&](int index) {
      return tried.possible && !place_in_middle(tried, index, w, draw);
    });
    if (homeless == middle.end()) {
      g = std::move(tried);
      return;
    }
    at_foot.push_back(*homeless);
    middle.erase(homeless);
  }
}

// A block set over columns, with the row above it.
const SetBlock& Story::opened_block(int index, int columns) const {
  auto [found, fresh] = material_->blocks.try_emplace({index, columns});
  if (fresh) {
    found->second = set_inset(context_, outside_block(article(), index), columns);
  }
  return found->second;
}

void Story::place_opened_block(Geometry& g, const Inset& placed, const SetBlock& set,
                               bool draw) const {
  carve(g.spaces, placed);
  g.insets.push_back(placed);
  if (draw) append_moved(g.insets.back().items, set.items, Length(), context_.grid().row);
}

void Story::place_at_foot(Geometry& g, const std::vector<int>& blocks, int w, int h,
                          bool draw) const {
  int right = w, foot = h, band = 0;
  for (const int index : blocks) {
    const int columns = inset_columns(context_, outside_block(article(), index), w);
    g.possible = g.possible && columns > 0;
    if (!g.possible) return;
    const SetBlock& set = opened_block(index, columns);
    if (right < columns) foot -= band, right = w, band = 0;
    const Inset placed{right - columns, columns, foot - set.rows - 1, set.rows + 1, {}};
    const bool clear = std::none_of(g.insets.begin(), g.insets.end(), [&](const Inset& other) {
      return other.column < placed.column + columns &&
             placed.column < other.column + other.columns && other.row < placed.row + placed.rows &&
             placed.row < other.row + other.rows;
    });
    g.possible = clear && placed.row >= g.body_top;
    if (!g.possible) return;
    right -= columns;
    band = std::max(band, placed.rows);
    place_opened_block(g, placed, set, draw);
  }
}

// False where it finds no place.
bool Story::place_in_middle(Geometry& g, int index, int w, bool draw) const {
  const Block& block = outside_block(article(), index);
  if (wrap_of(block) != Wrap::None) return place_round(g, index, w, draw);
  const int columns = inset_columns(context_, block, w);
  const SetBlock& set = opened_block(index, columns);
  const auto place = middle_place(g.spaces, w, columns, set.rows + 1);
  if (!place) return false;
  place_opened_block(g, {place->column, columns, place->row, set.rows + 1, {}, true}, set, draw);
  return true;
}

bool Story::place_round(Geometry& g, int index, int w, bool draw) const {
  const Grid& grid = context_.grid();
  auto [found, fresh] = material_->rounds.try_emplace({index, std::min(w, 3)});
  if (fresh) found->second = set_round(context_, outside_block(article(), index), w);
  const RoundPiece& piece = found->second;
  const auto place = middle_place(g.spaces, w, piece.legs, piece.rows);
  if (!place) return false;
  if (piece.legs == 3) carve(g.spaces, {place->column + 1, 1, place->row, piece.rows, {}, true});
  const Length from = (grid.column + grid.gutter) * place->column;
  PlacedRound round;
  round.x = from + (grid.width(piece.legs) - piece.width) / 2;
  round.row = place->row;
  round.rows = piece.rows;
  g.lost += narrow(g.spaces, piece, round.x, round.row, grid) + (piece.legs == 3 ? piece.rows : 0);
  if (draw) round.items = piece.items;
  g.rounds.push_back(std::move(round));
  return true;
}

}  // namespace forme
