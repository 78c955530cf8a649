#include <algorithm>

#include "makeup/set_figure.h"
#include "makeup/slack.h"
#include "makeup/story_material.h"

namespace forme {
namespace {

constexpr std::size_t kLeastPictures = 3;  // of a gallery, the one under the headline among them
constexpr double kMorePictures = 2;        // times its copy, the column rows of its pictures
constexpr int kHeadOfPage = 16;  // rows of a page that are no band's: a head and some copy
constexpr int kDeeperStrip = 4;  // rows more than copy takes over the width, that are tried

bool is_shown(const Figure& figure) {
  return (figure.outputs & (kPrint | kScreen)) != 0;
}

// A puzzle is solved and a solution looked up: they stand where they are.
bool is_picture(const Figure& figure) {
  return figure.wrap == Wrap::None && figure.graphic != GraphicKind::Puzzle &&
         figure.graphic != GraphicKind::Solution;
}

bool may_have_gallery(Genre genre) {
  return genre == Genre::News || genre == Genre::Feature || genre == Genre::Review ||
         genre == Genre::Obituary;
}

// All pictures of the article, those of its head first; none where something else stands outside
// its copy, or a picture is more than that.
std::vector<const Figure*> pictures_of(const StoryContext& context) {
  const Article& article = context.article();
  std::vector<const Figure*> list;
  bool plain = may_have_gallery(article.genre);
  const auto add = [&](const Block& block) {
    const auto* figure = std::get_if<Figure>(&block.body);
    if (!figure) {
      plain = plain && !stands_outside(context, block);
      return;
    }
    plain = plain && is_picture(*figure);
    if (is_shown(*figure)) list.push_back(figure);
  };
  for (const Block& block : article.figures) add(block);
  for (const Block& block : article.body) add(block);
  if (!plain) list.clear();
  return list;
}

}  // namespace

void Story::find_gallery(int copy) const {
  Material& m = *material_;
  const int columns = context_.grid().columns;
  const std::vector<const Figure*> pictures = pictures_of(context_);
  if (pictures.size() < kLeastPictures) return;
  int area = 0;
  for (const Figure* figure : pictures) {
    const int span = gallery_columns(*figure, columns);
    area += span * ideal_picture_rows(context_, *figure, context_.grid().width(span));
  }
  if (area < kMorePictures * copy) return;
  Gallery gallery;
  gallery.lead = pictures.front();
  for (const Figure* figure : pictures)
    gallery.pictures.push_back(gallery_picture(context_, *figure, columns));
  m.gallery = std::move(gallery);
  const GalleryBands& page = gallery_bands(columns, true);
  bool fits = false;
  for (int rows = 1; rows <= context_.grid().rows - kHeadOfPage; ++rows)
    fits = fits || page.cost(pictures.size(), rows) < kImpossible;
  if (!fits) m.gallery.reset();
}

bool Story::is_gallery(int w) const {
  (void)galley(w);
  return w >= 2 && material_->gallery.has_value();
}

const Figure* Story::lead(int w) const {
  return is_gallery(w) ? material_->gallery->lead : lead_figure(article());
}

int Story::columns_in_gallery(const Figure& figure, const PlanLeaf& leaf) const {
  const Geometry g = geometry({}, leaf.box.w, leaf.box.h, leaf.variant, false);
  const auto place = std::find_if(g.gallery.begin(), g.gallery.end(),
                                  [&](const GalleryPlace& at) { return at.figure == &figure; });
  return place == g.gallery.end() ? 1 : place->columns;
}

// What a gallery pays that is set as one column, its pictures among the copy.
double Story::cost_of_one_column() const {
  (void)galley(1);
  if (!material_->gallery) return 0;
  double cost = 0;
  for (const GalleryPicture& picture : material_->gallery->pictures)
    cost += gallery_span_cost(context_.all.weights, *picture.figure, 1, context_.grid().columns);
  return cost;
}

// Under the lead picture, or under the head: all pictures but that.
const GalleryBands& Story::gallery_bands(int columns, bool with_lead) const {
  Gallery& gallery = *material_->gallery;
  const auto found = gallery.bands.find({columns, with_lead});
  if (found != gallery.bands.end()) return found->second;
  std::vector<GalleryPicture> pictures = gallery.pictures;
  if (!with_lead) pictures.erase(pictures.begin());
  return gallery.bands
      .try_emplace({columns, with_lead}, std::move(pictures), columns, context_.grid().rows,
                   context_.all.weights.hole_row, true)
      .first->second;
}

// Beside the lead picture, under the copy.
const GalleryBands& Story::gallery_stack(int columns) const {
  Gallery& gallery = *material_->gallery;
  const auto found = gallery.stacks.find(columns);
  if (found != gallery.stacks.end()) return found->second;
  return gallery.stacks
      .try_emplace(
          columns,
          std::vector<GalleryPicture>(gallery.pictures.begin() + 1, gallery.pictures.end()),
          columns, context_.grid().rows, context_.all.weights.hole_row, false)
      .first->second;
}

Story::GalleryTop Story::gallery_top(const Geometry& g, int w) {
  GalleryTop top;
  std::vector<int> first(static_cast<std::size_t>(w), g.body_top);
  for (const Inset& i : g.insets) {
    for (int c = i.column; c < i.column + i.columns; ++c) {
      int& row = first[static_cast<std::size_t>(c)];
      row = std::max(row, i.row + i.rows);
    }
  }
  top.row = first.front();
  top.foot = *std::max_element(first.begin(), first.end());
  while (top.columns < w && first[static_cast<std::size_t>(top.columns)] == top.row &&
         top.row < top.foot)
    ++top.columns;
  return top;
}

// Of copy in so many legs that have `room` column rows; legs lose rows to lines that stay together.
double Story::gallery_copy_cost(int room, int legs, int copy) const {
  const Weights& weights = context_.all.weights;
  const int free = room - copy;
  if (free < 0 || (copy > 0 && free < legs - 1)) return kImpossible;
  double cost = slack_cost(weights, free, slack_tolerance(weights, copy, std::max(1, legs)));
  if (legs > 1 && copy > 0 && copy < kLeastLeg * line_rows_ * legs) cost += weights.short_leg;
  return cost;
}

// The copy stands beside the lead picture and pictures under it, down to the lead's foot; or it
// goes on over the width. Under all that stand bands.
Story::GalleryWay Story::gallery_way(const GalleryTop& top, int w, int h, int copy,
                                     bool with_lead) const {
  const GalleryBands& bands = gallery_bands(w, with_lead);
  const std::size_t all = material_->gallery->pictures.size() - (with_lead ? 0 : 1);
  GalleryWay best;
  const auto take = [&](const GalleryWay& way, std::size_t banded) {
    // No free row stands under the last band.
    const int rows = h - way.bands + 1;
    double cost = way.cost;
    if (banded > 0)
      cost += rows < 1 || rows > bands.rows() ? kImpossible : bands.cost(banded, rows);
    else if (way.bands != h)
      return;
    if (cost < best.cost) best = way, best.cost = cost;
  };
  const bool beside = top.columns > 0 && !with_lead;
  if (beside) {
    for (const GalleryWay& way : gallery_stacks(top, copy)) take(way, all - way.stacked);
  }
  // Rows over the width, and the one that parts them from the bands.
  const int left = top.columns * (top.foot - top.row);
  const int least = std::max(0, (copy - left + w - 1) / w);
  const int first = beside && least > 0 ? std::max(least, kLeastLeg) : least;
  for (int strip = first; strip <= first + kDeeperStrip; ++strip) {
    const int gap = all > 0 && (strip > 0 || beside) ? 1 : 0;
    GalleryWay way;
    way.bands = top.foot + strip + (strip > 0 ? gap : 0);
    const int lost = strip == 0 ? top.columns * gap : 0;
    way.cost = gallery_copy_cost(left + w * strip - lost, strip > 0 ? w : top.columns, copy);
    if (beside && strip > 0 && strip < kLeastLeg) continue;  // it would read as a caption
    take(way, all);
  }
  return best;
}

// The cheapest of each number of pictures that may stand under the copy, beside the lead.
const std::vector<Story::GalleryWay>& Story::gallery_stacks(const GalleryTop& top, int copy) const {
  Gallery& gallery = *material_->gallery;
  auto [found, fresh] = gallery.beside.try_emplace({top.columns, top.row, top.foot, copy});
  std::vector<GalleryWay>& list = found->second;
  if (!fresh) return list;
  const GalleryBands& stack = gallery_stack(top.columns);
  for (std::size_t count = 1; count < gallery.pictures.size(); ++count) {
    GalleryWay best;
    for (int rows = 1; rows < top.foot - top.row; ++rows) {
      const int legs = top.foot - top.row - rows - 1;
      const double cost =
          stack.cost(count, rows) + gallery_copy_cost(top.columns * legs, top.columns, copy);
      if (cost < best.cost) best = {cost, count, rows, top.foot};
    }
    if (best.cost < kImpossible) list.push_back(best);
  }
  return list;
}

void Story::place_gallery(Geometry& g, int w, int h, int copy, bool with_lead, bool draw) const {
  const GalleryTop top = gallery_top(g, w);
  const GalleryWay way = gallery_way(top, w, h, copy, with_lead);
  g.possible = g.possible && way.cost < kImpossible;
  if (!g.possible) return;
  const auto place = [&](const GalleryPlace& at, int down) {
    Inset inset{at.column, at.columns, at.row + down, at.depth, {}};
    if (draw) {
      inset.items =
          set_figure(context_, *at.figure, context_.grid().width(at.columns), at.rows).items;
    }
    g.insets.push_back(std::move(inset));
    g.gallery.push_back(at);
  };
  if (way.stacked > 0) {
    const int from = top.foot - way.stack_rows;
    carve(g.spaces, {0, top.columns, from - 1, way.stack_rows + 1, {}});
    for (const GalleryPlace& at : gallery_stack(top.columns).places(way.stacked, way.stack_rows))
      place(at, from);
  }
  const std::size_t banded =
      material_->gallery->pictures.size() - (with_lead ? 0 : 1) - way.stacked;
  if (banded == 0) return;
  carve(g.spaces, {0, w, way.bands - 1, h - way.bands + 1, {}});
  for (const GalleryPlace& at : gallery_bands(w, with_lead).places(banded, h - way.bands + 1))
    place(at, way.bands);
}

}  // namespace forme
