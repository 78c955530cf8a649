#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/number.h"
#include "proof/annotator.h"
#include "proof/plan_words.h"
#include "proof/sheets.h"
#include "proof/small_page.h"

namespace forme {
namespace {

constexpr Size kSheet{210_mm, 297_mm};
constexpr Length kWidth = kSheet.width - kSheetMargin * 2;
constexpr Length kHeadDepth = 20_pt;
constexpr Length kTableRow = 9_pt, kTableGap = 8_pt, kTableWords = 6.6_pt;
// A page is shown no smaller for the sake of its table, which then goes on to another sheet.
constexpr Length kLeastPage = 110_mm;

// The table's columns, in parts of the sheet's width.
struct TableColumn {
  const char* title;
  double from, to;
  Align align;
};
constexpr std::array<TableColumn, 8> kTable{{{"", 0, 0.03, Align::Start},
                                             {"kind", 0.03, 0.09, Align::Start},
                                             {"carries", 0.09, 0.29, Align::Start},
                                             {"genre", 0.29, 0.43, Align::Start},
                                             {"place", 0.43, 0.54, Align::Start},
                                             {"choices", 0.54, 0.75, Align::Start},
                                             {"cost", 0.75, 0.81, Align::End},
                                             {"fit", 0.83, 1, Align::Start}}};

class PageSheet {
 public:
  PageSheet(const ProofInput& input, std::size_t page, TextSetter& setter, Proof& proof)
      : input_(input),
        plan_(input.plan.pages[page]),
        page_(input.pages[page]),
        setter_(setter),
        proof_(proof) {}

  void add() {
    new_sheet();
    const int leaves = static_cast<int>(plan_.leaves.size());
    const Length foot = kSheet.height - kSheetMargin, top = kSheetMargin + kHeadDepth;
    const Length table = kTableGap + kTableRow * (leaves + 1);
    const Length depth = std::max(kLeastPage, foot - top - table);
    const double scale = std::min({kWidth / page_.trim.width, depth / page_.trim.height, 1.0});
    const Length width = page_.trim.width * scale;
    const SmallPage small{plan_, page_, {kSheetMargin + (kWidth - width) / 2, top}, scale};
    Annotator out = annotator();
    draw_small_page(out, input_, small, Detail::All);
    table_from(small.box().bottom() + kTableGap);
  }

 private:
  Annotator annotator() { return {setter_, proof_.sheets.back().items}; }

  void new_sheet() {
    DisplayPage sheet;
    sheet.folio = plan_.folio;
    sheet.trim = kSheet;
    proof_.sheets.push_back(std::move(sheet));
    proof_.labels.push_back(std::to_string(plan_.folio));
    head();
  }

  void head() {
    Annotator out = annotator();
    const Length baseline = kSheetMargin + 9_pt, half = kWidth / 2;
    out.destination(fmt::format("page/{}", plan_.folio), {kSheetMargin, kSheetMargin});
    out.words(fmt::format("Page {}", plan_.folio), {12_pt, true}, {kSheetMargin, baseline},
              half / 3);
    out.words(kind_of(plan_), {9_pt, false, kQuiet}, {kSheetMargin + half / 3, baseline},
              half - half / 3);
    const std::string fit = fit_of(plan_, input_.layout);
    const bool over = overset_of(plan_) > 0;
    out.words(cost_words(plan_.cost.total()) + ", " + fit,
              {9_pt, over, over ? kOver : kInk, Align::End}, {kSheetMargin + half, baseline}, half);
    out.fill({kSheetMargin, kSheetMargin + 13_pt, kWidth, 0.6_pt}, kInk);
    out.link({kSheetMargin, kSheetMargin, kWidth, 13_pt}, "flatplan", "Flatplan");
  }

  // A row a leaf, under a row of titles; on further sheets where this one has no room.
  void table_from(Length top) {
    std::size_t next = 0;
    while (true) {
      titles(top);
      top += kTableRow;
      while (next < plan_.leaves.size() && top + kTableRow <= kSheet.height - kSheetMargin + 1_pt) {
        leaf_row(top, next++);
        top += kTableRow;
      }
      if (next == plan_.leaves.size()) return;
      new_sheet();
      top = kSheetMargin + kHeadDepth;
    }
  }

  void titles(Length top) {
    std::array<std::string, kTable.size()> cells;
    std::transform(kTable.begin(), kTable.end(), cells.begin(),
                   [](const TableColumn& column) { return column.title; });
    row(top, cells, kQuiet, false);
  }

  void leaf_row(Length top, std::size_t index) {
    const PlanLeaf& leaf = plan_.leaves[index];
    const std::string genre = genre_of(leaf, input_.issue);
    const bool named = !leaf.ids.empty(), chosen = carries_copy(leaf.kind);
    row(top,
        {std::to_string(index + 1), leaf_kind_name(leaf.kind), named ? names_of(leaf) : "", genre,
         place_of(leaf), choices_of(leaf),
         chosen ? format_number(told_cost(leaf.variant.cost), 1) : "", fit_of(leaf)},
        leaf.overset > 0 ? kOver : kInk, leaf.overset > 0);
  }

  void row(Length top, const std::array<std::string, kTable.size()>& cells, const char* colour,
           bool bold) {
    Annotator out = annotator();
    out.fill({kSheetMargin, top, kWidth, 0.25_pt}, kQuiet);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const TableColumn& column = kTable[i];
      out.words(cells[i], {kTableWords, bold, colour, column.align},
                {kSheetMargin + kWidth * column.from, top + 6.6_pt},
                kWidth * (column.to - column.from) - 4_pt);
    }
  }

  const ProofInput& input_;
  const PlanPage& plan_;
  const DisplayPage& page_;
  TextSetter& setter_;
  Proof& proof_;
};

}  // namespace

void add_page_sheet(const ProofInput& input, std::size_t page, TextSetter& setter, Proof& proof) {
  PageSheet(input, page, setter, proof).add();
}

}  // namespace forme
