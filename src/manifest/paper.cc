#include "manifest/paper.h"

namespace forme {

const PaperSection* Paper::section(std::string_view id) const {
  for (const PaperSection& s : sections) {
    if (s.id == id) return &s;
  }
  return nullptr;
}

const Keyword* Paper::keyword(std::string_view id) const {
  for (const KeywordGroup& group : keywords) {
    for (const Keyword& k : group.keywords) {
      if (k.id == id) return &k;
    }
  }
  return nullptr;
}

}  // namespace forme
