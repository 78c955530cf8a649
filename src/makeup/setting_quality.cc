#include "makeup/setting_quality.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <span>

#include "makeup/leg_faults.h"

namespace forme {
namespace {

constexpr double kLoose = 1.5, kTight = 0.8;           // times the natural word space
constexpr double kShortEndEms = 2, kShortWordEms = 4;  // of a last line; with one word alone
constexpr int kLadder = 3;                             // hyphens in a row
constexpr int kRiver = 3;                              // lines that a river runs through at least
constexpr int kUnderHead = 3;  // lines of copy that a crosshead keeps under it in its leg

using Lines = std::span<const SetLine>;

bool is_copy(LeafRole role) {
  switch (role) {
    case LeafRole::Paragraph:
    case LeafRole::Note:
    case LeafRole::Footnote:
    case LeafRole::Correction:
    case LeafRole::Previously:
      return true;
    default:
      return false;
  }
}

// Calls `each` for every longest stretch of lines that `joined` keeps together.
template <class Joined, class Each>
void for_each_stretch(Lines lines, Joined joined, Each each) {
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t end = first + 1;
    while (end < lines.size() && joined(lines[end - 1], lines[end])) ++end;
    each(lines.subspan(first, end - first));
    first = end;
  }
}

bool same_leaf(const SetLine& a, const SetLine& b) {
  return a.item.text.leaf == b.item.text.leaf;
}

int ladders(Lines paragraph) {
  int count = 0, in_a_row = 0;
  for (const SetLine& line : paragraph) {
    in_a_row = line.ends_on_hyphen ? in_a_row + 1 : 0;
    count += in_a_row == kLadder ? 1 : 0;
  }
  return count;
}

bool is_short_end(const SetLine& line) {
  const double least = line.spaces.empty() ? kShortWordEms : kShortEndEms;
  return line.item.last_of_paragraph && line.item.width < line.size * least;
}

// Word spaces of lines one under another: each is joined with those that it overlaps in the line
// above, and what joins kRiver lines is a river.
class RiverFinder {
 public:
  int count(Lines stack) {
    std::size_t above = 0;  // first space of the line above
    for (std::size_t i = 0; i < stack.size(); ++i) {
      const std::size_t here = spaces_.size();
      for (const Extent& space : stack[i].spaces) add(space, static_cast<int>(i), above, here);
      above = here;
    }
    std::map<std::size_t, int> last_line;  // of each chain, by its first space
    for (std::size_t s = 0; s < spaces_.size(); ++s) last_line[head(s)] = spaces_[s].line;
    return static_cast<int>(std::count_if(
        last_line.begin(), last_line.end(),
        [&](const auto& chain) { return chain.second - spaces_[chain.first].line + 1 >= kRiver; }));
  }

 private:
  struct Space {
    Extent extent;
    int line = 0;
    std::size_t joined = 0;  // an earlier space of its chain, or itself
  };
  std::size_t head(std::size_t s) const {
    while (spaces_[s].joined != s) s = spaces_[s].joined;
    return s;
  }
  void add(const Extent& extent, int line, std::size_t above, std::size_t here) {
    const std::size_t self = spaces_.size();
    spaces_.push_back({extent, line, self});
    for (std::size_t s = above; s < here; ++s) {
      if (!overlap(spaces_[s].extent, extent)) continue;
      const std::size_t a = head(s), b = head(self);
      spaces_[std::max(a, b)].joined = std::min(a, b);
    }
  }
  std::vector<Space> spaces_;  // line by line, so that a chain's head is on its first line
};

auto stacked(const LegMeasure& measure) {
  return [measure](const SetLine& a, const SetLine& b) { return stands_under(a, b, measure); };
}

// How a paragraph is broken over legs: its parts, each on one leg.
void judge_breaks(Lines paragraph, const LegMeasure& measure, SettingFigures& figures) {
  std::vector<Lines> parts;
  for_each_stretch(paragraph, stacked(measure), [&](Lines part) { parts.push_back(part); });
  if (parts.size() < 2) return;
  figures.orphans += parts.front().size() == 1 ? 1 : 0;
  figures.widows += parts.back().size() == 1 && parts.back().back().item.last_of_paragraph ? 1 : 0;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i)
    figures.hyphen_legs += parts[i].back().item.hyphenated ? 1 : 0;
}

void judge_paragraph(Lines paragraph, const LegMeasure& measure, SettingFigures& figures) {
  figures.lines += static_cast<int>(paragraph.size());
  for (const SetLine& line : paragraph) {
    figures.hyphens += line.item.hyphenated ? 1 : 0;
    figures.loose += line.item.space_ratio > kLoose ? 1 : 0;
    figures.tight += line.item.space_ratio < kTight ? 1 : 0;
  }
  figures.ladders += ladders(paragraph);
  figures.short_ends += paragraph.size() > 1 && is_short_end(paragraph.back()) ? 1 : 0;
  judge_breaks(paragraph, measure, figures);
}

