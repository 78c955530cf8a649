#include "cli/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "cli/copy_fit_report.h"
#include "cli/picture_facts.h"
#include "cli/setting_report.h"

namespace forme {
namespace {

using Json = nlohmann::ordered_json;

// The sources as the issue declares them, by the path that the run opened.
std::map<std::string, std::string> declared_sources(const Issue& issue) {
  std::map<std::string, std::string> result;
  for (const Article& article : issue.articles) {
    for_each_figure(article, [&result](const Block&, const Figure& figure) {
      result.emplace(figure.source, figure.declared);
    });
  }
  for (const Promo& promo : issue.manifest.promos) result.emplace(promo.source, promo.declared);
  return result;
}

// A file that comes with the program lies above the issue: only its name may show.
std::string shown_file(const std::string& file) {
  return file.starts_with('/') ? file.substr(file.find_last_of('/') + 1) : file;
}

Json to_json(const Diagnostic& diagnostic) {
  Json json;
  json["severity"] = diagnostic.severity == Severity::Warning ? "warning" : "note";
  json["file"] = shown_file(diagnostic.where.file);
  json["line"] = diagnostic.where.line;
  json["column"] = diagnostic.where.column;
  json["message"] = diagnostic.message;
  json["hint"] = diagnostic.hint;
  return json;
}

Json to_json(const PlanMove& move) {
  const auto place = [](int page, const GridRect& box) {
    return page == 0 ? Json()
                     : Json{{"page", page}, {"x", box.x}, {"y", box.y}, {"w", box.w}, {"h", box.h}};
  };
  return {{"article", move.article},
          {"from", place(move.page_before, move.before)},
          {"to", place(move.page, move.after)},
          {"why", move.why}};
}

template <class T, class Convert>
Json list(const std::vector<T>& values, Convert convert) {
  Json json = Json::array();
  for (const T& value : values) json.push_back(convert(value));
  return json;
}

}  // namespace

std::vector<PlacedPicture> placed_pictures(const MadeUp& made, const Issue& issue,
                                           const PictureFacts& facts) {
  const auto declared = declared_sources(issue);
  std::vector<PlacedPicture> result;
  for (const PictureUseRecord& use : made.pictures) {
    const auto info = facts.find(use.source);
    const auto name = declared.find(use.source);
    if (info == facts.end() || name == declared.end() || info->second.format == "svg") continue;
    result.push_back({name->second, use.page, static_cast<int>(std::lround(use.ppi))});
  }
  return result;
}

int judge_pictures(const std::vector<PlacedPicture>& pictures, const PressProfile& press,
                   Diagnostics& diagnostics) {
  int refused = 0;
  for (const PlacedPicture& picture : pictures) {
    if (picture.ppi >= press.warn_ppi) continue;
    if (picture.ppi < press.fail_ppi) ++refused;
    diagnostics.warning(
        {},
        fmt::format("{} on page {} has {} pixels per inch, the press asks for {:.0f}",
                    picture.source, picture.page, picture.ppi, press.warn_ppi),
        "send a larger file, or give the picture fewer columns");
  }
  return refused;
}

ReportFile report_file(const std::string& name, std::string_view bytes) {
  return {name, bytes.size(), sha256_hex(bytes)};
}

std::string to_json(const Report& report) {
  Json json;
  json["version"] = 1;
  const Manifest& manifest = report.manifest;
  json["issue"] = {{"publicationName", manifest.publication_name},
                   {"slug", manifest.slug},
                   {"number", manifest.number},
                   {"coverDate", to_iso(manifest.cover_date)},
                   {"edition", manifest.edition}};
  json["status"] = report.status;
  json["copyFit"] = Json::parse(copy_fit_json(report.copy_fit));
  json["moved"] = list(report.moves, [](const PlanMove& move) { return to_json(move); });
  json["setting"] = Json::parse(setting_json(report.setting));
  json["pictures"] = list(report.pictures, [](const PlacedPicture& picture) {
    return Json{{"source", picture.source}, {"page", picture.page}, {"ppi", picture.ppi}};
  });
  json["warnings"] = Json::array();
  for (const Diagnostic& diagnostic : report.diagnostics.all()) {
    if (diagnostic.severity != Severity::Error) json["warnings"].push_back(to_json(diagnostic));
  }
  json["files"] = list(report.files, [](const ReportFile& file) {
    return Json{{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}};
  });
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace forme
