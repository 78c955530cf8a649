#include "display/shown_pages.h"

#include <algorithm>
#include <variant>

namespace forme {

std::uint8_t outputs_of(const DisplayItem& item) {
  return std::visit([](const auto& i) { return i.outputs; }, item);
}

void limit_to(std::vector<DisplayItem>& items, std::uint8_t outputs, std::size_t first) {
  for (std::size_t at = first; at < items.size(); ++at) {
    std::visit([&](auto& i) { i.outputs = static_cast<std::uint8_t>(i.outputs & outputs); },
               items[at]);
  }
}

ShownPages::ShownPages(const std::vector<DisplayPage>& pages, Output output) {
  const auto hidden = [&](const DisplayItem& item) { return (outputs_of(item) & output) == 0; };
  const bool whole = std::none_of(pages.begin(), pages.end(), [&](const DisplayPage& page) {
    return std::any_of(page.items.begin(), page.items.end(), hidden);
  });
  if (whole) {
    all_ = &pages;
    return;
  }
  own_ = pages;
  for (DisplayPage& page : own_) std::erase_if(page.items, hidden);
}

}  // namespace forme
