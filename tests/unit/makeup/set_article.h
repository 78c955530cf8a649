#pragma once

#include <memory>
#include <string>

#include "makeup/context.h"
#include "makeup/galley_builder.h"
#include "support/memory_issue.h"

namespace forme {

// An article ready to be set, with a shipped layout and its fonts. `parts` says what stands in it.
struct SetArticle {
  explicit SetArticle(MemoryIssue parts, const std::string& layout_id = "tabloid")
      : issue(parts.read()),
        said(parts.said()),
        layout(*read_layout(*disk(), std::string(FORME_SOURCE_DIR) + "/layouts/" + layout_id,
                            diagnostics)),
        fonts(*FontLibrary::open(*disk(), std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml",
                                 layout.font_set)),
        setter(fonts),
        structure(build_structure(issue)) {}

  explicit SetArticle(const std::string& body, const std::string& attributes = "")
      : SetArticle(parts_of(body, attributes)) {}
  static MemoryIssue parts_of(const std::string& body, const std::string& attributes) {
    MemoryIssue parts;
    parts.body = body;
    parts.article_attributes = attributes;
    return parts;
  }
  static const std::unique_ptr<FileSystem>& disk() {
    static const std::unique_ptr<FileSystem> fs = make_disk_file_system();
    return fs;
  }

  StoryContext context() const { return {settings, 0}; }
  const Article& article() const { return issue.articles.front(); }
  template <class T>
  const T& block(std::size_t index = 0) const {
    return std::get<T>(article().body.at(index).body);
  }

  SetArticle(const SetArticle&) = delete;
  SetArticle& operator=(const SetArticle&) = delete;

  Issue issue;
  std::string said;
  Diagnostics diagnostics;
  Layout layout;
  FontLibrary fonts;
  mutable TextSetter setter;
  PictureFacts pictures;
  IssueStructure structure;
  SettingContext settings{issue, layout, setter, pictures, structure};
};

// Where the ink of an item's glyphs is taken to begin and end.
inline Length left_of(const GlyphItem& item) {
  return item.origin.x;
}
inline Length right_of(const GlyphItem& item) {
  Length x = item.origin.x;
  for (const Glyph& glyph : item.run.glyphs) x += glyph.advance;
  return x;
}
// The glyph items of a strip.
inline std::vector<GlyphItem> glyphs_in(const std::vector<DisplayItem>& items) {
  std::vector<GlyphItem> out;
  for (const DisplayItem& item : items) {
    if (const auto* glyphs = std::get_if<GlyphItem>(&item)) out.push_back(*glyphs);
  }
  return out;
}
// What they read as, one after the other.
inline std::string words_in(const std::vector<DisplayItem>& items) {
  std::string out;
  for (const GlyphItem& item : glyphs_in(items)) out += item.run.text;
  return out;
}

}  // namespace forme
