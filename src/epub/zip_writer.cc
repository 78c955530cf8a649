#include "epub/zip_writer.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <string_view>

namespace forme {

namespace {

struct SourceCloser {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct ArchiveCloser {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, SourceCloser>;
using Archive = std::unique_ptr<zip_t, ArchiveCloser>;

Diagnostic failed(std::string_view doing, std::string_view why) {
  return {Severity::Error,
          {},
          fmt::format("cannot {} the EPUB: {}", doing, why),
          {},
          Cause::Surroundings};
}

bool is_safe_name(std::string_view name) {
  for (const char c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\' || c == ':') return false;
  }
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    const std::string_view part = name.substr(at, end - at);
    if (part.empty() || part == "." || part == "..") return false;
    at = end + 1;
  }
  return true;
}

std::string folded(std::string name) {
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

// What may not be packed, or nothing.
std::string bad_name(const std::vector<ZipEntry>& entries) {
  std::set<std::string> seen;
  for (const ZipEntry& entry : entries) {
    if (!is_safe_name(entry.name)) return fmt::format("unsafe name \"{}\"", entry.name);
    if (!seen.insert(folded(entry.name)).second) {
      return fmt::format("two files of the name \"{}\"", entry.name);
    }
  }
  return {};
}

// The date field of a ZIP entry: years from 1980 in the upper 7 bits, then month and day.
std::uint16_t dos_date(const Date& date) {
  if (date.year < 1980) return (1 << 5) | 1;
  const int year = std::min(date.year, 2107) - 1980;
  return static_cast<std::uint16_t>((year << 9) | (date.month << 5) | date.day);
}

// zip_source_buffer knows its size, so that libzip adds no ZIP64 field.
bool add_entry(zip_t* archive, const ZipEntry& entry, std::uint16_t date) {
  zip_source_t* data = zip_source_buffer(archive, entry.data.data(), entry.data.size(), 0);
  if (data == nullptr) return false;
  const zip_int64_t added = zip_file_add(archive, entry.name.c_str(), data, ZIP_FL_ENC_UTF_8);
  if (added < 0) {
    zip_source_free(data);
    return false;
  }
  const auto index = static_cast<zip_uint64_t>(added);
  constexpr zip_uint32_t kRegularFile = 0100644u << 16;
  return zip_set_file_compression(archive, index, entry.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                  entry.stored ? 0 : 9) == 0 &&
         zip_file_set_dostime(archive, index, 0, date, 0) == 0 &&
         zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, kRegularFile) == 0;
}

Result<std::string> read_all(zip_source_t* source) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) {
    return failed("read back", zip_error_strerror(zip_source_error(source)));
  }
  std::string bytes(stat.size, '\0');
  const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got < 0 || static_cast<std::size_t>(got) != bytes.size()) {
    return failed("read back", "short read");
  }
  return bytes;
}

}  // namespace

Result<std::string> write_zip(const std::vector<ZipEntry>& entries, const Date& stamp) {
  if (const std::string bad = bad_name(entries); !bad.empty()) return failed("pack", bad);
  zip_error_t error;
  zip_error_init(&error);
  const Source target(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!target) return failed("begin", zip_error_strerror(&error));
  Archive archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, &error));
  if (!archive) return failed("begin", zip_error_strerror(&error));
  zip_source_keep(target.get());  // the archive gives up its own hold when it closes
  for (const ZipEntry& entry : entries) {
    if (!add_entry(archive.get(), entry, dos_date(stamp))) {
      return failed("pack", zip_strerror(archive.get()));
    }
  }
  if (zip_close(archive.get()) != 0) return failed("pack", zip_strerror(archive.get()));
  static_cast<void>(archive.release());  // closed, and gone
  return read_all(target.get());
}

}  // namespace forme
