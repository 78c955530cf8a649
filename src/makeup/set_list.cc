#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "makeup/galley_setter.h"

namespace forme {
namespace {

constexpr double kMarkGap = 0.45;      // of the size, between a mark and its item
constexpr double kLeastHang = 0.95;    // of the size
constexpr double kLeastMeasure = 6.5;  // sizes; deeper lists hang no further than this leaves room

// 1 is a, 26 is z, 27 is aa.
std::string letters(int number) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26)
    out.insert(out.begin(), static_cast<char>('a' + (number - 1) % 26));
  return out;
}

std::string roman(int number) {
  static constexpr std::array<std::pair<int, const char*>, 13> kSteps = {{{1000, "m"},
                                                                          {900, "cm"},
                                                                          {500, "d"},
                                                                          {400, "cd"},
                                                                          {100, "c"},
                                                                          {90, "xc"},
                                                                          {50, "l"},
                                                                          {40, "xl"},
                                                                          {10, "x"},
                                                                          {9, "ix"},
                                                                          {5, "v"},
                                                                          {4, "iv"},
                                                                          {1, "i"}}};
  std::string out;
  for (const auto& [value, sign] : kSteps) {
    for (; number >= value; number -= value) out += sign;
  }
  return out;
}

// Marks differ by how deep the list stands: numbers, letters, small Roman; bullet, dash, triangle.
std::string mark_of(const List& list, int depth, int number) {
  if (!list.ordered) {
    static constexpr std::array<const char*, 3> kBullets = {"•", "–", "‣"};
    return kBullets[static_cast<std::size_t>(depth) % kBullets.size()];
  }
  switch (depth % 3) {
    case 0:
      return fmt::format("{}.", number);
    case 1:
      return letters(number) + ")";
    default:
      return roman(number) + ".";
  }
}

}  // namespace

// Marks hang to the left of their items. Numbers of one list end under one another.
void GalleySetter::add_body(Galley& galley, const List& list) {
  TextStyle s = style(mode_.paragraph);
  s.first_indent = Length();
  if (s.align == Align::Justify) s.align = Align::Start;
  TextStyle mark_style = s;
  mark_style.features.emplace_back("lnum");
  mark_style.features.emplace_back("tnum");
  std::vector<Line> marks;
  Length widest;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const std::string words = mark_of(list, list_depth_, static_cast<int>(i) + 1);
    marks.push_back(
        context_.all.setter.set_line(plain_text(words, context_.article().language), mark_style));
    widest = std::max(widest, marks.back().width);
  }
  Length hang = std::max(s.size * kLeastHang, widest + s.size * kMarkGap);
  hang = std::max(widest + 1_pt, std::min(hang, measure_ - s.size * kLeastMeasure));
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    GalleySetter inner(context_, measure_ - hang, mode_);
    inner.mode_.drop_cap = inner.mode_.loosen = false;
    inner.list_depth_ = list_depth_ + 1;
    Galley part = inner.item(list.items[i].blocks, s);
    for (FlowBlock& block : part) shift_block(block, hang);
    if (!part.empty()) {
      std::vector<DisplayItem> mark;
      const Length x = list.ordered ? widest - marks[i].width : Length();
      append_line(mark, marks[i], x, first_baseline(s), Owner{});
      lead_block(part[0], mark);
    }
    galley.insert(galley.end(), std::make_move_iterator(part.begin()),
                  std::make_move_iterator(part.end()));
  }
  after_head_ = true;
}

Galley GalleySetter::item(const std::vector<Block>& blocks, const TextStyle& s) {
  Galley galley;
  for (const Block& block : blocks) {
    if (const auto* p = std::get_if<Paragraph>(&block.body))
      galley.push_back(leaf_block(p->text, s, measure_));
    else
      add(galley, block);
  }
  return galley;
}

}  // namespace forme
