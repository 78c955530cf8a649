#pragma once

#include <string>
#include <vector>

#include "makeup/galley_builder.h"

namespace forme {

// Sets blocks one under another at one measure: the work behind galley_builder.h. Its parts stand
// in set_copy.cc (running text), set_list.cc, set_panel.cc and galley_builder.cc (the rest).
class GalleySetter {
 public:
  GalleySetter(const StoryContext& context, Length measure, const GalleyMode& mode)
      : context_(context), grid_(context_.grid()), measure_(measure), mode_(mode) {}

  Galley build(const std::vector<Block>& blocks, bool opens);
  void add(Galley& galley, const Block& block);
  void add_panel(Galley& galley, LeafId headline, const std::vector<Block>& blocks);
  void set_after_head(bool value) { after_head_ = value; }

  // Text of one leaf at `measure`, `x` from the left.
  FlowBlock leaf_block(LeafId leaf, const TextStyle& style, Length measure,
                       const SetOptions& options = {}, Length x = Length()) const;
  // The same with the choice of a line more or less, where the mode has it.
  FlowBlock paragraph(LeafId leaf, const TextStyle& style, SetOptions options) const;
  // One strip a line where the leading is the grid's; else one strip for all, rounded up to whole
  // rows.
  FlowVariant strips(const std::vector<Line>& lines, const TextStyle& style, const Owner& owner,
                     Length x) const;

 private:
  void add_body(Galley& galley, const Paragraph& p);
  void add_body(Galley& galley, const Crosshead& c);
  void add_body(Galley& galley, const PullQuote& q);
  void add_body(Galley& galley, const BlockQuote& quote);
  void add_body(Galley& galley, const List& list);
  void add_body(Galley& galley, const Table& table);
  void add_body(Galley& galley, const Directory& directory);
  void add_body(Galley& galley, const Panel& panel);
  void add_body(Galley& galley, const Letter& letter);
  void add_body(Galley& galley, const Qr& qr);
  void add_body(Galley& galley, const Figure& figure);
  void add_body(Galley& galley, const Note& note);

  void allow_reset(FlowBlock& block, LeafId leaf, const TextStyle& style, const SetOptions& options,
                   Length x) const;
  Galley item(const std::vector<Block>& blocks, const TextStyle& style);
  void add_letter_heading(FlowVariant& variant, const Letter& letter) const;
  void add_signature(FlowVariant& variant, const Letter& letter) const;
  // An unbreakable strip, a row below what stands above it; it may float unless the mode forbids
  // it.
  void push_solid(Galley& galley, FlowLine strip);
  const TextStyle& style(const std::string& name) const { return context_.layout().style(name); }

  StoryContext context_;
  const Grid& grid_;
  Length measure_;
  GalleyMode mode_;
  int list_depth_ = 0;
  bool after_head_ = true, first_ = true;
  bool wants_space_ = false;  // the block before ends in a rule
};

// Moves the block to the right; lines that are set again get the measure that is left.
void shift_block(FlowBlock& block, Length by);
// Puts `items` before the block's first line: a list's mark, a footnote's number.
void lead_block(FlowBlock& block, const std::vector<DisplayItem>& items);

}  // namespace forme
