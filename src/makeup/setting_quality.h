#pragma once

#include <string>
#include <vector>

#include "content/issue.h"
#include "makeup/plan.h"
#include "makeup/set_lines.h"

namespace forme {

// How copy is set, in figures. The copy's lines are those of paragraphs (of panels, letters, lists
// and nibs too) and of notes, footnotes, corrections and earlier articles; headlines, captions,
// cells and other display are judged for being overfull alone. A leg is a stretch of a column that
// a story's copy flows through; it ends at the story's foot or at what stands in the column.
struct SettingFigures {
  int lines = 0;
  int hyphens = 0;         // lines that end in a hyphen that setting put in
  int ladders = 0;         // three or more lines of a paragraph in a row that end in any hyphen
  int loose = 0;           // lines whose word spaces are over 1.5 times the face's
  int tight = 0;           // lines whose word spaces are under 0.8 times the face's
  int rivers = 0;          // word spaces of three or more lines, each over one of the next line
  int short_ends = 0;      // last lines, not first, under 2 em, or under 4 em with one word
  int widows = 0;          // last lines of a paragraph alone at the head of a leg
  int orphans = 0;         // first lines of a paragraph alone at the foot of a leg
  int overfull = 0;        // lines wider than their measure, of display too
  int legs = 0;            // that hold copy
  int short_legs = 0;      // under 6 rows deep, of stories with more legs than one
  int hyphen_legs = 0;     // that end on a hyphen that setting put in
  int low_crossheads = 0;  // with under 3 lines under them in their leg, though the copy has more
  int uneven_feet = 0;     // legs that stop short of those beside them; a story's last leg may

  // Of a hundred lines of copy.
  double hyphens_per_100() const { return lines > 0 ? 100.0 * hyphens / lines : 0; }
  SettingFigures& operator+=(const SettingFigures& other);
  bool operator==(const SettingFigures&) const = default;
};

struct ArticleSetting {
  std::string article;
  SettingFigures figures;
};

struct SettingQuality {
  std::vector<ArticleSetting> articles;  // in the order of the issue; those on a page
  SettingFigures total;
};

// Judges the lines of the made-up pages of `plan`, which has what make-up found in it.
// REQUIRES: `lines` come from set_lines.
SettingQuality setting_quality(const std::vector<SetLine>& lines, const Plan& plan,
                               const Issue& issue, const Layout& layout);

}  // namespace forme
