#pragma once

#include <array>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "makeup/context.h"
#include "makeup/galley_builder.h"
#include "makeup/headline.h"
#include "makeup/lifted_quotes.h"
#include "makeup/plan.h"

namespace forme {

struct Inset;        // inset.h
struct QuoteDepth;   // set_pull_quote.h
class GalleryBands;  // gallery.h

inline constexpr double kImpossible = std::numeric_limits<double>::infinity();

// What a shape costs and the choices that make it so.
struct ShapeChoice {
  double cost = kImpossible;
  LeafVariant variant;
};

// Costs of one item over every rectangle: at(w, h), w columns from 1, h rows from 1.
class ShapeTable {
 public:
  ShapeTable(int columns, int rows)
      : columns_(columns),
        rows_(rows),
        cells_(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows + 1)) {}
  ShapeChoice& at(int w, int h) { return cells_[place(w, h)]; }
  const ShapeChoice& at(int w, int h) const { return const_cast<ShapeTable*>(this)->at(w, h); }
  // Of a rectangle among all.
  std::size_t place(int w, int h) const {
    return static_cast<std::size_t>(w - 1) * static_cast<std::size_t>(rows_ + 1) +
           static_cast<std::size_t>(h);
  }
  std::size_t size() const { return cells_.size(); }
  int columns() const { return columns_; }
  int rows() const { return rows_; }

 private:
  int columns_, rows_;
  std::vector<ShapeChoice> cells_;
};

// What part of a story a leaf carries, and how it stands on its page.
struct StoryPart {
  GalleyPlace from;            // zero: the story opens here
  int continued_from = 0;      // page, on a turn
  int continued_on = 0;        // page, when it jumps from here
  double head_drop = 0;        // rows that the head stands lower
  bool asked_to_jump = false;  // the editor's word: the jump costs nothing
  bool over_gutter = false;    // the pages of its jump face each other: its copy runs on over both
  bool has_to_jump = false;    // it is to stand on both pages, though one might hold it
  int reserve = 0;  // rows more than the copy's that its shapes must hold: what real legs lost
  bool turn() const { return continued_from > 0; }
  // It needs no head: a reader comes to it over the gutter.
  bool runs_on() const { return turn() && over_gutter; }
};

// A leaf made up: items from the leaf's top left corner, or its top right one in a paper that is
// read from the right.
struct ComposedLeaf {
  std::vector<DisplayItem> items;
  bool fits = false;
  std::vector<int> legs;  // lines per leg, from the left
  int free_rows = 0;
  int overset = 0;      // rows of copy that did not fit
  GalleyPlace reached;  // where the copy was cut, when it jumps
  std::vector<FilledLeg> spaces;
  GridRect lifted{0, 0, 0, 0};  // where a lifted quote stands, from the leaf's top left corner
};

// An article as material for make-up: its galleys and heads, set once for each measure.
class Story {
 public:
  explicit Story(StoryContext context);
  ~Story();
  Story(Story&&) noexcept;

  const Article& article() const { return context_.article(); }
  const StoryContext& context() const { return context_; }
  // Rows of copy from `from` to the end, at the body measure; in a story of one column panels and
  // the like stand among them.
  int rows(GalleyPlace from = {}, int columns = 2) const;
  // Of its paragraphs and letters alone, without what stands among them and between them.
  int paragraph_rows() const;
  // The words of a quote that was lifted out of its copy; none where the copy is another now and
  // has no such sentence.
  std::string words_of(const LiftedQuote& quote) const;

  // Columns that a figure of it has in the leaf, where the story opens.
  // REQUIRES: `block` is a block of the article that holds a figure.
  int columns_of(const Block& block, const PlanLeaf& leaf) const;

  // Every rectangle that holds the part, with its cheapest choices. A part that jumps takes what
  // there is room for; at least kJumpLeast rows stay and kTurnLeast go on.
  ShapeTable shapes(const StoryPart& part, int columns, int max_rows) const;
  // Every way to fill one of those rectangles, or the rest of it beside a corner, the cheapest
  // first.
  std::vector<ShapeChoice> choices(const StoryPart& part, int w, int h, int columns, int max_rows,
                                   const BookedCorner& corner = {}) const;
  // The cheapest ways of the part to stand as a dog-leg in rectangles of `w` columns with that
  // corner, by their rows from 0; empty where it never does. What is more than copy and a picture
  // does not, nor what is read against the paper.
  std::vector<ShapeChoice> dog_legs(const StoryPart& part, int w, int max_rows,
                                    const BookedCorner& corner) const;
  // Legs run from the left, or from the right in an article whose language does. Without `draw` the
  // leaf has no items: how its legs come out is all that is found, and whether it holds its copy,
  // not how much is over.
  ComposedLeaf compose(const StoryPart& part, int w, int h, const LeafVariant& variant,
                       bool draw = true) const;

