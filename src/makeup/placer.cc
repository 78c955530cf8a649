#include "makeup/placer.h"

#include <algorithm>
#include <limits>

namespace forme {
namespace {

constexpr double kUnevenFoot = 40, kUnevenRow = 16;  // a foot that is not level; (rows)²
constexpr double kLastRow = 6;  // (rows)² that the last leg is shorter than the others
constexpr double kShortLeg =
    20000;                        // a leg under kLeastLeg rows: anything else that fits is better
constexpr double kSplitFew = 2;   // a break that leaves just the lines that must stay together
constexpr double kRowBeside = 6;  // a row left free beside what stands into the leg
// A row more before a crosshead, where a sub would add it: dearer than one free row at a foot,
// cheaper than the second.
constexpr double kOpenedSpace = 30;
// How many rows more than it should a leg may be left free. What must stay together takes up to
// four.
constexpr int kWindow = 4;
constexpr int kRounds = 6;  // of setting a block beside what stands into its legs

using Lines = std::vector<FlowLine>;

// Whether a leg that begins with line `first` of the block may end before line `cut`.
bool may_cut(const FlowBlock& block, const Lines& lines, std::size_t first, std::size_t cut) {
  const FlowLine& last = lines[cut - 1];
  if (last.hyphen_end || last.keeps_next) return false;
  // Lines that continue from another leg count as a start of two.
  const long least = first == 0 ? block.keep_first : 2;
  return static_cast<long>(cut - first) >= least &&
         static_cast<long>(lines.size() - cut) >= block.keep_last;
}

// The most lines from `next` that may stand in `rows`; `next` when none may.
std::size_t longest_start(const FlowBlock& block, const Lines& lines, std::size_t next, int rows) {
  std::size_t fit = next;
  int used = 0;
  while (fit < lines.size() && used + lines[fit].rows <= rows) used += lines[fit++].rows;
  if (fit == lines.size()) return fit;
  for (std::size_t cut = fit; cut > next; --cut)
    if (may_cut(block, lines, next, cut)) return cut;
  return next;
}

int repeated_rows(const FlowBlock& block, const Lines& lines) {
  int rows = 0;
  for (int i = block.repeat_from; i < block.repeat_to; ++i)
    rows += lines[static_cast<std::size_t>(i)].rows;
  return rows;
}

// Whether nothing stands into rows [first, last) of the space.
bool whole(const LegSpace& space, int first, int last) {
  last = std::min(last, static_cast<int>(space.room.size()));
  for (int row = first; row < last; ++row)
    if (!space.room[static_cast<std::size_t>(row)].whole) return false;
  return true;
}

// The first row from `row` on where what must have the whole measure may stand.
int below_narrowed(const LegSpace& space, int row, const Lines& lines, std::size_t next) {
  if (space.room.empty()) return row;
  int deep = 0;
  for (std::size_t i = next; i < lines.size(); ++i) deep += lines[i].rows;
  while (row < space.rows && !whole(space, row, std::min(space.rows, row + deep))) ++row;
  return row;
}

// A block that may be parted anywhere: for the first guess of where lines stand.
FlowBlock loose(const FlowBlock& block) {
  FlowBlock out;
  out.space_before = block.space_before;
  out.keep_first = out.keep_last = 1;
  return out;
}

}  // namespace

Feet::Feet(const Galley& galley, const std::vector<LegSpace>& spaces, int free)
    : spaces_(spaces), free_(free), window_(free + kWindow) {
  may_be_short_ = natural_rows(galley) < kLeastLeg;
}

double Feet::cost(std::size_t space, int used) const {
  const double off = spaces_[space].rows - used - free_;
  const bool short_leg = used > 0 && used < kLeastLeg && !may_be_short_;
  return kUnevenRow * off * off + (off != 0 ? kUnevenFoot : 0) + (short_leg ? kShortLeg : 0);
}

double Feet::cost_behind(const LegPlace& end) const {
  double sum = 0;
  for (std::size_t i = end.space; i < spaces_.size(); ++i) {
    const int used = i == end.space ? end.row : 0;
    const double off = spaces_[i].rows - used - free_;
    const bool short_leg = used > 0 && used < kLeastLeg && !may_be_short_;
    sum += kLastRow * off * off + (off < 0 ? kUnevenFoot : 0) + (short_leg ? kShortLeg : 0);
  }
  return sum;
}

void Placer::put(const FlowBlock& block, std::size_t variant, LegPlace at, bool note_cuts,
                 std::vector<Step>& out) {
  const Lines& lines = block.variants[variant].lines;
  note_cuts_ = note_cuts;
  out.clear();
  if (lines.empty()) {
    out.push_back({at, 0, 0, {}});
    return;
  }
  if (stands_beside(block, at)) {
    const FlowVariant* set = variant == 0 ? set_beside(block, at) : nullptr;
    if (!set) return;
    if (std::optional<Step> step = step_beside(block, set->lines, at)) out.push_back(*step);
    return;
  }
  starts_.assign(1, {0, 0, 0, {}});
  if (block.may_open && at.row > 0) starts_.push_back({0, kOpenedSpace, 1, {}});
  for (std::size_t space = at.space; space < spaces_.size() && !starts_.empty(); ++space) {
    next_.clear();
    for (const Start& start : starts_) {
      const int row = space == at.space ? at.row : 0;
      fill(block, lines, start, {space, row}, out);
    }
    starts_.swap(next_);
  }
}

void Placer::record(const Galley& galley, std::size_t index, std::size_t variant, LegPlace at,
                    const Step& step, FlowResult& result) const {
  const FlowBlock& block = galley[index];
  int reset = -1;
  if (stands_beside(block, at)) {
    reset = static_cast<int>(result.reset.size());
    result.reset.push_back(*set_beside(block, at));
  }
  const Lines& lines = reset < 0 ? block.variants[variant].lines : result.reset.back().lines;
  std::size_t line = 0, space = at.space;
  for (const std::size_t cut : step.cuts) {
    const LegSpace& leg = spaces_[space];
    int row = first_row(block, lines, line, step.opened, {space, space == at.space ? at.row : 0});
    const auto put_line = [&](std::size_t i, bool again) {
      result.strips.push_back({index, variant, i, leg.column, leg.row + row, reset, again});
      row += lines[i].rows;
    };
    if (line > 0 && cut > line)
      for (int i = block.repeat_from; i < block.repeat_to; ++i)
        put_line(static_cast<std::size_t>(i), true);
    for (; line < cut; ++line) put_line(line, false);
    ++space;
  }
}

// Where the next line of the block stands, or the head that is set again before it.
int Placer::first_row(const FlowBlock& block, const Lines& lines, std::size_t next, int opened,
                      LegPlace at) const {
  int row = at.row;
  if (next == 0 && row > 0) row += block.space_before + opened;
  return block.reset ? row : below_narrowed(spaces_[at.space], row, lines, next);
}

// What of the block may stand from `at` to the foot of its leg.
void Placer::fill(const FlowBlock& block, const Lines& lines, const Start& start, LegPlace at,
                  std::vector<Step>& out) {
  const LegSpace& space = spaces_[at.space];
  if (start.line == 0 || at.row == 0)  // nothing of it
    offer(start, start.line, feet_.cost(at.space, at.row));
  int row = first_row(block, lines, start.line, start.opened, at);
  Start from = start;
  const int straight = start.line == 0 && at.row > 0 ? block.space_before + start.opened : 0;
  from.cost += kRowBeside * (row - at.row - straight);
  if (start.line > 0) row += repeated_rows(block, lines);
  std::size_t longest = start.line;
  int longest_row = row;
  for (std::size_t cut = start.line; cut < lines.size();) {
    const int top = row;
    row += lines[cut++].rows;
    if (row > space.rows || !whole(space, top, row)) break;
    if (cut == lines.size()) {
      finish(out, from, {at.space, row}, cut);
      break;
    }
    if (may_cut(block, lines, start.line, cut)) longest = cut, longest_row = row;
  }
  offer_cuts(block, lines, from, at, longest, longest_row);
}

// The longest beginning that may stand there, and shorter ones that leave the foot as free as
// level feet may need.
void Placer::offer_cuts(const FlowBlock& block, const Lines& lines, const Start& start, LegPlace at,
                        std::size_t longest, int longest_row) {
  int row = longest_row;
  for (std::size_t cut = longest; cut > start.line; row -= lines[--cut].rows) {
    const bool level = spaces_[at.space].rows - row <= feet_.window();
    if (cut != longest && !level) break;
    if (!may_cut(block, lines, start.line, cut)) continue;
    const bool few = cut - start.line <= static_cast<std::size_t>(block.keep_first);
    offer(start, cut, feet_.cost(at.space, row) + (few ? kSplitFew : 0));
  }
}

void Placer::offer(const Start& start, std::size_t cut, double cost) {
  auto rival = std::find_if(next_.begin(), next_.end(),
                            [&](const Start& other) { return other.line == cut; });
  if (rival == next_.end())
    rival = next_.insert(next_.end(), {cut, std::numeric_limits<double>::infinity(), 0, {}});
  if (start.cost + cost >= rival->cost) return;
  rival->cost = start.cost + cost;
  rival->opened = start.opened;
  if (!note_cuts_) return;
  rival->cuts = start.cuts;
  rival->cuts.push_back(cut);
}

void Placer::finish(std::vector<Step>& out, const Start& start, LegPlace end,
                    std::size_t cut) const {
  auto rival = std::find_if(out.begin(), out.end(), [&](const Step& s) { return s.end == end; });
  if (rival != out.end() && rival->cost <= start.cost) return;
  if (rival == out.end()) rival = out.insert(out.end(), Step());
  rival->end = end, rival->cost = start.cost, rival->opened = start.opened;
  if (!note_cuts_) return;
  rival->cuts = start.cuts;
  rival->cuts.push_back(cut);
}

// Whether the block, as long as it may become, meets rows that are not whole.
bool Placer::stands_beside(const FlowBlock& block, LegPlace at) const {
  if (!block.reset) return false;
  int rows = block.variants.front().rows() * 2;
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
  const auto key = std::make_tuple(&block, at.space, at.row);
  auto [found, fresh] = beside_.try_emplace(key);
  if (!fresh) return found->second.lines.empty() ? nullptr : &found->second;
  const Lines some(block.variants.front().lines.size() * 2 + 4);
  std::vector<LegPlace> assumed = rows_of(loose(block), some, at);
  for (int round = 0; round < kRounds && !assumed.empty(); ++round) {
    FlowVariant set = block.reset(widths_of(assumed));
    const std::vector<LegPlace> rows = rows_of(block, set.lines, at);
    if (rows.size() < set.lines.size()) break;
    if (assumed.size() >= rows.size() && std::equal(rows.begin(), rows.end(), assumed.begin())) {
      found->second = std::move(set);
      break;
    }
    assumed = rows;
  }
  return found->second.lines.empty() ? nullptr : &found->second;
}

// The one way that its lines were set for.
std::optional<Step> Placer::step_beside(const FlowBlock& block, const Lines& lines,
                                        LegPlace at) const {
  Step step;
  std::size_t next = 0;
  for (LegPlace p = at; p.space < spaces_.size(); ++p.space, p.row = 0) {
    int row = first_row(block, lines, next, 0, p);
    const std::size_t cut = longest_start(block, lines, next, spaces_[p.space].rows - row);
    step.cuts.push_back(cut);
    if (cut == next) row = p.row;
    for (std::size_t i = next; i < cut; ++i) row += lines[i].rows;
    if (cut == lines.size()) {
      step.end = {p.space, row};
      return step;
    }
    step.cost += feet_.cost(p.space, row);
    next = cut;
  }
  return std::nullopt;
}

// Where each line stands when each leg takes as many as it may.
std::vector<LegPlace> Placer::rows_of(const FlowBlock& block, const Lines& lines,
                                      LegPlace at) const {
  std::vector<LegPlace> rows;
  std::size_t next = 0;
  for (LegPlace p = at; next < lines.size() && p.space < spaces_.size(); ++p.space, p.row = 0) {
    int row = p.row;
    if (next == 0 && row > 0) row += block.space_before;
    const std::size_t cut = longest_start(block, lines, next, spaces_[p.space].rows - row);
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
