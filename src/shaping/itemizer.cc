#include "shaping/itemizer.h"

#include <unicode/ubidi.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <numeric>
#include <string>

#include "base/utf8.h"

namespace forme {
namespace {

constexpr std::uint32_t kLatin = pack_script("Latn");

std::uint32_t packed(UScriptCode code) {
  const char* name = uscript_getShortName(code);
  std::uint32_t script = 0;
  for (int i = 0; i < 4; ++i) script = (script << 8) | static_cast<unsigned char>(name[i]);
  return script;
}

UScriptCode script_of(char32_t c) {
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? USCRIPT_LATIN : USCRIPT_COMMON;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool takes_neighbours_script(UScriptCode code) {
  return code == USCRIPT_COMMON || code == USCRIPT_INHERITED || code == USCRIPT_UNKNOWN;
}

// The first byte from `at` on that is not ASCII, eight at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if ((bytes & kHighBits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

std::vector<Item> script_runs(std::string_view text, std::uint8_t level) {
  std::vector<Item> runs;
  UScriptCode current = USCRIPT_COMMON;
  std::uint32_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (current == USCRIPT_LATIN) {
      at = skip_ascii(text, at);  // which is Latin or common
      if (at == text.size()) break;
    }
    const DecodedChar c = decode_utf8(text, at);
    const UScriptCode script = script_of(c.value);
    if (!takes_neighbours_script(script) && script != current) {
      if (current != USCRIPT_COMMON) {
        runs.push_back({start, static_cast<std::uint32_t>(at), packed(current), level});
        start = static_cast<std::uint32_t>(at);
      }
      current = script;
    }
    at += c.length;
  }
  const std::uint32_t script = current == USCRIPT_COMMON ? kLatin : packed(current);
  runs.push_back({start, static_cast<std::uint32_t>(text.size()), script, level});
  return runs;
}

// Hebrew to Arabic Extended, their presentation forms, the scripts from U+10800 on that are written
// from right to left, and the embedding, override and isolate controls.
bool may_raise_level(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF) || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x1EFFF);
}

// Most paragraphs need no bidi algorithm. Lead bytes from 0xD6 on begin U+0580 and all above it.
bool may_hold_right_to_left(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at + 1))
    if (static_cast<unsigned char>(text[at]) >= 0xD6 &&
        may_raise_level(decode_utf8(text, at).value))
      return true;
  return false;
}

struct CloseBidi {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

struct Utf16 {
  std::u16string text;
  std::vector<std::uint32_t> byte;  // of each unit, and the end
};

// Isolates get their controls; those stand for no byte of the text.
Utf16 to_utf16(std::string_view text, const std::vector<Isolate>& isolates) {
  constexpr char16_t kLeftToRight = 0x2066, kRightToLeft = 0x2067, kPop = 0x2069;
  Utf16 out;
  const auto put = [&](char16_t unit, std::size_t byte) {
    out.text += unit;
    out.byte.push_back(static_cast<std::uint32_t>(byte));
  };
  auto next = isolates.begin();
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    if (open && next->last <= at) {
      put(kPop, at);
      open = false;
      ++next;
    }
    if (!open && next != isolates.end() && next->first <= at) {
      put(next->right_to_left ? kRightToLeft : kLeftToRight, at);
      open = true;
    }
    const DecodedChar c = decode_utf8(text, at);
    if (c.value > 0xFFFF) {
      put(static_cast<char16_t>(0xD7C0 + (c.value >> 10)), at);
      put(static_cast<char16_t>(0xDC00 + (c.value & 0x3FF)), at);
    } else {
      put(static_cast<char16_t>(c.value), at);
    }
    at += c.length;
  }
  out.byte.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

// Level runs of the text, in logical order; none when all of it is at `base`.
std::vector<Item> level_runs(std::string_view text, std::uint8_t base,
                             const std::vector<Isolate>& isolates) {
  std::vector<Item> runs;
  if (base == 0 && !may_hold_right_to_left(text)) return runs;
  const Utf16 utf16 = to_utf16(text, isolates);
  UErrorCode status = U_ZERO_ERROR;
  const auto length = static_cast<std::int32_t>(utf16.text.size());
  const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_openSized(length, 0, &status));
  ubidi_setPara(bidi.get(), utf16.text.data(), length, base, nullptr, &status);
  for (std::int32_t at = 0; at < length && U_SUCCESS(status);) {
    std::int32_t limit = 0;
    UBiDiLevel level = 0;
    ubidi_getLogicalRun(bidi.get(), at, &limit, &level);
    const Item run{utf16.byte[static_cast<std::size_t>(at)],
                   utf16.byte[static_cast<std::size_t>(limit)], 0, level};
    if (run.first < run.last) runs.push_back(run);
    at = limit;
  }
  return runs;
}

}  // namespace

std::vector<Item> itemize(std::string_view text, bool right_to_left,
                          const std::vector<Isolate>& isolates) {
  std::vector<Item> items;
  if (text.empty()) return items;
  const std::uint8_t base = right_to_left ? 1 : 0;
  std::vector<Item> scripts = script_runs(text, base);
  const std::vector<Item> levels = level_runs(text, base, isolates);
  if (levels.empty()) return scripts;
  std::size_t s = 0, l = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const std::uint32_t end = std::min(scripts[s].last, levels[l].last);
    items.push_back({at, end, scripts[s].script, levels[l].level});
    if (scripts[s].last == end) ++s;
    if (levels[l].last == end) ++l;
    at = end;
  }
  return items;
}

std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels) {
  std::vector<std::uint32_t> order(levels.size());
  std::iota(order.begin(), order.end(), 0U);
  if (std::all_of(levels.begin(), levels.end(), [](std::uint8_t level) { return level == 0; }))
    return order;
  std::vector<std::int32_t> map(levels.size());
  ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), map.data());
  std::transform(map.begin(), map.end(), order.begin(),
                 [](std::int32_t at) { return static_cast<std::uint32_t>(at); });
  return order;
}

}  // namespace forme
