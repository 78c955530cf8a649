#include "cli/copy_fit_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/names.h"
namespace forme {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kColumns = 9;
using Row = std::array<std::string, kColumns>;
constexpr std::size_t kFirstNumber = 2, kLastNumber = 5;  // columns that are set to the right

int percent(double part) {
  return static_cast<int>(std::lround(part * 100));
}

// "+8", "-3" or nothing.
std::string signed_or_none(int over, int free) {
  return over > 0 ? fmt::format("+{}", over) : free > 0 ? fmt::format("-{}", free) : "";
}

std::string headline_of(const FitChoices& did) {
  if (did.headline_rows == 0) return "";
  return fmt::format("{} x {}{}", did.headline_lines, did.headline_rows,
                     did.short_headline ? " short" : "");
}

std::string picture_of(const FitChoices& did) {
  if (did.picture_rows == 0) return "";
  const std::string cut =
      percent(did.crop) > 0 ? fmt::format(" cut {}%", percent(did.crop)) : std::string();
  return fmt::format("{} x {}{}", did.picture_columns, did.picture_rows, cut);
}

std::string copy_of(const FitChoices& did) {
  const char* line = std::abs(did.looseness) == 1 ? "line" : "lines";
  std::string text = did.looseness == 0 ? "" : fmt::format("{:+} {}", did.looseness, line);
  if (did.quotes > 0) {
    if (!text.empty()) text += ", ";
    text += counted(did.quotes, "quote");
  }
  return text;
}

Row row_of(const CopyFit& fit) {
  const bool placed = !fit.pages.empty();
  const bool flows = fit.rows > 0;
  return {fit.article,
          placed ? fmt::format("{}", fmt::join(fit.pages, ", ")) : "none",
          flows ? fmt::format("{}", fit.rows) : "",
          flows ? fmt::format("{}", fit.room) : "",
          signed_or_none(fit.overset, fit.free_rows),
          signed_or_none(fit.words_over, fit.words_free),
          headline_of(fit.did),
          picture_of(fit.did),
          copy_of(fit.did)};
}

}  // namespace

std::string copy_fit_table(const std::vector<CopyFit>& fits) {
  std::vector<Row> rows = {
      {"article", "page", "lines", "room", "over", "words", "headline", "picture", "copy"}};
  std::transform(fits.begin(), fits.end(), std::back_inserter(rows), row_of);
  std::array<std::size_t, kColumns> widths{};
  for (const Row& row : rows) {
    for (std::size_t c = 0; c < kColumns; ++c) widths[c] = std::max(widths[c], row[c].size());
  }
  std::string text;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string line;
    for (std::size_t c = 0; c < kColumns; ++c) {
      const bool right = c >= kFirstNumber && c <= kLastNumber;
      line += right ? fmt::format("{:>{}}  ", rows[r][c], widths[c])
                    : fmt::format("{:<{}}  ", rows[r][c], widths[c]);
    }
    if (r == 0) line += "would fit";
    if (r > 0 && !fits[r - 1].cures.empty()) line += fits[r - 1].cures.front();
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

std::string copy_fit_json(const std::vector<CopyFit>& fits) {
  Json list = Json::array();
  for (const CopyFit& fit : fits) {
    list.push_back({{"article", fit.article},
                    {"pages", fit.pages},
                    {"rows", fit.rows},
                    {"room", fit.room},
                    {"freeRows", fit.free_rows},
                    {"overset", fit.overset},
                    {"wordsFree", fit.words_free},
                    {"wordsOver", fit.words_over},
                    {"headlineLines", fit.did.headline_lines},
                    {"headlineRows", fit.did.headline_rows},
                    {"shortHeadline", fit.did.short_headline},
                    {"pictureColumns", fit.did.picture_columns},
                    {"pictureRows", fit.did.picture_rows},
                    {"cropPercent", percent(fit.did.crop)},
                    {"quotes", fit.did.quotes},
                    {"looseness", fit.did.looseness},
                    {"cures", fit.cures}});
  }
  return list.dump(2) + "\n";
}

}  // namespace forme
