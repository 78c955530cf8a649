#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "content/article.h"

namespace forme {

enum class DiagnosticFormat : std::uint8_t { Text, Json };

struct CommonOptions {
  std::string issue;  // a folder that holds issue.xml, or that file
  DiagnosticFormat diagnostics = DiagnosticFormat::Text;
  int jobs = 0;              // 0: as many as there are processors
  std::optional<Date> date;  // the day that embargoes are held against; else the cover date
};

// Pages side by side in PDFs of their own, made of the print PDF's.
struct SpreadOptions {
  bool reader = false, printer = false;
  int section = 0;  // pages of a section of nested sheets, a multiple of 4; 0: the paper is one
};

struct BuildOptions {
  CommonOptions common;
  std::string out;                     // empty: out/SLUG-NUMBER
  std::uint8_t outputs = kAllOutputs;  // bits of Output
  std::string plan;                    // a plan to follow; empty: the solver's
  std::string timings;                 // where the seconds go; empty: nowhere
  SpreadOptions spreads;               // REQUIRES: outputs has kPrint where any is asked for
};

struct CheckOptions {
  CommonOptions common;
  std::string plan;
  bool setting = false;  // say how the copy is set, instead of how it fits
};

struct ProofOptions {
  CommonOptions common;
  std::string out;  // the file; empty: out/SLUG-NUMBER-proof.pdf
  std::string plan;
};

enum class Stage : std::uint8_t { Manifest, Lines, Plan, Display, Structure };
struct DumpOptions {
  CommonOptions common;
  Stage stage = Stage::Manifest;
  std::string plan;
};

}  // namespace forme
