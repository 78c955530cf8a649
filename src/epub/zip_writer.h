#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace forme {

struct ZipEntry {
  std::string name;  // '/' between folders
  std::string data;
  bool stored = false;  // else deflated
};

// The archive as bytes, entries in the order given, each stamped with midnight of `stamp` (ZIP
// knows the years 1980 to 2107; other years take the nearest). The same entries give the same bytes
// in every time zone. Fails on a name that is absolute, has an empty, "." or ".." part, a
// backslash, a colon or a control character, or is the same as another's without regard to ASCII
// case.
Result<std::string> write_zip(const std::vector<ZipEntry>& entries, const Date& stamp);

}  // namespace forme
