#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "makeup/gallery.h"
#include "makeup/inset.h"
#include "makeup/set_listing.h"
#include "makeup/set_pull_quote.h"
#include "makeup/story.h"

namespace forme {

// Where the parts of a story stand in a rectangle; shared by the sources of Story.
struct Story::Geometry {
  bool possible = true;
  int lacks = 0;  // rows that what stands outside the copy has too few, where it is not
  double cost = 0;
  int head_rows = 0;
  std::vector<DisplayItem> items;  // of the head
  std::vector<Inset> insets;       // rows from the leaf's top
  GridRect lifted{0, 0, 0, 0};     // a lifted quote among those
  std::vector<PlacedRound> rounds;
  std::vector<GalleryPlace> gallery;  // pictures of a gallery among the insets
  double lost = 0;                    // rows of the measure that copy loses beside them
  std::vector<LegSpace> spaces;
  int body_top = 0;
};

// What of a rectangle's rows is taken before the copy comes.
struct Story::Room {
  int head_rows = 0;
  int area = 0;                   // column rows of what stands among the copy
  int top_rows = 0;               // rows of the head and of what stands under it
  int foot_rows = 0, middle = 0;  // rows of what stands at the foot and in the middle
  // Least rows of a rectangle beside those of a quote that is lifted into one leg, or over two.
  int around_one = kNoRoom, around_wide = kNoRoom;
  static constexpr int kNoRoom = 100'000;
  GalleryTop gallery{};
};

// The ways of a part to stand in rectangles of one width, whatever their depth: choices, and in
// the variant's cost what they cost so far.
struct Story::Form {
  LeafVariant variant;
  Room room;
};
struct Story::Forms {
  int copy = 0;           // rows
  int shorter = 0;        // that tighter paragraphs may save of them
  bool may_lift = false;  // a quote
  std::vector<Form> list;
};
// What these depend on: block and line where the part begins, the page that it comes from, whether
// it may and has to jump and runs over the gutter, head drop; columns, and the page's columns and
// rows; the corner.
using FormsKey = std::tuple<std::size_t, int, int, bool, bool, bool, double, std::array<int, 3>,
                            std::array<int, 4>>;

// What the fall of a story's legs depends on: where its part begins, whether it jumps and how wide
// it is; each leg's column, row below the first, rows, and whether it may open and something stands
// into it; then left edge and width of each of its rows.
using LegsKey = std::pair<std::array<int, 4>, std::vector<std::array<std::int64_t, 4>>>;

struct Story::Gallery {
  const Figure* lead = nullptr;
  std::vector<GalleryPicture> pictures;                // the lead first
  std::map<std::pair<int, bool>, GalleryBands> bands;  // by columns, and whether the lead is there
  std::map<int, GalleryBands> stacks;                  // by columns
  std::map<std::array<int, 4>, std::vector<GalleryWay>> beside;  // by GalleryTop and rows of copy
};

// What is set once, for each measure.
struct Story::Material {
  std::optional<Galley> inline_galley, open_galley;
  std::map<int, std::vector<HeadlineFit>> fits, turn_fits;
  std::map<int, int> caption_rows;
  std::map<std::pair<int, int>, SetBlock> blocks;    // (number of outside_block, columns) → set
  std::map<std::pair<int, int>, RoundPiece> rounds;  // the same, of what copy flows round
  std::map<int, SetBlock> wide;                      // a listing's whole body, by columns
  std::vector<int> opened;  // what stands outside the flow: see outside_block
  std::optional<Gallery> gallery;
  std::optional<bool> may_be_dog_leg;
  std::map<std::array<int, 5>, SetBlock> heads;    // parts of the head, by part and its choices
  std::map<std::pair<int, int>, SetBlock> lifted;  // by sentence and columns
  std::map<std::pair<int, int>, QuoteDepth> lifted_depths;  // the same, with the row above it
  std::map<int, std::vector<QuoteWay>> quote_ways;          // by columns of the story
  std::map<FormsKey, Forms> forms;
  std::map<LegsKey, ComposedLeaf> fallen;  // legs as they come out

  // A listing's whole body over `w` columns.
  const SetBlock& listing(const StoryContext& context, int w) {
    const auto [found, fresh] = wide.try_emplace(w);
    if (fresh) found->second = set_listing(context, w);
    return found->second;
  }
};

// The picture under the headline; nullptr: none.
const Figure* lead_figure(const Article& article);
// A figure of the head beside that one; nullptr: the block is none, or is not on the pages.
const Figure* further_figure(const Article& article, const Block& block);
// What may stand outside the copy, by number: the blocks of the body, then those of the head.
const Block& outside_block(const Article& article, int number);

}  // namespace forme
