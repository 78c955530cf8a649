#pragma once

#include <vector>

#include "makeup/planner.h"

namespace forme {

// A column of news in brief: a department rule, its label, and nib after nib while there is room.
class NibColumn {
 public:
  // `articles` in the order in which they are wanted. The stock outlives it.
  NibColumn(const StoryStock& stock, const std::vector<std::size_t>& articles);
  // `only_width` > 0 allows that span alone; `all` only rectangles that hold every nib.
  ShapeTable shapes(int columns, int max_rows, int only_width, bool all) const;
  // How many nibs stand in w columns and h rows.
  std::size_t count(int w, int h) const;
  ComposedLeaf compose(int w, int h) const;

 private:
  // Where the nibs that fit stand.
  struct Leg {
    std::size_t first = 0, last = 0;  // of the nibs
    int rows = 0;                     // of theirs
    int free = 0;                     // below them, when nothing is shared out
    int gaps() const { return last > first ? static_cast<int>(last - first) - 1 : 0; }
    int shared = 0;     // of the free rows, those that stand between its nibs
    bool level = true;  // its foot is level with those of the others
  };
  bool hold(int w, std::size_t count, int depth) const;
  int next_depth(std::size_t count, int depth) const;
  std::vector<Leg> legs_of(int w, int h, std::size_t count, int depth) const;
  std::vector<Leg> legs(int w, int h, std::size_t count) const;

  const SettingContext& context_;
  std::vector<const FlowBlock*> nibs_;
  std::vector<int> rows_;  // of each
};

// A nib set to one column, in one piece.
FlowBlock set_nib(const StoryContext& context);

}  // namespace forme
