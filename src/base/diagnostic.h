#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace forme {

enum class Severity : std::uint8_t { Note, Warning, Error };

// A place in a source file. Lines and columns count from 1, columns in code points; 0 is unknown.
// `file` is relative to the collection's root (the folder above the issue), never absolute.
struct Location {
  std::string file;
  int line = 0;
  int column = 0;
  bool operator==(const Location&) const = default;
};

// Which row of the exit-status table an error belongs to.
enum class Cause : std::uint8_t { Input, Surroundings };

struct Diagnostic {
  Severity severity = Severity::Error;
  Location where;
  std::string message;  // one sentence, no full stop
  std::string hint;     // what to do about it; may be empty
  Cause cause = Cause::Input;
  bool operator==(const Diagnostic&) const = default;
};

// Collects what a run has to say, in the order found.
class Diagnostics {
 public:
  void error(Location where, std::string message, std::string hint = {});
  void warning(Location where, std::string message, std::string hint = {});
  void surroundings(Location where, std::string message, std::string hint = {});
  void add(Diagnostic d) { all_.push_back(std::move(d)); }
  void append(const Diagnostics& other);

  const std::vector<Diagnostic>& all() const { return all_; }
  bool has_errors() const;
  bool has_errors(Cause cause) const;
  void sort_by_place();  // by file, line, column; stable

 private:
  std::vector<Diagnostic> all_;
};

// "FILE:LINE:COL: error: MESSAGE\n" and, when there is a hint, "  hint: HINT\n".
std::string to_text(const Diagnostic& d);
// One JSON object on one line, with a final line feed.
std::string to_json_line(const Diagnostic& d);

}  // namespace forme
