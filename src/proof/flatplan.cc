#include <fmt/format.h>

#include <algorithm>

#include "makeup/page_cost.h"
#include "proof/annotator.h"
#include "proof/cost_words.h"
#include "proof/flatplan_grid.h"
#include "proof/plan_words.h"
#include "proof/sheets.h"
#include "proof/small_page.h"

namespace forme {
namespace {

constexpr Size kSheet{420_mm, 297_mm};
constexpr Length kHeadDepth = 45_pt;
constexpr Length kListWidth = 62_mm, kListGap = 14_pt, kListEntry = 21_pt;
constexpr const char* kLabel = "Flatplan";

// A spread of facing pages: 1 alone, then 2 and 3. An odd page stands on the right, or on the left
// where the paper is read from the right.
int spread_of(int folio) {
  return folio / 2;
}

class FlatplanSheet {
 public:
  FlatplanSheet(const ProofInput& input, TextSetter& setter, Proof& proof)
      : input_(input), plan_(input.plan), setter_(setter), proof_(proof) {}

  void add() {
    new_sheet();
    const bool list = !plan_.overset.empty();
    const Length top = kSheetMargin + kHeadDepth;
    const Size room{kSheet.width - kSheetMargin * 2 - (list ? kListWidth + kListGap : Length()),
                    kSheet.height - kSheetMargin - top};
    if (!plan_.pages.empty()) draw_pages({kSheetMargin, top}, room);
    if (list) draw_overset();
  }

 private:
  Annotator annotator() { return {setter_, proof_.sheets.back().items}; }

  void new_sheet() {
    DisplayPage sheet;
    sheet.trim = kSheet;
    proof_.sheets.push_back(std::move(sheet));
    proof_.labels.emplace_back(kLabel);
    head();
  }

  void head() {
    Annotator out = annotator();
    const Manifest& m = input_.issue.manifest;
    const Length width = kSheet.width - kSheetMargin * 2, third = width / 3;
    if (proof_.sheets.size() == 1) out.destination("flatplan", {kSheetMargin, kSheetMargin});
    out.words(fmt::format("{}\u200E {}: flatplan", m.publication_name, m.number), {14_pt, true},
              {kSheetMargin, kSheetMargin + 11_pt}, third);
    out.words(summary(),
              {9_pt, !plan_.overset.empty(), plan_.overset.empty() ? kInk : kOver, Align::End},
              {kSheetMargin + third, kSheetMargin + 11_pt}, width - third);
    out.fill({kSheetMargin, kSheetMargin + 15_pt, width, 0.6_pt}, kInk);
    key(out, {kSheetMargin, kSheetMargin + 25_pt}, width);
    out.words(paper_pays(), {7_pt, false, kInk}, {kSheetMargin, kSheetMargin + 36_pt}, width);
  }

  std::string summary() const {
    int free_rows = 0, holes = 0;
    for (const PlanPage& page : plan_.pages) {
      free_rows += free_rows_of(page);
      holes += rows_without_leaf(page, input_.layout);
    }
    std::string words = counted(static_cast<int>(plan_.pages.size()), "page", "pages") + ", " +
                        cost_words(total_cost(plan_));
    if (free_rows > 0) words += ", under by " + counted(free_rows, "line", "lines");
    if (holes > 0) words += ", " + counted(holes, "row", "rows") + " empty";
    if (plan_.overset.empty()) return words + ", no story overset";
    return words + ", " + counted(static_cast<int>(plan_.overset.size()), "story", "stories") +
           " over by " + counted(overset_lines(plan_), "line", "lines");
  }

  // What the pages and the issue pay for, whatever the story.
  std::string paper_pays() const {
    std::vector<CostTerm> all;
    const auto add = [&](const CostTerm& term) { all.push_back({term.name, term.cost}); };
    for (const PlanPage& page : plan_.pages)
      std::for_each(page.cost.terms.begin(), page.cost.terms.end(), add);
    std::for_each(plan_.terms.begin(), plan_.terms.end(), add);
    std::string words;
    for (const CostTerm& term : dearest_first(all)) {
      words += words.empty() ? "Paid for: " : "; ";
      words += term_words(term.name) + " " + amount_words(term.cost);
    }
    return words;
  }

