#pragma once

#include <string>
#include <vector>

#include "content/issue.h"
#include "display/display_list.h"
#include "makeup/plan.h"
#include "paragraph/set_text.h"
#include "style/layout.h"

namespace forme {

struct ProofInput {
  const Issue& issue;
  const Layout& layout;
  const Plan& plan;                       // with what make-up found in it
  const std::vector<DisplayPage>& pages;  // of the plan, as they are printed
};

// Sheets for the editor's eye, made of the pages' own display lists.
struct Proof {
  std::vector<DisplayPage> sheets;
  std::vector<std::string> labels;  // of each sheet: "Flatplan", else the folio of its page
};

// First the flatplan: every page small, facing pages side by side, with what the paper pays for and
// the stories that found no room. Then a sheet for each page, smaller and faint, under its slots
// and leaves with what the plan chose for them and how it fits. Each leaf says what the page pays
// for it, with its dearest terms, and a table under the page lists the page's: these are the terms
// of PlanPage::cost. What the solver reckoned for a leaf's shape, LeafVariant::cost, stands beside
// them in the table of leaves. Words are English, in the layout's sans.
// REQUIRES: as many pages as the plan has, in its order.
Proof make_proof(const ProofInput& input, TextSetter& setter);

// The layout's colours and those of the sheets, which are on screens.
Palette proof_palette(Palette layout);

}  // namespace forme
