#include "cli/setting_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace forme {
namespace {

using Json = nlohmann::ordered_json;

struct FigureName {
  int SettingFigures::*member;
  const char* json;
  const char *upper, *lower;  // heading of the column
};
constexpr FigureName kFigures[] = {
    {&SettingFigures::lines, "lines", "", "lines"},
    {&SettingFigures::hyphens, "hyphens", "", "hyphens"},
    {&SettingFigures::ladders, "ladders", "", "ladders"},
    {&SettingFigures::loose, "loose", "", "loose"},
    {&SettingFigures::tight, "tight", "", "tight"},
    {&SettingFigures::rivers, "rivers", "", "rivers"},
    {&SettingFigures::short_ends, "shortEnds", "short", "ends"},
    {&SettingFigures::widows, "widows", "", "widows"},
    {&SettingFigures::orphans, "orphans", "", "orphans"},
    {&SettingFigures::overfull, "overfull", "over", "full"},
    {&SettingFigures::legs, "legs", "", "legs"},
    {&SettingFigures::short_legs, "shortLegs", "short", "legs"},
    {&SettingFigures::hyphen_legs, "hyphenLegs", "hyphen", "legs"},
    {&SettingFigures::low_crossheads, "lowCrossheads", "low", "heads"},
    {&SettingFigures::uneven_feet, "unevenFeet", "uneven", "feet"},
};
constexpr int kWidth = 8;  // of a column of figures, in characters

double hyphens_per_100(const SettingFigures& figures) {
  return std::round(figures.hyphens_per_100() * 10) / 10;
}

Json to_json(const SettingFigures& figures) {
  Json json;
  for (const FigureName& name : kFigures) {
    json[name.json] = figures.*name.member;
    if (name.member == &SettingFigures::hyphens) json["hyphensPer100"] = hyphens_per_100(figures);
  }
  return json;
}

// `cell` gives what stands in each column; hyphens are told of a hundred lines.
template <class Cell>
std::string row(const std::string& name, std::size_t width, Cell cell) {
  std::string text = fmt::format("{:<{}}", name, width);
  for (const FigureName& figure : kFigures) text += fmt::format("{:>{}}", cell(figure), kWidth);
  return text + "\n";
}

std::string row(const std::string& name, std::size_t width, const SettingFigures& figures) {
  return row(name, width, [&](const FigureName& figure) {
    return figure.member == &SettingFigures::hyphens
               ? fmt::format("{:.1f}", hyphens_per_100(figures))
               : fmt::format("{}", figures.*figure.member);
  });
}

}  // namespace

std::string setting_table(const SettingQuality& quality) {
  std::size_t width = 7;
  for (const ArticleSetting& article : quality.articles)
    width = std::max(width, article.article.size());
  const auto is_rate = [](const FigureName& f) { return f.member == &SettingFigures::hyphens; };
  std::string text =
      row("", width, [&](const FigureName& f) { return is_rate(f) ? "hyphens" : f.upper; }) +
      row("article", width, [&](const FigureName& f) { return is_rate(f) ? "in 100" : f.lower; });
  for (const ArticleSetting& article : quality.articles)
    text += row(article.article, width, article.figures);
  return text + row("all", width, quality.total);
}

std::string setting_json(const SettingQuality& quality) {
  Json json;
  json["articles"] = Json::array();
  for (const ArticleSetting& article : quality.articles) {
    Json entry = {{"article", article.article}};
    entry.update(to_json(article.figures));
    json["articles"].push_back(std::move(entry));
  }
  json["total"] = to_json(quality.total);
  return json.dump(2) + "\n";
}

}  // namespace forme