  static void key(Annotator& out, Point at, Length width) {
    const auto entry = [&](const std::string& words, const std::string& colour, double opacity) {
      const Lettering lettering{7_pt, false, kInk};
      out.fill({at.x, at.y - 6_pt, 9_pt, 7_pt}, colour, opacity);
      out.words(words, lettering, {at.x + 12_pt, at.y}, width);
      at.x += out.width(words, lettering, width) + 26_pt;
    };
    for (const LeafKind kind : leaf_kinds()) entry(leaf_kind_name(kind), kind_colour(kind), 0.7);
    entry("lines under, or rows empty", kUnder, 0.7);
    entry("copy over", kOver, 0.7);
  }

  void draw_pages(Point at, Size room) {
    const Size page = input_.layout.trim;
    const int first = spread_of(plan_.pages.front().folio);
    const FlatplanGrid grid =
        arrange_spreads(spread_of(plan_.pages.back().folio) - first + 1, page, room);
    const Length width = page.width * grid.scale, height = page.height * grid.scale;
    const Length spread_width = width * 2 + kSpreadGap;
    const Length used = spread_width * grid.columns - kSpreadGap;
    const bool from_right = input_.layout.from_right;
    Annotator out = annotator();
    for (std::size_t i = 0; i < plan_.pages.size(); ++i) {
      const int folio = plan_.pages[i].folio;
      const int spread = spread_of(folio) - first;
      const int row = spread / grid.columns, column = spread % grid.columns;
      Length x = spread_width * column + width * (folio % 2);
      if (from_right) x = used - x - width;
      x += (room.width - used) / 2;
      const Point corner{at.x + x, at.y + kFolioRoom + (height + kFolioRoom + kSpreadGap) * row};
      draw_page(out, {plan_.pages[i], input_.pages[i], corner, grid.scale});
    }
  }

  void draw_page(Annotator& out, const SmallPage& small) {
    const Rect box = small.box();
    const Length baseline = box.y - 3.5_pt, apart = 4_pt;
    const std::string name = fmt::format("{} {}", small.plan.folio, kind_of(small.plan));
    const Lettering bold{7.5_pt, true};
    const Length named = out.width(name, bold, box.width / 2) + apart;
    out.words(name, bold, {box.x, baseline}, box.width / 2);
    const bool over = overset_of(small.plan) > 0;
    out.words(cost_words(small.plan.cost.total()) + ", " + fit_of(small.plan, input_.layout),
              {6_pt, over, over ? kOver : kQuiet, Align::End}, {box.x + named, baseline},
              box.width - named - apart);
    draw_small_page(out, input_, small, Detail::Names);
    out.link(box, fmt::format("page/{}", small.plan.folio),
             fmt::format("Page {}", small.plan.folio));
  }

  // The stories that found no room, down the sheet's right edge; then in columns on further sheets.
  void draw_overset() {
    const Length right = kSheet.width - kSheetMargin;
    std::size_t next = 0;
    Length x = right - kListWidth;
    while (next < plan_.overset.size()) {
      if (x + kListWidth > right + 1_pt) {
        new_sheet();
        x = kSheetMargin;
      }
      next = list_column(x, next);
      x += kListWidth + kListGap;
    }
  }

  std::size_t list_column(Length x, std::size_t next) {
    Annotator out = annotator();
    Length y = kSheetMargin + kHeadDepth + kFolioRoom;
    out.words("Overset", {9_pt, true, kOver}, {x, y - 3.5_pt}, kListWidth);
    for (; next < plan_.overset.size(); ++next) {
      if (y + kListEntry > kSheet.height - kSheetMargin + 1_pt) break;
      const Overset& lost = plan_.overset[next];
      out.fill({x, y, kListWidth, 0.25_pt}, kQuiet);
      out.words(fmt::format("{}: over {}", lost.article, counted(lost.lines, "line", "lines")),
                {7.5_pt, true}, {x, y + 8.5_pt}, kListWidth);
      out.words(lost.reason, {6.5_pt, false, kQuiet}, {x, y + 17_pt}, kListWidth);
      y += kListEntry;
    }
    return next;
  }

  const ProofInput& input_;
  const Plan& plan_;
  TextSetter& setter_;
  Proof& proof_;
};

}  // namespace

void add_flatplan(const ProofInput& input, TextSetter& setter, Proof& proof) {
  FlatplanSheet(input, setter, proof).add();
}

}  // namespace forme
