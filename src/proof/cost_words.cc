#include "proof/cost_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "makeup/flow.h"
#include "makeup/weights.h"
#include "proof/plan_words.h"

namespace forme {

std::string term_words(const std::string& term) {
  static const JudgedWeights judged;
  static const std::map<std::string, std::string> words = {
      {"slack", "white under the story"},
      {"jump", "turns to another page"},
      {"avoidable jump", "its turn would have had room here"},
      {"crop", "picture cropped"},
      {"larger headline", "headline larger than a greater story's"},
      {"lesser story above", "stands above a greater story"},
      {"tombstone", "headlines of one size side by side"},
      {"short leg", fmt::format("leg under {} lines", kLeastLeg)},
      {"long leg", fmt::format("leg over {} lines", judged.most_leg)},
      {"uneven foot", "feet of legs not level"},
      {"span", "too wide or too narrow"},
      {"lifted quote", "a sentence set again as a pull quote"},
      {"touches advert", "headline or picture touches an advert"},
      {"grey leg", "deep leg with nothing to rest the eye"},
      {"thin headline", "headline line not filled"},
      {"no dominant picture", "no dominant picture"},
      {"one-sided", "page heavy on one side"},
      {"left out", "on no page"}};
  const auto found = words.find(term);
  return found == words.end() ? term : found->second;
}

std::vector<CostTerm> dearest_first(const std::vector<CostTerm>& terms) {
  std::vector<CostTerm> sums;
  for (const CostTerm& term : terms) {
    const auto same = std::find_if(sums.begin(), sums.end(), [&](const CostTerm& sum) {
      return sum.name == term.name && sum.story == term.story;
    });
    if (same == sums.end())
      sums.push_back(term);
    else
      same->cost += term.cost;
  }
  std::stable_sort(sums.begin(), sums.end(),
                   [](const CostTerm& a, const CostTerm& b) { return a.cost > b.cost; });
  return sums;
}

double paid_for(const PageCost& cost, const std::string& story) {
  if (story.empty()) return 0;
  return std::accumulate(cost.terms.begin(), cost.terms.end(), 0.0,
                         [&](double sum, const CostTerm& term) {
                           return term.story == story ? sum + term.cost : sum;
                         });
}

std::string forbidden_words(const ForbiddenFaults& faults) {
  std::string words;
  const auto add = [&](int count, const char* one, const char* many, const char* what) {
    if (count == 0) return;
    words += (words.empty() ? "" : ", ") + counted(count, one, many) + what;
  };
  add(faults.unfilled_rows, "row", "rows", " unfilled");
  add(faults.overset_lines, "line", "lines", " over");
  add(faults.overlaps, "overlap", "overlaps", "");
  return words;
}

}  // namespace forme
