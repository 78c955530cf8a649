#include "makeup/furniture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "display/shown_pages.h"
#include "makeup/bounded_lines.h"
#include "makeup/ink_reach.h"
#include "makeup/phrases.h"
#include "style/furniture_names.h"

namespace forme {
namespace {

constexpr Length kClearOfRule = 2_pt;  // between a title and the rules over and under it
constexpr Length kUnderTitle = 4_pt;   // the same under its descenders: large letters ask for more
constexpr double kOvershoot = 0.05;    // of its size, that round letters reach under the baseline

std::string host_of(const std::string& url) {
  const std::size_t scheme = url.find("://");
  std::string host = scheme == std::string::npos ? url : url.substr(scheme + 3);
  while (!host.empty() && host.back() == '/') host.pop_back();
  return host;
}

Length x_of(const Grid& grid, double col) {
  return grid.origin.x + (grid.column + grid.gutter) * col;
}
Length width_of(const Grid& grid, double cols) {
  return grid.column * cols + grid.gutter * (cols - 1);
}

class FurnitureSetter {
 public:
  FurnitureSetter(DisplayPage& out, const SettingContext& context, const PageKind& kind,
                  const PlanPage& page, const Plan& plan, Diagnostics& diagnostics)
      : out_(out),
        context_(context),
        kind_(kind),
        grid_(context.layout.grid),
        page_(page),
        plan_(plan),
        diagnostics_(diagnostics) {}

  void rule(const FurnitureRule& r) {
    if (r.ear >= 0 && !find_ear(r.ear)) return;
    if (r.rows > 0) {
      append_upright_rule(out_.items, x_of(grid_, r.col) - grid_.gutter / 2, grid_.top(r.row),
                          grid_.row * r.rows, r.thickness, r.colour);
    } else {
      append_rule(out_.items, x_of(grid_, r.col), grid_.top(r.row), width_of(grid_, r.cols),
                  r.thickness, r.colour);
    }
  }

  void text(const FurnitureText& t) {
    const Length measure = t.width > Length() ? t.width : width_of(grid_, t.cols);
    std::vector<Piece> pieces;
    Length total;
    for (const FurniturePiece& piece : t.pieces) {
      const std::string words =
          fill_template(piece.text, context_.issue, page_, static_cast<int>(plan_.pages.size()));
      if (words.empty()) continue;
      TextStyle style = t.shrink ? large_style(piece.style) : context_.layout.style(piece.style);
      style.align = Align::Start;
      const Text text = plain_text(words, context_.issue.manifest.language);
      Piece set{context_.setter.set_line(text, style), style, text};
      if (t.shrink && set.line.width > measure) shrink(set, measure / set.line.width);
      total += set.line.width + (pieces.empty() ? Length() : t.gap);
      pieces.push_back(std::move(set));
    }
    // Pieces of several sizes share the baseline of the last, the plainest.
    Length baseline =
        pieces.empty() ? Length() : grid_.top(t.row) + first_baseline(pieces.back().style);
    if (t.shrink && pieces.size() == 1) total = fit_between_rules(pieces.front(), baseline);
    const Length room = width_of(grid_, t.cols);
    Length x = x_of(grid_, t.col);
    if (t.align == Align::End) x += room - total;
    if (t.align == Align::Centre) x += (room - total) / 2;
    if (!claim({x, x + total, baseline})) {
      for (const Piece& piece : pieces) left_out_.push_back(piece.text.utf8);
      return;
    }
    for (const Piece& piece : pieces) {
      append_line(out_.items, piece.line, x, baseline, Owner{});
      x += piece.line.width + t.gap;
    }
  }

  void ear(const FurnitureEar& place) {
    const Ear* found = find_ear(place.index);
    if (!found) return;
    const Ear& ear = *found;
    const std::size_t first = out_.items.size();
    const Length x = x_of(grid_, place.col), width = width_of(grid_, place.cols),
                 top = grid_.top(place.row);
    const int page = page_of(plan_, ear.article);
    const Length last = page > 0 ? context_.layout.style("ear-page").leading : Length();
    BoundedLines lines(out_.items, x, top, foot_under(place));
    add(lines, ear.headline, "ear-heading", width, last);
    lines.skip(grid_.row * context_.layout.style("ear-heading").rows_after);
    add(lines, ear.text, "ear", width, last);
    if (page > 0) add(lines, page_words(page), "ear-page", width, Length());
    lines.warn(ear.where, fmt::format("the ear on page {}", page_.folio), diagnostics_);
    if (page == 0) return;
    LinkItem link;
    link.box = {x, top, width, lines.reached() - top};
    link.destination = "article/" + ear.article;
    link.title = ear.headline;
    out_.items.push_back(link);
    limit_to(out_.items, outputs_of(context_.issue, ear.article), first);
  }

