#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "style/grammar.h"
#include "style/layout_from_xml.h"

namespace forme {
namespace {

constexpr int kMostBases = 4;

bool holds_layout(const FileSystem& fs, const std::string& folder) {
  return fs.kind(folder + "/layout.xml") == FileSystem::Kind::File;
}

// What the grammar has not refused already: a wrong value, or an element that is not known. Of the
// root itself there is more than one thing to say.
void add_new(const Diagnostics& read, const Location& root, Diagnostics& found) {
  const std::vector<Diagnostic> refused = found.all();
  for (const Diagnostic& d : read.all()) {
    const bool known =
        !(d.where == root) && std::any_of(refused.begin(), refused.end(),
                                          [&](const Diagnostic& r) { return r.where == d.where; });
    if (!known) found.add(d);
  }
}

Result<Layout> read_extended(const FileSystem& fs, const std::string& folder,
                             Diagnostics& diagnostics, const std::string& shipped, int depth) {
  Result<std::string> bytes = fs.read(folder + "/layout.xml", kMaxXmlBytes);
  if (!bytes) return bytes.failure();
  const std::size_t slash = folder.find_last_of('/');
  const std::string name =
      "layouts/" + folder.substr(slash == std::string::npos ? 0 : slash + 1) + "/layout.xml";
  Result<XmlElement> root = parse_xml(std::move(*bytes), name);
  if (!root) return root.failure();
  Layout base;
  const XmlAttribute* extends = root->attribute("extends");
  if (extends) {
    const Location where{name, extends->line, extends->column};
    if (depth == 0 || extends->value.find_first_of("/.") != std::string::npos) {
      return Diagnostic{Severity::Error, where,
                        fmt::format("layout '{}' cannot be extended", extends->value),
                        "name a folder of layouts/ that does not extend this one", Cause::Input};
    }
    std::string base_folder = folder.substr(0, slash) + "/" + extends->value;
    if (!holds_layout(fs, base_folder) && !shipped.empty())
      base_folder = shipped + "/" + extends->value;
    if (!holds_layout(fs, base_folder)) {
      return Diagnostic{
          Severity::Error, where, fmt::format("there is no layout '{}' to extend", extends->value),
          "name a layout that comes with forme, or a folder beside this one that has a layout.xml",
          Cause::Input};
    }
    Result<Layout> read = read_extended(fs, base_folder, diagnostics, shipped, depth - 1);
    if (!read) return read;
    base = std::move(*read);
  }
  Diagnostics found, read;
  make_layout_grammar().check(*root, "layout", name, found);
  Layout layout = layout_from_xml(*root, name, extends ? &base : nullptr, read);
  add_new(read, {name, root->line, root->column}, found);
  layout.folders = base.folders;
  layout.folders.push_back(folder);
  std::optional<Diagnostic> first;
  for (const Diagnostic& d : found.all()) {
    if (!first && d.severity == Severity::Error)
      first = d;
    else
      diagnostics.add(d);
  }
  if (first) return *std::move(first);
  return layout;
}

}  // namespace

Result<Layout> read_layout(const FileSystem& fs, const std::string& folder,
                           Diagnostics& diagnostics, const std::string& shipped) {
  return read_extended(fs, folder, diagnostics, shipped, kMostBases);
}

}  // namespace forme
