#include <algorithm>
#include <cmath>

#include "makeup/inset.h"
#include "makeup/picture_cost.h"
#include "makeup/set_call.h"
#include "makeup/set_figure.h"
#include "makeup/slack.h"
#include "makeup/story_material.h"

namespace forme {
namespace {

constexpr int kLeastOfDogLeg = 8;   // rows of its legs over the corner, or under it
constexpr int kFillerSpan = 2;      // columns that a filler takes at most
constexpr int kMostLifted = 40;     // column rows that a lifted quote may fill,
constexpr double kQuoteLeaves = 2;  // tolerances that it may leave of them,
constexpr int kLostAbove = 1;       // and column rows that it must: the leg above may lose them

double square(double x) {
  return x * x;
}

}  // namespace

int ideal_span(const Article& article, int columns) {
  int span = 2;
  switch (article.genre) {
    case Genre::Feature:
    case Genre::Panel:
      span = columns;
      break;
    case Genre::Letters:
    case Genre::Listing:
      span = 4;
      break;
    case Genre::Filler:
      span = 1;
      break;
    default:
      span = article.priority <= 1 ? 5 : article.priority == 2 ? 4 : article.priority == 3 ? 3 : 2;
  }
  return std::min(span, columns);
}

namespace {

// What a picture of `p` columns costs beside its crop, over `w` columns of a page of `columns`;
// kImpossible: not tried.
double picture_span_cost(const Weights& weights, const Article& a, const Figure& picture, int p,
                         int w, int columns, bool gallery) {
  const bool said = picture.columns_min > 0;
  const bool as_asked = p >= std::min(picture.columns_min, w) && p <= picture.columns_max;
  if (said && !as_asked && !gallery) return kImpossible;
  const bool large = a.priority <= 2 || a.genre == Genre::Feature;
  const bool splash = a.priority == 1 && w >= 5 && a.genre == Genre::News;
  const int wanted = !large ? std::min(2, w) : splash ? w - 1 : w;
  double cost = weights.picture_span * std::abs(p - wanted);
  if (said && gallery) cost = gallery_span_cost(weights, picture, p, columns);
  // A page wants one dominant picture, and a lead is where it looks for it.
  if (a.priority <= 2 && columns >= 5 && p < weights.dominant_columns) cost += weights.no_dominant;
  return cost;
}

double span_weight(const Weights& weights, const Article& a, bool turn) {
  if (a.genre == Genre::Listing) return weights.listing_span;
  const bool splash = a.priority <= 1 && a.genre == Genre::News && !turn;
  return splash ? weights.splash_span : weights.span;
}

}  // namespace

// Of drawings beside the lead picture whose letters are too small in a story of `w` columns.
double Story::illegible_cost(const StoryPart& part, int w) const {
  if (part.turn()) return 0;
  const Article& a = article();
  double cost = 0;
  const auto add = [&](const Block& block, const Figure& figure, bool outside) {
    const Length width = context_.grid().width(outside ? inset_columns(context_, block, w) : 1);
    if (!is_legible(context_, figure, width, inset_picture_rows(context_, figure, width)))
      cost += context_.all.weights.illegible_drawing;
  };
  for (const auto* blocks : {&a.body, &a.figures}) {
    for (const Block& block : *blocks) {
      if (const Figure* figure = further_figure(a, block))
        add(block, *figure, w > 1 && columns_asked(context_, *figure) > 1);
    }
  }
  return cost;
}

// Leaves the span of the cheapest.
void Story::keep_best_span(std::vector<PictureSpan>& spans) {
  const auto best =
      std::min_element(spans.begin(), spans.end(),
                       [](const PictureSpan& a, const PictureSpan& b) { return a.cost < b.cost; });
  if (best == spans.end()) return;
  std::erase_if(spans,
                [columns = best->columns](const PictureSpan& s) { return s.columns != columns; });
}

// The pictures worth trying over `w` columns.
std::vector<Story::PictureSpan> Story::pictures(const StoryPart& part, int w, int columns,
                                                int max_rows) const {
  const Figure* picture = part.turn() ? nullptr : lead(w);
  if (!picture) return {{}};
  const Weights& weights = context_.all.weights;
  std::vector<PictureSpan> out;
  for (int p = 1; p <= w; ++p) {
    const double span_cost =
        picture_span_cost(weights, article(), *picture, p, w, columns, is_gallery(w));
    if (span_cost == kImpossible) continue;
    const PictureDepths depths = picture_depths(context_, *picture, p);
    for (int rows = depths.least; rows <= depths.most && rows <= max_rows; ++rows) {
      out.push_back({p, rows, span_cost + picture_cost(context_, *picture, depths, p, rows)});
    }
  }
  if (!context_.all.knobs.picture_spans) keep_best_span(out);
  if (out.empty()) {
    // It stands whole in what it is given, with white beside it where it is too deep for a page.
    const int most = std::max(kLeastPicture, max_rows / 2);
    const int p = picture_depths(context_, *picture, w).ideal <= most ? w : 1;
    const int rows = std::clamp(picture_depths(context_, *picture, p).ideal, kLeastPicture, most);
    out.push_back({p, rows, weights.forced_picture});
  }
  return out;
}

Story::Room Story::room_in(const Geometry& g, int max_rows, const BookedCorner& corner) {
  Room room{g.head_rows, static_cast<int>(std::ceil(g.lost)), g.head_rows, 0, 0};
  room.area += corner.columns * (corner.head ? corner.rows - g.head_rows : corner.rows);
  if (corner.any() && !corner.head) room.foot_rows = corner.rows + kLeastOfDogLeg;
  for (const PlacedRound& r : g.rounds) room.middle = std::max(room.middle, r.rows + 2 * kLeastLeg);
  for (const Inset& i : g.insets) {
    room.area += i.columns * i.rows;
    if (i.middle)
      room.middle = std::max(room.middle, i.rows + 2 * kLeastLeg);
    else if (i.row + i.rows == max_rows)
      room.foot_rows = std::max(room.foot_rows, i.rows);
    else
      room.top_rows = std::max(room.top_rows, i.row + i.rows);
  }
  note_room_around(room, g, max_rows);
  return room;
}

// Over and under a quote that is lifted into the legs, which stand in one piece yet.
void Story::note_room_around(Room& room, const Geometry& g, int max_rows) {
  if (!g.rounds.empty() || room.middle > 0) return;
  const auto around = [&](const LegSpace& leg, const LegSpace& beside) {
    const int foot = std::min(leg.row + leg.rows, beside.row + beside.rows);
    return std::max(leg.row, beside.row) + max_rows - foot + kLeastBeside * 2;
  };
  for (std::size_t i = 0; i < g.spaces.size(); ++i) {
    room.around_one = std::min(room.around_one, around(g.spaces[i], g.spaces[i]));
    if (i > 0 && g.spaces[i - 1].column + 1 == g.spaces[i].column)
      room.around_wide = std::min(room.around_wide, around(g.spaces[i - 1], g.spaces[i]));
  }
}

// What runs on over the gutter has one, of no lines.
const std::vector<HeadlineFit>& Story::headlines(const StoryPart& part, int columns) const {
  static const std::vector<HeadlineFit> none(1);
  if (part.runs_on()) return none;
  auto& cache = part.turn() ? material_->turn_fits : material_->fits;
  auto [fits, unset] = cache.try_emplace(columns);
  if (unset) fits->second = headline_fits(context_, columns, part.turn());
  return fits->second;
}

namespace {

bool has_directory(const Article& article) {
  return article.genre == Genre::Listing &&
         std::any_of(article.body.begin(), article.body.end(), [](const Block& block) {
           return std::holds_alternative<Directory>(block.body);
         });
}

// The fewest columns, up to `most`, in which a directory is no deeper than in those: more only part
// its names from its numbers.
template <typename RowsAt>
int needed_span(int most, RowsAt rows_at) {
  int span = most;
  while (span > 1 && rows_at(span - 1) <= rows_at(most)) --span;
  return span;
}

}  // namespace

// Remembered: every rectangle of that width is filled in one of these.
const Story::Forms& Story::forms(const StoryPart& part, const Places& places) const {
  const int w = places.w, columns = places.columns, max_rows = places.max_rows;
  const BookedCorner& corner = places.corner;
  const Weights& weights = context_.all.weights;
  const bool may_jump = part.continued_on > 0 && (context_.all.knobs.jumps || part.asked_to_jump);
  const FormsKey key{part.from.block,
                     part.from.line,
                     part.continued_from,
                     may_jump,
                     part.has_to_jump,
                     part.over_gutter,
                     part.head_drop,
                     {w, columns, max_rows},
                     {corner.columns, corner.rows, corner.head, corner.left}};
  const auto [found, fresh] = material_->forms.try_emplace(key);
  Forms& forms = found->second;
  if (!fresh) return forms;
  if (corner.any() && !may_be_dog_leg()) return forms;
  forms.copy = article().genre == Genre::Listing ? 0 : natural_rows(galley(w), part.from);
  forms.may_lift = may_lift(forms.copy);
  const bool tightens = forms.copy > 0 && context_.all.knobs.looseness;
  forms.shorter = tightens ? rows_to_spare(galley(w), part.from) : 0;
  // Beside a corner at the head it stands over the other columns.
  const int over = corner.head ? w - corner.columns : w;
  const int liked = ideal_span(article(), columns);
  const auto rows_at = [&](int span) { return material_->listing(context_, span).rows; };
  const double ideal = has_directory(article()) ? needed_span(liked, rows_at) : liked;
  const double span_cost =
      span_weight(weights, article(), part.turn()) * std::abs(w - ideal) / ideal +
      (corner.any() ? weights.dog_leg : 0) + (w == 1 ? cost_of_one_column() : 0) +
      illegible_cost(part, w);
  const std::vector<PictureSpan> spans = pictures(part, over, columns, max_rows);
  for (const HeadlineFit& fit : headlines(part, over)) {
    for (const PictureSpan& picture : spans) {
      for (const bool jumps : {false, true}) {
        if (jumps ? !may_jump : part.has_to_jump) continue;
        LeafVariant v;
        v.headline_rows = fit.step_rows, v.short_headline = fit.short_form;
        v.headline_lines = static_cast<int>(fit.lines.size());
        v.picture_columns = picture.columns, v.picture_rows = picture.rows;
        v.jumps = jumps;
        v.corner = corner;
        if (jumps && is_gallery(w)) continue;
        const Geometry g = is_gallery(w) ? head_geometry(part, w, max_rows, v, false)
                                         : geometry(part, w, max_rows, v, false);
        if (!g.possible) continue;
        v.cost = fit.cost + picture.cost + span_cost;
        Room room = room_in(g, max_rows, corner);
        if (is_gallery(w)) room.gallery = gallery_top(g, w);
        forms.list.push_back({v, room});
      }
    }
  }
  return forms;
}

// Its legs lose what they lose: what is asked for more is not heeded.
template <typename Take>
void Story::each_gallery_choice(const Places& places, const Forms& forms, Take take) const {
  for (const Form& form : forms.list) {
    const bool with_lead = form.variant.picture_rows == 0;
    for (int h = std::max(places.first, form.room.gallery.foot); h <= places.last; ++h) {
      const GalleryWay way = gallery_way(form.room.gallery, places.w, h, forms.copy, with_lead);
      if (way.cost >= kImpossible) continue;
      ShapeChoice choice{form.variant.cost + way.cost, form.variant};
      choice.variant.cost = choice.cost;
      take(h, choice);
    }
  }
}

// Calls take(h, choice) for every way of the part to fill the places. A quote that cannot make it
// cost less than take.limit(h) is not looked for.
template <typename Take>
void Story::each_choice(const StoryPart& part, const Places& places, Take take) const {
  const int w = places.w;
  const Weights& weights = context_.all.weights;
  const bool listing = article().genre == Genre::Listing;
  const Forms& all = forms(part, places);
  if (is_gallery(w)) return each_gallery_choice(places, all, take);
  const int copy = all.copy;
  const double tolerance = slack_tolerance(weights, copy, w);
  // What the editor asked to jump has copy enough.
  const bool may_lift = all.may_lift && !part.asked_to_jump;
  const int miss = static_cast<int>(tolerance * kQuoteLeaves);
  for (const Form& form : all.list) {
    const Room& room = form.room;
    ShapeChoice choice;
    LeafVariant& v = choice.variant = form.variant;
    const int shorter = part.reserve > 0 ? 0 : all.shorter;
    const int needed = v.jumps ? kJumpLeast + 1 : copy + part.reserve - shorter;
    const int least_h =
        std::max({room.top_rows + std::max(room.foot_rows, room.middle),
                  room.head_rows + (v.jumps ? 1 : 0) + (room.area + needed + w - 1) / w,
                  v.corner.head ? v.corner.rows + kLeastOfDogLeg : 1});
    for (int h = std::max(places.first, least_h); h <= places.last; ++h) {
      const int rows = w * (h - room.head_rows) - room.area;
      if (v.jumps && copy - (rows - 1) < kTurnLeast) break;
      choice.cost = form.variant.cost;
      if (v.jumps)
        choice.cost += part.asked_to_jump ? 0 : weights.jump;
      else if (listing)
        choice.cost += weights.slack * square((h - least_h) / weights.listing_tolerance);
      else if (rows < copy)
        choice.cost += weights.shortened_row * (copy - rows);
      else
        choice.cost += slack_cost(weights, rows - copy, tolerance);
      const double legs = copy > 0 ? leg_cost(room, v, copy, w, h) : 0;
      choice.cost += legs;
      v.cost = choice.cost;
      take(h, choice);
      const int free = rows - copy;
      if (!may_lift || v.jumps || free < 0 || free > kMostLifted ||
          slack_cost(weights, free, tolerance) <= weights.lifted_quote)
        continue;
      const double without_white = form.variant.cost + legs + weights.lifted_quote;
      if (without_white >= take.limit(h)) continue;
      const QuoteWay* way = quote_for(room, w, h, {free - miss, free - part.reserve - kLostAbove});
      if (!way) continue;
      v.quote = way->quote;
      choice.cost = without_white + slack_cost(weights, free - way->area(), tolerance);
      v.cost = choice.cost;
      take(h, choice);
      v.quote = {};
    }
  }
}

double Story::leg_cost(const Room& room, const LeafVariant& v, int copy, int w, int h) const {
  const Weights& weights = context_.all.weights;
  double cost = 0;
  const int least = kLeastLeg * line_rows_;
  const int under_head = h - room.head_rows;
  const int leg = h - room.top_rows - room.foot_rows;
  if (w > 1 && (under_head < least || (!v.jumps && copy < least * w))) cost += weights.short_leg;
  if (v.picture_rows > 0 && v.picture_columns < w && leg < kLeastLeg) cost += weights.under_picture;
  if (under_head > weights.most_leg) cost += weights.long_leg;
  return cost;
}

// A filler is short enough for its legs to be counted beforehand.
int Story::most_span(int columns) const {
  if (article().genre != Genre::Filler) return columns;
  return std::min(columns, std::clamp(rows() / kLeastLeg, 1, kFillerSpan));
}

namespace {

// Keeps the cheapest way for each depth.
struct CheapestByDepth {
  ShapeChoice* first;  // of depth 0

