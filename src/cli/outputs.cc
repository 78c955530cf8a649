#include "cli/outputs.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "cli/epub_edition.h"
#include "cli/handouts.h"
#include "cli/pdf_editions.h"

namespace forme {
namespace {

// What is set twice, in print and in a handout, is told once.
void add_new(const Diagnostics& said, Diagnostics& all) {
  for (const Diagnostic& diagnostic : said.all()) {
    const auto& known = all.all();
    if (std::find(known.begin(), known.end(), diagnostic) == known.end()) all.add(diagnostic);
  }
}

}  // namespace

std::string edition_name(const Manifest& manifest) {
  return manifest.slug + "-" + manifest.number;
}
std::string print_name(const Manifest& manifest) {
  return edition_name(manifest) + "-print.pdf";
}

std::vector<OutputTask> output_tasks(const MadeIssue& issue, std::uint8_t outputs, Run& run) {
  const Sources& s = issue.sources;
  const std::string base = edition_name(s.issue.manifest);
  const auto pages = [&](Output output) {
    return PageSet{issue.made.pages,        issue.made.structure,      s.fonts, s.layout.palette,
                   document_title(s.issue), s.issue.manifest.language, output};
  };
  std::vector<OutputTask> tasks;
  if (outputs & kPrint) {
    tasks.push_back(
        {print_name(s.issue.manifest), "print",
         [set = pages(kPrint), &s, &run](Diagnostics&) { return print_pdf(set, s, run.shared); }});
  }
  if (outputs & kScreen) {
    tasks.push_back(
        {base + "-screen.pdf", "screen", [set = pages(kScreen), &s, &run](Diagnostics&) {
           return screen_pdf(set, s, run.shared);
         }});
  }
  if (outputs & kEpub) {
    tasks.push_back({base + ".epub", "epub", [&issue, &run](Diagnostics& diagnostics) {
                       return epub_edition(issue, run.shared, diagnostics);
                     }});
  }
  if (!(outputs & kHandout)) return tasks;
  const auto handouts = std::make_shared<Handouts>(issue, run.shared);
  for (std::size_t i = 0; i < s.issue.articles.size(); ++i) {
    const Article& article = s.issue.articles[i];
    if (!has_handout(article)) continue;
    tasks.push_back(
        {handout_name(s.issue.manifest, article), "handouts",
         [handouts, i](Diagnostics& diagnostics) { return handouts->pdf(i, diagnostics); }});
  }
  return tasks;
}

std::vector<OutputFile> make_outputs(const std::vector<OutputTask>& tasks, Run& run) {
  std::vector<std::optional<Result<std::string>>> results(tasks.size());
  std::vector<Diagnostics> said(tasks.size());
  tbb::parallel_for(std::size_t{0}, tasks.size(), [&](std::size_t i) {
    results[i] = run.timings.measure(tasks[i].stage, [&] { return tasks[i].make(said[i]); });
  });
  std::vector<OutputFile> files;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    add_new(said[i], run.diagnostics);
    if (*results[i]) {
      files.push_back({tasks[i].name, **std::move(results[i])});
    } else {
      run.diagnostics.add(results[i]->failure());
    }
  }
  return files;
}

}  // namespace forme
