#include "pdfdoc/imposition.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace forme {
namespace {

// "12-1 2-11", blanks as "_".
std::string text(const std::vector<Spread>& spreads) {
  std::string out;
  for (const Spread& spread : spreads) {
    out += out.empty() ? "" : " ";
    for (std::size_t i = 0; i < spread.pages.size(); ++i) {
      const int page = spread.pages[i];
      out += (i > 0 ? "-" : "") + (page == kBlankPage ? "_" : std::to_string(page));
    }
  }
  return out;
}

TEST(ReaderSpreads, HaveTheFrontAloneAndEvenPagesOnTheLeft) {
  EXPECT_EQ(text(reader_spreads(8, false)), "1 2-3 4-5 6-7 8");
  EXPECT_EQ(text(reader_spreads(5, false)), "1 2-3 4-5");
  EXPECT_EQ(text(reader_spreads(2, false)), "1 2");
  EXPECT_EQ(text(reader_spreads(1, false)), "1");
  EXPECT_EQ(text(reader_spreads(0, false)), "");
}

TEST(ReaderSpreads, HaveEvenPagesOnTheRightOfAPaperReadFromThere) {
  EXPECT_EQ(text(reader_spreads(8, true)), "1 3-2 5-4 7-6 8");
}

TEST(PrinterSpreads, PairTheFirstWithTheLastAndWorkInwards) {
  EXPECT_EQ(text(printer_spreads(4, 0, false)), "4-1 2-3");
  EXPECT_EQ(text(printer_spreads(12, 0, false)), "12-1 2-11 10-3 4-9 8-5 6-7");
}

TEST(PrinterSpreads, ChangeSidesInAPaperReadFromTheRight) {
  EXPECT_EQ(text(printer_spreads(8, 0, true)), "1-8 7-2 3-6 5-4");
}

TEST(PrinterSpreads, FillTheLastSheetWithBlanksAtTheEnd) {
  EXPECT_EQ(text(printer_spreads(6, 0, false)), "_-1 2-_ 6-3 4-5");
  EXPECT_EQ(text(printer_spreads(1, 0, false)), "_-1 _-_");
  EXPECT_EQ(text(printer_spreads(3, 0, true)), "1-_ 3-2");
}

TEST(PrinterSpreads, NestEachSectionByItself) {
  EXPECT_EQ(text(printer_spreads(16, 8, false)), "8-1 2-7 6-3 4-5 16-9 10-15 14-11 12-13");
  EXPECT_EQ(text(printer_spreads(12, 8, false)), "8-1 2-7 6-3 4-5 12-9 10-11");
  EXPECT_EQ(text(printer_spreads(10, 8, false)), "8-1 2-7 6-3 4-5 _-9 10-_");
}

// Folded and nested, the sides must give the paper: a leaf's two pages are on both sides of one
// sheet, in one half of it.
TEST(PrinterSpreads, PutEveryPageOnceAndItsBackBehindIt) {
  for (const int section : {0, 4, 8, 12}) {
    for (int pages = 1; pages <= 50; ++pages) {
      const std::vector<Spread> sides = printer_spreads(pages, section, false);
      ASSERT_EQ(sides.size() % 2, 0U);
      std::vector<int> seen;
      for (std::size_t front = 0; front < sides.size(); front += 2) {
        const auto &a = sides[front].pages, &b = sides[front + 1].pages;
        if (a[1] != kBlankPage && b[0] != kBlankPage) {
          EXPECT_EQ(a[1] + 1, b[0]);
        }
        if (a[0] != kBlankPage && b[1] != kBlankPage) {
          EXPECT_EQ(b[1] + 1, a[0]);
        }
        for (const int page : {a[0], a[1], b[0], b[1]})
          if (page != kBlankPage) seen.push_back(page);
      }
      std::sort(seen.begin(), seen.end());
      std::vector<int> all(static_cast<std::size_t>(pages));
      std::iota(all.begin(), all.end(), 1);
      EXPECT_EQ(seen, all) << pages << " pages in sections of " << section;
    }
  }
}

}  // namespace
}  // namespace forme
