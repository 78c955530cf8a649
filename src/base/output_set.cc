#include "base/output_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace forme {

namespace {

constexpr std::uint64_t kMaxReportBytes = std::uint64_t{64} << 20;
constexpr std::string_view kReportEnding = "-report.json";

using Kind = FileSystem::Kind;

Diagnostic refusal(const std::string& path, std::string message, std::string hint = {}) {
  return {Severity::Error, {path, 0, 0}, std::move(message), std::move(hint), Cause::Input};
}

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

// Where `folder` is or will be, links resolved.
Result<std::string> resolve_output(FileSystem& fs, std::string folder) {
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  if (folder.empty()) return refusal(folder, "the output folder has no name");
  if (fs.kind(folder) != Kind::Missing) return fs.canonical(folder);
  const std::size_t slash = folder.rfind('/');
  const std::string name = slash == std::string::npos ? folder : folder.substr(slash + 1);
  const std::string parent = slash == std::string::npos ? "."
                             : slash == 0               ? "/"
                                                        : folder.substr(0, slash);
  if (name == "." || name == ".." || fs.is_link(folder)) {
    return refusal(folder, "the output folder cannot be made here");
  }
  if (Status made = fs.make_folders(parent); !made) return made.failure();
  const Result<std::string> where = fs.canonical(parent);
  if (!where) return where.failure();
  return *where == "/" ? "/" + name : *where + "/" + name;
}

Status check_output(const FileSystem& fs, const std::string& folder) {
  const Kind kind = fs.kind(folder);
  if (folder == "/") return refusal(folder, "the output folder may not be the root of the disk");
  if (kind != Kind::Missing && kind != Kind::Folder) {
    return refusal(folder, "the output folder's name is taken by a file");
  }
  const Result<std::string> here = fs.canonical(".");
  if (!here) return here.failure();
  if (*here == folder || here->compare(0, folder.size() + 1, folder + "/") == 0) {
    return refusal(folder, "the output folder may not hold the folder that the run started in",
                   "name a folder of its own, such as out/courier-890");
  }
  return Done{};
}

bool is_safe_name(std::string_view name) {
  if (name.empty() || name.back() == '/') return false;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    const std::string_view part = name.substr(at, end - at);
    if (part.empty() || part == "." || part == "..") return false;
    at = end + 1;
  }
  return true;
}

// The names in a report's "files"; empty when it is not a report.
std::vector<std::string> listed_files(const std::string& report) {
  std::vector<std::string> names;
  const auto json = nlohmann::json::parse(report, nullptr, false);
  if (!json.is_object() || !json.contains("files") || !json["files"].is_array()) return names;
  for (const auto& file : json["files"]) {
    if (!file.is_object() || !file.contains("name") || !file["name"].is_string()) continue;
    names.push_back(file["name"].get<std::string>());
  }
  return names;
}

}  // namespace

struct OutputSet::State {
  FileSystem& fs;
  std::string folder, parent, fresh, old;  // absolute
  std::unique_ptr<FileSystem::Lock> lock;
  std::map<std::string, std::vector<std::string>> editions;  // by the report's name
  std::vector<std::string> earlier;
  std::set<std::string> added;
  std::set<std::string> folders;  // made under `fresh`, relative
  bool committed = false;

  State(FileSystem& file_system, std::string out) : fs(file_system), folder(std::move(out)) {
    const std::size_t slash = folder.rfind('/');
    parent = slash == 0 ? "/" : folder.substr(0, slash);
    const std::string stem = folder.substr(0, slash + 1) + "." + folder.substr(slash + 1);
    fresh = stem + ".forme-new";
    old = stem + ".forme-old";
    lock_file = stem + ".forme-lock";
  }
  std::string lock_file;

  Status take();
  Status recover();
  Status read_reports();
  Status make_folder(const std::string& name);
  Status carry_over(const std::string& inside, const std::set<std::string>& gone);
  Status carry_one(const std::string& name, const std::set<std::string>& gone);
  std::set<std::string> replaced(const std::vector<std::string>& keep) const;
  Status sync();
  Status put_in_place();
  Status swap();
};

Status OutputSet::State::take() {
  auto held = fs.lock(lock_file);
  if (!held) return held.failure();
  lock = std::move(*held);
  return Done{};
}

// A run that was killed left its unfinished folder, the edition before it, or, where folders
// cannot be exchanged, that edition under its second name alone.
Status OutputSet::State::recover() {
  if (fs.kind(old) != Kind::Missing) {
    const bool stranded = fs.kind(folder) == Kind::Missing;
    if (Status done = stranded ? fs.rename(old, folder) : fs.remove_tree(old); !done) return done;
  }
  return fs.remove_tree(fresh);
}

Status OutputSet::State::read_reports() {
  if (fs.kind(folder) == Kind::Missing) return Done{};
  const auto names = fs.list(folder);
  if (!names) return names.failure();
  for (const std::string& name : *names) {
    const std::string path = folder + "/" + name;
    if (!ends_with(name, kReportEnding) || fs.kind(path) != Kind::File) continue;
    const auto report = fs.read(path, kMaxReportBytes);
    if (!report) return report.failure();
    std::vector<std::string> files = listed_files(*report);
    earlier.insert(earlier.end(), files.begin(), files.end());
    editions[name] = std::move(files);
  }
  std::sort(earlier.begin(), earlier.end());
  earlier.erase(std::unique(earlier.begin(), earlier.end()), earlier.end());
  return Done{};
}

// Makes the folder `name` and those above it, relative to `fresh`.
Status OutputSet::State::make_folder(const std::string& name) {
  if (name.empty() || folders.count(name) > 0) return Done{};
  for (std::size_t slash = name.find('/');; slash = name.find('/', slash + 1)) {
    folders.insert(name.substr(0, slash));
    if (slash == std::string::npos) break;
  }
  return fs.make_folders(fresh + "/" + name);
}

