#pragma once

#include <map>
#include <string>

#include "content/issue.h"
#include "font/font_library.h"
#include "image/picture.h"
#include "makeup/issue_structure.h"
#include "makeup/items.h"
#include "paragraph/set_text.h"
#include "style/layout.h"

namespace forme {

using PictureFacts = std::map<std::string, PictureInfo>;  // by Figure::source

// What setting an article needs; all of it outlives the setting.
struct SettingContext {
  const Issue& issue;
  const Layout& layout;
  TextSetter& setter;
  const PictureFacts& pictures;
  const IssueStructure& structure;
};

// The same, for one article.
struct StoryContext {
  const SettingContext& all;
  std::uint32_t index;

  const Article& article() const { return all.issue.articles[index]; }
  const ArticleNodes& nodes() const { return all.structure.articles[index]; }
  const Layout& layout() const { return all.layout; }
  const Grid& grid() const { return all.layout.grid; }
  Owner owner(LeafId leaf) const { return {nodes().leaf[leaf], index, leaf}; }

  std::vector<Line> set(LeafId leaf, const TextStyle& style, Length measure,
                        const SetOptions& options = {}) const {
    return all.setter.set(article().text(leaf), style, {measure, {}, {}}, options);
  }
};

// Furniture text that is no part of the copy.
inline Text plain_text(std::string words, const std::string& language) {
  Text text;
  text.utf8 = std::move(words);
  text.language = language;
  return text;
}

}  // namespace forme
