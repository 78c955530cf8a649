#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace forme {

// What stays the same from week to week: paper.xml.
struct Ear {
  std::string article, headline, text;
  Location where;
  bool is_empty() const { return headline.empty() && text.empty(); }
};
struct Contact {
  std::string kind, label, value;
};
struct PaperSection {
  std::string id, title, colour;
};
struct Person {
  std::string id, name, role;
};
struct PaperSeries {
  std::string id, title;
};
struct Keyword {
  std::string id, label;
  std::vector<std::string> alternatives;
};
struct KeywordGroup {
  std::string label;
  std::vector<Keyword> keywords;
};
struct Call {  // a call to action: "Join", "Donate", "Subscribe"
  std::string id, headline, href, caption;
  std::vector<std::string> paragraphs;
};

struct Paper {
  std::string name, language, title, motto, masthead_art, rights;
  std::vector<Ear> ears;
  std::vector<std::string> imprint;
  std::vector<Contact> contacts;
  std::vector<Call> calls;
  std::vector<PaperSection> sections;
  std::vector<Person> people;
  std::vector<PaperSeries> series;
  std::vector<KeywordGroup> keywords;
  std::string source;  // path, empty for the plain masthead

  const PaperSection* section(std::string_view id) const;
  const Keyword* keyword(std::string_view id) const;
};

}  // namespace forme
