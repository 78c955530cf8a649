#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/xml_grammar.h"

namespace forme {

// fonts.xml as values, in the order of the file.
struct FontPackage {
  std::string id, folder, licence, copyright;
};
struct FontFace {
  std::string file;
  std::size_t package = 0;  // index into FontCatalogue::packages
  std::size_t family = 0;   // index into FontCatalogue::families
  int weight = 400;
  std::string width = "normal";
  bool italic = false;
};
struct FontFamily {
  std::string id, name, kind;       // kind: "serif" or "sans"
  std::size_t first = 0, last = 0;  // its faces, half open
};
struct FontRole {
  std::string id;
  std::size_t family = 0;
};
struct FontSet {
  std::string id;
  std::vector<FontRole> roles;
};
struct FallbackUse {
  std::size_t family = 0;
  std::vector<std::string> scripts;    // ISO 15924; "Zyyy" for what belongs to no script
  std::vector<std::string> languages;  // empty: any; else only these, and before the rest
};
struct FontCatalogue {
  std::vector<FontPackage> packages;
  std::vector<FontFace> faces;
  std::vector<FontFamily> families;
  std::vector<FontSet> sets;
  std::vector<FallbackUse> fallback;

  std::string path(const FontFace& face) const;
};

XmlGrammar make_font_grammar();

// `file` is the name for diagnostics. Fails at the first mistake.
Result<FontCatalogue> read_font_catalogue(std::string bytes, const std::string& file);

// The face of `family` nearest to what is asked: italic first, then width, then weight.
// ENSURES: an index of FontCatalogue::faces within the family.
std::size_t nearest_face(const FontCatalogue& catalogue, std::size_t family, int weight,
                         std::string_view width, bool italic);

}  // namespace forme