 private:
  ComposedLeaf compose_from_start(const StoryPart& part, int w, int h, const LeafVariant& variant,
                                  bool draw) const;
  int rows_to_fill(const StoryPart& part, int w, int h, const LeafVariant& v) const;
  static void leave_white(ComposedLeaf& leaf, int w, int rows, int h);
  struct Material;
  struct Geometry;
  struct Room;
  // The lead picture: columns and rows, and what they cost.
  struct PictureSpan {
    int columns = 0, rows = 0;
    double cost = 0;
  };
  std::vector<PictureSpan> pictures(const StoryPart& part, int w, int columns, int max_rows) const;
  double illegible_cost(const StoryPart& part, int w) const;
  static void keep_best_span(std::vector<PictureSpan>& spans);
  static void note_room_around(Room& room, const Geometry& g, int max_rows);
  static Room room_in(const Geometry& g, int max_rows, const BookedCorner& corner);
  double leg_cost(const Room& room, const LeafVariant& v, int copy, int w, int h) const;
  int most_span(int columns) const;
  // Rectangles that are looked at: `w` columns and from `first` to `last` rows of a page of
  // `columns` by `max_rows`, with a corner that is booked or without.
  struct Places {
    int w = 1, columns = 1, max_rows = 1, first = 1, last = 1;
    BookedCorner corner{};
  };
  const std::vector<HeadlineFit>& headlines(const StoryPart& part, int columns) const;
  struct Form;
  struct Forms;
  const Forms& forms(const StoryPart& part, const Places& places) const;
  template <typename Take>
  void each_choice(const StoryPart& part, const Places& places, Take take) const;
  bool may_be_dog_leg() const;
  static void leave_corner(Geometry& g, int w, int h, const BookedCorner& corner);
  Geometry geometry(const StoryPart& part, int w, int h, const LeafVariant& variant,
                    bool draw) const;
  Geometry head_geometry(const StoryPart& part, int w, int h, const LeafVariant& variant,
                         bool draw) const;
  void rule_gutters(ComposedLeaf& leaf, const Geometry& g) const;
  FlowResult break_legs(ComposedLeaf& leaf, const StoryPart& part, int w,
                        const std::vector<LegSpace>& spaces, bool draw) const;
  void fall(ComposedLeaf& leaf, const StoryPart& part, int w,
            const std::vector<LegSpace>& spaces) const;
  void place_listing(Geometry& g, int w, int h, bool draw) const;
  void place_opened(Geometry& g, int w, int h, bool draw) const;
  void place_at_foot(Geometry& g, const std::vector<int>& blocks, int w, int h, bool draw) const;
  bool place_in_middle(Geometry& g, int index, int w, bool draw) const;
  bool place_round(Geometry& g, int index, int w, bool draw) const;
  void place_opened_block(Geometry& g, const Inset& placed, const SetBlock& set, bool draw) const;
  const SetBlock& opened_block(int index, int columns) const;
  // A quote to lift out of its copy: rows that it takes with the one above it.
  struct QuoteWay {
    LiftedQuote quote{};
    int rows = 0;
    int area() const { return quote.columns * rows; }
  };
  // Column rows that a quote is to fill.
  struct Fill {
    int least = 0, most = 0;
  };
  bool may_lift(int copy) const;
  const std::vector<QuoteWay>& quote_ways(int w) const;
  const QuoteWay* quote_for(const Room& room, int w, int h, Fill fill) const;
  const std::vector<LiftedSentence>& sentences() const;
  const SetBlock& lifted(const LiftedQuote& quote) const;
  const QuoteDepth& depth_of(const LiftedQuote& quote) const;
  double row_of(const LiftedQuote& quote, const StoryPart& part) const;
  void place_lifted(Geometry& g, const StoryPart& part, int w, const LeafVariant& variant,
                    bool draw) const;
  const Galley& galley(int w) const;

  // ---- a story of more pictures than copy: gallery.h
  struct Gallery;
  // What of the columns beside the lead picture is free: so many columns from the left, between two
  // rows.
  struct GalleryTop {
    int columns = 0, row = 0, foot = 0;
  };
  // How it fills a rectangle: pictures under the copy beside the lead, and their rows; the row at
  // which the bands begin.
  struct GalleryWay {
    double cost = kImpossible;
    std::size_t stacked = 0;
    int stack_rows = 0, bands = 0;
  };
  void find_gallery(int copy) const;
  bool is_gallery(int w) const;
  // The picture under the headline of a story of `w` columns; nullptr: none.
  const Figure* lead(int w) const;
  int columns_in_gallery(const Figure& figure, const PlanLeaf& leaf) const;
  double cost_of_one_column() const;
  const GalleryBands& gallery_bands(int columns, bool with_lead) const;
  const GalleryBands& gallery_stack(int columns) const;
  static GalleryTop gallery_top(const Geometry& g, int w);
  double gallery_copy_cost(int room, int legs, int copy) const;
  GalleryWay gallery_way(const GalleryTop& top, int w, int h, int copy, bool with_lead) const;
  const std::vector<GalleryWay>& gallery_stacks(const GalleryTop& top, int copy) const;
  void place_gallery(Geometry& g, int w, int h, int copy, bool with_lead, bool draw) const;
  template <typename Take>
  void each_gallery_choice(const Places& places, const Forms& forms, Take take) const;

  StoryContext context_;
  int line_rows_;  // of a line of its copy
  std::unique_ptr<Material> material_;
};

// Columns that an article likes to have on a page of so many.
int ideal_span(const Article& article, int columns);

// Rows of copy before and after a jump.
inline constexpr int kJumpLeast = 30, kTurnLeast = 45;

}  // namespace forme
