#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/page_map.h"
#include "display/display_list.h"
#include "display/structure.h"
#include "font/font_library.h"
#include "makeup/context.h"
#include "makeup/copy_fit.h"
#include "makeup/plan.h"
#include "makeup/plan_moves.h"
#include "paragraph/hyphenator.h"

namespace forme {

struct MakeUpInput {
  const Issue& issue;
  const Layout& layout;
  const FontLibrary& fonts;
  const HyphenationDictionaries& dictionaries;
  const PictureFacts& pictures;  // of every figure and promo
  const Plan* plan = nullptr;    // given back by the editor; otherwise one is made
  Weights weights{};             // by which it is made
  Knobs knobs{};
  PictureNeeds press{};
};

// How a picture stands in print.
struct PictureUseRecord {
  std::string source;  // as Figure::source
  int page = 0;
  double ppi = 0;  // effective, the smaller of both directions
};

struct MadeUp {
  Plan plan;                    // with what make-up found in it
  std::vector<PlanMove> moves;  // what stands elsewhere than in the plan that was given
  std::vector<DisplayPage> pages;
  StructureTree structure;
  PageMap page_map;
  std::vector<CopyFit> copy_fit;  // in the order of the manifest
  std::vector<PictureUseRecord> pictures;
  bool lacks_imprint = false;  // the paper has legal lines, and no page has them
  bool overset() const;
};

// The whole paper: plan in (or made), made-up pages and one structure tree out. A plan that is
// given is followed, but where its copy has changed since: see revise_plan.h. Nothing is lost: what
// has no room is in the plan's overset and in `copy_fit`. A page that was sent and would change is
// an error.
MadeUp make_up(const MakeUpInput& input, Diagnostics& diagnostics);

}  // namespace forme
