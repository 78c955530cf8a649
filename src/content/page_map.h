#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.h"
#include "content/text.h"

namespace forme {

// Where the copy stands in the print edition. One entry for each stretch of a leaf on one page,
// pages in order and, on a page, in reading order.
struct PagePlace {
  int page = 0;  // from 1
  TextRef text;
  Rect box;  // of the stretch's article rectangle on the page
};
struct PageMap {
  int pages = 0;
  std::vector<PagePlace> places;
};

}  // namespace forme
