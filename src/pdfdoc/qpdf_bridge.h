#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "pdfdoc/imposition.h"

namespace forme {

// qpdf's side of this folder. Its headers do not compile as C++20 with Clang 14, so the files that
// include them are compiled as C++17, and this header has nothing but what both know.

// A PDF that qpdf, or we, cannot use.
struct PdfError : std::runtime_error {
  PdfError(std::string source, const std::string& why)
      : std::runtime_error(why), file(std::move(source)) {}
  std::string file;
};

struct PageFacts {
  int pages = 0;
  double width = 0, height = 0;  // pt, of the first page as it stands
  bool encrypted = false;        // then nothing else is known
};
PageFacts read_page_facts(const std::string& bytes, const std::string& file);

// What write_pdf left, with each stub replaced by the first page of its advert.
std::string fill_stubs(const std::string& pdf, const std::map<std::string, std::string>& adverts,
                       bool screen, const std::string& cmyk_icc);

// As impose_pdf().
std::string impose_pages(const std::string& pdf, const std::vector<Spread>& spreads);

}  // namespace forme
