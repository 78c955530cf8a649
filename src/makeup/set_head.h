#pragma once

#include "makeup/context.h"
#include "makeup/items.h"

namespace forme {

// The parts of a story's head over `span` columns, each on whole rows.
class HeadSetter {
 public:
  HeadSetter(const StoryContext& context, int span) : context_(context), span_(span) {}

  SetBlock kicker(bool display) const;
  SetBlock department_rule() const;
  SetBlock headline(int step_rows, bool short_form, bool turn) const;
  SetBlock standfirst(int columns, bool display) const;
  // What a byline stands under: a free row, or letters that hang below the headline's last line.
  struct Above {
    bool free_row = false;
    Length hanging;
  };
  SetBlock byline(int columns, bool splash, const Above& above) const;
  // How far the ink of the headline reaches below it.
  Length hanging_under(int step_rows, bool short_form) const;
  SetBlock turn_line(int from_page) const;
  SetBlock jump_line(int to_page) const;  // over one column

 private:
  SetBlock leaf(LeafId leaf, const TextStyle& style, Length measure) const;
  const StoryContext& context_;
  int span_;
};

}  // namespace forme
