#pragma once

#include <string_view>

namespace forme {

// The package's own words in one language. {} stands for what the call fills in.
struct Labels {
  std::string_view language;    // BCP 47, the primary subtag alone
  std::string_view issue;       // "{paper}, issue {number}"
  std::string_view front_page;  // "Front page of {paper}, issue {number}, {date}: {title}"
  std::string_view cover, contents, articles, imprint, contacts, landmarks, start;
  std::string_view pages;  // the list of print pages
  std::string_view page;   // "Page {}"
  std::string_view see_also, previously, corrections, correction;
  std::string_view part;           // of a series: "{title}, part {n}"
  std::string_view solution;       // link to a puzzle's solution
  std::string_view edition;        // "Edition {}"
  std::string_view print_edition;  // "{issue}, print edition"
  std::string_view accessibility;  // summary for the package metadata
};

// The words for a document's language; English where we have none of that language.
const Labels& labels_for(std::string_view language);

}  // namespace forme
