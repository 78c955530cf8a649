#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forme {

// What a {name} of a furniture template is filled with.
enum class FurnitureName : std::uint8_t {
  Title,
  Motto,
  Date,
  ShortDate,
  Number,
  Issue,
  Price,
  Folio,
  Pages,
  Section,
  Issn,
  IssnLabel,
  Host,
  Edition,
  Imprint
};

// By its spelling in a template: "shortDate".
std::optional<FurnitureName> furniture_name(std::string_view spelling);
const std::vector<std::string>& furniture_spellings();

// A piece of a template: words that stand as they are, or what stood between { and }.
struct TemplatePiece {
  std::string words;
  bool is_name = false;
};
std::vector<TemplatePiece> template_pieces(std::string_view words);

}  // namespace forme