  double limit(int h) const { return first[h].cost; }
  void operator()(int h, const ShapeChoice& choice) const {
    if (choice.cost < first[h].cost) first[h] = choice;
  }
};

struct AllWays {
  std::vector<ShapeChoice>& list;

  static double limit(int) { return kImpossible; }
  void operator()(int, const ShapeChoice& choice) const { list.push_back(choice); }
};

}  // namespace

ShapeTable Story::shapes(const StoryPart& part, int columns, int max_rows) const {
  if (article().genre == Genre::Panel) return panel_shapes(context_, columns, max_rows);
  ShapeTable table(columns, max_rows);
  for (int w = 1; w <= most_span(columns); ++w) {
    each_choice(part, {w, columns, max_rows, 1, max_rows}, CheapestByDepth{&table.at(w, 0)});
  }
  return table;
}

std::vector<ShapeChoice> Story::dog_legs(const StoryPart& part, int w, int max_rows,
                                         const BookedCorner& corner) const {
  std::vector<ShapeChoice> best;
  if (!may_be_dog_leg()) return best;
  best.resize(static_cast<std::size_t>(max_rows) + 1);
  each_choice(part, {w, w, max_rows, 1, max_rows, corner}, CheapestByDepth{best.data()});
  const bool never = std::all_of(
      best.begin(), best.end(), [](const ShapeChoice& shape) { return shape.cost == kImpossible; });
  if (never) best.clear();
  return best;
}

std::vector<ShapeChoice> Story::choices(const StoryPart& part, int w, int h, int columns,
                                        int max_rows, const BookedCorner& corner) const {
  std::vector<ShapeChoice> out;
  if (article().genre == Genre::Panel) {
    const ShapeChoice choice = panel_shapes(context_, columns, max_rows).at(w, h);
    if (choice.cost < kImpossible) out.push_back(choice);
    return out;
  }
  if (w > most_span(columns)) return out;
  each_choice(part, {w, columns, max_rows, h, h, corner}, AllWays{out});
  std::stable_sort(out.begin(), out.end(),
                   [](const ShapeChoice& a, const ShapeChoice& b) { return a.cost < b.cost; });
  return out;
}

}  // namespace forme
