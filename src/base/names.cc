#include "base/names.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/utf8.h"

namespace forme {

namespace {

constexpr std::size_t kLongestSlug = 64;
// Longer names are not compared: the work grows with the square of the length.
constexpr std::size_t kLongestCompared = 64;

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedChar c = decode_utf8(text, at);
    out.push_back(c.value);
    at += c.length;
  }
  return out;
}

// Optimal string alignment: Levenshtein's distance with swaps of neighbours as one step.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({change, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    before_last = last;
    last = row;
  }
  return last[b.size()];
}

}  // namespace

std::string fold_case(std::string_view text) {
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  folded.foldCase();
  std::string out;
  folded.toUTF8String(out);
  return out;
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
  const std::u32string wanted = code_points(fold_case(name));
  if (wanted.size() > kLongestCompared) return {};
  std::string best;
  std::size_t least = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::u32string offered = code_points(fold_case(candidate));
    if (offered.size() > kLongestCompared) continue;
    const std::size_t distance = edit_distance(wanted, offered);
    // One letter for another is no likeness where there is but one.
    if (distance >= least || distance >= std::max(wanted.size(), offered.size())) continue;
    least = distance;
    best = candidate;
  }
  return best;
}

std::string counted(int count, std::string_view singular) {
  return std::to_string(count) + ' ' + std::string(singular) + (count == 1 ? "" : "s");
}

std::string nearest_hint(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string nearest = nearest_name(name, candidates);
  return nearest.empty() ? std::string() : fmt::format("did you mean {}?", nearest);
}

std::string make_slug(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString plain = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (U_SUCCESS(status)) plain = decompose->normalize(plain, status);
  plain.foldCase();
  std::string slug;
  for (std::int32_t at = 0; at < plain.length(); at = plain.moveIndex32(at, 1)) {
    const UChar32 c = plain.char32At(at);
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept && slug.size() < kLongestSlug) slug.push_back(static_cast<char>(c));
    const bool gap = c < 0x80 && !kept && c != '\'';
    if (gap && !slug.empty() && slug.back() != '-') slug.push_back('-');
  }
  slug.resize(std::min(slug.size(), kLongestSlug));
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

bool is_slug(std::string_view text) {
  if (text.empty() || text.size() > kLongestSlug || text.front() == '-') return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace forme
