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

struct BuildOptions {
  CommonOptions common;
  std::string out;                     // empty: out/SLUG-NUMBER
  std::uint8_t outputs = kAllOutputs;  // bits of Output
  std::string plan;                    // a plan to follow; empty: the solver's
  std::string timings;                 // where the seconds go; empty: nowhere
};

struct CheckOptions {
  CommonOptions common;
  std::string plan;
  bool setting = false;  // say how the copy is set, instead of how it fits
};

enum class Stage : std::uint8_t { Manifest, Lines, Plan, Display, Structure };
struct DumpOptions {
  CommonOptions common;
  Stage stage = Stage::Manifest;
  std::string plan;
};

}  // namespace forme
