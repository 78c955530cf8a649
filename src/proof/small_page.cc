#include "proof/small_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "display/scale.h"
#include "makeup/items.h"
#include "makeup/page_holes.h"
#include "proof/cost_words.h"
#include "proof/plan_words.h"

namespace forme {
namespace {

// The page shows through, but what is written over it is read first.
constexpr double kVeil = 0.66, kTint = 0.14, kMark = 0.5, kBehindWords = 0.88;
constexpr Length kEdge = 0.3_pt, kSlotEdge = 0.5_pt;
// Of a story, that are said over it: the page is to be seen yet. Smaller than what is read first.
constexpr int kTermsOfLeaf = 3;
constexpr double kTermWords = 0.9;
// A mark of copy that is over, at the foot of its leaf.
constexpr int kOverRows = 2;

struct Sizes {
  Length words, edge, inset;
};
// Lettering of a flatplan is no larger than its pages allow: a leaf of one column holds an id.
Sizes sizes_of(Detail detail) {
  return detail == Detail::All ? Sizes{6.4_pt, 0.9_pt, 2_pt} : Sizes{4.6_pt, 0.6_pt, 1_pt};
}

// Type under this size is greeked, drawn as bars: nobody reads it, and readers of PDFs give up on
// pages with too much of it.
constexpr Length kLegible = 2_pt;
// A bar of a run, in parts of its size: about as high and as grey as its small letters.
constexpr double kBarTop = 0.5, kBarDepth = 0.45, kBarGrey = 0.45;

DisplayItem bar_of(const GlyphItem& glyphs) {
  const Length size = glyphs.run.size;
  Length width;
  for (const Glyph& glyph : glyphs.run.glyphs) width += glyph.advance;
  RuleItem bar;
  bar.box = {glyphs.origin.x, glyphs.origin.y - size * kBarTop, width, size * kBarDepth};
  bar.colour = glyphs.run.colour;
  bar.opacity = kBarGrey;
  return bar;
}

// A word in several runs, of which some may go, reads as what is left of it: a drop cap as itself.
void greek(std::vector<DisplayItem>& items) {
  bool any = false;
  for (DisplayItem& item : items) {
    const auto* glyphs = std::get_if<GlyphItem>(&item);
    if (!glyphs || glyphs->run.size >= kLegible) continue;
    item = bar_of(*glyphs);
    any = true;
  }
  if (!any) return;
  for (DisplayItem& item : items) {
    if (auto* glyphs = std::get_if<GlyphItem>(&item)) {
      glyphs->run.reads_as.clear();
      glyphs->run.ends_reading = false;
    }
  }
}

// What is printed, without what only a reader of the screen edition has.
std::vector<DisplayItem> drawn_items(const DisplayPage& page) {
  std::vector<DisplayItem> items = as_furniture(page.items);
  std::erase_if(items, [](const DisplayItem& item) {
    return std::holds_alternative<LinkItem>(item) ||
           std::holds_alternative<DestinationItem>(item) || std::holds_alternative<LineItem>(item);
  });
  return items;
}

class SmallPageDrawer {
 public:
  SmallPageDrawer(Annotator& out, const ProofInput& input, const SmallPage& small, Detail detail)
      : out_(out),
        input_(input),
        grid_(input.layout.grid),
        small_(small),
        detail_(detail),
        sizes_(sizes_of(detail)) {}

  void draw() {
    out_.fill(small_.box(), kPaper);
    std::vector<DisplayItem> items = drawn_items(small_.page);
    scale(items, small_.scale);
    greek(items);
    translate(items, small_.at.x, small_.at.y);
    out_.append(std::move(items));
    out_.fill(small_.box(), kPaper, kVeil);
    out_.frame(small_.box(), kEdge, kQuiet);
    if (detail_ == Detail::All) draw_slots();
    for (const GridRect& hole : page_holes(small_.plan, input_.layout)) draw_hole(hole);
    int number = 0;
    for (const PlanLeaf& leaf : small_.plan.leaves) draw_leaf(leaf, ++number);
  }

 private:
  // On the sheet; columns count from the right in a paper that is read from there.
  Rect place(const GridRect& box) const {
    const Length width = grid_.width(box.w);
    Length left = grid_.left(box.x);
    if (input_.layout.from_right) left = input_.layout.trim.width - left - width;
    return {small_.at.x + left * small_.scale, small_.at.y + grid_.top(box.y) * small_.scale,
            width * small_.scale, grid_.row * box.h * small_.scale};
  }

  // Just outside of what fills it, so that the edges of both are seen.
  void draw_slots() {
    const PageKind& kind = input_.layout.page(small_.plan.kind);
    for (const Slot& slot : kind.slots) {
      Rect box = place(slot.box);
      const Length out = sizes_.inset;
      box = {box.x - out, box.y - out, box.width + out * 2, box.height + out * 2};
      out_.frame(box, kSlotEdge, kSlotColour);
      const Lettering lettering{5.4_pt, false, kSlotColour, Align::End};
      out_.words("slot " + slot.id, lettering, {box.x, box.y - 1.2_pt}, box.width - 1_pt);
    }
  }