  // Words that had no room.
  const std::vector<std::string>& left_out() const { return left_out_; }

 private:
  // A line of furniture: its edges and its baseline.
  struct Claimed {
    Length left, right, baseline;
  };
  // False where it would stand over a line that is there: a layout's first lines matter most.
  bool claim(const Claimed& line) {
    const bool free = std::none_of(claimed_.begin(), claimed_.end(), [&](const Claimed& other) {
      return other.baseline == line.baseline && line.left < other.right + kClearOfRule &&
             other.left < line.right + kClearOfRule;
    });
    if (free && line.left < line.right) claimed_.push_back(line);
    return free;
  }

  // Null where the paper has no such ear.
  const Ear* find_ear(int index) const {
    const std::vector<Ear>& ears = context_.issue.paper.ears;
    if (index < 0 || index >= static_cast<int>(ears.size())) return nullptr;
    const Ear& ear = ears[static_cast<std::size_t>(index)];
    return ear.is_empty() ? nullptr : &ear;
  }

  struct Piece {
    Line line;
    TextStyle style;
    Text text;
  };

  void shrink(Piece& piece, double part) const {
    piece.style.size = piece.style.size * part;
    piece.line = context_.setter.set_line(piece.text, piece.style);
  }

  // A title whose descenders would cross the rule under it stands higher, and is smaller where the
  // rule over it leaves it no room. Gives the line's width.
  Length fit_between_rules(Piece& title, Length& baseline) const {
    const Length middle = baseline - title.style.size / 3;
    Length top, foot = out_.trim.height;
    for (const FurnitureRule& rule : kind_.rules) {
      if (rule.rows > 0) continue;
      const Length y = grid_.top(rule.row);
      if (y < middle)
        top = std::max(top, y + rule.thickness + kClearOfRule);
      else
        foot = std::min(foot, y - kUnderTitle);
    }
    const auto [over, under] = ink_reach(title.line, context_.setter.fonts());
    const bool clear = baseline + under <= foot && baseline - over >= top;
    if (clear || (under <= kOvershoot * title.style.size && baseline - over >= top))
      return title.line.width;
    const double part = std::min(1.0, (foot - top) / (over + under));
    shrink(title, part);
    baseline = foot - under * part;
    return title.line.width;
  }

  // The line of a masthead keeps its depth: letters that need more of it are smaller.
  TextStyle large_style(const std::string& name) const {
    TextStyle style = context_.layout.in(context_.issue.manifest.language).style(name);
    const Length leading = context_.layout.style(name).leading;
    style.size = style.size * (leading / style.leading);
    style.leading = leading;
    return style;
  }
  std::string page_words(int page) const {
    return fmt::format(fmt::runtime(phrases(context_.issue.manifest.language).page), page);
  }
  void add(BoundedLines& lines, const std::string& text, const char* style_name, Length width,
           Length kept) {
    if (text.empty()) return;
    const TextStyle& style = context_.layout.style(style_name);
    lines.add(context_.setter.set(plain_text(text, context_.issue.manifest.language), style,
                                  {width, {}, {}}),
              style, kept);
  }
  // Where an ear must end: above the next rule, line or slot under it, or at the page's foot.
  Length foot_under(const FurnitureEar& ear) const {
    double row = grid_.rows;
    const auto stands = [&](double at, double col, double cols) {
      if (at > ear.row && col < ear.col + ear.cols && ear.col < col + cols) row = std::min(row, at);
    };
    for (const FurnitureRule& rule : kind_.rules) {
      if (rule.rows == 0) stands(rule.row, rule.col, rule.cols);
    }
    for (const FurnitureText& text : kind_.texts) stands(text.row, text.col, text.cols);
    for (const Slot& slot : kind_.slots) stands(slot.box.y, slot.box.x, slot.box.w);
    return grid_.top(row) - kClearOfRule;
  }

