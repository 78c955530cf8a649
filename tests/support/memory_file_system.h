#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/file_system.h"

namespace forme {

// A disk in memory whose calls can be made to fail. A call that fails may have done half its work,
// as on a real disk. The current folder is "/paper".
class MemoryFileSystem : public FileSystem {
 public:
  // From the `n`th call on (from 1), one call fails, or, after a power cut, each one does.
  enum class Fault { Once, PowerCut };
  void fail_at(int n, Fault fault) {
    fail_at_ = n;
    fault_ = fault;
    calls_ = 0;
  }
  // Power is back: locks are gone, what was written stays.
  void restart() {
    fail_at_ = 0;
    locks_.clear();
  }
  bool failed() const { return failed_; }
  void forbid_exchange() { can_exchange_ = false; }
  // Puts a file there, and the folders above it.
  void put(const std::string& path, const std::string& bytes) {
    add_folders(parent(path));
    nodes_[path] = {false, bytes};
  }
  // All files below `folder`, by their paths within it.
  std::map<std::string, std::string> files(const std::string& folder) const {
    std::map<std::string, std::string> out;
    for (const auto& [path, node] : nodes_) {
      if (!node.folder && below(path, folder)) out[path.substr(folder.size() + 1)] = node.bytes;
    }
    return out;
  }

  Kind kind(const std::string& path) const override {
    const auto node = nodes_.find(full(path));
    if (node == nodes_.end()) return Kind::Missing;
    return node->second.folder ? Kind::Folder : Kind::File;
  }
  bool is_link(const std::string&) const override { return false; }
  Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    const auto node = nodes_.find(full(path));
    if (fails()) return broken(path);
    if (node == nodes_.end() || node->second.bytes.size() > limit) return missing(path);
    return node->second.bytes;
  }
  Result<std::string> canonical(const std::string& path) const override {
    if (fails()) return broken(path);
    if (nodes_.count(full(path)) == 0) return missing(path);
    return full(path);
  }
  Result<std::vector<std::string>> list(const std::string& folder) const override {
    if (fails()) return broken(folder);
    if (kind(folder) != Kind::Folder) return missing(folder);
    std::vector<std::string> names;
    const std::string at = full(folder);
    for (const auto& [path, node] : nodes_) {
      if (below(path, at) && parent(path) == at) names.push_back(path.substr(path.rfind('/') + 1));
    }
    return names;
  }

  Status write(const std::string& path, std::string_view bytes) override {
    const bool failing = fails();
    if (failing && powerless_) return broken(path);
    if (kind(parent(full(path))) != Kind::Folder) return missing(path);
    nodes_[full(path)] = {false, std::string(failing ? bytes.substr(0, bytes.size() / 2) : bytes)};
    return done(failing, path);
  }
  Status make_folders(const std::string& path) override {
    if (fails()) return broken(path);
    add_folders(full(path));
    return Done{};
  }
  Status remove_tree(const std::string& path) override {
    const bool failing = fails();
    if (failing && powerless_) return broken(path);
    const std::string at = full(path);
    bool half = false;
    for (auto it = nodes_.begin(); it != nodes_.end();) {
      const bool goes = (it->first == at || below(it->first, at)) && !(failing && half);
      if (goes && it->second.folder && failing) {
        ++it;
        continue;
      }
      half = half || goes;
      it = goes ? nodes_.erase(it) : std::next(it);
    }
    return done(failing, path);
  }
  Status link_or_copy(const std::string& from, const std::string& to) override {
    if (fails()) return broken(from);
    if (kind(from) != Kind::File || kind(parent(full(to))) != Kind::Folder) return missing(from);
    const Node node = nodes_.at(full(from));
    nodes_[full(to)] = node;
    return Done{};
  }
  Status rename(const std::string& from, const std::string& to) override {
    if (fails()) return broken(from);
    if (kind(from) == Kind::Missing || kind(to) != Kind::Missing) return missing(from);
    move(full(from), full(to));
    return Done{};
  }
  Status exchange(const std::string& a, const std::string& b) override {
    if (fails()) return broken(a);
    if (!can_exchange_) return broken(a);
    if (kind(a) == Kind::Missing || kind(b) == Kind::Missing) return missing(a);
    move(full(a), "/swapped");
    move(full(b), full(a));
    move("/swapped", full(b));
    return Done{};
  }
  Status sync_folder(const std::string& folder) override {
    if (fails()) return broken(folder);
    if (kind(folder) != Kind::Folder) return missing(folder);
    return Done{};
  }
  Result<std::unique_ptr<Lock>> lock(const std::string& path) override {
    if (fails()) return broken(path);
    if (!locks_.insert(full(path)).second) return broken(path);
    return std::unique_ptr<Lock>(std::make_unique<HeldLock>(*this, full(path)));
  }

 private:
  struct Node {
    bool folder = true;
    std::string bytes;
  };
  struct HeldLock : Lock {
    HeldLock(MemoryFileSystem& owner, std::string path) : fs(owner), name(std::move(path)) {}
    ~HeldLock() override { fs.locks_.erase(name); }
    MemoryFileSystem& fs;
    std::string name;
  };

  static std::string parent(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == 0 ? "/" : path.substr(0, slash);
  }
  static bool below(const std::string& path, const std::string& folder) {
    if (folder == "/") return path.size() > 1;
    return path.size() > folder.size() && path.compare(0, folder.size(), folder) == 0 &&
           path[folder.size()] == '/';
  }
  static std::string full(const std::string& path) {
    if (path == ".") return "/paper";
    return path.front() == '/' ? path : "/paper/" + path;
  }
  void add_folders(const std::string& path) {
    for (std::size_t slash = path.find('/', 1);; slash = path.find('/', slash + 1)) {
      nodes_.emplace(path.substr(0, slash), Node{});
      if (slash == std::string::npos) return;
    }
  }
  void move(const std::string& from, const std::string& to) {
    std::map<std::string, Node> moved;
    for (auto it = nodes_.begin(); it != nodes_.end();) {
      if (it->first != from && !below(it->first, from)) {
        ++it;
        continue;
      }
      moved[to + it->first.substr(from.size())] = std::move(it->second);
      it = nodes_.erase(it);
    }
    nodes_.merge(moved);
  }

  bool fails() const {
    ++calls_;
    powerless_ = fail_at_ > 0 && fault_ == Fault::PowerCut && calls_ > fail_at_;
    const bool now = powerless_ || (fail_at_ > 0 && calls_ == fail_at_);
    failed_ = failed_ || now;
    return now;
  }
  static Diagnostic broken(const std::string& path) {
    return {Severity::Error, {path, 0, 0}, "the disk failed", {}, Cause::Surroundings};
  }
  static Diagnostic missing(const std::string& path) {
    return {Severity::Error, {path, 0, 0}, "this cannot be done", {}, Cause::Input};
  }
  static Status done(bool failing, const std::string& path) {
    return failing ? Status(broken(path)) : Status(Done{});
  }

  std::map<std::string, Node> nodes_{{"/", {}}, {"/paper", {}}};
  std::set<std::string> locks_;
  bool can_exchange_ = true;
  int fail_at_ = 0;
  Fault fault_ = Fault::Once;
  mutable int calls_ = 0;
  mutable bool failed_ = false, powerless_ = false;
};

}  // namespace forme
