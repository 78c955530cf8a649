#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace forme {

struct PdfPageInfo {
  int pages = 0;
  double width_pt = 0, height_pt = 0;  // of page 1's TrimBox, else CropBox, else MediaBox
  bool encrypted = false;
};
// What a PDF of somebody else says; a damaged or encrypted one is a diagnostic.
Result<PdfPageInfo> inspect_pdf(const std::string& bytes, const std::string& file);

struct FinishSettings {
  bool screen = false;   // object streams; adverts get a DefaultCMYK and lose marked content
  std::string cmyk_icc;  // bytes for DefaultCMYK
};
// Puts page 1 of each advert (source -> bytes) in the place of its stub form, with a deterministic
// ID.
Result<std::string> finish_pdf(const std::string& pdf,
                               const std::map<std::string, std::string>& adverts,
                               const FinishSettings& settings);

}  // namespace forme
