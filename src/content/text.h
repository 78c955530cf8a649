#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace forme {

enum class SpanKind : std::uint8_t {
  Emphasis,
  Strong,
  SmallCaps,
  Subscript,
  Superscript,
  Link,          // value: the href
  Language,      // value: the BCP 47 tag
  Abbreviation,  // value: the title
  NoteMark,      // value: the footnote's leaf as a number; the bytes are the mark itself
};

// A half-open range of bytes of the text it belongs to.
struct Span {
  SpanKind kind;
  std::uint32_t first = 0, last = 0;
  std::string value;
  bool operator==(const Span&) const = default;
};

// Running text with its markup beside it. White space is folded as in HTML; <br/> is U+2028;
// a footnote leaves its number as text under a NoteMark span. Spans nest or are disjoint, outer
// first.
struct Text {
  std::string utf8;
  std::vector<Span> spans;
  std::string language;  // of the whole; spans may change it
  Location where;        // of the element
  // It stands in columns that are read from the right: lengths along its lines count from there.
  bool from_right = false;
  bool operator==(const Text&) const = default;
};

// An article's texts are numbered in reading order.
using LeafId = std::uint32_t;
inline constexpr LeafId kNoLeaf = 0xFFFFFFFF;

// A place in the copy: bytes [first, last) of leaf `leaf` of article `article` (its index in
// Issue::articles). What the paper says, wherever it may stand.
struct TextRef {
  std::uint32_t article = 0;
  LeafId leaf = kNoLeaf;
  std::uint32_t first = 0, last = 0;
  bool operator==(const TextRef&) const = default;
};

}  // namespace forme
