#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"

namespace forme {

// The files of one edition, which appear in `folder` whole or not at all.
// They are written and synced in a locked folder beside it, and the two folders are then swapped
// in one step. Files of `folder` that are not of an earlier edition are carried over; those of an
// earlier edition (as the report lists them that this one replaces) only when `keep` names them.
// What a killed run left behind is cleared by the next open().
class OutputSet {
 public:
  static Result<OutputSet> open(FileSystem& fs, const std::string& folder);
  OutputSet(OutputSet&&) noexcept;
  OutputSet& operator=(OutputSet&&) noexcept;
  ~OutputSet();  // abandons what was not committed

  // `name` is relative to the folder, with '/' between parts ("handouts/a.pdf").
  Status add(const std::string& name, std::string_view bytes);
  // The names that the earlier edition's report lists; empty when there is none.
  const std::vector<std::string>& earlier_files() const;
  Status commit(const std::vector<std::string>& keep);

 private:
  struct State;
  explicit OutputSet(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace forme
