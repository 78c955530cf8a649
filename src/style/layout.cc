#include "style/layout.h"

#include <algorithm>

#include "base/language.h"

namespace forme {

const TextStyle& Layout::style(const std::string& name) const {
  auto found = styles.find(name);
  return found != styles.end() ? found->second : styles.at("body");
}

const Layout& Layout::in(std::string_view language) const {
  const std::string primary = primary_language(language);
  for (const LayoutVariant& variant : variants) {
    const auto& all = variant.languages;
    if (std::find(all.begin(), all.end(), primary) != all.end()) return *variant.layout;
  }
  return *this;
}

const PageKind& Layout::page(const std::string& kind) const {
  const PageKind* plain = nullptr;
  for (const PageKind& candidate : pages) {
    if (candidate.id == kind) return candidate;
    if (candidate.id == "news") plain = &candidate;
  }
  return plain ? *plain : pages.front();
}

const std::vector<std::string>& required_styles() {
  static const std::vector<std::string> names = {"advert-label",
                                                 "blockquote",
                                                 "body",
                                                 "body-ragged",
                                                 "byline",
                                                 "byline-splash",
                                                 "call",
                                                 "call-caption",
                                                 "call-heading",
                                                 "call-strong",
                                                 "caption",
                                                 "credit",
                                                 "crosshead",
                                                 "directory",
                                                 "directory-name",
                                                 "dropcap",
                                                 "ear",
                                                 "ear-heading",
                                                 "ear-page",
                                                 "fact-figure",
                                                 "fact-figure-red",
                                                 "feature-headline",
                                                 "feature-kicker",
                                                 "feature-standfirst",
                                                 "folio",
                                                 "jump",
                                                 "kicker",
                                                 "letter",
                                                 "letter-heading",
                                                 "nib",
                                                 "nib-heading",
                                                 "nib-label",
                                                 "note",
                                                 "panel",
                                                 "panel-heading",
                                                 "panel-strong",
                                                 "promo",
                                                 "promo-heading",
                                                 "pullquote",
                                                 "pullquote-2",
                                                 "pullquote-by",
                                                 "pullquote-mark",
                                                 "section-title",
                                                 "signature",
                                                 "standfirst",
                                                 "standfirst-1",
                                                 "table",
                                                 "table-first",
                                                 "table-head",
                                                 "turn"};
  return names;
}

}  // namespace forme
