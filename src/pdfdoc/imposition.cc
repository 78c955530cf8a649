#include "pdfdoc/imposition.h"

#include <algorithm>
#include <utility>

namespace forme {

namespace {

constexpr int kPagesOfASheet = 4;

Spread side(int left, int right, bool from_right) {
  if (from_right) std::swap(left, right);
  return {{left, right}};
}

// The nest that holds the pages from `first` to `last`.
void add_nest(int first, int last, bool from_right, std::vector<Spread>& sides) {
  const int sheets = (last - first + kPagesOfASheet) / kPagesOfASheet;
  const auto page = [&](int at) { return first + at <= last ? first + at : kBlankPage; };
  const int end = sheets * kPagesOfASheet - 1;
  for (int sheet = 0; sheet < sheets; ++sheet) {
    const int outer = 2 * sheet;
    sides.push_back(side(page(end - outer), page(outer), from_right));
    sides.push_back(side(page(outer + 1), page(end - outer - 1), from_right));
  }
}

}  // namespace

std::vector<Spread> reader_spreads(int pages, bool from_right) {
  std::vector<Spread> spreads;
  if (pages > 0) spreads.push_back({{1}});
  for (int page = 2; page < pages; page += 2) spreads.push_back(side(page, page + 1, from_right));
  if (pages > 1 && pages % 2 == 0) spreads.push_back({{pages}});
  return spreads;
}

std::vector<Spread> printer_spreads(int pages, int section, bool from_right) {
  std::vector<Spread> sides;
  const int each = section > 0 ? section : pages;
  for (int first = 1; first <= pages; first += each)
    add_nest(first, std::min(first + each - 1, pages), from_right, sides);
  return sides;
}

}  // namespace forme
