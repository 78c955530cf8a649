#include "cli/resources.h"

#include <fmt/format.h>

namespace forme {
namespace {

bool holds_resources(const FileSystem& files, const std::string& root) {
  return files.kind(root + "/layouts") == FileSystem::Kind::Folder &&
         files.kind(root + "/fonts/fonts.xml") == FileSystem::Kind::File;
}

std::string parent(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? "." : path.substr(0, slash);
}

}  // namespace

Result<Resources> find_resources(const FileSystem& files, const std::string& program) {
  const std::string installed = parent(parent(program)) + "/share/forme";
  for (const std::string& root : {installed, std::string(FORME_SOURCE_DIR)}) {
    if (holds_resources(files, root)) return Resources{root + "/layouts", root + "/fonts"};
  }
  return Diagnostic{Severity::Error,
                    {},
                    "the layouts and fonts that come with forme are not to be found",
                    fmt::format("install them in {}, with `cmake --install`", installed),
                    Cause::Surroundings};
}

}  // namespace forme
