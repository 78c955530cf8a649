#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "makeup/page_cost.h"
#include "proof/annotator.h"
#include "proof/cost_words.h"
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
constexpr std::array<TableColumn, 9> kTable{{{"", 0, 0.03, Align::Start},
                                             {"kind", 0.03, 0.09, Align::Start},
                                             {"carries", 0.09, 0.26, Align::Start},
                                             {"genre", 0.26, 0.39, Align::Start},
                                             {"place", 0.39, 0.48, Align::Start},
                                             {"choices", 0.48, 0.7, Align::Start},
                                             {"shape", 0.7, 0.76, Align::End},
                                             {"pays", 0.76, 0.82, Align::End},
                                             {"fit", 0.84, 1, Align::Start}}};

// What the page pays for stands under the table in two columns, the dearest first and down the left
// one; what is left over of the terms is told as one sum.
constexpr std::size_t kMostTerms = 16;
constexpr std::size_t kTermColumns = 2;
// In parts of the sheet's width: a column with its cost, its words and whose they are.
constexpr double kTermColumn = 0.52, kTermWidth = 0.48;
constexpr double kTermCost = 0.05, kTermSays = 0.07, kTermOf = 0.3;

class PageSheet {
 public:
  PageSheet(const ProofInput& input, std::size_t page, TextSetter& setter, Proof& proof)
      : input_(input),
        plan_(input.plan.pages[page]),
        page_(input.pages[page]),
        terms_(told_terms(plan_)),
        setter_(setter),
        proof_(proof) {}

  void add() {
    new_sheet();
    const int leaves = static_cast<int>(plan_.leaves.size());
    const Length foot = kSheet.height - kSheetMargin, top = kSheetMargin + kHeadDepth;
    const Length table = kTableGap + kTableRow * (leaves + 1);
    const Length depth = std::max(kLeastPage, foot - top - table - terms_depth());
    const double scale = std::min({kWidth / page_.trim.width, depth / page_.trim.height, 1.0});
    const Length width = page_.trim.width * scale;
    const SmallPage small{plan_, page_, {kSheetMargin + (kWidth - width) / 2, top}, scale};
    Annotator out = annotator();
    draw_small_page(out, input_, small, Detail::All);
    terms_from(table_from(small.box().bottom() + kTableGap));
  }

 private:
  struct Term {
    std::string cost, words, of;  // number and name of the leaf
  };
  static std::vector<Term> told_terms(const PlanPage& page) {
    std::vector<CostTerm> terms = dearest_first(page.cost.terms);
    std::vector<CostTerm> lesser;
    if (terms.size() > kMostTerms) {
      const auto first = terms.begin() + static_cast<std::ptrdiff_t>(kMostTerms) - 1;
      lesser.assign(first, terms.end());
      terms.erase(first, terms.end());
    }
    std::vector<Term> told;
    told.reserve(terms.size() + 1);
    for (const CostTerm& term : terms)
      told.push_back({amount_words(term.cost), term_words(term.name), leaf_of(page, term.story)});
    if (!lesser.empty()) {
      told.push_back({amount_words(total_cost(lesser)),
                      fmt::format("{} lesser terms together", lesser.size()), ""});
    }
    return told;
  }

  static std::string leaf_of(const PlanPage& page, const std::string& story) {
    if (story.empty()) return "the page";
    for (std::size_t i = 0; i < page.leaves.size(); ++i) {
      const PlanLeaf& leaf = page.leaves[i];
      if (carries_copy(leaf.kind) && !leaf.ids.empty() && leaf.ids.front() == story)
        return fmt::format("{} {}", i + 1, story);
    }
    return story;
  }

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

  // A row a leaf, under a row of titles; on further sheets where this one has no room. Gives its
  // foot.
  Length table_from(Length top) {
    std::size_t next = 0;
    while (true) {
      titles(top);
      top += kTableRow;
      while (next < plan_.leaves.size() && top + kTableRow <= kSheet.height - kSheetMargin + 1_pt) {
        leaf_row(top, next++);
        top += kTableRow;
      }
      if (next == plan_.leaves.size()) return top;
      new_sheet();
      top = kSheetMargin + kHeadDepth;
    }
  }

  std::size_t term_rows() const { return (terms_.size() + kTermColumns - 1) / kTermColumns; }
  Length terms_depth() const { return kTableGap + kTableRow * (static_cast<int>(term_rows()) + 1); }

  void terms_from(Length top) {
    top += kTableGap;
    if (top + terms_depth() - kTableGap > kSheet.height - kSheetMargin + 1_pt) {
      new_sheet();
      top = kSheetMargin + kHeadDepth;
    }
    Annotator out = annotator();
    out.words(terms_.empty() ? "the page pays for nothing" : "what the page pays for",
              {kTableWords, false, kQuiet}, {kSheetMargin, top + 6.6_pt}, kWidth / 2);
    const std::string forbidden = forbidden_words(plan_.cost.forbidden);
    if (!forbidden.empty()) {
      out.words("forbidden: " + forbidden, {kTableWords, true, kOver, Align::End},
                {kSheetMargin + kWidth / 2, top + 6.6_pt}, kWidth / 2);
    }
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      const auto column = static_cast<int>(i / term_rows()),
                 line = static_cast<int>(i % term_rows());
      term_row({kSheetMargin + kWidth * (kTermColumn * column), top + kTableRow * (line + 1)},
               terms_[i]);
    }
  }

  void term_row(Point at, const Term& term) {
    Annotator out = annotator();
    const Lettering lettering{kTableWords, false, kInk};
    const Length baseline = at.y + 6.6_pt;
    out.fill({at.x, at.y, kWidth * kTermWidth, 0.25_pt}, kQuiet);
    out.words(term.cost, {kTableWords, true, kInk, Align::End}, {at.x, baseline},
              kWidth * kTermCost);
    out.words(term.words, lettering, {at.x + kWidth * kTermSays, baseline},
              kWidth * (kTermOf - kTermSays) - 4_pt);
    out.words(term.of, lettering, {at.x + kWidth * kTermOf, baseline},
              kWidth * (kTermWidth - kTermOf));
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
         place_of(leaf), choices_of(leaf), chosen ? amount_words(leaf.variant.cost) : "",
         chosen && named ? amount_words(paid_for(plan_.cost, leaf.ids.front())) : "", fit_of(leaf)},
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
  std::vector<Term> terms_;
  TextSetter& setter_;
  Proof& proof_;
};

}  // namespace

void add_page_sheet(const ProofInput& input, std::size_t page, TextSetter& setter, Proof& proof) {
  PageSheet(input, page, setter, proof).add();
}

}  // namespace forme