  DisplayPage& out_;
  const SettingContext& context_;
  const PageKind& kind_;
  const Grid& grid_;
  const PlanPage& page_;
  const Plan& plan_;
  Diagnostics& diagnostics_;
  std::vector<Claimed> claimed_;
  std::vector<std::string> left_out_;
};

std::string value_of(FurnitureName name, const Issue& issue, const PlanPage& page, int pages) {
  const Manifest& m = issue.manifest;
  switch (name) {
    case FurnitureName::Title:
      return issue.paper.title.empty() ? m.publication_name : issue.paper.title;
    case FurnitureName::Motto:
      return issue.paper.motto;
    case FurnitureName::Date:
      return long_date(m.cover_date, m.language);
    case FurnitureName::ShortDate:
      return short_date(m.cover_date, m.language);
    case FurnitureName::Number:
      return m.number;
    case FurnitureName::Issue:
      return fmt::format(fmt::runtime(phrases(m.language).issue), m.number);
    case FurnitureName::Price:
      return m.price;
    case FurnitureName::Folio:
      return fmt::format("{}", page.folio);
    case FurnitureName::Pages:
      return fmt::format("{}", pages);
    case FurnitureName::Section: {
      const PaperSection* section = issue.paper.section(page.section);
      return section ? section->title : page.section;
    }
    case FurnitureName::Issn:
      return m.issn;
    case FurnitureName::IssnLabel:
      return m.issn.empty() ? "" : "ISSN " + m.issn;
    case FurnitureName::Host:
      return host_of(m.base_url);
    case FurnitureName::Edition:
      return fmt::format("{}", m.edition);
    case FurnitureName::Imprint:
      return issue.paper.imprint.empty() ? "" : issue.paper.imprint.front();
  }
  return "";
}

}  // namespace

std::string fill_template(const std::string& words, const Issue& issue, const PlanPage& page,
                          int pages) {
  std::string out;
  for (const TemplatePiece& piece : template_pieces(words)) {
    const auto name = furniture_name(piece.words);
    if (!piece.is_name)
      out += piece.words;
    else if (name)
      out += value_of(*name, issue, page, pages);
  }
  return out;
}

std::vector<std::string> append_furniture(DisplayPage& out, const PageKind& kind,
                                          const SettingContext& context, const PlanPage& page,
                                          const Plan& plan, Diagnostics& diagnostics) {
  FurnitureSetter setter(out, context, kind, page, plan, diagnostics);
  for (const FurnitureRule& rule : kind.rules) setter.rule(rule);
  for (const FurnitureText& text : kind.texts) setter.text(text);
  for (const FurnitureEar& ear : kind.ears) setter.ear(ear);
  return setter.left_out();
}

namespace {

// Paragraphs are handed out to the columns from the left, as evenly as their number allows.
SetBlock imprint_block(const SettingContext& context) {
  SetBlock block;
  const std::vector<std::string>& paragraphs = context.issue.paper.imprint;
  if (paragraphs.empty()) return block;
  const Grid& grid = context.layout.grid;
  const TextStyle& style = context.layout.style("note");
  constexpr Length kRule = 0.5_pt;
  append_rule(block.items, Length(), Length(), grid.width(grid.columns), kRule, "black");
  const auto columns =
      std::min<std::size_t>(static_cast<std::size_t>(grid.columns), paragraphs.size());
  const std::size_t each = (paragraphs.size() + columns - 1) / columns;
  Length deepest;
  for (std::size_t c = 0; c < columns; ++c) {
    Length y = grid.row * 0.5;
    for (std::size_t i = c * each; i < std::min(paragraphs.size(), (c + 1) * each); ++i) {
      const Text text = plain_text(paragraphs[i], context.issue.manifest.language);
      y += append_lines(block.items, context.setter.set(text, style, {grid.column, {}, {}}), style,
                        (grid.column + grid.gutter) * static_cast<int>(c), y, Owner{});
    }
    deepest = std::max(deepest, y);
  }
  block.rows = rows_for(deepest, grid);
  return block;
}

}  // namespace

int imprint_rows(const SettingContext& context) {
  return imprint_block(context).rows;
}
std::vector<DisplayItem> set_imprint(const SettingContext& context) {
  return imprint_block(context).items;
}

std::uint8_t outputs_of(const Issue& issue, const std::string& id) {
  const Article* article = issue.article(id);
  return article ? article->outputs : kAllOutputs;
}

int page_of(const Plan& plan, const std::string& article) {
  for (const PlanPage& page : plan.pages) {
    for (const PlanLeaf& leaf : page.leaves) {
      if (!carries_copy(leaf.kind) || leaf.continued_from > 0) continue;
      if (std::find(leaf.ids.begin(), leaf.ids.end(), article) != leaf.ids.end()) return page.folio;
    }
  }
  return 0;
}

}  // namespace forme
