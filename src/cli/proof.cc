#include "cli/proof.h"

#include <string>

#include "cli/made_issue.h"
#include "cli/outputs.h"
#include "cli/pdf_editions.h"
#include "display/shown_pages.h"
#include "proof/proof.h"

namespace forme {
namespace {

constexpr const char* kLanguage = "en";  // of what is written on the sheets

Result<std::string> proof_bytes(const MadeIssue& issue, Run& run) {
  const Sources& s = issue.sources;
  const ShownPages shown(issue.made.pages, kPrint);
  TextSetter setter(s.fonts, *s.dictionaries);
  const Proof made = make_proof({s.issue, s.layout, issue.made.plan, shown.get()}, setter);
  const StructureTree none{{Node{}}};
  const Palette palette = proof_palette(s.layout.palette);
  const PageSet set{made.sheets, none,  s.fonts, palette, document_title(s.issue) + " (proof)",
                    kLanguage,   kPrint};
  return proof_pdf(set, made.labels, s, run.shared);
}

// The proof before stays until this one is there as a whole.
Status write_whole(FileSystem& files, const std::string& path, const std::string& bytes) {
  const std::size_t slash = path.find_last_of('/');
  if (slash != std::string::npos && slash > 0) {
    if (Status made = files.make_folders(path.substr(0, slash)); !made) return made;
  }
  const std::string part = path + ".part";
  Status written = files.write(part, bytes);
  if (written) written = files.rename(part, path);
  if (written) return written;
  const Status cleared = files.remove_tree(part);
  static_cast<void>(cleared);  // the first fault is the one to tell
  return written;
}

ExitStatus make_and_write(const ProofOptions& options, Run& run) {
  const auto issue = make_issue(options.common, options.plan, run);
  if (!issue) return run.end();
  run.messages.print_new(run.diagnostics);
  const std::string path =
      options.out.empty() ? "out/" + edition_name(issue->manifest()) + "-proof.pdf" : options.out;
  const auto bytes = run.stage("proof", [&] { return proof_bytes(*issue, run); });
  if (!bytes) {
    run.diagnostics.add(bytes.failure());
  } else if (Status written = write_whole(run.environment.files, path, *bytes); !written) {
    run.diagnostics.add(written.failure());
  }
  return run.end(issue->objections());
}

}  // namespace

ExitStatus proof(const ProofOptions& options, Environment& environment) {
  Run run(environment, options.common.diagnostics);
  return with_jobs(options.common.jobs, [&] { return make_and_write(options, run); });
}

}  // namespace forme
