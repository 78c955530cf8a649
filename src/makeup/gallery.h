#pragma once

#include <cstddef>
#include <vector>

#include "makeup/context.h"

namespace forme {

// The pictures of a story that has more of these than copy stand in bands, one band under another:
// side by side they fill the width, and those of a band are as deep as one another as far as their
// crop allows.

// One of them: what it costs by columns and rows, in the units of Weights.
struct GalleryPicture {
  struct Span {
    int least = 0;              // rows of the picture
    int caption = 0;            // rows under it, with the free one
    std::vector<double> costs;  // of `least` rows and more
    int most() const { return least + static_cast<int>(costs.size()) - 1; }
  };
  const Figure* figure = nullptr;
  std::vector<Span> spans;  // of one column and more
};
// `columns`: the most that it may have. What it asks for itself is kept at a cost.
GalleryPicture gallery_picture(const StoryContext& context, const Figure& figure, int columns);
// Columns that a picture of a gallery is to have.
int gallery_columns(const Figure& figure, int columns);
// What it costs that it has `columns`; its crop apart.
double gallery_span_cost(const Weights& weights, const Figure& figure, int columns, int of);

// Where a picture stands, from the top left corner of its bands.
struct GalleryPlace {
  const Figure* figure = nullptr;
  int column = 0, columns = 1, row = 0, rows = 0;  // `rows`: of the picture alone
  int depth = 0;                                   // of its band, the free row under it included
};

// The cheapest bands of the first pictures of a list, of any number, for every depth.
class GalleryBands {
 public:
  // Over `columns`; depths up to `rows`. `white`: what a free column row under a picture costs that
  // is shallower than its band. `backward`: the bands hold the last pictures of the list.
  // REQUIRES: every picture has spans up to `columns`.
  GalleryBands(std::vector<GalleryPicture> pictures, int columns, int rows, double white,
               bool backward);

  int rows() const { return rows_; }
  // Of `count` pictures in exactly so many rows; kImpossible: there is no such way.
  double cost(std::size_t count, int rows) const { return way(count, rows).cost; }
  // In the order of the list. REQUIRES: cost(count, rows) < kImpossible.
  std::vector<GalleryPlace> places(std::size_t count, int rows) const;

 private:
  // The last band of the cheapest way: how many pictures it has, the columns of each as a bit for
  // each column that one ends on, and its depths.
  struct Way {
    double cost = 0;
    std::size_t pictures = 0;
    unsigned ends = 0;
    int rows = 0, depth = 0;
  };
  Way& way(std::size_t count, int rows) {
    return ways_[count * static_cast<std::size_t>(rows_ + 1) + static_cast<std::size_t>(rows)];
  }
  const Way& way(std::size_t count, int rows) const {
    return const_cast<GalleryBands*>(this)->way(count, rows);
  }
  void add_bands_after(std::size_t count);
  void add_band(std::size_t count, unsigned ends, const std::vector<int>& spans);
  double cost_of_band(std::size_t first, const std::vector<int>& spans, int rows) const;
  std::vector<int> spans_of(unsigned ends) const;

  std::vector<GalleryPicture> pictures_;
  int columns_, rows_;
  double white_;
  bool backward_;
  std::vector<Way> ways_;
};

}  // namespace forme
