#pragma once

#include <map>
#include <mutex>
#include <string>

#include "base/file_system.h"
#include "base/result.h"

namespace forme {

// The pictures and adverts of a run as bytes: each file is read once. May be used from every
// thread.
class Assets {
 public:
  explicit Assets(const FileSystem& files) : files_(files) {}

  // The reference holds as long as this object.
  const Result<std::string>& bytes(const std::string& path);

 private:
  const FileSystem& files_;
  std::mutex mutex_;
  std::map<std::string, Result<std::string>> read_;
};

}  // namespace forme
