#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace forme {

// A stretch of one script and one embedding level; bytes [first, last) of its text.
struct Item {
  std::uint32_t first = 0, last = 0;
  std::uint32_t script = 0;  // ISO 15924 letters packed big endian, as HarfBuzz has them
  std::uint8_t level = 0;    // odd: right to left
  bool operator==(const Item&) const = default;
};

inline constexpr std::uint32_t pack_script(const char (&name)[5]) {
  return (static_cast<std::uint32_t>(name[0]) << 24) | (static_cast<std::uint32_t>(name[1]) << 16) |
         (static_cast<std::uint32_t>(name[2]) << 8) | static_cast<std::uint32_t>(name[3]);
}

// A stretch whose direction is known and keeps to itself, as a span in another language: bytes
// [first, last).
struct Isolate {
  std::uint32_t first = 0, last = 0;
  bool right_to_left = false;
};

// Divides a paragraph by script (UAX #24; common and inherited characters take the script before
// them, at the start the one after) and by direction (UAX #9). Ends of items are ends of
// characters. Signs round an isolate are no part of it, whatever its letters are.
// REQUIRES: isolates are in order and apart. ENSURES: the items cover the text once, in order.
std::vector<Item> itemize(std::string_view text, bool right_to_left,
                          const std::vector<Isolate>& isolates = {});

// The places, left to right, of runs with these levels on one line (UAX #9, L2).
std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels);

}  // namespace forme
