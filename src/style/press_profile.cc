#include "style/press_profile.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/number.h"
#include "base/xml.h"
#include "style/grammar.h"

namespace forme {
namespace {

constexpr std::uint64_t kMaxProfileBytes = std::uint64_t{16} << 20;  // the largest in use are 3 MB

std::string value(const XmlElement& element, std::string_view name) {
  const XmlAttribute* attribute = element.attribute(name);
  return attribute ? attribute->value : std::string();
}

Status read_number(const XmlElement& element, const std::string& file, std::string_view name,
                   double& into) {
  const XmlAttribute* attribute = element.attribute(name);
  if (!attribute) return Done{};
  const auto number = parse_double(attribute->value);
  if (!number || *number <= 0) {
    return Diagnostic{Severity::Error,
                      {file, attribute->line, attribute->column},
                      fmt::format("{} is '{}', which is no number above 0", name, attribute->value),
                      {}};
  }
  into = *number;
  return Done{};
}

// Bytes 36 to 39 hold the signature, 16 to 19 the colour space (ICC.1:2022, 7.2).
bool is_cmyk_profile(std::string_view bytes) {
  return bytes.size() > 128 && bytes.substr(36, 4) == "acsp" && bytes.substr(16, 4) == "CMYK";
}

Result<std::string> read_icc(const FileSystem& files, const XmlElement& root,
                             const std::string& file) {
  std::string path = value(root, "icc");
  if (!path.starts_with('/')) path = file.substr(0, file.find_last_of('/') + 1) + path;
  const Location where{file, root.line, root.column};
  const auto bytes = files.read(path, kMaxProfileBytes);
  if (!bytes) {
    return Diagnostic{Severity::Error, where, fmt::format("the ICC profile {} is missing", path),
                      value(root, "package").empty()
                          ? "it stands beside the press profile"
                          : fmt::format("install the package {}", value(root, "package")),
                      Cause::Surroundings};
  }
  if (!is_cmyk_profile(*bytes)) {
    return Diagnostic{Severity::Error, where, fmt::format("{} is not a CMYK profile", path), {}};
  }
  return *bytes;
}

}  // namespace

Result<PressProfile> read_press_profile(const FileSystem& files, const std::string& file) {
  auto text = files.read(file, kMaxXmlBytes);
  if (!text) return text.failure();
  const auto root = parse_xml(*std::move(text), file);
  if (!root) return root.failure();
  const Location where{file, root->line, root->column};
  if (root->name != "press" || value(*root, "version") != "1") {
    return Diagnostic{Severity::Error, where, "this is not a press profile",
                      "its root is <press version=\"1\" …>"};
  }
  Diagnostics found;
  make_press_grammar().check(*root, "press", file, found);
  if (found.has_errors()) return found.all().front();
  PressProfile profile;
  profile.id = value(*root, "id");
  profile.condition = value(*root, "condition");
  profile.description = value(*root, "description");
  const std::array<std::pair<std::string_view, double*>, 5> numbers = {
      {{"maxPpi", &profile.max_ppi},
       {"warnPpi", &profile.warn_ppi},
       {"failPpi", &profile.fail_ppi},
       {"warnInk", &profile.warn_ink},
       {"failInk", &profile.fail_ink}}};
  for (const auto& [name, into] : numbers) {
    const Status status = read_number(*root, file, name, *into);
    if (!status) return status.failure();
  }
  auto icc = read_icc(files, *root, file);
  if (!icc) return icc.failure();
  profile.cmyk_icc = *std::move(icc);
  return profile;
}

}  // namespace forme
