#include "proof/proof.h"

#include <cassert>

#include "proof/sheets.h"

namespace forme {

Proof make_proof(const ProofInput& input, TextSetter& setter) {
  assert(input.pages.size() == input.plan.pages.size());
  Proof proof;
  add_flatplan(input, setter, proof);
  for (std::size_t page = 0; page < input.pages.size(); ++page)
    add_page_sheet(input, page, setter, proof);
  return proof;
}

}  // namespace forme
