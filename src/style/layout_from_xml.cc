#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <vector>

#include "base/names.h"
#include "base/number.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "style/furniture_names.h"
#include "style/grammar.h"
#include "style/layout_from_xml.h"

namespace forme {
namespace {

// The rows that a headline is given hold smaller type where lines are deeper, but not by all that
// they are deeper.
Layout vary(const Layout& plain, const LayoutVariant& by) {
  Layout out = plain;
  out.variants.clear();
  const Length display = plain.style("body").size * 2;
  for (auto& [name, style] : out.styles) {
    const double times = style.size < display ? by.size : by.display;
    const bool on_grid = style.leading == out.grid.row;
    style.size = style.size * times;
    style.middle = on_grid ? style.middle / times : by.middle;  // the baseline stays on the grid
    if (on_grid) style.grid_rows = by.leading;
    style.leading = style.leading * by.leading;
  }
  for (HeadlineStep& step : out.headline_steps) step.rows *= by.leading;
  out.headline_rows = (1.0 + by.leading) / 2;
  return out;
}

// Reads one layout file; every mistake goes to `diagnostics_`.
class LayoutReader {
 public:
  LayoutReader(std::string file, Diagnostics& diagnostics)
      : file_(std::move(file)), diagnostics_(diagnostics) {}

  // `base` gives colours, protrusion, styles and headline steps that this layout does not replace.
  Layout read(const XmlElement& root, const Layout* base);

 private:
  Location at(const XmlElement& e) const { return {file_, e.line, e.column}; }
  void complain(const XmlElement& e, std::string message, std::string hint = {}) {
    diagnostics_.error(at(e), std::move(message), std::move(hint));
  }
  std::string text(const XmlElement& e, const char* name, std::string otherwise = {}) const {
    const XmlAttribute* a = e.attribute(name);
    return a ? a->value : otherwise;
  }
  Length length(const XmlElement& e, const char* name, Length otherwise);
  double number(const XmlElement& e, const char* name, double otherwise);
  int whole(const XmlElement& e, const char* name, int otherwise) {
    return static_cast<int>(number(e, name, otherwise));
  }
  bool flag(const XmlElement& e, const char* name, bool otherwise) const {
    const XmlAttribute* a = e.attribute(name);
    return a ? a->value == "true" : otherwise;
  }
  Align align(const XmlElement& e, Align otherwise);
  template <class Visit>
  void each(const XmlElement& e, Visit visit) {
    for (const auto& child : e.children) {
      if (const auto* element = std::get_if<XmlElement>(&child)) visit(*element);
    }
  }
  void read_root(const XmlElement& root, Layout& layout);
  void read_colour(const XmlElement& e, Layout& layout);
  void read_protrusion(const XmlElement& e, Layout& layout);
  void read_hang(const XmlElement& e, Protrusion& table);
  Protrusion protrusion(const XmlElement& style, const Layout& layout, const Protrusion& otherwise);
  void read_style(const XmlElement& e, Layout& layout);
  void read_script(const XmlElement& e, Layout& layout);
  void read_page(const XmlElement& e, Layout& layout);
  void read_furniture(const XmlElement& e, const Layout& layout, PageKind& page);
  FurnitureRule read_rule(const XmlElement& e, const Layout& layout);
  FurniturePiece read_run(const XmlElement& e, const Layout& layout);
  template <class Named>
  void check_declared(const XmlElement& e, const char* attribute, const std::string& name,
                      const Named& declared);
  void check_names(const XmlElement& e, const std::string& words);
  void read_slot(const XmlElement& e, const Grid& grid, PageKind& page);
  void check(const XmlElement& root, const Layout& layout);

