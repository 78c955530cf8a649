#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace forme {

// Every read and write of the program goes through here, so that tests can fail any of them.
// Paths are UTF-8 strings. Failures are diagnostics of Cause::Surroundings, except a missing
// input file, which is Cause::Input.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  enum class Kind : std::uint8_t { Missing, File, Folder, Other };
  virtual Kind kind(const std::string& path) const = 0;
  virtual bool is_link(const std::string& path) const = 0;  // whatever it points to
  // Refuses files of more than `limit` bytes.
  virtual Result<std::string> read(const std::string& path, std::uint64_t limit) const = 0;
  // Absolute, links resolved.
  virtual Result<std::string> canonical(const std::string& path) const = 0;
  virtual Result<std::vector<std::string>> list(const std::string& folder) const = 0;  // sorted

  virtual Status write(const std::string& path, std::string_view bytes) = 0;  // and sync
  virtual Status make_folders(const std::string& path) = 0;
  virtual Status remove_tree(const std::string& path) = 0;
  // Gives a file or a symbolic link a second name; copies it where links are not to be had.
  virtual Status link_or_copy(const std::string& from, const std::string& to) = 0;
  virtual Status rename(const std::string& from, const std::string& to) = 0;
  // Swaps two folders of one file system in one step.
  virtual Status exchange(const std::string& a, const std::string& b) = 0;
  virtual Status sync_folder(const std::string& folder) = 0;
  // Holds an exclusive lock on `path` until the returned object goes; fails when another has it.
  struct Lock {
    virtual ~Lock() = default;
  };
  virtual Result<std::unique_ptr<Lock>> lock(const std::string& path) = 0;
};

std::unique_ptr<FileSystem> make_disk_file_system();

}  // namespace forme
