#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <optional>
#include <ostream>

#include "base/number.h"
#include "cli/build.h"
#include "cli/check.h"
#include "cli/dump.h"
#include "cli/options.h"
#include "cli/proof.h"

namespace forme {
namespace {

const std::map<std::string, std::uint8_t> kOutputNames = {
    {"print", kPrint}, {"screen", kScreen}, {"epub", kEpub}, {"handouts", kHandout}};
const std::map<std::string, DiagnosticFormat> kFormatNames = {{"text", DiagnosticFormat::Text},
                                                              {"json", DiagnosticFormat::Json}};
const std::map<std::string, Stage> kStageNames = {{"manifest", Stage::Manifest},
                                                  {"lines", Stage::Lines},
                                                  {"plan", Stage::Plan},
                                                  {"display", Stage::Display},
                                                  {"structure", Stage::Structure}};

template <class T>
std::vector<std::string> keys(const std::map<std::string, T>& names) {
  std::vector<std::string> result;
  for (const auto& [name, value] : names) result.push_back(name);
  return result;
}

// The options as CLI11 fills them, before they are given their types.
struct Raw {
  CommonOptions common;
  std::string format = "text", date, out, plan, timings, stage;
  std::vector<std::string> only, spreads;
  std::string binding = "saddle";
  int section = 0;
  bool setting = false;
};

void add_common(CLI::App& command, Raw& raw) {
  command.add_option("ISSUE", raw.common.issue, "A folder that holds issue.xml, or that file")
      ->required();
  command.add_option("--diagnostics", raw.format, "How mistakes are printed: text or json")
      ->check(CLI::IsMember(keys(kFormatNames)));
  command
      .add_option("--jobs", raw.common.jobs, "How many threads; as many as processors if left out")
      ->check(CLI::Range(1, 1024));
  command
      .add_option("--date", raw.date,
                  "The day that embargo and expiry are held against; else the cover date")
      ->check([](const std::string& text) {
        return parse_iso_date(text) ? std::string() : "not a day like 2016-02-24: " + text;
      });
}

void add_plan(CLI::App& command, Raw& raw) {
  command.add_option(
      "--plan", raw.plan,
      "Keep to the plan in this file: what has new copy since moves as little as it can");
}

bool has(const std::vector<std::string>& names, const char* name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What one option alone cannot tell.
void check_spreads(const Raw& raw) {
  const auto refuse = [](const char* option, const char* why) {
    throw CLI::ValidationError(option, why);
  };
  if (!raw.spreads.empty() && !raw.only.empty() && !has(raw.only, "print"))
    refuse("--spreads", "they are made of the print PDF, which --only leaves out");
  if (raw.binding != "saddle" && !has(raw.spreads, "printer"))
    refuse("--binding", "it is for --spreads printer");
  if (raw.section != 0 && raw.binding != "nested")
    refuse("--section", "it is for --binding nested");
}

void add_spread_options(CLI::App& build, Raw& raw) {
  build
      .add_option("--spreads", raw.spreads,
                  "Also pages side by side, of the print PDF's: reader (1, 2-3, 4-5 ...), printer "
                  "(pairs for the press) or both")
      ->delimiter(',')
      ->check(CLI::IsMember({"reader", "printer"}));
  build
      .add_option("--binding", raw.binding,
                  "How printer's spreads are folded: saddle, all sheets in one nest with its back "
                  "stitched, if left out; nested, loose sheets")
      ->check(CLI::IsMember({"saddle", "nested"}));
  build
      .add_option("--section", raw.section,
                  "Pages of a section of nested sheets, a multiple of 4; one section if left out")
      ->check([](const std::string& text) {
        const std::optional<int> pages = parse_int(text);
        return pages && *pages > 0 && *pages % 4 == 0 ? std::string()
                                                      : "not a multiple of 4: " + text;
      });
  build.callback([&raw] { check_spreads(raw); });
}

CLI::App* add_build(CLI::App& app, Raw& raw) {
  CLI::App* build = app.add_subcommand("build", "Make the print and screen PDF, EPUB and handouts");
  add_common(*build, raw);
  build->add_option("-o,--out", raw.out, "Folder of the edition; out/SLUG-NUMBER if left out");
  build->add_option("--only", raw.only, "Some of print, screen, epub, handouts")
      ->delimiter(',')
      ->check(CLI::IsMember(keys(kOutputNames)));
  add_plan(*build, raw);
  add_spread_options(*build, raw);
  build->add_option("--timings", raw.timings, "Write the seconds of each stage to this file");
  return build;
}

CLI::App* add_check(CLI::App& app, Raw& raw) {
  CLI::App* check =
      app.add_subcommand("check",
                         "Do everything but the outputs, and print how each story fits: "
                         "a table, or JSON with --diagnostics json");
  add_common(*check, raw);
  add_plan(*check, raw);
  check->add_flag("--setting", raw.setting,
                  "Print how the copy is set, article by article: a table, or JSON with "
                  "--diagnostics json");
  return check;
}

CLI::App* add_proof(CLI::App& app, Raw& raw) {
  CLI::App* proof = app.add_subcommand(
      "proof", "Make a PDF of the flatplan, and of the pages with their plan drawn over them");
  add_common(*proof, raw);
  proof->add_option("-o,--out", raw.out, "The PDF; out/SLUG-NUMBER-proof.pdf if left out");
  add_plan(*proof, raw);
  return proof;
}

CLI::App* add_dump(CLI::App& app, Raw& raw) {
  CLI::App* dump = app.add_subcommand("dump", "Print a stage of the pipeline as text");
  add_common(*dump, raw);
  dump->add_option("--stage", raw.stage, "manifest, lines, plan, display or structure")
      ->required()
      ->check(CLI::IsMember(keys(kStageNames)));
  add_plan(*dump, raw);
  return dump;
}

CommonOptions common_options(const Raw& raw) {
  CommonOptions result = raw.common;
  result.diagnostics = kFormatNames.at(raw.format);
  result.date = parse_iso_date(raw.date);
  return result;
}

std::uint8_t outputs(const std::vector<std::string>& names) {
  if (names.empty()) return kAllOutputs;
  std::uint8_t bits = 0;
  for (const std::string& name : names)
    bits = static_cast<std::uint8_t>(bits | kOutputNames.at(name));
  return bits;
}

}  // namespace

ExitStatus run_command_line(const std::vector<std::string>& arguments, Environment& environment) {
  CLI::App app("Makes every edition of a newspaper from one issue in XML.", "forme");
  app.set_version_flag("--version", "forme " FORME_VERSION);
  app.require_subcommand(1);
  Raw raw;
  CLI::App* build_command = add_build(app, raw);
  CLI::App* check_command = add_check(app, raw);
  CLI::App* proof_command = add_proof(app, raw);
  CLI::App* dump_command = add_dump(app, raw);
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 wants them
    app.parse(std::move(reversed));
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error, environment.out, environment.err);
    return code == 0 ? ExitStatus::Good : ExitStatus::Usage;
  }
  const CommonOptions common = common_options(raw);
  if (*build_command) {
    return build({common,
                  raw.out,
                  outputs(raw.only),
                  raw.plan,
                  raw.timings,
                  {has(raw.spreads, "reader"), has(raw.spreads, "printer"), raw.section}},
                 environment);
  }
  if (*check_command) return check({common, raw.plan, raw.setting}, environment);
  if (*proof_command) return proof({common, raw.out, raw.plan}, environment);
  if (*dump_command) return dump({common, kStageNames.at(raw.stage), raw.plan}, environment);
  return ExitStatus::Usage;
}

}  // namespace forme
