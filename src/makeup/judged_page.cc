#include "makeup/judged_page.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "content/visit_blocks.h"
#include "makeup/page_holes.h"
#include "makeup/picture_cost.h"
#include "makeup/story.h"

namespace forme {
namespace {

constexpr Length kHang = 3_pt;  // of what hangs out of a leaf

// Roles whose lines rest an eye that comes down a leg.
bool rests(LeafRole role) {
  switch (role) {
    case LeafRole::Paragraph:
    case LeafRole::Signature:
    case LeafRole::Place:
    case LeafRole::Note:
    case LeafRole::Footnote:
    case LeafRole::Correction:
    case LeafRole::Previously:
    case LeafRole::Byline:
    case LeafRole::Dateline:
      return false;
    default:
      return true;
  }
}

// Points of a page as columns and rows of its plan, which count from the side that it is read from.
class PageGrid {
 public:
  explicit PageGrid(const Layout& layout) : layout_(layout) {}

  Rect box_of(const GridRect& box) const {
    const Grid& grid = layout_.grid;
    const Length width = grid.width(box.w);
    Length left = grid.left(box.x);
    if (layout_.from_right) left = layout_.trim.width - left - width;
    return {left, grid.top(box.y), width, grid.row * box.h};
  }
  // The columns and rows that a rectangle stands in, by the middles of these.
  GridRect cells_of(const Rect& box) const {
    GridRect cells{0, 0, 0, 0};
    int right = 0;
    for (int column = 0; column < layout_.grid.columns; ++column) {
      const Rect at = box_of({column, 0, 1, 1});
      const Length middle = at.x + at.width / 2;
      if (middle < box.x || middle > box.right()) continue;
      if (right == 0) cells.x = column;
      right = column + 1;
    }
    cells.w = right == 0 ? 0 : right - cells.x;
    cells.y = row_at(box.y + layout_.grid.row / 2);
    cells.h = row_at(box.bottom() + layout_.grid.row / 2) - cells.y;
    return cells;
  }
  // The row that a height lies in.
  int row_at(Length y) const {
    return static_cast<int>(std::floor((y - layout_.grid.top(0)) / layout_.grid.row));
  }
  // Which of the layout's steps has lines so deep, 1 the smallest; 0 of none.
  int step_of(int rows) const {
    int step = 0;
    if (rows == 0) return step;
    for (const HeadlineStep& other : layout_.headline_steps) step += other.rows <= rows;
    return std::max(step, 1);
  }

 private:
  const Layout& layout_;
};

bool stands_in(const Rect& box, Point at) {
  return at.x >= box.x - kHang && at.x <= box.right() + kHang && at.y >= box.y - kHang &&
         at.y <= box.bottom() + kHang;
}

// Reads the facts of one leaf.
class LeafReader {
 public:
  LeafReader(const PlanLeaf& leaf, const DisplayPage& page, const Issue& issue,
             const Layout& layout)
      : leaf_(leaf), page_(page), issue_(issue), layout_(layout), grid_(layout) {
    if (!leaf.ids.empty()) article_ = issue.article(leaf.ids.front());
    facts_.kind = leaf.kind;
    facts_.box = leaf.box;
    facts_.corner = leaf.variant.corner;
    if (!leaf.ids.empty()) facts_.story = leaf.ids.front();
  }

  JudgedLeaf read() {
    if (!carries_copy(leaf_.kind) || !article_) return facts_;
    facts_.legs = leaf_.spaces;
    facts_.free_rows = leaf_.free_rows;
    facts_.overset = leaf_.overset;
    facts_.jumps = leaf_.continued_on > 0 && !leaf_.over_gutter;
    if (const GridRect& q = leaf_.lifted; q.h > 0) {
      facts_.has_lifted_quote = true;
      facts_.resting.push_back({leaf_.box.x + q.x, leaf_.box.y + q.y, q.w, q.h});
    }
    const bool opens = leaf_.continued_from == 0;
    if (is_story()) {
      facts_.step = grid_.step_of(leaf_.variant.headline_rows);
      if (opens) facts_.ideal_span = ideal_span(*article_, layout_.grid.columns);
      if (opens && article_->genre != Genre::Filler) facts_.priority = article_->priority;
    }
    note_items();
    return facts_;
  }

 private:
  // Letters, listings, nibs and calls have titles and labels, which no story's headline is held
  // against.
  bool is_story() const { return leaf_.kind == LeafKind::Story; }

  void note_items() {
    const Rect box = grid_.box_of(leaf_.box);
    int furniture = 0;
    for (const DisplayItem& item : page_.items) {
      if (const auto* picture = std::get_if<PictureItem>(&item)) {
        const Point middle{picture->box.x + picture->box.width / 2,
                           picture->box.y + picture->box.height / 2};
        if (stands_in(box, middle)) note_picture(*picture);
      } else if (const auto* line = std::get_if<LineItem>(&item)) {
        if (!stands_in(box, line->origin)) continue;
        if (line->text.leaf == kNoLeaf) {
          // On a turn the line that says where from comes first, then the headline.
          const int n = furniture++;
          if (leaf_.continued_from > 0 && n >= 1 && n <= leaf_.variant.headline_lines)
            note_headline(*line);
        } else {
          note_line(*line);
        }
      }
    }
  }