// A column's stretch of the grid on a page.
struct LegBox {
  Length left, right, top, bottom;
  bool holds(const SetLine& line) const {
    const Point& at = line.item.origin;
    const Length middle = at.x + line.item.width / 2;  // its ends may hang out
    return middle >= left && middle < right && at.y > top && at.y <= bottom;
  }
};

LegBox leg_box(const GridRect& leaf, const LegSpace& space, const Layout& layout) {
  const Grid& grid = layout.grid;
  Length left = grid.left(leaf.x + space.column);
  if (layout.from_right) left = layout.trim.width - left - grid.column;
  return {left, left + grid.column, grid.top(leaf.y + space.row),
          grid.top(leaf.y + space.row + space.rows)};
}

// `lines` are all the article's: a crosshead over its last line or two cannot have more.
int low_crossheads(const std::vector<const SetLine*>& leg, Lines lines, const Article& article) {
  int count = 0;
  for (std::size_t i = 0; i < leg.size(); ++i) {
    const LeafId leaf = leg[i]->item.text.leaf;
    if (article.leaves[leaf].role != LeafRole::Crosshead) continue;
    if (i + 1 < leg.size() && leg[i + 1]->item.text.leaf == leaf) continue;  // it has more lines
    std::set<Length> below;
    for (const SetLine* line : leg) {
      if (line->item.origin.y > leg[i]->item.origin.y) below.insert(line->item.origin.y);
    }
    const auto left = std::count_if(lines.begin(), lines.end(), [&](const SetLine& line) {
      return line.item.text.leaf > leaf;
    });
    count += below.size() < kUnderHead && left >= kUnderHead ? 1 : 0;
  }
  return count;
}

// Legs of one leaf of the plan on page `folio`; `lines` are all the article's.
void judge_legs(const PlanLeaf& leaf, int folio, Lines lines, const Article& article,
                const Layout& layout, SettingFigures& figures) {
  const LegFaults faults = leg_faults(leaf.spaces, leaf.continued_on > 0);
  figures.legs += faults.legs;
  figures.short_legs += faults.short_legs;
  figures.uneven_feet += faults.uneven_feet;
  for (const FilledLeg& leg : leaf.spaces) {
    const LegBox box = leg_box(leaf.box, leg.space, layout);
    std::vector<const SetLine*> inside;
    for (const SetLine& line : lines) {
      if (line.folio == folio && box.holds(line)) inside.push_back(&line);
    }
    figures.low_crossheads += low_crossheads(inside, lines, article);
  }
}

void judge_legs(const Plan& plan, Lines lines, const Article& article, const Layout& layout,
                SettingFigures& figures) {
  for (const PlanPage& page : plan.pages) {
    for (const PlanLeaf& leaf : page.leaves) {
      if (std::find(leaf.ids.begin(), leaf.ids.end(), article.id) != leaf.ids.end())
        judge_legs(leaf, page.folio, lines, article, layout, figures);
    }
  }
}

SettingFigures judge_article(Lines lines, const Article& article, const LegMeasure& measure) {
  SettingFigures figures;
  std::vector<SetLine> copy;
  for (const SetLine& line : lines) {
    figures.overfull += line.item.overfull ? 1 : 0;
    if (is_copy(article.leaves[line.item.text.leaf].role)) copy.push_back(line);
  }
  for_each_stretch(copy, same_leaf,
                   [&](Lines paragraph) { judge_paragraph(paragraph, measure, figures); });
  for_each_stretch(copy, stacked(measure),
                   [&](Lines stack) { figures.rivers += RiverFinder().count(stack); });
  return figures;
}

}  // namespace

SettingFigures& SettingFigures::operator+=(const SettingFigures& other) {
  for (const auto member :
       {&SettingFigures::lines, &SettingFigures::hyphens, &SettingFigures::ladders,
        &SettingFigures::loose, &SettingFigures::tight, &SettingFigures::rivers,
        &SettingFigures::short_ends, &SettingFigures::widows, &SettingFigures::orphans,
        &SettingFigures::overfull, &SettingFigures::legs, &SettingFigures::short_legs,
        &SettingFigures::hyphen_legs, &SettingFigures::low_crossheads,
        &SettingFigures::uneven_feet}) {
    this->*member += other.*member;
  }
  return *this;
}

SettingQuality setting_quality(const std::vector<SetLine>& lines, const Plan& plan,
                               const Issue& issue, const Layout& layout) {
  SettingQuality quality;
  const auto same_article = [](const SetLine& a, const SetLine& b) {
    return a.item.text.article == b.item.text.article;
  };
  for_each_stretch(lines, same_article, [&](Lines of_article) {
    const Article& article = issue.articles[of_article.front().item.text.article];
    SettingFigures figures =
        judge_article(of_article, article,
                      {layout.grid.column, layout.in(article.language).style("body").grid_rows});
    judge_legs(plan, of_article, article, layout, figures);
    quality.total += figures;
    quality.articles.push_back({article.id, figures});
  });
  return quality;
}

}  // namespace forme
