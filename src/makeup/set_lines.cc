#include "makeup/set_lines.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace forme {
namespace {

constexpr Length kHang = 2_pt;  // of what hangs out of a measure

// Of the size, for each row of a line: more than the leading of any copy, less than a free row
// under a line.
constexpr double kNextLine = 1.5;

bool is_space_at(std::string_view text, std::size_t at) {
  return text.substr(at, 1) == " " || text.substr(at, 2) == "\u00A0";
}

void add_spaces(const GlyphItem& item, std::vector<Extent>& spaces) {
  Length pen = item.origin.x;
  for (const Glyph& glyph : item.run.glyphs) {
    if (is_space_at(item.run.text, glyph.cluster)) spaces.push_back({pen, pen + glyph.advance});
    pen += glyph.advance;
  }
}

bool ends_on_hyphen(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text.ends_with('-') || text.ends_with("\u2010") || text.ends_with("\u00AD");
}

// The lines of one page in paint order, those of furniture too.
std::vector<SetLine> lines_of(const DisplayPage& page) {
  std::vector<SetLine> lines;
  std::uint32_t reached = 0;  // byte that the runs of the last line go up to
  for (const DisplayItem& item : page.items) {
    if (const auto* line = std::get_if<LineItem>(&item)) {
      lines.push_back({*line, page.folio, {}, {}, false});
      reached = 0;
    } else if (const auto* glyphs = std::get_if<GlyphItem>(&item); glyphs && !lines.empty()) {
      SetLine& of = lines.back();
      if (of.size == Length()) of.size = glyphs->run.size;
      add_spaces(*glyphs, of.spaces);
      if (glyphs->run.text_last >= reached) of.ends_on_hyphen = ends_on_hyphen(glyphs->run.text);
      reached = std::max(reached, glyphs->run.text_last);
    }
  }
  return lines;
}

// Its copy goes on beside it, above its baseline.
bool is_drop_cap(const SetLine& line, const SetLine& next) {
  const Length above = line.item.origin.y - next.item.origin.y;
  return line.folio == next.folio && line.item.text.article == next.item.text.article &&
         line.item.text.leaf == next.item.text.leaf && above > Length() && above < line.size &&
         next.size < line.size;
}

}  // namespace

std::vector<SetLine> set_lines(const std::vector<DisplayPage>& pages) {
  std::vector<SetLine> lines;
  for (const DisplayPage& page : pages) {
    for (SetLine& line : lines_of(page)) {
      if (line.item.text.leaf != kNoLeaf) lines.push_back(std::move(line));
    }
  }
  const auto place = [](const SetLine& line) {
    const TextRef& text = line.item.text;
    return std::tuple(text.article, text.leaf, text.first);
  };
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const SetLine& a, const SetLine& b) { return place(a) < place(b); });
  std::vector<SetLine> copy;
  copy.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i + 1 < lines.size() && is_drop_cap(lines[i], lines[i + 1])) continue;
    copy.push_back(std::move(lines[i]));
  }
  return copy;
}

bool stands_under(const SetLine& a, const SetLine& b, const LegMeasure& measure) {
  const Length down = b.item.origin.y - a.item.origin.y;
  const Extent above = a.extent(), below = b.extent();
  const Length both = std::max(above.to, below.to) - std::min(above.from, below.from);
  return a.folio == b.folio && down > Length() && down <= a.size * (kNextLine * measure.rows) &&
         (overlap(above, below) || both <= measure.column + kHang);
}

}  // namespace forme