  void note_picture(const PictureItem& item) {
    const GridRect cells = grid_.cells_of(item.box);
    facts_.resting.push_back(cells);
    facts_.pictures.push_back(cells);
    const double cut = 1 - std::min(item.crop_width, item.crop_height);
    double allowed = kLeastCrop;
    visit_blocks(*article_, [&](const Block& block) {
      const auto* figure = std::get_if<Figure>(&block.body);
      if (figure && figure->source == item.source) allowed = std::max(allowed, figure->crop);
    });
    facts_.crops.push_back(cut / allowed);
  }

  void note_line(const LineItem& line) {
    const Article& article = issue_.articles[line.text.article];
    if (article.id != article_->id) return;  // of a column of nibs the first has the heading
    const LeafRole role = article.leaves[line.text.leaf].role;
    if (is_story() &&
        (line.text.leaf == article.headline || line.text.leaf == article.short_headline)) {
      note_headline(line);
    } else if (rests(role)) {
      const Rect at{line.origin.x, line.origin.y - layout_.grid.row, line.width, layout_.grid.row};
      facts_.resting.push_back(whole_columns(grid_.cells_of(at)));
    }
  }

  // A line that is short still stands in its column.
  GridRect whole_columns(GridRect cells) const {
    if (cells.w == 0) cells.x = leaf_.box.x, cells.w = leaf_.box.w;
    return cells;
  }

  void note_headline(const LineItem& line) {
    const BookedCorner& corner = leaf_.variant.corner;
    const int columns = leaf_.box.w - (corner.head ? corner.columns : 0);
    const Length measure = layout_.grid.width(columns);
    facts_.headline_lines.push_back(line.width / measure);
    const int foot = grid_.row_at(line.origin.y) + 1;
    const int top = std::max(leaf_.box.y, foot - std::max(1, leaf_.variant.headline_rows));
    GridRect& head = facts_.headline;
    if (head.w == 0) head = {leaf_.box.x, top, columns, 0};
    head.h = foot - head.y;
  }

  const PlanLeaf& leaf_;
  const DisplayPage& page_;
  const Issue& issue_;
  const Layout& layout_;
  PageGrid grid_;
  const Article* article_ = nullptr;
  JudgedLeaf facts_;
};

bool asked_to_jump(const Issue& issue, const std::string& article) {
  for (const FlatplanPage& page : issue.manifest.flatplan.list) {
    for (const Place& place : page.places) {
      if (place.article == article && place.jump_to > 0) return true;
    }
  }
  return false;
}

// Column rows of copy that a story has on other pages.
int rest_of(const Plan& plan, const std::string& article, int folio) {
  int rows = 0;
  for (const PlanPage& page : plan.pages) {
    for (const PlanLeaf& leaf : page.leaves) {
      if (page.folio == folio || leaf.ids.empty() || leaf.ids.front() != article) continue;
      for (const FilledLeg& leg : leaf.spaces) rows += leg.used;
    }
  }
  return rows;
}

// Column rows of the page's slots that nothing is booked for.
int room_for_stories(const PlanPage& page, const Layout& layout) {
  PlanPage booked = page;
  std::erase_if(booked.leaves, [](const PlanLeaf& leaf) { return carries_copy(leaf.kind); });
  int rows = 0;
  for (const GridRect& hole : page_holes(booked, layout)) rows += hole.w * hole.h;
  return rows;
}

JudgedPage facts_of(const Plan& plan, const PlanPage& page, const DisplayPage& drawn,
                    const Issue& issue, const Layout& layout) {
  JudgedPage facts;
  facts.columns = layout.grid.columns;
  facts.rows = layout.grid.rows;
  facts.row_mm = layout.grid.row / 1_mm;
  facts.room = room_for_stories(page, layout);
  facts.holes = page_holes(page, layout);
  for (const PlanLeaf& leaf : page.leaves) {
    facts.leaves.push_back(LeafReader(leaf, drawn, issue, layout).read());
    JudgedLeaf& read = facts.leaves.back();
    if (!read.jumps) continue;
    read.asked_to_jump = asked_to_jump(issue, read.story);
    read.rest = rest_of(plan, read.story, page.folio);
  }
  return facts;
}

}  // namespace

std::vector<JudgedPage> judged_pages(const Plan& plan, const std::vector<DisplayPage>& pages,
                                     const Issue& issue, const Layout& layout) {
  std::vector<JudgedPage> facts;
  for (std::size_t i = 0; i < plan.pages.size(); ++i)
    facts.push_back(facts_of(plan, plan.pages[i], pages[i], issue, layout));
  return facts;
}

void tell_page_costs(Plan& plan, const std::vector<DisplayPage>& pages, const Issue& issue,
                     const Layout& layout) {
  const std::vector<JudgedPage> facts = judged_pages(plan, pages, issue, layout);
  std::set<std::string> placed;
  for (std::size_t i = 0; i < plan.pages.size(); ++i) {
    plan.pages[i].cost = page_cost(facts[i]);
    for (const PlanLeaf& leaf : plan.pages[i].leaves)
      placed.insert(leaf.ids.begin(), leaf.ids.end());
  }
  plan.terms.clear();
  for (const Article& article : issue.articles) {
    const int priority = article.genre == Genre::Nib ? 5 : article.priority;
    if (article.wants_place() && !placed.contains(article.id))
      plan.terms.push_back(left_out_cost(article.id, priority));
  }
}

}  // namespace forme
