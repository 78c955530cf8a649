#include "makeup/placer.h"

#include <algorithm>
#include <limits>

namespace forme {
namespace {

constexpr int kRounds = 6;  // of setting a block beside what stands into its legs

using Lines = std::span<const FlowLine>;

// Whether a leg that begins with line `first` of the part may end before line `cut`.
bool may_cut(const FlowPart& part, Lines lines, std::size_t first, std::size_t cut) {
  const FlowLine& last = lines[cut - 1];
  if (last.hyphen_end || last.keeps_next) return false;
  // Lines that continue from another leg count as a start of two.
  const long least = first == 0 ? part.keep_first : 2;
  return static_cast<long>(cut - first) >= least &&
         static_cast<long>(lines.size() - cut) >= part.block->keep_last;
}

// The most lines from `next` that may stand in `rows`; `next` when none may.
std::size_t longest_start(const FlowPart& part, Lines lines, std::size_t next, int rows) {
  std::size_t fit = next;
  int used = 0;
  while (fit < lines.size() && used + lines[fit].rows <= rows) used += lines[fit++].rows;
  if (fit == lines.size()) return fit;
  for (std::size_t cut = fit; cut > next; --cut)
    if (may_cut(part, lines, next, cut)) return cut;
  return next;
}

// Whether nothing stands into rows [first, last) of the space.
bool whole(const LegSpace& space, int first, int last) {
  last = std::min(last, static_cast<int>(space.room.size()));
  for (int row = first; row < last; ++row)
    if (!space.room[static_cast<std::size_t>(row)].whole) return false;
  return true;
}

// The first row from `row` on where what must have the whole measure may stand.
int below_narrowed(const LegSpace& space, int row, Lines lines, std::size_t next) {
  if (space.room.empty()) return row;
  int deep = 0;
  for (std::size_t i = next; i < lines.size(); ++i) deep += lines[i].rows;
  while (row < space.rows && !whole(space, row, std::min(space.rows, row + deep))) ++row;
  return row;
}

}  // namespace

Placer::Placer(const std::vector<LegSpace>& spaces, const Feet& feet)
    : spaces_(spaces), feet_(feet) {
  for (const LegSpace& space : spaces) narrowed_ = narrowed_ || !space.room.empty();
}

const std::vector<Step>& Placer::put(const FlowPart& part, std::size_t variant, LegPlace at,
                                     const FlowPart* floating, double most) {
  const Lines lines = part.lines(variant);
  most_ = most;
  steps_.clear(), cuts_.clear();
  if (lines.empty()) {
    if (!floating) steps_.push_back({at, 0, 0, -1, 0});
    return steps_;
  }
  if (stands_beside(part, at)) {
    if (floating) return steps_;
    const FlowVariant* set = variant == 0 ? set_beside(*part.block, at) : nullptr;
    if (set) put_beside(part, set->lines, at);
    return steps_;
  }
  one_row_each_ =
      std::all_of(lines.begin(), lines.end(), [](const FlowLine& line) { return line.rows == 1; });
  if (put_whole(part, lines, at)) {
    if (floating) steps_.clear();
    return steps_;
  }
  starts_.assign(1, {});
  if (part.block->may_open && at.row > 0)
    starts_.push_back({0, kLegWeights.opened_space, 1, -1, 0});
  for (std::size_t space = at.space; space < spaces_.size() && !starts_.empty(); ++space) {
    next_.clear();
    for (const Start& start : starts_) {
      const int row = space == at.space ? at.row : 0;
      fill(part, lines, start, {space, row});
      if (const int rows = float_rows(floating, space); start.line > 0 && rows > 0) {
        Start under = start;
        if (under.float_space > 0) continue;
        under.float_space = space;
        fill(part, lines, under, {space, rows});
      }
    }
    starts_.swap(next_);
  }
  if (floating) std::erase_if(steps_, [](const Step& step) { return step.float_space == 0; });
  return steps_;
}

// Rows that a float takes on top of a leg; 0 when it may not stand there.
int Placer::float_rows(const FlowPart* floating, std::size_t space) const {
  if (!floating) return 0;
  int rows = 0;
  for (const FlowLine& line : floating->lines(0)) rows += line.rows;
  const LegSpace& leg = spaces_[space];
  return rows <= leg.rows && whole(leg, 0, rows) ? rows : 0;
}

// What ends far from the foot of its leg has one way to stand, or one for each of its spaces
// before.
bool Placer::put_whole(const FlowPart& part, Lines lines, LegPlace at) {
  const LegSpace& space = spaces_[at.space];
  if (at.row == 0 || !space.room.empty()) return false;
  const bool may_open = part.block->may_open;
  const int least_free = feet_.window(at.space) + (may_open ? 1 : 0);
  int row = at.row + part.space_before;
  for (const FlowLine& line : lines) {
    row += line.rows;
    if (space.rows - row <= least_free) return false;
  }
  const int cut = note(lines.size(), -1);
  steps_.push_back({{at.space, row}, 0, 0, cut, 0});
  if (may_open) steps_.push_back({{at.space, row + 1}, kLegWeights.opened_space, 1, cut, 0});
  return true;
}

int Placer::note(std::size_t line, int before) {
  cuts_.push_back({line, before});
  return static_cast<int>(cuts_.size()) - 1;
}

void Placer::record(const FlowPart& part, std::size_t variant, LegPlace at, const Step& step,
                    const FlowPart* floating, FlowResult& result) const {
  int reset = -1;
  if (stands_beside(part, at)) {
    reset = static_cast<int>(result.reset.size());
    result.reset.push_back(*set_beside(*part.block, at));
  }
  const Lines lines = reset < 0 ? part.lines(variant) : Lines(result.reset.back().lines);
  std::vector<std::size_t> stops;
  for (int i = step.cut; i >= 0; i = cuts_[static_cast<std::size_t>(i)].before)
    stops.insert(stops.begin(), cuts_[static_cast<std::size_t>(i)].line);
  std::size_t line = 0, space = at.space;
  for (const std::size_t stop : stops) {
    const LegSpace& leg = spaces_[space];
    int row = space == at.space ? at.row : 0;
    if (step.float_space > 0 && step.float_space == space) {
      const Lines above = floating->lines(0);
      for (std::size_t i = 0; i < above.size(); row += above[i++].rows)
        result.strips.push_back(
            {floating->index, 0, i, leg.column, leg.row + row, above[i].rows, -1, false});
    }
    row = first_row(part, lines, line, step.opened, {space, row});
    const auto put_line = [&](std::size_t i, const FlowLine& set, bool again) {
      result.strips.push_back(
          {part.index, variant, i, leg.column, leg.row + row, set.rows, reset, again});
      row += set.rows;
    };
    if (stop > line) {
      auto head = static_cast<std::size_t>(part.block->repeat_from);
      for (const FlowLine& said : part.said_again(line)) put_line(head++, said, true);
    }
    for (; line < stop; ++line) put_line(part.first + line, lines[line], false);
    ++space;
  }
}

// Where the next line of the part stands, or the head that is set again before it.
int Placer::first_row(const FlowPart& part, Lines lines, std::size_t next, int opened,
                      LegPlace at) const {
  int row = at.row;
  if (next == 0 && row > 0) row += part.space_before + opened;
  return part.resets() ? row : below_narrowed(spaces_[at.space], row, lines, next);
}

int Placer::rows_of(Lines lines, std::size_t first, std::size_t last) const {
  if (one_row_each_) return static_cast<int>(last - first);
  int rows = 0;
  for (std::size_t i = first; i < last; ++i) rows += lines[i].rows;
  return rows;
}

// The line up to which what begins at `at` may stand in its leg.
std::size_t Placer::reach(Lines lines, std::size_t next, LegPlace at) const {
  const LegSpace& space = spaces_[at.space];
  if (one_row_each_ && space.room.empty())
    return std::min(lines.size(),
                    next + static_cast<std::size_t>(std::max(0, space.rows - at.row)));
  for (int row = at.row; next < lines.size(); ++next) {
    const int top = row;
    row += lines[next].rows;
    if (row > space.rows || !whole(space, top, row)) break;
  }
  return next;
}

// What of the part may stand from `at` to the foot of its leg.
void Placer::fill(const FlowPart& part, Lines lines, const Start& start, LegPlace at) {
  const LegSpace& space = spaces_[at.space];
  int row = first_row(part, lines, start.line, start.opened, at);
  Start from = start;
  const int straight = start.line == 0 && at.row > 0 ? part.space_before + start.opened : 0;
  from.cost += kLegWeights.row_beside * (row - at.row - straight);
  for (const FlowLine& line : part.said_again(start.line)) row += line.rows;
  const std::size_t reached = reach(lines, start.line, {at.space, row});
  const bool finishes = start.line < lines.size() && reached == lines.size();
  std::size_t longest = finishes ? reached - 1 : reached;
  while (longest > start.line && !may_cut(part, lines, start.line, longest)) --longest;
  const auto rows_to = [&](std::size_t cut) { return rows_of(lines, start.line, cut); };
  if (finishes) finish(from, {at.space, row + rows_to(reached)}, reached);
  const int longest_row = row + rows_to(longest);
  // Nothing of it: where nothing may stand, at a leg's head, and near its foot.
  const bool none = longest == start.line && !finishes;
  const bool near_foot = start.line == 0 && space.rows - at.row <= feet_.window(at.space);
  if (none || at.row == 0 || near_foot) offer(start, start.line, feet_.cost(at.space, at.row));
  offer_cuts(part, lines, from, at, longest, longest_row);
}

// The longest beginning that may stand there, and shorter ones that leave the foot as free as
// level feet may need.
void Placer::offer_cuts(const FlowPart& part, Lines lines, const Start& start, LegPlace at,
                        std::size_t longest, int longest_row) {
  int row = longest_row;
  for (std::size_t cut = longest; cut > start.line; row -= lines[--cut].rows) {
    const bool level = spaces_[at.space].rows - row <= feet_.window(at.space);
    if (cut != longest && !level) break;
    if (!may_cut(part, lines, start.line, cut)) continue;
    const bool few = static_cast<long>(cut - start.line) <= part.keep_first;
    offer(start, cut, feet_.cost(at.space, row) + (few ? kLegWeights.split_few : 0));
  }
}

void Placer::offer(const Start& start, std::size_t cut, double cost) {
  if (start.cost + cost > most_) return;
  auto rival = std::find_if(next_.begin(), next_.end(), [&](const Start& other) {
    return other.line == cut && (other.float_space > 0) == (start.float_space > 0);
  });
  if (rival == next_.end()) {
    rival = next_.insert(next_.end(), start);
    rival->cost = std::numeric_limits<double>::infinity();
  }
  if (start.cost + cost >= rival->cost) return;
  *rival = {cut, start.cost + cost, start.opened, note(cut, start.cut), start.float_space};
}

void Placer::finish(const Start& start, LegPlace end, std::size_t cut) {
  if (start.cost > most_) return;
  auto rival = std::find_if(steps_.begin(), steps_.end(), [&](const Step& s) {
    return s.end == end && (s.float_space > 0) == (start.float_space > 0);
  });
  if (rival != steps_.end() && rival->cost <= start.cost) return;
  if (rival == steps_.end()) rival = steps_.insert(steps_.end(), Step());
  *rival = {end, start.cost, start.opened, note(cut, start.cut), start.float_space};
}

// Whether the block, as long as it may become, meets rows that are not whole.
bool Placer::stands_beside(const FlowPart& part, LegPlace at) const {
  if (!narrowed_ || !part.resets()) return false;
  int rows = part.block->variants.front().rows() * 2;
  for (std::size_t s = at.space; s < spaces_.size() && rows > 0; ++s) {
    const int first = s == at.space ? at.row : 0;
    if (!whole(spaces_[s], first, std::min(spaces_[s].rows, first + rows))) return true;
    rows -= spaces_[s].rows - first;
  }
  return false;
}

// The block for the rows that it comes to stand in. Where its lines end depends on how wide they
// are, and how wide they are on where they stand: a few rounds settle it, else it may not begin
// here.
const FlowVariant* Placer::set_beside(const FlowBlock& block, LegPlace at) const {
  const auto [found, fresh] =
      beside_.try_emplace(std::make_tuple(&block, at.space, at.row), nullptr);
  const FlowVariant*& settled = found->second;
  if (!fresh) return settled;
  // For the first guess the block may be parted anywhere.
  FlowBlock loose;
  loose.keep_first = loose.keep_last = 1;
  const std::vector<FlowLine> some(block.variants.front().lines.size() * 2 + 4);
  std::vector<LegPlace> assumed =
      rows_of({&loose, 0, 0, 0, false, block.space_before, 1}, some, at);
  const FlowPart part{&block, 0, 0, 0, false, block.space_before, block.keep_first};
  for (int round = 0; round < kRounds && !assumed.empty(); ++round) {
    const FlowVariant& set = block.reset.at(widths_of(assumed));
    const std::vector<LegPlace> rows = rows_of(part, set.lines, at);
    if (rows.size() < set.lines.size()) break;
    if (assumed.size() >= rows.size() && std::equal(rows.begin(), rows.end(), assumed.begin())) {
      settled = set.lines.empty() ? nullptr : &set;
      break;
    }
    assumed = rows;
  }
  return settled;
}

// The one way that its lines were set for.
void Placer::put_beside(const FlowPart& part, Lines lines, LegPlace at) {
  Step step;
  std::size_t next = 0;
  for (LegPlace p = at; p.space < spaces_.size(); ++p.space, p.row = 0) {
    int row = first_row(part, lines, next, 0, p);
    const std::size_t cut = longest_start(part, lines, next, spaces_[p.space].rows - row);
    step.cut = note(cut, step.cut);
    if (cut == next) row = p.row;
    for (std::size_t i = next; i < cut; ++i) row += lines[i].rows;
    if (cut == lines.size()) {
      step.end = {p.space, row};
      steps_.push_back(step);
      return;
    }
    step.cost += feet_.cost(p.space, row);
    next = cut;
  }
}

// Where each line stands when each leg takes as many as it may.
std::vector<LegPlace> Placer::rows_of(const FlowPart& part, Lines lines, LegPlace at) const {
  std::vector<LegPlace> rows;
  std::size_t next = 0;
  for (LegPlace p = at; next < lines.size() && p.space < spaces_.size(); ++p.space, p.row = 0) {
    int row = p.row;
    if (next == 0 && row > 0) row += part.space_before;
    const std::size_t cut = longest_start(part, lines, next, spaces_[p.space].rows - row);
    for (; next < cut; ++next) rows.push_back({p.space, row++});
  }
  return rows;
}

// REQUIRES: every space has its rooms.
LineWidths Placer::widths_of(const std::vector<LegPlace>& rows) const {
  LineWidths widths;
  for (const LegPlace& p : rows) {
    const RowRoom& room = spaces_[p.space].room[static_cast<std::size_t>(p.row)];
    widths.first.push_back(room.width);
    widths.first_left.push_back(room.left);
    widths.rest = std::max(widths.rest, room.width);
  }
  return widths;
}

}  // namespace forme
