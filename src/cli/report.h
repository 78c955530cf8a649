#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "content/issue.h"
#include "makeup/make_up.h"
#include "makeup/setting_quality.h"
#include "style/press_profile.h"

namespace forme {

// A picture as it stands on a page of the print edition.
struct PlacedPicture {
  std::string source;  // as declared
  int page = 0;
  int ppi = 0;  // effective, the lesser of both directions, before resampling
  bool operator==(const PlacedPicture&) const = default;
};
// The pictures in the order of the pages; vector pictures are left out.
std::vector<PlacedPicture> placed_pictures(const MadeUp& made, const Issue& issue,
                                           const PictureFacts& facts);
// Warns of pictures under the press's lower limit; gives how many are under the least that it
// takes.
int judge_pictures(const std::vector<PlacedPicture>& pictures, const PressProfile& press,
                   Diagnostics& diagnostics);

struct ReportFile {
  std::string name;  // in the edition's folder
  std::uint64_t bytes = 0;
  std::string sha256;
};
ReportFile report_file(const std::string& name, std::string_view bytes);

struct Report {
  const Manifest& manifest;
  int status = 0;  // 0 or 3
  std::vector<CopyFit> copy_fit;
  SettingQuality setting;
  std::vector<PlacedPicture> pictures;
  const Diagnostics& diagnostics;
  std::vector<ReportFile> files;
  std::vector<PlanMove> moves{};  // from the plan that was given
};
// …-report.json; its form is in ARCHITECTURE.md. The same report gives the same text.
std::string to_json(const Report& report);

}  // namespace forme
