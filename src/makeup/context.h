#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/language.h"
#include "content/issue.h"
#include "font/font_library.h"
#include "image/picture.h"
#include "makeup/issue_structure.h"
#include "makeup/items.h"
#include "makeup/lifted_quotes.h"
#include "makeup/weights.h"
#include "paragraph/set_text.h"
#include "style/layout.h"

namespace forme {

using PictureFacts = std::map<std::string, PictureInfo>;  // by Figure::source

// Text that is no part of the copy, for columns that run as those of the language.
inline Text plain_text(std::string words, const std::string& language) {
  Text text;
  text.utf8 = std::move(words);
  text.language = language;
  text.from_right = is_right_to_left(language);
  return text;
}

// The least width of each table that was measured: planning asks for it at every place it tries.
using TableWidths = std::map<const Table*, Length>;

// Pixels per inch of the pictures that a press asks for, and the fewest that it takes.
struct PictureNeeds {
  double asked = 0, least = 0;
};

// What setting an article needs; all of it outlives the setting. One per thread, as its setter.
struct SettingContext {
  const Issue& issue;
  const Layout& layout;
  TextSetter& setter;
  const PictureFacts& pictures;
  const IssueStructure& structure;
  std::shared_ptr<TableWidths> table_widths = std::make_shared<TableWidths>();
  std::shared_ptr<SentencesOfIssue> sentences = std::make_shared<SentencesOfIssue>(issue);
  Weights weights{};
  Knobs knobs{};
  PictureNeeds press{};
};

// The same, for one article.
struct StoryContext {
  const SettingContext& all;
  std::uint32_t index;

  const Article& article() const { return all.issue.articles[index]; }
  const ArticleNodes& nodes() const { return all.structure.articles[index]; }
  const Layout& layout() const { return all.layout.in(article().language); }
  const Grid& grid() const { return all.layout.grid; }
  // Whether its columns are read from the right, and whether the paper's are not.
  bool from_right() const { return is_right_to_left(article().language); }
  bool against_paper() const { return from_right() != all.layout.from_right; }
  // Words of the paper's own among the article's: "Continued on page 5".
  Text paper_text(std::string words) const {
    Text text = plain_text(std::move(words), all.issue.manifest.language);
    text.from_right = from_right();
    return text;
  }
  Owner owner(LeafId leaf) const { return {nodes().leaf[leaf], index, leaf}; }

  std::vector<Line> set(LeafId leaf, const TextStyle& style, Length measure,
                        const SetOptions& options = {}) const {
    return all.setter.set(article().text(leaf), style, {measure, {}, {}}, options);
  }
};

}  // namespace forme
