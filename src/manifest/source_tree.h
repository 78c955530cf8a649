#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/xml.h"

namespace forme {

// How far a path in a file may reach.
enum class Reach : std::uint8_t { Issue, Collection };

// The folders that an issue may read from. Paths are absolute with links resolved, so that no
// spelling of a path leads out; diagnostics name files relative to the collection's root.
class SourceTree {
 public:
  // `issue` is the issue's folder, or its issue.xml.
  static Result<SourceTree> open(const FileSystem& fs, const std::string& issue);

  const std::string& issue_file() const { return issue_file_; }
  const std::string& folder() const { return folder_; }
  const std::string& root() const { return root_; }
  std::string shown(const std::string& path) const;  // relative to the root

  // The file that `declared` names in `holder` (a file's path), once it is there and within reach.
  std::optional<std::string> file(std::string_view declared, const std::string& holder, Reach reach,
                                  const Location& where, Diagnostics& diagnostics) const;
  std::optional<std::string> folder(std::string_view declared, const std::string& holder,
                                    Reach reach, const Location& where,
                                    Diagnostics& diagnostics) const;
  // Reads and parses one of the issue's files; says why it cannot. `bytes`, when given, gets the
  // file as read. `where` is what names the file.
  std::optional<XmlElement> parse(const std::string& path, const Location& where,
                                  Diagnostics& diagnostics, std::string* bytes = nullptr) const;

 private:
  explicit SourceTree(const FileSystem& fs) : fs_(&fs) {}
  std::optional<std::string> find(std::string_view declared, const std::string& holder, Reach reach,
                                  FileSystem::Kind wanted, const Location& where,
                                  Diagnostics& diagnostics) const;
  void report_missing(const std::string& path, std::string_view declared, const Location& where,
                      Diagnostics& diagnostics) const;

  const FileSystem* fs_;
  std::string issue_file_, folder_, root_;
};

}  // namespace forme
