#pragma once

#include <cstdint>
#include <vector>

#include "display/display_list.h"

namespace forme {

// Bits of Output.
std::uint8_t outputs_of(const DisplayItem& item);

// Leaves the items from `first` on to those of `outputs` that they were for before.
void limit_to(std::vector<DisplayItem>& items, std::uint8_t outputs, std::size_t first = 0);

// Pages as one output shows them: what is for others alone is left out, and nothing moves up.
// REQUIRES: `pages` outlives this.
class ShownPages {
 public:
  ShownPages(const std::vector<DisplayPage>& pages, Output output);
  const std::vector<DisplayPage>& get() const { return all_ ? *all_ : own_; }

 private:
  const std::vector<DisplayPage>* all_ = nullptr;  // where the output shows everything
  std::vector<DisplayPage> own_;
};

}  // namespace forme
