#pragma once

#include <vector>

#include "makeup/context.h"
#include "makeup/items.h"

namespace forme {

// A paragraph that opens with a large initial.
struct DropCap {
  int deep = 0;                    // lines that the initial is as deep as
  std::vector<DisplayItem> items;  // the initial, from the paragraph's top left corner
  std::vector<Line> lines;         // the rest of the paragraph; empty: it takes no initial
};

// Sets the paragraph `leaf` with a drop cap of the style "dropcap", whose face is made as large as
// it takes for its capitals to reach from the cap height of the first line to the baseline of the
// last one beside it. The ink of the letter, not its advance, stands at the column's edge. The
// lines keep clear of the ink beside them and have one edge; the first one comes nearer to a letter
// that leaves room above (A, L). An opening quotation mark joins the letter, half as large.
// Only letters of Latin, Greek and Cyrillic are dropped, and only where the paragraph is deeper
// than the letter.
DropCap set_drop_cap(const StoryContext& context, LeafId leaf, const TextStyle& body,
                     Length measure);

}  // namespace forme
