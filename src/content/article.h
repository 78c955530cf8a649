#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "content/block.h"

namespace forme {

enum class Genre : std::uint8_t {
  News,
  Nib,
  Feature,
  Column,
  Review,
  Letters,
  Obituary,
  Listing,
  Panel,
  Filler
};

// As the copy writes them, in the enumeration's order.
inline constexpr std::array<std::string_view, 10> kGenreNames{
    "news",    "nib",      "feature", "column", "review",
    "letters", "obituary", "listing", "panel",  "filler"};
inline std::string_view genre_name(Genre genre) {
  return kGenreNames[static_cast<std::size_t>(genre)];
}

// Bits of an `outputs` attribute.
enum Output : std::uint8_t { kPrint = 1, kScreen = 2, kEpub = 4, kHandout = 8 };
inline constexpr std::uint8_t kAllOutputs = 0x0F;

// What a leaf is; sets its style and its tag.
enum class LeafRole : std::uint8_t {
  Kicker,
  Headline,
  ShortHeadline,
  Standfirst,
  Byline,
  Dateline,
  Caption,
  Credit,
  Paragraph,
  Crosshead,
  PullQuote,
  PullQuoteBy,
  TableCaption,
  Cell,
  PanelHeadline,
  LetterHeadline,
  Signature,
  Place,
  EntryName,
  EntryField,
  QrCaption,
  Note,
  Footnote,
  Correction,
  Previously
};

struct Leaf {
  std::string
      id;  // the block's id, with "/n" for its nth further text: stable across edits elsewhere
  LeafRole role = LeafRole::Paragraph;
  Text text;
};

struct KeywordRef {
  std::string id;
  std::string label;
};  // id is empty when the scheme lacks it
struct SeriesRef {
  std::string id;
  int part = 0;
};
struct ArticleLink {
  std::string target;
  LeafId text = kNoLeaf;
};  // slug/number/article
struct Correction {
  std::string of;
  Date date;
  LeafId text = kNoLeaf;
};

struct Article {
  std::string id;
  Genre genre = Genre::News;
  std::string section;
  int priority = 3;
  std::string language;
  std::string rights;
  std::uint8_t outputs = kAllOutputs;
  std::optional<Date> embargo, expires;

  std::vector<Leaf> leaves;  // all texts, in reading order
  LeafId kicker = kNoLeaf, headline = kNoLeaf, short_headline = kNoLeaf, dateline = kNoLeaf;
  std::vector<LeafId> standfirsts, bylines;
  std::vector<KeywordRef> keywords;
  std::vector<Block> figures;  // Figure blocks placed with the headline
  std::vector<Block> body;
  std::vector<LeafId> footnotes;
  std::vector<SeriesRef> series;
  std::vector<ArticleLink> related, previously;
  std::vector<Correction> corrections;

  Location where;
  std::string hash;  // SHA-256 of the article's file
  const Text& text(LeafId leaf) const { return leaves[leaf].text; }
  // Whether it is to have a place on the pages: a filler only gets one where a hole is.
  bool wants_place() const { return genre != Genre::Filler && (outputs & (kPrint | kScreen)) != 0; }
};

}  // namespace forme
