#include "makeup/set_figure.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "content/puzzle.h"
#include "display/shown_pages.h"
#include "makeup/phrases.h"
#include "makeup/picture_crop.h"
#include "makeup/qr_code.h"

namespace forme {
namespace {

// Pictures stand at cap height below the row's top and on the baseline above its foot.
constexpr Length kAbovePicture = 2_pt, kBelowPicture = 1.5_pt;

const PictureInfo& facts(const StoryContext& context, const Figure& figure) {
  static const PictureInfo unknown{};
  auto found = context.all.pictures.find(figure.source);
  return found == context.all.pictures.end() ? unknown : found->second;
}

NodeId figure_node(const StoryContext& context, const Figure& figure) {
  auto found = context.nodes().figure.find(&figure);
  if (found == context.nodes().figure.end() || figure.alt.empty()) return kArtifact;
  return found->second;
}

// `rows` deep, over its caption.
PictureItem picture_of(const StoryContext& context, const Figure& figure, Length width, int rows) {
  const Length depth = context.grid().row * rows - kAbovePicture - kBelowPicture;
  return place_picture(figure, facts(context, figure), {Length(), kAbovePicture, width, depth},
                       figure_node(context, figure));
}

// "Solution", which stands before the caption.
Line solution_label(const StoryContext& context, TextStyle style) {
  style.weight = 700;
  return context.all.setter.set_line(
      context.paper_text(phrases(context.all.issue.manifest.language).solution), style);
}

}  // namespace

SetBlock set_caption(const StoryContext& context, const Figure& figure, Length measure) {
  SetBlock block;
  const TextStyle& style = context.layout().style("caption");
  const TextStyle& small = context.layout().style("credit");
  std::vector<Line> caption, credit;
  LineWidths widths{measure, {}, {}};
  if (is_solution(context.article(), figure)) {
    Line label = solution_label(context, style);
    if (figure.caption == kNoLeaf) {
      caption.push_back(std::move(label));
    } else {
      const Length lead = std::min(label.width + style.size * 0.5, measure * 0.75);
      append_line(block.items, label, Length(), first_baseline(style), Owner{});
      widths.first = {measure - lead}, widths.first_left = {lead};
    }
  }
  if (figure.caption != kNoLeaf)
    caption = context.all.setter.set(context.article().text(figure.caption), style, widths);
  if (figure.credit != kNoLeaf) credit = context.set(figure.credit, small, measure);
  Length top;
  top += append_lines(block.items, caption, style, Length(), top,
                      figure.caption == kNoLeaf ? Owner{} : context.owner(figure.caption));
  block.rows = static_cast<int>(caption.size());
  if (!credit.empty()) {
    const Owner owner = context.owner(figure.credit);
    // The credit follows on the caption's last line where there is room, else on lines of its own.
    const Length gap = small.size * 0.5;
    if (credit.size() == 1 && !caption.empty() &&
        caption.back().indent + caption.back().width + gap + credit[0].width <= measure) {
      const Length baseline =
          first_baseline(style) + style.leading * (static_cast<int>(caption.size()) - 1);
      append_line(block.items, credit[0], caption.back().indent + caption.back().width + gap,
                  baseline, owner);
    } else {
      append_lines(block.items, credit, small, Length(), style.leading * block.rows, owner);
      block.rows += static_cast<int>(credit.size());
    }
  }
  const double scale = style.leading / context.grid().row;
  block.rows = static_cast<int>(std::ceil(block.rows * scale - 0.001));
  return block;
}

int ideal_picture_rows(const StoryContext& context, const Figure& figure, Length width) {
  const PictureInfo& info = facts(context, figure);
  const double aspect =
      info.width > 0 && info.height > 0 ? static_cast<double>(info.width) / info.height : 1.5;
  const Length depth = width * (1 / aspect) + kAbovePicture + kBelowPicture;
  return std::max(3, static_cast<int>(std::lround(depth / context.grid().row)));
}

double pixels_per_inch(const StoryContext& context, const Figure& figure, Length width, int rows) {
  const PictureInfo& info = facts(context, figure);
  if (info.format == "svg") return std::numeric_limits<double>::infinity();
  return pixels_per_inch(picture_of(context, figure, width, rows), info);
}

bool is_legible(const StoryContext& context, const Figure& figure, Length width, int rows) {
  const double lettering = facts(context, figure).lettering;
  if (lettering <= 0) return true;
  const PictureItem shown = picture_of(context, figure, width, rows);
  return shown.box.width * (lettering / shown.crop_width) >= kLeastLettering;
}

int legible_columns(const StoryContext& context, const Figure& figure) {
  for (int columns = 1; columns <= context.grid().columns; ++columns) {
    const Length width = context.grid().width(columns);
    if (is_legible(context, figure, width, inset_picture_rows(context, figure, width)))
      return columns;
  }
  return 1;
}

int inset_picture_rows(const StoryContext& context, const Figure& figure, Length width) {
  return std::min(ideal_picture_rows(context, figure, width), context.grid().rows / 2);
}

SetBlock set_figure(const StoryContext& context, const Figure& figure, Length width, int rows) {
  SetBlock block;
  block.items.push_back(picture_of(context, figure, width, rows));
  const SetBlock caption = set_caption(context, figure, width);
  append_moved(block.items, caption.items, Length(), context.grid().row * rows);
  block.rows = rows + caption.rows + 1;
  limit_to(block.items, figure.outputs);
  return block;
}

SetBlock set_qr(const StoryContext& context, const Qr& qr, Length width) {
  SetBlock block;
  const Grid& grid = context.grid();
  // A code is legible from 20 mm; more than 27 mm wastes the column.
  const Length side = std::min(std::min(width, Length(27_mm)), grid.row * 8);
  PolygonItem code;
  auto node = context.nodes().qr.find(&qr);
  code.node = node == context.nodes().qr.end() ? kArtifact : node->second;
  code.contours = qr_modules(qr.href, {Length(), kAbovePicture}, side);
  code.colour = "black";
  block.items.push_back(code);
  LinkItem link;
  link.node = code.node;
  link.box = {Length(), kAbovePicture, side, side};
  link.uri = qr.href;
  link.title = qr.href;
  block.items.push_back(link);
  block.rows = rows_for(side + kAbovePicture + kBelowPicture, grid);
  if (qr.caption != kNoLeaf) {
    const TextStyle& style = context.layout().style("caption");
    const std::vector<Line> lines = context.set(qr.caption, style, width);
    append_lines(block.items, lines, style, Length(), grid.row * block.rows,
                 context.owner(qr.caption));
    block.rows += rows_for(style.leading * static_cast<int>(lines.size()), grid);
  }
  block.rows += 1;
  return block;
}

}  // namespace forme
