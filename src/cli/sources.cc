#include "cli/sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/language.h"
#include "epub/labels.h"
#include "makeup/phrases.h"

namespace forme {
namespace {

constexpr const char* kReserved = "press";  // a folder of layouts/ that is not a layout
constexpr const char* kExceptionFile = "hyphenation.txt";
constexpr std::uint64_t kMaxExceptionBytes = std::uint64_t{1} << 20;

// The names in `folder` that find_by_name would take, for a hint.
std::string known_names(const FileSystem& files, const std::string& folder,
                        const std::string& ending) {
  std::string names;
  const auto entries = files.list(folder);
  if (!entries) return names;
  for (const std::string& entry : *entries) {
    if (entry == kReserved || !entry.ends_with(ending)) continue;
    if (ending.empty() && files.kind(folder + "/" + entry) != FileSystem::Kind::Folder) continue;
    names += (names.empty() ? "" : ", ") + entry.substr(0, entry.size() - ending.size());
  }
  return names;
}

Diagnostic not_found(const Manifest& manifest, std::string message, std::string hint) {
  return {Severity::Error, manifest.where, std::move(message), std::move(hint), Cause::Input};
}

// A path below `root`, links followed.
Result<std::string> find_by_path(const FileSystem& files, const Manifest& manifest,
                                 const std::string& name) {
  if (name.starts_with('/')) {
    return not_found(manifest, fmt::format("'{}' is an absolute path", name),
                     "write it from the issue's folder");
  }
  auto path = files.canonical(manifest.folder + "/" + name);
  const auto root = files.canonical(manifest.root);
  if (!path) return not_found(manifest, fmt::format("'{}' is not there", name), {});
  if (!root) return root.failure();
  if (!path->starts_with(*root + "/")) {
    return not_found(manifest, fmt::format("'{}' leaves the collection of issues", name),
                     "keep it beside the issue, in the folder above");
  }
  return path;
}

// Adds the failure, if that is what `result` holds, else gives its value.
template <class T>
std::optional<T> take(Result<T> result, Diagnostics& diagnostics) {
  if (result) return *std::move(result);
  diagnostics.add(result.failure());
  return std::nullopt;
}

std::optional<FontLibrary> open_fonts(const FileSystem& files, const Resources& resources,
                                      const std::optional<Layout>& layout,
                                      Diagnostics& diagnostics) {
  if (!layout) return std::nullopt;
  return take(FontLibrary::open(files, resources.fonts + "/fonts.xml", layout->font_set),
              diagnostics);
}

std::optional<Layout> read_named_layout(const FileSystem& files, const Resources& resources,
                                        const Manifest& manifest, const std::string& name,
                                        Diagnostics& diagnostics) {
  const auto folder = take(find_by_name(files, manifest, name, resources.layouts, ""), diagnostics);
  if (!folder) return std::nullopt;
  std::optional<Layout> layout =
      take(read_layout(files, *folder, diagnostics, resources.layouts), diagnostics);
  if (layout) layout->from_right = is_right_to_left(manifest.language);
  return layout;
}

std::optional<PressProfile> read_press(const FileSystem& files, const Resources& resources,
                                       const Manifest& manifest,
                                       const std::optional<Layout>& layout,
                                       Diagnostics& diagnostics) {
  if (manifest.press.empty() && !layout) return std::nullopt;
  const std::string& name = manifest.press.empty() ? layout->press : manifest.press;
  const auto file =
      take(find_by_name(files, manifest, name, resources.layouts + "/" + kReserved, ".xml"),
           diagnostics);
  if (!file) return std::nullopt;
  return take(read_press_profile(files, *file), diagnostics);
}

// What the papers' hyphenation.txt say; a layout need not have one.
HyphenationExceptions read_exceptions(const FileSystem& files,
                                      const std::vector<const Layout*>& layouts,
                                      Diagnostics& diagnostics) {
  HyphenationExceptions exceptions;
  std::vector<std::string> seen;
  for (const Layout* layout : layouts) {
    for (const std::string& folder : layout->folders) {
      const std::string path = folder + "/" + kExceptionFile;
      if (std::find(seen.begin(), seen.end(), path) != seen.end()) continue;
      seen.push_back(path);
      if (files.kind(path) != FileSystem::Kind::File) continue;
      const auto bytes = take(files.read(path, kMaxExceptionBytes), diagnostics);
      const std::string name =
          "layouts/" + folder.substr(folder.find_last_of('/') + 1) + "/" + kExceptionFile;
      if (bytes) exceptions.add_file(*bytes, name, diagnostics);
    }
  }
  return exceptions;
}

// What the program adds to the copy is in few languages.
void warn_of_english_words(const Manifest& manifest, Diagnostics& diagnostics) {
  if (has_phrases(manifest.language)) return;
  diagnostics.warning(
      manifest.where, fmt::format("forme has no words of its own in '{}'", manifest.language),
      fmt::format("in English are \"{}\", \"{}\" and the like on the pages, and \"{}\" and \"{}\" "
                  "in the EPUB",
                  phrases("en").advertisement, phrases("en").in_brief, labels_for("en").contents,
                  labels_for("en").cover));
}

}  // namespace

Result<std::string> find_by_name(const FileSystem& files, const Manifest& manifest,
                                 const std::string& name, const std::string& folder,
                                 const std::string& ending) {
  if (name.find('/') != std::string::npos) return find_by_path(files, manifest, name);
  std::string path = folder + "/" + name + ending;
  const bool plain = !name.empty() && name.front() != '.' && name != kReserved;
  const auto wanted = ending.empty() ? FileSystem::Kind::Folder : FileSystem::Kind::File;
  if (plain && files.kind(path) == wanted) return path;
  const char* what = ending.empty() ? "layout" : "press profile";
  return not_found(manifest, fmt::format("there is no {} '{}'", what, name),
                   fmt::format("there are: {}", known_names(files, folder, ending)));
}

std::optional<Sources> read_sources(const CommonOptions& options, Environment& environment,
                                    Diagnostics& diagnostics) {
  const FileSystem& files = environment.files;
  Issue issue = read_issue(files, options.issue, std::nullopt, diagnostics);
  leave_out_held_back(issue, options.date.value_or(issue.manifest.cover_date), diagnostics);
  const auto resources = take(find_resources(files, environment.program), diagnostics);
  if (!resources) return std::nullopt;
  // A manifest that could not be read has said so; its layout's name means nothing.
  if (issue.manifest.publication_name.empty()) return std::nullopt;
  const Manifest& manifest = issue.manifest;
  warn_of_english_words(manifest, diagnostics);
  auto layout = read_named_layout(files, *resources, manifest, manifest.layout, diagnostics);
  auto handout = read_named_layout(files, *resources, manifest, "handout", diagnostics);
  auto press = read_press(files, *resources, manifest, layout, diagnostics);
  auto fonts = open_fonts(files, *resources, layout, diagnostics);
  auto handout_fonts = open_fonts(files, *resources, handout, diagnostics);
  HyphenationExceptions exceptions;
  if (layout && handout) exceptions = read_exceptions(files, {&*handout, &*layout}, diagnostics);
  if (diagnostics.has_errors() || !fonts || !handout_fonts || !press) return std::nullopt;
  return Sources{std::move(issue),
                 *std::move(layout),
                 *std::move(handout),
                 *std::move(press),
                 *std::move(fonts),
                 *std::move(handout_fonts),
                 std::make_unique<HyphenationDictionaries>(files, std::move(exceptions))};
}

}  // namespace forme
