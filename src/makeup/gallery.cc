#include "makeup/gallery.h"

#include <algorithm>

#include "makeup/picture_cost.h"
#include "makeup/set_figure.h"
#include "makeup/story.h"

namespace forme {
namespace {

constexpr int kColumnsUnasked = 2;  // of a picture that the editor gave none

}  // namespace

int gallery_columns(const Figure& figure, int columns) {
  const int asked = figure.columns_min > 0 ? figure.columns_min : kColumnsUnasked;
  return std::min(asked, columns);
}

double gallery_span_cost(const Weights& weights, const Figure& figure, int columns, int of) {
  const int least = gallery_columns(figure, of);
  const int most = std::max(least, std::min(figure.columns_max, of));
  const int off = std::max(least - columns, columns - most);
  if (off <= 0) return 0;
  return figure.columns_min > 0 ? weights.asked_span * off * off : weights.picture_span * off;
}

GalleryPicture gallery_picture(const StoryContext& context, const Figure& figure, int columns) {
  GalleryPicture picture;
  picture.figure = &figure;
  for (int k = 1; k <= columns; ++k) {
    const PictureDepths depths = picture_depths(context, figure, k);
    GalleryPicture::Span span;
    span.least = depths.least;
    span.caption = set_caption(context, figure, context.grid().width(k)).rows + 1;
    for (int rows = depths.least; rows <= depths.most; ++rows) {
      span.costs.push_back(
          gallery_span_cost(context.all.weights, figure, k, context.grid().columns) +
          picture_cost(context, figure, depths, k, rows));
    }
    picture.spans.push_back(std::move(span));
  }
  return picture;
}

GalleryBands::GalleryBands(std::vector<GalleryPicture> pictures, int columns, int rows,
                           double white, bool backward)
    : pictures_(std::move(pictures)),
      columns_(columns),
      rows_(rows),
      white_(white),
      backward_(backward),
      ways_((pictures_.size() + 1) * static_cast<std::size_t>(rows + 1), Way{kImpossible}) {
  if (backward_) std::reverse(pictures_.begin(), pictures_.end());
  way(0, 0).cost = 0;
  for (std::size_t count = 0; count < pictures_.size(); ++count) add_bands_after(count);
}

// Every way to part the width is tried: a picture ends on its last column, and on any other or not.
void GalleryBands::add_bands_after(std::size_t count) {
  const unsigned last = 1U << (columns_ - 1);
  for (unsigned ends = last; ends < last * 2; ++ends) {
    const std::vector<int> spans = spans_of(ends);
    if (count + spans.size() <= pictures_.size()) add_band(count, ends, spans);
  }
}

std::vector<int> GalleryBands::spans_of(unsigned ends) const {
  std::vector<int> spans;
  int columns = 0;
  for (int c = 0; c < columns_; ++c) {
    ++columns;
    if ((ends >> c & 1U) == 0) continue;
    spans.push_back(columns);
    columns = 0;
  }
  return spans;
}

namespace {

const GalleryPicture::Span& span_of(const GalleryPicture& picture, int columns) {
  return picture.spans[static_cast<std::size_t>(columns - 1)];
}

}  // namespace

double GalleryBands::cost_of_band(std::size_t first, const std::vector<int>& spans,
                                  int rows) const {
  double cost = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const GalleryPicture::Span& span = span_of(pictures_[first + i], spans[i]);
    const int deep = std::min(rows, span.most());
    cost +=
        span.costs[static_cast<std::size_t>(deep - span.least)] + white_ * spans[i] * (rows - deep);
  }
  return cost;
}

void GalleryBands::add_band(std::size_t count, unsigned ends, const std::vector<int>& spans) {
  int least = 0, most = 0, caption = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const GalleryPicture::Span& span = span_of(pictures_[count + i], spans[i]);
    least = std::max(least, span.least), most = std::max(most, span.most());
    caption = std::max(caption, span.caption);
  }
  for (int rows = least; rows <= most && rows + caption <= rows_; ++rows) {
    const double cost = cost_of_band(count, spans, rows);
    const int depth = rows + caption;
    for (int above = 0; above + depth <= rows_; ++above) {
      const double sum = way(count, above).cost + cost;
      Way& all = way(count + spans.size(), above + depth);
      if (sum < all.cost) all = {sum, spans.size(), ends, rows, depth};
    }
  }
}

std::vector<GalleryPlace> GalleryBands::places(std::size_t count, int rows) const {
  std::vector<GalleryPlace> out;
  int foot = rows;
  while (count > 0) {
    const Way& band = way(count, foot);
    foot -= band.depth, count -= band.pictures;
    const std::vector<int> spans = spans_of(band.ends);
    int column = 0;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const GalleryPicture& picture = pictures_[count + i];
      const int deep = std::min(band.rows, span_of(picture, spans[i]).most());
      out.push_back({picture.figure, column, spans[i], foot, deep, band.depth});
      column += spans[i];
    }
  }
  if (!backward_) return out;
  // What was reckoned from the last picture up is turned about.
  for (GalleryPlace& place : out) {
    place.column = columns_ - place.column - place.columns;
    place.row = rows - place.row - place.depth;
  }
  return out;
}

}  // namespace forme