// Only an edition whose report is written anew gives way; other reports' files stay.
std::set<std::string> OutputSet::State::replaced(const std::vector<std::string>& keep) const {
  std::set<std::string> gone;
  for (const auto& [report, files] : editions) {
    if (added.count(report) == 0) continue;
    gone.insert(files.begin(), files.end());
    gone.insert(report);
  }
  for (const std::string& name : keep) gone.erase(name);
  return gone;
}

Status OutputSet::State::carry_over(const std::string& inside, const std::set<std::string>& gone) {
  const auto names = fs.list(inside.empty() ? folder : folder + "/" + inside);
  if (!names) return names.failure();
  for (const std::string& name : *names) {
    const std::string path = inside.empty() ? name : inside + "/" + name;
    if (Status carried = carry_one(path, gone); !carried) return carried;
  }
  return Done{};
}

Status OutputSet::State::carry_one(const std::string& name, const std::set<std::string>& gone) {
  const std::string from = folder + "/" + name;
  if (fs.kind(from) == Kind::Folder && !fs.is_link(from)) {
    if (added.count(name) > 0) return refusal(from, "a folder stands where a file must go");
    // A folder that held only what is gone goes with it.
    const std::string prefix = name + "/";
    const auto listed = gone.lower_bound(prefix);
    const bool ours = listed != gone.end() && listed->compare(0, prefix.size(), prefix) == 0;
    if (!ours) {
      if (Status made = make_folder(name); !made) return made;
    }
    return carry_over(name, gone);
  }
  if (added.count(name) > 0 || gone.count(name) > 0) return Done{};
  if (folders.count(name) > 0) return refusal(from, "a file stands where a folder must go");
  const std::size_t slash = name.rfind('/');
  if (Status made = make_folder(slash == std::string::npos ? "" : name.substr(0, slash)); !made) {
    return made;
  }
  return fs.link_or_copy(from, fresh + "/" + name);
}

Status OutputSet::State::sync() {
  for (auto it = folders.rbegin(); it != folders.rend(); ++it) {
    if (Status synced = fs.sync_folder(fresh + "/" + *it); !synced) return synced;
  }
  return fs.sync_folder(fresh);
}

Status OutputSet::State::put_in_place() {
  const bool first = fs.kind(folder) == Kind::Missing;
  if (Status moved = first ? fs.rename(fresh, folder) : swap(); !moved) return moved;
  Status synced = fs.sync_folder(parent);
  if (synced) return synced;
  // It may not outlast a power cut: the earlier edition goes back.
  if (first) {
    (void)fs.rename(folder, fresh);
  } else if (fs.kind(old) != Kind::Missing) {
    if (fs.rename(folder, fresh)) (void)fs.rename(old, folder);
  } else {
    (void)fs.exchange(fresh, folder);
  }
  return synced;
}

// In one step, or in two where the file system has no exchange; recover() mends the gap.
Status OutputSet::State::swap() {
  if (fs.exchange(fresh, folder)) return Done{};
  if (Status aside = fs.rename(folder, old); !aside) return aside;
  Status moved = fs.rename(fresh, folder);
  if (!moved) (void)fs.rename(old, folder);
  return moved;
}

Result<OutputSet> OutputSet::open(FileSystem& fs, const std::string& folder) {
  const Result<std::string> where = resolve_output(fs, folder);
  if (!where) return where.failure();
  if (Status good = check_output(fs, *where); !good) return good.failure();
  auto state = std::make_unique<State>(fs, *where);
  if (Status locked = state->take(); !locked) return locked.failure();
  if (Status clear = state->recover(); !clear) return clear.failure();
  if (Status known = state->read_reports(); !known) return known.failure();
  if (Status made = fs.make_folders(state->fresh); !made) return made.failure();
  return OutputSet(std::move(state));
}

OutputSet::OutputSet(std::unique_ptr<State> state) : state_(std::move(state)) {}
OutputSet::OutputSet(OutputSet&&) noexcept = default;
OutputSet& OutputSet::operator=(OutputSet&& other) noexcept {
  std::swap(state_, other.state_);
  return *this;
}

OutputSet::~OutputSet() {
  // Failure here costs nothing: the next open() clears what is left.
  if (state_ && !state_->committed) (void)state_->fs.remove_tree(state_->fresh);
}

Status OutputSet::add(const std::string& name, std::string_view bytes) {
  State& s = *state_;
  if (!is_safe_name(name)) return refusal(name, "this is no name for an output");
  if (!s.added.insert(name).second) return refusal(name, "two outputs have this name");
  const std::size_t slash = name.rfind('/');
  if (Status made = s.make_folder(slash == std::string::npos ? "" : name.substr(0, slash)); !made) {
    return made;
  }
  return s.fs.write(s.fresh + "/" + name, bytes);
}

const std::vector<std::string>& OutputSet::earlier_files() const {
  return state_->earlier;
}

Status OutputSet::commit(const std::vector<std::string>& keep) {
  State& s = *state_;
  if (s.fs.kind(s.folder) != Kind::Missing) {
    if (Status carried = s.carry_over("", s.replaced(keep)); !carried) return carried;
  }
  if (Status synced = s.sync(); !synced) return synced;
  if (Status placed = s.put_in_place(); !placed) return placed;
  s.committed = true;
  // The edition stands; what these leave behind, the next open() clears.
  (void)s.fs.remove_tree(s.fresh);
  (void)s.fs.remove_tree(s.old);
  return Done{};
}

}  // namespace forme
