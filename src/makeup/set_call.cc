#include "makeup/set_call.h"

#include <algorithm>

#include "content/visit_blocks.h"
#include "makeup/qr_code.h"
#include "makeup/set_figure.h"

namespace forme {
namespace {

// The proportions of the call to action (art direction: 6 columns by 26 rows, code 48 mm on white,
// 5 mm clear).
constexpr int kCallRows = 26, kCallLeastRows = 20;
constexpr Length kInset = 6_mm, kCodeSide = 48_mm, kCodeClear = 5_mm;
constexpr Length kCaptionRoom = 14_pt;  // of the card under the code, that a line of caption takes

const Qr* code_of(const Article& article) {
  for (const Block& block : article.body) {
    if (const auto* qr = std::get_if<Qr>(&block.body)) return qr;
  }
  return nullptr;
}

// A call holds a code, paragraphs and notes, and nothing that its poster has no place for.
bool can_call(const Article& article) {
  const bool plain = std::all_of(article.body.begin(), article.body.end(), [](const Block& block) {
    return std::holds_alternative<Paragraph>(block.body) ||
           std::holds_alternative<Note>(block.body) || std::holds_alternative<Qr>(block.body);
  });
  const auto codes =
      std::count_if(article.body.begin(), article.body.end(),
                    [](const Block& block) { return std::holds_alternative<Qr>(block.body); });
  return plain && codes == 1 && article.kicker == kNoLeaf && article.standfirsts.empty() &&
         article.bylines.empty() && article.dateline == kNoLeaf && article.figures.empty() &&
         article.footnotes.empty() && article.corrections.empty() && article.previously.empty() &&
         article.related.empty();
}

bool is_call(const StoryContext& context, int w) {
  return can_call(context.article()) && w >= 4;
}

SetBlock panel_block(const StoryContext& context, int w) {
  const Article& article = context.article();
  const Length width = context.grid().width(w);
  Galley galley;
  auto add_leaf = [&](LeafId leaf, const char* style) {
    if (leaf != kNoLeaf) galley.push_back(build_leaf(context, leaf, style, width));
  };
  GalleyMode mode;
  mode.outputs = kPrint | kScreen;
  add_leaf(article.kicker, "kicker");
  galley.push_back(build_panel(context, article.headline, blocks_of(article), width, mode));
  galley.back().space_before = 0;
  for (LeafId leaf : article.standfirsts) add_leaf(leaf, "panel-strong");
  for (const Block& figure : article.figures)
    galley.push_back(build_block(context, figure, width, mode));
  for (LeafId leaf : article.bylines) add_leaf(leaf, "signature");
  add_leaf(article.dateline, "signature");
  Galley tail = build_tail(context, context.grid().width(w));
  galley.insert(galley.end(), tail.begin(), tail.end());
  return stack(galley, context.grid());
}

// The code's card is as wide in every depth, so that the copy's measure does not depend on it.
Length card_side() {
  return kCodeSide + kCodeClear * 2;
}
std::vector<Line> caption_lines(const StoryContext& context, const Qr& qr) {
  if (qr.caption == kNoLeaf) return {};
  return context.set(qr.caption, context.layout().style("call-caption"), card_side());
}
Length card_depth(const StoryContext& context, const std::vector<Line>& caption) {
  const int more = std::max(0, static_cast<int>(caption.size()) - 1);
  return card_side() + kCaptionRoom + context.layout().style("call-caption").leading * more;
}
Length call_measure(const StoryContext& context, int w) {
  return context.grid().width(w) - kInset * 3 - card_side();
}
std::vector<std::pair<LeafId, std::vector<Line>>> call_copy(const StoryContext& context, int w) {
  std::vector<std::pair<LeafId, std::vector<Line>>> copy;
  const Length measure =
      std::min(call_measure(context, w), context.grid().width(std::min(w, 4)) - kInset);
  for (const Block& block : context.article().body) {
    LeafId id = kNoLeaf;
    if (const auto* p = std::get_if<Paragraph>(&block.body)) id = p->text;
    if (const auto* n = std::get_if<Note>(&block.body)) id = n->text;
    if (id != kNoLeaf)
      copy.emplace_back(id, context.set(id, context.layout().style("call"), measure));
  }
  return copy;
}
std::vector<Line> call_heading(const StoryContext& context, int w) {
  SetOptions balanced;
  balanced.balance = true;
  return context.set(context.article().headline, context.layout().style("call-heading"),
                     call_measure(context, w), balanced);
}
int call_least_rows(const StoryContext& context, int w) {
  const Layout& layout = context.layout();
  Length depth = kInset * 2 + layout.style("call-heading").leading *
                                  (static_cast<double>(call_heading(context, w).size()) + 0.4);
  for (const auto& [id, lines] : call_copy(context, w))
    depth += layout.style("call").leading * static_cast<int>(lines.size());
  const Length card =
      card_depth(context, caption_lines(context, *code_of(context.article()))) + kInset * 2;
  return std::max(kCallLeastRows, rows_for(std::max(depth, card), context.grid()));
}

// The code and its caption on white, as high above the card as below it; not on too little depth.
void append_card(std::vector<DisplayItem>& items, const StoryContext& context, Length width,
                 Length depth) {
  const Qr& qr = *code_of(context.article());
  const std::vector<Line> caption = caption_lines(context, qr);
  const Length side = card_side(), card = card_depth(context, caption);
  if (card > depth) return;
  const Rect white{width - kInset - side, (depth - card) / 2, side, card};
  append_box(items, white, "white");
  PolygonItem code;
  code.node = context.nodes().qr.at(&qr);
  code.colour = "black";
  code.contours = qr_modules(qr.href, {white.x + kCodeClear, white.y + kCodeClear}, kCodeSide);
  items.push_back(code);
  LinkItem link;
  link.node = code.node;
  link.box = white;
  link.uri = qr.href;
  link.title = qr.href;
  items.push_back(link);
  if (qr.caption == kNoLeaf) return;
  append_lines(items, caption, context.layout().style("call-caption"), white.x,
               white.y + side - 1_pt, context.owner(qr.caption));
}

Length foot_of(const PolygonItem& item) {
  Length foot;
  for (const auto& contour : item.contours)
    for (const Point& at : contour) foot = std::max(foot, at.y);
  return foot;
}
template <class Item>
Length foot_of(const Item& item) {
  if constexpr (requires { item.box; })
    return item.box.bottom();
  else if constexpr (requires { item.origin; })
    return item.origin.y;
  else
    return item.at.y;
}

// Tints end at the foot, and what else reaches under it is left out: it would stand on what comes
// there.
void leave_out_below(std::vector<DisplayItem>& items, Length foot) {
  for (DisplayItem& item : items) {
    auto* box = std::get_if<RuleItem>(&item);
    if (box && box->box.y < foot) box->box.height = std::min(box->box.height, foot - box->box.y);
  }
  std::erase_if(items, [&](const DisplayItem& item) {
    return std::visit([&](const auto& one) { return foot_of(one) > foot; }, item);
  });
}

ComposedLeaf compose_call(const StoryContext& context, int w, int h) {
  const Article& article = context.article();
  const Layout& layout = context.layout();
  const Grid& grid = context.grid();
  const Length width = grid.width(w), depth = grid.row * h;
  ComposedLeaf leaf;
  leaf.overset = std::max(0, call_least_rows(context, w) - h);
  leaf.fits = leaf.overset == 0;
  append_box(leaf.items, {Length(), Length(), width, depth}, "red");
  append_card(leaf.items, context, width, depth);
  Length heading = kInset - 6_pt;
  heading += append_lines(leaf.items, call_heading(context, w), layout.style("call-heading"),
                          kInset, heading, context.owner(article.headline));
  // The copy stands at the foot.
  const TextStyle& style = layout.style("call");
  const auto copy = call_copy(context, w);
  Length copy_depth;
  for (const auto& [id, lines] : copy) copy_depth += style.leading * static_cast<int>(lines.size());
  Length y = std::max(heading, depth - kInset - copy_depth);
  for (const auto& [id, lines] : copy)
    y += append_lines(leaf.items, lines, style, kInset, y, context.owner(id));
  leave_out_below(leaf.items, depth);
  return leaf;
}

}  // namespace

ShapeTable panel_shapes(const StoryContext& context, int columns, int max_rows) {
  ShapeTable table(columns, max_rows);
  const Weights& weights = context.all.weights;
  for (int w = 1; w <= columns; ++w) {
    if (is_call(context, w)) {
      for (int h = call_least_rows(context, w); h <= std::min(max_rows, kCallRows + 8); ++h) {
        table.at(w, h).cost =
            weights.call_row * std::abs(h - kCallRows) + (columns - w) * weights.call_column;
      }
      continue;
    }
    const int rows = panel_block(context, w).rows;
    for (int h = rows; h <= max_rows && h <= rows + 12; ++h) {
      table.at(w, h).cost =
          weights.panel_row * (h - rows) + weights.panel_span * std::abs(w - 2) +
          (can_call(context.article()) && columns >= 4 ? weights.call_as_panel : 0);
    }
  }
  return table;
}

ComposedLeaf compose_panel(const StoryContext& context, int w, int h) {
  if (is_call(context, w)) return compose_call(context, w, h);
  ComposedLeaf leaf;
  const SetBlock block = panel_block(context, w);
  leaf.fits = block.rows <= h;
  leaf.overset = leaf.fits ? 0 : block.rows - h;
  // The tint goes down to the foot of the hole.
  if (h > block.rows) {
    append_box(leaf.items,
               {Length(), context.grid().row * block.rows, context.grid().width(w),
                context.grid().row * (h - block.rows)},
               "tint");
  }
  append_moved(leaf.items, block.items, Length(), Length());
  leave_out_below(leaf.items, context.grid().row * h);
  return leaf;
}

}  // namespace forme
