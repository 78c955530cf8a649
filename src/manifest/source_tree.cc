#include "manifest/source_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/names.h"

namespace forme {

namespace {

using Kind = FileSystem::Kind;

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

bool is_inside(const std::string& path, const std::string& folder) {
  if (folder == "/") return true;
  return path.size() > folder.size() && path.compare(0, folder.size(), folder) == 0 &&
         path[folder.size()] == '/';
}

// `base` is absolute; `..` takes the last part away, at the root nothing.
std::string join(const std::string& base, std::string_view relative) {
  std::string path = base == "/" ? "" : base;
  for (std::size_t at = 0; at <= relative.size();) {
    const std::size_t end = std::min(relative.find('/', at), relative.size());
    const std::string_view part = relative.substr(at, end - at);
    if (part == "..") {
      path.resize(std::min(path.rfind('/'), path.size()));
    } else if (!part.empty() && part != ".") {
      path += '/';
      path += part;
    }
    at = end + 1;
  }
  return path.empty() ? "/" : path;
}

}  // namespace

Result<SourceTree> SourceTree::open(const FileSystem& fs, const std::string& issue) {
  SourceTree tree(fs);
  const auto real = fs.canonical(issue);
  if (!real) return real.failure();
  tree.folder_ = fs.kind(*real) == Kind::Folder ? *real : parent_of(*real);
  tree.issue_file_ = fs.kind(*real) == Kind::Folder ? join(*real, "issue.xml") : *real;
  tree.root_ = parent_of(tree.folder_);
  if (fs.kind(tree.issue_file_) != Kind::File) {
    return Diagnostic{Severity::Error,
                      {tree.shown(tree.issue_file_), 0, 0},
                      "there is no issue.xml here",
                      "name the issue's folder, or its issue.xml",
                      Cause::Input};
  }
  return tree;
}

std::string SourceTree::shown(const std::string& path) const {
  if (!is_inside(path, root_)) return name_of(path);
  return path.substr(root_ == "/" ? 1 : root_.size() + 1);
}

std::optional<std::string> SourceTree::file(std::string_view declared, const std::string& holder,
                                            Reach reach, const Location& where,
                                            Diagnostics& diagnostics) const {
  return find(declared, holder, reach, Kind::File, where, diagnostics);
}

std::optional<std::string> SourceTree::folder(std::string_view declared, const std::string& holder,
                                              Reach reach, const Location& where,
                                              Diagnostics& diagnostics) const {
  return find(declared, holder, reach, Kind::Folder, where, diagnostics);
}

std::optional<std::string> SourceTree::find(std::string_view declared, const std::string& holder,
                                            Reach reach, Kind wanted, const Location& where,
                                            Diagnostics& diagnostics) const {
  const std::string& limit = reach == Reach::Issue ? folder_ : root_;
  const std::string_view home =
      reach == Reach::Issue ? "the issue's folder" : "the collection's root";
  if (declared.find("://") != std::string_view::npos) {
    diagnostics.error(where, fmt::format("\"{}\" is not a file", declared),
                      fmt::format("put the file into {} and name it there", home));
    return std::nullopt;
  }
  if (!declared.empty() && declared.front() == '/') {
    diagnostics.error(where, fmt::format("\"{}\" is an absolute path", declared),
                      "write it relative to the file that holds it");
    return std::nullopt;
  }
  const std::string path = join(parent_of(holder), declared);
  if (!is_inside(path, limit)) {
    diagnostics.error(where, fmt::format("\"{}\" leaves {}", declared, home),
                      fmt::format("put the file into {}", home));
    return std::nullopt;
  }
  const Kind kind = fs_->kind(path);
  if (kind == Kind::Missing) {
    report_missing(path, declared, where, diagnostics);
    return std::nullopt;
  }
  const auto real = fs_->canonical(path);
  if (!real || !is_inside(*real, limit)) {
    diagnostics.error(where, fmt::format("\"{}\" leaves {} by a link", declared, home),
                      fmt::format("put a copy of the file into {}", home));
    return std::nullopt;
  }
  if (kind != wanted) {
    diagnostics.error(where, fmt::format("\"{}\" is not a {}", declared,
                                         wanted == Kind::File ? "file" : "folder"));
    return std::nullopt;
  }
  return path;
}

void SourceTree::report_missing(const std::string& path, std::string_view declared,
                                const Location& where, Diagnostics& diagnostics) const {
  std::string hint;
  const auto neighbours = fs_->list(parent_of(path));
  if (!neighbours) {
    hint = fmt::format("there is no folder {}", shown(parent_of(path)));
  } else {
    hint = nearest_hint(name_of(path), *neighbours);
  }
  diagnostics.error(where, fmt::format("\"{}\" is missing", declared), hint);
}

std::optional<XmlElement> SourceTree::parse(const std::string& path, const Location& where,
                                            Diagnostics& diagnostics, std::string* bytes) const {
  auto content = fs_->read(path, kMaxXmlBytes);
  if (!content) {
    Diagnostic d = content.failure();
    d.where = where;
    d.message = fmt::format("{}: {}", shown(path), d.message);
    diagnostics.add(std::move(d));
    return std::nullopt;
  }
  if (bytes) *bytes = *content;
  auto parsed = parse_xml(std::move(*content), shown(path));
  if (parsed) return std::move(*parsed);
  diagnostics.add(parsed.failure());
  return std::nullopt;
}

}  // namespace forme
