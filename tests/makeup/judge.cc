// Makes issues up and says what their plans pay, as one line of JSON each.
//
//   judge baseline ISSUE…       the plan that is made, and that of the baseline (baseline.h)
//   judge without NAME ISSUE…   the plan that is made with one knob or term turned off; `nothing`
//                               turns none off
//   judge plan ISSUE            the baseline's plan as a file that forme build --plan follows
//   judge time ISSUE…           processor time of planning and making up, and of shaping and
//                               breaking all text once in the body's style, to the column
//   judge switches              the names of the knobs and terms
#include <chrono>
#include <iostream>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "baseline.h"
#include "cli/picture_facts.h"
#include "cli/sources.h"
#include "makeup/make_up.h"
#include "makeup/page_cost.h"
#include "program.h"
#include "switches.h"

namespace forme::test {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kRuns = 5;  // of which the fastest counts

template <typename Work>
double fastest(Work work) {
  double least = std::numeric_limits<double>::infinity();
  for (int run = 0; run < kRuns; ++run) {
    const double start = cpu_seconds();
    work();
    least = std::min(least, cpu_seconds() - start);
  }
  return least;
}

double seconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

// An issue that has been read; it can be made up in many ways.
class ReadIssue {
 public:
  ReadIssue(const std::string& folder, Run& run)
      : sources_(read_sources({folder, {}, 0, {}}, run.environment, run.diagnostics)) {
    if (sources_) pictures_ = probe_pictures(sources_->issue, run.shared.assets, run.diagnostics);
  }
  bool found() const { return sources_.has_value(); }
  const Layout& layout() const { return sources_->layout; }

  Plan made(const Knobs& knobs = {}, const Weights& weights = {}) const {
    return make_up(input(nullptr, knobs, weights));
  }
  // All its text shaped and broken into lines once; gives the number of lines.
  std::size_t set_text() const {
    TextSetter setter(sources_->fonts, *sources_->dictionaries);
    const TextStyle& body = layout().style("body");
    const LineWidths column{layout().grid.column, {}, {}};
    std::size_t lines = 0;
    for (const Article& article : sources_->issue.articles) {
      for (const auto& leaf : article.leaves) lines += setter.set(leaf.text, body, column).size();
    }
    return lines;
  }
  Plan baseline() const {
    TextSetter setter(sources_->fonts, *sources_->dictionaries);
    const IssueStructure structure = build_structure(sources_->issue);
    SettingContext context{sources_->issue, sources_->layout, setter, pictures_, structure};
    context.knobs = first_fit_knobs();
    const StoryStock stock(context);
    const Plan plan = first_fit_plan(stock);
    return make_up(input(&plan, {}, {}));
  }

 private:
  MakeUpInput input(const Plan* plan, const Knobs& knobs, const Weights& weights) const {
    return {sources_->issue,
            sources_->layout,
            sources_->fonts,
            *sources_->dictionaries,
            pictures_,
            plan,
            weights,
            knobs,
            {sources_->press.warn_ppi, sources_->press.fail_ppi}};
  }
  static Plan make_up(const MakeUpInput& input) {
    Diagnostics said;
    return forme::make_up(input, said).plan;
  }

  std::optional<Sources> sources_;
  PictureFacts pictures_;
};

int say_plan(const std::string& folder, Run& run) {
  const ReadIssue issue(folder, run);
  if (!issue.found()) return 1;
  std::cout << plan_to_json(issue.baseline(), issue.layout());
  return 0;
}

Json judged(const Plan& plan) {
  Json terms = Json::object();
  const auto add = [&](const CostTerm& term) {
    terms[term.name] = terms.value(term.name, 0.0) + term.cost;
  };
  int unfilled = 0, overlaps = 0, overset = 0;
  for (const PlanPage& page : plan.pages) {
    for (const CostTerm& term : page.cost.terms) add(term);
    unfilled += page.cost.forbidden.unfilled_rows;
    overlaps += page.cost.forbidden.overlaps;
  }
  for (const CostTerm& term : plan.terms) add(term);
  for (const Overset& lost : plan.overset) overset += lost.lines;
  return {{"cost", total_cost(plan)},
          {"terms", terms},
          {"unfilledRows", unfilled},
          {"oversetLines", overset},
          {"overlaps", overlaps}};
}

int say_times(const std::vector<std::string>& issues, Run& run) {
  for (const std::string& folder : issues) {
    const ReadIssue issue(folder, run);
    if (!issue.found()) return 1;
    std::size_t most = 0, lines = 0;
    const double setting = fastest([&] { lines = issue.set_text(); });
    const double making = fastest([&] {
      most = 0;
      for (const PlanPage& page : issue.made().pages) most = std::max(most, page.leaves.size());
    });
    const Json said{{"issue", folder},    {"lines", lines},   {"most", most},
                    {"setting", setting}, {"making", making}, {"ratio", making / setting}};
    std::cout << said.dump() << std::endl;
  }
  return 0;
}

int say_switches() {
  for (const Switch& one : switches()) std::cout << one.name << "\n";
  return 0;
}

int judge(const std::vector<std::string>& words, Run& run) {
  const bool without = words.at(0) == "without";
  Knobs knobs;
  Weights weights;
  bool known = !without || words.at(1) == "nothing";
  for (const Switch& one : switches()) {
    if (!without || one.name != words[1]) continue;
    one.turn_off(knobs, weights);
    known = true;
  }
  if (!known) {
    std::cerr << "judge: there is no switch '" << words[1] << "'\n";
    return 2;
  }
  for (std::size_t i = without ? 2 : 1; i < words.size(); ++i) {
    const ReadIssue issue(words[i], run);
    if (!issue.found() || run.diagnostics.has_errors()) {
      for (const Diagnostic& d : run.diagnostics.all()) std::cerr << to_text(d);
      return 1;
    }
    const double start = seconds();
    Json said{{"issue", words[i]}, {"made", judged(issue.made(knobs, weights))}};
    said["seconds"] = seconds() - start;
    if (!without) said["baseline"] = judged(issue.baseline());
    std::cout << said.dump() << std::endl;
  }
  return 0;
}

int work(const std::vector<std::string>& words, Run& run) {
  if (words == std::vector<std::string>{"switches"}) return say_switches();
  if (words.size() == 2 && words[0] == "plan") return say_plan(words[1], run);
  if (words.size() > 1 && words[0] == "time")
    return say_times({words.begin() + 1, words.end()}, run);
  if (words.size() > 1 && words[0] == "baseline") return judge(words, run);
  if (words.size() > 2 && words[0] == "without") return judge(words, run);
  std::cerr
      << "judge: baseline ISSUE… | without NAME ISSUE… | plan ISSUE | time ISSUE… | switches\n";
  return 2;
}

}  // namespace
}  // namespace forme::test

int main(int argc, char** argv) {
  return forme::test::run_program(argc, argv, forme::test::work);
}
