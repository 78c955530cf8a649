#include "cli/spreads.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "pdfdoc/impose_pdf.h"

namespace forme {
namespace {

std::string reader_name(const Manifest& manifest) {
  return edition_name(manifest) + "-reader-spreads.pdf";
}
std::string printer_name(const Manifest& manifest) {
  return edition_name(manifest) + "-printer-spreads.pdf";
}

void add_imposed(const std::string& print, const std::string& name,
                 const std::vector<Spread>& spreads, std::vector<OutputFile>& files, Run& run) {
  auto imposed = impose_pdf(print, spreads);
  if (imposed) {
    files.push_back({name, *std::move(imposed)});
  } else {
    run.diagnostics.add(imposed.failure());
  }
}

}  // namespace

std::vector<std::string> spread_names(const Manifest& manifest) {
  return {reader_name(manifest), printer_name(manifest)};
}

void add_spreads(const SpreadOptions& options, const MadeIssue& issue,
                 std::vector<OutputFile>& files, Run& run) {
  const Manifest& manifest = issue.manifest();
  const auto found = std::find_if(files.begin(), files.end(), [&](const OutputFile& file) {
    return file.name == print_name(manifest);
  });
  assert(found != files.end());
  const std::string print = found->bytes;
  const int pages = static_cast<int>(issue.made.pages.size());
  const bool from_right = issue.sources.layout.from_right;
  if (options.reader)
    add_imposed(print, reader_name(manifest), reader_spreads(pages, from_right), files, run);
  if (options.printer) {
    add_imposed(print, printer_name(manifest), printer_spreads(pages, options.section, from_right),
                files, run);
  }
}

}  // namespace forme
