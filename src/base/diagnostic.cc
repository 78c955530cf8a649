#include "base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "base/utf8.h"

namespace forme {

namespace {

const char* severity_name(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "note";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      return "error";
  }
  return "error";
}

// What an issue says must not steer the terminal: control characters become U+FFFD.
std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const DecodedChar c = decode_utf8(text, at);
    const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0) ||
                         c.value == 0x2028 || c.value == 0x2029;
    append_utf8(out, control ? U'\uFFFD' : c.value);
    at += c.length;
  }
  return out;
}

}  // namespace

void Diagnostics::error(Location where, std::string message, std::string hint) {
  add({Severity::Error, std::move(where), std::move(message), std::move(hint), Cause::Input});
}

void Diagnostics::warning(Location where, std::string message, std::string hint) {
  add({Severity::Warning, std::move(where), std::move(message), std::move(hint), Cause::Input});
}

void Diagnostics::surroundings(Location where, std::string message, std::string hint) {
  add({Severity::Error, std::move(where), std::move(message), std::move(hint),
       Cause::Surroundings});
}

void Diagnostics::append(const Diagnostics& other) {
  const std::vector<Diagnostic> more = other.all_;
  all_.insert(all_.end(), more.begin(), more.end());
}

bool Diagnostics::has_errors() const {
  return std::any_of(all_.begin(), all_.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

bool Diagnostics::has_errors(Cause cause) const {
  return std::any_of(all_.begin(), all_.end(), [cause](const Diagnostic& d) {
    return d.severity == Severity::Error && d.cause == cause;
  });
}

void Diagnostics::sort_by_place() {
  std::stable_sort(all_.begin(), all_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.where.file, a.where.line, a.where.column) <
           std::tie(b.where.file, b.where.line, b.where.column);
  });
}

std::string to_text(const Diagnostic& d) {
  std::string out = d.where.file.empty() ? "forme" : printable(d.where.file);
  if (d.where.line > 0) out += fmt::format(":{}", d.where.line);
  if (d.where.line > 0 && d.where.column > 0) out += fmt::format(":{}", d.where.column);
  out += fmt::format(": {}: {}\n", severity_name(d.severity), printable(d.message));
  if (!d.hint.empty()) out += fmt::format("  hint: {}\n", printable(d.hint));
  return out;
}

std::string to_json_line(const Diagnostic& d) {
  nlohmann::ordered_json line;
  line["severity"] = severity_name(d.severity);
  line["file"] = d.where.file;
  line["line"] = d.where.line;
  line["column"] = d.where.column;
  line["message"] = d.message;
  if (!d.hint.empty()) line["hint"] = d.hint;
  line["cause"] = d.cause == Cause::Input ? "input" : "surroundings";
  return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace forme
