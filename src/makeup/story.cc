#include "makeup/story.h"

#include <algorithm>

#include "makeup/keep_together.h"
#include "makeup/leg_faults.h"
#include "makeup/set_call.h"
#include "makeup/set_head.h"
#include "makeup/story_material.h"

namespace forme {

const Figure* lead_figure(const Article& article) {
  for (const Block& block : article.figures) {
    const auto* figure = std::get_if<Figure>(&block.body);
    if (figure && (figure->outputs & (kPrint | kScreen)) &&
        figure->graphic != GraphicKind::Solution)
      return figure;
  }
  return nullptr;
}

const Figure* further_figure(const Article& article, const Block& block) {
  const auto* figure = std::get_if<Figure>(&block.body);
  const bool shown = figure && (figure->outputs & (kPrint | kScreen)) != 0;
  return shown && figure != lead_figure(article) ? figure : nullptr;
}

const Block& outside_block(const Article& article, int number) {
  const auto n = static_cast<std::size_t>(number);
  return n < article.body.size() ? article.body[n] : article.figures[n - article.body.size()];
}

Story::Story(StoryContext context)
    : context_(context),
      line_rows_(context.layout().style("body").grid_rows),
      material_(std::make_unique<Material>()) {}
Story::~Story() = default;
Story::Story(Story&&) noexcept = default;

const Galley& Story::galley(int w) const {
  Material& m = *material_;
  if (!m.inline_galley) {
    const Article& a = article();
    GalleyMode mode;
    mode.paragraph = a.genre == Genre::Column ? "body-ragged" : "body";
    mode.loosen = true;
    mode.outputs = kPrint | kScreen;
    mode.drop_cap = a.genre == Genre::Feature || (a.priority == 1 && a.genre == Genre::News);
    mode.fact_figure = a.genre == Genre::Feature ? "fact-figure-red" : "fact-figure";
    Galley blocks = build_blocks(context_, a.body, context_.grid().column, mode);
    // Beside the copy: pictures that are none of its blocks, and those of them with columns enough.
    Galley beside, narrow;
    for (std::size_t i = 0; i < a.figures.size(); ++i) {
      const Figure* figure = further_figure(a, a.figures[i]);
      if (!figure) continue;
      beside.push_back(build_block(context_, a.figures[i], context_.grid().column, mode));
      if (columns_asked(context_, *figure) < 2)
        narrow.push_back(beside.back());
      else
        m.opened.push_back(static_cast<int>(a.body.size() + i));
    }
    const Galley tail = build_tail(context_, context_.grid().column);
    const auto whole = [&](Galley copy, const Galley& pictures) {
      Galley out = join_heads(std::move(copy), context_.grid().row);
      out.insert(out.begin() + std::min<std::ptrdiff_t>(1, std::ssize(out)), pictures.begin(),
                 pictures.end());
      out.insert(out.end(), tail.begin(), tail.end());
      return out;
    };
    m.inline_galley = whole(blocks, beside);
    for (std::size_t i = 0; i < a.body.size(); ++i) {
      if (stands_outside(context_, a.body[i])) m.opened.push_back(static_cast<int>(i));
    }
    std::erase_if(blocks, [&](const FlowBlock& block) {
      return std::find(m.opened.begin(), m.opened.end(), block.source) != m.opened.end();
    });
    Galley bare = blocks;
    std::erase_if(bare, [&](const FlowBlock& block) {
      return std::holds_alternative<Figure>(a.body[static_cast<std::size_t>(block.source)].body);
    });
    find_gallery(natural_rows(bare, {}));
    if (m.gallery) {
      m.opened.clear();
      m.open_galley = whole(std::move(bare), {});
      return w >= 2 ? *m.open_galley : *m.inline_galley;
    }
    m.open_galley = m.opened.empty() ? m.inline_galley : whole(std::move(blocks), narrow);
  }
  return w >= 2 ? *m.open_galley : *m.inline_galley;
}

int Story::rows(GalleyPlace from, int columns) const {
  return natural_rows(galley(columns), from);
}

int Story::columns_of(const Block& block, const PlanLeaf& leaf) const {
  const int w = leaf.box.w;
  const Figure& figure = std::get<Figure>(block.body);
  if (&figure == lead(w) && leaf.variant.picture_rows > 0) return leaf.variant.picture_columns;
  if (is_gallery(w)) return columns_in_gallery(figure, leaf);
  const bool outside =
      w >= 2 && std::any_of(material_->opened.begin(), material_->opened.end(), [&](int number) {
        return &outside_block(article(), number) == &block;
      });
  return outside ? inset_columns(context_, block, w) : 1;
}

namespace {

// A few rows under what is one block over the full width are its air.
void note_white_under(ComposedLeaf& leaf, const std::vector<LegSpace>& under) {
  for (const LegSpace& space : under) {
    if (space.rows < kLeastLeg) continue;
    leaf.spaces.push_back({space, 0});
    leaf.free_rows += space.rows;
  }
}

}  // namespace

int Story::paragraph_rows() const {
  int rows = 0;
  for (const FlowBlock& block : galley(2)) {
    if (block.source < 0) continue;
    const Block& source = article().body[static_cast<std::size_t>(block.source)];
    if (std::holds_alternative<Paragraph>(source.body) ||
        std::holds_alternative<Letter>(source.body))
      rows += block.variants.front().rows();
  }
  return rows;
}

ComposedLeaf Story::compose(const StoryPart& part, int w, int h, const LeafVariant& variant,
                            bool draw) const {
  const int rows = rows_to_fill(part, w, h, variant);
  ComposedLeaf leaf = compose_from_start(part, w, rows, variant, draw);
  if (rows < h) leave_white(leaf, w, rows, h);
  if (context_.against_paper()) {
    mirror(leaf.items, context_.grid().width(w));
    for (FilledLeg& leg : leaf.spaces) leg.space.column = w - 1 - leg.space.column;
    leaf.lifted.x = w - leaf.lifted.x - leaf.lifted.w;
  }
  return leaf;
}

namespace {

constexpr int kWhiteUnder = kLeastBeside;  // rows of each leg that are left free, at least,
constexpr int kBeyondCopy = 24;  // and that copy is given more than it fills by arithmetic, at most

}  // namespace

// The rows of a rectangle that the part is set into. What stands outside the copy would stand alone
// in the white of one that is much deeper than all of it.
int Story::rows_to_fill(const StoryPart& part, int w, int h, const LeafVariant& v) const {
  const bool whole = part.from == GalleyPlace{} && part.continued_on == 0;
  if (w < 2 || !whole || article().genre == Genre::Listing || article().genre == Genre::Panel)
    return h;
  const Galley& copy = galley(w);
  if (material_->opened.empty()) return h;
  const Geometry g = geometry(part, w, h, v, false);
  const int free = room_of(g.spaces) - static_cast<int>(g.lost) - natural_rows(copy);
  if (!g.possible || free < w * kWhiteUnder) return h;
  const int least = h - free / w;
  // In growing steps: legs are broken for each.
  for (int more = 0; more < kBeyondCopy && least + more < h; more += more / 2 + 1) {
    const int rows = least + more;
    const ComposedLeaf leaf = compose_from_start(part, w, rows, v, false);
    if (leaf.fits && leg_faults(leaf.spaces, false).short_legs == 0) return rows;
  }
  return h;
}

// Rows [rows, h) of all its columns hold nothing.
void Story::leave_white(ComposedLeaf& leaf, int w, int rows, int h) {
  for (int c = 0; c < w; ++c) leaf.spaces.push_back({{c, rows, h - rows}, 0});
  leaf.free_rows += w * (h - rows);
}

ComposedLeaf Story::compose_from_start(const StoryPart& part, int w, int h,
                                       const LeafVariant& variant, bool draw) const {
  const Grid& grid = context_.grid();
  const Article& a = article();
  if (a.genre == Genre::Panel) return compose_panel(context_, w, h);
  Geometry g = geometry(part, w, h, variant, draw);
  ComposedLeaf leaf;
  leaf.items = std::move(g.items);
  for (const Inset& inset : g.insets) {
    append_moved(leaf.items, inset.items, (grid.column + grid.gutter) * inset.column,
                 grid.row * inset.row);
  }
  for (const PlacedRound& round : g.rounds)
    append_moved(leaf.items, round.items, round.x, grid.row * round.row);
  if (a.genre == Genre::Listing) {
    leaf.fits = g.possible;
    leaf.overset = g.possible ? 0 : std::max(1, g.lacks);
    if (leaf.fits) note_white_under(leaf, g.spaces);
    return leaf;
  }
  std::vector<LegSpace> spaces = g.spaces;
  const bool jumps = part.continued_on > 0;
  const bool says_so = jumps && !part.over_gutter;
  if (says_so && !spaces.empty()) spaces.back().rows -= 1;
  std::erase_if(spaces, [](const LegSpace& s) { return s.rows < 1; });
  for (LegSpace& s : spaces) s.line_rows = line_rows_;
  // Copy may have room where a picture or a panel has none.
  const auto hold_to_shape = [&] {
    if (g.possible) return;
    leaf.fits = false;
    leaf.overset = std::max(leaf.overset, 1);
  };
  if (!draw) {
    fall(leaf, part, w, spaces);
    hold_to_shape();
    leaf.lifted = g.lifted;
    return leaf;
  }
  leaf.lifted = g.lifted;
  const Galley& whole = galley(w);
  const FlowResult flow = break_legs(leaf, part, w, spaces, true);
  hold_to_shape();
  for (const PlacedStrip& strip : flow.strips) {
    const FlowLine& line = flow.line(whole, strip);
    append_moved(leaf.items, strip.again ? as_furniture(line.items) : line.items,
                 (grid.column + grid.gutter) * strip.column, grid.row * strip.row);
  }
  if (a.genre == Genre::Feature || a.genre == Genre::Letters) rule_gutters(leaf, g);
  if (says_so && flow.fits) {
    const SetBlock line = HeadSetter(context_, w).jump_line(part.continued_on);
    const int foot = spaces.back().row + spaces.back().rows;
    append_moved(leaf.items, line.items, (grid.column + grid.gutter) * (w - 1), grid.row * foot);
  }
  return leaf;
}

// Rules between legs that stand side by side, as deep as copy stands beside them: none goes on
// through the white of a leaf that its copy does not fill.
void Story::rule_gutters(ComposedLeaf& leaf, const Geometry& g) const {
  const auto side_by_side = [](const LegSpace& a, const LegSpace& b) {
    return a.row < b.row + b.rows && b.row < a.row + a.rows;
  };
  for (const LegSpace& right : g.spaces) {
    int copy = right.row;
    for (const FilledLeg& leg : leaf.spaces) {
      const bool beside = leg.space.column == right.column || leg.space.column == right.column - 1;
      if (beside && leg.used > 0 && side_by_side(leg.space, right))
        copy = std::max(copy, leg.space.row + leg.used);
    }
    LegSpace ruled = right;
    if (right.row + right.rows - copy >= kLeastLeg) ruled.rows = copy - right.row;
    const bool has_left = std::any_of(g.spaces.begin(), g.spaces.end(), [&](const LegSpace& left) {
      return left.column == right.column - 1 && side_by_side(left, right);
    });
    if (has_left) rule_gutter(leaf.items, right.column, ruled, g.rounds, context_.grid());
  }
}

// Breaks the part into legs and says in the leaf how they come out.
FlowResult Story::break_legs(ComposedLeaf& leaf, const StoryPart& part, int w,
                             const std::vector<LegSpace>& spaces, bool draw) const {
  const Galley& whole = galley(w);
  const bool jumps = part.continued_on > 0;
  FlowResult flow =
      jumps ? flow_prefix(whole, spaces, part.from) : flow_into_legs(whole, spaces, part.from);
  leaf.fits = flow.fits;
  if (!leaf.fits && !jumps) {
    leaf.overset = 1;
    if (!draw) return flow;
    // Too long for the hole: what there is room for is set, and how much is left over told.
    flow = flow_prefix(whole, spaces, part.from);
    leaf.overset = std::max(1, natural_rows(whole, flow.reached));
  }
  leaf.free_rows = flow.free_rows;
  leaf.reached = flow.reached;
  leaf.spaces = flow.legs;
  leaf.legs.assign(static_cast<std::size_t>(w), 0);
  for (const PlacedStrip& strip : flow.strips) ++leaf.legs[static_cast<std::size_t>(strip.column)];
  return flow;
}

// The same without the strips, remembered: many heads and pictures leave the copy the same legs,
// higher or lower on the page.
void Story::fall(ComposedLeaf& leaf, const StoryPart& part, int w,
                 const std::vector<LegSpace>& spaces) const {
  if (spaces.empty()) {
    break_legs(leaf, part, w, spaces, false);
    return;
  }
  const int top = spaces.front().row;
  LegsKey key{{static_cast<int>(part.from.block), part.from.line, part.continued_on > 0, w}, {}};
  for (const LegSpace& s : spaces) {
    key.second.push_back({s.column, s.row - top, s.rows, s.may_open + (s.room.empty() ? 0 : 2)});
    for (const RowRoom& room : s.room)
      key.second.push_back({room.left.units(), room.width.units(), room.whole, 0});
  }
  auto [found, fresh] = material_->fallen.try_emplace(std::move(key));
  if (fresh) {
    break_legs(found->second, part, w, spaces, false);
    for (FilledLeg& leg : found->second.spaces) leg.space.row -= top;
  }
  leaf = found->second;
  for (FilledLeg& leg : leaf.spaces) leg.space.row += top;
}

}  // namespace forme