  void draw_hole(const GridRect& hole) {
    const Rect box = place(hole);
    out_.fill(box, kUnder, kMark);
    out_.words(counted(hole.w * hole.h, "row", "rows") + " empty", {sizes_.words, true},
               {box.x + sizes_.inset, box.y + sizes_.words * 1.2}, box.width - sizes_.inset * 2);
  }

  void draw_leaf(const PlanLeaf& leaf, int number) {
    const Rect box = place(leaf.box);
    const std::string colour = kind_colour(leaf.kind);
    for (const GridRect& part : parts_of(leaf.box, leaf.variant.corner))
      out_.fill(place(part), colour, kTint);
    draw_room(leaf, box);
    for (const GridRect& part : parts_of(leaf.box, leaf.variant.corner))
      out_.frame(place(part), sizes_.edge, leaf.overset > 0 ? kOver : colour);
    draw_words(leaf, box, number);
  }

  // Rows that are free at the feet of legs; of a leaf without legs at its own foot.
  void draw_free_rows(const PlanLeaf& leaf) {
    for (const FilledLeg& leg : leaf.spaces) {
      const int free = leg.space.rows - leg.used;
      if (free <= 0) continue;
      out_.fill(
          place({leaf.box.x + leg.space.column, leaf.box.y + leg.space.row + leg.used, 1, free}),
          kUnder, kMark);
    }
    if (!leaf.spaces.empty()) return;
    const int free = leaf.free_rows / leaf.box.w;
    out_.fill(place({leaf.box.x, leaf.box.bottom() - free, leaf.box.w, free}), kUnder, kMark);
  }

  // And a mark where copy found no room.
  void draw_room(const PlanLeaf& leaf, const Rect& box) {
    if (leaf.free_rows > 0) draw_free_rows(leaf);
    if (leaf.overset <= 0) return;
    const Length depth = std::min(box.height, grid_.row * kOverRows * small_.scale);
    out_.fill({box.x, box.bottom() - depth, box.width, depth}, kOver, kMark);
  }

  struct Said {
    std::string text;
    Lettering lettering;
  };
  std::vector<Said> said_of(const PlanLeaf& leaf, int number) const {
    const std::string colour = kind_colour(leaf.kind);
    const std::string fit = fit_of(leaf);
    const bool tight = fit == "fits";
    const Said name{fmt::format("{} {}", number, names_of(leaf)), {sizes_.words, true, colour}};
    const Said how{fit, {sizes_.words, !tight, leaf.overset > 0 ? kOver : kInk}};
    if (detail_ == Detail::Names) return tight ? std::vector{name} : std::vector{name, how};
    std::vector<Said> said = {name};
    const std::string kind = leaf_kind_name(leaf.kind);
    const std::string genre = genre_of(leaf, input_.issue);
    said.push_back({genre.empty() ? kind : kind + ": " + genre, {sizes_.words, false, kInk}});
    if (!fit.empty()) said.push_back(how);
    if (carries_copy(leaf.kind)) say_cost(leaf, said);
    if (!leaf.legs.empty())
      said.push_back(
          {fmt::format("legs {}", fmt::join(leaf.legs, " ")), {sizes_.words, false, kInk}});
    return said;
  }

  // What the page pays for the story, and its dearest terms.
  void say_cost(const PlanLeaf& leaf, std::vector<Said>& said) const {
    const PageCost& cost = small_.plan.cost;
    const std::string story = leaf.ids.empty() ? std::string() : leaf.ids.front();
    said.push_back({pays_words(paid_for(cost, story)), {sizes_.words, false, kInk}});
    int terms = 0;
    for (const CostTerm& term : dearest_first(cost.terms)) {
      if (story.empty() || term.story != story || ++terms > kTermsOfLeaf) continue;
      said.push_back({amount_words(term.cost) + " " + term_words(term.name),
                      {sizes_.words * kTermWords, false, kInk}});
    }
  }

  // As many lines as the leaf is deep for; what is over them comes in the order of its weight.
  void draw_words(const PlanLeaf& leaf, const Rect& box, int number) {
    const Length leading = sizes_.words * 1.2, inset = sizes_.inset;
    const Length measure = box.width - inset * 2;
    std::vector<Said> said = said_of(leaf, number);
    const auto room = static_cast<std::size_t>(std::max(1.0, (box.height - inset) / leading));
    if (said.size() > room) said.resize(room);
    Length widest;
    for (const Said& line : said)
      widest = std::max(widest, out_.width(line.text, line.lettering, measure));
    out_.fill({box.x + inset / 2, box.y + inset / 2, widest + inset,
               leading * static_cast<int>(said.size()) + inset / 2},
              kPaper, kBehindWords);
    Length baseline = box.y + inset / 2 + sizes_.words;
    for (const Said& line : said) {
      out_.words(line.text, line.lettering, {box.x + inset, baseline}, measure);
      baseline += leading;
    }
  }

  Annotator& out_;
  const ProofInput& input_;
  const Grid& grid_;
  const SmallPage& small_;
  Detail detail_;
  Sizes sizes_;
};

}  // namespace

void draw_small_page(Annotator& out, const ProofInput& input, const SmallPage& small,
                     Detail detail) {
  SmallPageDrawer(out, input, small, detail).draw();
}

}  // namespace forme
