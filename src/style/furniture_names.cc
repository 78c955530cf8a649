#include "style/furniture_names.h"

#include <algorithm>

namespace forme {

// In the order of FurnitureName.
const std::vector<std::string>& furniture_spellings() {
  static const std::vector<std::string> spellings = {
      "title", "motto",   "date", "shortDate", "number", "issue",   "price",  "folio",
      "pages", "section", "issn", "issnLabel", "host",   "edition", "imprint"};
  return spellings;
}

std::optional<FurnitureName> furniture_name(std::string_view spelling) {
  const std::vector<std::string>& all = furniture_spellings();
  const auto found = std::find(all.begin(), all.end(), spelling);
  if (found == all.end()) return std::nullopt;
  return static_cast<FurnitureName>(found - all.begin());
}

std::vector<TemplatePiece> template_pieces(std::string_view words) {
  std::vector<TemplatePiece> pieces;
  while (!words.empty()) {
    const std::size_t open = words.find('{');
    const std::size_t close = open == std::string_view::npos ? open : words.find('}', open);
    if (close == std::string_view::npos) {
      pieces.push_back({std::string(words), false});
      break;
    }
    if (open > 0) pieces.push_back({std::string(words.substr(0, open)), false});
    pieces.push_back({std::string(words.substr(open + 1, close - open - 1)), true});
    words.remove_prefix(close + 1);
  }
  return pieces;
}

}  // namespace forme
