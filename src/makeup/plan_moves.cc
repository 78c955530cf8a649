#include "makeup/plan_moves.h"

#include <fmt/format.h>

#include <algorithm>

namespace forme {
namespace {

struct Standing {
  const PlanLeaf* leaf = nullptr;
  int page = 0;
};

std::map<std::string, Standing> standing(const Plan& plan) {
  std::map<std::string, Standing> result;
  for (const PlanPage& page : plan.pages) {
    for (const PlanLeaf& leaf : page.leaves) {
      if (carries_copy(leaf.kind) && !leaf.ids.empty())
        result.try_emplace(leaf_name(leaf), Standing{&leaf, page.folio});
    }
  }
  return result;
}

// Each nib by its id, in the leaf that has it.
std::map<std::string, Standing> nibs_of(const Plan& plan) {
  std::map<std::string, Standing> result;
  for (const PlanPage& page : plan.pages) {
    for (const PlanLeaf& leaf : page.leaves) {
      if (leaf.kind != LeafKind::Nibs) continue;
      for (const std::string& id : leaf.ids) result.try_emplace(id, Standing{&leaf, page.folio});
    }
  }
  return result;
}

std::string place(int page, const GridRect& box) {
  return fmt::format("page {} (column {}, row {}, {} x {})", page, box.x, box.y, box.w, box.h);
}

}  // namespace

std::string leaf_name(const PlanLeaf& leaf) {
  return (leaf.continued_from > 0       ? "the turn of '"
          : leaf.kind == LeafKind::Nibs ? "the nibs from '"
                                        : "'") +
         leaf.ids.at(0) + "'";
}

std::string nib_name(const std::string& id) {
  return "'" + id + "'";
}

std::vector<PlanMove> plan_moves(const Plan& earlier, const Plan& later,
                                 const std::map<std::string, std::string>& why) {
  const std::map<std::string, Standing> before = standing(earlier), now = standing(later);
  std::vector<PlanMove> moves;
  const auto reason = [&](const std::string& name) {
    const auto found = why.find(name);
    return found == why.end() ? std::string() : found->second;
  };
  for (const PlanPage& page : later.pages) {
    for (const PlanLeaf& leaf : page.leaves) {
      if (!carries_copy(leaf.kind) || leaf.ids.empty()) continue;
      const std::string name = leaf_name(leaf);
      const auto old = before.find(name);
      PlanMove move{name, leaf.ids[0], 0, page.folio, {}, leaf.box, reason(name)};
      move.of_nibs = leaf.kind == LeafKind::Nibs;
      if (old != before.end())
        move.page_before = old->second.page, move.before = old->second.leaf->box;
      if (move.page_before != move.page || !(move.before == move.after)) moves.push_back(move);
    }
  }
  // The first of a column speaks for it where all of it moves.
  const auto told = [&](const std::string& id) {
    return std::any_of(moves.begin(), moves.end(),
                       [&](const PlanMove& move) { return move.article == id; });
  };
  const std::map<std::string, Standing> nibs_before = nibs_of(earlier), nibs_now = nibs_of(later);
  for (const auto& [id, at] : nibs_now) {
    const auto old = nibs_before.find(id);
    const int from = old == nibs_before.end() ? 0 : old->second.page;
    if (from == at.page || told(id) ||
        (from > 0 && told(old->second.leaf->ids[0]) && told(at.leaf->ids[0])))
      continue;
    moves.push_back({nib_name(id), id, from, at.page, from > 0 ? old->second.leaf->box : GridRect{},
                     at.leaf->box, reason(nib_name(id))});
  }
  for (const auto& [id, old] : nibs_before) {
    if (nibs_now.contains(id) || told(id)) continue;
    moves.push_back({nib_name(id), id, old.page, 0, old.leaf->box, {}, reason(nib_name(id))});
  }
  for (const auto& [name, old] : before) {
    if (now.contains(name)) continue;
    moves.push_back({name,
                     old.leaf->ids[0],
                     old.page,
                     0,
                     old.leaf->box,
                     {},
                     reason(name),
                     old.leaf->kind == LeafKind::Nibs});
  }
  return moves;
}

std::string to_text(const PlanMove& move) {
  const char* s = move.of_nibs ? "" : "s";
  const std::string what =
      move.page_before == 0 ? fmt::format("come{} to {}", s, place(move.page, move.after))
      : move.page == 0
          ? fmt::format("leave{} {}", s, place(move.page_before, move.before))
          : fmt::format("move{} from {} to {}", s, place(move.page_before, move.before),
                        place(move.page, move.after));
  return move.leaf + " " + what + (move.why.empty() ? "" : ", because " + move.why);
}

}  // namespace forme