  std::string file_;
  Diagnostics& diagnostics_;
};

Length LayoutReader::length(const XmlElement& e, const char* name, Length otherwise) {
  const XmlAttribute* a = e.attribute(name);
  if (!a) return otherwise;
  if (auto value = parse_length(a->value)) return *value;
  diagnostics_.error({file_, a->line, a->column}, fmt::format("'{}' is not a length", a->value),
                     "write 9.5pt, 15mm or 1in");
  return otherwise;
}

double LayoutReader::number(const XmlElement& e, const char* name, double otherwise) {
  const XmlAttribute* a = e.attribute(name);
  if (!a) return otherwise;
  if (auto value = parse_double(a->value)) return *value;
  diagnostics_.error({file_, a->line, a->column}, fmt::format("'{}' is not a number", a->value));
  return otherwise;
}

Align LayoutReader::align(const XmlElement& e, Align otherwise) {
  const std::string value = text(e, "align");
  if (value.empty()) return otherwise;
  if (value == "justify") return Align::Justify;
  if (value == "start") return Align::Start;
  if (value == "end") return Align::End;
  if (value == "centre") return Align::Centre;
  complain(e, fmt::format("'{}' is not an alignment", value), "justify, start, end or centre");
  return otherwise;
}

void LayoutReader::read_root(const XmlElement& root, Layout& layout) {
  layout.id = text(root, "id");
  layout.press = text(root, "press", "newsprint-coldset");
  layout.font_set = text(root, "fonts", "noto");
  layout.lift_quotes = flag(root, "liftQuotes", true);
  std::istringstream trim(text(root, "trim"));
  std::string width, height;
  trim >> width >> height;
  auto w = parse_length(width);
  auto h = parse_length(height);
  if (!w || !h) complain(root, "trim needs a width and a height", "write trim=\"289mm 380mm\"");
  layout.trim = {w.value_or(289_mm), h.value_or(380_mm)};
  layout.bleed = length(root, "bleed", Length());
  const Length margin = length(root, "margin", 15_mm);
  const Length head = length(root, "head", margin);
  const Length foot = length(root, "foot", margin);
  Grid& grid = layout.grid;
  grid.columns = std::clamp(whole(root, "columns", 6), 1, 12);
  grid.gutter = length(root, "gutter", 4_mm);
  grid.row = length(root, "baseline", 9.5_pt);
  grid.origin = {margin, head};
  grid.column = (layout.trim.width - margin * 2 - grid.gutter * (grid.columns - 1)) / grid.columns;
  const Length room = layout.trim.height - head - foot;
  if (grid.row <= Length() || grid.column <= 10_pt || room < grid.row) {
    complain(root, "the grid has no room for a column or a row");
    grid = Grid{{15_mm, 15_mm}, 6, 104, 112.9_pt, 4_mm, 9.5_pt};
    return;
  }
  grid.rows = static_cast<int>(room.units() / grid.row.units());
}

void LayoutReader::read_colour(const XmlElement& e, Layout& layout) {
  ColourValue value;
  std::istringstream cmyk(text(e, "cmyk"));
  cmyk.imbue(std::locale::classic());
  double c = 0, m = 0, y = 0, k = 0;
  if (!(cmyk >> c >> m >> y >> k)) complain(e, "cmyk needs four percentages");
  value.c = c / 100, value.m = m / 100, value.y = y / 100, value.k = k / 100;
  const std::string rgb = text(e, "rgb");
  unsigned hex = 0;
  if (rgb.size() != 7 || rgb[0] != '#' ||
      rgb.find_first_not_of("0123456789abcdefABCDEF", 1) != std::string::npos) {
    complain(e, "rgb needs #RRGGBB");
  } else {
    hex = static_cast<unsigned>(std::stoul(rgb.substr(1), nullptr, 16));
  }
  value.r = (hex >> 16 & 255) / 255.0, value.g = (hex >> 8 & 255) / 255.0,
  value.b = (hex & 255) / 255.0;
  layout.palette[text(e, "name")] = value;
}

// One row: what each of some signs gives up. A later row overrules an earlier one.
void LayoutReader::read_hang(const XmlElement& e, Protrusion& table) {
  const double start = number(e, "start", 0), end = number(e, "end", 0);
  if (start > 1 || end > 1) complain(e, "a sign gives up at most all of its width", "0 to 1");
  const std::string signs = text(e, "signs");
  for (std::size_t at = 0; at < signs.size();) {
    const DecodedChar c = decode_utf8(signs, at);
    at += c.length;
    if (c.value == U' ') continue;
    const Protrusion::Sign entry{c.value, start, end};
    const auto place = std::lower_bound(
        table.signs.begin(), table.signs.end(), entry,
        [](const Protrusion::Sign& a, const Protrusion::Sign& b) { return a.sign < b.sign; });
    if (place != table.signs.end() && place->sign == c.value)
      *place = entry;
    else
      table.signs.insert(place, entry);
  }
}

void LayoutReader::read_protrusion(const XmlElement& e, Layout& layout) {
  Protrusion table;
  if (const std::string like = text(e, "like"); !like.empty()) {
    const auto base = layout.protrusions.find(like);
    if (base == layout.protrusions.end())
      complain(e, fmt::format("no protrusion '{}' stands before this one", like));
    else
      table = base->second;
  }
  table.name = text(e, "name");
  each(e, [&](const XmlElement& row) { read_hang(row, table); });
  layout.protrusions[table.name] = std::move(table);
}

Protrusion LayoutReader::protrusion(const XmlElement& style, const Layout& layout,
                                    const Protrusion& otherwise) {
  const std::string name = text(style, "protrusion", otherwise.name);
  if (name.empty() || name == "none") return {};
  const auto found = layout.protrusions.find(name);
  if (found != layout.protrusions.end()) return found->second;
  complain(style, fmt::format("the layout has no protrusion '{}'", name),
           "declare it before the styles, or write none");
  return {};
}

void LayoutReader::read_style(const XmlElement& e, Layout& layout) {
  TextStyle style;
  const std::string like = text(e, "like");
  if (!like.empty()) {
    auto base = layout.styles.find(like);
    if (base == layout.styles.end()) {
      complain(e, fmt::format("no style '{}' stands before this one", like));
    } else {
      style = base->second;
    }
  } else {
    style.features = {"kern", "liga", "lnum"};
  }
  style.name = text(e, "name");
  style.family = text(e, "font", style.family);
  style.width = text(e, "width", style.width);
  style.weight = whole(e, "weight", style.weight);
  style.italic = flag(e, "italic", style.italic);
  style.size = length(e, "size", style.size);
  style.leading = length(e, "leading", style.leading);
  style.tracking = whole(e, "tracking", style.tracking);
  style.colour = text(e, "colour", style.colour);
  if (e.attribute("colour")) check_declared(e, "colour", style.colour, layout.palette);
  style.align = align(e, style.align);
  style.hyphenate = flag(e, "hyphenate", style.hyphenate);
  style.hyphen_left = whole(e, "hyphenLeft", style.hyphen_left);
  style.hyphen_right = whole(e, "hyphenRight", style.hyphen_right);
  style.first_indent = length(e, "indent", style.first_indent);
  style.rows_before = number(e, "before", style.rows_before);
  style.rows_after = number(e, "after", style.rows_after);
  style.drop_cap_lines = whole(e, "lines", style.drop_cap_lines);
  style.word_space_min = number(e, "wordSpaceMin", style.word_space_min);
  style.word_space_max = number(e, "wordSpaceMax", style.word_space_max);
  style.protrusion = protrusion(e, layout, style.protrusion);
  if (const XmlAttribute* features = e.attribute("features")) {
    style.features.clear();
    std::istringstream tags(features->value);
    for (std::string tag; tags >> tag;) style.features.push_back(tag);
  }
  if (style.size <= Length() || style.leading <= Length())
    complain(e, "size and leading must be above zero");
  layout.styles[style.name] = style;
}

void LayoutReader::read_script(const XmlElement& e, Layout& layout) {
  LayoutVariant variant;
  std::istringstream tags(text(e, "languages"));
  for (std::string tag; tags >> tag;) variant.languages.push_back(tag);
  variant.size = number(e, "size", 1);
  variant.display = number(e, "display", variant.size);
  variant.leading = std::max(1, whole(e, "leading", 1));
  variant.middle = number(e, "middle", variant.middle);
  if (variant.size <= 0 || variant.display <= 0) complain(e, "size and display must be above zero");
  layout.variants.push_back(std::move(variant));
}

// That the layout declares the colour or style that an attribute names.
template <class Named>
void LayoutReader::check_declared(const XmlElement& e, const char* attribute,
                                  const std::string& name, const Named& declared) {
  if (declared.count(name) > 0) return;
  std::vector<std::string> known;
  for (const auto& entry : declared) known.push_back(entry.first);
  const XmlAttribute* a = e.attribute(attribute);
  diagnostics_.error(a ? Location{file_, a->line, a->column} : at(e),
                     fmt::format("the layout has no {} '{}'", attribute, name),
                     nearest_hint(name, known));
}

void LayoutReader::check_names(const XmlElement& e, const std::string& words) {
  for (const TemplatePiece& piece : template_pieces(words)) {
    if (!piece.is_name || furniture_name(piece.words)) continue;
    const std::vector<std::string>& known = furniture_spellings();
    const std::string nearest = nearest_hint(piece.words, known);
    complain(e, fmt::format("nothing of the issue is called {{{}}}", piece.words),
             nearest.empty() ? fmt::format("{}", fmt::join(known, ", ")) : nearest);
  }
}

FurnitureRule LayoutReader::read_rule(const XmlElement& e, const Layout& layout) {
  FurnitureRule rule{
      number(e, "col", 0),  number(e, "cols", 1),           number(e, "row", 0),
      number(e, "rows", 0), length(e, "thickness", 0.5_pt), text(e, "colour", "black"),
      whole(e, "ear", -1)};
  check_declared(e, "colour", rule.colour, layout.palette);
  return rule;
}

FurniturePiece LayoutReader::read_run(const XmlElement& e, const Layout& layout) {
  FurniturePiece piece{text(e, "style", "folio"), ""};
  for (const auto& child : e.children) {
    if (const auto* t = std::get_if<XmlText>(&child)) piece.text += t->value;
  }
  check_declared(e, "style", piece.style, layout.styles);
  check_names(e, piece.text);
  return piece;
}

void LayoutReader::read_furniture(const XmlElement& furniture, const Layout& layout,
                                  PageKind& page) {
  each(furniture, [&](const XmlElement& e) {
    if (e.name == "rule") {
      page.rules.push_back(read_rule(e, layout));
    } else if (e.name == "ear") {
      page.ears.push_back(
          {whole(e, "index", 0), number(e, "col", 0), number(e, "cols", 1), number(e, "row", 0)});
    } else if (e.name == "text") {
      FurnitureText item;
      item.col = number(e, "col", 0), item.cols = number(e, "cols", 1);
      item.row = number(e, "row", 0), item.rows = number(e, "rows", 1);
      item.align = align(e, Align::Start);
      item.gap = length(e, "gap", 6_pt);
      item.shrink = flag(e, "shrink", false);
      item.width = length(e, "width", Length());
      each(e, [&](const XmlElement& run) { item.pieces.push_back(read_run(run, layout)); });
      page.texts.push_back(item);
    } else {
      complain(e, fmt::format("furniture has no '{}'", e.name), "rule, text or ear");
    }
  });
}

void LayoutReader::read_slot(const XmlElement& e, const Grid& grid, PageKind& page) {
  Slot slot;
  slot.id = text(e, "id");
  slot.box = {whole(e, "x", 0), whole(e, "y", 0), whole(e, "w", grid.columns), whole(e, "h", 1)};
  const std::string kind = text(e, "kind", "auto");
  if (kind == "fixed")
    slot.kind = SlotKind::Fixed;
  else if (kind == "elastic")
    slot.kind = SlotKind::Elastic;
  else if (kind == "auto")
    slot.kind = SlotKind::Auto;
  else
    complain(e, fmt::format("'{}' is not a kind of slot", kind), "fixed, elastic or auto");
  slot.content = text(e, "content", "stories");
  slot.head_drop = number(e, "headDrop", 0);
  const GridRect& b = slot.box;
  if (b.x < 0 || b.y < 0 || b.w < 1 || b.h < 1 || b.right() > grid.columns ||
      b.bottom() > grid.rows) {
    complain(e, fmt::format("slot '{}' does not stand inside the grid of {} columns and {} rows",
                            slot.id, grid.columns, grid.rows));
    return;
  }
  page.slots.push_back(slot);
}

void LayoutReader::read_page(const XmlElement& e, Layout& layout) {
  PageKind page;
  page.id = text(e, "id");
  each(e, [&](const XmlElement& child) {
    if (child.name == "furniture")
      read_furniture(child, layout, page);
    else if (child.name == "slot")
      read_slot(child, layout.grid, page);
    else
      complain(child, fmt::format("a page has no '{}'", child.name), "furniture or slot");
  });
  layout.pages.push_back(page);
}

void LayoutReader::check(const XmlElement& root, const Layout& layout) {
  for (const std::string& name : required_styles()) {
    if (!layout.styles.count(name))
      complain(root, fmt::format("the layout has no style '{}'", name));
  }
  for (const char* name : {"black", "red", "tint", "white"}) {
    if (!layout.palette.count(name))
      complain(root, fmt::format("the layout has no colour '{}'", name));
  }
  if (layout.headline_steps.empty()) complain(root, "the layout has no headline steps");
  for (const HeadlineStep& step : layout.headline_steps) {
    if (!layout.styles.count(step.style))
      complain(root, fmt::format("headline step names no style: '{}'", step.style));
  }
  if (layout.pages.empty()) complain(root, "the layout has no page");
}

Layout LayoutReader::read(const XmlElement& root, const Layout* base) {
  Layout layout;
  if (base) {
    layout.palette = base->palette;
    layout.protrusions = base->protrusions;
    layout.styles = base->styles;
    layout.headline_steps = base->headline_steps;
    layout.variants = base->variants;
  }
  if (root.name != "layout") complain(root, "the root element must be 'layout'");
  read_root(root, layout);
  each(root, [&](const XmlElement& e) {
    if (e.name == "protrusion") read_protrusion(e, layout);
  });
  each(root, [&](const XmlElement& e) {
    if (e.name == "colours") {
      each(e, [&](const XmlElement& c) { read_colour(c, layout); });
    } else if (e.name == "styles") {
      each(e, [&](const XmlElement& s) { read_style(s, layout); });
    } else if (e.name == "headlines") {
      layout.headline_steps.clear();
      each(e, [&](const XmlElement& s) {
        layout.headline_steps.push_back({std::max(1, whole(s, "rows", 2)), text(s, "style")});
      });
    } else if (e.name == "scripts") {
      layout.variants.clear();
      each(e, [&](const XmlElement& s) { read_script(s, layout); });
    } else if (e.name == "protrusion") {
      return;  // read before the styles
    } else if (e.name == "page") {
      read_page(e, layout);
    } else {
      complain(e, fmt::format("a layout has no '{}'", e.name),
               "colours, protrusion, styles, headlines, scripts or page");
    }
  });
  std::stable_sort(layout.headline_steps.begin(), layout.headline_steps.end(),
                   [](const HeadlineStep& a, const HeadlineStep& b) { return a.rows > b.rows; });
  check(root, layout);
  for (LayoutVariant& variant : layout.variants)
    variant.layout = std::make_shared<const Layout>(vary(layout, variant));
  return layout;
}

}  // namespace

Layout layout_from_xml(const XmlElement& root, const std::string& file, const Layout* base,
                       Diagnostics& diagnostics) {
  return LayoutReader(file, diagnostics).read(root, base);
}

}  // namespace forme
